"""The guess of *Tactical marketing*: how often an honest comparison cannot see a real effect."""

from __future__ import annotations

from functools import cache

from fieldguide.controls import Number
from fieldguide.exercises.roi_lie_detector import ASKED, planned, unseen
from fieldguide.kinds.guess import Guess, Guessed


@cache
def _asked() -> int:
    return round(100 * unseen(*planned(**ASKED)))


class RoiLieDetectorGuess(Guess):
    """Of 100 runs of a campaign that works, in how many the comparison does not show it."""

    slug = "roi-lie-detector-guess"
    title = "How often does the truth go unseen?"
    question = (
        "10,000 people are chosen for a letter. A lottery picks 500 of them, who get none, so that there is "
        "somebody to compare with. Without the letter 6 people in 1,000 buy; with it, 16 in 1,000 do. "
        "Imagine 100 such campaigns, each with a lottery of its own. In how many is the difference between "
        "the two groups too small to rule out luck?"
    )
    ask = Number("guess", "My guess", unit="campaigns of 100", low=0, high=100, step=1)
    within = 5
    source = "computed"

    def truth(self) -> float:
        return _asked()

    def tells(self, number: float) -> str:
        return f"{number:.0f} {'campaign' if number == 1 else 'campaigns'}"

    def finds(self, result: Guessed) -> str:
        return (
            f"In about {result.truth:.0f} of 100. The letter more than doubles sales, the comparison is "
            "honest, and mostly it has nothing to report."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return f"You said {result.guess:.0f}: you have done this before."
        return f"You said {result.guess:.0f}: {abs(result.off):.0f} {'more' if result.off > 0 else 'fewer'}."
