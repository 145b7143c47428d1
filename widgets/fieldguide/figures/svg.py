"""What every figure's SVG has in common, whoever draws it: its width, its frame, its colors.

It knows no matplotlib: a figure as plain as a bar on a scale is drawn without it (`scale`).
"""

from __future__ import annotations

from html import escape

from fieldguide.figures.palette import INK, TINTS

#: Units of the drawing; at 360 pixels a label of 12 units is still read.
WIDTH = 440

#: Units of a label, and of a number at an axis.
LABEL, NUMBER = 12, 11

#: The font of the page around the figure, where it names one.
FONT = "var(--fg-font, sans-serif)"


def framed(body: str, height: float, alt: str) -> str:
    """Return what is drawn as one picture, which `alt` describes to who does not see it.

    Raises
    ------
    ValueError
        When `alt` says nothing.
    """
    if not alt.strip():
        raise ValueError("A figure needs words for those who do not see it.")
    return f'<svg role="img" aria-label="{escape(alt)}" viewBox="0 0 {WIDTH} {height:g}">{body}</svg>'


def paint(color: str) -> str:
    """Return a color of the palette as CSS that follows the page from light to dark."""
    return "currentColor" if color == INK else f"var(--fg-{TINTS[color].name}, {color})"
