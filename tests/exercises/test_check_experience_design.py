"""The numbers that the explanations in the quiz of *Experience design* rely on."""

import numpy as np
from fieldguide import measures, worlds
from fieldguide.worlds import loops


def test_there_is_money_for_about_as_many_redesigns_as_there_are_causes():
    started = worlds.two_loops(1, 0.6, 0.5).started
    assert 0.8 * loops.CAUSES < started.mean() < 1.2 * loops.CAUSES


def test_an_average_over_what_is_done_climbs_although_nobody_gets_slower():
    rng = np.random.default_rng(4)
    known = rng.integers(0, 360, 4_000).astype(float)
    repaired = known + np.ceil(rng.exponential(120, 4_000))
    months = [measures.nth_purchase(known, repaired, end) for end in range(60, 360, 30)]
    assert (np.diff([month.mean_days for month in months]) > 0).all()
    shares = [month.at(60) for month in months[1:]]
    assert max(shares) - min(shares) < 0.06
