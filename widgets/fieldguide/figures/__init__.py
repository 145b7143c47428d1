"""One look for every figure: colors, `figure`, `inline` and `picture`, and `Scale` for the plainest.

What needs matplotlib is loaded on first use, so that an exercise's module imports in milliseconds.
"""

from fieldguide._lazy import lazily
from fieldguide.figures.palette import BLUE, FAINT, GREEN, INK, MUTED, ORANGE, PURPLE, RED, STYLE

__getattr__, __dir__ = lazily(__name__, {"drawing": ("figure", "inline", "picture"), "scale": ("Scale",)})

__all__ = [
    "BLUE",
    "FAINT",
    "GREEN",
    "INK",
    "MUTED",
    "ORANGE",
    "PURPLE",
    "RED",
    "STYLE",
    "Scale",
    "figure",
    "inline",
    "picture",
]
