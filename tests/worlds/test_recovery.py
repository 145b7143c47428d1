"""Failures and their recovery: where the paradox is, where it goes, and that both answers need not agree."""

from dataclasses import replace

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds import Recovery
from fieldguide.worlds.recovery import POINTS, RETURNING_WITHOUT, SATISFIED_WITHOUT, STRAY

WORLD = Recovery()
ONCE = Recovery(again=0.0)
SHARES = np.arange(31) / 20
SEEDS = range(30)


def above(made_good, world):
    """Return how far those with a failure are above the others, in points and in returning share."""
    answers = worlds.mended(made_good, world)
    return float(answers.satisfaction) - SATISFIED_WITHOUT, float(answers.returning) - RETURNING_WITHOUT


def starts(world):
    """Return from where on the paradox holds, in satisfaction and in returning."""
    answers = worlds.mended(SHARES, world)
    return (
        worlds.paradox_from(SHARES, answers.satisfaction - SATISFIED_WITHOUT),
        worlds.paradox_from(SHARES, answers.returning - RETURNING_WITHOUT),
    )


# The two curves.


def test_the_more_is_made_good_the_higher_are_both():
    for world in (WORLD, ONCE, Recovery(against=0.0, known=3), Recovery(again=1.0, glow=1.0)):
        answers = worlds.mended(SHARES, world)
        assert (np.diff(answers.satisfaction) > 0).all()
        assert (np.diff(answers.returning) >= 0).all()


@pytest.mark.parametrize("expected", [0.0, 0.3, 0.6, 1.0])
@pytest.mark.parametrize("against", [0.0, 0.4, 0.7, 1.0])
def test_after_one_failure_satisfaction_is_as_before_where_the_mixture_of_expectations_is_met(
    expected, against
):
    """By hand: against · (x − expected) + (1 − against) · (x − 1) is 0 at a weighted mean of both."""
    world = Recovery(expected=expected, against=against, again=0.0)
    start, _ = starts(world)
    assert start == pytest.approx(against * expected + (1 - against), abs=1e-9)


def test_returning_turns_where_both_lessons_weigh_the_same():
    """By hand: known by 10 visits, a failure takes the risk from .1 to 2/11, and help from .4 to x/2 + .2."""
    _, start = starts(ONCE)
    assert start == pytest.approx(2 * (1 - 0.1 * 0.6 / (2 / 11)) - 0.4, abs=0.005)


# Where the paradox is, and where it goes.


def test_at_the_start_it_is_in_satisfaction_alone():
    points, returning = above(0.8, WORLD)
    assert points > 4
    assert returning < -0.05


@pytest.mark.parametrize(
    ("made_good", "world", "in_satisfaction", "in_returning"),
    [
        (0.8, WORLD, True, False),
        (0.8, Recovery(known=50, again=0.0), True, True),
        (0.9, Recovery(known=100, again=0.0, against=0.0), False, True),
        (0.8, Recovery(against=0.0), False, False),
    ],
)
def test_every_combination_occurs(made_good, world, in_satisfaction, in_returning):
    points, returning = above(made_good, world)
    assert (points > 0, returning > 0) == (in_satisfaction, in_returning)


def test_held_against_the_planned_visit_it_takes_more_than_all_of_the_harm():
    for expected in (0.0, 0.4, 0.8):
        start, _ = starts(Recovery(expected=expected, against=0.0, again=0.0))
        assert start == pytest.approx(1)


def test_who_expects_the_help_that_comes_is_not_delighted():
    assert above(0.8, Recovery(expected=0.2))[0] > above(0.8, WORLD)[0] > 0
    assert above(0.8, Recovery(expected=0.8))[0] < 0


def test_after_one_failure_and_not_after_two():
    assert above(0.8, ONCE)[0] > 0
    assert above(0.8, replace(WORLD, again=1.0))[0] < 0


def test_but_after_two_as_well_where_a_second_hurts_no_more_than_the_first():
    assert above(0.8, replace(WORLD, again=1.0, worse=0.0))[0] > 0


def test_a_failure_that_is_no_news_brings_them_back_and_one_that_is_news_does_not():
    starting = [starts(replace(ONCE, known=known))[1] for known in (5, 10, 20, 50, 100)]
    assert starting == sorted(starting, reverse=True)
    assert above(0.8, replace(ONCE, known=5))[1] < -0.05
    assert above(0.8, replace(ONCE, known=50))[1] > 0.01


def test_where_the_glow_carries_over_returning_follows_satisfaction():
    assert above(0.8, ONCE)[1] < 0 < above(0.8, replace(ONCE, glow=0.5))[1]
    cold, warm = (above(0.3, replace(ONCE, glow=glow))[1] for glow in (0.0, 1.0))
    assert warm < cold  # so does disappointment


def test_returning_knows_nothing_of_what_satisfaction_is_held_against():
    one, other = (worlds.mended(SHARES, Recovery(against=against)) for against in (0.0, 1.0))
    assert (one.returning == other.returning).all()
    assert (one.satisfaction < other.satisfaction).all()


# Surveys.


def test_surveys_agree_with_the_averages():
    for made_good, world in ((0.8, WORLD), (1.2, Recovery(again=0.6, known=4, expected=0.1))):
        surveys = [worlds.recovery_surveys(made_good, world, 200, seed) for seed in SEEDS]
        points, returning = above(made_good, world)
        assert np.mean([one.satisfaction for one in surveys]) == pytest.approx(points, abs=0.2)
        assert np.mean([one.returning for one in surveys]) == pytest.approx(returning, abs=0.005)
        spread = np.std([one.satisfaction for one in surveys])
        assert STRAY * np.sqrt(2 / 200) == pytest.approx(spread, rel=0.15)


def test_what_the_averages_say_most_surveys_of_a_hundred_find_whatever_the_seed():
    for seed in SEEDS:
        there = worlds.recovery_surveys(0.8, WORLD, 100, seed)
        gone = worlds.recovery_surveys(0.8, replace(WORLD, against=0.0), 100, seed)
        assert (there.satisfaction > 0).mean() > 0.85
        assert (there.returning < 0).mean() > 0.75
        assert (gone.satisfaction > 0).mean() < 0.1


def test_small_surveys_of_a_small_paradox_miss_it_often():
    world = replace(WORLD, expected=0.6)
    missed = [(worlds.recovery_surveys(0.8, world, 20, seed).satisfaction <= 0).mean() for seed in SEEDS]
    assert 0 < above(0.8, world)[0] < 3
    assert np.mean(missed) > 0.3


def test_the_same_seed_is_the_same_customers():
    one, again, other = (worlds.recovery_surveys(0.8, WORLD, 50, seed).returning for seed in (3, 3, 4))
    assert (one == again).all()
    assert (one != other).any()


# What is impossible, and small things.


@pytest.mark.parametrize(
    ("curve", "start"), [([1, 2], 0.0), ([-2, -1], None), ([-1, 3], 0.125), ([-1, 0], None)]
)
def test_where_a_curve_rises_above_the_others(curve, start):
    assert worlds.paradox_from([0, 0.5], curve) == start


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: Recovery(expected=1.2),
        lambda: Recovery(again=-0.1),
        lambda: Recovery(known=0),
        lambda: worlds.recovery_surveys(0.8, WORLD, 0),
        lambda: worlds.recovery_surveys(0.8, WORLD, 301),
    ],
)
def test_what_is_impossible_is_refused_in_words(impossible):
    with pytest.raises(ValueError, match=r"\.$"):
        impossible()


def test_what_a_glow_of_ten_points_brings_back_is_what_the_exercise_says():
    """With nothing left to fear, all of the change is the glow's: ten points are a third of a harm."""
    fearless = Recovery(expected=1.0, again=0.0, against=1.0, glow=1.0)
    cold = replace(fearless, glow=0.0)
    good = 1 + 10 / POINTS
    assert above(good, fearless)[0] == pytest.approx(10)
    assert above(good, cold)[1] == pytest.approx(0)
    assert above(good, fearless)[1] == pytest.approx(0.12, abs=0.005)
