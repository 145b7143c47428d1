"""Silence alarm: real silences, what is said of them, and where the best day turns into no day."""

import re

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.exercises.silence_alarm import LATEST, NTH, SilenceAlarm

EXERCISE = SilenceAlarm()


def heard(**values):
    return EXERCISE.compute(SilenceAlarm.start() | values)


@pytest.mark.parametrize(("who", "false"), [("first", 27), ("few", 52), ("many", 74), ("all", 37)])
def test_the_same_thirty_days_mean_something_else_after_more_purchases(who, false):
    result = heard(who=who)
    assert round(100 * result.false_share) == false
    assert f"That makes {false}% of the alarms false." in EXERCISE.says(result)


@pytest.mark.parametrize("horizon", range(30, 181, 30))
def test_that_holds_for_every_definition_of_gone(horizon):
    shares = [heard(who=who, horizon=horizon).false_share for who in ("first", "few", "many")]
    assert shares == sorted(shares)
    assert shares[-1] > 2 * shares[0]


@pytest.mark.parametrize("who", NTH)
def test_waiting_makes_alarms_surer_and_never_sure(who):
    shares = [heard(who=who, day=day).false_share for day in range(1, LATEST + 1)]
    assert shares[0] > shares[60] > shares[-1] > 0.1


def test_the_sentence_at_the_start():
    assert EXERCISE.says(heard()) == (
        "Of 100 silences 73 last for 30 days, and you call: 46 of these customers are gone, 27 would have "
        "bought within 180 days anyway. That makes 37% of the alarms false. With your costs that comes to "
        "$164; the best day would be 7, with $183."
    )


@pytest.mark.parametrize("who", NTH)
@pytest.mark.parametrize("day", [1, 7, 60, 180])
def test_what_is_said_adds_up(who, day):
    result = heard(who=who, day=day)
    rung, _, gone, anyway = (int(number) for number in re.findall(r"\d+", EXERCISE.says(result))[1:5])
    assert rung == gone + anyway
    assert anyway == pytest.approx(result.false, abs=1)
    worth = 40 * 0.2 * 0.5 ** (day / 90) * result.gone[day] - result.rung[day] - 2 * result.false
    assert result.earned[day] == pytest.approx(worth)


def test_for_regular_customers_no_day_pays_at_first_and_a_late_one_when_they_are_worth_more():
    assert not heard(who="many").pays
    assert "no day of silence is worth a call" in EXERCISE.says(heard(who="many"))
    dear = heard(who="many", worth=80)
    assert dear.pays
    assert dear.best > 30
    assert heard(who="many", half=365).pays, "or when they forget more slowly"


def test_after_a_first_purchase_the_best_alarm_is_hardly_an_alarm():
    assert heard(who="first").best == 1


@pytest.mark.parametrize(("who", "worth"), [("all", 40), ("few", 60), ("many", 80)])
def test_dearer_false_alarms_let_one_wait_until_no_day_pays(who, worth):
    results = [heard(who=who, worth=worth, needless=cost) for cost in range(21)]
    best = [result.best for result in results if result.pays]
    assert best == sorted(best)
    assert best[0] < best[-1]
    assert not results[-1].pays


def test_the_best_day_hangs_on_how_fast_one_is_forgotten():
    best = [heard(who="many", worth=100, half=half).best for half in (30, 60, 90, 180, 365)]
    assert best == sorted(best)
    assert best[0] < best[-1] / 2


def test_a_horizon_so_short_that_nobody_buys_in_it_makes_nearly_every_alarm_right():
    assert heard(horizon=30).false_share < 0.5 * heard(horizon=180).false_share


def test_the_silences_are_counted_below_the_choice():
    assert "40,993 silences" in EXERCISE.notes(heard())["who"]
    assert sum(heard(who=who).silences for who in ("first", "few", "many")) == heard().silences


def test_the_figure_is_told_with_its_numbers():
    told = EXERCISE.alt(heard())
    assert re.findall(r"\d+", told) == ["100", "100", "48", "180", "48", "40", "27", "30", "7"]
    assert "no day pays" in EXERCISE.alt(heard(who="many"))


@pytest.mark.parametrize("seed", range(30))
def test_were_nobody_ever_forgotten_waiting_would_cost_nothing(seed):
    """The assumption on which it hangs: who is never forgotten is called as late as one can."""
    rng = np.random.default_rng(seed)
    left = rng.random(4_000) < 0.4
    length = np.where(left, np.inf, rng.exponential(40, 4_000))
    days = np.arange(121)
    rung = np.array([(length > day).sum() for day in days])
    gone = np.full(121, left.sum())  # who has left stays away
    earned = {half: worlds.earned_back(rung, gone, 100, 0.3, half, 1, 5) for half in (15, np.inf)}
    assert earned[np.inf].argmax() > 100
    assert earned[15].argmax() < 60


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([1, 2], [1], 1, 0.5, 9), "on each day"),
        (([1, 2], [1, 3], 1, 0.5, 9), "on each day"),
        (([2], [1], 1, 1.5, 9), "between 0 and 1"),
        (([2], [1], 1, 0.5, 0), "takes some time"),
    ],
)
def test_impossible_calls_are_refused_in_words(arguments, words):
    with pytest.raises(ValueError, match=words):
        worlds.earned_back(*arguments)
