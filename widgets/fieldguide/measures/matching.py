"""Whether two records are one customer: a score, a threshold, and the two ways to be wrong.

A *false merge* makes one customer of two people; a *missed match* leaves one person in pieces. Merging from
a lower score on trades the second error for the first, and only their costs can say where to stop.

Source: the two errors as in I. P. Fellegi and A. B. Sunter, *Journal of the American Statistical Association*
64, 1969; precision and recall are the textbook's, and the costs are arithmetic.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class MatchQuality:
    """What merging every pair that scores at least `threshold` gets right and wrong.

    Attributes
    ----------
    threshold : float
        The lowest score that is merged; inf merges nothing.
    right_merges : int
        Merged pairs that are one person.
    false_merges : int
        Merged pairs that are two people.
    missed_matches : int
        Pairs that are one person and were not merged, also because nobody ever compared them.
    """

    threshold: float
    right_merges: int
    false_merges: int
    missed_matches: int

    @property
    def precision(self) -> float:
        """Share of merged pairs that are one person; NaN when nothing is merged."""
        return _ratio(self.right_merges, self.right_merges + self.false_merges)

    @property
    def recall(self) -> float:
        """Share of the pairs that are one person that were merged; NaN when there is no such pair."""
        return _ratio(self.right_merges, self.right_merges + self.missed_matches)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, which takes both errors for equally bad; NaN without any."""
        return _ratio(2 * self.right_merges, 2 * self.right_merges + self.false_merges + self.missed_matches)

    def cost(self, cost_false_merge: float, cost_missed: float) -> float:
        """Return what the errors cost, given what one of each costs."""
        _check_costs(cost_false_merge, cost_missed)
        return self.false_merges * cost_false_merge + self.missed_matches * cost_missed


@dataclass(frozen=True, eq=False)
class MatchCurve:
    """The quality at every threshold that makes a difference.

    Attributes
    ----------
    thresholds : (m,) array
        Each score that occurs, from low to high, then inf: merge nothing.
    right_merges, false_merges, missed_matches : (m,) arrays of int
        See `MatchQuality`.
    """

    thresholds: NDArray[np.float64]
    right_merges: NDArray[np.intp]
    false_merges: NDArray[np.intp]
    missed_matches: NDArray[np.intp]

    def at(self, threshold: float) -> MatchQuality:
        """Return the quality of merging from this score on."""
        if np.isnan(threshold):
            raise ValueError("A threshold is a score.")
        # No score lies between the threshold and the next that occurs, so they merge the same pairs.
        i = int(np.searchsorted(self.thresholds, threshold))
        return MatchQuality(
            float(threshold),
            int(self.right_merges[i]),
            int(self.false_merges[i]),
            int(self.missed_matches[i]),
        )

    def cost(self, cost_false_merge: float, cost_missed: float) -> NDArray[np.float64]:
        """Return what the errors cost at each threshold, given what one of each costs."""
        _check_costs(cost_false_merge, cost_missed)
        return self.false_merges * float(cost_false_merge) + self.missed_matches * float(cost_missed)

    def cost_from(
        self, thresholds: ArrayLike, cost_false_merge: float, cost_missed: float
    ) -> NDArray[np.float64]:
        """Return what the errors cost when merging from each of these scores on, one cost a score."""
        thresholds = np.asarray(thresholds, dtype=float)
        if np.isnan(thresholds).any():
            raise ValueError("A threshold is a score.")
        return self.cost(cost_false_merge, cost_missed)[np.searchsorted(self.thresholds, thresholds)]

    def cheapest(self, cost_false_merge: float, cost_missed: float) -> MatchQuality:
        """Return the quality at the cheapest threshold; of equally cheap ones the highest.

        The highest, because two records that were left apart can still be joined tomorrow, and a merged
        customer is hard to take apart.
        """
        cost = self.cost(cost_false_merge, cost_missed)
        return self.at(self.thresholds[len(cost) - 1 - cost[::-1].argmin()])


def match_quality(scores: ArrayLike, same: ArrayLike, threshold: float, lost: int = 0) -> MatchQuality:
    """Say what merging from one threshold on gets right and wrong.

    Parameters
    ----------
    scores : (pairs,) array
        How alike the two records of each compared pair are.
    same : (pairs,) array of bool
        Whether they are one person.
    threshold : float
        The lowest score that is merged.
    lost : int
        Pairs that are one person and that nobody compared (blocking lost them): they count as missed.

    Raises
    ------
    ValueError
        Without pairs, with arrays of different length, unknown scores, or fewer than no lost pairs.
    """
    return match_curve(scores, same, lost).at(threshold)


def match_curve(scores: ArrayLike, same: ArrayLike, lost: int = 0) -> MatchCurve:
    """Say what merging gets right and wrong at every threshold.

    Parameters
    ----------
    scores, same, lost
        As for `match_quality`.

    Raises
    ------
    ValueError
        As `match_quality`.
    """
    scores, same = np.asarray(scores, dtype=float), np.asarray(same)
    if scores.ndim != 1 or scores.shape != same.shape:
        raise ValueError("Each pair needs one score and one truth: the lists differ in length.")
    if not len(scores):
        raise ValueError("There are no pairs to judge.")
    if not np.all(np.isfinite(scores)):
        raise ValueError("Every pair needs a score.")
    if not np.all((same == 0) | (same == 1)):
        raise ValueError("Two records are one person or they are not: the truth is true or false.")
    if lost < 0 or lost != int(lost):
        raise ValueError("Blocking loses no pairs or some, never fewer than none.")
    thresholds, which = np.unique(scores, return_inverse=True)
    pairs = np.bincount(which)
    matches = np.bincount(which[same.astype(bool)], minlength=len(pairs))
    # Merging from a threshold on takes in every pair from there up; from inf on, none.
    merged, right = (np.append(counts[::-1].cumsum()[::-1], 0) for counts in (pairs, matches))
    return MatchCurve(
        thresholds=np.append(thresholds, np.inf),
        right_merges=right,
        false_merges=merged - right,
        missed_matches=right[0] - right + int(lost),
    )


def match_scores(similarity: ArrayLike, weights: ArrayLike | None = None) -> NDArray[np.float64]:
    """Combine how alike the fields are into one score a pair: the weighted mean of the fields that both fill.

    Parameters
    ----------
    similarity : (pairs, fields) array
        0 (nothing alike) to 100 (equal); NaN where one of the two records leaves the field empty.
    weights : (fields,) array, optional
        How much each field counts; all the same when left out.

    Returns
    -------
    (pairs,) array
        0..100, rounded to whole numbers. A pair without any field to compare scores 0: nothing speaks for it.

    Raises
    ------
    ValueError
        On no pairs, similarities outside of 0..100, or weights that are negative, all 0 or too few.
    """
    similarity = np.asarray(similarity, dtype=float)
    if similarity.ndim != 2 or not similarity.size:
        raise ValueError("There are no pairs with fields to compare.")
    weights = np.ones(similarity.shape[1]) if weights is None else np.asarray(weights, dtype=float)
    if weights.shape != similarity.shape[1:]:
        raise ValueError("Each field needs its weight.")
    if not np.all(np.isfinite(weights)) or np.any(weights < 0) or not weights.any():
        raise ValueError("Weights are 0 or more, and at least one field has to count.")
    known = ~np.isnan(similarity)
    if np.any((similarity < 0) | (similarity > 100)):
        raise ValueError("Similarities run from 0 to 100.")
    weight = known @ weights
    total = np.where(known, similarity, 0) @ weights
    return np.rint(np.divide(total, weight, out=np.zeros_like(total), where=weight > 0))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")


def _check_costs(cost_false_merge: float, cost_missed: float) -> None:
    for cost in (cost_false_merge, cost_missed):
        if not np.isfinite(cost) or cost < 0:
            raise ValueError("What an error costs is a number, 0 or more.")
