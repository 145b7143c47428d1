"""Runway: arithmetic by hand, where campaigns alone run out, and where they are the better use of money."""

import pytest
from fieldguide import worlds
from fieldguide.exercises.runway import QUARTERS, Runway

EXERCISE = Runway()


def run(**values):
    return EXERCISE.compute(Runway.start() | values)


def test_by_hand():
    # 1,000, of whom 300 buy; of the 700 left 70 go elsewhere, 30 come: 660, of whom 198 buy.
    assert worlds.quarters(30, 0.3, 0.1, 2) == pytest.approx((300, 198))
    # A quarter of the money moved: 225 buy; 775 × 0.9 + 30 = 727.5, of whom 163.7 buy.
    assert worlds.quarters(30, 0.3, 0.1, 2, 0.25, 150, 3) == pytest.approx((225, 0.225 * 727.5))


def test_people_fetched_come_after_the_delay():
    with_them, without = (worlds.quarters(30, 0.3, 0.1, 6, 0.25, fetched, 3) for fetched in (150, 0))
    assert with_them[:3] == without[:3]
    assert with_them[3] - without[3] == pytest.approx(0.225 * 0.25 * 150)


def test_without_a_leak_campaigns_sell_in_the_end_what_comes_in_and_nothing_else():
    for strength in (0.1, 0.3, 0.6):
        assert worlds.quarters(40, strength, 0, 400)[-1] == pytest.approx(40)


@pytest.mark.parametrize("strength", range(20, 61, 5))
def test_without_a_refill_campaigns_run_out_and_stronger_ones_sooner(strength):
    weak, strong = run(refill=0, strength=strength - 5), run(refill=0, strength=strength)
    assert strong.left < weak.left < 25
    assert strong.left < 5


@pytest.mark.parametrize("strength", [5, 10, 30, 60])
def test_with_enough_refill_they_do_not(strength):
    """At what the first quarter takes away, in sales and in people lost, the pool stays as it is."""
    lost = 1_000 - (1_000 - 10 * strength) * 0.9
    sales = worlds.quarters(lost, strength / 100, 0.1, QUARTERS)
    assert sales == pytest.approx([10 * strength] * QUARTERS)


@pytest.mark.parametrize("strength", range(25, 61, 5))
def test_with_little_refill_being_known_pays_within_the_twelve_quarters(strength):
    assert run(refill=30, strength=strength).overtakes is not None


@pytest.mark.parametrize("strength", range(5, 46, 5))
def test_with_much_refill_it_does_not(strength):
    assert run(refill=200, strength=strength).overtakes is None


def test_the_turning_point_lies_between():
    ahead = [run(refill=refill).overtakes is not None for refill in range(0, 301, 10)]
    assert ahead[0]
    assert not ahead[-1]
    assert ahead == sorted(ahead, reverse=True), "it turns round once"


def test_and_moves_with_what_being_known_fetches():
    assert run(fetched=0).overtakes is None
    assert run(refill=200, fetched=400).overtakes is not None
    assert run(delay=8).overtakes is None


def test_overtaking_is_counted_from_the_start_and_for_good():
    for refill in range(0, 301, 30):
        result = run(refill=refill)
        mine, theirs = (
            [sum(sales[: quarter + 1]) for quarter in range(QUARTERS)]
            for sales in (result.alone, result.split)
        )
        ahead = [split > alone + 1e-9 for alone, split in zip(mine, theirs, strict=True)]
        if result.overtakes is None:
            assert not ahead[-1]
        else:
            assert all(ahead[result.overtakes - 1 :])
            assert not any(ahead[result.overtakes - 2 : result.overtakes - 1])


@pytest.mark.parametrize(
    "arguments", [(-1, 0.3, 0.1), (1, 1.3, 0.1), (1, 0.3, -0.1), (1, 0.3, 0.1, 12, 2), (1, 0.3, 0.1, -1)]
)
def test_impossible_pools_are_refused_in_words(arguments):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.quarters(*arguments)


def test_the_sentence_at_the_start():
    assert Runway().sentence == (
        "Campaigns alone sell to 300 people in the first quarter and to 26 people in the twelfth, 9% of it. "
        "With 25% of the budget on being known, the twelfth brings 53 people; all counted from the start, "
        "that way is ahead from quarter 9 on."
    )


def test_the_sentence_turns_round_with_the_result():
    assert Runway(refill=200).sentence.endswith("fewer: here campaigns alone sell more.")
    assert "to nobody in the twelfth, less than 1% of it" in Runway(refill=0, strength=60).sentence
