"""What a site ships for its exercises: every file gzipped, because hosts often do not, and named by content.

Of each package only the files are shipped that some exercise was seen to open, and beside them the whole
package, which a page fetches in the moment when something else is needed.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from livepage.baking import SITE, Archive, Baked, Oven
from livepage.parcels import parcel

#: Where the standard library stands in the page's Python.
STDLIB = "/lib/python312.zip"

#: A file of data that nothing was seen to read is shipped all the same up to this size (bytes).
SMALL = 32_768

#: Files that hold modules; all else in a package is data.
CODE = (".pyc", ".so")


@dataclass(frozen=True)
class Cargo:
    """Every file that the pages fetch: where its bytes lie now, by its path below ``_static/livepage``."""

    sources: Mapping[str, Path]
    #: What a page is told of each: ``path``, ``bytes`` and ``sha256``, by a short name.
    told: Mapping[str, Mapping[str, Any]]
    #: What a page is told of packages: their ``modules``, ``files`` that may be read before a module is
    #: imported, the path of the ``whole``, and ``as`` where that is to stand as one file.
    archives: Mapping[str, Mapping[str, Any]]


class _Hold:
    def __init__(self, store: Path) -> None:
        self.store = store
        self.sources: dict[str, Path] = {}

    def gzipped(self, name: str, contents: bytes) -> Path:
        """Return a file of the store that holds `contents` gzipped."""
        path = self.store / f"shipped-{name}-{_mark(contents)}.gz"
        if not path.is_file():
            path.write_bytes(gzip.compress(contents, compresslevel=9, mtime=0))
        return path

    def take(self, name: str, path: Path) -> dict[str, Any]:
        """Take a file on board; return what a page is told of it."""
        contents = path.read_bytes()
        sha256 = hashlib.sha256(contents).hexdigest()
        # No ".gz": some hosts would call it an encoding, and the browser would unpack it on the way.
        shipped = f"files/{name}-{sha256[:12]}.bin"
        self.sources[shipped] = path
        return {"path": shipped, "bytes": len(contents), "sha256": sha256}

    def whole(self, name: str, path: Path) -> str:
        """Take a whole package on board as it is; return its path."""
        shipped = f"files/whole-{name}-{_mark(path.read_bytes())[:12]}.zip"
        self.sources[shipped] = path
        return shipped


def ship(oven: Oven, baked: Mapping[str, Baked]) -> Cargo:
    """Return everything that pages with these cells fetch."""
    hold = _Hold(oven.store)
    told: dict[str, dict[str, Any]] = {}
    for name, files in (("engine", ("pyodide.js", "pyodide.asm.js")), ("wasm", ("pyodide.asm.wasm",))):
        contents = b"\n".join((oven.runtime / file).read_bytes() for file in files)
        told[name] = hold.take(name, hold.gzipped(name, contents))
    # In the order in which they were imported: a module after what it needs.
    modules = list(dict.fromkeys(module for one in baked.values() for module in one.modules))
    told["snapshot"] = hold.take("snapshot", oven.freeze(modules))

    library = oven.runtime / "python_stdlib.zip"
    archives: dict[str, dict[str, Any]] = {
        "stdlib": {"modules": [], "files": [STDLIB], "whole": hold.whole("stdlib", library), "as": STDLIB}
    }
    read = {file for one in baked.values() for file in one.files}
    caches = oven.caches
    for name, archive in reversed(oven.archives.items()):  # the base last: it takes the caches that remain
        base = name == "base"
        archives[name] = {"modules": archive.modules, "whole": hold.whole(name, archive.path)}
        if archive.pure:
            # Its modules are in the snapshot. What they read is not.
            archives[name]["files"] = [file for file in archive.files if not file.endswith(CODE)]
        if base or not archive.pure:
            own = {file: caches.pop(file) for file in list(caches) if base or file in archive.files}
            kept = [
                file for file, size in archive.files.items() if base or file in read or _small(file, size)
            ]
            told[name] = hold.take(name, _parcel(hold, archive, kept, own))
    return Cargo(hold.sources, told, archives)


def _mark(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()[:16]


def _small(file: str, size: int) -> bool:
    """Tell whether a file that nothing was seen to read is shipped all the same, because it is small data."""
    about_the_package = "-info/" in file and not file.endswith("/METADATA")
    return size <= SMALL and not file.endswith(CODE) and not about_the_package


def _parcel(hold: _Hold, archive: Archive, kept: list[str], caches: Mapping[str, str]) -> Path:
    """Return the parcel of what is usually needed of a package, its caches with it."""
    mark = _mark(json.dumps([archive.path.name, kept, caches]).encode())
    path = hold.store / f"shipped-{archive.name}-{mark}.gz"
    if not path.is_file():
        with zipfile.ZipFile(archive.path) as packed:
            contents = {file: packed.read(file.removeprefix(SITE)) for file in kept}
        contents |= {file: base64.b64decode(text) for file, text in caches.items()}
        path.write_bytes(parcel(contents, rest=archive.files.keys() - set(kept)))
    return path
