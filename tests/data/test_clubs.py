"""The book club's members: as many as the case has, and coded as the loader says."""

import numpy as np
import pytest
from fieldguide import data


def test_members_and_orders():
    club = data.book_club()
    assert (len(club), club.ordered.sum()) == (4_000, 338)


def test_levels_are_what_is_said_of_them():
    club = data.book_club()
    assert np.bincount(club.recency).tolist() == [0, 294, 558, 1_322, 1_826]
    assert np.bincount(club.frequency).tolist() == [0, 1_227, 1_203, 1_570]
    assert np.bincount(club.spend).tolist() == [0, 44, 173, 489, 1_202, 2_092]
    assert np.bincount(club.gender).tolist() == [1_182, 2_818]
    assert (club.months.min(), club.months.max()) == (2, 99)


def test_recent_and_frequent_buyers_ordered_more():
    club = data.book_club()
    by_recency = [club.ordered[club.recency == level].mean() for level in range(1, 5)]
    assert max(by_recency[2:]) < min(by_recency[:2])
    assert club.ordered[club.frequency == 3].mean() > club.ordered[club.frequency < 3].mean() + 0.03


def test_the_arrays_cannot_be_changed():
    with pytest.raises(ValueError, match="read-only"):
        data.book_club().ordered[0] = True
