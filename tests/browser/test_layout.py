"""Nothing jumps: not when a page turns live, and not when the answer of a guess opens."""

import pytest
from fieldguide.kinds.guess import Guess

from tests.browser.conftest import CLOCK, chapters
from tests.browser.test_every_exercise import kind

PAGES = {path: names for path, names in chapters().items() if len(names) > 1}
GUESSES = [
    (path, name)
    for path, names in PAGES.items()
    for name in names
    if kind(name) and issubclass(kind(name), Guess)
]

#: What may shift in all, by the measure of the web's own layout-shift entries.
MOST = 0.02

WATCH = """() => {
  window.shifts = [];
  new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value)))
    .observe({type: "layout-shift", buffered: true});
}"""

HEIGHTS = """() => Object.fromEntries([...document.querySelectorAll("section.exercise")].map(
  (one) => [one.dataset.exercise, one.getBoundingClientRect().height]))"""

each_width = pytest.mark.parametrize("width", [1280, 360])


@pytest.fixture
def at(visiting):
    """Open a page in a window of a width, with its shifts counted from the start."""
    with visiting(viewport={"width": 1280, "height": 900}) as visit:

        def opened(path, width):
            visit.page.set_viewport_size({"width": width, "height": 900})
            visit.page.add_init_script(f"({WATCH})()")
            return visit.open(path)

        yield opened


def wake(visit, name):
    """Go to an exercise and touch it where a page waits for that."""
    section = visit.section(name)
    section.scroll_into_view_if_needed()
    section.click(position={"x": 5, "y": 5})


@each_width
@pytest.mark.parametrize("path", PAGES)
def test_turning_live_moves_nothing(at, path, width):
    visit = at(path, width)
    baked = visit.page.evaluate(HEIGHTS)
    wake(visit, PAGES[path][0])
    for name in PAGES[path]:
        visit.page.wait_for_function(
            "name => document.querySelector(`[data-exercise='${name}']`).dataset.state === 'live'",
            arg=name,
            polling=CLOCK,
        )
    visit.page.wait_for_timeout(300)  # a shift is reported after the frame in which it happened
    assert sum(visit.page.evaluate("() => window.shifts")) <= MOST
    live = visit.page.evaluate(HEIGHTS)
    assert {name for name in baked if abs(live[name] - baked[name]) > 1} == set()


@each_width
@pytest.mark.parametrize(("path", "name"), GUESSES)
def test_the_answer_of_a_guess_opens_in_its_own_place(at, path, name, width):
    visit = at(path, width)
    section, says = visit.section(name), visit.section(name).locator('[data-role="says"]')
    fold = section.locator("details").first
    wake(visit, name)
    visit.wait(name)
    height = lambda: section.bounding_box()["height"]  # noqa: E731
    closed = height()
    assert not says.is_visible(), "nobody reads the answer before the guess"
    # The guess about which there is most to say.
    ask = kind(name).ask
    steps = [
        ask.check(ask.low + step * ask.step) for step in range(round((ask.high - ask.low) / ask.step) + 1)
    ]
    talkative = max(steps, key=lambda guess: len(kind(name)(guess=guess, committed=True).sentence))
    readout = section.locator(".widget-readout")
    readout.fill(str(talkative))
    readout.press("Enter")
    section.get_by_role("button", name="This is my guess").click()
    visit.until_says(name, kind(name)(guess=talkative, committed=True).sentence)
    says.wait_for(state="visible")  # the sentence comes a moment before the fold opens
    assert abs(height() - closed) <= 1
    for shown in (False, True):
        fold.locator("summary").click()
        assert says.is_visible() == shown
        assert abs(height() - closed) <= 1


@each_width
@pytest.mark.parametrize(("path", "name"), GUESSES)
def test_before_python_is_there_it_opens_in_its_own_place_too(visiting, path, name, width):
    with visiting(java_script_enabled=False, viewport={"width": width, "height": 900}) as visit:
        visit.open(path)
        section = visit.section(name)
        closed = section.bounding_box()["height"]
        section.locator("details > summary").first.click()
        assert section.locator('[data-role="says"]').is_visible()
        assert abs(section.bounding_box()["height"] - closed) <= 1
