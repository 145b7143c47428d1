"""The half of livepage that runs inside Pyodide: in a page's worker, and at build time under Node.

It needs nothing but ipywidgets (with comm and traitlets) and the standard library. `start` is called once,
with the four things that the world outside offers; `run`, `release`, `finish`, `receive`, `unkept` and
`elsewhere` are called by it, `bake` and `preload` by the build.
"""

from __future__ import annotations

import base64
import contextlib
import importlib
import json
import random
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from livepage.inpage import ipython

ipython.stand_in()  # before anything imports ipywidgets

from livepage.inpage import archives, cells, comms, drawing, sparing  # noqa: E402


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

    def hear(self, texts: Mapping[str, str | None]) -> None:
        """Take in what was kept elsewhere: in another tab of the same book."""
        self._texts = {name: text for name, text in {**self._texts, **texts}.items() if text is not None}


_page: Page | None = None


def start(
    send: Callable[[str, list[Any]], None],
    keep: Callable[[str], None],
    kept: str,
    offered: str,
    unpack: Callable[[str, bool], str],
    prelude: str,
) -> None:
    """Connect Python with the world outside.

    All that is imported so far may come from a snapshot, in which chance stood still: it is stirred here.

    Parameters
    ----------
    send : callable
        Carries one widget message (JSON) and its buffers out.
    keep, kept : callable, str
        Keeps texts (a JSON object; null lets one go), and those kept so far.
    offered : str
        JSON: the archives by name, each with the top-level ``modules`` in it.
    unpack : callable
        Puts an archive on the path (see `archives.Shelf`).
    prelude : str
        The book's own Python, run once with the name ``page``.
    """
    global _page
    random.seed()
    comms.connect(send)
    archives.offer(json.loads(offered), unpack)
    sparing.spare()
    _page = Page(json.loads(kept), keep)
    exec(compile(prelude, "<prelude>", "exec"), {"page": _page, "__name__": "prelude"})


def run(name: str, code: str) -> str:
    """Run a cell; return the model id of the widget that it ends in."""
    return cells.run(name, code).model_id


def release(name: str) -> None:
    """Compute what a cell put off: its first figure."""
    cells.release(name)


def finish(name: str) -> None:
    """Compute what that put off in turn: what nobody waits for."""
    while cells.release(name):
        pass


def receive(text: str, buffers: Any) -> None:
    """Hand a message from the page to its widget."""
    comms.receive(json.loads(text), [memoryview(b.to_py() if hasattr(b, "to_py") else b) for b in buffers])


def unkept(reason: str) -> None:
    """Hear that the browser could not keep the last texts."""
    if _page is not None:
        _page.trouble = reason
    print(f"Not kept: {reason}", file=sys.stderr)


def elsewhere(texts: str) -> None:
    """Hear that another tab kept texts (a JSON object; null where one was let go)."""
    if _page is not None:
        _page.hear(json.loads(texts))


def bake(name: str, code: str) -> str:
    """Run a cell at build time, in an interpreter of its own, and try its controls.

    Returns JSON: its ``html``; whether it takes and gives ``links``; the archives that it needed ``first``
    (for its controls), ``then`` (for its first figure) and ``later``; the ``modules`` that were imported and
    the ``files`` of packages that were read in all; and what packages ``left`` for the next time (caches),
    base64 by path.
    """
    archives.record()
    widget = cells.run(name, code)
    first = list(archives.unpacked)
    cells.release(name)
    if widget.has_trait("ready") and not widget.ready:
        raise RuntimeError(f"The live cell {name!r} has not become ready.")
    then = list(archives.unpacked)
    finish(name)
    if strangers := sorted(drawing.strangers(widget)):
        raise TypeError(
            f"The live cell {name!r} shows {', '.join(strangers)}, which no page can bring to life; "
            "what a function gives can be written into an HTML widget."
        )
    html = drawing.draw(widget)
    links = widget.has_trait("link") and bool(widget.link)
    cells.stir(widget)
    left = {file: base64.b64encode(Path(file).read_bytes()).decode() for file in archives.left()}
    return json.dumps(
        {
            "html": html,
            "links": links,
            "first": first,
            "then": then[len(first) :],
            "later": archives.unpacked[len(then) :],
            "modules": list(sys.modules),
            "files": archives.used(),
            "left": left,
        }
    )


def preload(modules: str) -> None:
    """Import modules (a JSON list) for the snapshot, which can hold pure Python only.

    What needs compiled code is not there to be found, and is left for the page.
    """
    for name in json.loads(modules):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
