"""*Spend 100 points*: the sentence agrees with the model, and turns round where the model does."""

import re

import pytest
from fieldguide import worlds
from fieldguide.exercises.spend_100_points import COMPANIES, Spend100Points, best_plan
from fieldguide.exercises.spend_100_points_guess import Spend100PointsGuess


def test_the_sentence_at_the_start():
    assert Spend100Points().sentence == (
        "Your plan gains $188k in two years over spending nothing (the points not paid for); the best (needs "
        "55, wants 45, recovery 0) gains $240k. Plans within 5% of it put 40 to 65 on needs. Neglected needs "
        "hurt here: without a point on needs the best plan gets 47% of the most there is to gain, and all on "
        "wants gets 46%."
    )


def test_more_than_a_hundred_points_are_refused_in_a_sentence():
    exercise = Spend100Points(needs=60, wants=50)
    with pytest.raises(ValueError, match="60 points on needs and 50 on wants are 110: there are only 100"):
        exercise.compute(exercise.values)
    assert Spend100Points(needs=60, wants=40).result.mine == (60, 40, 0)


def test_the_other_slider_gives_way():
    exercise = Spend100Points()
    exercise._take(needs=100)
    assert exercise.result.mine == (100, 0, 0)
    assert exercise._built["wants"].widget.value == 0
    exercise._take(wants=40)
    assert exercise.result.mine == (60, 40, 0)
    exercise._take(needs=20)
    assert exercise.result.mine == (20, 40, 40), "where there is room nothing else moves"


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize("spoils", [0, 50, 100])
def test_the_numbers_agree_with_the_model(company, spoils):
    exercise = Spend100Points(company=company, spoils=spoils, needs=40, wants=40)
    result, one = exercise.result, worlds.SPENDING_COMPANIES[company]

    def gain(plan):
        years = [worlds.two_years(one, *points, spoils=spoils / 100) for points in (plan, (0, 0, 0))]
        return float(years[0].money - years[1].money)

    assert result.gain == pytest.approx(gain((40, 40, 20)))
    assert result.best_gain == pytest.approx(gain(result.best))
    assert result.best_gain == pytest.approx(max(gain(plan) for plan in worlds.spending_plans().tolist()))
    assert result.without[0] == 0
    assert result.without_gain == pytest.approx(gain(result.without))
    assert result.wants_gain == pytest.approx(gain((0, 100, 0)))
    assert f"gains ${result.gain / 1000:,.0f}k" in exercise.sentence
    assert f"all on wants gets {result.wants_gain / result.best_gain:.0%}" in exercise.sentence


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"company": "provider", "spoils": 100, "remembers": 24}, "make what is wanted worthless here"),
        ({"company": "provider", "spoils": 100}, "make what is wanted worthless here"),
        ({"company": "provider", "spoils": 0}, "Neglected needs hurt here"),
        ({"company": "grocer"}, "Neglected needs hurt here"),
        ({"company": "theater", "spoils": 0}, "Needs are not worth a point here"),
        ({"company": "grocer", "halving": 100, "tells": 100}, "Needs are not worth a point here"),
        ({"company": "theater", "spoils": 25}, "Points on needs add little here"),
    ],
)
def test_all_four_verdicts_can_be_reached(values, said):
    assert said in Spend100Points(**values).sentence


def test_the_best_plan_is_told_as_such():
    (needs, wants, _), _ = best_plan("grocer", 50, 25, 12, 40)
    assert Spend100Points(needs=needs, wants=wants).sentence.startswith(
        "Your plan gains $240k in two years over spending nothing (the points not paid for): as good as the "
        "best."
    )
    near = Spend100Points(needs=needs + 5, wants=wants - 5)
    assert near.result.share >= 0.99
    assert re.search(r"as good as the best \(needs 55, wants 45, recovery 0\)\.", near.sentence)


@pytest.mark.parametrize("company", COMPANIES)
def test_within_the_range_that_is_named_a_plan_comes_near_the_best_and_beyond_it_none_does(company):
    few, many = Spend100Points(company=company).result.near
    assert few < many
    for needs in range(0, 101, 5):
        shares = [
            Spend100Points(company=company, needs=needs, wants=w).result.share
            for w in range(0, 101 - needs, 5)
        ]
        assert (max(shares) >= 0.95) == (few <= needs <= many)


def test_recovery_is_worth_points_only_for_failures_that_somebody_tells_of():
    plans = [best_plan("grocer", 50, 100, 12, tells)[0] for tells in (40, 70, 100)]
    assert [recovery for _, _, recovery in plans] == [0, 10, 45]


def test_a_plan_that_loses_says_so():
    assert "loses $" in Spend100Points(company="theater", needs=0, wants=0).sentence


def test_the_guess_is_weighed_and_recalled_at_the_first_settings_alone():
    (needs, *_), near = best_plan("grocer", 50, 25, 12, 40)
    assert Spend100PointsGuess().truth() == needs
    assert near == (40, 65)
    for guess, said in ((35, "too few."), (40, "close enough."), (65, "close enough."), (70, "too many.")):
        assert Spend100PointsGuess(guess=guess, committed=True).sentence.endswith(said)
    assert "you guessed 20 on needs" in Spend100Points(values={"guess": 20}).sentence
    for moved in ({"company": "theater"}, {"spoils": 0}, {"halving": 50}, {"remembers": 3}, {"tells": 80}):
        assert "guessed" not in Spend100Points(values={"guess": 20, **moved}).sentence
    assert "you guessed 20" in Spend100Points(values={"guess": 20, "needs": 10}).sentence


def test_the_words_about_the_companies_are_those_of_the_model():
    said = f"{Spend100Points.assumes} {' '.join(COMPANIES.values())} {Spend100PointsGuess.question}"
    for company in worlds.SPENDING_COMPANIES.values():
        assert f"{100 * company.fails:.0f} of 100" in said
        assert f"${company.margin:.0f}" in said
