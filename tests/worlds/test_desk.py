"""The service desk: replayed case by case, held against Erlang's formula, and where results turn round."""

import heapq
from functools import cache

import numpy as np
import pytest
from fieldguide import data, measures, worlds
from fieldguide.worlds.desk import NOTHING, ORDERS, VALUED

REACHED = tuple(np.linspace(0, 1, 11))
BANK = tuple(data.bank_calls().mean.tolist())
#: Days over which results are averaged below; each is a seed of its own.
DAYS = 200


def work(days, staff, promise, order="first", **more):
    return worlds.take_in_order(worlds.desk_flow(days, staff, **more), promise, order)


def replay(days, day, staff, promise, reached, complain, order, helped, hurried, comes_back, after):
    """Work through one day with a queue of cases, each of which knows when it came and what it is worth."""
    queue, returns, inside = [], [], 0
    count = dict.fromkeys(("heard", "in_time", "valued_in_time", "helped", "handled", "failed"), 0)

    def begin(now):
        if order in ("first", "savable", "valued"):
            queue.sort(key=lambda case: case["joined"])
        if order == "first":
            case = queue.pop(0)
        elif order == "newest":
            case = queue.pop()
        elif order == "savable":
            fresh = [case for case in queue if case["first"] and case["came"] + promise >= now]
            case = fresh[0] if fresh else queue[0]
            queue.remove(case)
        else:
            case = next((one for one in queue if one["valued"]), queue[0])
            queue.remove(case)
        count["handled"] += 1
        if case["first"] and now <= case["came"] + promise:
            count["in_time"] += 1
            count["valued_in_time"] += case["valued"]

    number = 0
    for event, now in enumerate(days.time[:, day]):
        if not np.isfinite(now):
            break
        joins = []
        while returns and returns[0][0] < now:
            heapq.heappop(returns)
            joins.append({"first": False, "valued": False})
        k = days.finishes[event, day]
        if k == NOTHING:
            told = days.voice[event, day] < complain or days.reach[event, day] < reached
            if told and days.peer[event, day] < helped:
                count["helped"] += 1
            elif told:
                count["heard"] += 1
                joins.append({"first": True, "valued": bool(days.valued[event, day])})
        for case in joins:
            number += 1
            inside += 1
            queue.append({**case, "came": now, "joined": number})
            if inside - len(queue) < staff:
                begin(now)
        if k != NOTHING and inside >= k and (hurried or days.quick[event, day] < 1 - days.haste):
            inside -= 1
            if hurried and days.again[event, day] < comes_back:
                count["failed"] += 1
                heapq.heappush(returns, (now + after, number))
        while queue and inside - len(queue) < staff:
            begin(now)
    return count


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(("hurried", "comes_back"), [(False, 0.0), (True, 0.0), (True, 0.3)])
@pytest.mark.parametrize(("staff", "promise"), [(1, 45), (3, 60), (4, 0)])
def test_every_day_replayed_case_by_case_comes_to_the_same(order, hurried, comes_back, staff, promise):
    days = worlds.draw_days(staff, 15, shape=BANK, haste=0.25, days=6, seed=81)
    reached = (0.0, 0.4, 1.0)
    ours = work(
        days,
        staff,
        promise,
        reached=reached,
        complain=0.3,
        order=order,
        helped=0.1,
        hurried=hurried,
        comes_back=comes_back,
        after=90,
    )
    for setting, share in enumerate(reached):
        for day in range(6):
            count = replay(days, day, staff, promise, share, 0.3, order, 0.1, hurried, comes_back, after=90)
            here = {name: getattr(ours, name)[setting, day] for name in vars(ours)}
            assert here["heard"] == count["heard"]
            assert here["helped"] == count["helped"]
            assert here["handled"] == count["handled"]
            assert here["in_time"] == pytest.approx(count["in_time"] * (1 - comes_back))
            assert here["late"] + here["in_time"] == pytest.approx(
                max(count["handled"] - count["failed"], here["in_time"])
            )
            assert here["in_time"] + here["late"] + here["waiting"] == pytest.approx(here["heard"])
            if order == "valued":
                assert here["valued_in_time"] == pytest.approx(count["valued_in_time"] * (1 - comes_back))


@pytest.mark.parametrize(("staff", "load"), [(2, 1.5), (5, 4), (10, 8)])
@pytest.mark.parametrize("promise", [0, 10, 45])
def test_with_steady_arrivals_it_is_the_desk_of_erlangs_formula(staff, load, promise):
    """Forty long days, with the error that forty independent days have."""
    handling, seeds, minutes = 15.0, 40, 12_000.0
    customers = round(load / handling * minutes)
    days = worlds.draw_days(staff, handling, customers=customers, minutes=minutes, days=seeds, seed=3)
    result = work(days, staff, promise, reached=(1.0,))
    share = (result.in_time / result.heard)[0]
    error = share.std(ddof=1) / seeds**0.5
    formula = measures.answered_within(staff, load, handling, promise)
    # A day begins with a clean desk and breaks off: of 800 handling times that moves less than one in 400.
    assert share.mean() == pytest.approx(formula, abs=4 * error + 1 / 400)
    assert error < 0.02


# What the world shows, and where it turns round. Averages over DAYS days, each drawn for itself.


@cache
def in_time(staff=3, promise=60, order="first", complain=0.2, steady=False, **more):
    days = worlds.draw_days(staff, 15, shape=None if steady else BANK, days=DAYS, seed=17, haste=0.25)
    return work(days, staff, promise, reached=REACHED, complain=complain, order=order, **more)


def mean(counts):
    return counts.mean(axis=1)


def surely_above(one, other):
    """Whether one setting beats another by more than chance: on the same days, by four standard errors."""
    gap = one - other
    return gap.mean() > 4 * gap.std(ddof=1) / len(gap) ** 0.5 > 0


@pytest.mark.parametrize("promise", [15, 30, 60, 90])
@pytest.mark.parametrize("staff", [2, 3])
def test_in_turn_hearing_more_saves_fewer_and_that_before_full_load(staff, promise):
    result = in_time(staff=staff, promise=promise)
    saved, full = result.in_time, staff * 845 / 15
    best = int(mean(saved).argmax())
    assert 0 < best < 10
    assert surely_above(saved[best], saved[10])
    below = [i for i in range(best + 1, 11) if mean(result.heard)[i] < full]
    assert below, "there is room between the best and full load"
    assert surely_above(saved[best], saved[below[-1]])


def test_with_steady_arrivals_the_fall_comes_later_and_is_smaller():
    steady, bank = (in_time(steady=steady).in_time for steady in (True, False))
    assert mean(in_time(steady=True).heard)[mean(steady).argmax()] < 3 * 845 / 15
    assert mean(steady).argmax() > mean(bank).argmax()
    assert mean(steady)[10] > mean(bank)[10] + 20
    assert surely_above(steady[int(mean(steady).argmax())], steady[10])


@pytest.mark.parametrize("staff", [5, 6])
def test_with_staff_for_the_peak_nothing_falls(staff):
    saved = mean(in_time(staff=staff).in_time)
    assert np.all(np.diff(saved) > 0)


def test_with_a_long_promise_less_is_lost():
    lost = [mean(in_time(promise=promise).in_time) for promise in (60, 120, 240)]
    assert np.all(np.diff([one.max() - one[-1] for one in lost]) < 0)


@pytest.mark.parametrize("order", ["newest", "savable"])
@pytest.mark.parametrize("staff", [1, 2, 3, 4])
@pytest.mark.parametrize("steady", [False, True])
def test_in_other_orders_in_time_saves_do_not_fall(order, staff, steady):
    saved = mean(in_time(staff=staff, order=order, steady=steady).in_time)
    assert np.all(np.diff(saved) > -0.5)
    if staff < 4:
        assert saved[-1] > mean(in_time(staff=staff, steady=steady).in_time)[-1] + 20


def test_with_room_at_the_desk_turn_by_turn_beats_the_newest_first():
    turn, newest = (in_time(staff=4, steady=True, order=order).in_time for order in ("first", "newest"))
    assert surely_above(turn[8], newest[8])


def test_by_worth_the_count_falls_and_the_best_customers_are_kept():
    worth, turn = in_time(order="valued"), in_time()
    assert mean(worth.in_time)[10] < mean(worth.in_time)[5] - 10
    assert np.all(np.diff(mean(worth.valued_in_time)) > 0)
    assert mean(worth.valued_in_time)[10] > 0.9 * 200 / VALUED
    assert mean(turn.valued_in_time)[10] < 0.4 * 200 / VALUED


def test_no_order_adds_a_minute():
    """Orders change who is answered in time, never how many are answered."""
    for name in ("heard", "handled", "waiting"):
        counts = [getattr(in_time(order=order), name) for order in ORDERS]
        assert all(np.array_equal(counts[0], other) for other in counts)


def test_whoever_can_still_be_saved_first_saves_most():
    best = mean(in_time(order="savable").in_time)
    for order in ORDERS:
        assert np.all(best >= mean(in_time(order=order).in_time) - 0.5)


# A quota: a quarter less time a case, and a share that comes back two hours later.

EASY, BUSY = 2, 8  # settings with much room at the desk, and at full load


@cache
def hurried(comes_back):
    return in_time(hurried=True, comes_back=comes_back)


@pytest.mark.parametrize("comes_back", [0.05, 0.15, 0.25, 0.35, 0.5])
def test_a_quota_always_counts_more_calls_while_there_is_room(comes_back):
    """Nor does the count tell the good quota from the bad one."""
    for setting in (EASY, 5):
        assert surely_above(hurried(comes_back).handled[setting], in_time().handled[setting])


@pytest.mark.parametrize("comes_back", [0.05, 0.15, 0.25])
def test_a_quota_hurts_a_desk_with_room_and_helps_a_full_one(comes_back):
    assert surely_above(in_time().in_time[EASY], hurried(comes_back).in_time[EASY])
    assert surely_above(hurried(comes_back).in_time[BUSY], in_time().in_time[BUSY])


def test_unless_too_many_come_back():
    assert surely_above(in_time().in_time[BUSY], hurried(0.5).in_time[BUSY])
    assert surely_above(in_time().in_time[EASY], hurried(0.5).in_time[EASY])


def test_a_quota_without_returns_is_free():
    assert np.all(mean(hurried(0.0).in_time) >= mean(in_time().in_time) - 0.5)


def test_customers_who_help_each_other_unload_the_desk():
    alone, together = in_time(), in_time(helped=0.3)
    assert mean(together.helped)[10] == pytest.approx(60, abs=1)
    assert mean(together.in_time)[10] > mean(alone.in_time)[10] + 20
    assert mean(together.in_time)[0] < mean(alone.in_time)[0], "with room to spare there is less to do"


def test_the_same_seed_is_the_same_day_and_staff_does_not_change_customers():
    two, three = (worlds.draw_days(staff, 15, days=3) for staff in (2, 3))
    for day in range(3):
        times = [d.time[:, day][d.finishes[:, day] == NOTHING] for d in (two, three)]
        assert np.array_equal(*(time[np.isfinite(time)] for time in times))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: worlds.draw_days(0, 15), "Somebody"),
        (lambda: worlds.draw_days(2, 0), "minutes, customers"),
        (lambda: worlds.draw_days(2, 15, haste=1), "Haste"),
        (lambda: worlds.draw_days(2, 15, customers=20_000), "room for 10,000"),
        (
            lambda: work(worlds.draw_days(2, 15), 2, 60, reached=(0.5,), order="loudest"),
            "loudest",
        ),
        (lambda: work(worlds.draw_days(2, 15), 2, 60, reached=(1.5,)), "from 0 to 1"),
        (lambda: work(worlds.draw_days(2, 15), 2, -1, reached=(1,)), "before the question"),
    ],
)
def test_the_impossible_is_refused_in_words(call, words):
    with pytest.raises(ValueError, match=words):
        call()
