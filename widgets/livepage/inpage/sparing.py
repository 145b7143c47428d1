"""Spare packages what they do at import for those who read their documentation: a page has no such reader.

matplotlib writes a list of its properties into every class; that is a third of its import.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any


def _no_property_lists(artist: ModuleType) -> None:
    artist.kwdoc = lambda artist: ""  # type: ignore[attr-defined]


#: What is done to a module right after it was run, by its name.
SPARED: dict[str, Callable[[ModuleType], None]] = {"matplotlib.artist": _no_property_lists}


class _Finder:
    @staticmethod
    def find_spec(name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find a module as usual, and have it changed once it has run."""
        if name not in SPARED or not (spec := PathFinder.find_spec(name, path)):
            return None
        run = spec.loader.exec_module

        def run_and_spare(module: ModuleType) -> None:
            run(module)
            SPARED[name](module)

        spec.loader.exec_module = run_and_spare
        return spec


def spare() -> None:
    """Do so from now on."""
    sys.meta_path.insert(0, _Finder)
