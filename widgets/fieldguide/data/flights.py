"""Flights that went badly: a year of one region's air traffic, counted."""

from __future__ import annotations

import pandas as pd

from fieldguide.data.origins import open_extract


def late_flights() -> pd.DataFrame:
    """Return a table of all 336,776 flights scheduled from New York's three airports in 2013, counted.

    One row for each destination, airline (``carrier``) and full hour of scheduled departure: ``flights``
    counts all of them, ``late`` those that arrived an hour or more after their time, at another airport, or
    not at all. `provenance` names the source.
    """
    with open_extract("flights.csv") as file:
        return pd.read_csv(file)
