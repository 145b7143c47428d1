"""The numbers that the explanations in the quiz of *Tactical marketing* rely on."""

import numpy as np
import pytest
from fieldguide import data, measures


def test_the_roi_of_the_first_question_and_its_wrong_ones():
    assert float(measures.roi(160 / 10_000 - 6 / 1_000, 35, 0.5)) == pytest.approx(-0.30)
    assert pytest.approx(0.12) == 160 * 35 / 5_000 - 1
    assert pytest.approx(0.078) == 154 * 35 / 5_000 - 1


def test_the_interval_of_fifty():
    found = measures.uplift(80, 5_000, 0, 50)
    assert (round(1_000 * float(found.low)), round(1_000 * float(found.high))) == (-55, 20)
    assert 1_000 * float(found.difference) == 16 != (-55 + 20) / 2
    assert found.low < 0.015 < found.high


def test_the_grocer():
    homes = data.households()
    mailed = np.isfinite(homes.mailed)
    year = homes.spent.sum(axis=1)
    assert year[mailed].mean() / year[~mailed].mean() == pytest.approx(4, abs=0.5)


def test_frequent_buyers_who_pause_look_doubtful_and_those_who_bought_once_do_not():
    model = measures.BgNbd(r=0.2426, alpha=4.4135, a=0.7929, b=2.4258)
    assert model.p_alive(0, 0, 39) == 1
    assert model.p_alive(12, 20, 39) < 0.2
