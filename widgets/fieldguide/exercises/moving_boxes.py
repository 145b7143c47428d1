"""Whom to offer the moving boxes: who is likely to buy, or whom the offer changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures, worlds
from fieldguide.controls import Amount, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars, people

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

CUSTOMERS = 1_000

#: The two lists and the lottery, as the figure names them.
LIKELY, CHANGED, LOT = "likeliest first", "most changed first", "by lot"

#: Each one's color, and its line in words.
STYLES = {
    LIKELY: (figures.ORANGE, "dashes"),
    CHANGED: (figures.BLUE, "line"),
    LOT: (figures.MUTED, "dots"),
}

#: Where the words above the curves begin, and how far apart their lines are, in heights of the curves.
ABOVE, APART = 1.4, 0.09


@dataclass(frozen=True)
class Offered:
    """What offers to the first so many of two lists bring, and of a lottery."""

    offers: int
    #: Expected profit of offers to the first 0, 1, 2, ... customers of a list, in dollars.
    likely: np.ndarray
    changed: np.ndarray
    by_lot: float
    #: Of each 100 customers who got the offer, how many buy; and how many of all of them because of it.
    likely_buy: float
    changed_buy: float
    likely_owed: float
    changed_owed: float
    #: The incremental chance from which an offer pays; customers above it, by what they are changed and buy.
    worth: float
    above: int
    buy_above: int

    @property
    def profits(self) -> dict[str, float]:
        """Profit of this many offers, by how the customers are chosen."""
        return {
            LIKELY: float(self.likely[self.offers]),
            CHANGED: float(self.changed[self.offers]),
            LOT: self.by_lot * self.offers,
        }


class MovingBoxes(Exercise):
    """Two ways to rank a thousand customers, and what their first so many bring."""

    slug = "moving-boxes"
    title = "Moving boxes"
    question = (
        "Your database predicts who will buy moving boxes. To whom do you send the coupon: those most "
        "likely to buy, or those whom the coupon changes most?"
    )
    controls = (
        Number(
            "offers", "Coupons, to the first of 1,000 customers", low=20, high=1_000, step=20, default=300
        ),
        Number(
            "anyway", "Would buy without a coupon", unit="% of customers", low=2, high=60, step=1, default=40
        ),
        Number(
            "annoyance",
            "A coupon that changes nothing costs",
            unit="dollars",
            low=0.0,
            high=5.0,
            step=0.25,
            default=1.0,
            format=".2f",
        ),
    )
    assumptions = (
        Number(
            "known",
            "How well you know whom it changes (0: a lottery, 100: exactly)",
            low=0,
            high=100,
            step=5,
            default=60,
        ),
        Number(
            "together",
            "Likely buyers are the hardest (−100) or easiest (100) to win over",
            low=-100,
            high=100,
            step=10,
            default=0,
        ),
        Amount(
            "value",
            "A sale made by the coupon brings",
            unit="dollars",
            low=1.0,
            high=10_000.0,
            step=1.0,
            default=20.0,
        ),
        Amount(
            "contact", "Sending a coupon costs", unit="dollars", low=0.0, high=1_000.0, step=0.05, default=0.5
        ),
    )
    assumes = (
        "A thousand made-up customers. Each has a chance of buying anyway and, should they not, a chance of "
        "being won over by the coupon (one in eight on average): it cannot sell boxes to somebody who buys "
        "them anyway. You know everybody’s chance of buying exactly, which flatters the first list, and how "
        "much the coupon changes it only more or less. A coupon that changes nothing annoys somebody; a "
        "discount, which only buyers redeem, is left out."
    )

    def compute(self, values: dict[str, Any]) -> Offered:
        people = worlds.customers(values["anyway"] / 100, values["together"] / 100, values["known"] / 100)
        costs = values["contact"], values["annoyance"]
        gains, offers = people.gains(values["value"], *costs), values["offers"]
        lists = people.by_likelihood(), people.by_effect()
        likely, changed = (_running(gains[order]) for order in lists)
        buys = [100 * float(people.offered[order[:offers]].mean()) for order in lists]
        owed = [float(people.effect[order[:offers]].sum()) for order in lists]
        worth = measures.worth_offering(values["value"], *costs)
        return Offered(
            offers=offers,
            likely=likely,
            changed=changed,
            by_lot=float(gains.mean()),
            likely_buy=buys[0],
            changed_buy=buys[1],
            likely_owed=owed[0],
            changed_owed=owed[1],
            worth=worth,
            above=int((people.effect > worth).sum()),
            buy_above=int((people.offered > worth).sum()),
        )

    def shows(self, result: Offered) -> Figure:
        drawing, axes = _offers_and_profit()
        everybody = result.by_lot * CUSTOMERS
        low = min(0, everybody, float(result.likely.min()), float(result.changed.min()))
        high = max(0, everybody, float(result.likely.max()), float(result.changed.max()))
        whole = (high - low) or 1.0

        def up(dollars: Any) -> Any:
            return (dollars - low) / whole

        axes.plot([0, CUSTOMERS], [up(0)] * 2, color=figures.MUTED, lw=0.9)
        axes.plot([0, CUSTOMERS], [up(0), up(everybody)], color=figures.MUTED, lw=1.4, ls=(0, (1, 2)))
        places = [*range(0, CUSTOMERS, 20), CUSTOMERS]
        for name, curve, style in ((LIKELY, result.likely, (0, (6, 2))), (CHANGED, result.changed, "-")):
            axes.plot(places, up(curve[places]), color=STYLES[name][0], lw=2.2, ls=style)
        axes.plot([result.offers] * 2, [0, 1.04], color=figures.PURPLE, lw=1.2)
        dots = [up(profit) for profit in result.profits.values()]
        axes.plot([result.offers] * len(dots), dots, "o", ms=6, mew=0, color=figures.PURPLE)

        # What they bring is written above, best first: beside the dots there is no room that is always free.
        words = f"{result.offers:,} coupons bring a profit of"
        axes.text(0, ABOVE, words, color=figures.PURPLE, fontweight="bold")
        ranked = sorted(result.profits.items(), key=lambda one: -one[1])
        for row, (name, profit) in enumerate(ranked, start=1):
            words = f"{dollars(profit)}, {name} ({STYLES[name][1]})"
            axes.text(0, ABOVE - row * APART, words, color=STYLES[name][0], fontweight="bold")
        axes.text(
            CUSTOMERS, up(0) + (0.015 if up(0) < 0.9 else -0.075), "$0", ha="right", color=figures.MUTED
        )
        return drawing

    def alt(self, result: Offered) -> str:
        profits = ", ".join(f"{name} {dollars(profit)}" for name, profit in result.profits.items())
        best = ", ".join(
            f"{name} {dollars(float(curve.max()))} at {int(curve.argmax()):,} coupons"
            for name, curve in ((LIKELY, result.likely), (CHANGED, result.changed))
        )
        return (
            "Profit against the number of coupons, for two ways to rank the customers. With "
            f"{result.offers:,} coupons: {profits}. The curves are highest, {best}."
        )

    def says(self, result: Offered) -> str:
        profits = result.profits
        offers = f"{result.offers:,}"
        first = (
            f"Of the {offers} likeliest, {result.likely_buy:.0f}% buy, {people(result.likely_owed)} "
            f"because of the coupon: {dollars(profits[LIKELY])}. Of the {offers} whom you believe it "
            f"changes most, {result.changed_buy:.0f}% buy, {people(result.changed_owed)} because of it: "
            f"{dollars(profits[CHANGED])}."
        )
        gap = profits[CHANGED] - profits[LIKELY]
        if round(gap) == 0:
            return f"{first} The two lists bring the same."
        if gap < 0:
            return f"{first} Here the likeliest are the better list."
        if profits[LIKELY] < profits[LOT]:
            return f"{first} The list with the best response does worse than a lottery."
        return f"{first} The list of the changed is the better one."

    def notes(self, result: Offered) -> dict[str, str]:
        share = "more than 100%" if result.worth > 1 else f"{result.worth:.1%}"
        said = (
            f"A coupon pays where it raises the chance of buying by more than {share}: that holds for "
            f"{result.above:,} of 1,000 customers. {result.buy_above:,} are that likely to buy."
        )
        return {"annoyance": f"<p>{said}</p>"}


@figures.backdrop
def _offers_and_profit() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=330, left=14, right=22, bottom=40, top=6)
    axes.set(xlim=(0, CUSTOMERS), ylim=(-0.02, ABOVE + APART), yticks=())
    axes.set_xticks(range(0, CUSTOMERS + 1, 200), [f"{count:,}" for count in range(0, CUSTOMERS + 1, 200)])
    axes.set_xlabel("coupons sent")
    axes.spines["left"].set_visible(False)
    axes.grid(visible=False)
    return drawing, axes


def _running(gains: np.ndarray) -> np.ndarray:
    """Return the sums of the first 0, 1, 2, ... gains."""
    total = gains.cumsum()
    return total[[0, *range(len(total))]] * ([0] + [1] * len(total))
