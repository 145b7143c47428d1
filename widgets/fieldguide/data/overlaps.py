"""Campaigns that ran for the same households at once: a year of a grocery chain's mail."""

from __future__ import annotations

import numpy as np
import pandas as pd

from fieldguide.data.origins import open_extract


def campaigns_sent() -> pd.DataFrame:
    """Return a table of ``household`` and ``campaign``, one row for each campaign that a household was sent.

    27 campaigns and 1,559 of the households of `fieldguide.data.households`: simulated from real patterns for
    teaching. `provenance` names the source, as *overlaps*.
    """
    return _table(household="sent_household", campaign="sent_campaign")


def campaigns_at_once() -> pd.DataFrame:
    """Return a table of the same households, by how many campaigns ran for them on a day of 2017.

    One row for each ``household`` and number of campaigns ``at_once``: on how many ``days``, and the
    ``dollars`` that it spent on them.
    """
    table = _table(household="household", at_once="at_once", days="days", dollars="cents")
    return table.assign(dollars=table["dollars"] / 100)


def _table(**columns: str) -> pd.DataFrame:
    with open_extract("overlaps.npz") as file, np.load(file) as packed:
        return pd.DataFrame({name: packed[array].astype(np.int64) for name, array in columns.items()})
