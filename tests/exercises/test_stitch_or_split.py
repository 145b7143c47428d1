"""Stitch or split: what is said, no threshold without errors, and where the cheapest one goes."""

import numpy as np
import pytest
from fieldguide import data
from fieldguide.exercises.stitch_or_split import HIGHEST, LOWEST, StitchOrSplit

#: One exercise for all: what it computes and says depends on the values that it is handed.
EXERCISE = StitchOrSplit()

COSTS = [(1, 1), (1, 100), (100, 1), (20, 2), (5, 40)]


def stitch(**values):
    return EXERCISE.compute(StitchOrSplit.start() | values)


def test_the_sentence_says_what_was_computed():
    assert EXERCISE.sentence == (
        "Merging from 90 leaves 1,110 of 5,000 people in two pieces and makes no false merge: $2,220. The "
        "cheapest threshold at these costs, 76, still leaves 236 in pieces and makes 6 false merges: $592."
    )


def test_at_the_cheapest_threshold_it_says_so():
    sentence = StitchOrSplit(threshold=76).sentence
    assert sentence.endswith(
        "$592. No threshold is cheaper at these costs, and none at any cost is free of errors."
    )


def test_one_false_merge_is_one():
    results = [stitch(threshold=threshold) for threshold in range(LOWEST, HIGHEST + 1)]
    ones = [EXERCISE.says(result) for result in results if result.chosen.false_merges == 1]
    assert ones
    assert all("makes 1 false merge:" in said for said in ones)


@pytest.mark.parametrize("number", [False, True])
def test_no_threshold_is_free_of_errors(number):
    for threshold in range(LOWEST, HIGHEST + 1):
        chosen = stitch(threshold=threshold, number=number).chosen
        assert chosen.false_merges + chosen.missed_matches > 0
        assert chosen.missed_matches >= data.febrl().lost > 0


@pytest.mark.parametrize(("false_merge", "missed"), COSTS)
def test_the_cheapest_is_the_floor_of_the_curve(false_merge, missed):
    result = stitch(false_merge=false_merge, missed=missed)
    assert result.cheapest_cost == result.costs.min()
    assert result.costs[int(result.cheapest.threshold) - LOWEST] == result.cheapest_cost


def test_dearer_false_merges_push_the_cheapest_threshold_up():
    thresholds = [stitch(false_merge=cost, missed=5).cheapest.threshold for cost in (1, 5, 20, 100)]
    assert thresholds == sorted(thresholds)
    assert thresholds[0] < thresholds[-1]


def test_dearer_missed_matches_push_it_down():
    thresholds = [stitch(false_merge=5, missed=cost).cheapest.threshold for cost in (1, 5, 20, 100)]
    assert thresholds == sorted(thresholds, reverse=True)
    assert thresholds[0] > thresholds[-1]


def test_only_the_ratio_of_the_costs_decides():
    one, ten = (stitch(false_merge=3 * k, missed=k) for k in (1, 10))
    assert one.cheapest == ten.cheapest
    assert ten.cheapest_cost == 10 * one.cheapest_cost


def test_a_common_number_helps_and_does_not_cure():
    without, with_number = (stitch(number=number) for number in (False, True))
    assert 0 < with_number.cheapest_cost < without.cheapest_cost


@pytest.mark.parametrize("threshold", [40, 60, 73, 76, 90, 100])
def test_the_pairs_shown_are_what_they_are_said_to_be(threshold):
    exercise = StitchOrSplit(threshold=threshold)
    near = exercise.result.near
    assert {pair.same for pair in near} == {True, False}
    note = exercise.notes(exercise.result)["threshold"]
    for pair in near:
        kept = "merged" if pair.score >= threshold else "kept apart"
        right = "rightly" if (pair.score >= threshold) == pair.same else "wrongly"
        who = "one person" if pair.same else "two people"
        assert f"Score {pair.score}: <strong>{kept}, and {right}: {who}.</strong>" in note


@pytest.mark.parametrize(("number", "highest"), [(False, 79), (True, 68)])
def test_it_says_when_no_two_people_score_so_high(number, highest):
    exercise = StitchOrSplit(values={"number": number})
    for threshold in (highest, highest + 1, HIGHEST):
        result = stitch(threshold=threshold, number=number)
        said = f"No two people's records score higher than {highest}." in exercise.notes(result)["threshold"]
        assert said == (threshold > highest)
        assert (result.chosen.false_merges == 0) == (threshold > highest)


def test_a_cost_that_is_cut_off_is_said_to_be_off_the_chart():
    dear, cheap = stitch(false_merge=100, missed=1), stitch(false_merge=1, missed=100)
    assert dear.off_chart[0]
    assert not dear.off_chart[-1]
    assert np.all(np.diff(dear.off_chart.astype(int)) <= 0), "it is the left end that is cut off"
    assert not cheap.off_chart.any()
    for result in (dear, cheap):
        drawn = [text.get_text() for text in EXERCISE.shows(result).axes[0].texts]
        assert (
            ("off the chart" in drawn) == ("off the chart" in EXERCISE.alt(result)) == result.off_chart.any()
        )


def test_the_figure_is_told_with_its_numbers():
    exercise = StitchOrSplit()
    told = exercise.alt(exercise.result)
    assert all(number in told for number in ("76", "$592", "90", "$2,220"))


def test_costs_of_both_errors_add_up():
    result = stitch(false_merge=7, missed=3)
    assert np.all(result.missed_costs <= result.costs)
    assert result.untouched_cost == 3 * 5_000
    assert result.chosen_cost == 7 * result.chosen.false_merges + 3 * result.chosen.missed_matches
