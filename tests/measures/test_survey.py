"""Survey scores: published values, other implementations, and simulation."""

from itertools import pairwise, product

import numpy as np
import pytest
from fieldguide import measures
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

COUNTS = st.integers(0, 60)


def test_the_published_example():
    score = measures.net_promoter_score(300, 200, 100)  # a half and a sixth, which 100 answers cannot be
    assert score.value == pytest.approx(100 / 3)
    reach = 1.96 * measures.nps_standard_error(1 / 2, 1 / 6, 100)
    assert reach == pytest.approx(14.6, abs=0.05)
    assert (score.high - score.low) / 2 == pytest.approx(reach / 6**0.5, abs=0.01)


@given(COUNTS, COUNTS, COUNTS)
def test_the_standard_error_is_that_of_the_mean_of_plus_one_nothing_and_minus_one(p, m, d):
    if p + m + d == 0:
        return
    answers = np.repeat([100.0, 0.0, -100.0], [p, m, d])
    score = measures.net_promoter_score(p, m, d)
    assert score.value == pytest.approx(answers.mean())
    assert score.answers == len(answers)
    se = answers.std() / np.sqrt(len(answers))
    # Two numbers that are nearly equal lose half of their digits when one is taken from the other.
    assert measures.nps_standard_error(p / len(answers), d / len(answers), len(answers)) == pytest.approx(
        se, abs=1e-5
    )
    if se > 1e-5:
        low, high = stats.norm.interval(0.95, answers.mean(), se)
        assert score.low == pytest.approx(max(low, -100), abs=1e-6)
        assert score.high == pytest.approx(min(high, 100), abs=1e-6)


@given(COUNTS, COUNTS, COUNTS)
def test_the_adjusted_interval_is_that_of_three_more_answers(p, m, d):
    if p + m + d == 0:
        return
    plain = measures.net_promoter_score(p + 0.75, m + 1.5, d + 0.75)
    score = measures.net_promoter_score(p, m, d, adjusted=True)
    assert score.value == measures.net_promoter_score(p, m, d).value
    assert score.low == pytest.approx(min(plain.low, score.value))
    assert score.high == pytest.approx(max(plain.high, score.value))


@pytest.mark.parametrize("counts", [(20, 0, 0), (0, 20, 0), (0, 0, 20)])
def test_when_all_answer_alike_only_the_adjusted_interval_has_a_width(counts):
    plain = measures.net_promoter_score(*counts)
    adjusted = measures.net_promoter_score(*counts, adjusted=True)
    assert plain.high - plain.low == pytest.approx(0)
    assert adjusted.high - adjusted.low > 5
    assert -100 <= adjusted.low <= adjusted.value <= adjusted.high <= 100


def test_the_adjusted_interval_holds_the_truth_about_as_often_as_it_says():
    rng = np.random.default_rng(12)
    for (p, d), n in product([(0.5, 1 / 6), (0.9, 0.02), (0.1, 0.3)], [20, 100]):
        drawn = rng.multinomial(n, [p, 1 - p - d, d], size=2_000)
        scores = [measures.net_promoter_score(*counts, adjusted=True) for counts in drawn]
        inside = np.mean([one.low <= 100 * (p - d) <= one.high for one in scores])
        assert inside > 0.93


@pytest.mark.parametrize(("p", "d", "n"), [(0.5, 1 / 6, 100), (0.9, 0.05, 7), (0, 0.4, 30), (1, 0, 12)])
def test_chances_add_up_to_one_and_have_the_right_mean_and_spread(p, d, n):
    chances = measures.nps_chances(p, d, n)
    points = 100 * np.arange(-n, n + 1) / n
    assert chances.sum() == pytest.approx(1)
    assert chances @ points == pytest.approx(100 * (p - d))
    spread = np.sqrt(chances @ (points - 100 * (p - d)) ** 2)
    assert spread == pytest.approx(measures.nps_standard_error(p, d, n), abs=1e-5)


def test_chances_of_few_answers_by_counting_every_way():
    p, d, n = 0.5, 0.2, 4
    expected = np.zeros(2 * n + 1)
    for way in product([(1, p), (0, 1 - p - d), (-1, d)], repeat=n):
        expected[n + sum(one for one, _ in way)] += np.prod([chance for _, chance in way])
    assert measures.nps_chances(p, d, n) == pytest.approx(expected)


def test_about_a_third_of_quarters_show_five_points_more_by_luck():
    chance = measures.nps_rise_by_luck(1 / 2, 1 / 6, 100, 5)
    assert chance == pytest.approx(1 / 3, abs=0.02)
    rng = np.random.default_rng(5)
    drawn = rng.multinomial(100, [1 / 2, 1 / 3, 1 / 6], size=(200_000, 2))
    net = drawn[..., 0] - drawn[..., 2]
    assert chance == pytest.approx(np.mean(net[:, 1] - net[:, 0] >= 5), abs=0.005)


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 300), st.integers(-60, 60))
def test_a_rise_and_its_mirror_image_leave_nothing_over(one, other, n, points):
    """Rising by k or more, and rising by less than k (which mirrored is falling by more than −k), are all."""
    p, d = one * other, one * (1 - other)
    step = 100 / n
    up = measures.nps_rise_by_luck(p, d, n, points * step)
    mirrored = measures.nps_rise_by_luck(p, d, n, (1 - points) * step)
    assert up + mirrored == pytest.approx(1, abs=1e-9)


def test_the_bell_curve_takes_over_without_a_step():
    exact = measures.nps_rise_by_luck(0.5, 1 / 6, 2_000, 2)
    # 2 points are 40 of 2,000 answers and 41 of 2,050: nearly the same score, computed in two ways.
    assert measures.nps_rise_by_luck(0.5, 1 / 6, 2_050, 2) == pytest.approx(exact, abs=0.005)
    assert measures.nps_rise_by_luck(1, 0, 5_000, 1) == 0
    assert measures.nps_rise_by_luck(1, 0, 5_000, 0) == 1


def test_more_answers_leave_less_to_luck():
    chances = [measures.nps_rise_by_luck(0.5, 1 / 6, n, 5) for n in (100, 200, 400, 800, 1_600, 3_200)]
    assert all(later < earlier for earlier, later in pairwise(chances))


@pytest.mark.parametrize("margin", [1, 5, 14.6])
def test_answers_for_a_margin_are_just_enough(margin):
    enough = measures.answers_for_margin(0.5, 1 / 6, margin)
    reach = [1.959963984540054 * measures.nps_standard_error(0.5, 1 / 6, n) for n in (enough - 1, enough)]
    assert reach[0] > margin >= reach[1]
    assert measures.answers_for_margin(0, 0, 5) == 1


def test_satisfaction_is_the_two_best_answers():
    score = measures.satisfaction([5, 5, 20, 40, 30])
    assert (score.value, score.answers) == (pytest.approx(0.7), 100)
    assert (score.low, score.high) == pytest.approx(proportion_confint(70, 100, method="wilson"))


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: measures.net_promoter_score(0, 0, 0),
        lambda: measures.net_promoter_score(3, -1, 0),
        lambda: measures.nps_standard_error(0.8, 0.4, 10),
        lambda: measures.nps_standard_error(0.5, 0.1, 0),
        lambda: measures.nps_chances(0.5, 0.1, 0),
        lambda: measures.nps_chances(0.5, 0.1, 2.5),
        lambda: measures.answers_for_margin(0.5, 0.1, 0),
        lambda: measures.satisfaction([3, 4]),
        lambda: measures.satisfaction([0, 0, 0]),
    ],
)
def test_what_is_impossible_is_refused_in_words(impossible):
    with pytest.raises(ValueError, match=r"\.$"):
        impossible()
