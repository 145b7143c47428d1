"""What is drawn stands where its numbers are, is escaped, and takes its colors from the page."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest
from fieldguide import figures
from fieldguide.figures.plot import Plot
from fieldguide.figures.svg import LABEL, WIDTH, framed, paint, width_of


def plot(**margins):
    return Plot((0, 10), (0, 1), height=200, **margins)


def drawn(one):
    return ElementTree.fromstring(one.inline(alt="What is seen."))


def points(path):
    numbers = re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get("d"))
    return [(float(x), float(y)) for x, y in numbers]


def places(one, *values):
    """Where values stand, as exactly as a plot writes it."""
    return [(round(one.at(x), 1), round(one.up(y), 1)) for x, y in values]


def test_the_scales_run_from_margin_to_margin():
    one = plot(left=40, right=20, top=10, bottom=30)
    assert (one.at(0), one.at(10)) == (40, WIDTH - 20)
    assert (one.up(0), one.up(1)) == (170, 10)
    assert one.along(one.at(7) - one.at(4)) == pytest.approx(3)


@pytest.mark.parametrize("kind", [list, tuple, np.array])
def test_a_line_goes_through_its_points(kind):
    one = plot()
    one.line(kind([0, 5, 10]), kind([0.0, 1.0, 0.5]), figures.BLUE)
    (path,) = drawn(one).findall("path")
    assert points(path) == places(one, (0, 0), (5, 1), (10, 0.5))


def test_a_line_is_left_out_where_there_is_no_number():
    one = plot()
    one.line([0, 1, 2, 3, 4, 5], [np.nan, 0.1, 0.2, np.nan, 0.3, 0.4], figures.BLUE)
    assert [len(points(path)) for path in drawn(one).findall("path")] == [2, 2]


def test_an_area_goes_there_above_and_back_below():
    one = plot()
    one.area([0, 10], [0.1, 0.2], [0.5, 0.6], figures.BLUE, opacity=0.3)
    (path,) = drawn(one).findall("path")
    corners = [(0, 0.5), (10, 0.6), (10, 0.2), (0, 0.1)]
    assert points(path) == places(one, *corners)
    assert path.get("d").endswith("Z")


def test_a_block_covers_its_ranges_whichever_end_comes_first():
    shapes = []
    for x, y in (((2, 4), (0.1, 0.6)), ((4, 2), (0.6, 0.1))):
        one = plot()
        one.block(x, y, figures.BLUE)
        rect = drawn(one).find("rect")
        shapes.append([float(rect.get(name)) for name in ("x", "y", "width", "height")])
    assert shapes[0] == shapes[1]
    left, top, width, height = shapes[0]
    assert (left, left + width) == pytest.approx((one.at(2), one.at(4)), abs=0.1)
    assert (top, top + height) == pytest.approx((one.up(0.6), one.up(0.1)), abs=0.1)


def test_a_scale_has_its_numbers_and_a_name_of_several_lines():
    one = plot(left=40, bottom=60)
    one.x_scale([0, 5, 10], name="first line\nsecond line")
    one.y_scale({0: "none", 1: "all"})
    texts = {text.text: text for text in drawn(one).findall("text")}
    assert list(texts) == ["0", "5", "10", "first line", "second line", "none", "all"]
    assert float(texts["5"].get("x")) == pytest.approx(one.at(5), abs=0.05)
    assert float(texts["second line"].get("y")) > float(texts["first line"].get("y"))
    assert float(texts["all"].get("y")) < float(texts["none"].get("y"))


def test_a_name_wider_than_its_scale_stays_in_the_picture():
    one = plot(left=200)
    one.x_scale([0], name="a name that is a good deal wider than this scale")
    assert one.boxes[-1].right <= WIDTH + 1


@pytest.mark.parametrize("x", [0, 5, 10])
def test_words_can_be_kept_inside(x):
    one, text = plot(), "some words in bold"
    one.words(one.inside(x, text, bold=True), 0.5, text, align="middle", bold=True)
    (box,) = one.boxes
    assert one.left - 0.1 <= box.left < box.right <= one.right + 0.1
    assert x != 5 or (box.left + box.right) / 2 == pytest.approx(one.at(5))


def test_words_turned_upward_hang_from_their_end():
    one = plot()
    one.words(3, 0.9, "upward", align="end", turned=True)
    (box,) = one.boxes
    assert box.top == pytest.approx(one.up(0.9))
    assert box.bottom == pytest.approx(box.top + width_of("upward"))
    assert drawn(one).find("text").get("transform").startswith("rotate(-90")


@pytest.mark.parametrize(
    ("text", "bold", "ems"),  # as a browser measures them in Liberation Sans, which has the widths of Arial
    [
        ("average of those who came back: 216 days", True, 20.45),
        ("days since the first purchase (shaded: not watched yet)", False, 24.46),
        ("missed matches", True, 7.78),
        ("$500,000", False, 4.17),
        ("Strategic marketing: 83% claimed, 50% counted", False, 21.29),
        ("10.5% in 180 days", True, 8.51),
    ],
)
def test_the_width_of_a_label_is_about_right(text, bold, ems):
    assert 0.99 < width_of(text, bold) / (LABEL * ems) < 1.06


def test_words_are_escaped():
    one = plot()
    one.words(0, 0.5, "<b> & more")
    assert "&lt;b&gt; &amp; more" in one.inline(alt='a "word" <b>')
    assert drawn(one).find("text").text == "<b> & more"


def test_colors_follow_the_page():
    assert paint(figures.INK) == "currentColor"
    for color in (figures.BLUE, figures.FAINT):
        assert re.fullmatch(rf"var\(--fg-[a-z]+, {color}\)", paint(color))


def test_a_figure_without_words_is_refused():
    with pytest.raises(ValueError, match="needs words"):
        framed("", 10, " ")
