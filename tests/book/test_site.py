"""The built pages: links lead somewhere, nothing comes from elsewhere, and each page has what it needs."""

import pytest

from tests.book.crawl import dangling, foreign, in_script, in_style, page, pages
from tests.book.sources import chapters, contents, read


def test_every_page_of_the_contents_is_built(site):
    assert [name for name in contents() if not (site / f"{name}.html").is_file()] == []


def test_no_link_into_the_book_leads_nowhere(site):
    assert dangling(site) == []


def test_nothing_is_fetched_from_another_host(site):
    assert foreign(site) == []


def test_every_page_has_a_language_one_title_and_named_pictures(site):
    for name in contents():
        soup = page(site / f"{name}.html")
        article = soup.find("article")
        assert soup.html.get("lang"), name
        assert len(article.find_all("h1")) == 1, name
        assert [image for image in soup.find_all("img") if not image.has_attr("alt")] == [], name
        assert [svg for svg in article.select("svg[role=img]") if not svg.get("aria-label")] == [], name


def test_a_formula_needs_no_script(site):
    for path in pages(site):
        assert not [script for script in page(path).find_all("script") if "mathjax" in str(script).lower()], (
            path.name
        )
        for formula in page(path).find_all("math"):
            assert formula.get("alttext"), path.name


def test_no_cell_of_the_book_failed(site):
    for path in pages(site):
        assert page(path).select(".cell_output .traceback, .cell_output .stderr") == [], path.name


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_every_live_cell_stands_in_the_page_ready_to_read(site, path):
    soup = page(site / "chapters" / f"{path.stem}.html")
    for name in [cell.live for cell in read(path) if cell.live]:
        section = soup.select_one(f'section.exercise[data-exercise="{name}"]')
        assert section is not None, name
        assert section["data-state"] == "baked"
        assert section.get_text(" ", strip=True)


def test_numbers_stand_beside_their_rows(site):
    """Lines of a text lie further apart in one version of matplotlib than in another, the page's."""
    figure = page(site / "chapters" / "shopkeepers-memory.html").select_one(
        'section[data-exercise="whom-would-you-write-to"] svg'
    )
    up = {
        text.get_text(): float(text["transform"].split()[-1].rstrip(")"))
        for text in figure.find_all("text")
        if text.get_text().startswith("$") or text.get_text() in "ABCDEFGHIJKL"
    }
    rows = [height for text, height in up.items() if not text.startswith("$")]
    spent = [height for text, height in up.items() if text.startswith("$")]
    assert len(rows) == 12
    assert spent == pytest.approx(rows, abs=1.5)


def test_the_first_page_lets_a_reader_take_the_answers_along(site):
    section = page(site / "intro.html").select_one('section.exercise[data-exercise="my-answers"]')
    assert section.select_one("a[download]")["href"].startswith("data:application/json")


@pytest.mark.parametrize("path", chapters(), ids=lambda path: path.stem)
def test_a_chapter_shows_its_part_and_folds_what_is_for_trainers(site, path):
    soup = page(site / "chapters" / f"{path.stem}.html")
    assert soup.body.get("data-part") in {"1", "2", "3", "4"}
    assert soup.select_one("article .part-name").get_text().startswith("Part ")
    fold = soup.select_one("details.trainers")
    assert fold.summary.get_text(strip=True) == "For trainers"
    assert not fold.has_attr("open")


# The checkers see what they are there to see. ---------------------------------------------------------


@pytest.fixture
def bad_site(tmp_path):
    """Return a site of one page with every kind of fault."""
    (tmp_path / "page.html").write_text(
        """<html><head><link rel="stylesheet" href="https://fonts.example/a.css">
        <link rel="canonical" href="https://b.example/">
        <script>const base = "https://unpkg.com/thebe";</script>
        <script type="module">import x from "https://c.example/x.js"</script></head>
        <body><a href="gone.html">gone</a><a href="#nowhere">nowhere</a>
        <a href="#gone?days=3">an exercise</a><a href="#tried?days=3">another</a>
        <section class="exercise" data-exercise="tried"></section>
        <a href="https://d.example/">a source</a>
        <a href="#here" id="here">here</a><img src="//e.example/badge.svg" alt="">
        <p style="background: url(https://f.example/i)">x</p></body></html>"""
    )
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static" / "style.css").write_text(
        "@import 'https://g.example/a.css'; /* url(https://comment.example) */"
    )
    (tmp_path / "_static" / "script.js").write_text("importScripts('https://h.example/w.js')")
    return tmp_path


def test_links_that_lead_nowhere_are_seen(bad_site):
    assert dangling(bad_site) == [
        "page.html: gone.html leads to no file",
        "page.html: #nowhere leads to no place in the page",
        "page.html: #gone?days=3 leads to no place in the page",
    ]


def test_what_comes_from_another_host_is_seen(bad_site):
    found = " ".join(foreign(bad_site))
    for host in ("fonts", "c", "e", "f", "g", "h"):
        assert f"{host}.example" in found
    assert "unpkg.com" in found
    for host in ("b.example", "d.example", "comment.example"):
        assert host not in found


def test_own_addresses_are_left_alone():
    assert in_style("a { background: url('../images/x.svg') } @import 'own.css';") == []
    assert in_script("import('./own.js'); const home = 'https://example.org'") == []
