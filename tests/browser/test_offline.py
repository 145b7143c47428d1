"""What was opened once can be read and worked without a network; no page is made of two builds."""

import json

import pytest

from tests.browser.conftest import PATIENCE, UNDER
from tests.browser.small import SLIDER, Book, Host

OLD, NEW = "rgb(1, 2, 3)", "rgb(7, 8, 9)"


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """Two builds of a book: another text, another look, another exercise."""
    book = Book(tmp_path_factory.mktemp("small"))
    old = book.build("old")
    book.plain("A newer text.")
    book.color(NEW)
    book.chapter("one", SLIDER.format(name="How many now", value=7))
    book.model("two times")
    return old, book.build("new")


@pytest.fixture
def host(builds):
    host = Host(builds[0])
    yield host
    host.off()


@pytest.fixture
def reader(chromium, host):
    """A browser profile of its own, and a window in it."""
    context = chromium.new_context()
    context.add_init_script(USED)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    yield page
    context.close()
    assert not page.errors


#: What Python in a window used, as the page tells the worker that keeps it.
USED = "addEventListener('livepage:live', ({detail}) => { window.used = detail })"

#: The book's files that a window and its Python used.
USES = """below => [...performance.getEntriesByType("resource").map(({name}) => name), ...window.used ?? []]
    .map(one => new URL(one).pathname).filter(path => path.startsWith(below))"""

KEPT = """async paths => {
    const files = new Set();
    for (const name of await caches.keys())
        for (const {url} of await (await caches.open(name)).keys()) files.add(new URL(url).pathname);
    return paths.every(path => files.has(path)); }"""


def until_kept(page, *paths, uses=True):
    """Wait until the browser keeps files of the book and, unless told otherwise, all that the window uses."""
    wanted = [f"{UNDER}/{path}" for path in paths]
    for _ in range(120):
        if page.evaluate(KEPT, [*wanted, *(page.evaluate(USES, f"{UNDER}/") if uses else [])]):
            return
        page.wait_for_timeout(500)
    pytest.fail(f"{paths} are not kept; {page.said}")


def works(page, value, word="twice"):
    """Move the slider of chapter one by a step and see what Python says."""
    section = page.locator('[data-exercise="one"]')
    page.locator('[data-exercise="one"][data-state="live"]').wait_for()
    handle = section.get_by_role("slider")
    handle.focus()
    handle.press("ArrowRight")
    section.get_by_text(f"{word} is {2 * (value + 1)}", exact=True).wait_for()


def visit_one(page, host, value=3):
    page.goto(f"{host.root}/one.html")
    works(page, value)
    until_kept(page, "one.html", "_static/livepage/worker.js")


def color(page):
    return page.evaluate("getComputedStyle(document.body).color")


def picture(page):
    """What the picture says that the page shows: its address is the same in every build."""
    assert page.locator("article img, .body img").evaluate("one => one.naturalWidth") == 9
    return page.evaluate("async () => (await fetch(document.querySelector('img').src)).text()")


def caches(page):
    return page.evaluate("caches.keys()")


def until_gone(page, cache):
    """Wait until a newer build has taken over; Playwright's `wait_for_function` waits for no promise."""
    for _ in range(120):
        if cache not in caches(page):
            return
        page.wait_for_timeout(500)
    pytest.fail(f"{cache} is still kept; {page.said}")


def test_a_visited_chapter_works_without_a_network_after_a_reload_too(reader, host):
    visit_one(reader, host)
    host.off()
    reader.reload()
    works(reader, 3)
    assert color(reader) == OLD
    reader.goto("about:blank")
    reader.goto(f"{host.root}/one.html?from=a-bookmark#slider")
    works(reader, 3)
    host.on()


def test_a_visited_page_without_an_exercise_is_there_too(reader, host):
    reader.goto(f"{host.root}/plain.html")
    until_kept(reader, "plain.html", "_images/dot.svg")
    host.off()
    reader.reload()
    assert "Nothing live here" in reader.locator("body").text_content()
    assert OLD in picture(reader)
    host.on()


def test_what_python_starts_from_is_kept_once_for_the_whole_book(reader, host):
    visit_one(reader, host)
    reader.goto(f"{host.root}/two.html")
    until_kept(reader, "two.html")
    host.off()
    reader.reload()
    reader.locator('[data-exercise="two"][data-state="live"]').wait_for()
    host.on()


def test_a_page_that_was_never_opened_says_so_and_leads_back(reader, host):
    visit_one(reader, host)
    host.off()
    reader.goto(f"{host.root}/two.html")
    assert "has not been opened on this device yet" in reader.locator("main").text_content()
    back, again = reader.get_by_role("link").all_text_contents()
    assert back.startswith("Chapter one")
    assert again == "Try again"
    reader.get_by_role("link", name="Chapter one").click()
    works(reader, 3)
    host.on()
    reader.goto(f"{host.root}/two.html")
    assert "Chapter two" in reader.locator("h1").text_content()


def test_a_new_build_replaces_the_old_one_whole(reader, host, builds):
    for path in ("plain.html", "one.html"):
        reader.goto(f"{host.root}/{path}")
        until_kept(reader, path)
    works(reader, 3)
    until_kept(reader, "_static/livepage/worker.js")
    (before,) = caches(reader)
    host.site = builds[1]
    reader.reload()
    assert color(reader) == NEW
    assert reader.locator('[data-exercise="one"]').get_by_text("How many now").count()
    works(reader, 7, "two times")
    until_gone(reader, before)
    until_kept(reader, "one.html", "plain.html", "_static/look.css", "_static/livepage/worker.js")
    (after,) = caches(reader)
    assert after != before
    host.off()
    reader.reload()
    assert color(reader) == NEW
    works(reader, 7, "two times")
    # Opened in the old build alone: it was renewed with the rest.
    reader.goto(f"{host.root}/plain.html")
    assert "A newer text" in reader.locator("body").text_content()
    assert color(reader) == NEW
    assert NEW in picture(reader)
    host.on()


def test_the_first_page_of_a_new_build_gets_nothing_of_the_old_one(reader, host, builds):
    """The old worker is still in control, and the network has lost some files."""
    reader.goto(f"{host.root}/plain.html")
    until_kept(reader, "plain.html", "_images/dot.svg")
    visit_one(reader, host)
    host.site = builds[1]
    host.faults = {"livepage-offline.js": 500, "look.css": 503, "dot.svg": 503, "/base-": 503}
    reader.goto(f"{host.root}/plain.html")
    assert "A newer text" in reader.locator("body").text_content()
    assert color(reader) not in (OLD, NEW), "rather no look than the old one"
    assert reader.locator("img").evaluate("one => one.naturalWidth") == 0
    reader.goto(f"{host.root}/one.html")
    section = reader.locator('[data-exercise="one"][data-state="failed"]')
    section.wait_for()
    assert "Python could not be loaded" in section.locator(".lp-status").text_content()
    assert "How many now" in section.text_content()
    host.faults = {}
    section.get_by_role("button", name="Try again").click()
    works(reader, 7, "two times")


def test_an_old_page_gets_nothing_of_a_new_build(reader, host, builds):
    """The page was kept, the network lies behind a server that fails, then has the new build."""
    host.headers = {"Cache-Control": "no-store"}
    reader.goto(f"{host.root}/plain.html")
    until_kept(reader, "plain.html", "_images/dot.svg")
    reader.evaluate(
        "async () => { for (const name of await caches.keys()) await (await caches.open(name))"
        ".delete(document.querySelector('img').src) }"
    )
    host.site = builds[1]
    host.faults = {"plain.html": 503, "livepage-offline.js": 500}
    host.asked.clear()
    reader.reload()
    assert "Nothing live here" in reader.locator("body").text_content(), "as it was kept"
    assert color(reader) == OLD
    assert reader.locator("img").evaluate("one => one.naturalWidth") == 0, (
        "the network's picture is another build's"
    )
    assert f"{UNDER}/_images/dot.svg" in host.asked


def test_a_deployment_that_is_half_done_poisons_nothing(reader, host, builds, tmp_path):
    """The new pages and the new worker are out, a file is still the old one: it is not kept as the new."""
    new = builds[1]
    old_dot = (builds[0] / "_images" / "dot.svg").read_bytes()
    half = tmp_path / "half"
    half.mkdir()
    for file in new.iterdir():
        (half / file.name).symlink_to(file)
    (half / "_images").unlink()
    (half / "_images").mkdir()
    (half / "_images" / "dot.svg").write_bytes(old_dot)
    host.site = half
    reader.goto(f"{host.root}/plain.html")
    until_kept(reader, "_static/look.css", uses=False)
    reader.wait_for_timeout(2000)
    assert not reader.evaluate(KEPT, [f"{UNDER}/_images/dot.svg"])
    assert not reader.evaluate(KEPT, [f"{UNDER}/plain.html"]), (
        "a page is kept with all of its files or not at all"
    )
    host.site = new
    reader.reload()
    until_kept(reader, "plain.html", "_images/dot.svg")
    host.off()
    reader.reload()
    assert NEW in picture(reader)
    host.on()


def test_other_books_of_the_same_host_are_left_alone(reader, host):
    reader.goto(f"{host.origin}{UNDER}/plain.html")
    reader.evaluate(
        "async () => (await caches.open('livepage /some/guidebook/ other 1')).put('/x', new Response('x'))"
    )
    until_kept(reader, "plain.html")
    registrations = "async () => (await navigator.serviceWorker.getRegistrations()).map(one => one.scope)"
    assert reader.evaluate(registrations) == [f"{host.root}/"]
    own = [name for name in caches(reader) if "guidebook" not in name]
    assert [name.split()[:3] for name in own] == [["livepage", f"{UNDER}/", "small"]]
    assert len(caches(reader)) == 2
    before = len(host.asked)
    reader.evaluate(f"async () => (await fetch('{UNDER}/not-of-the-book.txt')).status")
    assert host.asked[before:] == [f"{UNDER}/not-of-the-book.txt"], "asked once, by the page itself"


def test_errors_and_parts_of_files_are_not_kept(reader, host):
    host.faults = {"dot.svg": 404}
    visit_one(reader, host)
    reader.goto(f"{host.root}/plain.html")
    reader.evaluate("async () => (await fetch('_static/look.css', {headers: {Range: 'bytes=0-3'}})).text()")
    reader.wait_for_timeout(2000)
    assert not reader.evaluate(KEPT, [f"{UNDER}/_images/dot.svg"])


@pytest.fixture(params=["forbidden", "full", "no registration", "no service workers"])
def without(request, reader, host, builds, tmp_path):
    """Browsers and hosts that keep nothing, each in its own way."""
    if request.param == "no service workers":
        reader.add_init_script("delete Navigator.prototype.serviceWorker")
    if request.param == "no registration":
        host.faults = {"livepage-offline.js": 404}
    if request.param == "full":
        reader.goto(f"{host.origin}/nothing")
        session = reader.context.new_cdp_session(reader)
        session.send("Storage.overrideQuotaForOrigin", {"origin": host.origin, "quotaSize": 1000})
    if request.param == "forbidden":
        forbidden = tmp_path / "forbidden"
        forbidden.mkdir()
        for file in builds[0].iterdir():
            (forbidden / file.name).symlink_to(file)
        script = forbidden / "livepage-offline.js"
        program = script.read_text()
        script.unlink()
        refuse = "() => Promise.reject(new DOMException('No.', 'SecurityError'))"
        script.write_text(
            f"for (const way of ['open', 'keys', 'match', 'delete']) caches[way] = {refuse};\n{program}"
        )
        host.site = forbidden
    return request.param


def test_where_nothing_can_be_kept_everything_else_works(without, reader, host):
    reader.goto(f"{host.root}/one.html")
    works(reader, 3)
    reader.wait_for_timeout(1500)
    reader.reload()
    works(reader, 3)
    assert color(reader) == OLD
    if without == "full":
        assert not reader.evaluate(KEPT, [f"{UNDER}/one.html"])
        session = reader.context.new_cdp_session(reader)
        session.send("Storage.overrideQuotaForOrigin", {"origin": host.origin})


def test_the_listing_is_of_the_site_as_it_stands(builds):
    told = [
        json.loads(
            (site / "livepage-offline.js")
            .read_text()
            .split("\n")[0]
            .removeprefix("self.livepage = ")
            .rstrip(";")
        )
        for site in builds
    ]
    assert told[0]["build"] != told[1]["build"]
    assert {
        path for site in builds for path in told[builds.index(site)]["files"] if not (site / path).is_file()
    } == set()
    assert {"index.html", "one.html", "plain.html", "_images/dot.svg"} <= set(told[0]["files"])
    assert "livepage-offline.js" not in told[0]["files"]


def test_it_waits_until_the_page_is_at_rest(reader, host):
    visit_one(reader, host)
    script = next(n for n, path in enumerate(host.asked) if path.endswith("livepage-offline.js"))
    for part in ("/wasm-", "/base-", "/snapshot-"):
        assert any(part in path for path in host.asked[:script]), "Python comes first"
