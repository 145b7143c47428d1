"""The guess of *Delighters*: how many return whose failure was mended better than they had expected."""

from __future__ import annotations

from functools import cache

from fieldguide.controls import Number
from fieldguide.exercises.the_paradox import Paradox, TheParadox
from fieldguide.kinds.guess import Guess, Guessed


class TheParadoxGuess(Guess):
    """Customers of 100, guessed before the model of `TheParadox` is explained, for its first settings."""

    slug = "the-paradox-guess"
    title = "Before you read on"
    question = (
        "Of 100 customers to whom nothing went wrong, 80 mean to return. Another 100 met a failure; they "
        "had braced for 40% of the harm to be made good, and got 80%. To 20 of them it has happened twice. "
        "Asked now, these 100 are more satisfied than the others. How many of them mean to return?"
    )
    within = 2
    source = "the model"
    ask = Number("guess", "Mean to return", unit="of 100", low=40, high=100, step=1, default=80)

    def truth(self) -> float:
        return float(at_the_start().back)

    def tells(self, number: float) -> str:
        return f"{number:.0f} of 100"

    def finds(self, result: Guessed) -> str:
        start = at_the_start()
        return (
            f"In the model below, at its first setting, {self.tells(result.truth)}, although they are "
            f"{start.points:.1f} points of 100 more satisfied. That is our model’s drop and not a finding: "
            "studies put together saw no difference in buying again, neither up nor down. Which assumptions "
            "make it, and which undo it, is what you are about to find out."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return super().weighs(result)
        much = f"{abs(result.off):.0f} too {'many' if result.off > 0 else 'few'}"
        return f"You said {self.tells(result.guess)}: {much}."


@cache
def at_the_start() -> Paradox:
    """Return what `TheParadox` starts with."""
    return TheParadox.bare().compute(TheParadox.start())
