"""A guess of *Delighters*: how many failures perfect mending makes up for, if only some customers tell."""

from __future__ import annotations

from functools import cache

from fieldguide.controls import Number
from fieldguide.exercises.careful_or_gracious import CarefulOrGracious, Compared
from fieldguide.kinds.guess import Guess, Guessed


class CarefulOrGraciousGuess(Guess):
    """Failures in 100 visits, guessed before the model of `CarefulOrGracious` is explained."""

    slug = "careful-or-gracious-guess"
    title = "How often may it fail?"
    question = (
        "One firm fails in 5 of 100 visits and mends nothing. The other mends so well that whoever tells it "
        "of a failure stays as if nothing had happened; of 100 customers with a failure, 40 tell. In how "
        "many of 100 visits may it fail, and a customer still be worth as much to it?"
    )
    within = 1
    source = "the model"
    ask = Number("guess", "It may fail", unit="visits in 100", low=5, high=50, step=1, default=25)

    def truth(self) -> float:
        return round(at_the_start().allowed, 1)

    def tells(self, number: float) -> str:
        return f"{number:g} of 100"

    def finds(self, result: Guessed) -> str:
        start = at_the_start()
        return (
            f"In the model below, at its first setting, in {self.tells(result.truth)}. Mending cannot reach "
            f"the {100 - start.told} of 100 who say nothing."
        )


@cache
def at_the_start() -> Compared:
    """Return what `CarefulOrGracious` starts with."""
    return CarefulOrGracious.bare().compute(CarefulOrGracious.start())
