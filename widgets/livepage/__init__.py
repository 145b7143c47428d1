"""Turn tagged ipywidgets live in a static Jupyter Book: baked at build time, run by Python in the reader's browser.

A Sphinx extension for MyST-NB. A code cell tagged ``live`` that ends in one widget is drawn as HTML at build time, in the
very Pyodide that the page will run, and comes to life in place when a reader is near. No server, no other host.

Options in ``conf.py`` (or under ``sphinx: config:`` in ``_config.yml``):

``livepage_book``
    What names this book's kept texts in the browser's storage; many books may share an origin.
``livepage_runtime``
    The folder with Pyodide's files, relative to the sources (``python -m livepage.runtime --into …`` fills it).
``livepage_packages``
    Packages of Pyodide's that cells may import.
``livepage_modules``
    Pure-Python packages, installed where the book is built, that cells may import.
``livepage_prelude``
    Python that is run once before any cell. The name ``page`` in it has ``load()`` and ``save(mapping)``: texts that the
    reader's browser keeps.
``livepage_outdated_by``
    Further files and folders, relative to the sources, whose change outdates every page.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from livepage import cells, freshness, site


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("livepage_book", "book", "env", [str])
    app.add_config_value("livepage_runtime", "../build/runtime", "env", [str])
    app.add_config_value("livepage_packages", [], "env", [list])
    app.add_config_value("livepage_modules", [], "env", [list])
    app.add_config_value("livepage_prelude", "", "env", [str])
    app.add_config_value("livepage_outdated_by", [], "env", [list])

    app.connect("config-inited", freshness.name_cache)
    app.connect("env-get-outdated", freshness.outdated)

    app.add_node(cells.exercise, html=(site.visit, site.depart), text=(cells.skip, None), latex=(cells.skip, None))
    app.connect("source-read", cells.leave_to_the_page)
    app.connect("doctree-read", cells.find)
    app.connect("env-purge-doc", cells.purge)
    app.connect("env-merge-info", cells.merge)

    app.connect("env-updated", site.bake)
    app.connect("html-page-context", site.dress)
    app.connect("build-finished", site.finish)
    return {"version": "0.1.0", "parallel_read_safe": True, "parallel_write_safe": True}
