"""*Guess the weights*: what weighs most for tenants, as guessed and as derived from their answers."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any

from fieldguide import data, figures, measures
from fieldguide.controls import Choice, Number, Press
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The attributes, in the order of `data.LEVELS`, as rows and as sentences name them.
NAMES = {
    "say": "say in running the place",
    "home": "kind of building",
    "contact": "contact with other tenants",
}

#: Who is counted, as an index into the levels of say and of home; and as sentences name them.
WHO = {
    "all": ((0, 1, 2), (0, 1, 2, 3)),
    "heard": ((1, 2), (0, 1, 2, 3)),
    "medium": ((1,), (0, 1, 2, 3)),
    "towers": ((0, 1, 2), (0,)),
}
WHOM = {
    "all": "all tenants",
    "heard": "tenants with medium or high say",
    "medium": "tenants with medium say",
    "towers": "tenants in towers",
}

#: A weight's interval holds so many of a hundred resamples.
LEVEL = 0.95


@dataclass(frozen=True)
class Weighed:
    """The reader's weights, and those derived from those who are counted; each in percent of all weights."""

    yours: list[float]
    committed: bool
    who: str
    way: str
    tenants: int
    derived: np.ndarray
    low: np.ndarray
    high: np.ndarray
    #: By attribute, the gap (or spread) itself, in percentage points.
    points: np.ndarray
    #: Of a hundred resamples, in how many the heaviest attribute is the heaviest.
    holds: float

    @property
    def heaviest(self) -> int:
        """Which attribute weighs most in the answers."""
        return int(self.derived.argmax())


class GuessTheWeights(Exercise):
    """Three weights, committed; then what 1,681 answers say, of everybody or of some."""

    slug = "guess-the-weights"
    title = "Guess the weights"
    question = (
        "Tenants in Copenhagen were asked how satisfied they were with their homes. Which weighs most: how "
        "much say they felt they had in running the place, the kind of building, or how much contact they "
        "had with other tenants?"
    )
    controls = (
        Number("say", "Say in running the place", unit="your weight", low=0, high=10, default=5),
        Number("home", "Kind of building", unit="your weight", low=0, high=10, default=5),
        Number("contact", "Contact with other tenants", unit="your weight", low=0, high=10, default=5),
        Press("committed", "These are my weights: show me what the answers say"),
        Choice(
            "who",
            "Derive the weights from",
            {
                "all": "all 1,681 tenants",
                "heard": "only those with medium or high say",
                "medium": "only those with medium say",
                "towers": "only those in towers",
            },
            default="all",
        ),
    )
    assumptions = (
        Choice(
            "way",
            "An attribute weighs",
            {
                "gap": "the gap between its best and its worst level",
                "alike": "the same, reckoned as if the other attributes were alike",
                "spread": "how far its levels lie apart, counting how many tenants have which",
            },
            default="gap",
        ),
    )
    assumes = (
        "The answers are real. Importance is derived by one simple measure: the share of highly satisfied "
        "tenants at the best level of an attribute less the share at its worst, and the three gaps divided "
        "by their sum. More levels leave more room for a gap: the building has four, contact two. Intervals "
        "are from 200 drawings of as many tenants with replacement; they know the luck of who was asked, "
        "and nothing else. A gap is a difference between people. It does not tell what would happen if a "
        "landlord gave somebody more say: the satisfied may also feel more heard."
    )

    def compute(self, values: dict[str, Any]) -> Weighed:
        yours = [values[name] for name in NAMES]
        if not any(yours):
            raise ValueError("Give at least one of the three some weight.")
        say, home = WHO[values["who"]]
        homes = data.homes()
        happy, asked = (counts[list(say)][:, list(home)] for counts in (homes.happy, homes.asked))
        points = measures.derived_importance(happy, asked, len(NAMES), values["way"])
        drawn = measures.derived_importance(
            *measures.resampled_counts(happy, asked), len(NAMES), values["way"]
        )
        shares = 100 * drawn / drawn.sum(axis=1, keepdims=True)
        low, high = measures.percentile_band(shares, LEVEL)
        derived = 100 * points / points.sum()
        return Weighed(
            yours=[100 * weight / sum(yours) for weight in yours],
            committed=values["committed"],
            who=values["who"],
            way=values["way"],
            tenants=int(asked.sum()),
            derived=derived,
            low=low,
            high=high,
            points=100 * points,
            holds=100 * float((shares.argmax(axis=1) == derived.argmax()).mean()),
        )

    def locks(self, result: Weighed) -> set[str]:
        return set(NAMES) if result.committed else set()

    def shows(self, result: Weighed) -> Figure:
        drawing, axes = _rows()
        rows = range(len(NAMES))
        # One line for all dots of a color: matplotlib takes longer around a line than for it.
        dots = {"marker": "o", "ls": "", "ms": 10, "mew": 0, "clip_on": False}
        axes.plot(result.yours, [row + 0.2 for row in rows], color=figures.ORANGE, **dots)
        if result.committed:
            ends = [
                end for low, high in zip(result.low, result.high, strict=True) for end in (low, high, nan)
            ]
            beside = [row + 0.5 for row in rows for _ in range(3)]
            band = {"lw": 6, "alpha": 0.35, "solid_capstyle": "butt", "clip_on": False}
            axes.plot(ends, beside, color=figures.BLUE, **band)
            axes.plot(result.derived, [row + 0.5 for row in rows], color=figures.BLUE, **dots)
        for row, yours in enumerate(result.yours):
            _beside(axes, yours, yours, row + 0.2, f"you: {yours:.0f}%", figures.ORANGE)
            if result.committed:
                low, high, derived = result.low[row], result.high[row], result.derived[row]
                text = f"answers: {derived:.0f}%"
                _beside(axes, min(low, derived), max(high, derived), row + 0.5, text, figures.BLUE)
        return drawing

    def alt(self, result: Weighed) -> str:
        rows = "; ".join(
            f"{name}: you {yours:.0f}%"
            + (f", the answers {derived:.0f}%, interval {low:.0f} to {high:.0f}" if result.committed else "")
            for name, yours, derived, low, high in zip(
                NAMES.values(), result.yours, result.derived, result.low, result.high, strict=True
            )
        )
        return f"Three attributes on a line from 0 to 100% of all weight. {rows[0].upper()}{rows[1:]}."

    def says(self, result: Weighed) -> str:
        if not result.committed:
            return "Set three weights; only their proportions count. Commit, and see what the answers say."
        names, first = list(NAMES.values()), result.heaviest
        kind = "spread" if result.way == "spread" else "gap"
        told = "; ".join(
            f"{names[at]} {result.derived[at]:.0f}% (a {kind} of {result.points[at]:.0f} points)"
            for at in sorted(range(len(names)), key=lambda at: -result.derived[at])
        )
        said = f"Among {WHOM[result.who]} ({result.tenants:,}), the answers weigh: {told}."
        fixed = {"medium": "say", "towers": "home"}.get(result.who)
        if fixed:
            return (
                f"{said} All of them have the same {NAMES[fixed]}, so it cannot weigh anything here, however "
                "much it matters."
            )
        yours = [at for at, weight in enumerate(result.yours) if weight == max(result.yours)]
        if len(yours) > 1:
            verdict = f"You put none first; they put {names[first]} first"
        elif yours == [first]:
            verdict = f"Like you, they put {names[first]} first"
        else:
            verdict = f"You put {names[yours[0]]} first; they put {names[first]} first"
        return f"{said} {verdict}, in {result.holds:.0f} of 100 drawings of as many tenants."


@figures.backdrop
def _rows() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=250, left=16, right=18, bottom=44, top=6)
    axes.set(xlim=(0, 100), ylim=(2.78, -0.3), yticks=(), xticks=range(0, 101, 25))
    axes.set_xlabel("share of the weight, in percent")
    axes.spines["left"].set_visible(False)
    for row, name in enumerate(NAMES.values()):
        axes.text(0, row - 0.1, name, va="center")
    return drawing, axes


def _beside(axes: Axes, low: float, high: float, row: float, text: str, color: str) -> None:
    """Write to the right of what is drawn from low to high, or to the left where there is more room."""
    place, align = (high + 3, "left") if high < 60 else (low - 3, "right")
    axes.text(place, row, text, ha=align, va="center", color=color, fontweight="bold")
