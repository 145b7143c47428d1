"""The guess of *Segment until it breaks*: what the best of 500 cells answer when somebody else is asked."""

from __future__ import annotations

from functools import cache

from fieldguide import worlds
from fieldguide.controls import Number
from fieldguide.exercises.segment_until_it_breaks import SHARE, TRAITS
from fieldguide.kinds.guess import Guess, Guessed

#: What the question tells; the tests hold them against the data.
CELLS, CHOSE, EVERYBODY = 500, 24, 8.5


class SegmentUntilItBreaksGuess(Guess):
    """Buyers in 100 in the half that had no say."""

    slug = "segment-until-it-breaks-guess"
    title = "Before you read on"
    question = (
        f"Of all members {EVERYBODY} in 100 order the book. One half of the club is asked, and divided by "
        f"seven traits into {CELLS} cells. In the best cells, which hold {SHARE} in 100 of its members, "
        f"{CHOSE} in 100 order. Now the club writes to the same cells in the other half. "
        "How many in 100 order there?"
    )
    within = 1
    source = "the club"
    ask = Number("guess", "Orders in the other half", unit="in 100", low=0, high=30, step=1, default=20)

    def truth(self) -> float:
        return in_the_other_half()

    def tells(self, number: float) -> str:
        return f"{number:.1f}".removesuffix(".0")

    def finds(self, result: Guessed) -> str:
        return (
            f"{result.truth:.1f} in 100, on average over 100 ways to halve the club: a little better than "
            f"writing to anybody. The {CHOSE} were mostly luck."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return "You saw it coming."
        return f"You said {result.guess:.0f}, {'too many' if result.off > 0 else 'too few'}."


@cache
def in_the_other_half() -> float:
    """Return what the cells of all traits crossed answer where they were not chosen, in 100."""
    return float(100 * worlds.best_by_halves(tuple(TRAITS), share=SHARE / 100).other.mean())
