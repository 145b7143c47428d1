"""Bars, marks and words along one horizontal scale: all that a guess or an audit has to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, floor, log10

from fieldguide.figures.plot import Plot
from fieldguide.figures.svg import WIDTH

#: About how many numbers stand at a scale.
NUMBERS = 6

#: Units below the scale for its numbers, and from one mark's upper end to the next.
FOOT, MARK = 26, 30


def round_numbers(low: float, high: float) -> list[float]:
    """Return evenly spaced round numbers (1, 2 or 5 of a power of ten apart) from `low` to `high`."""
    rough = (high - low) / NUMBERS
    power = 10.0 ** floor(log10(rough))
    step = next(step for step in (power, 2 * power, 5 * power, 10 * power) if step >= rough)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


class Scale(Plot):
    """A scale with `height` units of room above it; its y is units from the top, ``0`` to `height`.

    Parameters
    ----------
    low, high : float
        The scale's ends.
    height : float
        Units above the scale.
    numbers : sequence of float, optional
        What is written at the scale; round numbers when left out.
    tells : callable
        How such a number is written.
    grid : bool
        Whether a line goes up from each of them.
    """

    def __init__(
        self,
        low: float,
        high: float,
        height: float,
        numbers: Sequence[float] | None = None,
        tells: Callable[[float], str] = "{:,g}".format,
        grid: bool = False,
    ) -> None:
        super().__init__((low, high), (height, 0), height + FOOT, top=0, bottom=FOOT)
        self.x_scale(round_numbers(low, high) if numbers is None else numbers, tells, grid=grid)

    def marks(self, *marks: tuple[float, str, str]) -> None:
        """Draw a line up from the scale for each (value, text, color), the first the highest.

        The text stands at the line's upper end, on the side with more room; where a higher line would run
        through it, the line leaves it out.
        """
        before = len(self.boxes)
        for row, (value, text, color) in reversed(list(enumerate(marks))):
            at, top, ground = self.at(value), self.bottom - MARK * (len(marks) - row), self.bottom
            for box in self.boxes[before:]:
                if box.left - 4 < at < box.right + 4:
                    self.line((value, value), (ground, box.bottom + 1), color, 3)
                    ground = box.top - 1
            self.line((value, value), (ground, top), color, 3)
            left = at > WIDTH / 2
            self.words(
                value, top, text, color, "end" if left else "start", "top", bold=True, aside=-6 if left else 6
            )
