"""Which vocabulary: the cards, and the count of shared words."""

import pytest
from fieldguide.exercises.which_vocabulary import BOTH, BOXES, CARDS, CRM, CX, FORMER, WhichVocabulary

from tests.exercises.rhythms import best_rhythm


def sort(moves, cards=12):
    return WhichVocabulary(cards=cards, moves=moves)


def test_two_rounds_of_six_each_with_all_three_homes():
    assert len(CARDS) == len({card.name for card in CARDS}) == 12
    for six in (CARDS[:6], CARDS[6:]):
        assert {home for card in six for home in card.home} == set(BOXES)


def test_no_short_rhythm_gets_far():
    homes = [card.home for card in CARDS]
    assert best_rhythm(BOXES, homes) <= 7
    for six in (homes[:6], homes[6:]):
        assert best_rhythm(BOXES, six) <= 4


def test_cards_kept_in_the_former_order_stay_where_they_were_put():
    assert sorted(FORMER) == list(range(len(CARDS)))
    kept = [CARDS[FORMER.index(at)].home[0] for at in range(len(CARDS))]
    for count in (6, 12):
        values = WhichVocabulary.carry_over(1, {"cards": 12, "moves": kept[:count]})
        assert sort(**values).result.fits == len(values["moves"]) == count
    assert WhichVocabulary.carry_over(1, {"cards": 6, "moves": kept[:2]})["moves"] == kept[:1]
    assert WhichVocabulary.carry_over(1, {"cards": 6, "moves": "all"}) is None


def test_every_choice_has_words_of_its_own():
    said = [card.because[box] for card in CARDS for box in BOXES]
    assert len(set(said)) == 36
    assert all(sentence[-1] in ".?" for sentence in said)


@pytest.mark.parametrize(("box", "shared"), [(CRM, 0), (CX, 0), (BOTH, 4)])
def test_it_counts_the_words_that_were_shared_out(box, shared):
    said = sort([box] * 12).sentence
    assert f"both trades have 4 of these words; you shared out {shared} of them" in said


def test_her_own_lists_are_all_right():
    assert "All 12 sorted, 12 as in her essay." in sort([card.home[0] for card in CARDS]).sentence
    assert sort([card.home[-1] for card in CARDS]).result.fits == 12


def test_halfway():
    assert sort([], cards=6).sentence == "6 words, two trades, none sorted yet."
    assert sort([CX], cards=6).sentence == "1 of 6 sorted, 0 as in her essay."
