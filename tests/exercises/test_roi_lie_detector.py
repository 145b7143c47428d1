"""ROI lie detector: each report, where it lies and in which direction, and what a lottery can see."""

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.exercises.roi_lie_detector import ASKED, PEOPLE, RUNS, RoiLieDetector
from fieldguide.exercises.roi_lie_detector_guess import RoiLieDetectorGuess

EXERCISE = RoiLieDetector()
RATES = worlds.promotion_rates()
PARTS, BIASES = range(5, 100, 5), range(-100, 101, 10)


def measured(**values):
    return EXERCISE.compute(RoiLieDetector.start() | values)


def test_the_sentence_at_the_start():
    assert RoiLieDetector().sentence == (
        "Counting every sale after a letter, the report says ROI +13%; comparing with those not chosen, "
        "−31%. The truth for these people is −31%. Holding out 500 people by lot is right on average, "
        "cannot tell the letter from nothing in 62 of 100 campaigns, and forgoes $171 of margin "
        "while it saves $250 of letters."
    )


# The comparison with those not chosen is right where lots chose; elsewhere it lies in the bias's direction.


@pytest.mark.parametrize("part", PARTS)
def test_without_bias_the_comparison_is_right(part):
    result = measured(part=part, bias=0)
    assert result.compared[0] == pytest.approx(result.mailing.effect, abs=1e-12)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("bias", [bias for bias in BIASES if bias])
def test_with_bias_it_lies_in_that_direction(part, bias):
    result = measured(part=part, bias=bias)
    lie = result.compared[0] - result.mailing.effect
    assert lie * bias > 0


def test_and_more_with_more_bias():
    lies = [(one := measured(bias=bias)).compared[0] - one.mailing.effect for bias in BIASES]
    assert lies == sorted(lies)


def test_it_can_make_a_loss_look_like_a_gain_and_a_gain_like_harm():
    praised = measured(bias=100)
    assert praised.mailing.effect < praised.break_even < praised.compared[0]
    # Letters to those who buy least raise sales, and look as if they drove buyers away.
    blamed = measured(bias=-100, part=30)
    assert blamed.compared[0] < 0 < blamed.mailing.effect
    assert "as if the letter drove buyers away" in EXERCISE.says(blamed)


def test_the_lie_is_told_with_great_confidence():
    """The comparison with all the others has a narrower interval than an ordinary holdout, and leaves the
    truth out, if enough people are on the list."""
    result = measured(bias=100)
    width = result.compared[2] - result.compared[1]
    assert width < np.median(result.highs - result.lows) / 2
    assert result.compared[1] > result.mailing.without - result.mailing.others_buy  # not nothing
    large = worlds.choose(RATES, 400_000, 0.5, 1.0)
    found = measures.uplift(
        large.with_letter * large.chosen, large.chosen, large.others_buy * large.others, large.others
    )
    assert found.low > large.effect


@pytest.mark.parametrize("part", [5, 50, 100])
@pytest.mark.parametrize("bias", [-100, 0, 100])
def test_counting_every_sale_praises_whatever_was_sent(part, bias):
    result = measured(part=part, bias=bias)
    assert result.mailing.with_letter - result.mailing.effect == pytest.approx(result.mailing.without)
    assert result.mailing.without > 0


def test_choosing_likely_buyers_helps_in_truth_too_just_less_than_it_seems():
    lot, likely = measured(), measured(bias=100)
    assert likely.mailing.effect > lot.mailing.effect
    assert likely.compared[0] - lot.compared[0] > 1.5 * (likely.mailing.effect - lot.mailing.effect)


# The lottery is right on average whatever the bias, and blind where few are held out.


@pytest.mark.parametrize("bias", [-100, -30, 0, 60, 100])
@pytest.mark.parametrize("held", [500, 1_000, 4_000])
def test_over_many_seeds_the_lottery_is_right_and_misses_as_often_as_it_says(bias, held):
    mailing = worlds.choose(RATES, PEOPLE, 0.5, bias / 100)
    letters = mailing.chosen - held
    bought, without = (
        np.concatenate(parts)
        for parts in zip(*(worlds.runs(mailing, held, 100, seed) for seed in range(40)), strict=True)
    )
    found = measures.uplift(bought, letters, without, held)
    spread = found.difference.std() / np.sqrt(len(found.difference))
    assert abs(found.difference.mean() - mailing.effect) < 4 * spread
    misses = measures.cannot_tell(mailing.with_letter, letters, mailing.without, held)
    assert (~found.tells).mean() == pytest.approx(misses, abs=0.03)


def test_people_drawn_one_by_one_give_the_rates_of_the_world():
    """The mixtures that `choose` computes, against people with a group each."""
    rng = np.random.default_rng(3)
    for part, bias in ((0.5, 1.0), (0.3, -1.0), (0.8, 0.0)):
        mailing = worlds.choose(RATES, 400_000, part, bias)
        group_a = rng.random(mailing.chosen) < mailing.share_a
        shares = np.where(group_a, RATES.a[0], RATES.b[0]), np.where(group_a, RATES.a[1], RATES.b[1])
        drawn = [(rng.random(mailing.chosen) < share).mean() for share in shares]
        assert drawn == pytest.approx([mailing.with_letter, mailing.without], abs=0.0015)
        everybody_a = mailing.share_a * mailing.chosen
        left_a = 400_000 * RATES.share_a - everybody_a
        assert mailing.others_buy == pytest.approx(RATES.of(left_a / mailing.others)[1])


def test_whoever_is_chosen_nobody_is_chosen_twice():
    for part in (0.05, 0.4, 0.68, 0.9, 1.0):
        for bias in (-1.0, -0.4, 0.0, 0.5, 1.0):
            mailing = worlds.choose(RATES, PEOPLE, part, bias)
            assert 0 <= mailing.share_a <= 1
            assert mailing.share_a * mailing.chosen <= RATES.share_a * PEOPLE + 1e-6
            assert (1 - mailing.share_a) * mailing.chosen <= (1 - RATES.share_a) * PEOPLE + 1e-6


def test_a_larger_holdout_sees_more_and_a_smaller_mailing_less():
    by_holdout = [measured(held=held).cannot_tell for held in (1, 2, 5, 10, 20, 50)]
    assert by_holdout == sorted(by_holdout, reverse=True)
    assert by_holdout[0] > 0.9 > 0.05 > by_holdout[-1]
    by_part = [measured(part=part, held=10).cannot_tell for part in (5, 25, 50, 100)]
    assert by_part == sorted(by_part, reverse=True)


def test_a_holdout_costs_sales_and_saves_letters_and_which_is_more_depends_on_whether_it_pays():
    loses, pays = measured(), measured(margin=100.0)
    assert loses.mailing.effect < loses.break_even
    assert loses.forgone < loses.saved
    assert pays.mailing.effect > pays.break_even
    assert pays.forgone > pays.saved


@pytest.mark.parametrize(
    "values", [{"part": 0, "bias": 0}, {"part": 1.2, "bias": 0}, {"part": 0.5, "bias": 2}]
)
def test_impossible_mailings_are_refused_in_words(values):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.choose(RATES, 1_000, **values)


def test_impossible_holdouts_are_refused_in_words():
    mailing = worlds.choose(RATES, 1_000, 0.5, 0)
    for held in (0, 500):
        with pytest.raises(ValueError, match="held out"):
            worlds.runs(mailing, held, 10)


# What is said and drawn.


def test_the_rates_are_said_among_the_assumptions():
    for share in (*RATES.a, *RATES.b):
        assert f"{share:.2%}" in RoiLieDetector.assumes
    assert "112 purchases" in RoiLieDetector.assumes


def test_when_all_are_chosen_nobody_is_left_to_compare_with():
    result = measured(part=100)
    assert result.compared is None
    assert "nobody is left to compare with" in EXERCISE.says(result)
    assert "nobody is left to compare with" in EXERCISE.alt(result)


def test_a_dot_is_filled_just_where_the_interval_leaves_nothing_out():
    result = measured()
    assert len(result.tells) == RUNS
    assert result.tells.tolist() == ((result.lows > 0) | (result.highs < 0)).tolist()
    assert f"{int((~result.tells).sum())} of them reach across 0" in EXERCISE.alt(result)


def test_the_guess_is_shown_where_it_was_asked_for_and_nowhere_else():
    there = EXERCISE.compute(RoiLieDetector.start() | ASKED | {"guess": 20})
    assert there.guess == 20
    assert measured(guess=20, bias=10).guess is None


def test_the_guess_is_about_what_the_exercise_computes():
    asked = measured(**ASKED)
    assert RoiLieDetectorGuess().truth() == asked.of_hundred == 62
    assert (asked.mailing.chosen, asked.held) == (10_000, 500)
    assert [round(1_000 * share) for share in (asked.mailing.without, asked.mailing.with_letter)] == [6, 16]


@pytest.mark.parametrize(
    ("value", "end"),
    [
        (60, "You said 60: you have done this before."),
        (20, "You said 20: 42 fewer."),
        (90, "You said 90: 28 more."),
    ],
)
def test_the_guess_is_weighed(value, end):
    assert RoiLieDetectorGuess(guess=value, committed=True).sentence.endswith(end)
