"""The second exercise of *Strategic marketing*: how sure a survey can be of which job is most worth doing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures, worlds
from fieldguide.controls import Choice, Number
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SURVEYS = worlds.BIKE_SURVEYS
JOBS = tuple(job.text for job in worlds.JOBS)

#: The axis: all scores that there are. How far below its row's middle a band lies.
LOWEST, HIGHEST, DOWN = 0, 20, 0.14


@dataclass(frozen=True)
class Surveyed:
    """One survey's scores with their bands, the truth, and what a hundred surveys of the size say."""

    respondents: int
    cutoff: float
    scores: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    truth: np.ndarray
    #: In how many of the hundred surveys another job comes first.
    another_first: int
    #: How many jobs clear the cut-off: here, and the fewest and most over the surveys.
    clear: int
    fewest: int
    most: int
    #: The job that is most often on the wrong side of the cut-off, and in how many surveys.
    wrong: int
    times_wrong: int

    @property
    def first(self) -> int:
        """The job with the highest score."""
        return int(self.scores.argmax())

    def open(self, job: int) -> bool:
        """Whether the band of a job lies on both sides of the cut-off."""
        return bool(self.lower[job] < self.cutoff <= self.upper[job])


class OpportunityLandscape(Exercise):
    """The same market surveyed a hundred times, with as many households as one can pay for."""

    slug = "opportunity-landscape"
    title = "Opportunity landscape"
    question = "Which job of the cargo bike is most worth doing better, and how sure can your survey be?"
    controls = (
        Number("respondents", "Ask", unit="households", low=20, high=300, step=20, default=120),
        Number("survey", "Which survey", unit=f"of {SURVEYS}", low=1, high=SURVEYS, default=1),
        Number(
            "cutoff",
            "Call it an opportunity from a score of",
            low=8.0,
            high=16.0,
            step=0.5,
            default=12.0,
            format=".1f",
        ),
    )
    assumptions = (
        Number(
            "apart",
            "How far apart the jobs really are",
            unit="% of the distances in our example",
            low=0,
            high=300,
            step=25,
            default=100,
        ),
        Choice(
            "scale",
            "Importance and satisfaction, out of ten, are",
            {
                "share": "how many of ten households answer 4 or 5",
                "mean": "the average answer from 1 to 5, stretched to 0 to 10",
            },
            default="share",
        ),
    )
    assumes = (
        "The households are simulated, so the truth is known; in life it is not. Each answers from 1 to 5 "
        "how important each job is and how satisfied they are, honestly, once, and with the same leaning to "
        "high or low answers throughout; all surveys ask the same kind of people. A real survey also misses "
        "people who do not answer. The bands come from drawing the households of your survey again and "
        "again, with replacement: 95% of 200 such drawings lie within."
    )

    def compute(self, values: dict[str, Any]) -> Surveyed:
        cutoff, scale, one = values["cutoff"], values["scale"], values["survey"] - 1
        drawn = worlds.surveys(values["respondents"], values["apart"] / 100)
        every = measures.opportunity_score(
            measures.out_of_ten(drawn.importance, scale), measures.out_of_ten(drawn.satisfaction, scale)
        )
        truth = measures.opportunity_score(drawn.true_importance[scale], drawn.true_satisfaction[scale])
        band = measures.opportunity_band(drawn.importance[one], drawn.satisfaction[one], scale)
        first = every.argmax(axis=1)
        clear = every >= cutoff
        wrong = (clear != (truth >= cutoff)).sum(axis=0)
        count = clear.sum(axis=1)
        return Surveyed(
            respondents=values["respondents"],
            cutoff=cutoff,
            scores=band.score,
            lower=band.lower,
            upper=band.upper,
            truth=truth,
            another_first=int((first != first[one]).sum()),
            clear=int(count[one]),
            fewest=int(count.min()),
            most=int(count.max()),
            wrong=int(wrong.argmax()),
            times_wrong=int(wrong.max()),
        )

    def shows(self, result: Surveyed) -> Figure:
        drawing, axes = _jobs()
        rows = range(len(JOBS))
        axes.plot([result.cutoff] * 2, [-0.7, len(JOBS) - 0.45], color=figures.INK, lw=1.2, clip_on=False)
        axes.text(result.cutoff, -0.75, f"cut-off {result.cutoff:g}", ha="center", va="bottom")
        bands = {"lw": 7, "alpha": 0.4, "clip_on": False, "capstyle": "butt"}
        dots = {"marker": "o", "ls": "", "ms": 8, "mew": 2, "clip_on": False}
        for color, some, filled in (
            (figures.BLUE, [job for job in rows if not result.open(job)], True),
            (figures.ORANGE, [job for job in rows if result.open(job)], False),
        ):
            if some:
                heights = [job + DOWN for job in some]
                axes.hlines(heights, result.lower[some], result.upper[some], color=color, **bands)
                axes.plot(result.scores[some], heights, mec=color, mfc=color if filled else "none", **dots)
        ticks = [job + DOWN - 0.22 for job in rows], [job + DOWN + 0.22 for job in rows]
        axes.vlines(result.truth, *ticks, color=figures.INK, lw=2, clip_on=False)
        axes.text(HIGHEST, result.first - 0.28, "first", ha="right", va="center", fontweight="bold")
        return drawing

    def alt(self, result: Surveyed) -> str:
        rows = "; ".join(
            f"{JOBS[job]} {result.scores[job]:.1f}, band {result.lower[job]:.1f} to {result.upper[job]:.1f}, "
            f"truth {result.truth[job]:.1f}"
            for job in range(len(JOBS))
        )
        unsure = sum(map(result.open, range(len(JOBS))))
        return (
            f"Opportunity scores of eight jobs beside a cut-off of {result.cutoff:g}, which "
            f"lies within {unsure} of the bands: {rows}."
        )

    def says(self, result: Surveyed) -> str:
        first = result.first
        asked = (
            f"Your {result.respondents} households put “{JOBS[first]}” first, at {result.scores[first]:.1f}."
        )
        if result.another_first:
            surveys = "survey" if result.another_first == 1 else "surveys"
            again = f"In {result.another_first} {surveys} of {SURVEYS} of this size another job comes first."
        else:
            again = f"So do all {SURVEYS} surveys of this size."
        jobs = "job clears" if result.clear == 1 else "jobs clear"
        cleared = f"{result.clear or 'No'} {jobs} {result.cutoff:g}"
        if result.fewest < result.most:
            cleared += f"; over the surveys, {result.fewest or 'none'} to {result.most} do"
        if not result.times_wrong:
            return f"{asked} {again} {cleared}, and none is ever on the wrong side of it."
        return (
            f"{asked} {again} {cleared}, and “{JOBS[result.wrong]}”, truly {result.truth[result.wrong]:.1f}, "
            f"is on the wrong side of it in {result.times_wrong} of {SURVEYS}."
        )


@figures.backdrop
def _jobs() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=372, left=14, right=14, bottom=62, top=24)
    axes.set(xlim=(LOWEST, HIGHEST), ylim=(len(JOBS) - 0.45, -0.7), yticks=())
    axes.set_xticks((0, 5, 10, 12, 15, 20))
    axes.set_xlabel("opportunity score (upright tick: the truth)")
    axes.spines["left"].set_visible(False)
    for row, job in enumerate(JOBS):
        axes.text(LOWEST, row - 0.28, job, va="center")
    open_dot = "open dot: the band lies on both sides of the cut-off"
    axes.text(0.5, -0.185, open_dot, ha="center", transform=axes.transAxes)
    return drawing, axes
