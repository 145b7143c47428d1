"""Careful or gracious: the worths agree with play, and which firm is worth more turns round."""

from dataclasses import replace

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds import Firms
from fieldguide.worlds.firms import LEAVE, MARGIN

FIRMS = Firms()
FREE = Firms(care_costs=0.0, mending_costs=0.0)
SEEDS = range(40)


def allowed(told, firms=FIRMS):
    return float(worlds.failures_allowed(told, firms))


def played(fails, told, firms, care_costs, customers, seed):
    """What customers bring on average, visit by visit; a firm that mends nothing is one that nobody tells."""
    rng = np.random.default_rng(seed)
    there, brought = customers, 0.0
    while there:
        failed = rng.random(there) < fails
        heard = failed & (rng.random(there) < told)
        leave = np.where(heard, firms.leave_mended, np.where(failed, firms.leave_unmended, LEAVE))
        brought += there * (MARGIN - care_costs) - heard.sum() * firms.mending_costs
        there = int((rng.random(there) >= leave).sum())
    return brought / customers


@pytest.mark.parametrize(
    ("fails", "told", "firms"),
    [(0.1, 0.4, FIRMS), (0.3, 0.9, replace(FIRMS, leave_mended=0.1)), (0.02, 0.0, FIRMS)],
)
def test_worth_agrees_with_customers_played_visit_by_visit(fails, told, firms):
    games = [played(fails, told, firms, 0.0, 1_000, seed) for seed in SEEDS]
    assert np.mean(games) == pytest.approx(worlds.gracious_worth(fails, told, firms), rel=0.02)


def test_so_does_the_careful_firms():
    games = [played(FIRMS.careful_fails, 0, FIRMS, 1.0, 1_000, seed) for seed in SEEDS]
    assert np.mean(games) == pytest.approx(worlds.careful_worth(FIRMS), rel=0.02)


@pytest.mark.parametrize("told", [0.0, 0.25, 0.4, 0.5, 0.8])
def test_perfect_mending_for_nothing_is_worth_no_more_than_so_many_failures_fewer(told):
    """By hand: only who does not tell is lost, so failures may be 1 / (1 − told) times as many."""
    assert allowed(told, FREE) == pytest.approx(0.05 / (1 - told))


def test_where_everybody_tells_and_mending_is_free_it_may_fail_as_often_as_it_likes():
    assert allowed(1.0, FREE) == np.inf


@pytest.mark.parametrize("told", [0.0, 0.3, 0.6, 1.0])
@pytest.mark.parametrize(
    "firms", [FIRMS, FREE, replace(FIRMS, leave_mended=0.2), replace(FIRMS, care_costs=6.0)]
)
def test_below_the_line_the_gracious_firm_is_worth_more_and_above_it_less(told, firms):
    line = min(allowed(told, firms), 1.0)
    for part in (0.2, 0.9):
        assert worlds.gracious_worth(part * line, told, firms) > worlds.careful_worth(firms)
    if line < 1:
        assert worlds.gracious_worth(line, told, firms) == pytest.approx(worlds.careful_worth(firms))
        assert worlds.gracious_worth(1.1 * line, told, firms) < worlds.careful_worth(firms)


def test_the_same_firms_the_other_way_round_where_more_tell():
    """Ten failures in 100 visits against five: the careful firm at 40 of 100 who tell, the other at 70."""
    few, many = [], []
    for seed in SEEDS:
        careful = played(0.05, 0, FIRMS, 1.0, 2_000, seed)
        few.append(careful > played(0.1, 0.2, FIRMS, 0.0, 2_000, seed + 1_000))
        many.append(careful < played(0.1, 0.7, FIRMS, 0.0, 2_000, seed + 1_000))
    assert np.mean(few) > 0.9
    assert np.mean(many) > 0.9
    assert allowed(0.2) < allowed(0.4) < 0.1 < allowed(0.7)


def test_where_failures_drive_nobody_away_and_care_is_free_the_firms_are_level():
    harmless = replace(FREE, leave_unmended=0.02)
    assert allowed(0.0, harmless) == np.inf
    assert worlds.gracious_worth(0.3, 0.5, harmless) == pytest.approx(worlds.careful_worth(harmless))


def test_care_that_is_dear_and_mending_that_is_poor_turn_it():
    assert allowed(0.4, replace(FIRMS, care_costs=5.0)) > 0.1 > allowed(0.4)
    assert allowed(0.4, replace(FIRMS, leave_mended=0.15)) < allowed(0.4)
    assert allowed(1.0, replace(FIRMS, leave_mended=0.2)) == pytest.approx(0.05)
    assert allowed(1.0, replace(FIRMS, mending_costs=0.0, leave_mended=0.0)) == np.inf


@pytest.mark.parametrize(
    "impossible",
    [lambda: Firms(careful_fails=2), lambda: Firms(leave_unmended=0.01), lambda: Firms(care_costs=-1)],
)
def test_what_is_impossible_is_refused_in_words(impossible):
    with pytest.raises(ValueError, match=r"\.$"):
        impossible()
