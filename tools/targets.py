"""The make targets, each a function of its own; the first line of its docstring is what ``help`` prints."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable

from tools import chromium, environment, lock, node, serve
from tools.steps import BUILD, ROOT, Failed, Stamp, fingerprint, run, run_quietly, say

HTML = BUILD / "_build" / "html"
#: Every warning is an error; all of them are shown, and nothing else.
STRICT = ("-W", "--keep-going", "--quiet")
LIVEPAGE = ROOT / "widgets" / "livepage"


def help_() -> None:
    """List the targets."""
    say("make TARGET, or python tools/make.py TARGET where there is no make:\n")
    for name, target in TARGETS.items():
        say(f"  {name:8} {(target.__doc__ or '').splitlines()[0]}")


def build() -> None:
    """Build the book into build/_build/html, from an empty folder or with what changed."""
    start = time.monotonic()
    environment.ready(environment.BOOK)
    build_in(node.ready().variables())
    say(f"Built in {time.monotonic() - start:.0f} seconds: {HTML.relative_to(ROOT).as_posix()}/index.html")


def build_in(env: dict[str, str]) -> None:
    """Build the book in an environment that is ready, leaving out the steps whose sources are as before."""
    python = environment.PYTHON
    env = {**env, "FIELDGUIDE_ANSWERS": "off"}  # a book is built without anybody's answers
    run([python, "-m", "livepage.runtime"], env, "The browser's Python could not be had; is there a network?")

    bundle = Stamp(BUILD / "stamps" / "bundle", made=[LIVEPAGE / "static"])
    sources = fingerprint([LIVEPAGE / "js", LIVEPAGE / "bundle.py"])
    if not bundle.holds(sources):
        say("Bundling the page's JavaScript.")
        run_quietly(
            [python, "-m", "livepage.bundle"],
            env,
            "bundling JavaScript",
            "The page's JavaScript could not be bundled.",
        )
        bundle.set(sources)

    book = Stamp(BUILD / "stamps" / "book", made=[HTML / "index.html"])
    sources = fingerprint(
        [ROOT / "book", ROOT / "widgets", environment.BOOK],
        environment.version(),
        os.environ.get("BOOK_REPOSITORY", ""),
    )
    if not book.holds(sources):
        say("Building the book: chapters are executed and exercises drawn, which takes minutes at first.")
        run_quietly(
            [environment.BIN / "jupyter-book", "build", "book", "--path-output", "build", *STRICT],
            env,
            "building the book",
            "The book could not be built.",
        )
        book.set(sources)


def book() -> None:
    """Build the book and serve it on this machine."""
    build()
    serve.forever(HTML)


def test() -> None:
    """Build the book and run every test: style, measures, exercises, notebooks, pages in a browser."""
    environment.ready(environment.TEST)
    env = node.ready().variables()
    env["CHROMIUM"] = chromium.ready()
    env["FIELDGUIDE_ANSWERS"] = "off"
    say("Checking the style.")
    run([environment.PYTHON, "-m", "ruff", "check"], env, "ruff found something to mend; see above.")
    build_in(env)
    say("Running the tests.")
    run(
        [environment.PYTHON, "-m", "pytest", "--numprocesses", "2"],  # tests/conftest.py deals them out
        env,
        "Not every test passed.",
    )


def bench() -> None:
    """Measure the pages in a browser, beside Voici, and print goals and figures; RUNS=5 is how often."""
    environment.ready(environment.TEST)
    env = node.ready().variables()
    env["CHROMIUM"] = chromium.ready()
    build_in(env)
    say("Measuring: a quarter of an hour in which this machine should do nothing else.")
    run([environment.PYTHON, "-m", "benchmarks"], env, "The pages could not be measured; see above.")


def lab() -> None:
    """Open the chapters in JupyterLab."""
    environment.ready(environment.BOOK)
    command = [environment.PYTHON, "-m", "jupyterlab", "book/chapters"]
    run(command, environment.variables(), "JupyterLab ended with an error.")


def tidy() -> None:
    """Run the chapters and keep only what their checked cells print, as it is committed."""
    environment.ready(environment.BOOK)
    command = [environment.PYTHON, "-m", "tools.tidy"]
    run(command, environment.variables(), "A chapter could not be tidied; see above.")


def lock_() -> None:
    """Compile the requirements files from pyproject.toml; a pin that still fits is kept."""
    environment.ready(environment.BOOK)
    lock.compile_all()


def upgrade() -> None:
    """Compile the requirements files with the newest versions that pyproject.toml allows."""
    environment.ready(environment.BOOK)
    lock.compile_all(upgrade=True)


def clean() -> None:
    """Remove everything that these commands made, the environment and the downloads too."""
    made = [BUILD, environment.VENV, LIVEPAGE / "static", LIVEPAGE / "js" / "node_modules"]
    made += (ROOT / "widgets").glob("*.egg-info")
    for folder in made:
        shutil.rmtree(folder, ignore_errors=True)
    say("Removed what was built, fetched and installed here.")


TARGETS: dict[str, Callable[[], None]] = {
    "help": help_,
    "book": book,
    "build": build,
    "test": test,
    "bench": bench,
    "lab": lab,
    "tidy": tidy,
    "lock": lock_,
    "upgrade": upgrade,
    "clean": clean,
}


def main(arguments: list[str]) -> int:
    """Run the targets named on the command line; return the exit code."""
    unknown = [name for name in arguments if name not in TARGETS]
    if unknown:
        say(f"There is no target {unknown[0]!r}. These there are: {', '.join(TARGETS)}.")
        return 2
    try:
        for name in arguments or ["help"]:
            TARGETS[name]()
    except Failed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
