"""The guess of chapter 4: how many days to a fourth purchase."""

from fieldguide import data, measures
from fieldguide.controls import Number
from fieldguide.kinds.guess import Guess, Guessed

#: The last day of the records, counted from January 1, 1997: June 30, 1998.
LAST_DAY = 545


class FourthPurchaseGuess(Guess):
    """A number of days, asked in the words of the essay that the chapter starts from."""

    slug = "fourth-purchase-guess"
    title = "Before you read on"
    question = (
        "How many days after the first purchase does the average customer of this shop make the fourth one?"
    )
    source = "the report"
    ask = Number("guess", "My guess", unit="days", low=10, high=540, step=10)

    def truth(self) -> float:
        purchases = data.cdnow()
        first, fourth = measures.days_to_nth(purchases.customer, purchases.day, 4)
        return measures.nth_purchase(first, fourth, LAST_DAY).mean_days

    def tells(self, number: float) -> str:
        return f"{number:.0f} days"

    def reveals(self, result: Guessed) -> str:
        report = (
            f"A report printed on the last day of these records says {self.tells(result.truth)}, and there "
            "is no mistake in its arithmetic."
        )
        if not result.committed:
            return f"{report} Whether it answers the question is what the next exercise is about."
        off = round(result.truth) - result.guess
        if off == 0:
            return f"{report} So did you. The next exercise shows on which days that is right."
        return (
            f"{report} You said {abs(off):.0f} {'day' if abs(off) == 1 else 'days'} "
            f"{'fewer' if off > 0 else 'more'}. Do not give in yet: the next exercise looks for a day on "
            "which the report would have agreed with you."
        )
