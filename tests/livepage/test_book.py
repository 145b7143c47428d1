"""livepage in a small book of its own: what it finds, what it refuses, and what outdates a page."""

import gzip
import json
import re
import shutil
from pathlib import Path

import livepage
import nbformat
import pytest
from bs4 import BeautifulSoup
from livepage import freshness, runtime
from livepage.runtime import LOCK
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

RUNTIME = Path(__file__).parents[2] / "build" / "runtime"

CONF = """
project = "Small & simple"
extensions = ["myst_nb", "livepage"]
nb_execution_mode = "cache"
livepage_runtime = {runtime!r}
livepage_modules = {modules!r}
livepage_outdated_by = ["code"]
html_theme = "basic"
"""

#: Fails wherever it is run but in the page's Python.
SLIDER_OF_THE_PAGE = """
import sys, ipywidgets
assert sys.platform == "emscripten"
ipywidgets.IntSlider(value=7)
"""

MARKDOWN = """---
file_format: mystnb
kernelspec: {name: python3}
---
# Written

"""

SLIDER = "import ipywidgets\nipywidgets.IntSlider(description='How many', value=3, min=1, max=20)"


def cell(code, name=None, tags=("live",)):
    made = nbformat.v4.new_code_cell(code)
    made.metadata = {"tags": list(tags)} | ({"livepage": {"name": name}} if name else {})
    return made


class Book:
    """Sources in a folder, built as often as a test wants."""

    def __init__(self, folder, store):
        self.folder = folder
        self.source = folder / "book"
        (folder / "out").mkdir()
        (folder / "out" / ".livepage").symlink_to(store)
        (self.source / "code").mkdir(parents=True)
        (self.source / "code" / "model.txt").write_text("1")
        self.configure(RUNTIME)
        (self.source / "index.md").write_text("# Small\n\n```{toctree}\none\nplain\n```\n")
        (self.source / "plain.md").write_text("# Plain\n\nNothing live here.\n")
        self.chapter("one", cell(SLIDER, "slider"))

    def configure(self, runtime, modules=()):
        (self.source / "conf.py").write_text(CONF.format(runtime=str(runtime), modules=list(modules)))

    def chapter(self, name, *cells):
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(f"# {name}"), *cells])
        nbformat.write(book, self.source / f"{name}.ipynb")

    def build(self):
        """Build; return the application and the pages that were read anew."""
        out = self.folder / "out"
        app = Sphinx(
            str(self.source), str(self.source), str(out / "html"), str(out / "doctrees"), "html", status=None
        )
        read = []
        app.connect("source-read", lambda _, docname, __: read.append(docname))
        app.build()
        return app, sorted(read)

    def page(self, name):
        html = (self.folder / "out" / "html" / f"{name}.html").read_text(encoding="utf-8")
        return BeautifulSoup(html, "html.parser")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """What was packed and baked for one book serves the others: it is kept under what it came from."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def book(tmp_path, store):
    return Book(tmp_path, store)


@pytest.mark.filterwarnings("default")
def test_a_live_cell_is_baked_and_a_page_without_one_is_left_alone(book):
    book.build()
    page = book.page("one")
    section = page.select_one("section.exercise")
    assert section["data-exercise"] == "slider"
    assert section["data-state"] == "baked"
    assert section.select_one(".widget-label").text == "How many"
    assert section.select_one(".widget-readout").text == "3"
    assert page.select_one("script[type=module]")["src"].startswith("_static/livepage/page.js")
    assert not book.page("plain").select("script[type=module], #livepage-config")
    built = book.folder / "out" / "html" / "_static" / "livepage"
    [wasm] = (built / "files").glob("wasm-*.bin")
    assert gzip.decompress(wasm.read_bytes()).startswith(b"\0asm")
    assert (built / "widgets.js").is_file()


LINKED = """
import ipywidgets, traitlets
class Linked(ipywidgets.VBox):
    link = traitlets.Dict({link}).tag(sync=True)
Linked()
"""


@pytest.mark.filterwarnings("default")
def test_only_what_takes_a_link_has_a_button_for_one(book):
    linked, empty = (LINKED.format(link=link) for link in ("dict(values='')", ""))
    book.chapter("one", cell(SLIDER, "slider"), cell(linked, "linked"), cell(empty, "empty"))
    book.build()
    page = book.page("one")
    found = {
        one["data-exercise"]: one.select(".lp-link, .lp-given") for one in page.select("section.exercise")
    }
    assert {name: len(both) for name, both in found.items()} == {"slider": 0, "linked": 2, "empty": 0}
    note, button = found["linked"]
    assert note.text == ""
    assert button.name == "button"
    assert button.text == "Copy a link to these values"
    assert button.has_attr("disabled")


@pytest.mark.filterwarnings("default")
def test_a_page_that_is_not_read_again_knows_what_it_runs_from(book):
    """Another chapter's cell may change what all pages fetch: the memory that Python starts from."""

    def fetched(name):
        return json.loads(book.page(name).select_one("#livepage-config").string)["files"]

    book.build()
    before = fetched("one")["snapshot"]
    monday = SLIDER.replace("value=3", "value=calendar.MONDAY + 5")
    book.chapter("two", cell(f"import calendar\n{monday}", "b"))
    (book.source / "index.md").write_text("# Small\n\n```{toctree}\none\ntwo\nplain\n```\n")
    _, read = book.build()
    assert read == ["index", "two"]
    assert fetched("one") == fetched("two")
    assert fetched("one")["snapshot"] != before
    built = book.folder / "out" / "html" / "_static" / "livepage"
    assert all((built / file["path"]).is_file() for file in fetched("one").values())
    # The same cells, another page read last: nothing has changed for anybody.
    book.chapter("one", cell(SLIDER, "slider"), nbformat.v4.new_markdown_cell("More words."))
    before = fetched("two")
    book.build()
    assert fetched("one") == fetched("two") == before


@pytest.mark.filterwarnings("default")
def test_changed_code_outdates_every_page_and_nothing_else_does(book):
    _, read = book.build()
    assert read == ["index", "one", "plain"]
    app, read = book.build()
    assert read == []
    cached = Path(app.config.nb_execution_cache_path)
    book.chapter("one", cell(SLIDER.replace("value=3", "value=4"), "slider"))
    _, read = book.build()
    assert read == ["one"], "a changed chapter is read alone"
    assert book.page("one").select_one(".widget-readout").text == "4"
    (book.source / "code" / "model.txt").write_text("2")
    app, read = book.build()
    assert read == ["index", "one", "plain"]
    assert Path(app.config.nb_execution_cache_path) != cached, "no notebook's old output is found again"


def test_changed_packages_change_the_hash(book, tmp_path, monkeypatch):
    package = tmp_path / "somewhere" / "model_of_things"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("answer = 1")
    monkeypatch.syspath_prepend(tmp_path / "somewhere")

    class Config:
        livepage_outdated_by = ()
        livepage_modules = ("model_of_things",)

    before = freshness.code_hash(Config, book.source)
    assert freshness.code_hash(Config, book.source) == before
    (package / "__init__.py").write_text("answer = 2")
    assert freshness.code_hash(Config, book.source) != before


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ([cell(SLIDER, "one two")], "letters, digits"),
        ([cell(SLIDER, "same"), cell("1 + 1", None, tags=()), cell("raise ValueError('oh')", "bad")], "oh"),
        ([cell("1 + 1", "number")], "must end in one widget; it ends in int"),
        ([cell("import not_there", "lost")], "not_there"),
        (
            [cell("import ipywidgets as w\nw.Tab([w.VBox([w.Output()])])", "out")],
            "shows Output, which no page",
        ),
        (
            [cell("import ipywidgets as w\nw.HTML('<p role=\"alert\">Not &lt; 1.</p>')", "warns")],
            "warns of something as it starts: Not < 1.",
        ),
    ],
)
def test_a_cell_that_cannot_be_live_stops_the_build_and_says_why(book, cells, sentence):
    book.chapter("one", *cells)
    with pytest.raises(ExtensionError, match=sentence):
        book.build()


@pytest.mark.filterwarnings("default")
def test_a_name_is_used_once(book):
    book.chapter("two", cell(SLIDER, "slider"))
    (book.source / "index.md").write_text("# Small\n\n```{toctree}\none\ntwo\nplain\n```\n")
    with pytest.raises(ExtensionError, match="'slider' stands in"):
        book.build()


@pytest.mark.filterwarnings("default")
def test_a_cell_without_a_name_is_named_after_its_place(book):
    folder = book.source / "parts of it"
    folder.mkdir()
    skipped = cell(SLIDER, tags=("live", "skip-execution"))
    cells = [cell(SLIDER), cell("1 + 1", tags=()), cell(SLIDER, "named"), skipped]
    book.chapter("parts of it/first.1", *cells)
    book.build()
    names = [section["data-exercise"] for section in book.page("parts of it/first.1").select(".exercise")]
    assert names == ["parts-of-it-first-1-1", "named", "parts-of-it-first-1-3"]


@pytest.mark.filterwarnings("default")
def test_a_live_cell_of_a_markdown_page_is_left_to_the_page(book):
    ways = [
        ":tags: [live]",
        ":tags: [hide-input, 'live']",
        "---\ntags: [live]\n---",
        ":livepage: {name: mine}\n:tags: [live, skip-execution]",
    ]
    cells = [f"```{{code-cell}}\n{options}{SLIDER_OF_THE_PAGE}```\n" for options in ways]
    ordinary = "```{code-cell}\n:tags: [hide-input]\nprint(6 * 7)\n```\n"
    (book.source / "plain.md").write_text(MARKDOWN + ordinary + "\n".join(cells))
    book.build()
    page = book.page("plain")
    sections = page.select("section.exercise")
    assert [section["data-exercise"] for section in sections] == ["plain-1", "plain-2", "plain-3", "mine"]
    assert {section.select_one(".widget-readout").text for section in sections} == {"7"}
    assert [output.text.strip() for output in page.select(".output")] == ["42"]


@pytest.mark.filterwarnings("default")
def test_no_other_host_serves_a_page_whose_widgets_are_all_live(book):
    book.chapter("one", cell("import ipywidgets\nshown = ipywidgets.IntSlider()", tags=()), cell(SLIDER))
    book.build()
    page = book.page("one")
    assert [script["src"] for script in page.select("script[src*='//']")] == []
    assert not page.select("script[type='application/vnd.jupyter.widget-state+json']")


@pytest.mark.filterwarnings("default")
def test_a_widget_that_is_not_live_is_shown_as_in_any_book(book):
    book.chapter("one", cell(SLIDER, tags=()), cell(SLIDER))
    book.build()
    assert any("html-manager" in script["src"] for script in book.page("one").select("script[src]"))


@pytest.mark.filterwarnings("default")
def test_a_book_that_says_nothing_is_named_after_its_project(book):
    app, _ = book.build()
    assert app.config.livepage_book == "small-simple"
    assert json.loads(book.page("one").select_one("#livepage-config").text)["book"] == "small-simple"


@pytest.mark.filterwarnings("default")
def test_the_readme_tells_every_option_and_no_other(book):
    source, out = str(book.source), book.folder / "out"
    app = Sphinx(source, source, str(out / "html"), str(out / "doctrees"), "html", status=None)
    options = {name for name in app.config.values if name.startswith("livepage_")}
    told = (Path(livepage.__file__).parent / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(livepage_\w+)`", told, re.MULTILINE)) == options
    assert set(re.findall(r"^``(livepage_\w+)``", livepage.__doc__, re.MULTILINE)) == options


@pytest.mark.filterwarnings("default")
def test_a_book_that_names_no_runtime_fetches_it_once(book, tmp_path, monkeypatch):
    fetched = []

    def from_cdn(name):
        fetched.append(name)
        return (RUNTIME / name).read_bytes()

    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr(runtime, "from_cdn", from_cdn)
    book.configure("")
    book.build()
    assert sorted(fetched) == sorted(LOCK["core"])
    assert book.page("one").select_one("section.exercise")
    shutil.rmtree(book.folder / "out" / "doctrees")
    book.build()
    assert sorted(fetched) == sorted(LOCK["core"])


@pytest.mark.filterwarnings("default")
def test_without_the_runtime_the_build_says_what_to_do(book, tmp_path):
    book.configure(tmp_path / "nothing")
    with pytest.raises(ExtensionError, match=r"python -m livepage\.runtime"):
        book.build()


@pytest.mark.filterwarnings("default")
def test_a_package_that_is_not_installed_is_named(book):
    book.configure(RUNTIME, modules=["no_such_package"])
    with pytest.raises(ExtensionError, match="no_such_package"):
        book.build()


def test_the_locked_python_is_the_archives_own():
    assert LOCK["python"].startswith("3.12.")
