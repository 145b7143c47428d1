"""The form of a chapter: what a test can see of it. Inside this form a chapter is free.

A chapter is one notebook with its cells in this order.

1.  The first cell: ``# Title``, the only one (a sentence or a question: at least four words, or a question
    mark; no full stop), then two to four aims that begin with a verb one can check, as

        :::{admonition} You will be able to
        :class: aims
        - compute ...
        :::

2.  A story of at least 120 words before the guess, without visible code.
3.  A guess: the first live cell; its name ends in ``-guess``.
4.  The idea, a worked example (a visible code cell) and the signature exercise (a live cell that is neither a
    guess nor a check), in whatever order teaches best. No code cell is longer than twelve lines.
5.  ``## What the evidence says``, with a citation.
6.  ``## Check yourself``, with the live cell ``check-SLUG``: six questions, of which the last two look at
    other chapters (``test_quizzes.py`` has the rest of their form).
7.  ``## In your organization``, with two or three list items.
8.  ``:::{dropdown} For trainers`` with **Time.**, **Discuss.**, **The usual mistake.** and **Variation.**
9.  ``## Sources``, the last heading, with at least two citations.

It has 1,500 to 2,500 words. Headings do not skip a level and do not stand within directives. A dollar sign
that means money is written ``\\$``, and no formula begins with a figure. A live cell is the import of one
exercise and its construction, and is named like its module. Cells are committed without outputs, but for
those tagged ``nbval-check-output``, which keep one text from stdout.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.book.sources import CHECKED, CITATION, LIST_ITEM, Block, Cell, blocks, plain, words

EVIDENCE, CHECK, HOME, SOURCES = "What the evidence says", "Check yourself", "In your organization", "Sources"
VAGUE = {"understand", "know", "learn", "appreciate", "be", "explore", "discover", "grasp", "see"}
LABELS = ("Time.", "Discuss.", "The usual mistake.", "Variation.")
LIVE = re.compile(r"from fieldguide\.exercises\.(\w+) import (\w+)\n{1,2}\2\(\)")
LONGEST = 12
WORDS = range(1_500, 2_501)
STORY = 120
HIDDEN = {"remove-cell", "remove-input", "hide-cell", "hide-input"}


def complaints(cells: list[Cell], slug: str) -> list[str]:
    """Return a sentence for everything in which a chapter departs from the form."""
    return [
        *_opening(cells),
        *_story_and_guess(cells),
        *_code(cells),
        *_sections(cells, slug),
        *_trainers(cells),
        *_markup(cells),
        *_outputs(cells),
        *_length(cells),
    ]


def _opening(cells: list[Cell]) -> Iterator[str]:
    first = cells[0]
    title = re.match(r"# (.+)\n", first.source) if first.kind == "markdown" else None
    if not title:
        yield "the first cell does not begin with a title (# ...)"
        return
    if len(title[1].split()) < 4 and not title[1].endswith("?"):
        yield f"the title {title[1]!r} is neither a sentence nor a question"
    if title[1].endswith("."):
        yield "the title ends with a full stop"
    aims = re.search(
        r"^:::\{admonition\} You will be able to\n:class: aims\n(.+?)^:::", first.source, re.M | re.S
    )
    if not aims:
        yield "the first cell has no aims (:::{admonition} You will be able to / :class: aims)"
        return
    items = [line for line in aims[1].splitlines() if LIST_ITEM.match(line)]
    if not 2 <= len(items) <= 4:
        yield f"there are {len(items)} aims; two to four are wanted"
    for item in items:
        verb = LIST_ITEM.sub("", item).split()[0].lower()
        if verb in VAGUE:
            yield f"nobody can check the aim that begins with {verb!r}"


def _story_and_guess(cells: list[Cell]) -> Iterator[str]:
    live = [number for number, cell in enumerate(cells) if cell.live]
    if not live or not cells[live[0]].live.endswith("-guess"):
        yield "the first live cell is not a guess (its name does not end in -guess)"
        return
    before = cells[: live[0]]
    told = words(before) - words([Cell("markdown", cells[0].source.partition(":::\n")[0])])
    if told < STORY:
        yield f"the story before the guess has about {told} words; at least {STORY} are wanted"
    if any(_is_example(cell) for cell in before):
        yield "code is shown before the guess"


def _is_example(cell: Cell) -> bool:
    return cell.kind == "code" and not cell.live and not HIDDEN & set(cell.tags)


def _code(cells: list[Cell]) -> Iterator[str]:
    if not any(_is_example(cell) for cell in cells):
        yield "there is no worked example (a visible code cell that is not live)"
    for cell in cells:
        if cell.kind != "code":
            continue
        length = len(cell.source.splitlines())
        if length > LONGEST:
            yield f"a code cell has {length} lines; {LONGEST} are allowed: {cell.source.splitlines()[0]}"
        if ("live" in cell.tags) != bool(cell.live):
            yield f"a cell has the tag live or a livepage.name, but not both: {cell.source[:60]}"
        if cell.live:
            written = LIVE.fullmatch(cell.source.strip())
            if not written:
                yield f"{cell.live!r} is not just the import of an exercise and its construction"
            elif written[1] != cell.live.replace("-", "_"):
                yield f"the live cell {cell.live!r} imports another module, {written[1]!r}"
    if not any(
        cell.live and not cell.live.endswith("-guess") and not cell.live.startswith("check-")
        for cell in cells
    ):
        yield "there is no signature exercise (a live cell that is neither a guess nor a check)"


def _headings(cells: list[Cell]) -> list[tuple[int, int, str, Block]]:
    """Return each heading as (cell, level, text, block)."""
    return [
        (number, len(block.text) - len(block.text.lstrip("#")), block.text.lstrip("# ").strip(), block)
        for number, cell in enumerate(cells)
        if cell.kind == "markdown"
        for block in blocks(cell.source)
        if re.match(r"#{1,6} ", block.text)
    ]


def _under(cells: list[Cell], heading: str) -> list[Cell] | None:
    """Return what stands between a heading and the next one of its level; None without it."""
    inside: list[Cell] | None = None
    for cell in cells:
        if cell.kind != "markdown":
            if inside is not None:
                inside.append(cell)
            continue
        for piece in re.split(r"(?m)^(?=#{1,2} )", cell.source):
            if re.match(r"#{1,2} ", piece):
                if inside is not None:
                    return inside
                if piece.splitlines()[0].strip() == f"## {heading}":
                    inside = []
            if inside is not None:
                inside.append(Cell("markdown", piece))
    return inside


def _sections(cells: list[Cell], slug: str) -> Iterator[str]:
    there = [text for _, level, text, _ in _headings(cells) if level == 2]
    wanted = [EVIDENCE, CHECK, HOME, SOURCES]
    for heading in wanted:
        if there.count(heading) != 1:
            yield f"the heading '## {heading}' stands there {there.count(heading)} times"
    if [heading for heading in there if heading in wanted] != wanted:
        yield f"these headings are not all there in this order: {', '.join(wanted)}"
        return
    if there[-1] != SOURCES:
        yield f"'## {SOURCES}' is not the last heading"

    evidence, check, home, sources = (_under(cells, heading) or [] for heading in wanted)
    if not _citations(evidence):
        yield f"'{EVIDENCE}' cites nothing"
    if f"check-{slug}" not in [cell.live for cell in check]:
        yield f"under '{CHECK}' there is no live cell named check-{slug}"
    listed = [block for cell in home if cell.kind == "markdown" for block in blocks(cell.source)]
    items = [block for block in listed if block.depth == 0 and LIST_ITEM.match(block.text)]
    if not 2 <= len(items) <= 3:
        yield f"'{HOME}' has {len(items)} list items; two or three are wanted"
    if _citations(sources) < 2:
        yield f"'{SOURCES}' has {_citations(sources)} citations; at least two are wanted"


def _citations(cells: list[Cell]) -> int:
    return sum(
        len(keys.split(","))
        for cell in cells
        if cell.kind == "markdown"
        for keys in CITATION.findall(cell.source)
    )


def _trainers(cells: list[Cell]) -> Iterator[str]:
    text = "\n\n".join(cell.source for cell in cells if cell.kind == "markdown")
    folds = re.findall(r"^:::\{dropdown\} For trainers\n(.*?)^:::", text, re.M | re.S)
    if len(folds) != 1:
        yield f"there are {len(folds)} folds ':::{{dropdown}} For trainers'; one is wanted"
        return
    for label in LABELS:
        if f"**{label}**" not in folds[0]:
            yield f"the fold for trainers lacks **{label}**"


def _markup(cells: list[Cell]) -> Iterator[str]:
    before = 0
    for number, level, text, block in _headings(cells):
        if level == 1 and number > 0:
            yield f"a second title stands in the chapter: {text!r}"
        if level > before + 1:
            yield f"the heading {text!r} skips a level"
        if block.depth:
            yield f"the heading {text!r} stands within a directive"
        before = level
    for cell in cells:
        if cell.kind == "markdown":
            for bare in re.findall(r"(?<![\\$])\$\d[^\n]{0,20}", cell.source):
                yield f"a dollar sign before a figure opens a formula unless it is escaped: {bare!r}"


def _outputs(cells: list[Cell]) -> Iterator[str]:
    for cell in cells:
        kinds = [(output.get("output_type"), output.get("name")) for output in cell.outputs]
        if CHECKED in cell.tags:
            if kinds != [("stream", "stdout")]:
                yield f"a checked cell does not keep just one text from stdout: {cell.source[:60]}"
        elif kinds:
            yield f"a cell is committed with an output but not checked: {cell.source[:60]}"


def _length(cells: list[Cell]) -> Iterator[str]:
    count = words(cells)
    if count not in WORDS:
        yield f"the chapter has {count} words; {WORDS.start} to {WORDS.stop - 1} are wanted"


def title_of(cells: list[Cell]) -> str:
    """Return a chapter's title."""
    return plain(cells[0].source.splitlines()[0]).strip()
