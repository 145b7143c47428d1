"""A thousand customers who may be sent an offer: who would buy anyway, and whom the offer changes.

Of each customer is drawn, from bell curves and with a seed: the chance of buying without an offer, and the
chance that an offer wins them over if they would not. An offer cannot make anybody buy who would have bought,
so the *effect* on a customer is (1 - the first) times the second. Nothing here was measured. The results hang
on how many would buy anyway, on how many an offer wins over, on how the two chances go together, and on how
well the effects are known; how likely everybody is to buy is known exactly.

Assumes: nobody whom an offer wins over would have bought anyway, and how likely everybody is to buy is known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached

CUSTOMERS = 1_000

#: How unlike customers are, in logits: in buying anyway, in being won over; and the middle of the latter,
#: where an offer wins over one in thirteen (as a mean over all, one in eight).
SPREAD_ANYWAY, SPREAD_WON, MIDDLE_WON = 2.0, 1.3, -2.5


@dataclass(frozen=True, eq=False)
class Customers:
    """One element a customer.

    Attributes
    ----------
    anyway : (customers,) array
        The chance to buy without an offer.
    effect : (customers,) array
        By how much an offer raises it.
    believed : (customers,) array
        The score by which a company ranks the effects: right up to a point.
    """

    anyway: NDArray[np.float64]
    effect: NDArray[np.float64]
    believed: NDArray[np.float64]

    @property
    def offered(self) -> NDArray[np.float64]:
        """The chance to buy with an offer."""
        return self.anyway + self.effect

    def gains(self, value: float, contact: float, annoyance: float) -> NDArray[np.float64]:
        """Return what an offer to each is expected to bring: see `measures.worth_offering`."""
        return self.effect * value - contact - (1 - self.effect) * annoyance

    def by_likelihood(self) -> NDArray[np.intp]:
        """Return the customers' places, those most likely to buy when offered first."""
        return np.argsort(-self.offered, kind="stable")

    def by_effect(self) -> NDArray[np.intp]:
        """Return the customers' places, those whom the offer is believed to change most first."""
        return np.argsort(-self.believed, kind="stable")


@cached()
def customers(
    anyway: float, together: float = 0.0, known: float = 0.6, seed: int = 1, middle: float = MIDDLE_WON
) -> Customers:
    """Draw the customers.

    Parameters
    ----------
    anyway : float
        The share of them who would buy without an offer, above 0 and below 1.
    together : float
        -1 to 1: whether those who are likely to buy anyway are the hardest (-1) or the easiest (1) to win
        over, had they not bought. 0: neither.
    known : float
        0 to 1: how well the company knows the effects, as the correlation of its score with them.
    seed : int
        The same luck for all settings.
    middle : float
        The logit of the chance to be won over of a customer in the middle: how strong an offer is.

    Raises
    ------
    ValueError
        When one of them lies outside.
    """
    if not 0 < anyway < 1:
        raise ValueError("The share who would buy anyway lies between 0 and 1.")
    if not -1 <= together <= 1:
        raise ValueError(f"“Together” goes from -1 to 1; {together:g} lies outside.")
    if not 0 <= known <= 1:
        raise ValueError(f"What is known goes from 0 to 1; {known:g} lies outside.")
    liking, own, noise = np.random.default_rng(seed).standard_normal((3, CUSTOMERS))
    chance = _with_mean(SPREAD_ANYWAY * liking, anyway)
    won = _share(middle + SPREAD_WON * (together * liking + np.sqrt(1 - together**2) * own))
    effect = (1 - chance) * won
    standard = (effect - effect.mean()) / effect.std()
    return Customers(chance, effect, known * standard + np.sqrt(1 - known**2) * noise)


def _share(logit: NDArray[np.float64]) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-logit))


def _with_mean(logits: NDArray[np.float64], mean: float) -> NDArray[np.float64]:
    """Return the chances that belong to logits, all moved so that the chances have this mean."""
    low, high = -20.0, 20.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if _share(logits + middle).mean() < mean else (low, middle)
    return _share(logits + middle)
