"""What a page must not load: checked in a fresh Python, because this one has everything loaded already."""

import subprocess
import sys

import pytest

HEAVY = ("ipywidgets", "matplotlib", "pandas", "scipy")


def loaded_by(code):
    program = f"{code}\nimport sys\nprint(*(name for name in {HEAVY} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        ("from fieldguide import measures, data", set()),
        (
            "from fieldguide import measures, data; c = data.cdnow().tenth();"
            "measures.nth_purchase(*measures.days_to_nth(c.customer, c.day, 4), 545)",
            set(),
        ),
        (
            "from fieldguide import measures, data; p = data.febrl(); data.febrl_examples();"
            "measures.match_curve(measures.match_scores(p.similarity), p.same, p.lost).cheapest(1, 1)",
            set(),
        ),
        ("from fieldguide import measures; measures.BgNbd(1, 1, 2, 2).expected_from(1, 2, 3, 4)", set()),
        ("from fieldguide import measures; measures.fit_bgnbd", {"scipy"}),
        ("from fieldguide import data; data.cdnow().frame()", {"pandas"}),
    ],
)
def test_only_what_is_used_is_loaded(code, heavy):
    assert loaded_by(code) == heavy


def test_no_measure_loads_widgets_or_drawing():
    every = "from fieldguide import measures\nfor name in dir(measures): getattr(measures, name)"
    assert loaded_by(every) <= {"scipy", "pandas"}
