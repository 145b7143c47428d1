"""How far figures move when those who answered are drawn again: the percentile band of a bootstrap."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def percentile_band(drawn: ArrayLike, level: float = 0.95) -> NDArray[np.float64]:
    """Return the two ends between which this share of redrawn figures lies, along the first axis.

    Parameters
    ----------
    drawn : (resamples, ...) array
        What each resample makes of a figure, in any unit; NaN where it makes nothing of it.
    level : float
        Share of the redrawn figures within the band.

    Returns
    -------
    (2, ...) array

    Raises
    ------
    ValueError
        For a level that is no share.
    """
    if not 0 < level < 1:
        raise ValueError("The level of a band lies between 0 and 1.")
    drawn = np.asarray(drawn, dtype=float)
    ends = [(1 - level) / 2, (1 + level) / 2]
    if not np.isnan(drawn).any():  # as nearly always; the other way takes several times as long
        return np.quantile(drawn, ends, axis=0)
    return np.nanquantile(drawn, ends, axis=0)
