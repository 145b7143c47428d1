"""What was bought, and what everything beside it on the shelf cost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fieldguide import data
from fieldguide.data.origins import open_extract

if TYPE_CHECKING:
    import pandas as pd

KETCHUP = ("Heinz", "Hunt's", "Del Monte", "store brand")


@dataclass(frozen=True, eq=False)
class Shelves:
    """Purchases, with the price of every brand where and when each was made.

    Attributes
    ----------
    brands : tuple of str
        The brands, in the order of `cents`.
    household : (purchases,) array of int
        Who bought. A household's purchases stand together and in no order of time.
    bought : (purchases,) array of int
        Which brand, as a position in `brands`.
    cents : (purchases, brands) array of int
        What each brand cost.
    """

    brands: tuple[str, ...]
    household: NDArray[np.intp]
    bought: NDArray[np.intp]
    cents: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.bought)

    def frame(self) -> pd.DataFrame:
        """Return a table of household, brand bought and each brand's price in cents, one row a purchase."""
        return data.shelves_frame(self)


@cache
def ketchup() -> Shelves:
    """Return 4,956 purchases of ketchup by 1,956 households in the United States.

    Recorded by scanners at the till; `provenance` names the source.
    """
    with open_extract("ketchup.npz") as file, np.load(file) as arrays:
        household, bought, cents = (arrays[name].astype(np.intp) for name in ("household", "bought", "cents"))
    for array in (household, bought, cents):
        array.setflags(write=False)
    return Shelves(KETCHUP, household, bought, cents)
