"""*Followers*: whom to treat one to one, the biggest spenders or the most followed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars, people

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Customers of a town, how many of them are treated, and in how many towns it is tried.
PEOPLE, TREATED, TOWNS = 300, 10, 20
#: By how much the spend of a customer rises who is won.
RISE = 0.20
#: In percent, the shares of customers who are easily swayed: the figure's axis.
SHARES = tuple(range(0, 61, 5))
#: Dollars a year at the figure's upper end.
TOP = 4_000
#: How the three ways to pick are called, and drawn.
WAYS = {
    "spenders": ("the biggest spenders", figures.ORANGE, "-", 2.4),
    "followed": ("the most followed", figures.BLUE, (0, (5, 2)), 2.4),
    "lot": ("ten by lot", figures.MUTED, (0, (1.5, 1.5)), 1.8),
}
#: The part of the larger by which two ways may differ and still be called alike.
ALIKE = 0.05


@dataclass(frozen=True, eq=False)
class Treated:
    """What treating ten customers brings, by how they are picked: dollars a year and town, over `SHARES`."""

    swayed: int
    counted: int
    brings: dict[str, tuple[float, ...]]
    #: People won by word of mouth at the reader's share.
    people: dict[str, float]
    #: In how many of the towns the most followed bring more than the biggest spenders.
    ahead: int

    def here(self, way: str) -> float:
        return self.brings[way][SHARES.index(self.swayed)]


class Followers(Exercise):
    """Say how easily people are swayed and what counts; see whom to treat."""

    slug = "followers"
    title = "Followers"
    question = (
        "You can look after ten of 300 customers one to one. Do you take those who spend the most, or "
        "those whom the most others follow?"
    )
    controls = (
        Number(
            "swayed",
            "Customers who are easily swayed",
            unit="%",
            low=0,
            high=60,
            step=5,
            default=20,
            snaps=True,
        ),
        Number(
            "counted",
            "Of the rise in the ten biggest spenders’ own spend, count",
            unit="%",
            low=0,
            high=100,
            step=10,
            default=100,
        ),
    )
    assumptions = (
        Number(
            "together",
            "How far big spenders are also much followed",
            unit="%",
            low=0,
            high=100,
            step=10,
            default=30,
        ),
    )
    assumes = (
        "Simulated: 20 towns of 300 customers; nobody was measured. Each customer follows four others, "
        "mostly the famous ones. Customers spend $100 a year on average, a few of them far more. Whoever "
        "is won spends 20% more. The ten whom you treat are won. An easily swayed customer is won as soon "
        "as one of the four is; the others are never won by word of mouth. Count less than all of the "
        "biggest spenders’ own rise where they would have spent more anyway, or cannot spend more. It is "
        "then left out for all three ways alike: whether you treat them, or they are won by somebody whom "
        "they follow. The last slider is a correlation, in percent."
    )

    def compute(self, values: dict[str, Any]) -> Treated:
        reached = worlds.reach(values["together"] / 100)
        part = values["counted"] / 100
        gains = {way: RISE * (part * one.big + one.rest) for way, one in reached.items()}
        at = SHARES.index(values["swayed"])
        return Treated(
            swayed=values["swayed"],
            counted=values["counted"],
            brings={way: tuple(gain.mean(axis=1).tolist()) for way, gain in gains.items()},
            people={way: float(one.people[at].mean()) for way, one in reached.items()},
            ahead=_ahead(gains["followed"][at], gains["spenders"][at]),
        )

    def shows(self, result: Treated) -> Figure:
        drawing, axes = _axes()
        top = max(map(result.here, WAYS))
        axes.plot([result.swayed] * 2, [0, top], color=figures.INK, lw=1, ls=(0, (1, 2)))
        for row, (way, (name, color, dash, thick)) in enumerate(WAYS.items()):
            axes.plot(SHARES, result.brings[way], color=color, ls=dash, lw=thick, clip_on=False)
            axes.plot(result.swayed, result.here(way), "o", ms=7, mew=0, color=color, clip_on=False)
            text = f"{name}: {dollars(result.here(way))}"
            axes.text(2, TOP * (0.94 - 0.085 * row), text, color=color, fontweight="bold")
        return drawing

    def alt(self, result: Treated) -> str:
        here = ", ".join(f"{name} {dollars(result.here(way))}" for way, (name, *_) in WAYS.items())
        return (
            "Three rising lines: what treating ten of 300 customers brings a year, over the share of "
            f"customers who are easily swayed, from 0 to 60%. At {result.swayed}%: {here}."
        )

    def says(self, result: Treated) -> str:
        spenders, followed = result.here("spenders"), result.here("followed")
        won = (
            f"by word of mouth the biggest spenders win {people(result.people['spenders'])}, the most "
            f"followed {people(result.people['followed'])}, ten by lot {people(result.people['lot'])}"
        )
        gap = followed - spenders
        if abs(gap) < ALIKE * max(spenders, followed):
            verdict = (
                f"Here it hardly matters: {dollars(spenders)} and {dollars(followed)} a year, less than "
                f"{ALIKE:.0%} apart"
            )
        elif gap > 0:
            verdict = f"Treat the most followed: {dollars(followed)} a year against {dollars(spenders)}"
        else:
            verdict = f"Treat the biggest spenders: {dollars(spenders)} a year against {dollars(followed)}"
        return (
            f"{verdict}; the most followed are ahead in {result.ahead} of {TOWNS} towns. With "
            f"{result.swayed}% easily swayed, {won}."
        )


def _ahead(ones: np.ndarray, others: np.ndarray) -> int:
    return int((ones > others).sum())


@figures.backdrop
def _axes() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=310, left=50, right=16, bottom=44, top=26)
    axes.set(xlim=(SHARES[0], SHARES[-1]), ylim=(0, TOP))
    axes.set_xticks(range(0, 61, 20), [f"{share}%" for share in range(0, 61, 20)])
    axes.set_xlabel("customers who are easily swayed")
    axes.set_yticks(
        range(0, TOP + 1, 1_000), ["0", *(f"${height:,}" for height in range(1_000, TOP + 1, 1_000))]
    )
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-9.5, 1.04 * TOP, "more sales a year and town")
    return drawing, axes
