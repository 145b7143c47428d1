"""The guess of *Questions your CRM cannot answer*: how many days to a fourth purchase."""

from fieldguide.controls import Number
from fieldguide.exercises.fourth_purchase import ASKED, CLOSE, FIRST_END, LAST_DAY, watched_until
from fieldguide.kinds.guess import Guess, Guessed


class FourthPurchaseGuess(Guess):
    """A number of days, asked in the words of the essay that the chapter starts from."""

    slug = "fourth-purchase-guess"
    title = "Before you read on"
    question = (
        "How many days after the first purchase does the average customer of this shop make the fourth one?"
    )
    unguessed = "Whether it answers the question is what the next exercise is about."
    source = "the report"
    ask = Number("guess", "My guess", unit="days", low=10, high=540, step=10)

    def truth(self) -> float:
        return self.report(LAST_DAY)

    def report(self, end: int) -> float:
        """Return the average days of those who have made a fourth purchase by day `end`."""
        return watched_until(ASKED, True, "all", end).mean_days

    def tells(self, number: float) -> str:
        return f"{number:.0f} days"

    def finds(self, result: Guessed) -> str:
        return (
            f"A report printed on the last day of these records says {self.tells(result.truth)}, and there "
            "is no mistake in its arithmetic."
        )

    def weighs(self, result: Guessed) -> str:
        off = round(result.truth) - result.guess
        if off == 0:
            return "So did you. The next exercise shows on which days that is right."
        days = "day" if abs(off) == 1 else "days"
        said = f"You said {abs(off):.0f} {days} {'fewer' if off > 0 else 'more'}."
        return f"{said} {self._whether_ever_right(result)}"

    def _whether_ever_right(self, result: Guessed) -> str:
        """Say whether the report agrees with the guess on a day that the next exercise can stop on."""
        earliest = self.report(FIRST_END)
        if result.guess > result.truth + CLOSE:
            return (
                "No earlier report said so much; a later one might have, had the records gone on. The next "
                "exercise shows why."
            )
        if result.guess < earliest - CLOSE:
            return (
                f"Even on day {FIRST_END}, when the last of these customers had just joined, the report said "
                f"{self.tells(earliest)}. The next exercise shows where it went from there."
            )
        return (
            "Do not give in yet: the next exercise looks for a day on which the report would have agreed "
            "with you."
        )
