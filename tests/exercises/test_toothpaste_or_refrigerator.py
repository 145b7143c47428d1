"""Toothpaste or refrigerator: known values, what is said, and where each result turns round."""

import itertools

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.exercises._numbers import money, round_top, span
from fieldguide.exercises.toothpaste_or_refrigerator import ASKED, ToothpasteOrRefrigerator, worth_of
from fieldguide.exercises.toothpaste_or_refrigerator_guess import ToothpasteOrRefrigeratorGuess

EXERCISE = ToothpasteOrRefrigerator()
TOOTHPASTE = {"months": 2, "margin": 2, "retention": 80}


def worth(**values):
    return EXERCISE.compute(ToothpasteOrRefrigerator.start() | values)


def test_the_start_by_hand():
    """250 a time, half come back each 12 years, 10% a year: m·r/(1.1¹² − r)."""
    outlook = worth().outlook
    assert outlook.worth == pytest.approx(250 * 0.5 / (1.1**12 - 0.5), rel=1e-5)
    assert outlook.worth_with == pytest.approx(250 * 0.6 / (1.1**12 - 0.6), rel=1e-5)
    assert outlook.payback == 1
    assert worth().payback_years == 12


def test_the_sentences_agree_with_the_numbers():
    assert EXERCISE.says(worth()) == (
        "What is to come is worth $47 today; half of it or more comes with the next purchase, 12 years from "
        "now. The program costs $5 a customer, brings in $12 in all time, and is paid back after 12 years."
    )
    assert EXERCISE.says(worth(**TOOTHPASTE)) == (
        "What is to come is worth $7.41 today; half of it comes within 6 months. The program costs $5 a "
        "customer, brings in $8.11 in all time, and is paid back after 2.2 years."
    )
    assert EXERCISE.says(worth(cost=100)).endswith("brings in $12 in all time, and is never paid back.")
    assert EXERCISE.says(worth(lift=0)).endswith("changes nothing: nobody more comes back.")
    assert EXERCISE.says(worth(cost=0)).endswith("The program costs nothing and brings in $12.")
    assert EXERCISE.says(worth(retention=0, lift=0)).startswith("Nobody comes back,")


@pytest.mark.parametrize("retention", [20, 50, 80, 95, 100])
@pytest.mark.parametrize("margin", [1, 250, 500])
def test_worth_falls_as_the_cycle_grows(retention, margin):
    worths = [
        worth(months=months, margin=margin, retention=retention).outlook.worth for months in range(1, 181, 7)
    ]
    assert np.all(np.diff(worths) < 0)


def test_the_result_hangs_on_interest():
    """At 10% twelve years eat four fifths of what two months leave; without interest they eat nothing."""
    slow, quick = (worth(months=months).outlook.worth for months in (144, 2))
    assert slow / quick < 0.25
    slow, quick = (worth(months=months, rate=1).outlook.worth for months in (144, 2))
    assert slow / quick > 0.75
    slow, quick = (worlds.outlook(months, 250, 0.5, rate_a_year=1e-6).worth for months in (144, 2))
    assert slow / quick == pytest.approx(1, abs=1e-3)


def test_neither_product_wins_by_itself():
    """One refrigerator customer is worth more than one for toothpaste, until enough of these come back."""
    refrigerator = worth().outlook.worth
    assert worth(**TOOTHPASTE).outlook.worth < refrigerator
    assert worth(**TOOTHPASTE | {"retention": 98}).outlook.worth > refrigerator


@pytest.mark.parametrize(
    ("values", "paid"),
    [
        ({}, True),
        ({"cost": 12}, False),
        ({"cost": 12, "rate": 3}, True),
        (TOOTHPASTE, True),
        (TOOTHPASTE | {"margin": 1}, False),
        (TOOTHPASTE | {"margin": 1, "retention": 90}, True),
    ],
)
def test_where_the_program_is_paid_back_and_where_not(values, paid):
    result = worth(**values)
    assert (result.payback_years is not None) == paid == (result.outlook.gain >= result.outlook.cost)


def test_ten_more_of_a_hundred_are_worth_more_where_many_come_back_already():
    gains = [worth(**TOOTHPASTE | {"retention": share}).outlook.gain for share in range(0, 91, 10)]
    assert np.all(np.diff(gains) > 0)
    assert gains[-1] > 20 * gains[0]


def test_whether_differing_customers_raise_the_programs_gain_depends_on_retention():
    few, many = {"months": 2, "retention": 30}, {"months": 2, "retention": 90}
    assert worth(**few, differ=40).outlook.gain > worth(**few).outlook.gain
    assert worth(**many, differ=40).outlook.gain < worth(**many).outlook.gain
    for values, differ in itertools.product((few, many), (20, 40, 90)):
        assert worth(**values, differ=differ).outlook.worth > worth(**values).outlook.worth


def test_payback_is_the_first_cycle_that_reaches_the_cost():
    for cost in (1, 5, 8, 15):
        outlook = worth(**TOOTHPASTE, cost=cost).outlook
        so_far = outlook.with_program - outlook.without
        assert outlook.payback is None or so_far[outlook.payback - 1] >= cost
        assert outlook.payback in (None, 1) or so_far[outlook.payback - 2] < cost


def test_the_world_refuses_a_harmful_or_a_paid_program():
    with pytest.raises(ValueError, match="does nothing"):
        worlds.outlook(12, 1, 0.5, lift=-0.1)
    with pytest.raises(ValueError, match="costs something"):
        worlds.outlook(12, 1, 0.5, cost=-1)


def test_the_guess_is_drawn_where_the_exercise_stands_as_it_was_asked():
    asked = {name: ASKED[name] for name in ("months", "margin", "retention", "rate")}
    assert "Your guess lies at $900." in EXERCISE.alt(worth(**asked, guess=900))
    assert "Your guess was $900." in EXERCISE.says(worth(**asked, guess=900))
    for other in ({"months": 143}, {"rate": 9}, {"margin": 249}):
        result = worth(**asked | other, guess=900)
        assert result.guess is None
        assert "guess" not in EXERCISE.says(result) + EXERCISE.alt(result)


def test_the_figure_is_told_with_its_numbers():
    told = EXERCISE.alt(worth())
    assert all(piece in told for piece in ("30 years", "every 12 years", "$47", "$59", "after 12 years"))
    assert "never paid back" in EXERCISE.alt(worth(cost=90))


# The guess.


def test_for_ever_is_worth_less_than_half_a_refrigerator():
    assert ToothpasteOrRefrigeratorGuess().truth() == 117 == round(250 / (1.1**12 - 1))
    assert worth_of(ASKED).worth < 250 / 2
    assert (round(250 / 1.1**12), round(250 / 1.1**24)) == (80, 25)


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        (120, "You said $120: you have done this before."),
        (50, "You said $50: even more careful."),
        (200, "You said $200: more than that."),
        (1_000, "You said $1,000: 9 times that."),
    ],
)
def test_the_guess_is_weighed(guess, said):
    assert ToothpasteOrRefrigeratorGuess(guess=guess, committed=True).sentence.endswith(said)
    assert said not in ToothpasteOrRefrigeratorGuess(guess=guess).sentence


# How money and time are written.


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (0, "$0"),
        (5, "$5"),
        (7.407, "$7.41"),
        (9.999, "$10"),
        (47.4, "$47"),
        (23_400, "$23,400"),
        (2.5e7, "$25M"),
    ],
)
def test_money(amount, written):
    assert money(amount) == written


@pytest.mark.parametrize(
    ("years", "written"),
    [(1 / 12, "1 month"), (0.5, "6 months"), (26 / 12, "2.2 years"), (3, "3 years"), (12, "12 years")],
)
def test_time(years, written):
    assert span(years) == written


@pytest.mark.parametrize(
    ("amount", "top"), [(47, 60), (59.1, 60), (61, 80), (100, 100), (0.3, 0.4), (0, 0.01)]
)
def test_round_tops(amount, top):
    assert round_top(amount) == pytest.approx(top)
