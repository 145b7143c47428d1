"""The book's own small Sphinx extensions."""

from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from book._ext import house, mathml


@pytest.mark.parametrize(
    "tex", [r"\hat S(t)=\prod_{t_i\le t}\left(1-\frac{d_i}{n_i}\right)", "x < y \\& z", "22.4\\%"]
)
def test_a_formula_becomes_mathml_that_keeps_its_tex(tex):
    formula = ElementTree.fromstring(mathml.to_mathml(tex, "block"))
    assert formula.tag.endswith("math")
    assert formula.get("display") == "block"
    assert formula.get("alttext") == tex


@pytest.mark.parametrize("tex", ["x^", r"\left(", r"\nosuchcommand x"])
def test_a_formula_that_cannot_be_read_is_a_warning(monkeypatch, tex):
    said = []
    monkeypatch.setattr(mathml.logger, "warning", lambda *words, **more: said.append(words))
    assert mathml.to_mathml(tex, "inline") == f"<code>{tex}</code>"
    assert len(said) == 1


def test_launch_links_need_a_repository():
    assert house.launch_links("", "chapters/four-boxes") == ""


@pytest.mark.parametrize(
    "repository", ["https://github.com/owner/name", "https://github.com/owner/name.git/"]
)
def test_launch_links_open_the_chapter_and_load_nothing(repository):
    links = BeautifulSoup(house.launch_links(repository, "chapters/four-boxes"), "html.parser")
    binder, colab = [link["href"] for link in links.find_all("a")]
    notebook = "book/chapters/four-boxes.ipynb"
    assert binder == f"https://mybinder.org/v2/gh/owner/name/main?urlpath=lab/tree/{notebook}"
    assert colab == f"https://colab.research.google.com/github/owner/name/blob/main/{notebook}"
    assert "answers are not kept there" in links.get_text()
    assert links.find_all(["img", "script", "iframe"]) == []
