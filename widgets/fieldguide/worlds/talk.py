"""What talk with customers would be worth on top of receipts. The talk is SIMULATED; the customers are real.

Nobody wrote down what the customers of 1997 said, so talk is made up, and made up from what it is to predict:
each customer gives off a hint, a number that is higher by `hint_strength` for those who will come back than
for those who will not, plus normal noise of size 1. How good such a hint is can be said without any unit:
shown one customer who will come back and one who will not, how often does it name the right one? (50% is a
coin, 100% knows.)

The shop adds up what receipts and talk tell, as Bayes would have it: the log-odds that the receipts give to a
purchase in the next 39 weeks, plus ``trust · hint − trust² / 2``. That is the right sum if the trust is what
the hint deserves, and if the hint says something that the receipts do not. Both are assumptions, and both can
be broken here: by trusting the talk more or less than it deserves, and by letting a share of it only repeat
what the receipts say.

Assumes: talk is made out of what each customer goes on to do, and is as good as it is set to be.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from fieldguide import measures
from fieldguide._cached import cached
from fieldguide.worlds.letters import ONE_IN, customer_book

#: How often the 2,357 customers are talked to, each time with other noise; what is found is averaged.
TIMES = 4


def hint_strength(pairs_right: float) -> float:
    """Return by how many noises a hint is higher for those who come back, if it is right in so many pairs.

    The difference of two hints is normal with variance 2, so this is ``√2 · Φ⁻¹(pairs_right)``.

    Raises
    ------
    ValueError
        Below 0.5, which is a coin, or at 1, which would need a hint without noise.
    """
    if not 0.5 <= pairs_right < 1:
        raise ValueError(f"A hint is right in half of the pairs or more, not in all; {pairs_right:g} is not.")
    return sqrt(2) * NormalDist().inv_cdf(pairs_right)


@dataclass(frozen=True, eq=False)
class Draws:
    """What chance decides, drawn once for all settings, so that settings differ only by what was set.

    Attributes
    ----------
    came : (customers,) array of bool
        Who really bought in the next 39 weeks.
    log_odds : (customers,) array
        What the receipts say of it.
    noise, talks, repeats : (times, customers) arrays
        The noise in each hint; and uniform numbers that decide whether somebody talks at all, and whether
        only of what the receipts know already.
    echo : (times, customers) array of bool
        What talk of that sort is about: somebody who comes back as often as the receipts say, no oftener.
    """

    came: NDArray[np.bool_]
    log_odds: NDArray[np.float64]
    noise: NDArray[np.float64]
    talks: NDArray[np.float64]
    repeats: NDArray[np.float64]
    echo: NDArray[np.bool_]


@cached()
def _draws(seed: int) -> Draws:
    book = customer_book()
    rng, shape = np.random.default_rng(seed), (TIMES, len(book.customer))
    return Draws(
        came=book.came,
        log_odds=np.log(book.chance / (1 - book.chance)),
        noise=rng.standard_normal(shape),
        talks=rng.random(shape),
        repeats=rng.random(shape),
        echo=rng.random(shape) < book.chance,
    )


def found_with_talk(
    worth: float,
    trust: float,
    talking: float = 1.0,
    repeating: float = 0.0,
    receipts: bool = True,
    seed: int = 1997,
) -> float:
    """Return the share of letters that find somebody who comes back, when one customer in three gets one.

    Parameters
    ----------
    worth : float
        Share of pairs, 0.5 to below 1, in which the talk names the right one.
    trust : float
        The same, as the shop believes it to be: 0.5 leaves talk out of account.
    talking : float
        Share of the customers who talk at all; of the others the talk says nothing, good or bad.
    repeating : float
        Share of the talk that only repeats what receipts know: it is as clear as the rest, but about a
        stranger with the same receipts.
    receipts : bool
        Whether the receipts count, too; without them the talk is all there is.
    seed : int
        What chance starts from.

    Raises
    ------
    ValueError
        When a share is none.
    """
    for share in (talking, repeating):
        if not 0 <= share <= 1:
            raise ValueError(f"A share of the customers goes from 0 to 1; {share:g} lies outside.")
    drawn, believed = _draws(seed), hint_strength(trust)
    about = np.where(drawn.repeats < repeating, drawn.echo, drawn.came) if repeating else drawn.came
    hint = hint_strength(worth) * about + drawn.noise
    told = believed * hint - believed**2 / 2
    score = told if talking == 1 else np.where(drawn.talks < talking, told, 0.0)
    if receipts:
        score = score + drawn.log_odds
    letters = len(drawn.came) // ONE_IN
    return float((measures.picked(score, letters) @ drawn.came).mean() / letters)


def found_by_receipts() -> float:
    """Return the same for receipts alone."""
    return found_with_talk(0.5, 0.5)


def receipts_pairs_right() -> float:
    """Return in how many pairs the receipts alone name the right one: what talk is up against."""
    book = customer_book()
    return measures.pairs_right(book.chance, book.came)
