"""What a built site shows without a browser: links that lead nowhere, and what is fetched from elsewhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

#: What a browser fetches by itself when it opens a page. A link (``a``) is the reader's to follow.
FETCHED = (
    ("img", "src"), ("img", "srcset"), ("script", "src"), ("iframe", "src"), ("embed", "src"),
    ("object", "data"), ("source", "src"), ("source", "srcset"), ("video", "src"), ("video", "poster"),
    ("audio", "src"), ("track", "src"), ("image", "href"), ("use", "href"), ("form", "action"),
    ("input", "src"),
)  # fmt: skip
#: Relations of a ``link`` that fetch nothing.
SAID_ONLY = {"canonical", "author", "license", "next", "prev", "index", "search", "me"}
ELSEWHERE = re.compile(r"^\s*(?:(?:https?|wss?|ftp):)?//", re.IGNORECASE)
IN_STYLE = re.compile(
    r"url\(\s*['\"]?((?:https?:)?//[^)'\"]+)|@import\s+['\"]((?:https?:)?//[^'\"]+)", re.IGNORECASE
)
IN_SCRIPT = re.compile(
    r"(?:\bimport\s*\(?|\bfrom|\bimportScripts\(|\bfetch\(|\bnew\s+(?:Shared)?Worker\(|\.src\s*=)"
    r"\s*[\"'`]((?:https?:)?//[^\"'`]+)"
)
#: An address that a script keeps is not fetched yet, but no page of the book has a reason to keep these.
DEPOTS = re.compile(
    r"https?://(?:unpkg\.com|cdn\.|[\w.-]*jsdelivr|[\w.-]*cloudflare|fonts\.g|www\.googletag)[^\s\"'`)]*"
)


@cache
def page(path: Path) -> BeautifulSoup:
    """Return a page of the site, read once."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def pages(site: Path) -> list[Path]:
    """Return the pages of the site, in order."""
    return sorted(path for path in site.rglob("*.html") if "_static" not in path.relative_to(site).parts)


def anchors(path: Path) -> set[str]:
    """Return the places within a page that a link can lead to."""
    return {tag[name] for tag in page(path).find_all(True) for name in ("id", "name") if tag.has_attr(name)}


def dangling(site: Path) -> list[str]:
    """Return each link of the site's pages into the site that leads to no file, or to no place in it."""
    found = []
    for source in pages(site):
        for tag in page(source).find_all(["a", "img", "script", "link"]):
            address = tag.get("href") or tag.get("src") or ""
            parts = urlsplit(address)
            if not address or address == "#" or parts.scheme or parts.netloc:
                continue
            target = (source.parent / unquote(parts.path)).resolve() if parts.path else source
            if target.is_dir():
                target /= "index.html"
            name = source.relative_to(site)
            if not target.is_file():
                found.append(f"{name}: {address} leads to no file")
            elif parts.fragment and target.suffix == ".html" and not _place(parts.fragment, target):
                found.append(f"{name}: {address} leads to no place in the page")
    return found


def _place(fragment: str, target: Path) -> bool:
    """Tell whether a fragment names a place in a page, or an exercise there with values for it."""
    name, question, _ = fragment.partition("?")
    if question:
        return page(target).find("section", {"class": "exercise", "data-exercise": name}) is not None
    return unquote(name) in anchors(target)


def foreign(site: Path) -> list[str]:
    """Return whatever the site's pages, styles and scripts fetch from another host."""
    found = []
    for source in pages(site):
        name = source.relative_to(site)
        soup = page(source)
        for kind, attribute in FETCHED:
            found += [
                f"{name}: <{kind}> {tag[attribute]}"
                for tag in soup.find_all(kind)
                if ELSEWHERE.match(tag.get(attribute) or tag.get(f"xlink:{attribute}") or "")
            ]
        for tag in soup.find_all("link", href=ELSEWHERE):
            if not set(tag.get("rel") or []) <= SAID_ONLY:
                found.append(f"{name}: <link {' '.join(tag.get('rel') or [])}> {tag['href']}")
        found += [
            f"{name}: {address}" for tag in soup.find_all(style=True) for address in in_style(tag["style"])
        ]
        found += [
            f"{name}: {address}" for tag in soup.find_all("style") for address in in_style(tag.get_text())
        ]
        found += [f"{name}: {tag['content']}" for tag in soup.find_all("meta") if _refreshes_away(tag)]
        for tag in soup.find_all("script"):
            found += [f"{name}: {address}" for address in in_script(tag.get_text())]
            found += [f"{name}: {address}" for address in DEPOTS.findall(tag.get_text())]
    for path in sorted(site.rglob("*.css")):
        found += [f"{path.relative_to(site)}: {address}" for address in in_style(_text(path))]
    for path in sorted([*site.rglob("*.js"), *site.rglob("*.mjs")]):
        found += [f"{path.relative_to(site)}: {address}" for address in in_script(_text(path))]
    return found


def _refreshes_away(tag: Tag) -> bool:
    return tag.get("http-equiv", "").lower() == "refresh" and "//" in tag.get("content", "")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def in_style(css: str) -> list[str]:
    """Return the foreign addresses that a style sheet fetches."""
    return [
        first or second for first, second in IN_STYLE.findall(re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    ]


def in_script(script: str) -> list[str]:
    """Return the foreign addresses that a script imports or fetches by a literal address."""
    return IN_SCRIPT.findall(script)
