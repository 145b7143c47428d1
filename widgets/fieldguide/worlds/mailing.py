"""A mailing to people who were chosen, by lot or not, with some of the chosen held out by lot.

Two groups of people buy at different rates anyway. Who chooses whom to write to may favor one of them, and
that alone is the bias of this world: within a group everybody is alike. Each run is drawn anew: whether
somebody buys is a coin toss at the group's rate, with the letter or without it.

The rates come from the lottery of the hair-care case (`fieldguide.data.hair_care`), where 112 purchases
decide them: they are uncertain themselves, those of the smaller group most.

Assumes: within a group everybody is alike, so that who is chosen is the only bias.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide import data, measures
from fieldguide._cached import cached


@dataclass(frozen=True)
class Rates:
    """Two groups and the shares of them that buy, with the letter and without it.

    Attributes
    ----------
    share_a : float
        The share of all people who belong to group A.
    a, b : (float, float)
        The shares that buy in either group: with the letter, without it.
    """

    share_a: float
    a: tuple[float, float]
    b: tuple[float, float]

    def of(self, share_a: float) -> tuple[float, float]:
        """Return the shares that buy, with the letter and without, where so many belong to A."""
        return tuple(share_a * a + (1 - share_a) * b for a, b in zip(self.a, self.b, strict=True))


@dataclass(frozen=True)
class Mailing:
    """Whom a letter goes to, and at which rates they and the others buy.

    Attributes
    ----------
    chosen, others : int
        People who were chosen, and who were not.
    share_a : float
        The share of the chosen who belong to group A.
    with_letter, without : float
        The shares of the chosen who buy: with the letter, and were they not to get it.
    others_buy : float
        The share of the others who buy, without a letter; NaN when there are none.
    """

    chosen: int
    others: int
    share_a: float
    with_letter: float
    without: float
    others_buy: float

    @property
    def effect(self) -> float:
        """By how much the letter raises the share of the chosen who buy."""
        return self.with_letter - self.without


@cached()
def promotion_rates() -> Rates:
    """Return the rates that the lottery of the hair-care case measured."""
    lottery = data.hair_care()
    rates = []
    for group in "AB":
        counts = [lottery.count(promoted, group) for promoted in (True, False)]
        rates.append(tuple(bought / people for bought, people in counts))
    return Rates(float(np.mean(lottery.group == "A")), *rates)


def choose(rates: Rates, people: int, part: float, bias: float) -> Mailing:
    """Choose a part of the people for a letter.

    Parameters
    ----------
    rates : Rates
        The two groups.
    people : int
        On the list.
    part : float
        The part of them that is chosen, above 0 and up to 1.
    bias : float
        0: by lot. 1: everybody of group A before anybody of B; -1: the other way round; in between, in
        between.

    Raises
    ------
    ValueError
        When nobody is chosen, or `part` or `bias` lies outside.
    """
    if not 0 < part <= 1:
        raise ValueError(f"The part that is chosen lies above 0 and up to 1; {part:g} does not.")
    if not -1 <= bias <= 1:
        raise ValueError(f"The bias goes from -1 to 1; {bias:g} lies outside.")
    chosen = round(people * part)
    if chosen < 1:
        raise ValueError("A letter that nobody is chosen for has no effect to measure.")
    others = people - chosen
    most = min(1.0, rates.share_a * people / chosen)
    least = max(0.0, 1 - (1 - rates.share_a) * people / chosen)
    share_a = rates.share_a + abs(bias) * ((most if bias > 0 else least) - rates.share_a)
    with_letter, without = rates.of(share_a)
    left_a = (rates.share_a * people - share_a * chosen) / others if others else np.nan
    return Mailing(chosen, others, share_a, with_letter, without, rates.of(left_a)[1])


def runs(
    mailing: Mailing, held_out: int, count: int, seed: int = 1
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Run a mailing many times; return how many bought of those who got it and of those held out.

    The same luck is used whatever the mailing and the holdout are, so that settings can be compared.

    Raises
    ------
    ValueError
        When nobody is left to get the letter, or nobody is held out.
    """
    if not 0 < held_out < mailing.chosen:
        raise ValueError("Somebody must get the letter, and somebody must be held out.")
    luck = _luck(count, seed)
    groups = (mailing.chosen - held_out, mailing.with_letter), (held_out, mailing.without)
    bought = []
    for lucky, (people, share) in zip(luck, groups, strict=True):
        counts, chances = measures.likely_counts(people, share)
        place = np.searchsorted(np.cumsum(chances), lucky)
        bought.append(counts[np.minimum(place, len(counts) - 1)])
    return tuple(bought)


@cached()
def _luck(count: int, seed: int) -> NDArray[np.float64]:
    return np.random.default_rng(seed).random((2, count))
