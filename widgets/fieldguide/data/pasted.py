"""A table of counts that a reader pastes: read by the csv module, and refused line by line in words.

No numpy: it is read before anything is computed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

#: The most features that a table may have, the largest count, and how many complaints are told at once.
MOST, LARGEST, TOLD = 12, 1_000_000, 3

#: What may stand between two cells; the first that occurs in the first line does.
BETWEEN = "\t;,"
NAMED = {"\t": "tabs", ";": "semicolons", ",": "commas"}


class PastedCounts(NamedTuple):
    """One line: what was counted, and how many answers fell into each column."""

    name: str
    counts: tuple[int, ...]


class _Refused(ValueError):
    """What is wrong with one line."""


def pasted_counts(text: str, columns: str, optional: str = "") -> tuple[PastedCounts, ...]:
    """Read one line a feature: its name, then a whole number for each column.

    Cells stand between commas, semicolons or tabs. A first line that names columns says in which order they
    come; without one it is that of `columns`. Empty lines are skipped.

    Parameters
    ----------
    text : str
        As it was pasted.
    columns : str
        One letter for each column; the counts are returned in this order.
    optional : str
        Which of them may be missing, and are 0 then: the last ones, where no line names the columns.

    Raises
    ------
    ValueError
        When something cannot be read, with the lines that cannot.
    """
    text = text.lstrip("\ufeff")
    first = next((line for line in text.splitlines() if line.strip()), "")
    between = next((sign for sign in BETWEEN if sign in first), ",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=between, skipinitialspace=True)
    rows = [(reader.line_num, [cell.strip() for cell in row]) for row in reader]
    rows = [(line, row) for line, row in rows if any(row)]
    if not rows:
        raise ValueError(
            f"There is nothing to count yet. Paste one line a feature: its name, then {_listed(columns)}."
        )
    order = _header(rows[0][1], columns, optional)
    if order:
        rows = rows[1:]
        if not rows:
            raise ValueError("The table names its columns, and no feature follows.")
    features: list[PastedCounts] = []
    lines: dict[str, int] = {}
    problems = []
    for line, row in rows:
        try:
            if len(row) == 1 and (other := next((sign for sign in BETWEEN if sign in row[0]), "")):
                here, there = NAMED[other], NAMED[between]
                raise _Refused(f"its cells stand between {here}, those of the first line between {there}")
            feature = _feature(row, order or columns, columns, optional)
            if feature.name in lines:
                raise _Refused(f"“{_short(feature.name)}” stands in line {lines[feature.name]} already")
        except _Refused as problem:
            problems.append(f"Line {line}: {problem}.")
        else:
            lines[feature.name] = line
            features.append(feature)
    if problems:
        more = len(problems) - TOLD
        rest = f" And {more} more {'line' if more == 1 else 'lines'}." if more > 0 else ""
        raise ValueError(" ".join(problems[:TOLD]) + rest)
    if len(features) > MOST:
        raise ValueError(f"The table has {len(features)} features; {MOST} fit in here. Take some out.")
    return tuple(features)


def _header(row: Sequence[str], columns: str, optional: str) -> str:
    """Return the order of the columns where a row names them, else nothing."""
    named = [cell.upper() for cell in row[1:]]
    if not named or any(re.search(r"\d", cell) for cell in named):
        return ""
    if not any(cell in columns for cell in named if cell):
        return ""
    missing = [letter for letter in columns if letter not in named and letter not in optional]
    unknown = [cell for cell in named if cell not in columns or not cell]
    if missing or unknown or len(set(named)) < len(named):
        raise ValueError(
            f"The first line names its columns “{_short(', '.join(named))}”; wanted are {_listed(columns)}, "
            "each of them once."
        )
    return "".join(named)


def _feature(row: Sequence[str], order: str, columns: str, optional: str) -> PastedCounts:
    """Read one row whose cells come in `order`."""
    name, cells = " ".join(row[0].split()), list(row[1:])
    while len(cells) > len(order) and not cells[-1]:  # a table program's empty columns
        cells.pop()
    if not name:
        raise _Refused("the feature has no name")
    fewest = len(order) - len([letter for letter in order if letter in optional])
    if not fewest <= len(cells) <= len(order):
        numbers = "1 number" if len(cells) == 1 else f"{len(cells)} numbers"
        wanted = f"{fewest} to {len(order)}" if fewest < len(order) else f"{fewest}"
        raise _Refused(f"“{_short(name)}” is followed by {numbers}, and {wanted} are wanted")
    counts = dict.fromkeys(columns, 0)
    counts.update(dict(_numbers(cells, order)))
    if not any(counts.values()):
        raise _Refused(f"“{_short(name)}” has no answers")
    if not any(count for letter, count in counts.items() if letter not in optional):
        raise _Refused(
            f"“{_short(name)}” has answers under {_listed(optional)} alone, which say nothing here"
        )
    return PastedCounts(name, tuple(counts[letter] for letter in columns))


def _numbers(cells: Sequence[str], order: str) -> Iterator[tuple[str, int]]:
    for letter, cell in zip(order, cells, strict=False):
        if not cell:
            raise _Refused(f"there is nothing under {letter}; write 0 if nobody said so")
        if re.fullmatch(r"[-−]\s*\d+([.,]\d*)?", cell):
            raise _Refused(f"“{_short(cell)}” under {letter} is below 0")
        if re.fullmatch(r"\d*[.,]\d+|\d+[.,]", cell):
            raise _Refused(f"“{_short(cell)}” under {letter} is not a whole number")
        if not re.fullmatch(r"[0-9]+", cell):
            raise _Refused(f"“{_short(cell)}” under {letter} is not a number")
        if len(cell) > 9 or int(cell) > LARGEST:
            raise _Refused(f"“{_short(cell)}” under {letter} is more than a million")
        yield letter, int(cell)


def _listed(letters: str) -> str:
    *most, last = letters
    return f"{', '.join(most)} and {last}" if most else last


def _short(text: str, most: int = 24) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
