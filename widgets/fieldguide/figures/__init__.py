"""One look for every figure: colors, `Plot` and `Scale` for exercises, and matplotlib for all else.

An exercise draws with `Plot`, at every move. `figure`, `inline` and `picture` are for what it cannot do, and
for worked examples: they load matplotlib when they are first used.
"""

from fieldguide._lazy import lazily
from fieldguide.figures.palette import BLUE, FAINT, GREEN, INK, MUTED, ORANGE, PURPLE, RED, STYLE

__getattr__, __dir__ = lazily(
    __name__, {"drawing": ("figure", "inline", "picture"), "plot": ("Plot",), "scale": ("Scale",)}
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
    "Plot",
    "Scale",
    "figure",
    "inline",
    "picture",
]
