"""Everything the reader answered, to carry out as one file and to read back in."""

from __future__ import annotations

from fieldguide import answers
from fieldguide.exercises._answers_file import AnswersFile


class MyAnswers(AnswersFile):
    """How many answers are kept here, a link that saves them, and a button that reads such a file."""

    title = "Your answers"
    saves = "Save your answers as a file"
    reads = "Read answers from a file"

    @property
    def sentence(self) -> str:
        """What is kept, in one sentence."""
        count = len(answers.kept())
        if not count:
            return "No answer is kept here yet."
        return f"{count} answer{'s are' if count > 1 else ' is'} kept here, and nowhere else."

    def read(self, name: str, content: bytes) -> str:
        read = answers.imported(content)
        count = f"{len(read)} answer{'' if len(read) == 1 else 's'}"
        return f"{count} read; exercises show them when they are opened again."
