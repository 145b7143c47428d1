"""Draw live cells at build time, in the Pyodide that will run them in the page.

Everything is kept under the hash of what it came from: an archive is packed again when its package changes,
a cell is baked again when its code, an archive or Pyodide changes, and neither otherwise.
"""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from livepage.node import node
from livepage.runtime import LOCK, closure

HERE = Path(__file__).parent

#: What every live page needs, taken from the builder's own environment: pure Python, pinned by whoever
#: builds.
ALWAYS = ("ipywidgets", "comm", "traitlets")

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


@dataclass(frozen=True)
class Baked:
    """A cell as HTML, the archives that it was seen to need besides the base, and those its controls need."""

    html: str
    archives: tuple[str, ...]
    first: tuple[str, ...]


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

    def pack(self) -> None:
        """Have every archive packed."""
        self.store.mkdir(parents=True, exist_ok=True)
        folders = sources([*ALWAYS, *self.modules])
        mark = fingerprint([*folders, HERE / "inpage"])[:16]
        base = self.store / f"base-{mark}.whl"
        base.write_bytes(_wheel(folders))
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
            When a cell fails or ends in no widget.
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
                    (HERE / "bake.mjs").read_text(encoding="utf-8"),
                ]
            ).encode()
        ).hexdigest()[:16]
        result = self.store / f"cell-{name}-{mark}.json"
        if not result.is_file():
            offered = {
                name: {"path": str(archive.path), "modules": archive.modules}
                for name, archive in self.archives.items()
            }
            self._run(
                {
                    "job": "bake",
                    "archives": offered,
                    "prelude": self.prelude,
                    "name": name,
                    "code": code,
                    "result": str(result),
                },
                f"The live cell {name!r} could not be baked",
            )
        kept = json.loads(result.read_text(encoding="utf-8"))
        return Baked(kept["html"], tuple(kept["archives"]), tuple(kept["first"]))

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
