"""The form of every chapter's quiz: six questions, of which the last two look at other chapters."""

import re

import pytest
from fieldguide.kinds.quiz import Quiz

from tests.book.form import title_of
from tests.book.sources import BOOK, contents, read
from tests.exercises.test_every_exercise import EXERCISES

CHAPTERS = [page.removeprefix("chapters/") for page in contents() if page.startswith("chapters/")]
TITLES = [title_of(read(BOOK / "chapters" / f"{slug}.ipynb")).partition(":")[0] for slug in CHAPTERS]
KINDS = {kind.slug: kind for kind in EXERCISES}
QUIZZES = [KINDS[f"check-{slug}"] for slug in CHAPTERS]
each_quiz = pytest.mark.parametrize("quiz", QUIZZES, ids=lambda quiz: quiz.slug)

#: How a question begins that looks at another chapter.
LOOKING = re.compile(r"Looking (back at|ahead to) “([^”]+)”: ")


def right(question):
    """Return the place of the right option."""
    return [option.right for option in question.options].index(True)


@each_quiz
def test_it_is_a_quiz_of_six(quiz):
    assert issubclass(quiz, Quiz)
    assert len(quiz.questions) == 6


@each_quiz
def test_four_questions_are_new_and_two_look_at_other_chapters(quiz):
    looking = [LOOKING.match(question.text) for question in quiz.questions]
    assert [bool(one) for one in looking] == [False] * 4 + [True] * 2
    here = QUIZZES.index(quiz)
    for way, other in (one.groups() for one in looking[4:]):
        there = TITLES.index(other.replace("’", "'"))
        assert there < here if way == "back at" else there > here


@each_quiz
def test_every_option_has_its_own_explanation(quiz):
    said = [option.because for question in quiz.questions for option in question.options]
    assert len(set(said)) == len(said) >= 18


@each_quiz
def test_neither_place_nor_length_gives_the_right_option_away(quiz):
    places = [right(question) for question in quiz.questions]
    assert set(places) == set(range(max(len(question.options) for question in quiz.questions)))
    assert max(places.count(place) for place in places) <= 3
    longest = [max(q.options, key=lambda option: len(option.text)).right for q in quiz.questions]
    assert sum(longest) <= 3


@each_quiz
def test_the_right_picks_are_all_right(quiz):
    picks = {question.name: right(question) for question in quiz.questions}
    assert quiz(values=picks).sentence == "All 6 right."
