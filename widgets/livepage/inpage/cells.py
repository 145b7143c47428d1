"""Run a cell that ends in one widget; what it puts off is held until its controls stand in the page."""

from __future__ import annotations

import ast
import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import ipywidgets


class _Later:
    """Stands in for the running loop while a cell runs: ``call_soon`` is held, all else is the loop's own.

    A widget that computes its first figure "soon" would otherwise do so before the page has shown its
    controls, and before the packages that it draws with have arrived.
    """

    def __init__(self, loop: Any) -> None:
        self._loop = loop

    def call_soon(self, callback: Callable[..., Any], *args: Any, context: Any = None) -> None:
        _held.append((callback, args))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loop, name)


_held: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []


def run(name: str, code: str) -> ipywidgets.DOMWidget:
    """Run `code` in a namespace of its own and return the widget that it ends in.

    Raises
    ------
    TypeError
        When it ends in anything else.
    """
    tree = ast.parse(code, filename=f"<{name}>")
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with _holding():
        exec(compile(tree, f"<{name}>", "exec"), namespace)
        value = eval(compile(ast.Expression(last.value), f"<{name}>", "eval"), namespace) if last else None
    if not isinstance(value, ipywidgets.DOMWidget):
        raise TypeError(f"The live cell {name!r} must end in one widget; it ends in {type(value).__name__}.")
    return value


def release() -> bool:
    """Call what was held, in order, and hold what that puts off in turn; tell whether there is any.

    So the first figure of every cell comes before what no cell waits for.
    """
    due = _held[:]
    _held.clear()
    with _holding():
        for callback, args in due:
            callback(*args)
    return bool(_held)


@contextmanager
def _holding() -> Iterator[None]:
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(_Later(loop))
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)
