"""Where Python cannot start, the chapter stays readable and a sentence says what happened and what to do."""

import pytest
from fieldguide.exercises.fourth_purchase import FourthPurchase

from tests.browser.conftest import CHAPTER, SLIDER


def damaged(route):
    """Answer with the right length and a wrong byte."""
    answer = route.fetch()
    body = bytearray(answer.body())
    body[len(body) // 2] ^= 0xFF
    route.fulfill(response=answer, body=bytes(body))


def cut_short(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[:1000])


def missing(route):
    route.fulfill(status=404)


def no_network(route):
    route.abort("internetdisconnected")


@pytest.mark.parametrize(
    ("file", "fault", "sentence"),
    [
        ("**/pyodide.asm.wasm", missing, "pyodide.asm.wasm is missing on the server"),
        ("**/pyodide.asm.wasm", damaged, "pyodide.asm.wasm arrived damaged"),
        ("**/python_stdlib.zip", cut_short, "python_stdlib.zip arrived damaged"),
        ("**/pyodide.js", missing, "pyodide.js is missing on the server"),
        ("**/archives/base-*.zip", cut_short, "arrived damaged"),
        ("**/archives/numpy-*.zip", missing, "is missing on the server"),
        ("**/archives/matplotlib-*.zip", damaged, "arrived damaged"),
        ("**/livepage/runtime/*", no_network, "the network is gone"),
        ("**/livepage/widgets.js", no_network, "could not be loaded"),
        ("**/livepage/worker.js", missing, "could not be loaded"),
    ],
)
def test_a_fault_is_told_and_trying_again_works(visit, file, fault, sentence):
    visit.page.context.route(file, fault)
    visit.open(CHAPTER)
    section = visit.wait(SLIDER, "failed")
    assert sentence in visit.status(SLIDER)
    assert "stays readable" in visit.status(SLIDER)
    assert visit.says(SLIDER) == FourthPurchase().sentence
    visit.page.context.unroute(file)
    section.get_by_role("button", name="Try again").click()
    visit.wait(SLIDER)
    slider = section.get_by_role("slider")
    slider.focus()
    slider.press("End")
    visit.until_says(SLIDER, FourthPurchase(end=545).sentence)


def test_a_browser_without_webassembly_is_told_so(visit):
    visit.page.add_init_script("delete globalThis.WebAssembly")
    visit.open(CHAPTER)
    visit.wait(SLIDER, "failed")
    assert "no WebAssembly" in visit.status(SLIDER)
    assert visit.says(SLIDER) == FourthPurchase().sentence


def test_a_browser_that_keeps_nothing_still_works(visit):
    visit.page.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    visit.open(CHAPTER)
    section = visit.wait(SLIDER)
    slider = section.get_by_role("slider")
    slider.focus()
    slider.press("End")
    visit.until_says(SLIDER, FourthPurchase(end=545).sentence)


def test_a_phone_waits_for_a_touch_and_names_the_size(visiting):
    with visiting(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as visit:
        fetched = []
        visit.page.context.on("request", lambda request: fetched.append(request.url))
        visit.open(CHAPTER)
        visit.section(SLIDER).scroll_into_view_if_needed()
        visit.page.wait_for_timeout(1000)
        assert visit.section(SLIDER).get_attribute("data-state") == "baked"
        assert " MB" in visit.status(SLIDER)
        assert not [url for url in fetched if "wasm" in url or "widgets.js" in url]
        visit.section(SLIDER).tap()
        visit.wait(SLIDER)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
