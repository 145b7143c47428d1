"""*Your score*: the reader's own counts, down to none."""

import re

import pytest
from fieldguide import measures
from fieldguide.exercises.your_score import YourScore
from hypothesis import given
from hypothesis import strategies as st

COUNTS = st.integers(0, 3_000)


def test_the_example():
    assert YourScore().sentence == (
        "From 100 answers, your score is 25, with a 95% interval from 9 to 39. While nothing changes, a "
        "score from so many answers rises by 5 points or more in 34 of 100 quarters. For such a rise to be "
        "rare luck, one quarter in forty, you would need 1,804 answers a quarter."
    )


@given(COUNTS, COUNTS, COUNTS, st.integers(1, 100))
def test_score_and_interval_are_the_measures(p, m, d, points):
    exercise = YourScore(promoters=p, passives=m, detractors=d, points=points)
    if p + m + d == 0:
        assert exercise.result.score is None
        assert exercise.sentence.endswith("no answers, no score.")
        return
    result = exercise.result
    assert result.score == measures.net_promoter_score(p, m, d, adjusted=True)
    assert result.next_low <= result.score.value <= result.next_high
    assert ("You have enough" in exercise.sentence) == (p + m + d >= result.needed)


@pytest.mark.parametrize("counts", [(12, 0, 0), (0, 12, 0), (0, 0, 12)])
def test_answers_that_are_all_alike_still_have_a_margin(counts):
    result = YourScore(**dict(zip(("promoters", "passives", "detractors"), counts, strict=True))).result
    assert result.score.high - result.score.low > 10
    assert 0 < result.rise < 1


def test_with_the_answers_that_it_asks_for_the_rise_is_rare_luck():
    needed = YourScore().result.needed
    scale = needed / 100
    more = YourScore(
        promoters=round(45 * scale) + 1, passives=round(35 * scale) + 1, detractors=round(20 * scale) + 1
    )
    assert "You have enough" in more.sentence
    assert more.result.rise == pytest.approx(1 / 40, abs=0.004)


def test_one_answer_is_told_in_the_singular():
    said = YourScore(promoters=1, passives=0, detractors=0).sentence
    assert re.match(r"From 1 answer, your score is 100, with a 95% interval from −\d+ to 100\.", said)
