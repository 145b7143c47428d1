"""Every page of the book: no other host is asked, nothing serious stands in a reader's way, phones do not
scroll sideways."""

from pathlib import Path

import pytest
import yaml

from tests.browser.conftest import HTML, ROOT, chapters

AXE = ROOT / "widgets" / "livepage" / "js" / "node_modules" / "axe-core" / "axe.min.js"
LIVE = chapters()


def pages():
    """Every page that the contents name."""
    toc = yaml.safe_load((ROOT / "book" / "_toc.yml").read_text(encoding="utf-8"))
    files = [toc["root"], *(c["file"] for part in toc["parts"] for c in part["chapters"])]
    return [Path(file).as_posix() + ".html" for file in files]


def serious(page):
    """What axe-core finds that is serious or critical, in words."""
    if not page.evaluate("typeof axe === 'object'"):
        page.add_script_tag(path=AXE)
    found = page.evaluate(
        "axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)"
    )
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", pages())
def test_nothing_serious_stands_in_a_readers_way(visiting, path, theme):
    with visiting(color_scheme=theme) as visit:
        visit.open(path)
        assert not serious(visit.page)
        for name in LIVE.get(path, ()):
            visit.wait(name)
        assert not serious(visit.page)
        assert not visit.foreign
        assert not visit.errors


@pytest.mark.parametrize("path", pages())
def test_a_phone_does_not_scroll_sideways(visiting, path):
    with visiting(viewport={"width": 360, "height": 740}) as visit:
        visit.open(path)
        for name in LIVE.get(path, ()):
            visit.section(name).dispatch_event("pointerdown")
            visit.wait(name)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert not visit.foreign


def test_every_page_of_the_site_is_in_the_contents():
    built = {
        file.relative_to(HTML).as_posix() for file in HTML.rglob("*.html") if "_static" not in file.parts
    }
    assert built - {"genindex.html", "search.html", "index.html"} == set(pages())
