"""*A pilot first?*: what is said agrees with what was computed, and a pilot pays and does not pay."""

import pytest
from fieldguide import worlds
from fieldguide.exercises.pilot_first import DOUBTS, HALFWAY, SCALES, WITHOUT, PilotFirst
from fieldguide.exercises.what_would_have_to_be_true import WhatWouldHaveToBeTrue
from fieldguide.worlds import business_case


def result(**values):
    return PilotFirst(values=values).result


def told(**values):
    return PilotFirst(values=values).sentence


def test_it_is_the_business_case_of_the_map():
    start = WhatWouldHaveToBeTrue.start()
    assert (start["without"], start["halfway"]) == (100 * WITHOUT, HALFWAY)
    case = worlds.Case()
    assert (100 * case.mean, 100 * case.sd) == (start["mean"], start["sd"])
    assert (case.price, case.team, case.install) == (start["price"], start["team"], start["install"])
    assert (business_case.SMALL_COST, business_case.SMALL_GAIN) == (0.3, 0.4)
    for fact in ("30% of the whole", "40% of the benefit"):
        assert fact in PilotFirst.assumes
    for fact in ("30% of the price", "40% of the benefit"):
        assert fact in PilotFirst.question, "the map had no small one"
    together = worlds.orders(case, WITHOUT, HALFWAY)[1]
    assert result().outright[0] == pytest.approx(float(together))


def test_at_the_start_the_pilot_pays():
    assert result().net > 0
    assert "The pilot adds $" in told()
    assert "It pays from 25 points of doubt on." in told()


@pytest.mark.parametrize(
    "values", [{"doubt": 10}, {"shows": 0}, {"flatters": 60}, {"months": 12, "price": 400}]
)
def test_and_each_of_these_takes_that_away(values):
    assert result(**values).net < 0
    assert "costs more than it brings" in told(**values)


def test_who_takes_the_flattery_off_gets_it_back():
    assert result(flatters=60, known=True).net == pytest.approx(result().net)
    exercise = PilotFirst(values={"flatters": 60, "known": True})
    assert "no harm" in exercise.notes(exercise.result)["flatters"]
    assert PilotFirst().notes(result()) == {}


@pytest.mark.parametrize("doubt", DOUBTS[::4])
@pytest.mark.parametrize("shows", [0, 50, 100])
@pytest.mark.parametrize("flatters", [0, 40, 80])
def test_what_is_said_agrees_with_what_was_computed(doubt, shows, flatters):
    exercise = PilotFirst(values={"doubt": doubt, "shows": shows, "flatters": flatters})
    found, sentence = exercise.result, exercise.sentence
    assert ("The pilot adds" in sentence) == (found.net > 0)
    assert f"buy the whole in {100 * found.odds[0]:.0f} of 100 cases" in sentence
    assert sum(found.odds) == pytest.approx(1)
    since = found.pays_from
    if since is None:
        assert "does not pay either" in sentence
        assert found.nets[-1] <= 0
    else:
        assert all(net > 0 for at, net in zip(DOUBTS, found.nets, strict=True) if at >= since)
    assert max(map(abs, (*found.nets, *found.perfects))) <= SCALES[-1]


def test_what_would_be_done_without_a_pilot_is_the_best_of_three():
    assert told(mean=20).startswith("Without a pilot you would stop, worth $0 on average.")
    assert told(mean=100).startswith("Without a pilot you would buy the whole database, worth $")
    assert told().startswith("Without a pilot you would buy the small one, worth $")
