"""*Spend 100 points*: needs, wants and recovery over two years, and when neglected needs spoil the rest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Choice, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COMPANIES = {
    "provider": "an internet provider: 30 of 100 visits fail",
    "grocer": "a grocer who delivers: 12 of 100 fail",
    "theater": "a theater: 5 of 100 fail, and what is played matters most",
}

#: The sizes of dots, by the share of the best gain that a plan reaches at least.
SIZES = ((-9e9, 3.0), (0.25, 6.0), (0.5, 9.5), (0.75, 13.0), (0.9, 17.0))

#: Points between two dots: fewer than plans are tried, for a phone.
APART = 10

#: Within so much of the best, a plan is as good; and so near it, that nothing much hangs on the difference.
AS_GOOD, NEAR = 0.99, 0.95

#: What the best plan without a point on needs must miss before neglected needs are said to hurt.
HURT = 0.9

#: A gain is no return.
PAID = "(the points not paid for)"

Points = tuple[int, int, int]

#: The company, and the names of what is assumed of its customers.
Given = tuple[str, int, int, int, int]
GIVEN = ("company", "spoils", "halving", "remembers", "tells")


@dataclass(frozen=True, eq=False)
class Spent:
    """What a plan gains over spending nothing, in dollars, and what others would.

    ``without`` is the best plan that spends nothing on needs; ``wants`` spends all on wants; ``near`` is
    from how few to how many points plans put on needs that come near the best.
    """

    mine: Points
    gain: float
    best: Points
    best_gain: float
    near: tuple[int, int]
    without: Points
    without_gain: float
    wants_gain: float
    customers: float
    best_customers: float
    remember: float
    #: What the dots hang on, as in `GIVEN`.
    given: Given
    guess: float | None

    @property
    def share(self) -> float:
        return self.gain / self.best_gain


@lru_cache(maxsize=16)
def _plans(company: str, spoils: int, halving: int, remembers: int, tells: int) -> tuple[Any, ...]:
    """Return all plans, what each brings, and what spending nothing brings."""
    plans = worlds.spending_plans()
    one = worlds.SPENDING_COMPANIES[company]
    given = {"spoils": spoils / 100, "halving": halving, "remembers": remembers, "tells": tells / 100}
    years = worlds.two_years(one, *plans.T, **given)
    nothing = float(worlds.two_years(one, 0, 0, 0, **given).money)
    return tuple(map(tuple, plans.tolist())), years, (years.money - nothing).tolist()


def best_plan(*given: Any) -> tuple[Points, tuple[int, int]]:
    """Return the plan that gains most, and from how few to how many points on needs come near it."""
    plans, _, gains = _plans(*given)
    most = max(gains)
    near = [plan[0] for plan, gain in zip(plans, gains, strict=True) if gain >= NEAR * most]
    return plans[gains.index(most)], (min(near), max(near))


class Spend100Points(Exercise):
    """Two sliders, three companies, and how much a failing need spoils what is wanted."""

    slug = "spend-100-points"
    title = "Spend 100 points"
    question = (
        "You have a hundred points for two years: for doing the needed right, for what is wanted, for "
        "putting failures right. Where do they go, and when are the rest worthless because the needs were "
        "neglected?"
    )
    guess = "spend-100-points-guess"
    guessed_at = GIVEN
    controls = (
        Number("needs", "On needs", unit="points", low=0, high=100, step=5, default=35),
        Number(
            "wants", "On wants; recovery gets the rest", unit="points", low=0, high=100, step=5, default=35
        ),
        Choice("company", "The company (made up)", COMPANIES, default="grocer"),
        Number(
            "spoils",
            "A failure that was not put right takes from what is wanted",
            unit="%",
            low=0,
            high=100,
            step=5,
            default=50,
        ),
    )
    assumptions = (
        Number("halving", "Points on needs that halve the failures", low=5, high=100, step=5, default=25),
        Number("remembers", "A failure is remembered for", unit="visits", low=1, high=24, default=12),
        Number("tells", "Failures that somebody tells of", unit="%", low=20, high=100, step=5, default=40),
    )
    assumes = (
        "Nothing here was measured. 25 points on wants halve what is lacking of what people want; 25 on "
        "recovery halve the share of failures that are told and not put right; those that nobody tells of "
        "stay as they are. The points are not paid for here, so a gain is no return. Wants keep customers "
        "and bring new ones. After a failure that was not put right some leave at once, and those who "
        "remember one have less of what is wanted. A failure put right costs money and does no other harm, "
        "and no good. The provider’s customers come 4 times a month, leave $8 a visit and are slow to go; "
        "the grocer’s come 4 times and leave $6; the theater’s come once and leave $20, and wants do most "
        "there."
    )

    def compute(self, values: dict[str, Any]) -> Spent:
        needs, wants = values["needs"], values["wants"]
        if needs + wants > 100:
            raise ValueError(
                f"{needs} points on needs and {wants} on wants are {needs + wants}: there are only 100."
            )
        given = tuple(values[name] for name in GIVEN)
        plans, years, gains = _plans(*given)
        found, near = best_plan(*given)
        best = plans.index(found)
        mine = plans.index((needs, wants, 100 - needs - wants))
        bare = max((at for at, plan in enumerate(plans) if not plan[0]), key=gains.__getitem__)
        return Spent(
            mine=plans[mine],
            gain=gains[mine],
            best=plans[best],
            best_gain=gains[best],
            near=near,
            without=plans[bare],
            without_gain=gains[bare],
            wants_gain=gains[plans.index((0, 100, 0))],
            customers=float(years.customers[mine]),
            best_customers=float(years.customers[best]),
            remember=float(years.remember[mine]),
            given=given,
            guess=self.guess_for(values),
        )

    def _take(self, **changes: Any) -> None:
        """Take a move; where more than a hundred points are asked for, the other slider gives way."""
        for moved, other in (("needs", "wants"), ("wants", "needs")):
            if set(changes) == {moved} and changes[moved] <= 100:
                changes[other] = min(self.values[other], 100 - changes[moved])
        super()._take(**changes)

    def shows(self, result: Spent) -> Figure:
        drawing, axes = _triangle()
        _dots(axes, [result.given])
        # Each stands on its dot's side: then no line crosses the other.
        left_is_best = _at(result.best)[0] <= _at(result.mine)[0]
        for plan, name, color, size, side in (
            (result.best, "best", figures.GREEN, 21, -1 if left_is_best else 1),
            (result.mine, "you", figures.ORANGE, 12, 1 if left_is_best else -1),
        ):
            x, y = _at(plan)
            edge = 50 + side * 60
            # From below its words, or from beside them where the plan stands higher than they begin.
            start = (edge, 63) if y < 60 else (edge - side * 37, 75)
            axes.plot([start[0], x], [start[1], y], lw=1.2, color=color, zorder=3, clip_on=False)
            axes.plot(x, y, "o", ms=size, mew=2.4, mec=color, mfc="none", zorder=4, clip_on=False)
            lines = f"{name}: needs {plan[0]}\nwants {plan[1]}\nrecovery {plan[2]}"
            left = edge if side < 0 else edge - 37
            axes.text(left, 66, lines, va="bottom", color=color, fontweight="bold")
        return drawing

    def alt(self, result: Spent) -> str:
        none, all_wants = result.without_gain / result.best_gain, result.wants_gain / result.best_gain
        return (
            "A triangle of dots, one for each way to spend the points, larger for more gain; the corners are "
            f"all on needs, all on wants, all on recovery. The best stands at {_plan(result.best)}, you at "
            f"{_plan(result.mine)}. The best on the side without needs reaches {_of_gain(none)} of its gain, "
            f"the corner of wants {_of_gain(all_wants)}."
        )

    def says(self, result: Spent) -> str:
        guess = "" if result.guess is None else f", and you guessed {result.guess:.0f} on needs"
        gained = f"gains {_short(result.gain)}" if result.gain >= 0 else f"loses {_short(-result.gain)}"
        if result.share >= AS_GOOD:
            mine = f"Your plan {gained} in two years over spending nothing {PAID}: as good as the best"
            mine += f" ({_plan(result.best)}{guess})." if result.mine != result.best or guess else "."
        else:
            mine = (
                f"Your plan {gained} in two years over spending nothing {PAID}; the best "
                f"({_plan(result.best)}{guess}) gains {_short(result.best_gain)}."
            )
        few, many = result.near
        mine += f" Plans within 5% of it put {f'{few} to {many}' if few < many else few} on needs."
        none, wants = result.without_gain / result.best_gain, result.wants_gain / result.best_gain
        if none >= AS_GOOD:
            verdict = "Needs are not worth a point here"
        elif none >= HURT:
            verdict = "Points on needs add little here"
        elif wants < 0.05:
            verdict = "Neglected needs make what is wanted worthless here"
        else:
            verdict = "Neglected needs hurt here"
        return (
            f"{mine} {verdict}: without a point on needs the best plan gets {_of_gain(none)} of the most "
            f"there is to gain, and all on wants gets {_of_gain(wants)}."
        )


@figures.backdrop
def _triangle() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=350, left=34, right=34, bottom=52, top=30)
    axes.set(xlim=(0, 100), ylim=(0, 100), xticks=(), yticks=())
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.plot([0, 50, 100, 0], [0, 100, 0, 0], color=figures.FAINT, lw=1, clip_on=False)
    axes.text(50, 104, "all on needs", ha="center")
    axes.text(-8, -9, "all on recovery")
    axes.text(108, -9, "all on wants", ha="right")
    axes.text(50, -17, "the larger a dot, the more the plan gains", ha="center", color=figures.MUTED)
    return drawing, axes


@figures.pieces
def _dots(axes: Axes, given: Given) -> None:
    """Draw a dot for each plan, larger for more gain."""
    plans, _, gains = _plans(*given)
    most = max(gains)
    shares = [(plan, gain / most) for plan, gain in zip(plans, gains, strict=True)]
    for (least, size), (below, _) in zip(SIZES, (*SIZES[1:], (9e9, 0)), strict=True):
        places = [
            _at(plan)
            for plan, share in shares
            if least <= share < below and not any(points % APART for points in plan)
        ]
        if places:
            axes.plot(*zip(*places, strict=True), "o", ms=size, mew=0, color=figures.BLUE, alpha=0.45)


def _at(plan: Points) -> tuple[float, float]:
    """Return where a plan stands in the triangle."""
    needs, wants, _ = plan
    return wants + needs / 2, float(needs)


def _plan(plan: Points) -> str:
    needs, wants, recovery = plan
    return f"needs {needs}, wants {wants}, recovery {recovery}"


def _short(dollars: float) -> str:
    thousands = round(dollars / 1_000)
    return f"${thousands:,}k" if thousands else "less than $1k"


def _of_gain(share: float) -> str:
    if share < -0.005:
        return "less than nothing"
    return percent(max(share, 0))
