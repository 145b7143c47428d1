"""Packages arrive when they are imported: the last finder on the path unpacks the module's archive.

The page fetches beforehand what its exercises were seen to import at build time. What nobody foresaw is
fetched at that moment, so a rare import costs time instead of failing.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from importlib.machinery import ModuleSpec, PathFinder
from typing import Any

#: The archives that were unpacked, in order: the build reads from it what a cell needs.
unpacked: list[str] = []


class _Finder:
    def __init__(self, home: Mapping[str, str], unpack: Callable[[str], bool]) -> None:
        self.home = home
        self.unpack = unpack

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        archive = self.home.get(name.partition(".")[0])
        if archive is None or archive in unpacked:
            return None
        if not self.unpack(archive):
            raise ModuleNotFoundError(f"{archive} could not be fetched", name=name)
        unpacked.append(archive)
        importlib.invalidate_caches()
        return PathFinder.find_spec(name, path)


def offer(archives: Mapping[str, Mapping[str, Any]], unpack: Callable[[str], bool]) -> None:
    """Let imports find what is in `archives` (by name; each lists its top-level ``modules``)."""
    home = {module: name for name, archive in archives.items() for module in archive["modules"]}
    sys.meta_path.append(_Finder(home, unpack))
