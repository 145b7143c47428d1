"""*Two firms, one score*: what a net promoter score hides, and how far it moves by luck."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import nan
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import points

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The score of both firms, in points.
SCORE = 33

#: How many standard errors to each side hold 95%.
Z95 = 1.96

#: Where each firm's rows stand: its customers and its next score; its name is so far above the first.
ROWS, ABOVE = ((5.1, 4.2), (1.7, 0.8)), 0.8

#: How thick the bars are, in units of the drawing.
THICK = 29

LEAST, MOST = -50, 100


@dataclass(frozen=True)
class Firm:
    """One firm's customers in percent, and what its next score may be when nothing changes."""

    name: str
    promoters: int
    passives: int
    detractors: int
    #: Half of the range in which 95 of 100 scores lie, in points.
    reach: float
    #: Chance that the score rises by so much from one quarter to the next, by luck.
    rise: float


@dataclass(frozen=True)
class Firms:
    """Both firms, the answers they get in a quarter, the rise that is asked about, and the reader's guess."""

    firms: tuple[Firm, Firm]
    answers: int
    points: int
    guess: float | None


@cache
def rise_by_luck(promoters: int, detractors: int, answers: int, points: int) -> float:
    """Return the chance of such a rise, given who is a promoter and a detractor in percent."""
    return measures.nps_rise_by_luck(promoters / 100, detractors / 100, answers, points)


def _firm(name: str, detractors: int, answers: int, points: int) -> Firm:
    promoters = SCORE + detractors
    error = measures.nps_standard_error(promoters / 100, detractors / 100, answers)
    rise = rise_by_luck(promoters, detractors, answers, points)
    return Firm(name, promoters, 100 - promoters - detractors, detractors, Z95 * error, rise)


class TwoFirmsOneScore(Exercise):
    """Two distributions behind one score, and what the next quarter shows by luck alone."""

    slug = "two-firms-one-score"
    title = "Two firms, one score"
    question = "Both firms report a score of 33. Are they alike, and is a rise next quarter good news?"
    guess = "two-firms-one-score-guess"
    guessed_at = ("answers", "points")
    controls = (
        Number("answers", "Customers who answer in a quarter", low=25, high=1_600, step=25, default=100),
        Number("loved", "Detractors at firm A", unit="% of its customers", low=0, high=33, default=30),
        Number("liked", "Detractors at firm B", unit="% of its customers", low=0, high=33, default=2),
    )
    assumptions = (
        Number("points", "The rise that would make you celebrate", unit="points", low=1, high=20, default=5),
    )
    assumes = (
        "Made-up firms and exact arithmetic. Every quarter each firm hears from as many customers, drawn by "
        "lot from a crowd that does not change, and all answer honestly. In life those who answer are no lot "
        "drawn from anybody, and that error does not shrink with the number of answers."
    )

    def compute(self, values: dict[str, Any]) -> Firms:
        answers, points = values["answers"], values["points"]
        return Firms(
            firms=(
                _firm("A", values["loved"], answers, points),
                _firm("B", values["liked"], answers, points),
            ),
            answers=answers,
            points=points,
            guess=self.guess_for(values),
        )

    def shows(self, result: Firms) -> Figure:
        drawing, axes = _axis()
        # One call for both firms: what matplotlib does around a bar takes longer than the bar.
        bars, scores = zip(*ROWS, strict=True)
        ends = [
            (max(SCORE - firm.reach, LEAST), min(SCORE + firm.reach, MOST), firm.reach)
            for firm in result.firms
        ]
        for kind, sign, color in (("promoters", 1, figures.BLUE), ("detractors", -1, figures.RED)):
            lengths = [sign * getattr(firm, kind) for firm in result.firms]
            across = [end for length in lengths for end in (0, length, nan)]
            axes.plot(
                across, [bar for bar in bars for _ in range(3)], color=color, lw=THICK, solid_capstyle="butt"
            )
        ranges = [at for low, high, _ in ends for at in (low, SCORE, high, nan)]
        rows = [score for score in scores for _ in range(4)]
        style = {"color": figures.PURPLE, "lw": 3, "ms": 8, "mew": 0}
        axes.plot(ranges, rows, "-o", markevery=[1, 5], **style)
        for firm, bar, score, (low, high, reach) in zip(result.firms, bars, scores, ends, strict=True):
            middle = {"va": "center"}
            text = f"{firm.passives}% passives, not drawn"
            axes.text(MOST, bar + ABOVE, text, ha="right", color=figures.MUTED, **middle)
            axes.text(firm.promoters + 2, bar, f"{firm.promoters}% +", color=figures.BLUE, **middle)
            left = {"ha": "right", **middle}
            axes.text(-firm.detractors - 2, bar, f"− {firm.detractors}%", color=figures.RED, **left)
            bold = {"color": figures.PURPLE, "fontweight": "bold"}
            text = f"{SCORE} ± {reach:.0f}"
            if high < MOST - 30:
                axes.text(high + 2, score, text, **middle, **bold)
            else:
                axes.text(low - 2, score, text, **left, **bold)
        return drawing

    def alt(self, result: Firms) -> str:
        told = "; ".join(
            f"firm {firm.name}, {firm.promoters}% promoters to the right of nothing and {firm.detractors}% "
            f"detractors to the left, its next score between {points(SCORE - firm.reach)} and "
            f"{points(SCORE + firm.reach)}"
            for firm in result.firms
        )
        return f"Bars for two firms with a score of {SCORE}: {told}."

    def says(self, result: Firms) -> str:
        one, other = result.firms
        unhappy = (
            f"Both have {_detractors(one.detractors)} in 100 customers"
            if one.detractors == other.detractors
            else f"A has {_detractors(one.detractors)} in 100 customers, B has {other.detractors}"
        )
        guess = f" You guessed {result.guess:.0f}." if result.guess is not None else ""
        rise = "1 point" if result.points == 1 else f"{result.points} points"
        return (
            f"{unhappy}, and both report {SCORE}. If nothing changes, the next score is {rise} or more "
            f"above the last in {100 * one.rise:.0f} of 100 quarters at A and in {100 * other.rise:.0f} of "
            f"100 at B; it falls by as much as often.{guess}"
        )


@figures.backdrop
def _axis() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=310, left=14, right=18, bottom=46, top=4)
    axes.set(xlim=(LEAST, MOST), ylim=(0.2, 6.5), yticks=(), xticks=range(-25, 101, 25))
    axes.set_xlabel("detractors − | promoters +, in percent; score in points")
    axes.spines["left"].set_visible(False)
    axes.axvline(0, color=figures.MUTED, lw=1.2)
    for name, (bar, _) in zip("AB", ROWS, strict=True):
        axes.text(LEAST, bar + ABOVE, f"Firm {name}", fontweight="bold", va="center")
    return drawing, axes


def _detractors(count: int) -> str:
    return "1 detractor" if count == 1 else f"{count} detractors"
