"""Granting wishes: what a list of requests does to appeal, price, buyers and profit, in forty markets.

A model made for the book; nothing was measured. A household pays for a job that is done better, and pays
less for each thing more that there is to learn, to clean or to break. A company grants some requests, sets
the one price that earns it most, and sells to every household that values the bike at least so much.

Drawn, once and for all settings alike (so that they can be compared): in each of `BIKE_MARKETS` markets, by
how much its jobs are worth more or less and are done better or worse than the survey says, by how much
costs and effects of requests are off, and for each of `HOUSEHOLDS` households its tastes, its patience with
complexity, what the plain bike is worth to it, and whether it is a fan. Money is in dollars.

The results hang on three assumptions, and each is a parameter: what complexity costs (`complexity`), how far
the survey that says which jobs are poorly served is off (`error`), and how unlike other households fans
are (`unlike`). That a request is worth the more, the less of its job is done today, is assumed throughout.

Assumes: a wish is worth the more, the less its job is done, and each thing more costs every buyer something.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached
from fieldguide.worlds.cargo_bike import BIKE_MARKETS, JOBS, REQUESTS

HOUSEHOLDS = 400

#: What a household pays for a job that is done fully, for each of ten that call it important.
WORTH = 60
#: What the bike costs to build and is worth before anything is granted (the median household).
COST, PLAIN = 1_900, 3_200
#: Of ten households, how many are fans; how many sit on a board, and how many wishes each has.
FANS, SEATS, WISHES = 1.5, 12, 3

#: The draw that the book shows; another seed draws forty other markets.
SEED = 7

#: How a fan differs where `unlike` is 1: each job's worth to others times this, and patience with complexity.
FAN_TASTES = {"fun": 4.0, "hill": 2.5, "seen": 1.5, "dry": 0.3, "home": 0.3, "shop": 0.6}
FAN_DISLIKE = 0.1

BOARDS = ("fans", "lot", "left")

_NAMES = [request.name for request in REQUESTS]
_JOB = np.array([[request.job == job.name for job in JOBS] for request in REQUESTS])


@dataclass(frozen=True, eq=False)
class Sold:
    """What a list of requests comes to; one element a market.

    Attributes
    ----------
    cost, price : (markets,) arrays
        What a bike costs to build, and the price that earns most, in dollars.
    appeal : (markets,) array
        What the average household would pay for it, in dollars.
    buyers : (markets,) array
        Households of 1,000 that buy at this price.
    profit : (markets,) array
        Price less cost times buyers, for 1,000 households, in dollars.
    """

    cost: NDArray[np.float64]
    price: NDArray[np.float64]
    appeal: NDArray[np.float64]
    buyers: NDArray[np.float64]
    profit: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class _Drawn:
    worth: NDArray[np.float64]  # (markets, jobs), before any error: times what the survey says
    other_worth: NDArray[np.float64]  # (markets, jobs): what it is where the survey knows nothing
    other_served: NDArray[np.float64]  # (markets, jobs)
    cost: NDArray[np.float64]  # (markets, requests), times what is planned
    does: NDArray[np.float64]  # (markets, requests), times what is planned
    taste: NDArray[np.float64]  # (markets, households, jobs)
    dislike: NDArray[np.float64]  # (markets, households)
    plain: NDArray[np.float64]  # (markets, households)
    fan: NDArray[np.bool_]  # (markets, households)
    order: NDArray[np.intp]  # (markets, households): who is asked first to sit on a board


def sold(
    requests: Collection[str], complexity: float, error: float = 0.3, unlike: float = 1, seed: int = SEED
) -> Sold:
    """Sell the bike with these requests granted in every market.

    Parameters
    ----------
    requests : collection of str
        Names of `cargo_bike.REQUESTS`; empty grants none.
    complexity : float
        By how many dollars less the average household values the bike for each point of complexity.
    error : float
        How far the survey is off: 0, jobs are worth and served what it says; 1, it says nothing about them.
    unlike : float
        How unlike other households fans are: 0, not at all; 1, as `FAN_TASTES` has it.
    seed : int
        Which forty markets.

    Raises
    ------
    ValueError
        For a request that nobody made, a negative cost of complexity, or shares outside 0 to 1.
    """
    _check(complexity, error, unlike)
    unknown = set(requests) - set(_NAMES)
    if unknown:
        raise ValueError(f"Nobody asked for {', '.join(sorted(unknown))}.")
    return _sold(frozenset(requests), float(complexity), float(error), float(unlike), seed)


def board_wishes(
    board: str, complexity: float, error: float = 0.3, unlike: float = 1, seed: int = SEED
) -> tuple[tuple[str, ...], ...]:
    """Return the three requests that get most votes of a board, in each market.

    Each of twelve members votes for the three that are worth most to them, complexity counted, cost not:
    it is not theirs. A tie goes to what stands first in `cargo_bike.REQUESTS`.

    Parameters
    ----------
    board : str
        ``"fans"``, ``"lot"`` (drawn by lot from all households) or ``"left"`` (by lot from those who do not
        buy the bike as it is).
    complexity, error, unlike, seed
        As for `sold`.

    Raises
    ------
    ValueError
        For a board that there is not, a negative cost of complexity, or shares outside 0 to 1.
    """
    _check(complexity, error, unlike)
    if board not in BOARDS:
        raise ValueError(f"A board is one of {', '.join(BOARDS)}; {board!r} is none.")
    return _board_wishes(board, float(complexity), float(error), float(unlike), seed)


@cached(64)
def _board_wishes(
    board: str, complexity: float, error: float, unlike: float, seed: int
) -> tuple[tuple[str, ...], ...]:
    drawn = _drawn(seed)
    pays, dislike = _households(error, unlike, seed)
    if board == "fans":
        eligible = drawn.fan
    elif board == "lot":
        eligible = np.ones_like(drawn.fan)
    else:
        eligible = drawn.plain < _sold(frozenset(), complexity, error, unlike, seed).price[:, None]
    # Whoever may not sit there comes last in the order of asking; a market has twelve of every kind.
    asked = np.where(np.take_along_axis(eligible, drawn.order, axis=1), 0, 1)
    seats = np.take_along_axis(drawn.order, np.argsort(asked, axis=1, kind="stable")[:, :SEATS], axis=1)
    theirs = np.take_along_axis(pays, seats[:, :, None], axis=1) @ _JOB.T.astype(float)
    left_undone = (1 - _served(error, seed)) @ _JOB.T.astype(float)
    gain = theirs * (left_undone * _does(seed))[:, None, :]
    points = np.array([request.points for request in REQUESTS])
    gain = gain - complexity * np.take_along_axis(dislike, seats, axis=1)[:, :, None] * points
    favorites = np.argsort(-gain, axis=2, kind="stable")[:, :, :WISHES]
    votes = (favorites[..., None] == np.arange(len(REQUESTS))).sum(axis=(1, 2))
    best = np.argsort(-votes, axis=1, kind="stable")[:, :WISHES]
    return tuple(tuple(_NAMES[number] for number in row) for row in best.tolist())


def sold_as_wished(
    wishes: tuple[tuple[str, ...], ...],
    complexity: float,
    error: float = 0.3,
    unlike: float = 1,
    seed: int = SEED,
) -> Sold:
    """Sell the bike with other requests granted in each market, as `board_wishes` returns them."""
    _check(complexity, error, unlike)
    return _as_wished(wishes, float(complexity), float(error), float(unlike), seed)


@cached(64)
def _as_wished(
    wishes: tuple[tuple[str, ...], ...], complexity: float, error: float, unlike: float, seed: int
) -> Sold:
    granted = np.array([[name in row for name in _NAMES] for row in wishes])
    return _sell(granted, complexity, error, unlike, seed)


@cached(256)
def _sold(requests: frozenset[str], complexity: float, error: float, unlike: float, seed: int) -> Sold:
    granted = np.tile([name in requests for name in _NAMES], (BIKE_MARKETS, 1))
    return _sell(granted, complexity, error, unlike, seed)


def _sell(granted: NDArray[np.bool_], complexity: float, error: float, unlike: float, seed: int) -> Sold:
    """Find the price that earns most; `granted` says for each market which requests it gets."""
    drawn = _drawn(seed)
    pays, dislike = _households(error, unlike, seed)
    # What is left undone of a job shrinks by each request in turn: two locks are not twice as good as one.
    keeps = np.where(granted, 1 - _does(seed), 1.0)
    left = np.stack([keeps[:, serving].prod(axis=1) for serving in _JOB.T], axis=1)
    gain = (1 - _served(error, seed)) * (1 - left)
    points = granted @ np.array([request.points for request in REQUESTS])
    value = drawn.plain + np.einsum("mhj,mj->mh", pays, gain) - complexity * points[:, None] * dislike
    cost = COST + (granted * drawn.cost * [request.cost for request in REQUESTS]).sum(axis=1)
    # At the price that the kth keenest household just pays, k households buy.
    prices = -np.sort(-value, axis=1)
    profits = (prices - cost[:, None]) * np.arange(1, HOUSEHOLDS + 1)
    best = profits.argmax(axis=1)
    market = np.arange(BIKE_MARKETS)
    scale = 1_000 / HOUSEHOLDS
    return Sold(
        cost, prices[market, best], value.mean(axis=1), (best + 1) * scale, profits[market, best] * scale
    )


@cached(4)
def _drawn(seed: int) -> _Drawn:
    """Draw everything that chance decides, for all settings at once."""
    rng = np.random.default_rng(seed)
    jobs, requests = (BIKE_MARKETS, len(JOBS)), (BIKE_MARKETS, len(REQUESTS))
    people = (BIKE_MARKETS, HOUSEHOLDS)
    return _Drawn(
        worth=rng.lognormal(0, 0.2, jobs),
        other_worth=WORTH * rng.uniform(4, 9.5, jobs),
        other_served=rng.uniform(0.2, 0.9, jobs),
        cost=rng.lognormal(0, 0.15, requests),
        does=rng.lognormal(0, 0.15, requests),
        taste=rng.lognormal(-0.125, 0.5, (*people, len(JOBS))),
        dislike=rng.lognormal(-0.125, 0.5, people),
        plain=rng.lognormal(np.log(PLAIN), 0.35, people),
        fan=rng.random(people) < FANS / 10,
        order=np.argsort(rng.random(people), axis=1),
    )


def _does(seed: int) -> NDArray[np.float64]:
    planned = np.array([request.does for request in REQUESTS])
    return np.minimum(planned * _drawn(seed).does, 0.95)


@cached(16)
def _served(error: float, seed: int) -> NDArray[np.float64]:
    """Return which part of each job is done today, in each market."""
    surveyed = np.array([job.satisfaction for job in JOBS]) / 10
    return (1 - error) * surveyed + error * _drawn(seed).other_served


@cached(16)
def _households(error: float, unlike: float, seed: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what each household pays for each job done fully, and how it dislikes a point of complexity."""
    drawn = _drawn(seed)
    surveyed = WORTH * np.array([job.importance for job in JOBS])
    worth = (1 - error) * surveyed * drawn.worth + error * drawn.other_worth
    tastes = np.array([FAN_TASTES.get(job.name, 1.0) for job in JOBS]) ** unlike
    fan = drawn.fan[:, :, None]
    pays = worth[:, None, :] * drawn.taste * np.where(fan, tastes, 1.0)
    dislike = drawn.dislike * np.where(drawn.fan, FAN_DISLIKE**unlike, 1.0)
    # Fans are part of the market: the average over all stays what `complexity` says.
    return pays, dislike / dislike.mean(axis=1, keepdims=True)


def _check(complexity: float, error: float, unlike: float) -> None:
    if not (np.isfinite(complexity) and complexity >= 0):
        raise ValueError("What a point of complexity costs is a number of dollars, 0 or more.")
    for what, share in (("the survey’s error", error), ("how unlike fans are", unlike)):
        if not 0 <= share <= 1:
            raise ValueError(f"A share goes from 0 to 1: {what} is {share}.")
