"""A customer's margins over the years, with a program that makes some more of them come back, and without.

A model made for the book, by arithmetic alone: nothing is drawn at random and nothing was measured. Nearly
everything in it hangs on the discount rate: without one, how long a cycle takes would not matter to value.

Assumes: margin, retention and cycle stay as they are for ever, and later money counts for less.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide import measures


@dataclass(frozen=True, eq=False)
class Outlook:
    """What the purchases after the present one are worth today, for each customer of now.

    Attributes
    ----------
    cycle : float
        Years from one purchase to the next.
    without, with_program : (cycles,) array
        Worth of the first, the first two, ... purchases to come; the program's cost is not taken off.
    worth, worth_with : float
        The same for ever.
    cost : float
        What the program costs per customer, today.
    """

    cycle: float
    without: NDArray[np.float64]
    with_program: NDArray[np.float64]
    worth: float
    worth_with: float
    cost: float

    @property
    def gain(self) -> float:
        """What the program ever brings in, before its cost."""
        return self.worth_with - self.worth

    @property
    def payback(self) -> int | None:
        """How many cycles it takes until the program has brought in its cost; None when it never does."""
        if self.cost == 0:
            return 0
        return measures.first_at_least(self.with_program - self.without, self.cost)

    @property
    def half(self) -> float | None:
        """Years until half of the worth without the program has come in; None when there is none."""
        if self.worth <= 0:
            return None
        return self.cycle * measures.first_at_least(self.without, self.worth / 2)


def outlook(
    months: float,
    margin: float,
    retention: float,
    lift: float = 0.0,
    cost: float = 0.0,
    rate_a_year: float = 0.1,
    differ: float = 0.0,
) -> Outlook:
    """Return what customers are worth with a program for keeping them, and without.

    Parameters
    ----------
    months : float
        Months from one purchase to the next, the same for everybody.
    margin : float
        Money left over from one purchase, the same each time.
    retention : float
        Share of customers who make the next purchase, 0 to 1.
    lift : float
        What the program adds to it; the sum stops at 1.
    cost : float
        What the program costs per customer, once, today.
    rate_a_year : float
        Discount rate of a year, above 0.
    differ : float
        How much customers differ (`measures.staying`).

    Raises
    ------
    ValueError
        On impossible input, in a sentence.
    """
    if not lift >= 0:
        raise ValueError("The program adds to retention, or does nothing.")
    if not cost >= 0:
        raise ValueError("The program costs something, or nothing.")
    rate = measures.rate_per_cycle(rate_a_year, months)
    cycles = measures.cycles_that_count(rate)
    without, with_program = (
        measures.worth_so_far(margin, measures.staying(share, cycles, differ), rate)
        for share in (retention, min(1.0, retention + lift))
    )
    return Outlook(
        months / 12, without, with_program, float(without[-1]), float(with_program[-1]), float(cost)
    )
