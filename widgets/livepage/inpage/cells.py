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

    def __init__(self, loop: Any, held: list[tuple[Callable[..., Any], tuple[Any, ...]]]) -> None:
        self._loop = loop
        self._held = held

    def call_soon(self, callback: Callable[..., Any], *args: Any, context: Any = None) -> None:
        self._held.append((callback, args))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._loop, name)


#: What each cell put off, by its name.
_held: dict[str, list[tuple[Callable[..., Any], tuple[Any, ...]]]] = {}


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
    with _holding(name):
        exec(compile(tree, f"<{name}>", "exec"), namespace)
        value = eval(compile(ast.Expression(last.value), f"<{name}>", "eval"), namespace) if last else None
    if not isinstance(value, ipywidgets.DOMWidget):
        raise TypeError(f"The live cell {name!r} must end in one widget; it ends in {type(value).__name__}.")
    return value


def release(name: str) -> bool:
    """Call what a cell put off, in order, and hold what that puts off in turn; tell whether there is any.

    So the first figure of every cell comes before what no reader waits for.
    """
    due = _held.pop(name, [])
    with _holding(name):
        for callback, args in due:
            callback(*args)
    return bool(_held[name])


@contextmanager
def _holding(name: str) -> Iterator[None]:
    loop = asyncio._get_running_loop()
    asyncio._set_running_loop(_Later(loop, _held.setdefault(name, [])))
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)


def stir(widget: ipywidgets.Widget) -> None:
    """Move every control to where it can go and press every button, then move all of them again.

    Nothing is looked at but which modules and files that takes. What a control cannot do is for its own tests
    to find.
    """
    everything = list(_all(widget))
    for pressing in (True, False):
        for one in everything:
            for name, value in _reaches(one):
                before = getattr(one, name)
                _try(setattr, one, name, value)
                _try(setattr, one, name, before)
        for one in everything:
            if pressing and isinstance(one, ipywidgets.Button):
                _try(one.click)


def _all(widget: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _all(child)


def _reaches(widget: ipywidgets.Widget) -> list[tuple[str, Any]]:
    """Return the ends of a control: the trait that a reader moves, and values for it."""
    if hasattr(widget, "_options_labels"):
        return [("index", index) for index in range(len(widget._options_labels))]
    if isinstance(getattr(widget, "value", None), bool):
        return [("value", not widget.value)]
    if hasattr(widget, "min") and hasattr(widget, "max") and isinstance(widget.value, int | float):
        return [("value", widget.min), ("value", widget.max)]
    if isinstance(widget, ipywidgets.Accordion):
        return [("selected_index", index) for index in range(len(widget.children))]
    return []


def _try(what: Callable[..., Any], *args: Any) -> None:
    try:
        what(*args)
    except Exception as problem:
        print(f"While trying the controls: {type(problem).__name__}: {problem}")
