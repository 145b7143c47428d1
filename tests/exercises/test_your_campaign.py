"""Your campaign: any numbers get an answer or a sentence, and the answers are those of the measures."""

import pytest
from fieldguide import measures
from fieldguide.exercises.your_campaign import MOST, YourCampaign

EXERCISE = YourCampaign()


def campaign(**values):
    return EXERCISE.compute(YourCampaign.start() | values)


def test_the_sentence_of_the_example():
    assert YourCampaign().sentence == (
        "Extra sales: +96; anything from −15 to +142 fits these numbers. ROI: −29%, anything from −111% to "
        "+4%. Break-even is 14.3 extra sales per 1,000 people: these numbers cannot tell whether it paid. A "
        "holdout of 500 people takes a campaign that just pays for one that does nothing in 29 of 100 cases."
    )


def test_its_interval_is_newcombes():
    result = campaign()
    found = measures.uplift(153, 9_500, 3, 500)
    assert (result.low, result.difference, result.high) == (found.low, found.difference, found.high)
    assert result.roi(result.difference) == "−29%"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"got": 0, "bought": 0}, "Somebody must have got"),
        ({"held": 0, "bought_held": 0}, "Nobody was held out"),
        ({"bought": 9_501}, "9,501 of the 9,500 people who got the campaign cannot"),
        ({"bought_held": 501}, "501 of the 500 people held out cannot"),
        ({"margin": 0.0}, "margin must be above 0"),
    ],
)
def test_the_impossible_is_answered_in_words(values, words):
    with pytest.raises(ValueError, match=words):
        campaign(**values)


@pytest.mark.parametrize("bought", [0, 1, 40, 9_500])
@pytest.mark.parametrize("bought_held", [0, 1, 500])
def test_no_sales_and_all_sales_are_answered(bought, bought_held):
    result = campaign(bought=bought, bought_held=bought_held)
    assert result.low <= result.difference <= result.high
    assert result.low < result.high
    if not bought and not bought_held:
        assert result.misses is None
        assert "nobody bought at all" in EXERCISE.says(result)
    else:
        assert 0 <= result.misses <= 1


def test_of_a_holdout_in_which_nobody_bought_one_does_not_conclude_that_nobody_ever_does():
    result = campaign(bought_held=0)
    assert result.misses > campaign(bought_held=3).misses / 2
    assert result.misses == measures.cannot_tell(0.0153 + result.break_even, 9_500, 0.0153, 500)


def test_the_verdict_follows_the_interval():
    paid = campaign(bought=500)
    assert paid.low > paid.break_even
    assert "it paid." in EXERCISE.says(paid)
    lost = campaign(bought=40, held=5_000, bought_held=30)
    assert lost.high < lost.break_even
    assert "it did not pay." in EXERCISE.says(lost)


def test_what_costs_nothing_has_no_roi():
    said = YourCampaign(cost=0.0).sentence
    assert "there is no ROI" in said
    assert "ROI:" not in said


def test_what_can_never_pay_is_told():
    said = YourCampaign(margin=0.4).sentence
    assert "No effect can pay here" in said


def test_a_larger_holdout_misses_less():
    misses = [campaign(held=held, bought_held=held // 125).misses for held in (125, 500, 2_000)]
    assert misses == sorted(misses, reverse=True)


def test_the_largest_numbers_are_answered_too():
    result = campaign(got=MOST, bought=MOST // 2, held=MOST, bought_held=MOST // 2 - 5_000)
    assert result.low > 0
    assert EXERCISE.says(result)
