"""The guess of *Audit and plan*: how many of 100 points belong on needs."""

from __future__ import annotations

from fieldguide.controls import Number
from fieldguide.exercises.spend_100_points import GIVEN, Points, Spend100Points, best_plan
from fieldguide.kinds.guess import Guess, Guessed


class Spend100PointsGuess(Guess):
    """A number of points."""

    slug = "spend-100-points-guess"
    title = "Before you read on"
    question = (
        "A made-up grocer delivers to a thousand customers; 12 of 100 deliveries fail, customers tell "
        "you of 40 in 100 failures, and few are put right. You have 100 points for doing the needed right, "
        "for what customers want, and for putting right what is told; in each, 25 points halve what is "
        "amiss. For the most money in two years, how many go on needs?"
    )
    source = "the model"
    ask = Number("guess", "On needs", unit="points", low=0, high=100, step=5, default=30)

    def truth(self) -> float:
        return float(_best()[0][0])

    def tells(self, number: float) -> str:
        return f"{number:.0f} points"

    def finds(self, result: Guessed) -> str:
        (needs, wants, recovery), (few, many) = _best()
        rest = f"{recovery or 'none'} for recovery"
        return (
            f"In the model below {needs}, with {wants} left for wants and {rest}: a failure that does not "
            f"happen needs no putting right. From {few} to {many} come within 5% of it."
        )

    def hits(self, result: Guessed) -> bool:
        few, many = _best()[1]
        return few <= result.guess <= many

    def weighs(self, result: Guessed) -> str:
        how = "close enough" if self.hits(result) else f"too {'many' if result.off > 0 else 'few'}"
        return f"You said {result.guess:.0f}: {how}."


def _best() -> tuple[Points, tuple[int, int]]:
    start = Spend100Points.start()
    return best_plan(*(start[name] for name in GIVEN))
