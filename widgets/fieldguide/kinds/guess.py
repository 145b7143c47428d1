"""A guess, committed before anything is explained.

It is a small exercise of its own. The answer stands folded, opened by the guess or by *Show me*; later
exercises that name its slug as their ``guess`` are handed what the reader committed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from fieldguide import figures
from fieldguide.controls import Number, Press
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True)
class Guessed:
    """What the reader guesses, whether they stand by it, and what the data say."""

    guess: float
    committed: bool
    #: Computes the answer: from data, which are loaded only when somebody wants to see it.
    answer: Callable[[], float]

    @cached_property
    def truth(self) -> float:
        """What the data say, in the slider's unit."""
        return self.answer()

    @property
    def off(self) -> float:
        """By how much the guess is too high, in the slider's unit; below 0: too low."""
        return self.guess - self.truth


class Guess(Exercise):
    """A number guessed on a slider; a subclass sets `ask` and writes `truth` and `finds`."""

    #: The slider; its name must be ``guess``.
    ask: ClassVar[Number]
    #: Who gives the answer, as the figure names it.
    source: ClassVar[str] = "the data"
    #: How a number is spelled: ``"g"`` for years, which have no comma.
    numeral: ClassVar[str] = ",g"
    #: A guess off by no more than this, in the slider's unit, is as good as right.
    within: ClassVar[float] = 0
    #: What stands after “too” for a guess that is too low, and for one that is too high.
    misses: ClassVar[tuple[str, str]] = ("few", "many")
    #: What is said, instead of how good the guess was, to who has not made one.
    unguessed: ClassVar[str] = ""
    folded = "Show me"
    shares = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "ask" in cls.__dict__:
            cls.controls = (cls.ask, Press("committed", "This is my guess"))

    def truth(self) -> float:
        """Return the answer, computed from data, in the slider's unit."""
        raise NotImplementedError

    def finds(self, result: Guessed) -> str:
        """Return what the data say."""
        raise NotImplementedError

    def hits(self, result: Guessed) -> bool:
        """Return whether the guess is as good as right."""
        return abs(result.off) <= self.within

    def weighs(self, result: Guessed) -> str:
        """Return how good a committed guess was: the usual ending, where a guess has none of its own."""
        few, many = self.misses
        how = "close" if self.hits(result) else f"too {few if result.off < 0 else many}"
        return f"You said {self.tells(result.guess)}: {how}."

    def tells(self, number: float) -> str:
        """Write a guess or the answer with its unit, for the figure."""
        return f"{number:{self.numeral}} {self.ask.unit}".strip()

    def compute(self, values: dict[str, Any]) -> Guessed:
        return Guessed(values["guess"], values["committed"], self.truth)

    def locks(self, result: Guessed) -> set[str]:
        return {"guess"} if result.committed else set()

    def opens(self, result: Guessed) -> bool:
        return result.committed

    def says(self, result: Guessed) -> str:
        after = self.weighs(result) if result.committed else self.unguessed
        return f"{self.finds(result)} {after}".rstrip()

    def longest(self, result: Guessed) -> str:
        ask = self.ask
        steps = range(round((ask.high - ask.low) / ask.step) + 1)
        every = (ask.check(ask.low + step * ask.step) for step in steps)
        return max((self.says(Guessed(guess, True, result.answer)) for guess in every), key=len)

    def shows(self, result: Guessed) -> Figure:
        drawing, axes = _lines(self.ask.low, self.ask.high, self.numeral)
        self._mark(axes, 0, result.truth, f"{self.source}: {self.tells(result.truth)}", figures.BLUE)
        if result.committed:
            self._mark(axes, 1, result.guess, f"you: {self.tells(result.guess)}", figures.ORANGE)
        return drawing

    def _mark(self, axes: Axes, row: int, value: float, text: str, color: str) -> None:
        """Put a dot on a line, and its words above, towards the side with more room."""
        axes.plot(value, row, "o", ms=11, mew=0, color=color, clip_on=False)
        align = "left" if value < (self.ask.low + self.ask.high) / 2 else "right"
        axes.text(value, row + 0.22, text, ha=align, color=color, fontweight="bold")

    def alt(self, result: Guessed) -> str:
        ask = self.ask
        ends = (
            f"A line from {ask.low:{self.numeral}} to {self.tells(ask.high)}; "
            f"{self.source}: {self.tells(result.truth)}"
        )
        return ends + (f"; your guess: {self.tells(result.guess)}." if result.committed else ".")


@figures.backdrop
def _lines(low: float, high: float, numeral: str) -> tuple[Figure, Axes]:
    """Set up a line for the answer and one for the guess above it, over one scale."""
    drawing, axes = figures.figure(height=104, left=18, right=18, bottom=28, top=4)
    axes.set(xlim=(low, high), ylim=(-0.35, 1.75), yticks=(0, 1), yticklabels=())
    numbers = [number for number in axes.get_xticks() if low <= number <= high]
    axes.set_xticks(numbers, [f"{number:{numeral}}" for number in numbers])
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    return drawing, axes
