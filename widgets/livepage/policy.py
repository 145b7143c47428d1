"""What a page may load and whom it may call, written into the page for the browser to enforce.

A reader's answers stay with the reader because the browser lets neither the page nor its Python connect
anywhere but to the book's own host. The policy stands in each page, for many hosts set no headers. It does
not bind a worker that is started from an address, but one started from a ``blob:`` inherits it; so the page
starts Python that way, and ``worker.js`` refuses to run in any other.

What no such policy stops: a link that the reader follows, a script in the page that leads the reader away or
opens a window, and WebRTC. All of these need a click or a script in the page; Python runs in a worker, which
has neither windows nor WebRTC.

Source: Content Security Policy Level 3, W3C working draft (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from livepage.cells import cells_of

#: By directive, from where it may come.
POLICY: dict[str, tuple[str, ...]] = {
    # What no other line names, and what is fetched ahead.
    "default-src": ("'self'",),
    # Themes write scripts into their pages, other ones in each release, so that no list of hashes would hold.
    # Python is WebAssembly, and its loader is handed to the worker as a blob.
    "script-src": ("'self'", "'unsafe-inline'", "'wasm-unsafe-eval'", "blob:"),
    # The worker with Python, and the service worker that keeps the book for reading offline.
    "worker-src": ("'self'", "blob:"),
    # blob: and data: are the page's own memory.
    "connect-src": ("'self'", "blob:", "data:"),
    # Figures and widgets carry styles of their own.
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'", "data:"),
    "media-src": ("'self'", "data:", "blob:"),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),  # the search field
    "base-uri": ("'none'",),
    # A frame with one of the book's pictures in it would be a page without a policy.
    "frame-src": ("'none'",),
    "object-src": ("'none'",),
}


def policy(further: Mapping[str, Sequence[str]]) -> str:
    """Return the policy with further sources by directive, as its header or its element says it.

    Raises
    ------
    ExtensionError
        When a directive is none of those above.
    """
    unknown = sorted(set(further) - set(POLICY))
    if unknown:
        raise ExtensionError(f"livepage_policy names {unknown[0]!r}; there are {', '.join(POLICY)}.")
    lines = []
    for name, usual in POLICY.items():
        named = tuple(further.get(name, ()))
        # 'none' stands alone or not at all.
        sources = named if named and usual == ("'none'",) else usual + named
        lines.append(f"{name} {' '.join(sources)}")
    return "; ".join(lines)


def write(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Write the policy into the head of a page, before any script.

    Pages without an exercise have it too: what the browser keeps of the answers is open to each of them.
    """
    chosen = app.config.livepage_policy
    if chosen is False or not any(cells_of(app.env).values()):
        return
    text = policy({} if chosen is True else chosen)
    element = f'<meta http-equiv="Content-Security-Policy" content="{escape(text, quote=True)}" />'
    context["metatags"] = element + (context.get("metatags") or "")
