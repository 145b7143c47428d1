"""One slider, moved in every way that readers move one."""

import re

from fieldguide.exercises.fourth_purchase import FourthPurchase

from tests.browser.conftest import CHAPTER, CLOCK, SLIDER

CONTROL = FourthPurchase.every_control()["end"]


def handle(visit):
    visit.open(CHAPTER)
    visit.wait(SLIDER)
    return visit.section(SLIDER).get_by_role("slider")


def test_five_moves_give_five_new_sentences_and_figures(visit):
    slider = handle(visit)
    slider.focus()
    seen = [(visit.says(SLIDER), visit.figure(SLIDER))]
    for step in range(1, 6):
        slider.press("ArrowRight")
        end = CONTROL.default + step * CONTROL.step
        visit.until_says(SLIDER, FourthPurchase(end=end).sentence)
        visit.page.wait_for_function(
            "([name, before]) => before !=="
            " document.querySelector(`[data-exercise='${name}'] [data-role=figure]`).innerHTML",
            arg=[SLIDER, seen[-1][1]],
            polling=CLOCK,
        )
        seen.append((visit.says(SLIDER), visit.figure(SLIDER)))
    assert len({says for says, _ in seen}) == 6
    assert len({figure for _, figure in seen}) == 6


#: Watches how often the sentence changes, and moves a grabbed handle faster than anything can be drawn.
DRAG = """([name, from, to, y]) => {
  window.redraws = 0;
  const says = document.querySelector(`[data-exercise='${name}'] [data-role=says]`);
  new MutationObserver(() => window.redraws++).observe(says, {childList: true, subtree: true});
  for (let step = 0; step < 60; step++) {
    const clientX = from + ((to - from) * step) / 59;
    document.documentElement.dispatchEvent(
      new MouseEvent("mousemove", {clientX, clientY: y, buttons: 1, bubbles: true}));
  }
}"""


def test_a_fast_drag_ends_on_its_last_value(visit):
    slider = handle(visit)
    box = slider.bounding_box()
    track = visit.section(SLIDER).locator(".slider-container").first.bounding_box()
    mouse, middle = visit.page.mouse, box["y"] + box["height"] / 2
    mouse.move(box["x"] + box["width"] / 2, middle)
    mouse.down()
    first, last = (track["x"] + track["width"] * part for part in (0.1, 0.9))
    visit.page.evaluate(DRAG, [SLIDER, first, last, middle])
    mouse.move(last, middle)
    mouse.up()
    end = int(re.sub(r"\D", "", visit.section(SLIDER).locator(".widget-readout").first.text_content()))
    assert end > CONTROL.default
    visit.until_says(SLIDER, FourthPurchase(end=end).sentence)
    visit.page.wait_for_timeout(500)
    assert visit.says(SLIDER) == FourthPurchase(end=end).sentence, "no stale value comes in later"
    redraws = visit.page.evaluate("() => window.redraws")
    assert 1 <= redraws <= 5, "the first and the latest values, never a queue of all of them"


def test_the_keyboard_alone_reaches_and_moves_it(visit):
    visit.open(CHAPTER)
    visit.wait(SLIDER)
    page = visit.page
    page.locator(f'[data-exercise="{SLIDER}"]').evaluate("one => { one.tabIndex = -1; one.focus() }")
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('role')") == "slider":
            break
    slider = page.evaluate(
        "['aria-label', 'aria-valuetext'].map(name => document.activeElement.getAttribute(name))"
    )
    assert slider == [CONTROL.described, str(CONTROL.default)]
    page.keyboard.press("End")
    visit.until_says(SLIDER, FourthPurchase(end=CONTROL.high).sentence)
    page.keyboard.press("Home")
    visit.until_says(SLIDER, FourthPurchase(end=CONTROL.low).sentence)
    assert page.evaluate("document.activeElement.getAttribute('role')") == "slider", "the focus stays"
    assert page.evaluate("document.activeElement.getAttribute('aria-valuetext')") == str(CONTROL.low)


def test_the_sentence_is_announced_by_one_region_that_lasts(visit):
    visit.open(CHAPTER)
    region = visit.section(SLIDER).locator('[data-role="says"][aria-live="polite"]')
    region.evaluate("one => window.region = one")
    visit.wait(SLIDER)
    slider = visit.section(SLIDER).get_by_role("slider")
    slider.focus()
    slider.press("End")
    visit.until_says(SLIDER, FourthPurchase(end=CONTROL.high).sentence)
    assert region.evaluate("one => one === window.region && one.isConnected")


def test_two_exercises_of_a_page_do_not_disturb_each_other(visit):
    slider = handle(visit)
    visit.wait("stitch-or-split")
    other = visit.says("stitch-or-split")
    slider.focus()
    slider.press("End")
    visit.until_says(SLIDER, FourthPurchase(end=CONTROL.high).sentence)
    assert visit.says("stitch-or-split") == other
    assert (
        visit.page.evaluate("window.performance.getEntriesByName('exercise:stitch-or-split:live').length")
        == 1
    )


def test_controls_answer_before_the_figure_is_python_s(visit):
    handle(visit)
    marks = visit.page.evaluate(
        "Object.fromEntries(performance.getEntriesByType('mark').map(m => [m.name, m.startTime]))"
    )
    assert marks[f"exercise:{SLIDER}:controls"] < marks[f"exercise:{SLIDER}:live"]
