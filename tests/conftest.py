"""What every test may rely on: no test reads or keeps anybody's answers."""

import asyncio
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


@pytest.fixture(autouse=True)
def no_strange_loop(request):
    """Outside the browser's tests no loop runs, though Playwright leaves its own running in this process.

    An exercise asks whether a loop runs, and computes later where one does.
    """
    if "browser" in request.path.parts:
        yield
        return
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(loop)
