"""The guess of *What is a customer worth?*: somebody who comes back for ever, every twelve years."""

from __future__ import annotations

from fieldguide.controls import Number
from fieldguide.exercises.toothpaste_or_refrigerator import ASKED, worth_of
from fieldguide.kinds.guess import Guess, Guessed


class ToothpasteOrRefrigeratorGuess(Guess):
    """Dollars of today; what is guessed seems large, because for ever is long."""

    slug = "toothpaste-or-refrigerator-guess"
    title = "Before you read on"
    question = (
        "A shop earns $250 on each refrigerator it sells. A customer has just bought one, and she (then her "
        "children, then theirs) will buy another from the same shop every 12 years, for ever, without fail. "
        "What would you pay today for all those purchases to come, if money put elsewhere grows by 10% a "
        "year?"
    )
    within = 10
    source = "arithmetic"
    ask = Number("guess", "I would pay", unit="dollars", low=0, high=2_500, step=10, default=1_000)

    def truth(self) -> float:
        return round(worth_of(ASKED).worth)

    def tells(self, number: float) -> str:
        return f"${number:,.0f}"

    def finds(self, result: Guessed) -> str:
        return (
            f"All of them together are worth {self.tells(result.truth)}, less than half of what one "
            "refrigerator earns: $250 in 12 years is what $80 becomes by then, $250 in 24 years is what $25 "
            "becomes, and so on, ever less."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return f"You said {self.tells(result.guess)}: you have done this before."
        if result.off < 0:
            return f"You said {self.tells(result.guess)}: even more careful."
        times = result.guess / result.truth
        said = f"{times:.0f} times that" if times >= 1.95 else "more than that"
        return f"You said {self.tells(result.guess)}: {said}."
