"""What a ranking is worth: against scikit-learn, and against lots that are really drawn."""

import numpy as np
import pytest
from fieldguide.measures import pairs_right, picked
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import roc_auc_score

SCORES = st.lists(st.integers(0, 5), min_size=1, max_size=15)


@given(SCORES, st.data())
def test_so_many_are_picked_and_nobody_before_a_higher_score(scores, data):
    count = data.draw(st.integers(0, len(scores)))
    chance, scores = picked(scores, count), np.array(scores)
    assert chance.sum() == pytest.approx(count)
    assert np.all((chance >= 0) & (chance <= 1 + 1e-12))
    for score in set(scores):
        assert len(set(chance[scores == score])) == 1, "equal scores, equal chances"
        if np.any(chance[scores == score] > 0):
            assert np.all(chance[scores > score] == 1)


def test_without_ties_it_is_the_best():
    scores = np.random.default_rng(3).random((50, 12))
    best = np.argsort(-scores, axis=1)[:, :4]
    expected = np.zeros_like(scores)
    np.put_along_axis(expected, best, 1, axis=1)
    np.testing.assert_array_equal(picked(scores, 4), expected)


def test_ties_are_shared_as_a_lot_shares_them():
    scores = np.array([3, 1, 1, 2, 1, 0])
    rng, times = np.random.default_rng(5), 20_000
    drawn = np.zeros(6)
    for _ in range(times):
        drawn[np.lexsort((rng.random(6), -scores))[:4]] += 1
    assert picked(scores, 4) == pytest.approx(drawn / times, abs=0.015)
    assert list(picked(scores, 4)) == pytest.approx([1, 2 / 3, 2 / 3, 1, 2 / 3, 0])


@given(st.lists(st.tuples(st.integers(0, 6), st.booleans()), min_size=2, max_size=60))
def test_pairs_right_is_the_area_under_the_roc_curve(members):
    scores, came = (np.array(column) for column in zip(*members, strict=True))
    if came.all() or not came.any():
        with pytest.raises(ValueError, match="Pairs need"):
            pairs_right(scores, came)
    else:
        assert pairs_right(scores, came) == pytest.approx(roc_auc_score(came, scores))


@pytest.mark.parametrize(("scores", "count"), [([1, 2], 3), ([1, 2], -1), ([1, np.nan], 1), (5, 1)])
def test_a_pick_that_cannot_be_is_refused(scores, count):
    with pytest.raises(ValueError, match=r"\.$"):
        picked(scores, count)


def test_pairs_of_different_lists_are_refused():
    with pytest.raises(ValueError, match="Everybody needs a score"):
        pairs_right([1, 2], [True])
