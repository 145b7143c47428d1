"""*The paradox, found and lost*: what is said agrees with the world, and each assumption turns it round."""

import re

import pytest
from fieldguide import worlds
from fieldguide.exercises.the_paradox import HIGH, LOW, TheParadox
from fieldguide.exercises.the_paradox_guess import TheParadoxGuess
from hypothesis import given
from hypothesis import strategies as st


def result(**values):
    return TheParadox(**values).result


# What is said.


def test_at_the_start():
    assert TheParadox().sentence == (
        "A paradox in satisfaction, and none in returning. You make good 80% and customers had braced for "
        "40%: they end up 4.9 points more satisfied than customers without a failure, and 72 of 100 mean to "
        "return instead of 80. Satisfaction is above the others’ from 63% on, returning from 118% on."
    )


@given(
    good=st.integers(0, 30).map(lambda step: 5 * step),
    expected=st.integers(0, 20).map(lambda step: 5 * step),
    again=st.integers(0, 20).map(lambda step: 5 * step),
    against=st.integers(0, 10).map(lambda step: 10 * step),
    known=st.integers(2, 50).map(lambda step: 2 * step),
)
def test_what_is_said_agrees_with_the_world(good, expected, again, against, known):
    given = {"good": good, "expected": expected, "again": again, "against": against, "known": known}
    exercise = TheParadox(**given)
    world = worlds.Recovery(expected / 100, again / 100, against / 100, known)
    answers = worlds.mended(good / 100, world)
    points, returning = float(answers.satisfaction) - 70, 100 * float(answers.returning)
    said = exercise.sentence
    told = re.search(r"end up (?:([\d.]+) points? (more|less)|as) satisfied", said)
    if told[1]:
        assert float(told[1]) * (1 if told[2] == "more" else -1) == pytest.approx(points, abs=0.051)
    else:
        assert abs(points) < 0.5
    assert int(re.search(r"(\d+) of 100", said)[1]) == pytest.approx(returning, abs=0.51)
    assert said.startswith("A paradox in both") == (points >= 0.5 and returning >= 80.5)
    assert said.startswith("No paradox.") == (points < 0.5 and returning < 80.5)


@pytest.mark.parametrize(
    ("values", "first", "last"),
    [
        ({"known": 50, "again": 0}, "A paradox in both.", "returning from 58% on."),
        ({"against": 0, "known": 100, "again": 0}, "No paradox in satisfaction, but one", "from 50% on."),
        ({"against": 0}, "No paradox. ", "from 110% on, returning from 118% on."),
        ({"again": 100, "good": 0}, "No paradox. ", "returning nowhere up to 150%."),
        (
            {"against": 100, "expected": 0, "again": 0},
            "A paradox in satisfaction",
            "the start, returning from 90% on.",
        ),
    ],
)
def test_each_verdict_and_from_where_on(values, first, last):
    said = TheParadox(**values).sentence
    assert said.startswith(first)
    assert said.endswith(last), said


def test_surveys_are_told_beside_the_first_slider():
    note = TheParadox().notes(result())["good"]
    assert "Of 100 surveys of 100 customers of each kind, 96 find those with a failure more satisfied" in note
    assert "guessed" not in note
    assert "You guessed that 90 of 100 would return." in TheParadox.notes(
        TheParadox(), TheParadox(values={"guess": 90}).result
    )["good"]  # fmt: skip


# Where it turns.


def test_satisfaction_has_it_or_not_by_what_was_expected():
    starts = [result(expected=expected).satisfied_from for expected in range(0, 101, 20)]
    assert starts == sorted(starts)
    assert result(expected=0).points > 10
    assert result(expected=80).points < -2


def test_the_fuller_the_memory_the_more_return():
    assert result(again=0, known=4).people < -9
    assert result(again=0, known=100).people > 2


def test_it_is_not_there_if_customers_hold_it_against_the_visit_they_had_planned():
    assert result(against=0).satisfied_from > 100
    assert result(against=100).satisfied_from < 50


def test_small_surveys_find_it_less_often():
    assert result(expected=60, asked=20).points_ahead < result(expected=60, asked=300).points_ahead - 10
    low, high = result(asked=20).points_found
    assert low < result(asked=300).points_found[0] < result(asked=300).points_found[1] < high


# What is drawn, and the guess.


@pytest.mark.parametrize("corner", [{}, {"again": 100, "worse": 100, "known": 4, "expected": 100}])
def test_both_points_lie_in_the_picture(corner):
    for good in (0, 80, 150):
        for against in (0, 100):
            run = result(good=good, against=against, **corner)
            assert LOW <= run.people <= HIGH
            assert LOW <= run.points <= HIGH


def test_the_guess_is_not_taken_for_a_finding():
    said = TheParadoxGuess(guess=80, committed=True).sentence
    assert "our model’s drop and not a finding: studies put together saw no difference" in said
    assert TheParadoxGuess().truth() < 80, "a drop it is"


def test_the_guess_is_of_the_first_setting():
    assert TheParadoxGuess().truth() == result().back == 72
    start = TheParadox.start()
    for told in (f"{start['expected']}% of the harm", f"got {start['good']}%", f"{start['again']} of them"):
        assert told in TheParadoxGuess.question


def test_the_guess_is_not_recalled_beside_another_question():
    elsewhere = TheParadox(guess=50, again=100, good=0, glow=100)
    assert "guessed" not in elsewhere.notes(elsewhere.result)["good"]


@pytest.mark.parametrize(("guess", "said"), [(90, "18 too many."), (60, "12 too few."), (73, "close.")])
def test_the_guess_is_weighed(guess, said):
    assert TheParadoxGuess(guess=guess, committed=True).sentence.endswith(said)
    assert "You said" not in TheParadoxGuess(guess=guess).sentence
