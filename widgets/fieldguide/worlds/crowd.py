"""The same survey of a parcel service's customers, a hundred times over, with a known truth.

Simulated. Each customer who is asked feels one way about each of `parcel.FEATURES`, drawn by the shares that
stand there, and a careful customer's pair of answers says just that. A careless one ticks any pair of
answers, and each of the twenty-five is equally likely. So the true class of a feature is known: it is the
most frequent one among the careful, who are the same people whoever else answers.

Two assumptions matter. How many are careless (`careless`): nine of the twenty-five pairs mean "indifferent"
and one "one-dimensional", so carelessness does not just blur, it pulls. And how clear-cut the truth is
(`alike`): with 1 the shares are those of `parcel.FEATURES`, with 0 all that occur are equally frequent, and
above 1 the frequent are more frequent still.

Assumes: the true shares are known, and who answers carelessly ticks any of the twenty-five pairs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached
from fieldguide.measures import kano
from fieldguide.worlds.parcel import FEATURES, PARCEL_SURVEYS

#: The most customers that one survey can ask.
MOST = 300

#: The draw that the book shows; another seed draws a hundred other surveys.
SEED = 3


def crowd_shares(alike: float = 1.0) -> NDArray[np.float64]:
    """Return which share of careful customers puts each feature into each class.

    Parameters
    ----------
    alike : float
        How clear-cut the truth is, 0 or more.

    Returns
    -------
    (features, 6) array
        In the order of `measures.KANO_CLASSES`; nobody careful is questionable.

    Raises
    ------
    ValueError
        For a negative `alike`.
    """
    if not alike >= 0:
        raise ValueError("How alike customers feel is 0 or more.")
    feel = np.array([(*feature.feel, 0) for feature in FEATURES], dtype=float) / 100
    powers = np.where(feel > 0, feel**alike, 0.0)  # nobody stays nobody
    return powers / powers.sum(axis=1, keepdims=True)


def crowd_counts(
    respondents: int, careless: float = 0.0, alike: float = 1.0, seed: int = SEED
) -> NDArray[np.int64]:
    """Ask so many customers in each of a hundred surveys.

    Parameters
    ----------
    respondents : int
        How many each survey asks, 1 to `MOST`; a smaller survey is the first so many of a larger one.
    careless : float
        Which share of customers ticks without reading, 0 to 1.
    alike : float
        As for `crowd_shares`.
    seed : int
        Which hundred.

    Returns
    -------
    (surveys, features, 6) array
        How many answered what, in the order of `measures.KANO_CLASSES`.

    Raises
    ------
    ValueError
        For fewer than one customer or more than `MOST`, or a share outside 0 to 1.
    """
    if not 1 <= respondents <= MOST:
        raise ValueError(f"A survey asks 1 to {MOST} customers; {respondents} lies outside.")
    if not 0 <= careless <= 1:
        raise ValueError("The share of careless customers lies between 0 and 1.")
    return kano.kano_counts(_classes(float(careless), float(alike), seed)[:, :respondents])


@cached(16)
def _classes(careless: float, alike: float, seed: int) -> NDArray[np.uint8]:
    """Return the class of every pair that anybody ticks: (surveys, customers, features)."""
    reads, ticks, feels = _drawn(seed)
    edges = crowd_shares(alike).cumsum(axis=1)[:, :-1].astype(np.float32)
    careful = np.zeros(feels.shape, dtype=np.uint8)
    for edge in edges.T:
        careful += feels > edge
    return np.where(reads < careless, ticks, careful)


@cached(2)
def _drawn(
    seed: int,
) -> tuple[NDArray[np.float32], NDArray[np.uint8], NDArray[np.float32]]:
    """Draw what chance decides for every setting: who reads, what they would tick if not, what they feel."""
    rng = np.random.default_rng(seed)
    shape = (PARCEL_SURVEYS, MOST, len(FEATURES))
    reads = rng.random((PARCEL_SURVEYS, MOST, 1), dtype=np.float32)
    pairs = rng.integers(len(kano.ANSWERS) ** 2, size=shape, dtype=np.uint8)
    ticks = kano.kano_class(*np.divmod(pairs, len(kano.ANSWERS))).astype(np.uint8)
    return reads, ticks, rng.random(shape, dtype=np.float32)
