"""What is true of every guess: what is found, and then how good the guess was."""

import re

import pytest
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess

from tests.exercises.test_every_exercise import EXERCISES

GUESSES = [kind for kind in EXERCISES if issubclass(kind, Guess)]


class Legs(Guess):
    slug = "legs-guess"
    title = "Legs"
    question = "How many legs have six beetles?"
    within = 2
    unguessed = "Count them."
    ask = Number("guess", "Legs", low=0, high=100, step=1)

    def truth(self):
        return 36

    def finds(self, result):
        return f"There are {self.tells(result.truth)}."


@pytest.mark.parametrize(
    ("guess", "how"), [(33, "too few"), (34, "close"), (36, "close"), (38, "close"), (39, "too many")]
)
def test_the_usual_ending(guess, how):
    assert Legs(guess=guess, committed=True).sentence == f"There are 36. You said {guess}: {how}."
    assert Legs(guess=guess).sentence == "There are 36. Count them."


@pytest.mark.parametrize("kind", GUESSES, ids=lambda kind: kind.slug)
def test_a_guess_that_hits_is_not_told_that_it_was_off(kind):
    ask, one = kind.ask, kind.bare()
    hits = []
    for step in range(round((ask.high - ask.low) / ask.step) + 1):
        values = {"guess": ask.check(ask.low + step * ask.step), "committed": True}
        result = one.compute(values)
        found, ending = one.finds(result), one.weighs(result)
        assert one.says(result) == f"{found} {ending}"
        assert one.says(one.compute(values | {"committed": False})) == f"{found} {kind.unguessed}".strip()
        assert not (one.hits(result) and re.search(r"\b(too (many|few|much|little|late|early))\b", ending))
        hits.append(one.hits(result))
    assert not all(hits)
