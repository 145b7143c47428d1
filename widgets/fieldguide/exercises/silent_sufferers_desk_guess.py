"""The guess of *Tactical CX*: how many a desk answers in time once everybody speaks up."""

from __future__ import annotations

from fieldguide.controls import Number
from fieldguide.exercises.silent_sufferers_desk import CUSTOMERS, SHARES, SilentSufferersDesk, worked
from fieldguide.kinds.guess import Guess, Guessed


class SilentSufferersDeskGuess(Guess):
    """The desk as the exercise starts, with every silent customer speaking up."""

    slug = "silent-sufferers-desk-guess"
    title = "Before you read on"
    question = (
        "A desk of three promises to take up every case within the hour, first come, first served. Together "
        "the three can handle 169 cases in a day. Today 200 customers have a problem; 40 of them complain, "
        "and all 40 are taken up in time. Now you ask the silent 160 as well, and every one of them speaks "
        "up, most of them in the morning. Of the 200, how many are taken up within the hour?"
    )
    within = 5
    unguessed = "The exercise below shows where the others went."
    source = "the simulation"
    ask = Number("guess", "Taken up in time", unit="customers of 200", low=0, high=200, step=5, default=100)

    def truth(self) -> float:
        return round(self.in_time(SHARES[-1]))

    def in_time(self, share: int) -> float:
        """Return how many are in time on an average day when that share of the silent, in percent, speaks."""
        start = SilentSufferersDesk.start()
        result = worked(*(start[name] for name in SilentSufferersDesk.guessed_at))
        return float(result.in_time[SHARES.index(share)].mean())

    def tells(self, number: float) -> str:
        return f"{number:,.0f} of {CUSTOMERS}"

    def finds(self, result: Guessed) -> str:
        return (
            f"About {result.truth:.0f} on an average day of the simulation; with nobody asked it was "
            f"{self.in_time(SHARES[0]):.0f}."
        )

    def weighs(self, result: Guessed) -> str:
        if self.hits(result):
            return "You saw it coming; the exercise below shows where it turns."
        how = "more" if result.off > 0 else "fewer"
        return f"You said {abs(result.off):.0f} {how}. The exercise below shows where the others went."
