"""Two loops on one budget: handle cases one by one, or redesign what causes them.

A model made for the book; every amount in it is invented. The same number of cases comes in every month
from `CAUSES` causes, few of which bring many (how few is `top`). The budget would just pay for handling
every case. What is not spent on cases goes into redesigns:

- A handled case does less *harm* (dollars' worth of trouble to customer and company) than one that nobody
  handles, and its cause is written down. Of a case that is not handled the cause is known with chance
  ``heard`` only.
- As soon as there is money for a redesign, one begins, on the cause that stands most often in the log so far
  and is neither repaired nor being worked at. Without a log every cause is as likely to be chosen.
- A redesign takes ``lead`` months. With chance ``odds`` it works and takes away `REMOVED` of its cause's
  cases; else that cause may be tried again.
- Money that the cases left do not need goes into redesigns.

What is drawn at random: which causes the cases have that are logged, the order of blind choices, and which
redesigns work. `TRIES` tries are run at once, on the same random numbers whatever the settings, so that two
settings differ by what they are and not by luck. **The result hangs on** what a redesign costs against what
it can save before the months are over: on ``top``, ``odds``, ``lead`` and ``price``; and the worth of a
little handling on ``heard``.

Pareto's name for a curve of few and many was given to quality problems by J. M. Juran; the two loops are the
consultants' (see the chapter). The curve here is Zipf's: the share of the nth cause goes with n to a power.

Assumes: a case that is handled tells its cause, and a redesign takes time, costs money, and works or not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached

MONTHS = 24
CAUSES = 25
#: How many causes are the "biggest" whose share of the cases `causes_shares` takes.
BIGGEST = 5
#: Cases a month, what handling one costs, and what one costs that nobody handles, in dollars.
CASES = 600
HANDLING = 40.0
HARM = 100.0
#: The part of its cause's cases that a redesign takes away when it works.
REMOVED = 0.8
TRIES = 100

#: Cases whose causes are drawn; a longer log hardly changes which cause leads it.
LOGGED = 1_500
#: The chances of causes are rounded to so many parts, which makes drawing a look into a table.
PARTS = 4_096
#: The lengths of a log at which its counts are kept: every case at first, then ever fewer.
LENGTHS = np.unique(np.concatenate([np.arange(20), np.geomspace(20, LOGGED, 28).astype(int)]))
#: More redesigns than any budget starts.
ATTEMPTS = 80


@dataclass(frozen=True, eq=False)
class Loops:
    """How a plan went.

    Attributes
    ----------
    harm : (MONTHS + 1, TRIES) array
        Dollars of harm since the beginning, at the beginning and after each month.
    cases : (MONTHS, TRIES) array
        Cases that came in each month.
    started : (TRIES,) array of int
        Redesigns begun.
    first_big : float
        Share of tries in which the first redesign went for one of the `BIGGEST` causes; NaN when none began.
    known_before : float
        Cases with a known cause when the first redesign began, on average; NaN when none began.
    """

    harm: NDArray[np.float64]
    cases: NDArray[np.float64]
    started: NDArray[np.intp]
    first_big: float
    known_before: float


@cached()
def causes_shares(top: float) -> NDArray[np.float64]:
    """Return each cause's share of the cases, biggest first, so that the `BIGGEST` bring the share `top`.

    Raises
    ------
    ValueError
        When they would bring less than their number's share, or all.
    """
    if not BIGGEST / CAUSES <= top < 1:
        raise ValueError(f"The {BIGGEST} biggest of {CAUSES} causes bring {BIGGEST / CAUSES:.0%} at least.")
    rank = np.arange(1, CAUSES + 1)
    low, high = 0.0, 8.0
    for _ in range(40):
        power = (low + high) / 2
        shares = rank**-power
        shares /= shares.sum()
        low, high = (power, high) if shares[:BIGGEST].sum() < top else (low, power)
    return shares


@cached()
def _luck(seed: int) -> tuple[NDArray[np.uint16], NDArray[np.float64], NDArray[np.float64]]:
    """Return what is drawn: the logged cases' lots, the order of blind choices, and redesigns' luck."""
    random = np.random.default_rng(seed)
    lots = random.integers(0, PARTS, (TRIES, LOGGED)).astype(np.uint16)
    return lots, 1 - random.random((TRIES, CAUSES)), random.random((TRIES, ATTEMPTS))


@cached()
def _log(top: float, seed: int) -> NDArray[np.intp]:
    """Return (tries, lengths, causes): how often each cause stands among the first cases with a known one."""
    lots, _, _ = _luck(seed)
    parts = (np.arange(PARTS) + 0.5) / PARTS
    cause = np.searchsorted(causes_shares(top).cumsum()[:-1], parts)[lots]
    place = np.searchsorted(LENGTHS, np.arange(1, LOGGED + 1))
    cells = (np.arange(TRIES)[:, None] * len(LENGTHS) + place) * CAUSES + cause
    counts = np.bincount(cells.ravel(), minlength=TRIES * len(LENGTHS) * CAUSES)
    return counts.reshape(TRIES, len(LENGTHS), CAUSES).cumsum(axis=1)


@cached(64)
def two_loops(
    split: float,
    top: float,
    odds: float,
    lead: int = 3,
    price: float = 20_000.0,
    remains: float = 0.6,
    heard: float = 0.0,
    seed: int = 1,
) -> Loops:
    """Run a plan for `MONTHS` months, `TRIES` times.

    Parameters
    ----------
    split : float
        Share of the budget that goes into redesigning causes, 0 to 1.
    top : float
        Share of the cases that the `BIGGEST` causes bring.
    odds : float
        Chance that a redesign works, 0 to 1.
    lead : int
        Months from its beginning until it works, 1 or more.
    price : float
        Dollars that one redesign costs.
    remains : float
        Part of a case's harm that remains when it is handled, 0 to 1.
    heard : float
        Chance to learn the cause of a case that nobody handles, 0 to 1.
    seed : int
        Of all that is drawn.

    Returns
    -------
    Loops

    Raises
    ------
    ValueError
        When a share lies outside 0 to 1, a redesign is free, or it works before the month is over.
    """
    for share in (split, odds, remains, heard):
        if not 0 <= share <= 1:
            raise ValueError(f"Shares and chances go from 0 to 1; {share:g} lies outside.")
    if not price >= HANDLING * CASES / 4:
        raise ValueError("A redesign costs a quarter of a month's budget at least.")
    if lead != int(lead) or lead < 1:
        raise ValueError("A redesign takes a whole number of months, and one at least.")

    shares = causes_shares(top)
    _, order, luck = _luck(seed)
    budget, affordable = CASES * HANDLING, CASES * (1 - split)
    left = np.ones((TRIES, CAUSES))  # of each cause's cases
    free = np.ones((TRIES, CAUSES))  # 1 for causes that may be chosen, else 0
    choices = np.full(TRIES, CAUSES)
    money, known = np.zeros(TRIES), np.zeros(TRIES)
    started = np.zeros(TRIES, dtype=np.intp)
    harm, cases = np.zeros((MONTHS + 1, TRIES)), np.zeros((MONTHS, TRIES))
    first, known_first = np.full(TRIES, -1), np.zeros(TRIES)
    under_way: list[list[tuple[NDArray, NDArray, NDArray]]] = [[] for _ in range(MONTHS + lead)]
    coming = np.full(TRIES, float(CASES))

    for month in range(MONTHS):
        for who, cause, works in under_way[month]:
            left[who[works], cause[works]] = 1 - REMOVED
            free[who[~works], cause[~works]] = 1
            choices[who[~works]] += 1
        if under_way[month]:
            coming = CASES * (left @ shares)
        handled = np.minimum(coming, affordable)
        cases[month] = coming
        harm[month + 1] = harm[month] + HARM * (coming - (1 - remains) * handled)
        money += budget - HANDLING * handled
        # Among the cases left, causes stand as they would in a log of all: only its length is counted.
        known += CASES * (handled + heard * (coming - handled)) / coming
        while len(who := np.flatnonzero((money >= price) & (choices > 0))):
            length = np.searchsorted(LENGTHS, np.minimum(known[who], LOGGED), side="right") - 1
            cause = ((_log(top, seed)[who, length] + order[who]) * free[who]).argmax(axis=1)
            works = luck[who, started[who]] < odds
            new = started[who] == 0
            first[who[new]], known_first[who[new]] = cause[new], known[who[new]]
            started[who] += 1
            money[who] -= price
            free[who, cause] = 0
            choices[who] -= 1
            under_way[month + lead].append((who, cause, works))

    begun = first >= 0
    any_begun = bool(begun.any())
    return Loops(
        harm=harm,
        cases=cases,
        started=started,
        first_big=float((first[begun] < BIGGEST).mean()) if any_begun else float("nan"),
        known_before=float(known_first[begun].mean()) if any_begun else float("nan"),
    )


def overtaken(ahead: NDArray[np.float64], behind: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the month from which on a plan has done less harm than another, for good; inf for never.

    Parameters
    ----------
    ahead, behind : (MONTHS + 1, TRIES) arrays
        Harm since the beginning, of the plan that is to be overtaken and of the one that may overtake it.

    Returns
    -------
    (TRIES,) array
        Months since the beginning, with fractions: between two months harm grows evenly.
    """
    gap = behind - ahead  # negative: overtaken
    worse = gap >= 0
    last = worse.shape[0] - 1 - worse[::-1].argmax(axis=0)  # the last month that is not better
    tries = np.arange(gap.shape[1])
    after = np.minimum(last + 1, gap.shape[0] - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        part = gap[last, tries] / (gap[last, tries] - gap[after, tries])
    return np.where(last == gap.shape[0] - 1, np.inf, last + part)


def between(amounts: NDArray[np.float64], tail: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what lies between the unluckiest and the luckiest `tail` of all tries, lower and upper.

    Parameters
    ----------
    amounts : (m, TRIES) array
    tail : float
        The share of tries left out on each side.

    Returns
    -------
    lower, upper : (m,) arrays
        Amounts of single tries: nothing is averaged.
    """
    ordered = np.sort(amounts, axis=1)
    out = round(tail * ordered.shape[1])
    return ordered[:, out], ordered[:, -1 - out]


def overtaking(
    ahead: NDArray[np.float64], behind: NDArray[np.float64], tail: float
) -> tuple[float, float, float]:
    """Return the month of overtaking in the middle try, and where the early and the late `tail` of tries end.

    See `overtaken`; inf stands for a try that has not overtaken by the last month.
    """
    months = np.sort(overtaken(ahead, behind))
    out = round(tail * len(months))
    return float(months[len(months) // 2]), float(months[out]), float(months[-1 - out])
