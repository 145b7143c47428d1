"""Every exercise in the page: there at first paint, live, and at one with the builder's own Python."""

import json

import pytest
from fieldguide.controls import Moves, Press
from fieldguide.kinds.guess import Guess
from playwright.sync_api import expect

from tests.browser.conftest import ROOT, chapters, kind
from tests.browser.hand import move, row, unfold

PAGES = chapters()
each_page = pytest.mark.parametrize("path", PAGES)


def test_every_live_cell_of_the_sources_stands_in_a_page():
    written = set()
    for file in (ROOT / "book" / "chapters").glob("*.ipynb"):
        cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
        written |= {
            c["metadata"]["livepage"]["name"] for c in cells if "live" in c["metadata"].get("tags", [])
        }
    assert len(written) >= 8
    assert written | {"my-answers"} == {name for names in PAGES.values() for name in names}


@each_page
def test_without_javascript_the_exercises_can_be_read(visiting, path):
    with visiting(java_script_enabled=False) as visit:
        visit.open(path)
        for name in PAGES[path]:
            section = visit.section(name)
            exercise = kind(name)
            if exercise is None:
                continue
            assert exercise().sentence == visit.says(name), name
            text = section.text_content()
            assert exercise.question in text
            for control in exercise.controls:
                assert control.label in text
            assert section.locator("noscript").count() == 1
            for question in getattr(exercise, "questions", ()):
                assert all(option.because in text for option in question.options), (
                    "answers stand in folded details"
                )


@each_page
def test_at_first_paint_everything_is_there_and_nothing_has_started(visiting, path):
    with visiting() as visit:
        visit.page.route("**/livepage/page.js*", lambda route: route.abort())
        visit.open(path)
        assert visit.names() == PAGES[path]
        for name in PAGES[path]:
            assert visit.section(name).get_attribute("data-state") == "baked"
            assert len(visit.says(name)) > 10
            if kind(name) and type(kind(name)().shows(kind(name)().result)).__name__ == "Figure":
                assert "<svg" in visit.figure(name)


@each_page
def test_turning_live_changes_nothing_that_was_read(visit, path):
    """What is baked is what Python says in the page, and what the builder's own Python says."""
    visit.open(path)
    seen = lambda: {  # noqa: E731
        name: (visit.says(name), visit.figure(name) if kind(name) else "") for name in PAGES[path]
    }
    baked = seen()
    for name in PAGES[path]:
        visit.wait(name)
        if kind(name):
            assert visit.says(name) == kind(name)().sentence
    assert seen() == baked
    assert not visit.errors
    assert not visit.foreign


def quiet_first(name):
    """Order a page's exercises so that none meets what another one has kept.

    Those that take in others' answers come first; guesses, which exercises recall, come last.
    """
    return not kind(name).takes_in, issubclass(kind(name), Guess)


@each_page
def test_every_control_moves_it_as_the_builders_python_would(visit, path):
    visit.open(path)
    for name in sorted(filter(kind, PAGES[path]), key=quiet_first):
        moves_as_the_builders_python_would(visit, name)
    assert not visit.errors


def moves_as_the_builders_python_would(visit, name):
    exercise = kind(name)
    section = visit.wait(name)
    unfold(section)
    values = exercise().values
    # A guess once made and a game once begun lock what they were made with, so presses and moves come last.
    controls = exercise.every_control()
    locked = exercise.bare().locks(exercise().result)
    for control in sorted(controls, key=lambda one: isinstance(controls[one], Moves | Press)):
        if control in locked:
            works = row(section, control, exercise).locator("input, textarea, .fg-moves button").all()
            assert [one.is_disabled() for one in works] == [True] * max(1, len(works)), control
            continue
        values = {**values, control: move(section, exercise, control, values[control])}
        told = section.locator('.fg-message [role="alert"]')
        try:
            moved = exercise(values)
            said, locked = moved.sentence, moved.locks(moved.result)
        except ValueError as refused:  # moved to their ends, controls may say together what cannot be
            told.get_by_text(str(refused)).wait_for()
            visit.until_says(name, "")
        else:
            visit.until_says(name, said)
            expect(told).to_have_count(0, timeout=20_000)  # taken back after the sentence
