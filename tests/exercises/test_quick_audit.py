"""The quick audit: what counts, what ties, what comes next."""

import json
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fieldguide.exercises._four_boxes import BOXES, CX, ED, SM, TM
from fieldguide.exercises.quick_audit import AREAS, CHAPTERS, ITEMS, QuickAudit
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
        "Your weakest box is Tactical CX, at 50% of what there is to reach. It is lowest by a single level; "
        "judge Strategic marketing again before you decide. All 8 judged."
    )


def test_a_level_that_nothing_shows_counts_one_less_and_can_change_the_weakest():
    levels = [2, 2, 1, 2, 3, 3, 3, 3]
    assert "Strategic marketing, at 50%" in audit(levels).sentence
    bare = audit(levels, shown=set(NAMES) - {"next-offer", "did-it-pay"})
    assert "Tactical marketing, at 33%" in bare.sentence
    assert bare.sentence.endswith("All 8 judged, 2 of them with nothing written down.")


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


def test_the_way_up_quotes_the_next_level_of_the_lowest_item():
    exercise = audit([3, 3, 3, 3, 3, 3, 2, 1])
    (step,) = exercise.result.steps
    assert (step.area, step.number, step.level, step.bare) == (ED, 8, 1, False)
    assert f"The next level reads: “{ITEMS[7].levels[2]}”" in exercise.shows(exercise.result)


def test_from_the_bottom_it_aims_past_the_bad_habit_of_the_first_level():
    exercise = audit([3, 3, 3, 3, 3, 3, 3, 0])
    shown = exercise.shows(exercise.result)
    assert f"From the bottom, aim two levels up: “{ITEMS[7].levels[2]}”" in shown
    assert ITEMS[7].levels[1] not in shown


def test_where_nothing_is_written_the_step_is_to_write_it_or_to_go_down():
    exercise = audit([3, 3, 3, 3, 3, 3, 3, 2], shown=set(NAMES) - {"in-their-shoes"})
    (step,) = exercise.result.steps
    assert (step.number, step.bare) == (8, True)
    assert (
        f"You said: “{ITEMS[7].levels[2]}” Write down what shows it, or go down one level. "
        f"Once it is shown, the next level reads: “{ITEMS[7].levels[3]}”"
    ) in exercise.shows(exercise.result)


def test_at_the_top_there_is_no_next_level_to_read():
    exercise = audit([3] * 8, shown=set(NAMES) - {"in-their-shoes"})
    shown = exercise.shows(exercise.result)
    assert f"You said: “{ITEMS[7].levels[3]}” Write down what shows it, or go down one level. Reread" in shown
    assert "next level reads" not in shown


def test_what_is_claimed_is_told_from_what_is_counted():
    exercise = audit([3] * 8, shown=set(NAMES) - {"next-offer", "did-it-pay"})
    profile = ElementTree.fromstring(exercise.shows(exercise.result).partition("</ul>")[0] + "</ul>")
    assert [row.text for row in profile] == [
        "Tactical marketing: 100% claimed, 67% counted",
        "Strategic marketing: 100%",
        "Tactical CX: 100%",
        "Experience design: 100%",
    ]
    assert [bar.get("style") for bar in profile.iter("div")] == [
        "--claimed:1;--counted:0.6667",
        *["--claimed:1;--counted:1"] * 3,
    ]


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        ([1, 1, 1, 2, 3, 3, 3, 3], "It is lowest by a single level; judge Strategic marketing again before"),
        (
            [1, 1, 1, 2, 2, 1, 3, 3],
            "by a single level; judge Strategic marketing and Tactical CX again before",
        ),
        (
            [1, None, 1, 2, 3, 3, 3, 3],
            "It is lowest by less than a single level; judge Strategic marketing again",
        ),
        ([1, 1, 2, 2, 2, 2, 2, 2], None),
        ([1, 1, 1, 1, 2, 1, 3, 3], None),
    ],
)
def test_a_runner_up_within_one_level_is_to_be_judged_again(levels, said):
    values = {name: level for name, level in zip(NAMES, levels, strict=True) if level is not None}
    sentence = QuickAudit(values=values | {f"{name}-evidence": "a file" for name in values}).sentence
    assert said in sentence if said else "judge" not in sentence.removesuffix("judged.")


def test_the_result_can_be_copied_as_text_and_evidence_is_escaped():
    exercise = audit([2] * 8, shown=set(NAMES) - {"why-you"})
    exercise.values = {**exercise.values, "next-offer-evidence": "<b>three\noffers</b>"}
    text = exercise.as_text(exercise.result)
    assert text.startswith(f"Quick audit. {exercise.sentence}\n\nTactical marketing: 67%\n")
    assert (
        f"1. {ITEMS[0].text} Level 2 of 3: {ITEMS[0].levels[2]}\n   To show for it: <b>three offers</b>"
        in text
    )
    assert text.count("To show for it: nothing written down") == 1
    assert "Strategic marketing: 67% claimed, 50% counted" in text
    assert text.endswith(f"Once it is shown, the next level reads: “{ITEMS[3].levels[3]}”")
    shown = exercise.shows(exercise.result)
    assert "&lt;b&gt;three offers&lt;/b&gt;" in shown
    assert "<b>" not in shown


def test_nothing_is_called_weakest_before_each_box_has_an_answer():
    exercise = QuickAudit(values={"next-offer": 0, "why-you": 2, "one-wrong-bill": 3})
    assert exercise.sentence == (
        "3 of 8 items judged, 2 of them with nothing written down. The weakest box shows once each box has "
        "an answer."
    )
    assert exercise.result.steps == ()
    assert QuickAudit().shows(QuickAudit().result) is None


def test_the_way_up_leads_to_a_section_that_the_chapter_has():
    cells = json.loads(CHAPTER.read_text(encoding="utf-8"))["cells"]
    headings = re.findall(
        r"^### (.+)$", "\n".join("".join(cell["source"]) for cell in cells), flags=re.MULTILINE
    )
    anchors = [heading.lower().replace(" ", "-") for heading in headings]
    exercise = audit([1] * 8)
    assert (
        set(re.findall(r'<a href="#([^"]+)"', exercise.shows(exercise.result))) == set(BOXES) <= set(anchors)
    )
    assert [one for one in anchors if one in AREAS] == list(AREAS)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=8, max_size=8), st.sets(st.sampled_from(NAMES)))
def test_no_evidence_never_helps_and_the_weakest_is_the_weakest(levels, shown):
    exercise = audit(levels, shown)
    result = exercise.result
    assert all(area.backed <= area.share for area in result.areas)
    low = min(area.backed for area in result.areas)
    for area in result.areas:
        named = BOXES[area.name] in exercise.sentence
        level_with_it = area.backed == pytest.approx(low)
        one_above = len(result.weakest) == 1 and area.backed == pytest.approx(low + 1 / 6)
        assert named == (level_with_it or one_above) or len(result.weakest) == 4
    assert len(result.steps) == (0 if low == 1 else len(result.weakest))


def test_each_box_has_its_three_chapters_and_the_chapter_leads_there():
    cells = ["".join(cell["source"]) for cell in json.loads(CHAPTER.read_text(encoding="utf-8"))["cells"]]
    (paths,) = (cell for cell in cells if cell.startswith("### Three chapters from your weakest box"))
    for area in AREAS:
        (line,) = (line for line in paths.splitlines() if line.startswith(f"- **{BOXES[area]}**"))
        links = re.findall(r"\[\*(.+?)\*\]\((.+?\.ipynb)\)", line)
        assert tuple(title for title, _ in links) == CHAPTERS[area]
        for title, file in links:
            heading = json.loads((CHAPTER.parent / file).read_text(encoding="utf-8"))["cells"][0]["source"][0]
            assert title.removeprefix("The ").lower() in heading.lower(), "a title leads to its own chapter"
        levels = [0 if item.area == area else 2 for item in ITEMS]
        shown = audit(levels).shows(audit(levels).result)
        assert all(f"“{title}”" in shown for title in CHAPTERS[area])
