"""A claim's way through ten desks: a second simulation, and what deleting and automating do."""

import heapq

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds.claim import AUTOMATE, DELETE, NAMES, STEPS

NO_COPY = {"copy": DELETE}
LEAN = {"copy": DELETE, "again": DELETE, "carry": DELETE, "report": AUTOMATE, "approve": AUTOMATE}


def days(changed, **assumed):
    return worlds.claim_flow(changed, **assumed).lead_time / 8


def simulate(claims, cases, rng, dropped=()):
    """Send claims one by one through desks that work first come, first served; return all times in hours.

    Nothing is shared with the world but the steps' numbers: no matrices, no formulas for lines.
    """
    steps = [step for step in STEPS if step.name not in dropped]
    names = [step.name for step in steps]
    free = [0.0] * len(steps)
    arrive = np.cumsum(rng.exponential(8 / claims, cases))
    done = np.zeros(cases)
    visits = np.zeros(len(steps))
    queue = [(time, case, 0, False) for case, time in enumerate(arrive)]
    heapq.heapify(queue)
    while queue:
        time, case, place, wrong = heapq.heappop(queue)
        step = steps[place]
        visits[place] += 1
        start = max(time, free[place])
        free[place] = start + rng.exponential(step.minutes / 60 * 8 / step.hours)
        time = free[place] + step.delay + step.stays
        if step.name == "call":
            wrong = rng.random() < 0.25
        elif step.name == "copy":
            wrong = wrong or rng.random() < 0.05
        elif step.name == "check" and wrong and rng.random() < 0.8:
            heapq.heappush(queue, (time, case, 0, False))
            continue
        elif step.name == "repair" and wrong:
            heapq.heappush(queue, (time, case, names.index("order"), False))
            continue
        if place + 1 < len(steps):
            heapq.heappush(queue, (time, case, place + 1, wrong))
        else:
            done[case] = time
    return arrive, done, visits / cases


@pytest.mark.parametrize(("claims", "dropped"), [(6, ()), (7.5, ()), (9, ("copy",)), (9, ("copy", "check"))])
def test_a_second_simulation_agrees(claims, dropped):
    arrive, done, visits = simulate(claims, 25_000, np.random.default_rng(3), dropped)
    flow = worlds.claim_flow(dict.fromkeys(dropped, DELETE), claims=claims)
    assert [one.visits for one in flow.steps if one.what != DELETE] == pytest.approx(visits, rel=0.02)
    assert flow.lead_time == pytest.approx((done - arrive)[2_000:].mean(), rel=0.03)
    moments = np.linspace(0.1, 0.95, 3_000) * arrive[-1]
    inside = np.searchsorted(arrive, moments) - np.searchsorted(np.sort(done), moments)
    assert flow.under_way == pytest.approx(inside.mean(), rel=0.04)


def test_visits_in_closed_form():
    """Wrong at the call or the copy and found by the check: back to the start. Missed: back to ordering."""
    wrong = 1 - 0.75 * 0.95
    flow = worlds.claim_flow({})
    visits = {one.step.name: one.visits for one in flow.steps}
    front = 1 / (1 - wrong * 0.8)
    assert visits["call"] == visits["copy"] == pytest.approx(front)
    assert visits["carry"] == pytest.approx(1)
    assert visits["repair"] == pytest.approx(1 + front * wrong * 0.2)


# What is worth deleting hangs on what else is there, and on how many claims come.


def test_the_check_is_in_the_way_while_the_mother_copies_and_earns_its_keep_once_she_does_not():
    assert days({"check": DELETE}) < days({}) - 2
    assert days({**NO_COPY, "check": DELETE}) > days(NO_COPY) + 0.3


def test_with_few_claims_the_check_is_worth_it_even_then():
    for claims in (3, 4, 5):
        assert days({"check": DELETE}, claims=claims) > days({}, claims=claims)


def test_and_not_where_hardly_anything_is_wrong():
    assert days({**NO_COPY, "check": DELETE}, wrong=0.005) < days(NO_COPY, wrong=0.005)


def test_the_mother_costs_days_when_it_is_busy_and_hours_when_it_is_not():
    saved = {claims: days({}, claims=claims) - days(NO_COPY, claims=claims) for claims in (4, 6, 8, 9)}
    assert saved[4] < 0.5 < 4 < saved[9]
    assert list(saved.values()) == sorted(saved.values())


def test_she_is_the_bottleneck_and_stops_the_house_from_nine_claims_and_a_bit_on():
    flow = worlds.claim_flow({})
    assert flow.bottleneck.step.name == "copy"
    assert 9 < flow.most < 10
    stuck = worlds.claim_flow({}, claims=10)
    assert stuck.lead_time == stuck.under_way == np.inf
    assert stuck.efficiency == 0
    assert worlds.claim_flow(NO_COPY, claims=10).lead_time < np.inf


def test_the_bottleneck_moves_when_it_is_removed():
    assert worlds.claim_flow(NO_COPY).bottleneck.step.name == "repair"


def test_deleting_beats_automating_what_nobody_needs():
    gone, fast = worlds.claim_flow(NO_COPY), worlds.claim_flow({"copy": AUTOMATE})
    assert gone.cost < fast.cost
    assert gone.handoffs < fast.handoffs
    # In days there is hardly a difference: a machine takes away the line, and leaves the errors.
    assert gone.lead_time == pytest.approx(fast.lead_time, rel=0.02)


def test_a_machine_leaves_errors_as_they_were_unless_one_says_otherwise():
    def redone(errors):
        return worlds.claim_flow({**LEAN, "call": AUTOMATE}, errors=errors).steps[0].visits

    assert redone(1) == pytest.approx(worlds.claim_flow(LEAN).steps[0].visits)
    assert redone(0.2) < redone(1) < redone(2)


def test_when_the_machine_halves_errors_twice_the_check_is_hardly_missed_and_when_it_doubles_them_it_is():
    call = {**LEAN, "call": AUTOMATE}

    def missed(errors):
        return days({**call, "check": DELETE}, errors=errors) - days(call, errors=errors)

    assert missed(0) < 0 < missed(1) < missed(2)
    assert missed(0.2) < 0.2
    assert missed(2) > 1


def test_a_better_efficiency_is_not_a_better_process():
    """Automating a useful step takes useful time away: the claim is faster, and the share falls."""
    before, after = worlds.claim_flow({}), worlds.claim_flow({"call": AUTOMATE})
    assert after.lead_time < before.lead_time
    assert after.efficiency < before.efficiency


def test_approving_twice_refuses_no_more_than_once():
    both = worlds.claim_flow({}).cost
    assert worlds.claim_flow({"again": DELETE}).cost == pytest.approx(both - 3)
    assert worlds.claim_flow({"approve": DELETE}).cost == pytest.approx(both - 4)
    unjustified = 0.02 * 150
    neither = worlds.claim_flow({"again": DELETE, "approve": DELETE}).cost
    assert neither == pytest.approx(both - 3 - 4 + unjustified)


def test_what_the_customer_lacks_and_what_the_law_wants():
    assert worlds.claim_flow({}).lacks == ()
    assert not worlds.claim_flow({}).illegal
    for step in STEPS:
        flow = worlds.claim_flow({step.name: DELETE})
        assert flow.lacks == ((step.needed,) if step.needed else ())
        assert flow.illegal == (step.name == "report")
    assert not worlds.claim_flow({"report": AUTOMATE}).illegal


def test_no_machine_repairs():
    assert worlds.claim_flow({"repair": AUTOMATE}) == worlds.claim_flow({})


def test_ten_people_and_nine_handoffs_when_nothing_goes_wrong():
    flow = worlds.claim_flow({}, wrong=0, miscopied=0)
    assert flow.handoffs == pytest.approx(9)
    assert [one.visits for one in flow.steps] == pytest.approx([1] * 10)
    assert worlds.claim_flow(dict.fromkeys(NAMES, AUTOMATE), wrong=0, miscopied=0).handoffs == pytest.approx(
        1
    )


@pytest.mark.parametrize(
    "given",
    [
        {"changed": {"sing": DELETE}},
        {"changed": {"call": "sing"}},
        {"changed": dict.fromkeys(NAMES, DELETE)},
        {"changed": {}, "claims": 0},
        {"changed": {}, "wrong": 1},
        {"changed": {}, "miscopied": -0.1},
        {"changed": {}, "errors": -1},
    ],
)
def test_impossible_processes_are_refused_in_words(given):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.claim_flow(**given)
