"""Draw a widget as static HTML, close to what ipywidgets would make of it, so that nothing jumps when it turns live.

Boxes, folds and text are drawn once and stay (``data-kind``); every other element is only a drawing, exchanged for
the live view later. ``data-lp`` marks each widget's element. A widget of a kind that is unknown here gets its label and
an empty place.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as w

_drawers: list[tuple[tuple[type, ...], Callable[[Any], str]]] = []

#: The classes with a meaning in the page, and the role that each gives.
ROLES = {"lp-figure": ' data-role="figure"', "lp-says": ' data-role="says" aria-live="polite" aria-atomic="true"'}


def draw(widget: w.DOMWidget) -> str:
    """Return `widget` as HTML."""
    for kinds, drawer in _drawers:
        if isinstance(widget, kinds):
            return drawer(widget)
    return _element(widget, "lp-drawn", escape(getattr(widget, "description", "") or type(widget).__name__))


def _draws(*kinds: type) -> Callable[[Callable[[Any], str]], Callable[[Any], str]]:
    def register(drawer: Callable[[Any], str]) -> Callable[[Any], str]:
        _drawers.append((kinds, drawer))
        return drawer

    return register


def _element(widget: w.DOMWidget, classes: str, inside: str, kind: str = "", more: str = "") -> str:
    names = " ".join(["jupyter-widgets", classes, *widget._dom_classes])
    layout = widget.layout
    style = "".join(
        f"{name}:{value};"
        for name in ("width", "display", "visibility")
        if (value := getattr(layout, name, None))
    )
    roles = "".join(role for name, role in ROLES.items() if name in widget._dom_classes)
    attributes = (f' data-kind="{kind}"' if kind else " inert") + (f' style="{escape(style)}"' if style else "")
    return f'<div class="{escape(names)}" data-lp{attributes}{roles}{more}>{inside}</div>'


def _label(widget: Any) -> str:
    return f'<label class="widget-label">{escape(widget.description)}</label>' if widget.description else ""


@_draws(w.HTML, w.HTMLMath)
def _html(widget: w.HTML) -> str:
    content = f'<div class="widget-html-content">{widget.value}</div>'
    return _element(widget, "widget-inline-hbox widget-html", content, kind="html")


@_draws(w.Accordion)
def _accordion(widget: w.Accordion) -> str:
    folds = "".join(
        f"<details{' open' if widget.selected_index == index else ''}>"
        f"<summary>{escape(widget.get_title(index) or '')}</summary>{draw(child)}</details>"
        for index, child in enumerate(widget.children)
    )
    return _element(widget, "widget-accordion lp-fold", folds, kind="fold")


@_draws(w.VBox)
def _vbox(widget: w.VBox) -> str:
    return _element(widget, "widget-container widget-box widget-vbox", "".join(map(draw, widget.children)), kind="box")


@_draws(w.HBox)
def _hbox(widget: w.HBox) -> str:
    return _element(widget, "widget-container widget-box widget-hbox", "".join(map(draw, widget.children)), kind="box")


@_draws(w.IntSlider, w.FloatSlider)
def _slider(widget: Any) -> str:
    share = 100 * (widget.value - widget.min) / ((widget.max - widget.min) or 1)
    shown = _formatted(widget.value, widget.readout_format)
    slider = (
        '<div class="slider-container"><div class="slider noUi-target noUi-ltr noUi-horizontal noUi-txt-dir-ltr">'
        '<div class="noUi-base"><div class="noUi-connects"></div>'
        f'<div class="noUi-origin" style="transform:translate({share - 100:.4g}%,0)">'
        '<div class="noUi-handle noUi-handle-lower"></div></div></div></div></div>'
        f'<div class="widget-readout">{escape(shown)}</div>'
    )
    return _element(widget, "widget-inline-hbox widget-slider widget-hslider", _label(widget) + slider)


def _formatted(value: float, form: str) -> str:
    """Write a number by the d3 form of a readout, as far as Python's own forms agree with it."""
    try:
        return format(value, form)
    except ValueError:
        return f"{value:g}"


@_draws(w.RadioButtons)
def _radio(widget: w.RadioButtons) -> str:
    buttons = "".join(
        f'<label><input type="radio" disabled{" checked" if index == widget.index else ""}>{escape(label)}</label>'
        for index, label in enumerate(widget._options_labels)
    )
    return _element(
        widget, "widget-inline-hbox widget-radio", f'{_label(widget)}<div class="widget-radio-box">{buttons}</div>'
    )


@_draws(w.ToggleButtons)
def _toggles(widget: w.ToggleButtons) -> str:
    buttons = "".join(
        f'<button type="button" class="widget-toggle-button jupyter-button{" mod-active" if index == widget.index else ""}" '
        f"disabled>{escape(label)}</button>"
        for index, label in enumerate(widget._options_labels)
    )
    return _element(widget, "widget-inline-hbox widget-toggle-buttons", _label(widget) + f"<div>{buttons}</div>")


@_draws(w.Dropdown)
def _dropdown(widget: w.Dropdown) -> str:
    chosen = "" if widget.index is None else widget._options_labels[widget.index]
    return _element(
        widget,
        "widget-inline-hbox widget-dropdown",
        f"{_label(widget)}<select disabled><option>{escape(chosen)}</option></select>",
    )


@_draws(w.Checkbox)
def _checkbox(widget: w.Checkbox) -> str:
    checked = " checked" if widget.value else ""
    box = f'<input type="checkbox" disabled{checked}><span>{escape(widget.description)}</span>'
    return _element(
        widget,
        "widget-inline-hbox widget-checkbox",
        f'<label class="widget-label-basic{"" if widget.indent else " widget-checkbox-left"}">{box}</label>',
    )


@_draws(w.Textarea)
def _textarea(widget: w.Textarea) -> str:
    rows = f' rows="{widget.rows}"' if widget.rows else ""
    area = f"<textarea{rows} disabled>{escape(widget.value)}</textarea>"
    return _element(widget, "widget-inline-hbox widget-textarea", _label(widget) + area)


@_draws(w.Text, w.IntText, w.FloatText, w.BoundedIntText, w.BoundedFloatText)
def _text(widget: Any) -> str:
    kind = "text" if isinstance(widget, w.Text) else "number"
    field = f'<input type="{kind}" value="{escape(str(widget.value))}" disabled>'
    return _element(widget, "widget-inline-hbox widget-text", _label(widget) + field)


@_draws(w.Button, w.FileUpload, w.ToggleButton)
def _button(widget: Any) -> str:
    classes = f"jupyter-button widget-button {f'mod-{widget.button_style}' if widget.button_style else ''}"
    return _element(widget, classes, f'<span role="presentation">{escape(widget.description)}</span>')
