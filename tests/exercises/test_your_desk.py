"""Your desk: Erlang's formula in words, and a clear sentence where it has no answer."""

import pytest
from fieldguide import measures
from fieldguide.exercises.your_desk import MOST, YourDesk


def told(**values):
    return YourDesk(**values).sentence


def test_the_sentence_at_the_start():
    assert told() == (
        "Your desk is 75% busy and begins on 99% of its cases within 60 minutes. If a case takes 10% longer "
        "than you think, it is 95%; your busiest hour brings more than they can handle. For 90% in time it "
        "takes 4 in an average hour, and 6 in the busiest."
    )


def test_it_is_the_formula():
    result = YourDesk(cases=200, minutes=12.0, staff=6, hours=8.0, promise=20.0, peak=1.2, wanted=95).result
    load = 200 * 12 / 480
    assert result.load == pytest.approx(load)
    assert result.in_time == pytest.approx(measures.answered_within(6, load, 12, 20))
    assert result.if_longer == pytest.approx(measures.answered_within(6, 1.1 * load, 13.2, 20))
    assert result.at_peak == measures.answered_within(6, 1.2 * load, 12, 20)
    assert result.needed == measures.staff_needed(load, 12, 20, 0.95)
    assert result.shares[result.people.index(6)] == result.in_time


def test_a_peak_that_can_be_handled_is_said_in_percent():
    assert "in your busiest hour, if it went on, it would be" in told(staff=5)


@pytest.mark.parametrize("staff", [1, 2, 3])
def test_from_full_load_on_there_is_no_formula_and_it_says_so(staff):
    said, result = told(staff=staff), YourDesk(staff=staff).result
    assert said.startswith(f"Your cases are work for 3.0 people, and you have {staff}: the line")
    assert result.growth == pytest.approx(120 - staff * 40)
    assert result.in_time == 0
    assert "For 90% in time it takes 4 in an average hour" in said


def test_at_just_full_load_the_line_never_ends_though_it_grows_by_chance_alone():
    assert "grows by chance alone" in told(staff=3)
    assert "in a day it grows by about 40" in told(staff=2)


@pytest.mark.parametrize(("cases", "minutes", "load"), [(97, 15.0, "4.04"), (1441, 1.0, "4.003")])
def test_a_load_just_above_the_staff_does_not_look_like_the_staff(cases, minutes, load):
    said = told(cases=cases, minutes=minutes, staff=4, hours=6.0)
    assert said.startswith(f"Your cases are work for {load} people, and you have 4: the line has no end")


@pytest.mark.parametrize(
    ("count", "unit", "minutes", "words"),
    [
        (20, "seconds", 1 / 3, "within 20 seconds. "),
        (0.33, "minutes", 0.33, "within 0.33 minutes. "),
        (1, "minutes", 1, "within 1 minute. "),
        (1.5, "hours", 90, "within 1.5 hours. "),
        (2_880, "minutes", 2_880, "within 2,880 minutes (4.8 of your working days). "),
        (1, "days", 600, "within 1 working day. "),
        (7, "days", 4_200, "within 7 working days. "),
    ],
)
def test_a_promise_in_any_unit(count, unit, minutes, words):
    exercise = YourDesk(promise=count, unit=unit)
    assert words in exercise.sentence
    assert exercise.result.in_time == pytest.approx(measures.answered_within(4, 3, 15, minutes))


def test_a_promise_of_a_day_outlasts_the_busiest_hour():
    assert told(promise=1, unit="days") == (
        "Your desk is 75% busy and begins on more than 99% of its cases within 1 working day. If a case "
        "takes 10% longer than you think, it is more than 99%; there is time to make good what a busy hour "
        "leaves behind. For 90% in time it takes 4."
    )
    assert "busiest hour brings more" in told(promise=9, unit="hours")
    assert "the line has no end" in told(promise=2, unit="days", staff=2)


def test_the_bank_of_the_chapter_has_room():
    exercise = YourDesk(
        cases=32_461, minutes=4.0, staff=163, hours=14.0, promise=20, unit="seconds", wanted=80
    )
    load = 32_461 * 4 / 840
    assert exercise.result.in_time == pytest.approx(measures.answered_within(163, load, 4, 1 / 3))
    assert exercise.result.needed == measures.staff_needed(load, 4, 1 / 3, 0.8) == 163
    assert len(exercise.result.people) == 9
    assert 163 in exercise.result.people


def test_without_cases_it_asks_why():
    assert told(cases=0) == (
        "Without cases there is nothing to wait for. Are there no problems, or does nobody tell you?"
    )


def test_more_people_than_are_tried():
    said = told(cases=100_000, minutes=240.0, staff=5_000, hours=12.0)
    assert f"more than {MOST:,} people" in said


def test_alike_at_any_hour():
    assert told(cases=5, staff=3).endswith("For 90% in time it takes 1 at any hour.")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"promise": 4_201}, r"within 4,201 minutes \(7.0 of your working days\)"),
        ({"promise": 8, "unit": "days"}, "within 8 working days. Count only time in which the desk is open"),
        ({"minutes": 300.0, "hours": 4.0, "promise": 10}, "does not fit into a day of 240"),
        ({"staff": 0}, "goes from 1 to 5,000"),
        ({"unit": "weeks"}, "none of them"),
        ({"staff": 2.5}, "whole number"),
    ],
)
def test_the_impossible_is_answered_in_words(values, words):
    with pytest.raises(ValueError, match=words):
        YourDesk(**values).result  # noqa: B018


def test_it_is_called_an_example():
    assert "an example" in YourDesk.question
