"""Finding the two numbers of the shifted beta-geometric model from a cohort: the likeliest ones.

Source: the likelihood of P. S. Fader and B. G. S. Hardie, How to Project Customer Retention, *Journal of
Interactive Marketing* 21(1), 2007; the search for its largest value is scipy's.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize

from fieldguide.measures._summit import is_summit
from fieldguide.measures.value import Sbg


def _checked_cohort(left: ArrayLike) -> NDArray[np.float64]:
    left = np.asarray(left, dtype=float)
    if left.ndim != 1 or len(left) < 3:
        raise ValueError("A cohort needs its size and how many were left after at least two periods.")
    if not np.all(np.isfinite(left)) or left[-1] < 0 or np.any(np.diff(left) > 0):
        raise ValueError("Nobody joins a cohort later: its numbers only fall.")
    return left


def sbg_log_likelihood(model: Sbg, left: ArrayLike) -> float:
    """Return how likely a cohort's losses are under `model`, as the sum of logarithms.

    Parameters
    ----------
    model : Sbg
        The model.
    left : (periods + 1,) array
        Customers at the start, then how many of them were left after each period.

    Raises
    ------
    ValueError
        When the numbers are too few or rise.
    """
    left = _checked_cohort(left)
    stays = np.append(1.0, model.staying(len(left) - 1))
    return float(-np.diff(left) @ np.log(-np.diff(stays)) + left[-1] * np.log(stays[-1]))


def fit_sbg(left: ArrayLike) -> Sbg:
    """Return the model under which a cohort's losses are likeliest.

    Parameters
    ----------
    left : (periods + 1,) array
        Customers at the start, then how many of them were left after each period.

    Raises
    ------
    ValueError
        When the numbers are too few, rise, or do not tell alpha and beta apart: nobody or everybody left, or
        the customers who are left leave as fast as the first ones did.
    """
    left = _checked_cohort(left)

    # Searching among logarithms keeps both numbers positive.
    def miss(logs: np.ndarray) -> float:
        return -sbg_log_likelihood(Sbg(*np.exp(logs)), left) / left[0]

    exact = {"ftol": 1e-13, "gtol": 1e-9}
    search = minimize(miss, [0.0, 0.0], method="L-BFGS-B", bounds=[(-8, 8)] * 2, options=exact, jac="3-point")
    at_fence = not np.isfinite(search.fun) or np.any(np.abs(search.x) > 7.9)
    if at_fence or not is_summit(miss, search.x, left[0]):
        raise ValueError("These customers do not show how they differ: alpha and beta cannot be told apart.")
    return Sbg(*map(float, np.exp(search.x)))
