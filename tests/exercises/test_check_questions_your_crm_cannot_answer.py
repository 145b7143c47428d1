"""The numbers that the explanations in the quiz of *Questions your CRM cannot answer* rely on."""

import numpy as np
from fieldguide import data, measures


def test_what_customers_of_one_purchase_did():
    """Six in ten bought once in 39 weeks; about 14 in 100 of them came back in the next 39."""
    shop = data.cdnow().tenth()
    seen, later = (measures.buying_history(shop.customer, shop.day, end) for end in (272, 545))
    once = seen.x == 0
    assert round(10 * once.mean()) == 6
    assert round(100 * (later.x > 0)[once].mean()) == 14


def test_a_customer_who_joined_40_days_ago_counts_for_40_days():
    """She is among those who could have come back before day 40, and among nobody after it."""
    whole = measures.nth_purchase(np.zeros(3), np.array([30.0, np.inf, np.inf]), 100)
    newcomer = measures.nth_purchase(
        np.array([0.0, 0.0, 0.0, 60.0]), np.array([30.0, 70.0, np.inf, np.inf]), 100
    )
    assert np.isclose(whole.at(30), 1 / 3)
    assert np.isclose(newcomer.at(30), 1 / 4), "the newcomer is among the four who could have come on day 30"
    assert np.isclose(newcomer.at(70), 1 - 3 / 4 * 1 / 2), "on day 70 only two are still watched and waiting"
