"""The signature exercise of *Strategic marketing*: grant what you like, and see what it sells for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Choice, Number, Several
from fieldguide.exercise import Exercise
from fieldguide.exercises.homermobile_guess import COMPLEXITY, MARKETS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

REQUESTS = {request.name: request for request in worlds.REQUESTS}
JOBS = {job.name: job for job in worlds.JOBS}

#: What profit is compared with: granting none. The axis, in percent of it.
LOWEST, HIGHEST = -85, 65

ROWS = {
    "yours": "your list",
    "three": "three for the least served jobs",
    "board": "the board’s three favorites",
    "all": "all twelve",
}


@dataclass(frozen=True)
class Line:
    """How one list of wishes does against granting none: in your market, and over all of them."""

    here: float
    low: float
    high: float
    better: int


@dataclass(frozen=True)
class Granted:
    """What your list comes to in your market, and how it and others do in all markets."""

    wishes: tuple[str, ...]
    dearer: float
    appeal: float
    price: float
    buyers: float
    favorites: tuple[str, ...]
    lines: dict[str, Line]
    guess: float | None


class Homermobile(Exercise):
    """Twelve wishes of a board; complexity costs something, and so does each wish."""

    slug = "homermobile"
    title = "The Homermobile builder"
    question = "Your customers ask for twelve things. Which do you grant?"
    guess = "homermobile-guess"
    guessed_at = ("complexity", "error", "unlike")
    controls = (
        Several(
            "wishes",
            "Grant",
            {name: f"{request.text}: ${request.cost}" for name, request in REQUESTS.items()},
        ),
        Number(
            "complexity",
            "Each thing more to learn, to clean or to break makes the bike worth less by",
            unit="dollars",
            low=0,
            high=120,
            step=5,
            default=COMPLEXITY,
        ),
        Choice(
            "board",
            "Who sits on the board",
            {
                "fans": "the keenest fans",
                "lot": "households drawn by lot",
                "left": "households that looked at the bike and left",
            },
            default="fans",
        ),
    )
    assumptions = (
        Number("error", "How far the survey of jobs is off", unit="%", low=0, high=100, step=10, default=30),
        Number(
            "unlike",
            "How unlike other households the fans are",
            unit="%",
            low=0,
            high=100,
            step=10,
            default=100,
        ),
        Number("market", "Your market", unit=f"one of {MARKETS}", low=1, high=MARKETS, default=1),
    )
    assumes = (
        "Everything here is made up, and no bike was sold. A wish is worth the more to a household, the more "
        "the job matters to it and the less of that job is done today; two wishes for one job share it. "
        "Households differ in taste, in patience and in what the plain bike is worth to them. The company "
        "sets the one price that earns it most. A board has twelve members, each votes for three wishes, and "
        "does not think of what they cost to build. A survey that is off by 100% says nothing about jobs; "
        "fans who are 0% unlike others are like everybody."
    )

    def compute(self, values: dict[str, Any]) -> Granted:
        setting = (values["complexity"], values["error"] / 100, values["unlike"] / 100)
        market = values["market"] - 1
        none, yours = worlds.sold((), *setting), worlds.sold(values["wishes"], *setting)
        asked = worlds.board_wishes(values["board"], *setting)
        lists = {
            "yours": yours,
            "three": worlds.sold(worlds.least_served(), *setting),
            "board": worlds.sold_as_wished(asked, *setting),
            "all": worlds.sold(tuple(REQUESTS), *setting),
        }
        if not values["wishes"]:
            del lists["yours"]
        return Granted(
            wishes=tuple(values["wishes"]),
            dearer=float(yours.cost[market] - none.cost[market]),
            appeal=float(yours.appeal[market] - none.appeal[market]),
            price=float(yours.price[market]),
            buyers=float(yours.buyers[market]),
            favorites=asked[market],
            lines={name: _against(sold, none, market) for name, sold in lists.items()},
            guess=self.guess_for(values),
        )

    def shows(self, result: Granted) -> Figure:
        drawing, axes = _rows()
        plain = {"clip_on": False, "solid_capstyle": "butt"}
        for row, name in enumerate(ROWS):
            if name not in result.lines:
                axes.text(LOWEST, row - 0.2, "your list: nothing granted yet", color=figures.ORANGE)
                continue
            line = result.lines[name]
            color = figures.ORANGE if name == "yours" else figures.BLUE
            low, high, here = (min(max(x, LOWEST), HIGHEST) for x in (line.low, line.high, line.here))
            axes.plot([low, high], [row + 0.12] * 2, lw=7, alpha=0.4, color=color, **plain)
            axes.plot(here, row + 0.12, "o", ms=9, mew=0, color=color, clip_on=False)
            text = f"{ROWS[name]}: pays in {line.better} of {MARKETS}"
            weight = "bold" if name == "yours" else "normal"
            axes.text(LOWEST, row - 0.2, text, color=color, fontweight=weight)
        if result.guess is not None:
            said = f"your guess: {result.guess:.0f} of {MARKETS}"
            axes.text(HIGHEST, len(ROWS) - 1.2, said, ha="right", color=figures.PURPLE, fontweight="bold")
        return drawing

    def alt(self, result: Granted) -> str:
        rows = "; ".join(
            f"{ROWS[name]}: {line.here:+.0f}% in your market, in eight of ten markets between "
            f"{line.low:+.0f}% and {line.high:+.0f}%, better in {line.better} of {MARKETS}"
            for name, line in result.lines.items()
        )
        guess = (
            f" Your guess for all twelve: {result.guess:.0f} of {MARKETS}."
            if result.guess is not None
            else ""
        )
        return f"Profit compared with granting none, for each list of wishes: {rows}.{guess}"

    def says(self, result: Granted) -> str:
        buy = f"{result.buyers:.0f} of 1,000 households buy"
        sells = f"the price that earns most is ${result.price:,.0f}, and {buy}"
        if not result.wishes:
            return f"You grant nothing: in your market {sells}. Everything else is compared with that."
        line = result.lines["yours"]
        more = "more" if result.appeal >= 0 else "less"
        worth = f"The average household would pay ${abs(result.appeal):,.0f} {more}"
        change = f"{abs(line.here):.0f}% {'more' if line.here >= 0 else 'less'} than"
        if round(line.here) == 0:
            change = "about the same as"
        return (
            f"You grant {len(result.wishes)} of {len(REQUESTS)}. {worth}, and building the bike costs "
            f"${result.dearer:,.0f} more: {sells}. That earns {change} granting nothing; in {line.better} of "
            f"{MARKETS} markets your list pays."
        )

    def notes(self, result: Granted) -> dict[str, str]:
        favorites = ", ".join(REQUESTS[name].text.lower() for name in result.favorites)
        earns = "Nothing granted yet."
        if result.wishes:
            granted, change = len(result.wishes), round(result.lines["yours"].here)
            earns = f"{granted} of {len(REQUESTS)} granted: profit {change:+d}% in your market."
        return {
            # Near the boxes what they do, for on a phone the figure stands far below; what is folded stands
            # apart from it, because a text that changes would close it.
            "wishes": f"<p>{earns}</p>",
            "complexity": _who_asks(),
            "board": f"<p>Its three favorites in your market: {escape(favorites)}.</p>",
        }


def _against(sold: Any, none: Any, market: int) -> Line:
    """Return profit in percent more than with nothing granted: here, and the middle eight of ten markets."""
    change = sorted((100 * (sold.profit / none.profit - 1)).tolist())
    here = float(100 * (sold.profit[market] / none.profit[market] - 1))
    tenth = len(change) // 10
    return Line(here, change[tenth], change[-1 - tenth], int((sold.profit > none.profit).sum()))


@cache
def _who_asks() -> str:
    """Return, folded, who asks for what, for which job, and how well that is done today."""
    rows = "".join(
        f"<li><strong>{escape(request.text)}</strong>, asks {escape(request.asker)}. Job: "
        f"{escape(JOBS[request.job].text)}; important to {JOBS[request.job].importance:g} households in ten, "
        f"done well today for {JOBS[request.job].satisfaction:g}. Adds {request.points} "
        f"{'thing' if request.points == 1 else 'things'} to learn, to clean or to break.</li>"
        for request in REQUESTS.values()
    )
    return f"<details><summary>Who asks, and for which job</summary><ul>{rows}</ul></details>"


@figures.backdrop
def _rows() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=276, left=16, right=16, bottom=46, top=24)
    axes.set(xlim=(LOWEST, HIGHEST), ylim=(len(ROWS) - 0.6, -0.55), yticks=())
    ticks = range(-75, 51, 25)
    axes.set_xticks(ticks, [f"{tick:+d}%" if tick else "0" for tick in ticks])
    axes.set_xlabel("profit, compared with granting nothing")
    axes.spines["left"].set_visible(False)
    for row in range(len(ROWS)):  # in pieces: it would run through the words
        axes.plot([0, 0], [row - 0.08, row + 0.34], color=figures.INK, lw=1.5, clip_on=False)
    axes.text(HIGHEST, -0.62, "dot: your market; bar: 8 of 10 markets", ha="right")
    return drawing, axes
