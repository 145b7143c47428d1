"""The opportunity score: published values, counts by hand, and scipy's bootstrap as the reference."""

import numpy as np
import pytest
from fieldguide.measures import opportunity_band, opportunity_score, out_of_ten
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import stats

FIGURES = st.floats(0, 10)
ANSWERS = arrays(np.uint8, st.tuples(st.integers(1, 40), st.integers(1, 5)), elements=st.integers(1, 5))


@pytest.mark.parametrize(
    ("importance", "satisfaction", "score"), [(9, 3, 15), (9, 9, 9), (5, 8, 5), (10, 0, 20)]
)
def test_published_and_obvious_values(importance, satisfaction, score):
    assert opportunity_score(importance, satisfaction) == score


@given(FIGURES, FIGURES, FIGURES)
def test_more_important_never_scores_less_and_better_served_never_more(importance, one, other):
    low, high = sorted((one, other))
    assert opportunity_score(importance, high) <= opportunity_score(importance, low)
    assert opportunity_score(low, importance) <= opportunity_score(high, importance)


@given(ANSWERS)
def test_figures_out_of_ten_are_counted_as_by_hand(answers):
    columns = answers.T.tolist()
    shares = [10 * sum(answer >= 4 for answer in column) / len(column) for column in columns]
    means = [2.5 * (sum(column) / len(column) - 1) for column in columns]
    assert out_of_ten(answers) == pytest.approx(shares)
    assert out_of_ten(answers, "mean") == pytest.approx(means)
    assert out_of_ten(np.stack([answers, answers]))[1] == pytest.approx(shares)


@pytest.fixture(scope="module")
def survey():
    rng = np.random.default_rng(5)
    person = rng.normal(size=(150, 1))
    return tuple(
        np.clip(np.rint(3.4 + shift + 0.6 * person + rng.normal(size=(150, 4))), 1, 5).astype(int)
        for shift in (0.6, 0)
    )


@pytest.mark.parametrize("scale", ["share", "mean"])
def test_the_band_is_that_of_scipy(survey, scale):
    """Two bootstraps of 4,000 resamples by different chance agree within the noise of their percentiles."""
    ours = opportunity_band(*survey, scale=scale, resamples=4_000, seed=1)
    assert ours.score == pytest.approx(opportunity_score(*(out_of_ten(answers, scale) for answers in survey)))
    points = [10 * (answers >= 4) if scale == "share" else 2.5 * (answers - 1) for answers in survey]
    for job in range(4):
        reference = stats.bootstrap(
            (points[0][:, job], points[1][:, job]),
            lambda i, s, axis=-1: i.mean(axis) + np.maximum(i.mean(axis) - s.mean(axis), 0),
            paired=True,
            vectorized=True,
            n_resamples=4_000,
            method="percentile",
            rng=np.random.default_rng(2),
        ).confidence_interval
        assert (ours.lower[job], ours.upper[job]) == pytest.approx(tuple(reference), abs=0.15)


def test_where_satisfaction_lacks_much_the_band_is_that_of_the_formula():
    """There the score is 2I − S, a mean of one number a person, and its error that of any mean."""
    rng = np.random.default_rng(3)
    importance = rng.choice([3, 4, 5], size=(400, 1), p=[0.2, 0.4, 0.4])
    satisfaction = rng.choice([1, 2, 4], size=(400, 1), p=[0.4, 0.4, 0.2])
    band = opportunity_band(importance, satisfaction, resamples=4_000)
    each = 20 * (importance >= 4) - 10 * (satisfaction >= 4)
    half = 1.96 * each.std() / 20
    assert band.score[0] == pytest.approx(each.mean())
    assert (band.upper - band.lower)[0] / 2 == pytest.approx(half, rel=0.08)


def test_the_same_survey_gives_the_same_band_and_a_larger_one_a_narrower(survey):
    one, again = (opportunity_band(*survey) for _ in range(2))
    np.testing.assert_array_equal(one.lower, again.lower)
    twice = opportunity_band(*(np.tile(answers, (9, 1)) for answers in survey))
    assert np.all(twice.upper - twice.lower < 0.6 * (one.upper - one.lower))


@pytest.mark.parametrize("scale", ["share", "mean"])
@pytest.mark.parametrize("respondents", [60, 120, 147, 280, 281, 294])
def test_scores_compare_as_the_counts_behind_them_do(respondents, scale):
    # Counts are whole, and rounding must not put a score of 12 below a cut-off of 12, or part what is tied.
    rng = np.random.default_rng(respondents)
    importance, satisfaction = (rng.integers(1, 6, (40, respondents, 8)) for _ in range(2))
    importance = np.maximum(importance, rng.integers(2, 6, (40, 1, 8)))
    points, most = {"share": (lambda a: a >= 4, 1), "mean": (lambda a: a - 1, 4)}[scale]
    wants, has = (points(answers).sum(axis=1) for answers in (importance, satisfaction))
    counted = wants + np.maximum(wants - has, 0)
    scores = opportunity_score(out_of_ten(importance, scale), out_of_ten(satisfaction, scale))
    for cutoff in (8, 9.5, 10, 12, 12.5, 15):
        above = 10 * counted >= cutoff * most * respondents
        np.testing.assert_array_equal(scores >= cutoff, above)
    np.testing.assert_array_equal(scores.argmax(axis=1), counted.argmax(axis=1))


@pytest.mark.parametrize("respondents", [120, 147, 281, 294])
def test_a_survey_that_agrees_on_everything_can_be_scored(respondents):
    everybody = np.full((respondents, 2), 5)
    for scale in ("share", "mean"):
        assert out_of_ten(everybody, scale).tolist() == [10, 10]
        assert opportunity_score(out_of_ten(everybody, scale), 10).tolist() == [10, 10]
    assert opportunity_band(everybody, everybody).upper.tolist() == [10, 10]


@pytest.mark.parametrize(
    "call",
    [
        lambda: opportunity_score(11, 3),
        lambda: opportunity_score(3, -1),
        lambda: opportunity_score(float("nan"), 3),
        lambda: out_of_ten(np.zeros((0, 3))),
        lambda: out_of_ten([[0, 3]]),
        lambda: out_of_ten([[1, 3]], "median"),
        lambda: out_of_ten([1, 3]),
        lambda: opportunity_band([[1, 2]], [[1]]),
        lambda: opportunity_band([[1, 2]], [[1, 2]], level=1),
    ],
)
def test_impossible_input_is_refused_in_words(call):
    with pytest.raises(ValueError, match=r"\.$"):
        call()
