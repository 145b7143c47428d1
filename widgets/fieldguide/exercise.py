"""What every exercise is: a reducer drawn as one widget.

::

    values → compute(values) → result → shows(result), says(result)

``values`` is all the state there is: one mapping that JSON can hold. A game keeps its moves in it and
``compute`` replays them. So reset, undo, keeping, tests and baking need no code of their own in any exercise.

A subclass declares what it is (``slug``, ``title``, ``question``, ``controls``) and writes three or four
pure methods. The base builds and labels the controls, computes at every move with the latest values, shows
the figure and the sentence, keeps the values (`fieldguide.answers`), and says in words what went wrong. It is
an ordinary ipywidget: it shows itself in any notebook, and its ``values`` can be read, set and observed.

In a published page the same widget is drawn at build time and brought to life in place. What the page needs
to know is in the CSS classes ``lp-figure`` and ``lp-says``, in the traits ``ready`` and ``link``, and
in the message that calls `lend`; nothing else here knows of a page.
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import ipywidgets
import traitlets
from ipywidgets.widgets.widget_string import HTMLStyle

from fieldguide import answers, figures, links
from fieldguide.controls import Built, Control, Press

if TYPE_CHECKING:
    from typing import Self

#: One sheet for JupyterLab and the page; it comes with the widget, so that no notebook needs a line for it.
STYLE = Path(__file__).with_name("exercise.css").read_text(encoding="utf-8")


class Exercise(ipywidgets.VBox):
    """The base of every exercise.

    Parameters
    ----------
    values : mapping, optional
        Where to start, instead of where the reader left off; what it leaves out has its default.
    **given
        The same, by name: ``FourthPurchase(end=180)``.

    Raises
    ------
    ValueError
        When a value is impossible or belongs to no control, in a sentence.

    Attributes
    ----------
    values : dict
        What the reader chose: complete, checked, JSON-able.
    ready : bool
        Whether figure and sentence have been computed once (a folded answer may still be on its way).
    link : dict
        What a link to the present values carries, as ``values``, and what is to be said with it, as ``says``;
        empty where a link has nothing to carry.
    """

    slug: ClassVar[str]
    title: ClassVar[str]
    question: ClassVar[str]
    #: Raise it when ``values`` change their meaning, and write `carry_over`.
    version: ClassVar[int] = 1
    controls: ClassVar[Sequence[Control]] = ()
    #: Controls that stand folded under *What this model assumes*, below the text `assumes`.
    assumptions: ClassVar[Sequence[Control]] = ()
    assumes: ClassVar[str] = ""
    #: The slug of a `fieldguide.kinds.guess.Guess` whose committed guess arrives as ``values["guess"]``.
    guess: ClassVar[str | None] = None
    #: The controls that the guess is about. It is shown while they stand where it was asked, which is where
    #: they start, or where a mapping says; elsewhere it would answer another question.
    guessed_at: ClassVar[Sequence[str] | Mapping[str, Any]] = ()
    #: When set, figure and sentence stand folded under this label until `opens` says otherwise, and are not
    #: waited for: what only they need (data, matplotlib) is loaded once the exercise is ready.
    folded: ClassVar[str | None] = None
    #: Whether the fold holds back an answer, and keeps its room while it is closed. Else it holds what is too
    #: long to stand open, a letter: without its sentence, which stands before it and follows every move.
    withholds: ClassVar[bool] = True
    #: Whether it tells of the reader's own organization, so that a plan takes it in; one that is called
    #: ``your-…`` does so anyway.
    own: ClassVar[bool] = False
    #: When set, all that is kept of other exercises arrives as ``values["kept"]`` (see `answers.snapshot`),
    #: and arrives anew whenever it changes. It is not kept a second time among this one's own values.
    takes_in: ClassVar[bool] = False
    #: Whether a link may carry its values. A guess or a quiz filled in by somebody else is none.
    shares: ClassVar[bool] = True

    values = traitlets.Dict()
    ready = traitlets.Bool(False).tag(sync=True)
    link = traitlets.Dict().tag(sync=True)

    # What a subclass writes ------------------------------------------------------------------------------

    def compute(self, values: dict[str, Any]) -> Any:
        """Return everything that is shown or said; a pure function of `values`.

        A ``ValueError`` is shown to the reader as the sentence that it carries.
        """
        raise NotImplementedError

    def shows(self, result: Any) -> Any:
        """Return a matplotlib figure, or HTML, or None where words are enough."""
        return None

    def alt(self, result: Any) -> str:
        """Say what the figure shows to somebody who does not see it; needed with a matplotlib figure."""
        raise NotImplementedError

    def says(self, result: Any) -> str:
        """Return one or two sentences of plain text with the numbers in them."""
        raise NotImplementedError

    def asks(self, result: Any) -> Mapping[str, str]:
        """Return HTML that stands right above a control, by the control's name."""
        return {}

    def notes(self, result: Any) -> Mapping[str, str]:
        """Return HTML that stands right below a control, by the control's name."""
        return {}

    def locks(self, result: Any) -> set[str]:
        """Return the names of controls that cannot be moved now: a guess once made, a game once over."""
        return set()

    def names(self, result: Any) -> Mapping[str, Mapping[str, str]]:
        """Return what the buttons of `Moves` say now, by the control's and the option's name."""
        return {}

    def opens(self, result: Any) -> bool:
        """Return whether a folded answer may be seen; asked only where `folded` is set."""
        return False

    def longest(self, result: Any) -> str:
        """Return the longest sentence that a folded answer may come to: room is kept for it."""
        return self.says(result)

    @classmethod
    def carry_over(cls, version: int, values: dict[str, Any]) -> dict[str, Any] | None:
        """Turn values kept by an older `version` into today's; None sets them aside, with a sentence."""
        return None

    # What everybody reads --------------------------------------------------------------------------------

    @property
    def result(self) -> Any:
        """What ``compute`` makes of the present values; raises what it raises."""
        return self.compute(dict(self.values))

    @property
    def sentence(self) -> str:
        """The sentence for the present values; raises what ``compute`` raises."""
        return self.says(self.result)

    @classmethod
    def every_control(cls) -> dict[str, Control]:
        """All controls by name, folded ones last."""
        return {control.name: control for control in (*cls.controls, *cls.assumptions)}

    @classmethod
    def start(cls) -> dict[str, Any]:
        """Return the values of an untouched exercise."""
        start = {name: control.initial for name, control in cls.every_control().items()}
        if cls.takes_in:
            start["kept"] = answers.nothing()
        return start | ({"guess": None} if cls.guess else {})

    @classmethod
    def bare(cls) -> Self:
        """Return the exercise without a widget: its pure methods work, and it costs next to nothing."""
        return cls.__new__(cls)

    def guess_for(self, values: Mapping[str, Any]) -> float | None:
        """Return the reader's guess where `values` are what it was made for (see `guessed_at`), else None."""
        asked = self.guessed_at if isinstance(self.guessed_at, Mapping) else self.start()
        return values["guess"] if all(values[name] == asked[name] for name in self.guessed_at) else None

    def reread(self, record: Mapping[str, Any], **brought: Any) -> dict[str, Any]:
        """Return the complete values of a kept record (see `answers.recall`), with those `brought` along.

        Raises
        ------
        ValueError
            When they are none of today's and cannot be carried over, in a sentence.
        """
        values = record["values"]
        if record["version"] != self.version:
            values = self.carry_over(record["version"], values)
        if values is None:
            raise ValueError("This exercise has changed since you answered it.")
        return self._complete({"value": {**values, **brought}})

    def reset(self) -> None:
        """Go back to the start, and let go of what was kept; while a link's values are shown, to those."""
        self._refused = {}
        self.values = self.start() | self._brought() | (self._lent or {})
        self._put()
        self._draw()
        if self.folded:
            self._fold.selected_index = None
        if self._lent is None:
            self._let_go()

    def lend(self, text: str | None) -> None:
        """Show the values of a link (see `fieldguide.links`), or with None the reader's own again.

        In between nothing is kept and nothing kept is touched, whatever is moved. What the link says and
        cannot be is left out, with a sentence.
        """
        try:
            values, refused = self._of_link(text)
        except ValueError as problem:
            values, refused = {}, [str(problem)]
        self._lent = None if text is None else values
        self._refused = {}
        self._tell("")
        self._busy = True
        try:
            self.values = self._kept() if text is None else self.start() | self._brought() | values
            if self.folded:
                self._fold.selected_index = None
        finally:
            self._busy = False
        self._put()
        if self._drawn is not None:  # else the first drawing is still to come
            self._draw()
        if refused:
            self._tell(f"Not all that came with the link is shown. {' '.join(refused)}")

    # How it works ----------------------------------------------------------------------------------------

    def __init__(self, values: Mapping[str, Any] | None = None, **given: Any) -> None:
        self._busy = True  # nothing is drawn or kept until all the parts are there
        self._drawn: dict[str, Any] | None = None
        #: The values that came with a link, while those are shown: then nothing is kept.
        self._lent: dict[str, Any] | None = None
        self._answered = False
        #: What stands in a control and is impossible, as the sentence that says why, by the control's name.
        self._refused: dict[str, str] = {}
        self._built: dict[str, Built] = {}
        self._above: dict[str, ipywidgets.HTML] = {}
        self._below: dict[str, ipywidgets.HTML] = {}
        # Half of the time that a widget takes to make goes into a layout of its own: one serves all.
        self._layout = ipywidgets.Layout(width="auto")
        self._style = HTMLStyle()
        self._figure = self._html("lp-figure", "fg-figure")
        self._says = self._html("lp-says", "fg-says")
        self._message = self._html("fg-message")
        super().__init__(self._parts(), _dom_classes=("fg-exercise",))
        given = {**(values or {}), **given}
        self.values = given or self._kept()
        self._busy = False
        self._put()
        self.on_msg(lambda _, content, buffers: "given" in content and self.lend(content["given"]))
        if self.guess and not given:
            answers.watch(self.guess, lambda: self._take(**self._guessed()))
        if self.takes_in and not given:
            answers.watch_all(lambda: self._keeping or self._take(**self._taken()))
        self._draw_soon()

    def _parts(self) -> list[ipywidgets.Widget]:
        head = self._html(
            "fg-head",
            value=f"<style>{figures.STYLE}{STYLE}</style>"
            f'<h3 class="fg-title">{escape(self.title)}</h3>'
            f'<p class="fg-question">{escape(self.question)}</p>',
        )
        parts = [head, *self._rows(self.controls)]
        answer: list[ipywidgets.Widget] = [self._figure, self._says]
        if self.folded:
            if self.withholds:
                self._room = self._html("fg-room")
                inside = self._box([*answer, self._room], "fg-inside")
                answer = [self._fold_of(inside, self.folded, "fg-answer")]
            else:
                answer = [self._says, self._fold_of(self._figure, self.folded)]
            self._fold = answer[-1]
            self._fold.observe(self._unfolded, "selected_index")
        parts += [self._message, *answer]
        if self.assumptions or self.assumes:
            text = self._html("fg-assumes", value=f"<p>{escape(self.assumes)}</p>" if self.assumes else "")
            inside = self._box([text, *self._rows(self.assumptions)])
            parts.append(self._fold_of(inside, "What this model assumes"))
        again = ipywidgets.Button(
            description="Start again",
            tooltip=f"Start again: {self.title}",
            _dom_classes=("fg-again",),
            layout=self._layout,
        )
        again.on_click(lambda _: self.reset())
        return [*parts, again]

    def _html(self, *classes: str, value: str = "") -> ipywidgets.HTML:
        looks = {"_dom_classes": classes, "layout": self._layout, "style": self._style}
        return ipywidgets.HTML(_without_formulas(value), **looks)

    def _box(self, inside: Sequence[ipywidgets.Widget], *classes: str) -> ipywidgets.VBox:
        return ipywidgets.VBox(inside, _dom_classes=classes, layout=self._layout)

    def _fold_of(self, inside: ipywidgets.Widget, label: str, *classes: str) -> ipywidgets.Accordion:
        return ipywidgets.Accordion(
            [inside], titles=(label,), selected_index=None, _dom_classes=classes, layout=self._layout
        )

    def _rows(self, controls: Sequence[Control]) -> list[ipywidgets.Widget]:
        rows = []
        for control in controls:
            built = control.build(
                lambda value, name=control.name: self._take(**{name: value}), layout=self._layout
            )
            self._built[control.name] = built
            inside = [built.widget]
            # Every widget costs a page time before it can be worked: only what is ever filled is made.
            if type(self).asks is not Exercise.asks:
                self._above[control.name] = self._html("fg-asks")
                inside.insert(0, self._above[control.name])
            if type(self).notes is not Exercise.notes:
                self._below[control.name] = self._html("fg-note")
                inside.append(self._below[control.name])
            kind = "fg-press" if isinstance(control, Press) else "fg-knob"
            rows.append(self._box(inside, "fg-control", kind))
        return rows

    @traitlets.validate("values")
    def _complete(self, proposal: Mapping[str, Any]) -> dict[str, Any]:
        """Fill in what is left out, check each value, and refuse what belongs to no control."""
        given = dict(proposal["value"])
        complete = self.start()
        if self.guess:
            complete["guess"] = given.pop("guess", None)
            if complete["guess"] is not None and not _is_number(complete["guess"]):
                raise ValueError("The guess that was kept is damaged.")
        if self.takes_in:
            kept = given.pop("kept", answers.nothing())
            complete["kept"] = kept if kept is self.values.get("kept") else answers.checked(kept)
        for name, control in self.every_control().items():
            if name in given:
                complete[name] = control.check(given.pop(name))
        if given:
            raise ValueError(f"“{self.title}” has nothing called {', '.join(map(repr, given))}.")
        return complete

    def _take(self, **changes: Any) -> None:
        """Take what the reader moved; what is impossible is answered, and the rest stays as it was."""
        if self._busy:
            return
        before, refused = self.values, dict(self._refused)
        for name in changes:
            self._refused.pop(name, None)
        try:
            self.values = {**before, **changes}
        except ValueError as problem:
            self._refused |= dict.fromkeys(changes, str(problem))
            self._draw()
        else:
            if self.values == before:  # between two steps, or back from something impossible: nothing moved
                self._put()
                if refused:
                    self._draw()

    @traitlets.observe("values")
    def _moved(self, change: Any) -> None:
        if self._busy:
            return
        self._put()
        self._draw()
        if self._lent is None:
            if not self._at_start(self.values):
                self._keep()
            elif not self._at_start(change.old):
                self._let_go()

    def _put(self) -> None:
        """Show the values in the controls, without taking that for a reader's move; what is refused stays."""
        self._busy = True
        try:
            for name, built in self._built.items():
                if name not in self._refused:
                    built.put(self.values[name])
        finally:
            self._busy = False
        self.link = self._linked()

    def _draw_soon(self) -> None:
        """Compute after the controls are shown where a loop runs (Jupyter, the page); else when asked."""
        self._pending = not _soon(self._draw_first)

    _pending = _keeping = False

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        # A plain program reads `result` or `sentence`, which compute: nothing is drawn until somebody looks.
        if self._pending:
            self._draw_first()
        return super()._repr_mimebundle_(**kwargs)

    def _draw_first(self) -> None:
        self._pending = False
        if self._drawn is None:
            self._draw()
            if self.folded and not self._answered and not _soon(self._answer):
                self._answer()

    def _answer(self) -> None:
        """Draw a folded answer that nobody has asked for yet, so that it is there at once when they do."""
        if not self._answered:
            self._draw(folded_too=True)

    def _unfolded(self, change: Any) -> None:
        if change.new is not None and not self._busy:
            self._draw()

    def _draw(self, folded_too: bool = False) -> None:
        """Compute and show. Whatever goes wrong is told; controls and values stay as they are.

        Numbers that cannot be have no answer: then figure and sentence are empty, because those of other
        numbers would be taken for theirs.
        """
        values = dict(self.values)
        try:
            if self._refused:
                raise ValueError(" ".join(self._refused.values()))
            result = self.compute(values)
            above, below, locked = self.asks(result), self.notes(result), self.locks(result)
            names = self.names(result)
            opened = bool(self.folded) and self.opens(result)
            closed = self.folded and not opened and self._fold.selected_index is None and not folded_too
            if not closed:
                shown = self.shows(result)
                if shown is not None and not isinstance(shown, str):
                    shown = figures.inline(shown, alt=self.alt(result), name=self.slug)
                room = self.longest(result) if self.folded and self.withholds else ""
            heard = not (closed and self.withholds)
            said = self.says(result) if heard else ""
        except ValueError as problem:
            self._figure.value = self._says.value = ""
            self._tell(str(problem))
        except Exception as problem:
            self._tell(
                f"This could not be computed ({type(problem).__name__}: {problem}). What you chose is kept; "
                "move a control, or start again."
            )
        else:
            if heard:
                self._says.value = _without_formulas(f"<p>{escape(said)}</p>")
            if not closed:
                self._figure.value = _without_formulas(shown or "", "tspan")
                if self.folded and self.withholds:
                    self._room.value = f'<p data-room="{escape(room)}"></p>'
                self._answered = True
            for name, built in self._built.items():
                for notes, texts in ((self._above, above), (self._below, below)):
                    if name in notes:
                        notes[name].value = _without_formulas(texts.get(name, ""))
                built.lock(name in locked)
                if name in names:
                    built.rename(names[name])
            if opened:
                self._busy = True  # it is drawn already
                self._fold.selected_index = 0
                self._busy = False
            if self._drawn is not None and not folded_too:  # what was told while waking up stays until a move
                self._tell("")
        self._drawn = values
        self.ready = True

    def _tell(self, sentence: str) -> None:
        self._message.value = f'<p role="alert">{_without_formulas(escape(sentence))}</p>' if sentence else ""

    # Links -----------------------------------------------------------------------------------------------

    def _linked(self) -> dict[str, str]:
        """Return what a link to the present values carries, and what is to be said with it."""
        controls = self.every_control()
        if not self.shares or not links.carried(controls):
            return {}
        text = links.written(self.values, controls, self.version)
        if len(text) > links.MOST:
            return {"says": "This has gone too far for a link: it would be too long."}
        said = []
        if self.own or self.slug.startswith("your-"):
            said.append("Your own numbers and choices are in it.")
        if len(links.carried(controls)) < len(controls):
            said.append("What you wrote is not in it.")
        return {"values": text, "says": " ".join(said)}

    def _of_link(self, text: str | None) -> tuple[dict[str, Any], list[str]]:
        """Return the values in a link that are possible here, and a sentence for each that is not."""
        if not text:
            return {}, []
        if not self.shares:
            raise ValueError("This exercise takes no values from a link.")
        version, values = links.read(text)
        if version != self.version:
            raise ValueError("This exercise has changed since the link was made.")
        return links.checked(values, self.every_control())

    # Keeping ---------------------------------------------------------------------------------------------

    def _guessed(self) -> dict[str, Any]:
        """Return the reader's committed guess as a value, where this exercise shows one."""
        if not self.guess:
            return {}
        try:
            kept = answers.recall(self.guess)
        except (OSError, answers.AnswersError):  # the guess itself says so
            kept = None
        made = kept is not None and kept["values"].get("committed") is True
        guess = kept["values"].get("guess") if made else None
        return {"guess": guess if _is_number(guess) else None}

    def _taken(self) -> dict[str, Any]:
        """Return what is kept of all other exercises as a value, where this exercise takes it in."""
        if not self.takes_in:
            return {}
        try:
            return {"kept": answers.snapshot(without=self.slug)}
        except OSError:  # told of by `_kept`
            return {"kept": answers.nothing()}

    def _brought(self) -> dict[str, Any]:
        """Return the values that come from other exercises."""
        return self._guessed() | self._taken()

    def _at_start(self, values: dict[str, Any]) -> bool:
        """Return whether no control has been moved."""
        return all(values[name] == control.initial for name, control in self.every_control().items())

    def _mine(self, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values without what is kept of the other exercises."""
        return {name: value for name, value in values.items() if name != "kept" or not self.takes_in}

    def _keep(self) -> None:
        self._keeping = True  # what this exercise keeps itself is no news to it
        try:
            answers.keep(self.slug, self.version, self._mine(self.values))
        except (OSError, answers.AnswersError) as problem:
            self._tell(f"Your answer could not be kept ({problem}). It stays here until you leave.")
        finally:
            self._keeping = False

    def _let_go(self) -> None:
        """Keep nothing where nothing is answered (any more): what was taken back must not come again."""
        self._keeping = True
        try:
            if self.slug in answers.store().load():
                answers.forget(self.slug)
        except OSError as problem:
            self._tell(f"Your earlier answer could not be let go ({problem}).")
        finally:
            self._keeping = False

    def _kept(self) -> dict[str, Any]:
        """Return where the reader left off; what cannot be read any more is set aside, with a sentence."""
        try:
            record = answers.recall(self.slug)
            if record is not None:
                return self.reread(record, **self._brought())
        except OSError as problem:
            self._tell(f"Your earlier answer could not be read ({problem}).")
        except ValueError as problem:
            try:
                answers.set_aside(self.slug)
                where = "is set aside, and goes along when you export"
            except OSError as trouble:
                where = f"could not be set aside ({trouble})"
            self._tell(f"{problem} Your earlier answer {where}; this starts afresh.")
        return self.start() | self._brought()


def _without_formulas(html: str, tag: str = "span") -> str:
    """Set dollar signs apart: what stands between two of one text JupyterLab would set as a formula."""
    if html.count("$") < 2:
        return html
    return re.sub(r"<[^>]*>|\$", lambda found: f"<{tag}>$</{tag}>" if found[0] == "$" else found[0], html)


def _is_number(guess: Any) -> bool:
    # Compared, not asked whether it is finite: a whole number may be too long to be a float.
    return isinstance(guess, int | float) and not isinstance(guess, bool) and abs(guess) <= sys.float_info.max


def _soon(call: Callable[[], None]) -> bool:
    """Have something called when the loop is free; False where none runs."""
    try:
        asyncio.get_running_loop().call_soon(call)
    except RuntimeError:
        return False
    return True
