"""The bank's day: complete, with the shape that the source's authors describe, rounded to hundredths."""

import numpy as np
import pytest
from fieldguide import data


def test_a_day_of_five_minute_slots():
    calls = data.bank_calls()
    assert len(calls) == 169
    assert calls.time[0] == "07:00"
    assert calls.time[-1] == "21:00"
    minutes = [60 * int(time[:2]) + int(time[3:]) for time in calls.time]
    assert set(np.diff(minutes)) == {5}


def test_the_days_add_up_to_all_calls_of_the_source():
    # 5,323,661 calls on 164 days, give or take the rounding of 169 means.
    assert 164 * data.bank_calls().mean.sum() == pytest.approx(5_323_661, abs=164 * 169 * 0.005)


def test_a_morning_peak_and_a_long_evening():
    times, calls = data.bank_calls().half_hours()
    assert len(times) == len(calls) == 28
    assert times[int(np.argmax(calls))] == "10:00"
    assert 1.4 < calls.max() / calls.mean() < 1.5
    assert calls.sum() == pytest.approx(data.bank_calls().mean[:168].sum())


def test_days_differ_by_more_than_chance():
    """Calls at random would differ from day to day by the root of their mean."""
    calls = data.bank_calls()
    assert np.all(calls.spread > np.sqrt(calls.mean))


def test_nobody_can_change_it():
    with pytest.raises(ValueError, match="read-only"):
        data.bank_calls().mean[0] = 1
