"""Surveys with a known truth: they are what they say, and what a score proves hangs on size and distance."""

import numpy as np
import pytest
from fieldguide import measures, worlds
from fieldguide.worlds import job_surveys

NAMES = [job.name for job in worlds.JOBS]


def scores(respondents, apart=1.0, scale="share", seeds=(13, 14, 15)):
    """The scores of a hundred surveys for each seed, one row a survey, and the true ones."""
    drawn = [worlds.surveys(respondents, apart, seed) for seed in seeds]
    seen = [
        measures.opportunity_score(
            measures.out_of_ten(one.importance, scale), measures.out_of_ten(one.satisfaction, scale)
        )
        for one in drawn
    ]
    truth = measures.opportunity_score(drawn[0].true_importance[scale], drawn[0].true_satisfaction[scale])
    return np.vstack(seen), truth


def test_the_truth_is_that_of_the_jobs():
    drawn = worlds.surveys(10)
    assert drawn.true_importance["share"] == pytest.approx([job.importance for job in worlds.JOBS])
    assert drawn.true_satisfaction["share"] == pytest.approx([job.satisfaction for job in worlds.JOBS])


@pytest.mark.parametrize("scale", ["share", "mean"])
@pytest.mark.parametrize("apart", [0, 1, 2.5])
def test_answers_agree_with_the_truth_on_average(scale, apart):
    drawn = worlds.surveys(job_surveys.MOST, apart)
    for answers, true in (
        (drawn.importance, drawn.true_importance),
        (drawn.satisfaction, drawn.true_satisfaction),
    ):
        assert set(np.unique(answers)) <= {1, 2, 3, 4, 5}
        assert measures.out_of_ten(answers, scale).mean(axis=0) == pytest.approx(true[scale], abs=0.12)


def test_a_smaller_survey_asks_the_first_households_of_a_larger_one():
    small, large = worlds.surveys(50), worlds.surveys(200)
    np.testing.assert_array_equal(small.importance, large.importance[:, :50])


def test_one_households_answers_are_alike():
    answers = worlds.surveys(job_surveys.MOST).importance.reshape(-1, len(NAMES))
    between = np.corrcoef(answers.T)[np.triu_indices(len(NAMES), 1)]
    assert between.min() > 0.2


def test_the_first_job_is_the_likeliest_and_far_from_certain():
    for respondents, least, most in ((40, 0.25, 0.5), (120, 0.2, 0.45), (300, 0.15, 0.4)):
        seen, truth = scores(respondents)
        another = (seen.argmax(axis=1) != truth.argmax()).mean()
        assert least < another < most


def test_unless_jobs_are_far_apart():
    seen, truth = scores(300, apart=3)
    assert (seen.argmax(axis=1) == truth.argmax()).mean() > 0.98


def test_or_all_alike_where_any_may_come_first():
    seen, _ = scores(300, apart=0)
    first = np.bincount(seen.argmax(axis=1), minlength=len(NAMES)) / len(seen)
    assert first.max() < 0.25
    assert first.min() > 0.05


def test_what_lies_just_below_a_cutoff_crosses_it_by_chance():
    home = NAMES.index("home")
    for respondents in (60, 120, 300):
        seen, truth = scores(respondents)
        assert truth[home] == pytest.approx(11.8)
        assert 0.25 < (seen[:, home] >= 12).mean() < 0.6
    assert (seen[:, NAMES.index("there")] >= 12).mean() > 0.99, "what lies far above does not fall below"


def test_other_ways_to_make_a_figure_of_an_answer_give_other_scores():
    """The same answers, and the best job clears 13 by one scale and not by the other."""
    for respondents in (60, 300):
        shares, _ = scores(respondents)
        means, _ = scores(respondents, scale="mean")
        assert (shares.max(axis=1) >= 13).mean() > 0.95
        assert (means.max(axis=1) >= 13).mean() < 0.35


def test_the_band_holds_the_truth_about_as_often_as_it_says():
    drawn = worlds.surveys(150)
    _, truth = scores(150)
    held = []
    for importance, satisfaction in zip(drawn.importance, drawn.satisfaction, strict=True):
        band = measures.opportunity_band(importance, satisfaction)
        held.append((band.lower <= truth) & (truth <= band.upper))
    assert 0.9 < np.mean(held) < 0.98


@pytest.mark.parametrize("asked", [(0,), (301,), (50, -1)])
def test_impossible_surveys_are_refused_in_words(asked):
    with pytest.raises(ValueError, match=r"\.$"):
        worlds.surveys(*asked)
