"""A claim on its way through ten people: what becomes of it when steps are kept, deleted or automated.

A model made for the book; the firm, its people and all its numbers are invented. A family firm sells water
heaters. One breaks under guarantee, the customer calls, and ten people in a row do something about it.

Claims come at random (Poisson), and each person works them off in their order, one after the other, taking a
time that varies (exponential) around the step's average. So a claim waits for three reasons: a line before a
desk, which grows without bound as the desk nears full load; a fixed delay (a mail round, a weekly signing, a
supplier); and the work itself. It is an open network of queues as in J. R. Jackson, *Operations Research*
5(4), 1957, and has his closed form: each desk stands as if it were alone, at the load that visits make.

Claims are noted down wrong with some chance, and copying adds errors. The check finds `FOUND` of the wrong
ones and sends them back to the beginning; what it misses comes out at the repair, with the wrong part in
hand, and the part is ordered anew. **The result hangs on** how many claims come a day (a desk near full load
is most of the wait) and on what automating does to errors: with ``errors`` at 1 a machine does what was done
before, only faster, and errors travel faster too.

No numpy here: an exercise's buttons are named after `STEPS`, and they come before numpy does.

Assumes: claims come at random, work takes a random time, and a machine makes as many errors as it is set to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from fieldguide import measures

#: Hours of work in a day; all hours here are of that kind.
DAY = 8
#: The share of wrong claims that the check finds.
FOUND = 0.8
#: Work of an automated step, as a part of what it was.
MACHINE_WORK = 0.1
#: Dollars that a minute of work costs, an automated step each time, and an unjustified claim that is paid.
MINUTE, MACHINE, UNJUSTIFIED = 1.0, 2.0, 150.0
#: The share of claims that whoever approves refuses, with good reason.
REFUSED = 0.02

KEEP, DELETE, AUTOMATE = "keep", "delete", "automate"


@dataclass(frozen=True)
class Step:
    """One step.

    Attributes
    ----------
    name, title, owner : str
        Its key, what is read, and who does it.
    minutes : float
        Work, on average.
    hours : float
        Hours a day that its owner has for claims.
    delay : float
        Hours that a claim waits whatever the load; an automated step has none.
    stays : float
        Hours of delay that no machine takes away.
    needed : str
        What the customer lacks without it; empty where nothing.
    """

    name: str
    title: str
    owner: str
    minutes: float
    hours: float
    delay: float = 0.0
    stays: float = 0.0
    needed: str = ""


STEPS = (
    Step("call", "Take the call", "hotline", 12, 6, needed="nobody knows of the claim"),
    Step("copy", "Copy in triplicate", "mother", 20, 4),
    Step("check", "Check the form", "claims desk", 8, 4),
    Step("carry", "Carry it upstairs", "mail room", 2, 1, delay=4),
    Step("report", "Report to register", "safety officer", 6, 2),
    Step("approve", "Approve", "manager", 4, 1.5, delay=8),
    Step("again", "Approve again", "owner", 3, 1, delay=20),
    Step("order", "Order the part", "purchasing", 8, 3, stays=12, needed="there is no part"),
    Step("book", "Book the visit", "planner", 8, 3, stays=8, needed="nobody is home when the van comes"),
    Step("repair", "Repair", "technicians", 50, 12, needed="nobody repairs anything"),
)
NAMES = tuple(step.name for step in STEPS)
#: No machine repairs water heaters.
BY_HAND = {"repair"}


@dataclass(frozen=True)
class StepFlow:
    """One step as a claim meets it, on average; all times are hours for all its visits together.

    Attributes
    ----------
    step : Step
    what : str
        `KEEP`, `DELETE` or `AUTOMATE`, as done (nobody automates the repair).
    visits : float
        How often a claim comes here.
    work, wait : float
        Hours of work, and of waiting in line or for a fixed delay; the wait is inf where the desk does not
        keep up.
    load : float
        Share of the desk's time that claims take up; from 1 on it does not keep up.
    """

    step: Step
    what: str
    visits: float
    work: float
    wait: float
    load: float


@dataclass(frozen=True)
class ClaimFlow:
    """A process, and what it does to a claim on average.

    Attributes
    ----------
    steps : tuple of StepFlow
        One for each of `STEPS`, deleted ones included.
    lead_time : float
        Hours from the call to hot water, of a claim that is not refused; inf where a desk does not keep up.
    efficiency : float
        The process cycle efficiency: work that the customer would miss, done once, over lead time.
    handoffs : float
        How often the claim changes hands.
    under_way : float
        Claims in the house at any time, by Little's law.
    cost : float
        Dollars a claim: work, machines, and unjustified claims that nobody refuses.
    bottleneck : StepFlow
        The step with the highest load.
    most : float
        Claims a day that the bottleneck could just not keep up with.
    lacks : tuple of str
        What the customer is left without.
    illegal : bool
        Whether a report that the law requires is not made.
    """

    steps: tuple[StepFlow, ...]
    lead_time: float
    efficiency: float
    handoffs: float
    under_way: float
    cost: float
    bottleneck: StepFlow
    most: float
    lacks: tuple[str, ...]
    illegal: bool


def claim_flow(
    changed: Mapping[str, str],
    claims: float = 9,
    wrong: float = 0.25,
    miscopied: float = 0.05,
    errors: float = 1.0,
) -> ClaimFlow:
    """Say what becomes of a claim when some steps are deleted or automated.

    Parameters
    ----------
    changed : mapping of str to str
        `DELETE` or `AUTOMATE` by the step's name; steps that are not named are kept.
    claims : float
        Claims a day, more than 0.
    wrong, miscopied : float
        Chance that the call is noted down wrong, and that copying makes a right claim wrong, each below 1.
    errors : float
        What automating makes of these two chances where it is done: 1 leaves them, 0.2 leaves a fifth.

    Raises
    ------
    ValueError
        On unknown steps, chances outside 0 to 1, no claims, or when no step is left.
    """
    for name, what in changed.items():
        if name not in NAMES or what not in (KEEP, DELETE, AUTOMATE):
            raise ValueError(f"There is no way to {what} a step called “{name}”.")
    if not claims > 0:
        raise ValueError("Without claims there is no process to look at.")
    if not (0 <= wrong < 1 and 0 <= miscopied < 1 and errors >= 0):
        raise ValueError("Chances of an error lie between 0 and 1.")
    what = {
        name: KEEP if name in BY_HAND and changed.get(name) == AUTOMATE else changed.get(name, KEEP)
        for name in NAMES
    }
    kept = [step for step in STEPS if what[step.name] != DELETE]
    if not kept:
        raise ValueError("Nothing is left: no call, no part, no repair. Undo, or press a step again.")

    chance = {
        "call": min(wrong * errors, 1.0) if what["call"] == AUTOMATE else wrong,
        "copy": min(miscopied * errors, 1.0) if what["copy"] == AUTOMATE else miscopied,
    }
    moves, start = _moves(kept, chance)
    visits = measures.expected_visits(moves, start)
    owners = ["a machine" if what[step.name] == AUTOMATE else step.owner for step in kept]
    handoffs = measures.expected_handoffs(moves, visits, owners * 2)
    by_name = {step.name: float(visits[place] + visits[place + len(kept)]) for place, step in enumerate(kept)}
    flows = tuple(_at(step, what[step.name], by_name.get(step.name, 0.0), claims) for step in STEPS)

    lead_time = sum(flow.work + flow.wait for flow in flows)
    useful = sum(flow.work / flow.visits for flow in flows if flow.visits and flow.step.needed)
    bottleneck = max(flows, key=lambda flow: flow.load)
    unjustified = REFUSED * UNJUSTIFIED if what["approve"] == what["again"] == DELETE else 0.0
    return ClaimFlow(
        steps=flows,
        lead_time=lead_time,
        efficiency=measures.cycle_efficiency(useful, lead_time),
        handoffs=handoffs,
        under_way=measures.under_way(claims / DAY, lead_time) if lead_time < inf else inf,
        cost=sum(_cost(flow) for flow in flows) + unjustified,
        bottleneck=bottleneck,
        most=claims / bottleneck.load,
        lacks=tuple(flow.step.needed for flow in flows if flow.step.needed and flow.what == DELETE),
        illegal=what["report"] == DELETE,
    )


def _moves(kept: list[Step], chance: Mapping[str, float]) -> tuple[list[list[float]], list[float]]:
    """Return the moves between (right, step) and, after them, (wrong, step), and where claims begin.

    Whether a claim is wrong is decided as it leaves a step.
    """
    count = len(kept)
    names = [step.name for step in kept]
    moves = [[0.0] * (2 * count) for _ in range(2 * count)]
    for place, name in enumerate(names):
        slip = chance.get(name, 0.0)
        last = place + 1 == count
        if not last:
            moves[place][place + 1] = 1 - slip
            moves[place][count + place + 1] = slip
        if name == "check":
            moves[count + place][0] += FOUND  # to the beginning, to be noted down anew
            if not last:
                moves[count + place][count + place + 1] = 1 - FOUND
        elif name == "repair":
            # The wrong part: it is ordered anew, and rightly, for now somebody has seen the thing.
            moves[count + place][names.index("order") if "order" in names else place] = 1.0
        elif not last:
            moves[count + place][count + place + 1] = 1.0
    return moves, [1.0] + [0.0] * (2 * count - 1)


def _at(step: Step, what: str, visits: float, claims: float) -> StepFlow:
    """Return one desk at its load: a line as before one server with varying times (M/M/1)."""
    if what == DELETE:
        return StepFlow(step, what, 0.0, 0.0, 0.0, 0.0)
    machine = what == AUTOMATE
    work = step.minutes / 60 * (MACHINE_WORK if machine else 1)
    # Who has four of eight hours for it takes twice as long: that is how soon the next one's turn comes.
    pace = work if machine else work * DAY / step.hours
    load = visits * claims / DAY * pace
    line = pace * load / (1 - load) if load < 1 else inf
    delay = step.stays + (0.0 if machine else step.delay)
    return StepFlow(step, what, visits, visits * work, visits * (pace - work + line + delay), load)


def _cost(flow: StepFlow) -> float:
    return 60 * flow.work * MINUTE + (flow.visits * MACHINE if flow.what == AUTOMATE else 0.0)
