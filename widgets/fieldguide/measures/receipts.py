"""Recency, frequency and value: a customer's past in three numbers, and the codes made of them.

The trade writes RFM (M for monetary) as often as RFV. *Recency* here is the time since the last purchase,
which the BG/NBD model's recency is not (see `BuyingHistory.t_x`).

Source: the mail-order trade's practice; what the three numbers tell is set out by P. S. Fader, B. G. S.
Hardie and K. L. Lee, *Journal of Marketing Research* 42(4), 2005.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide.measures._visits import visits


@dataclass(frozen=True, eq=False)
class Rfv:
    """Three numbers for each customer; arrays in the order of customer numbers.

    Attributes
    ----------
    customer : (customers,) array of int
    recency : (customers,) array
        Days from the last purchase to the day of looking: few is good.
    frequency : (customers,) array
        Days on which something was bought (orders of one day are one purchase).
    value : (customers,) array
        What was paid in all, in the unit of the amounts.
    """

    customer: NDArray[np.int64]
    recency: NDArray[np.float64]
    frequency: NDArray[np.float64]
    value: NDArray[np.float64]

    def codes(self, groups: int = 5, nested: bool = False) -> NDArray[np.intp]:
        """Return each customer's codes for recency, frequency and value, from 1 (worst) to `groups` (best).

        Parameters
        ----------
        groups : int
            How many: 5 makes quintiles.
        nested : bool
            False: each of the three divides all customers (independent quantiles). True: value divides
            customers of the same recency and frequency codes, and frequency those of the same recency code
            (nested quantiles). Vendors mean either; the same customer can get other codes.

        Returns
        -------
        (customers, 3) array of int

        Notes
        -----
        Customers who are alike get the same code, that of the middle of their ranks: a group can then be
        larger than its share, or empty: where three in five bought once, all of them get frequency code 2
        of 5, and nobody gets 1.
        """
        if groups < 2:
            raise ValueError(f"Customers are divided into 2 groups or more; {groups} is fewer.")
        recency = _quantiles(-self.recency, groups, np.zeros(len(self.customer), dtype=int))
        within = recency if nested else np.zeros_like(recency)
        frequency = _quantiles(self.frequency, groups, within)
        within = recency * (groups + 1) + frequency if nested else within
        return np.column_stack([recency, frequency, _quantiles(self.value, groups, within)])


def rfv(customer: ArrayLike, day: ArrayLike, amount: ArrayLike, end: float) -> Rfv:
    """Sum up purchases as recency, frequency and value on a day of looking.

    Parameters
    ----------
    customer, day, amount : (purchases,) arrays
        Who bought, on which day of the calendar, for how much.
    end : int
        The day of looking; later purchases, and customers who first bought later, are left out.

    Raises
    ------
    ValueError
        Without purchases by `end`, with arrays of different length, amounts that are missing, or days that
        are missing or not whole.
    """
    customer, day = np.asarray(customer), np.asarray(day)
    amount = np.asarray(amount, dtype=float)
    if amount.shape != customer.shape:
        raise ValueError("Each purchase needs one customer and one amount: the lists differ in length.")
    if not np.all(np.isfinite(amount)):
        raise ValueError("What was paid has to be known for every purchase.")
    if not np.isfinite(end):
        raise ValueError("Looking back needs a day to look back from.")
    visits(customer, day)  # refuses what cannot be
    seen = day <= end
    if not seen.any():
        raise ValueError(f"Nobody has bought by day {end:g}.")
    who, when, start = visits(customer[seen], day[seen])
    after = np.append(start[1:], len(who))
    return Rfv(
        customer=who[start].astype(np.int64),
        recency=end - when[after - 1].astype(float),
        frequency=(after - start).astype(float),
        value=np.bincount(np.searchsorted(who[start], customer[seen]), weights=amount[seen]),
    )


def _quantiles(values: NDArray, groups: int, within: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return 1 (lowest) to `groups` for each value, by its rank among those with the same `within`."""
    order = np.lexsort((values, within))
    within, values = within[order], values[order]
    new_cell = np.append(True, np.diff(within) != 0)
    new_tie = new_cell | np.append(True, np.diff(values) != 0)
    cell, tie = np.cumsum(new_cell) - 1, np.cumsum(new_tie) - 1
    place = np.arange(len(values)) - np.flatnonzero(new_cell)[cell]
    size = np.bincount(cell)[cell]
    middle = (np.bincount(tie, weights=place) / np.bincount(tie))[tie] + 0.5
    codes = np.empty(len(values), dtype=np.intp)
    codes[order] = np.minimum(np.floor(groups * middle / size).astype(np.intp) + 1, groups)
    return codes
