"""*Segment until it breaks*: divide a book club ever more finely, and write to the other half."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number, Several, Switch
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Each trait that the world knows, as it stands beside its box.
TRAITS = {
    "recency": "how lately they bought (4 levels)",
    "frequency": "how often they bought (3 levels)",
    "spend": "how much they spent (5 levels)",
    "gender": "gender (2 levels)",
    "months": "how long they have been members (4 levels)",
    "art": "whether they bought art books (2 levels)",
    "geography": "whether they bought geography books (2 levels)",
}
#: The part of a half that is written to, in percent, unless somebody wants another.
SHARE = 30
#: Buyers in 100, where the axis ends and how far beside its strokes a row's name stands; and how far a stroke
#: reaches up and down, in rows.
MOST, ASIDE, STROKE = 36, 0.6, 0.22


@dataclass(frozen=True)
class Told:
    """The best part of either half, in buyers of 100, for each way to halve the club."""

    traits: tuple[str, ...]
    added: bool
    share: int
    sizes: tuple[int, ...]
    chose: tuple[float, ...]
    other: tuple[float, ...]
    everybody: float
    guess: float | None

    @property
    def cells(self) -> int:
        return len(self.sizes)

    @property
    def luck(self) -> float:
        """Which part of the lead over everybody is gone in the other half, from 0 to 1."""
        lead = fmean(self.chose) - self.everybody
        return min(1.0, max(0.0, (fmean(self.chose) - fmean(self.other)) / lead)) if lead > 0.05 else 0.0


class SegmentUntilItBreaks(Exercise):
    """Tick traits; see what the best cells answer where they were chosen, and where they were not."""

    slug = "segment-until-it-breaks"
    title = "Segment until it breaks"
    question = (
        "A book club offers a book to half of its 4,000 members, divides them by what you tick, and ranks "
        "the cells by how many ordered. Then it writes to the best cells of the other half. How finely "
        "should it divide?"
    )
    guess = "segment-until-it-breaks-guess"
    guessed_at = {"traits": list(TRAITS), "added": False, "share": SHARE}
    controls = (
        Several("traits", "Divide the members by", TRAITS, default=("recency",)),
        Switch("added", "Do not cross the traits: give points for each, and add them up"),
    )
    assumptions = (
        Number("share", "Written to: the best", unit="% of a half", low=20, high=50, step=10, default=SHARE),
    )
    assumes = (
        "A textbook’s case, Charles Book Club: 4,000 rows, 338 orders. The members are halved by lot, 100 "
        "times, and each thin stroke is one halving. Crossed, everybody with the same levels of all ticked "
        "traits is in one cell, and a cell is ranked by its own orders alone; one in which the choosing "
        "half has nobody counts as average. Added up, each level of each trait gets points for how its "
        "members ordered, whatever else they are, and a cell has the sum. From the last cell that is "
        "written to, lots pick as many as fit in. Both halves were asked at the same time: next year’s "
        "answers may differ more."
    )

    def compute(self, values: dict[str, Any]) -> Told:
        traits = tuple(values["traits"])
        halved = worlds.best_by_halves(traits, values["added"], values["share"] / 100)
        return Told(
            traits=traits,
            added=values["added"],
            share=values["share"],
            sizes=tuple(halved.sizes.tolist()),
            chose=tuple((100 * halved.chose).tolist()),
            other=tuple((100 * halved.other).tolist()),
            everybody=100 * halved.everybody,
            guess=self.guess_for(values),
        )

    def shows(self, result: Told) -> Figure:
        drawing, axes = _two_rows(result.everybody)
        rows = (
            (1, result.chose, figures.ORANGE, "chose"),
            (0, result.other, figures.BLUE, "other half"),
        )
        for row, answers, color, name in rows:
            # One line with gaps for all strokes: matplotlib takes ten times as long for a hundred marks.
            across = [at for answer in answers for at in (answer, answer, nan)]
            up = [row - STROKE, row + STROKE, nan] * len(answers)
            axes.plot(across, up, color=color, lw=0.8, alpha=0.45, clip_on=False)
            mean = fmean(answers)
            axes.plot([mean, mean], [row - 0.34, row + 0.34], color=color, lw=3, clip_on=False)
            text = f"{name}: {mean:.1f}"
            right = max(answers) + ASIDE + figures.wide(axes, text) <= MOST
            place, align = (max(answers) + ASIDE, "left") if right else (min(answers) - ASIDE, "right")
            axes.text(place, row, text, ha=align, va="center", color=color, fontweight="bold")
        return drawing

    def alt(self, result: Told) -> str:
        told = []
        for name, answers in (("the half that chose", result.chose), ("the other half", result.other)):
            ordered = sorted(answers)
            low, high = ordered[len(ordered) // 20], ordered[-1 - len(ordered) // 20]
            told.append(f"in {name} around {fmean(answers):.1f}, nine in ten from {low:.1f} to {high:.1f}")
        return (
            f"A stroke for each of {len(result.chose)} halvings: buyers among 100 written to. "
            f"{told[0].capitalize()}; {told[1]}. Everybody: {result.everybody:.1f}."
        )

    def says(self, result: Told) -> str:
        everybody = f"{result.everybody:.1f}"
        if not result.traits:
            return (
                f"Nothing divides the members: one cell, of which any {result.share} in 100 are the best. "
                f"They order as everybody does, {everybody} times in 100."
            )
        count = len(result.traits)
        how = "Added up" if result.added else "Crossed"
        what = "this trait makes" if count == 1 else f"these {count} traits make"
        return (
            f"{how}, {what} {result.cells} cells. The best {result.share} in 100 members order "
            f"{fmean(result.chose):.1f} times in 100 where they were chosen, {fmean(result.other):.1f} times "
            f"in the other half, and everybody {everybody} times. {_luck(result.luck)}"
        )

    def notes(self, result: Told) -> dict[str, str]:
        if not result.traits:
            return {}
        alone = sum(size == 1 for size in result.sizes)
        single = {0: "", 1: "; one has a single member"}.get(alone, f"; {alone} have a single member")
        guess = f" Your guess for the other half was {result.guess:.0f}." if result.guess is not None else ""
        return {
            "traits": f"<p>{result.cells} cells; half of them have {median(result.sizes):,.0f} members or "
            f"fewer, in both halves together{single}.{guess}</p>"
        }


def _luck(part: float) -> str:
    percent = round(100 * part)
    if percent < 3:
        return "Hardly any of the lead was luck."
    return f"Of the lead over everybody, {percent}% was luck."


@figures.backdrop
def _two_rows(everybody: float) -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=190, left=12, right=12, bottom=44, top=26)
    axes.set(xlim=(0, MOST), ylim=(-0.5, 1.5), xlabel="buyers among 100 written to")
    axes.set(xticks=range(0, MOST + 1, 6), yticks=())
    axes.spines["left"].set_visible(False)
    axes.plot([everybody, everybody], [-0.5, 1.5], color=figures.INK, lw=1.2, ls=(0, (4, 3)))
    axes.text(everybody, 1.58, f"everybody: {everybody:.1f}", ha="center")
    return drawing, axes
