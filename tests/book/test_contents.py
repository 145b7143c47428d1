"""The table of contents names every page of the book and nothing else; the sources are told and used."""

import re

import pytest

from tests.book.form import title_of
from tests.book.sources import BOOK, CITATION, ROOT, chapters, contents, markdown_page, read

#: Folders of the book that hold no pages.
HOUSE = {"_build", "_ext", "_static", "_templates", ".ipynb_checkpoints"}


def pages_in(folder):
    """Return the page files below a folder, without their suffixes."""
    return sorted(
        path.relative_to(folder).with_suffix("").as_posix()
        for path in folder.rglob("*")
        if path.suffix in {".md", ".ipynb", ".rst"} and not HOUSE & set(path.relative_to(folder).parts)
    )


def test_every_page_is_in_the_table_of_contents_and_no_other():
    assert sorted(contents()) == pages_in(BOOK)


def test_a_page_that_is_not_in_the_table_is_seen(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "chapters" / "stray.ipynb").touch()
    assert pages_in(tmp_path) == ["chapters/stray"]


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_the_chapter_is_named_like_its_title(path):
    # The slug is in addresses and in tests: it is the beginning of the title, in lower case, with hyphens and
    # without an article.
    title = re.sub(r"^(the|a) ", "", title_of(read(path)).lower())
    words = re.sub(r"[^a-z0-9 ]", "", title).split()
    assert "-".join(words).startswith(path.stem)


def bibliography():
    """Return the keys of the bibliography."""
    return re.findall(r"^@\w+\{([^,]+),", (BOOK / "references.bib").read_text(encoding="utf-8"), re.M)


def test_every_source_is_named_once():
    assert sorted(bibliography()) == sorted(set(bibliography()))


def test_every_citation_has_its_source():
    cells = [cell for path in chapters() for cell in read(path)]
    cells += [
        cell
        for page in contents()
        if (BOOK / f"{page}.md").is_file()
        for cell in markdown_page(BOOK / f"{page}.md")
    ]
    cited = {
        key.strip() for cell in cells for keys in CITATION.findall(cell.source) for key in keys.split(",")
    }
    assert cited - set(bibliography()) == set()


def test_the_pages_load_the_mark_and_the_style():
    assert (ROOT / "book" / "_static" / "mark.svg").read_text(encoding="utf-8").startswith("<svg")
