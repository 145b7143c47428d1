"""Two loops: where each plan wins and where it stops, over many seeds; and a second, plain simulation."""

import numpy as np
import pytest
from fieldguide import worlds
from fieldguide.worlds import loops

SEEDS = range(1, 31)


def harm(split, top=0.6, odds=0.5, seeds=SEEDS, **assumed):
    """Return the average harm over all tries for each seed."""
    return np.array([worlds.two_loops(split, top, odds, seed=s, **assumed).harm[-1].mean() for s in seeds])


def plainly(split, top, odds, lead, price, remains, heard, rng):
    """One try, written anew: cases are drawn one by one, nothing is shared with the world but its rules."""
    shares = list(worlds.causes_shares(top))
    left, log = [1.0] * 25, [0] * 25
    busy, repaired, money, total = {}, set(), 0.0, 0.0
    budget = 600 * 40.0
    for month in range(24):
        for cause, (ready, works) in list(busy.items()):
            if ready == month:
                del busy[cause]
                if works:
                    left[cause] = 0.2
                    repaired.add(cause)
        rates = [600 * share * rest for share, rest in zip(shares, left, strict=True)]
        coming = sum(rates)
        able = budget * (1 - split) / 40
        handled = min(coming, able)
        total += 100 * (coming - handled) + 100 * remains * handled
        money += budget * split + (able - handled) * 40
        known = (handled + heard * (coming - handled)) / coming
        for cause in range(25):
            log[cause] += rng.poisson(rates[cause] * known)
        while money >= price:
            free = [cause for cause in range(25) if cause not in busy and cause not in repaired]
            if not free:
                break
            target = max(free, key=lambda cause: (log[cause], rng.random()))
            busy[target] = (month + lead, rng.random() < odds)
            money -= price
    return total


@pytest.mark.parametrize(
    ("split", "top", "odds", "lead", "price", "remains", "heard"),
    [
        (0.5, 0.6, 0.5, 3, 20_000, 0.6, 0.0),
        (1.0, 0.6, 0.5, 3, 20_000, 0.6, 0.0),
        (0.9, 0.8, 0.7, 2, 10_000, 0.3, 0.0),
        (0.3, 0.3, 0.3, 6, 30_000, 0.9, 0.2),
    ],
)
def test_a_plain_simulation_agrees(split, top, odds, lead, price, remains, heard):
    rng = np.random.default_rng(7)
    given = (top, odds, lead, price, remains, heard)
    plain = np.mean([plainly(split, *given, rng) for _ in range(400)])
    ours = np.mean([worlds.two_loops(split, *given, seed=s).harm[-1].mean() for s in range(1, 9)])
    assert ours == pytest.approx(plain, rel=0.02)


# Where the results hold, and where they turn round.


def test_half_and_half_beats_each_loop_alone_where_few_causes_bring_most_cases():
    for top in (0.6, 0.7, 0.8):
        half = harm(0.5, top)
        assert (half < harm(0, top)).all()
        assert (half < harm(1, top)).all()


@pytest.mark.parametrize(
    "less",
    [{"top": 0.3}, {"odds": 0.2}, {"lead": 10}, {"price": 50_000}, {"remains": 0.3}],
    ids=lambda less: next(iter(less)),
)
def test_and_loses_to_handling_cases_where_redesigns_pay_less(less):
    assert (harm(0.5, **less) > harm(0, **less)).all()


@pytest.mark.parametrize(
    "less", [{"top": 0.2}, {"odds": 0.2}, {"lead": 9}], ids=lambda less: next(iter(less))
)
def test_where_causes_are_alike_or_redesigns_rarely_work_or_late_no_split_beats_handling_cases(less):
    for split in (0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1):
        assert (harm(split, **less) > harm(0, **less)).all()


def test_where_one_redesign_in_three_works_a_smaller_split_is_best_and_half_and_half_hardly_helps():
    cases, half, less = (harm(split, odds=0.33) for split in (0, 0.5, 0.3))
    assert (less < cases).all()
    assert (less < half).all()
    assert 0.95 < (half / cases).mean() < 1


def test_all_for_causes_loses_to_all_for_cases():
    for top in (0.2, 0.4, 0.6, 0.8):
        assert (harm(1, top) > harm(0, top)).all()


def test_but_wins_where_handling_helps_little():
    assert (harm(1, remains=0.9) < harm(0, remains=0.9)).all()


def test_and_beats_every_split_where_causes_are_alike_redesigns_cheap_and_handling_worthless():
    world = {"top": 0.2, "odds": 0.8, "lead": 1, "price": 10_000, "remains": 0.9}
    for split in (0, 0.3, 0.6, 0.9):
        assert (harm(1, **world) < harm(split, **world)).all()


def test_the_last_twentieth_for_cases_is_worth_most_of_all():
    """Without any log one redesigns blind; a twentieth of the budget is enough to see."""
    blind, hardly, more = harm(1), harm(0.95), harm(0.9)
    assert (blind - hardly > 5 * abs(hardly - more)).all()
    assert (blind - hardly > 200_000).all()


def test_and_worth_little_where_there_is_nothing_to_know_or_it_is_known_anyway():
    alike = harm(1, top=0.2) - harm(0.95, top=0.2)
    heard = harm(1, heard=0.2) - harm(0.95, heard=0.2)
    assert (abs(alike) < 30_000).all()
    assert (abs(heard) < 60_000).all()


def test_the_first_redesign_is_blind_without_a_log_only():
    blind = np.mean([worlds.two_loops(1, 0.6, 0.5, seed=s).first_big for s in SEEDS])
    seeing = np.mean([worlds.two_loops(0.95, 0.6, 0.5, seed=s).first_big for s in SEEDS])
    assert blind == pytest.approx(5 / 25, abs=0.03)
    assert seeing > 0.9


# What the parts do.


def test_all_for_cases_is_the_same_every_month():
    one = worlds.two_loops(0, 0.6, 0.5)
    assert one.harm[-1] == pytest.approx(24 * 600 * 60)
    assert np.diff(one.harm, axis=0) == pytest.approx(36_000)
    assert one.started.max() == 0
    assert np.isnan(one.first_big)


def test_harm_never_falls_and_cases_never_rise():
    for split in (0.1, 0.5, 1):
        one = worlds.two_loops(split, 0.6, 0.5)
        assert (np.diff(one.harm, axis=0) > 0).all()
        assert (np.diff(one.cases, axis=0) <= 1e-9).all()
        assert one.cases[0] == pytest.approx(600)


@pytest.mark.parametrize("top", [0.2, 0.35, 0.6, 0.9])
def test_the_biggest_causes_bring_what_they_are_said_to(top):
    shares = worlds.causes_shares(top)
    assert shares.sum() == pytest.approx(1)
    assert shares[:5].sum() == pytest.approx(top)
    assert (np.diff(shares) <= 1e-12).all()


def test_the_log_holds_the_shares():
    log = loops._log(0.6, 1)[:, -1]
    assert (log.sum(axis=1) == loops.LOGGED).all()
    assert log.mean(axis=0) / loops.LOGGED == pytest.approx(worlds.causes_shares(0.6), abs=0.005)


def test_luckier_redesigns_never_do_more_harm_on_average():
    by_odds = [harm(0.5, odds=odds, seeds=range(1, 6)).mean() for odds in (0.1, 0.3, 0.5, 0.7, 0.9)]
    assert (np.diff(by_odds) < 0).all()


def test_the_same_seed_is_the_same_world_and_another_is_not():
    one = worlds.two_loops(0.5, 0.6, 0.5).harm
    assert (worlds.two_loops.__wrapped__(0.5, 0.6, 0.5).harm == one).all()
    assert (worlds.two_loops(0.5, 0.6, 0.5, seed=2).harm != one).any()


def test_overtaking_is_for_good_and_between_months():
    ahead = np.array([[0, 10, 20, 30.0]]).T.repeat(4, axis=1)
    behind = np.array([[0, 15, 21, 25], [0, 5, 30, 40], [0, 9, 30, 20], [0, 5, 10, 15]], dtype=float).T
    months = worlds.overtaken(ahead, behind)
    assert months[0] == pytest.approx(2 + 1 / 6)
    assert months[1] == np.inf
    assert months[2] == pytest.approx(2.5)
    assert months[3] == pytest.approx(0)


@pytest.mark.parametrize(
    "world",
    [
        {"split": 1.1, "top": 0.6, "odds": 0.5},
        {"split": 0.5, "top": 0.1, "odds": 0.5},
        {"split": 0.5, "top": 1.0, "odds": 0.5},
        {"split": 0.5, "top": 0.6, "odds": -0.1},
        {"split": 0.5, "top": 0.6, "odds": 0.5, "lead": 0},
        {"split": 0.5, "top": 0.6, "odds": 0.5, "lead": 1.5},
        {"split": 0.5, "top": 0.6, "odds": 0.5, "price": 10},
        {"split": 0.5, "top": 0.6, "odds": 0.5, "heard": 2},
    ],
)
def test_impossible_worlds_are_refused_in_words(world):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.two_loops(**world)
