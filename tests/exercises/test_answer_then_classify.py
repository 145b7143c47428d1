"""*Answer, then classify*: the reader's own pairs, and a crowd of which the sentence says what is so."""

import re

import pytest
from fieldguide import measures, worlds
from fieldguide.exercises._kano import ANSWERS, CALLED, SAYS
from fieldguide.exercises.answer_then_classify import FEATURES, QUESTIONS, AnswerThenClassify
from fieldguide.exercises.answer_then_classify_guess import AnswerThenClassifyGuess

#: Pairs of answers, and the class that Kano's table gives them.
PAIRS = [
    ("must-be", "dislike", "M"),
    ("like", "dislike", "O"),
    ("like", "neutral", "A"),
    ("live-with", "neutral", "I"),
    ("dislike", "like", "R"),
    ("like", "like", "Q"),
]

#: One pair for each feature that is its true class.
TRULY = {
    "M": ["neutral", "dislike"],
    "O": ["like", "dislike"],
    "A": ["like", "live-with"],
    "I": ["neutral"] * 2,
}


def answers(*pairs):
    return [answer for present, absent, _ in pairs for answer in (present, absent)]


def test_every_class_and_answer_is_named():
    assert list(CALLED) == list(SAYS) == list(measures.KANO_CLASSES)
    assert tuple(ANSWERS) == measures.kano.ANSWERS


def test_the_readers_pairs_are_classified_by_the_table():
    assert AnswerThenClassify(answers=answers(*PAIRS)).result.yours == tuple(one for *_, one in PAIRS)


@pytest.mark.parametrize("given", range(QUESTIONS + 1))
def test_the_question_that_is_asked_next(given):
    exercise = AnswerThenClassify(answers=["like"] * given)
    asked = exercise.asks(exercise.result)["answers"]
    if given == QUESTIONS:
        assert "All twelve" in asked
        assert exercise.locks(exercise.result) == {"answers"}
        return
    feature = FEATURES[given // 2]
    assert f"{given + 1} of 12 · {feature.text}" in asked
    assert (feature.absent if given % 2 else feature.present) in asked
    assert exercise.locks(exercise.result) == set()
    assert len(exercise.result.yours) == given // 2


def test_one_answer_of_a_pair_says_nothing_yet():
    assert AnswerThenClassify(answers=["like"]).result.yours == ()
    assert AnswerThenClassify(answers=["like"]).notes(AnswerThenClassify(answers=["like"]).result) == {}


def test_a_reader_who_feels_as_the_crowd_is_told_so():
    truth = AnswerThenClassify().result.truth
    exercise = AnswerThenClassify(answers=[answer for letter in truth for answer in TRULY[letter]])
    assert exercise.result.yours == truth
    assert exercise.sentence.endswith("Your own class is the crowd's true one for 6 of 6.")
    assert "✗" not in exercise.notes(exercise.result)["answers"]


def test_the_sentence_at_the_start():
    assert AnswerThenClassify().sentence == (
        "With 30 answers, this survey gives 5 of 6 features their true class. Of 100 such surveys 89 get at "
        "least one wrong, most often “A photo”, in 44."
    )


@pytest.mark.parametrize("respondents", [10, 30, 110, 300])
@pytest.mark.parametrize("careless", [0, 40])
def test_the_sentence_and_the_figure_are_the_worlds(respondents, careless):
    exercise = AnswerThenClassify(respondents=respondents, careless=careless, survey=7)
    result, said = exercise.result, exercise.sentence
    counts = worlds.crowd_counts(respondents, careless / 100)
    found = measures.kano_category(counts)
    truth = measures.kano_category(worlds.crowd_shares())
    assert int(re.search(r"this survey gives (\d)", said)[1]) == (found[6] == truth).sum()
    assert int(re.search(r"such surveys (\d+)", said)[1]) == (found != truth).any(axis=1).sum()
    better, worse = measures.better_worse(counts[6])
    alt = exercise.alt(result)
    for row, feature in enumerate(FEATURES):
        assert f"{feature.text}: {CALLED[result.classes[row]]}" in alt
        assert result.wrong[row] == (found != truth)[:, row].sum()
        assert f"would please {100 * better[row]:.0f}%" in alt
        assert f"would be missed by {-100 * worse[row]:.0f}%" in alt


def test_more_answers_help_until_too_many_are_careless():
    def wrong(**setting):
        return sum(AnswerThenClassify(**setting).result.wrong)

    assert wrong(respondents=300) < wrong(respondents=100) < wrong(respondents=30)
    window = [feature.name for feature in FEATURES].index("window")
    few, many = (AnswerThenClassify(respondents=n, careless=40).result.wrong[window] for n in (30, 300))
    assert many > few


def test_where_all_is_clear_cut_no_survey_is_wrong_and_it_says_so():
    exercise = AnswerThenClassify(respondents=300, alike=300)
    assert exercise.result.any_wrong == 0
    assert exercise.sentence.endswith("all 100 surveys of this size get all six right.")


def test_the_guess_is_the_same_hundred_surveys():
    assert AnswerThenClassifyGuess().truth() == AnswerThenClassify().result.any_wrong == 89
    for guess, said in ((20, "too few."), (88, "close."), (100, "too many.")):
        assert AnswerThenClassifyGuess(guess=guess, committed=True).sentence.endswith(said)


def test_the_guess_is_recalled_only_where_it_answers_the_question():
    assert "You guessed 20." in AnswerThenClassify(values={"guess": 20}).sentence
    assert "You guessed 20." in AnswerThenClassify(values={"guess": 20, "survey": 9}).sentence
    for moved in ({"respondents": 40}, {"careless": 5}, {"alike": 125}):
        assert "guessed" not in AnswerThenClassify(values={"guess": 20, **moved}).sentence
