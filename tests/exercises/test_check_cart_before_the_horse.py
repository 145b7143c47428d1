"""The numbers that the explanations in the quiz of *The cart before the horse* rely on."""

import numpy as np
from fieldguide import data, worlds
from fieldguide.exercises.followers import Followers


def test_the_cockpit_lies_where_technology_first_is_best():
    values = worlds.orders(worlds.Case(mean=1.0, sd=0.0), 0.0, 2)
    assert values.argmax() == 0


def test_small_pilots_say_no_to_a_good_letter_in_a_third_of_the_tries():
    lottery = data.hair_care()
    letter, none = (bought / people for bought, people in (lottery.count(True), lottery.count(False)))
    assert 70 * (letter - none) > 0.50
    chance = np.random.default_rng(2)
    lift = (chance.binomial(500, letter, 20_000) - chance.binomial(500, none, 20_000)) / 500
    assert 0.30 < np.mean(70 * lift < 0.50) < 0.37


def test_where_three_in_five_are_easily_swayed_all_win_as_many():
    people = Followers(values={"swayed": 60}).result.people
    assert (round(people["followed"]), round(people["lot"])) == (172, 170)
