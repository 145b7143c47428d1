"""The reader's own campaign: what it brought in, how sure one can be, what its holdout could have seen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures
from fieldguide.controls import Amount
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The most people, sales and dollars that can be typed.
MOST, MOST_DOLLARS = 100_000_000, 1e9


@dataclass(frozen=True)
class Campaign:
    """What a campaign brought, by its holdout; differences are shares of people, as in 0.01.

    Where nobody was held out there is no difference, and `low` and `high` are no interval but all that is
    possible: that each buyer would have bought anyway, or none. Only if nobody bought is it known then.
    """

    got: int
    bought: int
    held: int
    difference: float | None
    low: float
    high: float
    margin: float
    cost: float
    #: By how much sales must rise to pay for the campaign.
    break_even: float
    #: How often this holdout would not see a campaign that just pays; None where that has no answer.
    misses: float | None

    @property
    def pays_from(self) -> str:
        """The break-even in extra sales per 1,000 people; only what costs nothing pays from 0."""
        sales = 1_000 * self.break_even
        return f"{sales:,.1f}" if sales >= 0.05 or not sales else "less than 0.1"

    def roi(self, difference: float) -> str:
        """Write the return on investment that belongs to a difference."""
        percent = round(100 * float(measures.roi(difference, self.margin, self.cost / self.got)))
        return f"{percent:+,d}%".replace("-", "−") if percent else "0%"

    def sales(self, difference: float) -> str:
        """Write how many sales more that is, among those who got the campaign."""
        return signed(difference * self.got)


class YourCampaign(Exercise):
    """Six numbers of a campaign that held somebody out by lot."""

    slug = "your-campaign"
    title = "Your campaign"
    question = (
        "Did your last campaign pay? Type its numbers over these, which are an example. Whoever was held "
        "out must have been picked by lot, before the campaign, from the same list."
    )
    controls = (
        Amount("got", "Got the campaign", unit="people", low=0, high=MOST, step=1, default=9_500),
        Amount("bought", "Of these bought", unit="people", low=0, high=MOST, step=1, default=153),
        Amount("held", "Held out by lot", unit="people", low=0, high=MOST, step=1, default=500),
        Amount("bought_held", "Of these bought", unit="people", low=0, high=MOST, step=1, default=3),
        Amount(
            "margin", "What a sale leaves", unit="dollars", low=0.0, high=MOST_DOLLARS, step=0.5, default=35.0
        ),
        Amount(
            "cost",
            "What the whole campaign cost",
            unit="dollars",
            low=0.0,
            high=MOST_DOLLARS,
            step=1.0,
            default=4_750.0,
        ),
    )
    assumes = (
        "Newcombe’s interval at 95%: in 95 of 100 such campaigns it holds what the campaign really changed. "
        "It takes for granted that lots decided who was held out, that both groups were watched for the "
        "same time, that each person counts once, and that those held out did not hear of the offer from "
        "the others. A sale that only came earlier than it would have counts here as one more. Where nobody "
        "was held out there is no interval: then it takes for granted that the campaign drove nobody away."
    )

    def compute(self, values: dict[str, Any]) -> Campaign:
        got, held = values["got"], values["held"]
        if not got:
            raise ValueError("Somebody must have got the campaign, or there is nothing to measure.")
        # Of nobody held out nobody bought, whatever still stands in that field.
        bought_held = values["bought_held"] if held else 0
        for people, bought, who in (
            (got, values["bought"], "who got the campaign"),
            (held, bought_held, "held out"),
        ):
            if bought > people:
                raise ValueError(
                    f"{bought:,} of the {people:,} people {who} cannot have bought: count buyers, not "
                    "purchases."
                )
        margin, cost = values["margin"], values["cost"]
        needed = measures.break_even(margin, cost / got)
        if not held:
            return Campaign(
                got=got,
                bought=values["bought"],
                held=0,
                difference=None if values["bought"] else 0.0,
                low=0.0,
                high=values["bought"] / got,
                margin=margin,
                cost=cost,
                break_even=needed,
                misses=None,
            )
        found = measures.uplift(values["bought"], got, bought_held, held)
        # How many buy without the campaign is seen in those held out, but of none of them, or all, one learns
        # too little to reckon with: then both groups say it together.
        share = bought_held / held
        if share in (0, 1):
            share = (values["bought"] + bought_held) / (got + held)
        misses = None
        if 0 < needed <= 1 and share > 0:
            misses = measures.cannot_tell(min(1.0, share + needed), got, share, held)
        return Campaign(
            got=got,
            bought=values["bought"],
            held=held,
            difference=float(found.difference),
            low=float(found.low),
            high=float(found.high),
            margin=margin,
            cost=cost,
            break_even=needed,
            misses=misses,
        )

    def shows(self, result: Campaign) -> Figure:
        drawing, axes = _line()
        plain = {"clip_on": False}
        ends = [0.0, result.low, result.high]
        near = result.break_even <= 3 * max(abs(result.low), abs(result.high))
        if near:
            ends.append(result.break_even)
        left, whole = min(ends), (max(ends) - min(ends)) or 1.0

        def at(difference: float) -> float:
            """Return where a difference stands on the line, which goes from 0 to 1."""
            return (difference - left) / whole

        def write(place: float, height: float, words: str, color: str) -> None:
            figures.centered(axes, place, height, words, color, va="center")

        axes.plot([at(0)] * 2, [0, 1.5], color=figures.INK, lw=1, **plain)
        write(at(0), 1.85, "0: nothing came of it", figures.INK)
        if near:
            axes.plot(
                [at(result.break_even)] * 2, [0, 3.6], color=figures.GREEN, lw=1.4, ls=(0, (4, 3)), **plain
            )
            write(at(result.break_even), 3.95, f"pays from {result.pays_from}", figures.GREEN)
        else:
            words = f"pays from {result.pays_from}, off the chart"
            write(1, 3.95, words, figures.GREEN)
        axes.plot([at(result.low), at(result.high)], [0.75, 0.75], color=figures.BLUE, lw=3, **plain)
        low, high = (signed(1_000 * one, 1) for one in (result.low, result.high))
        if result.difference is None:
            # A line without a dot: no place on it is likelier than another.
            middle = (result.low + result.high) / 2
            write(at(middle), 2.9, f"yours: anything from {low} to {high}", figures.BLUE)
            return drawing
        axes.plot(at(result.difference), 0.75, "o", ms=9, mew=0, color=figures.BLUE, **plain)
        middle = signed(1_000 * result.difference, 1)
        words = f"yours: {middle}, from {low} to {high}" if result.held else f"yours: {middle}"
        write(at(result.difference), 2.9, words, figures.BLUE)
        return drawing

    def alt(self, result: Campaign) -> str:
        low, high = (signed(1_000 * one, 1) for one in (result.low, result.high))
        if result.difference is None:
            found = f"anything from {low} to {high}, as nobody was held out"
        elif not result.held:
            found = "0, as nobody bought"
        else:
            found = f"{signed(1_000 * result.difference, 1)}, with an interval from {low} to {high}"
        return (
            f"Extra sales per 1,000 people: {found}. Nothing is at 0; the campaign pays from "
            f"{result.pays_from}."
        )

    def says(self, result: Campaign) -> str:
        if not result.held:
            return _without_holdout(result)
        low, middle, high = (result.sales(one) for one in (result.low, result.difference, result.high))
        first = f"Extra sales: {middle}; anything from {low} to {high} fits these numbers."
        if not result.cost:
            return f"{first} It cost nothing, so there is no ROI, and every extra sale is a gain."
        rois = [result.roi(one) for one in (result.low, result.difference, result.high)]
        second = f"ROI: {rois[1]}, anything from {rois[0]} to {rois[2]}."
        needed = f"Break-even is {result.pays_from} extra sales per 1,000 people"
        if result.low >= result.break_even:
            verdict = f"{needed}: it paid."
        elif result.high <= result.break_even:
            verdict = f"{needed}: it did not pay."
        else:
            verdict = f"{needed}: these numbers cannot tell whether it paid."
        return f"{first} {second} {verdict} {_sure(result)}"


@figures.backdrop
def _line() -> tuple[Figure, Axes]:
    """Set up a line without a scale: what stands on it says its number."""
    drawing, axes = figures.figure(height=168, left=26, right=26, bottom=26, top=4)
    axes.set(xlim=(0, 1), ylim=(0, 4.4), xticks=(), yticks=(), xlabel="extra sales per 1,000 people")
    axes.spines["left"].set_visible(False)
    return drawing, axes


def _sure(result: Campaign) -> str:
    """Say how much a holdout of this size can see at all."""
    if result.break_even > 1:
        return "No effect can pay here: had everybody bought because of it, it would have cost more."
    if result.misses is None:
        return "As nobody bought at all, nothing says how large a holdout it takes."
    people = "1 person" if result.held == 1 else f"{result.held:,} people"
    return (
        f"A holdout of {people} takes a campaign that just pays for one that does nothing in "
        f"{_of_hundred(result.misses)} of 100 cases."
    )


def _without_holdout(result: Campaign) -> str:
    """Say what is known of a campaign that held nobody out."""
    if not result.bought:
        said = "Nobody bought, so the campaign made no sale: that takes no holdout to know."
        return f"{said} ROI: {result.roi(0)}." if result.cost else said
    first = (
        "Nobody was held out, so the campaign may have made any number of sales from 0 to "
        f"{result.bought:,}, and nothing here tells which."
    )
    if not result.cost:
        return f"{first} It cost nothing, so there is no ROI, and every extra sale is a gain."
    best, worst = result.roi(result.high), result.roi(0)
    second = f"ROI: {best} if none of the buyers would have bought anyway, {worst} if all would."
    # Sales that need not be the campaign's for it to pay. Rounding must not take the last one away, and of a
    # campaign that cost anything they cannot be all.
    spare = min(math.floor(result.bought - result.cost / result.margin + 1e-6), result.bought - 1)
    if spare < 0:
        return f"{first} {second} So it did not pay, even at best."
    if not spare:
        return f"{first} {second} It paid only if none would have."
    return f"{first} {second} It paid if no more than {spare:,} of the {result.bought:,} would have."


def _of_hundred(share: float) -> str:
    if 0 < share < 0.005:
        return "fewer than 1"
    return f"{100 * share:.0f}"
