"""After how many days of silence to call a customer: real silences, and what a call earns or wastes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from fieldguide import data, figures, measures, worlds
from fieldguide.controls import Choice, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The last day of the records, and the latest alarm that one can set.
LAST_DAY, LATEST = 545, 180

#: After which of a customer's purchases a silence began: from and to.
NTH = {"all": (1, 10_000), "first": (1, 1), "few": (2, 3), "many": (4, 10_000)}

#: The words of a mark are narrower than so many days of the axis; rows of words above the curves.
WIDEST, UPPER, LOWER = 54, 119, 108


@dataclass(frozen=True, eq=False)
class Heard:
    """What alarms after each day of silence find, of 100 silences, and what the chosen one earns."""

    day: int
    horizon: int
    silences: int
    #: Of 100 silences, by day of silence: how many last so long, and how many of these went on.
    rung: np.ndarray
    gone: np.ndarray
    #: Dollars earned of 100 silences, by day of silence; day 0 is no silence and is left out of `best`.
    earned: np.ndarray
    best: int

    @property
    def false(self) -> float:
        """False alarms on the chosen day, of 100 silences."""
        return float(self.rung[self.day] - self.gone[self.day])

    @property
    def false_share(self) -> float:
        """The share of alarms on the chosen day that are false."""
        return self.false / float(self.rung[self.day])

    @property
    def pays(self) -> bool:
        """Whether any day of silence earns something."""
        return bool(self.earned[self.best] > 0)


@cache
def _alarms(who: str, horizon: int) -> measures.Alarms:
    """Count alarms over one set of silences for every day, so that days can be compared.

    They are the silences that began early enough to be watched for the latest alarm and the horizon after it.
    """
    every = _silences().watched_for(LATEST + horizon, LAST_DAY)
    low, high = NTH[who]
    chosen = every.where((every.nth >= low) & (every.nth <= high))
    return measures.alarms(chosen.length, LATEST, horizon)


@cache
def _silences() -> measures.Silences:
    orders = data.cdnow()
    return measures.silences(orders.customer, orders.day)


class SilenceAlarm(Exercise):
    """An alarm after some days of silence: the same days mean something else after a fourth purchase."""

    slug = "silence-alarm"
    title = "Silence alarm"
    question = (
        "A customer of the music shop has bought nothing for a while. After how many days of silence do you "
        "call, and how many of those you call would have bought anyway?"
    )
    controls = (
        Number("day", "Ring after a silence of", unit="days", low=1, high=LATEST, default=30),
        Choice(
            "who",
            "Listen to silences after",
            options={
                "all": "any purchase",
                "first": "a customer's first purchase",
                "few": "the second or third",
                "many": "the fourth or a later one",
            },
            default="all",
            style="menu",
        ),
        Number("needless", "A call that was not needed costs", unit="dollars", low=0, high=20, default=2),
    )
    assumptions = (
        Number("horizon", "Gone: no purchase for", unit="more days", low=30, high=180, step=30, default=180),
        Number("worth", "A customer brought back is worth", unit="dollars", low=1, high=200, default=40),
        Number("wins", "Of 100 who are gone, a call at once brings back", low=0, high=50, default=20),
        Number("half", "Half as many after each", unit="days of silence", low=10, high=365, default=90),
        Number("call", "Every call costs", unit="dollars", low=0, high=10, default=1),
    )
    assumes = (
        "The silences are real: one begins with every purchase at CDNOW that was early enough to be watched "
        "long enough. Who is gone is a definition, and you can change it. The money is made up: nobody at "
        "CDNOW was called, as far as the records tell. What matters most is how fast customers forget you; "
        "if they never did, nothing would be lost by waiting."
    )

    def compute(self, values: dict[str, Any]) -> Heard:
        counted = _alarms(values["who"], values["horizon"])
        rung = 100 * counted.rung / counted.silences
        gone = 100 * counted.lapsed / counted.silences
        earned = worlds.earned_back(
            rung,
            gone,
            worth=values["worth"],
            wins=values["wins"] / 100,
            half_life=values["half"],
            call=values["call"],
            needless=values["needless"],
        )
        return Heard(
            day=values["day"],
            horizon=values["horizon"],
            silences=counted.silences,
            rung=rung,
            gone=gone,
            earned=earned,
            best=1 + int(earned[1:].argmax()),
        )

    def shows(self, result: Heard) -> Figure:
        drawing, axes = _days_and_alarms()
        days = list(range(0, LATEST + 1, 2))
        rung, gone = result.rung[::2], result.gone[::2]
        plain = {"lw": 0, "alpha": 0.4, "clip_on": False}
        axes.fill_between(days, gone, rung, color=figures.ORANGE, **plain)
        axes.fill_between(days, 0, gone, color=figures.BLUE, **plain)
        axes.plot(days, rung, color=figures.ORANGE, lw=1.8, clip_on=False)
        axes.plot(days, gone, color=figures.BLUE, lw=1.8, clip_on=False)
        # These words lie above the upper curve where they begin, which only falls from there.
        above = float(result.rung[LATEST - 84]) + 2
        axes.text(LATEST, above, "would have bought anyway", ha="right", va="bottom", **_bold(figures.ORANGE))
        marks = [(result.day, f"yours: day {result.day}", figures.PURPLE)]
        if result.pays:
            marks.append((result.best, f"best: day {result.best}", figures.GREEN))
        else:
            axes.text(LATEST, 132, "no day pays", ha="right", va="bottom", **_bold(figures.GREEN))
        self._mark(axes, result, sorted(marks))
        return drawing

    def _mark(self, axes: Axes, result: Heard, marks: list[tuple[int, str, str]]) -> None:
        """Draw each day as a line from the axis up to its words, which no other line runs through."""
        first, last = marks[0][0], marks[-1][0]
        for number, (day, text, color) in enumerate(marks):
            left = day > LATEST - WIDEST or (last > LATEST - WIDEST and last - first < WIDEST)
            both_left = left and first > LATEST - 2 * WIDEST and last - first < WIDEST
            row = UPPER if number == (len(marks) - 1 if both_left else 0) else LOWER
            heights = [0, float(result.gone[day]), row]
            axes.plot([day] * 3, heights, "-o", markevery=[1], ms=7, lw=1.5, color=color, clip_on=False)
            axes.text(day + (-2 if left else 2), row, text, ha="right" if left else "left", **_bold(color))

    def alt(self, result: Heard) -> str:
        best = f"the best day is {result.best}" if result.pays else "no day pays"
        return (
            "Of 100 silences, how many last how long. The upper curve, all alarms, falls from 100 to "
            f"{result.rung[LATEST]:.0f} after {LATEST} days; the lower one, customers who are gone, from "
            f"{result.gone[0]:.0f} to {result.gone[LATEST]:.0f}. Between them lie the false alarms: "
            f"{result.false:.0f} on your day, {result.day}; {best}."
        )

    def says(self, result: Heard) -> str:
        rung, gone = round(float(result.rung[result.day])), round(float(result.gone[result.day]))
        day = "1 day" if result.day == 1 else f"{result.day} days"
        first = (
            f"Of 100 silences {rung} last for {day}, and you call: {gone} of "
            f"these customers are gone, {rung - gone} would have bought within {result.horizon} days anyway. "
            f"That makes {result.false_share:.0%} of the alarms false."
        )
        yours = dollars(result.earned[result.day])
        if not result.pays:
            return f"{first} With your costs that comes to {yours}, and no day of silence is worth a call."
        if result.earned[result.day] >= result.earned[result.best] - 1e-9:
            return f"{first} With your costs that comes to {yours}, and no other day is better."
        return (
            f"{first} With your costs that comes to {yours}; the best day would be {result.best}, with "
            f"{dollars(result.earned[result.best])}."
        )

    def notes(self, result: Heard) -> dict[str, str]:
        return {"who": f"<p>{result.silences:,} silences that were watched long enough.</p>"}


@figures.backdrop
def _days_and_alarms() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=310, left=40, right=14, bottom=44, top=22)
    axes.set(xlim=(0, LATEST), ylim=(0, 130), xlabel="days of silence until the alarm rings")
    axes.set(xticks=range(0, LATEST + 1, 30), yticks=(0, 25, 50, 75, 100))
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-18, 132, "of 100 silences", va="bottom")
    axes.text(LATEST, 1, "gone", ha="right", **_bold(figures.BLUE))
    return drawing, axes


def _bold(color: str) -> dict[str, Any]:
    return {"color": color, "fontweight": "bold"}
