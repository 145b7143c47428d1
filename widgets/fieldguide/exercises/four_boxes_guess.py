"""The guess of *Four boxes*: how many companies would be good at all four jobs by chance alone."""

from __future__ import annotations

from fieldguide import worlds
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess, Guessed

COMPANIES = 1_000


class FourBoxesGuess(Guess):
    """One company in three is good at each of four jobs; the reader guesses how many are at all four."""

    slug = "four-boxes-guess"
    title = "How rare is all four?"
    question = (
        "There are four jobs. One company in three is good at the first, one in three at the second, and so "
        "on; being good at one says nothing about the others. Of 1,000 companies, how many are good at all "
        "four?"
    )
    ask = Number("guess", "Good at all four", unit="companies of 1,000", low=0, high=350, step=1, default=175)

    source = "arithmetic"

    def truth(self) -> float:
        return round(COMPANIES * worlds.good_at(share=1 / 3)[-1])

    def tells(self, number: float) -> str:
        return f"{number:,.0f} {'company' if number == 1 else 'companies'}"

    def finds(self, result: Guessed) -> str:
        return f"About {result.truth:.0f} of 1,000: a third of a third of a third of a third."

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return "You said just that."
        if result.guess == 0:
            return "You said none: rarer still."
        if result.guess > 2 * result.truth:
            return f"You said {result.guess}: about {result.guess / result.truth:.0f} times too many."
        return f"You said {result.guess}."
