"""A hundred points: what the model takes for granted, and where its results hold and turn round.

The model draws nothing. So that no result hangs on the one set of made-up numbers, each is tried on forty
companies whose numbers differ from the given ones by up to a fifth, up or down, by lot.
"""

from dataclasses import fields, replace

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds.three_parts import CUSTOMERS, HALF, MONTHS

PLANS = worlds.spending_plans()
COMPANIES = pytest.mark.parametrize("name", list(worlds.SPENDING_COMPANIES))
SEEDS = range(40)


def like(name, seed):
    """A company like the named one: every number of it multiplied by something from 0.8 to 1.2."""
    chance, company = np.random.default_rng(seed), worlds.SPENDING_COMPANIES[name]
    factors = chance.uniform(0.8, 1.2, len(fields(company)))
    changed = {f.name: getattr(company, f.name) * x for f, x in zip(fields(company), factors, strict=True)}
    return replace(company, **changed)


def reached(company, spoils, halving=25, remembers=12, tells=0.4):
    """The best plan, and what shares of its gain the best without needs and all on wants reach."""
    given = {"spoils": spoils, "halving": halving, "remembers": remembers, "tells": tells}
    gains = (
        worlds.two_years(company, *PLANS.T, **given).money - worlds.two_years(company, 0, 0, 0, **given).money
    )
    best = gains.argmax()
    wants = gains[(PLANS == (0, 100, 0)).all(axis=1)][0]
    return PLANS[best], gains[PLANS[:, 0] == 0].max() / gains[best], wants / gains[best]


def test_every_plan_spends_all_points_once():
    assert len(PLANS) == 231
    assert (PLANS.sum(axis=1) == 100).all()
    assert (PLANS >= 0).all()
    assert len({tuple(plan) for plan in PLANS.tolist()}) == 231


def test_a_month_reckoned_by_hand():
    company = worlds.SPENDING_COMPANIES["grocer"]
    years = worlds.two_years(company, HALF, HALF, HALF, spoils=0.5, halving=25, remembers=3, tells=0.6)
    fails, mended = 0.06, 0.6 - 0.4 / 2
    failed = fails * (1 - mended)
    assert float(years.failed) == pytest.approx(failed)
    remember = 1 - (1 - failed) ** 3
    assert float(years.remember) == pytest.approx(remember)
    worth = 0.5 * (1 - 0.5 * remember)
    stays = (1 - 0.03 * (1 - 0.6 * worth)) * (1 - 0.08 * (1 - (1 - failed) ** 4))
    customers, money = float(CUSTOMERS), 0.0
    for _ in range(MONTHS):
        money += customers * 4 * (6 - fails * mended * 8)
        customers = customers * stays + CUSTOMERS * 0.03 * (1 + 0.8 * worth)
    assert float(years.customers) == pytest.approx(customers)
    assert float(years.money) == pytest.approx(money)


def test_without_failures_and_wants_a_company_stays_as_it_is():
    company = replace(worlds.SPENDING_COMPANIES["grocer"], fails=0.0)
    years = worlds.two_years(company, 50, 0, 50, spoils=1)
    assert float(years.customers) == pytest.approx(CUSTOMERS)
    assert float(years.money) == pytest.approx(CUSTOMERS * MONTHS * 24)


@COMPANIES
@pytest.mark.parametrize("spoils", [0, 0.5, 1])
def test_no_points_ever_cost_customers(name, spoils):
    company = worlds.SPENDING_COMPANIES[name]
    points = np.arange(0, 101, 5)
    for plan in ((points, 0, 0), (0, points, 0), (0, 0, points)):
        customers = worlds.two_years(company, *np.broadcast_arrays(*plan), spoils=spoils).customers
        assert (np.diff(customers) >= -1e-9).all()


def test_without_spoiling_what_is_wanted_works_however_often_the_basics_fail():
    """At 0 the parts add up: how long a failure is remembered changes nothing."""
    company = worlds.SPENDING_COMPANIES["provider"]
    money = [worlds.two_years(company, *PLANS.T, spoils=0, remembers=visits).money for visits in (1, 24)]
    np.testing.assert_allclose(*money)


@pytest.mark.parametrize("seed", SEEDS)
def test_where_neglected_needs_make_the_rest_worthless(seed):
    """Basics that fail often, a failure that spoils all, and a long memory."""
    _, without, wants = reached(like("provider", seed), spoils=1, remembers=24)
    assert wants < 0.01
    assert without < 0.6


@pytest.mark.parametrize("seed", SEEDS)
def test_where_they_do_not(seed):
    """The same company where nothing is spoiled; and a theater, whose basics fail seldom."""
    _, without, wants = reached(like("provider", seed), spoils=0, remembers=24)
    assert wants > 0.4
    best, without, wants = reached(like("theater", seed), spoils=0)
    assert without > 0.95
    assert wants > 0.95
    assert best[0] <= 15
    _, without, _ = reached(like("theater", seed), spoils=1)
    assert 0.6 < without < 0.9, "where a failure spoils all they hurt here too, and do not ruin"


@pytest.mark.parametrize("seed", SEEDS)
def test_the_more_a_failure_spoils_the_more_belongs_on_needs(seed):
    for name in worlds.SPENDING_COMPANIES:
        company = like(name, seed)
        needs = [reached(company, spoils)[0][0] for spoils in (0, 0.5, 1)]
        assert needs == sorted(needs)
        assert needs[2] > needs[0]


@pytest.mark.parametrize("seed", SEEDS)
def test_recovery_is_worth_points_only_where_prevention_is_dear_and_failures_are_told(seed):
    company = like("grocer", seed)
    assert reached(company, spoils=0.5, halving=25, tells=1)[0][2] <= 5
    assert reached(company, spoils=0.5, halving=100, tells=0.4)[0][2] <= 5
    assert reached(company, spoils=0.5, halving=100, tells=1)[0][2] >= 10


def test_what_nobody_tells_of_cannot_be_put_right():
    company = worlds.SPENDING_COMPANIES["grocer"]
    failed = worlds.two_years(company, 0, 0, [0, 100, 10_000], spoils=0, tells=0.4).failed / company.fails
    assert failed == pytest.approx([0.8, 0.6 + 0.2 / 16, 0.6])
    with pytest.raises(ValueError, match="20% of failures are put right, so no fewer can be told"):
        worlds.two_years(company, 0, 0, 0, spoils=0, tells=0.1)


@pytest.mark.parametrize(
    ("impossible", "said"),
    [
        ({"needs": -500}, "0 points or more"),
        ({"recovery": [0, -1]}, "0 points or more"),
        ({"spoils": 3}, "from 0 to 1"),
        ({"tells": 1.5}, "from 0 to 1"),
        ({"halving": 0}, "halve the failures"),
        ({"remembers": -1}, "0 visits or more"),
    ],
)
def test_what_is_impossible_is_said_in_a_sentence(impossible, said):
    given = {"needs": 40, "wants": 40, "recovery": 20, "spoils": 0.5} | impossible
    with pytest.raises(ValueError, match=said):
        worlds.two_years(worlds.SPENDING_COMPANIES["grocer"], **given)
