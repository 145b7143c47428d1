"""*Answer, then classify*: Kano's questions for the reader, then for a crowd that one can be wrong about."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import nan
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures, worlds
from fieldguide.controls import Moves, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._kano import ANSWERS, CALLED, DOWN, SAYS, draw_rows, legend, rows_of

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FEATURES = worlds.FEATURES

#: Two questions for each feature; each customer, and each feature, is asked so often.
QUESTIONS = 2 * len(FEATURES)

SURVEYS = worlds.PARCEL_SURVEYS


@dataclass(frozen=True)
class Classified:
    """The reader's classes so far, one survey with its bands, and how a hundred such surveys come out.

    Classes are letters. ``yours`` has one for each feature whose two questions are answered.
    """

    answered: int
    yours: tuple[str, ...]
    respondents: int
    classes: tuple[str, ...]
    truth: tuple[str, ...]
    band: measures.KanoBand
    true_better: np.ndarray
    true_worse: np.ndarray
    #: In how many of a hundred surveys each feature gets another class than the true one.
    wrong: tuple[int, ...]
    #: In how many at least one feature does.
    any_wrong: int
    guess: float | None

    @property
    def right_here(self) -> int:
        """How many features this survey puts into their true class."""
        return sum(one == true for one, true in zip(self.classes, self.truth, strict=True))

    @property
    def yours_true(self) -> int:
        """How many features the reader puts where most of the crowd truly does."""
        return sum(one == true for one, true in zip(self.yours, self.truth, strict=False))


class AnswerThenClassify(Exercise):
    """Twelve answers, then a survey of as many customers as one can pay for."""

    slug = "answer-then-classify"
    title = "Answer, then classify"
    question = (
        "Six things that a parcel service could do. What are they to you, what are they to its customers, "
        "and how many must you ask to know?"
    )
    guess = "answer-then-classify-guess"
    guessed_at = ("respondents", "careless", "alike")
    controls = (
        Moves("answers", "How would you feel?", ANSWERS, most=QUESTIONS),
        Number("respondents", "Then ask the crowd", unit="customers", low=10, high=300, step=10, default=30),
        Number(
            "careless",
            "Customers who tick without reading",
            unit="of 100",
            low=0,
            high=60,
            step=5,
            default=0,
        ),
        Number("survey", "Which survey", unit=f"of {SURVEYS}", low=1, high=SURVEYS, default=1),
    )
    assumptions = (
        Number(
            "alike",
            "How clear-cut the truth is",
            unit="% of our example",
            low=0,
            high=300,
            step=25,
            default=100,
        ),
    )
    assumes = (
        "The service and its customers are made up, so the truth is known; in life it is not. Each customer "
        "feels one way about each feature, and a careful one's pair of answers says just that. Who ticks "
        "without reading ticks any of the twenty-five pairs, each as likely as the next. A feature's class "
        "is the one that most answers fall into, in the survey as in the truth; where two tie, must-be goes "
        "before one-dimensional, attractive and indifferent. The bars are bootstrap bands: of 200 surveys "
        "drawn again from this one’s customers, 95% lie within. At 0% all classes that occur are equally "
        "frequent, and the truth of a feature is a tie."
    )

    def compute(self, values: dict[str, Any]) -> Classified:
        setting = values["careless"] / 100, values["alike"] / 100
        shares = worlds.crowd_shares(setting[1])
        counts = worlds.crowd_counts(values["respondents"], *setting)
        truth, found = measures.kano_category(shares), measures.kano_category(counts)
        wrong = found != truth
        better, worse = measures.better_worse(shares)
        places = [list(ANSWERS).index(name) for name in values["answers"]]
        answered = len(places) // 2 * 2
        yours = measures.kano_class(places[0:answered:2], places[1:answered:2])
        return Classified(
            answered=len(places),
            yours=_letters(yours),
            respondents=values["respondents"],
            classes=_letters(found[values["survey"] - 1]),
            truth=_letters(truth),
            band=measures.kano_band(counts[values["survey"] - 1], resamples=200),
            true_better=better,
            true_worse=worse,
            wrong=tuple(wrong.sum(axis=0).tolist()),
            any_wrong=int(wrong.any(axis=1).sum()),
            guess=self.guess_for(values),
        )

    def locks(self, result: Classified) -> set[str]:
        return {"answers"} if result.answered == QUESTIONS else set()

    def asks(self, result: Classified) -> dict[str, str]:
        if result.answered == QUESTIONS:
            return {"answers": "<p><strong>All twelve answered.</strong> Now ask the crowd.</p>"}
        number, without = divmod(result.answered, 2)
        feature = FEATURES[number]
        place = f"{result.answered + 1} of {QUESTIONS} · {escape(feature.text)}"
        text = escape(feature.absent if without else feature.present)
        return {"answers": f'<p class="fg-card"><span class="fg-count">{place}</span>{text}</p>'}

    def notes(self, result: Classified) -> dict[str, str]:
        return {"answers": _yours(result)} if result.yours else {}

    def shows(self, result: Classified) -> Figure:
        drawing, axes = _rows()
        band = result.band
        draw_rows(
            axes,
            (-band.worse, -band.worse_band[1], -band.worse_band[0]),
            (band.better, *band.better_band),
        )
        truth = (*result.true_worse.tolist(), *result.true_better.tolist())
        heights = [row + DOWN for row in range(len(FEATURES))] * 2
        across = [at for true in truth for at in (100 * true, 100 * true, nan)]
        ticks = [at for height in heights for at in (height - 0.2, height + 0.2, nan)]
        axes.plot(across, ticks, color=figures.INK, lw=2, solid_capstyle="butt", clip_on=False)
        for row, letter in enumerate(result.classes):
            missed = "" if letter == result.truth[row] else "✗ "
            text = f"{missed}{CALLED[letter]} · {result.wrong[row]}"
            axes.text(100, row - 0.28, text, ha="right", va="center")
        return drawing

    def alt(self, result: Classified) -> str:
        band = result.band
        rows = "; ".join(
            f"{feature.text}: {CALLED[result.classes[row]]}, truly {CALLED[result.truth[row]]}, "
            f"would please {_with_band(band.better[row], band.better_band[:, row])}, "
            f"truly {100 * result.true_better[row]:.0f}%, would be missed by "
            f"{_with_band(-band.worse[row], -band.worse_band[::-1, row])}, "
            f"truly {-100 * result.true_worse[row]:.0f}%, another class than the true one in "
            f"{result.wrong[row]} of {SURVEYS} surveys"
            for row, feature in enumerate(FEATURES)
        )
        return f"For each feature, whom it would please and who would miss it, with bands: {rows}."

    def says(self, result: Classified) -> str:
        most = max(range(len(FEATURES)), key=result.wrong.__getitem__)
        here = (
            f"With {result.respondents} answers, this survey gives {result.right_here} of {len(FEATURES)} "
            "features their true class."
        )
        if not result.any_wrong:
            every = f"So close is no accident: all {SURVEYS} surveys of this size get all six right."
        else:
            surveys = "gets" if result.any_wrong == 1 else "get"
            every = (
                f"Of {SURVEYS} such surveys {result.any_wrong} {surveys} at least one wrong, most often "
                f"“{FEATURES[most].text}”, in {result.wrong[most]}."
            )
        guess = f" You guessed {result.guess:.0f}." if result.guess is not None else ""
        yours = ""
        if len(result.yours) == len(FEATURES):
            yours = f" Your own class is the crowd's true one for {result.yours_true} of {len(FEATURES)}."
        return f"{here} {every}{guess}{yours}"


def _letters(places: np.ndarray) -> tuple[str, ...]:
    return tuple(measures.KANO_CLASSES[place] for place in places)


def _with_band(share: float, ends: np.ndarray) -> str:
    low, high = ends
    return f"{100 * share:.0f}% (band {100 * low:.0f} to {100 * high:.0f}%)"


def _yours(result: Classified) -> str:
    """Say what the last pair of answers meant; once all are given, the reader stands beside the crowd."""
    if len(result.yours) < len(FEATURES):
        last, name = result.yours[-1], FEATURES[len(result.yours) - 1].text
        earlier = "; ".join(
            f"{escape(feature.text)}: {CALLED[letter]}"
            for feature, letter in zip(FEATURES, result.yours[:-1], strict=False)
        )
        before = f"<p><small>{earlier}.</small></p>" if earlier else ""
        return f"<p><strong>{escape(name)}: {CALLED[last]}.</strong> {SAYS[last]}</p>{before}"
    rows = ""
    for feature, yours, true in zip(FEATURES, result.yours, result.truth, strict=True):
        sign, theirs = ("✓", "") if yours == true else ("✗", f"; the crowd’s is {CALLED[true]}")
        rows += (
            f"<li>{sign} <strong>{escape(feature.text)}</strong>: {CALLED[yours]}{theirs}. "
            f"<small>{SAYS[yours]}</small></li>"
        )
    return f"<ul>{rows}</ul>"


@figures.backdrop
def _rows() -> tuple[Figure, Axes]:
    drawing, axes = rows_of(len(FEATURES), row=44, above=36, below=62)
    for row, feature in enumerate(FEATURES):
        axes.text(-100, row - 0.28, feature.text, va="center", fontweight="bold")
    legend(
        axes,
        "class here · wrong in so many surveys of 100",
        "dot: this survey; bar: its band; tick: truth; ✗: wrong",
    )
    return drawing, axes
