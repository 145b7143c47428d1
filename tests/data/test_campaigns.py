"""Two campaigns: one that a lottery sent, and one that somebody chose."""

import numpy as np
from fieldguide import data


def test_the_lottery_has_the_counts_of_the_case():
    lottery = data.hair_care()
    assert len(lottery) == 10_000
    assert lottery.count(True) == (80, 4_976)
    assert lottery.count(False) == (32, 5_024)


def test_its_groups_differ_as_they_do_with_either_coding():
    """A buys more anyway, and the letter changes A more: 0.78 to 2.13 percent against 0.32 to 0.50."""
    lottery = data.hair_care()
    rates = {
        group: [round(100 * bought / people, 2) for bought, people in counts]
        for group in "AB"
        for counts in [[lottery.count(promoted, group) for promoted in (False, True)]]
    }
    assert rates == {"A": [0.78, 2.13], "B": [0.32, 0.5]}
    assert sum(lottery.count(True, group)[1] for group in "AB") == 4_976


def test_the_lot_did_not_favor_a_group():
    lottery = data.hair_care()
    shares = [np.mean(lottery.group[lottery.promoted == lot] == "A") for lot in (True, False)]
    assert abs(shares[0] - shares[1]) < 0.02


def test_mailed_households_had_spent_more_before_the_first_mail():
    homes = data.households()
    assert len(homes) == 2_469
    before, april = homes.spent[:, 0], 90
    later, never = (homes.mailed >= april) & np.isfinite(homes.mailed), np.isinf(homes.mailed)
    assert (later.sum(), never.sum()) == (1_042, 910)
    assert (round(before[later].mean()), round(before[never].mean())) == (612, 115)


def test_spending_is_what_the_receipts_add_up_to():
    homes = data.households()
    assert homes.spent.shape == (2_469, 4)
    assert (homes.spent >= 0).all()
    assert (homes.spent.sum(axis=1) > 0).all()
    assert homes.mailed.min() == -48, "the first campaign began on November 14, 2016"
