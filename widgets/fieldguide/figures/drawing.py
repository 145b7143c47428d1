"""Figures by matplotlib's object interface, as inline SVG with real text.

Never pyplot: it costs a third of a second in the page, and keeps figures that nobody closes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon
from matplotlib.path import Path

from fieldguide.figures.palette import FAINT, INK, MUTED, STYLE, TINTS

#: Units of the drawing. On a phone 360 pixels wide a figure is 346 pixels wide: 11 units are 10 pixels.
WIDTH = 380

#: Units of every label and number: 11.4 pixels there, and 16 where there is room.
LABEL = 12.5

#: Units that a letter takes in bold and otherwise, roughly: rather too many than too few.
BOLD, PLAIN = 7.75, 6.9

#: The font of the page around the figure where it names one; else one no wider than matplotlib measures with.
FONT = "var(--fg-font, Arial, Helvetica, sans-serif)"

LOOK = {
    "figure.dpi": 72,  # one unit of the SVG is one unit here
    "font.size": LABEL,
    "axes.titlesize": LABEL,
    "axes.labelsize": LABEL,
    "xtick.labelsize": LABEL,
    "ytick.labelsize": LABEL,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": MUTED,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "axes.facecolor": "none",
    "figure.facecolor": "none",
    "savefig.facecolor": "none",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": FAINT,
    "grid.linewidth": 0.8,
    "lines.linewidth": 2,
    "svg.fonttype": "none",
}

# For good, not within a context: what an author writes into the axes later takes its color and size from
# here too.
mpl.rcParams.update(LOOK)

_FONT = re.compile(r"(font(?:-family)?: [^;\"]*?)'DejaVu Sans'[^;\"]*")
_COLOR = re.compile("|".join(map(re.escape, (*TINTS, INK))), re.IGNORECASE)
_HEAD = re.compile(r"^.*?<svg[^>]*>", re.DOTALL)
# matplotlib numbers its groups alike in every figure; ids must differ within a page.
_WASTE = re.compile(
    r'<metadata>.*?</metadata>|<style[^>]*>.*?</style>|<!--.*?-->|</svg>|(?<=<g) id="[^"]*"', re.DOTALL
)


def figure(
    height: float = 300, left: float = 48, right: float = 12, bottom: float = 44, top: float = 8
) -> tuple[Figure, Axes]:
    """Return a new figure, `WIDTH` units wide, and its axes; all lengths are in these units."""
    drawing = Figure(figsize=(WIDTH / 72, height / 72))
    across, up = (WIDTH - left - right) / WIDTH, (height - bottom - top) / height
    axes = drawing.add_axes((left / WIDTH, bottom / height, across, up))
    for ground in (drawing.patch, axes.patch):  # the page's shows
        ground.set_visible(False)
    return drawing, axes


def band(
    axes: Axes, across: Iterable[float], low: Iterable[float], high: Iterable[float], color: str, alpha: float
) -> None:
    """Fill what lies between two curves, into axes whose limits are set.

    ``fill_between`` looks at every corner to fit the limits to it, and takes three times as long.
    """
    there, back = (list(zip(across, edge, strict=True)) for edge in (low, high))
    axes.add_artist(Polygon(there + back[::-1], color=color, alpha=alpha, lw=0, clip_on=False))


def boxes(axes: Axes, corners: Iterable[tuple[float, float, float, float]], color: str, alpha: float) -> None:
    """Fill boxes, each given as (left, bottom, right, top), as one shape without edges.

    One shape for all is what makes a map of hundreds of places quick to draw, and leaves no seams.
    """
    around = [(a, b) for left, low, right, top in corners for a, b in _around(left, low, right, top)]
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO] * (len(around) // 4)
    axes.add_artist(PathPatch(Path(around, codes), color=color, alpha=alpha, lw=0, clip_on=False))


def _around(left: float, low: float, right: float, top: float) -> list[tuple[float, float]]:
    return [(left, low), (right, low), (right, top), (left, top)]


def wide(axes: Axes, text: str, bold: bool = True) -> float:
    """Return roughly how much of the horizontal axis a text covers, in the unit of its data."""
    low, high = axes.get_xlim()
    units = WIDTH * axes.get_position().width
    return len(text) * (BOLD if bold else PLAIN) * (high - low) / units


def apart(ends: Sequence[float], room: float, low: float, high: float) -> list[float]:
    """Return heights near the lines' ends at which their names do not touch, in the ends' order.

    Parameters
    ----------
    ends : sequence of float
        Where the lines end.
    room : float
        How far apart names stand at least.
    low, high : float
        The lowest and the highest place for a name; where the room is short, the highest holds.
    """
    order = sorted(range(len(ends)), key=ends.__getitem__)
    heights = [min(max(ends[at], low), high) for at in order]
    for at in range(1, len(heights)):
        heights[at] = max(heights[at], heights[at - 1] + room)
    # Too high at the top: that one goes down, and only those that are then in its way.
    for at in reversed(range(len(heights))):
        heights[at] = min(heights[at], high)
        high = heights[at] - room
    return [height for _, height in sorted(zip(order, heights, strict=True))]


def centered(
    axes: Axes,
    at: float,
    height: float,
    text: str,
    color: str,
    bold: bool = True,
    va: str = "bottom",
    room: tuple[float, float] | None = None,
) -> None:
    """Write centered over a place, or as near to it as there is room.

    Parameters
    ----------
    axes : Axes
        With limits set, low on the left.
    at, height : float
        Where, in the data's units.
    text, color, bold, va
        What, and how.
    room : pair of float
        Between which places of the horizontal axis there is room; its limits, where none are given.
    """
    low, high = room or axes.get_xlim()
    half = wide(axes, text, bold) / 2
    weight = "bold" if bold else "normal"
    at = min(max(at, low + half), high - half)
    axes.text(at, height, text, ha="center", va=va, color=color, fontweight=weight)


@cache
def _line() -> tuple[float, float]:
    """Return the units from a line of a text to the next: for each line of spacing, and besides.

    matplotlib's versions differ in both, and the page's is not the builder's.
    """
    renderer = RendererSVG(WIDTH, WIDTH, io.StringIO())

    def height(lines: str, spacing: float) -> float:
        return Figure(dpi=72).text(0, 0, lines, linespacing=spacing).get_window_extent(renderer).height

    near, far = (height("0\n0", spacing) - height("0", spacing) for spacing in (1, 2))
    return far - near, 2 * near - far


def column(axes: Axes, at: float, lines: Sequence[str]) -> None:
    """Write a line beside each of the rows 0, 1, 2 … of axes that count downwards, all ending at one place.

    It is one text of many lines: drawing as many texts would take as long as all the rest of a figure.

    Parameters
    ----------
    axes : Axes
        With limits set; row 0 is on top.
    at : float
        Where the lines end, in widths of the axes.
    lines : sequence of str
        What is written, one line a row.
    """
    low, high = axes.get_ylim()
    spaced, besides = _line()
    row = axes.get_position().height * axes.figure.get_size_inches()[1] * 72 / abs(high - low)
    axes.text(
        at,
        len(lines) - 1 + 0.36 * LABEL / row,  # the last line's foot; digits are 0.72 of a label high
        "\n".join(lines),
        ha="right",
        va="baseline",
        multialignment="right",
        linespacing=(row - besides) / spaced,
        transform=axes.get_yaxis_transform(),
    )


def inline(drawing: Figure, alt: str, name: str) -> str:
    """Return a figure as ``<svg role="img">`` that takes its colors and font from the page around it.

    Parameters
    ----------
    drawing : Figure
        From `figure` or from what `backdrop` made.
    alt : str
        What is seen, in words.
    name : str
        What no other figure of the page is called: the parts of the SVG are named after it.

    Raises
    ------
    ValueError
        When `alt` says nothing.
    """
    if not alt.strip():
        raise ValueError("A figure needs words for those who do not see it.")
    height = 72 * drawing.get_size_inches()[1]
    parts = getattr(drawing, "backdrop", "") + getattr(drawing, "pieces", "") + body(drawing, name)
    return f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 {WIDTH} {height:.4g}">{parts}</svg>'


def body(drawing: Figure, name: str) -> str:
    """Return what is drawn now (nothing animated), without the frame that `inline` puts around it."""
    buffer = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": name}):
        # Straight into the renderer: what `savefig` does around it takes as long as a curve.
        renderer = RendererSVG(*(72 * drawing.get_size_inches()), buffer)
        drawing.draw(renderer)
        renderer.finalize()
    svg = _WASTE.sub("", _HEAD.sub("", buffer.getvalue(), count=1)).replace("xlink:href", "href")
    svg = _FONT.sub(rf"\1{FONT}", svg)
    return _COLOR.sub(lambda found: _paint(found[0].lower()), svg).strip()


def _paint(color: str) -> str:
    """Return a color of the palette as CSS that follows the page from light to dark."""
    return "currentColor" if color == INK else f"var(--fg-{TINTS[color].name}, {color})"


@dataclass(frozen=True)
class _Picture:
    html: str

    def _repr_html_(self) -> str:
        return self.html


def picture(drawing: Figure, alt: str) -> _Picture:
    """Return a figure for the last line of a notebook's cell; `alt` says what is seen."""
    svg = inline(drawing, alt=alt, name=alt)
    return _Picture(f'<style>{STYLE}</style><div class="fg-picture">{svg}</div>')
