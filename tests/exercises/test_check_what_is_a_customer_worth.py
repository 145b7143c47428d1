"""The numbers that the explanations in the quiz of *What is a customer worth?* rely on."""

from itertools import pairwise

import pytest
from fieldguide import data, measures, worlds
from fieldguide.exercises.silence_alarm import SilenceAlarm


@pytest.mark.parametrize("retention", range(0, 91, 10))
def test_the_furnace_club_is_never_paid_back(retention):
    outlook = worlds.outlook(180, 600, retention / 100, lift=0.1, cost=40, rate_a_year=0.08)
    assert round(0.1 * 600 / 1.08**15) == 19
    assert outlook.payback is None
    assert 19.5 < outlook.gain < 39


def test_the_share_that_comes_back_doubles_the_gain_and_weighs_far_more_at_quick_cycles():
    def gain(months: int, retention: float) -> float:
        return worlds.outlook(months, 600, retention, lift=0.1, cost=40, rate_a_year=0.08).gain

    assert gain(180, 0) == pytest.approx(20, abs=0.5)
    assert gain(180, 0.9) / gain(180, 0) == pytest.approx(2, abs=0.05)
    assert gain(2, 0.9) > 100 * gain(2, 0)


def test_the_yogurt():
    diaries = data.yogurt()
    pairs = [pair for diary in diaries for pair in pairwise(diary)]
    assert round(100 * sum(a == b for a, b in pairs) / len(pairs)) == 86
    exact = sum(
        sum(diary.count(brand) * (diary.count(brand) - 1) for brand in set(diary)) / len(diary)
        for diary in diaries
    )
    assert round(100 * exact / len(pairs)) == 74
    assert sum(len(set(diary)) > 1 for diary in diaries) > 50, "most households buy several brands"


def test_the_silences():
    shares = {
        who: SilenceAlarm(values={"who": who, "day": 30}).result.false_share for who in ("first", "many")
    }
    assert 1 - shares["first"] == pytest.approx(0.75, abs=0.05)
    assert 1 - shares["many"] == pytest.approx(0.25, abs=0.05)


def test_a_household_that_switches_goes_back():
    back = [
        diary[number] in diary[number + 2 :]
        for diary in data.yogurt()
        for number in range(len(diary) - 1)
        if diary[number + 1] != diary[number]
    ]
    assert 0.6 < sum(back) / len(back) < 2 / 3


def test_the_best_fifth_lasts_as_a_group():
    shop = data.cdnow()
    then = measures.rfv(shop.customer, shop.day, shop.dollars, end=272).value
    later = measures.rfv(shop.customer, shop.day, shop.dollars, end=545).value - then
    fifth = len(then) // 5
    best, best_later = set(then.argsort()[-fifth:]), set(later.argsort()[-fifth:])
    of_them = later[list(best)]
    assert round(100 * then[list(best)].sum() / then.sum()) == 63
    assert round(100 * of_them.sum() / later.sum()) == 66
    assert round(100 * (of_them == 0).mean()) == 40
    assert len(best & best_later) / fifth == pytest.approx(0.5, abs=0.01)
