"""What stands in the built site: the exercises' HTML, what their page must know, the files they run from."""

from __future__ import annotations

import hashlib
import json
import shutil
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging

from livepage.baking import EMPTY_LOCK, BakingError, Oven
from livepage.bundle import STATIC
from livepage.cells import cells_of
from livepage.runtime import LOCK, RuntimeFilesError, cache, fetch, is_whole, wanted
from livepage.shipping import Cargo, ship

logger = logging.getLogger(__name__)

#: Where it all stands below the site's ``_static``.
FOLDER = "livepage"

#: When a cell needs its packages: for its controls, for its first figure, when its controls are moved.
WHEN = ("first", "then", "later")

#: Copies a link that opens an exercise as it stands; of use once Python has said what that is.
LINK = '<button type="button" class="lp-link" disabled>Copy a link to these values</button>'

#: What every page fetches to start Python.
CORE = ("wasm", "snapshot", "engine", "base")


def bake(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Bake every live cell once all documents are read; return the pages that this makes out of date.

    Raises
    ------
    ExtensionError
        When a cell fails, or the runtime or the bundle is missing, with what to do.
    """
    pages = cells_of(env)
    # In an order that does not depend on which pages were read again.
    cells = {name: code for page in sorted(pages) for name, code in pages[page].items()}
    app.livepage_oven = None  # type: ignore[attr-defined]
    if not cells or app.builder.format != "html":
        return []
    runtime = _runtime(app)
    if not (STATIC / "page.js").is_file():
        raise ExtensionError("The page's JavaScript is not built; `python -m livepage.bundle` does it.")
    oven = Oven(
        runtime,
        Path(app.outdir).parent / ".livepage",
        app.config.livepage_packages,
        app.config.livepage_modules,
        app.config.livepage_prelude,
    )
    logger.info("baking %d live cells in Pyodide %s ...", len(cells), LOCK["pyodide"])
    try:
        oven.pack()
        app.livepage_baked = oven.bake(cells)  # type: ignore[attr-defined]
        app.livepage_cargo = ship(oven, app.livepage_baked)  # type: ignore[attr-defined]
    except BakingError as problem:
        raise ExtensionError(str(problem)) from problem
    app.livepage_oven = oven  # type: ignore[attr-defined]
    return [page for page in pages if not _is_told(app, page)]


def _is_told(app: Sphinx, page: str) -> bool:
    """Tell whether a page that was written before knows what it runs from now."""
    written = Path(app.builder.get_outfilename(page))
    return written.is_file() and _told(app, page) in written.read_text(encoding="utf-8")


def _runtime(app: Sphinx) -> Path:
    """Return the folder with Pyodide's files: the one that the book names, else the cache, filled first."""
    packages = app.config.livepage_packages
    try:
        if not app.config.livepage_runtime:
            fetch(cache(), packages, logger.info)
            return cache()
        folder = (Path(app.srcdir) / app.config.livepage_runtime).resolve()
        damaged = [name for name, sha256 in wanted(packages).items() if not is_whole(folder / name, sha256)]
    except RuntimeFilesError as problem:
        raise ExtensionError(str(problem)) from problem
    if damaged:
        raise ExtensionError(f"{damaged[0]} is missing or damaged; `python -m livepage.runtime` fetches it.")
    return folder


def visit(translator: Any, node: nodes.Element) -> None:
    """Write an exercise as it reads before any script has run."""
    app, name = translator.builder.app, node["name"]
    baked = app.livepage_baked[name]
    shipped = app.livepage_cargo.told
    needs = {when: [one for one in getattr(baked, when) if one in shipped] for when in WHEN}
    cell = json.dumps({"name": name, "code": node["code"], **needs}).replace("<", "\\u003c")
    # Both stand there from the start, so that nothing jumps; what can take no link gets neither.
    note, button = ('<div class="lp-given" tabindex="-1"></div>', LINK) if baked.links else ("", "")
    translator.body.append(
        f'<section class="exercise" data-exercise="{escape(name)}" data-state="baked">'
        f"{note}{baked.html}{button}"
        '<p class="lp-status" role="status"></p>'
        "<noscript><p>This exercise is shown as it starts. "
        "With JavaScript switched on it can be worked.</p></noscript>"
        f'<script type="application/json" class="lp-cell">{cell}</script></section>'
    )
    raise nodes.SkipNode


def depart(translator: Any, node: nodes.Element) -> None:
    """Nothing is left to close."""


def dress(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Give a page with exercises its script, its styles and what the script needs to know."""
    if not cells_of(app.env).get(pagename) or not getattr(app, "livepage_oven", None):
        return
    context["body"] += f'<script type="application/json" id="livepage-config">{_told(app, pagename)}</script>'
    app.add_css_file(f"{FOLDER}/page.css")
    # Early in the page, and run as soon as it is there: the theme's scripts may take their time.
    app.add_js_file(f"{FOLDER}/page.js", type="module", loading_method="async", priority=100)


def _told(app: Sphinx, page: str) -> str:
    """Return what the script of a page must know, as JSON."""
    cargo: Cargo = app.livepage_cargo  # type: ignore[attr-defined]
    baked = [app.livepage_baked[name] for name in cells_of(app.env)[page]]  # type: ignore[attr-defined]
    needed = {
        when: sorted({archive for one in baked for archive in getattr(one, when)} & cargo.told.keys())
        for when in WHEN
    }
    at_once = {*CORE, *needed["first"], *needed["then"]}
    config = {
        "book": app.config.livepage_book,
        "scripts": {name: f"{name}?v={_mark(STATIC / name)}" for name in ("widgets.js", "worker.js")},
        "page": needed,
        "bytes": sum(cargo.told[name]["bytes"] for name in at_once),
        "archives": cargo.archives,
        "files": cargo.told,
        "listing": EMPTY_LOCK,
        "prelude": app.config.livepage_prelude,
    }
    return json.dumps(config).replace("<", "\\u003c")


def finish(app: Sphinx, problem: Exception | None) -> None:
    """Copy what the pages run from into the site, and take away what an older build left there."""
    oven = getattr(app, "livepage_oven", None)
    if problem or oven is None:
        return
    home = Path(app.outdir) / "_static" / FOLDER
    wanted = {home / file.relative_to(STATIC): file for file in STATIC.rglob("*") if file.is_file()}
    wanted |= {home / path: source for path, source in app.livepage_cargo.sources.items()}  # type: ignore[attr-defined]
    for target, source in wanted.items():
        if not target.is_file() or target.read_bytes() != source.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    for file in home.rglob("*"):
        if file.is_file() and file not in wanted:
            file.unlink()
    oven.clear_out(app.livepage_cargo.sources.values())  # type: ignore[attr-defined]


def _mark(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
