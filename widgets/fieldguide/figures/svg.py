"""What every figure's SVG has in common, whoever draws it: its width, its frame, its colors.

It knows no matplotlib: a figure as plain as a bar on a scale is drawn without it (`scale`).
"""

from __future__ import annotations

from html import escape

from fieldguide.figures.palette import INK, TINTS

#: Units of the drawing. On a phone 360 pixels wide a figure is 346 pixels wide: 11 units are 10 pixels.
WIDTH = 380

#: Units of every label and number: 11.4 pixels there, and 16 where there is room.
LABEL = 12.5

#: The font of the page around the figure where it names one, else one whose widths are known.
FONT = "var(--fg-font, Arial, Helvetica, sans-serif)"

#: Widths of the letters of that font in ems, as far as they differ from most (its own metrics, rounded).
_NARROW, _WIDE = set("fijlrt .,:;'!|()[]-/"), set("mwMW%")


def width_of(text: str, bold: bool = False) -> float:
    """Return about how many units a label is wide; a few percent more rather than less."""
    ems = sum(
        0.31 if letter in _NARROW else 0.85 if letter in _WIDE else 0.7 if letter.isupper() else 0.55
        for letter in text
    )
    return LABEL * ems * (1.06 if bold else 1)


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
