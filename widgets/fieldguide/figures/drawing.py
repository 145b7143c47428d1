"""Figures by matplotlib's object interface, as inline SVG with real text.

Never pyplot: it costs a third of a second in the page, and keeps figures that nobody closes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.patches import Polygon

from fieldguide.figures.palette import FAINT, INK, MUTED, STYLE, TINTS

#: Units of the drawing. On a phone 360 pixels wide a figure is 346 pixels wide: 11 units are 10 pixels.
WIDTH = 380

#: Units of every label and number: 11.4 pixels there, and 16 where there is room.
LABEL = 12.5

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
    parts = getattr(drawing, "backdrop", "") + body(drawing, name)
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
