"""Tenants in Copenhagen, counted by three attributes of a home: arrays for exercises, without pandas.

Chapters read the same file as a table, with `fieldguide.data.tables.tenants`.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from fieldguide.data.origins import open_extract

#: The attributes, in the order of the arrays' axes, and the levels of each.
LEVELS = {
    "say": ("Low", "Medium", "High"),
    "home": ("Tower", "Apartment", "Atrium", "Terrace"),
    "contact": ("Low", "High"),
}


@dataclass(frozen=True, eq=False)
class Homes:
    """How many tenants there are of each kind, and how many of them are highly satisfied; read-only.

    Attributes
    ----------
    happy, asked : (3, 4, 2) arrays
        Tenants by say, home and contact, in the order of `LEVELS`: those of high satisfaction, and all.
    """

    happy: NDArray[np.float64]
    asked: NDArray[np.float64]


@cache
def homes() -> Homes:
    """Return 1,681 tenants in Copenhagen by say, home and contact, as their satisfaction was asked.

    `provenance` names the source.
    """
    happy, asked = (np.zeros([len(levels) for levels in LEVELS.values()]) for _ in range(2))
    with open_extract("tenants.csv") as file, io.TextIOWrapper(file, encoding="ascii") as text:
        for row in csv.DictReader(text):
            place = tuple(levels.index(row[name]) for name, levels in LEVELS.items())
            count = int(row["tenants"])
            asked[place] += count
            happy[place] += count * (row["satisfaction"] == "High")
    for array in (happy, asked):
        array.setflags(write=False)
    return Homes(happy, asked)
