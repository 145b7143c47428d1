"""Find the live cells of a book: code cells tagged ``live``, named by their metadata ``livepage.name``."""

from __future__ import annotations

import json
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError

TAG = "live"


class exercise(nodes.General, nodes.Element):
    """Stands in a document where a live cell stood; has its ``name`` and ``code``."""


def cells_of(env: BuildEnvironment) -> dict[str, dict[str, str]]:
    """Return every live cell's code by document and name."""
    if not hasattr(env, "livepage_cells"):
        env.livepage_cells = {}  # type: ignore[attr-defined]
    return env.livepage_cells  # type: ignore[attr-defined]


def leave_to_the_page(app: Sphinx, docname: str, source: list[str]) -> None:
    """Keep the builder's kernel from running live cells: the page's Python does.

    A live cell in a MyST Markdown file says so itself, with ``:tags: [live, skip-execution]``.
    """
    if not str(app.env.doc2path(docname)).endswith(".ipynb"):
        return
    notebook = json.loads(source[0])
    for cell in notebook["cells"]:
        tags = cell["metadata"].get("tags", [])
        if cell["cell_type"] == "code" and TAG in tags:
            cell["metadata"]["tags"] = [*tags, "skip-execution"]
            cell["outputs"] = []
    source[0] = json.dumps(notebook)


def find(app: Sphinx, doctree: nodes.document) -> None:
    """Put an `exercise` node in the place of every live cell.

    Raises
    ------
    ExtensionError
        When a live cell has no name, or one that stands elsewhere in the book.
    """
    docname = app.env.docname
    found = cells_of(app.env)
    found.pop(docname, None)
    for container in list(doctree.findall(nodes.container)):
        if container.get("nb_element") != "cell_code" or f"tag_{TAG}" not in container["classes"]:
            continue
        metadata: dict[str, Any] = container.get("cell_metadata") or {}
        name = (metadata.get("livepage") or {}).get("name")
        if not name:
            raise ExtensionError(f"{docname}: a cell tagged {TAG!r} needs a name: metadata livepage.name.")
        taken = [other for other, names in found.items() if name in names]
        if taken:
            raise ExtensionError(f"{docname}: the live cell {name!r} stands in {taken[0]} too.")
        code = next(iter(container.findall(nodes.literal_block))).astext()
        found.setdefault(docname, {})[name] = code
        container.replace_self(exercise(name=name, code=code))


def purge(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a document that is read anew."""
    cells_of(env).pop(docname, None)


def merge(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    """Take in what another process read."""
    cells_of(env).update({name: cells for name, cells in cells_of(other).items() if name in docnames})


def skip(translator: Any, node: nodes.Element) -> None:
    """Leave an exercise out where there is no page."""
    raise nodes.SkipNode
