"""The numbers that the explanations in the quiz of *One number* rely on."""

import pytest
from fieldguide import measures, worlds
from fieldguide.exercises.run_the_dealership import RunTheDealership


def test_what_the_hotel_may_conclude():
    assert measures.nps_rise_by_luck(0.50, 0.17, 100, 6) == pytest.approx(0.30, abs=0.005)
    one = 1.96 * measures.nps_standard_error(0.50, 0.17, 100)
    assert one == pytest.approx(15, abs=0.5)


def test_what_the_outsider_leaves_open():
    run = RunTheDealership(moves=["fix"] * 4, outsider=100).result
    assert run.best.plan[:3] == ("fix",) * 3
    assert run.best.plan[3] != "fix"
    years = worlds.dealership_years([("fix",) * 4], worlds.Dealership())
    assert 100 * years.wrong[0, 3] == pytest.approx(13, abs=0.5)
    assert RunTheDealership(moves=["fix"] * 4, outsider=100, lag=0).result.agrees
