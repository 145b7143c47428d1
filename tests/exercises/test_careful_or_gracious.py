"""*Careful or gracious?*: what is said agrees with the world, and either firm can be worth more."""

import itertools
import re

import pytest
from fieldguide import worlds
from fieldguide.exercises.careful_or_gracious import TOP, CarefulOrGracious, _told, _within
from fieldguide.exercises.careful_or_gracious_guess import CarefulOrGraciousGuess
from hypothesis import given
from hypothesis import strategies as st


def result(**values):
    return CarefulOrGracious(**values).result


def test_at_the_start():
    assert CarefulOrGracious().sentence == (
        "A customer is worth $655 to the careful firm, and $623 to the gracious one. Where 40% tell, the "
        "gracious firm may fail in up to 8.8 of 100 visits, against the careful firm’s 5, and a customer be "
        "worth as much to it; if everybody told, in up to 34.5."
    )


@given(
    told=st.integers(0, 50).map(lambda step: 2 * step),
    fails=st.integers(1, 30),
    leave_mended=st.integers(0, 20),
    careful_fails=st.integers(1, 20),
    leave_unmended=st.integers(2, 60),
)
def test_what_is_said_agrees_with_the_world(told, fails, leave_mended, careful_fails, leave_unmended):
    given = {
        "told": told,
        "fails": fails,
        "leave_mended": leave_mended,
        "careful_fails": careful_fails,
        "leave_unmended": leave_unmended,
    }
    exercise = CarefulOrGracious(**given)
    firms = worlds.Firms(careful_fails / 100, leave_mended / 100, leave_unmended / 100)
    careful = worlds.careful_worth(firms)
    gracious = float(worlds.gracious_worth(fails / 100, told / 100, firms))
    said = exercise.sentence
    if "about the same" in said:
        assert careful == pytest.approx(gracious, abs=1)
    else:
        high, first, low = re.search(r"worth \$([\d,]+) to the (\w+) firm, and \$([\d,]+)", said).groups()
        found = sorted((careful, gracious), reverse=True)
        assert [int(one.replace(",", "")) for one in (high, low)] == pytest.approx(found, abs=0.51)
        assert first == ("gracious" if gracious > careful else "careful")
    allowed = 100 * float(worlds.failures_allowed(told / 100, firms))
    if allowed >= 99.95:
        assert "no less to the gracious firm however often it fails" in said
    else:
        assert float(re.search(r"in up to ([\d.]+) of", said)[1]) == pytest.approx(allowed, abs=0.051)


@pytest.mark.parametrize(
    ("values", "more"),
    [
        ({}, "careful"),
        ({"told": 60}, "gracious"),
        ({"fails": 8}, "gracious"),
        ({"care_costs": 5}, "gracious"),
        ({"told": 60, "leave_mended": 12}, "careful"),
        ({"told": 60, "mending_costs": 100}, "careful"),
    ],
)
def test_either_firm_is_worth_more_somewhere(values, more):
    assert f"to the {more} firm, and" in CarefulOrGracious(**values).sentence


def test_only_where_the_mended_leave_less_than_the_others_it_may_fail_without_end():
    loyal = {"leave_mended": 0, "mending_costs": 0, "told": 80}
    assert "it might fail as often as it liked" in CarefulOrGracious(**loyal).sentence
    assert "however often it fails" in CarefulOrGracious(**{**loyal, "told": 100}).sentence
    as_others = {**loyal, "leave_mended": 2, "care_costs": 0}
    assert result(**as_others).allowed == pytest.approx(25)


def test_the_fewer_of_the_mended_leave_the_more_mending_may_cost():
    def dearest(leave, told):
        """The most that mending may cost, in steps of $5, where failures do not matter; None for nothing."""
        ever = []
        for costs in range(0, 101, 5):
            said = CarefulOrGracious(told=told, leave_mended=leave, mending_costs=costs).sentence
            assert "100.0 of 100" not in said
            if "however often it fails" in said:
                ever.append(costs)
        return max(ever, default=None)

    assert [dearest(leave, 100) for leave in (0, 1, 2, 3, 4)] == [20, 10, 5, 0, None]
    assert [dearest(leave, 90) for leave in (0, 1, 2)] == [5, 0, None]
    assert dearest(0, 40) is None


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"leave_mended": 20},
        {"leave_mended": 0, "mending_costs": 0},
        {"care_costs": 10, "careful_fails": 20},
    ],
)
def test_the_line_stays_within_the_map_and_is_cut_at_its_edge(values):
    line = result(**values).line
    across, heights = _within(line)
    assert across == sorted(across)
    assert max(heights) <= TOP
    for told, height in zip(_told(), line, strict=True):
        assert heights[across.index(told)] == min(height, TOP)
    crossings = sum((one < TOP) != (other < TOP) for one, other in itertools.pairwise(line))
    assert len(across) == len(_told()) + crossings


def test_the_guess_is_of_the_first_setting():
    assert CarefulOrGraciousGuess().truth() == pytest.approx(result().allowed, abs=0.05)
    start = CarefulOrGracious.start()
    assert f"in {start['careful_fails']} of 100 visits" in CarefulOrGraciousGuess.question
    assert f"{start['told']} tell" in CarefulOrGraciousGuess.question
    note = CarefulOrGracious(values={"guess": 20})
    assert "Your guess was 20 of 100 visits." in note.notes(note.result)["fails"]


@pytest.mark.parametrize(("guess", "said"), [(25, "too many."), (5, "too few."), (9, "close.")])
def test_the_guess_is_weighed(guess, said):
    assert CarefulOrGraciousGuess(guess=guess, committed=True).sentence.endswith(said)
    assert "You said" not in CarefulOrGraciousGuess(guess=guess).sentence
