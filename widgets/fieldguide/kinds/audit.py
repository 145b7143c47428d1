"""An audit of the reader's own organization: items with described levels, a score for each area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from fieldguide.controls import Choice, Words
from fieldguide.exercise import Exercise


@dataclass(frozen=True)
class Item:
    """One thing to judge; `levels` describe behavior that can be seen, from nothing to the best.

    ``prompt`` asks for what shows the level; empty, no evidence is asked for.
    """

    name: str
    area: str
    text: str
    levels: tuple[str, ...]
    prompt: str = ""


@dataclass(frozen=True)
class Area:
    """How one area stands: its share of the levels there are (0 to 1; None unanswered)."""

    name: str
    answered: int
    items: int
    share: float | None
    #: The share when a level without evidence counts one level less.
    backed: float | None


@dataclass(frozen=True)
class Audited:
    """The whole profile."""

    areas: tuple[Area, ...]
    answered: int
    items: int
    unbacked: int

    @property
    def weakest(self) -> tuple[Area, ...]:
        """The areas with the lowest backed share, all that tie; empty until each has an answer."""
        if any(area.backed is None for area in self.areas):
            return ()
        low = min(area.backed for area in self.areas)
        return tuple(area for area in self.areas if abs(area.backed - low) < 1e-9)


def standing(area: Area) -> str:
    """Say how an answered area stands: what is claimed, and what is counted where that is less."""
    if area.backed == area.share:
        return f"{area.share:.0%}"
    return f"{area.share:.0%} claimed, {area.backed:.0%} counted"


class Audit(Exercise):
    """A subclass sets `areas` (name to title) and `items`, and writes ``says``."""

    areas: ClassVar[Mapping[str, str]]
    items: ClassVar[tuple[Item, ...]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "items" in cls.__dict__:
            controls = []
            for number, item in enumerate(cls.items, start=1):
                if item.area not in cls.areas:
                    raise ValueError(f"Item {item.name!r} stands in no area.")
                controls.append(Choice(item.name, f"{number}. {item.text}", dict(enumerate(item.levels))))
                if item.prompt:
                    controls.append(Words(f"{item.name}-evidence", item.prompt))
            cls.controls = tuple(controls)

    def compute(self, values: dict[str, Any]) -> Audited:
        areas, unbacked = [], 0
        for name in self.areas:
            items = [item for item in self.items if item.area == name]
            shares, backed = [], []
            for item in items:
                level = values[item.name]
                if level is None:
                    continue
                top = len(item.levels) - 1
                bare = bool(item.prompt) and level > 0 and not values[f"{item.name}-evidence"].strip()
                unbacked += bare
                shares.append(level / top)
                backed.append((level - bare) / top)
            mean = sum(shares) / len(shares) if shares else None
            kept = sum(backed) / len(backed) if backed else None
            areas.append(Area(name, len(shares), len(items), mean, kept))
        return Audited(tuple(areas), sum(a.answered for a in areas), len(self.items), unbacked)

    def shows(self, result: Audited) -> str | None:
        rows = "".join(f"<li>{self._row(area)}</li>" for area in result.areas)
        return f'<ul class="fg-profile">{rows}</ul>'

    def _row(self, area: Area) -> str:
        """Say how an area stands, above a bar that shows the same: full as counted, framed as claimed."""
        title = escape(self.areas[area.name])
        if area.share is None:
            return f"{title}: no answer yet"
        return (
            f"{title}: {standing(area)}"
            f'<div class="fg-bar" style="--claimed:{area.share:.4g};--counted:{area.backed:.4g}"></div>'
        )

    def says(self, result: Audited) -> str:
        if not result.answered:
            return f"{result.items} items; judge what happens, not what is planned."
        return f"{result.answered} of {result.items} items judged; {result.unbacked} without evidence."
