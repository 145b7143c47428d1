"""The score from which two records are taken for one person: no threshold is right for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from math import nan
from typing import TYPE_CHECKING, Any

from fieldguide import data, figures, measures
from fieldguide.controls import Number, Switch
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOWEST, HIGHEST = 40, 100

#: What every company has to compare; a social-security number comes on top where there is one.
COMPARED = ("given_name", "surname", "birth", "street", "place")

#: The heights that are written at the axis, and the highest that is drawn, as parts of what it costs to leave
#: everybody in two pieces.
HEIGHTS, TOP = (0, 0.5, 1), 1.05

#: How many points of score a unit of the drawing covers, and the gap beside a line.
POINTS_PER_UNIT, ASIDE = 0.2, 1


@dataclass(frozen=True)
class Shown:
    """One pair of records for the reader to look at, with its score and the truth."""

    score: int
    same: bool
    left: str
    right: str


@dataclass(frozen=True)
class Stitched:
    """What a threshold gets right and wrong, what that costs, and where it would cost least."""

    chosen: measures.MatchQuality
    chosen_cost: float
    cheapest: measures.MatchQuality
    cheapest_cost: float
    people: int
    #: What each threshold from LOWEST to HIGHEST costs: both kinds of error, and missed matches alone.
    thresholds: range
    costs: np.ndarray
    missed_costs: np.ndarray
    #: What it costs to leave everybody in two pieces.
    untouched_cost: float
    #: The highest score of two records of different people.
    highest_of_two: int
    near: tuple[Shown, ...]

    @property
    def top(self) -> float:
        """The highest cost that is drawn: a little more than leaving everybody in two pieces."""
        return TOP * self.untouched_cost

    @property
    def off_chart(self) -> np.ndarray:
        """For each threshold, whether its cost is too high to be drawn."""
        return self.costs >= self.top


@cache
def _scores(number: bool) -> np.ndarray:
    fields = (*COMPARED, "number") if number else COMPARED
    return measures.match_scores(data.febrl().of(*fields))


@cache
def _curve(number: bool) -> measures.MatchCurve:
    pairs = data.febrl()
    return measures.match_curve(_scores(number), pairs.same, pairs.lost)


def _near(threshold: float, number: bool) -> tuple[Shown, ...]:
    """Return the examples closest to the threshold, one of one person and one of two, higher score first."""
    scores, same = _scores(number), data.febrl().same
    near = []
    for truth in (True, False):
        examples = [example for example in data.febrl_examples() if same[example.pair] == truth]
        example = min(examples, key=lambda one: (abs(scores[one.pair] - threshold), one.pair))
        near.append(
            Shown(int(scores[example.pair]), truth, _line(example.left, number), _line(example.right, number))
        )
    return tuple(sorted(near, key=lambda one: -one.score))


def _line(record: dict[str, str], number: bool) -> str:
    name = f"{record['given_name'] or '(no given name)'} {record['surname'] or '(no surname)'}"
    parts = [name, record["birth"] or "(no birth date)", record["street"] or "(no street)", record["place"]]
    if number:
        parts.append(record["number"] or "(no number)")
    return " · ".join(parts)


class StitchOrSplit(Exercise):
    """A threshold, and a cost for each of the two ways to be wrong."""

    slug = "stitch-or-split"
    title = "Stitch or split"
    question = (
        "From which score on do you treat two records as one person, and how many people will that get wrong?"
    )
    controls = (
        Number(
            "threshold",
            "Merge two records from a score of",
            unit="of 100",
            low=LOWEST,
            high=HIGHEST,
            default=90,
        ),
        Number(
            "false_merge",
            "Merging two people into one costs",
            unit="dollars each",
            low=1,
            high=100,
            default=20,
        ),
        Number(
            "missed",
            "Leaving one person in two pieces costs",
            unit="dollars each",
            low=1,
            high=100,
            default=2,
        ),
    )
    assumptions = (Switch("number", "Both records hold a social-security number to compare", default=False),)
    assumes = (
        "The records are synthetic: a program made up 5,000 people and wrote each of them into two files, "
        "into the second with slips of the pen, and now and then with another name or birth date altogether, "
        "so that the truth is known even where nobody could guess it. The score is the plain average of how "
        "alike given name, surname, birth date, street and place are, over the fields that both records "
        "fill; so a pair with gaps can score high on little. Only pairs that share a birth date, a postcode "
        "or a full name are compared at all. Every error of a kind costs the same."
    )

    def compute(self, values: dict[str, Any]) -> Stitched:
        curve = _curve(values["number"])
        costs = values["false_merge"], values["missed"]
        chosen, cheapest = curve.at(values["threshold"]), curve.cheapest(*costs)
        thresholds = range(LOWEST, HIGHEST + 1)
        people = chosen.right_merges + chosen.missed_matches
        return Stitched(
            chosen=chosen,
            chosen_cost=chosen.cost(*costs),
            cheapest=cheapest,
            cheapest_cost=cheapest.cost(*costs),
            people=people,
            thresholds=thresholds,
            costs=curve.cost_from(thresholds, *costs),
            missed_costs=curve.cost_from(thresholds, 0, values["missed"]),
            untouched_cost=people * values["missed"],
            highest_of_two=int(_scores(values["number"])[~data.febrl().same].max()),
            near=_near(values["threshold"], values["number"]),
        )

    def shows(self, result: Stitched) -> Figure:
        drawing, axes = _scores_and_costs()
        # Heights are parts of what it costs to leave everybody in two pieces: the axes stay what they are.
        whole, thresholds = result.untouched_cost, list(result.thresholds)
        for height in HEIGHTS:
            text = f"${height * whole:,.0f}"
            axes.text(LOWEST - 6 * POINTS_PER_UNIT, height, text, ha="right", va="center")
        costs, under = result.costs / whole, result.missed_costs / whole
        over = costs.clip(max=TOP)
        plain = {"lw": 0, "alpha": 0.45, "clip_on": False}
        axes.fill_between(thresholds, under, over, color=figures.ORANGE, **plain)
        axes.fill_between(thresholds, 0, under.clip(max=TOP), color=figures.BLUE, **plain)
        # Where the cost leaves the picture there is no line, so that the cut does not look like a plateau.
        drawn = [nan if off else cost for off, cost in zip(result.off_chart, costs, strict=True)]
        axes.plot(thresholds, drawn, color=figures.INK, lw=1.6, clip_on=False)
        self._name_areas(axes, result, over)

        # Both thresholds hang from their labels down to the curve; the cheapest one's label leans away.
        chosen, cheapest = result.chosen.threshold, result.cheapest.threshold
        for threshold, cost, height, color in (
            (cheapest, result.cheapest_cost, 1.08 * TOP, figures.GREEN),
            (chosen, result.chosen_cost, 1.19 * TOP, figures.PURPLE),
        ):
            heights = [min(cost / whole, TOP), height]
            axes.plot([threshold] * 2, heights, "-o", markevery=[0], ms=7, lw=1.5, color=color, clip_on=False)
        left = chosen >= cheapest
        axes.text(
            cheapest + (-ASIDE if left else ASIDE),
            1.07 * TOP,
            f"cheapest: {cheapest:.0f}",
            ha="right" if left else "left",
            va="center",
            color=figures.GREEN,
            fontweight="bold",
        )
        text = f"yours: {chosen:.0f}, at ${result.chosen_cost:,.0f}"
        figures.centered(axes, chosen, 1.21 * TOP, text, figures.PURPLE)
        return drawing

    def _name_areas(self, axes: Axes, result: Stitched, over: np.ndarray) -> None:
        """Write into the areas what they are, where they are large enough for it."""
        if over[:15].min() > 0.15 * TOP:
            axes.text(LOWEST + ASIDE, 0.03, "false merges", color=figures.ORANGE, fontweight="bold")
        text, points = "off the chart", int(result.off_chart.sum())  # from LOWEST on, for so many points
        if points > figures.wide(axes, text):
            axes.text(LOWEST + ASIDE, 0.97 * TOP, text, va="top")
        elif points:
            axes.text(LOWEST + ASIDE / 2, 0.97 * TOP, text, va="top", rotation=90)

    def alt(self, result: Stitched) -> str:
        off = " and the cost goes off the chart" if result.off_chart.any() else ""
        return (
            "What errors cost against the score from which records are merged: false merges on the left, "
            f"where much is merged{off}, missed matches on the right, where little is. In between lies a "
            f"valley with its floor at {result.cheapest.threshold:.0f} and ${result.cheapest_cost:,.0f}; "
            f"your threshold of {result.chosen.threshold:.0f} costs ${result.chosen_cost:,.0f}."
        )

    def says(self, result: Stitched) -> str:
        chosen, cheapest = result.chosen, result.cheapest
        first = (
            f"Merging from {chosen.threshold:.0f} leaves {chosen.missed_matches:,} of {result.people:,} "
            f"people in two pieces and makes {_wrong_merges(chosen)}: ${result.chosen_cost:,.0f}."
        )
        if result.chosen_cost == result.cheapest_cost:
            return f"{first} No threshold is cheaper at these costs, and none at any cost is free of errors."
        return (
            f"{first} The cheapest threshold at these costs, {cheapest.threshold:.0f}, still leaves "
            f"{cheapest.missed_matches:,} in pieces and makes {_wrong_merges(cheapest)}: "
            f"${result.cheapest_cost:,.0f}."
        )

    def notes(self, result: Stitched) -> dict[str, str]:
        rows = "".join(
            f"<p>Score {one.score}: <strong>{_verdict(one, result.chosen.threshold)}</strong><br/>"
            f"{escape(one.left)}<br/>{escape(one.right)}</p>"
            for one in result.near
        )
        alone = (
            f" No two people's records score higher than {result.highest_of_two}."
            if result.chosen.threshold > result.highest_of_two
            else ""
        )
        return {"threshold": f"<p>The nearest example of each kind:{alone}</p>{rows}"}


@figures.backdrop
def _scores_and_costs() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=310, left=66, right=14, top=6)
    axes.set(xlim=(LOWEST, HIGHEST), ylim=(0, 1.42 * TOP), xlabel="merge from this score on")
    axes.set(xticks=range(LOWEST, HIGHEST + 1, 10), yticks=HEIGHTS, yticklabels=())
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(LOWEST - 58 * POINTS_PER_UNIT, 1.33 * TOP, "cost of all errors")
    for height, word in ((0.12, "missed"), (0.03, "matches")):
        axes.text(HIGHEST - ASIDE, height, word, ha="right", color=figures.BLUE, fontweight="bold", zorder=3)
    return drawing, axes


def _wrong_merges(quality: measures.MatchQuality) -> str:
    count = quality.false_merges
    return f"{count:,} false {'merge' if count == 1 else 'merges'}" if count else "no false merge"


def _verdict(pair: Shown, threshold: float) -> str:
    if pair.score >= threshold:
        return "merged, and rightly: one person." if pair.same else "merged, and wrongly: two people."
    return "kept apart, and wrongly: one person." if pair.same else "kept apart, and rightly: two people."
