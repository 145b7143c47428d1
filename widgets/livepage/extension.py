"""What livepage registers with Sphinx: its options, its node, and who hears of what in a build."""

from __future__ import annotations

import re
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

from livepage import __version__, cells, freshness, offline, policy, site


def book_of(config: Config) -> str:
    """Return the name of a book that gives itself none: its project's, as one word."""
    return re.sub(r"\W+", "-", config.project.lower()).strip("-") or "book"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register with Sphinx."""
    app.add_config_value("livepage_book", book_of, "env", [str])
    app.add_config_value("livepage_runtime", "", "env", [str])
    app.add_config_value("livepage_packages", [], "env", [list])
    app.add_config_value("livepage_modules", [], "env", [list])
    app.add_config_value("livepage_prelude", "", "env", [str])
    app.add_config_value("livepage_outdated_by", [], "env", [list])
    app.add_config_value("livepage_policy", True, "html", [bool, dict])

    app.connect("config-inited", freshness.name_cache)
    app.connect("env-get-outdated", freshness.outdated)

    app.add_node(
        cells.exercise, html=(site.visit, site.depart), text=(cells.skip, None), latex=(cells.skip, None)
    )
    app.connect("source-read", cells.leave_to_the_page)
    app.connect("doctree-read", cells.find)
    app.connect("env-purge-doc", cells.purge)
    app.connect("env-merge-info", cells.merge)

    app.connect("env-updated", site.bake)
    app.connect("html-page-context", site.dress)
    app.connect("html-page-context", policy.write)
    app.connect("html-page-context", offline.dress)
    app.connect("build-finished", site.finish)
    app.connect("build-finished", policy.finish)
    app.connect("build-finished", offline.write, priority=900)  # after all others that write files then
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}
