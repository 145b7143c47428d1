"""Silences and alarms: counted by hand, known values of CDNOW, and the chance of being gone."""

import numpy as np
import pytest
from fieldguide import data, measures
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import gamma

purchases = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 60)), min_size=1, max_size=50)


@pytest.fixture(scope="module")
def cdnow():
    orders = data.cdnow()
    return measures.silences(orders.customer, orders.day)


def test_cdnow_has_a_silence_after_every_day_of_buying(cdnow):
    orders = data.cdnow()
    assert len(cdnow.day) == len(set(zip(orders.customer.tolist(), orders.day.tolist(), strict=True)))
    assert np.isinf(cdnow.length).sum() == 23_570, "everybody's last silence does not end"
    assert (cdnow.nth == 1).sum() == 23_570
    assert (cdnow.nth == 4).sum() == 5_271, "as many as make a fourth purchase"


@pytest.mark.parametrize(
    ("low", "high", "horizon", "day", "rung", "gone"),
    [
        (1, 1, 180, 30, 82.5, 60.7),
        (2, 3, 180, 30, 69.6, 33.4),
        (4, 10_000, 180, 30, 42.1, 10.8),
        (1, 10_000, 180, 30, 73.3, 46.0),
        (4, 10_000, 90, 30, 46.9, 17.5),
    ],
)
def test_cdnow_alarms(cdnow, low, high, horizon, day, rung, gone):
    """Counted before this module was written, with other code."""
    known = cdnow.watched_for(180 + horizon, 545)
    counted = measures.alarms(known.where((known.nth >= low) & (known.nth <= high)).length, 180, horizon)
    assert round(100 * counted.rung[day] / counted.silences, 1) == rung
    assert round(100 * counted.lapsed[day] / counted.silences, 1) == gone


@given(purchases, st.randoms())
def test_silences_are_what_one_would_count_by_hand(bought, random):
    random.shuffle(bought)
    found = measures.silences(*np.array(bought).T)
    expected = []
    for who in sorted({customer for customer, _ in bought}):
        days = sorted({day for customer, day in bought if customer == who})
        for number, day in enumerate(days, start=1):
            later = days[number] - day if number < len(days) else np.inf
            expected.append((number, day, later))
    assert list(zip(found.nth, found.day, found.length, strict=True)) == expected


lengths = st.lists(st.one_of(st.integers(0, 50), st.just(np.inf)), min_size=1, max_size=40)


@given(lengths, st.integers(0, 30), st.integers(1, 30))
def test_alarms_are_what_one_would_count_by_hand(length, longest, horizon):
    counted = measures.alarms(length, longest, horizon)
    assert len(counted.rung) == len(counted.lapsed) == longest + 1
    for day in range(longest + 1):
        assert counted.rung[day] == sum(one > day for one in length)
        assert counted.lapsed[day] == sum(one > day + horizon for one in length)
        assert counted.false[day] == sum(day < one <= day + horizon for one in length)


def test_only_silences_that_were_watched_long_enough_are_kept():
    found = measures.silences([1, 1, 2], [0, 40, 45]).watched_for(10, end=50)
    assert found.day.tolist() == [0, 40]


def test_at_cdnow_the_same_silence_says_less_of_a_regular_customer(cdnow):
    """The data's own reversal: after 30 days most first-time buyers are gone, most regulars are not."""
    known = cdnow.watched_for(360, 545)
    first, many = (
        measures.alarms(known.where(chosen).length, 180, 180) for chosen in (known.nth == 1, known.nth >= 4)
    )
    assert first.lapsed[30] / first.rung[30] > 0.7
    assert many.lapsed[30] / many.rung[30] < 0.3


@given(st.floats(0, 400), st.floats(1, 300), st.integers(1, 30))
def test_scipy_agrees_on_who_is_still_silent(days, cycle, regularity):
    expected = gamma.sf(days, regularity, scale=cycle / regularity)
    assert measures.still_silent(days, cycle, regularity) == pytest.approx(expected, abs=1e-9)


@given(st.floats(0.01, 0.99), st.integers(1, 30))
def test_silence_only_ever_speaks_for_being_gone(retention, regularity):
    chance = measures.chance_gone(np.arange(0, 900, 10), 60, retention, regularity)
    assert chance[0] == pytest.approx(1 - retention)
    assert np.all(np.diff(chance) >= 0)
    assert chance[-1] > 0.99


def test_simulated_customers_agree_with_the_chance_of_being_gone():
    for seed, regularity in enumerate((1, 4)):
        rng = np.random.default_rng(seed)
        gap = rng.gamma(regularity, 90 / regularity, 400_000)
        gap[rng.random(len(gap)) >= 0.7] = np.inf
        for day in (30, 100, 200):
            silent = gap > day
            said = measures.chance_gone(day, 90, 0.7, regularity)
            assert np.isinf(gap[silent]).mean() == pytest.approx(said, abs=0.005)


def test_how_regularly_people_buy_decides_what_a_silence_means():
    """Late, silence says more of clockwork buyers than of random ones; early, it says less."""
    assert measures.chance_gone(180, 90, 0.7, 1) < 0.8 < 0.99 < measures.chance_gone(180, 90, 0.7, 25)
    assert measures.chance_gone(45, 90, 0.7, 1) > 0.4 > 0.31 > measures.chance_gone(45, 90, 0.7, 25)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: measures.silences([], []), "no purchases"),
        (lambda: measures.alarms([], 10, 10), "no silences"),
        (lambda: measures.alarms([-1], 10, 10), "0 days or more"),
        (lambda: measures.alarms([np.nan], 10, 10), "0 days or more"),
        (lambda: measures.alarms([1], 10, 0), "at least one"),
        (lambda: measures.still_silent(-1, 90), "0 days or more"),
        (lambda: measures.still_silent(1, 0), "takes some time"),
        (lambda: measures.still_silent(1, 90, 0), "whole number"),
        (lambda: measures.chance_gone(1, 90, 1.5), "between 0 and 1"),
    ],
)
def test_the_impossible_is_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()


def test_where_everybody_comes_back_nobody_is_gone():
    assert measures.chance_gone([0, 500], 90, 1).tolist() == [0, 0]
