"""The memo of a plan is one file that prints on two pages, whatever is written into it."""

import re
from datetime import date

import pytest
from fieldguide.exercise import STYLE
from fieldguide.exercises import _memo
from fieldguide.exercises._parts import trust
from fieldguide.exercises.your_plan import YourPlan, letter

from tests.exercises.plans import keep_whole_book, written

WORDS = "We call every customer whose order failed, before they call us, and say what we will do. "

#: Everything that a reader could put into a field: nothing, a plan, far too much, wide letters, no spaces.
TEXTS = {
    "usual": WORDS.strip(),
    "very long": WORDS * 20,
    "wide": "WM" * 300,
    "without spaces": "abcdefghijklmnopqrstuvwxyz0123456789" * 20,
    "Chinese": "我们先打电话给客户" * 60,
    "many lines": "one\n\n\ntwo\n" * 60,
    "markup": "<script>alert(1)</script><h1>" * 20,
    "nothing": "",
}


#: What 180 mm are in a browser's pixels: the width of the printed text.
PRINTED = 680


def legend():
    """Return how the table is read, as the book says it: nobody can write more there."""
    keep_whole_book()
    said = letter(written(WORDS).result).legend
    assert said
    return said


def pages(chromium, html, size):
    page = chromium.new_page(viewport={"width": PRINTED, "height": 1_000})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(html)
    page.emulate_media(media="print")
    pdf = page.pdf(format=size, prefer_css_page_size=False)
    cut = page.evaluate(
        """() => { const all = [...document.querySelectorAll('.page')];
        return all.map(one => one.scrollHeight > one.clientHeight + 1) }"""
    )
    assert page.locator("script").count() == 0
    page.close()
    assert not asked, "it loads nothing"
    assert True not in cut
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("book", [False, True], ids=["nothing kept", "the whole book kept"])
def test_it_prints_on_two_pages(chromium, size, text, book):
    if book:
        keep_whole_book()
    plan = written(text)
    assert pages(chromium, _memo.file(letter(plan.result)), size) == 2


def test_an_untouched_plan_prints_too(chromium):
    assert pages(chromium, _memo.file(letter(YourPlan().result)), "A4") == 2


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("word", ["word ", "WM", "é", "客户"])
@pytest.mark.parametrize("long", [95, 195, 450, 2_000])
def test_there_is_room_for_the_longest_that_may_be_said(chromium, size, word, long):
    """More numbers and gaps than the book can bring together, each as long as can be."""
    text = word * 600
    memo = _memo.Memo(
        link=text,
        trust=trust(2, close=True),
        here=text,
        direction=text,
        reason=text,
        moves=[_memo.Move(*[text] * 6)] * 3,
        ask=text,
        table=(("", "Needs", "Wants", "Recovery"), [("Strategic marketing", *["[1*, 2*]"] * 3)] * 4),
        legend=legend(),
        numbers=[("A title of usual length", text[:long])] * 12,
        missing=text,
        day=date(2026, 9, 30),
    )
    assert pages(chromium, _memo.file(memo), size) == 2


def test_a_third_page_would_be_seen(chromium):
    html = _memo.file(letter(YourPlan().result)).replace("</body>", '<p style="height:400mm">x</p></body>')
    assert pages(chromium, html, "A4") > 2


#: Tells each word of a table's cell that does not stand on one line, and each table wider than its box.
BROKEN = """() => {
    const broken = [];
    for (const table of document.querySelectorAll('table')) {
        if (table.getBoundingClientRect().right > table.parentElement.getBoundingClientRect().right + 1)
            broken.push('too wide: ' + table.textContent);
        const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
        while (texts.nextNode())
            for (const word of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
                const range = document.createRange();
                range.setStart(texts.currentNode, word.index);
                range.setEnd(texts.currentNode, word.index + word[0].length);
                if (new Set([...range.getClientRects()].map(one => one.top)).size > 1) broken.push(word[0]);
            }
    }
    return broken;
}"""


def test_on_a_phone_no_word_in_its_tables_is_broken(chromium):
    keep_whole_book()
    plan = written(WORDS)
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    box = '<div class="fg-exercise" style="font: 16px Arial; margin: 0 18px; line-height: 1.5">'
    page.set_content(f"<style>{STYLE}</style>{box}{plan.shows(plan.result)}</div>")
    assert page.locator("table").count() == 2
    assert page.evaluate(BROKEN) == []
    page.close()
