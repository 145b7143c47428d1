"""The guess of *Strategic marketing*: whether a company does well to grant all that it is asked for."""

from __future__ import annotations

from fieldguide import worlds
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess, Guessed

MARKETS = worlds.BIKE_MARKETS

#: What a point of complexity costs, in dollars, where the guess is asked; the exercise starts from it.
COMPLEXITY = 25


def pays_in(requests: list[str], complexity: float) -> int:
    """Return in how many markets granting these requests earns more than granting none."""
    granted, none = (worlds.sold(which, complexity) for which in (requests, ()))
    return int((granted.profit > none.profit).sum())


class HomermobileGuess(Guess):
    """All twelve wishes granted, and a number of forty simulated markets where that pays."""

    slug = "homermobile-guess"
    title = "All twelve?"
    question = (
        "A cargo bike for families costs $1,900 to build and sells for about $3,300 on average. Its owners "
        "ask for twelve things, and each of them would please somebody. All twelve add $700 to what the bike "
        "costs to build, and 22 things more to learn, to clean or to break; each of these makes it worth "
        f"${COMPLEXITY} less to the average household. The company sets whatever price earns it most. In how "
        f"many of {MARKETS} simulated markets does granting all twelve earn more than granting none?"
    )
    source = "the model"
    ask = Number("guess", "It pays in", unit=f"of {MARKETS} markets", low=0, high=MARKETS, step=1, default=20)

    def truth(self) -> float:
        return pays_in([request.name for request in worlds.REQUESTS], COMPLEXITY)

    def tells(self, number: float) -> str:
        return f"{number:.0f} of {MARKETS}"

    def finds(self, result: Guessed) -> str:
        free = pays_in([request.name for request in worlds.REQUESTS], 0)
        return f"In {self.tells(result.truth)}. Were complexity free, it would be {self.tells(free)}."

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return "You said just that."
        return f"You said {self.tells(result.guess)}."
