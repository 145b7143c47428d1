"""The silent sufferers' desk: what is said is what was computed, and where it turns round."""

import re

import pytest
from fieldguide.exercises.silent_sufferers_desk import (
    CUSTOMERS,
    ORDERS,
    SHARES,
    SilentSufferersDesk,
)
from fieldguide.exercises.silent_sufferers_desk_guess import SilentSufferersDeskGuess

#: One exercise for all: what it computes and says depends on the values that it is handed.
EXERCISE = SilentSufferersDesk()


def desk(**values):
    return EXERCISE.compute(SilentSufferersDesk.start() | values)


def told(**values):
    return EXERCISE.says(desk(**values))


def in_time(**values):
    return [one.in_time for one in desk(**values).every]


def test_the_sentence_at_the_start():
    assert told() == (
        "Of 200 customers with a problem, 72 are answered in time (on eight days of ten, 69 to 75), 0 late, "
        "0 not that day, and 128 are never heard. Most in time with this desk: 107, at 50%. At $16 for "
        "an answer in time the day brings $404 after wages; the most is $956, at 50%."
    )


def test_who_asks_everybody_saves_hardly_more_than_who_asks_nobody():
    assert in_time()[0] == pytest.approx(40, abs=0.5)
    assert in_time()[-1] < 50 < 100 < max(in_time())


@pytest.mark.parametrize("order", ["newest", "savable"])
def test_in_another_order_all_may_be_asked(order):
    assert desk(order=order).most == 100
    assert in_time(order=order)[-1] > 2.5 * in_time()[-1]


def test_two_more_people_do_what_the_order_does():
    assert desk(staff=5).most == 100
    assert in_time(staff=5)[-1] > in_time(order="savable")[-1]
    assert in_time(staff=4)[-1] < in_time(order="savable")[-1]


def test_a_long_promise_leaves_little_of_the_fall_and_a_longer_one_nothing():
    """What is left over at closing is in no figure, because each day starts without it."""
    four, eight = in_time(promise=240), in_time(promise=480)
    assert [round(four[-1]), round(max(four)), desk(promise=240).most] == [132, 154, 80]
    assert desk(promise=480).most == 100
    assert eight[-1] == pytest.approx(desk(reach=100).chosen.handled, abs=0.5)


def test_alone_at_the_desk_nobody_should_be_asked():
    assert desk(staff=1).most == 0


def test_who_looks_at_worth_keeps_the_money_and_not_the_count():
    assert desk(order="valued").richest == 100
    assert desk(order="valued").most < 100
    assert desk(order="valued", reach=100).chosen.money > max(one.money for one in desk().every)


@pytest.mark.parametrize(
    ("order", "late", "richest"),
    [
        ("first", 0, 50),
        ("first", 40, 60),
        ("first", 60, 100),
        ("first", -100, 40),
        ("savable", 0, 100),
        ("savable", -100, 60),
    ],
)
def test_what_a_late_answer_is_worth_decides_whom_to_ask(order, late, richest):
    assert desk(order=order, late=late).richest == richest


@pytest.mark.parametrize(
    ("quota", "reach", "helps"),
    [("10", 20, False), ("10", 80, True), ("25", 80, True), ("25", 50, False), ("50", 80, False)],
)
def test_the_quota_counts_more_calls_whether_it_helps_or_not(quota, reach, helps):
    with_it, without = desk(quota=quota, reach=reach), desk(reach=reach)
    assert (with_it.chosen.in_time > without.chosen.in_time) == helps
    assert with_it.chosen.handled > with_it.unhurried == pytest.approx(without.chosen.handled)
    said = told(quota=quota, reach=reach)
    assert (
        f"counts {with_it.chosen.handled:.0f} calls; without it there would be {without.chosen.handled:.0f}"
        in (said)
    )


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("helped", [0, 30])
@pytest.mark.parametrize("quota", ["none", "25"])
def test_everybody_ends_somewhere_once(order, helped, quota):
    for one in desk(order=order, helped=helped, quota=quota).every:
        parts = (one.in_time, one.late, one.waiting, one.helped, one.unheard)
        assert min(parts) >= -1e-9
        assert sum(parts) == pytest.approx(CUSTOMERS)
        assert one.usual[0] <= one.in_time <= one.usual[1]


def test_money_is_customers_times_worth_where_all_are_alike():
    """In time all are worth their average; late at full worth it does not matter who is late."""
    one = desk(reach=100, late=100, worth=20, wage=100, staff=2, order="valued").chosen
    assert one.money == pytest.approx(20 * CUSTOMERS - 200)
    other = desk(reach=60, worth=20, wage=0).chosen
    assert other.money == pytest.approx(20 * other.in_time)


def test_the_best_share_is_said_where_it_is_another():
    for reach in SHARES:
        said, result = told(reach=reach), desk(reach=reach)
        assert ("No other share of silent customers" in said) == (
            round(result.chosen.in_time) == max(round(one.in_time) for one in result.every)
        )
        number = re.search(r"brings (−?)\$([\d,]+)", said)
        assert round(result.chosen.money) == int(number[1].replace("−", "-") + number[2].replace(",", ""))


def test_full_load_is_marked_where_it_is():
    assert desk().full == pytest.approx(169)
    assert desk().full_share == pytest.approx(80.6, abs=0.1)
    assert desk(staff=6).full_share is None
    assert desk(quota="10").full == pytest.approx(169 / 0.75)


def test_the_other_order_is_drawn_beside_the_order_in_turn():
    turn, newest = desk(), desk(order="newest")
    assert list(newest.in_turn) == in_time()
    words = {
        order: [text.get_text() for text in EXERCISE.shows(result).axes[0].texts]
        for order, result in (("first", turn), ("newest", newest))
    }
    assert "in turn" not in words["first"]
    assert "in turn" in words["newest"]
    assert "taken in turn, ending at 46" in EXERCISE.alt(newest)


def test_the_figure_is_told_with_its_turn():
    assert "rises to 107 at 50% and falls to 46 when all are asked" in EXERCISE.alt(desk())
    assert "rises to 149 when all are asked" in EXERCISE.alt(desk(order="savable"))


def test_the_guess_is_drawn_only_where_it_answers_the_question_that_was_asked():
    assert "Your guess: 120" in EXERCISE.alt(desk(guess=120, reach=90))
    assert "guess" not in EXERCISE.alt(desk(guess=120, staff=4))


# The guess.


def test_the_guess_is_about_the_desk_as_the_exercise_starts():
    guess = SilentSufferersDeskGuess()
    assert guess.truth() == round(in_time()[-1])
    assert f"{desk().full:.0f} cases" in guess.question
    assert round(guess.in_time(0)) == 40 == round(desk().every[0].heard)
    assert "all 40 are taken up in time" in guess.question


@pytest.mark.parametrize(
    ("guess", "said"),
    [(150, "You said 104 more. "), (10, "You said 36 fewer. "), (45, "You saw it coming")],
)
def test_the_guess_is_weighed(guess, said):
    assert said in SilentSufferersDeskGuess(guess=guess, committed=True).sentence
    assert said not in SilentSufferersDeskGuess(guess=guess).sentence
