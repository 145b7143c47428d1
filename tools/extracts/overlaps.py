"""Grocery households: which campaigns each was sent, and what it spent while one or several of them ran."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd

from tools.extracts import complete_journey
from tools.extracts.complete_journey import CAMPAIGNS, DATES, FIRST_DAY, TRANSACTIONS
from tools.extracts.extract import Extract, Made, packed

DAYS = 365


def day(times: pd.Series) -> pd.Series:
    """Return the days of receipts, from 0 for the first of the year."""
    return (times.dt.normalize() - pd.Timestamp(FIRST_DAY)).dt.days.clip(upper=DAYS - 1)


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Pack who was sent what, and days and cents of each household by how many campaigns ran at once.

    `fieldguide.data.overlaps` reads both.
    """
    spent, mailed, dates = (
        pd.read_csv(io.StringIO(texts[path])) for path in (TRANSACTIONS, CAMPAIGNS, DATES)
    )
    start, end = (
        (pd.to_datetime(dates[column]) - pd.Timestamp(FIRST_DAY)).dt.days.clip(0, DAYS - 1)
        for column in ("start_date", "end_date")
    )
    span = dict(zip(dates["campaign_id"], zip(start, end, strict=True), strict=True))
    mailed = mailed.sort_values(["household_id", "campaign_id"])
    homes = np.unique(mailed["household_id"])
    at_once = np.zeros((len(homes), DAYS), dtype=np.int64)
    rows_of = np.searchsorted(homes, mailed["household_id"])
    for home, campaign in zip(rows_of, mailed["campaign_id"], strict=True):
        first, last = span[campaign]
        at_once[home, first : last + 1] += 1
    cents = np.zeros_like(at_once)
    spent = spent[spent["household_id"].isin(homes)]
    cents[np.searchsorted(homes, spent["household_id"]), spent["day"]] = spent["cents"]
    rows = []
    for home, number in enumerate(homes):
        for many in np.unique(at_once[home]):
            days = at_once[home] == many
            rows.append((number, many, days.sum(), cents[home, days].sum()))
    household, many, days, total = np.array(rows).T
    content = packed(
        household=household.astype(np.uint16),
        at_once=many.astype(np.uint8),
        days=days.astype(np.uint16),
        cents=total.astype(np.uint32),
        sent_household=mailed["household_id"].to_numpy(dtype=np.uint16),
        sent_campaign=mailed["campaign_id"].to_numpy(dtype=np.uint8),
    )
    return {"overlaps.npz": Made(content, rows=len(mailed))}


EXTRACT = Extract(
    name="overlaps",
    requirement=complete_journey.REQUIREMENT,
    wheel_sha256=complete_journey.WHEEL_SHA256,
    taken=(TRANSACTIONS, CAMPAIGNS, DATES),
    make=make,
    read=complete_journey.reader("day", day),
    origin={
        "title": "Grocery households and the campaigns that ran for them at once, 2017",
        "about": "Which of 27 mail campaigns each of 1,559 households of a grocery chain was sent, and for "
        "how many days none, one or several of them ran for it at once, with what it spent on these days. "
        "Simulated from real shopping patterns, for teaching: no household of it exists.",
        "synthetic": True,
        "license": complete_journey.LICENSE,
        "reference": complete_journey.REFERENCE,
        "changes": "6,589 pairs of household and campaign as they are; 1,469,307 receipt lines added up to "
        "cents a household, by the number of campaigns that ran for it on the day. Only days of 2017 count.",
    },
)
