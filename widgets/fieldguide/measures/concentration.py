"""How unevenly something is spread: how much of the spending comes from how few customers.

Source: textbook measures; the coefficient is named after Corrado Gini, who gave it in 1912.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def gini(values: ArrayLike) -> float:
    """Return the Gini coefficient: 0 when everybody has the same, near 1 when one has everything.

    It is half of the mean difference between two members drawn at random (each may be drawn twice), divided
    by the mean.

    Parameters
    ----------
    values : (members,) array
        What each has: 0 or more, in any unit.

    Raises
    ------
    ValueError
        Without members, with one that has less than nothing, or when nobody has anything.
    """
    sorted_values = np.sort(_checked(values))
    count = len(sorted_values)
    ranks = np.arange(1, count + 1)
    return float((2 * ranks - count - 1) @ sorted_values / (count * sorted_values.sum()))


def top_share(values: ArrayLike, share: float = 0.2) -> float:
    """Return the part of the whole that belongs to the given share of members, those who have most.

    Parameters
    ----------
    values : (members,) array
        What each has: 0 or more, in any unit.
    share : float
        Above 0 and at most 1. A member that is only partly among the top counts for that part.

    Raises
    ------
    ValueError
        As `gini` does, and when `share` is no share.
    """
    if not 0 < share <= 1:
        raise ValueError(f"A share of the members lies above 0 and goes to 1; {share:g} does not.")
    highest_first = np.sort(_checked(values))[::-1]
    wanted = share * len(highest_first)
    whole = int(np.floor(wanted + 1e-9))
    part = highest_first[whole] * (wanted - whole) if whole < len(highest_first) else 0.0
    return float((highest_first[:whole].sum() + part) / highest_first.sum())


def _checked(values: ArrayLike) -> NDArray[np.float64]:
    values = np.asarray(values, dtype=float)
    if values.ndim != 1 or not len(values):
        raise ValueError("There is nobody among whom anything could be spread.")
    if not np.all(np.isfinite(values)) or np.any(values < 0):
        raise ValueError("Everybody has a known amount, and nobody less than nothing.")
    if not values.sum() > 0:
        raise ValueError("Nobody has anything, so nothing is spread, evenly or not.")
    return values
