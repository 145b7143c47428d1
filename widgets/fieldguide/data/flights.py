"""A year of one region's air traffic, counted: flights that went badly, and what was made up on the way."""

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


def flights_en_route() -> pd.DataFrame:
    """Return a table of the 327,346 of these flights that arrived where they were going, by when they left.

    One row for each five minutes of delay at departure: ``left_late`` is the least of them (negative is
    early; below -15 and from 180 on all are taken together), ``flights`` how many left so late, ``on_time``
    how many of those arrived fewer than 15 minutes late, and ``made_up`` by how many minutes less late they
    arrived than they had left, summed over them. `provenance` names the source.
    """
    with open_extract("en_route.csv") as file:
        return pd.read_csv(file)
