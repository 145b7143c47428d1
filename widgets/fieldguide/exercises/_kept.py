"""What is kept of every exercise, read again by the exercise that it belongs to.

There is no list of exercises here. What is kept carries the exercise's name, the name leads to its module,
and only the modules of what is kept are imported.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from fieldguide.exercise import Exercise
from fieldguide.kinds.guess import Guess, Guessed

#: How the names of exercises begin that take the reader's own numbers.
OWN = "your-"

#: A guess off by no more than this share of its scale is counted as close: one measure for days and dollars
#: alike. What `Guess.hits` calls as good as right is its own chapter's, in its own unit.
CLOSE = 0.1


@cache
def exercise_of(slug: str) -> type[Exercise] | None:
    """Return the exercise of a name; None where this edition of the book has none."""
    name = slug.replace("-", "_")
    if not name.isidentifier() or name.startswith("_"):
        return None
    module = f"fieldguide.exercises.{name}"
    if find_spec(module) is None:
        return None
    found = vars(import_module(module)).values()
    return next((one for one in found if getattr(one, "__module__", "") == module and _is(one, slug)), None)


def _is(one: Any, slug: str) -> bool:
    return isinstance(one, type) and issubclass(one, Exercise) and getattr(one, "slug", None) == slug


@dataclass(frozen=True)
class Told:
    """What one kept answer says today: the exercise's title, and its sentence."""

    slug: str
    title: str
    sentence: str


@dataclass(frozen=True, eq=False)
class Made:
    """A guess that somebody stood by.

    ``truth`` is computed when it is asked for, which may take data and a moment.
    """

    slug: str
    title: str
    exercise: Guess
    guess: float

    @cached_property
    def truth(self) -> float:
        return self.exercise.truth()

    @property
    def off(self) -> float:
        """By how much the guess is too high (below 0: too low), as a share of its scale."""
        ask = self.exercise.ask
        return (self.guess - self.truth) / (ask.high - ask.low)

    @property
    def close(self) -> bool:
        return abs(self.off) <= CLOSE

    @property
    def said(self) -> str:
        return self.exercise.tells(self.guess)

    @property
    def answer(self) -> str:
        return self.exercise.tells(self.truth)


@dataclass(frozen=True)
class Kept:
    """All that is kept, sorted; each in the order of the names.

    Attributes
    ----------
    own : tuple of Told
        What the reader's own numbers come to.
    guesses : tuple of Made
        Those that were committed.
    unread : tuple of str
        A sentence for each answer that could not be read.
    """

    own: tuple[Told, ...]
    guesses: tuple[Made, ...]
    unread: tuple[str, ...]


def sort(kept: Mapping[str, Any]) -> Kept:
    """Read a snapshot (see `fieldguide.answers.snapshot`); what cannot be read is told and left out."""
    own, guesses = [], []
    unread = [f"What is kept of “{slug}” is damaged; it is left out here." for slug in kept["damaged"]]
    for slug, record in sorted(kept["answers"].items()):
        try:
            found = _read(slug, json.dumps(record, sort_keys=True))
        except ValueError as problem:
            unread.append(f"“{_named(slug)}” is left out: {problem}")
            continue
        if isinstance(found, Told):
            own.append(found)
        elif isinstance(found, Made):
            guesses.append(found)
    return Kept(tuple(own), tuple(guesses), tuple(unread))


def result_of(kept: Mapping[str, Any], slug: str) -> Any:
    """Return what an exercise makes of what is kept of it; None where nothing is, or where it is unreadable.

    That it is unreadable is told by `sort`.
    """
    record, kind = kept["answers"].get(slug), exercise_of(slug)
    if record is None or kind is None:
        return None
    try:
        return _result(slug, json.dumps(record, sort_keys=True))
    except ValueError:
        return None


@cache
def _result(slug: str, record: str) -> Any:
    exercise = exercise_of(slug).bare()
    return exercise.compute(exercise.reread(json.loads(record)))


@cache
def _read(slug: str, record: str) -> Told | Made | None:
    """Return what a plan takes in of an answer; None of an exercise that it does not ask for."""
    kind = exercise_of(slug)
    if kind is None:
        raise ValueError("this edition of the book has no such exercise.")
    exercise = kind.bare()
    values = exercise.reread(json.loads(record))
    if kind.own or slug.startswith(OWN):
        return Told(slug, kind.title, exercise.says(exercise.compute(values)))
    if issubclass(kind, Guess):
        guessed: Guessed = exercise.compute(values)
        return Made(slug, _named(slug), exercise, guessed.guess) if guessed.committed else None
    return None


def _named(slug: str) -> str:
    """Return what an answer is called: by the exercise's title, a guess by that of the one it belongs to."""
    stem = slug.removesuffix("-guess")
    kind = exercise_of(stem)
    return kind.title if kind else stem.replace("-", " ").capitalize()
