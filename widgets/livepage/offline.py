"""What a book needs to be read again without a network: a service worker at its root that knows the build.

A service worker rules the folder that it stands in, without a word from the host; hence the root. It is a
new script, and so a new worker, exactly when a file of the site has changed.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from livepage.cells import cells_of

#: The service worker's file at the root of the site; `visit.js` registers it.
SCRIPT = "livepage-offline.js"

#: What it runs.
PROGRAM = "_static/livepage/offline.js"

#: Hexadecimal digits of a file's SHA-256 that are listed: against accidents, not against the book's own host.
DIGITS = 16


def dress(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Have every page of a book with exercises kept, those without one too."""
    if any(cells_of(app.env).values()):
        app.add_js_file("livepage/visit.js", loading_method="defer")


def listing(site: Path) -> dict[str, str]:
    """Return the hash of every file of a built site that a reader's browser may ask for, by its path."""
    return {
        path: hashlib.sha256(file.read_bytes()).hexdigest()[:DIGITS]
        for file in sorted(site.rglob("*"))
        if file.is_file()
        and (path := file.relative_to(site).as_posix()) != SCRIPT
        and not any(part.startswith(".") for part in file.relative_to(site).parts)
    }


def write(app: Sphinx, problem: Exception | None) -> None:
    """Write the service worker of this build, when every other file stands."""
    site = Path(app.outdir)
    (site / SCRIPT).unlink(missing_ok=True)
    if problem or app.builder.format != "html" or not any(cells_of(app.env).values()):
        return
    files = listing(site)
    build = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:DIGITS]
    told = json.dumps({"book": app.config.livepage_book, "build": build, "files": files})
    (site / SCRIPT).write_text(
        f'self.livepage = {told};\nimportScripts("{PROGRAM}?v={files[PROGRAM]}");\n', encoding="utf-8"
    )
