"""What a world computes once and hands to everybody: nobody can write into its arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache, wraps
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def cached(most: int | None = None) -> Callable[[F], F]:
    """Keep the last `most` results of a function (all of them with None), their arrays read-only.

    Else whoever changed an array in place would change it for all who come after.
    """

    def keep(function: F) -> F:
        @lru_cache(maxsize=most)
        @wraps(function)
        def kept(*args: Any, **given: Any) -> Any:
            found = function(*args, **given)
            _freeze(found)
            return found

        return kept

    return keep


def _freeze(found: Any) -> None:
    """Make arrays read-only: this one, or those that lie in it."""
    if hasattr(found, "setflags"):
        found.setflags(write=False)
    elif is_dataclass(found):
        for field in fields(found):
            _freeze(getattr(found, field.name))
    elif isinstance(found, Mapping):
        _freeze(list(found.values()))
    elif isinstance(found, tuple | list):
        for one in found:
            _freeze(one)
