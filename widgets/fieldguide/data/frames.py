"""The tables: apart, so that pandas loads only for who asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from fieldguide.data.purchases import Purchases


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
