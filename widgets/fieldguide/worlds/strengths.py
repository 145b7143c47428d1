"""How many jobs a company does well, when strengths compete, come as they come, or come together.

A model made for the book, by arithmetic alone: nothing is drawn at random and nothing was measured.

Assumes: being good at a job is a yes or a no, and how far strengths compete or come together is set.
"""

from __future__ import annotations

from math import comb, floor


def good_at(share: float, together: float = 0.0, jobs: int = 4) -> tuple[float, ...]:
    """Return the share of companies that do none, one, two, ... of the jobs well.

    Whatever `together` is, each job is done well by the same `share` of companies: only how the strengths are
    spread over companies changes.

    Parameters
    ----------
    share : float
        Share of companies that are good at any one job, 0 to 1.
    together : float
        0: being good at one job says nothing about another. Above 0, this share of companies is good at all
        jobs or at none (0 to 1). Below 0, this share (0 to -1) has one budget to spread:
        good at as many jobs as the average allows, rounded down or up, and never more.
    jobs : int
        How many jobs there are.

    Returns
    -------
    tuple of float
        ``jobs + 1`` shares that sum to 1.

    Raises
    ------
    ValueError
        When a share lies outside 0 to 1, `together` outside -1 to 1, or there are no jobs.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"The share of companies goes from 0 to 1; {share} lies outside.")
    if not -1 <= together <= 1:
        raise ValueError(f"“Together” goes from -1 to 1; {together} lies outside.")
    if jobs < 1:
        raise ValueError(f"There must be at least one job; {jobs} is none.")
    chance = [comb(jobs, k) * share**k * (1 - share) ** (jobs - k) for k in range(jobs + 1)]
    other = [0.0] * (jobs + 1)
    if together >= 0:
        other[0], other[jobs] = 1 - share, share
    else:
        average = share * jobs
        low = min(floor(average), jobs - 1)
        other[low], other[low + 1] = low + 1 - average, average - low
    weight = abs(together)
    return tuple((1 - weight) * one + weight * two for one, two in zip(chance, other, strict=True))


def met_none(share: float, met: int) -> float:
    """Return the chance that none of `met` companies, picked by lot, belongs to the given share of all.

    Raises
    ------
    ValueError
        When the share lies outside 0 to 1, or `met` is negative.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"The share of companies goes from 0 to 1; {share} lies outside.")
    if met < 0:
        raise ValueError(f"Nobody knows {met} companies.")
    return (1 - share) ** met
