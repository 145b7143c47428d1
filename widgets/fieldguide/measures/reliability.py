"""How often everything goes right, when many things must.

A visit passes some moments; each goes wrong with a chance of its own, its failure rate. Where failures are
independent the chances that the moments go right multiply, over the moments and over the visits of a year:
the product law for a series system.

*hit* lets failures fall on the same customers: only this share of them meets any, as much more often as the
others meet none, so that the failure rates over all customers stay what they are. With 1 all are alike.

Source: the textbooks of reliability, which name the law after R. Lusser; the customers who are hit are ours.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def all_right(failures: ArrayLike, visits: float = 1, hit: float = 1.0) -> NDArray[np.float64]:
    """Return the share of customers for whom every moment of so many visits goes right.

    Parameters
    ----------
    failures : (..., moments) array_like
        Failure rates, each from 0 to `hit`.
    visits : float
        Visits of one customer, 0 or more. With 1: the share of visits without a failure.
    hit : float
        Share of customers whom failures can hit, above 0 and at most 1.

    Raises
    ------
    ValueError
        When a rate is none, or the customers who can be hit are too few to bear it.
    """
    failures = np.asarray(failures, dtype=float)
    if not 0 < hit <= 1:
        raise ValueError("Failures can hit some customers, or all of them: a share above 0, and at most 1.")
    if not np.all((failures >= 0) & (failures <= 1)):
        raise ValueError("A failure rate lies between 0 and 1.")
    if np.any(failures > hit):
        raise ValueError(
            f"A moment that fails {100 * failures.max():.3g} times in 100 cannot hit only "
            f"{100 * hit:.3g} of 100 customers."
        )
    if not visits >= 0:
        raise ValueError("A customer comes 0 times or more.")
    return 1 - hit + hit * np.prod(1 - failures / hit, axis=-1) ** visits


def failure_rate_for(share: float, moments: int) -> float:
    """Return how often a moment may fail if this share of customers is to meet no failure in so many moments.

    All customers are alike and all moments, too: 1 − share^(1/moments).

    Raises
    ------
    ValueError
        For a share outside 0 to 1 (neither included), or less than one moment.
    """
    if not 0 < share < 1:
        raise ValueError("The share of customers lies between none and all.")
    if not moments >= 1:
        raise ValueError("There is at least one moment.")
    return -float(np.expm1(np.log(share) / moments))
