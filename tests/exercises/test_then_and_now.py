"""*Then and now*: an earlier file beside today's answers, of which it changes nothing."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from fieldguide import answers
from fieldguide.exercises.audit_to_plan import AuditToPlan
from fieldguide.exercises.quick_audit import QuickAudit
from fieldguide.exercises.ten_moments_guess import TenMomentsGuess
from fieldguide.exercises.then_and_now import ThenAndNow, compare, draw, summary
from fieldguide.exercises.your_plan import YourPlan
from fieldguide.exercises.your_score import YourScore

from tests.exercises.plans import audited, keep, keep_whole_book


def read(widget, file):
    content = file if isinstance(file, bytes) else file.encode()
    when = datetime.now(tz=UTC)
    one = {
        "name": "x-2026-08.json",
        "type": "",
        "size": len(content),
        "content": content,
        "last_modified": when,
    }
    widget._upload.value = (one,)


def then():
    """An earlier file."""
    keep(audited(QuickAudit, 1))
    keep(audited(AuditToPlan, 1))
    keep(YourScore(promoters=10))
    keep(TenMomentsGuess(guess=60, committed=True))
    keep(YourPlan({"what-1": "<b>Call</b>", "direction": "adapt"}))
    return answers.exported()


def test_then_and_now_stand_side_by_side_and_today_stays():
    file = then()
    keep(audited(QuickAudit, 2))
    better = {item.name: 1 for item in AuditToPlan.items} | {"tactical-cx-wants": 3}
    keep(AuditToPlan(better | {f"{item.name}-evidence": "seen" for item in AuditToPlan.items}))
    keep(YourScore(promoters=500))
    before = answers.exported()
    widget = ThenAndNow()
    read(widget, file)
    assert answers.exported() == before
    rows = {
        name: (a, b)
        for found in compare(answers.read_file(file), answers.snapshot()).values()
        for name, a, b in found
    }
    assert rows["Quick audit: Tactical CX"] == ("33%", "67%")
    assert rows["Audit to plan: Tactical CX"] == ("33%", "56%")
    assert rows["Audit to plan: Wants"] == ("33%", "50%")
    assert rows["Audit to plan: Tactical CX, wants"] == ("level 1 of 3", "level 3 of 3")
    assert rows["Audit to plan: Tactical CX, needs"] == ("level 1 of 3", "level 1 of 3")
    assert rows["Your own score"] == tuple(YourScore(promoters=p).sentence for p in (10, 500))
    assert rows["Ten moments"] == ("60", "60")
    changed = sum(a != b for a, b in rows.values())
    assert f"Of {len(rows)} lines, {changed} have changed." in widget._says.value
    table = ElementTree.fromstring(f"<div>{widget._table.value}</div>")
    assert "“Then” is x-2026-08.json" in widget._says.value
    folded, shown = table.findall("details"), table.findall("table")
    assert sum(len(one.findall("tbody/tr")) for one in shown) == changed
    assert sum(len(one.findall("table/tbody/tr")) for one in folded) == len(rows) - changed
    shown = "".join("".join(one.itertext()) for one in shown)
    assert YourScore(promoters=10).sentence in shown
    assert "Tactical CX, needs" not in shown
    assert "<b>Call</b>" in "".join(table.itertext())
    assert not table.findall(".//b")


def test_what_was_not_there_on_one_side_is_said():
    file = then()
    answers.use(answers.Memory())
    changes = compare(answers.read_file(file), answers.snapshot())
    assert {b for rows in changes.values() for _, _, b in rows} == {"no answer"}
    assert summary(compare(answers.nothing(), answers.nothing())) == "There is nothing to compare in either."
    assert draw(compare(answers.nothing(), answers.nothing())) == ""


@pytest.mark.parametrize("file", [b"", b"{", b"\xff\xfe", b'{"a": 1}', b"[1]"])
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(file):
    good = then()
    widget = ThenAndNow()
    read(widget, good)
    before, table = answers.exported(), widget._table.value
    read(widget, file)
    assert "Your answers are unchanged." in widget._says.value
    assert answers.exported() == before
    assert widget._table.value == table


def test_what_is_damaged_in_either_is_told():
    keep(YourScore(promoters=10))
    answers.keep("your-desk", 99, {})
    file = answers.exported()
    widget = ThenAndNow()
    read(widget, file)
    for when in ("Then", "Now"):
        assert f"{when}: “Your desk” is left out" in widget._table.value


def test_it_follows_what_is_answered_on_the_same_page():
    widget = ThenAndNow()
    read(widget, then())
    assert "none have changed" in widget._says.value
    keep(YourScore(promoters=400))
    assert "1 has changed" in widget._says.value


def test_the_whole_book_can_be_compared():
    keep_whole_book()
    widget = ThenAndNow()
    read(widget, answers.exported())
    assert "none have changed" in widget._says.value
    assert "My answers" not in widget._table.value
