"""What every test may rely on: no test reads or keeps anybody's answers."""

import asyncio
import os

import pytest
from xdist.scheduler import LoadScopeScheduling

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


class _ByFile(LoadScopeScheduling):
    """A file's tests stay in one process: a notebook's cells must run in order, what is drawn is drawn once.

    The browser's tests do not: each opens a page of its own, and they are what the longest wait is for.
    """

    def _split_scope(self, nodeid):
        file, *_ = nodeid.split("::", 1)
        return nodeid if file.startswith("tests/browser/") else file


def pytest_xdist_make_scheduler(config, log):
    return _ByFile(config, log)
