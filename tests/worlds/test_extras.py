"""Give, sell or leave out: by hand where it is simple, and where class and money part and meet again."""

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds.extras import GIVE, LEAVE_OUT, MARGIN, PRICES, SELL
from fieldguide.worlds.parcel import FEATURES, PARCEL_MARKETS

SEEDS = range(30)
NAMES = [feature.name for feature in FEATURES]
MUST, ONE, PHOTO, PLACE = (NAMES.index(name) for name in ("undamaged", "day", "photo", "place"))

#: A must-be at its word: nobody pays for what goes without saying.
START = {"price": 1.0, "spared": 0.0, "leave": 0.3}


def share_of(what, feature, **setting):
    """Return, for each seed, in which share of the forty markets something is best for a feature."""
    return np.array(
        [
            (worlds.extras_earned(**{**START, **setting}, seed=seed).best[:, feature] == what).mean()
            for seed in SEEDS
        ]
    )


def test_what_nobody_buys_earns_what_having_it_costs():
    earned = worlds.extras_earned(1e9, 0, leave=0.0, having=20)
    assert (earned.buyers == 0).all()
    assert earned.sold == pytest.approx(np.full((PARCEL_MARKETS, 6), -20.0))


def test_what_is_given_away_earns_what_it_keeps_less_what_it_costs():
    earned = worlds.extras_earned(**START, having=20)
    for feature, given in zip(FEATURES, earned.given.mean(axis=0), strict=True):
        must, one, _, _, reverse = feature.feel
        expected = 0.3 * MARGIN * (must + one - reverse) - 100 * feature.cost - 20
        assert given == pytest.approx(expected, abs=1.5)


def test_sold_for_nothing_to_all_who_feel_anything_is_worth_what_it_keeps():
    # At a price of nothing whoever is pleased or spared takes it, and nobody who would miss it goes.
    earned = worlds.extras_earned(0, 1, leave=0.3, having=0)
    takers = np.array([sum(feature.feel[:3]) for feature in FEATURES])
    assert earned.buyers.mean(axis=0) == pytest.approx(takers, abs=1.6)
    kept = [0.3 * MARGIN * sum(feature.feel[:2]) for feature in FEATURES]
    cost = takers * [feature.cost for feature in FEATURES]
    assert earned.sold.mean(axis=0) == pytest.approx(kept - cost, abs=3)


@pytest.mark.parametrize("resent", [0, 0.5])
@pytest.mark.parametrize("seed", SEEDS)
def test_without_a_price_each_is_sold_at_the_one_that_earns_most(seed, resent):
    setting = {"spared": 0.5, "leave": 0.3, "resent": resent, "seed": seed}
    own = worlds.extras_earned(None, **setting)
    each = [worlds.extras_earned(price, **setting) for price in PRICES]
    np.testing.assert_array_equal(own.sold, np.max([one.sold for one in each], axis=0))
    for market in range(0, PARCEL_MARKETS, 7):
        for feature in range(len(FEATURES)):
            at = PRICES.index(own.price[market, feature])
            assert own.buyers[market, feature] == each[at].buyers[market, feature]


@pytest.mark.parametrize("seed", SEEDS)
def test_class_and_money_agree_less_at_best_prices_than_at_one_of_a_dollar_or_about_as_much(seed):
    ruled = [GIVE, GIVE, SELL, SELL, LEAVE_OUT, LEAVE_OUT]
    one, own = (
        (worlds.extras_earned(**{**START, "price": price}, seed=seed).best == ruled).sum(axis=1).mean()
        for price in (1.0, None)
    )
    assert own < one + 0.1


def test_fewer_buy_at_a_higher_price_and_more_where_being_spared_is_worth_something():
    cheap, dear = (worlds.extras_earned(price, 0.5, 0.3).buyers for price in (0.5, 2))
    assert (dear <= cheap).all()
    spared = worlds.extras_earned(0.5, 1.5, 0.3).buyers
    assert (spared >= cheap).all()


@pytest.mark.parametrize("seed", SEEDS)
def test_while_nobody_pays_to_be_spared_a_must_be_is_given(seed):
    best = worlds.extras_earned(**START, seed=seed).best
    assert (best[:, MUST] == GIVE).mean() > 0.9


def test_where_being_spared_is_worth_twice_a_pleasure_a_must_be_is_sold():
    assert share_of(SELL, MUST, spared=2.0).min() > 2 / 3


def test_until_those_who_are_asked_to_pay_resent_it():
    assert share_of(GIVE, MUST, spared=2.0, resent=0.5).min() > 0.4
    assert share_of(GIVE, MUST, spared=2.0, resent=0.0).max() < 1 / 3


def test_where_nobody_leaves_nothing_is_given():
    for feature in range(len(FEATURES)):
        assert share_of(GIVE, feature, leave=0.0).max() == 0


def test_an_indifferent_crowd_has_buyers_in_some_markets_and_none_worth_having_in_others():
    sold = share_of(SELL, PHOTO)
    assert 0.3 < sold.mean() < 0.7
    assert share_of(LEAVE_OUT, PHOTO, having=40).mean() > share_of(LEAVE_OUT, PHOTO).mean() + 0.1


def test_an_attractive_feature_is_not_worth_selling_in_many_markets():
    assert 0.25 < share_of(LEAVE_OUT, PLACE).mean() < 0.7


def test_where_features_are_worth_alike_markets_hardly_differ():
    unlike, alike = (worlds.extras_earned(**START, unlike=much).sold.std(axis=0) for much in (1.0, 0.0))
    assert (alike < 0.5 * unlike).all()


@pytest.mark.parametrize(
    "setting",
    [{"price": -1}, {"spared": -1}, {"leave": 1.5}, {"resent": -0.1}, {"having": -5}, {"unlike": -1}],
)
def test_what_cannot_be_is_refused_in_a_sentence(setting):
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        worlds.extras_earned(**{**START, **setting})
