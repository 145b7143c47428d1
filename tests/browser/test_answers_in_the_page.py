"""What a reader answered is there after a reload, and comes and goes as a file."""

import json

from fieldguide.exercises.fourth_purchase import FourthPurchase

from tests.browser.conftest import CHAPTER, CLOCK, SLIDER

GUESS = "fourth-purchase-guess"
CONTROL = FourthPurchase.every_control()["end"]


def moved(visit):
    visit.open(CHAPTER)
    visit.wait(SLIDER)
    slider = visit.section(SLIDER).get_by_role("slider")
    slider.focus()
    slider.press("End")
    visit.until_says(SLIDER, FourthPurchase(end=CONTROL.high).sentence)
    visit.until_kept(SLIDER, end=CONTROL.high)


def test_a_reload_keeps_the_answers(visit):
    moved(visit)
    visit.page.reload()
    visit.wait(SLIDER)
    visit.until_says(SLIDER, FourthPurchase(end=CONTROL.high).sentence)
    assert visit.section(SLIDER).get_by_role("slider").get_attribute("aria-valuenow") == f"{CONTROL.high:.1f}"


def test_starting_again_lets_them_go(visit):
    moved(visit)
    visit.section(SLIDER).get_by_role("button", name="Start again").click()
    visit.until_says(SLIDER, FourthPurchase().sentence)
    # The storage hears of it after the reader does.
    visit.page.wait_for_function(
        "() => !Object.keys(localStorage).some(key => key.startsWith('livepage:'))",
        polling=CLOCK,
        timeout=10_000,
    )


def test_a_guess_opens_its_answer_and_reaches_the_exercise_that_shows_it(visit):
    visit.open(CHAPTER)
    section = visit.wait(GUESS)
    visit.wait(SLIDER)
    assert section.locator("details").first.get_attribute("open") is None
    section.get_by_role("button", name="This is my guess").click()
    section.locator("details[open]").first.wait_for()
    guess = int(section.locator(".widget-readout").text_content())
    visit.until_says(SLIDER, FourthPurchase(values={"guess": guess}).sentence)


def test_what_the_storage_holds_of_others_is_left_alone_and_rubbish_is_told(visit):
    visit.open(CHAPTER)
    visit.page.evaluate(
        """name => { localStorage.setItem('other', 'kept');
        localStorage.setItem(`livepage:from-crm-to-cx:${name}`, '{rubbish <b>') }""",
        SLIDER,
    )
    visit.page.reload()
    visit.wait(SLIDER)
    assert "set aside" in visit.section(SLIDER).locator(".fg-message").text_content()
    assert visit.says(SLIDER) == FourthPurchase().sentence
    stored = visit.page.evaluate("({...localStorage})")
    assert stored["other"] == "kept"
    assert stored[f"livepage:from-crm-to-cx:{SLIDER}.aside"] == "{rubbish <b>"


def test_saving_and_reading_a_file(visit, visiting, tmp_path):
    moved(visit)
    visit.open("intro.html")
    visit.wait("my-answers")
    assert visit.says("my-answers") == "1 answer is kept here, and nowhere else."
    with visit.page.expect_download() as download:
        visit.section("my-answers").get_by_role("link", name="Save your answers").click()
    file = tmp_path / "answers.json"
    download.value.save_as(file)
    assert json.loads(file.read_text())["answers"][SLIDER]["values"]["end"] == CONTROL.high
    with visiting() as elsewhere:
        elsewhere.open("intro.html")
        section = elsewhere.wait("my-answers")
        with elsewhere.page.expect_file_chooser() as chooser:
            section.get_by_role("button", name="Read answers").click()
        chooser.value.set_files(file)
        elsewhere.page.wait_for_function(
            "() => document.querySelector('[data-exercise=my-answers] [data-role=says]')"
            ".textContent.includes('1 answer read')",
            polling=CLOCK,
        )
        elsewhere.open(CHAPTER)
        elsewhere.wait(SLIDER)
        elsewhere.until_says(SLIDER, FourthPurchase(end=CONTROL.high).sentence)


def test_a_file_of_something_else_is_refused_in_words(visit):
    visit.open("intro.html")
    section = visit.wait("my-answers")
    with visit.page.expect_file_chooser() as chooser:
        section.get_by_role("button", name="Read answers").click()
    chooser.value.set_files({"name": "x.json", "mimeType": "application/json", "buffer": b'{"a": "<b>"}'})
    visit.page.wait_for_function(
        "() => document.querySelector('[data-exercise=my-answers] [data-role=says]').textContent"
        ".includes('not a file of answers of this book')",
        polling=CLOCK,
    )
