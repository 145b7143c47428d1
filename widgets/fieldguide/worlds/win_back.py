"""What it brings to call customers who have gone silent.

A model made for the book, by arithmetic alone. Its heart is how fast a customer who has gone forgets: were
nobody ever forgotten, nothing would be lost by waiting, and the best alarm would be a late one.

Assumes: a customer who has gone forgets at a steady pace, and a call never drives anybody away.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def earned_back(
    rung: ArrayLike,
    lapsed: ArrayLike,
    worth: float,
    wins: float,
    half_life: float,
    call: float = 0.0,
    needless: float = 0.0,
) -> NDArray[np.float64]:
    """Return what calling at each day of silence earns, in the unit of the money.

    Parameters
    ----------
    rung, lapsed : (days,) arrays
        Alarms, and those of them that are right, for an alarm after 0, 1, 2, ... days of silence
        (`measures.alarms`).
    worth : float
        What one customer who comes back is worth.
    wins : float
        Share of those who had lapsed whom a call brings back, were it made at once, 0 to 1.
    half_life : float
        Days of silence in which that share halves; infinite: it never does.
    call : float
        What each call costs.
    needless : float
        What a call to somebody who would have bought anyway costs on top: a coupon not needed, a nuisance.

    Raises
    ------
    ValueError
        On impossible numbers.
    """
    rung, lapsed = np.asarray(rung, dtype=float), np.asarray(lapsed, dtype=float)
    if rung.ndim != 1 or rung.shape != lapsed.shape or np.any(lapsed < 0) or np.any(lapsed > rung):
        raise ValueError("Of the alarms, none or some or all are right, on each day.")
    if not 0 <= wins <= 1:
        raise ValueError(f"A call brings back a share between 0 and 1; {wins:g} is none.")
    if not half_life > 0:
        raise ValueError("To be forgotten takes some time.")
    back = lapsed * wins * 0.5 ** (np.arange(len(rung)) / half_life)
    return back * worth - rung * call - (rung - lapsed) * needless
