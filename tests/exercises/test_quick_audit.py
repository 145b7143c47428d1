"""The quick audit: what counts, what ties, what comes next."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from fieldguide.exercises._four_boxes import BOXES, CX, ED, SM, TM
from fieldguide.exercises.quick_audit import CHAPTERS, ITEMS, QuickAudit
from hypothesis import given, settings
from hypothesis import strategies as st

NAMES = [item.name for item in ITEMS]
CHAPTER = Path(__file__).parents[2] / "book/chapters/four-boxes.ipynb"


def audit(levels, shown=True):
    """Answer all items; `shown` is True, False, or the set of names that have evidence."""
    has = NAMES if shown is True else shown or ()
    return QuickAudit(
        values=dict(zip(NAMES, levels, strict=True))
        | {f"{name}-evidence": "a file" for name in NAMES if name in has}
    )


def shares(exercise):
    return {area.name: area.backed for area in exercise.result.areas}


def test_two_items_of_four_levels_for_each_box():
    assert Counter(item.area for item in ITEMS) == dict.fromkeys(BOXES, 2)
    assert {len(item.levels) for item in ITEMS} == {4}
    levels = [level for item in ITEMS for level in item.levels]
    assert len(set(levels)) == len(levels)
    assert all(item.prompt for item in ITEMS)


def test_it_is_read_in_less_than_ten_minutes():
    words = " ".join(" ".join((item.text, *item.levels, item.prompt)) for item in ITEMS).split()
    assert len(words) < 5 * 200  # half of the time, at a slow 200 words a minute


def test_the_weakest_box_is_named_with_its_share():
    exercise = audit([3, 3, 2, 2, 1, 2, 3, 3])
    assert shares(exercise) == pytest.approx({TM: 1, SM: 2 / 3, CX: 1 / 2, ED: 1})
    assert exercise.sentence == (
        "Your weakest box is Tactical CX, at 50% of what there is to reach. All 8 judged."
    )


def test_a_level_that_nothing_shows_counts_one_less_and_can_change_the_weakest():
    levels = [2, 2, 1, 2, 3, 3, 3, 3]
    assert "Strategic marketing, at 50%" in audit(levels).sentence
    bare = audit(levels, shown=set(NAMES) - {"next-offer", "did-it-pay"})
    assert "Tactical marketing, at 33%" in bare.sentence
    assert bare.sentence.endswith("All 8 judged, 2 of them without evidence.")


def test_the_lowest_level_needs_no_evidence():
    assert audit([0] * 8, shown=False).result.unbacked == 0


def test_blank_evidence_is_none():
    exercise = audit([1] * 8)
    exercise.values = {**exercise.values, "why-you-evidence": "  \n"}
    assert exercise.result.unbacked == 1


def test_ties_are_told_and_each_gets_its_step():
    exercise = audit([3, 3, 3, 3, 1, 1, 1, 1])
    assert exercise.sentence.startswith("Tactical CX and Experience design tie as your weakest, at 33%")
    assert [step.area for step in exercise.result.steps] == [CX, ED]


def test_four_alike_are_told_as_alike():
    assert audit([1] * 8).sentence.startswith("All four boxes stand alike, at 33%")
    top = audit([3] * 8)
    assert top.sentence == (
        "All four boxes stand alike, at 100% of what there is to reach. Have somebody from outside read "
        "your evidence. All 8 judged."
    )
    assert top.result.steps == ()


def test_one_level_up_quotes_the_next_level_of_the_lowest_item():
    exercise = audit([3, 3, 3, 3, 3, 3, 2, 1])
    (step,) = exercise.result.steps
    assert (step.area, step.number, step.level, step.bare) == (ED, 8, 1, False)
    assert f"Make this true: “{ITEMS[7].levels[2]}”" in exercise.shows(exercise.result)


def test_where_evidence_is_missing_the_step_is_to_find_it():
    exercise = audit([3, 3, 3, 3, 3, 3, 3, 2], shown=set(NAMES) - {"in-their-shoes"})
    (step,) = exercise.result.steps
    assert (step.number, step.bare) == (8, True)
    assert f"Find what shows that this is so: “{ITEMS[7].levels[2]}”" in exercise.shows(exercise.result)


def test_nothing_is_called_weakest_before_each_box_has_an_answer():
    exercise = QuickAudit(values={"next-offer": 0, "why-you": 2, "one-wrong-bill": 3})
    assert exercise.sentence == (
        "3 of 8 items judged, 2 of them without evidence. The weakest box shows once each box has an answer."
    )
    assert exercise.result.steps == ()
    assert QuickAudit().shows(QuickAudit().result) is None


def test_the_way_up_leads_to_a_section_that_the_chapter_has():
    cells = json.loads(CHAPTER.read_text(encoding="utf-8"))["cells"]
    headings = re.findall(
        r"^### (.+)$", "\n".join("".join(cell["source"]) for cell in cells), flags=re.MULTILINE
    )
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    exercise = audit([1] * 8)
    assert set(re.findall(r'<a href="#([^"]+)"', exercise.shows(exercise.result))) == set(BOXES) <= anchors
    assert list(CHAPTERS.values()) == [6, 7, 8, 9]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=8, max_size=8), st.sets(st.sampled_from(NAMES)))
def test_no_evidence_never_helps_and_the_weakest_is_the_weakest(levels, shown):
    exercise = audit(levels, shown)
    result = exercise.result
    assert all(area.backed <= area.share for area in result.areas)
    low = min(area.backed for area in result.areas)
    for area in result.areas:
        named = BOXES[area.name] in exercise.sentence
        assert named == (area.backed == pytest.approx(low)) or len(result.weakest) == 4
    assert len(result.steps) == (0 if low == 1 else len(result.weakest))
