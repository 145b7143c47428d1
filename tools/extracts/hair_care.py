"""Hair care: a promotion sent by lot to half of 10,000 club members, a teaching case."""

from __future__ import annotations

import csv
import io

import numpy as np

from tools.extracts import dmba
from tools.extracts.extract import Extract, Made, packed

TABLE = dmba.path("Hair-Care-Product")


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Keep who was sent the promotion, who bought, and one trait; `fieldguide.data.campaigns` reads them."""
    rows = list(csv.DictReader(io.StringIO(texts[TABLE])))

    def column(name: str) -> np.ndarray:
        values = np.array([int(row[name]) for row in rows])
        if not np.isin(values, (0, 1)).all():
            raise ValueError(f"{name} holds something else than 0 and 1.")
        return values.astype(bool)

    content = packed(promoted=column("Promotion_ord"), bought=column("Purchase"), second=column("Gender_ord"))
    return {"hair_care.npz": Made(content, rows=len(rows))}


EXTRACT = Extract(
    name="hair_care",
    requirement=dmba.REQUIREMENT,
    wheel_sha256=dmba.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=dmba.read,
    origin={
        "title": "Hair care: a promotion sent by lot",
        "about": "10,000 club-card members of a beauty chain, of whom half, chosen by lot, were sent a "
        "promotion of a hair color; who bought it. A teaching case that comes with a textbook and, with "
        "126,184 members, with the statistics program JMP; which chain it was, and whether the numbers are "
        "altered, neither says.",
        "synthetic": False,
        "license": dmba.LICENSE,
        "reference": "JMP sample data, Hair Care Product, as described in JMP's documentation, Example of "
        "the Uplift Platform",
        "changes": "Kept are promotion, purchase and gender, which is coded 0 and 1 without a legend; age, "
        "hair color, region, residence and the textbook's split for validation are left out.",
    },
)
