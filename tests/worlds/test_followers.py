"""Big spenders or much followed customers: who is worth treating, and where that turns round."""

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds import followers
from fieldguide.worlds.followers import EASE, FOLLOWS, PEOPLE, SPEND, TOWNS, TREATED

SEEDS = range(1, 31)


@pytest.fixture(scope="module")
def drawn():
    """Thirty draws of twenty towns each, at the correlation that the exercise begins with."""
    return [worlds.reach(0.3, seed) for seed in SEEDS]


def ahead(drawn, swayed, counted):
    """Return by how many dollars a year the most followed lead, in each draw."""
    at = EASE.index(swayed)
    return np.array(
        [
            np.mean(
                counted * (one["followed"].big[at] - one["spenders"].big[at])
                + one["followed"].rest[at]
                - one["spenders"].rest[at]
            )
            for one in drawn
        ]
    )


def test_the_biggest_spenders_are_worth_more_where_their_own_spend_counts_in_full(drawn):
    for swayed in (0.0, 0.1, 0.2, 0.4, 0.6):
        assert (ahead(drawn, swayed, 1.0) < 0).all()


def test_the_most_followed_are_where_it_does_not_count(drawn):
    for swayed in (0.0, 0.05, 0.2, 0.4, 0.6):
        assert (ahead(drawn, swayed, 0.0) > 0).all()


def test_where_half_of_it_counts_it_hangs_on_how_easily_people_are_swayed(drawn):
    assert (ahead(drawn, 0.05, 0.5) < 0).all()
    assert (ahead(drawn, 0.3, 0.5) > 0).all()


def test_where_most_are_easily_swayed_it_hardly_matters_who_begins(drawn):
    """In people: the followed win far more at first, and about as many as ten by lot in the end."""
    won = {
        way: np.mean([one[way].people.mean(axis=1) for one in drawn], axis=0)
        for way in ("spenders", "followed", "lot")
    }
    few, many = EASE.index(0.10), EASE.index(0.60)
    assert won["followed"][few] > 2.5 * won["lot"][few]
    assert won["followed"][many] < 1.05 * won["lot"][many]
    assert (np.diff(won["lot"]) > 0).all()


def test_nor_does_it_in_dollars_where_the_same_people_are_left_out_for_all(drawn):
    """What a way to pick brings from all but the big spenders, at its best and at its least."""
    ways = np.array([[one[way].rest[-1].mean() for way in ("spenders", "followed", "lot")] for one in drawn])
    assert (ways.max(axis=1) < 1.08 * ways.min(axis=1)).all()
    assert ways.mean(axis=0).max() < 1.05 * ways.mean(axis=0).min()


def test_who_is_left_out_is_the_same_whoever_wins_them():
    """Treated, the ten biggest spenders are won however firm; else those of them whom word has reached."""
    one = worlds.reach(0.3)
    treated = one["spenders"].big
    assert treated == pytest.approx(np.broadcast_to(treated[0], treated.shape))
    for way in ("followed", "lot"):
        assert (one[way].big <= treated + 1e-6).all()
        assert (np.diff(one[way].big, axis=0) >= -1e-6).all()
        assert one[way].big[-1].mean() > 0.5 * treated[-1].mean()


def test_where_spenders_are_the_followed_the_two_come_to_the_same():
    both = worlds.reach(1.0)
    assert both["spenders"].people.mean() == pytest.approx(both["followed"].people.mean(), rel=0.05)
    bring = [(one.big + one.rest).mean() for one in (both["spenders"], both["followed"])]
    assert bring[0] == pytest.approx(bring[1], rel=0.05)


# What the parts do.


def test_nobody_is_won_where_nobody_is_easily_swayed():
    ways = worlds.reach(0.3)
    for one in ways.values():
        assert (one.people[0] == 0).all()
    assert ways["spenders"].rest[0] == pytest.approx(0, abs=1e-6)


def test_no_more_are_won_than_can_be_swayed(drawn):
    _, _, _, firm, _ = followers._towns(1)
    for at, share in enumerate(EASE):
        most = (firm < share).sum(axis=1)
        assert (drawn[0]["followed"].people[at] <= most).all()


def test_word_goes_round_as_it_would_by_hand():
    *_, firm, leaders = followers._towns(1)
    treated, won = followers._won_anyhow(1)["followed"]
    town, at = 3, EASE.index(0.25)
    has = set(np.flatnonzero(treated[town]).tolist())
    assert len(has) == TREATED
    while True:
        more = {
            who
            for who in range(PEOPLE)
            if who not in has and firm[town, who] < EASE[at] and has & set(leaders[town, who].tolist())
        }
        if not more:
            break
        has |= more
    assert has == set(np.flatnonzero(won[at, town]).tolist())


def test_towns_are_what_they_are_said_to_be():
    *_, leaders = followers._towns(1)
    assert leaders.shape == (TOWNS, PEOPLE, FOLLOWS)
    assert not (leaders == np.arange(PEOPLE)[:, None]).any(), "nobody follows themselves"
    counts = np.stack([np.bincount(led.ravel(), minlength=PEOPLE) for led in leaders])
    assert counts.mean() == FOLLOWS
    assert np.sort(counts, axis=1)[:, -TREATED:].mean() > 4 * FOLLOWS
    lot = worlds.reach(0.0)["lot"]
    spent = (lot.big + lot.rest)[0] / TREATED
    assert spent.mean() == pytest.approx(SPEND, rel=0.2)


@pytest.mark.parametrize("together", [-0.1, 1.1])
def test_an_impossible_correlation_is_refused_in_words(together):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.reach(together)
