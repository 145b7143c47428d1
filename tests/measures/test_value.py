"""A customer's worth: published values, sums done by hand, other implementations, and what is refused."""

import numpy as np
import pytest
from fieldguide import measures
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq
from scipy.special import beta as beta_function
from scipy.special import hyp2f1

#: Fader and Hardie 2007: customers left of 1,000 after each year, and the numbers that they report.
HIGH_END = ([1000, 869, 743, 653, 593, 551, 517, 491], 0.668, 3.806, -1611.2)
REGULAR = ([1000, 631, 468, 382, 326, 289, 262, 241], 0.704, 1.182, -1680.3)

shares = st.floats(0, 1)
rates = st.floats(0.001, 2)


@pytest.mark.parametrize(("retention", "rate", "value"), [(0.9, 0.12, 4.09), (0.8, 0.10, 2.67)])
def test_published_values(retention, rate, value):
    assert round(measures.lifetime_value(1, retention, rate), 2) == value


@given(st.floats(0, 1000), shares, rates, st.integers(0, 60))
def test_the_formula_is_the_sum(margin, retention, rate, cycles):
    by_hand = sum(margin * retention**t / (1 + rate) ** t for t in range(1, cycles + 1))
    assert measures.lifetime_value(margin, retention, rate, cycles) == pytest.approx(by_hand, abs=1e-9)


@given(st.floats(1, 1000), st.floats(0, 0.99), rates)
def test_for_ever_is_where_the_sum_goes(margin, retention, rate):
    long = measures.lifetime_value(margin, retention, rate, 5_000)
    assert measures.lifetime_value(margin, retention, rate) == pytest.approx(long, rel=1e-6)


def test_without_discounting_the_cycle_does_not_matter():
    for months in (1, 2, 144):
        rate = measures.rate_per_cycle(0, months)
        assert measures.lifetime_value(250, 0.5, rate) == 250
    assert measures.lifetime_value(3, 1, 0, cycles=7) == 21


def test_and_with_it_a_long_cycle_is_worth_less():
    worths = [
        measures.lifetime_value(250, 0.5, measures.rate_per_cycle(0.1, months)) for months in range(1, 181)
    ]
    assert np.all(np.diff(worths) < 0)


@given(st.floats(0, 1), st.floats(0.5, 200))
def test_a_rate_per_cycle_makes_the_rate_of_a_year(rate, months):
    assert (1 + measures.rate_per_cycle(rate, months)) ** (12 / months) - 1 == pytest.approx(rate, abs=1e-9)


@pytest.mark.parametrize(("left", "alpha", "beta", "log_likelihood"), [HIGH_END, REGULAR])
def test_the_published_cohorts(left, alpha, beta, log_likelihood):
    model = measures.fit_sbg(left)
    assert (round(model.alpha, 3), round(model.beta, 3)) == (alpha, beta)
    assert round(measures.sbg_log_likelihood(model, left), 1) == log_likelihood


@given(st.floats(0.05, 20), st.floats(0.05, 20))
def test_survival_is_a_ratio_of_beta_functions(alpha, beta):
    t = np.arange(1, 30)
    expected = beta_function(alpha, beta + t) / beta_function(alpha, beta)
    np.testing.assert_allclose(measures.Sbg(alpha, beta).staying(29), expected, rtol=1e-8)


@given(st.floats(0.05, 20), st.floats(0.05, 20))
def test_retention_of_those_who_are_left_rises(alpha, beta):
    retention = measures.Sbg(alpha, beta).retention(np.arange(1, 40))
    assert np.all(np.diff(retention) > 0)
    assert retention[0] == pytest.approx(beta / (alpha + beta))


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.95))
def test_staying_is_sbg_with_that_mean_and_spread(retention, differ):
    stays = measures.staying(retention, 20, differ)
    assert stays[0] == pytest.approx(retention)
    both = differ + (1 - differ) * retention  # of those who came once, the share who come again
    assert stays[1] / stays[0] == pytest.approx(both)


def test_all_alike_or_all_or_nothing_at_the_ends():
    np.testing.assert_allclose(measures.staying(0.6, 8, 0), 0.6 ** np.arange(1, 9))
    np.testing.assert_allclose(measures.staying(0.6, 8, 0.9999), 0.6, rtol=1e-3)
    assert measures.staying(0, 3, 0.5).tolist() == [0, 0, 0]
    assert measures.staying(1, 3, 0.5).tolist() == [1, 1, 1]


@given(st.floats(0.05, 0.95), st.floats(0.02, 0.5), st.floats(0.05, 0.9))
def test_worth_of_customers_who_differ_is_a_hypergeometric_sum(retention, rate, differ):
    stays = measures.staying(retention, measures.cycles_that_count(rate), differ)
    both = 1 / differ - 1
    alpha, beta, once = (1 - retention) * both, retention * both, 1 / (1 + rate)
    exact = beta / (alpha + beta) * once * hyp2f1(1, beta + 1, alpha + beta + 1, once)
    assert measures.worth_so_far(1, stays, rate)[-1] == pytest.approx(exact, rel=1e-5)


@given(st.floats(0.05, 0.95), rates, st.floats(0.05, 0.9))
def test_with_the_same_first_retention_customers_who_differ_are_worth_more(retention, rate, differ):
    alike, different = (
        measures.worth_so_far(1, measures.staying(retention, measures.cycles_that_count(rate), how), rate)[-1]
        for how in (0, differ)
    )
    assert different > alike


@given(shares, st.floats(0.0008, 1))
def test_enough_cycles_are_counted(retention, rate):
    cycles = measures.cycles_that_count(rate)
    so_far = measures.worth_so_far(1, measures.staying(retention, cycles), rate)[-1]
    assert so_far == pytest.approx(measures.lifetime_value(1, retention, rate), rel=1e-5)


def test_the_first_gain_that_reaches_an_amount():
    assert measures.first_at_least([1, 3, 3], 3) == 2
    assert measures.first_at_least([1, 3, 3], 4) is None


def test_a_retention_found_by_its_worth():
    """The inverse of the formula, found by a root finder: r = v(1 + i)/(m + v)."""
    found = brentq(lambda r: measures.lifetime_value(30, r, 0.02) - 100, 0, 1)
    assert found == pytest.approx(100 * 1.02 / 130)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: measures.lifetime_value(1, 1.1, 0.1), "between 0 and 1"),
        (lambda: measures.lifetime_value(1, 0.5, -0.1), "0 or more"),
        (lambda: measures.lifetime_value(np.nan, 0.5, 0.1), "margin"),
        (lambda: measures.lifetime_value(1, 1, 0), "no end"),
        (lambda: measures.lifetime_value(1, 0.5, 0.1, cycles=1.5), "whole number"),
        (lambda: measures.rate_per_cycle(0.1, 0), "takes some time"),
        (lambda: measures.Sbg(0, 1), "positive"),
        (lambda: measures.Sbg(1, 1).retention(0), "first period"),
        (lambda: measures.staying(0.5, 3, 1), "without 1"),
        (lambda: measures.staying(-0.5, 3), "between 0 and 1"),
        (lambda: measures.cycles_that_count(0), "no last purchase"),
        (lambda: measures.worth_so_far(1, [1.2], 0.1), "between 0 and 1"),
        (lambda: measures.fit_sbg([10, 5]), "at least two periods"),
        (lambda: measures.fit_sbg([10, 5, 6]), "only fall"),
        (lambda: measures.fit_sbg([1000, 500, 250, 125]), "told apart"),
    ],
)
def test_the_impossible_is_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
