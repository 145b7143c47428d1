"""A dealership under a bonus: the averages agree with play, and where the bonus and the customers agree."""

from dataclasses import replace

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.worlds import Dealership, dealership_plans
from fieldguide.worlds.dealership import CHOOSE, COACH, CUSTOMER, FIX, POINT

PLANS = dealership_plans()
HONEST = (FIX,) * 4
SEEDS = range(40)
HOUSE = Dealership()


def best(house=HOUSE, waits=0.0, outsider=0.0):
    """Return the plan that earns most, and how many customers it keeps short of the plan that keeps most."""
    years = worlds.dealership_years(PLANS, house, outsider)
    chosen = worlds.dealership_best(years, waits)
    return PLANS[chosen], years.kept.max() - years.kept[chosen]


def score(year):
    """Return a played year's average score."""
    return np.mean([measures.net_promoter_score(*counts).value for counts in year.answers])


def played(plan, house=HOUSE, outsider=0.0):
    return [worlds.dealership_year(plan, house, outsider, seed) for seed in SEEDS]


# The averages.


def test_there_are_all_plans_and_the_honest_one_is_first():
    assert len(set(PLANS)) == len(PLANS) == 3**4
    assert PLANS[0] == HONEST


@pytest.mark.parametrize(
    ("plan", "house", "outsider"),
    [
        (HONEST, HOUSE, 0.0),
        ((COACH,) * 4, HOUSE, 0.0),
        ((CHOOSE, FIX, COACH, CHOOSE), replace(HOUSE, lag=0, beside=0.5), 0.3),
        ((FIX, COACH, FIX, CHOOSE), replace(HOUSE, lag=2, put_right=0.6, put_off=0.2), 0.8),
    ],
)
def test_averages_agree_with_years_played_customer_by_customer(plan, house, outsider):
    years = worlds.dealership_years([plan], house, outsider)
    games = [worlds.dealership_year(plan, house, outsider, seed) for seed in range(300)]
    assert np.mean([game.kept for game in games]) == pytest.approx(years.kept[0], abs=3)
    wrong = np.mean([game.wrong for game in games], axis=0) / 250
    assert wrong == pytest.approx(years.wrong[0], abs=0.006)
    pooled = np.sum([game.answers for game in games], axis=0)
    scores = [measures.net_promoter_score(*counts).value for counts in pooled]
    assert scores == pytest.approx(years.scores[0], abs=2)


def test_who_does_nothing_earns_nothing():
    """Fixing that mends nothing is doing nothing: score and customers are those the bonus builds on."""
    years = worlds.dealership_years([HONEST], replace(HOUSE, fixed=0))
    idle_score, idle_kept = worlds.dealership_idle()
    assert years.scores[0] == pytest.approx([idle_score] * 4)
    assert years.kept[0] == pytest.approx(idle_kept)
    assert worlds.dealership_bonus(years, 0.3)[0] == pytest.approx(0, abs=0.01)


def test_the_bonus_is_so_much_for_a_point_and_so_much_for_a_customer():
    years = worlds.dealership_years(PLANS, HOUSE)
    idle_score, idle_kept = worlds.dealership_idle()
    assert worlds.dealership_bonus(years, 0) == pytest.approx(
        POINT * (years.scores.mean(axis=1) - idle_score)
    )
    assert worlds.dealership_bonus(years, 1) == pytest.approx(CUSTOMER * (years.kept - idle_kept))


def test_an_honest_year_earns_about_the_same_from_points_and_from_customers():
    years = worlds.dealership_years([HONEST], HOUSE)
    now, then = (worlds.dealership_bonus(years, waits)[0] for waits in (0, 1))
    assert now == pytest.approx(then, rel=0.05)


def test_the_scale_is_that_of_the_panel_one_in_four_coached_customers_inflates():
    games = [worlds.dealership_year((COACH,) * 4, replace(HOUSE, put_right=0), seed=seed) for seed in SEEDS]
    straight = [
        worlds.dealership_year((COACH,) * 4, replace(HOUSE, put_right=0, inflated=0), seed=seed)
        for seed in SEEDS
    ]
    promoters, before = (np.sum([game.answers for game in both], axis=(0, 1)) for both in (games, straight))
    assert (promoters[0] - before[0]) / before.sum() == pytest.approx(1 / 4, abs=0.03)


# Where playing for the bonus hurts, and where it does not.


def test_paid_for_the_score_nothing_is_repaired_and_customers_are_lost():
    plan, lost = best()
    assert plan == (COACH,) * 4
    assert lost > 90
    for bonus, honest in zip(played(plan), played(HONEST), strict=True):
        assert score(bonus) > score(honest) + 5
        assert bonus.kept < honest.kept - 40


def test_half_of_the_bonus_on_customers_changes_nothing_and_four_fifths_change_everything():
    assert best(waits=0.5)[0] == (COACH,) * 4
    assert best(waits=0.75)[0] != HONEST
    assert best(waits=0.8) == (HONEST, pytest.approx(0))


@pytest.mark.parametrize("waits", [0, 0.2, 0.4, 0.6, 0.8, 1])
@pytest.mark.parametrize("outsider", [0, 0.5, 1])
def test_the_more_waits_or_is_out_of_reach_the_fewer_customers_are_lost(waits, outsider):
    here = best(waits=waits, outsider=outsider)[1]
    assert best(waits=min(waits + 0.2, 1), outsider=outsider)[1] <= here + 1e-9
    assert best(waits=waits, outsider=min(outsider + 0.25, 1))[1] <= here + 1e-9


def test_an_outsider_alone_leaves_the_last_quarter_open_as_long_as_repairs_are_felt_late():
    assert best(outsider=1)[0] == (FIX, FIX, FIX, COACH)
    assert best(replace(HOUSE, lag=0), outsider=1)[0] == HONEST
    assert best(replace(HOUSE, lag=2), outsider=1)[0][:2] == (FIX, FIX)
    assert FIX not in best(replace(HOUSE, lag=2), outsider=1)[0][2:]


def test_both_together_need_less_of_each():
    assert best(waits=0.5, outsider=0.8)[0] == HONEST
    assert best(waits=0.5)[1] > 50
    assert best(outsider=0.8)[1] > 30


def test_tricks_that_hardly_work_leave_room_for_repairs():
    honest_folk = replace(HOUSE, inflated=0.1, left_out=0.2)
    assert best(honest_folk)[0][:2] == (FIX, FIX)
    assert best(honest_folk)[1] < best()[1] / 2


def test_where_customers_will_not_be_coached_the_angry_are_left_out():
    assert best(replace(HOUSE, inflated=0.1))[0] == (CHOOSE,) * 4


def test_where_tricks_cost_no_repair_and_no_temper_the_bonus_is_best_for_customers_too():
    free = replace(HOUSE, beside=1, put_off=0)
    for waits in (0, 0.5, 1):
        plan, lost = best(free, waits)
        assert lost == pytest.approx(0)
        assert plan != HONEST
    # What it keeps beyond an honest year is what the talk puts right: without that both keep as many.
    for put_right, more in ((HOUSE.put_right, 6), (0, 0)):
        house = replace(free, put_right=put_right)
        both = worlds.dealership_years([best(house)[0], HONEST], house).kept
        assert both[0] - both[1] == pytest.approx(more, abs=0.5)
    plan = best(free)[0]
    at_least = [
        bonus.kept >= honest.kept
        for bonus, honest in zip(played(plan, free), played(HONEST, free), strict=True)
    ]
    assert np.mean(at_least) == 1


def test_but_not_where_they_cost_only_temper():
    assert best(replace(HOUSE, beside=1))[1] > 15


def test_where_asking_puts_right_and_repairs_do_little_coaching_is_best_for_customers():
    asking = replace(HOUSE, fixed=0.1, put_right=0.9, put_off=0)
    plan, lost = best(asking)
    assert plan == (COACH,) * 4
    assert lost == pytest.approx(0)
    ahead = [
        bonus.kept > honest.kept
        for bonus, honest in zip(played(plan, asking), played(HONEST, asking), strict=True)
    ]
    assert np.mean(ahead) > 0.9


def test_but_not_where_repairs_do_much():
    assert best(replace(HOUSE, fixed=0.5, put_right=0.9, put_off=0))[1] > 10


def test_of_plans_that_earn_the_same_the_one_that_keeps_most_counts():
    scores = np.array([[20.0, 30.0, 30.0, 20.0], [25.0] * 4, [10.0] * 4])
    years = worlds.DealershipYears(
        scores, wrong=scores, later=scores[:, 0], kept=np.array([480.0, 500.0, 600.0])
    )
    assert worlds.dealership_best(years, waits=0) == 1


# Play.


def test_the_same_seed_is_the_same_year_and_another_is_another():
    one, again, other = (worlds.dealership_year(HONEST, HOUSE, seed=seed) for seed in (3, 3, 4))
    assert one == again
    assert one != other


def test_what_is_done_later_changes_nothing_earlier():
    one = worlds.dealership_year((FIX, COACH, FIX, FIX), HOUSE, seed=9)
    other = worlds.dealership_year((FIX, COACH, CHOOSE, COACH), HOUSE, seed=9)
    assert one.answers[:2] == other.answers[:2]
    assert one.wrong[:2] == other.wrong[:2]


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: worlds.dealership_years([(FIX,) * 3], HOUSE),
        lambda: worlds.dealership_years([("rest",) * 4], HOUSE),
        lambda: worlds.dealership_years(PLANS, HOUSE, outsider=1.2),
        lambda: worlds.dealership_bonus(worlds.dealership_years(PLANS, HOUSE), 2),
        lambda: Dealership(fixed=2),
        lambda: Dealership(lag=3),
    ],
)
def test_what_is_impossible_is_refused_in_words(impossible):
    with pytest.raises(ValueError, match=r"\.$"):
        impossible()
