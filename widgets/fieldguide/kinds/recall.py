"""A list of pairs to read, hide and say from memory, at the reader's own pace.

What is right is told when all have been answered, so that *Undo* is a second thought and no way to try.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from fieldguide.controls import Choice, Moves, Number, Press
from fieldguide.exercise import Exercise


@dataclass(frozen=True)
class Pair:
    """Something, and what belongs to it: the key of an answer."""

    thing: str
    answer: str


@dataclass(frozen=True)
class Recalled:
    """Where a recall stands."""

    #: The pairs to read, in the order in which they stand on the page.
    pairs: tuple[Pair, ...]
    #: The same in the order in which they are asked.
    asked: tuple[Pair, ...]
    hidden: bool
    #: What was said, in the order asked.
    said: tuple[str, ...]

    @property
    def playing(self) -> Pair | None:
        """The pair that is asked for; None before and after."""
        return self.asked[len(self.said)] if self.hidden and not self.done else None

    @property
    def done(self) -> bool:
        return len(self.said) == len(self.asked)

    @property
    def right(self) -> int:
        """How many were said rightly so far."""
        return sum(pair.answer == said for pair, said in zip(self.asked, self.said, strict=False))


class Recall(Exercise):
    """A subclass sets `lists`, `answers`, `least`, `most` and `usual`, and writes ``says``.

    ``lists`` maps a list's name to its title and its pairs, `most` of them; ``answers`` maps an answer's key
    to what is read. As many answers are offered as there are pairs in a whole list, however many are asked,
    so that blind pressing is right as often whatever the length. ``unlike`` is the order in which pairs are
    asked: a permutation of the places of a whole list.
    """

    lists: ClassVar[Mapping[str, tuple[str, tuple[Pair, ...]]]]
    answers: ClassVar[Mapping[str, str]]
    least: ClassVar[int]
    most: ClassVar[int]
    usual: ClassVar[int]
    unlike: ClassVar[tuple[int, ...]]
    #: What the controls, the folded list and its table's columns are called.
    how_many: ClassVar[str]
    to_read: ClassVar[str]
    which: ClassVar[str]
    columns: ClassVar[tuple[str, str]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "lists" in cls.__dict__:
            for name, (_, pairs) in cls.lists.items():
                if len(pairs) != cls.most or {pair.answer for pair in pairs} != set(cls.answers):
                    raise ValueError(f"List {name!r} needs {cls.most} pairs, one for each answer.")
            if sorted(cls.unlike) != list(range(cls.most)):
                raise ValueError("The order of asking names each place of a list once.")
            titles = {name: title for name, (title, _) in cls.lists.items()}
            cls.controls = (
                Number("length", cls.how_many, low=cls.least, high=cls.most, step=1, default=cls.usual),
                Choice("list", cls.which, titles, default=next(iter(titles))),
                Press("hidden", "I have read it: hide it"),
                Moves("moves", "What do they get?", dict(cls.answers), most=cls.most),
            )

    def compute(self, values: dict[str, Any]) -> Recalled:
        pairs = self.lists[values["list"]][1][: values["length"]]
        asked = tuple(pairs[place] for place in self.unlike if place < len(pairs))
        hidden = values["hidden"]
        return Recalled(pairs, asked, hidden, tuple(values["moves"][: len(asked)]) if hidden else ())

    def locks(self, result: Recalled) -> set[str]:
        if not result.hidden:
            return {"moves"}
        return {"length", "list", "moves"} if result.done else {"length", "list"}

    def asks(self, result: Recalled) -> dict[str, str]:
        if not result.hidden:
            rows = "".join(
                f"<tr><td>{escape(pair.thing)}</td><td>{escape(self.answers[pair.answer])}</td></tr>"
                for pair in result.pairs
            )
            table = f"<table>{self._head(*self.columns)}<tbody>{rows}</tbody></table>"
            # Until Python has started, the page shows the untouched exercise: whoever comes back to answer
            # must not see the list in it. So that is folded; whoever has set up a list has begun to read.
            opened = "" if result.pairs == self._untouched() else ' open=""'
            return {"hidden": f"<details{opened}><summary>{escape(self.to_read)}</summary>{table}</details>"}
        # Said in words: a table that stands in the page from the start must give way to something.
        hidden = "<p>The list is hidden.</p>"
        if result.playing is None:
            return {"hidden": hidden, "moves": "<p><strong>All said.</strong></p>"}
        place = f"{len(result.said) + 1} of {len(result.asked)}"
        return {
            "hidden": hidden,
            "moves": f'<p class="fg-card"><span class="fg-count">{place}</span>'
            f"{escape(result.playing.thing)}</p>",
        }

    @classmethod
    def _untouched(cls) -> tuple[Pair, ...]:
        first, *_ = cls.lists.values()
        return first[1][: cls.usual]

    def shows(self, result: Recalled) -> str | None:
        """Show what was meant beside what was said, once all is said."""
        if not result.done:
            return None
        rows = "".join(
            f"<tr><td>{'✓' if pair.answer == said else '✗'}"
            f"<span class='fg-hidden'> ({'right' if pair.answer == said else 'wrong'})</span> "
            f"{escape(pair.thing)}</td><td>{escape(self.answers[pair.answer])}</td>"
            f"<td>{escape(self.answers[said])}</td></tr>"
            for pair, said in zip(result.asked, result.said, strict=True)
        )
        return f"<table>{self._head(*self.columns, 'You said')}<tbody>{rows}</tbody></table>"

    def _head(self, *names: str) -> str:
        return f"<thead><tr>{''.join(f'<th>{escape(name)}</th>' for name in names)}</tr></thead>"
