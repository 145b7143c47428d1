"""BG/NBD: how often customers buy while they are customers, and whether they still are.

While alive, a customer buys at random at a steady rate (rates differ: gamma with shape `r` and rate `alpha`);
after each repeat purchase a coin decides whether it was the last (coins differ: beta with `a` and `b`).

Numpy alone, so that a page can predict; `bgnbd_fit` finds the four numbers and needs scipy.

Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, “Counting Your Customers” the Easy Way, *Marketing
Science* 24(2), 2005.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide.measures._visits import visits


@dataclass(frozen=True, eq=False)
class BuyingHistory:
    """What the model needs to know of each customer; arrays in the order of customer numbers.

    Attributes
    ----------
    customer : (customers,) array of int
    x : (customers,) array
        Repeat purchases: one less than the days on which something was bought.
    t_x : (customers,) array
        *Recency*: from first to last purchase, in units of time. Not the time since the last purchase!
    T : (customers,) array
        From the first purchase to the end of watching, in the same units.
    """

    customer: NDArray[np.int64]
    x: NDArray[np.float64]
    t_x: NDArray[np.float64]
    T: NDArray[np.float64]


def buying_history(
    customer: ArrayLike, day: ArrayLike, end: float, days_per_unit: float = 7
) -> BuyingHistory:
    """Sum up purchases the way the model reads them; orders of one day are one purchase.

    Parameters
    ----------
    customer, day : (purchases,) arrays
        Who bought, on which day of the calendar.
    end : int
        The last day seen; later purchases, and customers who first bought later, are left out.
    days_per_unit : float
        7 counts time in weeks, as the published example does.

    Raises
    ------
    ValueError
        Without purchases by `end`, with arrays of different length, days that are missing or not whole, or a
        unit not above 0.
    """
    if not np.isfinite(end):
        raise ValueError("Watching needs a last day.")
    if not days_per_unit > 0:
        raise ValueError("A unit of time has more than 0 days.")
    customer, day, _ = visits(customer, day)
    seen = day <= end
    if not seen.any():
        raise ValueError(f"Nobody has bought by day {end:g}.")
    customer, day, start = visits(customer[seen], day[seen])
    last = np.append(start[1:], len(customer)) - 1
    return BuyingHistory(
        customer=customer[start].astype(np.int64),
        x=(last - start).astype(float),
        t_x=(day[last] - day[start]) / days_per_unit,
        T=(end - day[start]) / days_per_unit,
    )


def checked_history(
    x: ArrayLike, t_x: ArrayLike, T: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the three as arrays of one shape.

    Raises
    ------
    ValueError
        When no customer can be like that.
    """
    x, t_x, T = (np.asarray(values, dtype=float) for values in (x, t_x, T))
    try:
        x, t_x, T = np.broadcast_arrays(x, t_x, T)
    except ValueError:
        raise ValueError("Each customer needs x, t_x and T: the lists differ in length.") from None
    if not x.size:
        raise ValueError("There are no customers.")
    if not np.all(np.isfinite(x) & np.isfinite(t_x) & np.isfinite(T)):
        raise ValueError("x, t_x and T have to be known for every customer.")
    if np.any(x < 0):
        raise ValueError("Nobody has fewer than no repeat purchases.")
    if np.any(t_x < 0) or np.any(t_x > T):
        raise ValueError("The last purchase lies between the first and the end of watching: 0 ≤ t_x ≤ T.")
    if np.any((x == 0) & (t_x > 0)):
        raise ValueError("Who bought only once has a last purchase that is also the first: t_x is 0.")
    return x, t_x, T


@dataclass(frozen=True)
class BgNbd:
    """The model with its four numbers; times are in the unit that it was fitted in.

    Attributes
    ----------
    r, alpha : float
        Shape and rate of the buying rates: ``r / alpha`` purchases per unit of time on average while alive.
    a, b : float
        The coins after each purchase: ``a / (a + b)`` chance on average that it was the last.

    Raises
    ------
    ValueError
        When one of the four is not positive.
    """

    r: float
    alpha: float
    a: float
    b: float

    def __post_init__(self) -> None:
        if not all(np.isfinite(value) and value > 0 for value in (self.r, self.alpha, self.a, self.b)):
            raise ValueError("r, alpha, a and b are positive numbers.")

    def p_alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> NDArray[np.float64]:
        """Return the chance that each customer may still buy.

        It is 1 for who bought once: in this model customers leave only right after a *repeat* purchase, so
        silence alone is never taken for leaving.
        """
        x, t_x, T = checked_history(x, t_x, T)
        return 1 / (1 + self._odds_of_having_left(x, t_x, T))

    def _odds_of_having_left(
        self, x: NDArray[np.float64], t_x: NDArray[np.float64], T: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        repeated = x > 0
        stayed = self.b + np.where(repeated, x, 1) - 1
        silence = ((self.alpha + T) / (self.alpha + t_x)) ** (self.r + x)
        return np.where(repeated, self.a / stayed * silence, 0.0)

    def expected(self, t: ArrayLike) -> NDArray[np.float64]:
        """Return E[X(t)]: repeat purchases expected of a new customer in the time `t` after the first."""
        return self._expected(np.asarray(0.0), np.asarray(0.0), t)

    def expected_from(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike, t: ArrayLike) -> NDArray[np.float64]:
        """Return E[Y(t)]: purchases expected of each customer in the time `t` after watching ended."""
        x, t_x, T = checked_history(x, t_x, T)
        return self._expected(x, T, t) / (1 + self._odds_of_having_left(x, t_x, T))

    def _expected(self, x: NDArray[np.float64], T: NDArray[np.float64], t: ArrayLike) -> NDArray[np.float64]:
        """Return purchases expected in `t` of who is alive at `T` after `x` repeats; 0, 0 for who is new."""
        t = np.asarray(t, dtype=float)
        if not np.all(np.isfinite(t)) or np.any(t < 0):
            raise ValueError("The time to look ahead is 0 or more.")
        if self.a == 1:
            raise ValueError("The formula has no value at a = 1; take a number close to it.")
        # The published form, after Euler's transformation 2F1(p,q;s;z) = (1−z)^(s−p−q) 2F1(s−p,s−q;s;z):
        # its powers of (α+T)/(α+T+t) then cancel, and what is left of the series stays small.
        z = t / (self.alpha + T + t)
        series = _hypergeometric(self.a + self.b - 1 - self.r, self.a - 1, self.a + self.b + x - 1, z)
        return (self.a + self.b + x - 1) / (self.a - 1) * (1 - (1 - z) ** (self.a - 1) * series)


def _hypergeometric(
    p: float, q: float, s: NDArray[np.float64], z: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return Gauss's 2F1(p, q; s; z) for 0 ≤ z < 1, summed until a term no longer counts."""
    total = term = np.ones(np.broadcast(s, z).shape)
    for k in range(100_000):
        term = term * (p + k) * (q + k) / ((s + k) * (k + 1)) * z
        total = total + term
        if np.all(np.abs(term) <= 1e-13 * np.abs(total)):
            return total
    raise ValueError("The time to look ahead is too long for this customer's history.")
