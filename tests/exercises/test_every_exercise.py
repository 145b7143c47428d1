"""Every exercise of the book, over the corners of its values and random insides.

What an exercise says is held against its own numbers in the file that has its name; here stands what is true
of all of them, so that a new exercise is tested before anybody writes a test for it.
"""

import importlib
import itertools
import json
import pkgutil
import random
import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

import fieldguide.exercises
import pytest
from fieldguide.controls import Choice, Moves, Press, Several, Switch, Words
from fieldguide.exercise import Exercise
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MODULES = [
    name for _, name, _ in pkgutil.iter_modules(fieldguide.exercises.__path__) if not name.startswith("_")
]


def exercises():
    for name in MODULES:
        module = importlib.import_module(f"fieldguide.exercises.{name}")
        for found in vars(module).values():
            if (
                isinstance(found, type)
                and issubclass(found, Exercise)
                and found.__module__ == module.__name__
            ):
                yield found


EXERCISES = list(exercises())

#: These carry answers out and in; they compute nothing and are no exercises.
FILES = {"my_answers", "then_and_now"}

BOOK = Path(__file__).parents[2] / "book"
every = pytest.mark.parametrize("kind", EXERCISES, ids=lambda kind: kind.slug)

#: How many combinations of corners are tried of an exercise that has more.
MOST = 40


def inside(control):
    """Anything that a reader could make of a control."""
    if isinstance(control, Choice):
        return st.sampled_from([*control.options, *([None] if control.default is None else [])])
    if isinstance(control, Switch | Press):
        return st.booleans()
    if isinstance(control, Moves):
        return st.lists(st.sampled_from(list(control.options)), max_size=control.most)
    if isinstance(control, Several):
        return st.lists(st.sampled_from(list(control.options)), unique=True).map(control.check)
    if isinstance(control, Words):
        return st.text(max_size=60) | st.sampled_from([control.default, *control.tried])
    steps = round((control.high - control.low) / control.step)
    return st.integers(0, steps).map(
        lambda step: control.check(min(control.low + step * control.step, control.high))
    )


def guesses(kind):
    return [{"guess": None}, {"guess": 0}, {"guess": 50}, {"guess": 100}] if kind.guess else [{}]


def holds(kind, values):
    """Whatever the values, an exercise shows and says something that can be read."""
    exercise = kind(values)
    assert json.loads(json.dumps(exercise.values)) == exercise.values
    refused = ""
    try:
        result = exercise.compute(dict(exercise.values))
    except ValueError as problem:
        refused = str(problem)
    if refused:
        assert re.search(r"\w.*[.!?”]$", refused), f"not a sentence: {refused}"
        return
    said = exercise.says(result)
    assert re.search(r"[.!?”]$", said), f"not a sentence: {said}"
    assert not re.search(r"\b(nan|inf|None|True|False)\b|  |-0(\.0+)?\b(?![\d.])|\{|\}", said), said
    assert not re.search(
        r"(?<!\.)\b1 (customers|people|days|pairs|cards|items|questions|records|answers)\b", said
    ), said
    exercise._draw_first()
    assert exercise._message.value == "", exercise._message.value
    assert exercise._says.value
    for html in (
        exercise._figure.value,
        *(h.value for h in (*exercise._above.values(), *exercise._below.values())),
    ):
        root = ElementTree.fromstring(f"<div>{html.replace('&nbsp;', '&#160;')}</div>")
        for drawing in root.iter("svg"):
            assert drawing.get("role") == "img"
            assert len(drawing.get("aria-label", "")) > 15
        assert not [one for one in root.iter() if one.get("onclick") or one.tag == "script"]
        ids = [one.get("id") for one in root.iter() if one.get("id")]
        assert len(ids) == len(set(ids))
    assert kind(values).sentence == said, "the same values say the same"


def test_every_module_has_its_exercise():
    assert set(MODULES) - {kind.__module__.rpartition(".")[2] for kind in EXERCISES} == FILES


def test_every_exercise_stands_in_the_book_and_the_book_has_no_other():
    live = set()
    for file in (BOOK / "chapters").glob("*.ipynb"):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if "live" in cell["metadata"].get("tags", ()):
                live.add(cell["metadata"]["livepage"]["name"])
    # These two read and write a file of answers, and have nothing to compute.
    assert live | {"my-answers"} == {kind.slug for kind in EXERCISES} | {"my-answers", "then-and-now"}


@every
def test_its_module_is_named_after_its_slug(kind):
    assert kind.__module__.rpartition(".")[2] == kind.slug.replace("-", "_")


@every
def test_it_asks_something_and_its_controls_are_labeled(kind):
    assert kind.question.rstrip().endswith(("?", "."))
    assert kind.title
    for control in kind.every_control().values():
        assert control.label.strip()


@every
def test_corners(kind):
    controls = kind.every_control()
    every_corner = itertools.product(*(control.corners() for control in controls.values()))
    chosen = list(itertools.islice(every_corner, 20_000))
    if len(chosen) > MOST:
        chosen = [chosen[0], chosen[-1], *random.Random(1).sample(chosen, MOST)]
    for corner, guess in zip(chosen, itertools.cycle(guesses(kind))):
        holds(kind, dict(zip(controls, corner, strict=True)) | guess)


@every
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_random_insides(kind, data):
    values = {name: data.draw(inside(control), label=name) for name, control in kind.every_control().items()}
    holds(kind, values | data.draw(st.sampled_from(guesses(kind))))


@every
def test_each_control_changes_something(kind):
    """A control that changes neither figure nor words, wherever the others stand, is no control."""
    controls = kind.every_control()
    chance = random.Random(1)
    places = [kind.start()]
    places += [
        {name: chance.choice(control.corners()) for name, control in controls.items()} for _ in range(8)
    ]
    for name, control in controls.items():
        assert any(
            shown(kind(place)) != shown(kind({**place, name: value}))
            for place in places
            for value in control.corners()
            if value != place[name]
        ), name


@pytest.mark.parametrize("kind", [kind for kind in EXERCISES if kind.guess], ids=lambda kind: kind.slug)
def test_a_guess_is_shown_for_what_it_was_made_for_and_nowhere_else(kind):
    assert kind.guessed_at, "what was the guess about?"
    first, one = kind.start() | {"guess": 50}, kind.bare()
    asked = dict(kind.guessed_at) if isinstance(kind.guessed_at, Mapping) else first
    there = first | {name: asked[name] for name in kind.guessed_at}
    assert one.compute(there).guess == 50
    for name in kind.guessed_at:
        for value in kind.every_control()[name].corners():
            assert (one.compute(there | {name: value}).guess is None) == (value != asked[name]), (name, value)


def shown(exercise):
    exercise._draw_first()
    html = [h.value for h in (*exercise._above.values(), *exercise._below.values())]
    return [exercise._figure.value, exercise._says.value, exercise._message.value, *html]
