"""Find a Chromium for the browser tests, or install one.

In this order: the program that the variable ``CHROMIUM`` names, the machine's own, Debian's package where one
may install it, Playwright's download.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import environment
from tools.steps import Failed, run_quietly, say

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
#: Where macOS and Windows keep programs that are not on the PATH.
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
#: Asked inside .venv, because this module runs before Playwright is there.
WHERE_PLAYWRIGHT_KEEPS_IT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""


def works(program: str | None) -> bool:
    """Whether a program is there and opens an empty page; some systems have a stand-in that does neither."""
    if not program or not Path(program).is_file():
        return False
    command = [
        program,
        "--headless",
        "--disable-gpu",
        "--no-sandbox",
        "--disable-background-networking",
        "--dump-dom",
        "about:blank",
    ]
    try:
        return b"<html" in subprocess.run(command, capture_output=True, check=False, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return False


def on_this_machine() -> str | None:
    """Return the path of a Chromium, Chrome or Edge that the machine has."""
    candidates = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES), *PLACES]
    return next((program for program in candidates if works(program)), None)


def from_debian() -> str | None:
    """Install Debian's package where this is Debian and one is root; return its program."""
    may_install = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get")
    if not may_install:
        return None
    say("No Chromium on this machine: installing the system's package for the browser tests.")
    env = environment.variables() | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        run_quietly(["apt-get", "update"], env, "reading the package lists", "apt-get update failed.")
        run_quietly(
            ["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
            env,
            "installing Chromium",
            "apt-get could not install Chromium.",
        )
    except Failed as failure:
        say(str(failure))
        return None
    found = shutil.which("chromium")
    return found if works(found) else None


def from_playwright() -> str | None:
    """Let Playwright fetch its own Chromium; return its program."""
    env = environment.variables()
    found = playwrights_program()
    if works(found):
        return found
    say("Fetching Playwright's own Chromium for the browser tests.")
    try:
        run_quietly(
            [environment.PYTHON, "-m", "playwright", "install", "chromium"],
            env,
            "fetching Chromium",
            "Playwright could not fetch its Chromium.",
        )
    except Failed as failure:
        say(str(failure))
        return None
    return found if works(found) else None


def playwrights_program() -> str | None:
    """Return where Playwright keeps its Chromium, whether or not it is there yet."""
    command = [environment.PYTHON, "-c", WHERE_PLAYWRIGHT_KEEPS_IT]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=environment.variables())
    return answer.stdout.strip() or None


def ready() -> str:
    """Return the path of a Chromium that works.

    Raises
    ------
    Failed
        When none is there and none can be had.
    """
    program = on_this_machine() or from_debian() or from_playwright()
    if program is None:
        raise Failed(
            "The browser tests need Chromium, Chrome or Edge, and none was found or could be installed: "
            "install one, or name it in the variable CHROMIUM."
        )
    return program
