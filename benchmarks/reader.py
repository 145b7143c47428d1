"""A reader with a browser: opens a page, goes to an exercise, moves its slider, and reads the clock.

The clock is `probe.js`. It is asked over the browser's own protocol, which a content-security policy does not
keep from evaluating, as it keeps a page's scripts.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

PROBE = Path(__file__).with_name("probe.js")

#: Generous: nothing waits longer than it must, and Voici on a busy machine takes a minute.
PATIENCE = 180_000

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}


class AnswerError(RuntimeError):
    """A page did not do what it was measured at."""


class Visit:
    """One page of a reader's, from its navigation on."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self._protocol = page.context.new_cdp_session(page)
        self.foreign: list[str] = []
        page.on("request", lambda request: self._note(request.url, address))
        page.goto(address, wait_until="commit")

    def _note(self, url: str, address: str) -> None:
        home = address.split("/", 3)[2]
        if f"//{home}/" not in url and not url.startswith(("data:", "blob:")):
            self.foreign.append(url)

    def ask(self, expression: str) -> Any:
        """Evaluate an expression of the page's, wait for its promise, and return what it gives.

        Raises
        ------
        AnswerError
            When it throws, or the promise is rejected.
        """
        answer = self._protocol.send(
            "Runtime.evaluate", {"expression": expression, "awaitPromise": True, "returnByValue": True}
        )
        if "exceptionDetails" in answer:
            thrown = answer["exceptionDetails"].get("exception", {})
            raise AnswerError(f"{expression}: {thrown.get('description') or thrown.get('value')}")
        return answer["result"].get("value")

    def go(self, exercise: str) -> None:
        """Scroll to an exercise as soon as it is there."""
        self.ask(f"bench.go({json.dumps(exercise)})")

    def marks(self, exercise: str) -> dict[str, float]:
        """Wait until an exercise is live; return its marks in milliseconds from navigation."""
        live = self.ask(f"bench.live({json.dumps(exercise)})")
        return {"controls": self.ask(f"bench.mark('exercise:{exercise}:controls')"), "live": live}

    def slider(self, exercise: str) -> Any:
        """Return the first slider of an exercise."""
        return self.page.locator(f'section.exercise[data-exercise="{exercise}"] [role="slider"]').first

    def steps(self, exercise: str, count: int) -> list[float]:
        """Press the right arrow from the left end on; return each step's milliseconds to its last change."""
        slider = self.slider(exercise)
        slider.focus()
        taken = []
        for key in ["Home"] + ["ArrowRight"] * count:
            self.ask(f"bench.arm({json.dumps(exercise)})")
            slider.press(key)
            taken.append(self.ask("bench.answer"))
            self.page.wait_for_timeout(30)
        return taken[1:]

    def drag(self, exercise: str, moves: int = 60) -> dict[str, Any]:
        """Drag the slider over most of its track; return when it rested, on what, and what it then says."""
        slider = self.slider(exercise)
        track = slider.locator("xpath=ancestor::*[contains(@class, 'slider-container')]").bounding_box()
        handle = slider.bounding_box()
        mouse, middle = self.page.mouse, handle["y"] + handle["height"] / 2
        mouse.move(handle["x"] + handle["width"] / 2, middle)
        mouse.down()
        self.ask(f"bench.follow({json.dumps(exercise)})")
        for move in range(moves):
            mouse.move(track["x"] + track["width"] * (0.1 + 0.8 * move / (moves - 1)), middle)
        mouse.up()
        self.page.wait_for_timeout(1500)
        seen = self.ask("bench.drag")
        return {
            "rest": seen["changed"] - seen["moved"],
            "moves": seen["moves"],
            "redraws": seen["redraws"],
            "value": slider.get_attribute("aria-valuetext"),
            "says": self.ask(f"bench.says({json.dumps(exercise)})"),
        }


class Profile(AbstractContextManager):
    """A browser with a profile of its own, empty at first, gone at the end."""

    def __init__(self, playwright: Playwright, program: str | None, **device: Any) -> None:
        # A browser that ends may still write while its profile is removed.
        self._folder = tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True)
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            self._folder.name, executable_path=program, args=QUIET, **(device or LAPTOP)
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(path=PROBE)

    def __exit__(self, *_: object) -> None:
        self.context.close()
        self._folder.cleanup()

    def visit(self, address: str) -> Visit:
        """Open an address in a new page, and close every other."""
        page = self.context.new_page()
        for other in self.context.pages:
            if other is not page:
                other.close()
        return Visit(page, address)

    def renderers(self) -> list[int]:
        """Return the processes that run this browser's pages and workers; none where there is no /proc."""
        return renderers(self._folder.name)


def _processes() -> dict[int, tuple[int, str]]:
    """Return each process of this machine with its parent and its command line."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            line = (folder / "cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # it ended meanwhile
        found[int(folder.name)] = (int(status.rpartition(")")[2].split()[1]), line)
    return found


def renderers(profile: str) -> list[int]:
    """Return the renderer processes below the browser that was started with a profile."""
    all_ = _processes()

    def ours(pid: int) -> bool:
        while pid in all_:
            pid, line = all_[pid]
            if f"--user-data-dir={profile}" in line:
                return True
        return False

    return [pid for pid, (_, line) in all_.items() if "--type=renderer" in line and ours(pid)]


def memory(pids: list[int]) -> int | None:
    """Return the bytes that the largest of some processes has for itself; None where there is no /proc."""
    own = []
    for pid in pids:
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        lines = [line.split() for line in rollup.splitlines() if line.startswith("Private_")]
        own.append(sum(int(words[1]) for words in lines) * 1024)
    return max(own, default=None)


def program() -> str | None:
    """Return the Chromium that `make bench` found; None leaves the choice to Playwright."""
    return os.environ.get("CHROMIUM") or None
