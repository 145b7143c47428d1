"""Kano's paired questions: what a pair of answers says, what many pairs say, and how sure one can be of it.

For each feature two questions are asked: how would you feel if it were there, and how if it were not? Both
are answered by one of `ANSWERS`. The evaluation table turns a pair into one of `KANO_CLASSES`; the most
frequent class is the feature's.

That M goes before O, A and I where counts tie is a convention: E. Sauerwein and others (1996) recommend the
order for whatever "cannot be unambiguously assigned". R and Q behind them are our addition to it.

Source: N. Kano, N. Seraku, F. Takahashi and S. Tsuji, Attractive quality and must-be quality, 1984; the table
and the two coefficients as in C. Berger and others, Kano's methods for understanding customer-defined
quality, *Center for Quality Management Journal* 2(4), 1993.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide.measures._bands import percentile_band

#: What can be answered to either question, by its place: from 0 to 4.
ANSWERS = ("like", "must-be", "neutral", "live-with", "dislike")

#: Must-be, one-dimensional, attractive, indifferent, reverse, questionable: in the order in which ties fall.
KANO_CLASSES = "MOAIRQ"

#: A row for each answer to "it is there", a column for each answer to "it is not".
TABLE = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")

#: So many more customers are imagined for a band, alike in all classes. Without them answers that are all
#: alike would claim to be certain, were they ever so few.
IMAGINED = 1

_TABLE = np.array([[KANO_CLASSES.index(letter) for letter in row] for row in TABLE])
_M, _O, _A, _I = (KANO_CLASSES.index(letter) for letter in "MOAI")


@dataclass(frozen=True, eq=False)
class KanoBand:
    """What counts say about each feature, and how far it moves when customers are drawn again.

    Attributes
    ----------
    better, worse : (features,) arrays
        As `better_worse` returns them.
    better_band, worse_band : (2, features) arrays
        The ends of each band, the lower one first.
    category : (features,) array of int
        Places in `KANO_CLASSES`.
    holds : (features,) array
        In which share of the redrawn surveys the feature has the same class.
    """

    better: NDArray[np.float64]
    worse: NDArray[np.float64]
    better_band: NDArray[np.float64]
    worse_band: NDArray[np.float64]
    category: NDArray[np.intp]
    holds: NDArray[np.float64]


def kano_class(present: ArrayLike, absent: ArrayLike) -> NDArray[np.intp]:
    """Return the class of each pair of answers, as its place in `KANO_CLASSES`.

    Parameters
    ----------
    present, absent : arrays of int, of shapes that fit each other
        Answers to "it is there" and "it is not": places in `ANSWERS`, 0 to 4.

    Raises
    ------
    ValueError
        For answers that are not among the five.
    """
    present, absent = np.asarray(present), np.asarray(absent)
    for answers in (present, absent):
        if answers.size and not (
            np.issubdtype(answers.dtype, np.integer) and np.all((answers >= 0) & (answers < len(ANSWERS)))
        ):
            raise ValueError("An answer is one of five: 0 for “like” to 4 for “dislike”.")
    return _TABLE[present.astype(np.intp), absent.astype(np.intp)]


def kano_counts(classes: ArrayLike) -> NDArray[np.int64]:
    """Count how many customers put each feature into each class.

    Parameters
    ----------
    classes : (..., respondents, features) array of int
        From `kano_class`.

    Returns
    -------
    (..., features, 6) array
        In the order of `KANO_CLASSES`.

    Raises
    ------
    ValueError
        Without a row for each customer and a column for each feature.
    """
    classes = np.asarray(classes)
    if classes.ndim < 2:
        raise ValueError("Counting needs a row for each customer and a column for each feature.")
    # A product with ones sums over respondents many times faster than `sum` does; whole numbers stay exact.
    ones = np.ones(classes.shape[-2], dtype=np.float32)
    counts = [ones @ (classes == one).astype(np.float32) for one in range(len(KANO_CLASSES))]
    return np.stack(counts, axis=-1).astype(np.int64)


def kano_category(counts: ArrayLike) -> NDArray[np.intp]:
    """Return the most frequent class of each feature, as its place in `KANO_CLASSES`; ties fall to the first.

    Parameters
    ----------
    counts : (..., 6) array
        How many customers, or which share of them, put a feature into each class.
    """
    return _checked(counts).argmax(axis=-1)


def better_worse(counts: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return two coefficients: how many a feature would please, and how many would miss it.

    ``better`` = (A + O) / (A + O + M + I), from 0 to 1; ``worse`` = −(O + M) / (A + O + M + I), from −1 to 0.
    Reverse and questionable answers are left out.

    Parameters
    ----------
    counts : (..., 6) array
        How many customers, or which share of them, put a feature into each class.

    Raises
    ------
    ValueError
        When nobody's answer is one of the four that count.
    """
    counts = _checked(counts)
    if np.any(_that_count(counts) <= 0):
        raise ValueError("All answers are reverse or questionable: there is nothing to be better or worse.")
    return _coefficients(counts)


def kano_band(counts: ArrayLike, level: float = 0.95, resamples: int = 400, seed: int = 0) -> KanoBand:
    """Draw customers again from those who answered, and see how far coefficients and classes move.

    A bootstrap over customers, of each feature by itself. `IMAGINED` customers are added for it, a sixth in
    each class; the coefficients themselves are those of the real ones.

    Parameters
    ----------
    counts : (features, 6) array of int
        How many customers put each feature into each class.
    level : float
        Share of the redrawn coefficients within a band.
    resamples, seed : int
        How many surveys are redrawn, and by which chance.

    Raises
    ------
    ValueError
        For counts that are no counts, and as `better_worse` does.
    """
    counts = _checked(counts)
    if counts.ndim != 2 or np.any(counts != np.round(counts)):
        raise ValueError("Counts are whole numbers: a row for each feature and a column for each class.")
    better, worse = better_worse(counts)
    asked = counts.sum(axis=1).astype(np.int64)
    shares = (counts + IMAGINED / len(KANO_CLASSES)) / (asked + IMAGINED)[:, None]
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(asked, shares, size=(resamples, len(counts)))
    # Where chance left no answer that counts, it says nothing about the two.
    valid = _that_count(drawn) > 0
    moved = _coefficients(np.where(valid[..., None], drawn, 1))
    bands = [percentile_band(np.where(valid, many, np.nan), level) for many in moved]
    # By luck a band of few may leave out its own middle.
    bands = [
        np.stack([np.minimum(band[0], middle), np.maximum(band[1], middle)])
        for band, middle in zip(bands, (better, worse), strict=True)
    ]
    category = kano_category(counts)
    holds = (drawn.argmax(axis=-1) == category).mean(axis=0)
    return KanoBand(better, worse, *bands, category, holds)


def _coefficients(counts: NDArray) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    whole = _that_count(counts)
    better = (counts[..., _A] + counts[..., _O]) / whole
    # Nobody misses it: that is 0, and not what a computer calls minus zero.
    return better, 0.0 - (counts[..., _O] + counts[..., _M]) / whole


def _that_count(counts: NDArray) -> NDArray:
    return counts[..., _M] + counts[..., _O] + counts[..., _A] + counts[..., _I]


def _checked(counts: ArrayLike) -> NDArray:
    counts = np.asarray(counts)
    if counts.ndim < 1 or counts.shape[-1] != len(KANO_CLASSES):
        raise ValueError("Each feature has six counts: M, O, A, I, R and Q.")
    if not np.all(np.isfinite(counts)) or np.any(counts < 0):
        raise ValueError("Answers are counted: 0 or more in each class.")
    return counts
