"""Four teams that write to the same customers: what a message does for its sender, and what it wears.

Expected values, month by month; nothing is drawn at random and nothing was measured. Each message does a bit
less than the one before, and each wears the patience of whoever gets it. Whether the four together do good or
harm hangs on that patience: `patience` is the number of messages a month at which customers have twice the
reasons to leave that they have without any.

Assumes: all four teams draw on one patience, and how much more each further message wears it is set.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import ArrayLike, NDArray

TEAMS = ("acquisition", "conversion", "retention", "engagement")

#: Customers at the beginning, who have got one message a month from each team for long.
CUSTOMERS = 10_000

#: The share of its most that a team reaches with x messages a month is 1 − exp(−x / ENOUGH).
ENOUGH = 3.0

#: At most: new customers a month, orders more per customer and month, the share of those about to leave who
#: are talked into staying, and the share of the ordinary reasons to leave that go away.
NEW, ORDERS, SAVED, KEPT = 350.0, 0.12, 0.6, 0.6

#: Without any message: orders per customer and month, and the share of customers who want to leave a month.
ORDERS_ANYWAY, LEAVING = 0.5, 0.02

#: In dollars: what an order leaves, and what a message costs.
MARGIN, POSTAGE = 15.0, 0.03


@dataclass(frozen=True, eq=False)
class Months:
    """What came of each plan, (plans, months): expected numbers.

    Attributes
    ----------
    customers
        Those there at the beginning of the month.
    leaving
        Those who want to leave during it, before anybody talks them out of it.
    numbers
        Each team's own number, (plans, months, 4): new customers, orders made by offers, customers saved,
        and messages of its own that were worth reading.
    margin
        Dollars that all orders leave, less what the messages cost.
    """

    customers: NDArray[np.float64]
    leaving: NDArray[np.float64]
    numbers: NDArray[np.float64]
    margin: NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Game:
    """All sixteen ways in which four teams can write as much as ever or more.

    Attributes
    ----------
    plans : (16, 4) array of bool
        Who writes more; the first plan is nobody, the last all four.
    reports : (16, 4) array
        Each team's own number, summed over the months of its report.
    value : (16,) array
        Dollars that all customers bring in all months.
    months : Months
        Behind both.
    """

    plans: NDArray[np.bool_]
    reports: NDArray[np.float64]
    value: NDArray[np.float64]
    months: Months

    @property
    def best(self) -> int:
        """The plan that brings the most; the one with the fewest who write more, where several do."""
        return int(np.argmax(self.value))

    @property
    def own_ways(self) -> list[int]:
        """The plans in which no team raises its own number by changing what it alone does."""
        return [plan for plan in range(16) if self._content(plan)]

    @property
    def tempted(self) -> list[bool]:
        """Whether a team's own number is larger when it writes more, whatever the three others do."""
        return [
            all(self.reports[plan, team] < self.reports[plan | 8 >> team, team] for plan in self._calm(team))
            for team in range(4)
        ]

    def _calm(self, team: int) -> list[int]:
        return [plan for plan in range(16) if not self.plans[plan, team]]

    def _content(self, plan: int) -> bool:
        return all(self.reports[plan, team] >= self.reports[plan ^ 8 >> team, team] for team in range(4))


def plan_number(teams: ArrayLike) -> int:
    """Return which of the sixteen plans it is that these teams write more."""
    return sum(8 >> TEAMS.index(team) for team in teams)


def delivered(sent: ArrayLike, cap: float = np.inf) -> NDArray[np.float64]:
    """Return the messages that arrive, (plans, 4): over the cap all teams are cut by the same share."""
    sent = np.atleast_2d(np.asarray(sent, dtype=float))
    total = sent.sum(axis=1, keepdims=True)
    return sent * np.minimum(1.0, cap / np.maximum(total, 1e-12))


def write_to_customers(
    sent: ArrayLike,
    patience: float,
    cap: float = np.inf,
    power: float = 2.0,
    memory: float = 0.7,
    worth: float = 1.0,
    months: int = 36,
    before: float = 4.0,
) -> Months:
    """Follow the customers, and those who join them, under each plan.

    Parameters
    ----------
    sent : (plans, 4) array
        Messages a month that each of `TEAMS` sends to every customer: 0 or more.
    patience : float
        Messages a month, felt for long, that double the reasons to leave: more than 0. This is what it all
        hangs on.
    cap : float
        At most so many messages a month reach a customer; what is over is cut for all by the same share.
    power : float
        How the wear grows: with so many times the messages, that many times the wear to this power. At 1
        each message wears alike, above it the later ones wear more.
    memory : float
        The share of what is felt that is still felt a month later, 0 to below 1. Wear is the messages of the
        present and of past months, each weighted by it.
    worth : float
        All four effects, as a share of what they are here: 0 to 1.5.
    months : int
        How long it is followed: 1 or more.
    before : float
        Messages a month that customers there at the beginning have got until then.

    Raises
    ------
    ValueError
        When one of these is impossible, in a sentence.
    """
    arrived = delivered(sent, cap)
    if arrived.shape[1] != 4 or (arrived < 0).any():
        raise ValueError("A plan says how many messages each of the four teams sends, none or more.")
    if patience <= 0 or cap <= 0:
        raise ValueError("Patience and the cap are numbers of messages above 0.")
    if not (0 <= memory < 1 and 0 <= worth <= 1.5 and power > 0 and months >= 1):
        raise ValueError("Memory goes from 0 to below 1, worth from 0 to 1.5; power and months are above 0.")
    reached = worth * (1 - np.exp(-arrived / ENOUGH))
    asked, sold, saved, pleased = (reached[:, [team]] for team in range(4))
    messages = arrived.sum(axis=1, keepdims=True)
    fading = memory ** np.arange(1, months + 1)

    def wish(felt: float) -> NDArray[np.float64]:
        """Return the share who want to leave, month by month, of people who have felt so much until now."""
        wear = messages + (felt - messages) * fading
        return np.minimum(LEAVING * (1 - KEPT * pleased + (wear / patience) ** power), 1.0)

    def still_there(wishing: NDArray[np.float64]) -> NDArray[np.float64]:
        stay = np.cumprod(1 - wishing * (1 - SAVED * saved), axis=1)
        return np.hstack([np.ones((len(stay), 1)), stay[:, :-1]])

    old, new = wish(before), wish(0.0)
    first = CUSTOMERS * still_there(old)
    # Who joins in a month is there from the next one on; whoever joined k months ago is in month k of `new`.
    joined = NEW * asked
    later = joined * still_there(new)
    customers = first + _since(later)
    leaving = first * old + _since(later * new)
    numbers = np.stack(
        [
            np.broadcast_to(joined, customers.shape),
            customers * ORDERS * sold,
            leaving * SAVED * saved,
            customers * pleased,
        ],
        axis=2,
    )
    margin = customers * (MARGIN * (ORDERS_ANYWAY + ORDERS * sold) - POSTAGE * messages)
    return Months(customers, leaving, numbers, margin)


def four_teams(
    patience: float,
    cap: float = np.inf,
    more: float = 4.0,
    report: int = 3,
    months: int = 36,
    **world: float,
) -> Game:
    """Play all sixteen plans: each team writes once a month, or `more` times.

    Parameters
    ----------
    patience, cap, months, **world
        As in `write_to_customers`.
    more : float
        Messages a month of a team that writes more.
    report : int
        Over how many of the first months each team's own number is counted.
    """
    plans = np.array(list(product((False, True), repeat=4)))
    run = write_to_customers(np.where(plans, more, 1.0), patience, cap, months=months, **world)
    return Game(plans, run.numbers[:, :report].sum(axis=1), run.margin.sum(axis=1), run)


def _since(later: NDArray[np.float64]) -> NDArray[np.float64]:
    """Add up, for each month, what all who joined in the months before it are or do in it."""
    there = np.cumsum(later, axis=1)
    return np.hstack([np.zeros((len(there), 1)), there[:, :-1]])
