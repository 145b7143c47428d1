"""Flow: closed forms, many cases walked one by one, and the time average that Little's law speaks of."""

from itertools import pairwise

import numpy as np
import pytest
from fieldguide.measures import cycle_efficiency, expected_handoffs, expected_visits, under_way
from hypothesis import given
from hypothesis import strategies as st


def line(back, steps=4):
    """Return the moves of steps in a row; step i goes back to step j with chance ``back[i, j]``."""
    moves = np.zeros((steps, steps))
    for i in range(steps):
        again = sum(chance for (one, _), chance in back.items() if one == i)
        if i + 1 < steps:
            moves[i, i + 1] = 1 - again
        for (one, to), chance in back.items():
            if one == i:
                moves[i, to] += chance
    return moves


FIRST = np.array([1.0, 0, 0, 0])


def walk(moves, start, rng):
    """Return the steps that one case goes through: an implementation that knows nothing of matrices."""
    step, path = rng.choice(len(start), p=start), []
    while step < len(start):
        path.append(int(step))
        step = rng.choice(len(start) + 1, p=[*moves[step], max(0.0, 1 - moves[step].sum())])
    return path


@given(st.floats(0, 0.95))
def test_a_repeated_step_is_visited_one_over_one_minus_r_times(chance):
    visits = expected_visits(line({(1, 1): chance}), FIRST)
    assert visits == pytest.approx([1, 1 / (1 - chance), 1, 1])


@given(st.floats(0, 0.9))
def test_going_back_repeats_all_that_lies_between(chance):
    visits = expected_visits(line({(3, 1): chance}), FIRST)
    assert visits == pytest.approx([1, *[1 / (1 - chance)] * 3])


@given(st.floats(0, 0.9), st.floats(0, 0.9))
def test_rework_within_rework_multiplies(inner, outer):
    """Step 2 goes back to 1 with chance `inner`; step 3 sends everything back to 0 with chance `outer`."""
    visits = expected_visits(line({(2, 1): inner, (3, 0): outer}), FIRST)
    whole, part = 1 / (1 - outer), 1 / (1 - inner)
    assert visits == pytest.approx([whole, whole * part, whole * part, whole])


def test_walking_many_cases_agrees():
    rng = np.random.default_rng(5)
    moves = line({(1, 0): 0.2, (2, 1): 0.3, (3, 0): 0.1})
    owners = ["ann", "bo", "bo", "cy"]
    paths = [walk(moves, FIRST, rng) for _ in range(20_000)]
    counted = np.mean([[path.count(step) for step in range(4)] for path in paths], axis=0)
    visits = expected_visits(moves, FIRST)
    assert visits == pytest.approx(counted, rel=0.02)
    changes = [sum(owners[a] != owners[b] for a, b in pairwise(p)) for p in paths]
    assert expected_handoffs(moves, visits, owners) == pytest.approx(np.mean(changes), rel=0.02)


def test_cases_may_begin_anywhere():
    visits = expected_visits(line({}), [0.25, 0.75, 0, 0])
    assert visits == pytest.approx([0.25, 1, 1, 1])


def test_with_one_owner_nothing_changes_hands():
    moves = line({(3, 0): 0.5})
    visits = expected_visits(moves, FIRST)
    assert expected_handoffs(moves, visits, ["me"] * 4) == 0
    assert expected_handoffs(moves, visits, list("abcd")) == pytest.approx(2 * 3 + 1)


def test_littles_law_holds_in_a_process_watched_from_outside():
    """Count what is under way at many moments, in a process with rework, and compare with rate times time."""
    rng = np.random.default_rng(11)
    moves, hours = line({(2, 0): 0.3}), np.array([2.0, 5.0, 1.0, 8.0])
    rate, cases = 0.5, 20_000
    arrive = np.cumsum(rng.exponential(1 / rate, cases))
    stay = np.array([sum(rng.exponential(hours[step]) for step in walk(moves, FIRST, rng)) for _ in arrive])
    moments = np.linspace(0.1, 0.9, 4_000) * arrive[-1]
    inside = np.searchsorted(arrive, moments) - np.searchsorted(np.sort(arrive + stay), moments)
    lead_time = expected_visits(moves, FIRST) @ hours
    assert under_way(rate, lead_time) == pytest.approx(inside.mean(), rel=0.03)


def test_efficiency_is_a_share():
    assert cycle_efficiency(3, 60) == 0.05
    assert cycle_efficiency(0, 1) == 0
    assert cycle_efficiency(2, 2) == 1


@pytest.mark.parametrize("times", [(1, 0), (-1, 5), (6, 5), (1, float("nan"))])
def test_impossible_times_are_refused(times):
    with pytest.raises(ValueError, match=r"\.$"):
        cycle_efficiency(*times)


@pytest.mark.parametrize("pair", [(-1, 2), (1, -2), (float("inf"), 1), (1, float("nan"))])
def test_impossible_rates_are_refused(pair):
    with pytest.raises(ValueError, match="Little's law"):
        under_way(*pair)


@pytest.mark.parametrize(
    ("moves", "start", "words"),
    [
        ([[0.0]], [1, 0], "Every step needs"),
        ([[0.5, 0.6], [0, 0]], [1, 0], "Chances"),
        ([[-0.1, 0], [0, 0]], [1, 0], "Chances"),
        ([[0, 0], [0, 0]], [0.5, 0.4], "begins somewhere"),
        ([[1.0]], [1], "circle for ever"),
        ([[0, 1.0], [1.0, 0]], [1, 0], "circle for ever"),
    ],
)
def test_impossible_moves_are_refused(moves, start, words):
    with pytest.raises(ValueError, match=words):
        expected_visits(moves, start)
