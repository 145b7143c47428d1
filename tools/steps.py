"""Steps that know when they need not be done again, and that say in plain words what they do.

A step is described by the files it reads. After it has run, a stamp keeps the hash of those files; while the
hash is the same and what the step made is still there, the step is skipped.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"

#: Folders that tools leave among the sources; nothing in them says whether a step must be done again.
NOT_SOURCES = {"__pycache__", "node_modules", ".ipynb_checkpoints", ".jupyter_cache"}

#: How long a quiet command may say nothing before a sentence tells that it is still at work, in seconds.
PATIENCE = 20


class Failed(Exception):
    """A target cannot be done; the message is a sentence for the person who asked for it."""


def say(sentence: str) -> None:
    """Print a sentence at once, so that it stands before whatever a command prints next."""
    print(sentence, flush=True)


def files_in(paths: Iterable[Path]) -> list[Path]:
    """Return the source files among the paths and below them, in a stable order.

    Raises
    ------
    Failed
        When one of the paths does not exist.
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            for folder, below, names in os.walk(path):
                below[:] = [
                    name for name in below if name not in NOT_SOURCES and not name.endswith(".egg-info")
                ]
                found.update(Path(folder, name) for name in names)
        elif path.is_file():
            found.add(path)
        else:
            raise Failed(f"{path.relative_to(ROOT)} is missing; is this a complete copy of the repository?")
    return sorted(found)


def fingerprint(paths: Iterable[Path], *words: str) -> str:
    """Return one sha256 over the files' names and contents and over further words (a version, a setting)."""
    digest = hashlib.sha256()
    for word in words:
        digest.update(word.encode() + b"\0")
    for file in files_in(paths):
        digest.update(file.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


class Stamp:
    """The memory of a step: the fingerprint it was last done with, in a small file.

    Parameters
    ----------
    file
        Where the fingerprint is kept.
    made
        What the step makes; when one of these is gone the step is done again.
    """

    def __init__(self, file: Path, made: Sequence[Path] = ()) -> None:
        self.file = file
        self.made = made

    def holds(self, print_: str) -> bool:
        """Whether the step was done with this fingerprint and what it made is still there."""
        return (
            self.file.is_file()
            and self.file.read_text(encoding="ascii") == print_
            and all(path.exists() for path in self.made)
        )

    def set(self, print_: str) -> None:
        """Remember that the step is done."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(print_, encoding="ascii")


def run(command: Sequence[str | Path], env: Mapping[str, str], failure: str) -> None:
    """Run a command from the repository's root and let it speak for itself.

    Raises
    ------
    Failed
        With the sentence ``failure`` when the command does not end well.
    """
    try:
        code = subprocess.call([str(part) for part in command], cwd=ROOT, env=dict(env))
    except OSError as error:
        raise Failed(f"{failure} ({error})") from error
    if code:
        raise Failed(failure)


def run_quietly(
    command: Sequence[str | Path], env: Mapping[str, str], name: str, failure: str, inside: Path | None = None
) -> None:
    """Run a command that prints much, keep what it prints in ``build/logs``, and show it only where it fails.

    Parameters
    ----------
    name
        What the command does, as it is said while it works: "building the book".
    failure
        The sentence for the reader when it fails.
    inside
        The folder that it runs in; None is the repository's root.

    Raises
    ------
    Failed
        With the sentence ``failure`` when the command does not end well, after the end of its log.
    """
    log = BUILD / "logs" / (name.replace(" ", "-") + ".txt")
    log.parent.mkdir(parents=True, exist_ok=True)
    start = time.monotonic()
    with log.open("wb") as output:
        try:
            process = subprocess.Popen(
                [str(part) for part in command],
                cwd=inside or ROOT,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            raise Failed(f"{failure} ({error})") from error
        while True:
            try:
                code = process.wait(PATIENCE)
                break
            except subprocess.TimeoutExpired:
                say(f"  still {name}, {time.monotonic() - start:.0f} seconds so far")
            except KeyboardInterrupt:
                process.terminate()
                process.wait()
                raise
    if code:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        sys.stderr.write("\n".join(lines[-80:]) + "\n")
        raise Failed(f"{failure} All that it printed is in {log.relative_to(ROOT).as_posix()}.")
