"""*Say it from memory*, and the kind it is made of: what is hidden stays hidden, and the count is right."""

import pytest
from fieldguide.exercises.say_it_from_memory import COINED, PLAIN, TREATMENTS, SayItFromMemory
from fieldguide.kinds.recall import Pair, Recall


def rightly(count, names="coined"):
    pairs = dict(zip(range(9), {"coined": COINED, "plain": PLAIN}[names], strict=True))
    return [pairs[place].answer for place in SayItFromMemory.unlike if place < count]


def test_both_lists_give_everybody_the_same():
    assert [pair.answer for pair in COINED] == [pair.answer for pair in PLAIN]
    assert len({pair.thing for pair in (*COINED, *PLAIN)}) == 18
    assert sorted(pair.answer for pair in COINED) == sorted(TREATMENTS)


def test_it_is_asked_in_another_order_than_it_is_read_at_any_length():
    for count in range(3, 10):
        asked = SayItFromMemory(length=count, hidden=True).result
        assert [pair.thing for pair in asked.asked] != [pair.thing for pair in asked.pairs]
        assert {pair.thing for pair in asked.asked} == {pair.thing for pair in asked.pairs}


@pytest.mark.parametrize("count", range(2, 10))
@pytest.mark.parametrize("names", ["coined", "plain"])
def test_all_right_and_all_wrong(count, names):
    start = {"length": count, "list": names, "hidden": True}
    moves = rightly(count, names)
    good = SayItFromMemory(values={**start, "moves": moves})
    assert good.sentence.startswith(f"All of {count} right.")
    assert f"gets {count / 9:.1f} right on average" in good.sentence
    wrong = [moves[(at + 1) % count] for at in range(count)]
    assert SayItFromMemory(values={**start, "moves": wrong}).sentence.startswith(f"Not one of {count} right.")
    assert good.shows(good.result).count("✓") == count


def test_the_strategy_is_read_before_and_nowhere_seen_after():
    before = SayItFromMemory()
    assert all(pair.thing in before.asks(before.result)["hidden"] for pair in COINED[:7])
    for moves in ([], rightly(7)[:3]):
        after = SayItFromMemory(hidden=True, moves=moves)
        result = after.result
        seen = after.asks(result)["moves"]
        # Words, and not nothing: a page keeps what stood there from the start until something else is said.
        assert after.asks(result)["hidden"] == "<p>The list is hidden.</p>"
        assert after.shows(result) is None
        assert [pair.thing for pair in COINED if pair.thing in seen] == [result.playing.thing]
        assert after.notes(result) == {}, "nothing is told before the end"


def test_whoever_comes_back_meets_it_folded():
    """The page is drawn with the untouched exercise, and shows that until Python has started."""
    told = [
        SayItFromMemory(values=values).asks(SayItFromMemory(values=values).result)["hidden"]
        for values in ({}, {"length": 6}, {"list": "plain"})
    ]
    assert [one.partition(">")[0] for one in told] == ["<details", '<details open=""', '<details open=""']
    assert all("</table></details>" in one for one in told)


def test_whether_an_answer_is_right_is_not_told_before_the_last():
    right, wrong = (SayItFromMemory(hidden=True, moves=[move]) for move in (rightly(7)[0], rightly(7)[1]))
    assert right.sentence == wrong.sentence == "1 of 7 said; how many are right you hear at the end."


def test_what_can_be_moved_when():
    assert SayItFromMemory().locks(SayItFromMemory().result) == {"moves"}
    playing = SayItFromMemory(hidden=True)
    assert playing.locks(playing.result) == {"length", "list"}
    done = SayItFromMemory(hidden=True, moves=rightly(7))
    assert done.locks(done.result) == {"length", "list", "moves"}


def test_what_was_pressed_before_hiding_does_not_count():
    assert SayItFromMemory(moves=["call"]).result.said == ()


@pytest.mark.parametrize(
    "wrong",
    [
        {"lists": {"one": ("One", (Pair("a", "x"),))}},
        {"lists": {"one": ("One", (Pair("a", "x"), Pair("b", "x")))}},
        {"unlike": (0, 0)},
    ],
)
def test_a_list_that_does_not_fit_is_refused(wrong):
    good = {
        "lists": {"one": ("One", (Pair("a", "x"), Pair("b", "y")))},
        "answers": {"x": "X", "y": "Y"},
        "least": 1,
        "most": 2,
        "usual": 2,
        "unlike": (1, 0),
        "how_many": "n",
        "to_read": "The list",
        "which": "list",
        "columns": ("Thing", "Answer"),
    }
    type("Good", (Recall,), good)
    with pytest.raises(ValueError, match=r"\.$"):
        type("Wrong", (Recall,), good | wrong)
