"""Bonus points for twelve weeks: where the extra visits come from, and what is left when the points end.

A simulation made for the book. Each customer visits at random at a pace of their own (visits a week: gamma
over customers, Poisson within). Points bring extra visits. Each is of one of two kinds: *moved*, a visit that
would have been made in the weeks after the points end, or *won*, one that would have gone to somebody else.
Of the won ones some become a habit: a like visit in each later twelve weeks. Where the extra visits come
from is the assumption on which everything hangs, and nothing seen while the points last depends on it.

Assumes: each extra visit is moved or won, in shares that are set, and some of the won ones become a habit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached

#: Weeks before the points, with them, and after; the last week is the whole of it.
BEFORE, POINTS, WEEKS = 12, 12, 48
START, END = BEFORE, BEFORE + POINTS

#: Customers, their visits a week on average, and how unlike their paces are (shape of the gamma).
CUSTOMERS, PACE, SHAPE = 1_000, 1 / 3, 1.0

#: The furthest that visits can be moved forward from, in weeks after the end of the points.
FURTHEST = WEEKS - END


@dataclass(frozen=True, eq=False)
class PointVisits:
    """Visits by week.

    Attributes
    ----------
    plain : (weeks,) array of int
        Without points: what the same customers would have done.
    seen : (weeks,) array of int
        With them.
    extra, moved, habit : int
        Extra visits in the weeks with points; how many of them are missing later; later visits by habit.
    """

    plain: NDArray[np.intp]
    seen: NDArray[np.intp]
    extra: int
    moved: int
    habit: int

    @property
    def rewarded(self) -> int:
        """Visits that earn points: all in those weeks, the extra ones and those that came anyway."""
        return int(self.seen[START:END].sum())

    @property
    def kept(self) -> int:
        """Visits that there would not have been without points, over all the weeks watched."""
        return int(self.seen.sum() - self.plain.sum())

    def profit(self, margin: float, cost: float) -> float:
        """Return what the points brought in: margin a kept visit, less the cost of points a rewarded one."""
        return margin * self.kept - cost * self.rewarded

    def profit_at_the_end(self, margin: float, cost: float) -> float:
        """Return what a report on the last day of the points would say: every extra visit counts."""
        return margin * self.extra - cost * self.rewarded


@dataclass(frozen=True, eq=False)
class _Drawn:
    """The chances of one run, drawn once, so that every setting is seen in the same world."""

    plain: NDArray[np.intp]
    #: Of each visit after the points: its week, its place in the queue of those that move, and its chances.
    week: NDArray[np.intp]
    order: NDArray[np.float64]
    kind: NDArray[np.float64]
    habit: NDArray[np.float64]
    landing: NDArray[np.intp]


@cached()
def _drawn(seed: int) -> _Drawn:
    rng = np.random.default_rng(seed)
    paces = rng.gamma(SHAPE, PACE / SHAPE, CUSTOMERS)
    # Counts and places have numpy's own size of integer, which is smaller in a page than elsewhere.
    by_week = rng.poisson(paces[:, None], (CUSTOMERS, WEEKS)).astype(np.intp)
    after = np.repeat(np.tile(np.arange(END, WEEKS), CUSTOMERS), by_week[:, END:].ravel())
    order, kind, habit = rng.random((3, len(after)))
    landing = rng.integers(START, END, len(after)).astype(np.intp)
    return _Drawn(by_week.sum(axis=0), after, order, kind, habit, landing)


def visits_with_points(
    bump: float, forward: float, stay: float, reach: int = 12, seed: int = 1
) -> PointVisits:
    """Return the visits of a run.

    Parameters
    ----------
    bump : float
        Extra visits while there are points, as a share of the visits without them, 0 to 0.6.
    forward : float
        Share of the extra visits that are moved forward, 0 to 1; the rest are won.
    stay : float
        Share of the won visits that become a habit, 0 to 1.
    reach : int
        From how many weeks after the points visits can be moved forward, 8 to `FURTHEST`.
    seed : int
        Which run.

    Raises
    ------
    ValueError
        When a share or the reach lies outside.
    """
    if not 0 <= bump <= 0.6:
        raise ValueError(f"Extra visits go from 0 to 0.6 of the others; {bump:g} lies outside.")
    if not (0 <= forward <= 1 and 0 <= stay <= 1):
        raise ValueError("Shares of the extra visits lie between 0 and 1.")
    if not 8 <= reach <= FURTHEST:
        raise ValueError(f"Visits can be moved from 8 to {FURTHEST} weeks ahead; {reach:g} lies outside.")
    drawn = _drawn(seed)
    # Every extra visit is one of the visits within reach, taken in a fixed order: it is either moved here
    # from there, or a visit won elsewhere by the same customer. So the weeks with points come out alike.
    near = np.flatnonzero(drawn.week < END + reach)
    wanted = round(bump * drawn.plain[START:END].sum())
    chosen = near[np.argsort(drawn.order[near], kind="stable")[:wanted]]
    is_moved = drawn.kind[chosen] < forward
    is_habit = ~is_moved & (drawn.habit[chosen] < stay)
    landing = drawn.landing[chosen]
    gone = drawn.week[chosen][is_moved]
    again = landing[is_habit]
    habit = np.concatenate([again + POINTS * turn for turn in range(1, (WEEKS - END) // POINTS + 1)])
    seen = (
        drawn.plain
        + np.bincount(landing, minlength=WEEKS)
        - np.bincount(gone, minlength=WEEKS)
        + np.bincount(habit, minlength=WEEKS)
    )
    return PointVisits(drawn.plain, seen, len(chosen), len(gone), len(habit))
