"""The guess of *Needs*: how many customers have a year in which all ten moments of every order go right."""

from __future__ import annotations

from fieldguide import measures
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess, Guessed

#: The question's moments in an order, orders in a year, and how often a moment goes wrong.
MOMENTS, ORDERS, FAILS = 10, 26, 0.01


class TenMomentsGuess(Guess):
    """A share of customers; 99 sounds like nearly all."""

    slug = "ten-moments-guess"
    title = "Before you read on"
    question = (
        "Each grocery order passes ten moments, and each of them goes right 99 times in 100, for everybody "
        "alike. A customer orders every other week, 26 times a year. Of 100 such customers, how many have a "
        "year in which nothing goes wrong?"
    )
    within = 5
    source = "arithmetic"
    ask = Number("guess", "A year without a failure", unit="of 100", low=0, high=100, default=50)

    def truth(self) -> float:
        return float(round(100 * float(measures.all_right([FAILS] * MOMENTS, ORDERS))))

    def tells(self, number: float) -> str:
        return f"{number:.0f}"

    def finds(self, result: Guessed) -> str:
        order = 100 * float(measures.all_right([FAILS] * MOMENTS))
        return (
            f"{result.truth:.0f} of 100. An order goes right {order:.0f} times in 100, and 26 of them "
            f"in a row are {MOMENTS * ORDERS} moments, each a chance to fail."
        )
