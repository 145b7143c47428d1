"""Everything the reader answered, to carry out as one file and to read back in."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from html import escape
from typing import Any

import ipywidgets
import traitlets

from fieldguide import answers
from fieldguide.exercise import STYLE

NAME = "my-answers.json"


class MyAnswers(ipywidgets.VBox):
    """How many answers are kept here, a link that saves them as a file, and a button that reads such a file.

    It has nothing to compute, so it is a plain widget; it speaks through ``lp-says`` as exercises do.
    """

    ready = traitlets.Bool(False).tag(sync=True)

    def __init__(self) -> None:
        head = ipywidgets.HTML(f'<style>{STYLE}</style><h3 class="fg-title">Your answers</h3>')
        self._link = ipywidgets.HTML()
        self._says = ipywidgets.HTML()
        self._says.add_class("lp-says")
        self._says.add_class("fg-says")
        self._upload = ipywidgets.FileUpload(
            description="Read answers from a file", accept=".json", layout=ipywidgets.Layout(width="auto")
        )
        self._upload.observe(self._take, "value")
        super().__init__([head, self._link, self._upload, self._says])
        self.add_class("fg-exercise")
        answers.watch_all(self._show)
        self._show()
        self.ready = True

    @property
    def sentence(self) -> str:
        """What is kept, in one sentence."""
        count = len(answers.kept())
        if not count:
            return "No answer is kept here yet."
        return f"{count} answer{'s are' if count > 1 else ' is'} kept here, and nowhere else."

    def _show(self, first: str = "") -> None:
        text = base64.b64encode(answers.exported().encode()).decode()
        self._link.value = (
            f'<p><a class="fg-save" download="{NAME}" href="data:application/json;base64,{text}">'
            "Save your answers as a file</a></p>"
        )
        self._says.value = f"<p>{escape(f'{first} {self.sentence}'.strip())}</p>"

    def _take(self, change: Any) -> None:
        files: Sequence[Any] = change.new
        if not files:
            return
        try:
            read = answers.imported(bytes(files[0]["content"]))
        except answers.AnswersError as problem:
            self._show(str(problem))
        else:
            count = f"{len(read)} answer{'' if len(read) == 1 else 's'}"
            self._show(f"{count} read; exercises show them when they are opened again.")
        self._upload.value = ()
