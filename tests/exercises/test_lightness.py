"""What an exercise must not wait for: checked in a fresh Python, because this one has everything loaded.

In a page numpy and matplotlib arrive after the controls, and a page of questions alone fetches neither.
"""

import json
import subprocess
import sys

from fieldguide.exercise import Exercise
from fieldguide.kinds.audit import Audit
from fieldguide.kinds.court import Court
from fieldguide.kinds.guess import Guess
from fieldguide.kinds.quiz import Quiz
from fieldguide.kinds.recall import Recall
from fieldguide.kinds.sorter import Sorter

from tests.exercises.test_every_exercise import EXERCISES, every

#: What arrives later, and what a page never gets for an exercise.
HEAVY = ["numpy", "pandas", "matplotlib", "scipy", "PIL", "platformdirs"]

#: Prints, as JSON, what of HEAVY is there: with the controls, with the first figure, and after some moves.
PROGRAM = f"""
import asyncio, json, random, sys
from fieldguide import answers
answers.use(answers.Memory())
from {{module}} import {{name}}

def heavy():
    return [name for name in {HEAVY} if name in sys.modules]

async def page():
    exercise = {{name}}()
    seen = [heavy()]
    await asyncio.sleep(0)
    assert getattr(exercise, "ready", False)
    seen.append(heavy())
    chance = random.Random(1)
    controls = {{{{}}}} if not hasattr(exercise, "every_control") else exercise.every_control()
    for control in [*controls.values()] * 3:
        if control.name != "committed":
            exercise._take(**{{{{control.name: chance.choice(control.corners())}}}})
    seen.append(heavy())
    print(json.dumps(seen))

asyncio.run(page())
"""


def loaded(module, name):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(module=module, name=name)],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@every
def test_controls_wait_for_nothing_heavy(kind):
    with_controls, with_figure, after_moves = loaded(kind.__module__, kind.__name__)
    assert with_controls == []
    # A guess is live with its controls too: what its folded answer needs comes when it is committed or shown.
    # Quizzes, sorters, audits and charts are HTML, which needs nothing.
    if issubclass(kind, Guess) or kind.alt is Exercise.alt:
        assert with_figure == after_moves == []
    else:
        assert "matplotlib" in with_figure, "this test would see it"


def test_the_readers_answers_need_nothing_heavy():
    assert loaded("fieldguide.exercises.my_answers", "MyAnswers") == [[], [], []]


def test_every_kind_is_among_them():
    for base in (Quiz, Sorter, Court, Audit, Guess, Recall):
        assert any(issubclass(kind, base) for kind in EXERCISES)
