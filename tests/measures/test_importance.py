"""Derived importance: against other implementations, and what it cannot see."""

import numpy as np
import pytest
import statsmodels.api as sm
from fieldguide import data, measures
from scipy import stats

HOMES = data.homes()


def people(happy, asked):
    """Return one row a customer: the level of each attribute, and whether they are satisfied."""
    rows = []
    for place in np.ndindex(asked.shape):
        rows += [(*place, 1)] * int(happy[place]) + [(*place, 0)] * int(asked[place] - happy[place])
    return np.array(rows)


def test_shares_by_level_as_counted_one_by_one():
    rows = people(HOMES.happy, HOMES.asked)
    for attribute in range(3):
        plain = [rows[rows[:, attribute] == level, 3].mean() for level in range(HOMES.asked.shape[attribute])]
        assert measures.level_shares(HOMES.happy, HOMES.asked, attribute, 3) == pytest.approx(plain)


def test_the_gap_of_tenants():
    gaps = measures.derived_importance(HOMES.happy, HOMES.asked, 3)
    assert 100 * gaps == pytest.approx([30.1, 24.7, 2.5], abs=0.05)


def test_the_spread_is_the_correlation_ratio_of_a_regression():
    rows = people(HOMES.happy, HOMES.asked)
    mean = rows[:, 3].mean()
    spread = measures.derived_importance(HOMES.happy, HOMES.asked, 3, "spread")
    for attribute in range(3):
        levels = np.eye(HOMES.asked.shape[attribute])[rows[:, attribute]]
        explained = sm.OLS(rows[:, 3], levels).fit()
        assert spread[attribute] ** 2 / (mean * (1 - mean)) == pytest.approx(explained.rsquared)


def test_alike_is_direct_standardization_done_by_hand():
    shares = HOMES.happy / HOMES.asked
    weights = HOMES.asked.sum(axis=0) / HOMES.asked.sum()
    by_hand = [(shares[level] * weights).sum() for level in range(3)]
    assert measures.level_shares(HOMES.happy, HOMES.asked, 0, 3, alike=True) == pytest.approx(by_hand)


def test_where_attributes_are_unrelated_reckoning_them_alike_changes_nothing():
    asked = np.full((3, 4), 50.0)
    happy = np.arange(12.0).reshape(3, 4)
    for attribute in (0, 1):
        plain, alike = (measures.level_shares(happy, asked, attribute, 2, alike=way) for way in (False, True))
        assert alike == pytest.approx(plain)


def test_an_attribute_that_does_not_vary_weighs_nothing_whatever_the_way():
    for way in measures.importance.WAYS:
        all_weights = measures.derived_importance(HOMES.happy, HOMES.asked, 3, way)
        assert all_weights.argmax() == 0
        one = measures.derived_importance(HOMES.happy[1:2], HOMES.asked[1:2], 3, way)
        assert one[0] == 0
        assert one[1] > 0


@pytest.mark.parametrize("seed", range(30))
def test_a_must_be_that_is_always_met_is_not_seen_and_one_that_sometimes_fails_is(seed):
    # Simulated: without the first attribute nobody is satisfied; with it, half or three quarters are, by the
    # second.
    random = np.random.default_rng(seed)
    for fails, first in ((0.0, False), (0.3, True)):
        met = random.random(2_000) >= fails
        nice = random.random(2_000) < 0.5
        satisfied = met & (random.random(2_000) < np.where(nice, 0.75, 0.5))
        levels = (0, 1) if fails else (1,)
        counts = np.array(
            [[[(met == m)[nice == n].sum(), satisfied[(met == m) & (nice == n)].sum()] for n in (0, 1)]
             for m in levels]
        )  # fmt: skip
        weights = measures.derived_importance(counts[..., 1], counts[..., 0], 2)
        assert (weights[0] > weights[1]) == first


def test_a_cell_without_customers_is_left_out():
    happy, asked = np.array([[5.0, 0.0], [2.0, 8.0]]), np.array([[10.0, 0.0], [10.0, 10.0]])
    assert measures.level_shares(happy, asked, 0, 2, alike=True).tolist() == pytest.approx([0.5, 0.4])


def test_resamples_stray_as_theory_has_it():
    happy, asked = measures.resampled_counts(HOMES.happy, HOMES.asked, resamples=4_000, seed=1)
    assert (asked.sum(axis=(1, 2, 3)) == 1_681).all()
    share = happy.sum(axis=(1, 2, 3)) / 1_681
    p = HOMES.happy.sum() / 1_681
    assert share.std() == pytest.approx(np.sqrt(p * (1 - p) / 1_681), rel=0.05)
    low, high = measures.percentile_band(share)
    reach = stats.norm.ppf(0.975) * np.sqrt(p * (1 - p) / 1_681)
    assert (low, high) == pytest.approx((p - reach, p + reach), abs=0.002)


def test_many_resamples_are_weighed_at_once():
    happy, asked = measures.resampled_counts(HOMES.happy, HOMES.asked, resamples=5)
    for way in measures.importance.WAYS:
        together = measures.derived_importance(happy, asked, 3, way)
        one_by_one = [measures.derived_importance(h, a, 3, way) for h, a in zip(happy, asked, strict=True)]
        assert together == pytest.approx(np.array(one_by_one))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: measures.derived_importance([[1]], [[2]], 2, "stated"), "derived by gap"),
        (lambda: measures.level_shares([3], [2], 0, 1), "no more than there are"),
        (lambda: measures.level_shares([0, 1], [0, 2], 0, 1), "nobody has"),
        (lambda: measures.level_shares([1], [1, 2], 0, 1), "two counts"),
        (lambda: measures.resampled_counts([0.0], [0.0]), "nobody to draw"),
        (lambda: measures.percentile_band([1.0], 1), "between 0 and 1"),
    ],
)
def test_what_cannot_be_is_said(call, said):
    with pytest.raises(ValueError, match=said):
        call()
