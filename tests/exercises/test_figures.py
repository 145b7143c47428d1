"""Every figure of every exercise, wherever its controls stand: words collide with no others and fit in."""

import io
import itertools
import random

import pytest
from fieldguide.controls import Number
from fieldguide.exercise import Exercise
from fieldguide.figures.drawing import LABEL, WIDTH
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.text import Text

from tests.exercises.test_every_exercise import EXERCISES, guesses

#: A phone 360 pixels wide gives a figure so many of them.
ON_A_PHONE = 346

#: How many ways to set the controls are tried of each exercise.
MOST = 150

#: Whose `shows` is a figure of matplotlib's: quizzes, sorters and audits are HTML.
DRAWN = [kind for kind in EXERCISES if kind.alt is not Exercise.alt]


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


def words(figure):
    """Return every text that is seen, with its box in units from the lower left corner."""
    renderer = RendererSVG(*(72 * figure.get_size_inches()), io.StringIO())
    texts = figure.findobj(lambda one: isinstance(one, Text) and one.get_visible() and one.get_text().strip())
    return [(one, one.get_window_extent(renderer)) for one in texts]


def overlap(one, other):
    """How deep two boxes lie in each other, in units; negative apart."""
    return min(min(one.x1, other.x1) - max(one.x0, other.x0), min(one.y1, other.y1) - max(one.y0, other.y0))


@pytest.mark.parametrize("kind", DRAWN, ids=lambda kind: kind.slug)
def test_words_collide_with_no_others_and_stay_in_the_picture(kind):
    exercise, drawn = kind(), 0
    for values in settings(kind):
        try:
            result = exercise.compute(values)
        except ValueError:  # told in words instead, which `test_every_exercise` reads
            continue
        drawn += 1
        figure = exercise.shows(result)
        assert isinstance(figure, Figure)
        height = 72 * figure.get_size_inches()[1]
        boxes = words(figure)
        assert len(boxes) > 2
        for (one, box), (other, its) in itertools.combinations(boxes, 2):
            assert overlap(box, its) <= 1, (values, one, other)
        for one, box in boxes:
            assert min(box.x0, box.y0, WIDTH - box.x1, height - box.y1) >= -1, (values, one, box)
            assert one.get_fontsize() == LABEL
    assert drawn > 20


def test_labels_can_be_read_on_a_phone():
    assert LABEL * ON_A_PHONE / WIDTH >= 11
