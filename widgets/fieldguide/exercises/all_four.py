"""*All four at once*: what it means to have met no company that does all four jobs well."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

JOBS = 4
COMPANIES = 1_000
#: A world in which having met none is less likely than this is called ruled out.
UNLIKELY = 0.05
#: How far beside a bar its number stands, in companies.
ASIDE = 20
ROWS = ("none", "one", "two", "three", "all four")


@dataclass(frozen=True)
class Rarity:
    """Companies of a thousand by how many jobs they do well, and the chance to have met no all-rounder."""

    counts: tuple[float, ...]
    by_chance: tuple[float, ...]
    share: float
    together: float
    met: int
    none_met: float
    guess: float | None

    @property
    def all_four(self) -> float:
        return self.counts[-1]


class AllFour(Exercise):
    """Strengths that compete, come by chance, or come together, seen by somebody who knows some companies."""

    slug = "all-four"
    title = "All four at once"
    question = "You know no company that does all four well. What does that tell you?"
    guess = "four-boxes-guess"
    guessed_at = ("share", "together")
    controls = (
        Number("together", "Strengths compete (−) or join (+)", low=-100, high=100, step=10, default=0),
        Number("met", "Companies that you know from the inside", low=1, high=200, step=1, default=30),
        Number("share", "Companies good at any one job", unit="%", low=5, high=95, step=1, default=33),
    )
    assumes = (
        "A company is good at a job or it is not, and each of the four jobs is done well by the same share "
        "of companies. The companies that you know are picked by lot; a consultant’s are not, for companies "
        "call one when something hurts. A world counts as ruled out when having met none would be less "
        f"likely in it than {UNLIKELY:.0%}, which is a custom and no law. Everything here is arithmetic, and "
        "no company was measured."
    )

    def compute(self, values: dict[str, Any]) -> Rarity:
        share, together = values["share"] / 100, values["together"] / 100
        spread = worlds.good_at(share, together, JOBS)
        return Rarity(
            counts=tuple(COMPANIES * part for part in spread),
            by_chance=tuple(COMPANIES * part for part in worlds.good_at(share, 0, JOBS)),
            share=share,
            together=together,
            met=values["met"],
            none_met=worlds.met_none(min(spread[-1], 1.0), values["met"]),
            guess=self.guess_for(values),
        )

    def shows(self, result: Rarity) -> Figure:
        drawing, axes = _rows()
        colors = [*[figures.BLUE] * JOBS, figures.ORANGE]
        axes.barh(range(JOBS + 1), result.counts, height=0.52, color=colors)
        ends = result.counts
        if result.together:
            ends = [max(pair) for pair in zip(result.counts, result.by_chance, strict=True)]
            for row, chance in enumerate(result.by_chance):
                axes.plot([chance, chance], [row - 0.34, row + 0.34], color=figures.INK, lw=1.5)
            axes.text(COMPANIES, -0.58, "upright line: by chance alone", ha="right", va="center")
        for row, (end, count) in enumerate(zip(ends, result.counts, strict=True)):
            axes.text(end + ASIDE, row, _few(count), va="center")
        if result.guess is not None:
            axes.plot(result.guess, JOBS + 0.5, "D", ms=7, color=figures.PURPLE, clip_on=False)
            text = f"your guess: {result.guess:.0f}"
            axes.text(result.guess + 1.5 * ASIDE, JOBS + 0.5, text, va="center", color=figures.PURPLE)
        return drawing

    def alt(self, result: Rarity) -> str:
        bars = ", ".join(f"{row} {_few(count)}" for row, count in zip(ROWS, result.counts, strict=True))
        guess = f" Your guess for all four: {result.guess:.0f}." if result.guess is not None else ""
        return f"Bars for how many companies of 1,000 do how many of the four jobs well: {bars}.{guess}"

    def notes(self, result: Rarity) -> dict[str, str]:
        percent = abs(round(100 * result.together))
        if result.together > 0:
            who = "Every company is" if percent == 100 else f"{percent} of every 100 companies are"
            said = f"{who} good at all four jobs or at none."
        elif result.together < 0:
            average = result.share * JOBS
            low = floor(average + 1e-9)
            jobs = f"{low}" if abs(average - low) < 1e-9 else f"{low} or {low + 1}"
            who = "Every company has" if percent == 100 else f"{percent} of every 100 companies have"
            said = f"{who} one budget to spread: good at {jobs} of the four, never more."
        else:
            said = "Chance: being good at one job says nothing about the others."
        rest = " In the rest, chance." if 0 < percent < 100 else ""
        return {"together": f"<p>{said}{rest}</p>"}

    def says(self, result: Rarity) -> str:
        if result.all_four < 1e-9:
            return (
                "No company does all four well, so however many you know, you have met none. Here strengths "
                "compete, and that alone explains it."
            )
        rare = _few(result.all_four)
        does = "does" if rare in {"1", "fewer than 1"} else "do"
        know = "1 company" if result.met == 1 else f"{result.met:,} companies"
        if result.none_met >= 0.5:
            verdict = "to have met none is just what you should expect"
        elif result.none_met >= UNLIKELY:
            verdict = "to have met none is no great surprise"
        else:
            verdict = "if you have met none, this is not your world"
        return (
            f"Of 1,000 companies, {rare} {does} all four well. If you know {know}, the chance of having met "
            f"none that does all four is {percent(result.none_met)}: {verdict}."
        )


@figures.backdrop
def _rows() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=288, left=58, right=42)
    axes.set(xlim=(0, COMPANIES), ylim=(JOBS + 0.75, -0.8), yticks=range(JOBS + 1), yticklabels=ROWS)
    axes.set_xticks(range(0, COMPANIES + 1, 200), [f"{count:,}" for count in range(0, COMPANIES + 1, 200)])
    axes.set_xlabel("companies of 1,000, by jobs done well")
    axes.grid(visible=False, axis="y")
    axes.tick_params(axis="y", length=0)
    return drawing, axes


def _few(count: float) -> str:
    """Write a number of companies out of a thousand, honest about fractions."""
    if 0 < count < 0.5:
        return "fewer than 1"
    return f"{count:,.0f}"
