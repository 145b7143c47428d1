"""The ownership chart: gaps, doubles, judges in their own cause, and whatever a reader may type."""

from xml.etree import ElementTree

import pytest
from fieldguide.exercises.who_owns_the_customer import DECIDES, MOST, SEES, STAGES, WhoOwnsTheCustomer

ONE_EACH = {"acquires": "Media", "converts": "Sales", "retains": "Call center", "engages": "CX"}


def chart(**values):
    return WhoOwnsTheCustomer(values).result


def test_it_starts_empty():
    exercise = WhoOwnsTheCustomer()
    assert set(exercise.values.values()) == {""}
    assert exercise.sentence == "Six lines to fill in. Write what happens, not what is planned."
    assert exercise.shows(exercise.result) is None


def test_commas_part_names_and_nothing_else_does():
    assert chart(retains="CRM, Call center;Shops").owners["retains"] == ("CRM", "Call center", "Shops")
    assert chart(retains="Sales and marketing").doubles == ()
    assert chart(retains="R&D").owners["retains"] == ("R&D",)


def test_two_spellings_are_one_owner():
    result = chart(acquires="the CRM team", converts="CRM Team", retains="crm team.", engages="CRM  team")
    assert result.hands == 1
    assert chart(acquires="CRM, crm").doubles == ()


@pytest.mark.parametrize("nobody", ["", "  ", "nobody", "Nobody.", "-", "?", "None", ",", " ; ", "no one"])
def test_nobody_is_a_gap(nobody):
    result = chart(**ONE_EACH | {"retains": nobody})
    assert result.gaps == ("retains",)
    assert result.hands == 3


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (
            ONE_EACH,
            "Four tasks, 4 owners. When two of them want the same customer, nobody decides. And nobody can "
            "see all that one customer got.",
        ),
        (
            ONE_EACH | {SEES: "Data team"},
            "Four tasks, 4 owners. When two of them want the same customer, nobody decides.",
        ),
        (
            ONE_EACH | {"retains": "CRM, Shops", "engages": "nobody", DECIDES: "Sales"},
            "Four tasks, 4 owners, 1 task without anybody, 1 task with more than one. Who decides when they "
            "collide is one of them. Which number is that one paid for? And nobody can see all that one "
            "customer got.",
        ),
        (
            ONE_EACH | {DECIDES: "Board"},
            "Four tasks, 4 owners. Somebody decides who is not one of them. Ask for the last time that it "
            "happened. And nobody can see all that one customer got.",
        ),
        (
            ONE_EACH | {DECIDES: "Board", SEES: "Data team"},
            "Four tasks, 4 owners. Somebody decides who is not one of them. Ask for the last time that it "
            "happened.",
        ),
        (
            dict.fromkeys(STAGES, "Arkwright"),
            "Four tasks, 1 owner. One owner on paper: how many hands, and who decides among them? And nobody "
            "can see all that one customer got.",
        ),
        (
            dict.fromkeys(STAGES, "nobody") | {SEES: "Data team"},
            "Four tasks, no owner, 4 tasks without anybody.",
        ),
    ],
)
def test_what_is_said(values, said):
    assert WhoOwnsTheCustomer(values).sentence == said


def test_the_chart_shows_the_names_and_what_is_odd():
    html = WhoOwnsTheCustomer(ONE_EACH | {"engages": "", DECIDES: "Sales"})
    shown = html.shows(html.result)
    assert shown.count("<div>") == 6
    assert "Nobody: a gap." in shown
    assert "Decides, and is one of those who want the customer." in shown
    assert "Nobody sees it. The customer does." in shown


def test_two_deciders_are_none():
    exercise = WhoOwnsTheCustomer(ONE_EACH | {DECIDES: "Board, CFO"})
    assert "and if they disagree?" in exercise.shows(exercise.result)


@pytest.mark.parametrize(
    "strange",
    ["<script>alert(1)</script>", '"><img src=x>', "é" * MOST, "$a$ {b}", "\u202ea\u0301", "a\x00b"],
)
def test_whatever_is_typed_is_shown_as_text(strange):
    exercise = WhoOwnsTheCustomer(dict.fromkeys((*STAGES, DECIDES, SEES), strange))
    root = ElementTree.fromstring(exercise.shows(exercise.result))
    assert {one.tag for one in root.iter()} <= {"div", "h4", "ul", "li", "p"}
    assert strange.replace("\x00", "") in "".join(root.itertext())
    exercise._draw_first()
    assert exercise._message.value == ""


def test_longer_than_a_name_is_refused_in_words():
    with pytest.raises(ValueError, match=r"has room for 120 characters; this has 121\.$"):
        WhoOwnsTheCustomer(acquires="x" * (MOST + 1))


def test_it_is_kept_and_read_again():
    WhoOwnsTheCustomer().values = ONE_EACH
    assert WhoOwnsTheCustomer().values["retains"] == "Call center"
