"""Record matching: scikit-learn as the reference, counts by hand, and the pairs of FEBRL."""

import numpy as np
import pytest
from fieldguide import data
from fieldguide.measures import match_curve, match_quality, match_scores
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score, precision_score, recall_score

pairs = st.lists(st.tuples(st.integers(0, 100), st.booleans()), min_size=1, max_size=80)
thresholds = st.integers(0, 101)
costs = st.integers(0, 1000)


def split(pairs):
    return np.array([score for score, _ in pairs]), np.array([same for _, same in pairs])


@given(pairs, thresholds)
def test_scikit_learn_agrees(pairs, threshold):
    scores, same = split(pairs)
    ours, merged = match_quality(scores, same, threshold), scores >= threshold
    for value, reference in (
        (ours.precision, precision_score),
        (ours.recall, recall_score),
        (ours.f1, f1_score),
    ):
        assert value == pytest.approx(reference(same, merged, zero_division=np.nan), nan_ok=True)


@given(pairs, thresholds, st.integers(0, 9), costs, costs)
def test_errors_are_counted_as_by_hand(pairs, threshold, lost, false_merge, missed):
    scores, same = split(pairs)
    quality = match_quality(scores, same, threshold, lost)
    assert quality.right_merges == sum(score >= threshold and truth for score, truth in pairs)
    assert quality.false_merges == sum(score >= threshold and not truth for score, truth in pairs)
    assert quality.missed_matches == lost + sum(score < threshold and truth for score, truth in pairs)
    by_hand = quality.false_merges * false_merge + quality.missed_matches * missed
    assert quality.cost(false_merge, missed) == pytest.approx(by_hand)


@given(pairs, st.integers(0, 9), costs, costs)
def test_no_threshold_is_cheaper_than_the_cheapest(pairs, lost, false_merge, missed):
    scores, same = split(pairs)
    best = match_curve(scores, same, lost).cheapest(false_merge, missed)
    for threshold in (*range(102), np.inf):
        other = match_quality(scores, same, threshold, lost)
        assert best.cost(false_merge, missed) <= other.cost(false_merge, missed)
        if other.cost(false_merge, missed) == best.cost(false_merge, missed):
            merges = (best.right_merges + best.false_merges, other.right_merges + other.false_merges)
            assert merges[0] <= merges[1]  # of equally cheap ones, the one that merges least


@given(pairs, st.integers(0, 9))
def test_the_curve_trades_one_error_for_the_other(pairs, lost):
    scores, same = split(pairs)
    curve = match_curve(scores, same, lost)
    assert np.all(np.diff(curve.thresholds) > 0)
    assert np.all(np.diff(curve.false_merges) <= 0)
    assert np.all(np.diff(curve.missed_matches) >= 0)
    assert np.all(curve.right_merges + curve.missed_matches == same.sum() + lost)
    assert (curve.right_merges[-1], curve.false_merges[-1]) == (0, 0)
    np.testing.assert_allclose(curve.cost(3, 2), 3 * curve.false_merges + 2 * curve.missed_matches)


@given(pairs, st.integers(0, 9), st.integers(1, 10), st.integers(1, 50))
def test_dearer_false_merges_never_lower_the_threshold(pairs, lost, missed, dearer):
    curve = match_curve(*split(pairs), lost)
    assert curve.cheapest(dearer * missed, missed).threshold >= curve.cheapest(missed, missed).threshold


def test_blocking_costs_recall_that_no_threshold_brings_back():
    quality = match_quality([90, 80], [True, True], 0, lost=2)
    assert (quality.recall, quality.precision) == (0.5, 1)


def test_without_merges_or_matches_a_share_is_unknown():
    nothing = match_quality([50, 60], [False, False], np.inf)
    assert np.isnan(nothing.precision)
    assert np.isnan(nothing.recall)
    assert np.isnan(nothing.f1)


def test_a_score_is_the_weighted_mean_of_what_both_records_fill():
    similarity = [[100, 40, np.nan], [100, 40, 0], [np.nan, np.nan, np.nan]]
    assert list(match_scores(similarity)) == [70, 47, 0]
    assert list(match_scores(similarity, [3, 1, 0])) == [85, 85, 0]


@given(st.lists(st.lists(st.floats(0, 100), min_size=3, max_size=3), min_size=1), st.floats(0.1, 9))
def test_scores_stay_between_the_fields_and_care_only_for_the_ratio_of_weights(similarity, factor):
    weights = np.array([1, 2, 3])
    scores = match_scores(similarity, weights)
    assert np.all(scores >= np.floor(np.min(similarity, axis=1)))
    assert np.all(scores <= np.ceil(np.max(similarity, axis=1)))
    rescaled = match_scores(similarity, weights * factor)
    assert np.max(np.abs(scores - rescaled)) <= 1  # at most a rounding apart


@pytest.mark.parametrize(
    ("fields", "false_merges", "missed"),
    [
        # An equal full name is still two people in 249 pairs, and misses half of the matches.
        (("given_name", "surname"), 249, 2_418),
        (("given_name", "surname", "birth"), 6, 2_587),
    ],
)
def test_equal_fields_in_febrl(fields, false_merges, missed):
    pairs = data.febrl()
    quality = match_quality(match_scores(pairs.of(*fields)), pairs.same, 100, pairs.lost)
    assert (quality.false_merges, quality.missed_matches) == (false_merges, missed)


def test_the_cheapest_threshold_in_febrl_follows_the_costs():
    pairs = data.febrl()
    scores = match_scores(pairs.of("given_name", "surname", "birth", "street", "place"))
    curve = match_curve(scores, pairs.same, pairs.lost)
    even, careful, eager = curve.cheapest(1, 1), curve.cheapest(10, 1), curve.cheapest(1, 10)
    assert (even.threshold, even.false_merges, even.missed_matches) == (73, 32, 173)
    assert (careful.threshold, careful.false_merges, careful.missed_matches) == (76, 6, 236)
    assert (eager.threshold, eager.false_merges, eager.missed_matches) == (69, 176, 128)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], [], 5), "no pairs"),
        (([5, 6], [True], 5), "differ in length"),
        (([np.nan], [True], 5), "needs a score"),
        (([5], [2], 5), "one person or they are not"),
        (([5], [True], np.nan), "threshold is a score"),
        (([5], [True], 5, -1), "never fewer"),
    ],
)
def test_quality_refuses_the_impossible(arguments, words):
    with pytest.raises(ValueError, match=words):
        match_quality(*arguments)


@pytest.mark.parametrize("bad", [-1, np.nan, np.inf])
def test_costs_are_numbers_from_0(bad):
    curve = match_curve([5], [True])
    for pair in ((bad, 1), (1, bad)):
        with pytest.raises(ValueError, match="costs"):
            curve.at(5).cost(*pair)
        with pytest.raises(ValueError, match="costs"):
            curve.cheapest(*pair)


@pytest.mark.parametrize(
    ("similarity", "weights", "words"),
    [
        ([], None, "no pairs"),
        ([50, 60], None, "no pairs"),
        ([[50, 101]], None, "0 to 100"),
        ([[50, 60]], [1], "its weight"),
        ([[50, 60]], [0, 0], "has to count"),
        ([[50, 60]], [1, -1], "has to count"),
        ([[50, 60]], [1, np.nan], "has to count"),
    ],
)
def test_scores_refuse_the_impossible(similarity, weights, words):
    with pytest.raises(ValueError, match=words):
        match_scores(similarity, weights)


def test_the_costs_from_many_thresholds_are_those_from_each():
    curve = match_curve([40, 50, 60], [True, False, True], lost=1)
    thresholds = [0, 40, 41.5, 50, 60, 61, np.inf]
    assert curve.cost_from(thresholds, 20, 3).tolist() == [curve.at(one).cost(20, 3) for one in thresholds]
    with pytest.raises(ValueError, match="threshold is a score"):
        curve.cost_from([40, np.nan], 20, 3)
