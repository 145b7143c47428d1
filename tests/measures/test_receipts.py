"""Recency, frequency, value: by hand, against pandas, and what nesting changes."""

import numpy as np
import pandas as pd
import pytest
from fieldguide import data
from fieldguide.measures import Rfv, buying_history, rfv

#: The end of the first 39 weeks.
END = 272


@pytest.fixture(scope="module")
def tenth():
    return data.cdnow().tenth()


@pytest.fixture(scope="module")
def past(tenth):
    return rfv(tenth.customer, tenth.day, tenth.dollars, END)


def test_by_hand():
    # Customer 7: two orders of one day, one more; what comes after day 20 is not seen, nor is customer 9.
    made = rfv([7, 7, 7, 8, 7, 9], [3, 3, 10, 5, 21, 30], [1.0, 2, 4, 8, 16, 32], end=20)
    assert list(made.customer) == [7, 8]
    assert list(made.recency) == [10, 15]
    assert list(made.frequency) == [2, 1]
    assert list(made.value) == [7, 8]


def test_the_order_of_the_rows_does_not_matter():
    rows = ([7, 8, 7, 9, 8], [3, 5, 10, 1, 2], [1.0, 8, 4, 2, 16])
    mixed = tuple(np.array(column)[[4, 2, 0, 3, 1]] for column in rows)
    for one, other in zip(vars(rfv(*rows, 20)).values(), vars(rfv(*mixed, 20)).values(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_pandas_sums_up_alike(tenth, past):
    frame = pd.DataFrame({"who": tenth.customer, "day": tenth.day, "paid": tenth.dollars})
    people = frame[frame.day <= END].groupby("who")
    np.testing.assert_array_equal(past.recency, END - people.day.max())
    np.testing.assert_array_equal(past.frequency, people.day.nunique())
    np.testing.assert_allclose(past.value, people.paid.sum())


def test_recency_is_not_what_the_model_calls_so(tenth, past):
    """BG/NBD's recency runs from first purchase to last; together the two make up all the time seen."""
    history = buying_history(tenth.customer, tenth.day, END)
    np.testing.assert_array_equal(past.customer, history.customer)
    np.testing.assert_allclose(past.recency / 7 + history.t_x, history.T)
    assert not np.allclose(past.recency / 7, history.t_x)


def by_pandas(values, groups):
    rank = pd.Series(values).rank(method="average")
    return np.ceil(groups * (rank - 0.5) / len(values) + 1e-9).astype(int)


@pytest.mark.parametrize("groups", [2, 3, 5, 10])
def test_independent_codes_are_pandas_ranks(past, groups):
    codes = past.codes(groups)
    for column, values in enumerate((-past.recency, past.frequency, past.value)):
        np.testing.assert_array_equal(codes[:, column], by_pandas(values, groups))


def test_nested_codes_divide_within_the_cells(past):
    codes = past.codes(nested=True)
    np.testing.assert_array_equal(codes[:, 0], past.codes()[:, 0])
    for recency in range(1, 6):
        cell = codes[:, 0] == recency
        np.testing.assert_array_equal(codes[cell, 1], by_pandas(past.frequency[cell], 5))
        for frequency in set(codes[cell, 1]):
            inner = cell & (codes[:, 1] == frequency)
            np.testing.assert_array_equal(codes[inner, 2], by_pandas(past.value[inner], 5))


def test_the_same_customer_gets_other_codes_nested(past):
    alone, nested = past.codes(), past.codes(nested=True)
    assert (alone.sum(axis=1) != nested.sum(axis=1)).mean() > 0.5


def test_who_is_alike_has_the_same_code(past):
    codes = past.codes()
    once = past.frequency == 1
    assert set(codes[once, 1]) == {2}
    assert set(codes[:, 1]) == {2, 4, 5}


def test_without_ties_the_groups_are_as_large_as_they_should_be():
    rng = np.random.default_rng(1)
    made = Rfv(np.arange(100), rng.random(100), rng.random(100), rng.random(100))
    for column in made.codes(5).T:
        assert list(np.bincount(column)[1:]) == [20] * 5
    best = made.codes(5)[np.argmin(made.recency)]
    assert best[0] == 5, "the last to be seen has the best recency"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], [], [], 5), "no purchases"),
        (([1], [9], [1], 5), "Nobody has bought"),
        (([1, 2], [3, 4], [1], 5), "differ in length"),
        (([1, 2], [3], [1, 1], 5), "differ in length"),
        (([1], [np.nan], [1], 5), "whole days"),
        (([1], [3], [np.nan], 5), "has to be known"),
        (([1], [3], [1], np.inf), "day to look back from"),
    ],
)
def test_the_impossible_is_refused_in_words(arguments, words):
    with pytest.raises(ValueError, match=words):
        rfv(*arguments)


def test_one_group_divides_nobody(past):
    with pytest.raises(ValueError, match="2 groups or more"):
        past.codes(groups=1)
