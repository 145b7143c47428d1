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


def test_without_a_holdout_the_two_ends_are_known():
    said = (
        "Nobody was held out, so the campaign may have made any number of sales from 0 to 153, and nothing "
        "here tells which. ROI: +13% if none of the buyers would have bought anyway, −100% if all would. It "
        "paid if no more than 17 of the 153 would have."
    )
    # Whatever still stands in the field that has lost its meaning.
    assert [YourCampaign(held=0, bought_held=bought).sentence for bought in (0, 3)] == [said] * 2
    result = campaign(held=0)
    assert (result.difference, result.low, result.high) == (None, 0, 153 / 9_500)
    told = EXERCISE.alt(result)
    assert "anything from 0 to +16.1, as nobody was held out" in told


@pytest.mark.parametrize("bought", [1, 20, 153, 9_500])
@pytest.mark.parametrize("sales_to_pay", [0.5, 1, 19, 20, 9_000, 12_000])
def test_without_a_holdout_it_pays_where_the_rest_pays_for_it(bought, sales_to_pay):
    result = campaign(held=0, bought=bought, margin=7.0, cost=7.0 * sales_to_pay)
    said = EXERCISE.says(result)
    paid = [anyway for anyway in range(bought + 1) if bought - anyway >= sales_to_pay]
    if not paid:
        assert "did not pay, even at best" in said
    elif paid == [0]:
        assert said.endswith("It paid only if none would have.")
    else:
        assert said.endswith(f"It paid if no more than {max(paid):,} of the {bought:,} would have.")


def test_without_a_holdout_free_or_vain_campaigns_are_answered_too():
    assert YourCampaign(held=0, bought=0).sentence.endswith("ROI: −100%.")
    nobody = campaign(held=0, bought=0)
    assert nobody.low == nobody.difference == nobody.high == 0
    assert EXERCISE.alt(nobody).startswith("Extra sales per 1,000 people: 0, as nobody bought.")
    assert "ROI" not in YourCampaign(held=0, bought=0, cost=0.0).sentence
    assert "no ROI" in YourCampaign(held=0, cost=0.0).sentence


def test_whoever_writes_to_tens_of_millions_is_answered():
    said = YourCampaign(got=40_000_000, bought=600_000, held=400_000, bought_held=5_000, cost=2e7).sentence
    assert said.startswith("Extra sales: +100,000;")


def test_a_larger_holdout_misses_less():
    misses = [campaign(held=held, bought_held=held // 125).misses for held in (125, 500, 2_000)]
    assert misses == sorted(misses, reverse=True)


def test_the_largest_numbers_are_answered_too():
    result = campaign(got=MOST, bought=MOST // 2, held=MOST, bought_held=MOST // 2 - 30_000)
    assert result.low > 0
    assert EXERCISE.says(result)


def test_a_break_even_that_is_nearly_nothing_is_not_called_nothing():
    said = YourCampaign(margin=1e9).sentence
    assert "Break-even is less than 0.1 extra sales per 1,000 people" in said
