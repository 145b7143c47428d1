"""Ten moments: bills that add up, where each rule wins and where it turns round, chance prices included."""

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.worlds import moments
from scipy.integrate import quad

BUDGETS = tuple(float(dollars) for dollars in range(0, 200_001, 20_000))
TIMES = [0.5, 0.75, 1.0, 1.25, 2.0, 4.0]

#: The rules that look at no price.
BLIND = ("weakest", "equal", "strongest")


def right(rule, times, which="uneven", differ=1.0, seed=8, orders=26):
    """Return (firms, budgets): of a hundred customers, those with a year without a failure."""
    rates = worlds.moments_after(which, BUDGETS, rule, times, differ, seed)
    return 100 * measures.all_right(rates, orders)


@pytest.mark.parametrize("which", moments.SETS)
def test_a_hundred_failures_in_a_thousand_orders(which):
    assert worlds.moments_failures(which).sum() == pytest.approx(0.1)
    assert len(worlds.MOMENTS) == len(worlds.moments_failures(which)) == 10


@pytest.mark.parametrize("times", TIMES)
def test_the_bill_is_the_price_added_up(times):
    def price(rate):  # dollars for a failure less in one order
        halvings = np.log2(moments.USUAL / rate)
        return 100 * moments.PRICE * times**halvings

    plain, _ = quad(price, 0.002, 0.03)
    assert worlds.moments_cost(0.03, 0.002, times) == pytest.approx(plain)


def test_where_the_price_doubles_each_halving_and_each_nine_costs_the_same():
    halvings = [float(worlds.moments_cost(rate, rate / 2, 2.0)) for rate in (0.04, 0.01, 0.0005)]
    nines = [float(worlds.moments_cost(rate, rate / 10, 2.0)) for rate in (0.1, 0.01, 0.001)]
    assert halvings == pytest.approx([halvings[0]] * 3)
    assert nines == pytest.approx([nines[0]] * 3)


def test_where_it_stays_each_point_costs_the_same():
    points = [float(worlds.moments_cost(rate, rate - 0.001, 1.0)) for rate in (0.04, 0.01, 0.002)]
    assert points == pytest.approx([moments.PRICE / 10] * 3)


@pytest.mark.parametrize("times", TIMES)
@pytest.mark.parametrize("rule", moments.RULES)
@pytest.mark.parametrize("differ", [1.0, 5.0])
def test_a_budget_is_spent_and_no_more(times, rule, differ):
    before, factors = worlds.moments_failures("uneven"), worlds.moments_price_factors(differ)
    after = worlds.moments_after("uneven", BUDGETS, rule, times, differ)
    bills = worlds.moments_cost(before, after, times, factors[:, None, :]).sum(axis=-1)
    all_of_it = worlds.moments_cost(before, moments.FLOOR, times, factors).sum(axis=-1)
    assert bills == pytest.approx(np.minimum(BUDGETS, all_of_it[:, None]), rel=1e-6, abs=0.01)
    assert (after <= before + 1e-12).all()
    assert (after >= moments.FLOOR - 1e-12).all()


def test_what_the_rules_say_is_done():
    rates = worlds.moments_failures("uneven")
    for times in TIMES:
        weakest, equal, strongest = (
            worlds.moments_after("uneven", (40_000.0,), rule, times)[0, 0] for rule in BLIND
        )
        touched = weakest < rates - 1e-9
        assert rates[touched].min() > rates[~touched].max()
        assert weakest[touched] == pytest.approx([weakest.max()] * touched.sum())
        bills = worlds.moments_cost(rates, equal, times)
        done = equal <= moments.FLOOR * 1.000001
        assert bills[~done] == pytest.approx([bills.max()] * (~done).sum())
        touched = strongest < rates - 1e-9
        assert rates[touched].max() < rates[~touched].min()
        assert (strongest[touched] > moments.FLOOR * 1.001).sum() <= 1


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("times", [1.0, 1.5, 2.0, 4.0])
def test_no_plan_beats_weakest_first_where_prices_rise_or_stay(seed, times):
    random, rates = np.random.default_rng(seed), worlds.moments_failures("uneven")
    unit = 100 * moments.PRICE
    parts = random.dirichlet(np.full(10, random.choice([0.2, 1, 5])), 100) * 100_000
    after = moments._rates_after(moments._work(rates, times) - parts / unit, times)
    other = measures.all_right(np.clip(after, moments.FLOOR, rates), 1)
    best = measures.all_right(worlds.moments_after("uneven", (100_000.0,), "weakest", times), 1)
    assert other.max() <= float(best[0, 0]) + 1e-9


@pytest.mark.parametrize("times", [1.25, 1.5, 2.0, 4.0])
def test_weakest_first_wins_where_the_price_rises(times):
    weakest, equal, strongest = (right(rule, times)[0] for rule in BLIND)
    in_between = slice(1, 8)  # enough money mends everything, whatever the order
    assert (weakest[in_between] > equal[in_between] + 1).all()
    assert (equal[in_between] > strongest[in_between] + 1).all()


def test_it_hardly_matters_where_each_point_costs_the_same():
    curves = np.array([right(rule, 1.0)[0] for rule in moments.RULES])
    assert np.ptp(curves, axis=0).max() < 1


@pytest.mark.parametrize("times", [0.5, 0.75])
def test_it_turns_round_where_rare_failures_are_cheap_to_prevent(times):
    weakest, equal, strongest = (right(rule, times)[0] for rule in BLIND)
    in_between = slice(1, 8)  # enough money mends everything, whatever the order
    assert (weakest[in_between] < equal[in_between] - 1).all()
    assert (strongest[in_between] >= equal[in_between] - 1e-9).all()


@pytest.mark.parametrize("seed", range(30))
def test_prices_by_chance_change_little_where_the_price_doubles_and_decide_where_it_stays(seed):
    at = BUDGETS.index(100_000.0)
    ahead = {
        times: (
            right("weakest", times, differ=4.0, seed=seed) > right("equal", times, differ=4.0, seed=seed)
        )[:, at].mean()
        for times in (0.5, 1.0, 2.0)
    }
    assert ahead[2.0] > 0.9
    assert 0.1 < ahead[1.0] < 0.9
    assert ahead[0.5] < 0.1


def test_cheapest_first_is_weakest_first_where_prices_are_alike_and_rise_and_strongest_where_they_fall():
    for times in TIMES:
        weakest, strongest, cheapest = (right(rule, times) for rule in ("weakest", "strongest", "cheapest"))
        near = 0.5 if times == 1 else 1e-6
        assert cheapest == pytest.approx(weakest if times >= 1 else strongest, abs=near)


@pytest.mark.parametrize("times", [1.25, 2.0, 4.0])
def test_cheapest_first_leaves_the_next_failure_at_the_same_price_wherever_it_spends(times):
    rates, factors = worlds.moments_failures("uneven"), worlds.moments_price_factors(8.0)
    after = worlds.moments_after("uneven", (60_000.0,), "cheapest", times, 8.0)[:, 0]
    price = factors * (moments.USUAL / after) ** np.log2(times)
    for row, cost in zip(after, price, strict=True):
        spent = (row < rates - 1e-9) & (row > moments.FLOOR * 1.0001)
        assert cost[spent] == pytest.approx([cost[spent].max()] * spent.sum())
        assert (cost[row > rates - 1e-9] >= cost[spent].max() * (1 - 1e-9)).all()


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("times", [1.0, 1.5, 2.0, 4.0])
@pytest.mark.parametrize("which", moments.SETS)
def test_where_prices_differ_no_plan_leaves_fewer_failures_than_cheapest_first(seed, times, which):
    random, rates = np.random.default_rng(seed), worlds.moments_failures(which)
    factors = worlds.moments_price_factors(8.0, seed)[0]
    parts = random.dirichlet(np.full(10, random.choice([0.2, 1, 5])), 100) * 100_000
    after = moments._rates_after(moments._work(rates, times) - parts / (100 * moments.PRICE * factors), times)
    best = worlds.moments_after(which, (100_000.0,), "cheapest", times, 8.0, seed)[0, 0].sum()
    assert np.clip(after, moments.FLOOR, rates).sum(axis=1).min() >= best - 1e-9


@pytest.mark.parametrize("seed", range(30))
def test_where_moments_are_alike_and_prices_differ_weakest_first_is_behind_in_every_firm(seed):
    """It brings all moments to one rate, whatever that costs."""
    at = BUDGETS.index(100_000.0)
    weakest, equal = (right(rule, 2.0, "alike", 8.0, seed)[:, at] for rule in ("weakest", "equal"))
    assert (weakest < equal).all()
    cheapest, uneven = (right(rule, 2.0, "uneven", 8.0, seed)[:, at] for rule in ("cheapest", "weakest"))
    assert (cheapest > uneven).all()


def test_moments_that_are_alike_have_no_weakest():
    for times in TIMES:
        weakest, equal = (right(rule, times, "alike") for rule in ("weakest", "equal"))
        assert weakest == pytest.approx(equal)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: worlds.moments_failures("two"), "no 'two'"),
        (lambda: worlds.moments_price_factors(0.5), "at least as much"),
        (lambda: worlds.moments_cost(0.1, 0.05, 0), "above 0"),
        (lambda: worlds.moments_cost(0.1, 0, 2), "once in 10,000"),
        (lambda: worlds.moments_after("uneven", (1.0,), "best", 2.0), "none of them"),
        (lambda: worlds.moments_after("uneven", (-1.0,), "equal", 2.0), "0 or more"),
    ],
)
def test_what_cannot_be_is_said(call, said):
    with pytest.raises(ValueError, match=said):
        call()
