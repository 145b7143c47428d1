"""What every test may rely on: no test reads or keeps anybody's answers."""

import os

import pytest

os.environ["FIELDGUIDE_ANSWERS"] = "off"  # also for the kernels that run the notebooks

from fieldguide import answers


@pytest.fixture(autouse=True)
def nobodys_answers():
    """Every test starts with an empty memory for answers, and leaves none."""
    answers.use(answers.Memory())
    answers.unwatch()
    yield
    answers.use(answers.Memory())
    answers.unwatch()
