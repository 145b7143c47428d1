"""What a reader answers stays with the reader: neither page nor Python can connect to any other host."""

import json

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import CHAPTER, CLOCK, HTML, PATIENCE, SLIDER, chapters
from tests.browser.small import Book, Host
from tests.browser.test_pages import pages

#: Ways by which a script sends something away; each is handed an address, and rejects when it is refused.
OF_SCRIPTS = {
    "fetch": "async a => (await fetch(a)).status",
    "fetch that sends": "async a => (await fetch(a, {mode: 'no-cors', method: 'POST', body: 'x'})).type",
    "XMLHttpRequest": """a => new Promise((ok, no) => { const one = new XMLHttpRequest();
        one.open('GET', a); one.onload = ok; one.onerror = no; one.send() })""",
    "XMLHttpRequest that waits": """async a => { const one = new XMLHttpRequest();
        one.open('GET', a, false); one.send(); return one.status }""",
    "EventSource": """a => new Promise((ok, no) => { const one = new EventSource(a);
        one.onopen = ok; one.onerror = () => { one.close(); no() } })""",
    "import": "a => import(a + '/x.js')",
}
WEBSOCKET = """a => new Promise((ok, no) => { const one = new WebSocket(a.replace('http', 'ws'));
    one.onopen = ok; one.onerror = no })"""
BY_ELEMENT = """a => new Promise((ok, no) => { const one = document.createElement('%s');
    one.onload = ok; one.onerror = no; %s; document.body.append(one) })"""
OF_PAGES = {
    "img": BY_ELEMENT % ("img", "one.src = a"),
    "script": BY_ELEMENT % ("script", "one.src = a"),
    "style": BY_ELEMENT % ("link", "one.rel = 'stylesheet'; one.href = a"),
    "prefetch": BY_ELEMENT % ("link", "one.rel = 'prefetch'; one.href = a"),
    "object": BY_ELEMENT % ("object", "one.data = a"),
    "video": BY_ELEMENT % ("video", "one.src = a"),
}
#: Those that tell nobody that they were refused.
SILENT = {
    "sendBeacon": "a => navigator.sendBeacon(a, 'x')",
    "form": """a => { const one = document.createElement('form'); one.action = a; one.method = 'post';
        document.body.append(one); one.submit() }""",
    "frame": "a => { const one = document.createElement('iframe'); one.src = a; document.body.append(one) }",
    "background": "a => { document.body.style.backgroundImage = `url(${a})` }",
    "font": "a => { new FontFace('odd', `url(${a})`).load().catch(() => {}) }",
    "ping": """a => { const one = document.createElement('a'); one.href = '#'; one.ping = a;
        document.body.append(one); one.click() }""",
}
OF_WORKERS = {
    "importScripts": "async a => importScripts(a)",
    "a worker in the worker": """a => new Promise((ok, no) => {
        const one = new Worker(URL.createObjectURL(new Blob(
            [`fetch(${JSON.stringify(a)}).then(() => postMessage(1), () => postMessage(0))`])));
        one.onmessage = ({data}) => data ? ok() : no() })""",
}
#: Python's own, and what it can reach of the browser's; each line is awaited or returns.
OF_PYTHON = {
    "pyodide.http.pyfetch": "import pyodide.http\nreturn (await pyodide.http.pyfetch(address)).status",
    "pyodide.http.open_url": "import pyodide.http\nreturn pyodide.http.open_url(address).read()",
    "js.fetch": "import js\nreturn (await js.fetch(address)).status",
    "js.XMLHttpRequest": (
        "import js\none = js.XMLHttpRequest.new()\none.open('GET', address, False)\n"
        "one.send()\nreturn one.status"
    ),
    "js.importScripts": "import js\nreturn js.importScripts(address)",
    "urllib": "import urllib.request\nreturn urllib.request.urlopen(address, timeout=2).status",
    "socket": (
        "import socket, urllib.parse\nplace = urllib.parse.urlsplit(address)\n"
        "one = socket.create_connection((place.hostname, place.port), 2)\n"
        "one.sendall(b'GET / HTTP/1.0\\r\\n\\r\\n')\nreturn one.recv(9)"
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return Book(tmp_path_factory.mktemp("small")).build("site")


@pytest.fixture(scope="module")
def home(site):
    """The book's host."""
    host = Host(site)
    yield host
    host.off()


@pytest.fixture
def elsewhere():
    """Another host, which would answer everybody."""
    host = Host()
    yield host
    host.off()


def tried(run, way, address):
    """Try a way in a page or a worker: did it get an answer? Some that are refused are never told."""
    return run(
        f"""address => Promise.race([new Promise(done => setTimeout(done, 3000, false)),
        Promise.resolve(address).then({way}).then(() => true, () => false)])""",
        address,
    )


@pytest.fixture(scope="module")
def live(chromium, home):
    """The small book's console, live, in a page that is bound by its policy."""
    context = chromium.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{home.root}/two.html")
    page.locator('[data-exercise="two"][data-state="live"]').wait_for()
    yield page
    context.close()


def python(page, code):
    """Run Python in the page's worker and return what it says came of it."""
    field = page.get_by_role("textbox", name="Python")
    said = page.locator('[data-exercise="two"] code')
    field.fill(json.dumps(code))
    said.evaluate_all("all => all.forEach(one => one.remove())")  # what the last call said is not this one's
    field.press("Enter")
    said.wait_for()
    return said.text_content()


@pytest.mark.parametrize("path", [*pages(), "search.html", "genindex.html"])
def test_every_page_has_the_policy_before_any_script(path):
    page = BeautifulSoup((HTML / path).read_text(encoding="utf-8"), "html.parser")
    policy = page.head.find("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy
    assert not policy.find_all_previous(["script", "link", "style", "img"])
    assert "connect-src 'self' blob: data:;" in policy["content"]
    assert "http" not in policy["content"]


def test_no_page_breaks_its_own_policy(visiting):
    for path in [*pages(), "search.html", "genindex.html"]:
        with visiting() as visit:
            said = []
            visit.page.on("console", lambda message, said=said: said.append(message.text))
            visit.open(path)
            for name in chapters().get(path, ()):
                visit.wait(name)
            assert not [text for text in said if "Content Security Policy" in text], path
            assert not visit.errors, path


def test_from_the_page_nothing_reaches_another_host(live, elsewhere):
    ways = {**OF_SCRIPTS, "WebSocket": WEBSOCKET, **OF_PAGES}
    assert {name: tried(live.evaluate, way, elsewhere.origin) for name, way in ways.items()} == dict.fromkeys(
        ways, False
    )
    address = live.url
    for way in SILENT.values():
        live.evaluate(f"address => void ({way})(address)", elsewhere.origin)
    live.wait_for_timeout(500)
    assert live.url.startswith(address)
    assert elsewhere.asked == []


def test_from_the_worker_nothing_reaches_another_host(live, elsewhere, home):
    (worker,) = live.workers
    ways = {**OF_SCRIPTS, "WebSocket": WEBSOCKET, **OF_WORKERS}
    assert {
        name: tried(worker.evaluate, way, elsewhere.origin) for name, way in ways.items()
    } == dict.fromkeys(ways, False)
    assert elsewhere.asked == []
    # The worker's own script, started from its address, would be bound by nothing: it does not run.
    assert not worker.evaluate(
        """address => new Promise(done => { const one = new Worker(address);
        one.onmessage = () => done(true);
        one.onerror = event => { event.preventDefault(); done(false) };
        one.postMessage({kind: 'start', id: 1}) })""",
        f"{home.root}/_static/livepage/worker.js",
    )


def test_from_python_nothing_reaches_another_host(live, elsewhere):
    for name, way in OF_PYTHON.items():
        said = python(live, f"address = {elsewhere.origin!r} + '/{len(name)}'\n{way}")
        assert said.startswith("refused: "), name
    assert elsewhere.asked == []


def test_the_same_ways_reach_the_books_own_host(live, home):
    """What is refused above is refused for where it leads, not because it could not work."""
    address = f"{home.root}/plain.html"
    working = [*OF_SCRIPTS.values()][:4]
    assert [tried(live.evaluate, way, address) for way in working] == [True] * 4
    assert [tried(live.workers[0].evaluate, way, address) for way in working] == [True] * 4
    assert tried(live.evaluate, OF_PAGES["img"], f"{home.root}/_images/dot.svg")
    for name in ["pyodide.http.pyfetch", "js.fetch", "js.XMLHttpRequest"]:
        assert python(live, f"address = {address!r} + '?{len(name)}'\n{OF_PYTHON[name]}") == "200", name
    said = python(live, f"address = {address!r}\n{OF_PYTHON['pyodide.http.open_url']}")
    assert "Nothing live here" in said


def test_without_a_policy_the_same_ways_do_reach_another_host(chromium, home, elsewhere):
    """The other host answers, and the tries are real."""
    context = chromium.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(f"{home.root}/plain.html")
    ways = [OF_SCRIPTS["fetch"], OF_SCRIPTS["XMLHttpRequest that waits"], *SILENT.values()]
    for way in ways:
        before = len(elsewhere.asked)
        page.evaluate(f"address => void ({way})(address)", elsewhere.origin + "/x")
        for _ in range(200):
            if len(elsewhere.asked) > before:
                break
            page.wait_for_timeout(100)
        assert len(elsewhere.asked) > before, way
        page.wait_for_timeout(300)  # a form leads away
        page.goto(f"{home.root}/plain.html")
    context.close()


def test_an_exercise_asks_its_own_host_alone(visit):
    """A whole visit, with the browser's own account of who was asked."""
    visit.open(CHAPTER)
    section = visit.wait(SLIDER)
    before = visit.says(SLIDER)
    handle = section.get_by_role("slider")
    handle.focus()
    handle.press("End")
    visit.page.wait_for_function(
        "([name, before]) => document.querySelector(`[data-exercise='${name}'] [data-role=says]`)"
        ".textContent.trim() !== before",
        arg=[SLIDER, before],
        polling=CLOCK,
    )
    assert not visit.foreign
    assert not visit.errors
