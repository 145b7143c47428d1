"""What weighs most, as derived from answers: by how much satisfaction differs between levels of an attribute.

Nobody is asked what matters. Customers are counted by the levels of some attributes (three kinds of this, two
of that), and an attribute weighs much when satisfaction differs much between its levels. It is a difference
between people, not what a change would do to any of them, and **an attribute that does not vary weighs
nothing**, however much it would matter if it failed.

Counts stand in arrays whose last axes are the attributes; axes before them (resamples, say) are kept.

Source: survey practice, which A. Gustafsson and M. D. Johnson compare in *Journal of Service Research*, 2004;
the spread is the textbook's correlation ratio before it is divided.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: How a weight is computed; see `derived_importance`.
WAYS = ("gap", "alike", "spread")


def level_shares(
    happy: ArrayLike, asked: ArrayLike, attribute: int, attributes: int, alike: bool = False
) -> NDArray[np.float64]:
    """Return the share of satisfied customers at each level of one attribute.

    Parameters
    ----------
    happy, asked : (..., levels of the first, ..., levels of the last) array_like
        Satisfied customers, and all of them.
    attribute, attributes : int
        Which attribute, counted from 0, and how many there are: so many axes stand last.
    alike : bool
        Whether to reckon as if the other attributes were spread alike over the levels (direct
        standardization: the cells' shares, weighted by how common the other levels are among all). Cells
        without customers are left out.

    Returns
    -------
    (..., levels) array

    Raises
    ------
    ValueError
        When a level has no customers, or more are satisfied than there are.
    """
    happy, asked = np.asarray(happy, dtype=float), np.asarray(asked, dtype=float)
    if happy.shape != asked.shape or asked.ndim < attributes:
        raise ValueError("Each kind of customer needs two counts: how many, and how many are satisfied.")
    if not np.all((happy >= 0) & (happy <= asked)):
        raise ValueError("Of each kind, none, some or all may be satisfied, and no more than there are.")
    here = asked.ndim - attributes + attribute
    others = tuple(axis for axis in range(asked.ndim - attributes, asked.ndim) if axis != here)
    if not np.all(asked.sum(axis=others) > 0):
        raise ValueError("A level that nobody has cannot be compared.")
    if not alike:
        return happy.sum(axis=others) / asked.sum(axis=others)
    there = asked > 0
    weight = asked.sum(axis=here, keepdims=True) * there
    shares = np.divide(happy, asked, out=np.zeros_like(asked), where=there)
    return (weight * shares).sum(axis=others) / weight.sum(axis=others)


def derived_importance(
    happy: ArrayLike, asked: ArrayLike, attributes: int, way: str = "gap"
) -> NDArray[np.float64]:
    """Return how much each attribute weighs.

    Parameters
    ----------
    happy, asked : arrays
        As for `level_shares`.
    attributes : int
        How many axes, from the last, are attributes.
    way : str
        ``"gap"``: the share satisfied at the best level less that at the worst. ``"alike"``: the same, with
        the other attributes alike (see `level_shares`). ``"spread"``: the standard deviation of the level
        shares over customers, which asks also how many have which level; divided by √(p(1 − p)) it is the
        correlation ratio.

    Returns
    -------
    (..., attributes) array
        Each from 0 to 1.

    Raises
    ------
    ValueError
        As `level_shares` does, and for another way.
    """
    if way not in WAYS:
        raise ValueError(f"Importance is derived by {', '.join(WAYS)}; not by {way!r}.")
    asked = np.asarray(asked, dtype=float)
    first = asked.ndim - attributes
    weights = []
    for attribute in range(attributes):
        shares = level_shares(happy, asked, attribute, attributes, alike=way == "alike")
        if way == "spread":
            others = tuple(first + axis for axis in range(attributes) if axis != attribute)
            people = asked.sum(axis=others)
            people = people / people.sum(axis=-1, keepdims=True)
            mean = (people * shares).sum(axis=-1, keepdims=True)
            weights.append(np.sqrt((people * (shares - mean) ** 2).sum(axis=-1)))
        else:
            weights.append(shares.max(axis=-1) - shares.min(axis=-1))
    return np.stack(weights, axis=-1)


def resampled_counts(
    happy: ArrayLike, asked: ArrayLike, resamples: int = 200, seed: int = 0
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Draw as many customers again, with replacement, and count them; the bootstrap for `derived_importance`.

    Returns
    -------
    happy, asked : (resamples, ...) arrays
        Treat them as read-only: the same call hands out the same arrays.

    Raises
    ------
    ValueError
        Without customers.
    """
    happy, asked = np.asarray(happy, dtype=float), np.asarray(asked, dtype=float)
    if not asked.sum() > 0:
        raise ValueError("There is nobody to draw from.")
    return _resampled(happy.tobytes(), asked.tobytes(), asked.shape, resamples, seed)


@lru_cache(maxsize=16)
def _resampled(
    happy: bytes, asked: bytes, shape: tuple[int, ...], resamples: int, seed: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    satisfied, everybody = np.frombuffer(happy), np.frombuffer(asked)
    kinds = np.concatenate([satisfied, everybody - satisfied])
    people = int(kinds.sum())
    drawn = np.random.default_rng(seed).multinomial(people, kinds / people, size=resamples)
    good, bad = np.split(drawn.astype(float), 2, axis=1)
    return good.reshape(resamples, *shape), (good + bad).reshape(resamples, *shape)
