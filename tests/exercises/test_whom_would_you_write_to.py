"""Whom would you write to: what the rankings find over many seeds, where that turns round, and the game."""

import re

import numpy as np
import pytest
from fieldguide import data, measures, worlds
from fieldguide.exercises.surest_customers_guess import SurestCustomersGuess
from fieldguide.exercises.whom_would_you_write_to import (
    LETTERS,
    NEXT,
    RIVALS,
    ROUNDS,
    SEND,
    WEEKS,
    WhomWouldYouWriteTo,
    replay,
)
from fieldguide.worlds.letters import CAME_BACK, DECISION_DAY, FITTED, LAST_DAY, ROUND

SEEDS = range(40)


def averages(letters=4, repeaters=False):
    """What each ranking finds in a round, for each of the seeds."""
    found = [worlds.found_by(worlds.rounds_of_twelve(repeaters, seed), letters).came for seed in SEEDS]
    return {name: np.array([one[name] for one in found]) for name in RIVALS}


# The customers.


def test_the_book_is_the_published_tenth():
    book = worlds.customer_book()
    assert len(book.customer) == 2_357
    assert book.came.mean() == pytest.approx(0.290, abs=5e-4)
    assert (book.past.frequency == 1).sum() == 1_411
    shop = data.cdnow().tenth()
    assert book.later_dollars.sum() == pytest.approx(shop.dollars[shop.day > DECISION_DAY].sum())
    assert LAST_DAY - DECISION_DAY == 7 * WEEKS == DECISION_DAY + 1


def test_the_four_numbers_are_what_a_fit_gives():
    shop = data.cdnow().tenth()
    seen = measures.buying_history(shop.customer, shop.day, DECISION_DAY)
    again = measures.fit_bgnbd(seen.x, seen.t_x, seen.T)
    assert vars(FITTED) == pytest.approx(vars(again), rel=1e-3)


def test_what_receipts_say_was_learned_from_other_customers():
    shop = data.cdnow()
    others = shop.where(~np.isin(shop.customer, shop.published))
    past = measures.rfv(others.customer, others.day, others.dollars, DECISION_DAY)
    assert len(past.customer) == 21_213
    came, total = np.isin(past.customer, others.customer[others.day > DECISION_DAY]), past.codes().sum(axis=1)
    assert {sum_: round(came[total == sum_].mean(), 3) for sum_ in set(total.tolist())} == CAME_BACK


def test_visits_are_those_of_the_records():
    book, shop = worlds.customer_book(), data.cdnow()
    for member in (0, 17, 2_356):
        own = shop.customer == book.customer[member]
        visits = worlds.visits_of(member)
        assert [day for day, _ in visits] == sorted(set(shop.day[own].tolist()))
        assert sum(dollars for _, dollars in visits) == pytest.approx(shop.dollars[own].sum())
        assert sum(day <= DECISION_DAY for day, _ in visits) == book.past.frequency[member]
        assert sum(day > DECISION_DAY for day, _ in visits) == book.later_visits[member]


@pytest.mark.parametrize("repeaters", [False, True])
def test_rounds_deal_everybody_before_anybody_comes_again(repeaters):
    hands = worlds.rounds_of_twelve(repeaters, seed=3)
    assert hands.shape[1] == ROUND
    assert all(len(set(hand)) == ROUND for hand in hands.tolist())
    first = hands[:ROUNDS].ravel().tolist()
    assert len(set(first)) == len(first)
    assert (worlds.customer_book().past.frequency[hands] > 1).all() == repeaters


# What the rankings find, four letters a round, over many seeds.


def test_the_known_averages_of_four():
    found = {name: values.mean() for name, values in averages().items()}
    assert found["alive"] == pytest.approx(0.56, abs=0.02)
    assert found["lot"] == pytest.approx(1.16, abs=0.02)
    assert found["rfv"] == pytest.approx(2.15, abs=0.03)
    assert found["expected"] == pytest.approx(2.16, abs=0.03)


def test_the_surest_do_worse_than_a_lot_and_the_others_much_better_at_every_seed():
    found = averages()
    assert np.all(found["alive"] < found["lot"] - 0.4)
    for name in ("rfv", "last", "expected"):
        assert np.all(found[name] > found["lot"] + 0.8)


def test_when_somebody_was_last_seen_is_nearly_all_there_is_to_know():
    found = averages()
    for name in ("rfv", "expected"):
        assert np.all(abs(found[name] - found["last"]) < 0.1)


def test_luck_moves_a_round_by_about_a_letter():
    book = worlds.customer_book()
    for seed in SEEDS:
        hands = worlds.rounds_of_twelve(False, seed)
        came = (measures.picked(book.scores["last"][hands], 4) * book.came[hands]).sum(axis=1)
        assert came.std() == pytest.approx(1.05, abs=0.1)


def test_among_those_who_came_back_the_surest_are_good_ones():
    """The reversal: P(alive) fails on those who bought once, of whom it cannot say anything but 1."""
    found = averages(repeaters=True)
    assert np.all(found["alive"] > found["lot"] + 0.6)
    assert np.all(abs(found["alive"] - found["last"]) < 0.1)


def test_the_surest_bought_once():
    book = worlds.customer_book()
    assert np.all(book.scores["alive"][book.past.frequency == 1] == 1)
    assert np.all(book.scores["alive"][book.past.frequency > 1] < 1)


def test_what_100_letters_find():
    shares = {name: round(100 * worlds.share_found(name)) for name in RIVALS}
    assert (shares["alive"], shares["lot"], shares["rfv"]) == (14, 29, 57)
    assert abs(shares["last"] - shares["rfv"]) <= 2
    assert abs(shares["expected"] - shares["rfv"]) <= 2


def best_count(cost, earned=0.1):
    """How many letters of twelve earn most, written by RFV."""
    earns = [earned * worlds.found_on_average(n).dollars["rfv"] - cost * n for n in range(ROUND + 1)]
    return int(np.argmax(earns))


def test_the_cost_of_a_letter_decides_how_many():
    counts = [best_count(cost) for cost in (0, 0.5, 1, 3, 6, 10, 20)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 12
    assert 2 <= best_count(3) <= 4
    assert counts[-1] == 0
    assert best_count(3, earned=0.5) > best_count(3)


# The game.


def test_moves_are_replayed():
    assert replay([]) == ([], frozenset(), False)
    assert replay(["A", "B", "A"]) == ([], frozenset("B"), False)
    assert replay(["A", SEND, "B", SEND]) == ([], frozenset("A"), True)
    assert replay([NEXT, "A", SEND, NEXT, "C"]) == ([frozenset("A")], frozenset("C"), False)
    assert replay([SEND, NEXT, "A"]) == ([], frozenset("A"), False), "no round is spent without a letter"
    assert replay(["A", "A", SEND, "B", SEND]) == ([], frozenset("B"), True)
    last = ["A", SEND, NEXT] * ROUNDS
    assert replay(last) == ([frozenset("A")] * (ROUNDS - 1), frozenset("A"), True)


def play(*moves, **values):
    return WhomWouldYouWriteTo(values={"moves": list(moves), **values})


def test_the_rows_are_what_a_shopkeeper_saw():
    result = play(week=20).result
    hand = worlds.rounds_of_twelve()[0].tolist()
    for row, member in zip(result.rows, hand, strict=True):
        visits = worlds.visits_of(member)
        assert row.visits == tuple(visit for visit in visits if visit[0] < 140)
        assert row.dollars == pytest.approx(sum(dollars for _, dollars in row.visits))
        if row.visits:
            assert row.weeks_silent == (139 - row.visits[-1][0]) // 7


def test_at_the_end_the_rows_are_recency_frequency_and_value():
    book, hand = worlds.customer_book(), worlds.rounds_of_twelve()[0]
    rows = play(week=WEEKS).result.rows
    assert [row.weeks_silent for row in rows] == list(book.past.recency[hand] // 7)
    assert [len(row.visits) for row in rows] == list(book.past.frequency[hand])
    assert [row.dollars for row in rows] == pytest.approx(book.past.value[hand])


def test_nothing_of_what_comes_is_seen_before_the_letters_are_sent():
    for week in (1, 20, WEEKS):
        exercise = play("A", "B", week=week)
        assert exercise.result.scores == {}
        assert not exercise.notes(exercise.result).get("moves")
        assert "then" not in exercise.alt(exercise.result)


@pytest.mark.parametrize("letters", ["A", "ABE", "CFGH", LETTERS])
def test_the_score_is_counted_from_the_records(letters):
    result = play(*letters, SEND, cost=2.5, earned=20).result
    book, hand = worlds.customer_book(), worlds.rounds_of_twelve()[0]
    members = [hand[LETTERS.index(letter)] for letter in letters]
    you = result.scores["you"]
    assert you.came == book.came[members].sum()
    assert you.money == pytest.approx(0.2 * book.later_dollars[members].sum() - 2.5 * len(letters))
    if letters == LETTERS:
        assert {score.came for score in result.scores.values()} == {you.came}


def test_the_first_round_is_said_in_words():
    assert play("A", "C", "D", "F", SEND).sentence == (
        "You wrote to 4, and 1 came back: −$10 after the cost of the letters. RFV (recency, frequency, "
        "value) would have found 2 for $15; the surest to be alive, 0 for −$12."
    )


def test_the_guess_comes_back_with_the_score():
    assert play("A", SEND, guess=60).sentence.endswith(
        "In 100 letters to the surest you had expected 60 hits."
    )
    assert "expected 60" not in play("A", guess=60).sentence
    assert "expected 60" not in play("A", SEND, guess=60, repeaters=True).sentence


def test_the_sheet_names_those_written_to_and_those_among_whom_a_lot_decides():
    exercise = play("B", "E", "A", "J", SEND)
    sheet = exercise.notes(exercise.result)["moves"]
    rows = dict(re.findall(r"<th scope='row'>([^<]+)</th><td>([^<]*)</td>", sheet.partition("<details>")[0]))
    assert rows["You"] == "A B E J"
    assert rows["RFV"] == "B D E J"
    assert rows["By lot"] == "4 of all"
    assert rows["Surest alive"] == "4 of C F G H K", "the five who bought once"


def test_rounds_add_up():
    one, two = ("A", "B", SEND), ("C", "D", "E", SEND)
    first, both = play(*one).result, play(*one, NEXT, *two).result
    assert both.number == 2
    assert both.played == 2
    for name, total in both.totals.items():
        assert total.came == pytest.approx(first.scores[name].came + both.scores[name].came)
        assert total.money == pytest.approx(first.scores[name].money + both.scores[name].money)


def test_the_twelve_of_another_game_are_not_given_to_letters_that_were_chosen():
    none, one = play(week=WEEKS), play("A", week=WEEKS)
    assert none.locks(none.result) == set()
    assert "repeaters" not in none.notes(none.result)
    assert one.locks(one.result) == {"repeaters"}
    assert "Start again" in one.notes(one.result)["repeaters"]
    over = play(*["A", SEND, NEXT] * ROUNDS)
    assert over.locks(over.result) == {"repeaters", "moves"}


def test_nobody_writes_before_the_decision_or_without_a_letter_and_is_told_why():
    for week in (1, 13, WEEKS - 1):
        early = play(week=week)
        assert early.locks(early.result) == {"moves"}
        assert f"Drag on to week {WEEKS}, then you may write" in early.asks(early.result)["moves"]
    ready = play(SEND, week=WEEKS)
    assert not ready.result.sent
    assert "choose who gets a letter" in ready.asks(ready.result)["moves"]
    kept = play("A", SEND, week=13)
    assert kept.result.sent, "a game that was kept from before is still what it was"
    assert "moves" not in kept.locks(kept.result)


def test_the_sheet_says_where_halves_come_from():
    exercise = play("A", SEND)
    assert "Where a ranking ties" in exercise.notes(exercise.result)["moves"]


# The guess.


@pytest.mark.parametrize(
    ("guess", "said"),
    [
        (0, "even less"),
        (11, "smelled a rat."),
        (17, "smelled a rat."),
        (28, "a larger one"),
        (29, "as by lot."),
        (30, "surely"),
    ],
)
def test_the_guess_is_weighed(guess, said):
    exercise = SurestCustomersGuess(guess=guess, committed=True)
    assert exercise.sentence.startswith("14 of 100: about half of what letters by lot find.")
    assert said in exercise.sentence
    assert f"You said {guess}:" in exercise.sentence
    assert "You said" not in SurestCustomersGuess(guess=guess).sentence


def test_the_question_names_what_a_lot_finds():
    assert f"{100 * worlds.share_found('lot'):.0f} times in 100" in SurestCustomersGuess.question
