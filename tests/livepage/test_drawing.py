"""What a reader sees before any script has run: the same controls, with their labels and values."""

import ipywidgets as w
import pytest
from bs4 import BeautifulSoup
from livepage.inpage.drawing import draw, strangers
from traitlets import Unicode

EVERY = [
    w.IntSlider(description="whole <days>", value=3, min=1, max=20),
    w.FloatSlider(description="part", value=0.25, min=0, max=1, readout_format=".0%"),
    w.Dropdown(options=[("one", 1), ("two", 2)], value=2, description="menu"),
    w.Text("a & b", description="line"),
    w.Textarea("<b>", description="lines", rows=3),
    w.FloatText(2.5, description="amount"),
    w.Checkbox(value=True, description="switch", indent=False),
    w.RadioButtons(options=["first", "second"], value=None, description="which"),
    w.ToggleButtons(options=["a", "b"], description="toggle"),
    w.Button(description="press", button_style="primary"),
    w.FileUpload(description="file"),
]


def parsed(widget):
    return BeautifulSoup(draw(widget), "html.parser")


@pytest.mark.parametrize("widget", EVERY, ids=lambda widget: type(widget).__name__)
def test_a_control_is_drawn_with_its_label_and_can_do_nothing_yet(widget):
    page = parsed(widget)
    assert page.select("[data-lp]") == [page.contents[0]]
    assert widget.description in page.get_text()
    for field in page.select("input, select, textarea, button"):
        assert field.has_attr("disabled")
        assert field.name == "button" or field.find_parent("label") or field.get("aria-label")
    assert not page.select("b, days"), "what an author or reader wrote is escaped"


def test_values_are_drawn():
    slider, share, menu, line, lines, amount, switch, which, toggle, *_ = map(parsed, EVERY)
    assert slider.select_one(".widget-readout").text == "3"
    assert share.select_one(".widget-readout").text == "25%"
    assert menu.select_one("option").text == "two"
    assert line.input["value"] == "a & b"
    assert lines.textarea.text == "<b>"
    assert amount.input["value"] == "2.5"
    assert switch.input.has_attr("checked")
    assert not which.select("[checked]")
    assert toggle.select_one(".mod-active").text == "a"


@pytest.mark.parametrize(("value", "written"), [(3, "3"), (10_000_000, "10000000"), (-0.5, "-0.5")])
def test_a_typed_number_is_drawn_as_a_browser_writes_it(value, written):
    assert parsed(w.FloatText(value)).input["value"] == written


def test_boxes_folds_and_text_stay_and_say_so():
    text = w.HTML("<p>said</p>")
    fold = w.Accordion([text], titles=("More",), selected_index=0)
    page = parsed(w.VBox([w.HBox([fold]), w.HTML("other")]))
    assert [one["data-kind"] for one in page.select("[data-kind]")] == ["box", "box", "fold", "html", "html"]
    assert page.details.has_attr("open")
    assert page.summary.text == "More"
    assert page.select_one("p").text == "said"


def test_a_group_is_named_by_what_stands_first_in_it():
    heading = w.HTML("<p>What to &lt;grant&gt;</p>")
    box, other = w.VBox([heading, EVERY[6]], _dom_classes=("lp-group",)), w.VBox([EVERY[6]])
    group = parsed(box).select_one('[role="group"]')
    assert group["aria-label"] == "What to <grant>"
    assert group.input["type"] == "checkbox"
    assert not parsed(other).select("[role]")


def test_roles_come_from_classes():
    figure, says = w.HTML("<svg></svg>"), w.HTML("words")
    figure.add_class("lp-figure")
    says.add_class("lp-says")
    page = parsed(w.VBox([figure, says]))
    assert page.select_one('[data-role="figure"]').svg
    spoken = page.select_one('[data-role="says"]')
    assert spoken.text == "words"
    assert spoken["aria-live"] == "polite"


def test_an_unknown_widget_gets_its_label_and_a_place():
    page = parsed(w.ColorPicker(description="color"))
    assert page.select_one("[data-lp]").text == "color"


def test_widgets_of_which_a_page_has_no_other_half_are_found_wherever_they_stand():
    class Custom(w.DOMWidget):
        _model_module = Unicode("somebody-elses").tag(sync=True)

    assert strangers(w.VBox(EVERY)) == set()
    assert strangers(w.Accordion([w.HBox([w.Output(), w.HTML()]), Custom()])) == {"Output", "Custom"}
