"""A book club's members halved again and again: one half picks the best cells, the other is written to.

Real rows of a teaching case (`fieldguide.data.book_club`); what is drawn is only who falls into which half,
`HALVINGS` times, the same halves whatever the traits. In the first half everybody's answer is known. Cells
are ranked by it, and of each half the best part is taken, in that order (`measures.best_part`). A cell that
the first half has nobody in counts as average; between cells that tie the order is drawn, too.

Cells are ranked in one of two ways. *Crossed*: by their own response alone. *Added up*: by points, one for
each trait, from all who share the cell's level of it (`measures.points`); that takes for granted that traits
do not depend on each other. **The result hangs on** how many people stand behind each rank. With crossing
that is a cell's people, and ever fewer; with adding all who share a level.

Assumes: the members are a textbook's, and only who falls into which half is drawn by lot.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide import data, measures
from fieldguide._cached import cached

HALVINGS = 100
SEED = 11

#: What members can be divided by.
TRAITS = ("recency", "frequency", "spend", "gender", "months", "art", "geography")
#: Months since the first purchase are cut after one, two and three years; books count as none or some.
YEARS = (12, 24, 36)


@dataclass(frozen=True, eq=False)
class Halved:
    """What the best part of either half answered.

    Attributes
    ----------
    sizes : (cells,) array of int
        Members in each cell, both halves together.
    chose, other : (HALVINGS,) arrays
        Response of the best part, in the half that chose and in the other.
    everybody : float
        Response of all members.
    """

    sizes: NDArray[np.intp]
    chose: NDArray[np.float64]
    other: NDArray[np.float64]
    everybody: float


@cached()
def _level(trait: str) -> NDArray[np.intp]:
    """Return each member's level of a trait, from 0."""
    values = getattr(data.book_club(), trait)
    if trait == "months":
        values = np.searchsorted(YEARS, values, side="left")
    elif trait in ("art", "geography"):
        values = values > 0
    return measures.cross(values)


@cached()
def _lots() -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]:
    """Return who is in each first half; who bought, and in which first halves; and what settles ties."""
    club, random = data.book_club(), np.random.default_rng(SEED)
    half = np.arange(len(club)) % 2 == 0
    chosen = random.permuted(np.tile(half, (HALVINGS, 1)), axis=1)
    first = np.nonzero(chosen)[1].reshape(HALVINGS, -1)
    buyers = np.flatnonzero(club.ordered)
    ties = 1e-9 * random.random((HALVINGS, len(club)))
    return first, buyers, chosen[:, buyers].astype(float), ties


def _counts(cell: NDArray[np.intp], cells: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return how many people and buyers of each first half are in each cell: (HALVINGS, cells) each."""
    first, buyers, bought, _ = _lots()
    rows = np.arange(HALVINGS, dtype=np.intp)[:, None] * cells
    shape = (HALVINGS, cells)
    people = np.bincount((cell[first] + rows).ravel(), minlength=HALVINGS * cells).reshape(shape)
    ordered = np.bincount((cell[buyers] + rows).ravel(), bought.ravel(), HALVINGS * cells).reshape(shape)
    return people, ordered


@cached()
def _by_level(trait: str) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    level = _level(trait)
    return _counts(level, int(level.max()) + 1)


@cached(64)
def best_by_halves(traits: tuple[str, ...], added: bool = False, share: float = 0.3) -> Halved:
    """Divide the members by traits and take the best part of either half, `HALVINGS` times.

    Parameters
    ----------
    traits : tuple of str
        From `TRAITS`; none puts everybody into one cell.
    added : bool
        Whether cells are ranked by points added up, rather than by their own response.
    share : float
        The part of either half that is taken.

    Raises
    ------
    ValueError
        When a trait is unknown, or the share impossible.
    """
    for trait in traits:
        if trait not in TRAITS:
            raise ValueError(f"The club has nothing on file that is called {trait!r}.")
    club = data.book_club()
    members = len(club)
    cell = measures.cross(*(_level(trait) for trait in traits)) if traits else np.zeros(members, np.intp)
    sizes = np.bincount(cell)
    people, ordered = _counts(cell, len(sizes))
    _, buyers, _, ties = _lots()
    if added and traits:
        somebody = np.zeros(len(sizes), dtype=np.intp)
        somebody[cell] = np.arange(members)
        counts = [_by_level(trait) for trait in traits]
        of_cells = [_level(trait)[somebody] for trait in traits]
        rank = measures.points(of_cells, [seen for seen, _ in counts], [bought for _, bought in counts])
    else:
        average = ordered.sum(axis=1, keepdims=True) / people.sum(axis=1, keepdims=True)
        rank = np.where(people > 0, ordered / np.maximum(people, 1), average)
    # What settles ties lies far below the least difference between two shares of at most 2,000 people.
    order = np.argsort(ties[:, : len(sizes)] - rank, axis=1)
    others = np.bincount(cell[buyers], minlength=len(sizes)) - ordered
    return Halved(
        sizes=sizes,
        chose=measures.best_part(order, people, ordered, share),
        other=measures.best_part(order, sizes - people, others, share),
        everybody=float(club.ordered.mean()),
    )
