"""*Two firms, one score*: luck as the measure has it, and one score for both whatever is moved."""

import re

import pytest
from fieldguide import measures
from fieldguide.exercises.two_firms_one_score import SCORE, TwoFirmsOneScore
from fieldguide.exercises.two_firms_one_score_guess import TwoFirmsOneScoreGuess


def test_the_sentence_at_the_start():
    assert TwoFirmsOneScore().sentence == (
        "A has 30 detractors in 100 customers, B has 2, and both report 33. If nothing changes, the next "
        "score is 5 points or more above the last in 36 of 100 quarters at A and in 27 of 100 at B; it falls "
        "by as much as often."
    )


@pytest.mark.parametrize("detractors", [0, 1, 17, 33])
@pytest.mark.parametrize("answers", [25, 100, 1_600])
def test_what_is_said_agrees_with_the_measure(detractors, answers):
    exercise = TwoFirmsOneScore(loved=detractors, answers=answers, points=3)
    firm = exercise.result.firms[0]
    assert firm.promoters - firm.detractors == SCORE
    assert firm.promoters + firm.passives + firm.detractors == 100
    chance = measures.nps_rise_by_luck(firm.promoters / 100, detractors / 100, answers, 3)
    said = int(re.search(r"in (\d+) of 100 quarters at A", exercise.sentence)[1])
    assert said == pytest.approx(100 * chance, abs=0.51)


@pytest.mark.parametrize("answers", range(25, 1_601, 75))
def test_the_firm_that_divides_its_customers_moves_more_by_luck(answers):
    loved, liked = TwoFirmsOneScore(answers=answers, loved=33, liked=0).result.firms
    assert loved.reach > 1.5 * liked.reach
    assert loved.rise > liked.rise


def test_and_where_both_divide_alike_they_move_alike():
    loved, liked = TwoFirmsOneScore(loved=12, liked=12).result.firms
    assert loved.reach == liked.reach
    assert TwoFirmsOneScore(loved=12, liked=12).sentence.startswith("Both have 12 detractors")


def test_with_many_answers_five_points_are_rarely_luck():
    assert max(firm.rise for firm in TwoFirmsOneScore(answers=1_000).result.firms) < 0.12
    assert max(firm.rise for firm in TwoFirmsOneScore(answers=1_600).result.firms) < 0.07
    assert min(firm.rise for firm in TwoFirmsOneScore(answers=100).result.firms) > 0.25


def test_about_a_third_and_the_guess_is_weighed():
    assert TwoFirmsOneScoreGuess().truth() == 34
    for guess, said in ((10, "too few."), (33, "close."), (60, "too many.")):
        assert TwoFirmsOneScoreGuess(guess=guess, committed=True).sentence.endswith(said)


def test_the_guess_is_recalled_only_where_it_answers_the_question():
    assert "You guessed 10." in TwoFirmsOneScore(values={"guess": 10}).sentence
    for moved in ({"answers": 200}, {"points": 6}):
        assert "guessed" not in TwoFirmsOneScore(values={"guess": 10, **moved}).sentence
