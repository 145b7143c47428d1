"""One look for every figure: colors, `figure`, `band`, `inline`, `picture`, and `backdrop` for what stays.

What needs matplotlib is loaded on first use, so that an exercise's module imports in milliseconds.
"""

from fieldguide._lazy import lazily
from fieldguide.figures.palette import BLUE, FAINT, GREEN, INK, MUTED, ORANGE, PURPLE, RED, STYLE

__getattr__, __dir__ = lazily(
    __name__, {"behind": ("backdrop",), "drawing": ("band", "figure", "inline", "picture")}
)

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
    "backdrop",
    "band",
    "figure",
    "inline",
    "picture",
]
