"""An address without https (a classroom's machine, say): everything works but reading without a network."""

from fieldguide.exercises.fourth_purchase import FourthPurchase

from tests.browser.conftest import CHAPTER, PLAIN, SLIDER


def test_an_exercise_lives_and_answers_are_kept(visit):
    visit.book = visit.book.replace("127.0.0.1", PLAIN)
    visit.open(CHAPTER)
    missing = (
        "() => [isSecureContext, 'serviceWorker' in navigator, 'locks' in navigator, 'subtle' in crypto]"
    )
    assert visit.page.evaluate(missing) == [False] * 4
    visit.moves()
    visit.until_kept(SLIDER, end=545)
    visit.page.reload()
    visit.wait(SLIDER)
    visit.until_says(SLIDER, FourthPurchase(end=545).sentence)
    assert not visit.foreign
    assert not visit.errors
