"""Erlang's formula: published values, the desk's states summed one by one, and what must be true of it."""

from math import exp, factorial, inf, lgamma, log

import pytest
from fieldguide.measures import answered_within, erlang_c, mean_wait, offered_load, staff_needed
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import erlang, poisson

staffs = st.integers(1, 60)
busy = st.floats(0.01, 0.99)

#: People, load, share that waits and mean wait in handling times.
PUBLISHED = [(2, 1.5, 0.642857, 1.285714), (5, 4, 0.554113, 0.554113), (10, 8, 0.409180, 0.204590)]


@pytest.mark.parametrize(("staff", "load", "waits", "wait"), PUBLISHED)
def test_published_values(staff, load, waits, wait):
    assert erlang_c(staff, load) == pytest.approx(waits, abs=5e-7)
    assert mean_wait(staff, load, 1) == pytest.approx(wait, abs=5e-7)


@given(st.integers(1, 20), busy)
def test_the_textbook_sum_gives_the_same(staff, occupied):
    load = staff * occupied
    all_busy = load**staff / factorial(staff) / (1 - occupied)
    textbook = all_busy / (sum(load**k / factorial(k) for k in range(staff)) + all_busy)
    assert erlang_c(staff, load) == pytest.approx(textbook)


@given(staffs, busy, st.floats(0.5, 30), st.floats(0, 90))
def test_summed_over_who_is_there_already(staff, occupied, handling, promise):
    """How likely it is to find n others follows from balance; then n - staff + 1 cases must end first."""
    load = staff * occupied
    share = poisson.pmf(staff, load)  # of a desk with any number of people, up to a factor
    weight = sum(poisson.pmf(n, load) for n in range(staff)) + share / (1 - occupied)
    late = sum(
        share * occupied**ahead / weight * erlang.sf(promise, ahead + 1, scale=handling / staff)
        for ahead in range(4_000 if occupied > 0.9 else 500)
    )
    assert answered_within(staff, load, handling, promise) == pytest.approx(1 - late, abs=1e-6)


@given(busy, st.floats(0.5, 30), st.floats(0, 90))
def test_one_person_alone(occupied, handling, promise):
    assert erlang_c(1, occupied) == pytest.approx(occupied)
    assert answered_within(1, occupied, handling, promise) == pytest.approx(
        1 - occupied * exp(-(1 - occupied) * promise / handling)
    )


@given(staffs, busy, st.floats(1, 30), st.floats(0, 60), st.floats(0, 60))
def test_more_time_or_more_people_never_hurt(staff, occupied, handling, promise, more):
    load = staff * occupied
    here = answered_within(staff, load, handling, promise)
    assert 0 <= here <= 1
    assert here <= answered_within(staff, load, handling, promise + more) + 1e-12
    assert here <= answered_within(staff + 1, load, handling, promise) + 1e-12


@given(st.integers(2, 30), busy)
def test_a_large_desk_waits_less_than_two_halves_of_it(staff, occupied):
    load = staff * occupied
    assert mean_wait(2 * staff, 2 * load, 1) < mean_wait(staff, load, 1)


@pytest.mark.parametrize("load", [3, 3.5, 40])
def test_from_full_load_on_everybody_waits_for_ever(load):
    assert erlang_c(3, load) == 1
    assert mean_wait(3, load, 15) == inf
    assert answered_within(3, load, 15, 60) == 0


@given(st.floats(0, 40), st.floats(1, 30), st.floats(0, 60), st.floats(0, 0.999))
def test_the_staff_needed_is_the_fewest(load, handling, promise, share):
    staff = staff_needed(load, handling, promise, share)
    assert answered_within(staff, load, handling, promise) >= share
    assert staff == 1 or share == 0 or answered_within(staff - 1, load, handling, promise) < share


@pytest.mark.parametrize("load", [4_000, 4_999.9])
def test_a_hall_of_thousands_is_worked_out_as_a_small_desk_is(load):
    """Nothing overflows, and a sum over the desk's states, by way of logarithms, says the same."""
    staff = staff_needed(load, 4, 1 / 3, 0.9)
    logs = [k * log(load) - lgamma(k + 1) - load for k in range(staff + 1)]
    all_busy = exp(logs.pop()) / (1 - load / staff)
    assert erlang_c(staff, load) == pytest.approx(all_busy / (sum(map(exp, logs)) + all_busy), rel=1e-6)
    assert answered_within(staff - 1, load, 4, 1 / 3) < 0.9 <= answered_within(staff, load, 4, 1 / 3)


def test_a_desk_without_cases_answers_at_once():
    assert erlang_c(2, 0) == 0
    assert answered_within(2, 0, 10, 0) == 1
    assert staff_needed(0, 10, 0, 0.99) == 1


def test_load_is_cases_times_minutes():
    assert offered_load(0.2, 15) == pytest.approx(3)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: erlang_c(0, 1), "Somebody"),
        (lambda: erlang_c(2, -1), "negative"),
        (lambda: offered_load(-1, 5), "-1 cases"),
        (lambda: offered_load(1, 0), "some time"),
        (lambda: answered_within(2, 1, 0, 5), "some time"),
        (lambda: answered_within(2, 1, 5, -1), "before the question"),
        (lambda: staff_needed(1, 5, 5, 1), "out of reach"),
    ],
)
def test_the_impossible_is_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
