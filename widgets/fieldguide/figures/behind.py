"""What stays the same from one step of a slider to the next is drawn once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from typing import TYPE_CHECKING, ParamSpec

from fieldguide._lazy import Later

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Args = ParamSpec("Args")

#: It needs matplotlib, which an exercise's module does not wait for.
drawing = Later("fieldguide.figures.drawing")


def backdrop(build: Callable[Args, tuple[Figure, Axes]]) -> Callable[Args, tuple[Figure, Axes]]:
    """Have a function's figure drawn once for each set of arguments, behind all that is drawn into it later.

    The function makes a `figure` and sets up its axes: limits, ticks, names, whatever stays. In the browser
    more than half of the time of a drawing goes into its axes. This is matplotlib's blitting: what stays is
    marked as animated, which leaves it out of the drawings that follow.

    A call hands out the same figure as the call before with the same arguments, emptied: each figure holds
    until the next one.
    """

    @cache
    def kept(*args: Args.args, **kwargs: Args.kwargs) -> tuple[Figure, Axes, frozenset]:
        figure, axes = build(*args, **kwargs)
        for part in axes.findobj():
            part.set_clip_on(False)
        name = f"{build.__module__}.{build.__qualname__}{args}{kwargs}"
        figure.backdrop = drawing.body(figure, name)
        parts = frozenset(axes.get_children())
        for part in parts:
            part.set_animated(True)
        return figure, axes, parts

    @wraps(build)
    def emptied(*args: Args.args, **kwargs: Args.kwargs) -> tuple[Figure, Axes]:
        figure, axes, parts = kept(*args, **kwargs)
        for part in set(axes.get_children()) - parts:
            part.remove()
        return figure, axes

    return emptied
