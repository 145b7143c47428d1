"""*Your twelve dots*: four capabilities by three relationships, as a map of one's own organization."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures
from fieldguide.controls import Choice
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The rows: what the figure calls a capability, and what a label does.
CAPABILITIES = {
    "demand": "Selling",
    "knowledge": "Knowing",
    "brand": "Brand",
    "relations": "Relating",
}
#: The columns.
RELATIONSHIPS = {"once": "one-off sales", "one": "one to one", "many": "networks"}

#: What would show that it is there: ours, a behavior for each place of the grid.
SHOWN = {
    (
        "demand",
        "once",
    ): "For an offer to everybody, we can say what it sold beyond what would have sold anyway",
    (
        "demand",
        "one",
    ): "For one customer, we can say which offer comes next, why, and when to leave them alone",
    ("demand", "many"): "We can say how many customers came through other customers, and what that took",
    ("knowledge", "once"): "What sales teach us reaches whoever decides on the next offer",
    ("knowledge", "one"): "What one colleague learns about a customer, the next one knows when they call",
    ("knowledge", "many"): "We hear what customers tell one another, and somebody passes it on inside",
    ("brand", "once"): "Five people who bought once would give the same reason for choosing us",
    ("brand", "one"): "A regular meets the same manners in sales, service and billing",
    ("brand", "many"): "Customers say of us, unpaid, what we would like to be known for",
    ("relations", "once"): "When a single purchase goes wrong, we notice, and it is put right",
    ("relations", "one"): "When a regular grows quiet, we notice, and somebody does something",
    ("relations", "many"): "We know who speaks for many customers, and somebody talks with them",
}
OPEN, UNNEEDED = "open", "unneeded"
LEVELS = {
    OPEN: "not judged yet",
    UNNEEDED: "we do not need this for what we plan",
    "0": "0: nobody here can",
    "1": "1: one or two people can",
    "2": "2: it happens whoever is on duty",
    "3": "3: the same, and we could show a stranger",
}
TOP = 3


@dataclass(frozen=True)
class Grid:
    """What was chosen for each place of the grid, as the keys of `LEVELS`."""

    chosen: dict[tuple[str, str], str]

    @property
    def needed(self) -> dict[tuple[str, str], int]:
        """The levels of what was judged and is needed."""
        return {place: int(level) for place, level in self.chosen.items() if level.isdigit()}

    @property
    def open(self) -> int:
        return sum(level == OPEN for level in self.chosen.values())

    @property
    def weakest(self) -> tuple[tuple[str, str], ...]:
        """The needed places with the lowest level, all that tie; none where that is the highest there is."""
        needed = self.needed
        low = min(needed.values(), default=TOP)
        if low == TOP:
            return ()
        return tuple(place for place, level in needed.items() if level == low)


class CapabilityGrid(Exercise):
    """Twelve judgments of one's own organization; where it is weak, and what that says about buying."""

    slug = "capability-grid"
    own = True
    title = "Your twelve dots"
    question = (
        "Think of the next thing that you plan to buy for dealing with customers. What would your people "
        "have to be able to do, and are they? The table of dots stands below the twelve menus."
    )
    controls = tuple(
        Choice(
            f"{capability}-{relationship}",
            f"{CAPABILITIES[capability]}, {RELATIONSHIPS[relationship]}. {text}",
            LEVELS,
            default=OPEN,
            style="menu",
        )
        for (capability, relationship), text in SHOWN.items()
    )
    assumes = (
        "Rows and columns are a blogger’s reading of Maklan, Knox and Peppard; their dots there carry no "
        "values. The twelve sentences and the levels are ours. Each judged place weighs the same, and "
        "steps between levels count alike. Nothing here compares you with anybody else."
    )

    def compute(self, values: dict[str, Any]) -> Grid:
        return Grid({(row, column): values[f"{row}-{column}"] for row, column in SHOWN})

    def shows(self, result: Grid) -> Figure:
        drawing, axes = _axes()
        weakest = result.weakest
        for (row, column), level in result.chosen.items():
            at = list(RELATIONSHIPS).index(column), list(CAPABILITIES).index(row)
            if not level.isdigit():
                axes.text(*at, "?" if level == OPEN else "–", ha="center", va="center", color=figures.MUTED)
                continue
            low = (row, column) in weakest
            color = figures.ORANGE if low else figures.BLUE
            axes.plot(*at, "o", ms=14 + 6 * int(level), mew=0, color=color, alpha=0.35)
            if low:
                axes.plot(*at, "o", ms=18 + 6 * int(level), mew=2, mec=color, mfc="none")
            axes.text(*at, level, ha="center", va="center_baseline", fontweight="bold")
        return drawing

    def alt(self, result: Grid) -> str:
        rows = []
        for row, name in CAPABILITIES.items():
            levels = [
                f"{RELATIONSHIPS[column]} {_read(result.chosen[row, column])}" for column in RELATIONSHIPS
            ]
            rows.append(f"{name}: {', '.join(levels)}")
        return f"A grid of twelve dots, larger for more. {'; '.join(rows)}. The weakest are ringed."

    def says(self, result: Grid) -> str:
        needed = result.needed
        if not needed:
            if result.open:
                return (
                    "Twelve places to judge. Begin with those that what you plan to buy is meant for, and "
                    "leave out what you do not need."
                )
            return "You need none of the twelve for what you plan. Then what is it for?"
        still = f" {result.open} of 12 are still to be judged." if result.open else ""
        low = min(needed.values())
        if low == TOP:
            return f"All that you need is there, and can be shown: let a stranger look.{still}"
        few = sum(level <= 1 for level in needed.values())
        places = [f"{CAPABILITIES[row].lower()} ({RELATIONSHIPS[column]})" for row, column in result.weakest]
        named = ", ".join(places[:3]) + (f" and {len(places) - 3} more" if len(places) > 3 else "")
        if few == 0:
            hangs = "none hangs on single people"
        elif few == len(needed):
            who = "it hangs" if few == 1 else "all of them hang"
            hangs = f"{who} on one or two people, or on nobody"
        else:
            hangs = f"{few} {'hangs' if few == 1 else 'hang'} on one or two people, or on nobody"
        places_needed = "1 place is" if len(needed) == 1 else f"{len(needed)} places are"
        return (
            f"{places_needed} judged and needed; {hangs}. Weakest, at level {low}: {named}. Ask there what "
            f"a purchase would let them do that they have tried to do without it.{still}"
        )


@figures.backdrop
def _axes() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=270, left=78, right=14, bottom=10, top=34)
    axes.set(xlim=(-0.5, 2.5), ylim=(3.5, -0.5))
    axes.xaxis.tick_top()
    axes.set_xticks(range(3), RELATIONSHIPS.values())
    axes.set_yticks(range(4), CAPABILITIES.values())
    axes.tick_params(length=0)
    axes.grid(visible=False)
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)
    for line in (0.5, 1.5, 2.5):
        axes.axhline(line, color=figures.FAINT, lw=0.8)
    for line in (0.5, 1.5):
        axes.axvline(line, color=figures.FAINT, lw=0.8)
    return drawing, axes


def _read(level: str) -> str:
    return {OPEN: "not judged", UNNEEDED: "not needed"}.get(level, level)
