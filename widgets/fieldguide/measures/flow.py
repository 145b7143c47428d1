"""How work flows through a process: visits, lead time, what is under way, and how much of it is work.

A process is given by its moves: the chances to go from one step to another; what is missing to 1 is the
chance to be done. Rework is a move back.

Source: the absorbing Markov chain of the textbooks, for example J. G. Kemeny and J. L. Snell, *Finite Markov
Chains*, 1960; what is under way is J. D. C. Little's law, *Operations Research* 9(3), 1961.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def under_way(rate: float, time: float) -> float:
    """Return how many cases are under way at a time: Little's law, L = λW.

    It holds for long-run averages in any process that neither loses cases nor lets them pile up for ever,
    whatever the order of work (J. D. C. Little, *Operations Research* 9(3), 1961).

    Parameters
    ----------
    rate : float
        Cases that come in per unit of time.
    time : float
        How long a case takes from beginning to end, in the same unit.

    Raises
    ------
    ValueError
        When either is negative or not finite.
    """
    if not (np.isfinite(rate) and np.isfinite(time) and rate >= 0 and time >= 0):
        raise ValueError("Little's law needs a rate and a time, both 0 or more.")
    return rate * time


def cycle_efficiency(useful: float, lead_time: float) -> float:
    """Return the process cycle efficiency: useful working time as a share of the time from begin to end.

    Parameters
    ----------
    useful : float
        Time of work that the customer would miss, done once and done right.
    lead_time : float
        From begin to end, in the same unit.

    Raises
    ------
    ValueError
        When useful time is negative or exceeds the lead time, or there is no lead time.
    """
    if not lead_time > 0:
        raise ValueError("A process takes some time.")
    if not 0 <= useful <= lead_time:
        raise ValueError("Useful time is part of the lead time: it cannot be negative, nor longer.")
    return useful / lead_time


def expected_visits(moves: ArrayLike, start: ArrayLike) -> NDArray[np.float64]:
    """Return how often a case visits each step on average before it is done.

    Parameters
    ----------
    moves : (steps, steps) array
        Row i: the chances to go on from step i to each step. They sum to 1 at most; the rest is done.
    start : (steps,) array
        The chances to begin with each step; they sum to 1.

    Returns
    -------
    (steps,) array
        Expected visits v, where v = start + v·moves. A step that is repeated with chance r, and followed by
        nothing that leads back, is visited 1/(1 − r) times.

    Raises
    ------
    ValueError
        On shapes that do not fit, chances outside 0 to 1 or summing to more, or cases that are never done.
    """
    moves, start = np.asarray(moves, dtype=float), np.asarray(start, dtype=float)
    if moves.ndim != 2 or start.shape != moves.shape[:1] or moves.shape[0] != moves.shape[1]:
        raise ValueError("Every step needs a chance to begin with it and one to go on to each step.")
    if not (np.all(moves >= 0) and np.all(start >= 0) and np.all(moves.sum(axis=1) <= 1 + 1e-9)):
        raise ValueError("Chances lie between 0 and 1, and those of going on sum to 1 at most.")
    if abs(start.sum() - 1) > 1e-9:
        raise ValueError("Every case begins somewhere: the chances to begin sum to 1.")
    try:
        visits = np.linalg.solve(np.eye(len(start)) - moves.T, start)
    except np.linalg.LinAlgError:
        visits = np.full(len(start), -1.0)
    # Where cases circle for ever there is no solution, or one that counts visits below zero or without end.
    if not (np.all(visits >= -1e-9) and np.all(visits < 1e9)):
        raise ValueError("Some cases circle for ever: there is no average number of visits.")
    return visits.clip(min=0.0)


def expected_handoffs(moves: ArrayLike, visits: ArrayLike, owners: ArrayLike) -> float:
    """Return how often a case changes hands on average: moves between steps that have different owners.

    Parameters
    ----------
    moves : (steps, steps) array
        As in `expected_visits`.
    visits : (steps,) array
        What `expected_visits` returns for them.
    owners : (steps,) array
        Who does each step; anything that can be compared.
    """
    owners = np.asarray(owners)
    between = owners[:, None] != owners[None, :]
    return float((np.asarray(visits, dtype=float)[:, None] * np.asarray(moves, dtype=float))[between].sum())
