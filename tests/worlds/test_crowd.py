"""A crowd with a known truth: luck shrinks with more answers, carelessness pulls, and where each ends."""

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.measures.kano import KANO_CLASSES
from fieldguide.worlds.crowd import MOST
from fieldguide.worlds.parcel import FEATURES, PARCEL_SURVEYS

SEEDS = range(30)
WINDOW = [feature.name for feature in FEATURES].index("window")


def wrong(respondents, careless=0.0, alike=1.0, seed=3):
    """Return, for each survey and feature, whether its class is another than the true one."""
    truth = measures.kano_category(worlds.crowd_shares(alike))
    return measures.kano_category(worlds.crowd_counts(respondents, careless, alike, seed)) != truth


def over_seeds(**setting):
    return np.array([wrong(seed=seed, **setting).mean(axis=0) for seed in SEEDS])


def test_the_shares_are_those_of_the_parcel_service():
    for feature, shares in zip(FEATURES, worlds.crowd_shares(), strict=True):
        assert sum(feature.feel) == 100
        assert (100 * shares).round().astype(int).tolist() == [*feature.feel, 0]


def test_the_true_classes_of_the_example():
    truth = measures.kano_category(worlds.crowd_shares())
    assert "".join(KANO_CLASSES[one] for one in truth) == "MOAAII"


@pytest.mark.parametrize("careless", [0.0, 0.4])
def test_many_surveys_together_show_the_shares_that_were_drawn_from(careless):
    counts = sum(worlds.crowd_counts(MOST, careless, seed=seed).sum(axis=0) for seed in range(5))
    shares = counts / counts.sum(axis=1, keepdims=True)
    pairs = np.array([3, 1, 3, 9, 7, 2]) / 25
    assert shares == pytest.approx((1 - careless) * worlds.crowd_shares() + careless * pairs, abs=0.006)


def test_a_smaller_survey_is_the_beginning_of_a_larger_one():
    small, large = worlds.crowd_counts(50), worlds.crowd_counts(120)
    assert small.shape == (PARCEL_SURVEYS, len(FEATURES), 6)
    assert (small <= large).all()
    assert (small.sum(axis=2) == 50).all()


def test_thirty_who_read_get_at_least_one_of_six_wrong_in_most_surveys():
    shares = [wrong(30, seed=seed).any(axis=1).mean() for seed in SEEDS]
    assert min(shares) > 0.75


def test_while_all_read_more_answers_mean_fewer_wrong_classes():
    few, more, many = (over_seeds(respondents=asked).mean(axis=1) for asked in (10, 60, 300))
    assert (few > more).all()
    assert (more > many).all()


def test_where_the_truth_is_clear_cut_thirty_do():
    assert over_seeds(respondents=30, alike=3.0).mean() < 0.08


def test_where_many_are_careless_more_answers_make_a_wrong_class_surer():
    few, many = (over_seeds(respondents=asked, careless=0.5)[:, WINDOW] for asked in (30, 300))
    assert (many > few).all()
    assert many.mean() > 0.85


def test_and_where_few_are_careless_they_do_not():
    few, many = (over_seeds(respondents=asked, careless=0.2)[:, WINDOW] for asked in (30, 300))
    assert (many < few).all()


def test_where_everything_is_as_frequent_each_class_that_occurs_has_the_same_share():
    for feature, shares in zip(FEATURES, worlds.crowd_shares(0), strict=True):
        occur = [share for share, feel in zip(shares, feature.feel, strict=False) if feel]
        assert occur == pytest.approx([1 / len(occur)] * len(occur))
        assert sum(shares) == pytest.approx(1)


@pytest.mark.parametrize(
    "call",
    [
        lambda: worlds.crowd_counts(0),
        lambda: worlds.crowd_counts(MOST + 1),
        lambda: worlds.crowd_counts(30, careless=1.1),
        lambda: worlds.crowd_counts(30, alike=-1),
        lambda: worlds.crowd_shares(-0.1),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(call):
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        call()
