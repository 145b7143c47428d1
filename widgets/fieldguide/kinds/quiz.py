"""Questions with one right option each, where every option, right or wrong, has its own explanation."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any, ClassVar

from fieldguide.controls import Choice
from fieldguide.exercise import Exercise


@dataclass(frozen=True)
class Option:
    """One answer, whether it is right, and why or why not."""

    text: str
    right: bool
    because: str


@dataclass(frozen=True)
class Question:
    """One question; `name` is its key in ``values``. Exactly one option is right."""

    name: str
    text: str
    options: tuple[Option, ...]

    def __post_init__(self) -> None:
        if sum(option.right for option in self.options) != 1:
            raise ValueError(f"Question {self.name!r} needs exactly one right option.")


@dataclass(frozen=True)
class Marked:
    """Which option was picked for each question (None where none was), and how many picks are right."""

    picks: dict[str, int | None]
    answered: int
    right: int


class Quiz(Exercise):
    """A subclass sets ``slug``, ``title``, ``question`` and `questions`."""

    questions: ClassVar[tuple[Question, ...]]
    shares = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "questions" in cls.__dict__:
            cls.controls = tuple(
                Choice(
                    question.name,
                    f"{number}. {question.text}",
                    dict(enumerate(o.text for o in question.options)),
                )
                for number, question in enumerate(cls.questions, start=1)
            )

    def compute(self, values: dict[str, Any]) -> Marked:
        picked = [
            (question, values[question.name])
            for question in self.questions
            if values[question.name] is not None
        ]
        return Marked(
            picks={question.name: values[question.name] for question in self.questions},
            answered=len(picked),
            right=sum(question.options[pick].right for question, pick in picked),
        )

    def says(self, result: Marked) -> str:
        count = len(self.questions)
        if not result.answered:
            return f"{count} questions; pick an answer to see what speaks for it or against it."
        if result.answered < count:
            return f"{result.answered} of {count} answered, {result.right} right so far."
        if result.right == count:
            return f"All {count} right."
        return f"All {count} answered, {result.right} right. Change an answer whenever you like."

    def notes(self, result: Marked) -> dict[str, str]:
        return {question.name: _remark(question, result.picks[question.name]) for question in self.questions}


def _remark(question: Question, pick: int | None) -> str:
    """Explain the pick; every option's explanation stands folded below, for who has not picked or cannot."""
    remark = ""
    if pick is not None:
        option = question.options[pick]
        verdict = "Right." if option.right else "Not quite."
        remark = f"<p><strong>{verdict}</strong> {escape(option.because)}</p>"
    rows = "".join(
        f"<li><strong>{escape(option.text)}</strong> {'Right.' if option.right else 'Wrong.'} "
        f"{escape(option.because)}</li>"
        for option in question.options
    )
    label = "Every option explained" if pick is not None else "Show the answer"
    return f"{remark}<details><summary>{label}</summary><ul>{rows}</ul></details>"
