"""A figure along one scale: its numbers are round, and what is drawn stands where its value is."""

import re
from xml.etree import ElementTree

import pytest
from fieldguide import figures
from fieldguide.figures.scale import SIDE, Scale, round_numbers
from fieldguide.figures.svg import WIDTH, framed, paint
from hypothesis import given
from hypothesis import strategies as st


def drawn(scale):
    return ElementTree.fromstring(scale.inline(alt="What is seen."))


@pytest.mark.parametrize(
    ("low", "high", "numbers"),
    [
        (0, 350, [0, 100, 200, 300]),
        (10, 540, [100, 200, 300, 400, 500]),
        (0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]),
        (-5, 5, [-4, -2, 0, 2, 4]),
        (1990, 2025, [1990, 2000, 2010, 2020]),
    ],
)
def test_numbers_at_a_scale_are_round(low, high, numbers):
    assert round_numbers(low, high) == pytest.approx(numbers)


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6))
def test_there_are_some_numbers_within_the_scale_and_not_too_many(low, span):
    numbers = round_numbers(low, low + span)
    assert 2 <= len(numbers) <= 7
    assert all(low - 1e-6 * span <= number <= low + span * (1 + 1e-6) for number in numbers)


def test_ends_and_bars_and_marks_stand_where_their_values_are():
    scale = Scale(10, 20, height=50)
    assert (scale.at(10), scale.at(20), scale.at(15)) == (SIDE, WIDTH - SIDE, WIDTH / 2)
    scale.bar(15, 5, 10, figures.BLUE)
    scale.marks((12.5, "here", figures.ORANGE))
    picture = drawn(scale)
    assert float(picture.find("rect").get("width")) == WIDTH / 2 - SIDE
    mark = picture.findall("path")[-1]
    assert re.fullmatch(rf"M{scale.at(12.5):.5g} 50L{scale.at(12.5):.5g} \d+", mark.get("d"))
    assert [text.text for text in picture.findall("text")][-1] == "here"


@pytest.mark.parametrize(("value", "anchor"), [(0, "start"), (49, "start"), (51, "end"), (100, "end")])
def test_a_mark_is_named_on_the_side_with_more_room(value, anchor):
    scale = Scale(0, 100, height=50)
    scale.marks((value, "a long name of a mark", figures.BLUE))
    assert f"text-anchor:{anchor}" in drawn(scale).findall("text")[-1].get("style")


@pytest.mark.parametrize(("higher", "pieces"), [(20, 1), (35, 2), (90, 1)])
def test_a_line_leaves_out_the_words_that_it_would_run_through(higher, pieces):
    scale = Scale(0, 100, height=72)
    before = len(drawn(scale).findall("path"))
    scale.marks((higher, "higher", figures.BLUE), (30, "in the way", figures.ORANGE))
    assert len(drawn(scale).findall("path")) == before + 1 + pieces


def test_numbers_are_written_as_told_with_a_line_each_where_there_is_a_grid():
    texts = [
        text.text
        for text in drawn(Scale(0, 100, 50, numbers=[0, 50, 100], tells="{}%".format)).findall("text")
    ]
    assert texts == ["0%", "50%", "100%"]
    plain, ruled = (
        len(drawn(Scale(0, 100, 50, numbers=[0, 50], grid=grid)).findall("path")) for grid in (False, True)
    )
    assert ruled == plain + 2


def test_words_are_escaped():
    scale = Scale(0, 1, 20)
    scale.words(0, 10, "<b> & more")
    assert "&lt;b&gt; &amp; more" in scale.inline(alt="seen")


def test_colors_follow_the_page():
    assert paint(figures.INK) == "currentColor"
    for color in (figures.BLUE, figures.FAINT):
        assert re.fullmatch(rf"var\(--fg-[a-z]+, {color}\)", paint(color))


def test_a_figure_without_words_is_refused():
    with pytest.raises(ValueError, match="needs words"):
        framed("", 10, " ")
