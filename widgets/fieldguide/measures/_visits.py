"""Purchases put in order, which every measure of coming back starts with."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def visits(
    customer: ArrayLike, day: ArrayLike, merge_same_day: bool = True
) -> tuple[NDArray, NDArray, NDArray[np.intp]]:
    """Return purchases by customer and day, those of one day as one, and where each customer starts.

    Raises
    ------
    ValueError
        Without purchases, with arrays of different length, or with days that are missing or not whole.
    """
    customer, day = np.asarray(customer), np.asarray(day)
    if customer.ndim != 1 or customer.shape != day.shape:
        raise ValueError("Each purchase needs one customer and one day: the lists differ in length.")
    if not len(customer):
        raise ValueError("There are no purchases to count.")
    if not np.all(np.isfinite(day)) or np.any(day != np.floor(day)):
        raise ValueError("Purchases happen on whole days, and every one needs its day.")

    other_customer, days_on = np.diff(customer), np.diff(day)
    # Data that come in order are not sorted again: in a page that takes longer than all the rest.
    if np.any((other_customer < 0) | ((other_customer == 0) & (days_on < 0))):
        order = np.lexsort((day, customer))
        customer, day = customer[order], day[order]
        other_customer, days_on = np.diff(customer), np.diff(day)
    if merge_same_day:
        new = np.append(True, (other_customer != 0) | (days_on != 0))
        customer, day = customer[new], day[new]
    return customer, day, np.flatnonzero(np.append(True, np.diff(customer) != 0))
