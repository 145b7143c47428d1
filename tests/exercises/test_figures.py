"""Every figure of every exercise, wherever its controls stand: words collide with no others and fit in."""

import itertools
import random

import pytest
from fieldguide.controls import Number
from fieldguide.figures.plot import Plot
from fieldguide.figures.svg import LABEL, WIDTH

from tests.exercises.test_every_exercise import EXERCISES, guesses

#: A phone 360 pixels wide gives a figure so many of them.
ON_A_PHONE = 346

#: How many ways to set the controls are tried of each exercise.
MOST = 150


@pytest.fixture
def plots(monkeypatch):
    """Every plot that is drawn, when it is drawn."""
    drawn = []
    inline = Plot.inline

    def noted(plot, alt):
        drawn.append(plot)
        return inline(plot, alt)

    monkeypatch.setattr(Plot, "inline", noted)
    return drawn


def settings(kind):
    """Yield every step of every slider with the rest as it starts, and chance mixtures of all."""
    start, controls = kind.start(), kind.every_control()
    chance = random.Random(1)
    steps = {name: list(reaches(control)) for name, control in controls.items()}
    some = [{name: chance.choice(values) for name, values in steps.items()} for _ in range(MOST)]
    single = [{name: value} for name, values in steps.items() for value in values]
    for values, guess in zip(single + some, itertools.cycle(guesses(kind))):
        yield start | values | guess


def reaches(control):
    if isinstance(control, Number):
        count = round((control.high - control.low) / control.step)
        return [control.check(control.low + step * control.step) for step in range(count + 1)]
    return control.corners()


def overlap(one, other):
    """How deep two boxes lie in each other, in units; negative apart."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down)


@pytest.mark.parametrize("kind", EXERCISES, ids=lambda kind: kind.slug)
def test_words_collide_with_no_others_and_stay_in_the_picture(kind, plots):
    exercise = kind()
    for values in settings(kind):
        plots.clear()
        shown = exercise.shows(exercise.compute(values)) or ""
        assert len(plots) == shown.count("<svg")
        for plot in plots:
            for one, other in itertools.combinations(plot.boxes, 2):
                assert overlap(one, other) <= 1, (values, one, other)
            for box in plot.boxes:
                assert min(box.left, box.top, WIDTH - box.right, plot.height - box.bottom) >= -1, (
                    values,
                    box,
                )


def test_labels_can_be_read_on_a_phone():
    assert LABEL * ON_A_PHONE / WIDTH >= 11
