"""Two small books built for comparison: quizzes alone, and a chapter as stock Jupyter Book shows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat

from tools import environment, node
from tools.steps import BUILD, ROOT, Stamp, fingerprint, run_quietly, say

HOME = BUILD / "bench"
CHAPTERS = ROOT / "book" / "chapters"

#: Exercises that draw no figure: a sorter, an audit, a quiz.
QUIZZES = ("four-box-sorter", "quick-audit", "check-four-boxes")
QUIZZES_FROM = CHAPTERS / "four-boxes.ipynb"
QUIZZES_CONF = """\
project = "Quizzes"
extensions = ["myst_nb", "livepage"]
nb_execution_mode = "off"
nb_ipywidgets_js = {{}}
html_theme = "basic"
livepage_book = "quizzes"
livepage_runtime = {runtime!r}
livepage_packages = ["numpy", "pandas", "matplotlib"]
livepage_modules = ["fieldguide", "platformdirs"]
livepage_prelude = "from fieldguide import answers\\nanswers.use(page)\\n"
"""

STOCK = "questions-your-crm-cannot-answer"
STOCK_CONFIG = "title: Stock\nonly_build_toc_files: true\n"


def quizzes() -> Path:
    """Build a page of quizzes, sorters and audits alone; return its site's folder."""
    home = HOME / "quizzes"
    stamp = Stamp(HOME / "quizzes.stamp", made=[home / "html" / "index.html"])
    sources = fingerprint([Path(__file__), QUIZZES_FROM, ROOT / "widgets", environment.BOOK])
    if not stamp.holds(sources):
        say("Building a page of quizzes alone.")
        shutil.rmtree(home, ignore_errors=True)
        (home / "source").mkdir(parents=True)
        conf = QUIZZES_CONF.format(runtime=str(BUILD / "runtime"))
        (home / "source" / "conf.py").write_text(conf, encoding="utf-8")
        cells = nbformat.read(QUIZZES_FROM, as_version=4).cells
        kept = [cell for cell in cells if cell.metadata.get("livepage", {}).get("name") in QUIZZES]
        title = nbformat.v4.new_markdown_cell("# Quizzes")
        nbformat.write(nbformat.v4.new_notebook(cells=[title, *kept]), home / "source" / "index.ipynb")
        run_quietly(
            [environment.BIN / "sphinx-build", "-b", "html", home / "source", home / "html"],
            node.ready().variables() | {"FIELDGUIDE_ANSWERS": "off"},
            "building a page of quizzes",
            "The page of quizzes could not be built.",
        )
        stamp.set(sources)
    return home / "html"


def stock() -> Path:
    """Build a chapter with stock Jupyter Book and its own settings; return its site's folder."""
    home = HOME / "stock"
    html = home / "_build" / "html"
    stamp = Stamp(HOME / "stock.stamp", made=[html / f"{STOCK}.html"])
    sources = fingerprint([Path(__file__), CHAPTERS / f"{STOCK}.ipynb", ROOT / "widgets", environment.BOOK])
    if not stamp.holds(sources):
        say("Building a chapter with stock Jupyter Book.")
        shutil.rmtree(home, ignore_errors=True)
        (home / "book").mkdir(parents=True)
        shutil.copyfile(CHAPTERS / f"{STOCK}.ipynb", home / "book" / f"{STOCK}.ipynb")
        (home / "book" / "_config.yml").write_text(STOCK_CONFIG, encoding="utf-8")
        (home / "book" / "_toc.yml").write_text(f"format: jb-book\nroot: {STOCK}\n", encoding="utf-8")
        run_quietly(
            [environment.BIN / "jupyter-book", "build", home / "book", "--path-output", home],
            environment.variables() | {"FIELDGUIDE_ANSWERS": "off"},
            "building a chapter with stock Jupyter Book",
            "The stock chapter could not be built.",
        )
        stamp.set(sources)
    return html
