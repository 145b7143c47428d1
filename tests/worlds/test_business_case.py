"""Three orders of a database's business case, and a pilot: where each is best, and where that turns round."""

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds import business_case
from fieldguide.worlds.business_case import MONTHS, RATE, REVIEW, RUNNING, SMALL_COST, SMALL_GAIN

FIRST, TOGETHER, CAPABILITY = range(3)
SEEDS = range(1, 41)


def best(without, halfway, **case):
    """Return what is best: the number of an order, or None where none is worth more than nothing."""
    values = worlds.orders(worlds.Case(**case), without, halfway)
    return int(values.argmax()) if values.max() > 0 else None


# Where each order is best, and where it is not any more.


@pytest.mark.parametrize("halfway", [4, 6, 8])
@pytest.mark.parametrize("mean", [0.5, 0.7, 1.0])
def test_technology_first_is_best_where_nothing_can_be_learned_without_it(halfway, mean):
    assert best(0.0, halfway, mean=mean) == FIRST
    assert best(0.6, halfway, mean=mean) != FIRST
    assert best(0.6, halfway, mean=mean, sd=0.1) == TOGETHER


@pytest.mark.parametrize("team", [5, 25, 60])
def test_the_border_between_them_moves_with_what_idle_people_cost(team):
    border, cheaper = (
        worlds.database_first_until(worlds.Case(team=cost, mean=1.0), 8) for cost in (team, team / 2)
    )
    assert 0 < cheaper < border < 1


def test_capability_first_is_best_where_much_is_learned_without_it_and_the_promise_is_in_doubt():
    assert best(0.85, 14) == best(0.85, 6) == CAPABILITY
    # Both are needed,
    assert best(0.20, 14) is None
    assert best(0.20, 6) == FIRST
    assert best(0.85, 14, sd=0.1) is None
    assert best(0.85, 6, sd=0.1) == TOGETHER
    # and a promise that is not too good to wait, and practice that does not take too long.
    assert best(0.85, 6, mean=1.0) == TOGETHER
    assert best(0.85, 6, practice=12) == TOGETHER


def test_its_region_grows_with_doubt_and_shrinks_with_practice_and_promise():
    shares, months = np.arange(0, 101, 5) / 100, np.arange(2, 25)[:, None]

    def places(**case):
        values = worlds.orders(worlds.Case(**case), shares, months)
        return int(((values.argmax(axis=0) == CAPABILITY) & (values[CAPABILITY] > 0)).sum())

    by_doubt = [places(sd=sd) for sd in (0.0, 0.2, 0.4, 0.6)]
    assert by_doubt == sorted(by_doubt)
    assert by_doubt[0] == 0 < by_doubt[-1]
    by_practice = [places(practice=months_of_it) for months_of_it in (3, 6, 12, 24)]
    assert by_practice == sorted(by_practice, reverse=True)
    assert places(mean=1.0, practice=3) == 0


@pytest.mark.parametrize("without", [0.0, 0.3, 0.6, 1.0])
@pytest.mark.parametrize("halfway", [3, 8, 14, 20])
@pytest.mark.parametrize("mean", [0.5, 0.8])
def test_without_any_doubt_to_wait_is_not_best_while_installing_takes_nine_months(without, halfway, mean):
    """In this world capability first lives on what it may find out, and on almost nothing else."""
    values = worlds.orders(worlds.Case(sd=0.0, mean=mean), without, halfway)
    assert values[CAPABILITY] < max(*values[:CAPABILITY], 0)


def test_where_the_database_comes_quickly_and_people_learn_slowly_it_pays_to_buy_later_without_doubt():
    assert best(0.9, 11, sd=0.0, install=1) == CAPABILITY
    for other in {"halfway": 6}, {"without": 0.6}, {"install": 4}:
        there = {"without": 0.9, "halfway": 11, "install": 1} | other
        assert best(there.pop("without"), there.pop("halfway"), sd=0.0, **there) != CAPABILITY


def test_at_the_first_settings_buying_small_beats_all_three_orders():
    case = worlds.Case()
    small = worlds.pilot_worth(case, worlds.Pilot(), 0.5, 8, case.sd).outright[1, 0]
    assert small > worlds.orders(case, 0.5, 8).max() > 0
    # and does not where the whole promise is expected.
    good = worlds.Case(mean=1.0)
    assert worlds.pilot_worth(good, worlds.Pilot(), 0.5, 8, good.sd).now[0] == worlds.orders(good, 0.5, 8)[1]


def test_nothing_is_best_where_the_promise_is_poor_or_learning_is_slow():
    assert best(0.5, 8, mean=0.2) is None
    assert best(0.5, 20) is None
    assert best(0.5, 20, mean=1.0) == TOGETHER


def test_each_order_has_a_region_on_the_map_of_the_exercise():
    shares, months = np.arange(0, 101, 5) / 100, np.arange(2, 25)[:, None]
    values = worlds.orders(worlds.Case(), shares, months)
    winners = np.where(values.max(axis=0) > 0, values.argmax(axis=0), 3)
    assert values.shape == (3, 23, 21)
    assert (np.bincount(winners.ravel(), minlength=4) > 20).all()


def test_the_border_is_the_one_that_the_values_have():
    border = worlds.database_first_until(worlds.Case(), 8)
    assert best(border, 8) == FIRST
    assert best(border + 0.01, 8) == TOGETHER
    assert worlds.database_first_until(worlds.Case(mean=0.2), 8) is None


# The expected values are those of drawing lifts and living through them.


def lived(case, without, halfway, lift, begin, bought, today=0, size=(1.0, 1.0)):
    """Return what one firm gets that begins, buys and perhaps switches off; written month by month."""
    cost, gain = size
    skill, total, running = 0.0, 0.0, True
    runs = today + bought + case.install
    rest = 0.0
    for month in range(MONTHS):
        worth = (1 + RATE) ** (-month / 12)
        here = month - today
        if here == bought and here >= 0:
            total -= cost * case.price * worth
        flow = 0.0
        if here >= begin:
            flow -= cost * case.team
        if month >= runs:
            flow -= cost * RUNNING * case.price
            half = skill + (1 - skill) * (1 - 0.5 ** (0.5 / halfway))
            flow += gain * case.promise * lift * half
        if here >= begin:
            top = 1.0 if month >= runs else without
            skill = top - (top - skill) * 0.5 ** (1 / halfway)
        if here >= 0 and running:
            if month < runs + REVIEW:
                total += flow * worth
            else:
                rest += flow * worth
    return total + max(rest, 0.0)


@pytest.mark.parametrize(("without", "halfway"), [(0.0, 5), (0.5, 8), (1.0, 15)])
@pytest.mark.parametrize("lift", [-0.3, 0.2, 0.6, 1.3])
def test_a_sure_lift_is_worth_what_living_through_it_brings(without, halfway, lift):
    case = worlds.Case(mean=lift, sd=0.0)
    first, together, _ = worlds.orders(case, without, halfway)
    assert first == pytest.approx(lived(case, without, halfway, lift, case.install, 0), abs=0.5)
    assert together == pytest.approx(lived(case, without, halfway, lift, 0, 0), abs=0.5)


def test_an_unsure_lift_is_worth_what_many_firms_get_on_average():
    case, without, halfway = worlds.Case(), 0.8, 12
    exact = worlds.orders(case, without, halfway)
    known = without * (1 - 0.5 ** (case.practice / halfway))
    buying = business_case.deal(case, without, halfway, 0, case.practice)
    practiced = case.team * business_case._worth(0, case.practice)
    means = []
    for seed in SEEDS:
        seen, unseen = np.random.default_rng(seed).standard_normal((2, 4_000))
        lift = case.mean + case.sd * (np.sqrt(known) * seen + np.sqrt(1 - known) * unseen)
        told = case.mean + case.sd * np.sqrt(known) * seen
        expected = buying.value(told, case.sd * np.sqrt(1 - known))
        got = buying.early * lift - buying.paid + np.maximum(buying.late * lift - buying.due, 0)
        # Who gives up has paid for the practice; who goes on has paid for it as part of the deal.
        means.append(np.where(expected + practiced > 0, got, -practiced).mean())
    error = np.std(means) / np.sqrt(len(means))
    assert np.mean(means) == pytest.approx(exact[CAPABILITY], abs=4 * error + 2)


# The pilot.


def worth(sd=0.4, case=None, **pilot):
    return worlds.pilot_worth(case or worlds.Case(), worlds.Pilot(**pilot), 0.5, 8, sd)


def test_a_pilot_pays_where_the_doubt_is_large_and_shows_on_a_small_scale():
    assert worth(0.4).net[0] > 200
    assert worth(0.6).net[0] > worth(0.4).net[0]


def test_it_does_not_pay_where_the_prior_is_tight():
    doubts = np.array([0.0, 0.05, 0.1, 0.2])
    assert (worth(doubts).net < 0).all()


def test_nor_where_the_thing_can_only_be_learned_by_doing_it_at_full_scale():
    assert worth(shows=0.0).net[0] < 0
    nets = [float(worth(shows=share).net[0]) for share in np.linspace(0, 1, 11)]
    assert (np.diff(nets) >= 0).all()
    assert nets[0] < 0 < nets[-1]


def test_nor_where_it_flatters_and_nobody_knows():
    nets = [float(worth(flatters=points).net[0]) for points in np.linspace(0, 0.8, 9)]
    assert (np.diff(nets) < 0).all()
    assert nets[0] > 0 > nets[-1]


@pytest.mark.parametrize("flatters", [0.2, 0.5, 0.8])
def test_who_knows_by_how_much_it_flatters_loses_nothing(flatters):
    assert worth(flatters=flatters, known=True).net == pytest.approx(worth().net)


def test_nor_where_waiting_and_the_pilot_itself_cost_too_much():
    assert worth(months=18).net[0] < 0
    assert worth(price=600.0).net[0] < 0


def test_no_pilot_tells_more_than_the_truth():
    doubts = np.arange(0, 0.81, 0.1)
    told = worth(doubts)
    assert (told.net <= told.perfect + 1e-6).all()
    assert told.odds.sum(axis=0) == pytest.approx(1)


def test_a_pilot_that_tells_nothing_costs_its_price_and_its_time():
    nothing = worth(0.4, shows=0.0, months=0)
    assert nothing.net[0] == pytest.approx(-worlds.Pilot().price)


def test_the_worth_is_what_many_firms_get_on_average():
    case, pilot, sd = worlds.Case(), worlds.Pilot(flatters=0.2), 0.4
    told = worth(sd, flatters=0.2)
    offer = business_case.deal(case, 0.5, 8, 0, 0, today=pilot.months)
    means = []
    for seed in SEEDS:
        chance = np.random.default_rng(seed)
        shows, hidden, blur = chance.standard_normal((3, 4_000))
        small = np.sqrt(pilot.shows) * sd * shows
        lift = case.mean + small + np.sqrt(1 - pilot.shows) * sd * hidden
        reading = case.mean + small + pilot.flatters + pilot.blur * blur
        trust = pilot.shows * sd**2 / (pilot.shows * sd**2 + pilot.blur**2)
        believed = case.mean + trust * (reading - case.mean)
        left = np.sqrt(sd**2 - trust * pilot.shows * sd**2)
        offers = offer, offer.smaller()
        expected = np.stack([*(one.value(believed, left) for one in offers), 0 * believed])
        got = [one.early * lift - one.paid + np.maximum(one.late * lift - one.due, 0) for one in offers]
        got = np.stack([*got, 0 * lift])
        picked = expected.argmax(axis=0)
        means.append(np.take_along_axis(got, picked[None], axis=0).mean() - pilot.price)
    error = np.std(means) / np.sqrt(len(means))
    assert np.mean(means) - told.now[0] == pytest.approx(told.net[0], abs=4 * error + 3)


def test_the_smaller_database_is_worth_having_between_the_other_two():
    offer = business_case.deal(worlds.Case(), 0.5, 8, 0, 0)
    lifts = np.array([0.0, 0.4, 1.2])
    values = np.stack([offer.value(lifts, 0.0), offer.smaller().value(lifts, 0.0), 0 * lifts])
    assert values.argmax(axis=0).tolist() == [2, 1, 0]
    assert SMALL_GAIN > SMALL_COST


@pytest.mark.parametrize(
    ("case", "point"),
    [
        ({"sd": -0.1}, (0.5, 8)),
        ({"price": -1.0}, (0.5, 8)),
        ({"practice": 40}, (0.5, 8)),
        ({}, (1.1, 8)),
        ({}, (-0.1, 8)),
        ({}, (0.5, 0)),
    ],
)
def test_impossible_cases_are_refused_in_words(case, point):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.orders(worlds.Case(**case), *point)
