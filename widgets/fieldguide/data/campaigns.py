"""Who was sent a campaign, and what they bought: once by lot, and once not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from fieldguide.data.origins import open_extract


@dataclass(frozen=True, eq=False)
class Promotion:
    """A promotion sent by lot, one element a person; the arrays are read-only.

    Attributes
    ----------
    promoted : (people,) array of bool
        Whether the lot sent them the promotion.
    bought : (people,) array of bool
        Whether they bought within three months.
    group : (people,) array of str
        "A" or "B": a trait recorded before, gender, which the file codes without a legend.
    """

    promoted: NDArray[np.bool_]
    bought: NDArray[np.bool_]
    group: NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.bought)

    def count(self, promoted: bool, group: str = "AB") -> tuple[int, int]:
        """Return how many bought, of how many, among those with or without the promotion."""
        chosen = (self.promoted == promoted) & np.isin(self.group, list(group))
        return int(self.bought[chosen].sum()), int(chosen.sum())


@dataclass(frozen=True, eq=False)
class Households:
    """Grocery households of one year, one element each; the arrays are read-only. Simulated, for teaching.

    Attributes
    ----------
    household : (households,) array of int
        The household's number.
    spent : (households, 4) array of float
        Dollars spent in each quarter of 2017.
    mailed : (households,) array of float
        The day on which the first campaign mailed to the household began, counted from 2017-01-01; inf for
        never, negative for a campaign that began in the year before.
    """

    household: NDArray[np.int64]
    spent: NDArray[np.float64]
    mailed: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.household)


@cache
def hair_care() -> Promotion:
    """Return a promotion of a hair color, sent by lot to half of 10,000 club members: a teaching case.

    `provenance` names the source.
    """
    with open_extract("hair_care.npz") as file, np.load(file) as packed:
        arrays = packed["promoted"], packed["bought"], np.where(packed["second"], "B", "A")
    for array in arrays:
        array.setflags(write=False)
    return Promotion(*arrays)


@cache
def households() -> Households:
    """Return 2,469 grocery households, simulated from real patterns for teaching.

    `provenance` names the source.
    """
    with open_extract("households.npz") as file, np.load(file) as packed:
        mailed = packed["mailed"].astype(float)
        mailed[packed["mailed"] == np.iinfo(np.int16).max] = np.inf
        arrays = packed["household"].astype(np.int64), packed["cents"] / 100, mailed
    for array in arrays:
        array.setflags(write=False)
    return Households(*arrays)
