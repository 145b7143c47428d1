"""Segments and ways: where many pay and where they lose, over many seeds; and a second, plain simulation."""

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds import segments

SEEDS = range(1, 31)


def kept(customers, seeds=SEEDS, **assumed):
    """Return buyers in 100 by number of questions, averaged over the worlds of each seed: (seeds, 9)."""
    found = [worlds.ways_by_segment(customers, seed=seed, **assumed).kept.mean(axis=1) for seed in seeds]
    return 100 * np.array(found)


def held(customers, hold, mix_up=False, met=1.0, by_lot=True, seeds=SEEDS, **assumed):
    found = [worlds.ways_by_segment(customers, seed=seed, **assumed) for seed in seeds]
    return 100 * np.array([worlds.carried_out(one, hold, met, mix_up, by_lot).mean(axis=1) for one in found])


# Where the results hold, and where they turn round.


def test_with_a_few_thousand_customers_many_segments_lose():
    for customers in (2_000, 5_000):
        bring = kept(customers)
        assert (bring[:, 6] < bring[:, 0]).all()
        assert (bring[:, 8] < bring[:, 0]).all()


def test_and_with_a_million_they_win():
    bring = kept(1_000_000)
    assert (bring[:, 6] > bring[:, 0] + 0.5).all()
    assert (bring[:, 8] > bring[:, 0] + 0.3).all()


def test_two_segments_win_either_way():
    for customers in (2_000, 20_000, 1_000_000):
        bring = kept(customers)
        assert (bring[:, 1] > bring[:, 0]).mean() > 0.9


def test_more_customers_carry_more_segments():
    most = [np.median(kept(customers).argmax(axis=1)) for customers in (2_000, 20_000, 200_000, 5_000_000)]
    assert most == sorted(most)
    assert most[0] <= 2
    assert most[-1] >= 6


def test_unless_customers_hardly_differ_or_the_first_question_tells_it_all():
    assert (kept(1_000_000, differ=0.0)[:, 8] <= kept(1_000_000, differ=0.0)[:, 0]).all()
    steep = kept(1_000_000, fade=0.3)
    assert (steep[:, 8] < steep[:, 4]).all()


def test_small_segments_do_no_harm_when_they_are_lent_average_customers():
    alone, lent = kept(5_000), kept(5_000, lent=500)
    assert (alone[:, 8] < alone[:, 0] - 0.3).all()
    assert (abs(lent[:, 8] - lent[:, 0]) < 0.1).all()
    assert (kept(1_000_000, lent=500)[:, 6] > kept(1_000_000)[:, 6] - 0.02).all(), "and no good either"


def test_a_front_line_that_holds_seven_is_best_served_with_about_seven_at_any_size():
    for customers in (20_000, 200_000, 5_000_000):
        assert set(held(customers, hold=7).argmax(axis=1)) <= {2, 3}, "4 segments, or 8"
    assert set(kept(5_000_000).argmax(axis=1)) <= {6, 7, 8}, "where nobody forgets"
    many = held(5_000_000, hold=7)
    gained = (many[:, 6] - many[:, 0]) / (many[:, 3] - many[:, 0])
    assert (gained < 0.25).all(), "64 segments keep less than a quarter of what 8 gain"


def test_also_where_each_question_tells_twice_as_much_as_the_one_before_if_there_are_plenty_of_customers():
    for customers in (200_000, 5_000_000):
        assert set(held(customers, hold=7, fade=2.0).argmax(axis=1)) <= {3, 4}
    few = held(20_000, hold=7, fade=2.0).argmax(axis=1)
    assert (few <= 1).mean() > 0.8, "mostly one segment or two"
    assert (few >= 6).any(), "but sometimes 64"


def test_a_front_line_that_remembers_what_matters_most_carries_more_segments():
    for customers in (200_000, 5_000_000):
        lot, gain = (held(customers, hold=7, by_lot=by_lot) for by_lot in (True, False))
        assert (gain[:, 4] > lot[:, 3]).all(), "16 by what the test promised bring more than 8 by lot"
        assert set(gain.argmax(axis=1)) <= {3, 4}
        assert (gain.argmax(axis=1) == 4).mean() > 0.6, "mostly 16"
        kept_of = [(left[:, 6] - left[:, 0]) / (left[:, 3] - left[:, 0]) for left in (lot, gain)]
        assert (kept_of[1] > 2 * kept_of[0]).all(), "and 64 keep more than twice as much of what 8 gain"
        later = held(customers, hold=7, by_lot=False, fade=2.0)
        assert set(later.argmax(axis=1)) <= {5, 6}, "32 or 64, where each question tells twice as much"


def test_but_memory_is_no_help_where_the_test_was_too_small_to_know_what_matters():
    gain = held(20_000, hold=7, by_lot=False)
    assert set(gain.argmax(axis=1)) <= {2, 3}
    assert (gain[:, 6] < gain[:, 3] - 0.1).all()


def test_but_not_where_machines_serve_most_customers():
    """Between one and five customers in ten whom people treat, 64 segments overtake 8."""
    for met, more in ((0.0, True), (0.1, True), (0.5, False), (1.0, False)):
        left = held(1_000_000, hold=7, met=met)
        assert ((left[:, 6] > left[:, 3]) == more).all()


def test_forgetting_does_no_harm_where_the_standard_way_is_at_hand_and_harm_where_it_is_not():
    for questions in (4, 6, 8):
        assert (held(1_000_000, 7)[:, questions] > held(1_000_000, 7)[:, 0]).all()
        mixed = held(1_000_000, 7, mix_up=True)
        assert (mixed[:, questions] < mixed[:, 0]).all() or questions == 4
    assert (held(1_000_000, 7, mix_up=True)[:, 3] > held(1_000_000, 7, mix_up=True)[:, 0]).all()


def test_the_test_promises_too_much_and_the_more_the_finer():
    found = [worlds.ways_by_segment(20_000, seed=seed) for seed in SEEDS]
    gap = np.array([(one.promised - one.kept).mean(axis=1) for one in found])
    assert (np.diff(gap.mean(axis=0)) > 0).all()
    assert (gap[:, 6] > 0.02).all()
    rich = [worlds.ways_by_segment(5_000_000, seed=seed) for seed in SEEDS]
    assert (np.array([(one.promised - one.kept)[6].mean() for one in rich]) < 0.002).all()


# A second simulation, written anew.


def plainly(customers, questions, fade, rng):
    """One world with customers one by one: nothing is shared with the world but its rules."""
    sizes = [fade**asked for asked in range(8)]
    sizes = [0.02 * (size / sum(sizes)) ** 0.5 for size in sizes]
    own = [rng.normal(0, 0.01) for _ in range(4)]
    effects = [rng.normal(0, size, (4, 2 ** (asked + 1))) for asked, size in enumerate(sizes)]

    def chance(cell, way):
        total = 0.10 + own[way] + sum(effects[asked][way, cell >> (7 - asked)] for asked in range(8))
        return min(max(total, 0.005), 0.95)

    cells, ways = rng.integers(0, 256, customers), rng.integers(0, 4, customers)
    bought = [rng.random() < chance(cell, way) for cell, way in zip(cells, ways, strict=True)]
    met, sold = np.zeros((4, 2**questions)), np.zeros((4, 2**questions))
    for cell, way, sale in zip(cells, ways, bought, strict=True):
        met[way, cell >> (8 - questions)] += 1
        sold[way, cell >> (8 - questions)] += sale
    over_all = sold.sum(axis=1) / met.sum(axis=1)
    brings = 0.0
    for segment in range(2**questions):
        rates = [sold[w, segment] / met[w, segment] if met[w, segment] else over_all[w] for w in range(4)]
        way = rates.index(max(rates))
        inside = [cell for cell in range(256) if cell >> (8 - questions) == segment]
        brings += np.mean([chance(cell, way) for cell in inside]) / 2**questions
    return brings


@pytest.mark.parametrize(
    ("customers", "questions", "fade"), [(4_000, 0, 0.7), (4_000, 3, 0.7), (4_000, 6, 0.7), (4_000, 5, 1.5)]
)
def test_a_plain_simulation_agrees(customers, questions, fade):
    rng = np.random.default_rng(9)
    plain = [plainly(customers, questions, fade, rng) for _ in range(100)]
    ours = [
        worlds.ways_by_segment(customers, fade=fade, seed=seed).kept[questions].mean()
        for seed in range(1, 21)
    ]
    error = np.hypot(np.std(plain) / 10, np.std(ours) / 20**0.5)
    assert np.mean(ours) == pytest.approx(np.mean(plain), abs=3.5 * error)


# What the parts do.


def test_chances_are_what_is_said_of_them():
    chance = np.array([segments._chances(0.02, 0.7, seed) for seed in range(1, 11)])
    alone = np.array([segments._chances(0.0, 0.7, seed) for seed in range(1, 11)])
    assert chance.mean() == pytest.approx(0.10, abs=0.002)
    assert alone.std() == pytest.approx(0.01, rel=0.1)
    assert (chance - alone).std() == pytest.approx(0.02, rel=0.05)


def test_what_is_remembered_is_linear_and_machines_forget_nothing():
    found = worlds.ways_by_segment(20_000)
    assert worlds.carried_out(found, 256) == pytest.approx(found.kept)
    assert worlds.carried_out(found, 1, met=0.0) == pytest.approx(found.kept)
    half = worlds.carried_out(found, 32)[6]
    assert half == pytest.approx((found.kept[6] + found.kept[0]) / 2)
    mixed = worlds.carried_out(found, 32, mix_up=True)[6]
    assert mixed == pytest.approx((found.kept[6] + found.mixed[6]) / 2)


@pytest.mark.parametrize("mix_up", [False, True])
def test_which_segments_are_remembered_does_not_matter_if_it_is_all_or_none_but_one(mix_up):
    found = worlds.ways_by_segment(20_000)
    assert worlds.carried_out(found, 256, mix_up=mix_up, by_lot=False) == pytest.approx(found.kept)
    assert worlds.carried_out(found, 1, met=0.0, mix_up=mix_up, by_lot=False) == pytest.approx(found.kept)
    gained = found.over_mixed if mix_up else found.over_standard
    forgotten = found.mixed if mix_up else found.kept[:1]
    whole = np.array([each[:, -1] for each in gained])
    assert whole == pytest.approx(found.kept - forgotten, abs=1e-12)


def test_those_who_are_remembered_first_are_those_with_most_promised():
    """Where the test is huge, what it promised is what they gain, and each next segment gains no more."""
    each = 256 * np.diff(worlds.ways_by_segment(2_000_000_000).over_standard[8], axis=1)
    assert (np.diff(each, axis=1) < 0.002).all()
    few = 256 * np.diff(worlds.ways_by_segment(5_000).over_standard[8], axis=1)
    assert (np.diff(few, axis=1) > 0.05).any(), "where it is small, luck orders them"


def test_with_two_segments_the_other_is_the_other():
    """Two segments whose ways are swapped bring what each way brings in the wrong place."""
    found = worlds.ways_by_segment(1_000_000)
    assert (found.mixed[1] <= found.kept[1] + 1e-4).all()
    assert (found.mixed[0] == found.kept[0]).all()


def test_the_same_seed_is_the_same_world_and_another_is_not():
    one = worlds.ways_by_segment(5_000)
    assert (segments.ways_by_segment.__wrapped__(5_000).kept == one.kept).all()
    assert (worlds.ways_by_segment(5_000, seed=2).kept != one.kept).any()


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: worlds.ways_by_segment(0),
        lambda: worlds.ways_by_segment(100, differ=-0.1),
        lambda: worlds.ways_by_segment(100, fade=0),
        lambda: worlds.ways_by_segment(100, lent=-1),
        lambda: worlds.carried_out(worlds.ways_by_segment(2_000), 0),
        lambda: worlds.carried_out(worlds.ways_by_segment(2_000), 3, met=1.1),
    ],
)
def test_the_impossible_is_refused_in_words(impossible):
    with pytest.raises(ValueError, match=r"\.$"):
        impossible()
