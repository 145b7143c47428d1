"""The guess of *Experience design*: how much of a budget to take from the cases and put into their causes."""

from __future__ import annotations

from functools import cache

from fieldguide import worlds
from fieldguide.controls import Number
from fieldguide.exercises.two_loops import TwoLoops
from fieldguide.kinds.guess import Guess, Guessed

#: A split that does hardly more harm than the best is as good as that.
AS_GOOD = 0.05

STEP = 5


class TwoLoopsGuess(Guess):
    """A share of the budget, guessed before the model of `TwoLoops` is explained, for its first settings."""

    slug = "two-loops-guess"
    title = "Before you read on"
    question = (
        "A team gets 600 complaints a month, and its budget just pays for handling every one. Five of 25 "
        "causes bring 60 of every 100. A redesign costs as much as handling 500 complaints, takes three "
        "months and works every second time. Which share of the budget, put into redesigns, does the least "
        "harm to customers in two years?"
    )
    source = "the model"
    ask = Number("guess", "For redesigning causes", unit="%", low=0, high=100, step=STEP, default=10)

    def truth(self) -> float:
        harm = harm_by_split()
        return float(min(harm, key=harm.__getitem__))

    def tells(self, number: float) -> str:
        return f"{number:.0f}%"

    def finds(self, result: Guessed) -> str:
        harm, good = harm_by_split(), _good_splits()
        best = harm[result.truth]
        return (
            f"In the model below {result.truth:.0f}% does the least harm, and anything from {good[0]}% to "
            f"{good[-1]}% is nearly as good. All for cases does {harm[0] / best - 1:.0%} more harm than the "
            f"best split, all for causes {harm[100] / best - 1:.0%} more."
        )

    def hits(self, result: Guessed) -> bool:
        good = _good_splits()
        return good[0] <= result.guess <= good[-1]

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return f"Your {result.guess:.0f}% is among the good ones."
        harm = harm_by_split()
        return f"Your {result.guess:.0f}% does {harm[result.guess] / harm[result.truth] - 1:.0%} more."


@cache
def harm_by_split() -> dict[int, float]:
    """Return the harm that each split does on average in the world that `TwoLoops` starts in."""
    start = TwoLoops.start()
    world = (
        start["top"] / 100,
        start["odds"] / 100,
        start["lead"],
        1_000.0 * start["price"],
        start["remains"] / 100,
        start["heard"] / 100,
    )
    return {
        split: float(worlds.two_loops(split / 100, *world).harm[-1].mean()) for split in range(0, 101, STEP)
    }


def _good_splits() -> list[int]:
    """Return the splits that are as good as the best."""
    harm = harm_by_split()
    return [split for split, total in harm.items() if total <= (1 + AS_GOOD) * min(harm.values())]
