"""Packages arrive when they are imported: the last finder on the path unpacks the module's archive.

The page fetches beforehand what its exercises were seen to import at build time, and of each package only the
files that any exercise was seen to open. What nobody foresaw (a rare module, a rare file of data) is fetched
whole at that moment, so it costs time instead of failing. That goes for the standard library too: what of it
is in the snapshot is imported already, and its archive is fetched when a module is wanted that is not.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from importlib.machinery import EXTENSION_SUFFIXES, FileFinder, ModuleSpec, PathFinder
from pathlib import Path
from typing import Any

#: Where packages stand.
SITE = "/lib/python3.12/site-packages/"

#: The archives that were unpacked, in order: the build reads from it what a cell needs.
unpacked: list[str] = []

#: While `record` is on: every file below `SITE` that was read, and every file that was written.
read: set[str] = set()
written: set[str] = set()

_unpacking: list[str] = []


class Shelf:
    """The archives that the world outside offers, and what has been taken from it.

    Parameters
    ----------
    offered : mapping
        The archives by name, each with the top-level ``modules`` in it, and perhaps with ``files`` of it that
        may be opened before any of its modules is imported.
    unpack : callable
        Puts an archive on the path, now: ``unpack(name, whole)``. Returns JSON, the list of the files that
        were left out of it, or an empty string where it cannot be had.
    """

    def __init__(self, offered: Mapping[str, Mapping[str, Any]], unpack: Callable[[str, bool], str]) -> None:
        self.home = {module: name for name, archive in offered.items() for module in archive["modules"]}
        self.unpack = unpack
        self.rest = {file: name for name, archive in offered.items() for file in archive.get("files", ())}

    def take(self, archive: str) -> bool:
        """Unpack what of an archive is usually needed; False where that has been done."""
        if archive in unpacked:
            return False
        unpacked.append(archive)
        self.rest = {file: other for file, other in self.rest.items() if other != archive}
        self._unpack(archive, whole=False)
        return True

    def complete(self, file: str) -> bool:
        """Unpack what `file` is in, the whole archive where it was left out; False where it is in none."""
        archive = self.rest.get(file)
        if archive is None:
            return False
        if not self.take(archive):
            self.rest = {file: other for file, other in self.rest.items() if other != archive}
            self._unpack(archive, whole=True)
        return True

    def _unpack(self, archive: str, whole: bool) -> None:
        _unpacking.append(archive)
        left_out = self.unpack(archive, whole)
        _unpacking.remove(archive)
        if not left_out:
            unpacked.remove(archive)
            raise ModuleNotFoundError(f"the package {archive} could not be fetched", name=archive)
        self.rest |= dict.fromkeys(json.loads(left_out), archive)
        for finder in sys.path_importer_cache.values():
            # Folders only: the standard library's zip would be read through again, which takes long.
            if isinstance(finder, FileFinder):
                finder.invalidate_caches()

    # The shelf is a finder ------------------------------------------------------------------------------

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find a module in what is unpacked for it."""
        archive = self.home.get(name.partition(".")[0])
        if archive is None:
            return None
        if self.take(archive) and (spec := PathFinder.find_spec(name, path)):
            return spec
        place = SITE + name.replace(".", "/")
        endings = (".pyc", "/__init__.pyc", *EXTENSION_SUFFIXES)
        if any(self.complete(place + ending) for ending in endings):
            return PathFinder.find_spec(name, path)
        return None


def offer(archives: Mapping[str, Mapping[str, Any]], unpack: Callable[[str, bool], str]) -> None:
    """Let imports, and files that are opened, find what is in `archives` (see `Shelf`)."""
    shelf = Shelf(archives, unpack)
    sys.meta_path.append(shelf)

    def opening(event: str, args: tuple[Any, ...]) -> None:
        # Data that a package reads from its own folder is fetched in the moment before it is opened.
        if event == "open" and args[0] in shelf.rest:
            shelf.complete(args[0])

    sys.addaudithook(opening)


def record() -> None:
    """Note every file that is opened from now on, but for those that an archive is unpacked to."""

    def opening(event: str, args: tuple[Any, ...]) -> None:
        if event != "open" or not isinstance(args[0], str) or _unpacking:
            return
        if not (args[1] or "r").startswith("r"):
            written.add(args[0])
        elif args[0].startswith(SITE):
            read.add(args[0])

    sys.addaudithook(opening)


def used() -> list[str]:
    """Return the files below `SITE` that were read since `record`, and those of every module."""
    modules = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    return sorted(read | {file for file in modules if file.startswith(SITE)})


def left() -> list[str]:
    """Return the files that packages wrote since `record`, and did not take away again: their caches."""
    return sorted(file for file in written if Path(file).is_file())
