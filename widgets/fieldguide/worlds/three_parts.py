"""A hundred points on needs, wants and recovery: what two years bring to a made-up company.

A model made for the book; nothing in it was measured. It reckons with expected values, month by month, so
nothing is drawn and the same points always bring the same.

- *Needs.* A visit fails with a certain chance. Each so many points (``halving``) halve it.
- *Recovery.* Some failures are put right, and only those that somebody tells of (``tells``) can be: each so
  many points (``HALF``) halve the share that is told and not put right. Putting one right costs money; a
  failure that was put right does no other harm, and no good either.
- *Wants.* What customers want is there to a certain degree, from 0 to 1; each ``HALF`` points halve what is
  lacking. It keeps customers who would have left, and brings new ones.
- After a failure that was not put right, some customers leave at once (``hurt``).

**The assumption on which the result hangs** is ``spoils``: how much of what is wanted is worth nothing to a
customer who remembers a failure that was not put right, among the last ``remembers`` visits. At 0 the parts
add up: wants do their work however often the basics fail. At 1 they are worthless to whoever remembers.

Assumes: a failure that was not put right spoils a share of what is wanted; at 0 the parts add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide._cached import cached

#: Points, months, customers at the start, and the points between two plans that are tried.
POINTS, MONTHS, CUSTOMERS, STEP = 100, 24, 1_000, 5

#: Points on wants, or on recovery, that halve what is lacking.
HALF = 25


@dataclass(frozen=True)
class Company:
    """What a company is like before any point is spent; all of it is made up.

    Attributes
    ----------
    fails : float
        Share of visits that fail.
    visits : float
        Visits of a customer in a month.
    margin, mend : float
        Dollars that a visit leaves, and that putting a failure right costs.
    leave : float
        Share of customers who leave in a month though nothing failed.
    hurt : float
        Share of those who leave at once after a failure that was not put right.
    keeps, brings : float
        Share of the leaving that full wants would prevent; and by how much of themselves they raise the
        newcomers, who without any wants make up for those who leave though nothing failed.
    mends : float
        Share of failures put right before any point is spent.
    """

    fails: float
    visits: float
    margin: float
    mend: float
    leave: float
    hurt: float
    keeps: float
    brings: float
    mends: float = 0.2


#: Three that differ: basics that fail often, now and then, seldom; and how much wants can do.
SPENDING_COMPANIES = MappingProxyType(
    {
        "provider": Company(0.30, 4, 8, 6, 0.02, 0.04, 0.6, 1.0, 0.1),
        "grocer": Company(0.12, 4, 6, 8, 0.03, 0.08, 0.6, 0.8),
        "theater": Company(0.05, 1, 20, 25, 0.06, 0.10, 0.7, 1.5),
    }
)


@dataclass(frozen=True, eq=False)
class Years:
    """What the months bring, one value for each plan.

    Attributes
    ----------
    money : array of float
        Dollars over all months: margin of all visits, less what putting right cost. Points cost nothing
        here: every plan has the same.
    customers : array of float
        At the end.
    failed : array of float
        Share of visits that fail and are not put right.
    remember : array of float
        Share of customers who remember such a visit.
    """

    money: NDArray[np.float64]
    customers: NDArray[np.float64]
    failed: NDArray[np.float64]
    remember: NDArray[np.float64]


def two_years(
    company: Company,
    needs: ArrayLike,
    wants: ArrayLike,
    recovery: ArrayLike,
    spoils: float,
    halving: float = 25,
    remembers: float = 12,
    tells: float = 0.4,
) -> Years:
    """Return what points on the three parts bring in two years.

    Parameters
    ----------
    company : Company
    needs, wants, recovery : array of float
        Points, 0 or more, alike in shape.
    spoils : float
        From 0 to 1: how much of what is wanted an unmended failure takes from who remembers it.
    halving : float
        Points on needs that halve the failures, above 0.
    remembers : float
        Visits for which a failure is remembered, 0 or more.
    tells : float
        From 0 to 1: share of failures that the company is told of; no fewer than it puts right already.

    Raises
    ------
    ValueError
        When a part gets less than no points, a number is impossible, or more failures are put right than are
        told.
    """
    needs, wants, recovery = (np.asarray(points, dtype=float) for points in (needs, wants, recovery))
    if not all((points >= 0).all() for points in (needs, wants, recovery)):
        raise ValueError("Each part gets 0 points or more.")
    if not (0 <= spoils <= 1 and tells <= 1):
        raise ValueError("What a failure spoils, and the failures told of, are shares, from 0 to 1.")
    if not (halving > 0 and remembers >= 0):
        raise ValueError("Some points halve the failures, and a failure is remembered for 0 visits or more.")
    if tells < company.mends:
        raise ValueError(f"{company.mends:.0%} of failures are put right, so no fewer can be told.")
    fails = company.fails * 0.5 ** (needs / halving)
    mended = tells - (tells - company.mends) * 0.5 ** (recovery / HALF)
    failed = fails * (1 - mended)
    remember = 1 - (1 - failed) ** remembers
    worth = (1 - 0.5 ** (wants / HALF)) * (1 - spoils * remember)
    hurt = company.hurt * (1 - (1 - failed) ** company.visits)
    leaves = 1 - (1 - company.leave * (1 - company.keeps * worth)) * (1 - hurt)
    new = CUSTOMERS * company.leave * (1 + company.brings * worth)
    each = company.visits * (company.margin - fails * mended * company.mend)
    customers, money = np.full(np.shape(failed), float(CUSTOMERS)), np.zeros(np.shape(failed))
    for _ in range(MONTHS):
        money = money + customers * each
        customers = customers * (1 - leaves) + new
    return Years(money, customers, failed, remember)


@cached()
def spending_plans(step: int = STEP) -> NDArray[np.int64]:
    """Return every way to spend the points in steps: rows of points on needs, wants and recovery."""
    shares = range(0, POINTS + 1, step)
    plans = [(a, b, POINTS - a - b) for a in shares for b in shares if a + b <= POINTS]
    return np.array(plans, dtype=np.int64)
