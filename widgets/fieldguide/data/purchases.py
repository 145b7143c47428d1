"""Real purchases: everybody who first bought from CDNOW, a seller of music on the web, in early 1997."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fieldguide import data
from fieldguide.data.origins import open_extract

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False)
class Purchases:
    """Purchases in the order of customer and day, one element each; the arrays are read-only.

    Attributes
    ----------
    customer : (purchases,) array of int
        Who: 1 to 23570, as the data numbers them.
    day : (purchases,) array of int
        When: days since 1997-01-01, which is day 0.
    units : (purchases,) array of int
        CDs bought.
    cents : (purchases,) array of int
        What was paid, in US cents.
    published : (customers,) array of int
        The customers in the tenth that papers on this data use (2,357 of 23,570).
    """

    customer: NDArray[np.int64]
    day: NDArray[np.int64]
    units: NDArray[np.int64]
    cents: NDArray[np.int64]
    published: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.customer)

    @property
    def dollars(self) -> NDArray[np.float64]:
        """What was paid, in US dollars."""
        return self.cents / 100

    @property
    def customers(self) -> NDArray[np.int64]:
        """Return each customer's number once, in order."""
        return np.unique(self.customer)

    def where(self, chosen: NDArray[np.bool_]) -> Purchases:
        """Return only the chosen purchases, given one true or false for each."""
        return Purchases(
            self.customer[chosen], self.day[chosen], self.units[chosen], self.cents[chosen], self.published
        )

    def tenth(self) -> Purchases:
        """Return the purchases of the published tenth, whose customers keep their numbers."""
        return self.where(np.isin(self.customer, self.published))

    def until(self, day: int) -> Purchases:
        """Return the purchases made by the end of that day."""
        return self.where(self.day <= day)

    def frame(self) -> pd.DataFrame:
        """Return a pandas table of customer, date, units and dollars."""
        return data.purchases_frame(self)


@cache
def cdnow() -> Purchases:
    """Return all 69,659 purchases by 23,570 customers from 1997-01-01 (day 0) to 1998-06-30 (day 545).

    All of them first bought in the first twelve weeks of 1997. Eighty purchases cost nothing; orders of one
    day stand as several purchases. `provenance` names the source.
    """
    with open_extract("cdnow.npz") as file, np.load(file) as packed:
        orders, step = packed["orders"], packed["step"].astype(np.int64)
        cents = packed["dollars"].astype(np.int64) * 100 + packed["odd_cents"]
        units, published = packed["units"].astype(np.int64), packed["published"]
    number = np.arange(1, len(orders) + 1)
    # A customer's steps are the day of the first purchase, then the days from each purchase to the next.
    start = np.cumsum(orders, dtype=np.int64) - orders
    total = np.cumsum(step)
    day = total - np.repeat(total[start] - step[start], orders)
    arrays = (np.repeat(number, orders), day, units, cents, number[published])
    for array in arrays:
        array.setflags(write=False)
    return Purchases(*arrays)
