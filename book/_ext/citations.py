"""Citations as (Author, Year) and Author (Year): the stock author-year style, in round brackets."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sphinxcontrib.bibtex.plugin import register_plugin
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


def round_brackets() -> BracketStyle:
    """Return ``(`` and ``)`` as brackets."""
    return BracketStyle(left="(", right=")")


@dataclass
class RoundAuthorYear(AuthorYearReferenceStyle):
    """(Fader et al., 2005) rather than [Fader et al., 2005]."""

    bracket_textual: BracketStyle = field(default_factory=round_brackets)
    bracket_parenthetical: BracketStyle = field(default_factory=round_brackets)
    bracket_author: BracketStyle = field(default_factory=round_brackets)
    bracket_label: BracketStyle = field(default_factory=round_brackets)
    bracket_year: BracketStyle = field(default_factory=round_brackets)


def no_list(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Take away the role of a list that docutils gives the bibliography: its entries have no such role."""
    if "body" in context:
        listed = 'role="list" class="citation-list"'
        context["body"] = context["body"].replace(listed, 'class="citation-list"')


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the style; ``bibtex_reference_style: author_year_round`` chooses it."""
    app.connect("html-page-context", no_list)
    register_plugin("sphinxcontrib.bibtex.style.referencing", "author_year_round", RoundAuthorYear)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
