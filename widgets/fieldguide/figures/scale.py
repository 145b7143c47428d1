"""Bars, marks and words along one horizontal scale, drawn without matplotlib.

A guess and an audit show no more than that. In a page matplotlib arrives a second or two after the controls,
and a page without larger figures need not fetch it at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from math import ceil, floor, log10

from fieldguide.figures.palette import FAINT, INK, MUTED
from fieldguide.figures.svg import FONT, LABEL, NUMBER, WIDTH, framed, paint

#: Units between the scale's ends and the sides, and below the scale for its numbers.
SIDE, FOOT = 18, 26

#: About how many numbers stand at a scale.
NUMBERS = 6

#: Units from one mark's upper end to the next, and the width of a bold letter as a part of its height.
MARK, LETTER = 32, 0.57


def round_numbers(low: float, high: float) -> list[float]:
    """Return evenly spaced round numbers (1, 2 or 5 of a power of ten apart) from `low` to `high`."""
    rough = (high - low) / NUMBERS
    power = 10.0 ** floor(log10(rough))
    step = next(step for step in (power, 2 * power, 5 * power, 10 * power) if step >= rough)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


class Scale:
    """A scale with room above it; heights are units from the top, down to `height`, where the scale lies.

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
        self.low, self.high, self.height = low, high, height
        self._parts: list[str] = []
        for number in round_numbers(low, high) if numbers is None else numbers:
            at = self.at(number)
            if grid:
                self._line(at, 0, at, height, FAINT, 0.8)
            self._line(at, height, at, height + 3.5, MUTED, 0.8)
            self.words(at, height + 7 + 0.75 * NUMBER, tells(number), anchor="middle", size=NUMBER)
        self._line(SIDE, height, WIDTH - SIDE, height, MUTED, 0.8)

    def at(self, value: float) -> float:
        """Return how far from the left a value stands, in units."""
        return SIDE + (WIDTH - 2 * SIDE) * (value - self.low) / (self.high - self.low)

    def bar(self, value: float, top: float, thick: float, color: str, filled: bool = True) -> None:
        """Draw a bar from the low end to `value`."""
        fill = f"fill:{paint(color)}" if filled else f"fill:none;stroke:{paint(color)};stroke-width:1.2"
        width = self.at(value) - SIDE
        self._parts.append(
            f'<rect x="{SIDE}" y="{top:g}" width="{width:.5g}" height="{thick:g}" style="{fill}"/>'
        )

    def marks(self, *marks: tuple[float, str, str]) -> None:
        """Draw a line up from the scale for each (value, text, color), the first the highest.

        The text stands at the line's upper end, on the side with more room; where a higher line would run
        through it, the line leaves it out.
        """
        written: list[tuple[float, float, float]] = []
        for row, (value, text, color) in reversed(list(enumerate(marks))):
            at, top = self.at(value), self.height - MARK * (len(marks) - row) + 6
            left = at > WIDTH / 2
            ground = self.height
            for low, high, foot in written:
                if low - 4 < at < high + 4:
                    self._line(at, ground, at, foot, color, 3)
                    ground = foot - 1.3 * LABEL
            self._line(at, ground, at, top, color, 3)
            beside = at + (-6 if left else 6)
            self.words(beside, top + 0.75 * LABEL, text, color, "end" if left else "start", bold=True)
            far = beside + (-1 if left else 1) * LETTER * LABEL * len(text)
            written.append((min(beside, far), max(beside, far), top + LABEL))

    def words(
        self,
        x: float,
        y: float,
        text: str,
        color: str = INK,
        anchor: str = "start",
        bold: bool = False,
        size: float = LABEL,
    ) -> None:
        """Write on the line at height `y`, which starts, ends or has its middle at `x`."""
        style = f"font:{'bold ' if bold else ''}{size:g}px {FONT};fill:{paint(color)};text-anchor:{anchor}"
        self._parts.append(f'<text x="{x:.5g}" y="{y:g}" style="{style}">{escape(text)}</text>')

    def inline(self, alt: str) -> str:
        """Return everything as ``<svg role="img">``; `alt` says what is seen."""
        return framed("".join(self._parts), self.height + FOOT, alt)

    def _line(self, x: float, y: float, to_x: float, to_y: float, color: str, width: float) -> None:
        style = f"stroke:{paint(color)};stroke-width:{width:g}"
        self._parts.append(f'<path d="M{x:.5g} {y:g}L{to_x:.5g} {to_y:g}" style="{style}"/>')
