"""What a customer is worth: margins to come, counted for less the later and the less certain they are.

All money is in one currency and of one kind (margin: what is left of the price after what the purchase
costs). A *cycle* is the time from one purchase to the next; `retention` is the share who make the next one.

Source: the textbook's sum of discounted margins, as in S. Gupta, D. R. Lehmann and J. A. Stuart, *Journal of
Marketing Research* 41(1), 2004; customers who differ as in P. S. Fader and B. G. S. Hardie, *Journal of
Interactive Marketing* 21(1), 2007.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, log, log1p

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: Later margins are left out when together they change a value by less than one part in so many.
PRECISION = 1e6


def _checked_share(share: float, what: str) -> float:
    if not (isfinite(share) and 0 <= share <= 1):
        raise ValueError(f"{what} lies between 0 and 1; {share:g} does not.")
    return float(share)


def _checked_rate(rate: float) -> float:
    if not (isfinite(rate) and rate >= 0):
        raise ValueError(f"The discount rate is 0 or more; {rate:g} is not.")
    return float(rate)


def rate_per_cycle(rate_a_year: float, months: float) -> float:
    """Return the discount rate of one cycle: (1 + rate a year) to the power of months / 12, minus 1.

    Raises
    ------
    ValueError
        On a negative rate, or a cycle that takes no time.
    """
    if not (isfinite(months) and months > 0):
        raise ValueError(f"A buying cycle takes some time; {months:g} months are none.")
    return (1 + _checked_rate(rate_a_year)) ** (months / 12) - 1


def lifetime_value(margin: float, retention: float, rate: float, cycles: int | None = None) -> float:
    """Return what the purchases to come are worth today, when everybody stays with the same chance.

    Parameters
    ----------
    margin : float
        Money left over from one purchase.
    retention : float
        Chance of each next purchase, given the last one, 0 to 1.
    rate : float
        Discount rate *of one cycle* (see `rate_per_cycle`).
    cycles : int, optional
        How many purchases to look ahead; without it, for ever.

    Raises
    ------
    ValueError
        On impossible input; and when nobody ever leaves and nothing is discounted, which has no end.

    Notes
    -----
    Σ m·rᵗ/(1+i)ᵗ from t = 1 on; for ever m·r/(1+i−r). The purchase just made is not in it. r = .9 and
    i = .12 give 4.09 margins, r = .8 and i = .10 give 2.67.
    """
    retention, rate = _checked_share(retention, "Retention"), _checked_rate(rate)
    if not isfinite(margin):
        raise ValueError("A margin is a number.")
    if cycles is None:
        if retention == 1 and rate == 0:
            raise ValueError(
                "If nobody ever leaves and later money counts like money today, the sum has no end."
            )
        return margin * retention / (1 + rate - retention)
    if cycles < 0 or cycles != int(cycles):
        raise ValueError(f"One looks ahead a whole number of purchases; {cycles:g} is none.")
    once = retention / (1 + rate)
    return margin * (cycles if once == 1 else once * (1 - once**cycles) / (1 - once))


@dataclass(frozen=True)
class Sbg:
    """Retention where each customer has a chance of leaving of their own, the same after every purchase.

    The chances follow a beta distribution with parameters `alpha` and `beta`. The likely leavers leave first,
    so the retention of those who are left rises, though nobody changes. (Shifted beta-geometric; Fader and
    Hardie, How to Project Customer Retention, *Journal of Interactive Marketing* 21(1), 2007.)

    Raises
    ------
    ValueError
        When one of the two is not positive.
    """

    alpha: float
    beta: float

    def __post_init__(self) -> None:
        if not all(isfinite(value) and value > 0 for value in (self.alpha, self.beta)):
            raise ValueError("alpha and beta are positive numbers.")

    def retention(self, t: ArrayLike) -> NDArray[np.float64]:
        """Return the share of those who were there before who stay in period `t` (1, 2, …).

        r_t = (β + t − 1)/(α + β + t − 1).
        """
        t = np.asarray(t, dtype=float)
        if np.any(t < 1):
            raise ValueError("The first period is 1.")
        return (self.beta + t - 1) / (self.alpha + self.beta + t - 1)

    def staying(self, periods: int) -> NDArray[np.float64]:
        """Return the share of the cohort that is still there after 1, 2, … `periods`."""
        return np.cumprod(self.retention(np.arange(1, periods + 1)))


def staying(retention: float, periods: int, differ: float = 0.0) -> NDArray[np.float64]:
    """Return the share of customers who make a first, second, … next purchase.

    Parameters
    ----------
    retention : float
        Share who make the first of them, 0 to 1.
    periods : int
        How many purchases to look ahead.
    differ : float
        0: everybody has the same chance. Towards 1: some always come back and the others never do (1 is
        not allowed). In the terms of `Sbg` it is 1/(α+β+1); its authors' two examples have 0.18 and 0.35.

    Raises
    ------
    ValueError
        On impossible shares.
    """
    retention = _checked_share(retention, "Retention")
    if not 0 <= differ < 1:
        raise ValueError(f"How much customers differ lies between 0 and 1, without 1; {differ:g} does not.")
    if differ == 0 or retention in (0, 1):
        return np.cumprod(np.full(periods, retention))  # in a page, powers take much longer
    spread = 1 / differ - 1
    return Sbg((1 - retention) * spread, retention * spread).staying(periods)


def cycles_that_count(rate: float) -> int:
    """Return after how many cycles even a certain purchase hardly adds to a value, at this rate per cycle.

    Raises
    ------
    ValueError
        Without a rate above 0: then every purchase counts, however late.
    """
    if not _checked_rate(rate) > 0:
        raise ValueError("Without a discount rate there is no last purchase that counts.")
    return 1 + int((log(PRECISION) + max(0.0, -log(rate))) / log1p(rate))


def worth_so_far(margin: float, stays: ArrayLike, rate: float) -> NDArray[np.float64]:
    """Return what the first, the first two, … of the purchases to come are worth today.

    Parameters
    ----------
    margin : float
        Money left over from one purchase.
    stays : (cycles,) array
        Share of customers who make each next purchase, as `staying` returns it.
    rate : float
        Discount rate of one cycle.

    Raises
    ------
    ValueError
        When a share lies outside 0 to 1, or the rate is negative.
    """
    stays = np.asarray(stays, dtype=float)
    if not np.all((stays >= 0) & (stays <= 1)):
        raise ValueError("Shares of customers lie between 0 and 1.")
    return margin * np.cumsum(stays * np.cumprod(np.full(len(stays), 1 / (1 + _checked_rate(rate)))))


def first_at_least(gains: ArrayLike, amount: float) -> int | None:
    """Return the number (from 1) of the first gain that reaches the amount; None when none does."""
    reached = np.asarray(gains) >= amount
    return int(reached.argmax()) + 1 if reached.any() else None
