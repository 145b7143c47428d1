"""Waiting at a desk: Erlang's formula for cases that wait (A. K. Erlang, 1917), known as Erlang C.

It assumes that cases come at random at a steady rate, that handling times are exponential (many short ones,
a few long), that everybody is served in turn, that nobody gives up, and that it has been so for a long time.
The tests hold it against published values and against a sum over the desk's states.

Source: A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic
telephone exchanges, 1917 (in English 1918).
"""

from __future__ import annotations

from math import ceil, exp, inf

#: Past the first, one case in so many is none; a summand so small beside the sum changes no digit of it.
MANY, SMALL = 1e300, 1e-17


def offered_load(cases: float, handling: float) -> float:
    """Return how many people a flow of cases keeps busy: cases per minute times minutes per case.

    Raises
    ------
    ValueError
        When there are fewer than no cases, or a case takes no time.
    """
    if cases < 0:
        raise ValueError(f"There cannot be {cases:g} cases.")
    if handling <= 0:
        raise ValueError("A case has to take some time.")
    return cases * handling


def erlang_c(staff: int, load: float) -> float:
    """Return the share of cases that have to wait, which is also the chance that everybody is busy.

    Parameters
    ----------
    staff : int
        People at the desk.
    load : float
        How many people the cases keep busy, as from `offered_load`.

    Returns
    -------
    float
        0 to 1; 1 when the load is as large as the staff or larger, for then the line grows without end.

    Raises
    ------
    ValueError
        When nobody is at the desk, or the load is negative.
    """
    if staff < 1:
        raise ValueError("Somebody has to be at the desk.")
    if load < 0:
        raise ValueError("A desk's load cannot be negative.")
    if load >= staff:
        return 1.0
    return _waits(staff, load, _blocked(staff, load))


def _blocked(staff: int, load: float) -> float:
    """Return Erlang's other formula, for a desk without a line: the share of cases that are turned away.

    How likely it is that everybody is busy, over how likely any number of busy people is, summed from the
    full desk downwards: where a desk of thousands is about full, some hundred steps do.
    """
    if load == 0:
        return 0.0
    total = term = 1.0
    for people in range(staff, 0, -1):
        term *= people / load
        total += term
        if total > MANY:
            return 0.0
        if term < total * SMALL:
            break
    return 1 / total


def _with_one_more(people: int, load: float, blocked: float) -> float:
    """Return the share turned away by so many people from that of one less; no large number arises."""
    return load * blocked / (people + load * blocked)


def _waits(staff: int, load: float, blocked: float) -> float:
    return blocked / (1 - load / staff * (1 - blocked))


def mean_wait(staff: int, load: float, handling: float) -> float:
    """Return how long a case waits on average.

    Parameters
    ----------
    staff, load
        As for `erlang_c`.
    handling : float
        How long a case takes on average.

    Returns
    -------
    float
        In the unit of `handling`; infinite from full load on.

    Raises
    ------
    ValueError
        As `erlang_c`.
    """
    waits = erlang_c(staff, load)
    return inf if load >= staff else waits * handling / (staff - load)


def answered_within(staff: int, load: float, handling: float, promise: float) -> float:
    """Return the share of cases on which the desk begins within the promise.

    Parameters
    ----------
    staff, load
        As for `erlang_c`.
    handling : float
        How long a case takes on average.
    promise : float
        How long it may wait, in the same unit.

    Returns
    -------
    float
        0 to 1; 0 from full load on, where the wait in the long run exceeds any promise.

    Raises
    ------
    ValueError
        As `erlang_c`, and when a case takes no time or the promise is negative.
    """
    waits = erlang_c(staff, load)
    if handling <= 0:
        raise ValueError("A case has to take some time.")
    if promise < 0:
        raise ValueError("Nobody can promise an answer before the question.")
    if load >= staff:
        return 0.0
    return _in_time(staff, load, handling, promise, waits)


def _in_time(staff: int, load: float, handling: float, promise: float, waits: float) -> float:
    return 1 - waits * exp(-(staff - load) * promise / handling)


def staff_needed(load: float, handling: float, promise: float, share: float) -> int:
    """Return the fewest people who begin on that share of the cases within the promise.

    Parameters
    ----------
    load, handling, promise
        As for `answered_within`.
    share : float
        Of the cases, 0 to below 1.

    Raises
    ------
    ValueError
        When the share is not between 0 and 1, and as `answered_within`.
    """
    if not 0 <= share < 1:
        raise ValueError(
            "The share to be answered in time lies between 0 and 1; all of them is out of reach."
        )
    staff = max(1, ceil(load))
    if answered_within(staff, load, handling, promise) >= share:
        return staff
    # One by one, but each from the one before: so a hall of thousands is searched in no time.
    blocked = _blocked(staff, load)
    in_time = -inf
    while in_time < share:
        staff += 1
        blocked = _with_one_more(staff, load, blocked)
        in_time = _in_time(staff, load, handling, promise, _waits(staff, load, blocked))
    return staff
