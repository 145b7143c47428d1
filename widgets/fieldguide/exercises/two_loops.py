"""The signature exercise of *Experience design*: a budget split between cases and what causes them."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MONTHS = 24
CASES = 600
#: The highest harm that can be: nobody handles anything, and nothing is ever redesigned.
MOST = MONTHS * CASES * 100
#: In dollars, how far two names at the lines' ends must be apart, and from the ends of the axis.
ROOM = 90_000
#: The month at which what stands above the figure begins.
LEFT = -5
#: Out of how many tries the band around a plan leaves one on each side.
TENTH = 0.1

CASES_NAME, CAUSES_NAME, YOURS_NAME = "all for cases", "all for causes", "yours"


@dataclass(frozen=True, eq=False)
class Compared:
    """A plan beside the two that put everything on one loop; harm in dollars, added up, by month."""

    split: int
    yours: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    for_cases: np.ndarray
    for_causes: np.ndarray
    #: Of 100 tries, in how many the plan has done less harm than all for cases by the last month.
    ahead: int
    #: The month of overtaking in the middle try, and in the tenth from either end; inf for not yet.
    month: float
    early: float
    late: float
    #: Cases that come in during the last month, and harm done in it, on average.
    cases_left: float
    last_month: float
    #: Of 100 tries, in how many the first redesign goes for one of the five biggest causes (None without
    #: any), and how many cases were handled before it.
    first_big: int | None
    known_before: float
    guess: float | None

    @property
    def alone(self) -> bool:
        """Whether the plan is one of the two that it is compared with."""
        return self.split in (0, 100)

    @property
    def catching_up(self) -> float:
        """Months from the last until the plan would overtake at its pace; inf where it never would."""
        gap = float(self.yours[-1] - self.for_cases[-1])
        gain = float(self.for_cases[-1] - self.for_cases[-2]) - self.last_month
        return gap / gain if gain > 1 else inf


class TwoLoops(Exercise):
    """Split a budget; see what harm the cases of two years do beside putting all on one loop."""

    slug = "two-loops"
    title = "Two loops, one budget"
    question = (
        "600 complaints a month, and a budget that would just pay for handling every one. How much of it do "
        "you take away from the cases, and put into redesigning what causes them?"
    )
    guess = "two-loops-guess"
    guessed_at = ("top", "odds", "lead", "price", "remains", "heard")
    controls = (
        Number(
            "split", "For redesigning causes", unit="% of the budget", low=0, high=100, step=5, default=50
        ),
        Number(
            "top",
            "The five biggest of 25 causes bring",
            unit="% of the cases",
            low=20,
            high=80,
            step=5,
            default=60,
        ),
        Number("odds", "A redesign works", unit="times in 100", low=10, high=90, step=5, default=50),
    )
    assumptions = (
        Number("lead", "A redesign takes", unit="months", low=1, high=12, step=1, default=3),
        Number("price", "A redesign costs", unit="thousand dollars", low=10, high=50, step=5, default=20),
        Number(
            "remains",
            "Harm that remains when a case is handled",
            unit="dollars of 100",
            low=0,
            high=90,
            step=10,
            default=60,
        ),
        Number(
            "heard",
            "Cases that tell their cause although nobody handles them",
            unit="%",
            low=0,
            high=50,
            step=5,
            default=0,
        ),
    )
    assumes = (
        "Every amount is invented. A case that nobody handles does $100 of harm, to the customer and to you: "
        "lost time, refunds, lost trade. Handling one costs $40. The budget is $24,000 a month, and what the "
        "cases do not need goes into redesigns. A handled case is written down with its cause, always "
        "rightly; each redesign goes for the cause written down most often, and blindly for any cause while "
        "nothing is written down. One that works takes away 80% of its cause’s cases; one that does not can "
        "be tried again. What a redesign saves after month 24 is not counted. Each plan is tried 100 times, "
        "with the same luck as every other plan."
    )

    def compute(self, values: dict[str, Any]) -> Compared:
        world = (
            values["top"] / 100,
            values["odds"] / 100,
            values["lead"],
            1_000.0 * values["price"],
            values["remains"] / 100,
            values["heard"] / 100,
        )
        plan, cases, causes = (worlds.two_loops(part, *world) for part in (values["split"] / 100, 0.0, 1.0))
        lower, upper = worlds.between(plan.harm, TENTH)
        month, early, late = worlds.overtaking(cases.harm, plan.harm, TENTH)
        begun = isfinite(plan.first_big)
        harm = plan.harm.mean(axis=1)
        return Compared(
            split=values["split"],
            yours=harm,
            lower=lower,
            upper=upper,
            for_cases=cases.harm.mean(axis=1),
            for_causes=causes.harm.mean(axis=1),
            ahead=round(100 * float((plan.harm[-1] < cases.harm[-1] - 0.5).mean())),
            month=month,
            early=early,
            late=late,
            cases_left=float(plan.cases[-1].mean()),
            last_month=float(harm[-1] - harm[-2]),
            first_big=round(100 * plan.first_big) if begun else None,
            known_before=plan.known_before if begun else 0.0,
            guess=self.guess_for(values),
        )

    def shows(self, result: Compared) -> Figure:
        drawing, axes = _months_and_harm()
        months = range(MONTHS + 1)
        plain = {"clip_on": False}
        lines = [
            (CASES_NAME, result.for_cases, figures.BLUE, (0, (5, 2))),
            (CAUSES_NAME, result.for_causes, figures.ORANGE, (0, (1.5, 1.5))),
        ]
        if result.alone:
            # The plan is one of the two: it takes its place.
            at = 0 if result.split == 0 else 1
            lines[at] = (YOURS_NAME, lines[at][1], figures.PURPLE, "-")
        else:
            lines.append((YOURS_NAME, result.yours, figures.PURPLE, "-"))
        if result.split > 0:
            figures.band(axes, months, result.lower, result.upper, color=figures.PURPLE, alpha=0.2)
        for _, harm, color, dash in lines:
            axes.plot(months, harm, color=color, ls=dash, lw=2.6 if color == figures.PURPLE else 1.8, **plain)
        heights = figures.apart([float(harm[-1]) for _, harm, *_ in lines], ROOM, 0, MOST - ROOM / 4)
        for (name, _, color, _), height in zip(lines, heights, strict=True):
            axes.text(MONTHS + 0.5, height, name, va="center", color=color, fontweight="bold")
        if result.month <= MONTHS:
            # Months on the axis of months: from the tenth try to overtake to the ninetieth.
            span = [result.early, result.month, min(result.late, MONTHS)]
            axes.plot(span, [0] * 3, "-o", lw=4, ms=9, markevery=[1], mew=0, color=figures.GREEN, **plain)
            text = f"dot: overtakes all for cases, month {result.month:.0f}"
            axes.text(LEFT, 1.05 * MOST, text, color=figures.GREEN, fontweight="bold")
        return drawing

    def alt(self, result: Compared) -> str:
        parts = [
            "Harm added up over 24 months. All for cases rises in a straight line to "
            f"{_short(result.for_cases[-1])}; all for causes ends at {_short(result.for_causes[-1])}; "
            f"your plan, {result.split}% for causes, at {_short(result.yours[-1])}"
        ]
        if result.split > 0:
            parts.append(
                f", within a band from {_short(result.lower[-1])} to {_short(result.upper[-1])} in the "
                "middle 80 of 100 tries"
            )
        parts.append(".")
        if result.month <= MONTHS:
            parts.append(f" A dot on the axis marks month {result.month:.0f}, where your plan overtakes.")
        return "".join(parts)

    def says(self, result: Compared) -> str:
        cases, causes, yours = (
            _short(harm[-1]) for harm in (result.for_cases, result.for_causes, result.yours)
        )
        if result.split == 0:
            return (
                f"All for cases: {cases} of harm in 24 months, as much in the last as in the first. "
                f"All for causes would come to {causes}."
            )
        beside = f"with all for cases {cases}"
        if not result.alone:
            beside += f", with all for causes {causes}"
        return (
            f"With {result.split}% for causes, 24 months of cases do {yours} of harm on average; {beside}. "
            f"{self._overtaking(result)}"
        )

    def _overtaking(self, result: Compared) -> str:
        """Say when the plan overtakes all for cases; where it mostly does not, why."""
        if result.ahead >= 50 and result.month <= MONTHS:
            late = f"{result.late:.0f}" if result.late <= MONTHS else "never"
            return (
                f"Your plan overtakes all for cases in {result.ahead} of 100 tries: typically in month "
                f"{result.month:.0f}; the luckiest tenth by month {result.early:.0f}, the unluckiest "
                f"{'after month ' + late if late != 'never' else 'not within 24 months'}."
            )
        tries = f"After 24 months it is ahead of all for cases in {result.ahead or 'none'} of 100 tries."
        left = f"Cases are down from {CASES} to {result.cases_left:.0f} a month"
        more = result.catching_up
        if more <= 0:
            return f"{tries} The average is ahead: a few lucky tries make up for the others."
        if more < 60:
            months = "a month" if more < 1.5 else f"{more:.0f} months"
            return f"{tries} {left}; at that pace it would catch up about {months} later."
        return f"{tries} {left}, which does not make up for those that nobody handles."

    def notes(self, result: Compared) -> dict[str, str]:
        guessed = "" if result.guess is None else f" Your guess was {result.guess:.0f}%."
        if result.first_big is None:
            said = "No redesign is begun in 24 months."
        elif result.known_before < 0.5:
            said = (
                "Nothing is written down when the first redesign begins. It goes for one of the five biggest "
                f"causes in {result.first_big} of 100 tries."
            )
        else:
            said = (
                f"When the first redesign begins, {result.known_before:,.0f} cases are written down. It goes "
                f"for one of the five biggest causes in {result.first_big} of 100 tries."
            )
        return {"split": f"<p>{said}{guessed}</p>"}


@figures.backdrop
def _months_and_harm() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=330, left=52, right=104, top=46)
    axes.set(xlim=(0, MONTHS), ylim=(0, MOST), xlabel="months")
    heights = range(0, MOST + 1, 400_000)
    axes.set(xticks=range(0, MONTHS + 1, 6), yticks=heights)
    axes.set_yticklabels([f"${height / 1e6:.1f}M" if height else "0" for height in heights])
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(LEFT, 1.12 * MOST, "harm done by cases, added up")
    return drawing, axes


def _short(amount: float) -> str:
    if amount >= 999_500:
        return f"${amount / 1e6:.2f}M"
    return f"${amount / 1e3:.0f},000" if amount >= 500 else "$0"
