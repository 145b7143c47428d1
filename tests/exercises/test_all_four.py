"""How rare all four is: the arithmetic, the guess about it, and what having met nobody proves."""

import re
from itertools import product

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.exercises.all_four import UNLIKELY, AllFour
from fieldguide.exercises.four_boxes_guess import FourBoxesGuess
from hypothesis import given
from hypothesis import strategies as st

SHARES = st.floats(0, 1)
TOGETHER = st.floats(-1, 1)


def test_by_chance_every_combination_counts_alike():
    ways = list(product([True, False, False], repeat=4))
    spread = [sum(sum(way) == k for way in ways) / len(ways) for k in range(5)]
    assert worlds.good_at(1 / 3) == pytest.approx(spread)
    assert worlds.good_at(1 / 3)[-1] == pytest.approx(1 / 81)


@given(SHARES, TOGETHER, st.integers(1, 8))
def test_however_strengths_are_spread_each_job_is_done_well_by_the_same_share(share, together, jobs):
    spread = np.array(worlds.good_at(share, together, jobs))
    assert len(spread) == jobs + 1
    assert (spread >= -1e-12).all()
    assert spread.sum() == pytest.approx(1)
    assert spread @ np.arange(jobs + 1) == pytest.approx(share * jobs)


@given(st.floats(0.01, 0.99), st.floats(-1, 1), st.floats(-1, 1))
def test_all_four_is_never_rarer_where_strengths_come_together_more(share, one, other):
    low, high = sorted((one, other))
    assert worlds.good_at(share, low)[-1] <= worlds.good_at(share, high)[-1] + 1e-12


def test_the_extremes():
    assert worlds.good_at(0.4, together=1) == pytest.approx([0.6, 0, 0, 0, 0.4])
    assert worlds.good_at(0.4, together=-1) == pytest.approx([0, 0.4, 0.6, 0, 0])
    assert worlds.good_at(1, together=-1) == pytest.approx([0, 0, 0, 0, 1])


def test_drawing_companies_by_lot_agrees_with_the_formula():
    rng = np.random.default_rng(81)
    companies = rng.random((200_000, 4)) < 0.33
    bundled = rng.random(200_000) < 0.3
    companies[bundled] = companies[bundled, :1]
    drawn = np.bincount(companies.sum(axis=1), minlength=5) / 200_000
    assert worlds.good_at(0.33, together=0.3) == pytest.approx(drawn, abs=0.005)
    thirty = companies.all(axis=1)[:199_980].reshape(-1, 30).any(axis=1)
    assert worlds.met_none(worlds.good_at(0.33, 0.3)[-1], 30) == pytest.approx(1 - thirty.mean(), abs=0.01)


@pytest.mark.parametrize(
    ("share", "together", "jobs"), [(-0.1, 0, 4), (1.1, 0, 4), (0.5, 1.5, 4), (0.5, 0, 0)]
)
def test_impossible_shares_are_refused_in_words(share, together, jobs):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.good_at(share, together, jobs)


@pytest.mark.parametrize(("share", "met"), [(1.5, 3), (-0.5, 3), (0.5, -1)])
def test_impossible_acquaintances_are_refused_in_words(share, met):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.met_none(share, met)


# What having met nobody proves hangs on how strengths are spread, and on how high the bar of "good" is.


@pytest.mark.parametrize("share", range(20, 40))
def test_with_thirty_companies_chance_and_competition_look_alike(share):
    for together in (0, -50, -100):
        assert AllFour(share=share, together=together, met=30).result.none_met > 0.4


@pytest.mark.parametrize("share", range(20, 96))
def test_and_bundled_strengths_can_be_ruled_out(share):
    assert AllFour(share=share, together=60, met=30).result.none_met < 0.05


def test_but_not_where_being_good_is_rare():
    assert AllFour(share=5, together=60, met=30).result.none_met > 0.3


def test_and_where_good_is_common_even_chance_is_ruled_out():
    assert AllFour(share=70, together=0, met=30).result.none_met < 0.05


def test_who_knows_more_companies_can_rule_out_more():
    assert AllFour(met=200).result.none_met < 0.1 < AllFour(met=30).result.none_met


# What is said and drawn.


def test_the_sentence_at_the_start():
    assert AllFour().sentence == (
        "Of 1,000 companies, 12 do all four well. If you know 30 companies, the chance of having met "
        "none that does all four is 70%: to have met none is just what you should expect."
    )


@pytest.mark.parametrize(
    ("values", "start"),
    [
        ({"share": 18}, "Of 1,000 companies, 1 does all four well."),
        ({"share": 5}, "Of 1,000 companies, fewer than 1 does all four well."),
        ({"share": 50, "together": -100}, "No company does all four well, so however many you know"),
        ({"share": 95, "together": 100}, "Of 1,000 companies, 950 do all four well."),
        ({"met": 1}, "Of 1,000 companies, 12 do all four well. If you know 1 company, the chance"),
    ],
)
def test_the_sentence_is_grammatical_at_the_edges(values, start):
    assert AllFour(**values).sentence.startswith(start)


@pytest.mark.parametrize("share", [5, 18, 33, 60, 95])
@pytest.mark.parametrize("together", [-100, -40, 0, 70, 100])
@pytest.mark.parametrize("met", [1, 30, 200])
def test_what_is_said_agrees_with_what_was_computed(share, together, met):
    exercise = AllFour(share=share, together=together, met=met)
    result, sentence = exercise.result, exercise.sentence
    assert sum(result.counts) == pytest.approx(1_000)
    said = re.search(r"is (?:(\d+)%|(less than 1%)|(more than 99%)):", sentence)
    if result.all_four == pytest.approx(0):
        assert said is None
    elif said[2]:
        assert result.none_met < 0.005
    elif said[3]:
        assert result.none_met > 0.995
    else:
        assert int(said[1]) == pytest.approx(100 * result.none_met, abs=0.5 + 1e-9)
    assert ("should expect" in sentence) == (result.none_met >= 0.5 and result.all_four > 1e-9)
    assert ("not your world" in sentence) == (result.none_met < UNLIKELY)


def test_the_limit_for_ruling_a_world_out_is_said_among_the_assumptions():
    assert f"{UNLIKELY:.0%}" in AllFour.assumes


def test_the_note_says_what_the_slider_means():
    def note(**values):
        return AllFour(**values).notes(AllFour(**values).result)["together"]

    assert "good at 1 or 2 of the four, never more" in note(together=-30)
    assert "good at 2 of the four" in note(share=50, together=-30)
    assert note(together=100) == "<p>Every company is good at all four jobs or at none.</p>"


def test_the_guess_is_drawn_only_where_it_answers_the_question_that_was_asked():
    start = AllFour(values={"guess": 80})
    assert "Your guess for all four: 80." in start.alt(start.result)
    for moved in ({"share": 40}, {"together": 20}):
        elsewhere = AllFour(values={"guess": 80, **moved})
        assert "guess" not in elsewhere.alt(elsewhere.result)


# The guess.


def test_about_twelve_of_a_thousand():
    assert FourBoxesGuess().truth() == 12 == round(1_000 / 81)


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        (0, "You said none: rarer still."),
        (1, "You said 1."),
        (12, "You said just that."),
        (24, "You said 24."),
        (60, "You said 60: about 5 times too many."),
        (350, "You said 350: about 29 times too many."),
    ],
)
def test_the_guess_is_weighed(guess, said):
    assert FourBoxesGuess(guess=guess, committed=True).sentence.endswith(said)
    assert said not in FourBoxesGuess(guess=guess).sentence


def test_the_figure_of_the_guess_speaks_of_arithmetic_and_not_of_data():
    exercise = FourBoxesGuess(guess=1, committed=True)
    texts = [text.get_text() for text in exercise.shows(exercise.result).axes[0].texts]
    assert texts == ["arithmetic: 12 companies", "you: 1 company"]
    assert exercise.alt(exercise.result) == (
        "A line from 0 to 350 companies; arithmetic: 12 companies; your guess: 1 company."
    )
