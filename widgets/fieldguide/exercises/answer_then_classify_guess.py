"""The guess of *Wants*: how often thirty customers put at least one of six features into a wrong class."""

from __future__ import annotations

from fieldguide import measures, worlds
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess, Guessed

#: How many customers each survey asks.
ASKED = 30


class AnswerThenClassifyGuess(Guess):
    """Surveys of a hundred."""

    slug = "answer-then-classify-guess"
    title = "Thirty customers"
    question = (
        "Thirty customers, simulated and drawn by lot, read every question and say truly what they feel "
        "about six features. "
        "Each feature is given the class that is most frequent among the thirty. In how many of 100 such "
        "surveys does at least one of the six get another class than it would from all customers?"
    )
    within = 5
    source = "100 surveys"
    ask = Number("guess", "Surveys with at least one wrong class", unit="of 100", low=0, high=100, default=0)

    def truth(self) -> float:
        found = measures.kano_category(worlds.crowd_counts(ASKED))
        return int((found != measures.kano_category(worlds.crowd_shares())).any(axis=1).sum())

    def tells(self, number: float) -> str:
        return f"{number:.0f}"

    def finds(self, result: Guessed) -> str:
        return (
            f"In {result.truth:.0f} of these 100. Nobody was careless and nobody lied. Where two classes are "
            "nearly as frequent, thirty people cannot tell which is first."
        )
