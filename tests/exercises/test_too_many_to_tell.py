"""*Too many to tell*: what is said and drawn agrees with what was computed, and turns round with it."""

import re

import pytest
from fieldguide import worlds
from fieldguide.exercises.too_many_to_tell import (
    ALL,
    LOW,
    MARGIN,
    QUESTIONS,
    TooManyToTell,
    _above,
    _cents,
)
from fieldguide.worlds import segments


def told(**values):
    return TooManyToTell(values=values).sentence


def test_the_model_is_the_one_that_the_assumptions_tell():
    assert (QUESTIONS, ALL, MARGIN) == (segments.QUESTIONS, 256, 100)
    assert (segments.WAYS, segments.BUY, segments.WORLDS) == (4, 0.10, 30)
    for fact in ("30 made-up worlds", "One customer in ten", "$100"):
        assert fact in TooManyToTell.assumes


def test_the_sentence_at_the_start():
    result = TooManyToTell().result
    promised, planned, one = (_cents(x) for x in (result.promised[6], result.planned[6], result.one))
    assert told() == (
        f"For 64 segments the test promised {promised} a customer; they bring {planned}. One way for all "
        f"brings {one}: the segments are ahead of it in {result.ahead} of 30 worlds. Most is left with 8 "
        f"segments: {_cents(result.left[3])}."
    )
    assert result.promised[6] > result.planned[6] + 2


@pytest.mark.parametrize("customers", [2_000, 20_000, 1_000_000])
@pytest.mark.parametrize("questions", [0, 1, 5, 8])
@pytest.mark.parametrize(
    "world",
    [
        {},
        {"cost": 2_000},
        {"hold": 4},
        {"hold": 4, "remembered": "gain"},
        {"hold": 7, "forgotten": "other"},
        {"met": 20, "hold": 2},
        {"cost": 250, "hold": 4},
    ],
)
def test_what_is_said_agrees_with_what_was_computed(customers, questions, world):
    exercise = TooManyToTell(values={"customers": customers, "questions": questions, **world})
    result, sentence = exercise.result, exercise.sentence
    assert sentence.endswith(f": {_cents(max(result.left))}.")
    assert result.left[0] == pytest.approx(result.planned[0])
    if questions == 0:
        assert sentence.startswith(f"One way for all brings {_cents(result.one)} a customer.")
        return
    assert f"For {2**questions} segments the test promised {_cents(result.promised[questions])}" in sentence
    left = re.search(r"and after (costs|forgetting|costs and forgetting) (−?\$[\d,.]+) is left", sentence)
    forgets = 2**questions > world.get("hold", ALL)
    named = [name for name, on in (("costs", "cost" in world), ("forgetting", forgets)) if on]
    assert (left[1].split(" and ") if left else []) == named
    here = result.left[questions]
    assert here == pytest.approx(result.planned[questions]) if left is None else left[2] == _cents(here)
    ahead = re.search(r"in (\d+|none) of 30 worlds", sentence)[1]
    assert int(ahead.replace("none", "0")) == result.ahead


def test_what_machines_do_is_not_forgotten():
    assert "forgetting" in told(hold=7, met=1)
    assert "forgetting" not in told(hold=7, met=0)


def test_a_million_customers_carry_what_five_thousand_do_not():
    few, many = (TooManyToTell(customers=customers).result for customers in (5_000, 1_000_000))
    assert few.left[6] < few.one < few.left[2]
    assert many.left[6] > many.one
    assert many.best >= 5 > few.best


def test_memory_brings_the_best_back_to_a_few_and_machines_undo_it():
    for customers in (20_000, 1_000_000, 5_000_000):
        assert TooManyToTell(customers=customers, hold=7).result.best in (2, 3)
    assert TooManyToTell(customers=1_000_000, hold=7, met=0).result.best >= 5


def test_memory_for_what_matters_carries_more_segments():
    at = {"customers": 1_000_000, "hold": 7}
    lot, gain = TooManyToTell(values=at).result, TooManyToTell(values={**at, "remembered": "gain"}).result
    assert gain.best > lot.best
    assert gain.left[6] > lot.left[6]
    assert (gain.planned == lot.planned).all()


def test_costs_weigh_less_the_more_customers_there_are():
    best = [TooManyToTell(customers=size, cost=2_000).result.best for size in (5_000, 50_000, 5_000_000)]
    assert best == sorted(best)
    assert best[0] <= 1 < 5 <= best[-1]


def test_another_segments_way_is_worse_than_the_standard_one():
    at = {"customers": 1_000_000, "hold": 7}
    kind, unkind = TooManyToTell(values=at).result, TooManyToTell(values={**at, "forgotten": "other"}).result
    assert kind.left[6] > kind.one > unkind.left[6]


def test_what_the_test_knew_is_told():
    notes = TooManyToTell(customers=20_000, questions=6).notes(TooManyToTell(questions=6).result)
    assert notes["questions"] == (
        "<p>64 segments: about 312 customers each. In the test, 78 of each tried each way.</p>"
    )
    exercise = TooManyToTell(cost=1_000, customers=2_000, questions=8)
    assert exercise.notes(exercise.result)["cost"] == "<p>$255,000 a year, $127.50 a customer.</p>"
    assert "less than one" not in exercise.notes(exercise.result)["questions"]
    assert worlds.ways_by_segment(2_000).kept.shape == (9, 30)


def test_a_line_that_falls_out_of_the_picture_ends_at_its_edge():
    across, up = _above([11.0, 10.0, 8.0, 5.0])
    assert across == [0, 1, 1.5]
    assert up == [11, 10, LOW]
    assert _above([11.0, 10.5])[0] == [0, 1]
