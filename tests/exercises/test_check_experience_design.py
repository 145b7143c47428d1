"""The quiz of chapter 9: six questions, and what its explanations rely on."""

import numpy as np
from fieldguide import measures, worlds
from fieldguide.exercises.check_experience_design import CheckExperienceDesign
from fieldguide.worlds import loops

QUESTIONS = CheckExperienceDesign.questions


def test_four_new_questions_and_two_that_look_back():
    back = [question.text.startswith("Looking back at “") for question in QUESTIONS]
    assert back == [False] * 4 + [True] * 2


def test_every_option_has_its_own_explanation():
    said = [option.because for question in QUESTIONS for option in question.options]
    assert len(said) == len(set(said)) >= 20


def test_the_right_option_stands_in_no_one_place_and_is_not_the_longest():
    places = [[option.right for option in question.options].index(True) for question in QUESTIONS]
    assert len(set(places)) >= 3
    longest = sum(
        question.options[place] is max(question.options, key=lambda option: len(option.text))
        for question, place in zip(QUESTIONS, places, strict=True)
    )
    assert longest <= len(QUESTIONS) / 2


def test_the_right_picks_are_all_right():
    right = {q.name: [option.right for option in q.options].index(True) for q in QUESTIONS}
    assert CheckExperienceDesign(values=right).sentence == "All 6 right."


def test_there_is_money_for_about_as_many_redesigns_as_there_are_causes():
    started = worlds.two_loops(1, 0.6, 0.5).started
    assert 0.8 * loops.CAUSES < started.mean() < 1.2 * loops.CAUSES


def test_an_average_over_what_is_done_climbs_although_nobody_gets_slower():
    rng = np.random.default_rng(4)
    known = rng.integers(0, 360, 4_000).astype(float)
    repaired = known + np.ceil(rng.exponential(120, 4_000))
    months = [measures.nth_purchase(known, repaired, end) for end in range(60, 360, 30)]
    assert (np.diff([month.mean_days for month in months]) > 0).all()
    shares = [month.at(60) for month in months[1:]]
    assert max(shares) - min(shares) < 0.06
