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

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError
from sphinx.util import logging

from livepage.cells import cells_of

logger = logging.getLogger(__name__)

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


#: What an element loads falls under which line. A link to a page loads nothing.
LOADS = {
    "script": "script-src",
    "link": "style-src",
    "img": "img-src",
    "iframe": "frame-src",
    "embed": "object-src",
    "object": "object-src",
    "video": "media-src",
    "audio": "media-src",
}
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
_SCRIPT = re.compile(r"<script\b([^>]*)>", re.IGNORECASE)
_SOURCE = re.compile(r"""\bsrc\s*=\s*["']([^"']+)""", re.IGNORECASE)
_ELEMENT = re.compile(rf"<({'|'.join(LOADS)})\b([^>]*)>", re.IGNORECASE)
_ELSEWHERE = re.compile(r"""\b(?:src|href|data)\s*=\s*["']?((?:https?:)?//[^/"'\s>]+)""", re.IGNORECASE)


def refused(html: str, further: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    """Return what a page would load from other hosts and may not: pairs of a directive and a host."""
    found = set()
    for tag, attributes in _ELEMENT.findall(html):
        address = _ELSEWHERE.search(attributes)
        directive = LOADS[tag.lower()]
        if not address or (tag.lower() == "link" and "stylesheet" not in attributes):
            continue
        host = address[1] if address[1].startswith("http") else f"https:{address[1]}"
        if host not in [source.rstrip("/") for source in further.get(directive, ())]:
            found.add((directive, host))
    return found


def with_scripts_ahead(html: str) -> str:
    """Return a page that names its scripts right behind its policy, so that all are fetched at once.

    Browsers look ahead in a page for what it will need, but behind a policy Chromium does not: each script
    would wait for the one before it.
    """
    element = _POLICY.search(html)
    if not element or html.startswith('<link rel="preload"', element.end()):
        return html
    links = []
    for attributes in _SCRIPT.findall(html):
        address = _SOURCE.search(attributes)
        if not address or "//" in address[1] or "crossorigin" in attributes:
            continue
        if 'type="module"' in attributes:
            links.append(f'<link rel="modulepreload" href="{address[1]}" />')
        else:
            rank = ' fetchpriority="low"' if re.search(r"\b(?:defer|async)\b", attributes) else ""
            links.append(f'<link rel="preload" as="script" href="{address[1]}"{rank} />')
    links.sort(key=lambda link: "modulepreload" in link)
    return html[: element.end()] + "".join(dict.fromkeys(links)) + html[element.end() :]


def finish(app: Sphinx, problem: Exception | None) -> None:
    """Have the scripts of every built page fetched ahead; warn of what pages would load from other hosts."""
    if problem or not _wanted(app):
        return
    chosen, told = app.config.livepage_policy, set()
    for page in sorted(Path(app.outdir).rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        ahead = with_scripts_ahead(html)
        if ahead != html:
            page.write_text(ahead, encoding="utf-8")
        for line in refused(html, {} if chosen is True else chosen) - told:
            told.add(line)
            logger.warning(
                "%s loads from %s, which browsers will refuse. Name it in livepage_policy under %r, or set "
                "livepage_policy to False.",
                page.relative_to(app.outdir).as_posix(),
                line[1],
                line[0],
                type="livepage",
                subtype="policy",
            )


def _wanted(app: Sphinx) -> bool:
    html = app.builder.format == "html"
    return html and app.config.livepage_policy is not False and any(cells_of(app.env).values())


def write(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    """Write the policy into the head of a page, before any script.

    Pages without an exercise have it too: what the browser keeps of the answers is open to each of them.
    """
    chosen = app.config.livepage_policy
    if not _wanted(app):
        return
    text = policy({} if chosen is True else chosen)
    element = f'<meta http-equiv="Content-Security-Policy" content="{escape(text, quote=True)}" />'
    context["metatags"] = element + (context.get("metatags") or "")
