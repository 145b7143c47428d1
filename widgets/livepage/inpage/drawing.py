"""Draw a widget as static HTML, close to what ipywidgets makes of it, so that nothing jumps later.

Boxes, folds and text are drawn once and stay (``data-kind``); every other element is only a drawing,
exchanged for the live view later. ``data-lp`` marks each widget's element. A widget of a kind that is
unknown here gets its label and an empty place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any

import ipywidgets as w

_drawers: list[tuple[tuple[type, ...], Callable[[Any], str]]] = []

#: The classes with a meaning in the page, and the role that each gives.
ROLES = {
    "lp-figure": ' data-role="figure"',
    "lp-says": ' data-role="says" aria-live="polite" aria-atomic="true"',
}


#: The packages of widgets that a page has the other halves of.
KNOWN = {"@jupyter-widgets/base", "@jupyter-widgets/controls"}


def strangers(widget: w.Widget) -> set[str]:
    """Return the kinds of widgets in `widget`, itself included, that no page can bring to life."""
    own = set() if widget._model_module in KNOWN else {type(widget).__name__}
    return own.union(*map(strangers, getattr(widget, "children", ())))


def draw(widget: w.DOMWidget) -> str:
    """Return `widget` as HTML."""
    for kinds, drawer in _drawers:
        if isinstance(widget, kinds):
            return drawer(widget)
    return _element(
        widget,
        "jupyter-widgets lp-drawn",
        escape(getattr(widget, "description", "") or type(widget).__name__),
    )


def _draws(*kinds: type) -> Callable[[Callable[[Any], str]], Callable[[Any], str]]:
    def register(drawer: Callable[[Any], str]) -> Callable[[Any], str]:
        _drawers.append((kinds, drawer))
        return drawer

    return register


def _element(widget: w.DOMWidget, classes: str, inside: str, kind: str = "", tag: str = "div") -> str:
    names = " ".join([classes, *widget._dom_classes])
    layout = widget.layout
    style = "".join(
        f"{name}:{value};"
        for name in ("width", "display", "visibility")
        if (value := getattr(layout, name, None))
    )
    roles = "".join(role for name, role in ROLES.items() if name in widget._dom_classes)
    if "lp-group" in widget._dom_classes:
        # Not by a tooltip: JupyterLab fails to show a box that has one.
        heading = unescape(re.sub("<[^>]*>", "", widget.children[0].value))
        roles += f' role="group" aria-label="{escape(heading)}"'
    attributes = (f' data-kind="{kind}"' if kind else "") + (f' style="{escape(style)}"' if style else "")
    return f'<{tag} class="{escape(names)}" data-lp{attributes}{roles}>{inside}</{tag.split()[0]}>'


def _label(widget: Any) -> str:
    return f'<label class="widget-label">{escape(widget.description)}</label>' if widget.description else ""


def _named(widget: Any) -> str:
    return f' aria-label="{escape(widget.description)}"' if widget.description else ""


@_draws(w.HTML, w.HTMLMath)
def _html(widget: w.HTML) -> str:
    content = f'<div class="widget-html-content">{widget.value}</div>'
    return _element(widget, "jupyter-widgets widget-inline-hbox widget-html", content, kind="html")


@_draws(w.Accordion)
def _accordion(widget: w.Accordion) -> str:
    folds = "".join(
        f"<details{' open' if widget.selected_index == index else ''}>"
        f"<summary>{escape(widget.get_title(index) or '')}</summary>{draw(child)}</details>"
        for index, child in enumerate(widget.children)
    )
    return _element(widget, "jupyter-widgets widget-accordion lp-fold", folds, kind="fold")


@_draws(w.VBox)
def _vbox(widget: w.VBox) -> str:
    return _element(
        widget,
        "jupyter-widgets widget-container widget-box widget-vbox",
        "".join(map(draw, widget.children)),
        kind="box",
    )


@_draws(w.HBox)
def _hbox(widget: w.HBox) -> str:
    return _element(
        widget,
        "jupyter-widgets widget-container widget-box widget-hbox",
        "".join(map(draw, widget.children)),
        kind="box",
    )


@_draws(w.IntSlider, w.FloatSlider)
def _slider(widget: Any) -> str:
    share = 100 * (widget.value - widget.min) / ((widget.max - widget.min) or 1)
    shown = _formatted(widget.value, widget.readout_format)
    slider = (
        '<div class="slider-container">'
        '<div class="slider noUi-target noUi-ltr noUi-horizontal noUi-txt-dir-ltr">'
        '<div class="noUi-base"><div class="noUi-connects"></div>'
        f'<div class="noUi-origin" style="transform:translate({10 * (share - 100):.5g}%,0)">'
        '<div class="noUi-handle noUi-handle-lower"></div></div></div></div></div>'
        f'<div class="widget-readout">{escape(shown)}</div>'
    )
    return _element(
        widget, "jupyter-widgets widget-inline-hbox widget-slider widget-hslider", _label(widget) + slider
    )


def _formatted(value: float, form: str) -> str:
    """Write a number by the d3 form of a readout, as far as Python's own forms agree with it."""
    try:
        return format(value, form)
    except ValueError:
        return f"{value:g}"


@_draws(w.RadioButtons)
def _radio(widget: w.RadioButtons) -> str:
    buttons = "".join(
        f"<label>{escape(label)}"
        f'<input type="radio" disabled{" checked" if index == widget.index else ""}></label>'
        for index, label in enumerate(widget._options_labels)
    )
    group = (
        '<div class="widget-radio-box widget-radio-box-vertical" role="radiogroup"'
        f"{_named(widget)}>{buttons}</div>"
    )
    return _element(widget, "widget-radio", _label(widget) + group)


@_draws(w.ToggleButtons)
def _toggles(widget: w.ToggleButtons) -> str:
    buttons = "".join(
        '<button type="button" disabled class="widget-toggle-button jupyter-button'
        f'{" mod-active" if index == widget.index else ""}">{escape(label)}</button>'
        for index, label in enumerate(widget._options_labels)
    )
    return _element(widget, "widget-toggle-buttons", _label(widget) + f"<div>{buttons}</div>")


@_draws(w.Dropdown)
def _dropdown(widget: w.Dropdown) -> str:
    chosen = "" if widget.index is None else widget._options_labels[widget.index]
    return _element(
        widget,
        "jupyter-widgets widget-inline-hbox widget-dropdown",
        f"{_label(widget)}<select disabled{_named(widget)}><option>{escape(chosen)}</option></select>",
    )


@_draws(w.Checkbox)
def _checkbox(widget: w.Checkbox) -> str:
    checked = " checked" if widget.value else ""
    box = f'<input type="checkbox" disabled{checked}><span>{escape(widget.description)}</span>'
    indent = '<label class="widget-label">\u200b</label>' if widget.indent else ""
    return _element(
        widget,
        "jupyter-widgets widget-inline-hbox widget-checkbox",
        f'{indent}<label class="widget-label-basic">{box}</label>',
    )


@_draws(w.Textarea)
def _textarea(widget: w.Textarea) -> str:
    rows = f' rows="{widget.rows}"' if widget.rows else ""
    area = f"<textarea{rows} disabled{_named(widget)}>{escape(widget.value)}</textarea>"
    return _element(widget, "jupyter-widgets widget-inline-hbox widget-textarea", _label(widget) + area)


@_draws(w.Text, w.IntText, w.FloatText, w.BoundedIntText, w.BoundedFloatText)
def _text(widget: Any) -> str:
    kind, value = ("text" if isinstance(widget, w.Text) else "number"), widget.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a browser writes 3 where Python writes 3.0
    field = f'<input type="{kind}" value="{escape(str(value))}" disabled{_named(widget)}>'
    return _element(widget, "jupyter-widgets widget-inline-hbox widget-text", _label(widget) + field)


@_draws(w.Button, w.ToggleButton)
def _button(widget: w.Button) -> str:
    style = f" mod-{widget.button_style}" if widget.button_style else ""
    classes = f"jupyter-widgets jupyter-button widget-button{style}"
    return _element(widget, classes, escape(widget.description), tag="button type=button disabled")


@_draws(w.FileUpload)
def _upload(widget: w.FileUpload) -> str:
    classes = "jupyter-widgets widget-upload jupyter-button"
    return _element(widget, classes, f"{escape(widget.description)} (0)", tag="button type=button disabled")
