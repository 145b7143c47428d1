"""How unevenly something is spread: textbook values, the definition, and CDNOW."""

import numpy as np
import pytest
from fieldguide import data
from fieldguide.measures import gini, top_share
from hypothesis import given
from hypothesis import strategies as st

AMOUNTS = st.lists(st.floats(0, 1e6), min_size=1, max_size=60).filter(lambda values: sum(values) > 1e-3)


def test_textbook_values():
    assert gini([1, 1, 1, 1]) == pytest.approx(0)
    assert gini([1, 2, 3, 4]) == pytest.approx(0.25)
    assert gini([0, 0, 0, 1]) == pytest.approx(0.75)
    # On a line from 0 to 1 it is a third.
    assert gini(np.linspace(0, 1, 100_001)) == pytest.approx(1 / 3, abs=1e-4)


def test_an_exponential_spread_has_one_half():
    middle = (np.arange(200_000) + 0.5) / 200_000
    assert gini(-np.log(1 - middle)) == pytest.approx(0.5, abs=1e-3)
    # Its top fifth has (1 + ln 5) / 5 of the whole.
    assert top_share(-np.log(1 - middle)) == pytest.approx((1 + np.log(5)) / 5, abs=1e-3)


@given(AMOUNTS)
def test_it_is_half_of_the_mean_difference_over_the_mean(values):
    values = np.array(values)
    difference = np.abs(values[:, None] - values).mean()
    assert gini(values) == pytest.approx(difference / (2 * values.mean()), abs=1e-9)


@given(AMOUNTS, st.floats(0.01, 1), st.floats(0.01, 1))
def test_a_larger_top_has_more_and_never_less_than_its_share(values, one, other):
    low, high = sorted((one, other))
    assert top_share(values, low) <= top_share(values, high) + 1e-9
    assert top_share(values, low) >= low - 1e-9
    assert top_share(values, 1) == pytest.approx(1)


def test_who_is_partly_among_the_top_counts_for_that_part():
    assert top_share([1, 1, 2], share=0.5) == pytest.approx((2 + 0.5) / 4)


def test_cdnow():
    shop = data.cdnow()
    spent = np.bincount(shop.customer, weights=shop.dollars)[1:]
    assert gini(spent) == pytest.approx(0.6346, abs=5e-5)
    assert top_share(spent) == pytest.approx(0.678, abs=5e-4)


@pytest.mark.parametrize("values", [[], [[1, 2]], [1, np.nan], [-1, 2], [0, 0]])
def test_the_impossible_is_refused_in_words(values):
    for ask in (gini, top_share):
        with pytest.raises(ValueError, match=r"\.$"):
            ask(values)


@pytest.mark.parametrize("share", [0, -0.2, 1.1])
def test_a_share_that_is_none_is_refused(share):
    with pytest.raises(ValueError, match="A share of the members"):
        top_share([1, 2], share)
