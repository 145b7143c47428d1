"""*Who owns the customer?*: the reader's own ownership chart, with its gaps, doubles and judges."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from fieldguide.controls import Words
from fieldguide.exercise import Exercise

#: What is done about customers, and what each line of the chart is called.
STAGES = {
    "acquires": "Finds new customers",
    "converts": "Turns interest into orders",
    "retains": "Keeps those who might leave",
    "engages": "Keeps in touch with all the others",
}
DECIDES, SEES = "decides", "sees"

#: What somebody writes who means that there is nobody.
NOBODY = {
    "",
    "-",
    "–",
    "—",
    "?",
    "n/a",
    "none",
    "nobody",
    "no one",
    "noone",
    "no-one",
    "not known",
    "unknown",
}

#: More than any name needs; long or strange texts are folded within the chart.
MOST = 120

#: No more than that: “sales and marketing” may well be one team.
_BETWEEN = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True)
class Chart:
    """Who is named where, in the reader's own words.

    Attributes
    ----------
    owners : dict
        The names in each of `STAGES`; none where it is a gap.
    deciders, seers : tuple of str
        Who decides when two want the same customer; who can see all that one customer got.
    answered : int
        How many of the six lines were filled in, be it with "nobody".
    """

    owners: dict[str, tuple[str, ...]]
    deciders: tuple[str, ...]
    seers: tuple[str, ...]
    answered: int

    @property
    def gaps(self) -> tuple[str, ...]:
        """The stages that nobody is named for."""
        return tuple(stage for stage, names in self.owners.items() if not names)

    @property
    def doubles(self) -> tuple[str, ...]:
        """The stages that more than one is named for."""
        return tuple(stage for stage, names in self.owners.items() if len(names) > 1)

    @property
    def hands(self) -> int:
        """How many different owners there are."""
        return len({_key(name) for names in self.owners.values() for name in names})

    @property
    def judges_of_themselves(self) -> tuple[str, ...]:
        """Who decides and is a party to it, unless everything is in one hand anyway."""
        parties = {_key(name) for names in self.owners.values() for name in names}
        return tuple(name for name in self.deciders if _key(name) in parties and self.hands > 1)


class WhoOwnsTheCustomer(Exercise):
    """Six lines to fill in; the chart shows what is empty, what is double and who judges whom."""

    slug = "who-owns-the-customer"
    own = True
    title = "Who owns the customer?"
    question = (
        "Write in each line which team or who it is in your organization that does this; “nobody” is an "
        "answer. More than one? Put commas between them."
    )
    controls = (
        *(Words(name, what, most=MOST) for name, what in STAGES.items()),
        Words(DECIDES, "Decides who may write when two of them want the same customer", most=MOST),
        Words(SEES, "Can list all that one customer got from you last month, whoever sent it", most=MOST),
    )
    assumes = (
        "The chart reads names, not meanings: two names in a line are two owners, though they may get on "
        "well, and the same team under two names counts twice. Whoever decides without owning a line is "
        "taken for impartial. What you write stays on your machine; the sentence above goes into your plan’s "
        "memo."
    )

    def compute(self, values: dict[str, Any]) -> Chart:
        return Chart(
            owners={stage: _named(values[stage]) for stage in STAGES},
            deciders=_named(values[DECIDES]),
            seers=_named(values[SEES]),
            answered=sum(bool(values[name].strip()) for name in (*STAGES, DECIDES, SEES)),
        )

    def shows(self, result: Chart) -> str | None:
        if not result.answered:
            return None
        cards = "".join(
            _card(what, result.owners[stage], _remark(result, stage)) for stage, what in STAGES.items()
        )
        deciding = "Nobody decides: whoever sends first has decided." if not result.deciders else ""
        if result.judges_of_themselves:
            deciding = "Decides, and is one of those who want the customer."
        elif len(result.deciders) > 1:
            deciding = "Two decide: and if they disagree?"
        seeing = "" if result.seers else "Nobody sees it. The customer does."
        cards += _card("Decides when two collide", result.deciders, deciding)
        cards += _card("Sees all that a customer got", result.seers, seeing)
        return f'<div class="fg-grid">{cards}</div>'

    def says(self, result: Chart) -> str:
        if not result.answered:
            return "Six lines to fill in. Write what happens, not what is planned."
        count = {0: "no owner", 1: "1 owner"}.get(result.hands, f"{result.hands} owners")
        parts = [f"Four tasks, {count}"]
        if result.gaps:
            parts.append(f"{_tasks(len(result.gaps))} without anybody")
        if result.doubles:
            parts.append(f"{_tasks(len(result.doubles))} with more than one")
        said = f"{', '.join(parts)}."
        return " ".join(filter(None, (said, self._decided(result), self._seen(result))))

    def _decided(self, result: Chart) -> str:
        """Say who settles a quarrel, where there can be one."""
        if result.hands == 0:
            return ""
        if result.hands == 1:
            return "One owner on paper: how many hands, and who decides among them?"
        if not result.deciders:
            return "When two of them want the same customer, nobody decides."
        if result.judges_of_themselves:
            return "Who decides when they collide is one of them. Which number is that one paid for?"
        return "Somebody decides who is not one of them. Ask for the last time that it happened."

    def _seen(self, result: Chart) -> str:
        """Say whether anybody knows what a customer got."""
        if result.seers:
            return ""
        return "And nobody can see all that one customer got."


def _tasks(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"


def _named(text: str) -> tuple[str, ...]:
    """Return the names in a line, each once, in the order of writing."""
    found: dict[str, str] = {}
    for name in _BETWEEN.split(" ".join(text.split())):
        if _key(name) not in NOBODY:
            found.setdefault(_key(name), name)
    return tuple(found.values())


def _key(name: str) -> str:
    """Return what two spellings of a name have in common."""
    return name.strip(" .").casefold().removeprefix("the ")


def _remark(result: Chart, stage: str) -> str:
    if stage in result.gaps:
        return "Nobody: a gap."
    if stage in result.doubles:
        return "More than one: who does it when each thinks that the other will?"
    return ""


def _card(title: str, names: tuple[str, ...], remark: str) -> str:
    rows = "".join(f'<li style="overflow-wrap:anywhere">{escape(name)}</li>' for name in names)
    listed = f"<ul>{rows}</ul>" if rows else ""
    note = f'<p class="fg-empty">{escape(remark)}</p>' if remark else ""
    return f"<div><h4>{escape(title)}</h4>{listed}{note}</div>"
