"""Figures without matplotlib: lines, areas, bars, dots and words over two scales, as inline SVG.

In a page every step of a slider draws its figure anew. This takes two or three milliseconds there, where
matplotlib takes a quarter of a second, and needs none of the megabytes and imports that come with it. It
draws what it is told and decides nothing: what is seen, and where a label has room, is the exercise's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from math import isfinite
from typing import Literal

from fieldguide.figures.palette import FAINT, INK, MUTED
from fieldguide.figures.svg import FONT, LABEL, WIDTH, framed, paint, width_of

#: Units between a line of words and the next, and between a scale and its numbers.
LEADING, GAP = 1.25 * LABEL, 6

#: How far below the given height the foot of the letters lies, by what of them stands there, in ems.
_FOOT = {"bottom": -0.25, "foot": 0.0, "middle": 0.36, "top": 0.8}


@dataclass(frozen=True)
class Box:
    """What a line of words covers, in units from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Plot:
    """A figure over two scales; what is drawn later lies above what was drawn before.

    Parameters
    ----------
    x, y : pair of float
        What the scales show, from the left to the right end and from the lower to the upper.
    height : float
        The whole picture's, in units of the drawing (which is `fieldguide.figures.svg.WIDTH` wide).
    left, right, top, bottom : float
        Units around the scales, where their numbers and names stand.

    Attributes
    ----------
    boxes : list of Box
        Where words were written, by an estimate of their width: for tests that nothing collides.
    """

    def __init__(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        height: float,
        left: float = 18,
        right: float = 18,
        top: float = 6,
        bottom: float = 26,
    ) -> None:
        self.x, self.y, self.height = x, y, height
        self.left, self.right, self.top, self.bottom = left, WIDTH - right, top, height - bottom
        self.boxes: list[Box] = []
        self._parts: list[str] = []

    def at(self, x: float) -> float:
        """Return how far from the left a value stands, in units."""
        low, high = self.x
        return self.left + (self.right - self.left) * (x - low) / (high - low)

    def up(self, y: float) -> float:
        """Return how far from the top a value stands, in units."""
        low, high = self.y
        return self.bottom - (self.bottom - self.top) * (y - low) / (high - low)

    def along(self, units: float) -> float:
        """Return how much of the x scale so many units cover."""
        return units * (self.x[1] - self.x[0]) / (self.right - self.left)

    def inside(self, x: float, text: str, bold: bool = False) -> float:
        """Return the middle for `text` that is nearest to `x` and keeps it between the scale's ends."""
        half = self.along(width_of(text, bold) / 2)
        low, high = self.x
        return min(max(x, low + half), high - half)

    # The scales -------------------------------------------------------------------------------------------

    def x_scale(
        self,
        numbers: Iterable[float],
        tells: Callable[[float], str] = "{:,g}".format,
        name: str = "",
        grid: bool = False,
    ) -> None:
        """Draw the lower scale with its numbers, and its name below on one line or more."""
        for number in numbers:
            at = self.at(number)
            if grid:
                self._path([(at, self.top), (at, self.bottom)], FAINT, 0.8)
            self._path([(at, self.bottom), (at, self.bottom + 3.5)], MUTED, 0.8)
            self._write(at, self.bottom + GAP, tells(number), "middle", "top")
        self._path([(self.left, self.bottom), (self.right, self.bottom)], MUTED, 0.8)
        middle, below = (self.left + self.right) / 2, self.bottom + GAP + 1.5 * LABEL
        for row, line in enumerate(name.split("\n") if name else []):
            # A name may be wider than its scale; it never leaves the picture.
            half = width_of(line) / 2
            self._write(min(max(middle, half), WIDTH - half), below + row * LEADING, line, "middle", "top")

    def y_scale(self, names: Mapping[float, str], grid: bool = False, line: bool = False) -> None:
        """Write names at values of the left scale."""
        for value, name in names.items():
            up = self.up(value)
            if grid:
                self._path([(self.left, up), (self.right, up)], FAINT, 0.8)
            self._write(self.left - GAP, up, name, "end", "middle")
        if line:
            self._path([(self.left, self.top), (self.left, self.bottom)], MUTED, 0.8)

    # What is drawn ----------------------------------------------------------------------------------------

    def line(
        self, x: Iterable[float], y: Iterable[float], color: str, width: float = 2, dash: str = ""
    ) -> None:
        """Draw a line through points, left out where one of them is no number; `dash` as SVG has it."""
        points: list[tuple[float, float]] = []
        for one, other in zip(_plain(x), _plain(y), strict=True):
            if isfinite(other):
                points.append((self.at(one), self.up(other)))
            else:
                self._path(points, color, width, dash)
                points = []
        self._path(points, color, width, dash)

    def area(
        self, x: Iterable[float], low: Iterable[float], high: Iterable[float], color: str, opacity: float
    ) -> None:
        """Fill between two lines over the same points."""
        places = [self.at(one) for one in _plain(x)]
        there = list(zip(places, map(self.up, _plain(high)), strict=True))
        back = list(zip(places, map(self.up, _plain(low)), strict=True))
        style = f"fill:{paint(color)};opacity:{opacity:g}"
        self._parts.append(f'<path d="{_path(there + back[::-1])}Z" style="{style}"/>')

    def block(
        self,
        x: tuple[float, float],
        y: tuple[float, float],
        color: str,
        opacity: float = 1,
        filled: bool = True,
    ) -> None:
        """Draw a rectangle from one value to another on each scale: a bar, a span."""
        (left, right), (low, high) = sorted(map(self.at, x)), sorted(map(self.up, y))
        style = f"fill:{paint(color)}" if filled else f"fill:none;stroke:{paint(color)};stroke-width:1.2"
        style += f";opacity:{opacity:g}" if opacity < 1 else ""
        self._parts.append(
            f'<rect x="{left:.1f}" y="{low:.1f}" width="{right - left:.1f}" height="{high - low:.1f}" '
            f'style="{style}"/>'
        )

    def dot(self, x: float, y: float, color: str, size: float = 8) -> None:
        """Draw a dot, `size` units across."""
        place = f'cx="{self.at(x):.1f}" cy="{self.up(y):.1f}" r="{size / 2:g}"'
        self._parts.append(f'<circle {place} style="fill:{paint(color)}"/>')

    def words(
        self,
        x: float,
        y: float,
        text: str,
        color: str = INK,
        align: Literal["start", "middle", "end"] = "start",
        stands: Literal["bottom", "foot", "middle", "top"] = "foot",
        bold: bool = False,
        aside: float = 0,
        turned: bool = False,
    ) -> None:
        """Write one line.

        Parameters
        ----------
        x, y : float
            Where, on the scales.
        align : str
            Which part of it stands at `x`: its start, its middle or its end.
        stands : str
            What of the letters stands at `y`: their bottom (with room below), their foot, middle or top.
        aside : float
            Units to the right of `x`.
        turned : bool
            Whether it runs upward: then `align` says which part stands at `y`, and `stands` is of no use.
        """
        self._write(self.at(x) + aside, self.up(y), text, align, stands, color, bold, turned)

    def inline(self, alt: str) -> str:
        """Return everything as ``<svg role="img">``; `alt` says what is seen."""
        return framed("".join(self._parts), self.height, alt)

    # How it is drawn --------------------------------------------------------------------------------------

    def _path(self, points: list[tuple[float, float]], color: str, width: float, dash: str = "") -> None:
        if len(points) > 1:
            dashed = f";stroke-dasharray:{dash}" if dash else ""
            style = f"fill:none;stroke:{paint(color)};stroke-width:{width:g}{dashed}"
            self._parts.append(f'<path d="{_path(points)}" style="{style}"/>')

    def _write(
        self,
        at: float,
        up: float,
        text: str,
        align: str,
        stands: str,
        color: str = INK,
        bold: bool = False,
        turned: bool = False,
    ) -> None:
        width, part = width_of(text, bold), {"start": 0, "middle": 0.5, "end": 1}[align]
        turn = ""
        if turned:
            at, foot = at + _FOOT["top"] * LABEL, up
            self.boxes.append(
                Box(text, at - 0.75 * LABEL, up - (1 - part) * width, at + 0.2 * LABEL, up + part * width)
            )
            turn = f' transform="rotate(-90 {at:.1f} {foot:.1f})"'
        else:
            left, foot = at - width * part, up + _FOOT[stands] * LABEL
            self.boxes.append(Box(text, left, foot - 0.75 * LABEL, left + width, foot + 0.2 * LABEL))
        style = f"font:{'bold ' if bold else ''}{LABEL:g}px {FONT};fill:{paint(color)};text-anchor:{align}"
        self._parts.append(f'<text x="{at:.1f}" y="{foot:.1f}"{turn} style="{style}">{escape(text)}</text>')


def _plain(values: Iterable[float]) -> Iterable[float]:
    """Return numbers of Python's own, which are ten times faster to handle one by one than an array's."""
    return values.tolist() if hasattr(values, "tolist") else values


def _path(points: list[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
