"""CDNOW as it is unpacked."""

import numpy as np
import pytest
from fieldguide import data


@pytest.fixture(scope="module")
def cdnow():
    return data.cdnow()


def test_everybody_and_everything_is_there(cdnow):
    assert len(cdnow) == 69_659
    np.testing.assert_array_equal(cdnow.customers, np.arange(1, 23_571))
    assert (cdnow.day.min(), cdnow.day.max()) == (0, 545)
    assert cdnow.cents.sum() == 250_031_563
    assert cdnow.units.sum() == 167_881
    assert np.count_nonzero(cdnow.cents == 0) == 80


def test_purchases_stand_in_the_order_of_customer_and_day(cdnow):
    order = np.lexsort((cdnow.day, cdnow.customer))
    np.testing.assert_array_equal(order, np.arange(len(cdnow)))
    first = cdnow.day[np.append(True, np.diff(cdnow.customer) > 0)]
    assert first.max() == 83  # twelve weeks


def test_the_first_customers_are_the_sources(cdnow):
    rows = list(zip(cdnow.customer, cdnow.day, cdnow.units, cdnow.cents, strict=True))[:4]
    assert rows == [(1, 0, 1, 1177), (2, 11, 1, 1200), (2, 11, 5, 7700), (3, 1, 2, 2076)]


def test_the_tenth_is_the_published_one(cdnow):
    tenth = cdnow.tenth()
    assert (len(tenth), len(tenth.customers)) == (6_919, 2_357)
    assert list(tenth.customers[:5]) == [4, 18, 21, 50, 60]
    np.testing.assert_array_equal(tenth.customers, cdnow.published)


def test_until_keeps_that_day_and_drops_the_next(cdnow):
    assert cdnow.until(272).day.max() == 272
    assert len(cdnow.until(0)) == np.count_nonzero(cdnow.day == 0)


def test_what_is_shared_cannot_be_changed(cdnow):
    assert data.cdnow() is cdnow
    for array in (cdnow.customer, cdnow.day, cdnow.units, cdnow.cents, cdnow.published):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 5


def test_a_frame_says_the_same(cdnow):
    frame = cdnow.tenth().frame()
    assert list(frame.columns) == ["customer", "date", "units", "dollars"]
    assert len(frame) == 6_919
    first = frame.iloc[0]
    assert (first.customer, str(first.date.date()), first.units, first.dollars) == (4, "1997-01-01", 2, 29.33)
