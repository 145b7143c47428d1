"""Find the live cells of a book: code cells tagged ``live``.

A cell is named by its metadata ``livepage.name``, else by its page and its place among the page's live cells.
"""

from __future__ import annotations

import json
import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

TAG = "live"
#: The tag of a cell that the builder's kernel leaves alone.
SKIPPED = "skip-execution"

#: What a name may be: it stands in an address, in a file's name and in a selector.
NAME = re.compile(r"[\w-]+")
_ODD = re.compile(r"[^\w-]+")

#: A code cell of a MyST Markdown file, from its fence to the end of its list of tags.
_TAGS = re.compile(r"^([`~]{3,} *\{code-cell\}.*\n(?:[:\w-].*\n)*?:?tags: *\[)([^\]\n]*)", re.MULTILINE)

#: How a notebook's output says that it shows a widget by html-manager.
_WIDGET = "application/vnd.jupyter.widget-view+json"


class exercise(nodes.General, nodes.Element):
    """Stands in a document where a live cell stood; has its ``name`` and ``code``."""


def cells_of(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Return every live cell's code by document and name."""
    if not hasattr(env, "livepage_cells"):
        env.livepage_cells = {}  # type: ignore[attr-defined]
    return env.livepage_cells  # type: ignore[attr-defined]


def leave_to_the_page(app: Sphinx, docname: str, source: list[str]) -> None:
    """Keep the builder's kernel from running live cells: the page's Python does."""
    if not str(app.env.doc2path(docname)).endswith(".ipynb"):
        source[0] = _TAGS.sub(_skipped, source[0])
        return
    notebook = json.loads(source[0])
    for cell in notebook["cells"]:
        tags = cell["metadata"].get("tags", [])
        if cell["cell_type"] == "code" and TAG in tags:
            cell["metadata"]["tags"] = list(dict.fromkeys([*tags, SKIPPED]))
            cell["outputs"] = []
    source[0] = json.dumps(notebook)


def _skipped(match: re.Match[str]) -> str:
    tags = [tag.strip().strip("\"'") for tag in match[2].split(",")]
    return f"{match[0]}, {SKIPPED}" if TAG in tags and SKIPPED not in tags else match[0]


def find(app: Sphinx, doctree: nodes.document) -> None:
    """Put an `exercise` node in the place of every live cell.

    Raises
    ------
    ExtensionError
        When a live cell's name cannot be one, or stands elsewhere in the book.
    """
    env, docname = app.env, app.env.docname
    purge(app, env, docname)
    live = [
        container
        for container in doctree.findall(nodes.container)
        if container.get("nb_element") == "cell_code" and f"tag_{TAG}" in container["classes"]
    ]
    for number, container in enumerate(live, start=1):
        metadata: dict[str, Any] = container.get("cell_metadata") or {}
        place = f"{_ODD.sub('-', docname)}-{number}"
        name = (metadata.get("livepage") or {}).get("name") or place
        code = next(iter(container.findall(nodes.literal_block))).astext()
        _take(env, docname, name, code)
        container.replace_self(exercise(name=name, code=code))
    if live and not any(shown.get("mime_type") == _WIDGET for shown in doctree.findall(nodes.container)):
        _spare_scripts(env, docname)


def _take(env: BuildEnvironment, docname: str, name: str, code: str) -> None:
    """Note a live cell under a name that no other has."""
    if not NAME.fullmatch(name):
        raise ExtensionError(f"{docname}: {name!r} names a live cell; use letters, digits, - and _ alone.")
    found = cells_of(env)
    taken = [other for other, names in found.items() if name in names]
    if taken:
        raise ExtensionError(
            f"{docname}: the live cell {name!r} stands in {taken[0]} too; "
            "give one of them another name in its metadata, livepage.name."
        )
    found.setdefault(docname, {})[name] = code


def _spare_scripts(env: BuildEnvironment, docname: str) -> None:
    """Leave out what MyST-NB adds for a notebook that was saved with widgets: scripts from other hosts.

    Every widget of this page is live, and needs none of it.
    """
    notes = getattr(env, "nb_metadata", {}).get(docname, {})
    notes["js_files"] = {
        name: file for name, file in notes.get("js_files", {}).items() if not name.startswith("ipywidgets_")
    }


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a document that is read anew."""
    cells_of(env).pop(docname, None)


def merge(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    """Take in what another process read."""
    for docname in docnames:
        for name, code in cells_of(other).get(docname, {}).items():
            _take(env, docname, name, code)


def skip(translator: Any, node: nodes.Element) -> None:
    """Leave an exercise out where there is no page."""
    raise nodes.SkipNode
