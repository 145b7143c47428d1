"""The ketchup shelves: counts as published, and prices that do not depend on what was bought."""

import numpy as np
import pytest
from fieldguide import data


@pytest.fixture(scope="module")
def shelves():
    return data.ketchup()


def test_counts_as_published(shelves):
    assert (len(shelves), len(np.unique(shelves.household))) == (4_956, 1_956)
    assert shelves.brands == ("Heinz", "Hunt's", "Del Monte", "store brand")
    assert np.bincount(shelves.bought).tolist() == [2_526, 1_019, 256, 1_155]
    assert (shelves.cents.min(), shelves.cents.max()) == (75, 153)


def test_no_price_stands_only_where_its_brand_was_bought(shelves):
    """Else the price on file would depend on what was bought, as it does in the tuna of the same source.

    One set of prices there occurs 417 times, and all 417 households bought the same can.
    """
    for brand, cents in enumerate(shelves.cents.T):
        for price, count in zip(*np.unique(cents, return_counts=True), strict=True):
            if count >= 5:
                assert (shelves.bought[cents == price] != brand).any()


def test_households_facing_the_same_prices_choose_differently(shelves):
    prices, which, counts = np.unique(shelves.cents, axis=0, return_inverse=True, return_counts=True)
    alone = [len(np.unique(shelves.bought[which == number])) == 1 for number in range(len(prices))]
    common = counts >= 8
    assert counts[common].sum() > 4_700
    assert counts[common & alone].sum() < 100


def test_purchases_are_filed_by_brand_so_their_order_is_none(shelves):
    new = np.flatnonzero(np.diff(shelves.household)) + 1
    for bought in np.split(shelves.bought, new):
        runs = 1 + np.count_nonzero(np.diff(bought))
        assert runs == len(np.unique(bought))


def test_the_table_holds_what_the_arrays_hold(shelves):
    table = shelves.frame()
    assert list(table.columns) == ["household", "bought", *shelves.brands]
    assert (table.bought == "Heinz").sum() == 2_526
    assert table["store brand"].tolist() == shelves.cents[:, 3].tolist()


def test_what_is_shared_cannot_be_changed(shelves):
    assert data.ketchup() is shelves
    with pytest.raises(ValueError, match="read-only"):
        shelves.cents[0] = 0
