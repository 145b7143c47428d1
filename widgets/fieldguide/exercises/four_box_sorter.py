"""*Four-box sorter*: twenty initiatives, four boxes, and which of the grid's two lines trips the reader."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from fieldguide.exercises._four_box_cards import CARDS
from fieldguide.exercises._four_boxes import BOXES, WHEN, WHOM
from fieldguide.kinds.sorter import Placed, Sorted, Sorter

#: What a miss was, for each question and in the order in which its two sides come up in `BOXES`.
TOO_MUCH = (("tactical", "strategic"), ("early", "late"))


def astray(placed: tuple[Placed, ...], side: Mapping[str, str]) -> dict[str, int]:
    """Count the misses that landed on a side of one of the grid's lines where none of the card's homes lies.

    Parameters
    ----------
    placed : tuple of Placed
        Every choice so far; a choice that fits is never astray.
    side : mapping of str to str
        For each box, the side of the line on which it lies.

    Returns
    -------
    dict of str to int
        For each side, how many choices went astray toward it.
    """
    counts = dict.fromkeys(side.values(), 0)
    for one in placed:
        if side[one.box] not in {side[home] for home in one.card.home}:
            counts[side[one.box]] += 1
    return counts


class FourBoxSorter(Sorter):
    """Sort ten initiatives, then ten more."""

    slug = "four-box-sorter"
    title = "Four-box sorter"
    question = "Which box does each of these initiatives belong in?"
    boxes = BOXES
    cards = CARDS
    rounds = (10, 20)

    def shows(self, result: Sorted) -> str:
        cells = []
        for box, title in self.boxes.items():
            rows = "".join(
                f"<li>{'✓' if one.fits else '✗'} {escape(one.card.title)}"
                f"<span class='fg-hidden'> ({'fits' if one.fits else 'does not fit'})</span></li>"
                for one in result.placed
                if one.box == box
            )
            what = f"{WHOM[box]}, {WHEN[box]} they buy"
            listed = f"<ul>{rows}</ul>" if rows else '<p class="fg-empty">Nothing yet.</p>'
            cells.append(f"<div><h4>{escape(title)}</h4><p class='fg-empty'>{what}</p>{listed}</div>")
        # Always two by two: the columns and the rows of this grid mean something.
        style = "grid-template-columns:repeat(2,minmax(0,1fr))"
        return f'<div class="fg-grid" style="{style}">{"".join(cells)}</div>'

    def says(self, result: Sorted) -> str:
        done = len(result.placed)
        if not done:
            return f"{result.cards} initiatives to sort, none sorted yet. Some have two homes."
        if result.playing is not None:
            return f"{done} of {result.cards} sorted, {result.fits} of them in a box that can be defended."
        deck = [one.card for one in result.placed]
        blind = sum(len(card.home) for card in deck) / len(self.boxes)
        score = (
            f"All {done} sorted, {result.fits} of them in a box that can be defended; "
            f"blind luck would bring about {blind:g}."
        )
        return f"{score} {self.leaning(result)}"

    def leaning(self, result: Sorted) -> str:
        """Say which of the two questions the reader's misses got wrong, and which way."""
        misses = len(result.placed) - result.fits
        if not misses:
            return self._preference(result)
        whom, when = astray(result.placed, WHOM), astray(result.placed, WHEN)
        first, second = sum(whom.values()), sum(when.values())
        if misses == 1:
            return _one_miss(whom, when)
        asked = [
            f"the {which} question wrong {_times(sum(counts.values()))} ({_ways(counts, *words)})"
            for which, counts, words in zip(("first", "second"), (whom, when), TOO_MUCH, strict=True)
            if any(counts.values())
        ]
        more = "the first" if first > second else "the second" if second > first else "both"
        return f"Your {misses} misses got {' and '.join(asked)}: ask {more} more slowly."

    def _preference(self, result: Sorted) -> str:
        """With nothing wrong, say on which side of the purchase the reader put what has a home on both."""
        torn = [one for one in result.placed if len({WHEN[home] for home in one.card.home}) > 1]
        after = sum(WHEN[one.box] == "after" for one in torn)
        if len(torn) == 1:
            side = "after" if after else "before"
            return f"The one with a home on both sides of the purchase you put {side} it."
        return (
            f"Of the {len(torn)} with a home on both sides of the purchase, you put {after} after it and "
            f"{len(torn) - after} before it."
        )


def _one_miss(whom: Mapping[str, int], when: Mapping[str, int]) -> str:
    ways = [
        f"too {word}"
        for counts, words in zip((whom, when), TOO_MUCH, strict=True)
        for count, word in zip(counts.values(), words, strict=True)
        if count
    ]
    if not ways:
        return "Your one miss has its homes in opposite corners, so that neither question alone tells."
    one = "the first question" if any(whom.values()) else "the second question"
    which = "both questions" if len(ways) == 2 else one
    return f"Your one miss got {which} wrong ({' and '.join(ways)})."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _ways(sides: Mapping[str, int], *words: str) -> str:
    """Tell a question's misses by the way they went; `words` name the two sides in the order of `sides`."""
    pairs = zip(words, sides.values(), strict=True)
    return ", ".join(f"{count} too {word}" for word, count in pairs if count)
