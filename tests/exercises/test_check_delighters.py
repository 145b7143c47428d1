"""The numbers that the explanations in the quiz of *Delighters* rely on."""

import pytest
from fieldguide import measures
from fieldguide.exercises.the_paradox import TheParadox


def test_where_the_paradox_comes_from():
    once = {"good": 80, "again": 0}
    assert TheParadox(**once).result.points > 0
    assert TheParadox(**once, against=0).result.points == pytest.approx(-6)  # 20 of 100, times 30 points
    assert TheParadox(**once, expected=80).result.points < 0
    for moved in ({"known": 100}, {"glow": 100}):
        assert TheParadox(**once, **moved).result.points == TheParadox(**once).result.points


def test_what_mending_may_cost():
    mended, others = (measures.lifetime_value(100, stay, 0.1) for stay in (0.9, 0.8))
    assert (mended, others) == (pytest.approx(450), pytest.approx(266.67, abs=0.01))
    assert round(mended - others) == 183
