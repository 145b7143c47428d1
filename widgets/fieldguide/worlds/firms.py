"""Two firms: one is careful and mends nothing, the other fails more often and mends what it is told of.

A model made for the book, with invented amounts. Customers visit, and after each visit they stay or leave for
good: seldom when nothing failed, more often after a failure, in between or as seldom as ever after a failure
that was mended. A failure is mended only if the customer tells of it. Care costs money at every visit,
mending costs money in every case.

What hangs on what: mending can undo only what it hears of. However good it is, those who do not tell leave
as if nobody mended anything, so that perfect mending at no cost is worth no more than a rate of failures cut
by the share who tell. Beyond that it gets only where the mended leave *less* often than customers without a
failure, or where care is dear.

Assumes: only a failure that is told of can be mended.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: What a visit brings in, in dollars, and the share of customers who leave after a visit without a failure.
MARGIN, LEAVE = 20.0, 0.02


@dataclass(frozen=True)
class Firms:
    """What is assumed of both; shares run from 0 to 1, amounts are in dollars.

    Attributes
    ----------
    careful_fails : float
        Share of the careful firm's visits that fail.
    leave_mended, leave_unmended : float
        Shares of customers who leave after a failure that was mended, and after one that was not.
    care_costs : float
        What being careful costs, at every visit.
    mending_costs : float
        What mending costs, in every case that is told of.
    """

    careful_fails: float = 0.05
    leave_mended: float = LEAVE
    leave_unmended: float = 0.2
    care_costs: float = 1.0
    mending_costs: float = 20.0

    def __post_init__(self) -> None:
        shares = self.careful_fails, self.leave_mended, self.leave_unmended
        if not all(0 <= share <= 1 for share in shares):
            raise ValueError("Failures and leaving are shares, from 0 to 1.")
        if self.leave_unmended < LEAVE:
            raise ValueError("After a failure that is not mended no fewer leave than after none.")
        if min(self.care_costs, self.mending_costs) < 0:
            raise ValueError("Care and mending cost something or nothing.")


def careful_worth(firms: Firms) -> float:
    """Return what a customer brings the careful firm until leaving, on average, in dollars."""
    leave = LEAVE + firms.careful_fails * (firms.leave_unmended - LEAVE)
    return (MARGIN - firms.care_costs) / leave


def gracious_worth(fails: ArrayLike, told: ArrayLike, firms: Firms) -> NDArray[np.float64]:
    """Return what a customer brings the gracious firm until leaving, on average, in dollars.

    Parameters
    ----------
    fails : array_like
        Share of its visits that fail.
    told : array_like
        Share of the customers with a failure who tell of it.
    firms : Firms
        What is assumed.
    """
    fails, told = np.asarray(fails, dtype=float), np.asarray(told, dtype=float)
    after = told * firms.leave_mended + (1 - told) * firms.leave_unmended
    return (MARGIN - fails * told * firms.mending_costs) / (LEAVE + fails * (after - LEAVE))


def failures_allowed(told: ArrayLike, firms: Firms) -> NDArray[np.float64]:
    """Return with how many failures the gracious firm is worth as much as the careful one.

    With fewer it is worth more, with more less.

    Parameters
    ----------
    told : array_like
        Share of the customers with a failure who tell of it.
    firms : Firms
        What is assumed.

    Returns
    -------
    array
        A share of the visits, like `told` in shape; inf where it is worth no less however often it fails.
    """
    told = np.asarray(told, dtype=float)
    worth = careful_worth(firms)
    after = told * firms.leave_mended + (1 - told) * firms.leave_unmended
    # MARGIN − fails · told · costs = worth · (LEAVE + fails · (after − LEAVE)), solved for the failures.
    slope = told * firms.mending_costs + worth * (after - LEAVE)
    with np.errstate(divide="ignore", invalid="ignore"):
        allowed = (MARGIN - worth * LEAVE) / slope
    return np.where((slope > 0) & (allowed <= 1), allowed, np.inf)
