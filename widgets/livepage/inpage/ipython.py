"""A stand-in for IPython: ipywidgets wants two names of it, and importing it takes over a second."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any


def _nothing(*args: Any, **kwargs: Any) -> None:
    return None


class _NoShell:
    @staticmethod
    def initialized() -> bool:
        return False


def stand_in() -> None:
    """Offer the stand-in where there is no IPython."""
    if find_spec("IPython"):
        return
    modules: dict[str, dict[str, Any]] = {
        "IPython": {"get_ipython": _nothing, "version_info": (8, 0, 0)},
        "IPython.core": {},
        "IPython.core.getipython": {"get_ipython": _nothing},
        "IPython.core.interactiveshell": {"InteractiveShell": _NoShell},
        "IPython.display": {"display": _nothing, "clear_output": _nothing, "HTML": str},
        "IPython.utils": {},
    }
    for name, contents in modules.items():
        module = ModuleType(name)
        module.__path__ = []  # type: ignore[attr-defined]
        vars(module).update(contents)
        sys.modules[name] = module
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], child, module)
