"""A live cell stands alone and ends in one widget."""

import asyncio
import sys

import ipywidgets
import pytest
from livepage.inpage import cells

LATER = """
import asyncio, ipywidgets
w = ipywidgets.HTML()
asyncio.get_running_loop().call_soon(setattr, w, 'value', 'late')
w
"""

TWICE = """
import asyncio, ipywidgets, sys
def soon(word, *more):
    asyncio.get_running_loop().call_soon(say, word, *more)
def say(word, *more):
    sys.modules["__main__"].order.append(word)
    if more:
        soon(*more)
soon("{name}", "{name} again")
ipywidgets.HTML()
"""


def test_a_cell_returns_the_widget_that_it_ends_in():
    widget = cells.run("one", "import ipywidgets\nx = 3\nipywidgets.IntSlider(value=x)")
    assert isinstance(widget, ipywidgets.IntSlider)
    assert widget.value == 3


@pytest.mark.parametrize("code", ["", "x = 1", "3", "None", "import ipywidgets"])
def test_a_cell_that_ends_in_no_widget_is_refused(code):
    with pytest.raises(TypeError, match="'one' must end in one widget"):
        cells.run("one", code)


def test_a_cell_knows_nothing_of_another():
    cells.run("one", "import ipywidgets\nsecret = 1\nipywidgets.Button()")
    with pytest.raises(NameError):
        cells.run("two", "secret")


def test_what_a_cell_puts_off_is_held_until_it_is_released():

    async def page():
        widget = cells.run("one", LATER)
        await asyncio.sleep(0)
        held = widget.value
        cells.release("one")
        return held, widget.value

    assert asyncio.run(page()) == ("", "late")


def test_what_is_put_off_twice_waits_until_every_cell_has_had_its_turn():
    for name in ("one", "two"):
        cells.run(name, TWICE.format(name=name))
    order = sys.modules["__main__"].order = []
    assert [cells.release(name) for name in ("one", "two")] == [True, True]
    assert order == ["one", "two"]
    assert [cells.release(name) for name in ("one", "two")] == [False, False]
    assert order == ["one", "two", "one again", "two again"]


def test_what_it_holds_is_held_without_a_loop_too():
    widget = cells.run("one", LATER)
    assert widget.value == ""
    cells.release("one")
    assert widget.value == "late"
