"""Finding the four numbers of BG/NBD from buying histories: the likeliest ones.

Source: equation 6 of P. S. Fader, B. G. S. Hardie and K. L. Lee, “Counting Your Customers” the Easy Way,
*Marketing Science* 24(2), 2005; the search for its largest value is scipy's.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

from fieldguide.measures._summit import is_summit
from fieldguide.measures.bgnbd import BgNbd, checked_history


def bgnbd_log_likelihood(model: BgNbd, x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> float:
    """Return how likely these buying histories are under `model`, as the sum of logarithms.

    Parameters
    ----------
    model : BgNbd
    x, t_x, T : (customers,) arrays
        See `BuyingHistory`.

    Raises
    ------
    ValueError
        On histories that no customer can have, or on none at all.

    Notes
    -----
    Fader, Hardie and Lee 2005, equation 6: L = A1·A2·(A3 + 1{x>0}·A4).
    """
    return _log_likelihood(model, *checked_history(x, t_x, T))


def _log_likelihood(model: BgNbd, x: np.ndarray, t_x: np.ndarray, T: np.ndarray) -> float:
    r, alpha, a, b = model.r, model.alpha, model.a, model.b
    repeated = x > 0
    buying = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    still_here = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + T)
    left = betaln(a + 1, b + np.where(repeated, x, 1) - 1) - betaln(a, b) - (r + x) * np.log(alpha + t_x)
    return float(np.sum(buying + np.logaddexp(still_here, np.where(repeated, left, -np.inf))))


def fit_bgnbd(x: ArrayLike, t_x: ArrayLike, T: ArrayLike) -> BgNbd:
    """Return the model under which these histories are likeliest.

    Parameters
    ----------
    x, t_x, T : (customers,) arrays
        See `BuyingHistory`; `buying_history` makes them.

    Raises
    ------
    ValueError
        On impossible histories, when nobody came back, or when histories do not tell the four numbers apart.
    """
    x, t_x, T = checked_history(x, t_x, T)
    if not np.any(x > 0):
        raise ValueError("Nobody came back, so nothing says how often they would.")

    # Searching among logarithms keeps all four numbers positive.
    def miss(logs: np.ndarray) -> float:
        return -_log_likelihood(BgNbd(*np.exp(logs)), x, t_x, T) / x.size

    start = np.log([1.0, T.mean() or 1.0, 1.0, 1.0])
    exact = {"ftol": 1e-13, "gtol": 1e-8}
    search = minimize(miss, start, method="L-BFGS-B", bounds=[(-12, 12)] * 4, options=exact, jac="3-point")
    if np.any(np.abs(search.x) > 11.9) or not is_summit(
        miss, search.x, x.size
    ):  # at the fence, or on a ridge
        raise ValueError("These histories are too few or too alike to tell the four numbers apart.")
    return BgNbd(*map(float, np.exp(search.x)))
