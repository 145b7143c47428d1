"""The policy as a book chooses it; what browsers make of it is tried in tests/browser."""

import pytest
from livepage.policy import POLICY, policy, refused, with_scripts_ahead
from sphinx.errors import ExtensionError

CDN = "https://cdn.example"


def test_nothing_comes_from_elsewhere_unless_a_book_names_it():
    assert "example" not in policy({})
    assert f"img-src 'self' data: blob: {CDN};" in policy({"img-src": [CDN]})
    assert policy({"img-src": [CDN]}).count(CDN) == 1


def test_none_is_not_said_beside_a_source():
    assert "frame-src 'none';" in policy({})
    assert f"frame-src {CDN};" in policy({"frame-src": [CDN]})


def test_a_line_that_is_not_there_is_refused():
    with pytest.raises(ExtensionError, match="'image-src'; there are default-src"):
        policy({"image-src": [CDN]})


@pytest.mark.parametrize(
    ("html", "directive"),
    [
        (f'<script async src="{CDN}/mathjax.js">', "script-src"),
        ("<img alt='' src='//cdn.example/a.png'>", "img-src"),
        (f'<link rel="stylesheet" href="{CDN}/a.css">', "style-src"),
        (f'<iframe width="3"\n src="{CDN}/video">', "frame-src"),
    ],
)
def test_a_page_that_loads_from_elsewhere_is_seen(html, directive):
    assert directive in POLICY
    assert refused(html, {}) == {(directive, CDN)}
    assert refused(html, {directive: [CDN]}) == set()


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{CDN}">elsewhere</a>',
        f'<link rel="canonical" href="{CDN}/">',
        '<img src="_images/a.png"><script src="a.js"></script>',
        f"<p>{CDN}/a.js</p>",
    ],
)
def test_a_page_that_loads_nothing_from_elsewhere_is_not(html):
    assert refused(html, {}) == set()


def test_scripts_are_named_behind_the_policy_once():
    element = '<meta http-equiv="Content-Security-Policy" content="default-src &#x27;self&#x27;" />'
    html = f"""<head>{element}<script>1</script><script src="a.js?v=1"></script>
        <script src="a.js?v=1"></script><script defer src="b.js"></script>
        <script type="module" src="c.js"></script>
        <script src="https://cdn.example/d.js"></script></head>"""
    ahead = with_scripts_ahead(html)
    assert ahead == html.replace(
        element,
        element
        + '<link rel="preload" as="script" href="a.js?v=1" />'
        + '<link rel="preload" as="script" href="b.js" fetchpriority="low" />'
        + '<link rel="modulepreload" href="c.js" />',
    )
    assert with_scripts_ahead(ahead) == ahead


def test_a_page_without_a_policy_is_left_alone():
    html = '<head><script src="a.js"></script></head>'
    assert with_scripts_ahead(html) == html
