"""The guess of *One number*: how much of a bonus has to wait before it pays to fix the service all year."""

from __future__ import annotations

from fieldguide.controls import Number
from fieldguide.exercises.run_the_dealership import waits_enough
from fieldguide.kinds.guess import Guess, Guessed


class RunTheDealershipGuess(Guess):
    """A share of a bonus, guessed before the model is explained."""

    slug = "run-the-dealership-guess"
    title = "How much must wait?"
    question = (
        "The manager goes by the money alone. From which share on, held back to pay for customers who stay, "
        "is fixing the service in all four quarters what pays best?"
    )
    within = 5
    misses = ("little", "much")
    source = "this model"
    ask = Number("guess", "Share of the bonus that has to wait", unit="%", low=0, high=100, step=5, default=0)

    def truth(self) -> float:
        return round(100 * waits_enough())

    def tells(self, number: float) -> str:
        return f"{number:.0f}%"

    def finds(self, result: Guessed) -> str:
        return (
            f"In the model that you are about to play, {self.tells(result.truth)}. Below that the manager "
            "who goes by the money leaves at least a quarter’s repairs undone."
        )
