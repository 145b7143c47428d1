"""Surveys about the jobs of a cargo bike: the same market asked again and again, with a known truth.

Simulated. Each household answers for each of `cargo_bike.JOBS` from 1 to 5 how important it is and how
satisfied they are. What decides an answer is a sum of three things: where the job stands, what kind of
answerer the household is (some say yes to everything), and chance; the sum is normal, and cut into five
answers. So the true share of fours and fives is known, and with it the true score.

The results hang on how many are asked and on how far apart the jobs really are: `apart` is 1 for the figures
of `cargo_bike.JOBS`, 0 where all jobs are alike, and more where they differ more.

Assumes: an answer is where the job stands, what kind of answerer it is, and chance; the truth is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import erf, sqrt

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached
from fieldguide.worlds.cargo_bike import BIKE_SURVEYS, JOBS

#: The most households that one survey can ask.
MOST = 300

#: Where the normal sum is cut into the answers 1 to 5; above `CUTS[2]` it is a 4 or a 5.
CUTS = (-1.6, -0.8, 0.0, 0.9)

#: The correlation of what decides any two answers that one household gives to the same question.
ALIKE = 0.4


@dataclass(frozen=True, eq=False)
class Surveys:
    """A hundred surveys, and what is true of everybody.

    Attributes
    ----------
    importance, satisfaction : (surveys, households, jobs) arrays of int
        Answers from 1 to 5. A smaller survey is the first so many households of a larger one.
    true_importance, true_satisfaction : dicts of str to (jobs,) array
        By scale (as in `measures.out_of_ten`), the true figure from 0 to 10 of each job.
    """

    importance: NDArray[np.uint8]
    satisfaction: NDArray[np.uint8]
    true_importance: dict[str, NDArray[np.float64]]
    true_satisfaction: dict[str, NDArray[np.float64]]


@cached(8)
def surveys(respondents: int, apart: float = 1.0, seed: int = 15) -> Surveys:
    """Draw a hundred surveys of so many households.

    Parameters
    ----------
    respondents : int
        How many households each survey asks, 1 to `MOST`.
    apart : float
        How far apart jobs are, as a multiple of the distances in `cargo_bike.JOBS`.
    seed : int
        Which hundred.

    Raises
    ------
    ValueError
        For fewer than one household or more than `MOST`, or a negative `apart`.
    """
    if not 1 <= respondents <= MOST:
        raise ValueError(f"A survey asks 1 to {MOST} households; {respondents} lies outside.")
    if not apart >= 0:
        raise ValueError("Jobs are apart by 0 or more.")
    answers, truths = [], []
    for question in ("importance", "satisfaction"):
        stands = np.array([_normal_point(getattr(job, question) / 10) for job in JOBS])
        stands = stands.mean() + apart * (stands - stands.mean())
        total = stands.astype(np.float32) + _leanings(question, seed)[:, :respondents]
        answered = np.ones(total.shape, dtype=np.uint8)
        for cut in CUTS:
            answered += total > cut
        answers.append(answered)
        above = np.array([[_share_above(cut - stand) for cut in CUTS] for stand in stands])
        truths.append({"share": 10 * above[:, 2], "mean": 2.5 * above.sum(axis=1)})
    return Surveys(*answers, *truths)


@cached(4)
def _leanings(question: str, seed: int) -> NDArray[np.float32]:
    """Return what household and chance add to where a job stands: one normal number an answer."""
    rng = np.random.default_rng([seed, len(question)])  # the two questions differ in length, so in chance
    household = rng.standard_normal((BIKE_SURVEYS, MOST, 1), dtype=np.float32)
    chance = rng.standard_normal((BIKE_SURVEYS, MOST, len(JOBS)), dtype=np.float32)
    return np.float32(sqrt(ALIKE)) * household + np.float32(sqrt(1 - ALIKE)) * chance


def _share_above(point: float) -> float:
    """Return which share of a standard normal lies above a point."""
    return (1 - erf(point / sqrt(2))) / 2


def _normal_point(share: float) -> float:
    """Return the mean of a normal sum (with variance 1) that has `share` of itself above 0, by bisection."""
    low, high = -6.0, 6.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _share_above(-middle) < share else (low, middle)
    return (low + high) / 2
