"""What carries all answers out as one file, and reads such a file."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any, ClassVar

import ipywidgets
import traitlets

from fieldguide import answers
from fieldguide.exercise import STYLE


def file_name() -> str:
    """Return what a saved file is called: its day tells it from an earlier one with answers."""
    return f"my-answers-{date.today()}.json" if answers.kept() else "my-answers.json"


class AnswersFile(ipywidgets.VBox):
    """A link that saves today's answers, a button that reads a file of them, and a sentence.

    It has nothing to compute, so it is a plain widget; it speaks through ``lp-says`` as exercises do. A
    subclass says what the four texts are, what its `sentence` is, and what it makes of a file (`read`).
    """

    title: ClassVar[str]
    question: ClassVar[str] = ""
    #: What stands on the link, and on the button.
    saves: ClassVar[str]
    reads: ClassVar[str]

    ready = traitlets.Bool(False).tag(sync=True)

    def __init__(self, *between: ipywidgets.Widget) -> None:
        question = f'<p class="fg-question">{self.question}</p>' if self.question else ""
        head = ipywidgets.HTML(f'<style>{STYLE}</style><h3 class="fg-title">{self.title}</h3>{question}')
        self._link = ipywidgets.HTML()
        self._says = ipywidgets.HTML()
        self._says.add_class("lp-says")
        self._says.add_class("fg-says")
        self._upload = ipywidgets.FileUpload(
            description=self.reads, accept=".json", layout=ipywidgets.Layout(width="auto")
        )
        self._upload.observe(self._take, "value")
        super().__init__([head, self._link, self._upload, *between, self._says])
        self.add_class("fg-exercise")
        answers.watch_all(self._show)
        self._show()
        self.ready = True

    @property
    def sentence(self) -> str:
        """What there is to say, as things stand."""
        raise NotImplementedError

    def read(self, name: str, content: bytes) -> str:
        """Take a file, and return what is said of it before the sentence.

        Raises
        ------
        AnswersError
            When it is no file of answers.
        """
        raise NotImplementedError

    def _show(self, first: str = "") -> None:
        text = base64.b64encode(answers.exported().encode()).decode()
        self._link.value = (
            f'<p><a class="fg-save" download="{file_name()}" href="data:application/json;base64,{text}">'
            f"{self.saves}</a></p>"
        )
        self._says.value = f"<p>{escape(f'{first} {self.sentence}'.strip())}</p>"

    def _take(self, change: Any) -> None:
        files: Sequence[Any] = change.new
        if not files:
            return
        try:
            said = self.read(files[0]["name"], bytes(files[0]["content"]))
        except answers.AnswersError as problem:
            said = str(problem)
        self._show(said)
        self._upload.value = ()
