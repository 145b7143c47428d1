"""What stays the same from one step to the next is drawn once: a whole backdrop, or pieces that are added."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
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
        figure.name = f"{build.__module__}.{build.__qualname__}{args}{kwargs}"
        figure.backdrop = drawing.body(figure, figure.name)
        figure.kept = {}
        parts = frozenset(axes.get_children())
        for part in parts:
            part.set_animated(True)
        return figure, axes, parts

    @wraps(build)
    def emptied(*args: Args.args, **kwargs: Args.kwargs) -> tuple[Figure, Axes]:
        figure, axes, parts = kept(*args, **kwargs)
        figure.pieces = ""
        pieces = {part for drawn, _ in figure.kept.values() for part in drawn}
        for part in pieces:
            part.set_visible(False)
        for part in set(axes.get_children()) - parts - pieces:
            part.remove()
        return figure, axes

    return emptied


def pieces(draw: Callable[[Axes, Hashable], None]) -> Callable[[Axes, Iterable[Hashable]], None]:
    """Have each piece of a figure that fills in drawn once, and shown from then on wherever it is wanted.

    For what comes and goes whole, such as the events of a timeline: a label costs as much as a curve. The
    function draws the piece that a key names; what is handed out draws those of several keys. It is called
    with the axes of a `backdrop`, before anything else is drawn into them.
    """

    @wraps(draw)
    def shown(axes: Axes, keys: Iterable[Hashable]) -> None:
        figure = axes.get_figure()
        for key in keys:
            piece = f"{draw.__module__}.{draw.__qualname__}({key!r})"
            if piece not in figure.kept:
                before = set(axes.get_children())
                draw(axes, key)
                parts = set(axes.get_children()) - before
                for part in parts:
                    part.set_clip_on(False)
                figure.kept[piece] = parts, drawing.body(figure, figure.name + piece)
                for part in parts:
                    part.set_animated(True)
            parts, svg = figure.kept[piece]
            for part in parts:
                part.set_visible(True)
            figure.pieces += svg

    return shown
