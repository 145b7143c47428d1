"""The real built book, in a real browser, as a plain static host would serve it."""

import functools
import http.server
import importlib
import os
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fieldguide.exercises.fourth_purchase import FourthPurchase
from playwright.sync_api import TimeoutError as TookTooLong
from playwright.sync_api import expect, sync_playwright

from tools.serve import Server

ROOT = Path(__file__).parents[2]
HTML = ROOT / "build" / "_build" / "html"

#: A book is seldom alone on its host: nothing may count on standing at the root.
UNDER = "/some/guide"

#: Generous, because a test machine may have two busy cores; nothing waits longer than it must.
PATIENCE = 90_000

#: Wait by the clock, in milliseconds: a browser without a screen may draw no frame for a while, and what
#: waits for frames (Playwright, unless told) waits with it, while the page lives on.
CLOCK = 100

#: A name for this machine that a browser takes for another's, which without https is no secure context.
PLAIN = "book.test"

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--host-resolver-rules=MAP {PLAIN} 127.0.0.1",
]


class _Handler(http.server.SimpleHTTPRequestHandler):
    """A static host that sets no headers of its own."""

    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}

    def translate_path(self, path):
        inside = path.split("?")[0].split("#")[0]
        if not inside.startswith(UNDER + "/"):
            return str(HTML / "not-there")
        return super().translate_path(inside[len(UNDER) :])

    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def book():
    """The address of the served book."""
    if not (HTML / "intro.html").is_file():
        pytest.fail("The book is not built; `make build` does it.", pytrace=False)
    server = Server(("127.0.0.1", 0), functools.partial(_Handler, directory=HTML))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{UNDER}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium():
    """A browser: the one that `make test` found, else the machine's, else Playwright's own."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program or None, args=QUIET)
        yield browser
        browser.close()


#: Whether a page is visible, and how many frames it draws in a second.
DRAWN = """() => new Promise((done) => {
  let frames = 0;
  const count = () => { frames++; requestAnimationFrame(count) };
  requestAnimationFrame(count);
  setTimeout(() => done(`${document.visibilityState}, ${frames} frames in a second`), 1000);
})"""


class Visit:
    """A reader's page, and what went on behind it."""

    def __init__(self, page, book):
        self.page = page
        self.book = book
        self.foreign = []
        self.errors = []
        self.said = []  # what the browser's console said last
        # A page's events include those of its workers' requests.
        page.context.on("request", self._note)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.said.append(message.text))
        page.set_default_timeout(PATIENCE)

    def _note(self, request):
        if not request.url.startswith((self.book, "data:", "blob:")):
            self.foreign.append(request.url)

    def open(self, path):
        self.page.goto(f"{self.book}/{path}")
        return self

    def section(self, name):
        return self.page.locator(f'section.exercise[data-exercise="{name}"]')

    def names(self):
        return self.page.locator("section.exercise").evaluate_all(
            "all => all.map(one => one.dataset.exercise)"
        )

    def go(self, name):
        """Scroll to an exercise; Playwright's own way would wait for frames."""
        self.section(name).evaluate("section => section.scrollIntoViewIfNeeded()")

    def wait(self, name, state="live"):
        """Go to an exercise and wait until it has the state; the message tells of all exercises instead."""
        self.go(name)
        try:
            self.page.wait_for_function(
                "([name, state]) =>"
                " document.querySelector(`[data-exercise='${name}']`).dataset.state === state",
                arg=[name, state],
                polling=CLOCK,
            )
        except TookTooLong:
            stand = "\n".join(f"{one}: {self.state(one)}. {self.status(one)}" for one in self.names())
            drawn = self.page.evaluate(DRAWN)
            pytest.fail(f"{name} is not {state}.\n{stand}\n{drawn}\n{self.errors}\n{self.said}")
        return self.section(name)

    def state(self, name):
        return self.section(name).get_attribute("data-state")

    def until_kept(self, name, **values):
        """Wait until the browser keeps these values of an exercise: that comes after the sentence."""
        self.page.wait_for_function(
            """([name, values]) => {
            const text = localStorage[`livepage:from-crm-to-cx:${name}`];
            const kept = JSON.parse(text ?? "{}").values ?? {};
            return Object.entries(values).every(([key, value]) => kept[key] === value) }""",
            arg=[name, values],
            polling=CLOCK,
            timeout=20_000,
        )

    def says(self, name):
        return self.section(name).locator('[data-role="says"]').text_content().strip()

    def figure(self, name):
        return self.section(name).locator('[data-role="figure"]').inner_html()

    def until_status(self, name, text=""):
        """Wait until the line below an exercise has `text` in it, or is empty."""
        status = self.section(name).locator(".lp-status")
        if text:
            expect(status).to_contain_text(text, timeout=20_000)
        else:
            expect(status).to_be_empty(timeout=20_000)

    def status(self, name):
        return self.section(name).locator(".lp-status").text_content().strip()

    def until_says(self, name, sentence):
        """Wait until an exercise says just this; the message tells what it says instead."""
        try:
            self.page.wait_for_function(
                "([name, sentence]) => document.querySelector(`[data-exercise='${name}'] [data-role=says]`)"
                ".textContent.trim() === sentence",
                arg=[name, sentence],
                polling=CLOCK,
                timeout=20_000,
            )
        except Exception:
            assert self.says(name) == sentence
            raise

    def moves(self):
        """Move the slider to its end: it answers with the sentence that Python here gives."""
        slider = self.wait(SLIDER).get_by_role("slider")
        slider.focus()
        slider.press("End")
        self.until_says(SLIDER, FourthPurchase(end=545).sentence)


@pytest.fixture
def visiting(chromium, book):
    """Open visits; each has a browser profile of its own unless it is handed another's context."""
    contexts = []

    @contextmanager
    def visit(**options):
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        yield Visit(context.new_page(), book)

    yield visit
    for context in contexts:
        context.unroute_all(behavior="ignoreErrors")  # the service worker may be fetching still
        context.close()


@pytest.fixture
def visit(visiting):
    """One reader at a laptop."""
    with visiting() as one:
        yield one


def chapters():
    """The built pages with exercises, and the exercises' names in order."""
    found = {}
    for file in sorted(HTML.rglob("*.html")):
        page = BeautifulSoup(file.read_text(encoding="utf-8"), "html.parser")
        names = [section["data-exercise"] for section in page.select("section.exercise")]
        if names:
            found[file.relative_to(HTML).as_posix()] = names
    return found


def kind(name):
    """The class behind a live cell; None for a widget that is no exercise."""
    module = importlib.import_module(f"fieldguide.exercises.{name.replace('-', '_')}")
    return next((one for one in vars(module).values() if getattr(one, "slug", None) == name), None)


#: The chapter whose exercises have everything: a guess, sliders, menus, a quiz.
CHAPTER = "chapters/questions-your-crm-cannot-answer.html"
SLIDER = "fourth-purchase"
