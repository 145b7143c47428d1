"""Survey scores with their margin: net promoter score and top-two-box satisfaction.

A score is an estimate from however many answered, and it moves from one quarter to the next when nothing
else does. How far is what most of this module is about.

Source: the score is F. F. Reichheld's, *Harvard Business Review* 81(12), 2003; its standard error is the
textbook's, its interval one of those that B. Rocks compares, *The American Statistician* 70(4), 2016;
satisfaction has E. B. Wilson's interval, 1927.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, erf, inf, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide.measures.holdout import wilson

#: How many standard errors to each side hold 95%.
Z95 = 1.959963984540054

#: What the adjusted interval adds to the three counts, promoters first: three answers that nobody gave.
IMAGINED = (0.75, 1.5, 0.75)

#: Up to so many answers chances are added up exactly; beyond, the bell curve cannot be told from them.
EXACT = 2_000


@dataclass(frozen=True)
class Score:
    """A score from a survey, with its 95% interval, in the same unit.

    Attributes
    ----------
    value : float
        The score that is reported.
    low, high : float
        The interval's ends.
    answers : int
        How many answered.
    """

    value: float
    low: float
    high: float
    answers: int


def nps_standard_error(promoters: float, detractors: float, answers: float) -> float:
    """Return the standard error of a net promoter score, in points.

    Parameters
    ----------
    promoters, detractors : float
        Their shares, 0 to 1, which sum to at most 1.
    answers : float
        How many answered.

    Raises
    ------
    ValueError
        On impossible shares, or when nobody answered.

    Notes
    -----
    √((p + d − (p − d)²) / n), times 100: an answer counts +1, 0 or −1, and this is the standard error of the
    mean of such a number. A half promoters and a sixth detractors among 100 answers: 7.45 points, so 33.3 ±
    14.6 at 95%.
    """
    _check_shares(promoters, detractors)
    if not answers > 0:
        raise ValueError("Without answers there is no score.")
    # Rounding may leave a hair below nothing where everybody answers alike.
    return 100 * sqrt(max(promoters + detractors - (promoters - detractors) ** 2, 0) / answers)


def net_promoter_score(promoters: float, passives: float, detractors: float, adjusted: bool = False) -> Score:
    """Return the net promoter score, −100 to 100 points, with its 95% interval.

    Parameters
    ----------
    promoters, passives, detractors : float
        How many answered 9 or 10, 7 or 8, and 0 to 6.
    adjusted : bool
        Compute the interval as if three more had answered, three quarters of one a promoter, as much a
        detractor, the rest passives. Without it, 20 answers that are all alike would have an interval of
        width 0, as if nobody in the world could answer otherwise. The score stays the one that is reported.

    Raises
    ------
    ValueError
        On counts below 0, or when nobody answered.

    Notes
    -----
    The adjustment is one of those that did best in B. Rocks, Interval Estimation for the “Net Promoter
    Score”, *The American Statistician* 70(4), 2016. Ends beyond −100 or 100 are cut off.
    """
    counts = _counts(promoters, passives, detractors)
    answers = counts.sum()
    value = 100 * (counts[0] - counts[2]) / answers
    if adjusted:
        counts = counts + IMAGINED
    share = counts / counts.sum()
    middle = 100 * (share[0] - share[2])
    reach = Z95 * nps_standard_error(share[0], share[2], counts.sum())
    low, high = max(middle - reach, -100), min(middle + reach, 100)
    return Score(float(value), float(min(low, value)), float(max(high, value)), int(answers))


def nps_chances(promoters: float, detractors: float, answers: int) -> NDArray[np.float64]:
    """Return how likely each score is when so many answer who are promoters and detractors at these chances.

    Returns
    -------
    (2 · answers + 1,) array
        The chance that promoters outnumber detractors by −answers, …, 0, …, answers; it sums to 1.

    Raises
    ------
    ValueError
        On impossible shares, or when answers are no whole number above 0.

    Notes
    -----
    Exact: the generating function (d + m·x + p·x²)ⁿ, multiplied out by Fourier transform.
    """
    _check_shares(promoters, detractors)
    if answers < 1 or answers != int(answers):
        raise ValueError("Answers are counted 1, 2, 3.")
    size = 2 * int(answers) + 1
    one = np.fft.rfft([detractors, 1 - promoters - detractors, promoters], _room(size))
    return np.fft.irfft(one ** int(answers), _room(size))[:size].clip(0)


def nps_rise_by_luck(promoters: float, detractors: float, answers: int, points: float) -> float:
    """Return the chance that a score rises by so many points or more from one quarter to the next by luck.

    Nothing changes: both quarters ask `answers` customers who are promoters and detractors at these chances.

    Parameters
    ----------
    promoters, detractors : float
        Shares from 0 to 1, no more than 1 together.
    answers : int
        In each quarter.
    points : float
        Of a score from −100 to 100.

    Returns
    -------
    float
        0 to 1.

    Raises
    ------
    ValueError
        On impossible shares, or without answers.

    Notes
    -----
    Exact up to 2,000 answers, with the bell curve beyond. A half promoters, a sixth detractors, 100 answers:
    a rise of 5 points or more comes in a third of all quarters.
    """
    least = ceil(points * answers / 100 - 1e-9)  # by how many more promoters than detractors
    if answers <= EXACT:
        chances = nps_chances(promoters, detractors, answers)
        # The difference of two draws: one forwards against the other.
        room = _room(2 * len(chances) - 1)
        there = np.fft.rfft(chances, room)
        apart = np.fft.irfft(there * there.conj(), room)
        # Index k holds “k more than before”; fewer than before wrap around to the end.
        more, less = apart[: len(chances)], apart[len(chances) - room :][::-1][: len(chances) - 1]
        upward = np.concatenate([less[::-1], more])  # from len − 1 fewer to len − 1 more
        start = least + len(chances) - 1
        return float(min(max(upward[max(start, 0) :].sum(), 0), 1))
    spread = sqrt(2) * nps_standard_error(promoters, detractors, answers)
    beyond = (100 * (least - 0.5) / answers) / spread if spread else (inf if least > 0 else -inf)
    return (1 - erf(beyond / sqrt(2))) / 2


def answers_for_margin(promoters: float, detractors: float, margin: float) -> int:
    """Return how many answers a score needs for a 95% interval of ± `margin` points.

    Raises
    ------
    ValueError
        On impossible shares, or without a margin.
    """
    if not margin > 0:
        raise ValueError("A margin is more than 0 points.")
    one = nps_standard_error(promoters, detractors, 1)
    return max(ceil((Z95 * one / margin) ** 2 - 1e-9), 1)


def satisfaction(counts: ArrayLike) -> Score:
    """Return the share who chose one of a scale’s two best answers (“top two box”), with its interval.

    Parameters
    ----------
    counts : (levels,) array
        How many chose each answer, the worst first: five of them on a scale from 1 to 5.

    Raises
    ------
    ValueError
        With fewer than three levels, counts below 0, or when nobody answered.
    """
    chosen = _counts(*np.atleast_1d(np.asarray(counts, dtype=float)))
    if len(chosen) < 3:
        raise ValueError("The two best of two answers are all of them: a scale needs at least three.")
    best, answers = float(chosen[-2:].sum()), float(chosen.sum())
    low, high = wilson(best, answers)
    return Score(best / answers, float(low), float(high), int(answers))


def _counts(*counts: float) -> NDArray[np.float64]:
    found = np.array(counts, dtype=float)
    if not np.all(np.isfinite(found)) or np.any(found < 0):
        raise ValueError("Answers are counted: 0 or more of each kind.")
    if not found.sum() > 0:
        raise ValueError("Without answers there is no score.")
    return found


def _check_shares(promoters: float, detractors: float) -> None:
    if not (promoters >= 0 and detractors >= 0 and promoters + detractors <= 1 + 1e-9):
        raise ValueError("The shares of promoters and detractors are 0 or more, and together at most 1.")


def _room(size: int) -> int:
    """Return the power of two that holds so many values: Fourier transforms are fastest there."""
    return 1 << (size - 1).bit_length()
