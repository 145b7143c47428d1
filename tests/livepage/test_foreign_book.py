"""livepage in somebody else's book: its wheel in an environment of its own, switched on in three lines."""

import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
import venv
from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

import pytest
from livepage.node import node
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from playwright.sync_api import expect, sync_playwright

from tests.browser.conftest import PATIENCE, QUIET, ROOT
from tests.house.test_requirements import LIVEPAGE
from tools.serve import Server

RUNTIME = ROOT / "build" / "runtime"

#: All that the book says about livepage.
CONFIG = """
title: Somebody else's book
sphinx:
  extra_extensions: [livepage]
"""

#: Two live cells; the second answers with what only the page's own Python can know.
PAGE = """---
file_format: mystnb
kernelspec: {name: python3}
---
# How many

```{code-cell}
:tags: [live]
import ipywidgets
ipywidgets.IntSlider(description="How many", value=3, min=1, max=20)
```

And their squares:

```{code-cell}
:tags: [live]
import sys
from ipywidgets import HTML, IntSlider, VBox

number, says = IntSlider(description="Number", value=7), HTML()
says.add_class("lp-says")

def tell(change=None):
    says.value = f"{number.value} squared is {number.value ** 2}, says Python on {sys.platform}."

number.observe(tell, "value")
tell()
VBox([number, says])
```
"""


def pins_for(*names: str) -> str:
    """Return those lines of requirements.txt, with their hashes, that the named packages need."""
    wanted, waiting = set(), [Requirement(name) for name in names]
    while waiting:
        one = waiting.pop()
        for extra in ("", *one.extras):
            if (key := (canonicalize_name(one.name), extra)) not in wanted:
                wanted.add(key)
                needs = map(Requirement, distribution(one.name).requires or [])
                here = {"extra": extra}
                waiting += [need for need in needs if not need.marker or need.marker.evaluate(here)]
    blocks = re.split(r"\n(?=\S)", (ROOT / "requirements.txt").read_text(encoding="utf-8"))
    kept = {name for name, _ in wanted}
    return "\n".join(block for block in blocks if canonicalize_name(re.split(r"[=\[ ]", block)[0]) in kept)


class Elsewhere:
    """A machine on which nothing of this repository is installed but livepage's wheel."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
        strange = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "XDG_CACHE_HOME", "FIELDGUIDE_ANSWERS")
        self.env = {name: value for name, value in os.environ.items() if name not in strange}
        self.env |= {"NODE": node(), "HOME": str(folder), "LOCALAPPDATA": str(folder), "PYTHONUTF8": "1"}

    def run(self, *command: str | Path) -> str:
        """Run a program of this machine in its folder; return what it printed."""
        program, *rest = command
        done = subprocess.run(
            [self.bin / program, *rest],
            cwd=self.folder,
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stdout[-6000:]
        return done.stdout.strip()

    def install(self) -> None:
        """Make the environment, with pinned and hashed packages, and put livepage's wheel into it."""
        venv.create(self.folder / "venv", symlinks=os.name != "nt")
        python = self.bin / "python"
        pip = [sys.executable, "-m", "pip"]
        into = [*pip, "--python", python, "install", "--quiet", "--no-deps"]
        wheel = ["wheel", "--quiet", "--no-deps", "--no-build-isolation", ROOT / "widgets" / "livepage"]
        subprocess.run([*pip, *wheel, "--wheel-dir", self.folder], check=True)
        (file,) = self.folder.glob("livepage-*.whl")
        pins = self.folder / "requirements.txt"
        pins.write_text(pins_for("jupyter-book", *LIVEPAGE), encoding="utf-8")
        hashed = ["--require-hashes", "-r", pins]
        uv = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", python, *hashed]
        if not find_spec("uv") or subprocess.run(uv, check=False).returncode:
            subprocess.run([*into, *hashed], check=True)  # uv does not know the mirrors that pip may know
        subprocess.run([*into, file], check=True)
        subprocess.run([*pip, "--python", python, "check"], check=True)

    def write(self) -> None:
        """Write a book of one page."""
        book = self.folder / "book"
        book.mkdir()
        (book / "_config.yml").write_text(CONFIG)
        (book / "_toc.yml").write_text("format: jb-book\nroot: intro\n")
        (book / "intro.md").write_text(PAGE)

    def build(self) -> Path:
        """Build the book as its author would; the runtime that a build would fetch once is there already."""
        cache = Path(self.run("python", "-c", "from livepage.runtime import cache; print(cache())"))
        assert self.folder in cache.parents
        cache.parent.mkdir(parents=True)
        shutil.copytree(RUNTIME, cache)
        self.run("jupyter-book", "build", "book")
        return self.folder / "book" / "_build" / "html"


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    machine = Elsewhere(tmp_path_factory.mktemp("elsewhere"))
    machine.install()
    return machine


@pytest.fixture(scope="module")
def address(elsewhere):
    """Where the foreign book is served."""
    elsewhere.write()

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    handler = functools.partial(Quiet, directory=elsewhere.build())
    server = Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(address):
    """The page as a reader has it."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program or None, args=QUIET)
        page = browser.new_page()
        page.goto(f"{address}/intro.html")
        yield page
        browser.close()


def live(page, name):
    """Return a live cell of the page, once it is live."""
    section = page.locator(f"section.exercise[data-exercise='{name}']")
    section.scroll_into_view_if_needed()
    expect(section).to_have_attribute("data-state", "live", timeout=PATIENCE)
    return section


def test_nothing_of_this_book_is_installed_there(elsewhere):
    where = "import livepage, importlib.util as u; print(livepage.__file__, u.find_spec('fieldguide'))"
    file, fieldguide = elsewhere.run("python", "-c", where).rsplit(" ", 1)
    assert fieldguide == "None"
    assert elsewhere.folder in Path(file).parents


def test_live_cells_turn_live_move_and_are_answered_by_python(page):
    section = live(page, "intro-1")
    slider = section.get_by_role("slider", name="How many")
    readout = section.locator(".widget-readout")
    expect(readout).to_have_text("3")
    for value in ("4", "5", "6"):
        slider.press("ArrowRight")
        expect(readout).to_have_text(value)

    section = live(page, "intro-2")
    slider = section.get_by_role("slider", name="Number")
    says = section.locator('[data-role="says"]')
    expect(says).to_have_text("7 squared is 49, says Python on emscripten.")
    for value in (8, 9, 10):
        slider.press("ArrowRight")
        answer = f"{value} squared is {value**2}, says Python on emscripten."
        expect(says).to_have_text(answer, timeout=PATIENCE)
