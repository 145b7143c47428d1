"""The signature exercise of *A history with receipts*: rule on the essays, and a timeline fills in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import data, figures
from fieldguide.exercises._claims import CITED, CLAIMS, LOOKED_UP, VERDICTS, WHY
from fieldguide.exercises._reordered import in_new_order
from fieldguide.kinds.court import Court, Heard

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Where each sentence stood in version 1, in which the verdicts went round in turn.
FORMER = (
    *(0, 1, 2, 5, 4, 3, 7, 6),
    *(8, 9, 11, 10, 12, 15, 13, 14),
    *(17, 18, 16, 21, 20, 19, 23, 22),
)

#: First and last year of the axis.
FIRST, LAST = 1964, 2027

#: Units of the drawing for each line of text.
ROW = 15.2

#: Years between a dot and its words.
GAP = 1.4

#: Marks that reach so far have their words on the left, where there is room.
LATE = 2000

#: A trade whose first event is earlier has its name on a line of its own, or the two would meet.
CROWDED = 1980

COLORS = {
    "direct": figures.BLUE,
    "sales": figures.GREEN,
    "crm": figures.ORANGE,
    "ux": figures.PURPLE,
    "cx": figures.RED,
    "social": figures.GREEN,
    "asking": figures.MUTED,
}


@dataclass(frozen=True)
class Session(Heard):
    """The rulings, and what they have brought to light: all so far, and by the last of them."""

    known: tuple[data.Event, ...] = ()
    new: tuple[str, ...] = ()


def lines() -> dict[str, int]:
    """Return, by name of event and by trade, the line from the top on which each is written."""
    line, placed = 0, {}
    for event in data.history():
        if event.trade not in placed:
            placed[event.trade] = line
            line += event.year < CROWDED
        placed[event.name] = line
        line += 1
    return placed


@figures.backdrop
def _years() -> tuple[Figure, Axes]:
    """Set up the years and the trades, one below the other, with a line for each event still to come."""
    placed = lines()
    rows = max(placed.values()) + 1
    drawing, axes = figures.figure(height=ROW * rows + 68, left=8, right=8, bottom=60, top=4)
    axes.set(xlim=(FIRST, LAST), ylim=(rows - 0.4, -0.6), yticks=())
    axes.set(xticks=range(1970, LAST, 10), xlabel="ring: where an essay puts it; bar: sources differ")
    axes.spines["left"].set_visible(False)
    for trade, title in data.TRADES.items():
        axes.text(FIRST, placed[trade], title, va="center", color=COLORS[trade], fontweight="bold")
        if placed[trade]:
            axes.axhline(placed[trade] - 0.5, color=figures.FAINT, lw=0.8)
    return drawing, axes


@figures.pieces
def _event(axes: Axes, name: str) -> None:
    """Draw one event: a dot, a bar over the years on which sources differ, a ring where an essay puts it."""
    event = next(one for one in data.history() if one.name == name)
    line, color = lines()[name], COLORS[event.trade]
    for year in event.put:
        axes.plot([event.year, year], [line, line], color=color, lw=1, ls=(0, (1, 1.5)))
        axes.plot(year, line, "o", ms=8, mfc="none", mec=color, mew=1.6)
    if event.until is not None:
        axes.plot([event.year, event.until], [line, line], color=color, lw=6, solid_capstyle="round")
    axes.plot(event.year, line, "o", ms=7, mew=0, color=color)
    ends = (event.year, event.until or event.year, *event.put)
    at, align = (min(ends) - GAP, "right") if max(ends) >= LATE else (max(ends) + GAP, "left")
    axes.text(at, line, f"{event.when} {event.label}", ha=align, va="center")


class ClaimCourt(Court):
    """Rule on sentences from the five essays; each ruling brings what is on record into a timeline."""

    slug = "claim-court"
    version = 2
    title = "Claim court"
    question = (
        "Each sentence is from one of the five essays that this book grew from, word for word. Does it hold?"
    )
    verdicts = VERDICTS
    claims = CLAIMS
    rounds = (8, 16, 24)
    cited = CITED

    @classmethod
    def carry_over(cls, version: int, values: dict[str, Any]) -> dict[str, Any] | None:
        return in_new_order(values, FORMER) if version == 1 else None

    def compute(self, values: dict[str, Any]) -> Session:
        heard = super().compute(values)
        brought = [one.claim.brings for one in heard.rulings]
        names = {name for names in brought for name in names}
        known = tuple(event for event in data.history() if event.name in names)
        return Session(heard.rulings, heard.hearing, heard.claims, known, brought[-1] if brought else ())

    def shows(self, result: Session) -> Figure:
        drawing, axes = _years()
        _event(axes, (event.name for event in result.known))
        placed = lines()
        # What the last ruling brought is framed.
        new = [placed[name] for name in result.new]
        axes.barh(new, LAST - FIRST, left=FIRST, height=0.9, fill=False, ec=figures.MUTED, lw=1)
        return drawing

    def alt(self, result: Session) -> str:
        years = f"A timeline from {FIRST} to {LAST}, a line for each of {len(data.history())} events"
        if not result.known:
            return f"{years}; none is filled in yet."
        told = "; ".join(
            f"{event.when} {event.label}"
            + (f" (an essay puts it about {' or '.join(map(str, event.put))})" if event.put else "")
            for event in result.known
        )
        return f"{years}. Filled in: {told}."

    def says(self, result: Session) -> str:
        if not result.rulings:
            return f"{super().says(result)} Some can be defended either way."
        if result.hearing is not None:
            events = f"{len(result.known)} of {len(data.history())} events"
            return f"{super().says(result)} The timeline has {events}; framed: the newest."
        return f"{self._score(result)} {self._lean(result)} {self._misses(result)}".strip()

    def _score(self, result: Session) -> str:
        same = max(sum(v in one.claim.fair for one in result.rulings) for v in self.verdicts)
        return (
            f"All {result.claims} heard, and {result.fits} of your rulings agree with the record; the same "
            f"ruling every time would have agreed with {same} at best."
        )

    def _lean(self, result: Session) -> str:
        mild, strict = self.leaning(result)
        if not mild + strict:
            return "You were never too mild and never too strict."
        return f"You were too mild {_times(mild)}, too strict {_times(strict)}."

    def _misses(self, result: Session) -> str:
        """Say which kind of sentence the reader's misses were about."""
        if result.fits == result.claims:
            return ""
        asked = Counter(one.claim.about for one in result.rulings)
        missed = Counter(one.claim.about for one in result.rulings if not one.fits)
        return (
            f"You missed {missed[LOOKED_UP]} of {asked[LOOKED_UP]} on {LOOKED_UP}, and {missed[WHY]} of "
            f"{asked[WHY]} on {WHY}."
        )


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")
