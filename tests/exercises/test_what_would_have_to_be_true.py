"""*What would have to be true?*: map, point and conditions agree, and each order has its place."""

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.exercises.what_would_have_to_be_true import (
    MONTHS,
    NAMES,
    NOTHING,
    NOWHERE,
    SAID,
    SHARES,
    WhatWouldHaveToBeTrue,
    _winners,
)
from fieldguide.exercises.what_would_have_to_be_true_guess import WhatWouldHaveToBeTrueGuess
from fieldguide.worlds import business_case


def exercise(**values):
    return WhatWouldHaveToBeTrue(values=values)


def best(**values):
    return NAMES[exercise(**values).result.best]


def test_the_model_is_the_one_that_the_assumptions_tell():
    case, start = worlds.Case(), WhatWouldHaveToBeTrue.start()
    assert (case.mean, case.sd) == (start["mean"] / 100, start["sd"] / 100)
    assert (case.price, case.team, case.promise) == (start["price"], start["team"], 250)
    assert (case.install, case.practice) == (start["install"], start["practice"])
    assert (business_case.MONTHS, business_case.RATE, business_case.RUNNING) == (60, 0.10, 0.01)
    assert business_case.REVIEW == 12
    assert NAMES[:NOTHING] == worlds.ORDERS
    for fact in (
        "invented",
        "$250,000 a month",
        "Five years",
        "10% a year",
        "after a year",
        "1% of its price",
        "go by fives",
        "Buying a smaller database",
    ):
        assert fact in WhatWouldHaveToBeTrue.assumes


def test_each_order_has_its_place_on_the_first_map():
    assert best() == "together"
    assert best(without=20) == "technology first"
    assert best(without=85, halfway=14) == "capability first"
    assert best(halfway=16) == "nothing"
    there = np.bincount(_winners(exercise().result.everywhere).ravel(), minlength=4)
    assert (there > 20).all()


def test_capability_first_lives_on_doubt():
    sure = _winners(exercise(sd=0).result.everywhere)
    unsure = _winners(exercise(sd=80).result.everywhere)
    assert (sure == 2).sum() == 0
    assert (unsure == 2).sum() > (_winners(exercise().result.everywhere) == 2).sum() > 0
    # Almost alone: where the database is there at once, a corner is left without any doubt.
    quick = _winners(exercise(sd=0, install=1).result.everywhere)
    assert 0 < (quick == 2).sum() < 20
    assert best(sd=0, install=1, without=90, halfway=11) == "capability first"


@pytest.mark.parametrize(("typed", "order"), [(31, 0), (32, 0), (33, 1), (34, 1)])
def test_a_share_between_the_steps_is_answered_too(typed, order):
    one = exercise(without=typed)
    assert one.result.best == order
    assert one.result.conditions[order] is None
    assert f"at {typed}% and 8 months" in one.alt(one.result)
    assert one.sentence.startswith("Best first")


def test_technology_first_lives_on_what_idle_people_cost():
    areas = [(_winners(exercise(team=team, mean=100).result.everywhere) == 0).sum() for team in (5, 25, 60)]
    assert areas == sorted(areas)
    assert areas[0] < areas[-1]


@pytest.mark.parametrize("without", SHARES[::4])
@pytest.mark.parametrize("halfway", MONTHS[::5])
@pytest.mark.parametrize("world", [{}, {"mean": 80}, {"sd": 80}, {"sd": 0}, {"mean": 20}, {"price": 500}])
def test_point_map_and_sentence_agree(without, halfway, world):
    one = exercise(without=without, halfway=halfway, **world)
    result = one.result
    winners = _winners(result.everywhere)
    assert winners[MONTHS.index(halfway), SHARES.index(without)] == result.best
    sentence = one.sentence
    assert sentence.startswith("Not one of the three pays" if result.best == NOTHING else "Best first")
    if result.best != NOTHING:
        assert sentence.index(NAMES[result.best]) == min(sentence.index(name) for name in NAMES[:NOTHING])
    assert f"“{NAMES[result.best]}”" in one.alt(result)
    needs, _, nowhere = sentence.partition(" Nowhere on this map: ")
    for order, name in enumerate(SAID):
        there = bool((winners == order).any())
        assert (f"for {name}, " in needs) == (there and order != result.best)
        assert (name in nowhere) == (not there)


def test_what_cannot_be_more_or_less_is_said_in_words():
    sure = exercise(sd=0, without=0, halfway=11).sentence
    assert "for together, all of it learnable without the database" in sure
    assert exercise(sd=0).sentence.endswith(" Nowhere on this map: capability first.")


def share_in(need):
    """Read the share to be learned out of a condition."""
    words = need.split(" learnable")[0]
    whole = {"none of it": 0, "all of it": 100}
    return whole[words] if words in whole else int(words.split()[-1].strip("%"))


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"without": 10},
        {"halfway": 18},
        {"without": 90, "halfway": 14},
        {"sd": 0},
        {"sd": 15, "without": 20},
        {"sd": 20},
    ],
)
def test_where_what_would_have_to_be_true_is_true_that_order_is_best(values):
    result = exercise(**values).result
    winners = _winners(result.everywhere)
    row, column = MONTHS.index(result.halfway), SHARES.index(result.without)
    for order, need in enumerate(result.conditions):
        if need is None:
            assert order == result.best
        elif "learnable without the database" in need:
            assert winners[row, SHARES.index(share_in(need))] == order
        elif "learnable and" in need:
            months = int(need.split()[-2])
            assert winners[MONTHS.index(months), SHARES.index(share_in(need))] == order
            assert not (winners[row] == order).any()
        elif need.startswith("half"):
            assert winners[MONTHS.index(int(need.split()[-2])), column] == order
        else:
            assert need == NOWHERE
            assert not (winners == order).any()


def test_every_region_that_is_there_is_named_on_the_map():
    for values in ({}, {"mean": 80}, {"sd": 80}, {"without": 90, "halfway": 13}):
        one = exercise(**values)
        texts = {text.get_text().replace("\n", " ") for text in one.shows(one.result).axes[0].texts}
        for order in set(_winners(one.result.everywhere).ravel().tolist()):
            assert NAMES[order] in texts


def test_the_guess_is_answered_where_it_was_asked():
    guess = WhatWouldHaveToBeTrueGuess(values={"guess": 10, "committed": True})
    border = guess.result.truth
    assert f"up to {border:.0f}%; its map goes by fives" in guess.sentence
    assert "less room than the model does" in guess.sentence
    result = exercise().result
    at = max(share for share in SHARES if share <= border)
    assert f"at most {at}% learnable" in result.conditions[0]
    one = exercise(guess=10)
    assert "Your guess for the border was 10%" in one.notes(one.result)["without"]
    other = exercise(guess=10, mean=80)
    assert other.notes(other.result) == {}


@pytest.mark.parametrize(("guess", "said"), [(0, "You said never"), (33, "is close"), (70, "more room")])
def test_what_is_said_to_a_guess(guess, said):
    assert said in WhatWouldHaveToBeTrueGuess(values={"guess": guess, "committed": True}).sentence
