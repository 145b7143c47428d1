"""*In triplicate*: ten people and a claim; what to keep, what to delete, what to automate."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import inf, nan
from typing import TYPE_CHECKING, Any

from fieldguide import figures, worlds
from fieldguide.controls import Moves, Number
from fieldguide.exercise import Exercise
from fieldguide.worlds.claim import AUTOMATE, BY_HAND, DAY, DELETE, KEEP, STEPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: Pressing a step goes round these.
ROUND = (KEEP, AUTOMATE, DELETE)

#: Working days that fit into the figure; a longer bar is cut there and says so.
LONGEST = 4.5

#: Thickness of a bar; where the names of the colors stand; and, in days on the axis, how far beside a bar its
#: number stands, and roughly how wide a letter is.
THICK, HEAD, ASIDE = 16, -0.8, 0.08

#: Why each step is there: what its people say when somebody asks them.
WHY = {
    "call": "The customer tells what is broken; every fourth call is noted down wrong.",
    "copy": "One for the file, one for the boss, one to be safe. The owner’s mother has always done it, by "
    "hand. She can spare half a day, and makes a slip in every twentieth copy.",
    "check": "Finds 80 of 100 wrong claims and sends them back to the start. What it misses comes out at the "
    "repair: wrong part, order again.",
    "carry": "Approvals sit on the second floor. The mail comes round twice a day.",
    "report": "A register of gas appliances gets every fault. Nobody here has ever heard from it. A law "
    "wants it.",
    "approve": "Signs once a day. Refuses 2 claims in 100, with good reason, $150 each.",
    "again": "Signs on some days. Refuses what the manager let through: none so far. It began after a fraud "
    "in 2009.",
    "order": "The supplier needs a day and a half.",
    "book": "A time when somebody is home: tomorrow at the earliest.",
    "repair": "Hot water. With the wrong part, another visit.",
}


@dataclass(frozen=True)
class Treated:
    """The process as it was and as the reader left it."""

    before: worlds.ClaimFlow
    now: worlds.ClaimFlow
    #: What was done with each step's button, by name; the last one pressed, None before the first.
    verdicts: dict[str, str]
    last: str | None

    #: The process if just that step were kept (or, where it is kept, deleted); None before the first press.
    otherwise: worlds.ClaimFlow | None

    @property
    def touched(self) -> bool:
        return any(verdict != KEEP for verdict in self.verdicts.values())


class InTriplicate(Exercise):
    """Press a step to automate it, again to delete it, again to keep it."""

    slug = "in-triplicate"
    title = "In triplicate"
    question = (
        "A water heater breaks under guarantee, and ten people deal with the claim. Which steps would you "
        "keep, delete or automate?"
    )
    controls = (
        Moves(
            "presses",
            "Press a step once to automate it, twice to delete it, three times to keep it",
            {step.name: f"{number}. {step.title}" for number, step in enumerate(STEPS, start=1)},
            most=200,
        ),
        Number("claims", "Claims a day", low=4, high=12, step=1, default=9),
    )
    assumptions = (
        Number("wrong", "Calls noted down wrong", unit="of 100", low=0, high=60, step=5, default=25),
        Number(
            "errors",
            "Errors that an automated step makes, where it made 100 before",
            low=0,
            high=200,
            step=20,
            default=100,
        ),
    )
    assumes = (
        "The firm and its numbers are invented. Claims come at random, each desk takes one after the other, "
        "and work takes longer for one than for the next: so a line forms before a desk that is busy, and "
        "grows without end where it is too busy. A machine needs a tenth of the time, has no mail rounds and "
        "no signing days, costs $2 a claim, and by itself makes the errors that were made before; nobody has "
        "one that repairs. A minute of anybody’s work costs $1. What a change costs to make is left out. Of "
        "work, what the customer would miss counts as useful: the call, the part, the date, the repair."
    )

    def compute(self, values: dict[str, Any]) -> Treated:
        presses = values["presses"]
        verdicts = {step.name: ROUND[presses.count(step.name) % len(ROUND)] for step in STEPS}
        world = {"claims": values["claims"], "wrong": values["wrong"] / 100, "errors": values["errors"] / 100}
        last = presses[-1] if presses else None
        other = {**verdicts, last: DELETE if _stays(verdicts, last) else KEEP} if last else verdicts
        return Treated(
            before=worlds.claim_flow({}, **world),
            now=worlds.claim_flow(verdicts, **world),
            verdicts=verdicts,
            last=last,
            otherwise=None
            if last is None or set(other.values()) == {DELETE}
            else worlds.claim_flow(other, **world),
        )

    def asks(self, result: Treated) -> dict[str, str]:
        rows = "".join(
            f"<tr><td>{number}. {escape(step.title)}<br/><em>{escape(step.owner)}</em></td>"
            f"<td>{step.minutes:.0f} min</td><td>{escape(WHY[step.name])}</td></tr>"
            for number, step in enumerate(STEPS, start=1)
        )
        return {
            "presses": "<details><summary>The ten steps: who, how long, and why</summary><table><thead><tr>"
            f"<th>Step</th><th>Work</th><th>Why</th></tr></thead><tbody>{rows}</tbody></table></details>"
        }

    def names(self, result: Treated) -> dict[str, dict[str, str]]:
        return {
            "presses": {
                step.name: f"{number}. {step.title}{_treated(result.verdicts, step.name)}"
                for number, step in enumerate(STEPS, start=1)
            }
        }

    def notes(self, result: Treated) -> dict[str, str]:
        if result.last is None:
            return {}
        step = next(step for step in STEPS if step.name == result.last)
        stays = _stays(result.verdicts, step.name)
        if stays and result.verdicts[step.name] == AUTOMATE:
            done = "nobody has a machine for that, so it stays"
        else:
            done = {KEEP: "kept", DELETE: "deleted", AUTOMATE: "automated"}[result.verdicts[step.name]]
        compared = ""
        if result.otherwise is not None:
            compared = (
                f" To hot water: {_in_days(result.now.lead_time)}. With this one step "
                f"{'deleted' if stays else 'kept'}, and the others as they are now: "
                f"{_in_days(result.otherwise.lead_time)}."
            )
        return {
            "presses": f"<p><strong>{escape(step.title)} ({escape(step.owner)}): {done}.</strong>"
            f"{compared}</p><p>{escape(WHY[step.name])}</p>"
        }

    def shows(self, result: Treated) -> Figure:
        drawing, axes = _steps_and_days(result.touched)
        rows = range(len(STEPS))
        before = [min(_days(flow.work + flow.wait), LONGEST) for flow in result.before.steps]
        work = [_days(flow.work) for flow in result.now.steps]
        ends = [min(_days(flow.work + flow.wait), LONGEST) for flow in result.now.steps]
        # One line with gaps for all bars of a color: matplotlib takes five times as long for ten of anything.
        bars = {"lw": THICK, "solid_capstyle": "butt"}
        waits = _with_gaps(zip(work, ends, strict=True))
        axes.plot(waits, _with_gaps(zip(rows, rows, strict=True)), color=figures.ORANGE, alpha=0.55, **bars)
        works = _with_gaps((0, end) for end in work)
        axes.plot(works, _with_gaps(zip(rows, rows, strict=True)), color=figures.BLUE, **bars)
        if result.touched:
            marks = _with_gaps((row - 0.42, row + 0.42) for row in rows)
            axes.plot(_with_gaps(zip(before, before, strict=True)), marks, color=figures.INK, lw=1.5)
        for row, end, was, flow in zip(rows, ends, before, result.now.steps, strict=True):
            text = _row_in_words(flow)
            # Beside its bar, or behind the upright line where that would run through it.
            beside = not result.touched or was - end > figures.wide(axes, text, bold=False) + 2 * ASIDE
            axes.text((end if beside else max(was, end)) + ASIDE, row, text, va="center")
        return drawing

    def alt(self, result: Treated) -> str:
        rows = "; ".join(f"{flow.step.title} {_row_in_words(flow)}" for flow in result.now.steps)
        frames = " Upright lines show what they took before." if result.touched else ""
        return (
            "A bar for each step, with the working time that a claim spends there, nearly all of it waiting: "
            f"{rows}.{frames}"
        )

    def says(self, result: Treated) -> str:
        now = result.now
        if now.lead_time == inf:
            first = (
                f"At this rate claims pile up before the {now.bottleneck.step.owner}, who keeps up with "
                f"{now.most:.1f} a day: there is no average time to hot water, it grows and grows."
            )
        else:
            first = (
                f"From call to hot water {_in_days(now.lead_time)}{self._before(result)}, of which useful "
                f"work is {now.efficiency:.1%}; {_hands(now.handoffs)}, ${now.cost:.0f} a claim, and "
                f"{now.under_way:.0f} claims in the house. Busiest: the {now.bottleneck.step.owner}, with "
                f"{now.bottleneck.load:.0%} of the hours taken."
            )
        parts = [first]
        if now.illegal:
            parts.append("Against the law: the register gets no report.")
        if now.lacks:
            parts.append(f"But the customer stays cold: {', and '.join(now.lacks)}.")
        return " ".join(parts)

    def _before(self, result: Treated) -> str:
        if not result.touched:
            return ""
        before = result.before.lead_time
        return " (without end before)" if before == inf else f" ({_days(before):.1f} before)"


@figures.backdrop
def _steps_and_days(touched: bool) -> tuple[Figure, Axes]:
    drawing, axes = figures.figure(height=336, left=124, right=78, bottom=44, top=24)
    axes.set(xlim=(0, LONGEST), ylim=(len(STEPS) - 0.5, -0.5), yticks=range(len(STEPS)))
    axes.set_yticklabels([step.title for step in STEPS])
    axes.set_xticks(range(int(LONGEST) + 1))
    axes.set_xlabel("working days that a claim spends there")
    axes.grid(visible=False, axis="y")
    axes.tick_params(axis="y", length=0)
    axes.text(0, HEAD, "work", color=figures.BLUE, fontweight="bold")
    axes.text(0.85, HEAD, "waiting", color=figures.ORANGE, fontweight="bold")
    if touched:
        axes.text(LONGEST + 1.9, HEAD, "upright line: before", ha="right")
    return drawing, axes


def _with_gaps(stretches: Iterable[tuple[float, float]]) -> list[float]:
    """Return where stretches of a line begin and end, one after the other, with a gap after each."""
    return [at for begin, end in stretches for at in (begin, end, nan)]


def _days(hours: float) -> float:
    return hours / DAY


def _in_days(hours: float) -> str:
    return "no end" if hours == inf else f"{_days(hours):.1f} working days"


def _stays(verdicts: dict[str, str], name: str) -> bool:
    """Whether a step is done as before: kept, or nobody has a machine for it."""
    return verdicts[name] == KEEP or (verdicts[name] == AUTOMATE and name in BY_HAND)


def _treated(verdicts: dict[str, str], name: str) -> str:
    """Return what a step's button says of it; nothing where it is done as before."""
    if verdicts[name] == AUTOMATE and name in BY_HAND:
        return " (no machine for it)"
    return {KEEP: "", DELETE: " (deleted)", AUTOMATE: " (automated)"}[verdicts[name]]


def _hands(handoffs: float) -> str:
    return f"{handoffs:.1f} handoffs"


def _row_in_words(flow: worlds.StepFlow) -> str:
    if flow.what == DELETE:
        return "deleted"
    hours = flow.work + flow.wait
    if hours == inf:
        return "no end"
    if hours >= DAY:
        time = f"{_days(hours):.1f} d"
    else:
        time = f"{hours:.1f} h" if hours >= 0.95 else f"{max(1, 60 * hours):.0f} min"
    return f"{time}, auto" if flow.what == AUTOMATE else time
