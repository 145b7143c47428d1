"""*Ten moments*: the sentence agrees with the measures, and what is best turns round with the price."""

import re

import pytest
from fieldguide import measures, worlds
from fieldguide.exercises.ten_moments import RULES, TenMoments
from fieldguide.exercises.ten_moments_guess import TenMomentsGuess


def test_the_sentence_at_the_start():
    assert TenMoments().sentence == (
        "Today 90 of 100 orders go right, and with 26 orders the year goes without a failure for 7 of 100 "
        "customers. With $100,000 it becomes 47 if the weakest moment comes first, 26 in equal shares, 8 if "
        "the strongest comes first, and 47 if always the failure that is cheapest to prevent does."
    )


@pytest.mark.parametrize("orders", [2, 12, 52])
@pytest.mark.parametrize("hit", [10, 45, 100])
@pytest.mark.parametrize("moments", ["uneven", "one", "alike"])
def test_today_agrees_with_the_measure(orders, hit, moments):
    exercise = TenMoments(orders=orders, hit=hit, moments=moments)
    rates = worlds.moments_failures(moments)
    year = 100 * float(measures.all_right(rates, orders, hit / 100))
    assert exercise.result.today == pytest.approx(year)
    assert exercise.result.failures == pytest.approx(100 * orders * 0.1)
    said = re.search(r"for ([\w ]*?)(\d+) of 100 customers", exercise.sentence)
    assert int(said[2]) == (pytest.approx(year, abs=0.51) if not said[1] else 1)


def test_the_same_failures_on_few_customers():
    spread, heaped = TenMoments().result, TenMoments(hit=10).result
    assert spread.failures == heaped.failures == pytest.approx(260)
    assert spread.today < 8
    assert heaped.today > 89
    said = TenMoments(hit=10).sentence
    assert "the other 10 meet 26 each. They fall together, so they spoil fewer orders." in said
    assert heaped.order_right > spread.order_right + 2
    # A year without a failure no longer tells a good plan from a bad one; the failures do.
    after, left = heaped.after, heaped.failures_after
    assert max(after.values()) - min(after.values()) < 0.5
    assert left["weakest"] < left["equal"] < left["strongest"]


@pytest.mark.parametrize("hit", [50, 100])
def test_what_is_best_turns_round_with_the_price(hit):
    def after(times):
        return TenMoments(times=times, hit=hit).result.after

    for times in (1.5, 2.0, 4.0):
        weakest, equal, strongest, cheapest = after(times).values()
        assert weakest > equal + 2 > strongest + 2
        assert cheapest == pytest.approx(weakest)
    assert max(after(1.0).values()) - min(after(1.0).values()) < 1
    for times in (0.5, 0.75):
        weakest, equal, strongest, cheapest = after(times).values()
        assert cheapest == pytest.approx(strongest)
        assert weakest + 2 < equal < strongest + 1e-9


def test_the_others_stay_well_behind_only_where_moments_differ():
    even = TenMoments(moments="alike").result.after
    assert even["weakest"] == pytest.approx(even["equal"])
    one = TenMoments(moments="one").result.after
    assert one["weakest"] > 3 * one["equal"]


def test_prices_by_chance_are_told():
    assert "ahead of equal shares in 40 of 40 firms" in TenMoments(differ=4).sentence
    said = TenMoments(differ=4, times=1.0).sentence
    ahead = int(re.search(r"equal shares in (\d+) of 40 firms", said)[1])
    assert 5 < ahead < 35
    assert TenMoments().result.ahead is None


def test_where_moments_are_alike_and_prices_differ_weakest_first_wins_nowhere():
    alike = TenMoments(moments="alike", differ=8)
    assert alike.result.after["weakest"] + 3 < alike.result.after["equal"] < alike.result.after["cheapest"]
    assert alike.sentence.endswith(
        "weakest first is ahead of equal shares in none of 40 firms, of strongest first in 40, and of "
        "cheapest first in none."
    )


def test_without_a_budget_nothing_changes():
    result = TenMoments(budget=0).result
    assert set(result.after.values()) == {result.today}
    assert TenMoments(budget=0).sentence.endswith("Without a budget it stays so.")


def test_lines_begin_today_and_never_fall():
    for times in (0.5, 1.0, 4.0):
        result = TenMoments(times=times).result
        for rule in RULES:
            curve = result.curves[rule]
            assert curve[0] == pytest.approx(result.today)
            assert (curve[1:] >= curve[:-1] - 1e-9).all()


def test_the_guess_is_weighed_and_recalled_only_where_it_answers_the_question():
    assert TenMomentsGuess().truth() == 7
    for guess, said in ((0, "too few."), (9, "close."), (60, "too many.")):
        sentence = TenMomentsGuess(guess=guess, committed=True).sentence
        assert sentence.endswith("close." if abs(guess - 7) <= 5 else said)
    assert "(you guessed 60)" in TenMoments(values={"guess": 60}).sentence
    for moved in ({"orders": 12}, {"hit": 50}):
        assert "guessed" not in TenMoments(values={"guess": 60, **moved}).sentence


def test_the_table_names_every_moment():
    exercise = TenMoments()
    exercise._draw_first()
    shown = exercise._below["orders"].value
    assert all(name in shown for name in worlds.MOMENTS)
