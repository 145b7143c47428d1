"""What a campaign brought in: the difference between those who got it and those held out by lot.

All rates are sales per person, all money is in one currency. Counts may be arrays: the functions work element
by element, as numpy does.

Source: the intervals of E. B. Wilson, *Journal of the American Statistical Association* 22, 1927, and R. G.
Newcombe, *Statistics in Medicine* 17, 1998 (method 10); the money is arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: The share of repetitions in which an interval is to hold the true value, unless somebody wants another.
LEVEL = 0.95


@dataclass(frozen=True, eq=False)
class Uplift:
    """The difference between two shares, with its interval; each a number or an array of them.

    Attributes
    ----------
    difference : float or array
        Share who bought with the campaign, minus share who bought without it.
    low, high : float or array
        The interval around it, between -1 and 1.
    """

    difference: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    @property
    def tells(self) -> NDArray[np.bool_]:
        """Whether the interval leaves 0 out: luck alone is an unlikely reason for the difference."""
        return (self.low > 0) | (self.high < 0)


@cache
def _normal_point(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"An interval's level lies between 0 and 1; {level:g} does not.")
    return NormalDist().inv_cdf((1 + level) / 2)


def wilson(
    bought: ArrayLike, people: ArrayLike, level: float = LEVEL
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the two ends of Wilson's score interval for a share.

    It stays between 0 and 1, and it has a width where nobody, or everybody, bought.

    Parameters
    ----------
    bought, people : array_like
        How many bought, of how many.
    level : float
        In how many of the repetitions it is to hold the true share.

    Raises
    ------
    ValueError
        Without people, or when more bought than there are.

    Notes
    -----
    E. B. Wilson, *Journal of the American Statistical Association* 22, 1927.
    """
    bought, people = np.asarray(bought, dtype=float), np.asarray(people, dtype=float)
    if not np.all(people > 0):
        raise ValueError("Every group needs somebody in it.")
    if not np.all((bought >= 0) & (bought <= people)):
        raise ValueError("Nobody or some may buy, but no more than there are in the group.")
    return _wilson(bought / people, people, _normal_point(level))


def _wilson(
    share: NDArray[np.float64], people: NDArray[np.float64], z: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    whole = 1 + z * z / people
    middle = (share + z * z / (2 * people)) / whole
    reach = z * np.sqrt(share * (1 - share) / people + np.square(z / (2 * people))) / whole
    # The ends are 0 and 1 exactly when nobody and when everybody bought; rounding must not say otherwise.
    return np.where(share == 0, 0, middle - reach), np.where(share == 1, 1, middle + reach)


def mixed_share(
    said_yes: ArrayLike, people: ArrayLike, weights: ArrayLike, level: float = LEVEL
) -> tuple[float, float, float]:
    """Return the share of yes in a mixture of groups, each asked by itself, and the ends of its interval.

    Parameters
    ----------
    said_yes, people : (groups,) array_like
        How many of each group said yes, of how many who were asked.
    weights : (groups,) array_like
        What part of the whole each group is; they add up to 1.
    level : float
        In how many of the repetitions the interval is to hold the true share.

    Raises
    ------
    ValueError
        When a group is empty, more said yes than are in it, or the weights are no parts of a whole.

    Notes
    -----
    Newcombe's way of putting two Wilson intervals together (see `uplift`), with the weights: the distances
    from each share to the ends of its own interval are weighted, squared and added.
    """
    weights = np.asarray(weights, dtype=float)
    if not (np.all(weights >= 0) and abs(weights.sum() - 1) < 1e-9):
        raise ValueError("The groups of a mixture are parts of a whole: their weights add up to 1.")
    low, high = wilson(said_yes, people, level)
    share = np.asarray(said_yes, dtype=float) / people
    mixed = float(weights @ share)
    below = float(np.linalg.norm(weights * (share - low)))
    above = float(np.linalg.norm(weights * (high - share)))
    return mixed, mixed - below, mixed + above


def uplift(
    bought: ArrayLike,
    people: ArrayLike,
    bought_without: ArrayLike,
    people_without: ArrayLike,
    level: float = LEVEL,
) -> Uplift:
    """Return by how much the share of buyers is higher with the campaign, with Newcombe's interval.

    Parameters
    ----------
    bought, people : array_like
        Of those who got the campaign.
    bought_without, people_without : array_like
        Of those held out.
    level : float
        In how many of the repetitions the interval is to hold the true difference.

    Raises
    ------
    ValueError
        When a group is empty, or more bought than are in it.

    Notes
    -----
    The hybrid score interval (method 10) of R. G. Newcombe, *Statistics in Medicine* 17, 1998: the two Wilson
    intervals squared and added. Hair-care case: 80 of 4,976 against 32 of 5,024 is 0.009708, from 0.005626 to
    0.014014. It asks for groups chosen by lot; of others it measures how they differ, whatever the reason.
    """
    low1, high1 = wilson(bought, people, level)
    low0, high0 = wilson(bought_without, people_without, level)
    share1 = np.asarray(bought, dtype=float) / people
    share0 = np.asarray(bought_without, dtype=float) / people_without
    difference = share1 - share0
    return Uplift(
        difference=difference,
        low=difference - np.hypot(share1 - low1, high0 - share0),
        high=difference + np.hypot(high1 - share1, share0 - low0),
    )


def break_even(margin: float, cost: float) -> float:
    """Return by how much the share of buyers must rise for a campaign to pay what it costs.

    Parameters
    ----------
    margin : float
        What one more sale leaves before the campaign is paid.
    cost : float
        What it costs to reach one person.

    Raises
    ------
    ValueError
        When a sale leaves nothing, or the cost is negative.
    """
    if not margin > 0:
        raise ValueError("A sale that leaves nothing can pay for no campaign: the margin must be above 0.")
    if not cost >= 0:
        raise ValueError("Reaching somebody costs nothing or something, never less.")
    return cost / margin


def roi(difference: ArrayLike, margin: float, cost: float) -> NDArray[np.float64]:
    """Return the return on investment that belongs to a difference in the share of buyers.

    -1 is all lost, 0 is break-even, 1 is each dollar back and one more. For parameters see `break_even`.

    Raises
    ------
    ValueError
        Like `break_even`, and when the campaign costs nothing: then there is nothing to divide by.
    """
    if break_even(margin, cost) == 0:
        raise ValueError("What costs nothing has no return on investment: there is nothing to divide by.")
    return np.asarray(difference, dtype=float) * margin / cost - 1


def cannot_tell(
    share: float, people: int, share_without: float, people_without: int, level: float = LEVEL
) -> float:
    """Return how often the interval of `uplift` holds 0, when these are the true shares.

    Exact: the chances of all counts that could be seen, added up. One minus it is the power of the
    comparison (but for the few cases in which it sees a difference in the wrong direction).

    Parameters
    ----------
    share, people : float, int
        The true share of buyers with the campaign, and how many get it.
    share_without, people_without : float, int
        The same for those held out.
    level : float
        The level of the interval.

    Raises
    ------
    ValueError
        When a group is empty or a share is none.
    """
    for one in (share, share_without):
        if not 0 <= one <= 1:
            raise ValueError(f"A share lies between 0 and 1; {one:g} does not.")
    if min(people, people_without) < 1:
        raise ValueError("Every group needs somebody in it.")
    counts, chances = likely_counts(people, share)
    without, chances_without = likely_counts(people_without, share_without)
    seen, (low, high) = counts / people, wilson(counts, people, level)
    seen_without, (low_without, high_without) = (
        without / people_without,
        wilson(without, people_without, level),
    )

    def above(i: NDArray[np.intp]) -> NDArray[np.bool_]:
        return seen[i] - seen_without > np.hypot(seen[i] - low[i], high_without - seen_without)

    def not_below(i: NDArray[np.intp]) -> NDArray[np.bool_]:
        return seen_without - seen[i] <= np.hypot(high[i] - seen[i], seen_without - low_without)

    # The interval moves up with every buyer, so the counts that leave 0 within it stand in a row: for each
    # count of those held out, from the first that is not below 0 to the one before the first above 0.
    size = len(without), len(counts)
    fewer = np.append(0, np.cumsum(chances))
    misses = fewer[_first(above, *size)] - fewer[_first(not_below, *size)]
    return float(np.clip(chances_without @ misses, 0, 1))


def _first(holds: Callable[[NDArray[np.intp]], NDArray[np.bool_]], rows: int, size: int) -> NDArray[np.intp]:
    """Return, row by row, the first place from which on `holds` is true; `size` where it never is."""
    low, high = np.zeros(rows, dtype=np.intp), np.full(rows, size, dtype=np.intp)
    while np.any(low < high):
        middle = (low + high) // 2
        true = holds(np.minimum(middle, size - 1))
        low, high = np.where(true | (low == high), low, middle + 1), np.where(true, middle, high)
    return low


def likely_counts(people: int, share: float) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return the numbers of buyers that can be met at all, and how likely each is (binomial).

    What is left out has a chance below one in a thousand million; the rest adds up to 1.
    """
    middle, spread = people * share, np.sqrt(people * share * (1 - share))
    low, high = (np.floor(np.clip(middle + sign * (8 * spread + 16), 0, people)) for sign in (-1, 1))
    counts = np.arange(int(low), int(high) + 1)
    if share in (0, 1):
        return counts, (counts == people * share).astype(float)
    # From each count to the next the chance changes by (n - k)/(k + 1) · p/(1 - p).
    steps = np.log((people - counts[:-1]) / (counts[:-1] + 1)) + np.log(share / (1 - share))
    logs = np.append(0, np.cumsum(steps))
    chances = np.exp(logs - logs.max())
    return counts, chances / chances.sum()


def worth_offering(value: float, contact: float, annoyance: float) -> float:
    """Return p*: by how much an offer must raise somebody's chance of buying to be worth making.

    An offer costs `contact` whatever happens. It brings in `value` when it makes the sale, and costs
    `annoyance` when it does not. With the chance p that *the offer* makes the sale it is worth making when
    p·value > contact + (1 - p)·annoyance, so when p is above (contact + annoyance) / (value + annoyance). The
    chance that the customer buys does not come into it, as it would for a discount that every buyer redeems.

    Raises
    ------
    ValueError
        When a sale is worth nothing, or a cost is negative.
    """
    if not value > 0:
        raise ValueError("A sale must be worth something, or no offer is.")
    if min(contact, annoyance) < 0:
        raise ValueError("A contact and an annoyance cost nothing or something, never less.")
    return (contact + annoyance) / (value + annoyance)
