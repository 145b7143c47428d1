"""What is kept is found, read again by the exercise it belongs to, and told where it cannot be read."""

import json
import subprocess
import sys

import pytest
from fieldguide import answers
from fieldguide.exercises import _kept
from fieldguide.exercises.fourth_purchase_guess import FourthPurchaseGuess
from fieldguide.exercises.your_campaign import YourCampaign
from fieldguide.exercises.your_score import YourScore
from fieldguide.kinds.guess import Guess

from tests.exercises.test_every_exercise import EXERCISES, every

GUESSES = [kind for kind in EXERCISES if issubclass(kind, Guess)]


def keep(exercise):
    answers.keep(exercise.slug, exercise.version, exercise.values)


@every
def test_every_exercise_is_found_by_its_name(kind):
    assert _kept.exercise_of(kind.slug) is kind


@pytest.mark.parametrize("slug", ["my-answers", "nobody", "../up", "-kept", "kept", "__init__", "a b", ""])
def test_what_is_no_exercise_is_not_found(slug):
    assert _kept.exercise_of(slug) is None


@every
def test_every_exercise_reads_again_what_it_kept_without_a_widget(kind):
    """Its pure methods need no widget: that is what reading an answer elsewhere rests on."""
    start = kind.start()
    given = {name: value for name, value in start.items() if name not in ("guess", "kept")}
    bare = kind.bare()
    values = bare.reread({"version": kind.version, "values": given})
    assert values == start
    assert bare.says(bare.compute(values)) == kind(given).sentence


@every
def test_own_numbers_are_those_that_are_called_yours_or_say_so(kind):
    keep(kind())
    own = kind.slug.startswith("your-") or kind.slug in ("capability-grid", "who-owns-the-customer")
    assert [one.slug for one in _kept.sort(answers.snapshot(without="your-plan")).own] == (
        [kind.slug] if own and kind.slug != "your-plan" else []
    )


@pytest.mark.parametrize("kind", GUESSES, ids=lambda kind: kind.slug)
def test_every_guess_of_the_book_comes_into_the_ledger_once_it_is_committed(kind):
    keep(kind(guess=kind.ask.initial))
    assert _kept.sort(answers.snapshot()).guesses == ()
    keep(kind(guess=kind.ask.initial, committed=True))
    (made,) = _kept.sort(answers.snapshot()).guesses
    assert made.guess == kind.ask.initial
    assert made.truth == kind().truth()
    assert made.title
    assert made.title != "Before you read on"
    assert -1 <= made.off <= 1
    assert made.said
    assert made.answer


def test_how_far_off_a_guess_is():
    truth = FourthPurchaseGuess().truth()
    for guess, close in ((round(truth), True), (500, False), (20, False)):
        keep(FourthPurchaseGuess(guess=guess, committed=True))
        (made,) = _kept.sort(answers.snapshot()).guesses
        assert made.close is close
        assert made.off == pytest.approx((guess - truth) / 530)
        assert made.title == "The fourth purchase"


def test_own_numbers_speak_for_themselves():
    keep(YourScore(promoters=10))
    keep(YourCampaign(got=100, bought=5, held=0))
    told = _kept.sort(answers.snapshot()).own
    assert [one.slug for one in told] == ["your-campaign", "your-score"]
    assert told[1].sentence == YourScore(promoters=10).sentence


def test_what_cannot_be_read_is_told_and_the_rest_is_there():
    keep(YourScore(promoters=10))
    answers.keep("your-campaign", 99, {})
    answers.keep("your-desk", 1, {"cases": "<b>many</b>"})
    answers.keep("your-customers", 1, {"customers": 5, "came_back": 50})
    answers.keep("of-another-edition", 1, {})
    answers.store().save({"quick-audit": "{rubbish"})
    before = answers.exported()
    found = _kept.sort(answers.snapshot())
    assert [one.slug for one in found.own] == ["your-score"]
    unread = " ".join(found.unread)
    assert len(found.unread) == 5
    for name in ("quick-audit", "Your campaign", "Your desk", "Your own customers", "Of another edition"):
        assert f"“{name}”" in unread
    assert answers.exported() == before, "reading changes nothing"


def test_only_the_modules_of_what_is_kept_are_imported():
    program = (
        "import sys; from fieldguide import answers; from fieldguide.exercises import _kept\n"
        "answers.use(answers.Memory())\n"
        "answers.keep('your-score', 1, {})\n"
        "_kept.sort(answers.snapshot())\n"
        "print([n for n in sys.modules if n.startswith('fieldguide.exercises.')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    modules = json.loads(done.stdout.replace("'", '"'))
    assert {name.rpartition(".")[2] for name in modules} == {"_kept", "your_score", "_numbers"}
