"""The guess of *The shopkeeper's memory*: how many letters find somebody, sent to the surest customers."""

from fieldguide import worlds
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess, Guessed


class SurestCustomersGuess(Guess):
    """A number of letters out of a hundred."""

    slug = "surest-customers-guess"
    title = "Before you read on"
    question = (
        "Letters drawn by lot find a later buyer 29 times in 100. Send them instead to the customers of whom "
        "a model is surest that they are still customers. How many of 100 find one now?"
    )
    within = 3
    unguessed = "Why is what the game below is about."
    source = "what happened"
    ask = Number("guess", "My guess", unit="of 100 letters", low=0, high=100, step=1, default=29)

    def truth(self) -> float:
        return round(100 * worlds.share_found("alive"))

    def tells(self, number: float) -> str:
        return f"{number:.0f} of 100"

    def finds(self, result: Guessed) -> str:
        return f"{result.truth} of 100: about half of what letters by lot find."

    def weighs(self, result: Guessed) -> str:
        lot, guess = round(100 * worlds.share_found("lot")), f"You said {result.guess:.0f}"
        if self.hits(result):
            said = f"{guess}: you have met this model before, or you smelled a rat."
        elif result.off < 0:
            said = f"{guess}: you trusted it even less than it deserves."
        elif result.guess == lot:
            said = f"{guess}: as many as by lot. It is fewer."
        elif result.guess < lot:
            said = f"{guess}: you smelled a rat. It is a larger one."
        else:
            said = f"{guess}: surely the sure ones are good ones?"
        return f"{said} The game below shows why."
