"""The guess of *A history with receipts*: in which year a computer was promised a shopkeeper's memory."""

from fieldguide import data
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess, Guessed


class HistoryWithReceiptsGuess(Guess):
    """A year, asked of a sentence that sounds younger than it is."""

    slug = "history-with-receipts-guess"
    title = "Before you read on"
    question = (
        "“A computer can know and remember as much marketing detail about 200 million consumers as did the "
        "owner of a crossroads general store about his handful of customers.” In which year did somebody "
        "say that?"
    )
    within = 2
    source = "on record"
    numeral = "g"
    ask = Number("guess", "My guess", low=1950, high=2020, step=1, default=1985)

    def truth(self) -> float:
        return next(event.year for event in data.history() if event.name == "direct-marketing")

    def finds(self, result: Guessed) -> str:
        return (
            f"Lester Wunderman said it in {result.truth:g}, the year in which the United States reached "
            "200 million people: the number gave it away."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return f"You said {result.guess}: you have a nose for dates. The court below needs one."
        years = f"{abs(result.off):g} years too {'late' if result.off > 0 else 'early'}"
        return f"You said {result.guess}, {years}. Dates drift, and the court below is about that."
