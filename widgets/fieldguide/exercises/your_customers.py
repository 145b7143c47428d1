"""The reader's own numbers: what a customer is worth, how sure that is, and how long a silence may last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures
from fieldguide.controls import Amount, Choice
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import money, round_top

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Chances of being gone whose days of silence are told.
EVEN, NEARLY_SURE = 0.5, 0.9

#: From this share on it is printed as all.
NEARLY_ALL = 0.9995

#: How many cycles of silence are looked at.
CYCLES = 20

#: How many pieces the curve is drawn in.
PIECES = 60

#: The widest words beside the dot, in points of retention.
WIDEST = 40


@dataclass(frozen=True)
class Own:
    """What the reader's numbers come to."""

    customers: int
    came_back: int
    retention: float
    low: float
    high: float
    worth: float
    worth_low: float
    #: None where the upper end has no limit: everybody stays and nothing is discounted.
    worth_high: float | None
    margin: float
    #: Discount rate of one cycle.
    rate: float
    #: Days of silence after which these chances of being gone are reached; None: not within CYCLES.
    even: int | None
    nearly_sure: int | None
    #: The same for `nearly_sure` if only as many come back as the lower end says.
    nearly_sure_low: int | None

    @property
    def top(self) -> float:
        """Dollars at the top of the axis."""
        return round_top(max(1.3 * (self.worth_high or 2 * self.worth), 0.01))

    def retention_for(self, worth: float) -> float:
        """Return the share who must come back for a customer to be worth so much: the curve, read across."""
        return worth * (1 + self.rate) / (self.margin + worth)


class YourCustomers(Exercise):
    """Five numbers that every shop can count."""

    slug = "your-customers"
    title = "Your own customers"
    question = (
        "Replace the example by numbers of your own: what is one of your customers worth, and after what "
        "silence would you call?"
    )
    controls = (
        Amount("customers", "Customers you looked at", low=1, high=100_000_000, default=200),
        Amount("came_back", "Of them, bought again", low=0, high=100_000_000, default=120),
        Amount(
            "margin", "One purchase earns", unit="dollars", low=0.01, high=1_000_000.0, step=0.01, default=30
        ),
        Amount(
            "cycle", "From one purchase to the next", unit="days, on average", low=1, high=20_000, default=90
        ),
        Amount("rate", "Money put elsewhere grows by", unit="% a year", low=0.0, high=100.0, default=10),
    )
    assumptions = (
        Choice(
            "regularity",
            "Those who come back come",
            options={1: "at random", 4: "fairly regularly", 25: "like clockwork"},
            default=1,
        ),
    )
    assumes = (
        "What you see first is an example. Everybody who came back once comes back again with the same "
        "chance, at the same pace, and earns you the same. If you did not watch long enough for the slow "
        "ones, your count is too low. The range is for luck alone, 95 times in 100: it does not know "
        "whether next year is like last year. How regularly people buy decides what a silence means."
    )

    def compute(self, values: dict[str, Any]) -> Own:
        customers, came_back = values["customers"], values["came_back"]
        if came_back > customers:
            raise ValueError(
                f"Of {customers:,} customers, {came_back:,} cannot have come back. Correct one of the two."
            )
        margin, cycle = values["margin"], values["cycle"]
        rate = measures.rate_per_cycle(values["rate"] / 100, cycle * 12 / 365)
        low, high = map(float, measures.wilson(came_back, customers))
        retention = came_back / customers
        even, nearly_sure = (
            _silence(chance, cycle, retention, values["regularity"]) for chance in (EVEN, NEARLY_SURE)
        )
        return Own(
            customers=customers,
            came_back=came_back,
            retention=retention,
            low=low,
            high=high,
            worth=measures.lifetime_value(margin, retention, rate),
            worth_low=measures.lifetime_value(margin, low, rate),
            worth_high=None if rate == 0 and high == 1 else measures.lifetime_value(margin, high, rate),
            margin=margin,
            rate=rate,
            even=even,
            nearly_sure=nearly_sure,
            nearly_sure_low=_silence(NEARLY_SURE, cycle, low, values["regularity"]),
        )

    def shows(self, result: Own) -> Figure:
        drawing, axes = _retention_and_worth()
        top = result.top
        for height in (0, 0.5, 1):
            axes.text(-2, height, money(height * top), ha="right", va="center")
        heights = [number / PIECES for number in range(PIECES + 1)]
        percents = [100 * result.retention_for(height * top) for height in heights]
        inside = sum(percent <= 100 for percent in percents)
        band = {"color": figures.ORANGE, "alpha": 0.25, "lw": 0}
        axes.axvspan(100 * result.low, 100 * result.high, ymax=1 / 1.15, **band)
        axes.plot(percents[:inside], heights[:inside], color=figures.BLUE, lw=2.4, clip_on=False)
        at, height = 100 * result.retention, result.worth / top
        axes.plot(at, height, "o", ms=10, mew=0, color=figures.PURPLE, clip_on=False)
        # The curve only rises: there is room to the left of the dot above it, to the right below it.
        left = at > WIDEST
        axes.text(
            at + (-3 if left else 4),
            height + 0.05 if left else max(height - 0.04, 0.05),
            f"yours: {money(result.worth)}",
            ha="right" if left else "left",
            va="bottom" if left else "center",
            color=figures.PURPLE,
            fontweight="bold",
        )
        return drawing

    def alt(self, result: Own) -> str:
        return (
            "What a customer is worth, by the share who come back: a curve that rises slowly at first and "
            f"steeply towards the end. Yours is a dot at {_finely(result.retention)} and "
            f"{money(result.worth)}; a band from {_finely(result.low)} to {_finely(result.high)} marks "
            "what luck alone leaves open."
        )

    def says(self, result: Own) -> str:
        highest = "without limit" if result.worth_high is None else money(result.worth_high)
        return (
            f"{result.came_back:,} of {result.customers:,} came back, {_finely(result.retention)}: what is "
            f"to come from a customer is worth {money(result.worth)} today. Luck alone leaves open anything "
            f"from {_finely(result.low)} to {_finely(result.high)}, and so from {money(result.worth_low)} "
            f"to {highest}. {_silence_in_words(result)}"
        )


def _finely(share: float) -> str:
    """Write a share in whole percents, but none as all and some as none."""
    return f"{share:.0%}" if share in (0, 1) or 0.01 <= share <= 0.99 else f"{share:.1%}"


def _silence(chance: float, cycle: float, retention: float, regularity: int) -> int | None:
    """Return the first day of silence on which a customer is gone with this chance."""
    steps = 4_000
    step = max(1.0, CYCLES * cycle / steps)
    days = [step * number for number in range(int(CYCLES * cycle / step) + 1)]
    found = measures.first_at_least(measures.chance_gone(days, cycle, retention, regularity), chance)
    return None if found is None else round(days[found - 1])


def _silence_in_words(result: Own) -> str:
    if result.nearly_sure is None:
        first = "From these customers you cannot tell after what silence somebody has gone"
        if result.nearly_sure_low is None or result.low >= NEARLY_ALL:
            return f"{first}: hardly anybody goes."
        return (
            f"{first}. If in truth only {_finely(result.low)} come back, the chance is nine in ten after "
            f"{_days(result.nearly_sure_low)}."
        )
    if result.nearly_sure == 0:
        return "Right after a purchase the chance is already nine in ten that it was the last."
    days = _days(result.nearly_sure)
    if result.even == 0:
        return (
            "Right after a purchase it is already as likely as not that it was the last; after a silence of "
            f"{days} the chance is nine in ten."
        )
    return (
        f"After a silence of {_days(result.even)} it is as likely as not that the customer has gone; after "
        f"{days} the chance is nine in ten."
    )


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"


@figures.backdrop
def _retention_and_worth() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=270, left=74, right=18, bottom=44, top=6)
    axes.set(xlim=(0, 100), ylim=(0, 1.15), xlabel="of 100 customers, buy again")
    axes.set(xticks=range(0, 101, 20), yticks=(0, 0.5, 1), yticklabels=())
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-20, 1.08, "a customer is worth")
    return drawing, axes
