"""*Your own features*: counts of a Kano survey of one's own, and how sure one can be of each class."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from fieldguide import data, figures, measures
from fieldguide.controls import Words
from fieldguide.exercise import Exercise
from fieldguide.exercises._kano import CALLED, draw_rows, legend, rows_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The columns in the order in which the questionnaire's table is mostly counted.
COLUMNS, OPTIONAL = "AOMIRQ", "RQ"

EXAMPLE = """\
feature,A,O,M,I,R,Q
Ready when promised,2,17,19,2,0,0
Price told before,3,13,20,4,0,0
A bike meanwhile,19,9,1,10,0,1
Cleaned on return,14,5,2,17,1,1
Photos of the repair,9,2,0,20,8,1
"""

#: Tables for the tests: short and long names, few answers and very many, each class, spreadsheets.
TRIED = (
    "Photo,1,0,0,0",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWW,0,900000,0,0,0,0\nMMMMMMMMMMMM mmmmmmmmmmmmmmmm,0,3,0,1,900,0\n"
    "HOLD THE PARCEL AT THE DEPOT,0,40,0,0,0,0\n",
    "\n".join(f"Line number {number} of a rather long table,{number},40,2,3" for number in range(12)),
    'feature\tM\tO\tA\tI\tR\tQ\n"<b>bold</b> & $x$"\t1\t1\t1\t1\t1\t1\nNobody minds\t0\t0\t0\t7\t0\t0\n',
    "Reverse;0;1;0;2;80;3\nQuestionable;0;1;0;2;3;80\nIndifferent;0;0;0;50;0;0\nAttractive;50;0;0;0;0;0\n",
)

#: A class that holds so often when customers are drawn again is called sure.
SURE = 0.95

#: With fewer answers no class is named.
FEWEST = 20

#: How much of a name fits beside its class.
FITS = 22


@dataclass(frozen=True)
class Rated:
    """One feature: its class and the next, as letters, how often the class holds, and the coefficients.

    ``please`` and ``missed`` are shares from 0 to 1, each with the ends of its band.
    """

    name: str
    asked: int
    letter: str
    count: int
    next: str
    next_count: int
    holds: float
    please: tuple[float, float, float]
    missed: tuple[float, float, float]
    contradict: int

    @property
    def enough(self) -> bool:
        """Whether there are answers enough to name a class."""
        return self.asked >= FEWEST


class YourFeatures(Exercise):
    """A table, pasted."""

    slug = "your-features"
    title = "Your own features"
    question = (
        "What are your features to your customers, and how sure can you be? The table is an example, a bike "
        "workshop that we made up: paste yours over it."
    )
    controls = (
        Words(
            "counts",
            "Counts, one line a feature: its name, then how many customers found it attractive (A), "
            "one-dimensional (O), must-be (M), indifferent (I), reverse (R), questionable (Q)",
            default=EXAMPLE,
            rows=8,
            most=4_000,
            tried=TRIED,
        ),
    )
    assumes = (
        "The bands come from drawing your customers again and again, with replacement: 95% of 400 such "
        "drawings lie within. One more customer is imagined for it, a sixth in each class, because a few "
        "answers that are all alike are not certain. Where counts tie, must-be goes before one-dimensional, "
        "attractive and indifferent: a convention. It all knows only the luck of who was asked. That people "
        "misread a question, or that only the friendly answered, is not in it. Below 20 answers no class is "
        "named; that line is ours, and a low one. R and Q may be left out; a "
        "table copied from a spreadsheet will do."
    )

    def compute(self, values: dict[str, Any]) -> tuple[Rated, ...]:
        table = data.pasted_counts(values["counts"], COLUMNS, OPTIONAL)
        order = [COLUMNS.index(letter) for letter in measures.KANO_CLASSES]
        counts = [[feature.counts[place] for place in order] for feature in table]
        band = measures.kano_band(counts)
        rated = []
        for row, feature in enumerate(table):
            (count, letter), (next_count, following) = sorted(
                zip(counts[row], measures.KANO_CLASSES, strict=True), key=lambda one: -one[0]
            )[:2]
            rated.append(
                Rated(
                    name=feature.name,
                    asked=sum(feature.counts),
                    letter=letter,
                    count=count,
                    next=following,
                    next_count=next_count,
                    holds=float(band.holds[row]),
                    please=(float(band.better[row]), *map(float, band.better_band[:, row])),
                    missed=(-float(band.worse[row]), *(-float(end) for end in band.worse_band[::-1, row])),
                    contradict=feature.counts[COLUMNS.index("Q")],
                )
            )
        return tuple(rated)

    def notes(self, result: tuple[Rated, ...]) -> dict[str, str]:
        rows = "".join(
            f"<li><strong>{escape(one.name)}</strong>: {_class(one)}. Better "
            f"{_coefficient(one.please)}, worse {_coefficient(one.missed, '−')}."
            f"{_contradictions(one)}</li>"
            for one in result
        )
        return {"counts": f"<details><summary>Every feature in numbers</summary><ul>{rows}</ul></details>"}

    def shows(self, result: tuple[Rated, ...]) -> Figure:
        drawing, axes = _rows(len(result))
        missed, please = (
            tuple(zip(*(getattr(one, part) for one in result), strict=True)) for part in ("missed", "please")
        )
        draw_rows(axes, missed, please)
        for row, one in enumerate(result):
            beside = {"va": "center", "parse_math": False}
            axes.text(-100, row - 0.28, _fitting(one.name), fontweight="bold", **beside)
            held = f"{CALLED[one.letter]} · {_whole(one.holds)}" if one.enough else "too few answers"
            axes.text(100, row - 0.28, held, ha="right", **beside)
        return drawing

    def alt(self, result: tuple[Rated, ...]) -> str:
        rows = "; ".join(
            f"{one.name}: {_class(one)}, would please {_with_band(one.please)}, would be "
            f"missed by {_with_band(one.missed)}"
            for one in result
        )
        return f"For each feature, whom it would please and who would miss it, with bands: {rows}."

    def says(self, result: tuple[Rated, ...]) -> str:
        enough, few = ([one for one in result if one.enough is wanted] for wanted in (True, False))
        sentences = [self._sure(enough)] if enough else []
        if few:
            named = f"“{few[0].name}” has" if len(few) == 1 else f"{len(few)} features have"
            sentences.append(f"{named} fewer than {FEWEST} answers: too few for a class.")
        return " ".join(sentences)

    def _sure(self, result: list[Rated]) -> str:
        """Return how sure the classes are of features with answers enough."""
        weakest = min(result, key=lambda one: one.holds)
        sure = sum(one.holds >= SURE for one in result)
        if len(result) == 1:
            head = f"“{weakest.name}” is"
        elif sure == len(result):
            head = (
                f"All {sure} features have a class that holds in at least 95 of 100 redrawn surveys. "
                f"Least sure is “{weakest.name}”:"
            )
        else:
            few = "none has" if not sure else "1 has" if sure == 1 else f"{sure} have"
            head = (
                f"Of {len(result)} features {few} a class that holds in at least 95 of 100 redrawn surveys. "
                f"Least sure is “{weakest.name}”:"
            )
        said = "1 says so" if weakest.count == 1 else f"{weakest.count:,} say so"
        if not weakest.next_count:
            other = "none says anything else"
        elif weakest.next_count == weakest.count:
            other = f"as many say {CALLED[weakest.next]}"
        else:
            other = (
                f"{weakest.next_count:,} {'says' if weakest.next_count == 1 else 'say'} "
                f"{CALLED[weakest.next]}"
            )
        return f"{head} {_class(weakest)}. Of its {weakest.asked:,} answers, {said}, and {other}."


def _class(one: Rated) -> str:
    return f"{CALLED[one.letter]}, {_holds(one)}" if one.enough else "too few answers for a class"


def _holds(one: Rated) -> str:
    return f"which holds in {_whole(one.holds)} of 100"


def _whole(share: float) -> str:
    return f"{100 * share:.0f}"


def _coefficient(numbers: tuple[float, float, float], sign: str = "") -> str:
    middle, low, high = (f"{sign if round(number, 2) else ''}{number:.2f}" for number in numbers)
    return f"{middle} ({low} to {high})"


def _with_band(numbers: tuple[float, float, float]) -> str:
    middle, low, high = (f"{100 * number:.0f}" for number in numbers)
    return f"{middle}% ({low} to {high}%)"


def _contradictions(one: Rated) -> str:
    if not one.contradict:
        return ""
    answers = "answer contradicts itself" if one.contradict == 1 else "answers contradict themselves"
    return f" {one.contradict:,} of {one.asked:,} {answers}: read the question to somebody and listen."


def _fitting(name: str) -> str:
    """Cut a name to what fits beside its class: signs differ in width, those of East Asia most."""
    used, kept = 0.0, ""
    for sign in name:
        if unicodedata.east_asian_width(sign) in "WF":
            used += 2
        elif sign in "WMm@%":
            used += 1.75
        else:
            used += 1.35 if sign.isupper() or sign == "w" else 1
        if used > FITS:
            return f"{kept.rstrip()}…"
        kept += sign
    return kept


@figures.backdrop
def _rows(count: int) -> tuple[Figure, Axes]:
    drawing, axes = rows_of(count, row=44, above=36, below=62)
    legend(axes, "class · how often it holds, of 100", "dot: your survey; bar: its band")
    return drawing, axes
