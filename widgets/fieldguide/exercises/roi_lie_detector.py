"""One campaign measured in three ways: by its buyers, against the others, and against a lottery."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures, worlds
from fieldguide.controls import Amount, Number
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: People on the list, and how many runs of the same campaign are drawn.
PEOPLE, RUNS = 20_000, 20

#: Ends of the axis, in extra sales per 1,000 letters: what lies beyond ends in an arrow.
LEFT, RIGHT = -20, 40

#: Where the rows stand, from above: the two reports, the truth, and the runs.
COUNTED, COMPARED, TRUE, FIRST_RUN, LAST_RUN = 0.0, 2.0, 4.0, 6.1, 12.0

#: Stretches of height that hold no words: upright lines are drawn in these alone.
FREE = ((-0.55, 0.5), (1.45, 2.5), (3.45, 4.5), (5.8, LAST_RUN + 0.6))

#: At this setting the guess was asked for.
ASKED = {"part": 50, "bias": 0, "held": 5}


@dataclass(frozen=True)
class Measured:
    """The same campaign, as three reports have it; differences are shares of people, as in 0.01."""

    mailing: worlds.Mailing
    held: int
    #: By how much sales must rise to pay for the letters.
    break_even: float
    #: The report against those who were not chosen: difference and its interval; None when all were chosen.
    compared: tuple[float, float, float] | None
    #: What the lottery says in each run, lowest first, and whether it can tell that from nothing.
    differences: np.ndarray
    lows: np.ndarray
    highs: np.ndarray
    tells: np.ndarray
    #: How often it cannot tell.
    cannot_tell: float
    #: What holding out costs in sales forgone, and saves in letters, in dollars.
    forgone: float
    saved: float
    guess: float | None

    def roi(self, difference: float) -> str:
        """Write the return on investment that belongs to a difference in the share of buyers."""
        percent = round(100 * (difference / self.break_even - 1))
        return f"{percent:+,d}%".replace("-", "−") if percent else "0%"

    @property
    def of_hundred(self) -> int:
        """In how many of 100 campaigns a lottery of this size cannot tell the effect from nothing."""
        return round(100 * self.cannot_tell)


def planned(part: float, bias: float, held: float) -> tuple[worlds.Mailing, int]:
    """Return a mailing and how many of the chosen are held out, from what the controls say, in percent."""
    mailing = worlds.choose(worlds.promotion_rates(), PEOPLE, part / 100, bias / 100)
    return mailing, max(1, round(mailing.chosen * held / 100))


def unseen(mailing: worlds.Mailing, held: int) -> float:
    """Return how often a lottery that holds out so many cannot tell the letter from nothing."""
    return measures.cannot_tell(mailing.with_letter, mailing.chosen - held, mailing.without, held)


class RoiLieDetector(Exercise):
    """Choose whom to write to and how many to hold out; the reports disagree about what it brought."""

    slug = "roi-lie-detector"
    title = "ROI lie detector"
    question = (
        "One letter, three reports on what it brought in. Which of them lies, when, and in which direction?"
    )
    guess = "roi-lie-detector-guess"
    guessed_at = ASKED
    controls = (
        Number(
            "bias",
            "Chosen: likely buyers last (−100), by lot (0), first (100)",
            low=-100,
            high=100,
            step=10,
            default=0,
        ),
        Number(
            "part", "Chosen for a letter, of 20,000 people", unit="%", low=5, high=100, step=5, default=50
        ),
        Number("held", "Of the chosen, held out by lot", unit="%", low=1, high=50, step=1, default=5),
    )
    assumptions = (
        Amount("margin", "What a sale leaves", unit="dollars", low=1.0, high=1_000.0, step=0.5, default=35.0),
        Amount("cost", "What a letter costs", unit="dollars", low=0.05, high=100.0, step=0.05, default=0.5),
    )
    assumes = (
        "The people buy as they did in a teaching case, where a lottery decided who of 10,000 got a "
        "promotion: in group A 2.13% bought with it and 0.78% without, in the smaller group B 0.50% and "
        "0.32%. “Likely buyers” are group A. The truth is computed from these rates, which come from 112 "
        "purchases and are uncertain themselves. Margin and cost are made up. A letter changes nobody’s "
        "purchases but the reader’s, and nobody buys twice."
    )

    def compute(self, values: dict[str, Any]) -> Measured:
        mailing, held = planned(values["part"], values["bias"], values["held"])
        letters = mailing.chosen - held
        compared = None
        if mailing.others:
            found = measures.uplift(
                mailing.with_letter * letters, letters, mailing.others_buy * mailing.others, mailing.others
            )
            compared = float(found.difference), float(found.low), float(found.high)
        bought, bought_without = worlds.runs(mailing, held, RUNS)
        lottery = measures.uplift(bought, letters, bought_without, held)
        order = lottery.difference.argsort(kind="stable")
        return Measured(
            mailing=mailing,
            held=held,
            break_even=measures.break_even(values["margin"], values["cost"]),
            compared=compared,
            differences=lottery.difference[order],
            lows=lottery.low[order],
            highs=lottery.high[order],
            tells=lottery.tells[order],
            cannot_tell=unseen(mailing, held),
            forgone=held * mailing.effect * values["margin"],
            saved=held * values["cost"],
            guess=self.guess_for(values),
        )

    def shows(self, result: Measured) -> Figure:
        drawing, axes = _rows()
        true = 1_000 * result.mailing.effect
        line = 1_000 * result.break_even
        if line < RIGHT:
            _upright(axes, line, color=figures.MUTED, lw=1.2, ls=(0, (4, 3)))
            align = "right" if line > 20 else "left"
            axes.text(line, -1.9, "pays from here", ha=align, va="center", color=figures.MUTED)
        else:
            axes.text(RIGHT, -1.9, "pays off the chart, right", ha="right", va="center", color=figures.MUTED)
        counted = result.mailing.with_letter
        self._report(axes, COUNTED, f"every sale after a letter: ROI {result.roi(counted)}", counted)
        if result.compared:
            difference = result.compared[0]
            words = f"against those not chosen: ROI {result.roi(difference)}"
            self._report(axes, COMPARED, words, *result.compared)
        else:
            axes.text(LEFT, COMPARED - 0.85, "against those not chosen: nobody is left", color=figures.ORANGE)
        words = f"the truth: ROI {result.roi(result.mailing.effect)}"
        axes.text(LEFT, TRUE - 0.85, words, color=figures.GREEN, fontweight="bold")
        axes.plot([true] * 5, [TRUE, 4.7, nan, 5.8, LAST_RUN + 0.6], color=figures.GREEN, lw=1.6)
        axes.plot(true, TRUE, "D", ms=8, mew=0, color=figures.GREEN)

        step = (LAST_RUN - FIRST_RUN) / (RUNS - 1)
        words = f"{RUNS} lotteries that hold out {result.held:,}:"
        axes.text(LEFT, FIRST_RUN - 0.6, words, color=figures.BLUE, fontweight="bold")
        rows = [FIRST_RUN + row * step for row in range(RUNS)]
        # All intervals are one line with gaps, and all dots of a kind one line without: twenty take long.
        ends = [
            (min(max(1_000 * low, LEFT), RIGHT), min(max(1_000 * high, LEFT), RIGHT), nan)
            for low, high in zip(result.lows.tolist(), result.highs.tolist(), strict=True)
        ]
        across, up = [end for one in ends for end in one], [at for row in rows for at in (row, row, nan)]
        axes.plot(across, up, color=figures.BLUE, lw=0.9)
        dots = [
            (min(max(1_000 * middle, LEFT), RIGHT), row, tells)
            for middle, row, tells in zip(
                result.differences.tolist(), rows, result.tells.tolist(), strict=True
            )
        ]
        for filled in (True, False):
            some = [(at, row) for at, row, tells in dots if tells == filled]
            if some:
                face = figures.BLUE if filled else "none"
                axes.plot(*zip(*some, strict=True), "o", ms=4.4, mew=1.1, mec=figures.BLUE, mfc=face)
        words = f"hollow: cannot tell it from nothing ({result.of_hundred} of all 100)"
        axes.text(LEFT, LAST_RUN + 1.35, words, va="center", color=figures.BLUE)
        if result.guess is not None:
            words = f"your guess: {result.guess:.0f} of 100"
            axes.text(LEFT, LAST_RUN + 2.35, words, va="center", color=figures.PURPLE, fontweight="bold")
        return drawing

    def _report(
        self, axes: Axes, row: float, words: str, difference: float, low: float = 0, high: float = 0
    ) -> None:
        """Draw one report: its words, its dot and, where it has one, its interval."""
        axes.text(LEFT, row - 0.85, words, color=figures.ORANGE, fontweight="bold")
        if high > low:
            axes.plot([1_000 * low, 1_000 * high], [row, row], color=figures.ORANGE, lw=2)
        axes.plot(1_000 * difference, row, "s", ms=7, mew=0, color=figures.ORANGE)

    def alt(self, result: Measured) -> str:
        counted, true = 1_000 * result.mailing.with_letter, 1_000 * result.mailing.effect
        compared = (
            f"comparison with those not chosen {1_000 * result.compared[0]:.1f} "
            f"(interval {1_000 * result.compared[1]:.1f} to {1_000 * result.compared[2]:.1f})"
            if result.compared
            else "nobody is left to compare with"
        )
        hollow = int((~result.tells).sum())
        return (
            "Extra sales per 1,000 letters, as each report has it: "
            f"every sale after a letter {counted:.1f}; {compared}; the truth {true:.1f}. Break-even is at "
            f"{1_000 * result.break_even:.1f}. Below, {RUNS} runs of the same campaign with {result.held:,} "
            f"held out by lot: intervals scattered around the truth, from "
            f"{1_000 * result.lows.min():.0f} to {1_000 * result.highs.max():.0f} at the widest; {hollow} of "
            "them reach across 0, where nothing came of it."
        ).replace("-", "−")

    def says(self, result: Measured) -> str:
        roi = result.roi(result.mailing.with_letter)
        counted = f"Counting every sale after a letter, the report says ROI {roi}"
        if result.compared:
            counted += f"; comparing with those not chosen, {result.roi(result.compared[0])}"
            if result.compared[0] < 0:
                counted += ", as if the letter drove buyers away"
        else:
            counted += "; nobody is left to compare with"
        what = f"${result.forgone:,.0f} of margin", f"${result.saved:,.0f} of letters"
        who = "1 person" if result.held == 1 else f"{result.held:,} people"
        return (
            f"{counted}. The truth for these people is {result.roi(result.mailing.effect)}. Holding out "
            f"{who} by lot is right on average, cannot tell the letter from nothing in {result.of_hundred} "
            f"of 100 campaigns, and forgoes {what[0]} while it saves {what[1]}."
        )

    def notes(self, result: Measured) -> dict[str, str]:
        share = 100 * result.mailing.share_a
        said = f"{share:.0f}% of the chosen are of the group that buys more anyway (68% of the list are)."
        return {"bias": f"<p>{said}</p>"}


@figures.backdrop
def _rows() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=392, left=16, right=16, bottom=40, top=4)
    axes.set(xlim=(LEFT, RIGHT), ylim=(LAST_RUN + 2.9, -2.4), yticks=())
    axes.set_xticks(
        range(LEFT, RIGHT + 1, 10), [f"{at:,d}".replace("-", "−") for at in range(LEFT, RIGHT + 1, 10)]
    )
    axes.set_xlabel("extra sales per 1,000 letters (0: nothing came of it)")
    axes.spines["left"].set_visible(False)
    _upright(axes, 0, color=figures.INK, lw=0.9)
    return drawing, axes


def _upright(axes: Axes, at: float, **look: Any) -> None:
    """Draw an upright line that leaves out the words."""
    heights = [height for low, high in FREE for height in (low, high, nan)]
    axes.plot([at] * len(heights), heights, **look)
