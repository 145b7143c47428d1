"""Give it to all, sell it, or leave it out: what six features of a parcel service earn, in forty markets.

Simulated. Each customer feels one way about each of `parcel.FEATURES`, drawn by the shares that stand there:
the very ones whose Kano class is known. What a feature is worth in dollars is another draw. To who is pleased
by it, it is worth an amount; to who would miss it (a must-be), that amount times `spared`; to who would be
pleased *and* would miss it (one-dimensional), both. Amounts differ between customers, and from feature to
feature by `unlike`: a class says that somebody likes a thing, and not for how much.

A feature costs `having` for every hundred parcels when it is there at all, and its cost for each parcel that
gets it. Three things can be done with it:

- *leave it out*: of those who would miss it, `leave` go elsewhere, and their `MARGIN` with them;
- *give* it to everybody: nobody misses it; of those who would rather be without, as many go;
- *sell* it at `price`, or at the one of `PRICES` that earns most with it: who values it at that much buys.
  Of those who would miss it and do not buy, `leave` go; and of those who hold it a must-be and buy it all
  the same, `resent` go, for having been asked to pay.

The results hang on `spared`, above all: on whether people pay to be spared a nuisance as they pay for a
pleasure. Everything is drawn once, so that settings can be compared.

Assumes: a class says that somebody likes a thing, and not for how much; what being spared is worth is set.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached
from fieldguide.worlds.parcel import DONE, FEATURES, PARCEL_MARKETS

#: How many customers there are in each market.
CUSTOMERS = 400

#: What a customer who goes elsewhere takes along for each parcel, in dollars.
MARGIN = 4.0

#: What a feature is worth to the median customer who is pleased by it, in dollars a parcel; how far amounts
#: spread between customers and, where `unlike` is 1, between features (standard deviations of logarithms).
WORTH, BETWEEN_CUSTOMERS, BETWEEN_FEATURES = 1.0, 0.6, 0.8

#: The prices that are tried where each feature is sold at its own best one, in dollars a parcel.
PRICES = tuple(quarters / 4 for quarters in range(1, 25))

#: The draw that the book shows; another seed draws forty other markets.
SEED = 11

#: Places in `parcel.DONE`.
GIVE, SELL, LEAVE_OUT = range(len(DONE))

#: Places in `Feature.feel`.
_MUST, _ONE, _, _INDIFFERENT, _REVERSE = range(5)


@dataclass(frozen=True, eq=False)
class Earned:
    """What features earn; each array has one row a market and one column a feature.

    Attributes
    ----------
    given, sold : (markets, features) arrays
        Dollars for a hundred parcels more than when it is left out.
    buyers : (markets, features) array
        Of a hundred customers, how many buy at the price.
    best : (markets, features) array of int
        `GIVE`, `SELL` or `LEAVE_OUT`, whichever earns most.
    price : (markets, features) array
        What each is sold at.
    """

    given: NDArray[np.float64]
    sold: NDArray[np.float64]
    buyers: NDArray[np.float64]
    best: NDArray[np.intp]
    price: NDArray[np.float64]


def extras_earned(
    price: float | None,
    spared: float,
    leave: float,
    resent: float = 0.0,
    having: float = 20.0,
    unlike: float = 1.0,
    seed: int = SEED,
) -> Earned:
    """Give, sell and leave out each feature in every market.

    Parameters
    ----------
    price : float or None
        What an extra is sold for, in dollars a parcel; None sells each, in each market, at whichever of
        `PRICES` earns most.
    spared : float
        What it is worth not to miss a thing, as a multiple of what it is worth to be pleased by one.
    leave, resent : float
        Shares of customers, 0 to 1, as the module says.
    having : float
        What a feature costs for a hundred parcels when it is there at all, in dollars.
    unlike : float
        How much features differ in what they are worth to who likes them: 0, not at all.
    seed : int
        Which forty markets.

    Raises
    ------
    ValueError
        For negative amounts, and shares outside 0 to 1.
    """
    prices = PRICES if price is None else (price,)
    if min(prices[0], spared, having, unlike) < 0:
        raise ValueError("Prices, costs and worths are 0 or more.")
    if not (0 <= leave <= 1 and 0 <= resent <= 1):
        raise ValueError("The shares of customers who leave lie between 0 and 1.")
    feels, amount, scale = _drawn(seed)
    weight = np.array([spared, 1 + spared, 1, 0, 0], dtype=np.float32)
    level = (WORTH * np.exp(BETWEEN_FEATURES * unlike * scale)).astype(np.float32)
    worth = np.where(feels < _INDIFFERENT, amount * weight[feels] * level[:, None, :], -1)
    cost = np.array([feature.cost for feature in FEATURES])
    must, missing, unwilling = _shares(seed)
    # Everything is compared with leaving it out, which loses so much.
    lost = leave * MARGIN * missing
    given = lost - leave * MARGIN * unwilling - 100 * cost - having
    tried = []
    for each in prices:
        buys = worth >= each
        buyers = _of_a_hundred(buys)
        missed = missing - _of_a_hundred(buys & (feels <= _ONE)) if leave else 0 * must
        asked_to_pay = _of_a_hundred(buys & (feels == _MUST)) if resent else 0 * must
        going = MARGIN * (leave * missed + resent * asked_to_pay)
        tried.append((lost + buyers * (each - cost) - going - having, buyers))
    chosen = np.stack([sold for sold, _ in tried]).argmax(axis=0)[None]
    sold, buyers = (np.take_along_axis(np.stack(one), chosen, axis=0)[0] for one in zip(*tried, strict=True))
    best = np.stack([given, sold, np.zeros_like(given)]).argmax(axis=0)
    return Earned(given, sold, buyers, best, np.asarray(prices)[chosen[0]])


def _of_a_hundred(customers: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return how many of a hundred customers of each market and feature it is true of."""
    # A product with ones sums over customers many times faster than `mean` does.
    ones = np.ones(CUSTOMERS, dtype=np.float32)
    return 100 / CUSTOMERS * (ones @ customers.astype(np.float32)).astype(float)


@cached(2)
def _shares(seed: int) -> tuple[NDArray[np.float64], ...]:
    """Return of a hundred customers: who hold it a must-be, who would miss it, who would be without it."""
    feels = _drawn(seed)[0]
    return tuple(map(_of_a_hundred, (feels == _MUST, feels <= _ONE, feels == _REVERSE)))


@cached(2)
def _drawn(seed: int) -> tuple[NDArray[np.uint8], NDArray[np.float32], NDArray[np.float64]]:
    """Draw what each customer feels, how much it is worth to each, and how much each feature is worth."""
    rng = np.random.default_rng(seed)
    shape = (PARCEL_MARKETS, CUSTOMERS, len(FEATURES))
    edges = np.array([feature.feel for feature in FEATURES], dtype=float).cumsum(axis=1)[:, :-1] / 100
    feels = (rng.random(shape)[..., None] > edges).sum(axis=-1).astype(np.uint8)
    amount = rng.lognormal(0, BETWEEN_CUSTOMERS, shape).astype(np.float32)
    return feels, amount, rng.standard_normal((PARCEL_MARKETS, len(FEATURES)))
