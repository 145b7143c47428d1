"""The signature exercise of *Who conducts the orchestra?*: four teams that write to the same customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, nan
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Number, Several
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: What each team counts, in the order of `worlds.TEAMS`.
COUNTS = {
    "acquisition": "new customers",
    "conversion": "orders after an offer",
    "retention": "customers saved",
    "engagement": "messages worth reading",
}
TEAMS = tuple(COUNTS)

#: The ends of the two axes: times as many as before, and dollars.
MOST_TIMES, MOST_DOLLARS = 8.0, 4.5e6

#: From this many messages on the cap cuts nothing: the most that four teams can send.
NO_CAP = 24

YOURS, OWN, SHARED = "as ticked", "each for itself", "one measure"

#: Each line's height, from the top; an empty line and a heading stand between the two halves.
REPORT_LINES, VALUE_LINES = (7.0, 6.0, 5.0, 4.0), (2.0, 1.0, 0.0)
TOP = 8.0


@dataclass(frozen=True)
class Quarter:
    """What four teams report, and what comes of it.

    Attributes
    ----------
    loud : tuple of str
        Who writes more.
    times : tuple of float
        Each team's own number in its first report, as a multiple of what it is if nobody writes more.
    calm, value, own, best : float
        Dollars that all customers bring in three years: if nobody writes more and there is no cap; as
        ticked; if each team does what is best for its own number; with the best of the sixteen plans.
    own_loud, best_loud : tuple of str
        Who writes more in the last two.
    tempted : tuple of str
        Who raises its own number by writing more, whatever the others do.
    messages : float
        What reaches a customer in a month.
    customers : float
        How many there are in the last month.
    eased : bool
        Whether a smaller share of customers wants to leave during the report than if nobody writes more,
        and no cap cuts what is sent.
    guess : float or None
        The committed guess of saved customers, for 100 before.
    """

    loud: tuple[str, ...]
    times: tuple[float, ...]
    calm: float
    value: float
    own: float
    best: float
    own_loud: tuple[str, ...]
    best_loud: tuple[str, ...]
    tempted: tuple[str, ...]
    messages: float
    customers: float
    eased: bool
    guess: float | None

    def change(self, value: float) -> str:
        """Say how a value differs from that of nobody writing more."""
        percent = round(100 * (value / self.calm - 1))
        if not percent:
            return "as much as if nobody wrote more"
        return f"{abs(percent)}% {'more' if percent > 0 else 'less'} than if nobody wrote more"


class Cacophony(Exercise):
    """Tick who writes more; see each team's report beside what all customers bring."""

    slug = "cacophony"
    title = "Cacophony"
    question = (
        "Four teams send every customer one message a month each. Each could send four, and each has a "
        "number of its own to show for it. Who should?"
    )
    guess = "cacophony-guess"
    guessed_at = ("patience", "cap", "more", "power", "memory", "worth", "report")
    controls = (
        Several(
            "loud",
            "Who writes four times a month instead of once",
            options={team: f"{team.capitalize()} (counts {what})" for team, what in COUNTS.items()},
            default=("conversion",),
        ),
        Number(
            "patience",
            "Patience: messages at which twice as many customers want to leave",
            unit="messages a month",
            low=3,
            high=30,
            step=1,
            default=6,
        ),
        Number(
            "cap",
            f"Cap: one customer gets at most, from all four; {NO_CAP} is no cap",
            unit="messages a month",
            low=2,
            high=NO_CAP,
            step=1,
            default=NO_CAP,
        ),
    )
    assumptions = (
        Number("more", "Who writes more sends", unit="messages a month", low=2, high=6, step=1, default=4),
        Number(
            "power",
            "Twice the messages wear twice as much at 1, four times at 2, eight times at 3",
            low=1.0,
            high=3.0,
            step=0.5,
            default=2.0,
            format=".1f",
        ),
        Number(
            "memory",
            "How slowly wear comes and goes: of what is felt, still felt a month later",
            unit="%",
            low=0,
            high=90,
            default=70,
            step=10,
        ),
        Number(
            "worth",
            "What messages do for the teams, of what is written above",
            unit="%",
            low=50,
            high=150,
            step=10,
            default=100,
        ),
        Number(
            "report", "A team’s report covers the first", unit="months", low=3, high=36, step=3, default=3
        ),
    )
    assumes = (
        "Everything here is made up, and computed as averages: nothing is left to luck. There are 10,000 "
        "customers. Each orders once in two months, an order leaves $15, a message costs 3 cents. At most, "
        "acquisition brings 350 new customers a month (its messages follow those who have bought already, "
        "too), conversion 12 orders more a month from 100 customers, retention talks 60% of those about to "
        "leave into staying, and engagement takes away 60% of the ordinary reasons to leave. One message a "
        "month does 28% of that, four do 74%. Without messages 2% a month want to leave; what wears adds to "
        "it, whoever sent it: another 2% at the number of messages that you set as patience, once they are "
        "felt in full. Everybody is equally patient, saved customers get no gift, and what happens "
        "after three years is not counted. Over the cap all four are cut by the same share."
    )

    def compute(self, values: dict[str, Any]) -> Quarter:
        world = {
            "patience": values["patience"],
            "report": values["report"],
            "power": values["power"],
            "memory": values["memory"] / 100,
            "worth": values["worth"] / 100,
        }
        game = worlds.four_teams(
            cap=inf if values["cap"] == NO_CAP else values["cap"], more=values["more"], **world
        )
        # A cap that leaves room for a message from each cuts nothing while nobody writes more.
        calm = game if values["cap"] >= len(TEAMS) else worlds.four_teams(**world)
        plan = worlds.plan_number(values["loud"])
        own = game.own_ways[0]  # there is one in every world that the sliders can set: tests try them
        sent = sum(values["more"] if team in values["loud"] else 1 for team in TEAMS)
        wish, wish_before = (
            one.months.leaving[which, : values["report"]].sum()
            / one.months.customers[which, : values["report"]].sum()
            for one, which in ((game, plan), (calm, 0))
        )
        return Quarter(
            loud=tuple(values["loud"]),
            times=tuple(float(one) for one in game.reports[plan] / calm.reports[0]),
            calm=float(calm.value[0]),
            value=float(game.value[plan]),
            own=float(game.value[own]),
            best=float(game.value[game.best]),
            own_loud=_who(game.plans[own]),
            best_loud=_who(game.plans[game.best]),
            tempted=_who(game.tempted),
            messages=float(min(sent, values["cap"])),
            customers=float(game.months.customers[plan, -1]),
            eased=bool(wish < wish_before and sent <= values["cap"]),
            guess=self.guess_for(values),
        )

    def shows(self, result: Quarter) -> Figure:
        drawing, axes = _lines()
        calm = result.calm / MOST_DOLLARS
        rows = [
            (
                line,
                1 / MOST_TIMES,
                times / MOST_TIMES,
                _times(times),
                figures.BLUE if team in result.loud else figures.MUTED,
            )
            for team, line, times in zip(TEAMS, REPORT_LINES, result.times, strict=True)
        ]
        rows += [
            (line, calm, value / MOST_DOLLARS, _millions(value), color)
            for line, value, color in zip(
                VALUE_LINES,
                (result.value, result.own, result.best),
                (figures.PURPLE, figures.ORANGE, figures.GREEN),
                strict=True,
            )
        ]
        strokes: dict[tuple[str, str], list[tuple[float, float]]] = {}
        for line, start, at, words, color in rows:
            # From what was to what is, which ends in a dot, or in a tip off the chart.
            marker, end = ("o", at) if at <= 1 else (">", 1.0)
            strokes.setdefault((color, marker), []).extend([(start, line), (end, line), (nan, nan)])
            # To the right of all that is drawn, but at the right end above it.
            bold = {"color": color, "fontweight": "bold"}
            right = max(start, end) + 0.035
            if right + figures.wide(axes, words) <= 1:
                axes.text(right, line, words, va="center", **bold)
            else:
                axes.text(0.96, line + 0.14, words, ha="right", va="bottom", **bold)
        # One artist for all strokes of a kind: each costs the page as much as a word.
        for (color, marker), points in strokes.items():
            across, up = zip(*points, strict=True)
            style = {"marker": marker, "markevery": slice(1, None, 3), "ms": 9, "mew": 0}
            axes.plot(across, up, color=color, lw=3, clip_on=False, **style)
        ends = [VALUE_LINES[-1] - 0.4, VALUE_LINES[0] + 0.4]
        axes.plot([calm, calm], ends, color=figures.INK, lw=1, clip_on=False)
        return drawing

    def alt(self, result: Quarter) -> str:
        reports = ", ".join(
            f"{team} {_times(times)}" for team, times in zip(TEAMS, result.times, strict=True)
        )
        return (
            f"Above, each team’s own number as a multiple of what it was: {reports}. Below, what all "
            f"customers bring in three years, beside {_millions(result.calm)} if nobody writes more: as "
            f"ticked {_millions(result.value)}, each team for its own number {_millions(result.own)}, one "
            f"measure for all {_millions(result.best)}."
        )

    def says(self, result: Quarter) -> str:
        if not result.loud and result.value == result.calm:
            return (
                f"Nobody writes more: this is the yardstick. In three years customers bring "
                f"{_millions(result.value)}. {self._paths(result)}"
            )
        if not result.loud:
            first = "Nobody writes more, and the cap cuts even that."
        elif len(result.loud) == 4:
            first = "All four write more."
        else:
            verb = "writes" if len(result.loud) == 1 else "write"
            first = f"{_names(result.loud).capitalize()} {verb} more."
        return (
            f"{first} In three years customers bring {_millions(result.value)}, "
            f"{result.change(result.value)}. {self._paths(result)}"
        )

    def _paths(self, result: Quarter) -> str:
        """Say where four numbers of their own lead, and where one for all would."""
        if len(result.tempted) == 4:
            own = "Each team’s own report gets better if it writes more, whatever the others do"
        else:
            who = _names([team for team in TEAMS if team not in result.tempted])
            own = f"Writing more does not always make the report better of {who}"
        if result.best_loud == result.own_loud:
            return f"{own}; paid for what customers bring, they would do the same."
        best = _names(result.best_loud) if result.best_loud else "nobody"
        if len(result.best_loud) == 1:
            best += " alone"
        return f"{own}; paid for what customers bring, {best} would write more."

    def notes(self, result: Quarter) -> dict[str, str]:
        said = []
        saved = result.times[TEAMS.index("retention")]
        risen, fallen = saved >= 1.05 and result.messages > 4, saved <= 0.95 and result.eased
        if result.loud and "retention" not in result.loud and (risen or fallen):
            said.append(
                f"Retention does nothing new and reports {100 * saved:.0f} customers saved for every 100 "
                f"before: {'more' if risen else 'fewer'} of them want to leave."
            )
            if result.guess is not None:
                said.append(f"Your guess was {result.guess:.0f}, with the three others ticked.")
        each = f"{result.messages:g} messages a month reach a customer"
        left = f"{result.customers:,.0f} customers are left in the last month."
        notes = {"cap": f"<p>{each}; {left}</p>"}
        return notes | ({"loud": f"<p>{' '.join(said)}</p>"} if said else {})


@figures.backdrop
def _lines() -> tuple[Figure, Axes]:
    """Set up a line for each number: the teams' in the upper half, the customers' in the lower."""
    drawing, axes = figures.figure(height=340, left=108, right=12, bottom=32, top=26)
    names = dict(zip(REPORT_LINES, TEAMS, strict=True)) | dict(
        zip(VALUE_LINES, (YOURS, OWN, SHARED), strict=True)
    )
    axes.set(xlim=(0, 1), ylim=(-0.5, TOP), xticks=(), yticks=list(names))
    axes.set_yticklabels(list(names.values()))
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.spines["bottom"].set_visible(False)
    left = -108 / (380 - 120)
    axes.text(left, 7.75, "What each team reports, times as much as before", va="bottom", fontweight="bold")
    axes.text(left, 2.75, "What all customers bring in three years", va="bottom", fontweight="bold")
    axes.text(left, -1.05, "vertical line: nobody writes more, and there is no cap", va="bottom")
    axes.plot([1 / MOST_TIMES] * 2, [3.6, 7.4], color=figures.INK, lw=1)
    return drawing, axes


def _who(chosen: Any) -> tuple[str, ...]:
    return tuple(team for team, there in zip(TEAMS, chosen, strict=True) if there)


def _names(teams: Sequence[str]) -> str:
    if len(teams) == 1:
        return teams[0]
    return f"{', '.join(teams[:-1])} and {teams[-1]}"


def _times(times: float) -> str:
    if abs(times - 1) < 0.005:
        return "as before"
    digits = 0 if times >= 9.95 else 1 if abs(times - 1) >= 0.05 else 2
    return f"× {times:.{digits}f}"


def _millions(amount: float) -> str:
    return f"${amount / 1e6:.2f} million"
