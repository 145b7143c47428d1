"""*Your score*: the reader's own promoters, passives and detractors, and how far the score can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures
from fieldguide.controls import Amount
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import points

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Where the rows stand: the answers, the score, and next quarter's score.
ANSWERS, SCORE, NEXT = 2.6, 1.5, 0.4

#: As good as never, or always.
RARE = 0.005


@dataclass(frozen=True)
class Judged:
    """A score with its margin; None instead of it while nobody has answered."""

    shares: tuple[float, float, float] | None
    score: measures.Score | None
    points: float
    #: Where the next score lies 95 times of 100 when nothing changes, and the chance of such a rise by luck.
    next_low: float
    next_high: float
    rise: float
    #: Answers in each quarter for which such a rise would be rare luck: one quarter in forty.
    needed: int


@cache
def _luck(counts: tuple[int, int, int], points: float) -> tuple[float, float, int]:
    """Return the chance of the rise, how far the next score strays, and the answers that would be needed."""
    # As if three more had answered: where all answer alike, luck still has something to move.
    p, m, d = (count + more for count, more in zip(counts, measures.survey.IMAGINED, strict=True))
    whole = p + m + d
    answers = sum(counts)
    reach = measures.survey.Z95 * 2**0.5 * measures.nps_standard_error(p / whole, d / whole, answers)
    rise = measures.nps_rise_by_luck(p / whole, d / whole, answers, points)
    needed = measures.answers_for_margin(p / whole, d / whole, points / 2**0.5)
    return rise, reach, needed


class YourScore(Exercise):
    """Three counts and the change that one would act on."""

    slug = "your-score"
    title = "Your own score"
    question = (
        "How far can you trust your own score, and the next change in it? The numbers are an example: put "
        "yours over them."
    )
    controls = (
        Amount("promoters", "Promoters: answers of 9 and 10", low=0, high=1_000_000, default=45),
        Amount("passives", "Passives: answers of 7 and 8", low=0, high=1_000_000, default=35),
        Amount("detractors", "Detractors: answers from 0 to 6", low=0, high=1_000_000, default=20),
        Amount("points", "A rise that I would act on", unit="points", low=1, high=100, default=5),
    )
    assumes = (
        "The interval is computed as if three more customers had answered, one or two of them a passive: "
        "otherwise answers that are all alike would claim a margin of nothing. It knows only the luck of who "
        "answered. That the angry or the coached answered more, or that some were never asked, is not in it, "
        "and no number of answers mends that. Next quarter is taken to bring as many answers as this one."
    )

    def compute(self, values: dict[str, Any]) -> Judged:
        counts = values["promoters"], values["passives"], values["detractors"]
        answers = sum(counts)
        if not answers:
            return Judged(None, None, values["points"], 0, 0, 0, 0)
        score = measures.net_promoter_score(*counts, adjusted=True)
        rise, reach, needed = _luck(counts, values["points"])
        return Judged(
            shares=tuple(count / answers for count in counts),
            score=score,
            points=values["points"],
            next_low=max(score.value - reach, -100),
            next_high=min(score.value + reach, 100),
            rise=rise,
            needed=needed,
        )

    def shows(self, result: Judged) -> Figure:
        drawing, axes = _axis()
        if result.score is None:
            axes.text(0, ANSWERS, "no answers yet", ha="center", va="center")
            return drawing
        promoters, _, detractors = (100 * share for share in result.shares)
        axes.barh(ANSWERS, promoters, height=0.34, color=figures.BLUE, lw=0)
        axes.barh(ANSWERS, -detractors, height=0.34, color=figures.RED, lw=0)
        axes.plot([0, 0], [ANSWERS - 0.24, ANSWERS + 0.24], color=figures.MUTED, lw=1.2)
        for row, low, high, color in (
            (SCORE, result.score.low, result.score.high, figures.PURPLE),
            (NEXT, result.next_low, result.next_high, figures.MUTED),
        ):
            axes.plot([low, high], [row] * 2, color=color, lw=3)
            axes.plot(result.score.value, row, "o", ms=8, mew=0, color=color, clip_on=False)
        interval = _range(result.score.low, result.score.high)
        for row, text in (
            (ANSWERS, f"{detractors:.0f}% detractors, {promoters:.0f}% promoters"),
            (SCORE, f"score {points(result.score.value)}, 95% interval {interval}"),
            (NEXT, f"next quarter by luck: {_range(result.next_low, result.next_high)}"),
        ):
            axes.text(-100, row + 0.36, text, va="center", fontweight="bold")
        return drawing

    def alt(self, result: Judged) -> str:
        if result.score is None:
            return "An empty scale of scores from −100 to 100: there are no answers yet."
        return (
            f"A scale from −100 to 100: your score at {points(result.score.value)} with an interval of "
            f"{_range(result.score.low, result.score.high)}, and the range of the next score if nothing "
            f"changes, {_range(result.next_low, result.next_high)}."
        )

    def says(self, result: Judged) -> str:
        if result.score is None:
            return "Put in how many promoters, passives and detractors you had: no answers, no score."
        score = result.score
        answers = "1 answer" if score.answers == 1 else f"{score.answers:,} answers"
        rise = "1 point" if result.points == 1 else f"{result.points:g} points"
        enough = "as many as" if result.needed != 1 else "just"
        needed = f"{result.needed:,} {'answer' if result.needed == 1 else 'answers'}"
        verdict = (
            f"You have enough: {enough} {needed} a quarter would do."
            if score.answers >= result.needed
            else f"For such a rise to be rare luck, one quarter in forty, you would need {needed} a quarter."
        )
        return (
            f"From {answers}, your score is {points(score.value)}, with a 95% interval from "
            f"{_range(score.low, score.high)}. While nothing changes, a score from so many answers rises "
            f"by {rise} or more in {_of_100(result.rise)} quarters. {verdict}"
        )


@figures.backdrop
def _axis() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=260, left=22, right=22, top=4)
    axes.set(xlim=(-100, 100), ylim=(0, 3.2), yticks=(), xticks=range(-100, 101, 50))
    axes.set_xlabel("points")
    axes.spines["left"].set_visible(False)
    return drawing, axes


def _range(low: float, high: float) -> str:
    return f"{points(low)} to {points(high)}"


def _of_100(chance: float) -> str:
    if chance < RARE:
        return "fewer than 1 of 100"
    if chance > 1 - RARE:
        return "nearly all"
    return f"{100 * chance:.0f} of 100"
