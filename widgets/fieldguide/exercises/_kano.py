"""What Kano's classes are called, what each says of a feature, and how whom it pleases is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import nan
from typing import TYPE_CHECKING

from fieldguide import figures

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: How far below the middle of its row a band lies.
DOWN = 0.16

#: By letter, in the order in which ties fall.
CALLED = {
    "M": "must-be",
    "O": "one-dimensional",
    "A": "attractive",
    "I": "indifferent",
    "R": "reverse",
    "Q": "questionable",
}

#: What a pair of answers has said, to who gave it.
SAYS = {
    "M": "You would miss it, and it would not please you: it goes without saying.",
    "O": "With it you are pleased, without it you are not: the more, the better.",
    "A": "You would be pleased, and you would not miss it.",
    "I": "With it or without it, you do not much mind.",
    "R": "You would rather be without it.",
    "Q": "These two answers contradict each other. Did you mean both? Undo takes one back.",
}

#: The five answers, in the order of the questionnaire.
ANSWERS = {
    "like": "I like it that way",
    "must-be": "It must be that way",
    "neutral": "I am neutral",
    "live-with": "I can live with it",
    "dislike": "I dislike it that way",
}


def draw_rows(axes: Axes, missed: Sequence[Iterable[float]], please: Sequence[Iterable[float]]) -> None:
    """Draw for each row how many would miss a feature, to the left, and how many it would please.

    Parameters
    ----------
    axes : Axes
        From `rows_of`.
    missed, please : three sequences each
        The shares, 0 to 1, and the low and high ends of their bands; one number a row.
    """
    for parts, sign, color in ((missed, -100, figures.RED), (please, 100, figures.BLUE)):
        middle, low, high = ([sign * float(share) for share in part] for part in parts)
        heights = [row + DOWN for row in range(len(middle))]
        # One line with gaps: what matplotlib does around a line takes longer than the line.
        across = [at for ends in zip(low, high, strict=True) for at in (*ends, nan)]
        beside = [height for height in heights for _ in range(3)]
        axes.plot(across, beside, lw=7, alpha=0.4, color=color, solid_capstyle="butt", clip_on=False)
        axes.plot(middle, heights, "o", ms=8, mew=0, color=color, clip_on=False)


def rows_of(count: int, row: float, above: float, below: float) -> tuple[Figure, Axes]:
    """Set up so many rows over a scale of customers who would miss a feature and whom it would please.

    All but the first are lengths in units of the drawing: of a row, and of the room above and below them.
    """
    drawing, axes = figures.figure(
        height=count * row + below + above, left=26, right=26, bottom=below, top=above
    )
    axes.set(xlim=(-100, 100), ylim=(count - 0.45, -0.55), yticks=())
    axes.set_xticks((-100, -50, 0, 50, 100), ["100%", "50%", "0", "50%", "100%"])
    axes.set_xlabel("← would miss it   |   it would please →")
    axes.spines["left"].set_visible(False)
    for number in range(count):  # in pieces: it would run through the words
        axes.plot([0, 0], [number - 0.06, number + 0.38], color=figures.MUTED, lw=1.2, clip_on=False)
    return drawing, axes


def legend(axes: Axes, above: str, below: str) -> None:
    """Write a line above the rows, to the right, and one below the scale, in the middle."""
    place = {"xycoords": "axes fraction", "textcoords": "offset points"}
    axes.annotate(above, (1, 1), (0, 14), ha="right", **place)
    axes.annotate(below, (0.5, 0), (0, -56), ha="center", **place)
