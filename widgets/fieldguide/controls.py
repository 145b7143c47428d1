"""What a reader moves: each control names its value, checks it and builds one labelled widget.

A control is data, so that an exercise declares its controls at the top of its class and everything else
(the widgets, the checks, the corners that tests try) follows from that. It knows no exercise:
``build`` is handed a function to call when the reader changes something, and hands back what was `Built`.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from html import escape
from typing import Any

import ipywidgets
from ipywidgets.widgets.widget_bool import CheckboxStyle


def _unwritable(sign: str) -> bool:
    """Tell whether a character is a control, half of one, or none."""
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in "\ufffe\uffff"


@dataclass(frozen=True)
class Built:
    """A control's widget, how a value is shown in it, and how it is locked: a guess made, a game over.

    A row of buttons can be given new texts, by their options' names.
    """

    widget: ipywidgets.Widget
    put: Callable[[Any], None]
    lock: Callable[[bool], None]
    rename: Callable[[Mapping[str, str]], None] | None = None


def _number(label: str, value: object) -> float:
    """Return `value` as it is when it is a finite number; say in words when it is not."""
    # Compared, not asked whether it is finite: a whole number may be too long to be a float.
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= sys.float_info.max:
        raise ValueError(f"“{label}” needs a number; {value!r} is not one.")
    return value


def _written(number: float) -> str:
    """Write a number as people do, 5,000,000 and not 5e+06, as long as it can be read that way."""
    if number and not 1e-9 < abs(number) < 1e15:
        return f"{number:g}"
    # The shortest decimal that stands for it; `normalize` takes the zeros off its end.
    return f"{Decimal(str(number or 0)).normalize():,f}"


@dataclass(frozen=True)
class Control:
    """One named value that a reader can change.

    Attributes
    ----------
    name : str
        The key in an exercise's ``values``.
    label : str
        What stands beside it, and its accessible name.
    """

    name: str
    label: str

    @property
    def initial(self) -> Any:
        """The value that an untouched control has."""
        return getattr(self, "default", None)

    def check(self, value: Any) -> Any:
        """Return `value` as it is kept; raise ``ValueError`` with a sentence when it is impossible."""
        raise NotImplementedError

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        """Make the widget, laid out by `layout`; call `change` with the value that a reader moves it to."""
        raise NotImplementedError

    def corners(self) -> Sequence[Any]:
        """Values at the edges of what `check` allows: tests try them all."""
        raise NotImplementedError


@dataclass(frozen=True)
class _Quantity(Control):
    """A number with a unit and a range; whole when its range and step are whole."""

    low: float = 0
    high: float = 100
    step: float = 1
    default: float | None = None
    unit: str = ""
    format: str = ""

    @property
    def initial(self) -> float:
        return self.low if self.default is None else self.default

    @property
    def whole(self) -> bool:
        return all(isinstance(n, int) for n in (self.low, self.high, self.step, self.initial))

    @property
    def described(self) -> str:
        return f"{self.label} ({self.unit})" if self.unit else self.label

    def check(self, value: Any) -> float:
        number = _number(self.label, value)
        if not self.low <= number <= self.high:
            unit = f" {self.unit}" if self.unit else ""
            low, high, typed = (_written(one) for one in (self.low, self.high, number))
            raise ValueError(f"“{self.label}” goes from {low} to {high}{unit}; {typed} lies outside.")
        if self.whole:
            if number != int(number):
                raise ValueError(f"“{self.label}” needs a whole number; {_written(number)} is not one.")
            return int(number)
        # A slider's steps add up to 0.30000000000000004; the reader chose 0.3.
        return round(float(number), 10)

    def corners(self) -> Sequence[float]:
        return (self.low, self.initial, self.high)


@dataclass(frozen=True)
class Number(_Quantity):
    """A slider from `low` to `high` by `step`; `format` is its readout's, as in ``"d"`` or ``".0%"``.

    Its readout can be typed into, between two steps as well: an exercise that knows only the steps sets
    `snaps`, and the nearest one is taken and shown.
    """

    snaps: bool = False

    def check(self, value: Any) -> float:
        number = super().check(value)
        if not self.snaps:
            return number
        steps = round((number - self.low) / self.step)
        return super().check(min(self.low + steps * self.step, self.high))

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        make = ipywidgets.IntSlider if self.whole else ipywidgets.FloatSlider
        widget = make(
            value=self.initial,
            min=self.low,
            max=self.high,
            step=self.step,
            description=self.described,
            readout_format=self.format or ("d" if self.whole else ".2f"),
            layout=layout,
        )
        return _observed(widget, change)


@dataclass(frozen=True)
class Amount(_Quantity):
    """A number that the reader types: their own, so it may be any from `low` to `high`.

    The field itself is not bounded: a typed number that is impossible stays to be seen and is answered
    with a sentence, rather than being changed behind the reader's back.
    """

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        # Where whole numbers are wanted, too: a field for those cuts 3.5 down to 3 without a word.
        widget = ipywidgets.FloatText(value=self.initial, description=self.described, layout=layout)
        return _observed(widget, change)


@dataclass(frozen=True)
class Choice(Control):
    """One of several; `options` maps the value to what is read. A `default` of None starts undecided."""

    options: Mapping[Any, str] = field(default_factory=dict)
    default: Any = None
    style: str = "radio"

    def check(self, value: Any) -> Any:
        if value is None and self.default is None:
            return None
        for option in self.options:  # a list or a mapping has no hash, and may have come all the same
            # The option itself and not its like: 10.0 is 10 to Python, and True is 1, but neither can count.
            if option == value and isinstance(option, bool) == isinstance(value, bool):
                return option
        raise ValueError(
            f"“{self.label}” offers {', '.join(self.options.values())}; {value!r} is none of them."
        )

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        make = {"radio": ipywidgets.RadioButtons, "menu": ipywidgets.Dropdown}[self.style]
        widget = make(
            options=[(text, key) for key, text in self.options.items()],
            value=self.default,
            description=self.label,
            layout=layout,
        )
        return _observed(widget, change)

    def corners(self) -> Sequence[Any]:
        return (*self.options, *([None] if self.default is None else []))


@dataclass(frozen=True)
class Switch(Control):
    """Yes or no."""

    default: bool = False

    def check(self, value: Any) -> bool:
        if not isinstance(value, bool):
            raise ValueError(f"“{self.label}” is either on or off; {value!r} is neither.")
        return value

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        widget = ipywidgets.Checkbox(value=self.default, description=self.label, indent=False, layout=layout)
        return _observed(widget, change)

    def corners(self) -> Sequence[bool]:
        return (False, True)


@dataclass(frozen=True)
class Several(Control):
    """Any of several, none and all included; `options` maps a name to what is read beside its box.

    The value is the list of the names that are ticked, in the order of `options`.
    """

    options: Mapping[str, str] = field(default_factory=dict)
    default: Sequence[str] = ()

    @property
    def initial(self) -> list[str]:
        return list(self.default)

    def check(self, value: Any) -> list[str]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"“{self.label}” needs a list of names; {value!r} is none.")
        for name in value:
            if name not in list(self.options):
                raise ValueError(f"“{self.label}” does not offer {name!r}.")
        if len(set(value)) < len(value):
            raise ValueError(f"“{self.label}” has something twice.")
        return [name for name in self.options if name in value]

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        shared = {"indent": False, "layout": layout, "style": CheckboxStyle()}
        boxes = {
            name: ipywidgets.Checkbox(value=name in self.default, description=text, **shared)
            for name, text in self.options.items()
        }
        putting = False

        def ticked(_: Any) -> None:
            # Boxes that are set together are one change, which whoever sets them already knows of.
            if not putting:
                change([name for name, box in boxes.items() if box.value])

        for box in boxes.values():
            box.observe(ticked, "value")

        def put(value: Sequence[str]) -> None:
            nonlocal putting
            putting = True
            for name, box in boxes.items():
                box.value = name in value
            putting = False

        def lock(locked: bool) -> None:
            for box in boxes.values():
                box.disabled = locked

        label = ipywidgets.HTML(f'<p class="fg-label">{escape(self.label)}</p>', layout=layout)
        # In the page the label names the group also for who cannot see that it stands above.
        group = ipywidgets.VBox(
            [label, *boxes.values()], layout=layout, _dom_classes=("fg-several", "lp-group")
        )
        return Built(group, put, lock)

    def corners(self) -> Sequence[list[str]]:
        names = list(self.options)
        return ([], names[:1], names)


@dataclass(frozen=True)
class Words(Control):
    """What the reader writes, at most `most` characters. Escape it wherever it is shown.

    Where most texts are refused, `tried` has some that are not, for the tests to try besides.
    """

    default: str = ""
    rows: int = 1
    most: int = 2000
    tried: Sequence[str] = ()

    def check(self, value: Any) -> str:
        if not isinstance(value, str):
            raise ValueError(f"“{self.label}” needs words; {value!r} is something else.")
        if len(value) > self.most:
            raise ValueError(
                f"“{self.label}” has room for {self.most:,} characters; this has {len(value):,}."
            )
        # Pasted control characters are nothing that anybody meant to write, and no markup may hold them.
        return "".join(sign for sign in value if sign in "\n\t" or not _unwritable(sign))

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        if self.rows == 1:
            widget = ipywidgets.Text(value=self.default, description=self.label, layout=layout)
        else:
            widget = ipywidgets.Textarea(
                value=self.default, description=self.label, rows=self.rows, layout=layout
            )
        return _observed(widget, change)

    def corners(self) -> Sequence[str]:
        return ("", '<b>&"bold"</b>', "é" * self.most, *self.tried)


@dataclass(frozen=True)
class Press(Control):
    """A button pressed once: the value turns from False to True and stays until the exercise starts again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "default", False)

    check = Switch.check

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        button = ipywidgets.Button(description=self.label, layout=layout, button_style="primary")
        button.on_click(lambda _: change(True))
        down = False

        def put(pressed: bool) -> None:
            nonlocal down
            button.disabled = down = pressed

        def lock(locked: bool) -> None:
            button.disabled = down or locked

        return Built(button, put, lock)

    def corners(self) -> Sequence[bool]:
        return (False, True)


@dataclass(frozen=True)
class Moves(Control):
    """A row of buttons whose presses are kept as a list: a game that ``compute`` replays.

    At most `most` moves; undoing the last comes with it.
    """

    options: Mapping[str, str] = field(default_factory=dict)
    most: int = 100

    def __post_init__(self) -> None:
        object.__setattr__(self, "default", [])

    def check(self, value: Any) -> list[str]:
        if not isinstance(value, list | tuple):
            raise ValueError(f"“{self.label}” needs a list of moves; {value!r} is none.")
        for move in value:
            if move not in list(self.options):
                raise ValueError(f"“{self.label}” has no move {move!r}.")
        if len(value) > self.most:
            raise ValueError(f"“{self.label}” has {self.most} moves at most; these are {len(value)}.")
        return list(value)

    def build(self, change: Callable[[Any], None], layout: ipywidgets.Layout) -> Built:
        moves: list[str] = []

        def press(key: str) -> Callable[[Any], None]:
            return lambda _: len(moves) < self.most and change([*moves, key])

        buttons = {}
        for key, text in self.options.items():
            buttons[key] = ipywidgets.Button(description=text, tooltip=f"{self.label}: {text}", layout=layout)
            buttons[key].on_click(press(key))
        undo = ipywidgets.Button(description="Undo", tooltip="Take back the last move", layout=layout)
        undo.on_click(lambda _: change(moves[:-1]))

        def put(value: list[str]) -> None:
            moves[:] = value
            undo.disabled = not moves

        def lock(over: bool) -> None:
            for button in buttons.values():
                button.disabled = over

        def rename(texts: Mapping[str, str]) -> None:
            for key, button in buttons.items():
                button.description = text = texts.get(key, self.options[key])
                button.tooltip = f"{self.label}: {text}"

        put([])
        row = ipywidgets.HBox(tuple(buttons.values()), layout=layout)
        row.add_class("fg-moves")
        if len(buttons) > 8:
            row.add_class("fg-many")
        label = ipywidgets.HTML(f'<p class="fg-label">{escape(self.label)}</p>', layout=layout)
        return Built(ipywidgets.VBox([label, row, undo], layout=layout), put, lock, rename)

    def corners(self) -> Sequence[list[str]]:
        return ([], [next(iter(self.options))], [list(self.options)[-1]] * self.most)


def _observed(widget: ipywidgets.Widget, change: Callable[[Any], None]) -> Built:
    """Wire a widget whose ``value`` is the control's value."""
    widget.observe(lambda event: change(event.new), "value")

    def put(value: Any) -> None:
        widget.value = value

    def lock(locked: bool) -> None:
        widget.disabled = locked

    return Built(widget, put, lock)
