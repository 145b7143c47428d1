"""*What would they pay?*: class and money, where they agree, part, and agree again."""

import re

import pytest
from fieldguide import worlds
from fieldguide.exercises.what_would_they_pay import BY_CLASS, DONE, MARKETS, WhatWouldTheyPay


def test_the_sentence_at_the_start():
    assert WhatWouldTheyPay().sentence == (
        "In your market class and money agree about 5 of 6 features; they do in 3.9 of 6 on average over 40 "
        "markets. The costliest difference is “A photo”: it is indifferent, so the class says leave out, "
        "and the money says sell. At $1.00 an extra, 35 of 100 customers buy it; going by the class costs "
        "$21 for 100 parcels."
    )


def test_what_the_class_says_of_each_feature():
    offers = WhatWouldTheyPay().result.offers
    assert "".join(offer.letter for offer in offers) == "MOAAII"
    assert [offer.by_class for offer in offers] == ["give", "give", "sell", "sell", "leave out", "leave out"]
    assert set(BY_CLASS.values()) == set(DONE)


@pytest.mark.parametrize("market", [1, 7, MARKETS])
@pytest.mark.parametrize("spared", [0, 75, 200])
def test_figure_and_sentence_are_the_worlds(market, spared):
    exercise = WhatWouldTheyPay(market=market, spared=spared, price=1.5)
    result = exercise.result
    earned = worlds.extras_earned(1.5, spared / 100, 0.3)
    for row, offer in enumerate(result.offers):
        assert offer.given == earned.given[market - 1, row]
        assert offer.sold == earned.sold[market - 1, row]
        values = {"give": offer.given, "sell": offer.sold, "leave out": 0}
        assert values[offer.best] == max(values.values())
        assert offer.markets == (earned.best[:, row] == DONE.index(offer.best)).sum()
        assert f"best {offer.best}, as in {offer.markets} of 40" in exercise.alt(result)
    assert f"agree about {result.agree_here} of 6" in exercise.sentence
    if result.agree_here < 6:
        cost = int(re.search(r"class costs \$([\d,]+)", exercise.sentence)[1].replace(",", ""))
        assert cost >= 0


def test_each_at_its_own_best_price_earns_no_less_and_agrees_no_more():
    """The one price of the slider flatters the classes; and at its own, resentment frees the must-be less."""
    own = WhatWouldTheyPay(prices="own")
    for cents in range(25, 301, 25):
        one = WhatWouldTheyPay(price=cents / 100).result
        for best, offer in zip(own.result.offers, one.offers, strict=True):
            assert best.sold >= offer.sold
            assert (best.given, offer.price) == (offer.given, cents / 100)
    assert own.result.agree < WhatWouldTheyPay().result.agree
    assert len({offer.price for offer in own.result.offers}) > 2
    assert own.compute({**own.values, "price": 3.0}) == own.result, "the slider no longer counts"
    resented = {"spared": 200, "resent": 50}
    assert must_be(**resented).markets == 40
    freed = must_be(**resented, prices="own")
    assert freed.markets < 20 if freed.best == "give" else freed.markets > 20


def must_be(**setting):
    return WhatWouldTheyPay(**setting).result.offers[0]


def test_a_must_be_is_given_until_people_pay_to_be_spared_and_again_when_they_resent_it():
    assert (must_be().best, must_be().markets) == ("give", 40)
    sold = must_be(spared=200)
    assert sold.best == "sell"
    assert sold.markets > 30
    assert must_be(spared=200, resent=50).best == "give"


def test_nothing_is_given_where_nobody_leaves():
    assert "give" not in {offer.best for offer in WhatWouldTheyPay(leave=0).result.offers}


def test_class_and_money_agree_less_the_more_it_is_worth_to_be_spared():
    agree = [WhatWouldTheyPay(spared=spared).result.agree for spared in (0, 50, 100, 200)]
    assert agree == sorted(agree, reverse=True)


def test_where_class_and_money_agree_about_everything_it_says_so():
    said = [WhatWouldTheyPay(market=market, price=2.0, leave=50).sentence for market in range(1, MARKETS + 1)]
    whole = [one for one in said if "agree about all 6 features" in one]
    assert 0 < len(whole) < MARKETS
    assert all("costliest" not in one for one in whole)
