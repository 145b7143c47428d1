"""What a ranking is worth: whom it picks, and how often it puts two the right way round.

Source: textbook measures; the share of pairs that stand the right way round is the area under the ROC curve
(J. A. Hanley and B. J. McNeil, *Radiology* 143, 1982).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def picked(scores: ArrayLike, count: int) -> NDArray[np.float64]:
    """Return how likely each is to be picked when the `count` highest scores are, ties being drawn by lot.

    Parameters
    ----------
    scores : (..., members) array
        A higher score is picked sooner; each line along the last axis is a draw of its own.
    count : int
        How many are picked of each line, from none to all.

    Returns
    -------
    (..., members) array
        From 0 to 1; each line sums to `count`. Multiplied by what each is worth, and summed, it is what such
        a pick finds on average: exactly, without drawing any lots.

    Raises
    ------
    ValueError
        When a score is missing or nobody can pick so many.
    """
    scores = np.asarray(scores, dtype=float)
    if scores.ndim == 0 or np.any(np.isnan(scores)):
        raise ValueError("Everybody who is to be ranked needs a score.")
    members = scores.shape[-1]
    if not 0 <= count <= members:
        raise ValueError(f"Nobody can pick {count} of {members}.")
    if count == 0:
        return np.zeros(scores.shape)
    last = np.sort(scores, axis=-1)[..., members - count, None]
    above, tied = scores > last, scores == last
    places = count - above.sum(axis=-1, keepdims=True)
    return above + tied * (places / tied.sum(axis=-1, keepdims=True))


def pairs_right(scores: ArrayLike, came: ArrayLike) -> float:
    """Return how often a ranking names the right one of two, one of whom came and one of whom did not.

    It is the area under the ROC curve: 0.5 for a coin, 1 for a ranking that knows. Ties count as half.

    Parameters
    ----------
    scores : (members,) array
    came : (members,) array of bool

    Raises
    ------
    ValueError
        When all came or nobody did: there are no pairs to compare.
    """
    scores, came = np.asarray(scores, dtype=float), np.asarray(came, dtype=bool)
    if scores.shape != came.shape or np.any(np.isnan(scores)):
        raise ValueError("Everybody needs a score, and whether they came.")
    if came.all() or not came.any():
        raise ValueError("Pairs need somebody who came and somebody who did not.")
    others = np.sort(scores[~came])
    below = np.searchsorted(others, scores[came], side="left")
    not_above = np.searchsorted(others, scores[came], side="right")
    return float((below + not_above).mean() / (2 * len(others)))
