"""Kano's table, coefficients and bands: published values, every cell of the table, and coverage."""

import numpy as np
import pytest
from fieldguide import measures
from fieldguide.measures.kano import ANSWERS, KANO_CLASSES
from hypothesis import given
from hypothesis import strategies as st

M, O, A, I, R, Q = range(6)  # noqa: E741 - Kano's letters

#: Sauerwein and others (1996): of a hundred skiers, by class, and the two coefficients as they are printed.
SKIS = {
    "edge grip": ((50, 33, 7, 10, 0, 0), 0.40, -0.83),
    "ease of turn": ((31, 46, 11, 12, 0, 0), 0.57, -0.78),
    "service": ((3, 22, 66, 9, 0, 0), 0.89, -0.25),
}

COUNTS = st.lists(st.integers(0, 60), min_size=6, max_size=6).filter(lambda counts: sum(counts[:4]) > 0)


def table():
    grid = np.indices((5, 5))
    return measures.kano_class(*grid)


def test_the_evaluation_table_cell_by_cell():
    written = ["".join(KANO_CLASSES[one] for one in row) for row in table()]
    assert written == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]
    assert ANSWERS == ("like", "must-be", "neutral", "live-with", "dislike")


def test_who_ticks_any_pair_is_mostly_indifferent_and_hardly_ever_one_dimensional():
    counts = measures.kano_counts(table().reshape(25, 1))[0]
    assert counts.tolist() == [3, 1, 3, 9, 7, 2]


@pytest.mark.parametrize(("counts", "better", "worse"), SKIS.values(), ids=SKIS)
def test_published_coefficients(counts, better, worse):
    # The printed counts are rounded to a hundred, so the last digit may differ by one.
    found = measures.better_worse(counts)
    assert found == pytest.approx((better, worse), abs=0.0101)


def test_reverse_and_questionable_answers_are_left_out():
    few, many = measures.better_worse([[5, 3, 1, 1, 0, 0], [5, 3, 1, 1, 40, 40]])[0]
    assert few == many == 0.4


def test_nobody_who_misses_it_makes_zero_and_not_minus_zero():
    _, worse = measures.better_worse([0, 0, 5, 5, 0, 0])
    assert str(float(worse)) == "0.0"


@pytest.mark.parametrize(
    ("counts", "letter"),
    [
        ((5, 5, 5, 5, 5, 5), "M"),
        ((0, 5, 5, 5, 5, 5), "O"),
        ((0, 0, 5, 5, 5, 5), "A"),
        ((0, 0, 0, 5, 5, 5), "I"),
        ((0, 0, 0, 0, 5, 5), "R"),
        ((4, 4, 4, 5, 0, 0), "I"),
    ],
)
def test_ties_fall_by_convention_and_only_ties(counts, letter):
    assert KANO_CLASSES[measures.kano_category(counts)] == letter


@given(COUNTS, st.integers(0, 9))
def test_counting_what_counts_were_made_of(counts, seed):
    classes = np.repeat(np.arange(6), counts)
    np.random.default_rng(seed).shuffle(classes)
    assert measures.kano_counts(classes[:, None])[0].tolist() == counts


@given(COUNTS)
def test_a_band_lies_about_its_coefficient_and_within_the_scale(counts):
    band = measures.kano_band([counts])
    assert 0 <= band.better_band[0, 0] <= band.better[0] <= band.better_band[1, 0] <= 1
    assert -1 <= band.worse_band[0, 0] <= band.worse[0] <= band.worse_band[1, 0] <= 0
    assert 0 <= band.holds[0] <= 1
    assert band.category[0] == measures.kano_category(counts)


def test_answers_that_are_all_alike_are_not_certain_and_more_of_them_are_surer():
    few, many = (measures.kano_band([[0, 0, count, 0, 0, 0]]) for count in (4, 400))
    assert few.better_band[0, 0] < 0.9
    assert many.better_band[0, 0] > 0.99
    assert few.holds[0] < many.holds[0] == 1


def test_answers_that_chance_may_leave_without_one_that_counts():
    band = measures.kano_band([[1, 0, 0, 0, 30, 0]])
    assert np.isfinite(band.better_band).all()
    assert band.holds[0] > 0.95


@pytest.mark.parametrize("respondents", [30, 100, 300])
def test_bands_hold_the_truth_about_as_often_as_they_say(respondents):
    truth = np.array([0.30, 0.25, 0.20, 0.15, 0.08, 0.02])
    better, worse = measures.better_worse(truth)
    surveys = np.random.default_rng(1).multinomial(respondents, truth, size=300)
    band = measures.kano_band(surveys)
    for true, ends in ((better, band.better_band), (worse, band.worse_band)):
        within = (ends[0] <= true) & (true <= ends[1])
        assert 0.90 <= within.mean() <= 0.99


def test_a_class_far_ahead_holds_and_one_of_two_near_ones_does_not():
    near, far = measures.kano_band([[0, 15, 14, 1, 0, 0], [0, 25, 4, 1, 0, 0]]).holds
    assert 0.4 < near < 0.65
    assert far > 0.99


@pytest.mark.parametrize(
    "call",
    [
        lambda: measures.kano_class(5, 0),
        lambda: measures.kano_class(-1, 0),
        lambda: measures.kano_class(0.5, 0),
        lambda: measures.kano_counts([1, 2]),
        lambda: measures.better_worse([0, 0, 0, 0, 3, 3]),
        lambda: measures.better_worse([1, 2, 3]),
        lambda: measures.kano_category([1, -1, 0, 0, 0, 0]),
        lambda: measures.kano_band([[1.5, 0, 0, 0, 0, 0]]),
        lambda: measures.kano_band([1, 0, 0, 0, 0, 0]),
        lambda: measures.kano_band([[1, 0, 0, 0, 0, 0]], level=1),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(call):
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        call()
