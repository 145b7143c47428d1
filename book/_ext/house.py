"""What the book's own look needs of Sphinx: the part of a page, the trainers' folds, the launch links."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: The heading of the fold that speaks to whoever stands in front of a room.
TRAINERS = "For trainers"

#: Roman numerals that open a part's caption in ``_toc.yml``, in order.
NUMERALS = ("I", "II", "III", "IV")

#: The branch that the launch links open.
BRANCH = "main"


def part_of(app: Sphinx, page: str) -> tuple[int, str]:
    """Return the number (1 to 4) and the name of the part a page is in; (0, "") outside the parts."""
    for subtree in app.config.external_site_map.root.subtrees:
        numeral, dot, name = (subtree.caption or "").partition(" · ")
        if dot and numeral in NUMERALS and page in [str(item) for item in subtree.items]:
            return NUMERALS.index(numeral) + 1, name
    return 0, ""


def dress_page(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object
) -> None:
    """Tell the template which part the page is in, and add what stands above and below a chapter.

    Folds of code are called what they say, and headers of tables say what they head.
    """
    number, name = part_of(app, pagename)
    context["part"] = number
    if "body" in context:
        # MyST-NB names each fold of code "Toggle hidden content", over the words that it shows.
        context["body"] = context["body"].replace('<summary aria-label="Toggle hidden content">', "<summary>")
        context["body"] = scoped(context["body"])
    if number and "body" in context:
        above = f'<p class="part-name">Part {NUMERALS[number - 1]} <span>{escape(name)}</span></p>'
        context["body"] = above + context["body"] + launch_links(app.config.book_repository, pagename)


def scoped(body: str) -> str:
    """Say of each header in a table whether it heads a column or a row, which docutils leaves out."""
    columns = body.replace('<th class="head', '<th scope="col" class="head')
    return columns.replace('<th class="stub', '<th scope="row" class="stub')


def launch_links(repository: str, pagename: str) -> str:
    """Return the links that open a chapter in Binder and Colab; nothing without a repository.

    Parameters
    ----------
    repository : str
        The book's address, ``https://github.com/OWNER/NAME``.
    pagename : str
        The page without its suffix, ``chapters/SLUG``.
    """
    if not repository:
        return ""
    owner_and_name = "/".join(repository.rstrip("/").removesuffix(".git").split("/")[-2:])
    path = f"book/{pagename}.ipynb"
    binder = f"https://mybinder.org/v2/gh/{owner_and_name}/{BRANCH}?urlpath=lab/tree/{path}"
    colab = f"https://colab.research.google.com/github/{owner_and_name}/blob/{BRANCH}/{path}"
    install = f"%pip install git+{repository.rstrip('/')}"
    return (
        '<aside class="launch" aria-label="Open this chapter as a notebook">'
        f'<p>Open this chapter as a notebook in <a href="{escape(binder)}">Binder</a> '
        f'or <a href="{escape(colab)}">Colab</a>. Both run on somebody else’s computer, '
        "and your answers are not kept there.</p>"
        f"<p>In Colab, run <code>{escape(install)}</code> first.</p></aside>"
    )


def mark_trainers(app: Sphinx, doctree: nodes.document) -> None:
    """Give the folds that are headed "For trainers" a class of their own."""
    for fold in doctree.findall(nodes.container):
        if fold.get("design_component") == "dropdown" and fold.children and fold[0].astext() == TRAINERS:
            fold["container_classes"] = [*fold["container_classes"], "trainers"]


def make_room(app: Sphinx) -> None:
    """Make the folder of static files before anybody copies into it.

    The theme copies the mark there even when a build fails early, and without the folder the mark becomes a
    file of the folder's name, on which the next build fails.
    """
    (Path(app.outdir) / "_static").mkdir(parents=True, exist_ok=True)


def setup(app: Sphinx) -> dict[str, bool]:
    """Connect the above; the repository comes from the environment, for a fork publishes its own links."""
    app.add_config_value("book_repository", os.environ.get("BOOK_REPOSITORY", ""), "html", [str])
    app.connect("builder-inited", make_room)
    app.connect("doctree-read", mark_trainers)
    app.connect("html-page-context", dress_page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
