"""Campaigns alone, or campaigns and being known: twelve quarters of a pool that refills more or less."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import people, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

QUARTERS = 12

#: Heights that the axis may have: their thirds are whole numbers.
TOPS = (60, 120, 240, 360, 600)


@dataclass(frozen=True)
class Quarters:
    """Sales of each quarter, all of the budget in campaigns or a part of it elsewhere."""

    alone: tuple[float, ...]
    split: tuple[float, ...]
    part: int
    #: The quarter from which on the split has sold more in all; None when it has not by the end.
    overtakes: int | None

    @property
    def left(self) -> float:
        """What campaigns alone sell in the last quarter, in percent of the first."""
        return 100 * self.alone[-1] / self.alone[0]


class Runway(Exercise):
    """A pool of people ready to buy, drawn down by campaigns and refilled from outside."""

    slug = "runway"
    title = "How long is your runway?"
    question = (
        "1,000 people are ready to buy from you. Campaigns sell to some of them each quarter. How long does "
        "that go on, and would part of the money be better spent on being known?"
    )
    controls = (
        Number(
            "refill",
            "Become ready to buy each quarter by themselves",
            unit="people",
            low=0,
            high=300,
            step=10,
            default=30,
        ),
        Number(
            "strength",
            "Campaigns sell each quarter to",
            unit="% of those ready",
            low=5,
            high=60,
            step=1,
            default=30,
        ),
    )
    assumptions = (
        Number(
            "part", "Part of the budget moved to being known", unit="%", low=5, high=60, step=5, default=25
        ),
        Number(
            "fetched",
            "The whole budget, spent on being known, would make ready",
            unit="people a quarter",
            low=0,
            high=400,
            step=10,
            default=150,
        ),
        Number("delay", "Until these people come", unit="quarters", low=0, high=8, step=1, default=3),
        Number(
            "leak",
            "Of those who did not buy, lost by the next quarter",
            unit="%",
            low=0,
            high=50,
            step=5,
            default=10,
        ),
    )
    assumes = (
        "One pool, in which everybody is alike. Campaigns sell only to people who are ready, and with less "
        "money to fewer, in proportion. People become ready by themselves (they move house, hear of you, "
        "grow up) at a rate that campaigns do not change. Nobody comes back to buy again, and no competitor "
        "does anything. Arithmetic with made-up numbers: nothing was measured."
    )

    def compute(self, values: dict[str, Any]) -> Quarters:
        pool = values["refill"], values["strength"] / 100, values["leak"] / 100, QUARTERS
        alone = worlds.quarters(*pool)
        split = worlds.quarters(*pool, values["part"] / 100, values["fetched"], values["delay"])
        ahead = [
            theirs > mine + 1e-9 for mine, theirs in zip(accumulate(alone), accumulate(split), strict=True)
        ]
        behind = [quarter for quarter, leads in enumerate(ahead) if not leads]
        overtakes = (behind[-1] + 2 if behind else 1) if ahead[-1] else None
        return Quarters(alone, split, values["part"], overtakes)

    def shows(self, result: Quarters) -> Figure:
        top = next(top for top in TOPS if max(*result.alone, *result.split) <= top)
        drawing, axes = _quarters(top)
        along = range(1, QUARTERS + 1)
        axes.plot(along, result.alone, "-o", ms=5, mew=0, color=figures.ORANGE, clip_on=False)
        axes.plot(along, result.split, "--s", ms=4.5, mew=0, color=figures.BLUE, clip_on=False)
        totals = sum(result.alone), sum(result.split)
        words = (
            f"campaigns alone (dots): {totals[0]:,.0f} sales",
            f"{result.part}% on being known (squares): {totals[1]:,.0f} sales",
        )
        for row, (text, color) in enumerate(zip(words, (figures.ORANGE, figures.BLUE), strict=True)):
            axes.text(
                QUARTERS + 0.3, top * (1.2 - 0.09 * row), text, ha="right", color=color, fontweight="bold"
            )
        return drawing

    def alt(self, result: Quarters) -> str:
        return (
            f"Sales in each of {QUARTERS} quarters. Campaigns alone: from {result.alone[0]:.0f} to "
            f"{result.alone[-1]:.0f}, {sum(result.alone):,.0f} in all. With {result.part}% of the budget on "
            f"being known: from {result.split[0]:.0f} to {result.split[-1]:.0f}, {sum(result.split):,.0f} in "
            "all."
        )

    def says(self, result: Quarters) -> str:
        first = (
            f"Campaigns alone sell to {people(result.alone[0])} in the first quarter and to "
            f"{people(result.alone[-1])} in the twelfth, {percent(result.left / 100)} of it."
        )
        last = people(result.split[-1])
        split = f"With {result.part}% of the budget on being known, the twelfth brings {last}"
        if result.overtakes is None:
            gap = sum(result.alone) - sum(result.split)
            if round(gap) < 1:
                return f"{first} {split}, and all twelve together hardly fewer."
            return (
                f"{first} {split}, and all twelve together {gap:.0f} fewer: here campaigns alone sell more."
            )
        if result.overtakes == 1:
            return f"{first} {split}; that way is ahead from the start."
        since = f"from quarter {result.overtakes} on"
        return f"{first} {split}; all counted from the start, that way is ahead {since}."


@figures.backdrop
def _quarters(top: float) -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=270, left=34, right=14, bottom=44, top=4)
    axes.set(xlim=(0.5, QUARTERS + 0.5), ylim=(0, 1.3 * top), xticks=range(1, QUARTERS + 1), xlabel="quarter")
    axes.set_yticks([0, top / 3, 2 * top / 3, top], [f"{at:.0f}" for at in (0, top / 3, 2 * top / 3, top)])
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(0.5, 1.02 * top, "sales", ha="left")
    return drawing, axes
