"""The reader's own desk: how loaded it is, and how many it answers in time, by Erlang's formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures
from fieldguide.controls import Amount, Choice, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The most people at a desk, and the most that are tried when looking for enough of them.
MOST = 5_000

#: How many other desks are drawn to both sides of the reader's, and one of how many people is a step.
ASIDE, STEPS = 4, 50

#: In what a promise may be counted.
UNITS = {
    "seconds": "seconds",
    "minutes": "minutes in which you are open",
    "hours": "hours in which you are open",
    "days": "working days",
}

#: The longest promise that the formula is asked about, in working days.
WEEK = 7

#: How much longer cases may take than the reader thinks.
LONGER = 1.1


@dataclass(frozen=True)
class Outlook:
    """What the formula makes of a desk, in an average hour and in the busiest."""

    cases: int
    staff: int
    #: The promise in words.
    promise: str
    #: Whether the promise is a working day or longer: a busy hour has been made good before it breaks.
    outlasts_peaks: bool
    wanted: float
    #: People kept busy: in an average hour, in the busiest.
    load: float
    peak_load: float
    #: Share answered in time: on average, when cases take longer, in the busiest hour.
    in_time: float
    if_longer: float
    at_peak: float
    #: Cases by which the line grows in a day, where it does.
    growth: float
    #: The fewest people who keep the promise to the wanted share; None beyond `MOST`.
    needed: int | None
    needed_at_peak: int | None
    #: For the figure: numbers of people, and the share in time with each, on average and in the busiest hour.
    people: tuple[int, ...]
    shares: tuple[float, ...]
    peak_shares: tuple[float, ...]


class YourDesk(Exercise):
    """Cases, minutes, people and a promise, typed by the reader."""

    slug = "your-desk"
    title = "Your desk"
    question = (
        "How many of your cases can your desk begin on within your promise? The numbers that stand here are "
        "an example; type your own."
    )
    controls = (
        Amount("cases", "Cases on a working day", low=0, high=100_000, default=120),
        Amount("minutes", "Minutes that a case takes, all work on it", low=0.5, high=480, default=15.0),
        Amount("staff", "People at the desk at any time", low=1, high=MOST, default=4),
        Amount("hours", "Hours a day that it is open", low=1, high=24, step=0.5, default=10.0),
        Amount("promise", "You promise to begin within", low=0, high=10_080, default=60.0),
        Choice("unit", "The promise is counted in", options=UNITS, default="minutes", style="menu"),
    )
    assumptions = (
        Number(
            "peak",
            "The busiest hour brings",
            unit="times the average hour",
            low=1.0,
            high=3.0,
            step=0.1,
            default=1.5,
            format=".1f",
        ),
        Number("wanted", "Cases that should be in time", unit="%", low=50, high=99, default=90),
    )
    assumes = (
        "Erlang’s formula. Cases come at random at a steady rate; handling times differ much (many short, a "
        "few long); everybody at the desk can do every case; cases are taken in turn; nobody hangs up, and "
        "it has been so for a long time. Real days have a busiest hour. The formula is asked about it as if "
        "it never ended: that is too strict for a short peak, and it tells nothing of the line that the peak "
        "leaves behind. A promise of a working day or more outlasts a busy hour, so there it is left out; "
        "nights are left out always, and 48 hours on the calendar are two working days. Count breaks and "
        "meetings: four on the payroll are rarely four at the desk."
    )

    def compute(self, values: dict[str, Any]) -> Outlook:
        cases, minutes, staff = values["cases"], values["minutes"], values["staff"]
        day = 60 * values["hours"]
        unit = {"seconds": 1 / 60, "minutes": 1, "hours": 60, "days": day}
        promise = values["promise"] * unit[values["unit"]]
        said = _length(values["promise"], values["unit"], promise / day)
        if promise > WEEK * day:
            raise ValueError(
                f"You promise to begin within {said}. Count only time in which the desk is open: a week on "
                f"the calendar is at most {WEEK} working days, and this exercise looks no further."
            )
        if minutes > day:
            raise ValueError(
                f"A case of {minutes:,g} minutes does not fit into a day of {day:,.0f}. Count only the "
                "minutes in which somebody works on it."
            )
        load = measures.offered_load(cases / day, minutes)
        peak, wanted = load * values["peak"], values["wanted"] / 100

        def share(people: int, load: float, longer: float = 1.0) -> float:
            return measures.answered_within(people, longer * load, longer * minutes, promise)

        def needed(load: float) -> int | None:
            return measures.staff_needed(load, minutes, promise, wanted) if load < MOST else None

        step = max(1, staff // STEPS)
        first = max(1, staff - ASIDE * step)
        people = tuple(range(first, first + 2 * ASIDE * step + 1, step))
        return Outlook(
            cases=cases,
            staff=staff,
            promise=said,
            outlasts_peaks=promise >= day,
            wanted=wanted,
            load=load,
            peak_load=peak,
            in_time=share(staff, load),
            if_longer=share(staff, load, LONGER),
            at_peak=share(staff, peak),
            growth=(load - staff) * day / minutes,
            needed=needed(load),
            needed_at_peak=needed(peak),
            people=people,
            shares=tuple(share(one, load) for one in people),
            peak_shares=tuple(share(one, peak) for one in people),
        )

    def shows(self, result: Outlook) -> Figure:
        drawing, axes = _people_and_shares(result.people[0], result.people[1] - result.people[0])
        plain = {"clip_on": False, "mew": 0}
        wanted = {"color": figures.MUTED, "lw": 1.2, "ls": (0, (4, 3)), "clip_on": False}
        axes.plot([result.people[0], result.people[-1]], [result.wanted] * 2, **wanted)
        axes.plot(result.people, result.peak_shares, "s-", ms=6, lw=1.4, color=figures.ORANGE, **plain)
        axes.plot(result.people, result.shares, "o-", ms=7, lw=1.8, color=figures.BLUE, **plain)
        axes.plot([result.staff] * 2, [0, 1.09], lw=1.4, color=figures.PURPLE, zorder=1, clip_on=False)
        aside = 1.1 * (result.people[1] - result.people[0])
        at = min(max(result.staff, result.people[0] + aside), result.people[-1] - aside)
        text = f"you: {result.staff:,}"
        axes.text(at, 1.1, text, ha="center", va="bottom", color=figures.PURPLE, fontweight="bold")
        return drawing

    def alt(self, result: Outlook) -> str:
        rows = "; ".join(
            f"{people:,} people {average:.0%} and {peak:.0%}"
            for people, average, peak in zip(result.people, result.shares, result.peak_shares, strict=True)
        )
        return (
            "Share of cases begun within the promise, by people at the desk, in an average hour and in the "
            f"busiest: {rows}. You have {result.staff:,}; a dashed line marks the {result.wanted:.0%} wanted."
        )

    def says(self, result: Outlook) -> str:
        if not result.cases:
            return (
                "Without cases there is nothing to wait for. Are there no problems, or does nobody tell you?"
            )
        if result.load >= result.staff:
            growth = (
                f"in a day it grows by about {result.growth:,.0f}"
                if round(result.growth)
                else "it grows by chance alone"
            )
            first = (
                f"Your cases are work for {_load(result.load, result.staff)} people, and you have "
                f"{result.staff:,}: the line has no end, and {growth}. No order of the queue and no formula "
                "helps; more people, fewer cases or shorter ones would."
            )
        else:
            peak = (
                "there is time to make good what a busy hour leaves behind"
                if result.outlasts_peaks
                else "your busiest hour brings more than they can handle"
                if result.peak_load >= result.staff
                else f"in your busiest hour, if it went on, it would be {_percent(result.at_peak)}"
            )
            first = (
                f"Your desk is {_percent(result.load / result.staff)} busy and begins on "
                f"{_percent(result.in_time)} of its cases within {result.promise}. If a case takes "
                f"10% longer than you think, it is {_percent(result.if_longer)}; {peak}."
            )
        return f"{first} {self._needs(result)}"

    def _needs(self, result: Outlook) -> str:
        if result.outlasts_peaks and result.needed is not None:
            return f"For {result.wanted:.0%} in time it takes {result.needed:,}."
        if result.needed is None or result.needed_at_peak is None:
            return f"For {result.wanted:.0%} in time you would need more than {MOST:,} people in some hours."
        if result.needed == result.needed_at_peak:
            return f"For {result.wanted:.0%} in time it takes {result.needed:,} at any hour."
        return (
            f"For {result.wanted:.0%} in time it takes {result.needed:,} in an average hour, and "
            f"{result.needed_at_peak:,} in the busiest."
        )


def _percent(share: float) -> str:
    """Write a share in percent, but no case as sure to be begun in time: chances come close to 1."""
    return percent(min(share, 0.999))


def _load(load: float, staff: int) -> str:
    """Write a load from `staff` on so that it does not look like `staff` when it is more."""
    for digits in (1, 2, 3):
        said = f"{load:,.{digits}f}"
        if said != f"{staff:,.{digits}f}":
            return said
    return f"{load:,.1f}"


def _length(count: float, unit: str, days: float) -> str:
    """Write a promise as it was typed, and in working days where that is not what was typed."""
    if unit == "days":
        return "1 working day" if count == 1 else f"{count:,g} working days"
    said = f"1 {unit[:-1]}" if count == 1 else f"{count:,g} {unit}"
    return f"{said} ({days:,.1f} of your working days)" if days > 1 else said


@figures.backdrop
def _people_and_shares(first: int, step: int) -> tuple[Figure, Axes]:
    people = range(first, first + 2 * ASIDE * step + 1, step)
    drawing, axes = figures.figure(height=270, left=46, right=18, bottom=62, top=4)
    axes.set(xlim=(first - 0.3 * step, people[-1] + 0.3 * step), ylim=(0, 1.34), xlabel="people at the desk")
    # Long numbers have room at every other tick; the reader's own is one of them.
    every = 1 if people[-1] < 1_000 else 2
    axes.set_xticks(people, ["" if at % every else f"{one:,}" for at, one in enumerate(people)])
    axes.set_yticks((0, 0.25, 0.5, 0.75, 1), ("0%", "25%", "50%", "75%", "100%"))
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(first - 1.3 * step, 1.24, "cases begun on in time")
    names = (("dots: average hour", figures.BLUE, 0.0), ("squares: busiest hour", figures.ORANGE, 0.5))
    for text, color, at in names:
        axes.text(at, -0.29, text, color=color, fontweight="bold", transform=axes.transAxes)
    return drawing, axes
