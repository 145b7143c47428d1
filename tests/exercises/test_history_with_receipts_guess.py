"""The guess of *A history with receipts*: a year, spelled as one, and how far off a guess was."""

import pytest
from fieldguide.exercises.history_with_receipts_guess import HistoryWithReceiptsGuess

from tests.exercises.test_figures import words


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        (1967, "You said 1967: you have a nose for dates."),
        (1969, "You said 1969: you have a nose for dates."),
        (1995, "You said 1995, 28 years too late."),
        (1950, "You said 1950, 17 years too early."),
    ],
)
def test_it_says_how_far_off_a_year_is(guess, said):
    exercise = HistoryWithReceiptsGuess(guess=guess, committed=True)
    assert exercise.result.truth == 1967
    assert said in exercise.sentence


def test_it_does_not_judge_who_only_wants_to_see():
    assert "You said" not in HistoryWithReceiptsGuess(guess=1990).sentence


def test_years_have_no_comma():
    exercise = HistoryWithReceiptsGuess(guess=1995, committed=True)
    texts = [one.get_text() for one, _ in words(exercise.shows(exercise.result))]
    assert "on record: 1967" in texts
    assert "2000" in texts
    assert not [text for text in [*texts, exercise.alt(exercise.result), exercise.sentence] if "1,9" in text]
