"""Ten moments of truth of a grocery order, and what money does for them.

A model made for the book; the moments, their failure rates and every price are invented. Each of `MOMENTS`
fails at a rate of its own. Money lowers a rate: one failure less in a hundred orders costs `PRICE` dollars
where one of a hundred fails, and **the result hangs on how that price changes as failures get rare**: it is
`times` as high where half as many are left. With 2 each halving of a moment's failures costs the same,
wherever it starts, and so does each further nine; with 1 each point costs the same; below 1 failures are
cheapest to prevent where they are rare already. Nothing gets better than `FLOOR`.

Four rules spend a budget:

- *weakest*: the next dollar goes to the moment that fails most often,
- *equal*: each moment gets as much as the others, until it needs no more,
- *strongest*: the moment that fails least is brought to `FLOOR`, then the next,
- *cheapest*: the next dollar goes to where one failure less costs least.

Only the last looks at prices. With `differ` above 1 each moment has a price factor of its own, drawn by
chance and unrelated to how good it is: that is drawn for `FIRMS` firms, everything else is arithmetic. For
`times` of 1 or more and **prices alike**, *weakest* is the best that any plan can do for the share of visits
that go right: a dollar lowers a weak moment's rate by more, or as much, and a lower rate of a weak moment
counts for more. Where prices differ that no longer holds, and *cheapest* is the one to beat.

Assumes: one failure less has a price, and how it changes as failures get rare is set.
"""

from __future__ import annotations

from math import log2

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide._cached import cached

#: What a customer of the grocer's passes with each order.
MOMENTS = (
    "The app opens",
    "A time is free",
    "Paying works",
    "All is in stock",
    "Nothing is forgotten",
    "Nothing is swapped",
    "Nothing is broken",
    "It comes on time",
    "It comes to the right door",
    "The bill is right",
)

#: Failures in a thousand orders at each of them; every set has a hundred in all, ten a moment on average.
SETS = {
    "uneven": (1, 15, 0.5, 40, 10, 20, 4, 5, 1.5, 3),
    "alike": (10,) * 10,
    "one": (1, 1, 1, 91, 1, 1, 1, 1, 1, 1),
}

#: Dollars for one failure less in a hundred orders, at a moment with `USUAL` failures.
PRICE, USUAL = 15_000.0, 0.01

#: No moment fails less often than once in so many orders.
FLOOR = 1 / 10_000

RULES = ("weakest", "equal", "strongest", "cheapest")

#: How many firms are drawn where prices differ.
FIRMS = 40


def moments_failures(which: str) -> NDArray[np.float64]:
    """Return the failure rates of one of the `SETS`, from 0 to 1, in the order of `MOMENTS`.

    Raises
    ------
    ValueError
        For a set that there is not.
    """
    if which not in SETS:
        raise ValueError(f"There are the moments {', '.join(SETS)}, and no {which!r}.")
    return np.array(SETS[which]) / 1_000


def moments_price_factors(differ: float, seed: int = 8) -> NDArray[np.float64]:
    """Return (firms, moments): what prevention costs at each moment, as a multiple of the usual price.

    The logarithm is drawn evenly, so that the dearest may cost `differ` times the cheapest. Where prices are
    alike there is one firm.

    Parameters
    ----------
    differ : float
        1 or more.
    seed : int
        Which firms.

    Raises
    ------
    ValueError
        When the dearest would be cheaper than the cheapest.
    """
    if not differ >= 1:
        raise ValueError("The dearest moment costs at least as much as the cheapest.")
    if differ == 1:
        return np.ones((1, len(MOMENTS)))
    lots = np.random.default_rng(seed).random((FIRMS, len(MOMENTS)))
    return differ ** (lots - 0.5)


def moments_cost(
    before: ArrayLike, after: ArrayLike, times: float, factors: ArrayLike = 1.0
) -> NDArray[np.float64]:
    """Return the dollars that bring failure rates down, element by element; 0 where they would go up.

    Parameters
    ----------
    before, after : array_like
        Failure rates, from `FLOOR` to 1.
    times : float
        How many times as much one failure less costs where half as many are left, above 0.
    factors : array_like
        What prevention costs, as a multiple of the usual price; all of one shape when broadcast.

    Raises
    ------
    ValueError
        When rates lie outside `FLOOR` to 1, or `times` is not above 0.
    """
    if not times > 0:
        raise ValueError("A price is above 0.")
    before, after = np.asarray(before, dtype=float), np.asarray(after, dtype=float)
    for rates in (before, after):
        if not np.all((rates >= FLOOR * (1 - 1e-9)) & (rates <= 1)):
            raise ValueError("A moment fails once in 10,000 orders at the least, and always at the most.")
    down = np.maximum(_work(before, times) - _work(after, times), 0)
    return 100 * PRICE * np.asarray(factors) * down


def _work(rates: NDArray[np.float64], times: float) -> NDArray[np.float64]:
    """Return the price of a failure less, integrated up to these rates: differences of it are what costs."""
    power = 1 - log2(times)
    if abs(power) < 1e-9:
        return USUAL * np.log(rates)
    return USUAL ** (1 - power) * rates**power / power


def _rates_after(work: NDArray[np.float64], times: float) -> NDArray[np.float64]:
    """Return the rates to which so much `_work` belongs."""
    power = 1 - log2(times)
    if abs(power) < 1e-9:
        return np.exp(work / USUAL)
    return np.maximum(work * power / USUAL ** (1 - power), 0) ** (1 / power)


@cached(64)
def moments_after(
    which: str, budgets: tuple[float, ...], rule: str, times: float, differ: float = 1.0, seed: int = 8
) -> NDArray[np.float64]:
    """Return the failure rates once a budget is spent by a rule.

    Parameters
    ----------
    which : str
        One of `SETS`.
    budgets : tuple of float
        Dollars, each 0 or more.
    rule : str
        One of `RULES`.
    times : float
        How many times as much one failure less costs where half as many are left, above 0.
    differ, seed : float, int
        As for `moments_price_factors`.

    Returns
    -------
    (firms, budgets, moments) array
        Read-only.

    Raises
    ------
    ValueError
        For a rule that there is not, a negative budget, or impossible prices.
    """
    if rule not in RULES:
        raise ValueError(f"The rules are {', '.join(RULES)}; {rule!r} is none of them.")
    if min(budgets) < 0:
        raise ValueError("A budget is 0 or more.")
    rates, factors = moments_failures(which), moments_price_factors(differ, seed)
    money = np.array(budgets, dtype=float)
    most = moments_cost(rates, FLOOR, times, factors)  # (firms, moments)
    if rule == "weakest" or (rule == "cheapest" and times > 1):
        # The worst are brought down together, to one rate, or to one price of the next failure less: there a
        # dear moment is left so much worse (`weights`) that its next one costs no more than the others'.
        # Between two levels at which a moment joins in, or needs no more, the bill grows evenly with the
        # work, so the bills at these levels are all that has to be known.
        weights = factors ** (1 / log2(times)) if rule == "cheapest" else np.ones_like(factors)
        levels = -np.sort(-np.concatenate([rates / weights, FLOOR / weights], axis=1), axis=1)
        lowered = np.clip(levels[:, :, None] * weights[:, None, :], FLOOR, rates)
        bills = moments_cost(rates, lowered, times, factors[:, None, :]).sum(axis=-1)
        works = _work(levels, times)
        found = [np.interp(money, bill, work) for bill, work in zip(bills, works, strict=True)]
        after = _rates_after(np.stack(found), times)[:, :, None] * weights[:, None, :]
    else:
        if rule == "equal":
            # As each gets more, one after the other needs no more.
            shares = np.sort(most, axis=1)
            bills = np.minimum(most[:, None, :], shares[:, :, None]).sum(axis=-1)
            found = [
                np.interp(money, [0, *bill], [0, *share]) for bill, share in zip(bills, shares, strict=True)
            ]
            spent = np.minimum(np.stack(found)[:, :, None], most[:, None, :])
        else:
            # One after the other. Where the price stays or falls as failures get rare, the cheapest remains
            # the cheapest until it needs no more; of moments that cost the same, the weaker goes first.
            fails = np.broadcast_to(rates, most.shape)
            price = factors * (USUAL / fails) ** log2(times)
            order = np.lexsort((-fails, price) if rule == "cheapest" else (fails,))
            ordered = np.take_along_axis(most, order, axis=1)
            before = np.empty_like(most)
            np.put_along_axis(before, order, np.cumsum(ordered, axis=1) - ordered, axis=1)
            spent = np.clip(money[:, None] - before[:, None, :], 0, most[:, None, :])
        after = _rates_after(_work(rates, times) - spent / (100 * PRICE * factors[:, None, :]), times)
    return np.clip(after, FLOOR, rates)
