"""Members of a book club: what was on file about each, and who ordered a book that was offered to all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from fieldguide.data.origins import open_extract


@dataclass(frozen=True, eq=False)
class BookClub:
    """A club's members, one element each; the arrays are read-only. A textbook's case.

    Attributes
    ----------
    recency : (members,) array of int
        1 to 4: last bought 2, 4 to 6, 8 to 12, 14 to 36 months ago.
    frequency : (members,) array of int
        1 to 3: bought once, twice, three times or more.
    spend : (members,) array of int
        1 to 5: spent up to 25, 50, 100, 200 dollars in all, or more.
    gender : (members,) array of int
        0 or 1, without a legend.
    months : (members,) array of int
        Since the first purchase.
    art, geography : (members,) arrays of int
        Books of that kind bought so far.
    ordered : (members,) array of bool
        Whether they ordered the book on offer.
    """

    recency: NDArray[np.uint8]
    frequency: NDArray[np.uint8]
    spend: NDArray[np.uint8]
    gender: NDArray[np.uint8]
    months: NDArray[np.uint8]
    art: NDArray[np.uint8]
    geography: NDArray[np.uint8]
    ordered: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.ordered)


@cache
def book_club() -> BookClub:
    """Return the 4,000 members of Charles Book Club, a teaching case; `provenance` names the source."""
    with open_extract("book_club.npz") as file, np.load(file) as packed:
        arrays = {name: packed[name] for name in packed.files}
    for array in arrays.values():
        array.setflags(write=False)
    return BookClub(**arrays)
