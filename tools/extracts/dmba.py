"""What the extracts of dmba share: the wheel, and how its tables are read."""

from __future__ import annotations

import gzip

REQUIREMENT = "dmba==0.2.4"
WHEEL_SHA256 = "a1eb44079d7b07a1d2b150e54e2aed88ba901f837673c544f8ccc637b4a6ad61"

LICENSE = (
    "MIT, Copyright (c) Galit Shmueli, Peter C. Bruce, Peter Gedeck (the package with the data; it says "
    "nothing on rights in the data)"
)


def path(table: str) -> str:
    """Return where a table lies in the wheel; `table` as in ``CharlesBookClub``."""
    return f"dmba/csvFiles/{table}.csv.gz"


def read(content: bytes) -> str:
    """Return a table as the CSV that it is."""
    return gzip.decompress(content).decode("utf-8-sig")
