"""A dealership with a bonus on its survey score: four quarters, one thing to do in each.

A model made for the book; no dealership was measured. In each quarter the manager fixes the service, coaches
the customer ("anything below a ten is a fail"), or chooses who is asked. What comes of a plan is computed on
average (`dealership_years`) and can be played customer by customer (`dealership_year`); a test holds that
both agree.

What hangs on what: tricks pay because they work at once while a repair is felt later (`lag`) and by fewer
people than they reach; they harm because a quarter spent on them is a quarter without repairs. Let repairs go
on beside them (`beside`), or let coaching itself put things right (`put_right`), and playing for the bonus
can be the best for customers too.

Scale: of about 1,700 car buyers who answered TrueDelta in 2007, nearly half had felt influenced and about one
in eight had inflated the answer: one in four of those influenced. At the start 23% of coached customers do
so here. That panel chose itself. Everything else is made up.

Assumes: tricks work at once, repairs are felt later, and a quarter spent on one is not spent on the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from fieldguide._cached import cached

FIX, COACH, CHOOSE = "fix", "coach", "choose"
DEEDS = (FIX, COACH, CHOOSE)
QUARTERS = 4

#: Share of visits that go wrong before anybody does anything.
WRONG = 0.3

#: Promoters, passives and detractors among those whose visit went well, and among those whose went wrong.
ANSWERS = ((0.6, 0.3, 0.1), (0.05, 0.25, 0.7))

#: Of those whose visit went well, and of those whose went wrong, the share who come back within a year.
BACK = (0.8, 0.4)

#: Customers in a year, one visit each and as many in every quarter, and the share of those asked who answer.
CUSTOMERS, ANSWERED = 1_000, 0.3

#: What the bonus pays, in dollars: for a point of the year's average score, and for a customer who is still
#: one when the next year ends; both above what a dealership gets that does nothing. At these prices an honest
#: year earns about the same from either.
POINT, CUSTOMER = 1_000, 125


@dataclass(frozen=True)
class Dealership:
    """What the model assumes; shares run from 0 to 1.

    Attributes
    ----------
    fixed : float
        Share of the visits that still go wrong that a quarter of fixing does away with, for good.
    lag : int
        Quarters until a repair is felt: 0 is at once, and at most 2.
    inflated : float
        Of coached customers who would not have been promoters, the share who answer with a ten.
    left_out : float
        Of visits that went wrong, the share that are not asked when the dealership chooses.
    put_right : float
        Of visits that went wrong, the share that the coaching talk brings up and puts right on the spot.
    put_off : float
        Of coached customers who would have come back, the share who do not, because of the pressure.
    beside : float
        How much of a quarter's fixing is still done beside coaching or choosing.
    """

    fixed: float = 0.25
    lag: int = 1
    inflated: float = 0.4
    left_out: float = 0.6
    put_right: float = 0.1
    put_off: float = 0.05
    beside: float = 0.0

    def __post_init__(self) -> None:
        shares = (
            self.fixed, self.inflated, self.left_out, self.put_right, self.put_off, self.beside,
        )  # fmt: skip
        if not all(0 <= share <= 1 for share in shares):
            raise ValueError("What a dealership assumes are shares, from 0 to 1.")
        if self.lag not in (0, 1, 2):
            raise ValueError(f"A repair is felt after 0, 1 or 2 quarters, not after {self.lag}.")


@dataclass(frozen=True, eq=False)
class DealershipYears:
    """What comes of each of several plans, on average.

    Attributes
    ----------
    scores : (plans, 4) array
        Reported net promoter score of each quarter.
    wrong : (plans, 4) array
        Share of each quarter's visits that go wrong and are not put right: the true experience.
    later : (plans,) array
        Share of next year's visits that go wrong.
    kept : (plans,) array
        Of 1,000 customers, how many are still customers when the next year ends.
    """

    scores: NDArray[np.float64]
    wrong: NDArray[np.float64]
    later: NDArray[np.float64]
    kept: NDArray[np.float64]


@dataclass(frozen=True)
class PlayedYear:
    """One year with its luck, customer by customer.

    Attributes
    ----------
    answers : tuple
        For each quarter, how many promoters, passives and detractors answered.
    wrong : tuple of int
        For each quarter, how many visits went wrong and were not put right.
    kept : int
        How many of the 1,000 are still customers when the next year ends.
    """

    answers: tuple[tuple[int, int, int], ...]
    wrong: tuple[int, ...]
    kept: int


@cached()
def dealership_plans() -> tuple[tuple[str, ...], ...]:
    """Return every plan for a year: 81 of them, the honest one (fixing in each quarter) first."""
    return tuple(product(DEEDS, repeat=QUARTERS))


def dealership_years(
    plans: Sequence[Sequence[str]], house: Dealership, outsider: float = 0.0
) -> DealershipYears:
    """Return what comes of each plan on average.

    Parameters
    ----------
    plans : sequence of plans
        Each says what is done in the four quarters.
    house : Dealership
        What is assumed.
    outsider : float
        Share of the answers, 0 to 1, that somebody else collects, by lot and out of the dealership's sight:
        these are neither coached nor chosen.

    Raises
    ------
    ValueError
        On plans that are not four known deeds, or an impossible share.
    """
    deeds = _numbers(plans)
    if not 0 <= outsider <= 1:
        raise ValueError(f"The outsider's share goes from 0 to 1; {outsider} lies outside.")
    coached, chosen = deeds == 1, deeds == 2
    felt, later = _wrong(deeds, house)
    wrong = np.where(coached, felt * (1 - house.put_right), felt)

    asked = np.where(chosen, wrong * (1 - house.left_out * (1 - outsider)), wrong)
    among = (asked / (asked + 1 - wrong))[..., None]  # share of those asked whose visit went wrong
    mix = np.array(ANSWERS[0]) * (1 - among) + np.array(ANSWERS[1]) * among
    honest = 1 - np.where(coached, house.inflated * (1 - outsider), 0)
    scores = 100 * (1 - (mix[..., 1] + mix[..., 2]) * honest - mix[..., 2] * honest)

    stays = 1 - np.where(coached, house.put_off, 0)
    return DealershipYears(
        scores=scores,
        wrong=wrong,
        later=later,
        kept=CUSTOMERS * (_back(wrong) * stays).mean(axis=1) * _back(later),
    )


def dealership_year(
    plan: Sequence[str], house: Dealership, outsider: float = 0.0, seed: int = 0
) -> PlayedYear:
    """Play one year with its luck; the same seed means the same customers, whatever the plan."""
    deeds = _numbers([plan])[0]
    felt, later = _wrong(deeds[None], house)
    rng = np.random.default_rng(seed)
    size = CUSTOMERS // QUARTERS
    answers, wrong, kept = [], [], 0
    for deed, goes_wrong in zip(deeds, felt[0], strict=True):
        # A row of luck for every customer, drawn in full so that no decision shifts anybody else's.
        visit, right, asked, away, left, liking, bent, back, off, next_visit, stay = rng.random((11, size))
        bad = (visit < goes_wrong) & ~((deed == 1) & (right < house.put_right))
        in_sight = away >= outsider
        out = (deed == 2) & in_sight & bad & (left < house.left_out)
        told = (asked < ANSWERED) & ~out
        promoter = liking < np.where(bad, ANSWERS[1][0], ANSWERS[0][0])
        detractor = liking >= 1 - np.where(bad, ANSWERS[1][2], ANSWERS[0][2])
        inflates = (deed == 1) & in_sight & ~promoter & (bent < house.inflated)
        promoter, detractor = promoter | inflates, detractor & ~inflates
        answers.append(
            (
                int((told & promoter).sum()),
                int((told & ~promoter & ~detractor).sum()),
                int((told & detractor).sum()),
            )
        )
        wrong.append(int(bad.sum()))
        returns = (back < _back(bad)) & ~((deed == 1) & (off < house.put_off))
        kept += int((returns & (stay < _back(next_visit < later[0]))).sum())
    return PlayedYear(tuple(answers), tuple(wrong), kept)


@cached()
def dealership_idle() -> tuple[float, float]:
    """Return score and customers kept of a dealership that does nothing, on which the bonus builds."""
    (well, _, badly), (well_, _, badly_) = ANSWERS
    score = (1 - WRONG) * (well - badly) + WRONG * (well_ - badly_)
    return 100 * score, CUSTOMERS * float(_back(WRONG)) ** 2


def dealership_bonus(years: DealershipYears, waits: float, customer: float = CUSTOMER) -> NDArray[np.float64]:
    """Return what each plan earns, in dollars.

    Parameters
    ----------
    years : DealershipYears
        What comes of the plans.
    waits : float
        Share of the bonus, 0 to 1, that does not pay for points of this year's score but waits, and pays for
        customers who are still there when the next year ends.
    customer : float
        Dollars that the whole of it would pay for each of them. What share is enough hangs on this price.

    Returns
    -------
    (plans,) array

    Raises
    ------
    ValueError
        When the share that waits lies outside 0 to 1.
    """
    if not 0 <= waits <= 1:
        raise ValueError(f"The share that waits goes from 0 to 1; {waits} lies outside.")
    score, kept = dealership_idle()
    now, then = POINT * (years.scores.mean(axis=1) - score), customer * (years.kept - kept)
    return (1 - waits) * now + waits * then


def dealership_best(years: DealershipYears, waits: float, customer: float = CUSTOMER) -> int:
    """Return which plan earns most; of those that earn the same, the one that keeps most customers."""
    earned = dealership_bonus(years, waits, customer).round(2)
    return int(np.lexsort((years.kept, earned))[-1])


def _wrong(deeds: NDArray[np.intp], house: Dealership) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the share of visits that go wrong in each quarter, and in the year after."""
    work = np.where(deeds == 0, 1.0, house.beside)
    left = WRONG * np.cumprod(1 - house.fixed * work, axis=1)
    before = np.full((len(deeds), house.lag), WRONG)
    return np.concatenate([before, left], axis=1)[:, :QUARTERS], left[:, -1]


def _back(wrong: NDArray | float) -> NDArray[np.float64]:
    """Return the share who come back, given the share whose visit went wrong."""
    return BACK[0] + (BACK[1] - BACK[0]) * np.asarray(wrong, dtype=float)


def _numbers(plans: Sequence[Sequence[str]]) -> NDArray[np.intp]:
    """Return plans as numbers: 0 fix, 1 coach, 2 choose."""
    for plan in plans:
        if len(plan) != QUARTERS or not set(plan) <= set(DEEDS):
            raise ValueError(f"A plan says for {QUARTERS} quarters to {', '.join(DEEDS)}; {plan!r} does not.")
    return np.array([[DEEDS.index(deed) for deed in plan] for plan in plans], dtype=np.intp)
