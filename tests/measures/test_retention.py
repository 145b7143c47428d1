"""The nth purchase: values known from CDNOW, lifelines as the reference, and what holds on any data."""

import warnings

import numpy as np
import pytest
from fieldguide import data
from fieldguide.measures import days_to_nth, nth_purchase
from hypothesis import given
from hypothesis import strategies as st

with warnings.catch_warnings():  # its own imports warn on new versions of what it uses
    warnings.simplefilter("ignore")
    from lifelines import KaplanMeierFitter

LAST_DAY = 545


@pytest.fixture(scope="module")
def cdnow():
    return data.cdnow()


@pytest.fixture(scope="module")
def fourth(cdnow):
    return days_to_nth(cdnow.customer, cdnow.day, 4)


@pytest.mark.parametrize(
    ("n", "reached", "shares"),
    [
        (2, 11_516, (0.375, 0.459, 0.493)),
        (3, 7_476, (0.185, 0.276, 0.324)),
        (4, 5_271, (0.104, 0.181, 0.233)),
    ],
)
def test_cdnow_reaches_what_was_counted(cdnow, n, reached, shares):
    result = nth_purchase(*days_to_nth(cdnow.customer, cdnow.day, n), LAST_DAY)
    assert (result.seen, result.reached, result.censored) == (23_570, reached, 23_570 - reached)
    assert tuple(round(result.at(day), 3) for day in (180, 365, 540)) == shares
    assert result.days_until(0.5) == np.inf


def test_the_fourth_purchase_of_those_who_made_it(fourth):
    result = nth_purchase(*fourth, LAST_DAY)
    assert round(result.share, 3) == 0.224
    assert round(result.mean_days) == 216
    assert result.median_days == 198


def test_more_reach_a_fourth_when_orders_of_one_day_count_apart(cdnow):
    apart = days_to_nth(cdnow.customer, cdnow.day, 4, merge_same_day=False)
    assert round(nth_purchase(*apart, LAST_DAY).share, 3) == 0.228


def test_the_mean_grows_with_watching_and_the_curve_stays(fourth):
    watched = [nth_purchase(*fourth, end) for end in (120, 180, 272, 365, 545)]
    assert [round(result.mean_days) for result in watched] == [47, 74, 110, 151, 216]
    assert {round(result.at(90), 3) for result in watched} <= {0.053, 0.054}


def test_nobody_is_censored_early_in_cdnow(fourth):
    # All first purchases lie on days 0 to 83, so up to 462 days the curve is the plain share.
    first, nth = fourth
    result = nth_purchase(first, nth, LAST_DAY)
    assert result.at(462) == pytest.approx(np.mean(nth - first <= 462), abs=1e-12)
    assert result.at(LAST_DAY) > result.share


def lifelines_curve(first, nth, end):
    seen = first <= end
    first, nth = first[seen], nth[seen]
    reached = nth <= end
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitter = KaplanMeierFitter().fit(np.where(reached, nth, end) - first, reached)
    lower, upper = (1 - fitter.confidence_interval_.iloc[:, column] for column in (1, 0))
    return 1 - fitter.survival_function_["KM_estimate"], lower, upper


def assert_is_what_lifelines_says(first, nth, end):
    ours = nth_purchase(first, nth, end)
    share, lower, upper = lifelines_curve(first, nth, end)
    at = share.index.to_numpy().astype(int)
    np.testing.assert_allclose(ours.share_reached[at], share, atol=1e-9)
    # Where the share is 0 or 1 there is no band to compare.
    inside = ((share > 1e-9) & (share < 1 - 1e-9)).to_numpy()
    np.testing.assert_allclose(ours.lower[at][inside], lower[inside], atol=1e-9)
    np.testing.assert_allclose(ours.upper[at][inside], upper[inside], atol=1e-9)


@pytest.mark.parametrize("end", [0, 60, 120, 272, 500, 545])
@pytest.mark.parametrize("n", [2, 4])
def test_lifelines_agrees_on_cdnow(cdnow, n, end):
    assert_is_what_lifelines_says(*days_to_nth(cdnow.customer, cdnow.day, n), end)


purchases = st.lists(st.tuples(st.integers(1, 8), st.integers(0, 40)), min_size=1, max_size=60)


@given(purchases, st.integers(1, 4), st.integers(0, 45), st.booleans())
def test_lifelines_agrees_on_any_purchases(bought, n, longer, merge):
    customer, day = np.array(bought).T
    first, nth = days_to_nth(customer, day, n, merge)
    assert_is_what_lifelines_says(first, nth, int(first.min()) + longer)


@given(purchases, st.integers(1, 4), st.booleans(), st.randoms())
def test_days_to_nth_counts_as_one_would_by_hand(bought, n, merge, random):
    random.shuffle(bought)
    first, nth = days_to_nth(*np.array(bought).T, n, merge)
    for i, who in enumerate(sorted({customer for customer, _ in bought})):
        days = [day for customer, day in bought if customer == who]
        days = sorted(set(days) if merge else days)
        assert first[i] == days[0]
        assert nth[i] == (days[n - 1] if len(days) >= n else np.inf)


@given(purchases, st.integers(1, 4), st.integers(0, 45))
def test_a_share_grows_with_time_and_stays_in_its_band(bought, n, longer):
    first, nth = days_to_nth(*np.array(bought).T, n)
    result = nth_purchase(first, nth, int(first.min()) + longer)
    assert np.all(np.diff(result.share_reached) >= 0)
    assert np.all((result.lower >= 0) & (result.lower <= result.share_reached + 1e-12))
    assert np.all((result.share_reached <= result.upper + 1e-12) & (result.upper <= 1))
    assert result.seen == result.reached + result.censored
    assert len(result.days) == len(result.share_reached) == len(result.lower) == len(result.upper)


@given(purchases, st.integers(2, 4))
def test_what_happens_after_watching_changes_nothing(bought, n):
    customer, day = np.array(bought).T
    end = int(np.median(day))
    early = day <= end
    whole = nth_purchase(*days_to_nth(customer, day, n), end)
    cut = nth_purchase(*days_to_nth(customer[early], day[early], n), end)
    np.testing.assert_array_equal(whole.share_reached, cut.share_reached)
    assert whole.reached == cut.reached


def test_a_hand_made_curve():
    # Three customers: back after 2 days; gone after 3 days of watching; back after 5.
    result = nth_purchase([0, 7, 0], [2, np.inf, 5], 10)
    assert result.at(1) == 0
    assert result.at(2) == pytest.approx(1 / 3)
    assert result.at(4) == pytest.approx(1 / 3)  # who left on day 3 counts up to day 3, not after
    assert result.at(5) == result.at(6) == 1  # all are there, and stay
    assert np.isnan(nth_purchase([0, 7, 0], [2, np.inf, 5], 4).at(5))  # nobody was watched so long
    assert result.days_until(0.3) == 2
    assert result.days_until(0.5) == 5


def test_without_anybody_there_yet_the_mean_is_unknown():
    result = nth_purchase([0, 3], [np.inf, 9], 5)
    assert (result.reached, result.share, result.at(2)) == (0, 0, 0)
    assert np.isnan(result.mean_days)
    assert np.isnan(result.median_days)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], [], 2), "no purchases"),
        (([1, 2], [0], 2), "differ in length"),
        (([1], [np.nan], 2), "whole days"),
        (([1], [0.5], 2), "whole days"),
        (([1], [0], 0), "none before the first"),
        (([1], [0], 1.5), "none before the first"),
    ],
)
def test_days_to_nth_refuses_the_impossible(arguments, words):
    with pytest.raises(ValueError, match=words):
        days_to_nth(*arguments)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], [], 9), "Nobody has bought"),
        (([5], [7], 4), "Nobody has bought"),
        (([1, 2], [3], 9), "differ in length"),
        (([np.nan], [3], 9), "first purchase"),
        (([1], [np.nan], 9), "first purchase"),
        (([1], [3], np.nan), "last day"),
        (([4], [3], 9), "before the first"),
        (([0.5], [3], 9), "whole days"),
    ],
)
def test_nth_purchase_refuses_the_impossible(arguments, words):
    with pytest.raises(ValueError, match=words):
        nth_purchase(*arguments)


def test_questions_to_a_result_refuse_the_impossible():
    result = nth_purchase([0], [3], 9)
    for day in (-1, np.nan):
        with pytest.raises(ValueError, match="0 or more"):
            result.at(day)
    for share in (0, 1.1, np.nan):
        with pytest.raises(ValueError, match="share"):
            result.days_until(share)
