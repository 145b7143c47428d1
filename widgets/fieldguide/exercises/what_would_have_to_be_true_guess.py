"""The guess of *The cart before the horse*: up to where it is best to buy before anybody begins to learn."""

from __future__ import annotations

from fieldguide import worlds
from fieldguide.controls import Number
from fieldguide.exercises.what_would_have_to_be_true import WhatWouldHaveToBeTrue
from fieldguide.kinds.guess import Guess, Guessed


class WhatWouldHaveToBeTrueGuess(Guess):
    """The border between technology first and together, for the first settings of `WhatWouldHaveToBeTrue`."""

    slug = "what-would-have-to-be-true-guess"
    title = "Before you read on"
    question = (
        "A database for $2 million takes nine months to install; the team that will use it costs $25,000 a "
        "month, and learns half of the skill in eight months. Some of the skill can be learned without the "
        "database. Up to how much may that be, so that it is still best to buy first, and to bring in the "
        "team on the day the database runs? If you think that buying first is never best, say 0."
    )
    within = 5
    source = "the model"
    ask = Number("guess", "Learnable without it, at most", unit="%", low=0, high=100, step=1, default=10)

    def truth(self) -> float:
        start = WhatWouldHaveToBeTrue.start()
        case = worlds.Case(
            mean=start["mean"] / 100,
            sd=start["sd"] / 100,
            price=float(start["price"]),
            team=float(start["team"]),
            install=start["install"],
            practice=start["practice"],
        )
        border = worlds.database_first_until(case, start["halfway"])
        return 0.0 if border is None else round(100 * border)

    def tells(self, number: float) -> str:
        return f"{number:.0f}%"

    def finds(self, result: Guessed) -> str:
        return (
            f"In the model below, up to {result.truth:.0f}%; its map goes by fives. A team that cannot "
            "learn yet would only be paid to wait."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return f"Your {result.guess:.0f}% is close."
        if result.guess == 0:
            return "You said never, as the essays do."
        side = "more" if result.off > 0 else "less"
        return f"Your {result.guess:.0f}% gives buying first {side} room than the model does."
