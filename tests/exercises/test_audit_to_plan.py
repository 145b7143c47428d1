"""The audit of twelve places: what counts, what ties, which way is up; and the twelve items more."""

import json
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fieldguide.exercises._parts import NAMED, PARTS, ROWS, trust
from fieldguide.exercises.audit_further import AuditFurther
from fieldguide.exercises.audit_to_plan import AuditToPlan
from fieldguide.exercises.quick_audit import ITEMS as QUICK
from hypothesis import given, settings
from hypothesis import strategies as st

BOTH = pytest.mark.parametrize("kind", [AuditToPlan, AuditFurther])
CHAPTER = Path(__file__).parents[2] / "book/chapters/audit-and-plan.ipynb"
NAMES = [item.name for item in AuditToPlan.items]


def audit(levels, shown=NAMES, kind=AuditToPlan):
    values = {name: level for name, level in zip(NAMES, levels, strict=True) if level is not None}
    return kind(values=values | {f"{name}-evidence": "a file" for name in values if name in shown})


@BOTH
def test_one_item_of_four_levels_for_each_use_case_and_part(kind):
    assert set(kind.asked) == {(row, part) for row in ROWS for part in PARTS}
    assert Counter(item.area for item in kind.items) == dict.fromkeys(ROWS, 3)
    assert {len(item.levels) for item in kind.items} == {4}
    assert all(item.prompt for item in kind.items)
    levels = [level for item in kind.items for level in item.levels]
    assert len(set(levels)) == len(levels)


def test_no_item_is_asked_twice_in_the_book():
    texts = [item.text for item in (*AuditToPlan.items, *AuditFurther.items, *QUICK)]
    levels = [level for kind in (AuditToPlan, AuditFurther) for item in kind.items for level in item.levels]
    assert len(set(texts)) == 32
    assert len(set(levels)) == 96
    assert not {level for item in QUICK for level in item.levels} & set(levels)


@BOTH
def test_it_is_read_in_ten_minutes(kind):
    words = " ".join(" ".join((item.text, *item.levels, item.prompt)) for item in kind.items).split()
    assert len(words) < 6 * 200


def test_the_weakest_link_is_named_by_place_row_and_column():
    exercise = audit([3, 3, 3, 3, 2, 3, 2, 0, 2, 3, 2, 3])
    assert exercise.sentence == (
        "Weakest link: Tactical CX, wants, at level 0 of 3. Weakest use case: Tactical CX, at 44%. Weakest "
        "part: Wants, at 58%. All 12 judged."
    )
    (cell,) = exercise.result.low
    assert (cell.row, cell.part, cell.number) == ("tactical-cx", "wants", 8)


def test_the_place_the_row_and_the_column_may_disagree():
    exercise = audit([0, 3, 3, 3, 1, 1, 3, 1, 3, 3, 3, 3])
    assert "Weakest link: Strategic marketing, needs" in exercise.sentence
    assert "Weakest use case: Tactical marketing" in exercise.sentence
    assert "Weakest part: Wants" in exercise.sentence


def test_ties_are_said():
    exercise = audit([1, 3, 3, 3, 1, 3, 3, 3, 1, 1, 1, 1])
    assert exercise.sentence.startswith(
        "6 places tie as your weakest link, at level 1 of 3: Strategic marketing, needs; Tactical marketing, "
        "wants; Tactical CX, recovery and 3 more. Weakest use case: Experience design, at 33%."
    )
    crossed = audit([1, 2, 3, 3, 1, 2, 2, 3, 1] + [2] * 3).sentence
    assert "All use cases stand alike, at 67%. All parts stand alike, at 67%." in crossed
    alike = "All 12 judged. All stand at level 1 of 3: no place is weaker than another."
    assert audit([1] * 12).sentence == alike
    assert audit([1] * 12).result.low == ()
    two = audit([3, 3, 3, 1, 3, 3, 1, 3, 3, 3, 3, 3]).sentence
    assert "Tactical marketing and Tactical CX tie as weakest use case, at 78%." in two


def test_a_level_that_nothing_shows_counts_one_less_and_can_move_the_weakest_link():
    levels = [2, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]
    assert "Weakest link: Strategic marketing, wants, at level 1" in audit(levels).sentence
    bare = audit(levels, shown=set(NAMES) - {"experience-design-needs"})
    assert "2 places tie as your weakest link, at level 1" in bare.sentence
    assert bare.sentence.endswith("All 12 judged, 1 of them with nothing written down.")
    assert audit([0] * 12, shown=()).result.unbacked == 0


def test_the_way_up():
    exercise = audit([3] * 11 + [1])
    assert f"The next level reads: “{AuditToPlan.items[11].levels[2]}”" in exercise.shows(exercise.result)
    exercise = audit([3] * 11 + [0])
    shown = exercise.shows(exercise.result)
    assert f"From the bottom, aim two levels up: “{AuditToPlan.items[11].levels[2]}”" in shown
    exercise = audit([3] * 12, shown=NAMES[:-1])
    assert "Write down what shows it, or go down one level." in exercise.shows(exercise.result)


def test_at_the_top_a_stranger_is_wanted_and_a_few_answers_are_no_profile():
    top = audit([3] * 12)
    assert "have a stranger read your evidence" in top.sentence
    assert top.result.low == ()
    few = audit([None, 2, None, None, 1, None, None, None, None, None, None, None])
    assert few.sentence == "2 of 12 items judged. The weakest link is named once all 12 are."
    assert few.result.low == ()
    assert AuditToPlan().shows(AuditToPlan().result) is None


def test_evidence_is_escaped_and_the_table_tells_every_place():
    exercise = audit([1] * 11 + [2])
    exercise.values = {**exercise.values, "tactical-cx-needs-evidence": "<b>&"}
    root = ElementTree.fromstring(f"<div>{exercise.shows(exercise.result)}</div>")
    assert len(root.findall(".//td/strong")) == 11
    assert not root.findall(".//b")


def test_how_often_it_errs_is_said_beside_the_result_as_the_chapter_reckons_it():
    exercise = audit([1] * 12)
    said = trust(1, close=False)
    assert said in exercise.shows(exercise.result)
    assert "one item a place named the weakest use case in 58 of 100, and the weakest place in 28" in said
    chapter = json.loads(CHAPTER.read_text(encoding="utf-8"))
    (cell,) = (cell for cell in chapter["cells"] if cell["id"] == "places")
    reckoned = "".join(cell["outputs"][0]["text"]).splitlines()
    assert [line.partition(";")[0] for line in reckoned[: len(NAMED)]] == [
        f"{items} a place: the right use case in {row}%, the right place in {place}%"
        for items, (row, place) in NAMED.items()
    ]


def test_use_cases_that_one_answer_tells_apart_are_called_a_tie():
    for lowest, close in ((1, True), (0, False)):
        exercise = audit([lowest, *[2] * 11])
        assert exercise.result.close is close
        assert trust(1, close) in exercise.shows(exercise.result)
    assert "call it a tie" in trust(1, close=True)
    assert not audit([2] * 12).result.close, "alike is no lead"


@BOTH
@settings(max_examples=40, deadline=None)
@given(
    levels=st.lists(st.none() | st.integers(0, 3), min_size=12, max_size=12),
    shown=st.sets(st.sampled_from(NAMES)),
)
def test_columns_and_rows_add_up_to_the_places(kind, levels, shown):
    result = audit(levels, shown, kind).result
    for areas, of in ((result.areas, "row"), (result.parts, "part")):
        assert sum(area.answered for area in areas) == result.answered
        for area in areas:
            mine = [c.backed for c in result.cells if getattr(c, of) == area.name and c.backed is not None]
            assert area.backed == (pytest.approx(sum(mine) / 3 / len(mine)) if mine else None)
    assert all(cell.backed <= other.backed for cell in result.low for other in result.cells if other.level)
