"""*Ten moments*: how many customers have a year without a failure, and where the next dollar should go."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import isclose
from typing import TYPE_CHECKING, Any

from fieldguide import figures, measures, worlds
from fieldguide.controls import Choice, Number
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Dollars at the end of the axis, and between two budgets that are computed.
MOST, STEP = 200_000, 10_000

#: The rules for spending: what each is called, and its color and width, so that lines in one place all show.
RULES = {
    "weakest": ("weakest first", figures.BLUE, 6),
    "equal": ("equal shares", figures.GREEN, 3.6),
    "strongest": ("strongest first", figures.PURPLE, 2.2),
    "cheapest": ("cheapest first", figures.INK, 1),
}

#: Percent of the axis that a label takes, and where labels begin, in thousands of dollars.
ROOM, BESIDE = 7, 206


@dataclass(frozen=True)
class Spent:
    """What the year is like today, and after each budget, by each rule."""

    orders: int
    #: Customers in a hundred whom failures can hit.
    hit: int
    budget: int
    times: float
    #: Of a hundred orders, those that go right; of a hundred customers, those with a year that does.
    order_right: float
    today: float
    #: Failures that a hundred customers meet in a year, today.
    failures: float
    #: By rule: customers in a hundred after each budget of the axis, after the reader's, and the failures.
    curves: dict[str, np.ndarray]
    after: dict[str, float]
    failures_after: dict[str, float]
    #: Of how many firms there are, in how many weakest first is ahead of each other rule; None: prices alike.
    firms: int
    ahead: dict[str, int] | None
    #: By moment, failures in a thousand orders: today, and after the budget by weakest first.
    rates: np.ndarray
    rates_after: np.ndarray
    guess: float | None


class TenMoments(Exercise):
    """Ten moments in a row, a year of orders, and four ways to spend on them."""

    slug = "ten-moments"
    title = "Ten moments"
    question = (
        "A grocery order passes ten moments that go right 99 times in 100, on average. How many customers "
        "have a year in which nothing goes wrong, and on which moment should the next dollar be spent?"
    )
    guess = "ten-moments-guess"
    guessed_at = ("orders", "hit")
    controls = (
        Number("orders", "Orders of one customer", unit="a year", low=1, high=52, default=26),
        Number("hit", "Failures fall on", unit="of 100 customers", low=10, high=100, step=5, default=100),
        Number(
            "times",
            "Where half as many failures are left, preventing one more costs",
            unit="times as much",
            low=0.5,
            high=4.0,
            step=0.25,
            default=2.0,
        ),
    )
    assumptions = (
        Choice(
            "moments",
            "Of a thousand orders, a hundred failures, and they come from",
            {
                "uneven": "a few moments mostly (40, 20, 15, 10 and less)",
                "one": "one moment (91), the others 1 each",
                "alike": "all moments alike (10 each)",
            },
            default="uneven",
        ),
        Number("budget", "Your budget", unit="dollars", low=0, high=MOST, step=STEP, default=100_000),
        Number(
            "differ",
            "By chance, the dearest moment to mend costs up to",
            unit="times the cheapest",
            low=1,
            high=8,
            default=1,
        ),
    )
    assumes = (
        "Grocer, moments and money are invented. A failure at one moment makes one at another no likelier "
        "(but see on whom they fall), all failures count alike, and one is enough to spoil a year. "
        "Customers who can be hit are hit as much more often as the others are not: the failures are as many "
        "as before. Preventing one failure in a hundred orders costs $15,000 where one of a hundred goes "
        "wrong; how that changes as failures get rare is the third control. With 2, halving what goes wrong "
        "costs the same everywhere; with 1, each failure less costs the same. Nothing gets better than one "
        "failure in 10,000. Only cheapest first looks at prices; where they are the same, the weaker moment "
        "goes first. Where prices differ, 40 firms are drawn, and the lines are their averages."
    )

    def compute(self, values: dict[str, Any]) -> Spent:
        orders, hit, which = values["orders"], values["hit"] / 100, values["moments"]
        budgets = tuple(float(dollars) for dollars in range(0, MOST + 1, STEP))
        mine = values["budget"] // STEP
        rates = worlds.moments_failures(which)
        curves, after, failures, by_firm = {}, {}, {}, {}
        for rule in RULES:
            then = worlds.moments_after(which, budgets, rule, values["times"], float(values["differ"]))
            right = 100 * measures.all_right(then, orders, hit)
            curves[rule], by_firm[rule] = right.mean(axis=0), right[:, mine]
            after[rule] = float(curves[rule][mine])
            failures[rule] = 100 * orders * float(then[:, mine].sum(axis=-1).mean())
            if rule == "weakest":
                rates_after = 1_000 * then[:, mine].mean(axis=0)
        ahead = None
        if values["differ"] > 1:
            ahead = {rule: int((by_firm["weakest"] > by_firm[rule]).sum()) for rule in RULES}
        return Spent(
            orders=orders,
            hit=values["hit"],
            budget=values["budget"],
            times=values["times"],
            order_right=100 * float(measures.all_right(rates, 1, hit)),
            today=float(curves["weakest"][0]),
            failures=100 * orders * float(rates.sum()),
            curves=curves,
            after=after,
            failures_after=failures,
            firms=len(by_firm["weakest"]),
            ahead=ahead,
            rates=1_000 * rates,
            rates_after=rates_after,
            guess=self.guess_for(values),
        )

    def shows(self, result: Spent) -> Figure:
        drawing, axes = _axes()
        thousands = range(0, MOST // 1_000 + 1, STEP // 1_000)
        axes.plot([0, MOST // 1_000], [result.today] * 2, color=figures.MUTED, lw=1.2, ls=(0, (2, 3)))
        ends = [(result.today, "today", figures.MUTED)]
        for rule, (name, color, width) in RULES.items():
            axes.plot(thousands, result.curves[rule], color=color, lw=width, clip_on=False)
            ends.append((float(result.curves[rule][-1]), name, color))
        heights = figures.apart([end for end, *_ in ends], ROOM, ROOM / 2, 100 - ROOM / 4)
        for (_, name, color), height in zip(ends, heights, strict=True):
            axes.text(BESIDE, height, name, va="center", color=color, fontweight="bold")
        mine = result.budget // 1_000
        axes.plot([mine, mine], [0, 100], color=figures.INK, lw=1.2)
        dots = [result.after[rule] for rule in RULES]
        axes.plot([mine] * len(dots), dots, "o", ms=6, mew=0, color=figures.INK, clip_on=False)
        figures.centered(axes, mine, 102, f"your budget: {dollars(result.budget)}", figures.INK)
        if result.guess is not None:
            style = {"color": figures.ORANGE, "clip_on": False}
            axes.plot(0, result.guess, "o", ms=10, mew=0, zorder=5, **style)
            axes.text(6, min(result.guess + 2, 93), f"you: {result.guess:.0f}", fontweight="bold", **style)
        return drawing

    def alt(self, result: Spent) -> str:
        rules = "; ".join(
            f"{name} from {_count(result.today)} to {_count(result.curves[rule][-1])}, at your budget "
            f"{_count(result.after[rule])}"
            for rule, (name, *_) in RULES.items()
        )
        guess = f" Your guess stands at {result.guess:.0f}." if result.guess is not None else ""
        return (
            "Of 100 customers, those with a year in which everything goes right, by the money spent from "
            f"nothing to {dollars(MOST)}. Four lines: {rules}. A dotted line at {_count(result.today)} "
            f"marks today, an upright one your budget of {dollars(result.budget)}.{guess}"
        )

    def says(self, result: Spent) -> str:
        year = "1 order" if result.orders == 1 else f"{result.orders} orders"
        guess = f" (you guessed {result.guess:.0f})" if result.guess is not None else ""
        today = (
            f"Today {_count(result.order_right)} of 100 orders go right, and with {year} the year goes "
            f"without a failure for {_count(result.today)} of 100 customers{guess}."
        )
        if result.hit < 100:
            each = result.failures / result.hit
            today += (
                f" The failures are as many as ever, {_failures(result.failures)} a year among 100 "
                f"customers: {100 - result.hit} meet none, the other {result.hit} meet {_each(each)} each."
                " They fall together, so they spoil fewer orders."
            )
        return f"{today} {self._spent(result)}"

    def _spent(self, result: Spent) -> str:
        if not result.budget:
            return "Without a budget it stays so."
        weakest, equal, strongest, cheapest = (_count(result.after[rule]) for rule in RULES)
        fewest = min(result.failures_after, key=result.failures_after.__getitem__)
        left = result.failures_after[fewest]
        money = f"With {dollars(result.budget)} it"
        if weakest == equal == strongest == cheapest:
            becomes = "stays" if weakest == _count(result.today) else "becomes"
            spent = f"{money} {becomes} {weakest}, whoever gets the money."
        else:
            spent = (
                f"{money} becomes {weakest} if the weakest moment comes first, {equal} in equal shares, "
                f"{strongest} if the strongest comes first, and {cheapest} if always the failure that is "
                "cheapest to prevent does."
            )
        if result.hit < 100:
            most = max(result.failures_after.values())
            spent += f" Failures fall to {_failures(left)} a year" + (
                "." if isclose(left, most, rel_tol=0.05) else f" at best, {RULES[fewest][0]}."
            )
        if result.ahead is None:
            return spent
        return (
            f"{spent} Prices differ by chance: weakest first is ahead of equal shares in "
            f"{result.ahead['equal'] or 'none'} of {result.firms} firms, of strongest first in "
            f"{result.ahead['strongest'] or 'none'}, and of cheapest first in "
            f"{result.ahead['cheapest'] or 'none'}."
        )

    def notes(self, result: Spent) -> dict[str, str]:
        rows = "".join(
            f"<tr><td>{escape(name)}</td><td>{before:.3g}</td><td>{after:.2g}</td></tr>"
            for name, before, after in zip(
                worlds.MOMENTS, result.rates.tolist(), result.rates_after.tolist(), strict=True
            )
        )
        return {
            "orders": "<details><summary>The ten moments, and how often each goes wrong</summary><table>"
            "<thead><tr><th>Moment</th><th>Failures in 1,000 orders</th><th>With your budget, weakest "
            f"first</th></tr></thead><tbody>{rows}</tbody></table></details>"
        }


@figures.backdrop
def _axes() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=320, left=34, right=112, bottom=44, top=46)
    axes.set(xlim=(0, MOST // 1_000), ylim=(0, 100), xticks=range(0, 201, 50), yticks=range(0, 101, 25))
    axes.set_xticklabels(["$0"] + [f"${thousands}k" for thousands in range(50, 201, 50)])
    axes.set_xlabel("spent on the ten moments")
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-18, 112, "of 100 customers: a year without a failure")
    return drawing, axes


def _count(customers: float) -> str:
    """Write customers in whole hundreds, but neither none nor all where it is some."""
    if customers < 0.5:
        return "fewer than 1"
    return "more than 99" if 99.5 <= customers < 100 else f"{customers:.0f}"


def _failures(count: float) -> str:
    return "1 failure" if round(count) == 1 else f"{count:,.0f}"


def _each(count: float) -> str:
    return f"{count:.0f}" if count >= 9.5 else f"{count:.1f}"
