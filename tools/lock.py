"""Compile the requirements files from ``pyproject.toml``: every package pinned and hashed.

One set of files serves Linux, macOS and Windows and every supported Python.
"""

from __future__ import annotations

from tools import environment
from tools.steps import ROOT, run, say

#: The oldest supported Python decides, and all get the same versions: readers run what was tested.
OPTIONS = (
    "--universal", "--python-version", "3.11", "--fork-strategy", "fewest", "--generate-hashes",
    # Which mirror a maintainer's machine is set up for is nobody else's business.
    "--no-config", "--no-emit-index-url", "--no-emit-find-links",
    "--custom-compile-command", "make lock", "--quiet",
)  # fmt: skip

EXTRAS = ("pyproject.toml", "--extra", "book", "--extra", "lab")
FILES = {
    environment.UV: ("--group", "dev"),
    environment.NODE: ("--group", "node"),
    environment.VOICI: ("--group", "voici"),
    environment.BOOK: EXTRAS,
    environment.TEST: (*EXTRAS, "--extra", "test", "--constraint", environment.BOOK.name),
}


def compile_all(upgrade: bool = False) -> None:
    """Write every requirements file anew.

    Parameters
    ----------
    upgrade
        Take the newest versions that ``pyproject.toml`` allows; otherwise a pin that still fits is kept.
    """
    env = {name: value for name, value in environment.variables().items() if not name.startswith("UV_")}
    more = ("--upgrade",) if upgrade else ()
    for file, sources in FILES.items():
        name = file.relative_to(ROOT).as_posix()
        say(f"Compiling {name}.")
        command = [environment.PYTHON, "-m", "uv", "pip", "compile", *sources, *OPTIONS, *more]
        run([*command, "--output-file", name], env, f"{name} could not be compiled.")
    say("Now run make test, and commit the files with what made them change.")
