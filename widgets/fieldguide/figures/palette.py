"""The colors of figures: told apart by the color-blind, and readable on a light and on a dark page.

matplotlib is handed a plain color; in the SVG that color is exchanged for a CSS variable (`drawing.inline`),
so that one drawing follows the page from light to dark. Every pair of a color and its page has a contrast of
at least 4.5 to 1, which the tests compute: a label may have the color of its line.
"""

from typing import NamedTuple


class Tint(NamedTuple):
    """One color on a light page and on a dark one."""

    name: str
    light: str
    dark: str


#: By the color that matplotlib is handed (the light one).
TINTS = {
    tint.light: tint
    for tint in (
        Tint("blue", "#0a66a8", "#6db9f2"),
        Tint("orange", "#a84c00", "#f5a05a"),
        Tint("green", "#0b7357", "#57c9a4"),
        Tint("red", "#b3263f", "#ff8a97"),
        Tint("purple", "#6f4bb3", "#bfa3f5"),
        Tint("muted", "#5a5f66", "#a9b0b8"),
        Tint("faint", "#d9dce0", "#3d444c"),
    )
}

BLUE, ORANGE, GREEN, RED, PURPLE, MUTED, FAINT = TINTS

#: Text, axes and whatever else has the color of the words around the figure. No real color: it becomes
#: ``currentColor``.
INK = "#010203"

_DARK = "".join(f"--fg-{tint.name}:{tint.dark};" for tint in TINTS.values())

#: The variables, for the book's dark theme and for JupyterLab's; light is what the SVG falls back on.
STYLE = (
    f'html[data-theme="dark"],[data-jp-theme-light="false"]{{{_DARK}}}'
    ".fg-figure svg,.fg-picture svg{display:block;width:100%;max-width:35rem;height:auto;overflow:visible}"
    ".fg-figure svg *,.fg-picture svg *{stroke-linejoin:round;stroke-linecap:butt}"
)
