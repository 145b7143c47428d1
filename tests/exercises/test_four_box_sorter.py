"""The four-box sorter: its cards, and whether what it says of a reader is so."""

import re
from collections import Counter
from itertools import cycle, islice

import pytest
from fieldguide.exercises._four_boxes import BOXES, CX, ED, SM, TM, WHEN, WHOM
from fieldguide.exercises.four_box_sorter import FourBoxSorter, astray
from hypothesis import given, settings
from hypothesis import strategies as st

CARDS = FourBoxSorter.cards
HOMES = [card.home[0] for card in CARDS]


def sorted_with(moves):
    return FourBoxSorter(cards=10 if len(moves) <= 10 else 20, moves=moves)


def test_two_rounds_of_ten_from_twenty_industries():
    assert len(CARDS) == 20
    assert FourBoxSorter.rounds == (10, 20)
    for what in ("name", "title", "industry", "text"):
        assert len({getattr(card, what) for card in CARDS}) == 20


@pytest.mark.parametrize("ten", [CARDS[:10], CARDS[10:]])
def test_each_round_fills_every_box_and_has_something_to_argue_about(ten):
    clear = Counter(card.home[0] for card in ten if not card.arguable)
    assert set(clear) == set(BOXES)
    assert sum(card.arguable for card in ten) >= 2


def test_four_cards_or_more_are_arguable_and_never_three_ways():
    assert sum(card.arguable for card in CARDS) >= 4
    assert {len(card.home) for card in CARDS} == {1, 2}


def test_every_choice_has_an_explanation_of_its_own():
    said = [card.because[box] for card in CARDS for box in BOXES]
    assert len(said) == len(set(said)) == 80
    for sentence in said:
        assert sentence[0].isupper() or sentence[0] == "“"
        assert sentence[-1] in ".?!"


def test_putting_each_card_home_is_all_right():
    exercise = sorted_with(HOMES)
    assert exercise.result.fits == 20
    assert "All 20 sorted, 20 of them in a box that can be defended" in exercise.sentence


def test_either_home_of_an_arguable_card_fits():
    assert sorted_with([card.home[-1] for card in CARDS]).result.fits == 20


def test_a_miss_says_how_to_try_again_for_the_next_card_is_in_play():
    exercise = sorted_with([CX])
    assert "Not there (Undo lets you try again)." in exercise.notes(exercise.result)["moves"]
    assert exercise.result.playing is CARDS[1]


@pytest.mark.parametrize("count", [10, 20])
def test_blind_luck_is_the_average_over_all_boxes(count):
    every = [sum(box in card.home for card in CARDS[:count]) for box in BOXES]
    said = re.search(r"blind luck would bring about ([\d.]+)\.", sorted_with([TM] * count).sentence)
    assert float(said[1]) == sum(every) / len(BOXES)


def test_mistaking_each_row_for_the_other_is_told_as_the_first_question():
    flip = {TM: SM, SM: TM, CX: ED, ED: CX}
    moves = [card.home[0] if card.arguable else flip[card.home[0]] for card in CARDS[:10]]
    exercise = sorted_with(moves)
    assert astray(exercise.result.placed, WHOM) == {"one at a time": 4, "for everybody": 3}
    assert astray(exercise.result.placed, WHEN) == {"before": 0, "after": 0}
    assert (
        "Your 7 misses got the first question wrong 7 times (4 too tactical, 3 too strategic)"
        in exercise.sentence
    )
    assert exercise.sentence.endswith("ask the first more slowly.")


def test_taking_everybody_for_a_customer_is_told_as_too_late():
    later = {TM: CX, SM: ED, CX: CX, ED: ED}
    exercise = sorted_with([later[card.home[0]] for card in CARDS[:10]])
    late = astray(exercise.result.placed, WHEN)
    assert late["before"] == 0
    assert f"the second question wrong {late['after']} times ({late['after']} too late)" in exercise.sentence
    assert exercise.sentence.endswith("ask the second more slowly.")


@pytest.mark.parametrize(
    ("card", "box", "said"),
    [
        ("boots-in-the-cart", SM, "Your one miss got the first question wrong (too strategic)."),
        ("boots-in-the-cart", CX, "Your one miss got the second question wrong (too late)."),
        ("boots-in-the-cart", ED, "Your one miss got both questions wrong (too strategic and too late)."),
        ("nine-pages", TM, "Your one miss got both questions wrong (too tactical and too early)."),
        (
            "one-star",
            TM,
            "Your one miss has its homes in opposite corners, so that neither question alone tells.",
        ),
    ],
)
def test_a_single_miss_is_told_in_the_singular(card, box, said):
    moves = [box if one.name == card else home for one, home in zip(CARDS, HOMES, strict=True)]
    assert sorted_with(moves).sentence.endswith(said)


def test_without_a_miss_it_tells_which_side_the_reader_prefers():
    assert sorted_with(HOMES[:10]).sentence.endswith(
        "Of the 2 with a home on both sides of the purchase, you put 1 after it and 1 before it."
    )
    after = [card.home[0] if card.home[0] in (CX, ED) else card.home[-1] for card in CARDS]
    assert sorted_with(after).sentence.endswith("you put 6 after it and 0 before it.")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(list(BOXES)), min_size=20, max_size=20))
def test_the_numbers_that_are_said_are_the_numbers_that_were_counted(moves):
    exercise = sorted_with(moves)
    placed, sentence = exercise.result.placed, exercise.sentence
    misses = sum(not one.fits for one in placed)
    assert f"All 20 sorted, {20 - misses} of them" in sentence
    ways = [int(n) for n in re.findall(r"(\d+) too (?:tactical|strategic|early|late)", sentence)]
    if misses > 1:
        assert f"Your {misses} misses" in sentence
        assert sum(ways) == sum(astray(placed, WHOM).values()) + sum(astray(placed, WHEN).values())
        # A miss has crossed at least one line, but for the card with homes in opposite corners.
        assert misses - 1 <= sum(ways) <= 2 * misses


def test_it_can_be_left_halfway_and_taken_up_for_ten_more():
    exercise = sorted_with(HOMES[:3])
    assert exercise.sentence == "3 of 10 sorted, 3 of them in a box that can be defended."
    exercise.values = {**exercise.values, "moves": HOMES[:10], "cards": 20}
    assert exercise.sentence.startswith("10 of 20 sorted")
    assert exercise.result.playing is CARDS[10]


def test_the_grid_is_read_row_by_row_and_names_its_rows_and_columns():
    grid = sorted_with(list(islice(cycle(BOXES), 8))).shows(sorted_with(list(islice(cycle(BOXES), 8))).result)
    at = [grid.index(f"<h4>{title}</h4>") for title in BOXES.values()]
    assert at == sorted(at)
    for box in BOXES:
        assert f"{WHOM[box]}, {WHEN[box]} they buy" in grid
    assert grid.count("<li>") == 8
    assert [WHOM[box] for box in BOXES] == ["one at a time"] * 2 + ["for everybody"] * 2
    assert [WHEN[box] for box in BOXES] == ["before", "after"] * 2
