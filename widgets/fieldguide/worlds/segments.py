"""Which of four ways to treat a customer, segment by segment: what a test finds, and what is carried out.

A model made for the book; everything in it is invented. Customers answer up to `QUESTIONS` yes-or-no
questions, each of which divides every segment in two: with q questions there are 2^q segments of one size.
How likely a customer buys depends on the way of treating them (`WAYS`: a call, a visit, a discount, to be
left alone) and on the answers:

- On average one in ten buys. Each way is by itself a little better or worse, for everybody (`APART`).
- Each answer changes how well each way works, and the change is drawn anew for every segment that it makes.
  How much all answers together change is ``differ``; what each further question tells is ``fade`` times what
  the one before told, as a variance.
- Last year every customer was treated in one way, chosen by lot. Each segment gets the way by which most of
  *its* customers bought (of equals, the first). A way that none of them met counts as it did over all.

``ways_by_segment`` says, for 1, 2, 4, ... segments, what the test promised for the ways that it chose (the
best of several blurred figures, and so too high), and what they bring when everybody gets them. `carried_out`
takes off what people forget: a front line that can hold ``hold`` segments treats those as planned, and
everybody else in the one way that was best over all, or in the way that belongs to some other segment. Which
segments it holds is a matter of lots, or they are those for which the test promised most over the one way.

Drawn at random: the effects, and last year's buyers, in `WORLDS` worlds at once. The effects are the same
whatever the number of customers, and the same customers are divided ever more finely, so that two settings
differ by what they are. **The result hangs on** customers for each segment, on ``differ`` and ``fade``, and
on what is carried out: above all on whether lots decide which segments are held. That a forgotten segment
gains nothing is built in; how much is lost by it is not.

Assumes: each further answer tells less, ways are tried by lot, and a segment that is forgotten gains nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached

QUESTIONS = 8
WAYS = 4
WORLDS = 30
BUY = 0.10
#: How far the ways differ for everybody, as a standard deviation.
APART = 0.01
#: Nobody buys for sure, nor never.
LEAST, MOST = 0.005, 0.95


@dataclass(frozen=True, eq=False)
class Segmented:
    """Buyers for each customer, by number of questions (0 to `QUESTIONS`) and world.

    Attributes
    ----------
    promised : (QUESTIONS + 1, WORLDS) array
        As the test has it for the ways that it chose.
    kept : (QUESTIONS + 1, WORLDS) array
        When every customer gets the way that was chosen for their segment.
    mixed : (QUESTIONS + 1, WORLDS) array
        When every customer gets the way of some other segment; with one segment there is no other.
    over_standard : tuple of (WORLDS, segments) arrays, one for each number of questions
        What is gained when the first 1, 2, 3, ... segments get their own way instead of the one that was best
        over all. First are those for which the test promised most over that way.
    over_mixed : tuple of (WORLDS, segments) arrays
        The same, instead of the way of some other segment.
    """

    promised: NDArray[np.float64]
    kept: NDArray[np.float64]
    mixed: NDArray[np.float64]
    over_standard: tuple[NDArray[np.float64], ...]
    over_mixed: tuple[NDArray[np.float64], ...]


@cached()
def _effects(seed: int) -> list[NDArray[np.float64]]:
    """Return (WAYS, WORLDS, segments) for each number of questions: what the last changes, unscaled."""
    random = np.random.default_rng(seed)
    return [random.standard_normal((WAYS, WORLDS, 2**asked)) for asked in range(QUESTIONS + 1)]


@cached(8)
def _chances(differ: float, fade: float, seed: int) -> NDArray[np.float64]:
    """Return (WAYS, WORLDS, finest segments): how likely a customer there buys when treated that way."""
    told = fade ** np.arange(QUESTIONS)
    sizes = [APART, *(differ * np.sqrt(told / told.sum()))]
    chance = np.full((WAYS, WORLDS, 1), BUY)
    for size, effect in zip(sizes, _effects(seed), strict=True):
        chance = np.repeat(chance, effect.shape[2] // chance.shape[2], axis=2) + size * effect
    return np.clip(chance, LEAST, MOST)


@cached(32)
def ways_by_segment(
    customers: int, differ: float = 0.02, fade: float = 0.7, lent: float = 0.0, seed: int = 1
) -> Segmented:
    """Let last year's test choose a way for each segment, with 0 to `QUESTIONS` questions.

    Parameters
    ----------
    customers : int
        How many there are; all were in the test.
    differ : float
        How far customers differ in what a way does to them: a standard deviation of the chance to buy.
    fade : float
        What a question tells, of what the one before told.
    lent : float
        How many customers as they are over all are added to each segment's before it is judged, for each
        way: 0 takes every segment by its own figures.
    seed : int
        Of all that is drawn.

    Raises
    ------
    ValueError
        When a number is impossible.
    """
    if customers < 1 or differ < 0 or fade <= 0 or lent < 0:
        raise ValueError("There must be a customer; differences, fading and loans are not below zero.")
    chance = _chances(differ, fade, seed)
    random = np.random.default_rng([seed, 1])
    # Counts of the machine's own size: a generator on 32 bits may refuse longer ones.
    met = random.poisson(customers / WAYS / 2**QUESTIONS, chance.shape).astype(np.intp)
    bought = random.binomial(met, chance).astype(float)
    met = met.astype(float)
    over_all = bought.sum(axis=2, keepdims=True) / np.maximum(met.sum(axis=2, keepdims=True), 1)

    standard = over_all[:, :, 0].argmax(axis=0), np.arange(WORLDS)

    promised, kept, mixed = (np.empty((QUESTIONS + 1, WORLDS)) for _ in range(3))
    over_standard, over_mixed = [], []
    for asked in range(QUESTIONS, -1, -1):
        if asked < QUESTIONS:  # two segments become one
            met, bought = (counts[:, :, ::2] + counts[:, :, 1::2] for counts in (met, bought))
            chance = (chance[:, :, ::2] + chance[:, :, 1::2]) / 2
        known = met + lent
        shown = np.where(known > 0, (bought + lent * over_all) / np.maximum(known, 1e-9), over_all)
        best, brings, way = shown[0], chance[0], np.zeros(shown.shape[1:], dtype=np.intp)
        for other in range(1, WAYS):
            better = shown[other] > best
            best = np.where(better, shown[other], best)
            brings = np.where(better, chance[other], brings)
            way[better] = other
        segments = best.shape[1]
        promised[asked], kept[asked] = best.mean(axis=1), brings.mean(axis=1)
        share = np.array([(way == one).mean(axis=1) for one in range(WAYS)])
        anyone = np.einsum("ij,ijk->jk", share, chance)
        mixed_up = (segments * anyone - brings) / (segments - 1) if segments > 1 else brings
        mixed[asked] = mixed_up.mean(axis=1)
        most_first = np.argsort(shown[standard] - best, axis=1, kind="stable")
        for gained, instead in ((over_standard, chance[standard]), (over_mixed, mixed_up)):
            ordered = np.take_along_axis(brings - instead, most_first, axis=1)
            gained.insert(0, ordered.cumsum(axis=1) / segments)
    return Segmented(promised, kept, mixed, tuple(over_standard), tuple(over_mixed))


def carried_out(
    found: Segmented, hold: int, met: float = 1.0, mix_up: bool = False, by_lot: bool = True
) -> NDArray[np.float64]:
    """Return buyers for each customer when a front line holds so many segments: (QUESTIONS + 1, WORLDS).

    Parameters
    ----------
    found : Segmented
    hold : int
        Segments whose way the front line has in mind.
    met : float
        Share of customers whom the front line treats. The others are served by machines, as planned.
    mix_up : bool
        Whether those of a forgotten segment get the way of another segment, rather than the one that was
        best over all.
    by_lot : bool
        Whether lots decide which segments are held; otherwise those are for which the test promised most over
        the way that was best over all.

    Raises
    ------
    ValueError
        When nothing can be held, or the share is none.
    """
    if hold < 1 or not 0 <= met <= 1:
        raise ValueError("A front line holds one segment at least, and meets between none and all.")
    forgotten = found.mixed if mix_up else found.kept[:1]
    if by_lot:
        remembered = np.minimum(1, hold / 2.0 ** np.arange(QUESTIONS + 1))[:, None]
        by_people = remembered * found.kept + (1 - remembered) * forgotten
    else:
        gained = found.over_mixed if mix_up else found.over_standard
        by_people = forgotten + np.array([each[:, :hold][:, -1] for each in gained])
    return met * by_people + (1 - met) * found.kept
