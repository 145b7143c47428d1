"""*All four at once*: what it means to have met no company that does all four jobs well."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import Any

from fieldguide import figures, worlds
from fieldguide.controls import Number
from fieldguide.exercise import Exercise

JOBS = 4
COMPANIES = 1_000
#: A world in which having met none is less likely than this is called ruled out.
UNLIKELY = 0.05
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
            # The guess was about one in three and chance; elsewhere it would answer another question.
            guess=values["guess"] if values["share"] == 33 and values["together"] == 0 else None,
        )

    def shows(self, result: Rarity) -> Any:
        drawing, axes = figures.figure(height=290, left=0.16, right=0.9, bottom=0.17, top=0.97)
        axes.set(xlim=(0, COMPANIES), ylim=(JOBS + 0.75, -0.6), yticks=range(JOBS + 1), yticklabels=ROWS)
        axes.set_xlabel("companies of 1,000, by jobs done well")
        axes.grid(visible=False, axis="y")
        axes.tick_params(axis="y", length=0)
        for row, (count, chance) in enumerate(zip(result.counts, result.by_chance, strict=True)):
            color = figures.ORANGE if row == JOBS else figures.BLUE
            axes.barh(row, count, height=0.52, color=color)
            if result.together:
                axes.plot([chance, chance], [row - 0.34, row + 0.34], color=figures.INK, lw=1.5)
            beside = max(count, chance if result.together else 0)
            axes.annotate(
                _few(count),
                (beside, row),
                xytext=(6, 0),
                textcoords="offset points",
                va="center",
                color=figures.INK,
                fontsize=12,
            )
        if result.together:
            axes.text(
                COMPANIES,
                -0.42,
                "upright line: by chance alone",
                ha="right",
                va="center",
                color=figures.INK,
                fontsize=12,
            )
        if result.guess is not None:
            axes.plot(result.guess, JOBS + 0.5, marker="D", ms=7, color=figures.PURPLE, clip_on=False)
            axes.annotate(
                f"your guess: {result.guess:.0f}",
                (result.guess, JOBS + 0.5),
                xytext=(9, 0),
                textcoords="offset points",
                va="center",
                color=figures.PURPLE,
                fontsize=12,
            )
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
            f"none that does all four is {_percent(result.none_met)}: {verdict}."
        )


def _few(count: float) -> str:
    """Write a number of companies out of a thousand, honest about fractions."""
    if 0 < count < 0.5:
        return "fewer than 1"
    return f"{count:,.0f}"


def _percent(share: float) -> str:
    if share > 0.995:
        return "more than 99%"
    if share < 0.005:
        return "less than 1%"
    return f"{share:.0%}"
