"""A link opens an exercise with values, keeps nobody's answers from them, and is made with one button."""

import re

import pytest
from fieldguide.exercises.fourth_purchase import FourthPurchase

from tests.browser.conftest import CHAPTER, CLOCK, PLAIN, SLIDER
from tests.browser.test_layout import MOST, WATCH
from tests.browser.test_offline import until_kept
from tests.browser.test_pages import serious

LINKED = FourthPurchase(end=365, nth=2)
VALUES = LINKED.link["values"]
BUTTON = "Copy a link to these values"

STORED = """() => Object.fromEntries(
  Object.entries(localStorage).filter(([key]) => key.startsWith("livepage:")))"""
AT = "() => document.activeElement.closest('section.exercise')?.dataset.exercise"
TOP = "name => document.querySelector(`[data-exercise='${name}']`).getBoundingClientRect().top"


def opened(visit, values, path=CHAPTER, name=SLIDER):
    """Follow a link, without scrolling or touching anything."""
    visit.open(f"{path}#{name}?{values}")
    return until_live(visit, name)


def until_live(visit, name=SLIDER):
    visit.page.wait_for_function(
        "name => document.querySelector(`[data-exercise='${name}']`).dataset.state === 'live'",
        arg=name,
        polling=CLOCK,
    )
    return visit.section(name)


def note(visit, name=SLIDER):
    return visit.section(name).locator(".lp-given")


def press(visit, key, sentence):
    slider = visit.section(SLIDER).get_by_role("slider")
    slider.focus()
    slider.press(key)
    visit.until_says(SLIDER, sentence)


def test_a_link_opens_the_exercise_in_view_with_its_values_and_says_so(visit):
    section = opened(visit, VALUES)
    visit.until_says(SLIDER, LINKED.sentence)
    assert section.get_by_role("slider").get_attribute("aria-valuenow") == "365.0"
    assert 0 <= visit.page.evaluate(TOP, SLIDER) < 450
    assert "values of a link" in note(visit).text_content()
    assert visit.page.evaluate(AT) == SLIDER
    assert visit.page.evaluate(STORED) == {}
    assert not serious(visit.page)
    assert not visit.errors
    assert not visit.foreign


def test_ones_own_answer_outlasts_a_link_and_comes_back(visit):
    visit.open(CHAPTER)
    visit.moves()
    visit.until_kept(SLIDER, end=545)
    kept = visit.page.evaluate(STORED)
    visit.page.goto("about:blank")
    opened(visit, VALUES)
    visit.until_says(SLIDER, LINKED.sentence)
    press(visit, "End", FourthPurchase(end=545, nth=2).sentence)
    assert visit.page.evaluate(STORED) == kept
    note(visit).get_by_role("button", name="Back to mine").click()
    visit.until_says(SLIDER, FourthPurchase(end=545).sentence)
    assert note(visit).text_content() == ""
    assert "?" not in visit.page.url
    press(visit, "Home", FourthPurchase(end=90).sentence)
    visit.until_kept(SLIDER, end=90)
    visit.page.reload()
    visit.wait(SLIDER)
    visit.until_says(SLIDER, FourthPurchase(end=90).sentence)


def test_a_second_link_in_the_same_page_and_one_to_the_same_again(visit):
    visit.open(CHAPTER)
    visit.moves()
    for values, exercise in ((VALUES, LINKED), ("nth=3", FourthPurchase(nth=3)), (VALUES, LINKED)):
        visit.page.evaluate("() => scrollTo(0, 0)")
        visit.page.evaluate("to => { location.hash = to }", f"{SLIDER}?{values}")
        visit.until_says(SLIDER, exercise.sentence)
        assert 0 <= visit.page.evaluate(TOP, SLIDER) < 450
        press(visit, "Home", FourthPurchase({**exercise.values, "end": 90}).sentence)
    visit.page.evaluate("to => { location.hash = to }", "stitch-or-split?")
    visit.page.wait_for_function(f"() => ({TOP})('stitch-or-split') < 450", polling=CLOCK)
    assert "values of a link" in note(visit, "stitch-or-split").text_content()


def test_what_a_link_says_and_cannot_be_is_told_as_text(visit):
    section = opened(visit, "end=9999&nth=2&%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E=1")
    visit.until_says(SLIDER, FourthPurchase(nth=2).sentence)
    told = section.locator(".fg-message").text_content()
    assert "9,999 lies outside" in told
    assert "<img src=x onerror=alert(1)>" in told
    assert section.locator("img").count() == 0
    assert not visit.errors


@pytest.mark.parametrize(
    "fragment", ["nobody?end=3", f"{SLIDER}-guess?guess=90", "%E0%A4%A?x=1", '"]?x=1', "?", "??"]
)
def test_a_link_to_nothing_opens_the_page(visit, fragment):
    visit.open(f"{CHAPTER}#{fragment}")
    visit.moves()
    assert visit.page.locator(".lp-given:not(:empty)").count() == 0
    assert not visit.errors


def test_the_button_copies_a_link_that_opens_the_same(visiting):
    with visiting(permissions=["clipboard-read", "clipboard-write"]) as visit:
        visit.open(f"{CHAPTER}?highlight=secret")
        visit.wait(SLIDER)
        press(visit, "End", FourthPurchase(end=545).sentence)
        visit.section(SLIDER).get_by_role("button", name=BUTTON).press("Enter")
        status = visit.section(SLIDER).locator(".lp-status")
        status.filter(has_text="copied").wait_for()
        assert status.get_attribute("role") == "status"
        link = visit.page.evaluate("navigator.clipboard.readText()")
        assert link == f"{visit.book}/{CHAPTER}#{SLIDER}?end=545"
        with visiting() as another:
            another.page.goto(link)
            until_live(another)
            another.until_says(SLIDER, FourthPurchase(end=545).sentence)


def test_without_a_clipboard_the_link_stands_there_to_be_copied(visit):
    visit.book = visit.book.replace("127.0.0.1", PLAIN)
    section = opened(visit, VALUES)
    visit.until_says(SLIDER, LINKED.sentence)
    section.get_by_role("button", name=BUTTON).click()
    field = section.get_by_role("textbox", name="Link to these values")
    assert field.input_value() == f"{visit.book}/{CHAPTER}#{SLIDER}?{VALUES}"
    field.focus()
    assert visit.page.evaluate("String(getSelection())") == field.input_value()


def test_what_a_reader_wrote_stands_in_no_link(visit):
    path, name = "chapters/four-boxes.html", "quick-audit"
    visit.open(path)
    section = visit.wait(name)
    section.get_by_role("textbox").first.fill("our secret receipt")
    section.get_by_role("radio").first.check()
    # What is kept was taken by Python, and what Python has taken stands in the link.
    visit.page.wait_for_function(
        """name => { const { values } = JSON.parse(localStorage[`livepage:from-crm-to-cx:${name}`] ?? '{}');
        return values?.['next-offer'] != null && values['next-offer-evidence'].includes('our secret') }""",
        arg=name,
        polling=CLOCK,
    )
    # Without its clipboard a page shows what it would have copied.
    visit.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    section.get_by_role("button", name=BUTTON).click()
    link = section.get_by_role("textbox", name="Link to these values").input_value()
    assert re.search(r"#quick-audit\?[a-z-]+=[^&]+$", link)
    assert "secret" not in link
    assert "What you wrote is not in it." in visit.status(name)


def test_a_guess_and_a_quiz_offer_no_link(visit):
    visit.open(CHAPTER)
    found = visit.page.locator("section.exercise:has(.lp-link)").evaluate_all(
        "all => all.map(one => one.dataset.exercise)"
    )
    assert found == ["fourth-purchase", "stitch-or-split"]


def test_on_a_phone_a_link_waits_for_the_touch_that_it_names(visiting):
    with visiting(viewport={"width": 360, "height": 740}) as visit:
        visit.open(f"{CHAPTER}#{SLIDER}?{VALUES}")
        visit.page.wait_for_function(f"() => Math.abs(({TOP})('{SLIDER}')) < 400", polling=CLOCK)
        visit.page.wait_for_timeout(500)
        assert visit.section(SLIDER).get_attribute("data-state") == "baked"
        assert "Touch this exercise" in visit.status(SLIDER)
        visit.section(SLIDER).locator(".lp-link").dispatch_event("pointerdown")
        until_live(visit)
        visit.until_says(SLIDER, LINKED.sentence)


def test_back_to_mine_before_python_is_there(visiting):
    with visiting(viewport={"width": 360, "height": 740}) as visit:
        visit.open(f"{CHAPTER}#{SLIDER}?{VALUES}")
        note(visit).get_by_role("button", name="Back to mine").click()
        until_live(visit)
        visit.until_says(SLIDER, FourthPurchase().sentence)
        assert note(visit).text_content() == ""


@pytest.mark.parametrize("width", [1280, 360])
def test_once_it_is_in_view_nothing_moves_when_it_turns_live(visiting, width):
    with visiting(viewport={"width": width, "height": 900}) as visit:
        visit.page.add_init_script(f"({WATCH})()")
        visit.open(f"{CHAPTER}#{SLIDER}?{VALUES}")
        # The page goes to the exercise at once, and the note above it comes in the same moment.
        visit.page.wait_for_timeout(300)
        visit.page.evaluate("() => { window.shifts = [] }")
        top = visit.page.evaluate(TOP, SLIDER)
        visit.section(SLIDER).dispatch_event("pointerdown")
        until_live(visit)
        visit.until_says(SLIDER, LINKED.sentence)
        visit.page.wait_for_timeout(300)
        assert sum(visit.page.evaluate("() => window.shifts")) <= MOST
        assert visit.page.evaluate(TOP, SLIDER) == pytest.approx(top, abs=2)


def test_a_link_works_without_a_network(visit):
    visit.open(CHAPTER)
    visit.moves()
    until_kept(visit.page, CHAPTER)
    visit.page.goto("about:blank")
    visit.page.context.set_offline(True)
    opened(visit, VALUES)
    visit.until_says(SLIDER, LINKED.sentence)


def test_without_scripts_the_page_is_there_and_has_no_dead_button(visiting):
    with visiting(java_script_enabled=False) as visit:
        visit.open(f"{CHAPTER}#{SLIDER}?{VALUES}")
        assert FourthPurchase().sentence in visit.section(SLIDER).text_content()
        assert not visit.section(SLIDER).locator(".lp-link").is_visible()
