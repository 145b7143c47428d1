"""Cards that a reader sorts into boxes; some cards are meant to be argued about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from fieldguide.controls import Choice, Moves
from fieldguide.exercise import Exercise


@dataclass(frozen=True)
class Card:
    """One thing to sort.

    Attributes
    ----------
    name, text, industry : str
        Its key, what is read, and where it happens.
    home : tuple of str
        The box where it belongs; two where a good case can be made for both.
    because : mapping of str to str
        For every box, what is to be said to who puts it there.
    """

    name: str
    text: str
    industry: str
    home: tuple[str, ...]
    because: Mapping[str, str]

    @property
    def arguable(self) -> bool:
        return len(self.home) > 1


@dataclass(frozen=True)
class Placed:
    """A card and the box that the reader chose."""

    card: Card
    box: str

    @property
    def fits(self) -> bool:
        return self.box in self.card.home


@dataclass(frozen=True)
class Sorted:
    """Where a game stands: what was placed, in order, and the card in play (None when all are placed)."""

    placed: tuple[Placed, ...]
    playing: Card | None
    cards: int

    @property
    def fits(self) -> int:
        return sum(one.fits for one in self.placed)


class Sorter(Exercise):
    """A subclass sets `boxes`, `cards` and `rounds`, and may say more in ``says``.

    ``boxes`` maps a box's name to its title; the grid has two columns, in this order. ``rounds`` are the
    numbers of cards that can be asked for, fewest first.
    """

    boxes: ClassVar[Mapping[str, str]]
    cards: ClassVar[tuple[Card, ...]]
    rounds: ClassVar[tuple[int, ...]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "cards" in cls.__dict__:
            for card in cls.cards:
                if set(card.because) != set(cls.boxes) or not set(card.home) <= set(cls.boxes):
                    raise ValueError(f"Card {card.name!r} needs a word for every box, and a home among them.")
            rounds = {count: f"{count}" for count in cls.rounds}
            cls.controls = (
                Moves("moves", "Put it in", dict(cls.boxes), most=len(cls.cards)),
                Choice("cards", "How many to sort", rounds, default=cls.rounds[0]),
            )

    def compute(self, values: dict[str, Any]) -> Sorted:
        deck = self.cards[: values["cards"]]
        placed = tuple(Placed(card, box) for card, box in zip(deck, values["moves"], strict=False))
        return Sorted(placed, deck[len(placed)] if len(placed) < len(deck) else None, len(deck))

    def locks(self, result: Sorted) -> set[str]:
        return set() if result.playing else {"moves"}

    def asks(self, result: Sorted) -> dict[str, str]:
        if result.playing is None:
            return {"moves": "<p><strong>All sorted.</strong></p>"}
        card, number = result.playing, len(result.placed) + 1
        place = f"{number} of {result.cards} · {escape(card.industry)}"
        return {"moves": f'<p class="fg-card"><span class="fg-count">{place}</span>{escape(card.text)}</p>'}

    def notes(self, result: Sorted) -> dict[str, str]:
        if not result.placed:
            return {}
        last = result.placed[-1]
        return {
            "moves": f"<p><strong>{self.verdict(last)}</strong> <em>“{escape(last.card.text)}”</em> in "
            f"{escape(self.boxes[last.box])}: {escape(last.card.because[last.box])}</p>{self._others(last)}"
        }

    def verdict(self, one: Placed) -> str:
        """Say in a word or two how a choice stands."""
        if not one.fits:
            # The next card is in play by now.
            return "Not there (Undo lets you try again)."
        return "A case can be made." if one.card.arguable else "That is its home."

    def _others(self, last: Placed) -> str:
        """Tell the case for the other home of an arguable card at once, the rest on request."""
        other = "".join(
            f"<p>The case for {escape(self.boxes[box])}: {escape(last.card.because[box])}</p>"
            for box in last.card.home
            if last.card.arguable and box != last.box
        )
        rest = [
            box
            for box in self.boxes
            if box != last.box and (box not in last.card.home or not last.card.arguable)
        ]
        rows = "".join(
            f"<li><strong>{escape(self.boxes[b])}.</strong> {escape(last.card.because[b])}</li>" for b in rest
        )
        return f"{other}<details><summary>The other boxes</summary><ul>{rows}</ul></details>"

    def shows(self, result: Sorted) -> str:
        cells = []
        for box, title in self.boxes.items():
            rows = "".join(
                f"<li>{'✓' if one.fits else '✗'} {escape(one.card.text)}"
                f"<span class='fg-hidden'> ({'fits' if one.fits else 'does not fit'})</span></li>"
                for one in result.placed
                if one.box == box
            )
            empty = '<p class="fg-empty">Nothing yet.</p>'
            cells.append(f"<div><h4>{escape(title)}</h4>{f'<ul>{rows}</ul>' if rows else empty}</div>")
        return f'<div class="fg-grid">{"".join(cells)}</div>'

    def says(self, result: Sorted) -> str:
        placed = len(result.placed)
        if not placed:
            return f"{result.cards} cards to sort, none yet."
        fit = f"{result.fits} {'is' if result.fits == 1 else 'are'}"
        return f"{placed} of {result.cards} sorted; {fit} where a case can be made for them."
