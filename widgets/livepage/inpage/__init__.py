"""The half of livepage that runs inside Pyodide: in a page's worker, and at build time under Node.

It needs nothing but ipywidgets (with comm and traitlets) and the standard library. `start` is called once,
with the four things that the world outside offers; `run`, `release`, `receive` and `unkept` are called by it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from livepage.inpage import ipython

ipython.stand_in()  # before anything imports ipywidgets

from livepage.inpage import archives, cells, comms, drawing  # noqa: E402


class Page:
    """What a book's own Python is offered under the name ``page`` in its prelude: a place to keep texts."""

    def __init__(self, texts: Mapping[str, str], keep: Callable[[str], None]) -> None:
        self._texts = dict(texts)
        self._keep = keep
        #: Why the browser kept nothing the last time, or an empty string.
        self.trouble = ""

    def load(self) -> dict[str, str]:
        """Return every kept text by name."""
        return dict(self._texts)

    def save(self, texts: Mapping[str, str | None]) -> None:
        """Keep `texts` (None lets one go) beside those that are kept already."""
        for name, text in texts.items():
            if text is None:
                self._texts.pop(name, None)
            else:
                self._texts[name] = text
        self._keep(json.dumps(dict(texts)))


_page: Page | None = None


def start(
    send: Callable[[str, list[Any]], None],
    keep: Callable[[str], None],
    kept: str,
    offered: str,
    unpack: Callable[[str], bool],
    prelude: str,
) -> None:
    """Connect Python with the world outside.

    Parameters
    ----------
    send : callable
        Carries one widget message (JSON) and its buffers out.
    keep, kept : callable, str
        Keeps texts (a JSON object; null lets one go), and those kept so far.
    offered : str
        JSON: the archives by name, each with the top-level ``modules`` in it.
    unpack : callable
        Puts an archive by that name on the path, now; False where it cannot be had.
    prelude : str
        The book's own Python, run once with the name ``page``.
    """
    global _page
    comms.connect(send)
    archives.offer(json.loads(offered), unpack)
    _page = Page(json.loads(kept), keep)
    exec(compile(prelude, "<prelude>", "exec"), {"page": _page, "__name__": "prelude"})


def run(name: str, code: str) -> str:
    """Run a cell; return the model id of the widget that it ends in."""
    return cells.run(name, code).model_id


def release() -> None:
    """Compute what cells put off."""
    while cells.release():
        pass


def receive(text: str, buffers: Any) -> None:
    """Hand a message from the page to its widget."""
    comms.receive(json.loads(text), [memoryview(b.to_py() if hasattr(b, "to_py") else b) for b in buffers])


def unkept(reason: str) -> None:
    """Hear that the browser could not keep the last texts."""
    if _page is not None:
        _page.trouble = reason
    print(f"Not kept: {reason}", file=sys.stderr)


def bake(name: str, code: str) -> str:
    """Run a cell at build time, in an interpreter of its own.

    Returns JSON: its ``html``, the ``archives`` that it needed, and those of them it needed ``first``, for
    its controls.
    """
    widget = cells.run(name, code)
    first = list(archives.unpacked)
    more = cells.release()
    if widget.has_trait("ready") and not widget.ready:
        raise RuntimeError(f"The live cell {name!r} has not become ready.")
    while more:
        more = cells.release()
    if strangers := sorted(drawing.strangers(widget)):
        raise TypeError(
            f"The live cell {name!r} shows {', '.join(strangers)}, which no page can bring to life; "
            "what a function gives can be written into an HTML widget."
        )
    return json.dumps({"html": drawing.draw(widget), "archives": archives.unpacked, "first": first})
