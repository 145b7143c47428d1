"""*Then and now*: an earlier file of answers beside today's. Nothing of it is taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import ipywidgets

from fieldguide import answers
from fieldguide.exercises import _kept
from fieldguide.exercises._answers_file import AnswersFile
from fieldguide.exercises._four_boxes import BOXES
from fieldguide.exercises._parts import PARTS, ROWS, TOP
from fieldguide.exercises.your_plan import YourPlan
from fieldguide.kinds.audit import Area

#: The audits, and what their areas are called: rows, and columns where there are any.
AUDITS = ("quick-audit", "audit-to-plan", "audit-further")
AREAS = {**BOXES, **ROWS, **PARTS}

#: What is said where there was nothing to compare.
NONE = "no answer"

#: What is said of the file that was read.
KEPT = "“Then” is {}, which is not kept here: after you leave, read it again."

Rows = list[tuple[str, str, str]]


class ThenAndNow(AnswersFile):
    """A link that saves today's answers, a button that reads an earlier file, and both side by side.

    Unlike `MyAnswers` it keeps nothing and changes nothing.
    """

    title = "Then and now"
    question = "What has changed since you last saved your answers? Today’s stay as they are."
    saves = "Save today’s answers as a file"
    reads = "Compare with an earlier file"

    def __init__(self) -> None:
        self._then: Mapping[str, Any] | None = None
        self._file = ""
        self._changes: dict[str, Rows] = {}
        self._table = ipywidgets.HTML()
        self._table.add_class("fg-figure")
        super().__init__(self._table)

    @property
    def sentence(self) -> str:
        """How much has changed, and of what."""
        if self._then is None:
            return "Nothing to compare with yet: read a file that you saved in an earlier month."
        return f"{summary(self._changes)} {KEPT.format(self._file)}"

    def read(self, name: str, content: bytes) -> str:
        self._then, self._file = answers.read_file(content), name
        return ""

    def _show(self, first: str = "") -> None:
        if self._then is not None:
            self._changes = compare(self._then, answers.snapshot())
            self._table.value = draw(self._changes)
        super()._show(first)


def compare(then: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Rows]:
    """Return, under headings, what was there then and what is there now: (name, then, now), in words."""
    return {
        "Audits": _audits(then, now),
        "Own numbers": _pairs(*({one.title: one.sentence for one in _own(side)} for side in (then, now))),
        "Guesses": _pairs(
            *({one.title: one.said for one in _kept.sort(side).guesses} for side in (then, now))
        ),
        "The plan": _pairs(_plan(then), _plan(now)),
        "Left out": [
            (f"{when}: {sentence}", "", "")
            for when, side in (("Then", then), ("Now", now))
            for sentence in _kept.sort(side).unread
        ],
    }


def summary(changes: Mapping[str, Rows]) -> str:
    """Say how much has changed, in one sentence."""
    rows = [row for heading, found in changes.items() if heading != "Left out" for row in found]
    if not rows:
        return "There is nothing to compare in either."
    changed = sum(before != after for _, before, after in rows)
    lines = "1 line" if len(rows) == 1 else f"{len(rows)} lines"
    return f"Of {lines}, {changed or 'none'} {'has' if changed == 1 else 'have'} changed."


def draw(changes: Mapping[str, Rows]) -> str:
    """Return then and now as tables: what has changed, and folded below it what has not."""
    html = ""
    for heading, rows in changes.items():
        if not rows:
            continue
        if heading == "Left out":
            html += "".join(f"<p>{escape(sentence)}</p>" for sentence, _, _ in rows)
            continue
        changed = [row for row in rows if row[1] != row[2]]
        same = [(name, text) for name, text, after in rows if text == after]
        html += f"<h4>{heading}</h4>"
        if changed:
            html += _sheet(("Then", "Now"), changed)
        if same:
            sheet = _sheet(("Then and now",), same)
            html += f"<details><summary>The same: {len(same)}</summary>{sheet}</details>"
    return html


def _sheet(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Draw a table of texts, each whole."""
    top = "".join(f"<th>{escape(one)}</th>" for one in columns)
    lines = ""
    for name, *texts in rows:
        cells = "".join(f"<td>{escape(text)}</td>" for text in texts)
        lines += f'<tr><th scope="row">{escape(name)}</th>{cells}</tr>'
    head = f"<thead><tr><td></td>{top}</tr></thead>"
    return f'<table class="fg-sheet fg-sides">{head}<tbody>{lines}</tbody></table>'


def _audits(then: Mapping[str, Any], now: Mapping[str, Any]) -> Rows:
    rows: Rows = []
    for slug in AUDITS:
        sides = [_levels(slug, side) for side in (then, now)]
        if any(sides):
            kind = _kept.exercise_of(slug)
            rows += [(f"{kind.title}: {name}", a, b) for name, a, b in _pairs(*sides)]
    return rows


def _levels(slug: str, side: Mapping[str, Any]) -> dict[str, str]:
    """Return what counts in each box, part and place of an audit, in words; nothing without an answer."""
    result = _kept.result_of(side, slug)
    if result is None or not result.answered:
        return {}
    levels = {AREAS[area.name]: _share(area) for area in (*result.areas, *getattr(result, "parts", ()))}
    for cell in getattr(result, "cells", ()):
        if cell.backed is not None:
            levels[cell.name] = f"level {cell.backed} of {TOP}"
    return levels


def _share(area: Area) -> str:
    return NONE if area.backed is None else f"{area.backed:.0%}"


def _own(side: Mapping[str, Any]) -> list[_kept.Told]:
    return [one for one in _kept.sort(side).own if one.slug != YourPlan.slug]


def _plan(side: Mapping[str, Any]) -> dict[str, str]:
    """Return what is written in a plan, by the labels of its fields."""
    record = side["answers"].get(YourPlan.slug)
    if record is None:
        return {}
    try:
        values = YourPlan.bare().reread(record)
    except ValueError:  # told under what is left out
        return {}
    controls = YourPlan.every_control()
    written = {name: values[name] for name in controls if values[name]}
    return {
        controls[name].label: getattr(controls[name], "options", {}).get(text, text)
        for name, text in written.items()
    }


def _pairs(then: Mapping[str, str], now: Mapping[str, str]) -> Rows:
    return [(name, then.get(name, NONE), now.get(name, NONE)) for name in dict.fromkeys((*then, *now))]
