"""A service desk for one day: customers with a problem, those it hears of, and whom it answers in time.

A simulation, made for the book; nothing in it was measured but, where it is asked for, the shape of a day.
Times are minutes after opening.

**What is drawn, once for all settings**, so that two settings differ by nothing but what was set: on each day
when each customer's problem arises, how ready the customer is to speak up, whether others would help; and for
each person at the desk the moments at which a case would be finished if one were in hand. Those moments come
at random, however long a case has taken already (handling times are exponential).

**What that buys.** Who is served next cannot change how many are in hand or waiting, only who they are: one
pass over a day's events does for every order of the queue. With steady arrivals and without haste the desk is
the one of Erlang's formula (`fieldguide.measures.erlang_c`), against which the tests hold it.

**What the results hang on.** Each day starts with a clean desk, which is kinder than life. Nobody hangs up.
Staff are there all day and never tire. Customers whom a survey reaches have their problem, and say so, at the
same hours as those who complain by themselves. A hurried answer fails by chance alone.

Assumes: every day begins with a clean desk, nobody hangs up, and a late answer is worth what it is set to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached

#: The orders in which a desk can take its cases: first come, first served; newest first; the oldest of those
#: whose promise can still be kept, then the others; customers of high worth first, each sort by turns.
ORDERS = ("first", "newest", "savable", "valued")

#: One customer in so many is of high worth.
VALUED = 5

#: In `Days.finishes`: no case is finished here.
NOTHING = 30_000

#: The most customers a day that the counts of cases have room for.
MOST = 10_000

#: A number that lies below no share: this event asks nothing of the kind.
NEVER = 2.0

Events = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Days:
    """What happens on some days whatever the desk decides; arrays are (events, days), in the order of time.

    Attributes
    ----------
    time : array
        Minutes after opening; infinite where a day has no more events.
    finishes : array of int
        k where whoever has the k-th case in hand would finish it; `NOTHING` where a problem arises.
    voice, reach, peer : array
        Where a problem arises, three numbers from 0 to 1: below the share of those who complain by
        themselves, this customer does; below the share that surveys reach, this one is reached; below the
        share that others help, this one is helped. `NEVER` elsewhere.
    quick, again : array
        Where a case would be finished, two more: whether an unhurried desk would be done too, and whether the
        problem comes back after a hurried answer. `NEVER` elsewhere.
    valued : array of bool
        Whether a problem arises here for a customer of high worth.
    minutes : float
        How long the desk is open.
    haste : float
        By how much handling can be cut short.
    """

    time: Events
    finishes: NDArray[np.int16]
    voice: Events
    reach: Events
    peer: Events
    quick: Events
    again: Events
    valued: NDArray[np.bool_]
    minutes: float
    haste: float


@dataclass(frozen=True, eq=False)
class DeskDays:
    """How many customers of each day came to which end, as (settings, days) arrays.

    Attributes
    ----------
    heard : array
        Reached the desk.
    in_time : array
        Answered within the promise, with their problem solved.
    valued_in_time : array
        Those of high worth among them.
    late : array
        Solved, but after the promise had run out.
    waiting : array
        Heard, and not solved by closing time.
    helped : array
        Helped by other customers before they reached the desk.
    handled : array
        Cases that the desk began on, those that came back counted each time: what a quota counts.
    """

    heard: Events
    in_time: Events
    valued_in_time: Events
    late: Events
    waiting: Events
    helped: Events
    handled: Events


@cached()
def draw_days(
    staff: int,
    handling: float,
    *,
    customers: int = 200,
    minutes: float = 845,
    shape: tuple[float, ...] | None = None,
    haste: float = 0.0,
    days: int = 32,
    seed: int = 8,
) -> Days:
    """Draw days at a desk; the same seed draws the same customers at the same minutes, whatever the staff.

    Parameters
    ----------
    staff : int
        People at the desk.
    handling : float
        Minutes that a case takes on average.
    customers : int
        Customers with a problem on each day.
    minutes : float
        How long the desk is open.
    shape : tuple of float, optional
        How many problems arise in each of so many equally long parts of the day, in any unit; without it they
        arise evenly.
    haste : float
        By how much handling can be cut short, 0 to below 1.
    days : int
        How many days.
    seed : int
        Where the drawing starts.

    Raises
    ------
    ValueError
        When nobody is at the desk, nobody has a problem, or a length of time is not positive.
    """
    if staff < 1:
        raise ValueError("Somebody has to be at the desk.")
    if min(handling, minutes, customers, days) <= 0:
        raise ValueError("A day needs minutes, customers, and cases that take some time.")
    if customers > MOST:
        raise ValueError(f"There is room for {MOST:,} customers a day, not for {customers:,}.")
    if not 0 <= haste < 1:
        raise ValueError("Haste can cut handling short by something between nothing and all of it.")
    size = (days, customers)
    rng = np.random.default_rng(seed)
    time = _clock(rng.random(size), shape) * minutes
    # Spread evenly over the customers of a day: of 200 with a share of 20%, just 40 complain, by lot.
    even = np.broadcast_to((np.arange(customers) + 0.5) / customers, size)
    voice, reach, peer, worth = (rng.permuted(even, axis=1) for _ in range(4))
    valued = worth < 1 / VALUED
    never = np.full(size, NEVER)
    parts = [np.stack([time, np.full(size, NOTHING), voice, reach, peer, never, never, valued])]
    for person in range(1, staff + 1):
        own = np.random.default_rng((seed, person))
        count = own.poisson(minutes / (handling * (1 - haste)), days)
        size = (days, count.max())
        happens = np.arange(size[1]) < count[:, None]
        time = np.where(happens, own.random(size) * minutes, np.inf)
        who, never = np.where(happens, person, NOTHING), np.full(size, NEVER)
        quick, again = own.random((2, *size))
        parts.append(np.stack([time, who, never, never, never, quick, again, np.zeros(size)]))
    events = np.concatenate(parts, axis=2)
    order = np.argsort(events[0], axis=1)
    events = np.take_along_axis(events, order[None], axis=2).transpose(0, 2, 1)
    events = np.ascontiguousarray(events[:, np.isfinite(events[0]).any(axis=1)])
    time, finishes, voice, reach, peer, quick, again, valued = events
    return Days(
        time,
        finishes.astype(np.int16),
        voice,
        reach,
        peer,
        quick,
        again,
        valued.astype(bool),
        minutes,
        haste,
    )


def _clock(share: Events, shape: tuple[float, ...] | None) -> Events:
    """Turn even shares of all arrivals into shares of the day."""
    if shape is None:
        return share
    ends = np.concatenate([[0.0], np.cumsum(shape)]) / sum(shape)
    return np.interp(share, ends, np.linspace(0, 1, len(ends)))


@dataclass(frozen=True, eq=False)
class Flow:
    """How many wait when, whoever is served next; arrays are (events, days, settings) where nothing is said.

    Attributes
    ----------
    days : Days
        The days that were worked through.
    staff : int
        People at the desk.
    case : array of bool
        Whether somebody is heard of here.
    by_others : array of bool
        Whether somebody is helped by other customers here.
    back : array
        How many cases come back just before.
    inside : array
        How many are in hand or wait, afterwards.
    failed : (days, settings) array
        Hurried answers that failed.
    solved : float
        Share of answers that do not fail.
    """

    days: Days
    staff: int
    case: NDArray[np.bool_]
    by_others: NDArray[np.bool_]
    back: NDArray[np.int16]
    inside: NDArray[np.int16]
    failed: NDArray[np.int16]
    solved: float


def desk_flow(
    days: Days,
    staff: int,
    *,
    reached: Sequence[float],
    complain: float = 0.2,
    helped: float = 0.0,
    hurried: bool = False,
    comes_back: float = 0.0,
    after: float = 120,
) -> Flow:
    """Work through the days once for each share of silent customers that a survey reaches.

    Parameters
    ----------
    days : Days
        From `draw_days`, drawn for the same staff.
    staff : int
        People at the desk.
    reached : sequence of float
        The settings: shares of those who do not complain, but tell a survey.
    complain : float
        Share of customers who complain by themselves.
    helped : float
        Share of cases that other customers solve before they reach the desk.
    hurried : bool
        Whether handling is cut short by the haste that the days were drawn with.
    comes_back : float
        Share of hurried answers after which the problem comes back.
    after : float
        How many minutes after the hurried answer it does; it then waits among the ordinary cases.

    Raises
    ------
    ValueError
        When a share lies outside 0 to 1.
    """
    if not all(0 <= share <= 1 for share in (*reached, complain, helped, comes_back)):
        raise ValueError("A share goes from 0 to 1.")
    told = (days.voice < complain)[..., None] | (days.reach[..., None] < np.asarray(reached))
    by_others = told & (days.peer < helped)[..., None]
    case = told & ~by_others
    finishes = days.finishes
    if not hurried:
        finishes = np.where(days.quick < 1 - days.haste, finishes, NOTHING)
    returns = days.again < comes_back if hurried else np.zeros_like(days.valued)
    inside, back, failed = _inside(days, case, finishes, returns, after)
    return Flow(days, staff, case, by_others, back, inside, failed, 1 - comes_back if hurried else 1.0)


def take_in_order(flow: Flow, promise: float, order: str = "first") -> DeskDays:
    """Say who of a flow of cases is answered in time.

    Parameters
    ----------
    flow : Flow
        From `desk_flow`.
    promise : float
        An answer is in time when the desk begins on the case within so many minutes.
    order : str
        One of `ORDERS`. "valued" takes those of high worth first, each sort in its order of arrival.

    Returns
    -------
    DeskDays
        Where answers can fail, `in_time` is what is to be expected of so many answers in time. In orders that
        do not look at worth, so is `valued_in_time`.

    Raises
    ------
    ValueError
        When there is no such order, or the promise is negative.
    """
    if order not in ORDERS:
        raise ValueError(f"A desk can take its cases in the orders {', '.join(ORDERS)}, not {order!r}.")
    if promise < 0:
        raise ValueError("Nobody can promise an answer before the question.")
    time, case, back, inside = flow.days.time, flow.case, flow.back, flow.inside
    queue = np.maximum(inside - flow.staff, 0)
    arrived = np.cumsum(case + back, axis=0, dtype=np.int16)
    begun = arrived - queue
    # For each event, the last one at which a promise made then can be kept.
    last = _event_by(time, time + promise)

    if order == "first":
        in_time = _kept(case, arrived, begun, last)
        valued = in_time / VALUED
    elif order == "newest":
        in_time = _kept_on_a_pile(case, queue, last)
        valued = in_time / VALUED
    elif order == "savable":
        expired = _event_by(time, time - promise, before=True)
        in_time = _kept_while_savable(case, _choices(inside, back, begun, flow.staff), expired)
        valued = in_time / VALUED
    else:
        first = case & flow.days.valued[..., None]
        choices = _choices(inside, back, begun, flow.staff)
        valued, in_time = _kept_by_worth(first, case, back, begun, choices, last)

    heard, handled = case.sum(axis=0), begun[-1]
    in_time = in_time * flow.solved
    done = np.maximum(handled - flow.failed, in_time)
    by_others = flow.by_others.sum(axis=0)
    counts = (heard, in_time, valued * flow.solved, done - in_time, heard - done, by_others, handled)
    return DeskDays(*(count.T for count in counts))


def _inside(
    days: Days, case: NDArray[np.bool_], finishes: NDArray[np.int16], returns: NDArray[np.bool_], after: float
) -> tuple[NDArray[np.int16], NDArray[np.int16], NDArray[np.int16]]:
    """Return, after each event, how many cases are in hand or wait, and how many have come back just then.

    The third array is how many hurried answers failed on each day.
    """
    inside = np.empty(case.shape, dtype=np.int16)
    now = np.zeros(case.shape[1:], dtype=np.int16)
    failed = np.zeros_like(now)
    if not returns.any():
        for event, (arrives, k) in enumerate(zip(case, finishes[..., None], strict=True)):
            now += arrives
            now -= now >= k
            inside[event] = now
        return inside, np.zeros((), dtype=np.int16), failed
    # One row more, for what comes back after closing.
    back = np.zeros((len(case) + 1, *case.shape[1:]), dtype=np.int16)
    when = _event_by(days.time, days.time + after) + 1
    closed = ~np.isfinite(days.time[np.minimum(when, len(case) - 1), np.arange(case.shape[1])])
    when[closed] = len(case)
    every = np.arange(case.shape[1])
    for event, (arrives, k) in enumerate(zip(case, finishes[..., None], strict=True)):
        now += back[event]
        now += arrives
        done = now >= k
        now -= done
        inside[event] = now
        fails = done & returns[event, :, None]
        failed += fails
        back[when[event], every] += fails
    return inside, back[:-1], failed


def _event_by(time: Events, then: Events, before: bool = False) -> NDArray[np.intp]:
    """Return, for each event, the last event of its day up to `then`, or `before` it; -1 without one."""
    side = "left" if before else "right"
    found = [np.searchsorted(day, at, side=side) - 1 for day, at in zip(time.T, then.T, strict=True)]
    return np.minimum(np.column_stack(found), len(time) - 1)


def _at(counts: NDArray[np.int16], events: NDArray[np.intp]) -> NDArray[np.int16]:
    """Return each setting's count at the given events of each day; 0 before the first event."""
    counts = np.concatenate([np.zeros_like(counts[:1]), counts])
    return counts[events + 1, np.arange(counts.shape[1])]


def _kept(
    case: NDArray[np.bool_], arrived: NDArray[np.int16], begun: NDArray[np.int16], last: NDArray[np.intp]
) -> Events:
    """Count the promises kept where cases are taken in the order in which they arrived."""
    return (case & (_at(begun, last) >= arrived)).sum(axis=0)


def _kept_on_a_pile(case: NDArray[np.bool_], queue: NDArray[np.int16], last: NDArray[np.intp]) -> Events:
    """Count the promises kept where the newest is taken first.

    Whoever joins the queue is taken when it has become shorter than it was with them.
    """
    # lowest[j] is the least queue over 2^j events, and any stretch of events is covered by two such.
    lowest = [queue]
    while 2 ** len(lowest) <= len(queue):
        half, whole = 2 ** (len(lowest) - 1), lowest[-1].copy()
        whole[:-half] = np.minimum(whole[:-half], whole[half:])
        lowest.append(whole)
    table = np.stack(lowest)
    start = np.arange(len(queue))[:, None]
    size = last - start + 1
    level = np.log2(size).astype(np.intp)
    day = np.arange(queue.shape[1])
    shortest = np.minimum(table[level, start, day], table[level, last - 2**level + 1, day])
    return (case & ((queue == 0) | (shortest < queue))).sum(axis=0)


def _choices(
    inside: NDArray[np.int16], back: NDArray[np.int16], begun: NDArray[np.int16], staff: int
) -> NDArray[np.int16]:
    """Return how often, at each event, the desk chooses a case to begin on.

    What comes back came just before the event that it is counted with, and finds somebody free if there is.
    """
    starts = np.diff(begun, axis=0, prepend=np.zeros_like(begun[:1]))
    if not back.any():
        return starts
    before = np.concatenate([np.zeros_like(inside[:1]), inside[:-1]])
    return starts - np.minimum(back, np.maximum(staff - before, 0))


def _kept_while_savable(
    case: NDArray[np.bool_], choices: NDArray[np.int16], expired: NDArray[np.intp]
) -> Events:
    """Count the promises kept where the oldest case that is still in time is taken first."""
    came = np.cumsum(case, axis=0, dtype=np.int16)
    gone = _at(came, expired)
    next_one, kept = np.zeros_like(came[0]), np.zeros_like(came[0])
    for so_far, too_old, start in zip(came, gone, choices, strict=True):
        np.maximum(next_one, too_old, out=next_one)
        taken = np.minimum(start, so_far - next_one)
        next_one += taken
        kept += taken
    return kept


def _kept_by_worth(
    first: NDArray[np.bool_],
    case: NDArray[np.bool_],
    back: NDArray[np.int16],
    begun: NDArray[np.int16],
    choices: NDArray[np.int16],
    last: NDArray[np.intp],
) -> tuple[Events, Events]:
    """Count the promises kept to customers of high worth, who are taken first, and to everybody."""
    waiting, theirs = np.zeros_like(begun[0]), np.empty_like(begun)
    total = np.zeros_like(begun[0])
    for event, (arrives, start) in enumerate(zip(first, choices, strict=True)):
        waiting += arrives
        taken = np.minimum(start, waiting)
        waiting -= taken
        total += taken
        theirs[event] = total
    others = case & ~first
    high = _kept(first, np.cumsum(first, axis=0, dtype=np.int16), theirs, last)
    rest = _kept(others, np.cumsum(others + back, axis=0, dtype=np.int16), begun - theirs, last)
    return high, high + rest
