"""Answers of a reader who has gone through the whole book, for tests of the plan; made up, all of them."""

from fieldguide import answers
from fieldguide.controls import Choice, Words
from fieldguide.exercises._kept import OWN
from fieldguide.exercises.your_plan import YourPlan
from fieldguide.kinds.audit import Audit
from fieldguide.kinds.guess import Guess

from tests.exercises.test_every_exercise import EXERCISES


def keep(exercise):
    mine = {name: value for name, value in exercise.values.items() if name != "kept"}
    answers.keep(exercise.slug, exercise.version, mine)


def audited(kind, level, evidence="We showed it to a stranger."):
    return kind(
        {item.name: level for item in kind.items} | {f"{item.name}-evidence": evidence for item in kind.items}
    )


def keep_whole_book():
    """Commit every guess, answer every audit, and keep every exercise on the reader's own organization."""
    for kind in EXERCISES:
        if issubclass(kind, Guess):
            keep(kind(guess=kind.ask.low, committed=True))
        elif issubclass(kind, Audit):
            keep(audited(kind, 1))
        elif kind.own or (kind.slug.startswith(OWN) and kind is not YourPlan):
            keep(kind({c.name: _changed(c) for c in kind.controls if isinstance(c, Choice | Words)}))


def _changed(control):
    if isinstance(control, Words):
        return control.initial or "the people at the counter"
    return next(iter(control.options))


def written(text, direction="adapt"):
    """A plan with the same text in every field."""
    fields = {c.name: text[: c.most] for c in YourPlan.controls if isinstance(c, Words)}
    return YourPlan(fields | {"direction": direction, "kept": answers.snapshot(without="your-plan")})
