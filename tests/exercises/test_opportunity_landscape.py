"""The opportunity landscape: what is said is what was counted, and certainty comes with size and distance."""

import pytest
from fieldguide import measures, worlds
from fieldguide.exercises.opportunity_landscape import JOBS, SURVEYS, OpportunityLandscape

EXERCISE = OpportunityLandscape()


def surveyed(**values):
    return EXERCISE.compute(OpportunityLandscape.start() | values)


def test_the_sentence_at_the_start():
    assert EXERCISE.sentence == (
        "Your 120 households put “find it where you left it” first, at 14.4. In 66 surveys of 100 of this "
        "size another job comes first. 3 jobs clear 12; over the surveys, 2 to 3 do, and “get it into the "
        "hallway”, truly 11.8, is on the wrong side of it in 44 of 100."
    )


@pytest.mark.parametrize("survey", [1, 2, 50, 100])
@pytest.mark.parametrize("cutoff", [8.0, 12.0, 15.0])
def test_it_is_counted_over_all_surveys_of_the_size(survey, cutoff):
    result = surveyed(survey=survey, cutoff=cutoff, respondents=60)
    drawn = worlds.surveys(60)
    every = [
        measures.opportunity_score(measures.out_of_ten(one), measures.out_of_ten(other))
        for one, other in zip(drawn.importance, drawn.satisfaction, strict=True)
    ]
    mine = every[survey - 1]
    assert result.scores == pytest.approx(mine)
    assert result.another_first == sum(one.argmax() != mine.argmax() for one in every)
    assert result.clear == (mine >= cutoff).sum()
    assert (result.fewest, result.most) == (
        min((one >= cutoff).sum() for one in every),
        max((one >= cutoff).sum() for one in every),
    )
    wrong = [sum((one[job] >= cutoff) != (result.truth[job] >= cutoff) for one in every) for job in range(8)]
    assert (result.times_wrong, wrong[result.wrong]) == (max(wrong), max(wrong))


def test_every_cutoff_has_a_job_near_it_that_crosses_by_chance():
    """10, 12 and 15 are no different from what lies between them, up to where no job is."""
    for half in range(18, 31):
        assert surveyed(cutoff=half / 2, respondents=40).times_wrong >= 3


def test_more_households_help_and_a_tie_stays_a_tie():
    few, many = (surveyed(respondents=respondents) for respondents in (20, 300))
    assert (many.upper - many.lower < few.upper - few.lower).all()
    assert many.most - many.fewest < few.most - few.fewest
    assert surveyed(respondents=300, survey=2).another_first > 15


def test_where_jobs_are_far_apart_a_small_survey_will_do():
    assert surveyed(apart=300, respondents=300).another_first == 0
    near, far = (
        min(surveyed(apart=apart, respondents=80, survey=survey).another_first for survey in range(1, 20))
        for apart in (50, 300)
    )
    assert far < 15 < near


def test_where_all_are_alike_none_is_first_for_a_reason():
    assert surveyed(apart=0).another_first > 70


def test_another_scale_moves_the_jobs_across_the_cutoffs():
    share, mean = (surveyed(scale=scale, cutoff=13.0, respondents=300) for scale in ("share", "mean"))
    assert share.clear >= 1
    assert mean.most <= 1
    assert max(mean.truth) < 13 < max(share.truth)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"apart": 300, "respondents": 300}, "So do all 100 surveys of this size."),
        (
            {"cutoff": 16.0, "apart": 25, "respondents": 300},
            "No jobs clear 16, and none is ever on the wrong side",
        ),
        ({"cutoff": 8.0}, "clear 8"),
    ],
)
def test_the_sentence_at_the_edges(values, said):
    assert said in OpportunityLandscape(values).sentence


def test_open_dots_are_the_bands_that_lie_on_both_sides():
    result = surveyed()
    for job, name in enumerate(JOBS):
        assert result.open(job) == (result.lower[job] < 12 <= result.upper[job])
        assert f"{name} {result.scores[job]:.1f}, band" in EXERCISE.alt(result)
    unsure = sum(result.open(job) for job in range(8))
    assert f"lies within {unsure} of the bands" in EXERCISE.alt(result)


def test_the_first_job_is_marked_in_its_row():
    for survey in (1, 2, 3):
        result = surveyed(survey=survey)
        (word,) = [text for text in EXERCISE.shows(result).axes[0].texts if text.get_text() == "first"]
        assert round(word.get_position()[1]) == result.scores.argmax()


def test_there_are_as_many_surveys_as_it_says():
    assert len(worlds.surveys(20).importance) == SURVEYS
