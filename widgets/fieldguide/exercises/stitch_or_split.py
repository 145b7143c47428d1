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

LOWEST, HIGHEST = 40, 100

#: What every company has to compare; a social-security number comes on top where there is one.
COMPARED = ("given_name", "surname", "birth", "street", "place")

#: Roughly how many points of score a letter of a label covers.
POINTS_PER_LETTER = 1.05


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
        return 1.05 * self.untouched_cost

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

    def shows(self, result: Stitched) -> Any:
        top = result.top
        drawing, axes = figures.figure(height=310, left=0.19, top=0.99)
        axes.set(xlim=(LOWEST, HIGHEST), ylim=(0, 1.3 * top), xlabel="merge from this score on")
        axes.set_ylabel("cost of all errors")
        ticks = [0, result.untouched_cost / 2, result.untouched_cost]
        axes.set_yticks(ticks, [f"${tick:,.0f}" for tick in ticks])
        axes.grid(visible=False, axis="x")
        axes.spines["left"].set_visible(False)

        over, under = result.costs.clip(max=top), result.missed_costs.clip(max=top)
        axes.fill_between(result.thresholds, under, over, color=figures.ORANGE, alpha=0.45, lw=0)
        axes.fill_between(result.thresholds, 0, under, color=figures.BLUE, alpha=0.45, lw=0)
        # Where the cost leaves the picture there is no line, so that the cut does not look like a plateau.
        drawn = [cost if cost < top else nan for cost in result.costs]
        axes.plot(result.thresholds, drawn, color=figures.INK, lw=1.6)
        label = {"size": 12, "fontweight": "bold"}
        if result.off_chart.any():  # from LOWEST on, for so many points of score
            text, points = "off the chart", int(result.off_chart.sum())
            axes.text(
                LOWEST + 1,
                0.97 * top,
                text,
                va="top",
                color=figures.INK,
                size=12,
                rotation=0 if points > len(text) * POINTS_PER_LETTER + 1 else 90,
            )
        axes.text(HIGHEST - 1, 0.02 * top, "missed matches", ha="right", color=figures.BLUE, **label)
        if over[:15].min() > 0.15 * top:  # else the area is too thin to write in
            axes.text(LOWEST + 1, 0.02 * top, "false merges", color=figures.ORANGE, **label)

        # Both thresholds hang from their labels down to the curve; the cheapest one's label leans away.
        chosen, cheapest = result.chosen.threshold, result.cheapest.threshold
        chosen_height, cheapest_height = min(result.chosen_cost, top), min(result.cheapest_cost, top)
        axes.plot(
            [cheapest, cheapest],
            [cheapest_height, 1.08 * top],
            "-o",
            markevery=[0],
            color=figures.GREEN,
            lw=1.4,
        )
        axes.plot([chosen, chosen], [chosen_height, 1.19 * top], "-o", markevery=[0], color=figures.PURPLE)
        left = chosen >= cheapest
        axes.text(
            cheapest + (-0.8 if left else 0.8),
            1.07 * top,
            f"cheapest: {cheapest:.0f}",
            ha="right" if left else "left",
            va="center",
            color=figures.GREEN,
            **label,
        )
        text = f"yours: {chosen:.0f}, at ${result.chosen_cost:,.0f}"
        half = len(text) * POINTS_PER_LETTER / 2
        axes.text(
            min(max(chosen, LOWEST + half), HIGHEST - half),
            1.2 * top,
            text,
            ha="center",
            va="bottom",
            color=figures.PURPLE,
            **label,
        )
        return drawing

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


def _wrong_merges(quality: measures.MatchQuality) -> str:
    count = quality.false_merges
    return f"{count:,} false {'merge' if count == 1 else 'merges'}" if count else "no false merge"


def _verdict(pair: Shown, threshold: float) -> str:
    if pair.score >= threshold:
        return "merged, and rightly: one person." if pair.same else "merged, and wrongly: two people."
    return "kept apart, and wrongly: one person." if pair.same else "kept apart, and rightly: two people."
