"""*Too many to tell*: how many segments pay, until each costs something and somebody has to remember them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Choice, Number
from fieldguide.exercise import Exercise

if TYPE_CHECKING:
    import numpy as np
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

QUESTIONS = 8
#: What a buyer brings, in dollars.
MARGIN = 100
#: Dollars a customer between which the figure draws, and how far apart there two names must be.
LOW, HIGH, ROOM = 9.0, 14.0, 0.36
ALL = 2**QUESTIONS

SIZES = (2_000, 5_000, 20_000, 50_000, 200_000, 1_000_000, 5_000_000)
HOLDS = (2, 4, 7, 15, 30)

STANDARD, OTHER = "standard", "other"
LOT, GAIN = "lot", "gain"


@dataclass(frozen=True, eq=False)
class Weighed:
    """Dollars that a customer brings in a year, by number of questions."""

    customers: int
    questions: int
    cost: int
    #: Whether people treat customers, and more segments than they can remember.
    forgets: bool
    promised: np.ndarray
    planned: np.ndarray
    left: np.ndarray
    #: In how many worlds what is left is more than one way for all brings, for the chosen questions.
    ahead: int
    worlds: int

    @property
    def segments(self) -> int:
        return 2**self.questions

    @property
    def one(self) -> float:
        """What one way for all brings."""
        return float(self.left[0])

    @property
    def best(self) -> int:
        """The number of questions with which most is left."""
        return int(self.left.argmax())

    @property
    def same(self) -> bool:
        """Whether nothing is lost between the plan and what is left of it."""
        return bool(abs(self.planned - self.left).max() < 1e-9)


class TooManyToTell(Exercise):
    """Divide customers by yes-or-no questions, treat each segment its own way, and pay for it."""

    slug = "too-many-to-tell"
    title = "Too many to tell"
    question = (
        "Four ways to treat a customer: a call, a visit, a discount, or to be left alone. A test has tried "
        "all four on everybody you have. Into how many segments, each treated the way that worked best for "
        "it, should you divide them?"
    )
    controls = (
        Choice(
            "customers",
            "Customers (take the number nearest to yours)",
            {size: f"{size:,}" for size in SIZES},
            default=20_000,
            style="menu",
        ),
        Number(
            "questions",
            "Yes-or-no questions that divide them, each segment in two",
            unit="questions",
            low=0,
            high=QUESTIONS,
            step=1,
            default=6,
        ),
        Number(
            "cost",
            "Each segment beyond the first costs",
            unit="dollars a year",
            low=0,
            high=5_000,
            step=250,
            default=0,
        ),
        Choice(
            "hold",
            "The front line can remember",
            {**{count: f"{count} segments" for count in HOLDS}, ALL: "all of them"},
            default=ALL,
            style="menu",
        ),
    )
    assumptions = (
        Choice(
            "remembered",
            "The segments that the front line remembers are",
            {LOT: "picked by lot", GAIN: "those for which the test promised most"},
            default=LOT,
        ),
        Choice(
            "forgotten",
            "Customers of a forgotten segment get",
            {STANDARD: "the way that was best over all", OTHER: "the way of some other segment"},
            default=STANDARD,
        ),
        Number("met", "Customers whom people treat, not machines", unit="%", low=0, high=100, default=100),
        Number(
            "differ",
            "How far customers differ in what works",
            unit="buyers in 100",
            low=0,
            high=4,
            step=0.5,
            default=2,
            format=".1f",
        ),
        Number(
            "fade",
            "Each question tells, of what the one before told",
            unit="%",
            low=30,
            high=200,
            step=10,
            default=70,
        ),
        Number(
            "lent",
            "Average customers lent to each segment before it is judged",
            unit="customers a way",
            low=0,
            high=500,
            step=50,
            default=0,
        ),
    )
    assumes = (
        "A simulation: 30 made-up worlds, shown on average. One customer in ten buys, and a buyer brings "
        "$100. Which way works best depends on the answers, a little on each. Last year everybody was "
        "treated in one way, chosen by lot; each segment gets the way by which most of its own customers "
        "bought, and next year they are as they were. What a segment costs (letters, scripts, approvals, "
        "training) is the same for all. Segments are of one size. Unless you change it, lots decide which "
        "ones the front line remembers."
    )

    def compute(self, values: dict[str, Any]) -> Weighed:
        found = worlds.ways_by_segment(
            values["customers"], values["differ"] / 100, values["fade"] / 100, float(values["lent"])
        )
        done = worlds.carried_out(
            found,
            values["hold"],
            values["met"] / 100,
            mix_up=values["forgotten"] == OTHER,
            by_lot=values["remembered"] == LOT,
        )
        asked = values["questions"]
        dear = [values["cost"] * (2**each - 1) / values["customers"] for each in range(QUESTIONS + 1)]
        left = MARGIN * done - [[each] for each in dear]
        return Weighed(
            customers=values["customers"],
            questions=asked,
            cost=values["cost"],
            forgets=values["met"] > 0 and 2**asked > values["hold"],
            promised=MARGIN * found.promised.mean(axis=1),
            planned=MARGIN * found.kept.mean(axis=1),
            left=left.mean(axis=1),
            ahead=int((left[asked] > left[0] + 1e-9).sum()),
            worlds=left.shape[1],
        )

    def shows(self, result: Weighed) -> Figure:
        drawing, axes = _segments_and_dollars()
        steps = range(QUESTIONS + 1)
        axes.plot(steps, [result.one] * len(steps), color=figures.MUTED, lw=1.6, ls=(0, (1.5, 1.5)))
        names = [("one way for all", result.one, figures.MUTED)]
        if result.same:
            names.append(("they bring", float(result.left[-1]), figures.PURPLE))
        else:
            axes.plot(steps, result.planned, color=figures.BLUE, lw=1.8, ls=(0, (5, 2)))
            names.append(("as planned", float(result.planned[-1]), figures.BLUE))
            names.append(("what is left", float(result.left[-1]), figures.PURPLE))
        axes.plot(*_above(result.left), color=figures.PURPLE, lw=2.6)
        here = float(result.left[result.questions])
        if here >= LOW:
            axes.plot([result.questions], [here], "o", ms=11, mew=0, color=figures.PURPLE, clip_on=False)
        ring = {"mfc": "none", "mec": figures.INK, "mew": 1.6, "clip_on": False}
        axes.plot([result.best], [result.left[result.best]], "o", ms=17, **ring)
        heights = figures.apart([end for _, end, _ in names], ROOM, LOW + 0.1, HIGH - 0.1)
        for (name, _, color), height in zip(names, heights, strict=True):
            axes.text(QUESTIONS + 0.5, height, name, va="center", color=color, fontweight="bold")
        return drawing

    def alt(self, result: Weighed) -> str:
        left = ", ".join(f"{2**asked:,}: {_cents(result.left[asked])}" for asked in range(QUESTIONS + 1))
        plan = "" if result.same else f" As planned, {ALL} segments would bring {_cents(result.planned[-1])}."
        return (
            f"Dollars a customer brings in a year, by number of segments: {left}.{plan} A ring marks "
            f"{_segments(result.best)}, with which most is left; a dot your {_segments(result.questions)}."
        )

    def says(self, result: Weighed) -> str:
        asked = result.questions
        best = f"Most is left with {_segments(result.best)}: {_cents(result.left[result.best])}."
        if asked == 0:
            return f"One way for all brings {_cents(result.one)} a customer. {best}"
        bring = f"they bring {_cents(result.planned[asked])}"
        if lost := [name for name, on in (("costs", result.cost), ("forgetting", result.forgets)) if on]:
            bring = (
                f"as planned they bring {_cents(result.planned[asked])}, and after {' and '.join(lost)} "
                f"{_cents(result.left[asked])} is left"
            )
        return (
            f"For {_segments(asked)} the test promised {_cents(result.promised[asked])} a customer; "
            f"{bring}. One way for all brings {_cents(result.one)}: the segments are ahead of it in "
            f"{result.ahead or 'none'} of {result.worlds} worlds. {best}"
        )

    def notes(self, result: Weighed) -> dict[str, str]:
        each = result.customers / result.segments
        tried = f"{each / 4:,.0f}" if each >= 4 else "less than one"
        who = "all customers together" if result.questions == 0 else f"about {each:,.0f} customers each"
        notes = {
            "questions": f"<p>{_segments(result.questions).capitalize()}: {who}. In the test, {tried} of "
            "each tried each way.</p>"
        }
        if result.cost:
            paid = result.cost * (result.segments - 1)
            notes["cost"] = f"<p>${paid:,.0f} a year, {_cents(paid / result.customers)} a customer.</p>"
        return notes


def _segments(questions: int) -> str:
    count = 2**questions
    return "one segment" if count == 1 else f"{count} segments"


def _cents(amount: float) -> str:
    sign = "−" if amount < -0.005 else ""
    return f"{sign}${abs(amount):,.2f}"


def _above(left: np.ndarray) -> tuple[list[float], list[float]]:
    """Return the line as far as it stays in the picture: cut where it falls out at the bottom."""
    across, up = [0.0], [float(left[0])]
    for step in range(1, len(left)):
        before, now = float(left[step - 1]), float(left[step])
        if now < LOW:
            across.append(step - 1 + (before - LOW) / (before - now))
            up.append(LOW)
            break
        across.append(float(step))
        up.append(now)
    return across, up


@figures.backdrop
def _segments_and_dollars() -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=300, left=34, right=122, bottom=44, top=32)
    axes.set(xlim=(-0.3, QUESTIONS), ylim=(LOW, HIGH), xlabel="segments")
    axes.set_xticks(range(QUESTIONS + 1), [f"{2**asked}" for asked in range(QUESTIONS + 1)])
    dollars = range(int(LOW), int(HIGH) + 1)
    axes.set_yticks(dollars, [f"${dollar}" for dollar in dollars])
    axes.grid(visible=False, axis="x")
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.text(-1.1, HIGH + 0.3, "what a customer brings a year; ring: most is left")
    return drawing, axes
