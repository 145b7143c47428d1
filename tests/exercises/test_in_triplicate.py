"""*In triplicate*: buttons go round, and every sentence follows from the process that the reader left."""

import re

import numpy as np
import pytest
from fieldguide.exercises.in_triplicate import WHY, InTriplicate, _row_in_words
from fieldguide.worlds.claim import AUTOMATE, DELETE, FOUND, KEEP, MACHINE, MACHINE_WORK, NAMES, STEPS
from hypothesis import assume, given
from hypothesis import strategies as st


def left(*presses, **values):
    return InTriplicate(values={"presses": list(presses), **values})


def without(*names, **values):
    """Press each of these steps twice, which deletes it."""
    return left(*names, *names, **values)


def note(exercise):
    return exercise.notes(exercise.result).get("presses", "")


def test_the_sentence_at_the_start():
    assert InTriplicate().sentence == (
        "From call to hot water 11.7 working days, of which useful work is 1.4%; 10.1 handoffs, $138 a "
        "claim, and 105 claims in the house. Busiest: the mother, with 97% of the hours taken."
    )


@given(st.lists(st.sampled_from(NAMES), max_size=40))
def test_a_button_goes_round(presses):
    assume(any(presses.count(name) % 3 != 2 for name in NAMES))  # something is left
    verdicts = left(*presses).result.verdicts
    for name in NAMES:
        assert verdicts[name] == (KEEP, AUTOMATE, DELETE)[presses.count(name) % 3]


@pytest.mark.parametrize(
    "presses", [(), ("copy",), ("copy", "copy"), ("check", "report", "report"), ("again", "carry", "copy")]
)
@pytest.mark.parametrize("claims", [4, 9, 12])
def test_what_is_said_agrees_with_what_was_computed(presses, claims):
    exercise = left(*presses, claims=claims)
    now, sentence = exercise.result.now, exercise.sentence
    if now.lead_time == np.inf:
        assert f"keeps up with {now.most:.1f} a day" in sentence
        assert now.most < claims
    else:
        assert f"{now.lead_time / 8:.1f} working days" in sentence
        assert f"{now.efficiency:.1%}" in sentence
        assert f"{now.under_way:.0f} claims in the house" in sentence
        # Little's law, as a reader could check it from the sentence.
        assert now.under_way == pytest.approx(claims * now.lead_time / 8)
    assert ("Against the law" in sentence) == (presses.count("report") == 2)


def test_what_the_customer_lacks_is_said():
    assert "stays cold: there is no part, and nobody repairs anything." in without("repair", "order").sentence
    assert "cold" not in without("copy").sentence


def test_nothing_left_is_said_in_words():
    with pytest.raises(ValueError, match="Nothing is left"):
        without(*NAMES).compute(without(*NAMES).values)


def test_the_check_is_judged_anew_when_the_mother_is_gone():
    """The first surprise of the exercise, in the words in which the reader meets it."""
    with_her, alone = without("check"), without("copy", "check")
    assert "8.6 working days" in note(with_her)
    assert "as they are now: 11.7 working days" in note(with_her)
    assert "8.1 working days" in note(alone)
    assert "as they are now: 7.5 working days" in note(alone)


@pytest.mark.parametrize(("times", "word"), [(1, "automated"), (2, "deleted"), (3, "kept")])
def test_the_note_says_what_was_done_and_what_the_other_would_have_been(times, word):
    said = note(left(*["again"] * times))
    assert f"Approve again (owner): {word}." in said
    assert ("with this one step deleted" if word == "kept" else "with this one step kept") in said.lower()


def test_nobody_automates_the_repair():
    assert "nobody has a machine for that" in note(left("repair"))
    assert left("repair").result.now == left().result.now


def test_the_last_step_left_has_no_otherwise():
    exercise = without(*[name for name in NAMES if name != "repair"])
    exercise = left(*exercise.values["presses"], *["repair"] * 3)
    assert exercise.result.otherwise is None
    assert "With this one step" not in note(exercise)


def test_the_words_of_the_steps_have_the_models_numbers():
    assert set(WHY) == set(NAMES)
    assert f"{100 * FOUND:.0f} of 100" in WHY["check"]
    assert "2 claims in 100" in WHY["approve"]
    assert "$150" in WHY["approve"]
    assert "every fourth" in WHY["call"]
    assert InTriplicate.start()["wrong"] == 25
    assert "every twentieth" in WHY["copy"]
    steps = {step.name: step for step in STEPS}
    assert steps["copy"].hours == 4
    assert (steps["order"].stays, steps["book"].stays) == (12, 8)
    assert "a tenth of the time" in InTriplicate.assumes
    assert (MACHINE_WORK, MACHINE) == (0.1, 2)


def test_the_table_lists_all_ten_in_order():
    exercise = InTriplicate()
    rows = re.findall(r"<td>(\d+)\. ([^<]+)<br/>", exercise.asks(exercise.result)["presses"])
    assert rows == [(str(number), step.title) for number, step in enumerate(STEPS, start=1)]


def test_rows_are_told_in_a_unit_that_fits():
    flows = {
        flow.step.name: _row_in_words(flow) for flow in left("again", "again", "report").result.now.steps
    }
    assert flows["again"] == "deleted"
    assert flows["report"] == "1 min, auto"
    assert flows["copy"] == "4.2 d"
    assert flows["carry"] == "4.4 h"
    stuck = {flow.step.name: _row_in_words(flow) for flow in left(claims=12).result.now.steps}
    assert stuck["copy"] == "no end"


def test_fewer_errors_by_machine_or_more():
    def lead_time(errors):
        return left("call", "copy", "copy", errors=errors).result.now.lead_time

    assert lead_time(20) < lead_time(100) < lead_time(200)
