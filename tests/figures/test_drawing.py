"""A figure in the page: colors and font are the page's, its words are told, what stays is drawn once."""

import re
from xml.etree import ElementTree

import pytest
from fieldguide import figures
from fieldguide.figures import drawing


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
