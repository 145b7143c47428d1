"""*Quick audit*: one's own organization on the four use cases, by what can be seen."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

from fieldguide import figures
from fieldguide.exercises._four_boxes import BOXES, CX, ED, SM, TM
from fieldguide.kinds.audit import Audit, Audited, Item

#: The chapter on each box, and the place in this chapter that stands in for it until it is written.
CHAPTERS = {TM: 6, SM: 7, CX: 8, ED: 9}

ITEMS = (
    Item(
        name="next-offer",
        area=TM,
        text="How is it decided who gets which offer?",
        levels=(
            "Everybody on the list gets the same, whenever there is something to sell.",
            "A few large groups get different offers; the groups are older than a year.",
            "What one person did in the last few weeks decides what that person gets, or that it is nothing.",
            "The same, and whoever said no or has an open complaint is left alone without anybody having to "
            "remember.",
        ),
        prompt="What shows it? (For example: one customer’s last three offers, and the reason for each.)",
    ),
    Item(
        name="did-it-pay",
        area=TM,
        text="After a campaign, what happens?",
        levels=(
            "The next campaign.",
            "Somebody counts clicks or sales.",
            "Sales are compared with another month, or with people who were not written to.",
            "Sales are compared with a group left out by lot, and a campaign has been stopped because of it.",
        ),
        prompt="What shows it? (For example: the last such comparison, and what was decided.)",
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
        prompt="What shows it? (For example: the notes, and the decision.)",
    ),
    Item(
        name="why-you",
        area=SM,
        text="Five colleagues from five departments write down whom you are for and why they choose you. "
        "Then?",
        levels=(
            "Five different answers, or nobody has ever tried.",
            "Five times the slogan; what a customer would say, nobody knows.",
            "The answers agree, and rest on what customers said in their own words.",
            "The same, and a customer, a feature or a market has been turned down because of it.",
        ),
        prompt="What shows it? (For example: the five notes, or what was turned down.)",
    ),
    Item(
        name="one-wrong-bill",
        area=CX,
        text="A customer reports a wrong bill. What happens?",
        levels=(
            "It depends on who picks up.",
            "It is written down, and solved if the customer calls again.",
            "One person owns it, with a date, until the customer says that it is solved.",
            "The same, and whoever owns it may spend money within a limit without asking.",
        ),
        prompt="What shows it? (For example: the last ten such cases, and when each was closed.)",
    ),
    Item(
        name="those-who-say-nothing",
        area=CX,
        text="How do you learn about the trouble of customers who do not complain?",
        levels=(
            "We do not.",
            "A survey, read as an average.",
            "A survey after the moments that matter; the unhappy are called within days.",
            "The same, and signs in your own records, such as a failed delivery, start a call before any "
            "survey.",
        ),
        prompt="What shows it? (For example: last month’s calls that no customer asked for.)",
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
        prompt="What shows it? (For example: the ranking, or the two counts.)",
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
        prompt="What shows it? (For example: the notes, and the step that is gone.)",
    ),
)


@dataclass(frozen=True)
class Step:
    """The way up by one level: from `level` of item `number`, or to the evidence for it when it is `bare`."""

    area: str
    number: int
    level: int
    bare: bool


@dataclass(frozen=True)
class Profile(Audited):
    """The audit, and one step up for each of the weakest areas that has one."""

    steps: tuple[Step, ...] = ()


class QuickAudit(Audit):
    """Eight items of four levels, a line of evidence for each; the weakest box, and one step up from it."""

    slug = "quick-audit"
    title = "Quick audit"
    question = "Which of the four is your organization’s weakest, and could you prove it?"
    areas = {name: BOXES[name] for name in CHAPTERS}
    items = ITEMS
    assumes = (
        "Each item weighs the same, and the steps between levels are taken as equal. A level above the "
        "lowest for which you write no evidence counts one level less. Eight items are a sketch: they say "
        "where to look first, and they cannot compare you with anybody else."
    )

    def compute(self, values: dict[str, Any]) -> Profile:
        audited = super().compute(values)
        steps = (self._step(area.name, values) for area in audited.weakest)
        return Profile(**vars(audited), steps=tuple(step for step in steps if step))

    def _step(self, area: str, values: dict[str, Any]) -> Step | None:
        """Return the way up from an area's lowest item; the first of them when several are as low."""
        steps = []
        for number, item in enumerate(self.items, start=1):
            level = values[item.name]
            if item.area == area and level is not None:
                bare = level > 0 and not values[f"{item.name}-evidence"].strip()
                steps.append((level - bare, Step(area, number, level, bare)))
        low, step = min(steps, key=lambda one: one[0])
        return None if low == len(self.items[step.number - 1].levels) - 1 else step

    def shows(self, result: Profile) -> Any:
        if not result.answered:
            return None
        profile = figures.inline(super().shows(result), alt=self.alt(result), name=self.slug)
        return profile + "".join(map(self._way_up, result.steps))

    def _way_up(self, step: Step) -> str:
        item, title = self.items[step.number - 1], self.areas[step.area]
        if step.bare:
            todo = f"Find what shows that this is so: “{item.levels[step.level]}”"
        else:
            todo = f"Make this true: “{item.levels[step.level + 1]}”"
        return (
            f"<p><strong>One level up in {escape(title)}</strong> (item {step.number}). {escape(todo)} "
            f"Chapter {CHAPTERS[step.area]}, on this box, is still to be written; until then, reread "
            f'<a href="#{step.area}">{escape(title)}</a> in this chapter.</p>'
        )

    def says(self, result: Profile) -> str:
        if not result.answered:
            return f"{result.items} items, two for each box. Judge what happens, not what is planned."
        left = result.items - result.answered
        count = f"{result.answered} of {result.items} items judged" if left else f"All {result.items} judged"
        bare = f", {result.unbacked} of them without evidence" if result.unbacked else ""
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
            verdict = f"Your weakest box is {names[0]}, at {share}."
        else:
            verdict = f"{', '.join(names[:-1])} and {names[-1]} tie as your weakest, at {share}."
        return f"{verdict} {count}{bare}."
