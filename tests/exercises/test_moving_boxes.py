"""Moving boxes: where the likeliest are the wrong list, where they are the right one, and what p* is for."""

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.exercises.moving_boxes import CHANGED, LIKELY, LOT, MovingBoxes

EXERCISE = MovingBoxes()
SEEDS = range(40)
COSTS = {"value": 20, "contact": 0.5, "annoyance": 1}


def boxes(**values):
    return EXERCISE.compute(MovingBoxes.start() | values)


def over_seeds(anyway, known=0.6, together=0.0, offers=300, middle=-2.5):
    """Return, seed by seed, the profits of both lists and of a lottery."""
    rows = []
    for seed in SEEDS:
        people = worlds.customers(anyway, together, known, seed, middle)
        gains = people.gains(**COSTS)
        lists = people.by_likelihood(), people.by_effect()
        rows.append([*(gains[order[:offers]].sum() for order in lists), offers * gains.mean()])
    return np.array(rows).T


# The result hangs on how many would buy anyway ...


@pytest.mark.parametrize("anyway", [0.4, 0.5, 0.6])
def test_where_many_buy_anyway_the_likeliest_earn_least(anyway):
    likely, changed, lot = over_seeds(anyway)
    assert (likely < lot).all()
    assert (lot < changed).all()


@pytest.mark.parametrize("anyway", [0.02, 0.05])
def test_where_hardly_anybody_does_they_are_the_better_list(anyway):
    likely, changed, lot = over_seeds(anyway)
    assert (likely > changed).all()
    assert (changed > lot).all()


# ... on how well the effects are known ...


def test_a_lottery_of_effects_is_a_lottery():
    likely, changed, lot = over_seeds(0.1, known=0.0)
    assert (likely > changed).mean() > 0.95
    assert abs((changed - lot).mean()) < 3 * (changed - lot).std() / np.sqrt(len(SEEDS))


@pytest.mark.parametrize("anyway", [0.02, 0.1, 0.3, 0.6])
@pytest.mark.parametrize("together", [-0.8, 0.0, 0.8])
def test_who_knows_the_effects_exactly_is_never_worse_off(anyway, together):
    likely, changed, _ = over_seeds(anyway, known=1.0, together=together)
    assert (changed >= likely - 1e-9).all()


# ... and on whether likely buyers are easily won over.


def test_with_likely_buyers_easy_to_win_the_turning_point_moves_up():
    def turns(together):
        """Return the lowest share of people buying anyway at which the changed are the better list."""
        for percent in range(2, 60, 2):
            likely, changed, _ = over_seeds(percent / 100, together=together)
            if (changed > likely).mean() > 0.5:
                return percent
        raise AssertionError("it never turned")

    assert turns(-0.8) < turns(0.0) < turns(0.8)


# ... and on how strong the offer is.


#: The logit with which an offer wins over one in a hundred, as the beauty chain's letter did.
WEAK = -5.4


def test_with_a_weak_offer_the_result_turns_where_fewer_buy_anyway():
    likely, changed, _ = over_seeds(0.06)
    assert (likely > changed).all()
    likely, changed, _ = over_seeds(0.06, middle=WEAK)
    assert (likely < changed).all()


def test_the_beauty_chain_lies_where_the_likeliest_are_the_better_list():
    """Six in a thousand buy anyway, and the letter wins over ten."""
    won = [worlds.customers(0.006, seed=seed, middle=WEAK).effect.mean() for seed in SEEDS]
    assert np.mean(won) == pytest.approx(0.01, abs=0.001)
    likely, changed, _ = over_seeds(0.006, middle=WEAK)
    assert (likely > changed).all()
    rates = worlds.promotion_rates()
    assert rates.a[1] > rates.b[1]
    assert rates.a[0] - rates.a[1] > rates.b[0] - rates.b[1], "its likely buyers are those it changes most"


@pytest.mark.parametrize("anyway", [0.05, 0.2, 0.4, 0.6])
def test_the_likeliest_always_look_best(anyway):
    """Whatever they bring, more of them buy: a report of responses cannot see the difference."""
    for seed in SEEDS:
        people = worlds.customers(anyway, seed=seed)
        likely, changed = (
            people.offered[order[:300]].mean() for order in (people.by_likelihood(), people.by_effect())
        )
        assert likely > changed


# The threshold.


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_list_ends_where_the_effect_falls_to_the_threshold(seed):
    people = worlds.customers(0.4, known=1.0, seed=seed)
    order, worth = people.by_effect(), measures.worth_offering(**COSTS)
    best = int(np.cumsum(people.gains(**COSTS)[order]).argmax()) + 1
    assert (people.effect[order[:best]] > worth).all()
    assert (people.effect[order[best:]] <= worth).all()


def test_dearer_annoyance_leaves_fewer_worth_a_coupon():
    counts = [boxes(annoyance=annoyance).above for annoyance in (0.0, 1.0, 3.0, 5.0)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 2 * counts[-1]


def test_what_is_drawn_is_what_is_said():
    for anyway in (0.02, 0.3, 0.6):
        people = worlds.customers(anyway)
        assert people.anyway.mean() == pytest.approx(anyway, abs=1e-6)
        assert (people.effect > 0).all()
        assert (people.offered < 1).all()
    won = [
        float((people.effect / (1 - people.anyway)).mean())
        for people in (worlds.customers(0.4, seed=seed) for seed in SEEDS)
    ]
    assert np.mean(won) == pytest.approx(1 / 8, abs=0.01), "one in eight is won over, say the assumptions"
    known = [
        np.corrcoef(worlds.customers(0.4, seed=seed).believed, worlds.customers(0.4, seed=seed).effect)
        for seed in SEEDS
    ]
    assert np.mean([one[0, 1] for one in known]) == pytest.approx(0.6, abs=0.02)


@pytest.mark.parametrize("arguments", [(0,), (1,), (0.5, 2), (0.5, 0, 1.5)])
def test_impossible_customers_are_refused_in_words(arguments):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.customers(*arguments)


# What is said and drawn.


def test_the_sentence_at_the_start():
    assert MovingBoxes().sentence == (
        "Of the 300 likeliest, 83% buy, 17 people because of the coupon: −$90. Of the 300 whom you believe "
        "it changes most, 45% buy, 44 people because of it: $469. The list with the best response does "
        "worse than a lottery."
    )


def test_the_sentence_turns_round_with_the_result():
    assert MovingBoxes(anyway=5).sentence.endswith("Here the likeliest are the better list.")
    assert MovingBoxes(offers=1_000).sentence.endswith("The two lists bring the same.")
    assert MovingBoxes(anyway=25).sentence.endswith("The list of the changed is the better one.")


def test_the_note_says_the_threshold():
    exercise = MovingBoxes()
    assert "by more than 7.1%" in exercise.notes(exercise.result)["annoyance"]
    assert measures.worth_offering(20, 0.5, 1) == pytest.approx(0.0714, abs=1e-4)


@pytest.mark.parametrize("offers", [20, 300, 1_000])
def test_profits_are_read_off_the_curves(offers):
    result = boxes(offers=offers)
    people = worlds.customers(0.4, 0.0, 0.6)
    gains = people.gains(**COSTS)
    assert result.profits[LIKELY] == pytest.approx(gains[people.by_likelihood()[:offers]].sum())
    assert result.profits[CHANGED] == pytest.approx(gains[people.by_effect()[:offers]].sum())
    assert result.profits[LOT] == pytest.approx(offers * gains.mean())
    assert result.likely[0] == result.changed[0] == 0
    told = EXERCISE.alt(result)
    assert f"{offers:,} coupons" in told
