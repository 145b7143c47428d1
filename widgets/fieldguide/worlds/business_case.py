"""A customer database's business case: three orders in which to buy it and to learn to use it, and a pilot.

Expected values, computed exactly but for a fine sum over what may be found out; nothing is drawn at random
and nothing was measured. Amounts are in thousand dollars of today, times in months, shares from 0 to 1.

A database earns the *promise* times the *lift* times the *level*, each month that it runs. The **lift** is
the part of the promise that comes true once people master it: unknown, normal with a mean and a standard
deviation (below 0, the letters do harm). The **level** is how much of the skill people have: with the
database what is missing halves every *halfway* months; without it they go as far as *without*, at the same
pace.

Technology first
    buys at once; the team begins on the day the database runs.
Together
    buys at once, and the team begins at once, on what can be learned without the database.
Capability first
    has the team practice, then decides whether to buy at all. Practice also tells about the lift: of its
    variance, as large a part becomes known as the level that is reached.

A year after a database began to run everybody knows its lift, and it is switched off where it does not earn
what it costs to run. That is so in each order, and it spares the first two the worst. It does not make the
three even: capability first alone can refuse before the price is paid. And all three buy the whole database
or none; a smaller one, which only `pilot_worth` knows, can be worth more than any of them.

What the result hangs on: *without*. Who can learn nothing without the database gains nothing by beginning
before it. That capability is bought with practice and then backed with technology is the advice of
Maklan, Knox and Peppard ("Why CRM fails, and how to fix it", 2011); the arithmetic is ours. To decide after
a stage rather than before it is what others call a real option.

Assumes: the skill can be learned, to a part, without the database, and practice tells what the database will
be worth.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from fieldguide._cached import cached

#: Months that are counted, from today.
MONTHS = 60
#: What later money loses, a year.
RATE = 0.10
#: Running the database, of its price, a month.
RUNNING = 0.01
#: Months from the first day of the database to the day when everybody knows what it is worth.
REVIEW = 12
#: A smaller database: of the price, of the running costs and of the team; and of the benefit.
SMALL_COST, SMALL_GAIN = 0.30, 0.40

ORDERS = ("technology first", "together", "capability first")

#: How far, in standard deviations, and how finely the sum over what may be found out goes.
_REACH, _POINTS, _MANY = 4.0, 61, 481


@dataclass(frozen=True)
class Case:
    """One business case: what is sure (thousand dollars, months), what is believed of the lift (shares)."""

    mean: float = 0.5
    sd: float = 0.4
    price: float = 2_000.0
    promise: float = 250.0
    team: float = 25.0
    install: int = 9
    practice: int = 6

    def __post_init__(self) -> None:
        if self.sd < 0 or min(self.price, self.promise, self.team) < 0:
            raise ValueError("Prices, benefits and doubts are 0 or more.")
        if min(self.install, self.practice) < 0 or self.install + self.practice + REVIEW >= MONTHS:
            raise ValueError(f"Practice, installing and the first year must end within {MONTHS} months.")


@dataclass(frozen=True, eq=False)
class Deal:
    """What buying comes to, for a lift x: ``early·x − paid``, and then ``late·x − due`` if it goes on."""

    early: np.ndarray
    paid: float
    late: np.ndarray
    due: float

    def smaller(self) -> Deal:
        """Return the same with the smaller database."""
        return Deal(
            SMALL_GAIN * self.early, SMALL_COST * self.paid, SMALL_GAIN * self.late, SMALL_COST * self.due
        )

    def value(self, mean: np.ndarray | float, sd: np.ndarray | float) -> np.ndarray:
        """Return the expected value where the lift is normal with this mean and standard deviation."""
        return self.early * mean - self.paid + _at_least_nothing(self.late * mean - self.due, self.late * sd)


def orders(case: Case, without: np.ndarray | float, halfway: np.ndarray | float) -> np.ndarray:
    """Return the expected value of the three `ORDERS`, first axis, in thousand dollars; 0 is to do nothing.

    Parameters
    ----------
    case : Case
    without : float or array
        How much of the skill can be learned without the database, 0 to 1.
    halfway : float or array
        Months in which half of what is missing is learned, above 0; shapes broadcast with `without`.

    Raises
    ------
    ValueError
        When a share or a time is impossible.
    """
    without, halfway = np.asarray(without, float), np.asarray(halfway, float)
    if not ((without >= 0) & (without <= 1)).all() or not (halfway > 0).all():
        raise ValueError("What can be learned without the database goes from 0 to 1, in more than no time.")
    first = deal(case, without, halfway, begin=case.install, bought=0)
    together = deal(case, without, halfway, begin=0, bought=0)
    after = deal(case, without, halfway, begin=0, bought=case.practice)
    known = without * (1 - 0.5 ** (case.practice / halfway))
    left = case.sd * np.sqrt(1 - known)
    steps, weights = _normal()
    means = case.mean + case.sd * np.sqrt(known)[..., None] * steps
    bought = Deal(after.early[..., None], after.paid, after.late[..., None], after.due)
    practiced = case.team * _worth(0, case.practice)
    chosen = np.maximum(bought.value(means, left[..., None]) + practiced, 0) @ weights - practiced
    at_once = (one.value(case.mean, case.sd) for one in (first, together))
    return np.stack(np.broadcast_arrays(*at_once, chosen))


def deal(
    case: Case, without: np.ndarray, halfway: np.ndarray, begin: int, bought: int, today: int = 0
) -> Deal:
    """Return what it comes to when the team begins in one month and the database is bought in another.

    Parameters
    ----------
    case : Case
    without, halfway : array
        As in `orders`.
    begin, bought : int
        Months after `today`.
    today : int
        The month in which all this begins: 0, or later after a pilot.
    """
    without, halfway = np.asarray(without, float), np.asarray(halfway, float)
    runs, review = today + bought + case.install, today + bought + case.install + REVIEW
    head_start = without * (1 - 0.5 ** ((runs - today - begin) / halfway))
    # What is missing halves every `halfway` months; a month counts with what is missing in its middle.
    month = np.arange(runs, MONTHS)
    missing = 0.5 ** ((month + 0.5 - runs) / halfway[..., None]) * _discount()[month]

    def gained(begin: int, end: int) -> np.ndarray:
        missed = (1 - head_start) * missing[..., begin - runs : end - runs].sum(axis=-1)
        return case.promise * (_worth(begin, end) - missed)

    running = RUNNING * case.price
    at_first = (
        case.price * float(_discount()[today + bought])
        + running * _worth(runs, review)
        + case.team * _worth(today + begin, review)
    )
    later = (running + case.team) * _worth(review, MONTHS)
    return Deal(gained(runs, review), at_first, gained(review, MONTHS), later)


@dataclass(frozen=True)
class Pilot:
    """A trial before the money is spent.

    Attributes
    ----------
    price : float
        Thousand dollars.
    months : int
        How long everything else waits for it.
    shows : float
        How much of the doubt about the lift (of its variance) could show on a small scale, 0 to 1; the rest
        shows only when everybody uses the whole thing.
    blur : float
        Standard deviation of what chance adds to the lift that the pilot measures.
    flatters : float
        What the best branch with the best people adds to it.
    known : bool
        Whether whoever decides knows by how much it flatters, and takes it off.
    """

    price: float = 100.0
    months: int = 4
    shows: float = 0.8
    blur: float = 0.15
    flatters: float = 0.0
    known: bool = False


@dataclass(frozen=True, eq=False)
class Worth:
    """What a pilot is worth, and what follows it, in thousand dollars.

    ``now`` is the best without a pilot, of the whole database, the small one and none, in this order of
    ``outright``; ``net`` what the pilot adds to it after its price and the time it takes; ``perfect`` what it
    would add if it told the lift exactly and cost and took the same; ``odds`` how likely it ends in each.
    """

    outright: np.ndarray
    now: np.ndarray
    net: np.ndarray
    perfect: np.ndarray
    odds: np.ndarray


def pilot_worth(case: Case, pilot: Pilot, without: float, halfway: float, sd: np.ndarray | float) -> Worth:
    """Return what a pilot is worth to somebody who would buy and learn *together*, for each doubt `sd`.

    Without a pilot the whole database is bought at once, a smaller one, or none, whichever is worth most on
    average. After it, whichever is worth most by what it has shown.
    """
    sd = np.atleast_1d(np.asarray(sd, float))
    at_once = deal(case, np.asarray(without), np.asarray(halfway), 0, 0)
    outright = np.stack([at_once.value(case.mean, sd), at_once.smaller().value(case.mean, sd), 0 * sd])
    now = outright.max(axis=0)
    later = deal(case, np.asarray(without), np.asarray(halfway), 0, 0, today=pilot.months)
    showing = pilot.shows * sd**2
    heard = np.divide(showing, showing + pilot.blur**2, out=np.zeros_like(sd), where=showing > 0)
    told = heard * showing
    error = 0.0 if pilot.known else heard * pilot.flatters
    after, odds = _decide(later, case.mean, np.sqrt(told), np.sqrt(sd**2 - told), error)
    told_all, _ = _decide(later, case.mean, sd, 0 * sd, 0 * sd)
    return Worth(outright, now, after - pilot.price - now, told_all - pilot.price - now, odds)


def _decide(
    offer: Deal, mean: float, found: np.ndarray, left: np.ndarray, error: np.ndarray | float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the expected value of choosing by what was found out, and how likely each choice is.

    `found` is the standard deviation of what the mean will have become, `left` the doubt that remains;
    `error` is added to the mean by whoever decides, and is not there.
    """
    steps, weights = _normal(_MANY)
    means = mean + found[:, None] * steps
    left = left[:, None]
    error = np.broadcast_to(np.asarray(error, float), found.shape)[:, None]
    offers = offer, offer.smaller()
    believed = np.stack([*(one.value(means + error, left) for one in offers), 0 * means])
    real = np.stack([*(one.value(means, left) for one in offers), 0 * means])
    choice = believed.argmax(axis=0)
    value = np.take_along_axis(real, choice[None], axis=0)[0] @ weights
    return value, np.stack([(choice == one) @ weights for one in range(3)])


def database_first_until(case: Case, halfway: float) -> float | None:
    """Return the largest share, in whole percents, at which technology first is best; None without one."""
    shares = np.arange(101) / 100
    values = orders(case, shares, halfway)
    best = (values.argmax(axis=0) == 0) & (values[0] > 0)
    return float(shares[best][-1]) if best.any() else None


# Parts ------------------------------------------------------------------------------------------------------


@cached()
def _discount() -> np.ndarray:
    """Return what a dollar is worth today that is paid at the beginning of each month."""
    return (1 + RATE) ** (-np.arange(MONTHS + 1) / 12)


def _worth(begin: int, end: int) -> float:
    """Return what a dollar a month is worth today, from one month up to another."""
    return float(_discount()[begin:end].sum())


@cached()
def _normal(points: int = _POINTS) -> tuple[np.ndarray, np.ndarray]:
    """Return standard deviations from the mean and how likely they are, for sums in place of integrals."""
    steps = np.linspace(-_REACH, _REACH, points)
    weights = np.exp(-(steps**2) / 2)
    return steps, weights / weights.sum()


@cached()
def _cumulative() -> tuple[np.ndarray, np.ndarray]:
    at = np.linspace(-8, 8, 4_001)
    return at, np.array([0.5 * (1 + math.erf(one / math.sqrt(2))) for one in at])


def _at_least_nothing(mean: np.ndarray, sd: np.ndarray) -> np.ndarray:
    """Return the mean of a normal variable whose negative values are replaced by 0."""
    mean, sd = np.broadcast_arrays(mean, sd)
    some = sd > 0
    z = np.divide(mean, sd, out=np.zeros(mean.shape), where=some)
    density = np.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    return np.where(some, mean * np.interp(z, *_cumulative()) + sd * density, np.maximum(mean, 0))
