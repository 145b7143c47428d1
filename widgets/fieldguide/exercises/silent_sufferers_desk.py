"""The signature exercise of *Tactical CX*: a desk that hears more saves fewer, in one order of the queue."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from fieldguide import data, figures, worlds
from fieldguide.controls import Choice, Number, Switch
from fieldguide.exercise import Exercise
from fieldguide.exercises._numbers import dollars

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Customers with a problem on each day, how long a case takes, how long the desk is open: minutes.
CUSTOMERS, HANDLING, OPEN = 200, 15, 845

#: Shares of silent customers, in percent, that are computed: a step of the slider each.
SHARES = tuple(range(0, 101, 10))

#: By how much a quota cuts handling short, and after how many minutes a problem is back.
HASTE, BACK = 0.25, 120

#: What a customer of high worth is worth in customers of the other sort.
TIMES = 4

ORDERS = {
    "first": "First come, first served",
    "newest": "Newest first",
    "savable": "Oldest that can still be answered in time, then the rest",
    "valued": "Customers of high worth first",
}

QUOTAS = {
    "none": "None",
    "10": "Yes, and 10% of hurried answers fail",
    "25": "Yes, and 25% of hurried answers fail",
    "50": "Yes, and 50% of hurried answers fail",
}

#: The values that decide how many cases there are, and how many wait when.
FLOW = ("staff", "complain", "helped", "quota", "even")

#: How many customers of the second axis a line of text covers, and between which places of the first there is
#: room for one.
LINE, ROOM = 16, (-10, 119)

#: Heights of the rows of labels above the curves.
FULL_ROW, YOUR_ROW, GUESS_ROW = 209, 228, 247


@dataclass(frozen=True)
class Counted:
    """What the desk does on an average day at one share of silent customers."""

    heard: float
    in_time: float
    late: float
    waiting: float
    helped: float
    handled: float
    #: A day of ten has fewer in time than the first, another more than the second.
    usual: tuple[float, float]
    #: Dollars a day, after wages.
    money: float

    @property
    def unheard(self) -> float:
        return CUSTOMERS - self.heard - self.helped


@dataclass(frozen=True)
class Desk:
    """The desk at every share, and which one the reader chose."""

    every: tuple[Counted, ...]
    #: In time when the same cases are taken in turn; the same numbers where they are.
    in_turn: tuple[float, ...]
    reach: int
    staff: int
    order: str
    #: What an answer in time is worth on average, in dollars.
    worth: int
    full: float
    quota: bool
    #: Cases begun on without the quota, where there is one.
    unhurried: float | None
    guess: float | None

    @property
    def chosen(self) -> Counted:
        return self.every[SHARES.index(self.reach)]

    @property
    def most(self) -> int:
        """The share at which most are answered in time; the lowest such."""
        return max(SHARES, key=lambda share: (round(self.every[SHARES.index(share)].in_time), -share))

    @property
    def richest(self) -> int:
        """The share that brings most money."""
        return max(SHARES, key=lambda share: (round(self.every[SHARES.index(share)].money), -share))

    @property
    def full_share(self) -> float | None:
        """The share at which as many are heard of as the staff can handle; None when there is no such."""
        first, last = self.every[0].heard, self.every[-1].heard
        if not first < self.full < last:
            return None
        return 100 * (self.full - first) / (last - first)


@lru_cache(maxsize=8)  # a megabyte each
def _flow(staff: int, complain: int, helped: int, quota: str, even: bool) -> worlds.Flow:
    """Work through the days at every share of silent customers."""
    hurried = quota != "none"
    shape = None if even else tuple(data.bank_calls().mean.tolist())
    days = worlds.draw_days(
        staff, HANDLING, customers=CUSTOMERS, minutes=OPEN, shape=shape, haste=HASTE if hurried else 0.0
    )
    return worlds.desk_flow(
        days,
        staff,
        reached=tuple(share / 100 for share in SHARES),
        complain=complain / 100,
        helped=helped / 100,
        hurried=hurried,
        comes_back=int(quota) / 100 if hurried else 0.0,
        after=BACK,
    )


@lru_cache(maxsize=256)
def worked(order: str, promise: int, *flow: Any) -> worlds.DeskDays:
    """Return what becomes of everybody, given the order, the promise and what `_flow` is given."""
    return worlds.take_in_order(_flow(*flow), promise, order)


def counted(result: worlds.DeskDays, setting: int, worth: float, late_worth: float, wages: float) -> Counted:
    """Average one setting over its days, and put money to it."""
    row = {name: float(getattr(result, name)[setting].mean()) for name in vars(result)}
    valued_in_time = row.pop("valued_in_time")
    heard, in_time = row["heard"], row["in_time"]
    ordinary = worth * worlds.VALUED / (worlds.VALUED - 1 + TIMES)
    high = TIMES * ordinary
    # Of those who were heard and not answered in time, so many are of high worth.
    valued_rest = max(heard / worlds.VALUED - valued_in_time, 0.0)
    rest = max(heard - in_time - valued_rest, 0.0)
    money = high * valued_in_time + ordinary * (in_time - valued_in_time)
    money += late_worth * (high * valued_rest + ordinary * rest) + worth * row["helped"] - wages
    days = sorted(result.in_time[setting].tolist())
    tenth = len(days) // 10
    return Counted(**row, usual=(days[tenth], days[-1 - tenth]), money=money)


class SilentSufferersDesk(Exercise):
    """How many silent customers to ask, how many people to answer them, and whom to answer first."""

    slug = "silent-sufferers-desk"
    title = "Silent sufferers’ desk"
    question = (
        f"{CUSTOMERS} customers have a problem today, and few of them complain. How many of the silent ones "
        "should you ask?"
    )
    guess = "silent-sufferers-desk-guess"
    guessed_at = ("order", "promise", *FLOW)
    controls = (
        Number(
            "reach",
            "Silent customers who tell your survey",
            unit="%",
            low=SHARES[0],
            high=SHARES[-1],
            step=10,
            default=20,
            snaps=True,
        ),
        Number("staff", "People at the desk", low=1, high=6, default=3),
        Choice("order", "Whom they answer first", options=ORDERS, default="first"),
    )
    assumptions = (
        Number(
            "complain", "Customers who complain by themselves", unit="%", low=0, high=60, step=5, default=20
        ),
        Number(
            "promise", "The promise: we begin within", unit="minutes", low=15, high=480, step=15, default=60
        ),
        Number("worth", "An answer in time is worth", unit="dollars", low=4, high=60, step=4, default=16),
        Number("late", "A late one, as part of that", unit="%", low=-100, high=100, step=10, default=0),
        Number("wage", "One person costs", unit="dollars a day", low=0, high=600, step=50, default=250),
        Number("helped", "Cases that other customers solve", unit="%", low=0, high=60, step=10, default=0),
        Choice("quota", "A quota on calls", options=QUOTAS, default="none", style="menu"),
        Switch("even", "Problems come evenly over the day", default=False),
    )
    assumes = (
        f"A simulation: 32 made-up days, averaged. On each, {CUSTOMERS} customers have one problem each. The "
        f"desk is open for {OPEN // 60} hours and {OPEN % 60} minutes; a case takes {HANDLING} minutes on "
        "average, some much longer. "
        "Problems come as calls come to a large bank, most of them in the morning; only that shape is real, "
        "and a bank’s calls are not complaints. Surveyed customers speak up at the same hours as the others. "
        "The desk begins each day without leftovers, and nobody hangs up: both are kinder than life. What a "
        "late answer is worth nobody knows, so set it: 0 if it is as good as none, less if a broken promise "
        "hurts more than silence. Who still waits at closing time counts as late. One customer in five is "
        "worth four times the others; what an answer is worth is the average of all. A quota makes every "
        f"case {HASTE:.0%} shorter; where the answer fails, the problem is back two hours later, and nothing "
        "about it was in time."
    )

    def compute(self, values: dict[str, Any]) -> Desk:
        promise, flow = values["promise"], [values[name] for name in FLOW]
        result = worked(values["order"], promise, *flow)
        in_turn = worked("first", promise, *flow)
        money = values["worth"], values["late"] / 100, values["wage"] * values["staff"]
        quota = values["quota"] != "none"
        chosen = SHARES.index(values["reach"])
        unhurried = None
        if quota:
            without = [values[name] if name != "quota" else "none" for name in FLOW]
            unhurried = float(worked("first", promise, *without).handled[chosen].mean())
        return Desk(
            every=tuple(counted(result, setting, *money) for setting in range(len(SHARES))),
            in_turn=tuple(in_turn.in_time.mean(axis=1).tolist()),
            reach=values["reach"],
            staff=values["staff"],
            order=values["order"],
            worth=values["worth"],
            full=values["staff"] * OPEN / (HANDLING * (1 - HASTE if quota else 1)),
            quota=quota,
            unhurried=unhurried,
            guess=self.guess_for(values),
        )

    def shows(self, result: Desk) -> Figure:
        drawing, axes = _shares_and_customers()
        shares = list(SHARES)
        heard = [one.heard for one in result.every]
        in_time = [one.in_time for one in result.every]
        plain = {"clip_on": False}
        axes.fill_between(shares, in_time, heard, color=figures.ORANGE, alpha=0.3, lw=0, **plain)
        axes.plot(shares, heard, color=figures.ORANGE, lw=1.6, **plain)
        if result.order != "first":
            dots = {"color": figures.MUTED, "lw": 1.6, "ls": (0, (1, 2))}
            axes.plot(shares, result.in_turn, **dots, **plain)
        axes.plot(shares, in_time, color=figures.BLUE, lw=2.6, **plain)
        self._name(axes, result, heard[-1], in_time[-1])

        if result.full_share is not None:
            dashes = {"color": figures.MUTED, "lw": 1.2, "ls": (0, (4, 3))}
            axes.plot([result.full_share] * 2, [0, FULL_ROW - 3], **dashes, **plain)
            text = f"all they can handle: {result.full:.0f}"
            figures.centered(axes, result.full_share, FULL_ROW, text, figures.INK, bold=False, room=ROOM)
        # Your line stops short of the words about full load, where there are any.
        chosen, up_to = result.chosen, FULL_ROW if result.full_share is not None else YOUR_ROW
        heights = [chosen.in_time, up_to - 3]
        dot = {"color": figures.BLUE, "ms": 8, "mew": 0, "markevery": [0]}
        axes.plot([result.reach] * 2, heights, "-o", lw=1.5, **dot, **plain)
        text = f"in time: {chosen.in_time:.0f} of {chosen.heard:.0f} heard"
        figures.centered(axes, result.reach, YOUR_ROW, text, figures.BLUE, room=ROOM)
        if result.guess is not None:
            axes.plot(100, result.guess, "D", ms=8, color=figures.PURPLE, mew=0, **plain)
            text = f"your guess, all asked: {result.guess:.0f}"
            figures.centered(axes, 100, GUESS_ROW, text, figures.PURPLE, room=ROOM)
        return drawing

    def _name(self, axes: Axes, result: Desk, heard: float, in_time: float) -> None:
        """Name the curves at their right ends, and the area between where it is high enough."""
        gap = heard - in_time
        apart = max(0.0, LINE - gap) / 2
        names = [
            (heard + apart, "heard", figures.ORANGE, "bold"),
            (in_time - apart, "in time", figures.BLUE, "bold"),
        ]
        if gap > 2.2 * LINE:
            names.append((heard - gap / 2, "too late", figures.ORANGE, "normal"))
        turn = result.in_turn[-1]
        if all(abs(turn - height) >= LINE for height, *_ in names):
            names.append((turn, "in turn", figures.INK, "normal"))
        for height, name, color, weight in names:
            axes.text(103, height, name, va="center", color=color, fontweight=weight)

    def alt(self, result: Desk) -> str:
        first, last, most = result.every[0], result.every[-1], result.most
        best = result.every[SHARES.index(most)]
        shape = (
            f"rises to {best.in_time:.0f} at {most}% and falls to {last.in_time:.0f} when all are asked"
            if round(best.in_time) > round(last.in_time)
            else f"rises to {last.in_time:.0f} when all are asked"
        )
        turn = (
            f" A dotted line shows the same cases taken in turn, ending at {result.in_turn[-1]:.0f}."
            if result.order != "first"
            else ""
        )
        guess = f" Your guess: {result.guess:.0f} when all are asked." if result.guess is not None else ""
        return (
            "Customers a day, by the share of silent customers who tell a survey. Those heard of rise from "
            f"{first.heard:.0f} to {last.heard:.0f}; those answered in time start at {first.in_time:.0f}; "
            f"their curve {shape}. You are at {result.reach}%, with {result.chosen.in_time:.0f} in time of "
            f"{result.chosen.heard:.0f} heard.{turn}{guess}"
        )

    def says(self, result: Desk) -> str:
        chosen, most = result.chosen, result.every[SHARES.index(result.most)]
        low, high = chosen.usual
        helped = f", {chosen.helped:.0f} are helped by other customers" if round(chosen.helped) else ""
        sentences = [
            f"Of {CUSTOMERS} customers with a problem, {chosen.in_time:.0f} are answered in time (on eight "
            f"days of ten, {low:.0f} to {high:.0f}), {chosen.late:.0f} late, {chosen.waiting:.0f} not that "
            f"day{helped}, and {chosen.unheard:.0f} are never heard."
        ]
        if round(most.in_time) > round(chosen.in_time):
            sentences.append(f"Most in time with this desk: {most.in_time:.0f}, at {result.most}%.")
        else:
            sentences.append("No other share of silent customers gets more answered in time.")
        richest = result.every[SHARES.index(result.richest)]
        money = f"At ${result.worth} for an answer in time the day brings {dollars(chosen.money)} after wages"
        if round(richest.money) > round(chosen.money):
            sentences.append(f"{money}; the most is {dollars(richest.money)}, at {result.richest}%.")
        else:
            sentences.append(f"{money}, and no other share brings more.")
        if result.unhurried is not None:
            sentences.append(
                f"The quota counts {chosen.handled:.0f} calls; without it there would be "
                f"{result.unhurried:.0f}."
            )
        return " ".join(sentences)


@figures.backdrop
def _shares_and_customers() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=318, left=36, right=60, bottom=46, top=2)
    axes.set(xlim=(0, 100), ylim=(0, 265), xlabel="silent customers who tell the survey (%)")
    axes.set(xticks=range(0, 101, 20), yticks=range(0, 201, 50))
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-11, GUESS_ROW, "customers a day")
    return drawing, axes
