"""Who was sent what, and how many campaigns ran at once for whom."""

import numpy as np
from fieldguide import data

SENT, AT_ONCE = data.campaigns_sent(), data.campaigns_at_once()


def test_there_are_as_many_as_the_guide_says():
    assert (len(SENT), SENT.household.nunique(), SENT.campaign.nunique()) == (6_589, 1_559, 27)
    assert not SENT.duplicated().any()


def test_every_household_has_a_year_of_days():
    days = AT_ONCE.groupby("household").days.sum()
    assert set(days.index) == set(SENT.household)
    assert (days == 365).all()


def test_more_ran_at_once_than_a_household_was_sent_for_nobody():
    most, sent = AT_ONCE.groupby("household").at_once.max(), SENT.groupby("household").size()
    assert (most <= sent).all()
    assert np.bincount(most).tolist() == [0, 684, 639, 205, 30, 1]


def test_spending_is_what_the_quarters_add_up_to():
    homes = data.households()
    year = dict(zip(homes.household, homes.spent.sum(axis=1), strict=True))
    spent = AT_ONCE.groupby("household").dollars.sum()
    assert np.allclose(spent, [year[home] for home in spent.index])


def test_what_reports_count_is_more_than_what_was_spent():
    claimed, spent = (AT_ONCE.at_once * AT_ONCE.dollars).sum(), AT_ONCE[AT_ONCE.at_once > 0].dollars.sum()
    assert 1.25 < claimed / spent < 1.35
