"""Of *What is a customer worth?*: buying cycle, margin and retention make a customer's worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import money, round_top, span

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: How many years the picture shows.
YEARS = 30

#: What the guess is about.
ASKED = {"months": 144, "margin": 250, "retention": 100, "rate": 10, "lift": 0, "cost": 0, "differ": 0}

#: The room above the top for words, roughly a bold letter's width in years, and the year from which on the
#: lower curve's name needs room.
HEADROOM, YEARS_PER_LETTER, NAMED_FROM = 1.5, 0.66, 19


@dataclass(frozen=True)
class Worth:
    """A customer's worth over the years, with the program and without."""

    outlook: worlds.Outlook
    months: int
    #: Dollars at the top of the axis.
    top: float
    guess: float | None

    @property
    def same(self) -> bool:
        """Whether the program makes no difference."""
        return self.outlook.gain < 1e-9

    @property
    def payback_years(self) -> float | None:
        """Years until the program has brought in its cost; None when it never does."""
        cycles = self.outlook.payback
        return None if cycles is None else cycles * self.outlook.cycle


def worth_of(values: Mapping[str, Any]) -> worlds.Outlook:
    """Return the worth that these settings of the controls come to."""
    return worlds.outlook(
        months=values["months"],
        margin=values["margin"],
        retention=values["retention"] / 100,
        lift=values["lift"] / 100,
        cost=values["cost"],
        rate_a_year=values["rate"] / 100,
        differ=values["differ"] / 100,
    )


def _by(year: float, cycle: float, so_far: np.ndarray) -> float:
    """Return what has come in by a year."""
    count = min(len(so_far), floor(year / cycle + 1e-9))
    return float(so_far[count - 1]) if count else 0.0


class ToothpasteOrRefrigerator(Exercise):
    """How long a cycle takes decides when the money comes, and interest makes of that what it is worth."""

    slug = "toothpaste-or-refrigerator"
    title = "Toothpaste or refrigerator"
    question = (
        "A customer has just bought. What are the purchases to come worth today, and is a program that makes "
        "more customers come back paid for in time?"
    )
    guess = "toothpaste-or-refrigerator-guess"
    guessed_at = {name: ASKED[name] for name in ("months", "margin", "retention", "rate")}
    controls = (
        Number("months", "Time between purchases", unit="months", low=1, high=180, default=144),
        Number("margin", "Each purchase earns", unit="dollars", low=1, high=500, default=250),
        Number("retention", "Of 100 customers, buy again next time", low=0, high=100, default=50),
    )
    assumptions = (
        Number("cost", "The program costs, per customer, today", unit="dollars", low=0, high=100, default=5),
        Number("lift", "With it, so many more of 100 buy again", low=0, high=30, default=10),
        Number("rate", "Money put elsewhere grows by", unit="% a year", low=1, high=30, default=10),
        Number(
            "differ",
            "How much customers differ",
            unit="0: all alike; 90: most come back always or never",
            low=0,
            high=90,
            step=5,
            default=0,
        ),
    )
    assumes = (
        "Everybody buys at the same pace and earns you the same each time; whoever misses one purchase is "
        "gone. The program costs once and works for good, which is generous: nobody knows that on the day it "
        "is bought. A dollar that comes later is worth what one would put aside today to have it then. The "
        "purchase just made is not counted. When customers differ, the loyal ones are soon all that is left, "
        "and those who are left come back more and more often."
    )

    def compute(self, values: dict[str, Any]) -> Worth:
        outlook = worth_of(values)
        guess = self.guess_for(values)
        return Worth(
            outlook=outlook,
            months=values["months"],
            top=round_top(max(_by(YEARS, outlook.cycle, outlook.with_program), guess or 0)),
            guess=guess,
        )

    def shows(self, result: Worth) -> Figure:
        drawing, axes = _years_and_dollars()
        outlook, top = result.outlook, result.top
        for height in (0, 0.5, 1):
            axes.text(-0.6, height, money(height * top), ha="right", va="center")
        count = min(len(outlook.without), floor(YEARS / outlook.cycle + 1e-9))
        years = [0, *(outlook.cycle * number for number in range(1, count + 1)), YEARS]
        plain = {"drawstyle": "steps-post", "clip_on": False}
        for row, color, width in (
            (outlook.with_program, figures.ORANGE, 2),
            (outlook.without, figures.BLUE, 2.6),
        ):
            heights = [0, *(row[:count] / top).tolist()]
            axes.plot(years, [*heights, heights[-1]], color=color, lw=width, **plain)
        self._name(axes, result)
        paid = result.payback_years
        if not result.same and paid is not None and 0 < paid <= YEARS:
            number = outlook.payback - 1
            height = outlook.with_program[number] / top
            axes.plot([paid, paid], [0, height], "-o", markevery=[1], ms=8, lw=1.5, color=figures.GREEN)
        if not result.same:
            text = _paid_in_words(paid)
            at = YEARS / 2 if paid is None or paid > YEARS else paid
            half = len(text) * YEARS_PER_LETTER / 2
            at = min(max(at, half - 4), YEARS - half)
            axes.text(at, 1.2, text, ha="center", va="bottom", color=figures.GREEN, fontweight="bold")
        if result.guess is not None:
            height = result.guess / top
            axes.plot([0, YEARS / 2], [height] * 2, color=figures.PURPLE, lw=2, ls=(0, (3, 2)))
            text = f"your guess: {money(result.guess)}"
            axes.text(0.3, height + 0.03, text, va="bottom", color=figures.PURPLE, fontweight="bold")
        return drawing

    def _name(self, axes: Axes, result: Worth) -> None:
        """Write beside each curve, at its right end, what it comes to for ever."""
        outlook, top = result.outlook, result.top
        right = {"ha": "right", "fontweight": "bold"}
        high = _by(YEARS, outlook.cycle, outlook.with_program) / top + 0.03
        if result.same:
            text = f"in all time: {money(outlook.worth)}"
            axes.text(YEARS, high, text, va="bottom", color=figures.BLUE, **right)
            return
        text = f"with the program, in all time: {money(outlook.worth_with)}"
        axes.text(YEARS, high, text, va="bottom", color=figures.ORANGE, **right)
        # Under the lower curve where it is high enough, else between the two, where there is room then.
        low = _by(NAMED_FROM, outlook.cycle, outlook.without) / top
        last = _by(YEARS, outlook.cycle, outlook.without) / top
        height, align = (low - 0.03, "top") if low > 0.14 else (last + 0.02, "bottom")
        text = f"without: {money(outlook.worth)}"
        axes.text(YEARS, height, text, va=align, color=figures.BLUE, **right)

    def alt(self, result: Worth) -> str:
        outlook = result.outlook
        first = (
            f"What a customer has brought in so far, in dollars of today, over {YEARS} years. Without the "
            f"program it climbs, a step every {span(outlook.cycle)}, towards {money(outlook.worth)}"
        )
        if result.same:
            return f"{first}; the program changes nothing.{self._guessed_at(result)}"
        return (
            f"{first}; with it, towards {money(outlook.worth_with)}. "
            f"It says: {_paid_in_words(result.payback_years)}.{self._guessed_at(result)}"
        )

    def _guessed_at(self, result: Worth) -> str:
        return "" if result.guess is None else f" Your guess lies at {money(result.guess)}."

    def says(self, result: Worth) -> str:
        outlook = result.outlook
        if outlook.worth <= 0:
            first = "Nobody comes back, so a customer is worth nothing more."
        else:
            at_once = outlook.half <= outlook.cycle + 1e-9
            when = (
                f"half of it or more comes with the next purchase, {span(outlook.cycle)} from now"
                if at_once
                else f"half of it comes within {span(outlook.half)}"
            )
            first = f"What is to come is worth {money(outlook.worth)} today; {when}."
        cost = money(outlook.cost)
        if result.same:
            second = f"The program costs {cost} a customer and changes nothing: nobody more comes back."
        elif result.payback_years is None:
            second = (
                f"The program costs {cost} a customer, brings in {money(outlook.gain)} in all time, and is "
                "never paid back."
            )
        elif result.payback_years == 0:
            second = f"The program costs nothing and brings in {money(outlook.gain)}."
        else:
            second = (
                f"The program costs {cost} a customer, brings in {money(outlook.gain)} in all time, and is "
                f"paid back after {span(result.payback_years)}."
            )
        if result.guess is None:
            return f"{first} {second}"
        return f"{first} {second} Your guess was {money(result.guess)}."

    def notes(self, result: Worth) -> dict[str, str]:
        if result.months < 24:
            return {}
        return {"months": f"<p>{result.months} months are {result.months / 12:.3g} years.</p>"}


@figures.backdrop
def _years_and_dollars() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=316, left=58, right=14, bottom=44, top=6)
    axes.set(xlim=(0, YEARS), ylim=(0, HEADROOM), xlabel="years from now")
    axes.set(xticks=range(0, YEARS + 1, 6), yticks=(0, 0.5, 1), yticklabels=())
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-5, 1.4, "brought in so far, in dollars of today", va="bottom")
    return drawing, axes


def _paid_in_words(years: float | None) -> str:
    if years is None:
        return "program never paid back"
    return "program costs nothing" if years == 0 else f"program paid back after {span(years)}"
