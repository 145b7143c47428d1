"""The quiz of *Tactical CX*: six questions, and the numbers that its explanations rely on."""

from fieldguide import measures
from fieldguide.exercises.check_tactical_cx import CheckTacticalCx
from fieldguide.exercises.silent_sufferers_desk import SHARES, SilentSufferersDesk

QUESTIONS = CheckTacticalCx.questions


def test_four_new_questions_and_two_that_look_back():
    assert [question.text.startswith("From “") for question in QUESTIONS] == [False] * 4 + [True] * 2


def test_every_option_has_its_own_explanation():
    said = [option.because for question in QUESTIONS for option in question.options]
    assert len(said) == len(set(said)) == 24


def test_the_right_option_stands_in_different_places_and_is_not_always_the_longest():
    places = [[option.right for option in question.options].index(True) for question in QUESTIONS]
    assert len(set(places)) >= 3
    longest = [max(question.options, key=lambda option: len(option.text)).right for question in QUESTIONS]
    assert sum(longest) <= 2


def test_the_right_picks_are_all_right():
    right = {q.name: [option.right for option in q.options].index(True) for q in QUESTIONS}
    assert CheckTacticalCx(values=right).sentence == "All 6 right."


def test_the_busier_desk_is_the_one_of_the_exercise():
    exercise = SilentSufferersDesk()
    result = exercise.result
    before, after = (result.every[SHARES.index(share)] for share in (50, 80))
    assert round(100 * before.heard / result.full) == 71
    assert 0.98 < after.heard / result.full < 1.02
    assert after.in_time < before.in_time


def test_the_order_alone_triples_the_promises_kept():
    turn, savable = (
        SilentSufferersDesk(order=order, reach=100).result.chosen for order in ("first", "savable")
    )
    assert 3 < savable.in_time / turn.in_time < 3.5
    assert (savable.handled, savable.waiting) == (turn.handled, turn.waiting)


def test_two_desks_merged_wait_less():
    assert measures.mean_wait(6, 4.8, 1) < measures.mean_wait(3, 2.4, 1) / 2
