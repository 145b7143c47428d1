"""Waiting at a desk: Erlang's formula for cases that wait (A. K. Erlang, 1917), known as Erlang C.

It assumes that cases come at random at a steady rate, that handling times are exponential (many short ones,
a few long), that everybody is served in turn, that nobody gives up, and that it has been so for a long time.
The tests hold it against published values and against a sum over the desk's states.
"""

from __future__ import annotations

from math import ceil, exp, inf


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
    # Erlang's other formula, for a desk without a line, built up person by person: no large number arises.
    blocked = 1.0
    for people in range(1, staff + 1):
        blocked = load * blocked / (people + load * blocked)
    return blocked / (1 - load / staff * (1 - blocked))


def mean_wait(staff: int, load: float, handling: float) -> float:
    """Return how long a case waits on average, in the unit of `handling`; infinite from full load on."""
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
    return 1 - waits * exp(-(staff - load) * promise / handling)


def staff_needed(load: float, handling: float, promise: float, share: float) -> int:
    """Return the fewest people who begin on that share of the cases within the promise.

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
    while answered_within(staff, load, handling, promise) < share:
        staff += 1
    return staff
