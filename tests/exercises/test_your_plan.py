"""*Your plan*: what it takes in, what it says is missing, and a memo that is complete, safe and short."""

import base64
import html
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from fieldguide import answers
from fieldguide.exercises import _memo
from fieldguide.exercises._parts import PARTS, trust
from fieldguide.exercises.audit_further import AuditFurther
from fieldguide.exercises.audit_to_plan import AuditToPlan
from fieldguide.exercises.fourth_purchase_guess import FourthPurchaseGuess
from fieldguide.exercises.quick_audit import NAMED, QuickAudit, quick_trust
from fieldguide.exercises.ten_moments_guess import TenMomentsGuess
from fieldguide.exercises.your_plan import FIELDS, SAYABLE, YourPlan, letter, mine
from fieldguide.exercises.your_score import YourScore
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exercises.plans import audited, keep, keep_whole_book, written

CHAPTER = Path(__file__).parents[2] / "book" / "chapters" / "audit-and-plan.ipynb"


def plan(**fields):
    fields = {name.replace("_", "-"): value for name, value in fields.items()}
    return YourPlan(fields | {"kept": answers.snapshot(without="your-plan")})


def html_of(exercise):
    return exercise.shows(exercise.result)


def read(exercise):
    """The memo as a reader sees it."""
    return " ".join(ElementTree.fromstring(f"<div>{html_of(exercise)}</div>").itertext())


def test_who_has_answered_nothing_gets_a_memo_that_says_what_is_missing():
    exercise = YourPlan()
    assert exercise.sentence == (
        "No move is written down yet. Still missing: an audit (twelve items in this chapter, or the quick "
        "one of “Four boxes”); a word on adapting or transforming; 3 moves; numbers of your own (the "
        "exercises that are called yours)."
    )
    memo = read(exercise)
    for said in ("Not known yet", "Not decided yet", "Three moves to be decided.", "Not judged yet"):
        assert said in memo
    assert "No guess was" in memo
    assert "Owner" not in memo, "a move that is not there has no lines"


def test_the_ten_minute_path_quick_audit_then_plan():
    keep(audited(QuickAudit, 2))
    levels = {item.name: 2 for item in QuickAudit.items} | {"one-wrong-bill": 0}
    keep(QuickAudit(levels | {f"{item.name}-evidence": "seen" for item in QuickAudit.items}))
    exercise = plan(
        what_1="Call back within a day",
        owner_1="Ann",
        first_1="A telephone for Ann",
        measure_1="9 of 40, then 36",
        stop_1="reports",
    )
    assert "In the quick audit: Tactical CX, at 33% of what there is to reach." in read(exercise)
    assert "Tactical CX 33% Experience design 67%" in read(exercise)
    assert "by two items a box" in read(exercise)
    assert "in brackets" not in read(exercise)
    assert "audit (twelve" not in exercise.sentence
    asked = plan().notes(plan().result)["what-1"]
    assert "Your weakest box in the quick audit: Tactical CX. From the bottom, aim two levels" in asked
    assert "chapters “Tactical CX”, “Delighters” and “Who conducts the orchestra?” may help" in asked
    assert exercise.sentence == (
        "1 move in 5 words: short enough to be said from memory. Still missing: a word on adapting or "
        "transforming; 2 moves; why you begin there and not elsewhere; what you ask of the reader; numbers "
        "of your own (the exercises that are called yours)."
    )


def test_what_is_no_move_and_no_owner_is_said_beside_it():
    exercise = plan(what_1="Introduce Service Cloud", owner_1="Everybody.", stop_1="nothing")
    notes = exercise.notes(exercise.result)
    assert "It begins with “introduce”" in notes["what-1"]
    assert "One name" in notes["owner-1"]
    assert "longer days" in notes["stop-1"]
    exercise = plan(what_1="Call back within a day", owner_1="Ann", stop_1="the weekly report")
    assert set(exercise.notes(exercise.result)) == {"what-1"}


def test_where_to_begin_and_why_stands_in_the_memo():
    assert "Where we begin" not in read(plan(what_1="Call back within a day"))
    memo = read(plan(what_1="Call back within a day", here="The night desk: <40> guests a month"))
    assert "Where we begin, and why The night desk: <40> guests a month" in memo


def test_how_far_to_trust_the_quick_audit_is_told_with_what_it_found():
    levels = {item.name: 2 for item in QuickAudit.items} | {"one-wrong-bill": 1}
    keep(QuickAudit(levels | {f"{item.name}-evidence": "seen" for item in QuickAudit.items}))
    memo = read(plan())
    assert "It is lowest by a single level; judge" in memo
    assert quick_trust() in memo
    chapter = json.loads(CHAPTER.read_text(encoding="utf-8"))
    (cell,) = (cell for cell in chapter["cells"] if cell["id"] == "audited-said")
    reckoned = "".join(cell["outputs"][0]["text"])
    one, each = NAMED
    assert f"one judge: {one}%" in reckoned
    assert f"a judge for each box: {each}%" in reckoned


def test_boxes_that_tie_are_all_named():
    levels = {item.name: 2 for item in QuickAudit.items} | {"one-wrong-bill": 0, "next-offer": 0}
    keep(QuickAudit(levels | {f"{item.name}-evidence": "seen" for item in QuickAudit.items}))
    asked = plan().notes(plan().result)["what-1"]
    assert "Tactical marketing and Tactical CX tie as your weakest boxes in the quick audit." in asked
    assert "Your weakest box " not in asked


def test_the_sentence_follows_the_words_while_the_memo_is_folded():
    written = plan(what_1="Call back within a day")
    written._repr_mimebundle_()
    written._fold.selected_index = None
    written.values = {**written.values, "what-2": "Answer by noon"}
    assert written.sentence in written._says.value
    assert "2 moves in 8 words" in written._says.value


def test_a_first_move_is_asked_for_the_weakest_use_case_before_the_lowest_place():
    levels = {item.name: 2 for item in AuditToPlan.items}
    levels |= {f"strategic-marketing-{part}": 1 for part in PARTS} | {"tactical-cx-recovery": 0}
    keep(AuditToPlan(levels | {f"{item.name}-evidence": "seen" for item in AuditToPlan.items}))
    exercise = plan(what_1="Call")
    (asked,) = plan().notes(plan().result).values()
    assert asked.startswith("<p>Your weakest use case: Strategic marketing. What would be your first move")
    assert "a question rather than a finding: Tactical CX, recovery." in asked
    note = exercise.notes(exercise.result)["what-1"]
    assert "Does it help your weakest use case? Strategic marketing." in note


def test_the_weakest_link_comes_from_both_audits():
    levels = {item.name: 2 for item in AuditToPlan.items} | {"tactical-cx-wants": 1}
    shown = {f"{item.name}-evidence": "seen" for item in AuditToPlan.items}
    keep(AuditToPlan(levels | shown))
    result = plan().result
    assert result.weakest == (("tactical-cx", "wants"),)
    assert "Tactical CX, wants: level 1 of 3, with 12 of 12 places judged." in read(plan())
    (note,) = plan().notes(result).values()
    assert AuditToPlan.asked["tactical-cx", "wants"][1][2] in note.replace("&#x27;", "'")
    assert "“Tactical CX” and “Wants” may help" in note
    # Judged again from another side, that place is as good as the others, and another is worse.
    keep(AuditFurther({item.name: 3 for item in AuditFurther.items} | shown | {"experience-design-needs": 0}))
    assert plan().result.weakest == (("experience-design", "needs"),)
    assert plan().result.levels["tactical-cx", "wants"] == 2


def test_the_next_step_is_that_of_the_audit_that_found_the_place_weakest():
    """Whichever of the two was answered, or found it lower: its own item has the words."""
    place, seen = "tactical-cx-wants", {f"{item.name}-evidence": "seen" for item in AuditToPlan.items}

    def asked(core=None, further=None):
        answers.use(answers.Memory())
        for kind, low in ((AuditToPlan, core), (AuditFurther, further)):
            if low is not None:
                keep(kind({item.name: 2 for item in kind.items} | seen | {place: low}))
        result = plan().result
        assert result.weakest == (("tactical-cx", "wants"),)
        return html.unescape(plan().notes(result)["what-1"])

    core, further = (kind.asked["tactical-cx", "wants"][1] for kind in (AuditToPlan, AuditFurther))
    assert f"The next level reads: “{core[2]}”" in asked(core=1)
    assert f"The next level reads: “{further[2]}”" in asked(further=1)
    assert f"The next level reads: “{further[2]}”" in asked(core=2, further=1)
    assert f"The next level reads: “{core[2]}”" in asked(core=1, further=2)
    assert "The next level" not in asked(core=3, further=0)
    assert f"aim two levels up: “{further[2]}”" in asked(core=3, further=0)


def test_each_move_has_a_heading_and_whole_sentences_can_be_seen():
    asks = plan().asks(plan().result)
    assert [asks[f"what-{move}"] for move in (1, 2, 3)] == [f"<h4>Move {move}</h4>" for move in (1, 2, 3)]
    rows = {control.name: control.rows for control in YourPlan.controls if hasattr(control, "rows")}
    assert {name for name, many in rows.items() if many == 1} == {f"owner-{move}" for move in (1, 2, 3)}


def test_the_memo_says_when_ninety_days_end():
    memo = replace(letter(plan(what_1="Call").result), day=date(2026, 11, 22))
    text = "".join(ElementTree.fromstring(f"<div>{_memo.body(memo, 1)}</div>").itertext())
    assert "FromNovember 22, 2026" in text
    assert "Three moves, until February 20, 2027" in text


def test_ties_are_said_and_the_top_is_no_weakest_link():
    keep(audited(AuditToPlan, 1))
    assert "and 9 more: level 1 of 3 (12 places tie)" in read(plan())
    keep(audited(AuditToPlan, 3))
    assert plan().result.weakest == ()
    assert "somebody from outside should look" in read(plan())


def test_words_are_counted_and_the_long_move_is_named():
    long = "word " * (SAYABLE + 1)
    exercise = plan(what_1="Call back within a day", what_2=long, what_3=long)
    assert exercise.sentence.startswith(
        "3 moves in 31 words: moves 2 and 3 are too long to be said from memory."
    )
    notes = exercise.notes(exercise.result)
    assert notes["what-1"] == "<p>5 words. Close your eyes and say it.</p>"
    assert "13 words: too long" in notes["what-2"]
    assert "move 2 is too long" in plan(what_1="Call", what_2=long).sentence
    assert "13 words" not in plan(what_1=" ".join(["word"] * SAYABLE)).sentence


def test_what_a_move_lacks_is_named():
    said = plan(what_1="Call", owner_1="Ann", what_2="Mend", stop_2="Reports").sentence
    assert (
        "an owner for move 2; a first step for move 1 and 2; something to count for move 1 and 2; what it "
        "costs and stops for move 1"
    ) in said
    assert "what you ask of the reader" in said
    assert "what you ask" not in plan(what_1="Call", ask="Two hours of the night clerk").sentence
    wanted = "a number, now and in 90 days, for move 1"
    assert wanted in plan(what_1="Call", measure_1="satisfaction").sentence
    assert wanted not in plan(what_1="Call", measure_1="calls in a day: 4 of 40 now, then 36").sentence


def test_moves_that_are_not_there_take_one_line():
    memo = read(plan(what_2="Mend", owner_2="Ann"))
    assert "2. Mend" in memo
    assert "Two moves to be decided." in memo
    assert memo.count("Owner") == 1
    assert "We measure" not in memo
    whole = written("Call them.")
    assert "to be decided" not in read(whole)
    assert "One move to be decided." in read(YourPlan({**whole.values, **{f"{f}-3": " " for f in FIELDS}}))
    assert "Not yet in words" in read(plan(owner_1="Ann"))


def test_what_is_for_the_writer_alone_is_shown_and_is_in_no_file():
    keep(TenMomentsGuess(guess=60, committed=True))
    exercise = plan(what_1="Call", resist_1="The front office", ask="Two hours a week")
    shown, file = read(exercise), saved(exercise)
    for private in ("The front office", "For you only", "Of 1 guess made", "53% of the scale too high"):
        assert private in shown
        assert private not in file
    assert "Two hours a week" in file
    assert "What I ask of you" in file
    assert "What I ask of you" not in saved(plan(what_1="Call"))


def test_a_level_that_nothing_shows_is_told_as_unproven_and_how_often_an_audit_errs():
    levels = {item.name: 2 for item in AuditToPlan.items} | {"experience-design-needs": 1}
    seen = {f"{item.name}-evidence": "seen" for item in AuditToPlan.items}
    keep(AuditToPlan(levels | seen | {"experience-design-needs-evidence": ""}))
    memo = read(plan())
    assert (
        "Weakest use case: Experience design. Weakest place: Experience design, needs (unproven): level 0 of "
        "3, with 12 of 12 places judged. Unproven: one level more was claimed, and nothing was written down"
    ) in memo
    assert "[0*]" in memo
    assert trust(1, close=False) in memo
    keep(AuditToPlan(levels | seen))
    keep(AuditFurther({item.name: 2 for item in AuditFurther.items} | seen))
    memo = read(plan(what_1="Call"))
    assert "Experience design, needs: between levels 1 and 2 of 3" in memo
    assert "[1, 2]" in memo, "two ratings are shown, not their mean"
    assert "unproven" not in memo
    assert trust(2, close=True) in memo
    exercise = plan(what_1="Call")
    assert (
        "Does it help your weakest use case? Experience design." in exercise.notes(exercise.result)["what-1"]
    )


def test_an_unproven_box_of_the_quick_audit_is_told_as_such():
    keep(audited(QuickAudit, 1, evidence=""))
    assert "at 0% of what there is to reach (33% claimed, the rest unproven)." in read(plan())


def test_a_number_of_ones_own_is_told_whole_or_not_at_all():
    numbers = [(f"Number {n}", f"{n} " + "word " * (n * 30)) for n in (9, 1, 2)]
    shown = _memo._list([*numbers, ("Too long", "word " * 600)])
    assert "[…]" not in shown
    assert all(sentence in shown for _, sentence in numbers)
    assert "Too long" not in shown
    assert "And 1 more in the file of answers." in shown


def test_the_ledger_tells_guess_answer_and_how_far_off_and_how_good_they_were_on_the_whole():
    keep(TenMomentsGuess(guess=60, committed=True))
    keep(FourthPurchaseGuess(guess=216, committed=True))
    memo = mine(plan().result)
    assert memo.ledger == [
        ("Ten moments", "60", "7", "53% of the scale too high"),
        ("The fourth purchase", "216 days", "216 days", "nearly nothing"),
    ]
    assert memo.guesses == (
        "Of 2 guesses made while reading, 1 came within a tenth of the scale; 1 was too high by more, none "
        "too low. On average off by 27% of the scale: that is what a number from my head is worth."
    )


def test_own_numbers_come_with_how_sure_one_can_be():
    keep(YourScore(promoters=10))
    assert YourScore(promoters=10).sentence in read(plan())
    assert "95% interval" in read(plan())


def test_what_is_damaged_or_older_is_told_left_out_and_kept():
    keep(YourScore(promoters=10))
    answers.keep("your-desk", 99, {"cases": 5})
    answers.keep("your-campaign", 1, {"got": "<b>"})
    answers.store().save({"quick-audit": "{rubbish"})
    before = answers.exported()
    exercise = plan()
    said = exercise.sentence
    assert "“quick-audit” is damaged" in said
    assert "“Your desk” is left out: This exercise has changed since you answered it." in said
    assert "“Your campaign” is left out" in said
    assert YourScore(promoters=10).sentence in read(exercise)
    assert answers.exported() == before


def test_the_whole_book_comes_in_and_the_plan_follows_a_move_elsewhere():
    exercise = YourPlan()
    keep_whole_book()
    taken = exercise.result.taken
    assert len(taken.guesses) >= 15
    assert len(taken.own) >= 6
    assert taken.unread == ()
    assert len(mine(exercise.result).ledger) == len(taken.guesses)
    assert all(one.sentence in read(exercise) for one in taken.own), "there is room for all of them"
    assert f"The {_memo.GUESSES} furthest off:" in read(exercise)
    assert written("Call 9 back.").sentence == "3 moves in 9 words: short enough to be said from memory."
    furthest = mine(exercise.result).ledger[: _memo.GUESSES]
    assert all(title in read(exercise) for title, *_ in furthest)


def test_what_was_taken_in_is_not_kept_a_second_time_and_the_export_has_plan_and_audit():
    keep(audited(AuditToPlan, 1))
    exercise = YourPlan()
    exercise._take(**{"what-1": "Call back"})
    file = json.loads(answers.exported())["answers"]
    assert file["your-plan"]["values"]["what-1"] == "Call back"
    assert "kept" not in file["your-plan"]["values"]
    assert file["audit-to-plan"]["values"]["tactical-cx-wants"] == 1
    assert YourPlan().values["what-1"] == "Call back"


def saved(exercise):
    found = re.search(
        r'href="data:text/html;charset=utf-8;base64,([^"]+)" ?>|base64,([^"]+)"', html_of(exercise)
    )
    return base64.b64decode(found[1] or found[2]).decode()


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=400))
def test_whatever_is_typed_is_escaped_and_the_saved_file_is_whole(text):
    answers.use(answers.Memory())
    exercise = written(text)
    file = saved(exercise)
    root = ElementTree.fromstring(file.removeprefix("<!DOCTYPE html>"))
    names = {one.tag for one in root.iter()}
    assert not names & {"script", "img", "link", "iframe", "b", "a", "form"}
    assert not [key for one in root.iter() for key in one.attrib if key in ("src", "href", "onclick")]
    assert "url(" not in file.partition("</style>")[0]
    assert "@page" in file


def test_what_is_too_long_is_cut_and_a_sentence_says_so():
    short, long = written("Call them."), written("Call them before they call us. " * 12)
    assert "[…]" not in saved(short)
    assert _memo.CUT not in saved(short)
    assert "[…]" in saved(long)
    assert _memo.CUT in saved(long)
    assert len(saved(long)) < 20_000


def test_a_cut_keeps_whole_words_and_never_runs_over():
    assert _memo._cut("one two  three\nfour", 100) == "one two three four"
    assert _memo._cut("call every customer back " * 20, 60).endswith(" […]")
    for text in ("a" * 500, "W" * 500, "客" * 500, "word " * 100, "é" * 500):
        cut = _memo._cut(text, 100).removesuffix(" […]")
        assert 20 < sum(map(_memo._width, cut)) <= 100
        assert text.startswith(cut)


def test_every_field_reaches_the_memo():
    fields = {f"{field}-{move}": f"{field} of {move}" for field in FIELDS for move in (1, 2, 3)}
    exercise = YourPlan(fields | {"because": "the reason", "direction": "transform", "ask": "an hour"})
    memo = read(exercise)
    assert all(
        text in memo for text in (*fields.values(), "the reason", "an hour", "Transform: what we sell")
    )


def test_a_plan_of_an_earlier_edition_is_read_on():
    answers.keep("your-plan", 1, {"what-1": "Call", "stop-1": "Reports", "resist-1": "The front office"})
    exercise = YourPlan()
    assert exercise.values["stop-1"] == "Reports"
    assert exercise.values["ask"] == ""
    assert "Reports" in saved(exercise)
