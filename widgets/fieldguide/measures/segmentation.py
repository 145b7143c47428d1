"""Customers divided into cells: how good the best cells are, and whether a division comes out alike twice.

Cells are numbered from 0. Counts of people and buyers are arrays whose last axis is the cells, so that many
divisions of one file are reckoned at once.

Source: agreement is the adjusted index of L. Hubert and P. Arabie, *Journal of Classification* 2, 1985;
points add up as in naive Bayes (D. J. Hand and K. Yu, *International Statistical Review* 69, 2001); clusters
are the textbook's k-means, begun as in k-means++.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

#: `k_means` stops when nobody changes the cluster any more, or after so many rounds.
ROUNDS = 100


def cross(*traits: ArrayLike) -> NDArray[np.intp]:
    """Return each person's cell when people are divided by all traits at once.

    Parameters
    ----------
    *traits : (people,) array_like
        One or more traits; people with equal values in all of them share a cell.

    Returns
    -------
    (people,) array of int
        Cells from 0, without gaps: only those that somebody is in.

    Raises
    ------
    ValueError
        Without a trait, or when traits are of unequal length.
    """
    arrays = [np.asarray(trait) for trait in traits]
    if not arrays:
        raise ValueError("People are divided by one trait at least.")
    if len({array.shape for array in arrays}) > 1 or arrays[0].ndim != 1:
        raise ValueError("Traits need one value for each person.")
    cell, count = np.zeros(len(arrays[0]), dtype=np.int64), 1
    for array in arrays:
        values, level = np.unique(array, return_inverse=True)
        if count * len(values) >= 2**62:
            there, cell = np.unique(cell, return_inverse=True)
            count = len(there)
        cell, count = cell * len(values) + level, count * len(values)
    return np.unique(cell, return_inverse=True)[1].astype(np.intp)


def points(
    levels: Sequence[ArrayLike], people: Sequence[ArrayLike], buyers: Sequence[ArrayLike]
) -> NDArray[np.float64]:
    """Return the points of each cell: for each trait those of its level, added up.

    A level's points are the logarithm of its response over that of all people: 0 is average. To a level's
    people one average person is added, so that a level without buyers has points, too. This is the naive
    Bayes rule for the odds of an event that is rare.

    Parameters
    ----------
    levels : sequence of (cells,) arrays of int
        For each trait the cells' levels, from 0.
    people, buyers : sequence of (..., levels) arrays
        For each trait how many are on each level, and how many of them bought.

    Returns
    -------
    (..., cells) array

    Raises
    ------
    ValueError
        Without a trait, or where nobody bought.
    """
    if not len(levels):
        raise ValueError("Points need one trait at least.")
    total = 0.0
    for level, all_people, all_buyers in zip(levels, people, buyers, strict=True):
        on, bought = np.asarray(all_people, dtype=float), np.asarray(all_buyers, dtype=float)
        average = bought.sum(axis=-1, keepdims=True) / on.sum(axis=-1, keepdims=True)
        if not (average > 0).all():
            raise ValueError("Where nobody bought, nobody can be told from the others.")
        worth = np.log((bought + average) / (on + 1) / average)
        total = total + worth[..., np.asarray(level)]
    return total


def best_part(order: ArrayLike, people: ArrayLike, buyers: ArrayLike, share: float) -> NDArray[np.float64]:
    """Return the response among the best part of all people, taken cell by cell.

    Of the cell in which the part ends as many are taken as fit in, by lot: its average is counted.

    Parameters
    ----------
    order : (..., cells) array of int
        The cells, best first.
    people, buyers : (..., cells) array_like
        How many are in each cell, and how many of them bought.
    share : float
        How large a part of all people is taken, above 0 and up to 1.

    Returns
    -------
    (...) array
        Buyers for each person taken.

    Raises
    ------
    ValueError
        When the share is impossible.
    """
    if not 0 < share <= 1:
        raise ValueError(f"A part of people lies above 0 and up to 1; {share:g} does not.")
    there = np.take_along_axis(np.asarray(people), np.asarray(order), axis=-1)
    bought = np.take_along_axis(np.asarray(buyers), np.asarray(order), axis=-1)
    wanted = share * there.sum(axis=-1, keepdims=True)
    before = there.cumsum(axis=-1) - there
    taken = np.clip((wanted - before) / np.maximum(there, 1), 0, 1)
    return (bought * taken).sum(axis=-1) / wanted[..., 0]


def adjusted_rand(one: ArrayLike, other: ArrayLike) -> float:
    """Return how far two divisions of the same people agree: 1 for the same one, 0 as much as by chance.

    The names of the groups do not matter. Below 0 they agree less than chance would have it.

    Parameters
    ----------
    one, other : (people,) array_like
        Each person's group in either division.

    Raises
    ------
    ValueError
        When they are not of one length, or of fewer than two people.

    References
    ----------
    L. Hubert and P. Arabie, Comparing Partitions, Journal of Classification 2, 1985.
    """
    first, second = np.asarray(one), np.asarray(other)
    if first.shape != second.shape or first.ndim != 1 or len(first) < 2:
        raise ValueError("Two divisions are compared over the same people, two of them at least.")
    rows, columns = (np.unique(groups, return_inverse=True)[1] for groups in (first, second))
    table = np.zeros((rows.max() + 1, columns.max() + 1))
    np.add.at(table, (rows, columns), 1)

    def pairs(counts: NDArray[np.float64]) -> float:
        return float((counts * (counts - 1) / 2).sum())

    both, alone = pairs(table), (pairs(table.sum(axis=1)), pairs(table.sum(axis=0)))
    chance = alone[0] * alone[1] / pairs(np.array([float(len(first))]))
    most = sum(alone) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def k_means(places: ArrayLike, k: int, seed: int, starts: int = 5) -> NDArray[np.float64]:
    """Return the centers of k clusters, each the mean of the people who are nearer to it than to the others.

    Lloyd's rounds from `starts` beginnings, each of which picks people far from those picked (k-means++);
    the one with the least squared distance is kept.

    Parameters
    ----------
    places : (people, d) array_like
    k : int
        How many clusters, from 1 to the number of different places.
    seed, starts : int
        Of the beginnings, and how many.

    Returns
    -------
    (k, d) array

    Raises
    ------
    ValueError
        When there are fewer different places than clusters.
    """
    where = np.asarray(places, dtype=float)
    if where.ndim != 2 or not 1 <= k <= len(np.unique(where, axis=0)):
        raise ValueError("There must be as many different places as clusters, and one at least.")
    random = np.random.default_rng(seed)
    best, least = where[:k], np.inf
    for _ in range(starts):
        centers = where[random.integers(len(where), size=1)]
        while len(centers) < k:
            far = _squares(where, centers).min(axis=1)
            # No `choice` with weights: it wants a sum of 1 to the last digit.
            pick = np.searchsorted(far.cumsum(), random.random() * far.sum(), side="right")
            centers = np.vstack([centers, where[min(pick, len(where) - 1)]])
        for _ in range(ROUNDS):
            nearest = _squares(where, centers).argmin(axis=1)
            moved = np.array(
                [where[nearest == c].mean(axis=0) if (nearest == c).any() else centers[c] for c in range(k)]
            )
            if np.allclose(moved, centers):
                break
            centers = moved
        off = float(_squares(where, centers).min(axis=1).sum())
        if off < least:
            best, least = centers, off
    return best


def _squares(places: NDArray[np.float64], centers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (places, centers): squared distances."""
    return ((places[:, None] - centers[None]) ** 2).sum(axis=2)
