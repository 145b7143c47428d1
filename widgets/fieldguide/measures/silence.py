"""Silences between purchases: how long they are, and what an alarm after so many days of silence would find.

In a shop nobody gives notice. A customer has *lapsed* only by a definition: here, whoever has been silent
until the alarm rings and buys nothing in the `horizon` days after it.

Source: counting, and the textbook's Bayes rule with Erlang gaps between purchases; the definition of *lapsed*
is ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide.measures._visits import visits


@dataclass(frozen=True, eq=False)
class Silences:
    """One silence begins with every purchase; arrays in the order of customer and day.

    Attributes
    ----------
    nth : (purchases,) array of int
        Whether the silence follows a customer's first purchase, second, ...
    day : (purchases,) array
        The day of that purchase.
    length : (purchases,) array
        Days to the next purchase; infinite where none was seen.
    """

    nth: NDArray[np.int64]
    day: NDArray[np.float64]
    length: NDArray[np.float64]

    def where(self, chosen: NDArray[np.bool_]) -> Silences:
        """Return only the chosen silences, given one true or false for each."""
        return Silences(self.nth[chosen], self.day[chosen], self.length[chosen])

    def watched_for(self, days: float, end: float) -> Silences:
        """Return only the silences that were watched for so many days, when watching ends on day `end`.

        Of these it is known whether they ended within those days.
        """
        return self.where(self.day + days <= end)


def silences(customer: ArrayLike, day: ArrayLike) -> Silences:
    """Return the silence after each purchase; several purchases of one day are one.

    Parameters
    ----------
    customer, day : (purchases,) arrays
        Who bought, on which day.

    Raises
    ------
    ValueError
        Without purchases, with arrays of different length, or with days that are missing or not whole.
    """
    customer, day, start = visits(customer, day)
    first = np.repeat(start, np.diff(np.append(start, len(day))))
    length = np.append(np.diff(day).astype(float), np.inf)
    length[np.append(start[1:], len(day)) - 1] = np.inf
    return Silences(np.arange(len(day)) - first + 1, day.astype(float), length)


@dataclass(frozen=True, eq=False)
class Alarms:
    """What an alarm finds, by the days of silence after which it rings (the arrays' position).

    Attributes
    ----------
    silences : int
        How many silences there were.
    rung : (days,) array of int
        How many had lasted longer than so many days: the alarm rings.
    lapsed : (days,) array of int
        Of those, how many went on for more than the horizon after it.
    """

    silences: int
    rung: NDArray[np.int64]
    lapsed: NDArray[np.int64]

    @property
    def false(self) -> NDArray[np.int64]:
        """Alarms for customers who bought within the horizon anyway."""
        return self.rung - self.lapsed


def alarms(length: ArrayLike, longest: int, horizon: int) -> Alarms:
    """Count right and false alarms for each day of silence from 0 to `longest`.

    Parameters
    ----------
    length : (silences,) array
        Days that each silence lasted, infinite where it did not end. Each must have been watched for
        `longest` + `horizon` days (see `Silences.watched_for`), or it is taken for one that did not end.
    longest : int
        The latest alarm to look at, in days of silence.
    horizon : int
        Days without a purchase after the alarm that make it right.

    Raises
    ------
    ValueError
        Without silences, with lengths below 0 or missing, or without a horizon.
    """
    length = np.asarray(length, dtype=float)
    if not length.size:
        raise ValueError("There are no silences to listen to.")
    if np.any(np.isnan(length)) or np.any(length < 0):
        raise ValueError("A silence lasts 0 days or more.")
    if longest < 0 or horizon < 1:
        raise ValueError("An alarm rings after 0 days or more, and looks ahead at least one.")
    ends = np.bincount(np.minimum(length, longest + horizon + 1).astype(np.intp))
    over = length.size - np.cumsum(np.append(ends, np.zeros(longest + horizon + 2, dtype=np.intp)))
    return Alarms(int(length.size), over[: longest + 1], over[horizon : longest + horizon + 1])


def still_silent(days: ArrayLike, cycle: float, regularity: int = 1) -> NDArray[np.float64]:
    """Return the chance that a customer who *is* coming back has been silent for so many days.

    Parameters
    ----------
    days : array_like
        Days since the last purchase, 0 or more.
    cycle : float
        Days from one purchase to the next, on average.
    regularity : int
        1: purchases come at random (exponential gaps). Higher: more and more like clockwork (Erlang gaps,
        whose standard deviation is the cycle divided by the square root of this).

    Raises
    ------
    ValueError
        On negative days, no cycle, or a regularity below 1.
    """
    days = np.asarray(days, dtype=float)
    if np.any(np.isnan(days)) or np.any(days < 0):
        raise ValueError("Silence lasts 0 days or more.")
    if not (isfinite(cycle) and cycle > 0):
        raise ValueError(f"A buying cycle takes some time; {cycle:g} days are none.")
    if regularity < 1 or regularity != int(regularity):
        raise ValueError("Regularity is a whole number from 1 on.")
    due = regularity * days / cycle
    term = total = np.ones_like(due)
    for step in range(1, int(regularity)):
        term = term * due / step
        total = total + term
    return np.exp(-due) * total


def chance_gone(days: ArrayLike, cycle: float, retention: float, regularity: int = 1) -> NDArray[np.float64]:
    """Return the chance that a customer who has been silent for so many days will not come back.

    Bayes' rule: at the last purchase the chance was 1 − `retention`; silence speaks against those who are
    coming back, by `still_silent`.

    Raises
    ------
    ValueError
        As `still_silent`, or when retention lies outside 0 to 1.
    """
    if not 0 <= retention <= 1:
        raise ValueError(f"Retention lies between 0 and 1; {retention:g} does not.")
    waiting = retention * still_silent(days, cycle, regularity)
    if retention == 1:
        return np.zeros_like(waiting)
    return (1 - retention) / (1 - retention + waiting)
