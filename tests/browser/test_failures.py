"""Whatever goes wrong, the chapter stays readable, a sentence says what happened, and the next move works."""

import json

import pytest
from fieldguide.controls import Words
from fieldguide.exercises.fourth_purchase import FourthPurchase
from playwright.sync_api import expect

from tests.browser.conftest import CHAPTER, CLOCK, SLIDER, chapters, kind


def damaged(route):
    """Answer with the right length and a wrong byte."""
    answer = route.fetch()
    body = bytearray(answer.body())
    body[len(body) // 2] ^= 0xFF
    route.fulfill(response=answer, body=bytes(body))


def another(route):
    """Answer with a file that unpacks to the same, but is not the same: gzip's date is another."""
    answer = route.fetch()
    body = bytearray(answer.body())
    body[4] ^= 0xFF
    route.fulfill(response=answer, body=bytes(body))


def cut_short(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.body()[:1000])


def missing(route):
    route.fulfill(status=404)


def no_network(route):
    route.abort("internetdisconnected")


def try_again(visit):
    visit.section(SLIDER).get_by_role("button", name="Try again").click()
    visit.wait(SLIDER)


@pytest.mark.parametrize(
    ("file", "fault", "sentence"),
    [
        ("**/files/wasm-*", missing, "is missing on the server"),
        ("**/files/wasm-*", damaged, "arrived damaged"),
        ("**/files/engine-*", missing, "is missing on the server"),
        ("**/files/engine-*", another, "arrived damaged"),
        ("**/files/base-*", cut_short, "arrived damaged"),
        ("**/files/numpy-*", missing, "is missing on the server"),
        ("**/files/matplotlib-*", another, "arrived damaged"),
        ("**/livepage/files/*", no_network, "the network is gone"),
        ("**/livepage/widgets.js*", no_network, "could not be loaded"),
        ("**/livepage/worker.js*", missing, "could not be loaded"),
    ],
)
def test_a_fault_is_told_and_trying_again_works(visit, file, fault, sentence):
    visit.page.context.route(file, fault)
    visit.open(CHAPTER)
    visit.wait(SLIDER, "failed")
    assert sentence in visit.status(SLIDER)
    assert "stays readable" in visit.status(SLIDER)
    assert visit.says(SLIDER) == FourthPurchase().sentence
    visit.page.context.unroute(file)
    try_again(visit)
    visit.moves()


@pytest.fixture
def warnings(visit):
    """What the page's console says, as it comes."""
    said = []
    visit.page.on("console", lambda message: said.append(message.text))
    return said


@pytest.mark.parametrize("fault", [missing, cut_short, damaged, another, no_network])
def test_without_its_snapshot_python_starts_slower_and_works(visit, warnings, fault):
    visit.page.context.route("**/files/snapshot-*", fault)
    visit.open(CHAPTER).moves()
    assert any("starts without a snapshot" in text for text in warnings)


def test_a_snapshot_that_does_not_load_is_done_without(visit, warnings):
    """Memory of the right size that is no interpreter's, from a site that believes it is right."""
    visit.page.add_init_script(
        """const parse = JSON.parse;
        JSON.parse = (text) => {
          const told = parse(text);
          if (told?.files?.snapshot) told.files.snapshot = told.files.base;
          return told;
        };"""
    )
    visit.open(CHAPTER).moves()
    assert any("The snapshot did not load" in text for text in warnings)


def test_a_module_that_the_slim_packages_lack_is_fetched_whole(visit):
    """Modules and a font that no exercise needs; and a module of the standard library."""
    fetched = []
    visit.page.context.on("request", lambda request: fetched.append(request.url.rsplit("/", 1)[-1]))
    visit.open(CHAPTER)
    visit.wait(SLIDER)
    [worker] = visit.page.workers
    whole = [name for name in fetched if name.startswith("whole-")]
    assert not whole, "what the exercises need is in the slim packages"
    for code in (
        "import numpy.polynomial.legendre as found; found.legval(0.5, [1, 2])",
        "import pandas as found; found.cut(found.Series([1, 2, 3]), 2).astype(str).to_frame().to_html()",
        "import wave as found; found.__name__",
        "import matplotlib.pyplot as found; found.rc('font', family='DejaVu Serif'); "
        "import io; found.plot([1, 2]); found.savefig(io.BytesIO(), format='svg')",
    ):
        worker.evaluate("code => { self.livepage.python.runPython(code) }", code)
    for package in ("numpy", "pandas", "stdlib", "matplotlib"):
        assert any(name.startswith(f"whole-{package}") for name in fetched), package
    visit.moves()


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
    visit.wait(SLIDER)
    visit.moves()


def test_full_storage_is_told_and_nothing_stops(visit):
    visit.page.add_init_script(
        """const setItem = Storage.prototype.setItem;
        window.room = false;
        Storage.prototype.setItem = function (...given) {
          if (!window.room) throw new DOMException("full", "QuotaExceededError");
          setItem.apply(this, given);
        };"""
    )
    visit.open(CHAPTER)
    visit.wait(SLIDER)
    visit.moves()
    visit.until_status(SLIDER, "this browser's storage is full")
    visit.page.evaluate("() => { window.room = true }")
    visit.section(SLIDER).get_by_role("slider").press("Home")
    visit.until_says(SLIDER, FourthPurchase(end=90).sentence)
    visit.until_status(SLIDER)
    visit.until_kept(SLIDER, end=90)


def test_rubbish_in_the_storage_is_set_aside_with_a_sentence(visit):
    visit.open(CHAPTER)
    for text in ("{not json", '{"version": 1, "values": {"end": "<b>"}}', "[]"):
        visit.page.evaluate(
            "text => localStorage.setItem('livepage:from-crm-to-cx:fourth-purchase', text)", text
        )
        visit.page.reload()
        section = visit.wait(SLIDER)
        assert section.get_by_role("alert").text_content().strip(), text
        assert visit.says(SLIDER) == FourthPurchase().sentence
        visit.moves()
        visit.until_kept(SLIDER, end=545)
        kept = visit.page.evaluate("() => Object.values({...localStorage})")
        assert text in " ".join(kept) or any(text in one for one in kept), "nothing is thrown away"
        visit.page.evaluate("() => localStorage.clear()")


def test_two_tabs_of_a_book_do_not_undo_each_other(visiting, visit):
    visit.open(CHAPTER)
    visit.wait(SLIDER)
    other = visit.page.context.new_page()
    other.goto(f"{visit.book}/intro.html")
    other.locator("section.exercise").first.evaluate("section => section.scrollIntoViewIfNeeded()")
    other.wait_for_function(
        "() => document.querySelector('section.exercise').dataset.state === 'live'", polling=CLOCK
    )
    visit.page.bring_to_front()
    visit.moves()
    visit.until_kept(SLIDER, end=545)
    # What was answered in the one tab goes along when the answers are carried out in the other.
    other.bring_to_front()
    [worker] = other.workers
    for _ in range(100):
        kept = worker.evaluate(
            "() => self.livepage.python.runPython('from fieldguide import answers; answers.exported()')"
        )
        if '"end": 545' in kept:
            break
        other.wait_for_timeout(200)
    assert json.loads(kept)["answers"][SLIDER]["values"]["end"] == 545


def test_what_another_tab_keeps_does_not_end_a_start(visit):
    """Python that is still starting is handed what was kept meanwhile."""
    visit.open(CHAPTER)
    visit.go(SLIDER)
    visit.page.wait_for_function("() => document.querySelector('[data-state=starting]')", polling=CLOCK)
    visit.page.evaluate(
        """() => dispatchEvent(new StorageEvent("storage", {
          key: "livepage:from-crm-to-cx:fourth-purchase",
          newValue: JSON.stringify({version: 1, values: {end: 180}}),
        }))"""
    )
    visit.wait(SLIDER)
    visit.until_says(SLIDER, FourthPurchase(end=180).sentence)
    visit.moves()


def test_a_phone_waits_for_a_touch_and_names_the_size(visiting):
    with visiting(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as visit:
        fetched = []
        visit.page.context.on("request", lambda request: fetched.append(request.url))
        visit.open(CHAPTER)
        visit.go(SLIDER)
        visit.page.wait_for_timeout(1000)
        assert visit.section(SLIDER).get_attribute("data-state") == "baked"
        assert " MB" in visit.status(SLIDER)
        assert not [url for url in fetched if "/files/" in url or "widgets.js" in url]
        visit.section(SLIDER).tap()
        visit.wait(SLIDER)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360


# Python ends ------------------------------------------------------------------------------------------------

#: Remembers the page's workers, so that a test can end one as a browser does that has no memory left: with no
#: word to the page.
REMEMBERING = """
const Real = Worker;
window.workers = [];
window.Worker = class extends Real {
  constructor(...given) {
    super(...given);
    workers.push(this);
    if (workers.length === window.stillborn) this.terminate();
    this.addEventListener("message", ({ data }) => { if (data.kind === "holding") this.holds = true; });
  }
};
window.endWhen = (condition) => new Promise((done) => {
  const look = () => {
    if (!condition()) return setTimeout(look, 1);
    Real.prototype.terminate.call(workers.at(-1));
    done();
  };
  look();
});
"""

HOLDS = "() => endWhen(() => workers.at(-1)?.holds)"
STATUS = "() => endWhen(() => document.querySelector('.lp-status').textContent.includes('%s'))"
MARKED = "() => endWhen(() => performance.getEntriesByName('exercise:fourth-purchase:%s').length)"


@pytest.mark.parametrize(
    "phase",
    [HOLDS, STATUS % "Starting Python …", MARKED % "controls", MARKED % "live"],
    ids=["fetching", "starting", "controls stand", "idle"],
)
def test_python_that_ends_is_missed_in_every_phase(visit, phase):
    visit.page.add_init_script(REMEMBERING)
    visit.page.add_init_script(
        "localStorage.setItem('livepage:from-crm-to-cx:fourth-purchase',"
        " JSON.stringify({version: 1, values: {end: 180}}))"
    )
    visit.open(CHAPTER)
    visit.go(SLIDER)
    visit.page.evaluate(phase)
    visit.wait(SLIDER, "failed")
    assert "Python has ended" in visit.status(SLIDER)
    assert "your answers are kept" in visit.status(SLIDER)
    try_again(visit)
    visit.until_says(SLIDER, FourthPurchase(end=180).sentence)
    visit.moves()


def test_python_that_ends_before_it_says_a_word_is_missed_after_a_minute(visit):
    """It holds nothing yet that it could let go of."""
    visit.page.add_init_script(REMEMBERING)
    visit.page.add_init_script("window.stillborn = 2")  # the first one unpacks the snapshot
    visit.open(CHAPTER)
    visit.wait(SLIDER, "failed")
    assert "Python does not answer" in visit.status(SLIDER)
    try_again(visit)
    visit.moves()


def test_python_that_ends_while_it_computes_is_missed(visit):
    visit.page.add_init_script(REMEMBERING)
    visit.open(CHAPTER)
    visit.wait(SLIDER)
    visit.moves()
    visit.page.workers[0].evaluate("() => { setTimeout(() => { for (;;); }) }")
    slider = visit.section(SLIDER).get_by_role("slider")
    slider.press("Home")
    visit.page.evaluate("() => endWhen(() => true)")
    visit.wait(SLIDER, "failed")
    try_again(visit)
    visit.until_says(SLIDER, FourthPurchase(end=545).sentence)
    visit.moves()


def test_a_computation_that_takes_long_is_told_and_can_be_stopped(visit):
    visit.open(CHAPTER)
    section = visit.wait(SLIDER)
    visit.moves()
    [worker] = visit.page.workers
    worker.evaluate(
        "() => self.livepage.python.runPython("
        "'from fieldguide.exercises.fourth_purchase import FourthPurchase as one\\n"
        "def forever(self, values):\\n    while True:\\n        pass\\n"
        "one.compute = forever')"
    )
    section.get_by_role("slider").focus()
    section.get_by_role("slider").press("Home")
    section.get_by_role("button", name="Stop it").click()
    visit.wait(SLIDER)
    visit.until_says(SLIDER, FourthPurchase(end=545).sentence)
    visit.moves()


def test_an_exercise_that_fails_says_so_and_works_at_the_next_move(visit):
    visit.open(CHAPTER)
    section = visit.wait(SLIDER)
    [worker] = visit.page.workers
    worker.evaluate(
        "() => self.livepage.python.runPython("
        "'from fieldguide.exercises.fourth_purchase import FourthPurchase as one\\n"
        "rightly = one.compute\\n"
        'def once(self, values):\\n    one.compute = rightly\\n    raise KeyError("<b>odd</b>")\\n'
        "one.compute = once')"
    )
    before = visit.says(SLIDER)
    section.get_by_role("slider").focus()
    section.get_by_role("slider").press("ArrowRight")
    alert = section.get_by_role("alert")
    alert.wait_for()
    assert "could not be computed (KeyError" in alert.text_content()
    assert "<b>odd</b>" in alert.text_content(), "what an error says is text"
    assert visit.says(SLIDER) == before
    visit.moves()
    expect(section.get_by_role("alert")).to_have_count(0, timeout=20_000)  # taken back after the sentence


# What readers write -----------------------------------------------------------------------------------------

MARKUP = (
    "<img src=x onerror='window.run=1'><script>window.run=1</script></textarea><b data-mine>bold</b> & \"'"
)


@pytest.mark.parametrize("path", sorted(chapters()))
def test_markup_in_every_field_is_text(visit, path):
    visit.open(path)
    filled = 0
    for name in chapters()[path]:
        section = visit.wait(name)
        for field in section.locator("textarea:visible, input[type=text]:visible").all():
            field.fill(MARKUP)
            field.blur()
            filled += 1
        # What was written is shown again by what comes of it, at once and after the page is read anew.
        for option in section.locator("select:visible, input[type=radio]:visible").all()[:8]:
            if option.evaluate("one => one.matches('select')"):
                option.select_option(index=1)
            else:
                option.check()
    # What is kept was taken by Python: a reload in the middle of a computation would lose the last of it.
    visit.page.wait_for_function(
        """([text, times]) => Object.values({...localStorage}).join("")
        .split(JSON.stringify(text).slice(1, -1)).length > times""",
        arg=[MARKUP, filled],
        polling=CLOCK,
    )
    visit.page.reload()
    for name in chapters()[path]:
        visit.wait(name)
    visit.page.wait_for_timeout(500)
    assert visit.page.evaluate("() => window.run") is None
    assert not visit.page.locator("[data-mine], section.exercise img[src=x]").count()
    fields = visit.page.locator("section.exercise").locator("textarea, input[type=text]")
    written = [one for one in fields.evaluate_all("all => all.map(one => one.value)") if one == MARKUP]
    assert len(written) == filled, "what was written is kept, letter by letter"
    asked = [control for name in chapters()[path] if kind(name) for control in kind(name).controls]
    assert bool(filled) == any(isinstance(control, Words) for control in asked)


def test_fields_with_markup_are_among_those_that_are_tried():
    """Otherwise the test above would try nothing."""
    asking = {"quick-audit", "who-owns-the-customer", "your-plan"}
    assert asking <= {name for names in chapters().values() for name in names}
    assert all(any(isinstance(control, Words) for control in kind(name).controls) for name in asking)
