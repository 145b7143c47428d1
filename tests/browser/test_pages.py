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


#: How strongly controls, or their edges, stand out from their exercise's ground; the weakest of each kind.
#: Axe looks at text alone.
CONTRASTS = """parts => {
  const ink = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const light = (...colors) => {
    for (const color of colors) { ink.fillStyle = color; ink.fillRect(0, 0, 1, 1); }
    const [red, green, blue] = [...ink.getImageData(0, 0, 1, 1).data]
      .map(level => level / 255)
      .map(level => level <= 0.04045 ? level / 12.92 : ((level + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return Object.fromEntries(Object.entries(parts).map(([selector, property]) => [
    selector,
    Math.min(...[...document.querySelectorAll(`section.exercise ${selector}`)].map(one => {
      const ground = getComputedStyle(one.closest("section.exercise")).backgroundColor;
      const both = [light(ground), light(ground, getComputedStyle(one)[property])];
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    })),
  ]));
}"""
PARTS = {
    ".noUi-handle": "backgroundColor",
    "input:is([type=text], [type=number]):not(.widget-readout)": "borderTopColor",
    "textarea": "borderTopColor",
    "select": "borderTopColor",
    ".jupyter-button:not(.mod-primary)": "borderTopColor",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_is_to_be_moved_stands_out(visiting, theme):
    with visiting(color_scheme=theme) as visit:
        weakest = {}
        for path in LIVE:
            visit.open(path)
            for part, contrast in visit.page.evaluate(CONTRASTS, PARTS).items():
                weakest[part] = min((contrast or float("inf"), path), weakest.get(part, (float("inf"), "")))
        assert all(contrast >= 3 for contrast, _ in weakest.values()), weakest
        assert all(path for _, path in weakest.values()), "each kind stands somewhere"


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
