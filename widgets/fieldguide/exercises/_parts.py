"""The three parts, and an audit of twelve places: four use cases by three parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from fieldguide.exercises._four_boxes import BOXES, CX, ED, SM, TM
from fieldguide.kinds.audit import Area, Audit, Audited, Item, standing

#: The rows, in the order in which customers meet them; and the columns.
ROWS = {name: BOXES[name] for name in (SM, TM, CX, ED)}
PARTS = {"needs": "Needs", "wants": "Wants", "recovery": "Recovery"}

#: The highest level, of every item.
TOP = 3

#: In how many of a hundred companies made up by lot one judge names the right use case and the right place of
#: twelve, by items a place: the chapter *Audit and plan* reckons them.
NAMED = {1: (58, 28), 2: (67, 37)}


def trust(items: int, close: bool) -> str:
    """Say how often so many items a place name the right ones, and what to make of it.

    Where the weakest use case and the next lie so `close` that one answer decides, neither is named.
    """
    row, place = NAMED[items]
    advice = (
        "But one level of one item decides between your two lowest use cases: call it a tie, and judge both "
        "again."
        if close
        else "Trust the use case further than the place: take the place as a question."
    )
    return (
        f"In companies made up by lot, one judge with {'one item' if items == 1 else 'two items'} a place "
        f"named the weakest use case in {row} of 100, and the weakest place in {place}; with a judge for "
        f"each use case it is less. {advice}"
    )


def too_close(levels: Sequence[float], answers: int) -> bool:
    """Return whether one level of one answer decides which mean level, of so many answers, is lowest."""
    low, second, *_ = sorted(levels)
    return 0 < second - low <= 1 / answers + 1e-9


@dataclass(frozen=True)
class Cell:
    """One place of the grid: what was judged there.

    ``backed`` is the level that counts: one less than ``level`` where nothing was written down for it.
    """

    row: str
    part: str
    number: int
    level: int | None
    evidence: str

    @property
    def bare(self) -> bool:
        return bool(self.level) and not self.evidence

    @property
    def backed(self) -> int | None:
        return None if self.level is None else self.level - self.bare

    @property
    def name(self) -> str:
        return f"{ROWS[self.row]}, {PARTS[self.part].lower()}"


@dataclass(frozen=True)
class Grid(Audited):
    """An audit's rows (`areas`), its columns, and its places."""

    parts: tuple[Area, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def low(self) -> tuple[Cell, ...]:
        """The places with the lowest level that counts, all that tie.

        None before every place is judged, and none where all are alike: then no link is weaker than another.
        """
        levels = [cell.backed for cell in self.cells]
        if None in levels or min(levels) == max(levels):
            return ()
        return tuple(cell for cell in self.cells if cell.backed == min(levels))

    @property
    def close(self) -> bool:
        """Whether one answer decides which use case is the weakest."""
        levels = [area.backed for area in self.areas]
        return None not in levels and too_close([TOP * level for level in levels], len(PARTS))

    def lowest(self, areas: tuple[Area, ...]) -> tuple[Area, ...]:
        """Return the weakest of rows or of columns, all that tie; none before each has an answer."""
        if any(area.backed is None for area in areas):
            return ()
        low = min(area.backed for area in areas)
        return tuple(area for area in areas if abs(area.backed - low) < 1e-9)


class PartAudit(Audit):
    """A subclass sets `items`, one for each place, by ``items_of``."""

    areas = ROWS
    assumes = (
        "Each item weighs the same, and steps between levels are taken as equal. A level above the lowest "
        "for which you write nothing counts one level less. The page cannot read your evidence; only a "
        "stranger can. One item for each place is a sketch: it says where to look first, and compares you "
        "with nobody."
    )
    #: What is asked of each place: the question, four levels, and an example of evidence.
    asked: ClassVar[dict[tuple[str, str], tuple[str, tuple[str, ...], str]]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        cls.items = tuple(
            Item(
                name=f"{row}-{part}",
                area=row,
                text=f"{ROWS[row]} · {PARTS[part]}. {cls.asked[row, part][0]}",
                levels=cls.asked[row, part][1],
                prompt=f"What can you show a stranger? (For example: {cls.asked[row, part][2]})",
            )
            for row in ROWS
            for part in PARTS
        )
        super().__init_subclass__(**kwargs)

    def compute(self, values: dict[str, Any]) -> Grid:
        audited = super().compute(values)
        cells = tuple(
            Cell(
                *item.name.rsplit("-", 1),
                number=number,
                level=values[item.name],
                evidence=" ".join(values[f"{item.name}-evidence"].split()),
            )
            for number, item in enumerate(self.items, start=1)
        )
        return Grid(**vars(audited), parts=tuple(_area(part, cells) for part in PARTS), cells=cells)

    def shows(self, result: Grid) -> str | None:
        if not result.answered:
            return None
        rows = "".join(f"<li>{self._row(area)}</li>" for area in result.areas)
        columns = "".join(f"<li>{_bar(PARTS[area.name], area)}</li>" for area in result.parts)
        ways = "".join(f"<p>{self.way_up(cell)}</p>" for cell in result.low[:3])
        return (
            f'<h4>By use case</h4><ul class="fg-profile">{rows}</ul>'
            f'<h4>By part</h4><ul class="fg-profile">{columns}</ul>{self._table(result)}'
            f"<p>{trust(1, result.close)}</p>{ways}"
        )

    def _table(self, result: Grid) -> str:
        """Draw the twelve places: the level that counts, and a mark where nothing was written down."""
        head = "".join(f"<th>{name}</th>" for name in PARTS.values())
        body = ""
        for row, name in ROWS.items():
            cells = "".join(
                f"<td>{_level(cell, cell in result.low)}</td>" for cell in result.cells if cell.row == row
            )
            body += f'<tr><th scope="row">{name}</th>{cells}</tr>'
        return (
            '<table class="fg-sheet"><caption>Levels that count, 0 to 3 (weakest in brackets)</caption>'
            f"<thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def way_up(self, cell: Cell) -> str:
        """Return, as HTML, what the next step from a place would look like."""
        return f"<strong>{escape(cell.name)}</strong> (item {cell.number}). {escape(self.step(cell))}"

    def step(self, cell: Cell) -> str:
        """Say what the next step from a place would look like."""
        levels = self.items[cell.number - 1].levels
        if cell.bare:
            return f"You said: “{levels[cell.level]}” Write down what shows it, or go down one level."
        if cell.level == 0:
            # The level above the lowest is often a bad habit of its own, and nothing to work for.
            return f"From the bottom, aim two levels up: “{levels[2]}”"
        return f"The next level reads: “{levels[cell.level + 1]}”"

    def says(self, result: Grid) -> str:
        if not result.answered:
            return (
                f"{result.items} items, one for each use case and part. Judge what happens, not what is "
                "planned."
            )
        left = result.items - result.answered
        count = f"{result.answered} of {result.items} items judged" if left else f"All {result.items} judged"
        if result.unbacked:
            count += f", {result.unbacked} of them with nothing written down"
        if left:
            return f"{count}. The weakest link is named once all {result.items} are."
        if not result.low:
            level = result.cells[0].backed
            if level == TOP:
                return f"{count}. All stand at the top: have a stranger read your evidence."
            return f"{count}. All stand at level {level} of {TOP}: no place is weaker than another."
        low = result.low
        if len(low) == 1:
            link = f"Weakest link: {low[0].name}, at level {low[0].backed} of {TOP}."
        else:
            more = f" and {len(low) - 3} more" if len(low) > 3 else ""
            link = (
                f"{len(low)} places tie as your weakest link, at level {low[0].backed} of {TOP}: "
                f"{'; '.join(cell.name for cell in low[:3])}{more}."
            )
        lines = [_weakest("use case", ROWS, result.lowest(result.areas))]
        lines.append(_weakest("part", PARTS, result.lowest(result.parts)))
        return " ".join(filter(None, [link, *lines, f"{count}."]))


def _weakest(kind: str, names: dict[str, str], areas: tuple[Area, ...]) -> str:
    """Name the weakest row or column, or those that tie; nothing before each has an answer."""
    if not areas:
        return ""
    share = f"{areas[0].backed:.0%}"
    if len(areas) == len(names):
        return f"All {kind}s stand alike, at {share}."
    named = [names[area.name] for area in areas]
    if len(named) == 1:
        return f"Weakest {kind}: {named[0]}, at {share}."
    return f"{', '.join(named[:-1])} and {named[-1]} tie as weakest {kind}, at {share}."


def _area(part: str, cells: tuple[Cell, ...]) -> Area:
    mine = [cell for cell in cells if cell.part == part]
    judged = [cell for cell in mine if cell.level is not None]
    share = sum(cell.level for cell in judged) / TOP / len(judged) if judged else None
    backed = sum(cell.backed for cell in judged) / TOP / len(judged) if judged else None
    return Area(part, len(judged), len(mine), share, backed)


def _bar(title: str, area: Area) -> str:
    if area.share is None:
        return f"{title}: no answer yet"
    return (
        f"{title}: {standing(area)}"
        f'<div class="fg-bar" style="--claimed:{area.share:.4g};--counted:{area.backed:.4g}"></div>'
    )


def _level(cell: Cell, low: bool) -> str:
    if cell.backed is None:
        return "–"
    return f"<strong>[{cell.backed}]</strong>" if low else f"{cell.backed}"
