"""Each chapter keeps to the form (`tests/book/form.py` says what it is), and a departure from it is seen."""

import re
from dataclasses import replace

import pytest

from tests.book.form import complaints
from tests.book.samples import TALK, changed, chapter, live, markdown
from tests.book.sources import Cell, chapters, read, words


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_the_chapter_keeps_to_the_form(path):
    assert complaints(read(path), path.stem) == []


def test_live_cells_have_names_of_their_own():
    names = [cell.live for path in chapters() for cell in read(path) if cell.live]
    assert sorted(names) == sorted(set(names))


def test_a_chapter_that_keeps_to_the_form_is_left_alone():
    assert complaints(chapter(), "sample") == []


def sub(pattern, replacement):
    return lambda source: re.sub(pattern, replacement, source, count=1, flags=re.S)


SPOILED = {
    "no title": (changed(0, sub("^# ", "## ")), "does not begin with a title"),
    "title too short": (
        changed(0, sub("Why nobody asks twice", "Nobody asks")),
        "neither a sentence nor a question",
    ),
    "title with a full stop": (changed(0, sub("twice", "twice.")), "full stop"),
    "no aims": (changed(0, sub(":class: aims\n", "")), "no aims"),
    "one aim": (changed(0, sub("- tell.*?;?\n(?=:::)", "")), "1 aims"),
    "an aim nobody can check": (changed(0, sub("compute", "understand")), "nobody can check"),
    "no story": (changed(1, lambda source: "## A wet morning\n\n" + TALK), "the story before the guess"),
    "code before the guess": ([*chapter()[:2], chapter()[4], *chapter()[2:]], "before the guess"),
    "no guess": ([*chapter()[:2], *chapter()[3:]], "not a guess"),
    "no worked example": ([*chapter()[:4], *chapter()[5:]], "no worked example"),
    "a long cell": (changed(4, lambda source: source + "\n" * 12 + "pass"), "13 lines"),
    "a live cell that does more": (changed(5, lambda source: "x = 1\n" + source), "not just the import"),
    "a live cell of another module": (
        changed(5, lambda source: source.replace("sample_", "simple_")),
        "another module",
    ),
    "a live cell without a name": (
        [replace(cell, live=None) if cell.live == "sample-exercise" else cell for cell in chapter()],
        "but not both",
    ),
    "no exercise": ([*chapter()[:5], *chapter()[6:]], "no signature exercise"),
    "no evidence": (
        changed(6, sub("## What the evidence says", "## Evidence")),
        "What the evidence says' stands there 0",
    ),
    "evidence without a source": (changed(6, sub(r"One study.*?\n\n", "")), "cites nothing"),
    "check of another chapter": ([*chapter()[:8], live("check-other"), chapter()[9]], "check-sample"),
    "sections in another order": (
        [*chapter()[:6], chapter()[7], chapter()[8], chapter()[6], chapter()[9]],
        "not all there in this order",
    ),
    "nothing to do at home": (changed(9, sub("1. Who.*?2. Who.*?\n", "Nothing.\n")), "0 list items"),
    "no fold for trainers": (changed(9, sub(r":::\{dropdown\} For trainers", ":::{note}")), "0 folds"),
    "a fold without a variation": (changed(9, sub(r"\*\*Variation\.\*\*", "Also")), "Variation"),
    "a heading after the sources": ([*chapter(), markdown("## Thanks")], "not the last heading"),
    "one source": (changed(9, sub(r"- \{cite:t\}`kaplan-1958`", "- Somebody")), "1 citations"),
    "a second title": (changed(3, sub("## The idea", "# The idea")), "a second title"),
    "a level skipped": (changed(3, sub("## The idea", "#### The idea")), "skips a level"),
    "a heading in a directive": (
        changed(6, lambda source: source + "\n\n:::{note}\n### More\n:::"),
        "within a directive",
    ),
    "money that opens a formula": (changed(3, sub(r"\\\$612", "$612")), "unless it is escaped"),
    "an output nobody checks": (
        [*chapter()[:4], replace(chapter()[4], tags=(), proves=()), *chapter()[5:]],
        "not checked",
    ),
    "a checked cell without output": (
        [*chapter()[:4], replace(chapter()[4], outputs=()), *chapter()[5:]],
        "just one text",
    ),
    "too short": (changed(3, lambda source: source[:400]), "words; 1500 to 2500"),
    "too long": (changed(3, lambda source: source + TALK * 80), "words; 1500 to 2500"),
}


@pytest.mark.parametrize("spoiled", SPOILED)
def test_a_departure_is_seen(spoiled):
    cells, complaint = SPOILED[spoiled]
    assert any(complaint in sentence for sentence in complaints(cells, "sample"))


def test_only_what_a_reader_reads_is_counted():
    text = "Two words $x + y$ and {term}`a third <third>` `code` {cite:p}`key` [link](there.md)."
    assert words([markdown(text + "\n\n```python\nnone\n```\n\n% a comment")]) == 6
    assert words([Cell("code", "not prose")]) == 0
