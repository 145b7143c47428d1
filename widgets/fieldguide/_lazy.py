"""The one way in which imports are put off here: a package's submodules (PEP 562), or one module.

A package names, in its ``__init__``, what each of its submodules offers; a submodule is imported when one of
its names is first touched. So an exercise imports in milliseconds, scipy or pandas load only for those who
use them, and nobody writes an import inside a function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def lazily(
    package: str, offers: Mapping[str, tuple[str, ...]]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the ``__getattr__`` and ``__dir__`` of a package whose submodules load on first use.

    Parameters
    ----------
    package : str
        The package's ``__name__``.
    offers : mapping of str to tuple of str
        Submodule name → the public names that it defines.

    Raises
    ------
    ValueError
        When a name is offered twice, or is also a submodule's: importing ``package.name`` binds the *module*
        under that name, so the function would be reachable only until then.

    Examples
    --------
    >>> __getattr__, __dir__ = lazily(__name__, {"retention": ("nth_purchase",)})  # doctest: +SKIP
    """
    home: dict[str, str] = {}
    for submodule, names in offers.items():
        for name in names:
            if name in home or name in offers:
                raise ValueError(f"“{name}” is already the name of something else in {package}.")
            home[name] = submodule

    def attribute(name: str) -> Any:
        if name in home:
            return getattr(import_module(f"{package}.{home[name]}"), name)
        if name in offers:
            return import_module(f"{package}.{name}")
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    def listing() -> list[str]:
        return sorted({*home, *offers})

    return attribute, listing


class Later:
    """A module that is imported when one of its names is first touched.

    For what a module needs seldom, as ``platformdirs = Later("platformdirs")``.
    """

    def __init__(self, module: str) -> None:
        self._module = module

    def __getattr__(self, name: str) -> Any:
        return getattr(import_module(self._module), name)
