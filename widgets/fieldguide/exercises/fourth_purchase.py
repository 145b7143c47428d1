"""Of *Questions your CRM cannot answer*: the mean of those who came back grows and grows, the curve stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import nan
from typing import TYPE_CHECKING, Any

from fieldguide import data, figures, measures
from fieldguide.controls import Choice, Number, Switch
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Day 0 of the records, and their last day counted from it.
START, LAST_DAY = date(1997, 1, 1), 545

#: The share of customers who are there within these many days is said at every step.
HORIZON = 60

#: Ends of watching whose averages stay in the picture as a trail.
MILESTONES = (90, 120, 180, 240, 300, 365, 450)

ORDINALS = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}

#: The earliest end of watching: by then every customer of these records has joined.
FIRST_END = 90

#: An average within so many days of the guess agrees with it; no step of the slider jumps over them.
CLOSE = 2.5

#: Which purchase the guess is about.
ASKED = 4

#: First and last day of joining, for the groups of customers that can be watched.
JOINED = {"all": (0, 89), "january": (0, 30), "february": (31, 58), "march": (59, 89)}


@dataclass(frozen=True)
class Watched:
    """What is known of the customers when watching ends."""

    ordinal: str
    end: int
    seen: int
    reached: int
    mean_days: float
    #: (end of watching, mean days) of earlier ends, for the trail.
    earlier: tuple[tuple[int, float], ...]
    #: The Kaplan–Meier curve: days since the first purchase, share with the purchase, and its 95% band.
    days: np.ndarray
    share: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    #: The curve as it turned out when watching went on to the last day of the records.
    later_days: np.ndarray
    later_share: np.ndarray
    #: Shares within HORIZON days: now (None while nobody has been watched so long), and as it turned out.
    within: float | None
    within_later: float
    guess: float | None

    @property
    def last_day(self) -> int:
        """The longest that anybody has been watched."""
        return int(self.days[-1])

    @property
    def stopped_on(self) -> str:
        """The date on which watching ends."""
        day = START + timedelta(days=self.end)
        return f"{day:%B} {day.day}, {day.year}"


@cache
def _days(nth: int, merge: bool, joined: str) -> tuple[np.ndarray, np.ndarray]:
    """Return first and nth purchase days of the customers who joined then."""
    purchases = data.cdnow()
    first, then = measures.days_to_nth(purchases.customer, purchases.day, nth, merge_same_day=merge)
    low, high = JOINED[joined]
    chosen = (first >= low) & (first <= high)
    return first[chosen], then[chosen]


@cache
def watched_until(nth: int, merge: bool, joined: str, end: int) -> measures.NthPurchase:
    """Return what is known of an nth purchase on the day on which watching ends."""
    return measures.nth_purchase(*_days(nth, merge, joined), end)


@figures.backdrop
def _days_and_shares(top: float, rows: float, ordinal: str) -> tuple[Figure, Axes]:
    """Set up shares up to `top` over days, with room for labels above up to `rows` times as high."""
    drawing, axes = figures.figure(height=320, left=40, right=14, bottom=60, top=6)
    axes.set(xlim=(0, LAST_DAY), ylim=(0, rows * top), xlabel="days since the first purchase")
    shares = (0, top / 3, 2 * top / 3, top)
    axes.set(xticks=range(0, LAST_DAY, 90), yticks=shares, yticklabels=[f"{share:.0%}" for share in shares])
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    name = f"share of customers with a {ordinal} purchase"
    axes.text(-57, (rows - 0.11) * top, name)
    return drawing, axes


def _drawn(days: np.ndarray) -> list[int]:
    """Return the days that are drawn: every fifth, which the eye cannot tell from all, and the last."""
    every = days.tolist()
    return [*every[:-1:5], every[-1]]


def _label_curve(axes: Axes, result: Watched, top: float) -> None:
    """Write the curve's last value clear of both curves, which rise: below a high one, above a low one."""
    last, share = result.last_day, float(result.share[-1])
    text = f"{share:.1%} in {last} days"
    if last + figures.wide(axes, text) + 8 > LAST_DAY:
        at, height, align = last - 6, share + 0.04 * top, ("right", "bottom")
    elif share > 0.13 * top:
        at, height, align = last + 6, share - 0.05 * top, ("left", "top")
    else:
        at, height, align = last + 6, share + 0.2 * top, ("left", "bottom")
    axes.text(at, height, text, ha=align[0], va=align[1], color=figures.BLUE, fontweight="bold")
    if last < 300:
        height = result.later_share[-1] + 0.02 * top
        axes.text(LAST_DAY, height, "seen later", ha="right", va="bottom", color=figures.MUTED)


def _days_in_words(days: float) -> str:
    return f"{days:.0f} {'day' if round(days) == 1 else 'days'}"


def _curve_in_words(result: Watched) -> str:
    if result.within is None:
        return f"The curve counts everybody, but nobody has been watched for {HORIZON} days yet."
    within = f"Within {HORIZON} days, says the curve, {result.within:.1%} of all customers get there"
    if result.end == LAST_DAY:
        missing = result.seen - result.reached
        return f"{within}; {missing:,} of all {result.seen:,} had not got there when the records end."
    return f"{within}; whoever watches to the end will say {result.within_later:.1%}."


def _guess_in_words(result: Watched) -> str:
    guess = _days_in_words(result.guess)
    if abs(result.mean_days - result.guess) <= CLOSE:
        return f"Stop about here, and the report agrees with your guess of {guess}."
    if result.guess > result.mean_days:
        more = "the records end before the average gets there" if result.end == LAST_DAY else "watch longer"
        return f"Your guess of {guess} is higher: {more}."
    less = "the average was never so low from day 90 on" if result.end == FIRST_END else "stop earlier"
    return f"Your guess of {guess} is lower: {less}."


class FourthPurchase(Exercise):
    """Move the end of watching: the mean of those who came back moves along, the curve only grows longer."""

    slug = "fourth-purchase"
    title = "The fourth purchase"
    question = (
        "How many days does the average customer take to the fourth purchase? Decide when to stop watching."
    )
    guess = "fourth-purchase-guess"
    guessed_at = {"nth": ASKED}
    controls = (
        Number(
            "end",
            "Watch until day",
            unit="counted from January 1, 1997",
            low=FIRST_END,
            high=LAST_DAY,
            step=5,
            default=180,
        ),
        Choice("nth", "Which purchase", options=ORDINALS, default=4, style="menu"),
    )
    assumptions = (
        Switch("merge", "Count several orders of one day as one purchase", default=True),
        Choice(
            "joined",
            "Watch the customers who first bought in",
            options={
                "all": "January to March 1997 (all)",
                "january": "January only",
                "february": "February only",
                "march": "March only",
            },
            default="all",
        ),
    )
    assumes = (
        "The average counts only those who have come back so far. The curve counts everybody for as long as "
        "they were watched. It assumes that those who joined late go on like those who joined early, and it "
        "gives nobody up: who has not come back has not come back yet."
    )

    def compute(self, values: dict[str, Any]) -> Watched:
        nth, end = values["nth"], values["end"]
        group = nth, values["merge"], values["joined"]
        now, later = watched_until(*group, end), watched_until(*group, LAST_DAY)
        earlier = [(day, watched_until(*group, day)) for day in MILESTONES if day < end]
        return Watched(
            ordinal=ORDINALS[nth],
            end=end,
            seen=now.seen,
            reached=now.reached,
            mean_days=now.mean_days,
            earlier=tuple((day, then.mean_days) for day, then in earlier if then.reached),
            days=now.days,
            share=now.share_reached,
            lower=now.lower,
            upper=now.upper,
            later_days=later.days,
            later_share=later.share_reached,
            within=now.at(HORIZON) if now.days[-1] >= HORIZON else None,
            within_later=later.at(HORIZON),
            guess=self.guess_for(values),
        )

    def shows(self, result: Watched) -> Figure:
        top = 0.3 if result.later_share[-1] < 0.3 else 0.6
        rows = 1.44 if result.guess is not None else 1.3
        drawing, axes = _days_and_shares(top, rows, result.ordinal)
        told = []
        if result.last_day < LAST_DAY:
            told.append("shaded: not watched yet")
            ground = {"color": figures.FAINT, "alpha": 0.55, "lw": 0, "clip_on": False}
            axes.axvspan(result.last_day, LAST_DAY, ymax=1 - 0.15 / rows, **ground)
        if result.earlier:
            told.append("small dots: earlier reports")
        axes.text(0.5, -0.21, "; ".join(told), ha="center", transform=axes.transAxes)

        # What watching longer shows lies under what is known today.
        later, now = _drawn(result.later_days), _drawn(result.days)
        plain = {"clip_on": False}
        axes.plot(later, result.later_share[later], color=figures.MUTED, lw=1.4, ls=(0, (1, 2)), **plain)
        low, high = result.lower[now], result.upper[now]
        axes.fill_between(now, low, high, color=figures.BLUE, alpha=0.22, lw=0, **plain)
        axes.plot(now, result.share[now], color=figures.BLUE, lw=2.4, **plain)
        _label_curve(axes, result, top)

        # The average, its trail and the guess are days, so they stand on the axis of days: a dot at a height
        # would be read as a share. Their labels are above the curves.
        row, average = 0.95 * top, result.mean_days
        means = [mean for _, mean in result.earlier]
        dots = {"color": figures.ORANGE, "mew": 0, "zorder": 3, **plain}
        axes.plot(means, [0] * len(means), "o", ms=5, **dots)
        axes.plot([average] * 2, [0, row + 0.06 * top], "-o", lw=1.4, ms=9, markevery=[0], **dots)
        text = f"average of those who came back: {_days_in_words(average)}"
        figures.centered(axes, average, 1.03 * top, text, figures.ORANGE)
        if result.guess is not None:
            at = result.guess
            # One line in two pieces: it would run through the words about the average.
            axes.plot(
                [at, at, nan, at, at],
                [0, 0.045 * top, nan, row - 0.06 * top, row + 0.06 * top],
                color=figures.PURPLE,
                lw=3,
                zorder=3,
                **plain,
            )
            figures.centered(axes, at, 1.17 * top, f"your guess: {_days_in_words(at)}", figures.PURPLE)
        return drawing

    def alt(self, result: Watched) -> str:
        trail = ", ".join(f"{mean:.0f}" for _, mean in result.earlier)
        parts = [
            f"The share of customers who have made a {result.ordinal} purchase, by days since the first. ",
            f"The curve rises to {result.share[-1]:.1%} at {result.last_day} days",
        ]
        if result.last_day < LAST_DAY:
            parts.append(
                " and lies on the dotted curve that was seen later, which goes on to "
                f"{result.later_share[-1]:.1%}"
            )
        parts.append(
            f". A dot on that axis marks the average of those who came back, {result.mean_days:.0f} days"
        )
        if trail:
            parts.append(f"; small dots mark what it was when watching ended earlier: {trail} days")
        parts.append(".")
        if result.guess is not None:
            parts.append(f" Your guess is marked at {result.guess:.0f} days.")
        return "".join(parts)

    def says(self, result: Watched) -> str:
        who = "customer who has" if result.reached == 1 else "customers who have"
        sentences = [
            f"Stop on {result.stopped_on}, and the {result.reached:,} {who} made a {result.ordinal} purchase "
            f"took {_days_in_words(result.mean_days)} on average.",
            _curve_in_words(result),
        ]
        if result.guess is not None:
            sentences.append(_guess_in_words(result))
        return " ".join(sentences)

    def notes(self, result: Watched) -> dict[str, str]:
        return {"end": f"<p>Day {result.end} is {result.stopped_on}.</p>"}
