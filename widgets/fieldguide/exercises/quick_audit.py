"""*Quick audit*: one's own organization on the four use cases, by what can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from fieldguide.exercises._four_boxes import BOXES, CX, ED, SM, TM
from fieldguide.kinds.audit import Area, Audit, Audited, Item, standing

#: In the order of the chapter's sections, to which the way up leads.
AREAS = (TM, SM, CX, ED)

ITEMS = (
    Item(
        name="next-offer",
        area=TM,
        text="How is it decided who gets which offer?",
        levels=(
            "Everybody on the list gets the same, whenever there is something to sell.",
            "A few large groups get different offers.",
            "What one person did in the last few weeks decides what that person gets, or that it is nothing.",
            "The same, and whoever said no or has an open complaint is left alone without anybody having to "
            "remember.",
        ),
        prompt="What can you show a stranger? (For example: one customer’s last three offers, with reasons.)",
    ),
    Item(
        name="did-it-pay",
        area=TM,
        text="After a campaign, what happens?",
        levels=(
            "The next campaign.",
            "Somebody counts clicks or sales.",
            "Sales are compared with another month, or with people who were not written to for some other "
            "reason.",
            "Sales are compared with a group left out by lot, and you can name one campaign that was "
            "changed, stopped or enlarged because of it.",
        ),
        prompt="What can you show a stranger? (For example: the last such comparison, and what was decided.)",
    ),
    Item(
        name="those-who-did-not-buy",
        area=SM,
        text="What do you know about people who looked at you and chose somebody else?",
        levels=(
            "Nothing.",
            "What the sales staff believe.",
            "In the last twelve months some of them were asked or watched.",
            "The same, and you can name one decision about product, price or message that it changed.",
        ),
        prompt="What can you show a stranger? (For example: the notes, and the decision.)",
    ),
    Item(
        name="why-you",
        area=SM,
        text="Five colleagues from five departments write down whom you are for and why they choose you. "
        "Then?",
        levels=(
            "Nobody has tried.",
            "The answers differ, or all are the slogan.",
            "The answers agree, and each of the five can point to something that a customer said.",
            "The same, and a customer, a feature or a market has been turned down because of it.",
        ),
        prompt="What can you show a stranger? (For example: the five notes, or what was turned down.)",
    ),
    Item(
        name="one-wrong-bill",
        area=CX,
        text="A customer reports a wrong bill. What happens?",
        levels=(
            "It depends on who picks up.",
            "It is written down, and closed when we think it is solved.",
            "One person or team owns it, with a date, and it is closed when the customer says so.",
            "The same, and whoever owns it may spend money within a limit without asking.",
        ),
        prompt="What can you show a stranger? (For example: the last ten cases, and when each was closed.)",
    ),
    Item(
        name="those-who-say-nothing",
        area=CX,
        text="How do you learn about the trouble of customers who do not complain?",
        levels=(
            "We do not.",
            "From a survey, which is read as figures; nobody is called.",
            "From a survey after the moments that matter, or from signs in our own records; those in trouble "
            "are called within days.",
            "From both, and last month some were called before any survey went out.",
        ),
        prompt="What can you show a stranger? (For example: last month’s calls that no customer asked for.)",
    ),
    Item(
        name="the-fiftieth-time",
        area=ED,
        text="The same problem turns up for the fiftieth time. What happens?",
        levels=(
            "It is solved for the fiftieth time.",
            "Somebody counts, and writes a report.",
            "The causes are ranked at a regular meeting, and somebody who can change the process owns the "
            "first.",
            "The same, and in the last twelve months a rule or process was changed and the problem counted "
            "before and after.",
        ),
        prompt="What can you show a stranger? (For example: the ranking, or the two counts.)",
    ),
    Item(
        name="in-their-shoes",
        area=ED,
        text="When did somebody who can change things last go through it all as a customer does?",
        levels=(
            "Never, or nobody knows.",
            "In a workshop, on a wall, without a customer.",
            "In the last twelve months, beside real customers, noting each step that does nothing for them.",
            "The same, and a step was dropped or rebuilt and tried out with customers before everybody got "
            "it.",
        ),
        prompt="What can you show a stranger? (For example: the notes, and the step that is gone.)",
    ),
)

#: The highest level, of every item.
TOP = 3

#: What to read when a box is the weakest: on the box, on how it goes wrong, and on what mends it. The chapter
#: leads there, since a link from here would have to know whether it is read in a page or in a notebook.
CHAPTERS = {
    TM: ("Tactical marketing", "What is a customer worth?", "Segment until it breaks"),
    SM: ("Strategic marketing", "Wants", "The cart before the horse"),
    CX: ("Tactical CX", "Delighters", "Who conducts the orchestra?"),
    ED: ("Experience design", "Needs", "One number"),
}


@dataclass(frozen=True)
class Step:
    """The way up by one level: from `level` of item `number`, or to the evidence for it when it is `bare`."""

    area: str
    number: int
    level: int
    bare: bool


#: In how many of a hundred companies made up by lot the weakest box is named: by one judge, and by one for
#: each box. The chapter *Audit and plan* reckons them.
NAMED = 65, 53


@dataclass(frozen=True)
class Profile(Audited):
    """The audit, one step up for each of the weakest areas that has one, and what was answered.

    ``answers`` has the level (None unanswered) and the evidence of each item.
    """

    steps: tuple[Step, ...] = ()
    answers: tuple[tuple[int | None, str], ...] = ()

    @property
    def runners_up(self) -> tuple[Area, ...]:
        """The areas that a single weakest one could catch up with by one answer judged one level higher."""
        if len(self.weakest) != 1:
            return ()
        return tuple(area for area in self.areas if 0 < self.lead(area) <= 1 + 1e-9)

    def lead(self, area: Area) -> float:
        """Return by how many levels of one item, at its largest, an area stands above the weakest."""
        weakest = self.weakest[0]
        return (area.backed - weakest.backed) * TOP * min(area.answered, weakest.answered)


def quick_trust() -> str:
    """Say how often two items a box name the right one."""
    one, each = NAMED
    return (
        f"In companies made up by lot, two items a box named the weakest one in {one} of 100 where one "
        f"person judged all, and in {each} where each box had a judge of its own."
    )


def to_read(area: str) -> str:
    """Name the three chapters for an area."""
    first, second, third = (f"“{chapter}”" for chapter in CHAPTERS[area])
    return f"{first}, {second} and {third}"


class QuickAudit(Audit):
    """Eight items of four levels, a line of evidence for each; the weakest box, and one step up from it."""

    slug = "quick-audit"
    title = "Quick audit"
    question = "Which of the four is your organization’s weakest, and could you prove it?"
    areas = {name: BOXES[name] for name in AREAS}
    items = ITEMS
    assumes = (
        "Each item weighs the same, and the steps between levels are taken as equal. A level above the "
        "lowest for which you write nothing counts one level less. The page cannot read what you write as "
        "evidence; only a stranger can. Eight items are a sketch: they say where to look first, and they "
        "cannot compare you with anybody else."
    )

    def compute(self, values: dict[str, Any]) -> Profile:
        audited = super().compute(values)
        steps = (self._step(area.name, values) for area in audited.weakest)
        answers = tuple(
            (values[item.name], " ".join(values[f"{item.name}-evidence"].split())) for item in self.items
        )
        return Profile(**vars(audited), steps=tuple(step for step in steps if step), answers=answers)

    def _step(self, area: str, values: dict[str, Any]) -> Step | None:
        """Return the way up from an area's lowest item; the first of them when several are as low."""
        steps = []
        for number, item in enumerate(self.items, start=1):
            level = values[item.name]
            if item.area == area and level is not None:
                bare = level > 0 and not values[f"{item.name}-evidence"].strip()
                steps.append((level - bare, Step(area, number, level, bare)))
        low, step = min(steps, key=lambda one: one[0])
        return None if low == TOP else step

    def shows(self, result: Profile) -> str | None:
        if not result.answered:
            return None
        profile = super().shows(result)
        ways = "".join(
            f"<p><strong>The way up in {escape(self.areas[step.area])}</strong> (item {step.number}). "
            f"{escape(self.way_up(step))} "
            f'Reread <a href="#{step.area}">{escape(self.areas[step.area])}</a>, or go on: '
            f"{escape(to_read(step.area))}, below.</p>"
            for step in result.steps
        )
        text = f'<pre style="white-space:pre-wrap">{escape(self.as_text(result))}</pre>'
        return f"{profile}{ways}<details><summary>The result as plain text, to copy</summary>{text}</details>"

    def way_up(self, step: Step) -> str:
        """Return what the next level up from a step's looks like, or how to show the one claimed."""
        levels = self.items[step.number - 1].levels
        if step.bare:
            todo = f"You said: “{levels[step.level]}” Write down what shows it, or go down one level."
            if step.level == TOP:
                return todo
            return f"{todo} Once it is shown, the next level reads: “{levels[step.level + 1]}”"
        if step.level == 0:
            # The level above the lowest is often a bad habit of its own, and nothing to work for.
            return f"From the bottom, aim two levels up: “{levels[2]}”"
        return f"The next level reads: “{levels[step.level + 1]}”"

    def as_text(self, result: Profile) -> str:
        """Return the whole result as lines that can be pasted into a letter."""
        lines = [f"{self.title}. {self.says(result)}"]
        for area in result.areas:
            stands = "no answer yet" if area.share is None else standing(area)
            lines += ["", f"{self.areas[area.name]}: {stands}"]
            for number, (item, (level, shown)) in enumerate(
                zip(self.items, result.answers, strict=True), start=1
            ):
                if item.area == area.name and level is not None:
                    lines.append(f"{number}. {item.text} Level {level} of {TOP}: {item.levels[level]}")
                    lines.append(f"   To show for it: {shown or 'nothing written down'}")
        ways = (
            f"The way up in {self.areas[s.area]} (item {s.number}). {self.way_up(s)}" for s in result.steps
        )
        return "\n".join([*lines, "", *ways]).rstrip()

    def says(self, result: Profile) -> str:
        if not result.answered:
            return f"{result.items} items, two for each box. Judge what happens, not what is planned."
        left = result.items - result.answered
        count = f"{result.answered} of {result.items} items judged" if left else f"All {result.items} judged"
        bare = f", {result.unbacked} of them with nothing written down" if result.unbacked else ""
        weakest = result.weakest
        if not weakest:
            return f"{count}{bare}. The weakest box shows once each box has an answer."
        share = f"{weakest[0].backed:.0%} of what there is to reach"
        names = [self.areas[area.name] for area in weakest]
        if len(names) == len(self.areas):
            verdict = f"All four boxes stand alike, at {share}."
            if weakest[0].backed == 1:
                verdict += " Have somebody from outside read your evidence."
        elif len(names) == 1:
            verdict = f"Your weakest box is {names[0]}, at {share}. {self.caution(result)}".rstrip()
        else:
            verdict = f"{', '.join(names[:-1])} and {names[-1]} tie as your weakest, at {share}."
        return f"{verdict} {count}{bare}."

    def caution(self, result: Profile) -> str:
        """Warn of areas so near the weakest that one answer decides between them; else return nothing."""
        near = [self.areas[area.name] for area in result.runners_up]
        if not near:
            return ""
        gap = min(map(result.lead, result.runners_up))
        by = "a single level" if gap > 1 - 1e-9 else "less than a single level"
        again = f"{', '.join(near[:-1])} and {near[-1]}" if len(near) > 1 else near[0]
        return f"It is lowest by {by}; judge {again} again before you decide."
