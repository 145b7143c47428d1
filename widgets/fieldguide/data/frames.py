"""The tables: apart, so that pandas loads only for who asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from fieldguide.data.purchases import Purchases
    from fieldguide.data.shelves import Shelves


def purchases_frame(purchases: Purchases) -> pd.DataFrame:
    """Return a table of customer, date, units and dollars, one row a purchase."""
    return pd.DataFrame(
        {
            "customer": purchases.customer,
            "date": (np.datetime64("1997-01-01") + purchases.day).astype("datetime64[ns]"),
            "units": purchases.units,
            "dollars": purchases.dollars,
        }
    )


def shelves_frame(shelves: Shelves) -> pd.DataFrame:
    """Return a table of household, brand bought and the price of each brand in cents, one row a purchase."""
    prices = {brand: shelves.cents[:, number] for number, brand in enumerate(shelves.brands)}
    bought = np.array(shelves.brands, dtype=object)[shelves.bought]
    return pd.DataFrame({"household": shelves.household, "bought": bought, **prices})
