"""*Run the dealership*: a year in four choices under a bonus, and what the bonus would have to be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures, worlds
from fieldguide.controls import Choice, Moves, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars, points, price

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

QUARTERS = 4

#: The luck of the reader's year: which customers come.
SEED = 1

#: Fewer customers than this between two plans are no difference.
SAME = 1

#: What is read on the buttons, and what is said of it.
DEEDS = {"fix": "Fix the service", "coach": "Coach the customer", "choose": "Choose who is asked"}
DID = {"fix": "fixed the service", "coach": "coached the customer", "choose": "chose who is asked"}
DO = {"fix": "fix", "coach": "coach", "choose": "choose who is asked"}
TIMES = ("", "once", "twice", "three times")

#: What the map shows: dollars (the scale has one of two ends) and customers, and its size in units.
LEAST, MOST = -12_000, (40_000, 80_000)
FEWEST, HIGHEST = 360, 640
WIDE, TALL = 314, 238

#: Roughly how wide a bold letter is and how high a line, in units of the drawing.
LETTER, LINE = 7.6, 14

#: Where a name may stand beside its dot: the place of its middle, in half widths and in lines. The first are
#: tried first, in an order of each name's own.
ABOVE, BELOW, RIGHT = (0, 1.1), (0, -1.1), (1, 0)
PLACES = (ABOVE, BELOW, RIGHT, (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1), (0, 2.1), (0, -2.1))


@dataclass(frozen=True)
class Outcome:
    """What a plan comes to in an average year."""

    plan: tuple[str, ...]
    bonus: float
    kept: float
    score: float


@dataclass(frozen=True)
class Run:
    """Where the year stands, and when it is over, every plan there is."""

    plan: tuple[str, ...]
    #: The scores that were reported, quarter by quarter, with this year's luck.
    scores: tuple[measures.Score, ...]
    idle_score: float
    idle_kept: float
    waits: float
    honest: Outcome
    best: Outcome
    #: None until the year is over.
    you: Outcome | None
    #: The most customers that any plan keeps.
    most_kept: float
    bonuses: np.ndarray
    kept: np.ndarray
    #: The end of the scale of dollars.
    top: float
    guess: float | None

    @property
    def over(self) -> bool:
        return self.you is not None

    @property
    def lost(self) -> float:
        """How many customers the best play for the bonus keeps short of what could be kept."""
        return self.most_kept - self.best.kept

    @property
    def agrees(self) -> bool:
        """Whether playing for the bonus is also best for customers."""
        return self.lost < SAME


@cache
def _reported(plan: tuple[str, ...], house: worlds.Dealership, outsider: float) -> tuple[measures.Score, ...]:
    """Return the scores of the quarters so far; what comes later changes nothing in them."""
    whole = (*plan, *["fix"] * (QUARTERS - len(plan)))
    year = worlds.dealership_year(whole, house, outsider, SEED)
    return tuple(measures.net_promoter_score(*counts, adjusted=True) for counts in year.answers[: len(plan)])


@cache
def _years(house: worlds.Dealership, outsider: float) -> worlds.DealershipYears:
    return worlds.dealership_years(worlds.dealership_plans(), house, outsider)


def _top(house: worlds.Dealership) -> float:
    """Return an end of the scale that holds whatever the bonus can pay under these assumptions."""
    years = _years(house, 0)
    highest = max(worlds.dealership_bonus(years, waits).max() for waits in (0, 1))
    return MOST[0] if highest <= MOST[0] else MOST[1]


def waits_enough(step: float = 0.05, customer: float | None = None) -> float:
    """Return the least share of the bonus that has to wait for its best play to be the best for customers.

    What waits pays so many dollars for each `customer` kept (the world's price by default): that carries the
    answer.
    """
    price = worlds.dealership.CUSTOMER if customer is None else customer
    years = _years(worlds.Dealership(), 0)
    shares = [round(part * step, 10) for part in range(round(1 / step) + 1)]
    return next(
        share
        for share in shares
        if years.kept.max() - years.kept[worlds.dealership_best(years, share, price)] < SAME
    )


class RunTheDealership(Exercise):
    """Four quarters, three things to do, one bonus; then every plan at once, and the bonus to move."""

    slug = "run-the-dealership"
    title = "Run the dealership"
    question = (
        "You are the manager, and your bonus hangs on the survey score. You can do one thing a quarter. "
        "What do you do?"
    )
    guess = "run-the-dealership-guess"
    guessed_at = (
        "outsider", "fixed", "lag", "inflated", "left_out", "put_right", "put_off", "beside",
    )  # fmt: skip
    controls = (
        Moves("moves", "This quarter goes into", DEEDS, most=QUARTERS),
        Number(
            "waits",
            "Bonus that waits, and pays for customers who stay instead of for the score",
            unit="%",
            low=0,
            high=100,
            step=5,
            default=0,
        ),
        Number(
            "outsider",
            "Answers collected by an outsider, by lot and out of your sight",
            unit="%",
            low=0,
            high=100,
            step=5,
            default=0,
        ),
    )
    assumptions = (
        Number(
            "fixed",
            "A quarter of fixing rids you for good of this part of the visits that still go wrong",
            unit="%",
            low=5,
            high=50,
            step=5,
            default=25,
        ),
        Choice(
            "lag",
            "Customers feel a repair",
            {0: "at once", 1: "a quarter later", 2: "two quarters later"},
            default=1,
            style="menu",
        ),
        Number(
            "inflated",
            "Coached customers who give a ten where they would have given less",
            unit="%",
            low=0,
            high=80,
            step=5,
            default=40,
        ),
        Number(
            "left_out",
            "Visits gone wrong that are not asked when you choose who is",
            unit="%",
            low=0,
            high=100,
            step=10,
            default=60,
        ),
        Number(
            "put_right",
            "Visits gone wrong that the coaching talk puts right on the spot",
            unit="%",
            low=0,
            high=100,
            step=10,
            default=10,
        ),
        Number(
            "put_off",
            "Coached customers who stay away because of the pressure",
            unit="%",
            low=0,
            high=20,
            step=1,
            default=5,
        ),
        Number(
            "beside",
            "Repairs that still get done in a quarter of coaching or choosing",
            unit="% of a quarter of fixing",
            low=0,
            high=100,
            step=10,
            default=0,
        ),
    )
    assumes = (
        "Simulated: no dealership was measured. A year has 1,000 customers with one visit each; at first 30% "
        "of visits go wrong. Of those whose visit went well 80% come back within a year, of the others 40%. "
        "A customer is kept who comes back next year and would come back again after it. The bonus pays "
        "$1,000 for each point by which the year’s average score beats doing nothing; what waits pays $125 "
        "for each customer kept beyond doing nothing, at which an honest year earns about the same either "
        "way; how much has to wait hangs on that price. The manager goes by the money alone and minds "
        "neither waiting nor risk. Bonus and customers on the map are those of an average year; the scores "
        "during the year have this year’s luck in them. The share who inflate is scaled to a poll of car "
        "buyers who had volunteered to be asked; nearly all the rest is made up."
    )

    def compute(self, values: dict[str, Any]) -> Run:
        plan = tuple(values["moves"])
        house = worlds.Dealership(
            fixed=values["fixed"] / 100,
            lag=values["lag"],
            **{
                name: values[name] / 100
                for name in ("inflated", "left_out", "put_right", "put_off", "beside")
            },
        )
        outsider, waits = values["outsider"] / 100, values["waits"] / 100
        years, plans = _years(house, outsider), worlds.dealership_plans()
        bonuses = worlds.dealership_bonus(years, waits)

        def outcome(number: int) -> Outcome:
            mean = float(years.scores[number].mean())
            return Outcome(plans[number], float(bonuses[number]), float(years.kept[number]), mean)

        idle_score, idle_kept = worlds.dealership_idle()
        return Run(
            plan=plan,
            scores=_reported(plan, house, outsider),
            idle_score=idle_score,
            idle_kept=idle_kept,
            waits=waits,
            honest=outcome(0),
            best=outcome(worlds.dealership_best(years, waits)),
            you=outcome(plans.index(plan)) if len(plan) == QUARTERS else None,
            most_kept=float(years.kept.max()),
            bonuses=bonuses,
            kept=years.kept,
            top=_top(house),
            guess=self.guess_for(values),
        )

    def asks(self, result: Run) -> dict[str, str]:
        if result.over:
            return {"moves": "<p><strong>The year is over.</strong> Now move the bonus below.</p>"}
        return {"moves": f"<p><strong>Quarter {len(result.plan) + 1} of {QUARTERS}.</strong></p>"}

    def notes(self, result: Run) -> dict[str, str]:
        point = price(worlds.dealership.POINT * (1 - result.waits))
        customer = price(worlds.dealership.CUSTOMER * result.waits)
        pays = f"<p>A point of score pays {point}, a customer kept {customer}.</p>"
        if not result.plan:
            return {"waits": pays}
        last = result.scores[-1]
        return {
            "moves": f"<p>In quarter {len(result.plan)} you {DID[result.plan[-1]]}. {last.answers} answers: "
            f"score {points(last.value)}.</p>",
            "waits": pays,
        }

    def locks(self, result: Run) -> set[str]:
        return {"moves"} if result.over else set()

    def shows(self, result: Run) -> Figure:
        return self._map(result) if result.over else self._year(result)

    def _year(self, result: Run) -> Figure:
        drawing, axes = _quarters()
        axes.axhline(result.idle_score, color=figures.MUTED, lw=1.4, ls=(0, (4, 3)))
        for quarter, score in enumerate(result.scores, start=1):
            axes.plot([quarter] * 2, [score.low, score.high], color=figures.PURPLE, lw=2.4)
            axes.plot(quarter, score.value, "o", ms=9, mew=0, color=figures.PURPLE)
            axes.text(
                quarter + 0.1,
                score.value + 1,
                points(score.value),
                va="bottom",
                color=figures.PURPLE,
                fontweight="bold",
            )
        return drawing

    def _map(self, result: Run) -> Figure:
        drawing, axes = _dollars_and_customers(result.top)
        axes.axhline(result.idle_kept, color=figures.MUTED, lw=1.4, ls=(0, (4, 3)))
        spots = {(round(x), round(y, 1)) for x, y in zip(result.bonuses, result.kept, strict=True)}
        axes.plot(*zip(*sorted(spots), strict=True), "o", ms=4, mew=0, color=figures.MUTED, alpha=0.55)
        named = (
            ("honest", result.honest, figures.BLUE, ABOVE),
            ("best play", result.best, figures.ORANGE, BELOW),
            ("you", result.you, figures.PURPLE, RIGHT),
        )
        # One plan under several names has one label: “you = best play”, in the color of the uppermost dot.
        labels: dict[tuple[str, ...], tuple[str, Outcome, str, tuple[float, float]]] = {}
        for size, (name, one, color, first) in zip((13, 10, 6), named, strict=True):
            # The largest dot lies lowest, so that all are seen where they meet.
            axes.plot(one.bonus, one.kept, "o", ms=size, mew=0, color=color)
            if one.plan in labels:
                below, _, _, first = labels[one.plan]
                name = f"{name} = {below}"
            labels[one.plan] = (name, one, color, first)
        boxes: list[tuple[float, float, float]] = []
        for name, one, color, first in labels.values():
            x = WIDE * (one.bonus - LEAST) / (result.top - LEAST)
            y = TALL * (one.kept - FEWEST) / (HIGHEST - FEWEST)
            boxes.append(_placed(x, y, len(name) * LETTER / 2, first, boxes))
            axes.text(
                LEAST + boxes[-1][0] / WIDE * (result.top - LEAST),
                FEWEST + boxes[-1][1] / TALL * (HIGHEST - FEWEST),
                name,
                ha="center",
                va="center",
                color=color,
                fontweight="bold",
            )
        return drawing

    def alt(self, result: Run) -> str:
        if not result.over:
            before = f"the score before the year, {points(result.idle_score)}"
            scores = ", ".join(points(score.value) for score in result.scores)
            drawn = f"dots with a margin for the quarters so far: {scores}" if scores else "no quarter yet"
            return f"Four quarters over a scale of survey scores; a dashed line marks {before}; {drawn}."
        named = "; ".join(
            f"{name} at {_hundreds(one.bonus)} and {one.kept:.0f}"
            for name, one in (("you", result.you), ("honest", result.honest), ("best play", result.best))
        )
        return (
            "A map of all 81 ways to spend the year, by the bonus that each earns and by how many of 1,000 "
            f"customers it keeps: {named}. A dashed line marks the {result.idle_kept:.0f} customers that "
            "doing nothing keeps."
        )

    def says(self, result: Run) -> str:
        if not result.plan:
            return (
                f"The score is {points(result.idle_score)}, and 30 of 100 visits go wrong. Whatever you do, "
                "you see the score at the end of each quarter, and what became of the customers only when "
                "the year is over."
            )
        if not result.over:
            return self._so_far(result)
        you, honest, best = result.you, result.honest, result.best
        if you.plan == honest.plan:
            first = (
                f"Your honest year earns {_hundreds(you.bonus)} and keeps {you.kept:.0f} of 1,000 customers."
            )
        else:
            first = (
                f"Your year earns {_hundreds(you.bonus)} and keeps {you.kept:.0f} of 1,000 customers; an "
                f"honest one earns {_hundreds(honest.bonus)} and keeps {honest.kept:.0f}."
            )
        play = f"The best play for this bonus is to {in_words(best.plan)}"
        if result.agrees:
            second = f"{play}, and no other keeps more customers: bonus and customers agree."
        else:
            second = (
                f"{play}: an average score of {points(best.score)}, {_hundreds(best.bonus)}, and "
                f"{_customers(result.lost)} fewer than could be kept."
            )
        return f"{first} {second}{self._guess_in_words(result)}"

    def _so_far(self, result: Run) -> str:
        last = result.scores[-1]
        reach = (last.high - last.low) / 2
        left = QUARTERS - len(result.plan)
        return (
            f"The score is {points(last.value)}, give or take {reach:.0f}, for only {last.answers} "
            f"customers answered; before the year it was {points(result.idle_score)}. "
            f"{left} {'quarter is' if left == 1 else 'quarters are'} left."
        )

    def _guess_in_words(self, result: Run) -> str:
        if result.guess is None:
            return ""
        return f" You guessed that {result.guess:.0f}% of the bonus would have to wait for that."


@figures.backdrop
def _quarters() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=330, left=48, right=14, top=30)
    axes.set(xlim=(0.5, QUARTERS + 0.6), ylim=(-35, 100), xlabel="quarter", xticks=range(1, QUARTERS + 1))
    axes.set(yticks=range(-25, 101, 25))
    axes.grid(visible=False, axis="x")
    axes.tick_params(length=0)
    axes.spines["left"].set_visible(False)
    axes.text(0.5, 106, "score; bars: 95% margin; dashed: before the year", va="bottom")
    return drawing, axes


@figures.backdrop
def _dollars_and_customers(top: float) -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=TALL + 92, left=48, right=18, bottom=64, top=28)
    ticks = range(0, round(top) + 1, round(top / 4))
    axes.set(xlim=(LEAST, top), ylim=(FEWEST, HIGHEST), xticks=ticks, yticks=range(400, HIGHEST, 100))
    axes.set(xticklabels=[f"${tick / 1_000:.0f}k" if tick else "$0" for tick in ticks])
    axes.set_xlabel("bonus in an average year")
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-42 * (top - LEAST) / WIDE + LEAST, HIGHEST + 10, "customers kept, of 1,000")
    text = "small dots: all 81 plans; dashed: doing nothing"
    axes.text(0.44, -0.255, text, ha="center", transform=axes.transAxes)
    return drawing, axes


def _placed(
    x: float, y: float, half: float, first: tuple[float, float], taken: list[tuple[float, float, float]]
) -> tuple[float, float, float]:
    """Return where a name's middle stands beside a dot, clear of the names that stand, and its half width."""
    for across, up in (first, *PLACES):
        middle = x + across * (half + 9)
        if not up and not half <= middle <= WIDE - half:
            continue  # moved back into the picture it would lie on its own dot
        at = min(max(middle, half), WIDE - half), y + up * LINE
        clear = all(
            abs(at[0] - other[0]) > half + other[2] or abs(at[1] - other[1]) > LINE for other in taken
        )
        if clear and LINE / 2 < at[1] < TALL - LINE / 2:
            break
    return *at, half


def in_words(plan: tuple[str, ...]) -> str:
    """Tell a plan: “fix once, then coach three times”."""
    runs = [(deed, len(list(run))) for deed, run in groupby(plan)]
    if len(runs) == 1:
        return f"{DO[plan[0]]} in all four quarters"
    return ", then ".join(f"{DO[deed]} {TIMES[count]}" for deed, count in runs)


def _hundreds(amount: float) -> str:
    return dollars(round(amount / 100) * 100)


def _customers(count: float) -> str:
    whole = max(round(count), 1)
    return "1 customer" if whole == 1 else f"{whole} customers"
