"""The second guess of *One number*: how often a score rises by five points when nothing has changed."""

from __future__ import annotations

from fieldguide.controls import Number
from fieldguide.exercises.two_firms_one_score import rise_by_luck
from fieldguide.kinds.guess import Guess, Guessed


class TwoFirmsOneScoreGuess(Guess):
    """A share of quarters, of a firm at which nothing changes."""

    slug = "two-firms-one-score-guess"
    title = "Five points more"
    question = (
        "A firm has 50% promoters, 17% detractors, a score of 33, and hears from 100 customers a quarter. "
        "Nothing changes, ever. In how many of 100 quarters is the score at least 5 points above the "
        "quarter before?"
    )
    within = 4
    source = "arithmetic"
    ask = Number("guess", "Quarters with a rise of 5 or more", unit="of 100", low=0, high=100, default=0)

    def truth(self) -> float:
        return round(100 * rise_by_luck(50, 17, 100, 5))

    def tells(self, number: float) -> str:
        return f"{number:.0f}"

    def finds(self, result: Guessed) -> str:
        return (
            f"In {result.truth:.0f} of 100, and in as many it falls by 5 or more. Such a firm celebrates "
            "more than once a year, and nothing has happened."
        )
