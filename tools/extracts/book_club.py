"""Charles Book Club: 4,000 members, what was on file of each, and who ordered a book; a teaching case."""

from __future__ import annotations

import csv
import io

import numpy as np

from tools.extracts import dmba
from tools.extracts.extract import Extract, Made, packed

TABLE = dmba.path("CharlesBookClub")

#: The columns that are kept, by the name that they get.
KEPT = {
    "recency": "Rcode",
    "frequency": "Fcode",
    "spend": "Mcode",
    "gender": "Gender",
    "months": "FirstPurch",
    "art": "ArtBks",
    "geography": "GeogBks",
}


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Keep seven traits and the order, a small number each; `fieldguide.data.clubs` reads them."""
    rows = list(csv.DictReader(io.StringIO(texts[TABLE])))

    def column(name: str) -> np.ndarray:
        values = np.array([int(row[name]) for row in rows])
        if values.min() < 0 or values.max() > 255:
            raise ValueError(f"{name} holds numbers that do not fit into a byte.")
        return values.astype(np.uint8)

    ordered = column("Florence")
    if not (ordered == column("Yes_Florence")).all() or ordered.max() > 1:
        raise ValueError("The two columns that say who ordered do not agree.")
    kept = {name: column(source) for name, source in KEPT.items()}
    content = packed(**kept, ordered=ordered.astype(bool))
    return {"book_club.npz": Made(content, rows=len(rows))}


EXTRACT = Extract(
    name="book_club",
    requirement=dmba.REQUIREMENT,
    wheel_sha256=dmba.WHEEL_SHA256,
    taken=(TABLE,),
    make=make,
    read=dmba.read,
    origin={
        "title": "Charles Book Club: 4,000 members and one book",
        "about": "4,000 members of a book club to whom one book, The Art History of Florence, was offered; "
        "what the club had on file about them, and who ordered. A teaching case that comes with a textbook, "
        "which derives it from an older case (The Bookbinders Club, by Nissan Levin and Jacob Zahavi); "
        "whether there was such a club, and where its numbers come from, the package does not say.",
        "synthetic": False,
        "license": dmba.LICENSE,
        "reference": "G. Shmueli, P. C. Bruce and P. Gedeck, dmba: Utility functions for Data Mining for "
        "Business Analytics, a Python package",
        "changes": "Kept are the case's codes for recency, frequency and spending, gender (0 and 1, without "
        "a legend), months since the first purchase, numbers of art and geography books bought, and "
        "the order; all other columns are left out.",
    },
)
