"""Whom to write to: real customers, what is known of them after 39 weeks, and what they did in the next 39.

Nothing here is simulated but the lots: which twelve customers stand together in a round. The customers are
the published tenth of CDNOW, 2,357 people who first bought in the first twelve weeks of 1997. What a letter
*does* is not in these records: it is taken to earn a share of whatever its reader spends afterwards, letter
or no letter. That is the assumption on which all money here hangs.

Assumes: a letter earns a share of what its reader goes on to spend, letter or no letter.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide import data, measures
from fieldguide._cached import cached

#: The last day of the first 39 weeks, and of the next 39, counted from January 1, 1997; and weeks.
DECISION_DAY, LAST_DAY, WEEKS = 272, 545, 39

#: One customer in so many gets a letter where the whole file is written to, as in a round of twelve and four.
ONE_IN = 3

#: Customers in a round, and how many rounds the averages rest on.
ROUND, MANY = 12, 980

#: Fader, Hardie and Lee 2005, table 2: fitted to the first 39 weeks of these customers. A page has no scipy
#: to fit with, and tests hold that a fit gives the same.
FITTED = measures.BgNbd(r=0.2426, alpha=4.4135, a=0.7929, b=2.4258)

#: By the sum of the three codes, the share who bought in the next 39 weeks among the other nine tenths of the
#: customers, 21,213 people who are in nobody's rounds: what receipts say, learned elsewhere. Tests count.
CAME_BACK = {
    4: 0.125,
    5: 0.125,
    6: 0.149,
    7: 0.150,
    8: 0.167,
    9: 0.182,
    10: 0.261,
    11: 0.350,
    12: 0.410,
    13: 0.483,
    14: 0.583,
    15: 0.793,
}

#: The rankings, by name. Lots are a score that is the same for all.
RANKINGS = ("rfv", "last", "expected", "alive", "lot")


@dataclass(frozen=True, eq=False)
class Book:
    """What a shop knows of its customers when it decides, and what they did afterwards; one element each.

    Attributes
    ----------
    customer : (customers,) array of int
        Their numbers in the records.
    past : measures.Rfv
        Recency, frequency and value on the day of the decision.
    scores : mapping of str to (customers,) array
        For each of `RANKINGS`, whom it would write to first: ``rfv``, the sum of three quintile codes from 1
        to 5 (independent, over the whole file); ``last``, who was seen
        last; ``expected``, purchases that BG/NBD expects in the next 39 weeks; ``alive``, its P(alive);
        ``lot``, nobody before anybody else.
    chance : (customers,) array
        The chance of at least one purchase in the next 39 weeks, by the sum of the three codes: `CAME_BACK`.
    later_visits : (customers,) array of int
        Days with a purchase in the next 39 weeks.
    later_dollars : (customers,) array
        Dollars spent in them.
    """

    customer: NDArray[np.int64]
    past: measures.Rfv
    scores: dict[str, NDArray[np.float64]]
    chance: NDArray[np.float64]
    later_visits: NDArray[np.int64]
    later_dollars: NDArray[np.float64]

    @property
    def came(self) -> NDArray[np.bool_]:
        """Whether each bought at least once in the next 39 weeks."""
        return self.later_visits > 0


@cached()
def customer_book() -> Book:
    """Return the published tenth of CDNOW on the day of the decision, and afterwards."""
    shop = data.cdnow().tenth()
    past = measures.rfv(shop.customer, shop.day, shop.dollars, DECISION_DAY)
    seen = measures.buying_history(shop.customer, shop.day, DECISION_DAY)
    whole = measures.buying_history(shop.customer, shop.day, LAST_DAY)
    history = seen.x, seen.t_x, seen.T
    codes = past.codes().sum(axis=1)
    later = shop.day > DECISION_DAY
    who = np.searchsorted(past.customer, shop.customer[later])
    return Book(
        customer=past.customer,
        past=past,
        scores={
            "rfv": codes.astype(float),
            "last": -past.recency,
            "expected": FITTED.expected_from(*history, WEEKS),
            "alive": FITTED.p_alive(*history),
            "lot": np.zeros(len(past.customer)),
        },
        chance=np.array([CAME_BACK[total] for total in codes.tolist()]),
        later_visits=(whole.x - seen.x).astype(np.int64),
        later_dollars=np.bincount(who, weights=shop.dollars[later], minlength=len(past.customer)),
    )


def share_found(ranking: str) -> float:
    """Return the share of letters that find somebody who comes back, when one customer in three gets one.

    The whole file is ranked at once, and customers whom the ranking holds for equal are drawn by lot.
    """
    book = customer_book()
    letters = len(book.customer) // ONE_IN
    return float(measures.picked(book.scores[ranking], letters) @ book.came / letters)


@cached()
def visits_of(member: int) -> tuple[tuple[int, float], ...]:
    """Return the visits of a customer, by place in the `customer_book`: day, and dollars spent that day."""
    shop, number = data.cdnow(), customer_book().customer[member]
    own = slice(*np.searchsorted(shop.customer, [number, number + 1]))
    days, which = np.unique(shop.day[own], return_inverse=True)
    dollars = np.bincount(which, weights=shop.dollars[own])
    return tuple(zip(days.tolist(), dollars.tolist(), strict=True))


@cached()
def rounds_of_twelve(repeaters: bool = False, seed: int = 2018, count: int = MANY) -> NDArray[np.intp]:
    """Return rounds of twelve customers each, as places in the `customer_book`.

    The customers are shuffled and dealt, twelve at a time, until too few are left; then again. So nobody is
    twice in one round, nor in the first rounds at all.

    Parameters
    ----------
    repeaters : bool
        Whether only those take part who had come back at least once by the day of the decision.
    seed : int
        What the shuffling starts from.
    count : int
        How many rounds.

    Returns
    -------
    (count, 12) array of int
    """
    book = customer_book()
    whole = np.flatnonzero(book.past.frequency > 1) if repeaters else np.arange(len(book.customer))
    rng, dealt = np.random.default_rng(seed), len(whole) // ROUND
    shuffles = -(-count // dealt)
    hands = [rng.permutation(whole)[: dealt * ROUND].reshape(dealt, ROUND) for _ in range(shuffles)]
    return np.concatenate(hands)[:count]


@dataclass(frozen=True, eq=False)
class Found:
    """What letters find, for each ranking.

    Attributes
    ----------
    came : mapping of str to float
        How many of those written to bought in the next 39 weeks.
    dollars : mapping of str to float
        What those written to spent in them.
    """

    came: dict[str, float]
    dollars: dict[str, float]


def picked_by(members: NDArray[np.intp], letters: int) -> dict[str, NDArray[np.float64]]:
    """Return, for each ranking, how likely each member of each round is to get one of so many letters.

    Customers whom a ranking holds for equal are drawn by lot.
    """
    scores = customer_book().scores
    return {name: measures.picked(score[members], letters) for name, score in scores.items()}


def found_by(members: NDArray[np.intp], letters: int) -> Found:
    """Return what each ranking finds on average, writing so many letters in each round.

    Parameters
    ----------
    members : (12,) or (rounds, 12) array of int
        Places in the `customer_book`.
    letters : int
        Letters in each round, 0 to 12. Where a lot decides, what it finds on average counts.
    """
    book = customer_book()
    rounds = max(1, members.size // ROUND)
    came, dollars = book.came[members], book.later_dollars[members]
    picks = picked_by(members, letters)
    return Found(
        came={name: float((pick * came).sum() / rounds) for name, pick in picks.items()},
        dollars={name: float((pick * dollars).sum() / rounds) for name, pick in picks.items()},
    )


@cached()
def found_on_average(letters: int, repeaters: bool = False, seed: int = 2018, count: int = MANY) -> Found:
    """Return what each ranking finds in a round of twelve, on average over many rounds."""
    return found_by(rounds_of_twelve(repeaters, seed, count), letters)
