"""The reader's own campaign: what it brought in, how sure one can be, what its holdout could have seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures
from fieldguide.controls import Amount
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: The most people, sales and dollars that can be typed.
MOST, MOST_DOLLARS = 5_000_000, 1e9

#: Roughly how much of the axis' width a bold letter takes.
LETTER = 0.0205


@dataclass(frozen=True)
class Campaign:
    """What a campaign brought, by its holdout; differences are shares of people, as in 0.01."""

    got: int
    held: int
    difference: float
    low: float
    high: float
    margin: float
    cost: float
    #: By how much sales must rise to pay for the campaign.
    break_even: float
    #: How often this holdout would not see a campaign that just pays; None where that has no answer.
    misses: float | None

    def roi(self, difference: float) -> str:
        """Write the return on investment that belongs to a difference."""
        percent = round(100 * float(measures.roi(difference, self.margin, self.cost / self.got)))
        return f"{percent:+,d}%".replace("-", "−") if percent else "0%"

    def sales(self, difference: float) -> str:
        """Write how many sales more that is, among those who got the campaign."""
        return _signed(difference * self.got)


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
        "the others. A sale that only came earlier than it would have counts here as one more."
    )

    def compute(self, values: dict[str, Any]) -> Campaign:
        got, held = values["got"], values["held"]
        if not got:
            raise ValueError("Somebody must have got the campaign, or there is nothing to measure.")
        if not held:
            raise ValueError(
                "Nobody was held out, so there is nobody to compare with: what came because of the campaign "
                "and what would have come anyway cannot be told apart."
            )
        for people, bought, who in (
            (got, values["bought"], "who got the campaign"),
            (held, values["bought_held"], "held out"),
        ):
            if bought > people:
                raise ValueError(
                    f"{bought:,} of the {people:,} people {who} cannot have bought: count buyers, not "
                    "purchases."
                )
        margin, cost = values["margin"], values["cost"]
        found = measures.uplift(values["bought"], got, values["bought_held"], held)
        needed = measures.break_even(margin, cost / got)
        # How many buy without the campaign is seen in those held out, but of none of them, or all, one learns
        # too little to reckon with: then both groups say it together.
        share = values["bought_held"] / held
        if share in (0, 1):
            share = (values["bought"] + values["bought_held"]) / (got + held)
        misses = None
        if 0 < needed <= 1 and share > 0:
            misses = measures.cannot_tell(min(1.0, share + needed), got, share, held)
        return Campaign(
            got=got,
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
        drawing, axes = figures.figure(height=186, left=16, right=16, bottom=42, top=4)
        ends = [0.0, result.low, result.high]
        near = result.break_even <= 3 * max(abs(result.low), abs(result.high))
        if near:
            ends.append(result.break_even)
        room = 0.12 * (max(ends) - min(ends))
        left, right = 1_000 * (min(ends) - room), 1_000 * (max(ends) + room)
        axes.set(xlim=(left, right), ylim=(0, 4.4), yticks=(), xlabel="extra sales per 1,000 people")
        axes.spines["left"].set_visible(False)
        axes.locator_params(axis="x", nbins=5)
        axes.plot([0, 0], [0, 1.5], color=figures.INK, lw=1)

        def write(at: float, height: float, words: str, color: str) -> None:
            """Write centered over `at`, or as near to it as there is room."""
            half = len(words) * LETTER * (right - left) / 2
            at = min(max(at, left + half), right - half)
            axes.text(at, height, words, ha="center", va="center", color=color, fontweight="bold")

        write(0, 1.85, "0: nothing came of it", figures.INK)
        if near:
            at = 1_000 * result.break_even
            axes.plot([at] * 2, [0, 3.6], color=figures.GREEN, lw=1.4, ls=(0, (4, 3)))
            write(at, 3.95, "pays from here", figures.GREEN)
        else:
            write(right, 3.95, "pays off the chart, right", figures.GREEN)
        axes.plot([1_000 * result.low, 1_000 * result.high], [0.75, 0.75], color=figures.BLUE, lw=3)
        axes.plot(1_000 * result.difference, 0.75, "o", ms=9, mew=0, color=figures.BLUE)
        write(1_000 * result.difference, 2.9, f"yours: {_signed(1_000 * result.difference, 1)}", figures.BLUE)
        return drawing

    def alt(self, result: Campaign) -> str:
        low, middle, high = (_signed(1_000 * one, 1) for one in (result.low, result.difference, result.high))
        return (
            f"Extra sales per 1,000 people: {middle}, with an interval from {low} to {high}. Nothing is at "
            f"0; the campaign pays from {1_000 * result.break_even:,.1f}."
        )

    def says(self, result: Campaign) -> str:
        low, middle, high = (result.sales(one) for one in (result.low, result.difference, result.high))
        first = f"Extra sales: {middle}; anything from {low} to {high} fits these numbers."
        if not result.cost:
            return f"{first} It cost nothing, so there is no ROI, and every extra sale is a gain."
        rois = [result.roi(one) for one in (result.low, result.difference, result.high)]
        second = f"ROI: {rois[1]}, anything from {rois[0]} to {rois[2]}."
        needed = f"Break-even is {1_000 * result.break_even:,.1f} extra sales per 1,000 people"
        if result.low >= result.break_even:
            verdict = f"{needed}: it paid."
        elif result.high <= result.break_even:
            verdict = f"{needed}: it did not pay."
        else:
            verdict = f"{needed}: these numbers cannot tell whether it paid."
        return f"{first} {second} {verdict} {_sure(result)}"


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


def _of_hundred(share: float) -> str:
    if 0 < share < 0.005:
        return "fewer than 1"
    return f"{100 * share:.0f}"


def _signed(number: float, digits: int = 0) -> str:
    text = f"{number:+,.{digits}f}".replace("-", "−")
    return text if any(sign in "123456789" for sign in text) else "0"
