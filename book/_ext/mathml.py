"""TeX to MathML while the book is built, so that a formula needs neither JavaScript nor another host.

Every current browser draws MathML itself. A formula that cannot be converted is a warning, and the
book is built with warnings as errors, so none goes missing quietly.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils.nodes import SkipNode
from latex2mathml.converter import convert
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)


def to_mathml(tex: str, display: str, where: object = None) -> str:
    """Return one formula as a ``<math>`` element that keeps its TeX source as ``alttext``.

    Parameters
    ----------
    tex : str
        The formula, without dollar signs.
    display : {"inline", "block"}
        Within a line, or on a line of its own.
    where : docutils node, optional
        Named in the warning when the formula cannot be read.
    """
    try:
        mathml = convert(tex, display=display)
        unknown = re.search(
            r">(\\[A-Za-z]+)", mathml
        )  # the converter writes out a command that it does not know
        problem = f"unknown command {unknown[1]}" if unknown else ""
    except Exception as slip:  # and raises a class of its own for each other slip
        problem = type(slip).__name__
    if problem:
        logger.warning("cannot turn this formula into MathML: %s (%s)", tex, problem, location=where)
        return f"<code>{_escaped(tex)}</code>"
    return mathml.replace("<math ", f'<math alttext="{_escaped(tex)}" ', 1)


def _escaped(text: str) -> str:
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text


def visit_inline(self: HTML5Translator, node: nodes.math) -> None:
    """Write a formula that stands within a sentence."""
    self.body.append(to_mathml(node.astext(), "inline", node))
    raise SkipNode


def visit_block(self: HTML5Translator, node: nodes.math_block) -> None:
    """Write a displayed formula, in a box that scrolls by itself on a narrow screen."""
    self.body.append(self.starttag(node, "div", CLASS="math-display", tabindex="0"))
    if node["number"]:
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})</span>')
    self.body.append(to_mathml(node.astext(), "block", node) + "</div>\n")
    raise SkipNode


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the renderer; ``html_math_renderer: mathml`` chooses it."""
    app.add_html_math_renderer("mathml", (visit_inline, None), (visit_block, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
