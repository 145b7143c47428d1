"""The numbers that the explanations in the quiz of *Four boxes* rely on."""

import pytest
from fieldguide import data, measures, worlds


def test_what_the_consultant_may_conclude():
    assert worlds.met_none(worlds.good_at(1 / 3)[-1], 30) == pytest.approx(0.7, abs=0.05)
    assert worlds.met_none(worlds.good_at(1 / 3, together=0.5)[-1], 30) < 0.01
    assert worlds.met_none(1 / 30, 30) > 1 / 3


def test_the_average_of_the_other_chapter_grows_by_watching_longer():
    purchases = data.cdnow()
    first, fourth = measures.days_to_nth(purchases.customer, purchases.day, 4)
    means = {round(measures.nth_purchase(first, fourth, end).mean_days) for end in range(150, 400)}
    assert {74, 151} <= means
