"""The book club halved again and again: what more cells do, where points win, and where crossing does."""

import numpy as np
import pytest
from fieldguide import data, worlds
from fieldguide.worlds import halves

RFM = ("recency", "frequency", "spend")
ALL = worlds.TRAITS


def best(traits, added=False, share=0.3):
    """Return the mean response in 100: where chosen, and in the other half."""
    halved = worlds.best_by_halves(traits, added, share)
    return 100 * halved.chose.mean(), 100 * halved.other.mean()


def test_every_trait_more_makes_the_choosing_half_look_better():
    looks = [best(ALL[:count])[0] for count in range(8)]
    assert (np.diff(looks) > 0).all()
    assert looks[0] == pytest.approx(8.45, abs=0.1)
    assert looks[-1] > 23


def test_in_the_other_half_two_traits_do_better_than_seven():
    two, seven = (worlds.best_by_halves(traits) for traits in (ALL[:2], ALL))
    assert 100 * two.other.mean() == pytest.approx(11.9, abs=0.3)
    assert 100 * seven.other.mean() == pytest.approx(10.0, abs=0.3)
    assert (two.other > seven.other).mean() > 0.8


def test_but_nothing_falls_step_by_step_gender_helps():
    assert best((*RFM, "gender"))[1] > best(RFM)[1] + 0.1
    assert best((*RFM, "gender", "months"))[1] < best((*RFM, "gender"))[1] - 1


def test_added_up_seven_traits_keep_most_of_their_lead():
    chose, other = best(ALL, added=True)
    assert chose < 14
    assert other > best(ALL)[1] + 1.2
    crossed, added = worlds.best_by_halves(ALL), worlds.best_by_halves(ALL, True)
    assert (added.other > crossed.other).mean() > 0.85


def test_and_for_two_traits_crossing_is_ahead():
    """Points take for granted that traits do not depend on each other; here they do."""
    crossed, added = worlds.best_by_halves(ALL[:2]), worlds.best_by_halves(ALL[:2], True)
    assert 100 * (crossed.other.mean() - added.other.mean()) > 0.2


@pytest.mark.parametrize("seed", range(30))
def test_what_is_said_does_not_hang_on_the_lots(seed, monkeypatch):
    """Another hundred halvings, thirty times over."""
    halves._lots.cache_clear()
    halves._by_level.cache_clear()
    monkeypatch.setattr(halves, "SEED", 1_000 + seed)
    try:
        made = {
            (count, added): 100 * halves.best_by_halves.__wrapped__(ALL[:count], added).other.mean()
            for count, added in ((2, False), (4, False), (7, False), (2, True), (7, True))
        }
        three = 100 * halves.best_by_halves.__wrapped__(RFM).other.mean()
    finally:
        halves._lots.cache_clear()
        halves._by_level.cache_clear()
    assert made[2, False] > made[7, False] + 1
    assert made[7, True] > made[7, False] + 1
    assert made[2, False] > made[2, True]
    assert made[4, False] > three - 0.1


def test_one_halving_by_hand():
    """The first half-split anew, with dictionaries."""
    club = data.book_club()
    first, _, _, ties = halves._lots()
    mine = set(first[0].tolist())
    assert len(mine) == 2_000
    cells = {}
    for person in range(len(club)):
        key = (int(club.recency[person]), int(club.gender[person]))
        cells.setdefault(key, []).append(person)
    rates = {
        key: np.mean([club.ordered[person] for person in people if person in mine])
        for key, people in cells.items()
    }
    for wanted, found in (
        (True, worlds.best_by_halves(("recency", "gender")).chose[0]),
        (False, worlds.best_by_halves(("recency", "gender")).other[0]),
    ):
        left, bought = 600.0, 0.0
        for key in sorted(rates, key=rates.__getitem__, reverse=True):
            there = [club.ordered[person] for person in cells[key] if (person in mine) == wanted]
            taken = min(left, len(there))
            bought += taken * np.mean(there)
            left -= taken
        assert found == pytest.approx(bought / 600)
    assert ties.max() < 1e-8


def test_everybody_is_in_a_cell_and_all_are_everybody():
    for traits in ((), RFM, ALL):
        halved = worlds.best_by_halves(traits, share=1)
        assert halved.sizes.sum() == 4_000
        assert (halved.chose + halved.other) / 2 == pytest.approx(halved.everybody)


@pytest.mark.parametrize("impossible", [{"traits": ("shoes",)}, {"traits": RFM, "share": 0}])
def test_the_impossible_is_refused_in_words(impossible):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.best_by_halves(**impossible)
