"""A pool of people who are ready to buy, what campaigns take out of it, and what comes in.

Arithmetic in whole quarters; nothing is drawn at random and nothing was measured. The pool begins with 1,000
people. Whether campaigns alone run out of people hangs on the refill: what comes in without their doing.

Assumes: so many people become ready to buy each quarter without any campaign's doing.
"""

from __future__ import annotations


def quarters(
    refill: float,
    strength: float,
    leak: float,
    count: int = 12,
    moved: float = 0.0,
    fetched: float = 0.0,
    delay: int = 0,
) -> tuple[float, ...]:
    """Return the sales of each quarter, of a pool that begins with 1,000 people.

    Parameters
    ----------
    refill : float
        People who come into the pool each quarter by themselves: 0 or more.
    strength : float
        The share of the pool that buys in a quarter when the whole budget goes into campaigns, 0 to 1; with
        a part of the budget, that part of it.
    leak : float
        The share of those who did not buy that is lost from one quarter to the next, 0 to 1.
    count : int
        Quarters.
    moved : float
        The part of the budget that goes into being known instead of into campaigns, 0 to 1.
    fetched : float
        People whom the whole budget of a quarter would bring into the pool if it went into being known.
    delay : int
        Quarters from spending on being known until these people come.

    Raises
    ------
    ValueError
        When a share lies outside 0 to 1, or a number of people or quarters is negative.
    """
    for name, share in (("strength", strength), ("leak", leak), ("part of the budget", moved)):
        if not 0 <= share <= 1:
            raise ValueError(f"The {name} goes from 0 to 1; {share:g} lies outside.")
    if min(refill, fetched, delay, count) < 0:
        raise ValueError("There are no people and some, and no quarters and some, but never fewer than none.")
    pool, sales = 1_000.0, []
    for quarter in range(count):
        sales.append(strength * (1 - moved) * pool)
        # What is spent in quarter 1 with a delay of 3 is there to be sold to in quarter 4.
        arrived = fetched * moved if quarter + 1 >= delay else 0.0
        pool = (pool - sales[-1]) * (1 - leak) + refill + arrived
    return tuple(sales)
