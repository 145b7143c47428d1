"""Data and methods: the tables say what the sources say, and who uses what is read off the code rightly."""

import json
import tomllib
from itertools import chain

import methods
import pytest
import uses
from sphinx.errors import ExtensionError

from book._ext import house
from tests.book.crawl import page
from tests.book.sources import BOOK, ROOT, chapters, read

CODE = ROOT / "widgets" / "fieldguide"
DATA = tomllib.loads((CODE / "data" / "PROVENANCE.toml").read_text(encoding="utf-8"))
IDEAS = tomllib.loads((BOOK / "ideas.toml").read_text(encoding="utf-8"))["idea"]
LABELS = {"measures": "Source", "worlds": "Assumes"}
MODULES = [(part, path) for part in LABELS for path in methods.modules(part)]


# Who uses what ----------------------------------------------------------------------------------------

LAZY = '__getattr__, __dir__ = lazily(__name__, {"shop": ("sales",), "town": ("people",)})\n'
PACKAGE = {
    "data/__init__.py": LAZY,
    "data/shop.py": 'def sales():\n    return opened("sales.csv")\n',
    "data/town.py": 'PEOPLE = "people.csv"\n\ndef people():\n    return opened(PEOPLE)\n',
    "worlds/sale.py": "from fieldguide import data\n\n"
    "class Sale:\n    def run(self):\n        return data.sales().mean()\n\ndef nothing():\n    return 1\n",
    "exercises/sell.py": "from fieldguide.worlds.sale import Sale as Fair\n\nclass Sell:\n    uses = Fair\n",
    "exercises/rest.py": "from fieldguide.worlds import sale\n\nclass Rest:\n    uses = sale.nothing\n",
}


@pytest.fixture
def code(tmp_path):
    for name, source in PACKAGE.items():
        path = tmp_path / "fieldguide" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    return uses.Code.of(tmp_path / "fieldguide", ["sales.csv", "people.csv"])


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("fieldguide.data.sales", {"sales.csv"}),  # by the name that the package offers
        ("fieldguide.data.people", {"people.csv"}),  # through a constant
        ("fieldguide.exercises.sell.Sell", {"sales.csv"}),  # by another name, through a world
        ("fieldguide.exercises.rest.Rest", set()),  # the same world, another function of it
        ("numpy.mean", set()),
    ],
)
def test_a_name_leads_to_the_files_behind_it(code, name, files):
    assert {need for need in code.needs([name]) if need.endswith(".csv")} == files


def test_a_chapter_knows_what_its_cells_and_exercises_use(code, tmp_path):
    cell = {"cell_type": "code", "metadata": {}, "source": ["from fieldguide import data\n", "data.people()"]}
    sell = {
        "cell_type": "code",
        "metadata": {"livepage": {"name": "sell-guess"}},
        "source": ["from fieldguide.exercises.sell import Sell\n", "\n", "Sell()"],
    }
    title = {"cell_type": "markdown", "metadata": {}, "source": ["# One sale: who comes?\n"]}
    notebook = tmp_path / "one-sale.ipynb"
    notebook.write_text(json.dumps({"cells": [title, cell, sell]}), encoding="utf-8")
    (chapter,) = uses.chapters(code, [notebook], str.upper)
    assert (chapter.slug, chapter.title) == ("one-sale", "One sale")
    assert chapter.uses("people.csv")
    assert chapter.uses("sales.csv")
    assert chapter.uses("fieldguide.worlds.sale")
    assert not chapter.uses("fieldguide.worlds.sal")
    assert [live.title for live in chapter.live] == ["FIELDGUIDE.EXERCISES.SELL.SELL"]
    assert chapter.using("sales.csv") == []  # a guess belongs to another exercise


def test_a_chapter_without_a_title_is_refused(code, tmp_path):
    notebook = tmp_path / "none.ipynb"
    notebook.write_text(json.dumps({"cells": [{"cell_type": "markdown", "source": ["None"]}]}))
    with pytest.raises(ValueError, match="does not begin with a title"):
        uses.chapters(code, [notebook], str.upper)


@pytest.fixture(scope="module")
def book():
    opened = {file["name"] for entry in DATA.values() for file in entry["files"]}
    return uses.chapters(uses.Code.of(CODE, opened), chapters(), methods.title_of)


@pytest.mark.parametrize("file", [file["name"] for entry in DATA.values() for file in entry["files"]])
def test_every_extract_is_used_in_a_chapter(book, file):
    assert [chapter.slug for chapter in book if chapter.uses(file)]


@pytest.mark.parametrize(("part", "path"), MODULES, ids=lambda one: getattr(one, "stem", one))
def test_every_module_is_used_in_a_chapter_and_says_on_what_it_rests(book, part, path):
    assert [chapter.slug for chapter in book if chapter.uses(f"fieldguide.{part}.{path.stem}")]
    first, paragraph = methods.told(path, LABELS[part])
    assert first.endswith(".")
    assert paragraph.endswith(".")


def test_what_is_known_of_a_chapter_by_reading_it_is_found(book):
    by_slug = {chapter.slug: chapter for chapter in book}
    assert [live.name for live in by_slug["tactical-cx"].using("bank_calls.csv")] == ["silent-sufferers-desk"]
    assert by_slug["one-number"].uses("daycare.csv")
    assert not by_slug["one-number"].uses("cdnow.npz")


# What is told -----------------------------------------------------------------------------------------


def test_a_module_without_its_paragraph_is_refused(tmp_path):
    path = tmp_path / "bare.py"
    path.write_text('"""What a thing is.\n\nResource: none.\n"""\n', encoding="utf-8")
    with pytest.raises(ExtensionError, match="no paragraph that begins “Source: ”"):
        methods.told(path, "Source")


@pytest.mark.parametrize(
    ("synthetic", "about", "said"),
    [
        (True, "Made by a program.", "Simulated"),
        (False, "Real data.", "Real records"),
        (False, "A teaching case.", "A teaching case"),
    ],
)
def test_data_say_of_which_kind_they_are(synthetic, about, said):
    assert methods.kind({"synthetic": synthetic, "about": about, "title": "One"}) == said


@pytest.mark.parametrize(
    ("synthetic", "about"),
    [(False, "Some data."), (True, "Real data."), (False, "Real data, a teaching case.")],
)
def test_data_of_no_kind_or_of_two_are_refused(synthetic, about):
    with pytest.raises(ExtensionError, match="real, a teaching case or simulated"):
        methods.kind({"synthetic": synthetic, "about": about, "title": "One"})


def test_headers_say_what_they_head():
    plain = '<th class="head stub"><p>A</p></th><th class="head"></th><th class="stub"></th><th>1</th>'
    assert house.scoped(plain) == (
        '<th scope="col" class="head stub"><p>A</p></th><th scope="col" class="head"></th>'
        '<th scope="row" class="stub"></th><th>1</th>'
    )


# The ideas ------------------------------------------------------------------------------------------


def prose(slug):
    """Return a chapter's Markdown on one line."""
    cells = [cell.source for cell in read(BOOK / "chapters" / f"{slug}.ipynb") if cell.kind == "markdown"]
    return " ".join("\n".join(cells).split())


def test_every_idea_of_the_essays_is_there():
    counts = {"S0": 14, "S1": 11, "S2": 9, "S3": 16, "S4": 10}
    wanted = [f"{essay}-{number}" for essay, count in counts.items() for number in range(1, count + 1)]
    assert [idea["id"] for idea in IDEAS] == wanted


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea["id"])
def test_the_idea_is_taught_where_the_list_says(idea):
    assert idea["taught"]
    for place in [*idea["taught"], *([idea["slip"]] if "slip" in idea else [])]:
        text = prose(place["chapter"])
        assert place["phrase"] in text
        assert len(place["phrase"].split()) >= 3
        assert any(f"`{key}`" in text or f"{key}," in text or f",{key}`" in text for key in idea["essays"])
        if "exercise" in place:
            live = {cell.live for cell in read(BOOK / "chapters" / f"{place['chapter']}.ipynb")}
            assert place["exercise"] in live


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea["id"])
def test_the_idea_is_one_short_sentence(idea):
    assert len(idea["says"].split()) <= 25
    assert idea["says"].endswith(".")
    if "slip" in idea:
        assert idea["slip"]["says"].endswith(".")


# The page ------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tables(site):
    """Return the page's tables by class."""
    found = page(site / "data-and-methods.html").select("article table.methods")
    names = ("dataset", "measures", "worlds", "ideas")
    return {name: [table for table in found if name in table["class"]] for name in names}


def firsts(tables, mark):
    """Return what marks the rows, in order."""
    return [row.select_one(mark).get_text() for table in tables for row in table.select("tbody tr")]


def test_the_page_has_a_table_for_each_data_set(tables):
    assert [table.caption.find(class_="caption-text").get_text() for table in tables["dataset"]] == [
        entry["title"].replace("'", "’") for _, entry in sorted(DATA.items())
    ]
    for table, (_, entry) in zip(tables["dataset"], sorted(DATA.items()), strict=True):
        text = table.get_text(" ", strip=True)
        for file in entry["files"]:
            assert f"{file['rows']:,} in {file['name']}" in text
        assert entry["requirement"].replace("==", " ") in text
        assert table.select("a[href^='chapters/']")


@pytest.mark.parametrize("part", LABELS)
def test_the_page_has_a_row_for_each_module(tables, part):
    names = [f"{part}.{path.stem}" for path in methods.modules(part)]
    assert sorted(firsts(tables[part], "th code")) == names
    for row in tables[part][0].select("tbody tr"):
        assert row.select("td a[href^='chapters/']")


def test_the_page_has_a_row_for_each_idea(tables):
    assert firsts(tables["ideas"], "th") == [idea["id"] for idea in IDEAS]
    rows = [row for table in tables["ideas"] for row in table.select("tbody tr")]
    for row, idea in zip(rows, IDEAS, strict=True):
        links = [link["href"] for link in row.select("td:last-child a")]
        assert links == [f"chapters/{place['chapter']}.html" for place in idea["taught"]]
        assert ("Corrected:" in row.get_text()) is ("slip" in idea)


def test_headers_and_captions_are_said_to_be_such(tables):
    for table in chain.from_iterable(tables.values()):
        assert table.caption.get_text(strip=True)
        assert {head["scope"] for head in table.select("thead th")} <= {"col"}
        assert {head["scope"] for head in table.select("tbody th")} == {"row"}
