"""Pairs of person records that may be one person: from FEBRL, made by a generator, nobody's real data."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from fieldguide.data.origins import open_extract

#: What two records are compared on, in the order of the columns of `RecordPairs.similarity`.
FIELDS = ("given_name", "surname", "birth", "street", "place", "number")


@dataclass(frozen=True, eq=False)
class RecordPairs:
    """Every pair of records that blocking lets through to be compared; the arrays are read-only.

    Attributes
    ----------
    fields : tuple of str
        given_name, surname, birth (date), street (with house number), place (suburb and postcode) and number
        (a social-security number: few companies have one, so look without it too).
    similarity : (pairs, fields) array
        0 (nothing alike) to 100 (equal, letter for letter), NaN where either record leaves the field empty.
        Names and street by Jaro–Winkler, birth and number by the share of digits that need no edit, place by
        the mean of both.
    same : (pairs,) array of bool
        Whether the two are one person.
    lost : int
        Pairs that are one person and that blocking did not let through.
    """

    fields: tuple[str, ...]
    similarity: NDArray[np.float64]
    same: NDArray[np.bool_]
    lost: int

    def __len__(self) -> int:
        return len(self.same)

    def of(self, *fields: str) -> NDArray[np.float64]:
        """Return the similarities of these fields alone, one column each.

        Raises
        ------
        ValueError
            When there is no such field.
        """
        for field in fields:
            if field not in self.fields:
                raise ValueError(f"Records have no {field!r}; they have {', '.join(self.fields)}.")
        return self.similarity[:, [self.fields.index(field) for field in fields]]


@dataclass(frozen=True)
class ExamplePair:
    """A pair to look at.

    Attributes
    ----------
    pair : int
        Its place in the arrays of `RecordPairs`.
    kind : str
        "clear match", "clear strangers", "false friends" (alike, but two people), "hidden match" (one person,
        and hardly alike) or "borderline".
    left, right : dict of str
        What each record says, by field; empty where it says nothing.
    """

    pair: int
    kind: str
    left: dict[str, str]
    right: dict[str, str]


@cache
def febrl() -> RecordPairs:
    """Return the 30,238 pairs worth comparing between two files of 5,000 people each (FEBRL 4, synthetic).

    Each person stands once in each file, the second time with errors, so 5,000 of the 25 million possible
    pairs are one person. Compared are only pairs with the same birth date, the same postcode, or the same
    given name and surname; this blocking loses 32 of the 5,000. `provenance` names the source.
    """
    with open_extract("febrl.npz") as file, np.load(file) as packed:
        whole, same, lost = packed["similarity"], packed["same"].astype(bool), int(packed["lost"])
    similarity = np.where(whole <= 100, whole, np.nan).T
    for array in (similarity, same):
        array.setflags(write=False)
    return RecordPairs(FIELDS, similarity, same, lost)


@cache
def febrl_examples() -> tuple[ExamplePair, ...]:
    """Return some forty of those pairs with what their records say, from clear to treacherous."""
    with open_extract("febrl_examples.csv") as file:
        rows = list(csv.DictReader(file.read().decode("utf-8").splitlines()))
    # Two rows a pair: the record in the first file, then the one in the second.
    return tuple(
        ExamplePair(
            int(left["pair"]),
            left["kind"],
            {field: left[field] for field in FIELDS},
            {field: right[field] for field in FIELDS},
        )
        for left, right in zip(rows[::2], rows[1::2], strict=True)
    )
