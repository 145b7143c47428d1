"""Every number in prose is proved or cited.

A claim is a percentage, an amount of money, a decimal, or a number with thousands commas in a Markdown cell.
It is

- *proved*, when a cell tagged ``nbval-check-output`` of the same notebook names it in its metadata ``proves``
  and has it in its committed output, which the test run compares with what the code prints today; or
- *cited*, when its paragraph, list item or table has a citation.

And the other way round: whatever a cell says it proves stands in the prose.
"""

from __future__ import annotations

import re

from tests.book.sources import CHECKED, Cell, plain, prose_blocks

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\.\d+|\d+"
CLAIM = re.compile(
    rf"(?<![\w.])(?:(?:{NUMBER})\s?[–-]\s?)?(?:{NUMBER})\s?(?:%|percent\b|per cent\b|percentage points?\b)"
    rf"|[$€£¥]\s?(?:{NUMBER})(?:\s(?:thousand|million|billion)\b)?"
    r"|(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w])"
    r"|(?<![\w.])\d*\.\d+(?![\w]|\.\d)"
)


def claims(text: str) -> list[str]:
    """Return the numbers in a text that need a proof or a source, as they are spelled."""
    return [match[0] for match in CLAIM.finditer(text)]


def occurs(number: str, text: str) -> bool:
    """Whether a number stands in a text as a whole: 2.4% is not in 22.4%, nor 612 in $612."""
    before = r"(?<![\d.,$€£¥])" if number[0].isdigit() else r"(?<!\d)"
    after = r"(?!\d|[.,]\d|\s?%)" if number[-1].isdigit() else r"(?!\w)"
    return re.search(before + re.escape(number) + after, text) is not None


def offenders(cells: list[Cell]) -> list[str]:
    """Return a sentence for each number without proof or source, and for each proof that proves nothing."""
    proofs = [cell for cell in cells if cell.kind == "code" and cell.proves]
    blocks = prose_blocks(cells)
    prose = "\n".join(block.prose for block in blocks)
    found = []
    for cell in proofs:
        if CHECKED not in cell.tags:
            found.append(f"a cell proves {', '.join(cell.proves)} but has no tag {CHECKED}")
        for entry in cell.proves:
            if not occurs(entry, cell.printed):
                found.append(f"a cell says it proves {entry!r} but does not print it")
            if not occurs(entry, prose):
                found.append(f"{entry!r} is proved but not said in the prose")
    proved = [entry for cell in proofs for entry in cell.proves]
    for block in blocks:
        if block.cited:
            continue
        for claim in claims(block.prose):
            if not any(claim == entry or occurs(claim, entry) for entry in proved):
                where = " ".join(plain(block.text).split())
                found.append(f"{claim!r} is neither proved nor cited: {where[:110]}")
    return found
