"""The fourth purchase: what is said, known values, the assumption on which it hangs, the reversal."""

import re

import numpy as np
import pytest
from fieldguide import data, measures
from fieldguide.exercises.fourth_purchase import (
    ASKED,
    CLOSE,
    FIRST_END,
    HORIZON,
    LAST_DAY,
    ORDINALS,
    FourthPurchase,
)
from fieldguide.exercises.fourth_purchase_guess import FourthPurchaseGuess

ENDS = range(FIRST_END, LAST_DAY + 1, 5)


#: One exercise for all: what it computes and says depends on the values that it is handed.
EXERCISE = FourthPurchase()


def watch(**values):
    return EXERCISE.compute(FourthPurchase.start() | values)


def say(**values):
    return EXERCISE.says(watch(**values))


def means(**values):
    return [watch(end=end, **values).mean_days for end in ENDS]


@pytest.mark.parametrize(
    ("end", "reached", "mean"), [(120, 1060, 47), (180, 1924, 74), (365, 3931, 151), (545, 5271, 216)]
)
def test_known_values(end, reached, mean):
    result = watch(end=end)
    assert (result.reached, round(result.mean_days)) == (reached, mean)


def test_the_sentence_says_what_was_computed():
    exercise = FourthPurchase(end=180)
    result = exercise.result
    assert exercise.sentence == (
        "Stop on June 30, 1997, and the 1,924 customers who have made a fourth purchase took 74 days on "
        "average. Within 60 days, says the curve, 3.4% of all customers get there; whoever watches to the "
        "end will say 3.4%."
    )
    assert f"{result.reached:,}" == "1,924"
    assert f"{result.within:.1%}" == f"{result.within_later:.1%}" == "3.4%"


def test_on_the_last_day_it_says_who_is_missing():
    exercise = FourthPurchase(end=LAST_DAY)
    missing = exercise.result.seen - exercise.result.reached
    assert f"{missing:,} of all 23,570 had not got there when the records end." in exercise.sentence


@pytest.mark.parametrize("nth", ORDINALS)
def test_the_mean_of_those_who_came_back_only_grows(nth):
    assert np.all(np.diff(means(nth=nth)) > 0)


@pytest.mark.parametrize("nth", ORDINALS)
def test_the_curve_stays_within_its_band(nth):
    whole = watch(nth=nth, end=LAST_DAY)
    for end in (120, 180, 300, 450):
        result = watch(nth=nth, end=end)
        day = end - 90  # where more than the first comers have been watched
        assert result.lower[day] <= whole.share[day] <= result.upper[day]


def test_the_mean_would_stay_if_everybody_came_back_at_once():
    """The reversal: it is the slow ones, missing at first, that make the mean grow."""
    first = np.zeros(1000)
    quick = first + np.tile(np.arange(1, 51), 20)
    assert (
        measures.nth_purchase(first, quick, 60).mean_days
        == measures.nth_purchase(first, quick, 500).mean_days
    )


def test_the_curve_is_misled_when_latecomers_are_others():
    """The assumption on which the curve hangs: were latecomers slower, it would promise too much."""
    first = np.repeat([0.0, 60.0], 500)
    nth = first + np.where(first == 0, 50, 400)
    early, whole = (measures.nth_purchase(first, nth, end) for end in (90, 500))
    assert early.at(50) == 1
    assert whole.at(50) == 0.5


def test_joining_late_changes_little_at_cdnow():
    shares = {
        joined: watch(end=LAST_DAY, joined=joined).within_later for joined in ("january", "february", "march")
    }
    assert max(shares.values()) - min(shares.values()) < 0.01
    assert shares["january"] > shares["march"]


def test_orders_of_one_day_count_once_unless_one_says_otherwise():
    merged, single = (watch(end=LAST_DAY, merge=merge) for merge in (True, False))
    assert f"{merged.reached / merged.seen:.1%}" == "22.4%"
    assert f"{single.reached / single.seen:.1%}" == "22.8%"


@pytest.mark.parametrize("guess", [40, 74, 120, 210])
def test_a_guess_within_reach_comes_true_on_some_day(guess):
    said = [say(end=end, guess=guess) for end in ENDS]
    true = ["agrees with your guess" in sentence for sentence in said]
    assert any(true)
    # Before that day the guess is higher than the average, after it lower.
    first, last = true.index(True), len(true) - 1 - true[::-1].index(True)
    assert all("is higher: watch longer" in sentence for sentence in said[:first])
    assert all("is lower: stop earlier" in sentence for sentence in said[last + 1 :])


def test_a_guess_out_of_reach_is_told_so():
    assert "before the average gets there" in say(end=LAST_DAY, guess=400)
    assert "never so low" in say(end=FIRST_END, guess=10)


def test_no_step_jumps_over_the_days_that_agree():
    assert np.diff(means(nth=ASKED)).max() < 2 * CLOSE


def test_the_guess_is_about_the_fourth_purchase_only():
    exercise = FourthPurchase(values={"nth": 3, "guess": 100})
    assert exercise.result.guess is None
    assert "guess" not in exercise.sentence + exercise.alt(exercise.result)


def test_nobody_watched_for_long_enough_is_said():
    exercise = FourthPurchase(values={"end": 95, "joined": "march"})
    assert exercise.result.within is None
    assert f"nobody has been watched for {HORIZON} days yet" in exercise.sentence


def test_the_figure_is_told_with_its_numbers():
    exercise = FourthPurchase(values={"end": 180, "guess": 120})
    told = exercise.alt(exercise.result)
    assert re.findall(r"\d+(?:\.\d)?%?", told) == ["10.5%", "180", "23.3%", "74", "36", "47", "120"]


def test_the_truth_of_the_guess_is_the_mean_on_the_last_day():
    guess = FourthPurchaseGuess(values={"guess": 100, "committed": True})
    assert guess.result.truth == watch(end=LAST_DAY).mean_days
    assert "says 216 days" in guess.sentence
    assert "You said 116 days fewer." in guess.sentence
    assert "116 days more" not in guess.sentence
    assert "You said 4 days more." in FourthPurchaseGuess(values={"guess": 220, "committed": True}).sentence
    assert "You said" not in FourthPurchaseGuess(values={"guess": 220}).sentence


@pytest.mark.parametrize("guess", range(10, 541, 10))
def test_the_guess_is_promised_a_day_only_if_there_is_one(guess):
    sentence = FourthPurchaseGuess(values={"guess": guess, "committed": True}).sentence
    there_is = any("agrees with your guess" in say(end=end, guess=guess) for end in ENDS)
    assert ("looks for a day" in sentence) == there_is
    if not there_is:
        low = guess < FourthPurchaseGuess().report(FIRST_END)
        assert ("Even on day 90" in sentence and "said 36 days" in sentence) == low
        assert ("No earlier report said so much" in sentence) == (not low)


def words(axes):
    return "\n".join(text.get_text() for text in axes.texts)


def test_the_average_stands_on_the_axis_of_days():
    """At a height its dot would be read as a share of customers."""
    result = watch(end=300, guess=120)
    axes = EXERCISE.shows(result).axes[0]
    (trail,) = [line for line in axes.lines if list(line.get_xdata()) == [mean for _, mean in result.earlier]]
    assert set(trail.get_ydata()) == {0}
    assert "earlier reports" in words(axes)
    assert "earlier reports" not in words(EXERCISE.shows(watch(end=FIRST_END)).axes[0])


def test_the_question_of_the_quiz_about_a_growing_average():
    purchases = data.cdnow()
    first, third = measures.days_to_nth(purchases.customer, purchases.day, 3)
    march, june = (measures.nth_purchase(first, third, end).mean_days for end in (90, 180))
    assert (round(march), round(june)) == (31, 62)
