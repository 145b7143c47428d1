"""The built book, for the tests that read its pages."""

from pathlib import Path

import pytest

from tests.book.sources import ROOT


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built book."""
    built = ROOT / "build" / "_build" / "html"
    if not (built / "intro.html").is_file():
        pytest.fail("The book is not built; `make build` does it.", pytrace=False)
    return built
