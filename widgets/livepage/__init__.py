"""Turn tagged ipywidgets live in a static Jupyter Book, by Python in the reader's own browser.

A Sphinx extension for MyST-NB. A code cell tagged ``live`` that ends in one widget is drawn as HTML at build
time, in the very Pyodide that the page will run, and comes to life in place when a reader is near. No
server, no other host.

Options in ``conf.py`` (or under ``sphinx: config:`` in ``_config.yml``):

``livepage_book``
    What names this book's kept texts in the browser's storage; many books may share an origin. Unsaid, it
    is the project's name.
``livepage_runtime``
    The folder with Pyodide's files, relative to the sources (``python -m livepage.runtime --into …`` fills
    it). Unsaid, a build fetches what it needs, once, into the user's cache.
``livepage_packages``
    Packages of Pyodide's that cells may import.
``livepage_modules``
    Pure-Python packages, installed where the book is built, that cells may import.
``livepage_prelude``
    Python that is run once before any cell. The name ``page`` in it has ``load()`` and ``save(mapping)``:
    texts that the reader's browser keeps.
``livepage_outdated_by``
    Further files and folders, relative to the sources, whose change outdates every page.
``livepage_policy``
    What the browser lets the pages load and whom it lets them call: nothing and nobody but their own host.
    A book whose pages load from elsewhere names it by directive, ``{"img-src": ["https://img.example"]}``;
    ``False`` writes no policy.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load what Sphinx asks for when it asks: the commands of this package need no Sphinx."""
    if name == "setup":
        return import_module("livepage.extension").setup
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
