"""Whether a search for the likeliest numbers ended on a summit, or somewhere on a ridge.

Where data do not tell two numbers apart, the likelihood has a ridge along which both may grow or shrink
together. A search stops on it where its steps get small, which differs from machine to machine.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

#: A standard error above this, of a logarithm, is none: the number might as well be 20,000 times as large.
FLAT = 10.0


def is_summit(
    miss: Callable[[NDArray[np.float64]], float], logs: NDArray[np.float64], size: float, step: float = 0.01
) -> bool:
    """Return whether the data tell every number apart from the others.

    Parameters
    ----------
    miss : callable
        The negative log-likelihood of one customer on average, by the logarithms of the numbers.
    logs : (numbers,) array
        Where the search ended.
    size : float
        How many customers there are.
    step : float
        How far to look around, in logarithms.

    Notes
    -----
    The second derivatives (central differences) times `size` are the observed information; its smallest
    eigenvalue is one over the largest variance in any direction.
    """
    steps = step * np.eye(len(logs))
    bends = [
        [miss(logs + i + j) - miss(logs + i - j) - miss(logs - i + j) + miss(logs - i - j) for j in steps]
        for i in steps
    ]
    least = np.linalg.eigvalsh(np.array(bends) / (4 * step**2))[0]
    return bool(least * size > FLAT**-2)
