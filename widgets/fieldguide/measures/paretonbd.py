"""Pareto/NBD: the elder of BG/NBD, in which customers may leave at any moment, not only after coming back.

While alive, a customer buys at random at a steady rate (rates differ: gamma with shape `r` and rate `alpha`),
and leaves at random at a steady rate too (these differ: gamma with shape `s` and rate `beta`).

Source: D. C. Schmittlein, D. G. Morrison and R. Colombo, Counting Your Customers, *Management Science* 33(1),
1987.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fieldguide.measures.bgnbd import checked_history

#: Moments at which somebody may have left, for the sum over all of them (Gauss's rule).
MOMENTS = 64


@dataclass(frozen=True)
class ParetoNbd:
    """The model with its four numbers; times are in the unit that it was fitted in.

    Attributes
    ----------
    r, alpha : float
        Shape and rate of the buying rates: ``r / alpha`` purchases per unit of time on average while alive.
    s, beta : float
        Shape and rate of the rates of leaving: ``s / beta`` per unit of time on average.

    Raises
    ------
    ValueError
        When one of the four is not positive.
    """

    r: float
    alpha: float
    s: float
    beta: float

    def __post_init__(self) -> None:
        if not all(np.isfinite(value) and value > 0 for value in (self.r, self.alpha, self.s, self.beta)):
            raise ValueError("r, alpha, s and beta are positive numbers.")

    def p_alive(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> NDArray[np.float64]:
        """Return the chance that each customer may still buy; `measures.BuyingHistory` has the arguments.

        Here silence counts against everybody, also against those who bought once.

        Notes
        -----
        The odds of having left are the sum, over all moments since the last purchase, of how much likelier
        this history is if the customer left at that moment than if never. The published closed form says the
        same with two hypergeometric functions.
        """
        return 1 / (1 + self.odds_of_having_left(x, t_x, T))

    def odds_of_having_left(self, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> NDArray[np.float64]:
        """Return for each customer how much likelier it is to have left than to be still there."""
        x, t_x, T = (values[..., np.newaxis] for values in checked_history(x, t_x, T))
        places, weights = np.polynomial.legendre.leggauss(MOMENTS)
        # Moments stand closer together where more happens: soon after the last purchase.
        near = min(self.alpha, self.beta)
        span = np.log((near + T) / (near + t_x)) / 2
        since = (near + t_x) * np.exp(span * (1 + places))
        moment = since - near
        silence = ((self.alpha + T) / (self.alpha + moment)) ** (self.r + x)
        leaving = self.s / (self.beta + moment) * ((self.beta + T) / (self.beta + moment)) ** self.s
        return (silence * leaving * since * span) @ weights
