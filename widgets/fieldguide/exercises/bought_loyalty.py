"""Points bring visits: while they last nobody can see where the visits come from, and then it matters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The weeks in which there are points, and the last week, as in `fieldguide.worlds.bonus_points`.
START, END, WEEKS = 12, 24, 48

#: Visits a week at the top of the axis: more than the most extra visits bring.
TOP = 600


@dataclass(frozen=True, eq=False)
class Bought:
    """Visits by week, and what they come to in money."""

    visits: worlds.PointVisits
    #: Dollars brought in, as counted on the last day of the points, and in the end.
    at_the_end_of_points: float
    in_the_end: float
    reach: int

    @property
    def after(self) -> float:
        """How many more visits a week than without points, in the weeks that visits were moved from."""
        weeks = slice(END, END + self.reach)
        return float((self.visits.seen[weeks] - self.visits.plain[weeks]).mean())


class BoughtLoyalty(Exercise):
    """The same visits in the weeks with points, wherever they come from; the difference comes later."""

    slug = "bought-loyalty"
    title = "Bought loyalty"
    question = (
        "For twelve weeks every visit earns points, and there are more visits. Where do they come from, and "
        "what is left of them when the points end?"
    )
    controls = (
        Number("forward", "Of 100 extra visits, moved forward from later weeks", low=0, high=100, default=50),
        Number("stay", "Of 100 visits won from others, become a habit", low=0, high=100, step=5, default=20),
        Number("cost", "The points of a visit cost", unit="dollars", low=0.0, high=5.0, step=0.25, default=1),
    )
    assumptions = (
        Number("bump", "Extra visits while there are points", unit="%", low=5, high=60, step=5, default=30),
        Number("margin", "A visit earns", unit="dollars", low=1, high=30, default=10),
        Number("reach", "Moved from so many weeks ahead", unit="weeks", low=8, high=24, default=12),
    )
    assumes = (
        "A simulation: 1,000 customers visit at random, each at a pace of their own, on average every third "
        "week. Whatever you set above, the same extra visits come in the same twelve weeks. Those that are "
        "not moved forward are won: without points they would have gone to somebody else. Chance decides "
        "visit by visit, so 50 of 100 come to about half. A habit repeats a won visit once in each later "
        "twelve weeks. Everybody who visits gets points, also those who would have come anyway. After week "
        "48 nothing is counted."
    )

    def compute(self, values: dict[str, Any]) -> Bought:
        visits = worlds.visits_with_points(
            values["bump"] / 100, values["forward"] / 100, values["stay"] / 100, values["reach"]
        )
        money = values["margin"], values["cost"]
        return Bought(visits, visits.profit_at_the_end(*money), visits.profit(*money), values["reach"])

    def shows(self, result: Bought) -> Figure:
        drawing, axes = _weeks_and_visits()
        visits, weeks = result.visits, list(range(1, WEEKS + 1))
        plain = {"clip_on": False}
        axes.plot(weeks, visits.plain, color=figures.MUTED, lw=1.4, ls=(0, (2, 2)), **plain)
        axes.plot(weeks, visits.seen, color=figures.BLUE, lw=2.2, **plain)
        until = END + result.reach
        more = round(result.after)
        color = figures.GREEN if more >= 0 else figures.RED
        # Where there is room: a curve that has sunk leaves it above, one that has risen below.
        row = 0.16 * TOP if more >= 0 else 0.9 * TOP
        axes.plot([END + 0.6, until + 0.4], [row] * 2, color=color, lw=3, solid_capstyle="butt")
        text = _difference(result.after)
        axes.text(END + 0.6, row - 0.03 * TOP, text, va="top", color=color, fontweight="bold")
        return drawing

    def alt(self, result: Bought) -> str:
        visits = result.visits
        during = visits.seen[START:END].mean() - visits.plain[START:END].mean()
        return (
            f"Visits a week over {WEEKS} weeks, with points in weeks {START + 1} to {END}, beside a dotted "
            f"line for the same customers without points. With points there are {during:.0f} more a week; in "
            f"the {result.reach} weeks after them {_difference(result.after)}."
        )

    def says(self, result: Bought) -> str:
        visits = result.visits
        return (
            f"On the last day of the points the report counts {visits.extra:,} extra visits and "
            f"{_result(result.at_the_end_of_points)}. Then {_missing(visits.moved)}, "
            f"and habit brings {_habit(visits.habit)}: in the end {_result(result.in_the_end)}."
        )

    def notes(self, result: Bought) -> dict[str, str]:
        visits = result.visits
        anyway = visits.rewarded - visits.extra
        return {
            "cost": f"<p>Points for {visits.rewarded:,} visits, {anyway:,} of which would have come "
            "anyway.</p>"
        }


@figures.backdrop
def _weeks_and_visits() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=290, left=40, right=14, bottom=44, top=30)
    axes.set(xlim=(1, WEEKS), ylim=(0, TOP), xlabel="week", yticks=range(0, TOP + 1, 200))
    axes.set_xticks([1, START, END, 36, WEEKS])
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.axvspan(START + 0.5, END + 0.5, color=figures.FAINT, alpha=0.55, lw=0)
    axes.text(18.5, 0.03 * TOP, "points", ha="center", va="bottom", fontweight="bold")
    axes.text(-3.6, 1.05 * TOP, "visits a week", va="bottom")
    axes.text(WEEKS, 1.05 * TOP, "dotted: without points", ha="right", va="bottom", color=figures.MUTED)
    return drawing, axes


def _result(amount: float) -> str:
    whole = round(amount)
    if whole == 0:
        return "neither profit nor loss"
    return f"a {'profit' if whole > 0 else 'loss'} of ${abs(whole):,}"


def _missing(visits: int) -> str:
    if not visits:
        return "no visit is missing"
    return f"{visits:,} {'visit is' if visits == 1 else 'visits are'} missing, already made"


def _habit(visits: int) -> str:
    return f"{visits:,}" if visits else "none"


def _difference(after: float) -> str:
    more = round(after)
    return "as many as without" if more == 0 else f"{abs(more)} {'more' if more > 0 else 'fewer'} a week"
