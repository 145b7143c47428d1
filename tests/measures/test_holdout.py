"""What a campaign brought: statsmodels as the reference, the published case, and exact chances."""

import numpy as np
import pytest
from fieldguide import data
from fieldguide.measures import (
    break_even,
    cannot_tell,
    likely_counts,
    mixed_share,
    roi,
    uplift,
    wilson,
    worth_offering,
)
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


@st.composite
def groups(draw, most=400):
    people, without = draw(st.integers(1, most)), draw(st.integers(1, most))
    return draw(st.integers(0, people)), people, draw(st.integers(0, without)), without


def test_the_hair_care_case():
    lottery = data.hair_care()
    found = uplift(*lottery.count(True), *lottery.count(False))
    assert round(float(found.difference), 6) == 0.009708
    assert (round(float(found.low), 6), round(float(found.high), 6)) == (0.005626, 0.014014)
    assert found.tells


@given(groups())
def test_statsmodels_has_the_same_intervals(counts):
    bought, people = counts[:2]
    found = uplift(*counts)
    low, high = confint_proportions_2indep(*counts, method="newcomb", compare="diff")
    assert float(found.low) == pytest.approx(low, abs=1e-9)
    assert float(found.high) == pytest.approx(high, abs=1e-9)
    assert np.ravel(wilson(bought, people)) == pytest.approx(
        np.array(proportion_confint(bought, people, method="wilson")), abs=1e-9
    )


@given(groups(), st.floats(0.5, 0.999))
def test_an_interval_holds_its_difference_and_grows_with_its_level(counts, level):
    narrow, wide = uplift(*counts, level=level), uplift(*counts, level=(1 + level) / 2)
    assert -1 - 1e-12 <= wide.low <= narrow.low <= narrow.difference + 1e-12
    assert narrow.difference - 1e-12 <= narrow.high <= wide.high <= 1 + 1e-12


@given(groups())
def test_the_other_way_round_it_is_the_same_with_another_sign(counts):
    one, other = uplift(*counts), uplift(*counts[2:], *counts[:2])
    assert float(one.low) == pytest.approx(-float(other.high), abs=1e-12)


@given(groups(), st.floats(0, 1))
def test_a_mixture_of_one_group_is_wilsons_and_half_the_difference_is_newcombes(counts, part):
    """With equal weights, turning one group's answers round makes the mixture half of a difference."""
    bought, people, other, without = counts
    assert mixed_share([bought], [people], [1])[1:] == pytest.approx(np.ravel(wilson(bought, people)))
    low, high = confint_proportions_2indep(*counts, method="newcomb", compare="diff")
    mixed = mixed_share([bought, without - other], [people, without], [0.5, 0.5])
    assert [2 * end - 1 for end in mixed[1:]] == pytest.approx([low, high], abs=1e-9)
    share, low, high = mixed_share([bought, other], [people, without], [part, 1 - part])
    assert 0 <= low + 1e-12 <= share + 2e-12 <= high + 3e-12 <= 1 + 1e-9


@pytest.mark.parametrize(("first", "second", "part"), [(0.85, 0.6, 0.24), (0.95, 0.4, 0.5), (0.5, 0.9, 0.8)])
def test_a_mixtures_interval_holds_the_truth_about_as_often_as_it_says(first, second, part):
    random, truth = np.random.default_rng(5), part * first + (1 - part) * second
    drawn = zip(random.binomial(40, first, 2_000), random.binomial(30, second, 2_000), strict=True)
    ends = [mixed_share([one, other], [40, 30], [part, 1 - part])[1:] for one, other in drawn]
    assert 0.93 < np.mean([low <= truth <= high for low, high in ends]) < 0.975


@pytest.mark.parametrize("weights", [[0.5, 0.4], [1.5, -0.5]])
def test_weights_are_parts_of_a_whole(weights):
    with pytest.raises(ValueError, match="add up to 1"):
        mixed_share([1, 2], [10, 10], weights)


def test_arrays_are_measured_element_by_element():
    many = uplift([80, 0], [4976, 10], [32, 0], [5024, 10])
    assert many.low.tolist() == [uplift(80, 4976, 32, 5024).low, uplift(0, 10, 0, 10).low]
    assert many.tells.tolist() == [True, False]


def test_it_says_how_wrong_it_is_as_often_as_it_should():
    """Over 4,000 draws, an interval of 95% holds the true difference in about 95%."""
    rng = np.random.default_rng(6)
    for with_letter, without, people, held in ((0.016, 0.006, 9_500, 500), (0.3, 0.25, 200, 100)):
        found = uplift(
            rng.binomial(people, with_letter, 4_000), people, rng.binomial(held, without, 4_000), held
        )
        true = with_letter - without
        assert ((found.low <= true) & (true <= found.high)).mean() == pytest.approx(0.95, abs=0.015)


# How often a holdout cannot tell.


def by_hand(share, people, share_without, without):
    """Add up the chances of all pairs of counts whose interval holds 0."""
    x, y = np.arange(people + 1), np.arange(without + 1)
    found = uplift(x[:, None], people, y[None], without)
    chances = binom.pmf(x, people, share)[:, None] * binom.pmf(y, without, share_without)[None]
    return chances[~found.tells].sum()


@given(st.floats(0, 1), st.integers(1, 60), st.floats(0, 1), st.integers(1, 60))
def test_it_adds_up_all_that_could_be_seen(share, people, share_without, without):
    assert cannot_tell(share, people, share_without, without) == pytest.approx(
        by_hand(share, people, share_without, without), abs=1e-6
    )


@pytest.mark.parametrize(("held", "misses"), [(0.05, 0.62), (0.1, 0.26), (0.2, 0.04), (0.5, 0.003)])
def test_holdouts_of_ten_thousand_at_the_rates_of_the_case(held, misses):
    """At 10% about a quarter of the time, at 5% more than three in five."""
    (bought, people), (bought_without, without) = (data.hair_care().count(lot) for lot in (True, False))
    found = cannot_tell(
        bought / people, round(10_000 * (1 - held)), bought_without / without, round(10_000 * held)
    )
    assert found == pytest.approx(misses, abs=0.005)


def test_drawing_campaigns_agrees():
    rng = np.random.default_rng(1)
    found = uplift(rng.binomial(9_000, 0.016, 20_000), 9_000, rng.binomial(1_000, 0.0064, 20_000), 1_000)
    assert cannot_tell(0.016, 9_000, 0.0064, 1_000) == pytest.approx((~found.tells).mean(), abs=0.01)


def test_more_people_held_out_see_more_up_to_half():
    misses = [cannot_tell(0.016, 10_000 - held, 0.006, held) for held in (250, 500, 1_000, 2_000, 5_000)]
    assert misses == sorted(misses, reverse=True)
    assert misses[-1] < 0.01 < 0.8 < misses[0]


def test_with_most_held_out_it_sees_less_again():
    assert cannot_tell(0.016, 300, 0.006, 9_700) > cannot_tell(0.016, 5_000, 0.006, 5_000)


def test_of_nothing_it_is_seldom_wrong():
    assert cannot_tell(0.1, 2_000, 0.1, 2_000) == pytest.approx(0.95, abs=0.01)


@given(st.integers(1, 3_000), st.floats(0, 1).filter(lambda share: share == 0 or share > 1e-12))
def test_chances_of_counts_are_those_of_the_binomial(people, share):
    counts, chances = likely_counts(people, share)
    assert chances.sum() == pytest.approx(1)
    assert chances == pytest.approx(binom.pmf(counts, people, share), abs=1e-9)


# Money.


def test_return_on_investment():
    # 9,500 letters at 50 cents, 92.2 extra sales at $35: (3,228 - 4,750) / 4,750.
    difference = 92.2 / 9_500
    assert float(roi(difference, 35, 0.5)) == pytest.approx((92.2 * 35 - 4_750) / 4_750)
    assert float(roi(0, 35, 0.5)) == -1
    assert float(roi(break_even(35, 0.5), 35, 0.5)) == pytest.approx(0)


@given(st.floats(0, 1), st.floats(0.1, 1_000), st.floats(0, 100), st.floats(0, 100), st.floats(0, 1))
def test_an_offer_pays_just_where_the_incremental_chance_is_above_the_threshold(
    effect, value, contact, annoyance, anyway
):
    """The gain changes sign at p*, whatever chance there was to buy anyway: that cancels out."""
    offered = effect * value + anyway * value - contact - (1 - effect) * annoyance
    gain = offered - anyway * value
    worth = worth_offering(value, contact, annoyance)
    if abs(effect - worth) > 1e-6:
        assert (gain > 0) == (effect > worth)


def test_the_threshold_of_the_exercise():
    assert worth_offering(20, 0.5, 1) == pytest.approx(1.5 / 21)
    assert worth_offering(20, 0.5, 0) == 0.025


@pytest.mark.parametrize(
    ("measure", "arguments", "words"),
    [
        (wilson, (1, 0), "somebody in it"),
        (wilson, (3, 2), "no more than"),
        (wilson, (-1, 2), "no more than"),
        (wilson, (1, 2, 1), "between 0 and 1"),
        (uplift, (1, 2, 1, 0), "somebody in it"),
        (cannot_tell, (1.2, 5, 0.1, 5), "between 0 and 1"),
        (cannot_tell, (0.2, 5, 0.1, 0), "somebody in it"),
        (break_even, (0, 1), "above 0"),
        (break_even, (1, -1), "never less"),
        (roi, (0.1, 5, 0), "nothing to divide by"),
        (worth_offering, (0, 1, 1), "worth something"),
        (worth_offering, (1, -1, 1), "never less"),
    ],
)
def test_the_impossible_is_refused_in_words(measure, arguments, words):
    with pytest.raises(ValueError, match=words):
        measure(*arguments)
