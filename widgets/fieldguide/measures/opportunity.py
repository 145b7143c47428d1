"""Which jobs are important and poorly done: Ulwick's opportunity score, and how sure of it a survey can be.

The score is importance plus what satisfaction lacks of it, both from 0 to 10. Its author's usage takes
the share of respondents who answer 4 or 5 of 5, times ten. The cut-offs that go with it (10, 12
and 15) are convention.

Source: A. W. Ulwick, Turn Customer Input into Innovation, *Harvard Business Review* 80(1), 2002.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide.measures._bands import percentile_band

#: How answers from 1 to 5 become a figure from 0 to 10.
SCALES = ("share", "mean")


@dataclass(frozen=True, eq=False)
class OpportunityBand:
    """The scores of a survey, and a band around each; one element a job.

    Attributes
    ----------
    importance, satisfaction, score : (jobs,) arrays
        From 0 to 10, the score from 0 to 20.
    lower, upper : (jobs,) arrays
        Percentiles of the score over resampled respondents.
    """

    importance: NDArray[np.float64]
    satisfaction: NDArray[np.float64]
    score: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


def opportunity_score(importance: ArrayLike, satisfaction: ArrayLike) -> NDArray[np.float64]:
    """Return importance + max(importance − satisfaction, 0), for figures from 0 to 10.

    Rounded to nine decimals, so that what is 12 by the answers clears a cut-off of 12, and equal scores tie.

    Raises
    ------
    ValueError
        For figures outside 0 to 10.
    """
    importance, satisfaction = np.asarray(importance, dtype=float), np.asarray(satisfaction, dtype=float)
    for figures in (importance, satisfaction):
        if not np.all((figures >= 0) & (figures <= 10)):
            raise ValueError("Importance and satisfaction go from 0 to 10.")
    return np.round(importance + np.maximum(importance - satisfaction, 0), 9)


def out_of_ten(answers: ArrayLike, scale: str = "share") -> NDArray[np.float64]:
    """Turn answers from 1 to 5 into a figure from 0 to 10 for each question.

    Parameters
    ----------
    answers : (..., respondents, questions) array of int
        Each from 1 to 5; of one survey, or of many.
    scale : str
        ``"share"``: of ten respondents, how many answer 4 or 5. ``"mean"``: the mean answer, stretched so
        that 1 becomes 0 and 5 becomes 10.

    Raises
    ------
    ValueError
        Without answers, for answers outside 1 to 5, and for another scale.
    """
    points, most = _points(_checked(answers), scale)
    # A product with ones sums over respondents many times faster than `sum` does; whole numbers stay exact.
    totals = np.ones(points.shape[-2], dtype=points.dtype) @ points
    return _figures(totals, most * points.shape[-2])


def opportunity_band(
    importance: ArrayLike,
    satisfaction: ArrayLike,
    scale: str = "share",
    level: float = 0.95,
    resamples: int = 200,
    seed: int = 0,
) -> OpportunityBand:
    """Score each job from a survey, with a percentile bootstrap band over respondents.

    A respondent is drawn with all of their answers, so that what is alike in one person stays together.

    Parameters
    ----------
    importance, satisfaction : (respondents, jobs) arrays of int
        Answers from 1 to 5.
    scale : str
        As for `out_of_ten`.
    level : float
        Share of resampled scores within the band.
    resamples, seed : int
        How many surveys are drawn from this one, and by which chance.

    Raises
    ------
    ValueError
        For answers that do not fit each other, and as `out_of_ten` does.
    """
    importance, satisfaction = _checked(importance), _checked(satisfaction)
    if importance.ndim != 2 or importance.shape != satisfaction.shape:
        raise ValueError(
            "Each respondent answers for each job how important it is, and how satisfied they are."
        )
    counted = [_points(answers, scale) for answers in (importance, satisfaction)]
    points, most = np.hstack([points for points, _ in counted]), counted[0][1]
    respondents, jobs = importance.shape
    drawn = _times_drawn(respondents, resamples, seed).astype(points.dtype)
    totals = np.vstack([points.sum(axis=0, keepdims=True), drawn @ points])
    shares = _figures(totals, most * respondents)
    scores = opportunity_score(*np.hsplit(shares, 2))
    return OpportunityBand(shares[0, :jobs], shares[0, jobs:], scores[0], *percentile_band(scores[1:], level))


def _times_drawn(respondents: int, resamples: int, seed: int) -> NDArray[np.intp]:
    """Return how often each respondent is drawn in each resample."""
    drawn = np.random.default_rng(seed).integers(respondents, size=(resamples, respondents))
    drawn = drawn.astype(np.intp)  # the same draws everywhere; the page's Python counts in 32 bits
    drawn += respondents * np.arange(resamples)[:, None]
    return np.bincount(drawn.ravel(), minlength=resamples * respondents).reshape(resamples, -1)


def _checked(answers: ArrayLike) -> NDArray[np.intp]:
    answers = np.asarray(answers)
    if answers.ndim < 2 or not answers.size:
        raise ValueError("There are no answers to count.")
    if not np.all((answers >= 1) & (answers <= 5)):
        raise ValueError("Answers go from 1 to 5.")
    return answers


def _points(answers: NDArray[np.intp], scale: str) -> tuple[NDArray[np.float32], int]:
    """Return the points that each answer makes, and how many it could."""
    if scale not in SCALES:
        raise ValueError(f"A scale is one of {', '.join(SCALES)}; {scale!r} is none.")
    if scale == "share":
        return (answers >= 4).astype(np.float32), 1
    return answers.astype(np.float32) - np.float32(1), 4


def _figures(totals: NDArray[np.float32], most: int) -> NDArray[np.float64]:
    """Return points of so many as figures from 0 to 10; all of them make 10 and not a hair more."""
    return 10 * totals.astype(float) / most
