"""A figure in the page: colors and font are the page's, its words are told, what stays is drawn once."""

import io
import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from fieldguide import figures
from fieldguide.figures import drawing
from hypothesis import example, given
from hypothesis import strategies as st
from matplotlib.backends.backend_svg import RendererSVG


def line():
    figure, axes = figures.figure()
    axes.plot([0, 1], [0, 1], color=figures.BLUE)
    return figure


def texts(svg):
    return [text.text for text in ElementTree.fromstring(svg).iter("text")]


def places(svg):
    """Where each text stands."""
    return [text.get("transform") for text in ElementTree.fromstring(svg).iter("text")]


@pytest.fixture
def scale():
    """A backdrop of its own, which counts how often it is set up."""
    built = []

    @figures.backdrop
    def scale(high):
        built.append(high)
        figure, axes = figures.figure(height=120)
        axes.set(xlim=(0, high), xticks=[0, high], yticks=[], xlabel="days")
        return figure, axes

    scale.built = built
    return scale


def test_it_is_a_picture_of_the_width_that_all_have():
    svg = ElementTree.fromstring(figures.inline(line(), alt="A <line> up.", name="one"))
    assert (svg.tag, svg.get("role"), svg.get("aria-label")) == ("svg", "img", "A <line> up.")
    assert svg.get("viewBox") == f"0 0 {drawing.WIDTH} 300"


@pytest.mark.parametrize("alt", ["", "  "])
def test_a_figure_without_words_is_refused(alt):
    with pytest.raises(ValueError, match="needs words"):
        figures.inline(line(), alt=alt, name="one")


def test_colors_and_font_follow_the_page():
    svg = figures.inline(line(), alt="seen", name="one")
    assert f"stroke: var(--fg-blue, {figures.BLUE})" in svg
    assert "fill: currentColor" in svg
    assert "var(--fg-font, Arial" in svg
    assert f"{drawing.LABEL:g}px" in svg
    assert "DejaVu" not in svg
    assert figures.INK not in svg


def test_two_figures_of_a_page_share_no_id():
    one, other = (
        set(re.findall(r'id="([^"]+)"', figures.inline(line(), alt="seen", name=name))) for name in "ab"
    )
    assert one
    assert not one & other


def test_the_same_is_drawn_alike():
    assert figures.inline(line(), alt="seen", name="one") == figures.inline(line(), alt="seen", name="one")


def test_what_stays_is_drawn_once_and_lies_behind(scale, monkeypatch):
    drawn = []
    body = drawing.body

    def noted(*args):
        drawn.append(body(*args))
        return drawn[-1]

    monkeypatch.setattr(drawing, "body", noted)
    for words in ("first", "second"):
        figure, axes = scale(9)
        axes.text(1, 0.5, words)
        assert texts(figures.inline(figure, alt="seen", name="one")) == ["0", "9", "days", words]
    assert scale.built == [9]
    assert [svg.count("<text") for svg in drawn] == [3, 1, 1]


def test_it_looks_like_what_is_drawn_all_at_once(scale):
    drawn = []
    for figure, axes in (scale(9), scale.__wrapped__(9)):
        axes.text(1, 0.5, "here")
        drawn.append(places(figures.inline(figure, alt="seen", name="one")))
    assert len(drawn[0]) == 4
    assert sorted(drawn[0]) == sorted(drawn[1])


def test_each_set_of_arguments_has_a_figure_of_its_own(scale):
    (one, axes), (other, _) = scale(9), scale(5)
    axes.text(1, 0.5, "here")
    assert texts(figures.inline(other, alt="seen", name="one")) == ["0", "5", "days"]
    assert texts(figures.inline(one, alt="seen", name="one")) == ["0", "9", "days", "here"]
    assert scale.built == [9, 5]


def test_pieces_are_drawn_once_and_seen_only_where_they_are_wanted(scale):
    built = []

    @figures.pieces
    def word(axes, key):
        built.append(key)
        axes.plot(1, 0.5, "o")
        axes.text(1, 0.5, key)

    for keys in (("a",), ("b", "a"), (), ("b",)):
        figure, axes = scale(9)
        word(axes, keys)
        axes.text(2, 0.5, "last")
        svg = figures.inline(figure, alt="seen", name="one")
        assert texts(svg) == ["0", "9", "days", *keys, "last"]
        seen = [text.get_text() for text in axes.texts if text.get_visible()]
        assert sorted(seen) == sorted([*keys, "last"])
        ids = re.findall(r'id="([^"]+)"', svg)
        assert len(ids) == len(set(ids))
    assert built == ["a", "b"]
    assert scale.built == [9]


def test_a_picture_brings_its_style_along():
    html = figures.picture(line(), alt="A line.")._repr_html_()
    assert figures.STYLE in html
    assert 'aria-label="A line."' in html


def test_a_band_is_what_lies_between_two_curves_and_moves_no_limit():
    figure, axes = figures.figure()
    axes.set(xlim=(0, 2), ylim=(0, 9))
    figures.band(axes, range(3), [1, 2, 3], [4, 4, 5], color=figures.BLUE, alpha=0.2)
    (area,) = axes.patches
    assert area.get_xy().tolist() == [[0, 1], [1, 2], [2, 3], [2, 5], [1, 4], [0, 4], [0, 1]]
    assert (axes.get_xlim(), axes.get_ylim()) == ((0, 2), (0, 9))
    assert "opacity: 0.2" in figures.inline(figure, alt="seen", name="one")


def test_a_band_has_two_edges_of_one_length():
    _, axes = figures.figure()
    with pytest.raises(ValueError, match="shorter"):
        figures.band(axes, range(3), [1, 2], [4, 4, 5], color=figures.BLUE, alpha=0.2)


def test_boxes_are_one_shape_and_move_no_limit():
    figure, axes = figures.figure()
    axes.set(xlim=(0, 4), ylim=(0, 9))
    figures.boxes(axes, [(0, 1, 2, 3), (3, 1, 4, 9)], color=figures.BLUE, alpha=0.2)
    (area,) = axes.patches
    assert [shape[:4].tolist() for shape in area.get_path().to_polygons(closed_only=False)] == [
        [[0, 1], [2, 1], [2, 3], [0, 3]],
        [[3, 1], [4, 1], [4, 9], [3, 9]],
    ]
    assert (axes.get_xlim(), axes.get_ylim()) == ((0, 4), (0, 9))
    assert "opacity: 0.2" in figures.inline(figure, alt="seen", name="one")


@pytest.mark.parametrize(("at", "left"), [(-5, 0), (0, 0), (50, None), (100, 100), (400, 100)])
def test_a_text_is_centered_as_near_to_its_place_as_there_is_room(at, left):
    _, axes = figures.figure()
    axes.set(xlim=(0, 100))
    figures.centered(axes, at, 0.5, "twelve words", figures.BLUE)
    [text] = axes.texts
    middle, half = text.get_position()[0], figures.wide(axes, "twelve words") / 2
    assert middle == pytest.approx({0: half, 100: 100 - half, None: at}[left])
    figures.centered(axes, at, 0.5, "twelve words", figures.BLUE, room=(at - 300, at + 300))
    assert axes.texts[-1].get_position()[0] == at


def test_a_text_is_thought_a_little_wider_than_it_is():
    figure, axes = figures.figure()
    axes.set(xlim=(0, 100))
    renderer = RendererSVG(*(72 * figure.get_size_inches()), io.StringIO())
    for words in ("average of those who came back: 216 days", "pays from 14.3, off the chart"):
        for weight in ("bold", "normal"):
            box = axes.text(0, 0, words, fontweight=weight).get_window_extent(renderer)
            drawn = box.width / (drawing.WIDTH * axes.get_position().width) * 100
            assert drawn <= figures.wide(axes, words, bold=weight == "bold") <= 1.3 * drawn


@pytest.mark.parametrize("height", [200, 356])
def test_a_column_stands_line_by_line_beside_its_rows(height):
    figure, axes = figures.figure(height=height, right=90)
    axes.set(ylim=(4.5, -0.5), yticks=range(5), yticklabels=list("ABCDE"))
    figures.column(axes, 1.3, ["11", "1", "123", "–", "7"])
    svg = figures.inline(figure, alt="seen", name="one")
    up = dict(zip(texts(svg), (float(place.split()[-1][:-1]) for place in places(svg)), strict=True))
    rows = [up[letter] for letter in "ABCDE"]
    assert [up[line] for line in ("11", "1", "123", "–", "7")] == pytest.approx(rows, abs=1.5)


@given(st.lists(st.floats(-200, 200), min_size=1, max_size=5))
@example([0.0, 100.0, 100.0])
def test_names_at_the_ends_of_lines_do_not_touch(ends):
    heights = figures.apart(ends, 7, 2, 98)
    assert all(2 - 1e-9 <= height <= 98 for height in heights)
    placed = sorted(heights)
    assert all(after - before >= 7 - 1e-9 for before, after in pairwise(placed))
    assert [heights.index(height) for height in placed] == sorted(range(len(ends)), key=ends.__getitem__)


def test_names_that_have_room_stay_at_their_lines():
    assert figures.apart([50, 10, 80], 7, 2, 98) == [50, 10, 80]
    assert figures.apart([97, 98, 40], 7, 2, 98) == [91, 98, 40]
