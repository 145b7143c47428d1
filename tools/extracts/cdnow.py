"""CDNOW: the purchases of everybody who first bought there in the first twelve weeks of 1997."""

from __future__ import annotations

import datetime

import numpy as np

from tools.extracts.extract import Extract, Made, packed

MASTER = "lifetimes/datasets/CDNOW_master.txt"
SAMPLE = "lifetimes/datasets/CDNOW_sample.txt"
FIRST_DAY = datetime.date(1997, 1, 1)


def make(texts: dict[str, str]) -> dict[str, Made]:
    """Pack the purchases; `fieldguide.data.purchases.cdnow` unpacks them."""
    rows = [line.split() for line in texts[MASTER].splitlines()[1:]]
    number = np.array([int(row[0]) for row in rows])
    day = np.array([_day(row[1]) for row in rows])
    units = np.array([int(row[2]) for row in rows])
    cents = np.array([round(100 * float(row[3])) for row in rows])
    order = np.lexsort((day, number))  # stable: orders of one day stay in the order of the source
    number, day, units, cents = number[order], day[order], units[order], cents[order]

    orders = np.bincount(number)[1:]
    new = np.diff(number, prepend=0) > 0
    step = np.where(new, day, np.diff(day, prepend=0))
    # The sample's first column is the customer's number in the master file, its second one of its own.
    chosen = {int(line.split()[0]) for line in texts[SAMPLE].splitlines()}
    published = np.isin(np.arange(1, len(orders) + 1), list(chosen))

    content = packed(
        orders=_as(orders, np.uint8),
        step=_as(step, np.uint16),
        units=_as(units, np.uint8),
        dollars=_as(cents // 100, np.uint16),
        odd_cents=_as(cents % 100, np.uint8),
        published=published,
    )
    return {"cdnow.npz": Made(content, rows=len(rows))}


def _day(text: str) -> int:
    return (datetime.date(int(text[:4]), int(text[4:6]), int(text[6:])) - FIRST_DAY).days


def _as(values: np.ndarray, small: type) -> np.ndarray:
    """Return the values in a smaller type; raise when one does not fit."""
    kept = values.astype(small)
    if not np.array_equal(kept, values):
        raise ValueError(f"The values do not fit into {small.__name__}.")
    return kept


EXTRACT = Extract(
    name="cdnow",
    requirement="lifetimes==0.11.3",
    wheel_sha256="261e3dc89977c2b60767ca6728aaa29d429de0c814635070a749c36555895da8",
    taken=(MASTER, SAMPLE),
    make=make,
    origin={
        "title": "CDNOW purchases, 1997-01-01 to 1998-06-30",
        "about": "All purchases of the 23,570 customers who first bought from CDNOW, a seller of music on "
        "the web, in the first twelve weeks of 1997; 2,357 of them are the tenth that papers use. Real data.",
        "synthetic": False,
        "license": "MIT, Copyright (c) 2015, Cameron Davidson-Pilon (the package with the data)",
        "reference": "P. S. Fader and B. G. S. Hardie, Forecasting Repeat Sales at CDNOW: A Case Study, "
        "Interfaces 31(3), part 2, 2001",
        "changes": "Dates as days since 1997-01-01, dollars as cents, sorted by customer and day.",
    },
)
