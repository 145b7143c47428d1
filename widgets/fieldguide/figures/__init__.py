"""One look for every figure: colors, `figure`, what is often drawn into it, and what stays between steps.

What needs matplotlib is loaded on first use, so that an exercise's module imports in milliseconds.
"""

from fieldguide._lazy import lazily
from fieldguide.figures.palette import BLUE, FAINT, GREEN, INK, MUTED, ORANGE, PURPLE, RED, STYLE

__getattr__, __dir__ = lazily(
    __name__,
    {
        "behind": ("backdrop", "pieces"),
        "drawing": ("apart", "band", "boxes", "centered", "column", "figure", "inline", "picture", "wide"),
    },
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
    "apart",
    "backdrop",
    "band",
    "boxes",
    "centered",
    "column",
    "figure",
    "inline",
    "picture",
    "pieces",
    "wide",
]
