"""Answers come back as they were kept; what cannot be read is told, and nothing is lost."""

import json
import subprocess
import sys

import pytest
from fieldguide import answers
from hypothesis import given
from hypothesis import strategies as st

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False) | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(), inside, max_size=4),
    max_leaves=10,
)


@given(st.dictionaries(st.text(), anything, max_size=4))
def test_round_trip_through_an_exported_file(values):
    answers.use(answers.Memory())
    answers.keep("quick-audit", 3, values)
    file = answers.exported()
    answers.use(answers.Memory())
    assert answers.imported(file) == ["quick-audit"]
    assert answers.recall("quick-audit") == {"version": 3, "values": values}


def test_a_folder_keeps_one_file_an_exercise(tmp_path):
    store = answers.Folder(tmp_path / "answers")
    answers.use(store)
    answers.keep("one", 1, {"a": "é"})
    answers.keep("two", 1, {"b": [1, 2]})
    assert sorted(file.name for file in store.path.iterdir()) == ["one.json", "two.json"]
    answers.use(answers.Folder(tmp_path / "answers"))
    assert answers.recall("one") == {"version": 1, "values": {"a": "é"}}
    answers.forget("one")
    assert answers.recall("one") is None
    assert answers.recall("two") is not None


def test_a_crash_while_writing_leaves_the_old_answer(tmp_path, monkeypatch):
    answers.use(answers.Folder(tmp_path))
    answers.keep("one", 1, {"a": "old"})
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError("no space left")))
    with pytest.raises(OSError, match="no space"):
        answers.keep("one", 1, {"a": "new"})
    monkeypatch.undo()
    assert answers.recall("one")["values"] == {"a": "old"}


@pytest.mark.parametrize(
    "rubbish", ["", "{", "[]", '{"version": 1}', '{"version": "x", "values": {}}', "\x00", "[" * 9000]
)
def test_what_cannot_be_read_is_told_and_goes_along_in_an_export(rubbish):
    store = answers.Memory()
    store.texts["one"] = rubbish
    answers.use(store)
    with pytest.raises(answers.AnswersError, match="damaged"):
        answers.recall("one")
    answers.set_aside("one")
    answers.keep("one", 1, {"a": 1})
    assert answers.recall("one")["values"] == {"a": 1}
    assert json.loads(answers.exported())["aside"].get("one.aside", "") == rubbish


def test_setting_aside_twice_keeps_both():
    answers.keep("one", 1, {"a": 1})
    answers.set_aside("one")
    answers.keep("one", 1, {"a": 2})
    answers.set_aside("one")
    aside = json.loads(answers.exported())["aside"]["one.aside"]
    assert [json.loads(line)["values"]["a"] for line in aside.splitlines()] == [1, 2]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
        ('{"book": "from-crm-to-cx", "form": 1, "answ', "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ('{"some": "other program"}', "not a file of answers of this book"),
        ("[1, 2]", "not a file of answers of this book"),
        ('{"book": "from-crm-to-cx", "form": 99, "answers": {}}', "newer edition"),
        ('{"book": "from-crm-to-cx", "form": 1}', "answers are missing"),
        ('{"book": "from-crm-to-cx", "form": 1, "answers": {"one": 5}}', "damaged"),
        (
            '{"book": "from-crm-to-cx", "form": 1, "answers": {"../up": {"version": 1, "values": {}}}}',
            "names no exercise",
        ),
        (
            '{"book": "from-crm-to-cx", "form": 1, "answers": {"one.aside": {"version": 1, "values": {}}}}',
            "names no exercise",
        ),
    ],
)
def test_a_foreign_or_damaged_file_is_refused_whole(file, sentence):
    answers.keep("one", 1, {"a": 1})
    answers.store().save({"one.aside": "precious"})
    before = answers.exported()
    with pytest.raises(answers.AnswersError, match=sentence):
        answers.imported(file)
    assert answers.exported() == before


def test_one_bad_answer_among_good_ones_changes_nothing():
    answers.keep("one", 1, {"a": 1})
    file = json.loads(answers.exported())
    file["answers"] = {"one": {"version": 1, "values": {"a": 2}}, "two": None}
    with pytest.raises(answers.AnswersError):
        answers.imported(json.dumps(file))
    assert answers.recall("one")["values"] == {"a": 1}


def test_whoever_watches_hears_of_their_exercise_alone():
    heard = []
    answers.watch("one", lambda: heard.append("one"))
    answers.watch_all(lambda: heard.append("any"))
    answers.keep("one", 1, {})
    answers.keep("two", 1, {})
    assert heard == ["one", "any", "any"]


def test_no_folder_reaches_above_itself(tmp_path):
    with pytest.raises(answers.AnswersError):
        answers.Folder(tmp_path / "in").save({"../out": "{}"})
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(("setting", "kind"), [("off", "Memory"), ("somewhere", "Folder"), ("", "Memory")])
def test_only_a_persons_jupyter_keeps_answers_unasked(setting, kind, tmp_path):
    program = "from fieldguide import answers; print(type(answers.store()).__name__)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={
            "FIELDGUIDE_ANSWERS": setting,
            "PATH": "",
            "PYTHONPATH": ":".join(sys.path),
            "HOME": str(tmp_path),
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == kind


def test_a_file_can_be_read_without_taking_it_in():
    answers.keep("one", 1, {"a": 1})
    answers.store().save({"two": "{rubbish"})
    file, was = answers.exported(), answers.snapshot()
    answers.use(answers.Memory())
    answers.keep("one", 1, {"a": 2})
    before = answers.exported()
    assert answers.read_file(file) == was
    assert was == {"answers": {"one": {"version": 1, "values": {"a": 1}}}, "damaged": ["two"]}
    with pytest.raises(answers.AnswersError, match="cannot be read"):
        answers.read_file(file[:40])
    assert answers.exported() == before
    assert answers.snapshot(without="one") == answers.nothing()


def test_reading_a_file_replaces_no_good_answer_by_a_damaged_one():
    answers.store().save({"one": "{rubbish", "two.aside": "older"})
    file = answers.exported()
    answers.use(answers.Memory())
    answers.keep("one", 1, {"a": 1})
    answers.store().save({"two.aside": "precious"})
    for _ in range(2):  # read twice, it says nothing twice
        assert answers.imported(file) == []
        assert answers.recall("one")["values"] == {"a": 1}
        aside = json.loads(answers.exported())["aside"]
        assert aside == {"one.aside": "{rubbish", "two.aside": "precious\nolder"}
