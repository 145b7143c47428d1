"""The table: what was measured, the goal for it, the figure, and whether the goal is met."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line of the table; what has no goal is only reported.

    Attributes
    ----------
    met
        None where there is no goal.
    """

    what: str
    figure: str
    goal: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        verdict = {True: "met", False: "**not met**", None: ""}[self.met]
        return f"| {self.what} | {self.goal} | {self.figure} | {verdict} |"


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the smallest of the values that at least `percent` of them do not exceed (nearest rank).

    Raises
    ------
    ValueError
        When there are no values.
    """
    if not values:
        raise ValueError("A percentile of nothing was asked for.")
    return sorted(values)[max(math.ceil(len(values) * percent / 100) - 1, 0)]


def seconds(values: Sequence[float]) -> str:
    """Return the median of milliseconds in seconds, with the smallest and the largest."""
    low, high = min(values) / 1000, max(values) / 1000
    return f"{median(values) / 1000:.2f} s ({low:.2f} to {high:.2f})"


def share(what: str, ours: Sequence[float], theirs: Sequence[float], limit: float) -> Row:
    """Compare our median with another's: the goal is at most `limit` of it."""
    part = median(ours) / median(theirs)
    figure = f"{part:.3f}: {seconds(ours)}, Voici {seconds(theirs)}"
    return Row(what, figure, f"≤ {limit:.2f} of Voici's", part <= limit)


def at_most(what: str, value: float, limit: float, unit: str, more: str = "") -> Row:
    """Hold a value against its largest allowed."""
    shown = f"{value:.4f}" if limit < 1 else f"{value:.0f}"
    return Row(what, f"{shown}{unit}{more}", f"≤ {limit:g}{unit}", value <= limit)


def must(what: str, fault: str, figure: str, goal: str) -> Row:
    """Hold something that is so or is not: it is met when there is no fault to name."""
    return Row(what, fault or figure, goal, not fault)


def megabytes(count: float) -> str:
    """Return bytes as megabytes, small numbers of them as kilobytes."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def markdown(head: str, rows: Sequence[Row]) -> str:
    """Return the whole table."""
    lines = [head, "", "| measured | goal | figure | |", "| --- | --- | --- | --- |", *map(str, rows)]
    return "\n".join(lines) + "\n"
