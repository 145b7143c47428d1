"""What talk is worth: where it helps, where it hurts, and on which assumption that hangs, over many seeds."""

import re

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.exercises.worth_of_talk import GRID, NOTICED, WorthOfTalk, crosses

SEEDS = range(40)


def gains(worth, trust, **how):
    """Letters of 100 gained over receipts alone, for each seed."""
    receipts = worlds.found_by_receipts()
    return np.array(
        [100 * (worlds.found_with_talk(worth, trust, seed=seed, **how) - receipts) for seed in SEEDS]
    )


@pytest.mark.parametrize("share", [0.5, 0.6, 0.75, 0.9, 0.95])
def test_a_hint_is_right_in_as_many_pairs_as_it_says(share):
    rng = np.random.default_rng(8)
    came = rng.random(60_000) < 0.3
    hint = worlds.hint_strength(share) * came + rng.standard_normal(60_000)
    assert measures.pairs_right(hint, came) == pytest.approx(share, abs=0.01)


def test_what_receipts_get_right():
    assert worlds.receipts_pairs_right() == pytest.approx(0.776, abs=0.001)
    assert worlds.found_by_receipts() == pytest.approx(0.569, abs=0.001)


def test_not_listening_is_receipts_alone():
    for worth in (0.5, 0.7, 0.95):
        assert np.all(gains(worth, 0.5) == 0)
        assert np.all(gains(worth, 0.9, talking=0.0) == 0)


def test_good_talk_trusted_for_what_it_is_worth_helps_at_every_seed():
    assert np.all(gains(0.8, 0.8) > 5)
    assert np.all(gains(0.95, 0.95) > 15)


def test_weak_talk_hardly_matters_when_it_is_trusted_for_what_it_is_worth():
    for worth in (0.55, 0.6, 0.65):
        assert np.all(abs(gains(worth, worth)) < 3)


def test_the_reversal_weak_talk_that_is_believed_costs_letters_at_every_seed():
    assert np.all(gains(0.6, 0.85) < -3)
    assert np.all(gains(0.6, 0.95) < -7)
    assert np.all(gains(0.8, 0.95) > 3), "and good talk survives being believed too much"


def test_too_little_trust_costs_less_than_too_much():
    assert np.all(gains(0.6, 0.85) < gains(0.85, 0.6))
    assert np.all(gains(0.85, 0.6) > 0)


def test_talk_that_repeats_the_receipts_is_counted_twice_and_hurts():
    for worth in (0.7, 0.8, 0.9):
        assert np.all(gains(worth, worth, repeating=1.0) < -2)
    alone = [worlds.found_with_talk(0.8, 0.8, repeating=1.0, receipts=False, seed=seed) for seed in SEEDS]
    assert np.all(np.array(alone) > worlds.customer_book().came.mean()), "though by itself it beats a lot"


def test_the_fewer_talk_the_less_it_matters():
    whole, half = gains(0.9, 0.9), gains(0.9, 0.9, talking=0.5)
    assert np.all(whole > half)
    assert np.all(half > 2)


def test_talk_alone_has_to_be_better_than_receipts_to_match_them():
    alone = {
        worth: np.mean([worlds.found_with_talk(worth, worth, receipts=False, seed=seed) for seed in SEEDS])
        for worth in (0.5, 0.78, 0.85)
    }
    assert alone[0.5] == pytest.approx(worlds.customer_book().came.mean(), abs=0.01)
    assert alone[0.78] < worlds.found_by_receipts() < alone[0.85]


# What is said.


def test_the_sentence_at_the_start():
    assert WorthOfTalk().sentence == (
        "Talk that is right in 60 of 100 pairs, and believed to be in 85: 51 of 100 letters find somebody, 6 "
        "fewer than the 57 of receipts alone. Trusted that much, talk gains a letter from about 71 pairs on."
    )


@pytest.mark.parametrize("trust", range(51, 96, 4))
@pytest.mark.parametrize("repeating", [0, 50, 100])
@pytest.mark.parametrize("talking", [0, 40, 100])
def test_what_is_said_agrees_with_what_was_computed(trust, repeating, talking):
    exercise = WorthOfTalk(worth=70, trust=trust, repeating=repeating, talking=talking)
    result, sentence = exercise.result, exercise.sentence
    assert f"{result.both:.0f} of 100 letters find" in sentence
    assert ("about as many" in sentence) == (abs(result.gain) < NOTICED)
    assert ("fewer than the" in sentence) == (result.gain <= -NOTICED)
    assert ("more than the" in sentence) == (result.gain >= NOTICED)
    apart = re.search(r"(\d+) of 100 letters find somebody, (\d+) (more|fewer) than the (\d+)", sentence)
    if apart:
        both, by, way, receipts = int(apart[1]), int(apart[2]), apart[3], int(apart[4])
        assert both - receipts == (by if way == "more" else -by) != 0
    gains_from = re.search(r"talk gains a letter from about (\d+) pairs on", sentence)
    if gains_from:
        for worth, found in zip(GRID, result.curve, strict=True):
            if worth > float(gains_from[1]) + 1:
                assert found > result.receipts + NOTICED
    if "however good" in sentence.lower():
        assert result.curve[-1] < result.receipts + NOTICED


def test_who_does_not_listen_is_told_what_receipts_do():
    assert WorthOfTalk(trust=50).sentence == (
        "The shop does not listen, and 57 of 100 letters find somebody: what receipts alone do, which get 78 "
        "of 100 pairs right."
    )


def test_where_a_curve_crosses():
    rising = tuple(float(worth) for worth in GRID)
    assert crosses(rising, 62) == pytest.approx(62)
    assert crosses(rising, 40) == 50
    assert crosses(rising, 95) is None
