"""Customers who follow one another, and whom a company wins: the biggest spenders or the most followed.

Simulated: 20 towns of 300 customers, drawn once from a seed; nobody was measured. Each customer follows four
others, who are drawn by fame; fame has a long tail (lognormal), so that a few have many followers. Spend a
year is lognormal too, with a mean of 100 dollars, and may go along with fame.

A company treats ten customers of each town, one to one, and wins them. Then word goes round. **Some customers
are easily swayed**: once one of those whom they follow is won, so are they. The others make up their own
minds. It is about the barest of rules of the kind that Watts and Dodds study ("Influentials, Networks, and
Public Opinion Formation", 2007); they find that, under most conditions, a critical mass of easily influenced
people carries large cascades, and not a few influentials.

What the result hangs on: how many are easily swayed, whether the big spenders' own spend is counted, and how
closely spend goes with fame. The treated ten are all won, and being won is worth the same part of anybody's
spend. So that every way to pick is counted alike, the ten biggest spenders of a town are kept apart from the
others **whoever wins them**: a company that treats them, or somebody whom they follow.

Assumes: who is easily swayed needs one voice among those they follow, and the others need none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fieldguide._cached import cached

TOWNS, PEOPLE, FOLLOWS, TREATED = 20, 300, 4, 10
#: Dollars a year that a customer spends on average.
SPEND = 100.0
#: How long the tails are: standard deviations of the logarithms of fame and of spend.
FAME, WEALTH = 0.8, 0.9
#: The share of customers who are easily swayed.
EASE = tuple(percent / 100 for percent in range(0, 61, 5))


@dataclass(frozen=True, eq=False)
class Reach:
    """What treating ten customers of each town leads to, by how they are picked.

    Each array has a row for each of `EASE` and a column for each town; spend is in dollars a year.

    Attributes
    ----------
    big : array
        What those spend who are won and among the ten biggest spenders of their town.
    rest : array
        What all the others spend who are won.
    people : array
        How many are won by word of mouth: everybody who is won but the treated ten.
    """

    big: np.ndarray
    rest: np.ndarray
    people: np.ndarray


@cached()
def reach(together: float, seed: int = 1) -> dict[str, Reach]:
    """Return what comes of treating the biggest spenders, the most followed, or ten by lot.

    Parameters
    ----------
    together : float
        How closely spend goes with fame: the correlation of their logarithms, 0 to 1.
    seed : int
        Of the towns.

    Raises
    ------
    ValueError
        When the correlation lies outside 0 to 1.
    """
    if not 0 <= together <= 1:
        raise ValueError(f"The correlation goes from 0 to 1; {together:g} lies outside.")
    fame, other, *_ = _towns(seed)
    logarithm = WEALTH * (together * fame + (1 - together**2) ** 0.5 * other)
    spend = SPEND * np.exp(logarithm - WEALTH**2 / 2)
    biggest = _highest(spend)
    won = {"spenders": _spread(biggest, seed), **_won_anyhow(seed)}
    return {name: _counted(*sets, spend, biggest) for name, sets in won.items()}


def _counted(treated: np.ndarray, won: np.ndarray, spend: np.ndarray, biggest: np.ndarray) -> Reach:
    """Count people and their dollars, the biggest spenders' apart."""
    return Reach(
        big=np.einsum("etp,tp->et", won, spend * biggest),
        rest=np.einsum("etp,tp->et", won, spend * ~biggest),
        people=(won & ~treated).sum(axis=2),
    )


@cached()
def _won_anyhow(seed: int) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return who is treated and who is won where spend does not matter for whom one picks."""
    _, _, lot, _, leaders = _towns(seed)
    followers = np.stack([np.bincount(led.ravel(), minlength=PEOPLE) for led in leaders])
    # Among those with as many followers, the lot decides.
    picks = {"followed": followers + lot, "lot": lot}
    return {name: _spread(_highest(by), seed) for name, by in picks.items()}


def _highest(by: np.ndarray) -> np.ndarray:
    return by >= np.sort(by, axis=1)[:, -TREATED, None]


def _spread(treated: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Let word go round, in every town and for every ease at once, until nobody more is won."""
    *_, firm, leaders = _towns(seed)
    at = (np.arange(TOWNS, dtype=np.intp)[:, None, None] * PEOPLE + leaders).reshape(-1, FOLLOWS)
    won = np.broadcast_to(treated.reshape(-1), (len(EASE), treated.size)).copy()
    for share, ease in zip(EASE, won, strict=True):
        swayed = np.flatnonzero(firm.reshape(-1) < share)
        follow, before = at[swayed], -1
        while before != (now := int(ease.sum())):
            before = now
            ease[swayed] |= ease[follow].any(axis=1)
    return treated, won.reshape(len(EASE), TOWNS, PEOPLE)


@cached()
def _towns(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Draw fame, what else decides spend, a lot, how firm each is, and whom each follows."""
    chance = np.random.default_rng(seed)
    fame, other = chance.standard_normal((2, TOWNS, PEOPLE))
    lot = chance.random((TOWNS, PEOPLE))
    firm = chance.random((TOWNS, PEOPLE))
    pull = np.exp(FAME * fame)
    drawn = chance.random((TOWNS, PEOPLE * FOLLOWS))
    leaders = np.stack(
        [
            np.searchsorted(np.cumsum(one) / one.sum(), where, side="right").clip(max=PEOPLE - 1)
            for one, where in zip(pull, drawn, strict=True)
        ]
    )
    leaders = leaders.reshape(TOWNS, PEOPLE, FOLLOWS).astype(np.intp)
    # Nobody follows themselves: who drew their own number follows the next one.
    themselves = leaders == np.arange(PEOPLE, dtype=np.intp)[:, None]
    return fame, other, lot, firm, np.where(themselves, (leaders + 1) % PEOPLE, leaders)
