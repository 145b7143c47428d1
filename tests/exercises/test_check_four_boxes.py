"""The quiz of chapter 5: six questions, and the numbers that its explanations rely on."""

import pytest
from fieldguide import data, measures, worlds
from fieldguide.exercises.check_four_boxes import CheckFourBoxes

QUESTIONS = CheckFourBoxes.questions


def test_four_new_questions_and_two_that_look_back():
    assert len(QUESTIONS) == 6
    assert [("“Questions your CRM cannot answer”" in question.text) for question in QUESTIONS] == [
        False
    ] * 4 + [True] * 2


def test_every_option_has_its_own_explanation():
    said = [option.because for question in QUESTIONS for option in question.options]
    assert len(said) == len(set(said)) == 24


def test_the_right_option_does_not_stand_in_one_place():
    places = [[option.right for option in question.options].index(True) for question in QUESTIONS]
    assert len(set(places)) >= 3


def test_the_right_picks_are_all_right():
    right = {q.name: [option.right for option in q.options].index(True) for q in QUESTIONS}
    assert CheckFourBoxes(values=right).sentence == "All 6 right."


def test_what_the_consultant_may_conclude():
    assert worlds.met_none(worlds.good_at(1 / 3)[-1], 30) == pytest.approx(0.7, abs=0.05)
    assert worlds.met_none(worlds.good_at(1 / 3, together=0.5)[-1], 30) < 0.01
    assert worlds.met_none(1 / 30, 30) > 1 / 3


def test_the_average_of_the_other_chapter_grows_by_watching_longer():
    purchases = data.cdnow()
    first, fourth = measures.days_to_nth(purchases.customer, purchases.day, 4)
    means = {round(measures.nth_purchase(first, fourth, end).mean_days) for end in range(150, 400)}
    assert {74, 151} <= means
