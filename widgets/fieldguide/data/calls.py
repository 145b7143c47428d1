"""The shape of a day: when people call."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from fieldguide.data.origins import open_extract

#: Minutes in a slot.
SLOT = 5


@dataclass(frozen=True, eq=False)
class DayOfCalls:
    """An average weekday in slots of five minutes; the arrays are read-only.

    Attributes
    ----------
    time : tuple of str
        When each slot begins, as "07:00" to "21:00".
    mean : (slots,) array
        Calls in the slot, averaged over the days.
    spread : (slots,) array
        Their standard deviation from day to day.
    """

    time: tuple[str, ...]
    mean: NDArray[np.float64]
    spread: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.time)

    def half_hours(self) -> tuple[tuple[str, ...], NDArray[np.float64]]:
        """Return when each full half hour begins, and its mean number of calls."""
        slots = 30 // SLOT
        whole = len(self) // slots * slots
        return self.time[:whole:slots], self.mean[:whole].reshape(-1, slots).sum(axis=1)


@cache
def bank_calls() -> DayOfCalls:
    """Return the calls of a weekday at a large North American bank, averaged over 164 days of 2003.

    All kinds of calls, and no complaints: good for the shape of a day, not for what is called about. The mean
    is rounded to hundredths of a call. `provenance` names the source.
    """
    with open_extract("bank_calls.csv") as file, io.TextIOWrapper(file, encoding="ascii") as text:
        rows = list(csv.DictReader(text))
    mean, spread = (np.array([float(row[name]) for row in rows]) for name in ("mean", "spread"))
    for array in (mean, spread):
        array.setflags(write=False)
    return DayOfCalls(tuple(row["time"] for row in rows), mean, spread)
