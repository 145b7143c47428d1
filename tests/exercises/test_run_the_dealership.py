"""*Run the dealership*: what is said agrees with the world, and the bonus turns the map round."""

import itertools
import re

import pytest
from fieldguide import worlds
from fieldguide.exercises.run_the_dealership import RunTheDealership, in_words, waits_enough
from fieldguide.exercises.run_the_dealership_guess import RunTheDealershipGuess
from hypothesis import given
from hypothesis import strategies as st

from tests.exercises.test_figures import overlap, words

PLANS = worlds.dealership_plans()
FIX, COACH, CHOOSE = (["fix"] * 4, ["coach"] * 4, ["choose"] * 4)


def number(text):
    return float(text.replace(",", "").replace("−", "-"))


# What is said.


def test_before_anything_is_done():
    assert RunTheDealership().sentence.startswith("The score is 16, and 30 of 100 visits go wrong.")


def test_at_the_end_the_default_year_is_told_in_full():
    assert RunTheDealership(moves=COACH).sentence == (
        "Your year earns $35,900 and keeps 447 of 1,000 customers; an honest one earns $10,900 and keeps "
        "547. The best play for this bonus is to coach in all four quarters: an average score of 51, "
        "$35,900, and 100 customers fewer than could be kept."
    )


def test_where_bonus_and_customers_agree_it_says_so():
    assert RunTheDealership(moves=FIX, waits=80).sentence == (
        "Your honest year earns $10,700 and keeps 547 of 1,000 customers. The best play for this bonus is to "
        "fix in all four quarters, and no other keeps more customers: bonus and customers agree."
    )


@given(
    plan=st.sampled_from(PLANS),
    waits=st.integers(0, 20).map(lambda step: 5 * step),
    outsider=st.integers(0, 20).map(lambda step: 5 * step),
    fixed=st.integers(1, 10).map(lambda step: 5 * step),
    beside=st.sampled_from([0, 50, 100]),
)
def test_what_is_said_agrees_with_the_world(plan, waits, outsider, fixed, beside):
    given = {"waits": waits, "outsider": outsider, "fixed": fixed, "beside": beside}
    exercise = RunTheDealership(moves=list(plan), **given)
    house = worlds.Dealership(fixed=fixed / 100, beside=beside / 100)
    years = worlds.dealership_years(PLANS, house, outsider / 100)
    bonus = worlds.dealership_bonus(years, waits / 100)
    here, best = PLANS.index(plan), worlds.dealership_best(years, waits / 100)
    said = exercise.sentence
    earned, kept = re.search(r"year earns (−?\$[\d,]+) and keeps (\d+)", said).groups()
    assert number(earned.replace("$", "")) == pytest.approx(bonus[here], abs=51)
    assert int(kept) == pytest.approx(years.kept[here], abs=0.51)
    assert f"is to {in_words(PLANS[best])}" in said
    lost = years.kept.max() - years.kept[best]
    assert ("agree" in said) == (lost < 1)
    if lost >= 1:
        assert int(re.search(r"and (\d+) customers? fewer", said)[1]) == pytest.approx(lost, abs=0.51)
    assert bonus[best] >= bonus[here] - 0.01


def test_scores_of_the_quarters_are_those_of_a_played_year():
    exercise = RunTheDealership(moves=["fix", "coach"])
    year = worlds.dealership_year(("fix", "coach", "fix", "fix"), worlds.Dealership(), 0.0, 1)
    for score, (p, m, d) in zip(exercise.result.scores, year.answers, strict=False):
        assert score.value == pytest.approx(100 * (p - d) / (p + m + d))
    note = exercise.notes(exercise.result)["moves"]
    assert f"In quarter 2 you coached the customer. {sum(year.answers[1])} answers" in note
    assert "kept" not in exercise.sentence  # not before the year is over


def test_what_the_bonus_pays_is_told_beside_it():
    exercise = RunTheDealership(waits=50)
    assert "point of score pays $500, a customer kept $62.50" in exercise.notes(exercise.result)["waits"]


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (("fix",) * 4, "fix in all four quarters"),
        (("fix", "coach", "coach", "coach"), "fix once, then coach three times"),
        (
            ("choose", "fix", "choose", "choose"),
            "choose who is asked once, then fix once, then choose who is asked twice",
        ),
    ],
)
def test_plans_in_words(plan, told):
    assert in_words(plan) == told


# Where it turns.


def test_the_map_turns_round_as_more_of_the_bonus_waits():
    """On the score alone, whoever earns more keeps fewer; on customers alone, more; in between it turns."""
    slopes = []
    for waits in range(0, 101, 5):
        run = RunTheDealership(moves=FIX, waits=waits).result
        slopes.append(run.best.kept)
    assert slopes == sorted(slopes)
    assert slopes[0] < RunTheDealership().result.idle_kept < slopes[-1]


def test_the_guess_is_the_first_share_at_which_they_agree():
    share = round(100 * waits_enough())
    assert RunTheDealership(moves=FIX, waits=share).result.agrees
    assert not any(RunTheDealership(moves=FIX, waits=waits).result.agrees for waits in range(0, share, 5))
    assert RunTheDealershipGuess().truth() == share == 80


@pytest.mark.parametrize(
    ("guess", "said"), [(30, "too little."), (80, "close."), (75, "close."), (95, "too much.")]
)
def test_the_guess_is_weighed(guess, said):
    assert RunTheDealershipGuess(guess=guess, committed=True).sentence.endswith(said)
    assert "You said" not in RunTheDealershipGuess(guess=guess).sentence


def test_the_guess_is_recalled_when_the_year_is_over():
    over = RunTheDealership(values={"moves": FIX, "guess": 30})
    assert over.sentence.endswith("You guessed that 30% of the bonus would have to wait for that.")
    assert "guessed" not in RunTheDealership(values={"moves": ["fix"], "guess": 30}).sentence


@pytest.mark.parametrize("away", [{"beside": 100, "put_off": 0}, {"put_right": 80, "fixed": 5}])
def test_without_the_first_or_the_second_assumption_coaching_keeps_no_fewer(away):
    """The settings that the chapter names; each is needed, for without it the same play costs customers."""
    run = RunTheDealership(moves=COACH, **away).result
    assert run.best.plan == tuple(COACH)
    assert run.agrees
    assert run.best.kept >= run.honest.kept
    for name in away:
        other = RunTheDealership(moves=COACH, **{name: away[name]}).result
        assert not other.agrees, name


def test_without_the_third_the_outsider_alone_is_enough():
    run = RunTheDealership(moves=FIX, lag=0, outsider=100).result
    assert run.best.plan == run.honest.plan
    assert run.agrees
    assert not RunTheDealership(moves=FIX, lag=1, outsider=100).result.agrees


# What is drawn.


@pytest.mark.parametrize(
    ("moves", "waits", "labels"),
    [
        (COACH, 0, {"honest", "you = best play"}),
        (FIX, 0, {"you = honest", "best play"}),
        (CHOOSE, 0, {"honest", "best play", "you"}),
        (FIX, 80, {"you = best play = honest"}),
        (COACH, 80, {"best play = honest", "you"}),
    ],
)
def test_one_plan_under_two_names_has_one_label(moves, waits, labels):
    run = RunTheDealership(moves=moves, waits=waits).result
    texts = {text.get_text() for text in RunTheDealership().shows(run).axes[0].texts}
    assert {text for text in texts if {"honest", "you", "play"} & set(text.split())} == labels


@pytest.mark.parametrize(
    "values", [{}, {"waits": 65}, {"waits": 100, "fixed": 50}, {"beside": 100, "put_off": 0}]
)
def test_names_are_clear_of_each_other_wherever_the_year_ends(values):
    for plan in PLANS[::8]:
        run = RunTheDealership(moves=list(plan), **values).result
        boxes = words(RunTheDealership().shows(run))
        for (one, box), (other, its) in itertools.combinations(boxes, 2):
            assert overlap(box, its) <= 1, (plan, values, one, other)


@pytest.mark.parametrize(
    "values", [{}, {"put_right": 100, "inflated": 80, "fixed": 50, "lag": 0, "beside": 100}]
)
def test_everything_lies_on_the_map(values):
    for waits, outsider in itertools.product((0, 50, 100), (0, 100)):
        run = RunTheDealership(moves=COACH, waits=waits, outsider=outsider, **values).result
        axes = RunTheDealership().shows(run).axes[0]
        (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
        assert left < run.bonuses.min()
        assert run.bonuses.max() < right
        assert low < run.kept.min()
        assert run.kept.max() < high


def test_when_the_year_is_over_only_undo_is_left():
    exercise = RunTheDealership(moves=CHOOSE)
    assert exercise.locks(exercise.result) == {"moves"}
    exercise = RunTheDealership(moves=CHOOSE[:3])
    assert exercise.locks(exercise.result) == set()
