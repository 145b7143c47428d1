"""The numbers that the explanations in the quiz of *Strategic marketing* rely on."""

import numpy as np
import pytest
from fieldguide import data, measures, worlds


def test_what_is_said_of_heinz():
    shelves = data.ketchup()
    heinz, cents = shelves.bought == 0, shelves.cents
    assert round(10 * (cents[heinz, 0] <= 100).mean()) == 4
    level = np.abs(cents[:, 0] - cents[:, 1]) <= 5
    duel = level & (shelves.bought <= 1)
    assert heinz[duel].mean() == pytest.approx(2 / 3, abs=0.01)


def test_seven_tenths_of_a_point_are_within_what_eighty_answers_leave_to_luck():
    """The distance between two jobs of one survey is off by as much in one of four."""
    drawn = worlds.surveys(80)
    seen = measures.opportunity_score(
        measures.out_of_ten(drawn.importance), measures.out_of_ten(drawn.satisfaction)
    )
    truth = measures.opportunity_score(drawn.true_importance["share"], drawn.true_satisfaction["share"])
    off = np.abs((seen[:, 2] - seen[:, 3]) - (truth[2] - truth[3]))
    assert (off > 0.7).mean() > 0.25


def test_each_wish_may_please_and_all_of_them_lose():
    """Where complexity is free, each is worth more to some household than it costs."""
    everything = [request.name for request in worlds.REQUESTS]
    assert np.mean(worlds.sold(everything, 0).profit > worlds.sold((), 0).profit) > 0.95
    assert np.mean(worlds.sold(everything, 25).profit > worlds.sold((), 25).profit) < 0.1
