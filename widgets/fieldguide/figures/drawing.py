"""Figures by matplotlib's object interface, as inline SVG with real text.

Never pyplot: it costs a third of a second in the page, and keeps figures that nobody closes.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from fieldguide.figures.palette import FAINT, INK, MUTED, STYLE, TINTS
from fieldguide.figures.svg import FONT, LABEL, NUMBER, WIDTH, framed, paint

LOOK = {
    "figure.dpi": 72,  # one unit of the SVG is one unit here
    "font.size": LABEL,
    "axes.titlesize": LABEL,
    "axes.labelsize": LABEL,
    "xtick.labelsize": NUMBER,
    "ytick.labelsize": NUMBER,
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
_WASTE = re.compile(r"<metadata>.*?</metadata>|<style[^>]*>.*?</style>|<!--.*?-->|</svg>", re.DOTALL)


def figure(height: float = 300, **margins: float) -> tuple[Figure, Axes]:
    """Return a new figure, 440 units wide, and its axes.

    Parameters
    ----------
    height : float
        In the same units.
    **margins : float
        ``left``, ``right``, ``bottom``, ``top``, each as a share of the figure, as `Figure.subplots_adjust`
        takes them.
    """
    drawing = Figure(figsize=(WIDTH / 72, height / 72))
    FigureCanvasSVG(drawing)
    axes = drawing.subplots()
    drawing.subplots_adjust(**{"left": 0.13, "right": 0.97, "bottom": 0.16, "top": 0.93, **margins})
    return drawing, axes


def inline(drawing: Figure, alt: str, name: str) -> str:
    """Return a figure as ``<svg role="img">`` that takes its colors and font from the page around it.

    Parameters
    ----------
    drawing : Figure
        From `figure`.
    alt : str
        What is seen, in words.
    name : str
        What no other figure of the page is called: the parts of the SVG are named after it.

    Raises
    ------
    ValueError
        When `alt` says nothing.
    """
    buffer = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": name}):
        drawing.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    body = _WASTE.sub("", _HEAD.sub("", buffer.getvalue(), count=1))
    # matplotlib numbers its groups alike in every figure; ids must differ within a page.
    body = re.sub(r'(<g) id="[^"]*"', r"\1", body).replace("xlink:href", "href")
    body = _FONT.sub(rf"\1{FONT}", body)
    body = _COLOR.sub(lambda found: paint(found[0].lower()), body)
    return framed(body.strip(), round(72 * drawing.get_size_inches()[1]), alt)


@dataclass(frozen=True)
class _Picture:
    html: str

    def _repr_html_(self) -> str:
        return self.html


def picture(drawing: Figure, alt: str) -> _Picture:
    """Return a figure for the last line of a notebook's cell; `alt` says what is seen."""
    svg = inline(drawing, alt=alt, name=alt)
    return _Picture(f'<style>{STYLE}</style><div class="fg-picture">{svg}</div>')
