"""A second exercise of *Delighters*: a firm that seldom fails beside one that often fails and mends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: From so many failures in 100 visits on, it is allowed all of them.
ALL = 99.95

#: The most failures in 100 visits that the map has room for, and its steps from left to right, in percent.
TOP, STEP = 30, 2


@dataclass(frozen=True, eq=False)
class Compared:
    """What a customer is worth to either firm, and with how many failures they are level."""

    told: int
    fails: int
    careful_fails: int
    careful: float
    gracious: float
    #: Failures in 100 visits with which the gracious firm is worth as much; inf where it always is more.
    allowed: float
    #: The same if everybody with a failure told.
    if_all_told: float
    #: The same for every share who tell that the map has.
    line: np.ndarray
    guess: float | None


class CarefulOrGracious(Exercise):
    """Two firms, one that prevents and one that mends; find where either is worth more."""

    slug = "careful-or-gracious"
    title = "Careful or gracious?"
    question = (
        "One firm takes care: 5 of 100 visits fail, and nobody mends anything. The other takes it easy, and "
        "mends so well whatever it is told of that these customers stay as if nothing had happened. To which "
        "is a customer worth more?"
    )
    guess = "careful-or-gracious-guess"
    guessed_at = ("told", "careful_fails", "leave_mended", "leave_unmended", "care_costs", "mending_costs")
    controls = (
        Number("told", "Customers with a failure who tell", unit="%", low=0, high=100, step=STEP, default=40),
        Number("fails", "The gracious firm fails", unit="visits in 100", low=1, high=TOP, default=10),
        Number(
            "leave_mended", "After a mended failure leave", unit="customers in 100", low=0, high=20, default=2
        ),
    )
    assumptions = (
        Number("careful_fails", "The careful firm fails", unit="visits in 100", low=1, high=20, default=5),
        Number(
            "leave_unmended",
            "After a failure that nobody mends leave",
            unit="customers in 100",
            low=2,
            high=60,
            default=20,
        ),
        Number("care_costs", "Care costs", unit="dollars a visit", low=0, high=10, default=1),
        Number("mending_costs", "Mending costs", unit="dollars a case", low=0, high=100, step=5, default=20),
    )
    assumes = (
        "Both firms and every amount are invented. A visit brings in $20. After a visit without a failure 2 "
        "of 100 customers leave for good; after a failure more do, and it does not matter how many they have "
        "seen before. The careful firm mends nothing. The gracious firm mends whatever it is told of, and "
        "nothing else. What is compared is what a customer brings in from the first visit to the last, less "
        "what care or mending costs, on average and without interest."
    )

    def compute(self, values: dict[str, Any]) -> Compared:
        firms = worlds.Firms(
            careful_fails=values["careful_fails"] / 100,
            leave_mended=values["leave_mended"] / 100,
            leave_unmended=values["leave_unmended"] / 100,
            care_costs=float(values["care_costs"]),
            mending_costs=float(values["mending_costs"]),
        )
        line = 100 * worlds.failures_allowed([told / 100 for told in _told()], firms)
        return Compared(
            told=values["told"],
            fails=values["fails"],
            careful_fails=values["careful_fails"],
            careful=worlds.careful_worth(firms),
            gracious=float(worlds.gracious_worth(values["fails"] / 100, values["told"] / 100, firms)),
            allowed=float(line[_told().index(values["told"])]),
            if_all_told=float(line[-1]),
            line=line,
            guess=self.guess_for(values),
        )

    def shows(self, result: Compared) -> Figure:
        drawing, axes = _told_and_failures()
        across, heights = _within(result.line)
        figures.band(axes, across, [0] * len(heights), heights, color=figures.GREEN, alpha=0.18)
        # Where the line leaves the map, the gracious firm is worth more with all the failures shown.
        edge = [height if height < TOP else float("nan") for height in heights]
        axes.plot(across, edge, color=figures.GREEN)
        careful = min(result.careful_fails, TOP)
        axes.plot([0, 100], [careful] * 2, color=figures.BLUE, lw=1.4, ls=(0, (4, 3)), zorder=1)
        axes.plot(result.told, result.fails, "o", ms=10, mew=0, color=figures.PURPLE, clip_on=False)
        aside, align = (2.5, "left") if result.told < 75 else (-2.5, "right")
        height = min(result.fails + 1.2, TOP - 2)
        axes.text(result.told + aside, height, "here", ha=align, color=figures.PURPLE, fontweight="bold")
        return drawing

    def alt(self, result: Compared) -> str:
        at = {told: height for told, height in zip(_told(), result.line, strict=True) if told % 20 == 0}
        line = ", ".join(f"{told}%: {_failures(height)}" for told, height in at.items())
        return (
            "A map: share of customers with a failure who tell, against the gracious firm’s failures in 100 "
            f"visits. Below a line it is worth more than the careful firm, above it less; the line by share "
            f"who tell: {line}. A dashed line marks the careful firm’s {result.careful_fails}, a dot your "
            f"{result.told}% and {result.fails}."
        )

    def says(self, result: Compared) -> str:
        more, less = ("gracious", "careful") if result.gracious > result.careful else ("careful", "gracious")
        low, high = map(dollars, sorted((result.gracious, result.careful)))
        first = (
            f"A customer is worth about the same to both, {high}."
            if high == low
            else f"A customer is worth {high} to the {more} firm, and {low} to the {less} one."
        )
        where = f"Where {result.told}% tell,"
        if result.allowed >= ALL:
            return f"{first} {where} a customer is worth no less to the gracious firm however often it fails."
        second = (
            f"{where} the gracious firm may fail in up to {result.allowed:.1f} of 100 visits, against the "
            f"careful firm’s {result.careful_fails}, and a customer be worth as much to it"
        )
        if result.told == 100:
            return f"{first} {second}."
        if result.if_all_told >= ALL:
            return f"{first} {second}; if everybody told, it might fail as often as it liked."
        return f"{first} {second}; if everybody told, in up to {result.if_all_told:.1f}."

    def notes(self, result: Compared) -> dict[str, str]:
        if result.guess is None:
            return {}
        return {"fails": f"<p>Your guess was {result.guess:.0f} of 100 visits.</p>"}


@cache
def _told() -> list[int]:
    return list(range(0, 101, STEP))


def _within(line: np.ndarray) -> tuple[list[float], list[float]]:
    """Return the line cut off at the map's upper edge, with the places where it crosses that edge."""
    across, heights = [float(_told()[0])], [min(float(line[0]), TOP)]
    for told, before, after in zip(_told()[1:], line[:-1], line[1:], strict=True):
        if (before < TOP) != (after < TOP):
            one, other = (min(height, 10 * TOP) for height in (before, after))  # neither is infinite
            part = (TOP - one) / (other - one)
            across.append(told - STEP + STEP * float(part))
            heights.append(TOP - 1e-6)
        across.append(float(told))
        heights.append(min(float(after), TOP))
    return across, heights


def _failures(number: float) -> str:
    return "any number" if number >= ALL else f"{number:.1f}"


@figures.backdrop
def _told_and_failures() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=330, left=40, right=18, top=62)
    axes.set(xlim=(0, 100), ylim=(0, TOP), xlabel="customers with a failure who tell")
    axes.set_xticks((0, 25, 50, 75, 100), ("0%", "25%", "50%", "75%", "100%"))
    axes.set_yticks(range(0, TOP + 1, 10))
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-9, TOP + 5.8, "failures of the gracious firm, in 100 visits")
    names = (
        ("green: a customer is worth more to it", figures.GREEN),
        ("dashed: the careful firm’s failures", figures.BLUE),
    )
    for row, (name, color) in enumerate(names):
        axes.text(-9, TOP + 3.6 - 2.2 * row, name, color=color, fontweight="bold")
    return drawing, axes
