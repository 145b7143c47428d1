"""The signature exercise of *Delighters*: where customers with a mended failure beat those without one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import signed

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The most of the harm that can be made good, in percent, and the steps at which the curves are drawn.
MOST, STEP = 150, 5
#: What the vertical axis shows: from so far below customers without a failure to so far above them.
LOW, HIGH = -84, 50
#: How far apart two names at the lines' ends must be.
ROOM = 9
#: Who is nearer to the others than this, in points or in people of 100, is level with them.
LEVEL = 0.5
#: So many of 100 surveys lie below what is drawn of them, and as many above.
OUT = 10


@dataclass(frozen=True, eq=False)
class Paradox:
    """Both answers of customers with a failure, less those of customers without one."""

    good: int
    expected: int
    asked: int
    #: Points of satisfaction, and how many more of 100 mean to return, by share made good.
    satisfaction: np.ndarray
    returning: np.ndarray
    #: The same at the share chosen.
    points: float
    people: float
    #: From which share on, in percent, each is above customers without a failure; None for never.
    satisfied_from: float | None
    returning_from: float | None
    #: What the middle 80 of 100 surveys find, and in how many those with a failure come out on top.
    points_found: tuple[float, float]
    people_found: tuple[float, float]
    points_ahead: int
    people_ahead: int
    guess: float | None

    @property
    def back(self) -> int:
        """Of 100 customers with a failure, how many mean to return."""
        return round(100 * worlds.RETURNING_WITHOUT + self.people)


class TheParadox(Exercise):
    """Make good a failure; see two answers of those it happened to beside those it did not happen to."""

    slug = "the-paradox"
    title = "The paradox, found and lost"
    question = (
        "Some customers meet a failure, and you make good part of the harm, all of it, or more. Do they end "
        "up more satisfied than customers to whom nothing happened? And do more of them mean to return?"
    )
    guess = "the-paradox-guess"
    guessed_at = ("good", "expected", "again", "against", "known", "worse", "glow")
    controls = (
        Number("good", "You make good", unit="% of the harm", low=0, high=MOST, step=STEP, default=80),
        Number(
            "expected",
            "Customers had braced for",
            unit="% made good",
            low=0,
            high=100,
            step=STEP,
            default=40,
        ),
        Number(
            "again", "It happens a second time to", unit="% of them", low=0, high=100, step=STEP, default=20
        ),
    )
    assumptions = (
        Number(
            "against",
            "Satisfaction is held against the help braced for (the rest: the visit that was planned)",
            unit="%",
            low=0,
            high=100,
            step=10,
            default=70,
        ),
        Number(
            "known",
            "Customers know you by",
            unit="visits before",
            low=4,
            high=100,
            step=2,
            default=10,
        ),
        Number(
            "worse", "A second failure hurts more than the first by", unit="%", low=0, high=100, step=10,
            default=50,
        ),
        Number(
            "glow", "Satisfaction carries over into returning", unit="%", low=0, high=100, step=10, default=0
        ),
        Number("asked", "A survey asks in each group", unit="customers", low=20, high=300, step=20,
            default=100,
        ),
    )  # fmt: skip
    assumes = (
        "No customer was asked; every amount is ours. Customers without a failure answer 70 of 100 on "
        "average, and 80 of 100 of them mean to return. Satisfaction looks back to the last time: a whole "
        "harm more or less than what it is held against moves it by 30 points, and single customers stray "
        "widely (a standard deviation of 20; the ends of the scale do not bind). Returning looks ahead: to "
        "how likely another failure is, times what will be left of it. Before anything happens customers "
        "reckon with 10 failures in 100 visits; a failure that they see counts as one visit more, beside "
        "those by which they know you, and what they expect of your help moves half of the way to the help "
        "that came. Where satisfaction carries over in full, ten points more bring twelve more of 100 back. "
        "Two surveys of the same customers differ by luck alone; 100 are drawn."
    )

    def compute(self, values: dict[str, Any]) -> Paradox:
        world = worlds.Recovery(
            expected=values["expected"] / 100,
            again=values["again"] / 100,
            against=values["against"] / 100,
            known=values["known"],
            worse=values["worse"] / 100,
            glow=values["glow"] / 100,
        )
        shares = [share / 100 for share in _shares()]
        answers = worlds.mended(shares, world)
        satisfaction = answers.satisfaction - worlds.SATISFIED_WITHOUT
        returning = 100 * (answers.returning - worlds.RETURNING_WITHOUT)
        at = _shares().index(values["good"])
        found = worlds.recovery_surveys(values["good"] / 100, world, values["asked"])
        return Paradox(
            good=values["good"],
            expected=values["expected"],
            asked=values["asked"],
            satisfaction=satisfaction,
            returning=returning,
            points=float(satisfaction[at]),
            people=float(returning[at]),
            satisfied_from=_of_100(worlds.paradox_from(shares, satisfaction)),
            returning_from=_of_100(worlds.paradox_from(shares, returning)),
            points_found=_middle(found.satisfaction),
            people_found=_middle(100 * found.returning),
            points_ahead=int((found.satisfaction > 0).sum()),
            people_ahead=int((found.returning > 0).sum()),
            guess=self.guess_for(values),
        )

    def shows(self, result: Paradox) -> Figure:
        drawing, axes = _good_and_gap()
        axes.plot([result.good] * 2, [LOW, 37], color=figures.PURPLE, lw=1.2, zorder=1, clip_on=False)
        figures.centered(axes, result.good, 38, f"you: {result.good}%", figures.PURPLE)
        lines = (
            ("satisfaction", result.satisfaction, figures.BLUE, "-", result.points, result.points_found, -1),
            ("returning", result.returning, figures.ORANGE, (0, (5, 2)), result.people, result.people_found,
             1),
        )  # fmt: skip
        for _, curve, color, dash, here, (low, high), side in lines:
            axes.plot(_shares(), curve, color=color, ls=dash)
            at = result.good + 1.3 * side
            axes.plot([at, at], [low, high], color=color, lw=4, alpha=0.5)
            axes.plot(at, here, "o" if side < 0 else "s", ms=8, mew=0, color=color, clip_on=False)
        ends = _apart([float(curve[-1]) for _, curve, *_ in lines])
        for (name, _, color, *_), height in zip(lines, ends, strict=True):
            axes.text(MOST + 5, height, name, va="center", color=color, fontweight="bold")
        return drawing

    def alt(self, result: Paradox) -> str:
        starts = ", ".join(
            f"{name} {'never' if start is None else f'from {start:.0f}%'}"
            for name, start in (
                ("satisfaction", result.satisfied_from),
                ("returning", result.returning_from),
            )
        )
        return (
            "Two curves rise with the share of the harm that is made good, from 0 to 150%; a line marks "
            f"customers without a failure. Above it lies {starts}. At your {result.good}%: satisfaction "
            f"{signed(result.points, 1)} points (the middle 80 of 100 surveys: {_span(result.points_found)})"
            f", returning {signed(result.people, 1)} of 100 ({_span(result.people_found)})."
        )

    def says(self, result: Paradox) -> str:
        happy, loyal = result.points >= LEVEL, result.people >= LEVEL
        verdict = {
            (True, False): "A paradox in satisfaction, and none in returning.",
            (True, True): "A paradox in both.",
            (False, True): "No paradox in satisfaction, but one in returning.",
            (False, False): "No paradox.",
        }[happy, loyal]
        return (
            f"{verdict} You make good {result.good}% and customers had braced for {result.expected}%: they "
            f"end up {_against(result.points)} customers without a failure, and {self._back(result)}. "
            f"Satisfaction is above the others’ {_from(result.satisfied_from)}, returning "
            f"{_from(result.returning_from)}."
        )

    def _back(self, result: Paradox) -> str:
        usual = round(100 * worlds.RETURNING_WITHOUT)
        if result.back == usual:
            return f"as many of them mean to return, {usual} of 100"
        return f"{result.back} of 100 mean to return instead of {usual}"

    def notes(self, result: Paradox) -> dict[str, str]:
        surveys = (
            f"Of 100 surveys of {result.asked} customers of each kind, {_find(result.points_ahead)} those "
            f"with a failure more satisfied, and {_find(result.people_ahead)} more of them returning."
        )
        guessed = "" if result.guess is None else f" You guessed that {result.guess:.0f} of 100 would return."
        return {"good": f"<p>{surveys}{guessed}</p>"}


@cache
def _shares() -> list[int]:
    return list(range(0, MOST + 1, STEP))


def _of_100(share: float | None) -> float | None:
    return None if share is None else 100 * share


def _middle(found: np.ndarray) -> tuple[float, float]:
    ordered = sorted(found.tolist())
    return ordered[OUT], ordered[-1 - OUT]


def _apart(ends: list[float]) -> list[float]:
    """Return heights for two names near the lines' ends at which they do not touch."""
    first, second = (min(max(end, LOW + 3), HIGH - 9) for end in ends)
    push = max(0.0, ROOM - abs(first - second)) / 2
    up = 1 if first >= second else -1
    return [first + up * push, second - up * push]


def _against(points: float) -> str:
    if abs(points) < LEVEL:
        return "as satisfied as"
    amount = f"{abs(points):.1f}"
    unit = "point" if amount == "1.0" else "points"
    return f"{amount} {unit} {'more' if points > 0 else 'less'} satisfied than"


def _find(surveys: int) -> str:
    return f"{surveys or 'none'} {'finds' if surveys == 1 else 'find'}"


def _from(start: float | None) -> str:
    if start is None:
        return f"nowhere up to {MOST}%"
    return "from the start" if start == 0 else f"from {start:.0f}% on"


def _span(found: tuple[float, float]) -> str:
    return f"{signed(found[0], 1)} to {signed(found[1], 1)}"


@figures.backdrop
def _good_and_gap() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=326, left=40, right=98, top=40)
    axes.set(xlim=(0, MOST), ylim=(LOW, HIGH), xlabel="share of the harm made good")
    axes.set_xticks((0, 50, 100, 150), ("0%", "50%", "100%", "150%"))
    axes.set_yticks((-80, -60, -40, -20, 0, 20, 40), ("−80", "−60", "−40", "−20", "0", "+20", "+40"))
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.axhline(0, color=figures.INK, lw=1.4)
    axes.text(-24, HIGH + 10, "compared with customers without a failure:")
    axes.text(-24, HIGH + 2, "points of satisfaction, people of 100 who return")
    axes.text(2, 2, "without a failure", va="bottom")
    return drawing, axes
