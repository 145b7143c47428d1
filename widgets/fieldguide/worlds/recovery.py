"""Customers whose service failed and was mended, beside customers without a failure: two answers of each.

A model made for the book; no customer was asked. The harm of a first failure is the unit. A failure is made
good in part, in full or more than in full; the customer had braced for some other part.

*Satisfaction* looks back. It moves with what happened less what it is held against, and that is partly the
help that the customer had braced for, partly the visit that had been planned: `against` says how much of
each. Held against the help alone, whoever gives more help than expected has customers more pleased than those
who needed none: that is where the recovery paradox of this model comes from. Held against the planned visit
alone, it takes more than all of the harm.

*Returning* looks ahead. Customers weigh the harm that the next visit may do: how likely a failure is (a beta
prior worth `known` visits, with the failures they have seen added) times what will be left of it after help.
One failure teaches two things, that the service fails and how it helps. Which lesson is the greater news
decides whether those with a failure come back more often than the others or less.

That the two look in different directions is an assumption; `glow` takes it back. (A meta-analysis by C. de
Matos and others found the paradox in satisfaction and not in repurchase intentions; J. Maxham and R.
Netemeyer found it after one failure and not after two.)

Assumes: satisfaction looks back on what was expected, and returning looks ahead to what may fail again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide._cached import cached

#: The average answer, from 0 to 100, of customers without a failure, and how far single answers stray from
#: an average (a standard deviation).
SATISFIED_WITHOUT, STRAY = 70, 20

#: Points of satisfaction that one harm, felt, takes away.
POINTS = 30

#: Share of customers without a failure who mean to return.
RETURNING_WITHOUT = 0.8

#: How likely customers reckon a failure to be, from all they know, before they see one.
RECKONED = 0.1

#: How much one harm that is feared of the next visit weighs in the log-odds of returning.
FEAR = 10

#: How far what is expected of help moves towards the help that came.
LEARNED = 0.5

#: Log-odds of returning that a harm's worth of satisfaction carries over where `glow` is 1.
WARMTH = 3

#: How many surveys are drawn, and of at most how many customers in each of the two groups.
SURVEYS, MOST_ASKED = 100, 300


@dataclass(frozen=True)
class Recovery:
    """What is assumed; shares run from 0 to 1.

    Attributes
    ----------
    expected : float
        Share of the harm that customers brace for having made good.
    again : float
        Share of the customers with a failure whom it meets a second time.
    against : float
        How much of the comparison is with the help braced for; the rest is with the visit that was planned.
    known : int
        Visits by which a customer knows the service.
    worse : float
        By how much more than the first a second failure hurts.
    glow : float
        How much of a change in satisfaction carries over into returning.
    """

    expected: float = 0.4
    again: float = 0.2
    against: float = 0.7
    known: int = 10
    worse: float = 0.5
    glow: float = 0.0

    def __post_init__(self) -> None:
        shares = self.expected, self.again, self.against, self.worse, self.glow
        if not all(0 <= share <= 1 for share in shares):
            raise ValueError("What is assumed of a recovery are shares, from 0 to 1.")
        if self.known < 1:
            raise ValueError("Customers know the service by at least one visit.")


@dataclass(frozen=True, eq=False)
class Mended:
    """The averages of customers with a failure, by what share of the harm is made good; (n,) arrays.

    Attributes
    ----------
    satisfaction : array
        The average answer, on a scale whose ends do not bind.
    returning : array
        Share who mean to return.
    """

    satisfaction: NDArray[np.float64]
    returning: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class RecoverySurveys:
    """What surveys find: customers with a failure less those without.

    Attributes
    ----------
    satisfaction : (surveys,) array
        Points of 100.
    returning : (surveys,) array
        Share of those asked, −1 to 1.
    """

    satisfaction: NDArray[np.float64]
    returning: NDArray[np.float64]


def mended(made_good: ArrayLike, world: Recovery) -> Mended:
    """Return what customers with a failure answer on average.

    Parameters
    ----------
    made_good : array_like
        Share of the first failure's harm that is made good, each time; above 1 where more is given than was
        taken.
    world : Recovery
        What is assumed.
    """
    felt, back = _by_failures(np.asarray(made_good, dtype=float), world)
    shares = np.array([1 - world.again, world.again])
    return Mended(SATISFIED_WITHOUT + POINTS * (shares @ felt), shares @ back)


def recovery_surveys(made_good: float, world: Recovery, asked: int, seed: int = 0) -> RecoverySurveys:
    """Return what 100 surveys find that ask so many customers with a failure, and as many without.

    The same seed is the same customers, whatever is assumed of them.

    Parameters
    ----------
    made_good : float
        As for `mended`, one share.
    world : Recovery
        What is assumed.
    asked : int
        Customers of each group in one survey.
    seed : int
        Which customers.

    Raises
    ------
    ValueError
        When a survey asks nobody, or more than `MOST_ASKED` of a group.
    """
    if not 1 <= asked <= MOST_ASKED:
        raise ValueError(f"A survey asks 1 to {MOST_ASKED} customers of each group, not {asked}.")
    second, stray, luck, stray_without, luck_without = (row[:, :asked] for row in _luck(seed))
    felt, back = _by_failures(np.array([made_good]), world)
    twice = second < world.again
    answers = POINTS * np.where(twice, felt[1, 0], felt[0, 0]) + STRAY * (stray - stray_without)
    returns = (luck < np.where(twice, back[1, 0], back[0, 0])).mean(axis=1)
    return RecoverySurveys(answers.mean(axis=1), returns - (luck_without < RETURNING_WITHOUT).mean(axis=1))


def paradox_from(made_good: ArrayLike, above: ArrayLike) -> float | None:
    """Return from which share on a curve lies above zero, between two points by the straight line.

    Parameters
    ----------
    made_good, above : (n,) array_like
        Where, in rising order, and how far above customers without a failure; it never falls.

    Returns
    -------
    float or None
        0 where it begins above; None where it never gets there.
    """
    made_good, above = np.asarray(made_good, dtype=float), np.asarray(above, dtype=float)
    if above[0] > 0:
        return 0.0
    if above[-1] <= 0:
        return None
    at = int(np.argmax(above > 0))
    part = -above[at - 1] / (above[at] - above[at - 1])
    return float(made_good[at - 1] + part * (made_good[at] - made_good[at - 1]))


def _by_failures(
    made_good: NDArray[np.float64], world: Recovery
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, after one failure and after two, what is felt in harms and the share who mean to return."""
    helped, harm = world.expected, 1.0
    calm = RECKONED * (1 - world.expected)  # the harm feared by who has seen no failure
    felt, back = [], []
    for failures in (1, 2):
        planned, braced = made_good - harm, made_good - helped
        feels = world.against * braced + (1 - world.against) * planned
        helped = helped + LEARNED * (made_good - helped)
        likely = (RECKONED * world.known + failures) / (world.known + failures)
        fear = likely * np.maximum(harm - helped, 0)  # nobody hopes for a failure
        odds = (
            np.log(RETURNING_WITHOUT / (1 - RETURNING_WITHOUT))
            - FEAR * (fear - calm)
            + WARMTH * world.glow * feels
        )
        felt.append(feels)
        back.append(1 / (1 + np.exp(-odds)))
        harm = 1 + world.worse
    return np.array(felt), np.array(back)


@cached()
def _luck(seed: int) -> tuple[NDArray[np.float64], ...]:
    """Draw every survey's customers: a second failure, strays and luck of both groups."""
    rng = np.random.default_rng(seed)
    size = SURVEYS, MOST_ASKED
    return (
        rng.random(size),
        rng.standard_normal(size),
        rng.random(size),
        rng.standard_normal(size),
        rng.random(size),
    )
