"""Draw live cells at build time, in the Pyodide that will run them in the page.

Everything is kept under the hash of what it came from: an archive is packed again when its package changes,
a cell is baked again when its code, an archive or Pyodide changes, and neither otherwise.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

from livepage.node import node
from livepage.runtime import LOCK, closure

HERE = Path(__file__).parent

#: What every live page needs, taken from the builder's own environment: pure Python, pinned by whoever
#: builds.
ALWAYS = ("ipywidgets", "comm", "traitlets")

#: Where packages stand in the page's Python.
SITE = "/lib/python3.12/site-packages/"

#: At most so often a cell is run; it is done once it leaves no cache that the runs before had not left.
MOST_ROUNDS = 10

#: Never part of an archive, whatever it stands in.
LEFT_OUT = {"__pycache__", "node_modules", "static", ".ipynb_checkpoints"}


class BakingError(RuntimeError):
    """A cell or an archive could not be made; the message says which and why."""


@dataclass(frozen=True)
class Archive:
    """Packages in one file, as the page will fetch it."""

    name: str
    path: Path
    modules: tuple[str, ...]

    @cached_property
    def files(self) -> dict[str, int]:
        """The files in it as they stand in the page's Python, with their sizes in bytes."""
        with zipfile.ZipFile(self.path) as packed:
            return {SITE + entry.filename: entry.file_size for entry in packed.infolist()}

    @property
    def pure(self) -> bool:
        """Whether it has no compiled code: such packages go into the snapshot."""
        return not any(file.endswith(".so") for file in self.files)


@dataclass(frozen=True)
class Baked:
    """A cell as HTML, and what it was seen to take.

    Besides the base it needed the archives ``first`` for its controls, ``then`` for its first figure and
    ``later`` when its controls were moved.
    """

    html: str
    #: Whether its widget takes values from a link, and gives some.
    links: bool
    first: list[str]
    then: list[str]
    later: list[str]
    #: Every module that was imported.
    modules: list[str] = field(repr=False)
    #: Every file of a package that was read, its path in the page's Python.
    files: list[str] = field(repr=False)


def sources(modules: Iterable[str]) -> list[Path]:
    """Return the folders of importable packages.

    Raises
    ------
    BakingError
        When one is not installed here.
    """
    folders = []
    for name in modules:
        spec = find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            raise BakingError(f"livepage_modules names {name!r}, which is no package that is installed here.")
        folders.append(Path(next(iter(spec.submodule_search_locations))))
    return folders


def fingerprint(paths: Iterable[Path]) -> str:
    """Return one hash of all files under `paths` that can change what a page shows."""
    digest = hashlib.sha256()
    for path in paths:
        for file in _files(path):
            digest.update(str(file.relative_to(path.parent)).encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and not LEFT_OUT & set(file.relative_to(path).parts) and file.suffix != ".pyc"
    )


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _wheel(folders: Sequence[Path]) -> bytes:
    """Put packages into one zip as a wheel would, and livepage's own page half beside them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as wheel:
        for folder in folders:
            for file in _files(folder):
                wheel.write(file, file.relative_to(folder.parent))
        wheel.writestr("livepage/__init__.py", "")
        for file in _files(HERE / "inpage"):
            wheel.write(file, file.relative_to(HERE.parent))
    return buffer.getvalue()


class Oven:
    """Packs archives and bakes cells, and keeps what it made in the folder `store`.

    Parameters
    ----------
    runtime : Path
        The folder with Pyodide's files (`livepage.runtime.fetch`).
    store : Path
        Where what was made is kept.
    packages : sequence of str
        Pyodide's packages that cells may import.
    modules : sequence of str
        Packages of pure Python that are installed here and go into the base archive.
    prelude : str
        Python that is run once before any cell, with the name ``page``.
    """

    def __init__(
        self, runtime: Path, store: Path, packages: Sequence[str], modules: Sequence[str], prelude: str
    ) -> None:
        self.runtime = runtime
        self.store = store
        self.packages = packages
        self.modules = modules
        self.prelude = prelude
        self.archives: dict[str, Archive] = {}
        self._fresh: set[Path] = set()
        self._lock = Lock()

    def pack(self) -> None:
        """Have every archive packed."""
        self.store.mkdir(parents=True, exist_ok=True)
        folders = sources([*ALWAYS, *self.modules])
        mark = fingerprint([*folders, HERE / "inpage"])[:16]
        base = self.store / f"base-{mark}.whl"
        base.write_bytes(_wheel(folders))
        self._fresh.add(base)
        jobs = {"base": (base, mark)}
        for name in closure(self.packages):
            entry = LOCK["packages"][name]
            jobs[name] = (self.runtime / entry["file"], entry["sha256"][:16])
        with ThreadPoolExecutor(2) as pool:
            for archive in pool.map(lambda job: self._packed(job[0], *job[1]), jobs.items()):
                self.archives[archive.name] = archive

    def _packed(self, name: str, wheel: Path, mark: str) -> Archive:
        packer = hashlib.sha256((HERE / "packing.py").read_bytes()).hexdigest()[:6]
        path = self.store / f"{name}-{mark}-{packer}.zip"
        listing = path.with_name(path.name + ".json")
        self._fresh |= {path, listing}
        if not listing.is_file():
            self._run(
                {
                    "job": "pack",
                    "wheels": [str(wheel)],
                    "archive": str(path),
                    "program": str(HERE / "packing.py"),
                },
                f"The package {name} could not be packed",
            )
        return Archive(name, path, tuple(json.loads(listing.read_text(encoding="utf-8"))))

    def bake(self, cells: Mapping[str, str]) -> dict[str, Baked]:
        """Bake cells (code by name), each in an interpreter of its own, so that each stands alone.

        Raises
        ------
        BakingError
            When a cell fails, ends in no widget, or writes something else each time it is run.
        """
        with ThreadPoolExecutor(2) as pool:
            return dict(zip(cells, pool.map(self._baked, cells.items()), strict=True))

    def _baked(self, cell: tuple[str, str]) -> Baked:
        name, code = cell
        mark = hashlib.sha256(
            json.dumps(
                [
                    name,
                    code,
                    self.prelude,
                    [archive.path.name for archive in self.archives.values()],
                    LOCK["pyodide"],
                    _text("bake.mjs"),
                ]
            ).encode()
        ).hexdigest()[:16]
        result = self.store / f"cell-{name}-{mark}.json"
        self._fresh.add(result)
        for _ in range(MOST_ROUNDS):
            if result.is_file():
                break
            fresh = self._bake(name, code)
            left = fresh.pop("left")
            changed = sorted(path for path, text in left.items() if self.caches.get(path) != text)
            if not changed:
                result.write_text(json.dumps(fresh), encoding="utf-8")
            # A package that had no cache read much to make one: with the cache the cell is run again, and
            # what it reads then is what a page needs.
            self._keep(left)
        if not result.is_file():
            raise BakingError(
                f"The live cell {name!r} writes something else each time it is run: {', '.join(changed)}. "
                "It must write the same, or nothing, for a page to be built."
            )
        return Baked(**json.loads(result.read_text(encoding="utf-8")))

    def _bake(self, name: str, code: str) -> dict[str, Any]:
        offered = {
            name: {"path": str(archive.path), "modules": archive.modules}
            for name, archive in self.archives.items()
        }
        with tempfile.TemporaryDirectory() as folder:
            result = Path(folder, "result.json")
            self._run(
                {
                    "job": "bake",
                    "archives": offered,
                    "caches": self.caches,
                    "prelude": self.prelude,
                    "name": name,
                    "code": code,
                    "result": str(result),
                },
                f"The live cell {name!r} could not be baked",
            )
            baked = json.loads(result.read_text(encoding="utf-8"))
        # Nobody has moved anything yet: what a widget warns of now, it would warn every reader of.
        warned = re.search(r'role="alert"[^>]*>([^<]+)', baked["html"])
        if warned:
            text = unescape(warned[1])
            raise BakingError(f"The live cell {name!r} warns of something as it starts: {text}")
        return baked

    @property
    def _cached(self) -> Path:
        parts = [archive.path.name for name, archive in self.archives.items() if name != "base"]
        return self.store / f"caches-{hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]}.json"

    @property
    def caches(self) -> dict[str, str]:
        """What packages wrote for the next time while cells were baked, base64 by its path in the page."""
        return json.loads(self._cached.read_text(encoding="utf-8")) if self._cached.is_file() else {}

    def _keep(self, caches: dict[str, str]) -> None:
        with self._lock:
            passing = self._cached.with_suffix(".part")  # somebody may be reading the old one
            passing.write_text(json.dumps(self.caches | caches), encoding="utf-8")
            passing.replace(self._cached)

    def freeze(self, modules: Sequence[str]) -> Path:
        """Return a snapshot of an interpreter that has imported `modules`, as far as they are pure Python."""
        pure = {name: {"path": str(one.path)} for name, one in self.archives.items() if one.pure}
        parts = [modules, pure, LOCK["pyodide"], _text("bake.mjs")]
        mark = hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]
        snapshot = self.store / f"snapshot-{mark}.gz"
        self._fresh.add(snapshot)
        if not snapshot.is_file():
            self._run(
                {"job": "freeze", "archives": pure, "modules": list(modules), "result": str(snapshot)},
                "The snapshot of Python's memory could not be made",
            )
        return snapshot

    def clear_out(self, shipped: Iterable[Path]) -> None:
        """Take away what an older build left in the store."""
        for file in set(self.store.iterdir()) - self._fresh - {self._cached} - set(shipped):
            file.unlink()

    def _run(self, request: dict[str, Any], trouble: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            job, lock = Path(folder, "job.json"), Path(folder, "lock.json")
            job.write_text(json.dumps({"runtime": str(self.runtime), **request}), encoding="utf-8")
            lock.write_text(json.dumps(EMPTY_LOCK), encoding="utf-8")
            done = subprocess.run(
                [node(), str(HERE / "bake.mjs"), str(job), str(lock)],
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
            )
        if done.returncode:
            raise BakingError(f"{trouble}:\n{done.stderr.strip()[-4000:]}")


#: Pyodide reads its lock file at every start; what it lists is installed by nobody here.
EMPTY_LOCK = {
    "info": {
        "abi_version": "2024_0",
        "arch": "wasm32",
        "platform": "emscripten_3_1_58",
        "python": LOCK["python"],
        "version": LOCK["pyodide"],
    },
    "packages": {},
}
