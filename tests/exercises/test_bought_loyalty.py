"""Bought loyalty: while the points last every source looks the same; what is left turns on the source."""

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.exercises.bought_loyalty import END, START, TOP, WEEKS, BoughtLoyalty
from fieldguide.worlds import bonus_points

EXERCISE = BoughtLoyalty()
SEEDS = range(40)


def bought(**values):
    return EXERCISE.compute(BoughtLoyalty.start() | values)


def turning_point(bump, stay, margin, cost):
    """The share moved forward at which the points neither gain nor lose, by arithmetic."""
    return 1 - cost * (1 + bump) / (margin * bump * (1 + 2 * stay))


def test_the_exercise_and_its_world_agree_on_the_weeks():
    assert (START, END, WEEKS) == (bonus_points.START, bonus_points.END, bonus_points.WEEKS)


@pytest.mark.parametrize("seed", SEEDS)
def test_until_the_points_end_every_source_looks_the_same(seed):
    runs = [
        worlds.visits_with_points(0.3, forward, stay, reach, seed=seed)
        for forward in (0, 0.5, 1)
        for stay in (0, 1)
        for reach in (8, 24)
    ]
    by_reach = {8: runs[0::2], 24: runs[1::2]}
    for same in by_reach.values():
        assert all(np.array_equal(run.seen[:END], same[0].seen[:END]) for run in same)
        assert len({run.profit_at_the_end(10, 1) for run in same}) == 1
        assert all(np.array_equal(run.plain, same[0].plain) for run in same)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("stay", "margin", "cost"), [(0, 10, 1), (0.5, 10, 1), (0, 20, 1), (0.2, 10, 1.5)])
def test_the_profit_turns_where_arithmetic_says(seed, stay, margin, cost):
    turn = turning_point(0.3, stay, margin, cost)
    assert worlds.visits_with_points(0.3, max(0, turn - 0.08), stay, seed=seed).profit(margin, cost) > 0
    assert worlds.visits_with_points(0.3, min(1, turn + 0.08), stay, seed=seed).profit(margin, cost) < 0


@pytest.mark.parametrize("seed", SEEDS)
def test_visits_that_are_only_moved_leave_nothing(seed):
    run = worlds.visits_with_points(0.3, 1, 1, seed=seed)
    assert run.kept == run.habit == 0
    assert run.moved == run.extra
    assert run.profit(10, 1) == -run.rewarded


@pytest.mark.parametrize("seed", SEEDS)
def test_a_dip_shows_what_was_moved_and_a_habit_can_hide_it(seed):
    after = slice(END, END + 12)
    dip, hidden = (worlds.visits_with_points(0.4, 0.5, stay, seed=seed) for stay in (0, 1))
    assert (dip.seen - dip.plain)[after].mean() < -0.15 * dip.plain[after].mean()
    assert hidden.moved == dip.moved > 0
    assert abs((hidden.seen - hidden.plain)[after].mean()) < 0.04 * hidden.plain[after].mean()


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_visits_less_than_never_and_all_visits_are_accounted_for(seed):
    for bump, forward, stay, reach in ((0.6, 1, 0, 8), (0.6, 0.3, 0.7, 24), (0.05, 0, 1, 12), (0, 0, 0, 12)):
        run = worlds.visits_with_points(bump, forward, stay, reach, seed=seed)
        assert run.seen.min() >= 0
        assert run.extra == round(bump * run.plain[START:END].sum())
        assert run.kept == run.extra - run.moved + run.habit
        assert run.seen[START:END].sum() == run.plain[START:END].sum() + run.extra
        assert np.array_equal(run.seen[:START], run.plain[:START])


def test_the_shares_are_what_was_asked_for():
    runs = [worlds.visits_with_points(0.3, 0.4, 0.25, seed=seed) for seed in SEEDS]
    assert np.mean([run.moved / run.extra for run in runs]) == pytest.approx(0.4, abs=0.01)
    assert np.mean([run.habit / (run.extra - run.moved) for run in runs]) == pytest.approx(0.5, abs=0.02)
    assert np.mean([run.plain.sum() / (1_000 * WEEKS) for run in runs]) == pytest.approx(1 / 3, abs=0.01)


def test_the_sentence_at_the_start():
    assert EXERCISE.says(bought()) == (
        "On the last day of the points the report counts 1,187 extra visits and a profit of $6,727. Then 612 "
        "visits are missing, already made, and habit brings 240: in the end a profit of $3,007."
    )


def test_the_sentence_at_the_ends():
    assert "Then no visit is missing, and habit brings 510:" in EXERCISE.says(bought(forward=0))
    assert EXERCISE.says(bought(forward=100)).endswith("habit brings none: in the end a loss of $5,143.")


def test_the_slider_shows_where_the_result_turns():
    assert bought(forward=68).in_the_end > 0 > bought(forward=69).in_the_end


def test_dear_points_lose_even_if_every_visit_is_won():
    """And cheap ones gain even if most are moved: the report at the end cannot tell, the price can."""
    assert bought(forward=0, stay=0, cost=2.5).in_the_end < 0 < bought(forward=0, stay=0, cost=2).in_the_end
    assert bought(forward=90, stay=0, cost=0.0).in_the_end > 0


def test_the_report_is_told_of_visits_that_would_have_come_anyway():
    assert "5,143 visits, 3,956 of which would have come anyway" in EXERCISE.notes(bought())["cost"]


def test_the_curve_stays_in_the_picture():
    for stay in (0, 100):
        seen = bought(forward=0, stay=stay, bump=60).visits.seen
        assert seen.max() < 1.05 * TOP


def test_the_figure_is_told_with_its_numbers():
    assert "99 more a week; in the 12 weeks after them 41 fewer a week." in EXERCISE.alt(bought())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [((0.7, 0, 0), "0.6"), ((0.3, 1.5, 0), "between 0 and 1"), ((0.3, 0, 0, 6), "8 to 24")],
)
def test_the_impossible_is_refused_in_words(arguments, words):
    with pytest.raises(ValueError, match=words):
        worlds.visits_with_points(*arguments)
