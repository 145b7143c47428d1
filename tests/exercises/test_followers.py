"""*Followers*: what is said agrees with what was computed, and the verdict turns round."""

import pytest
from fieldguide.exercises.followers import ALIKE, PEOPLE, RISE, SHARES, TOP, TOWNS, TREATED, WAYS, Followers
from fieldguide.worlds import followers


def told(**values):
    return Followers(values=values).sentence


def test_the_model_is_the_one_that_the_assumptions_tell():
    assert (PEOPLE, TREATED, TOWNS) == (followers.PEOPLE, followers.TREATED, followers.TOWNS)
    assert [share / 100 for share in SHARES] == list(followers.EASE)
    assert (followers.FOLLOWS, followers.SPEND, RISE) == (4, 100, 0.2)
    for fact in ("20 towns of 300", "four others", "$100", "20%", "Simulated"):
        assert fact in Followers.assumes


def test_counting_all_of_the_biggest_spenders_own_rise_favors_the_spenders():
    assert told().startswith("Treat the biggest spenders: ")


def test_counting_none_of_it_favors_the_followed():
    assert told(counted=0).startswith("Treat the most followed: ")
    assert "ahead in 20 of 20 towns" in told(counted=0)


def test_between_them_it_hangs_on_how_easily_people_are_swayed():
    assert told(counted=50, swayed=5).startswith("Treat the biggest spenders")
    assert told(counted=50, swayed=30).startswith("Treat the most followed")


def test_where_people_are_easily_swayed_all_three_win_as_many():
    people = Followers(values={"swayed": 60}).result.people
    assert max(people.values()) < 1.05 * min(people.values())


def test_and_bring_as_much_once_the_big_spenders_are_left_out_for_all_three():
    at = {"swayed": 60, "counted": 0}
    brings = [Followers(values=at).result.here(way) for way in WAYS]
    assert max(brings) < 1.05 * min(brings)
    assert told(**at).startswith("Here it hardly matters: ")


def test_with_all_of_it_counted_the_first_slider_does_not_change_the_verdict():
    assert all(told(swayed=share).startswith("Treat the biggest spenders: ") for share in SHARES)


@pytest.mark.parametrize("counted", range(0, 101, 20))
@pytest.mark.parametrize("swayed", [0, 10, 30, 60])
@pytest.mark.parametrize("together", [0, 50, 100])
def test_what_is_said_agrees_with_what_was_computed(counted, swayed, together):
    exercise = Followers(values={"counted": counted, "swayed": swayed, "together": together})
    result, sentence = exercise.result, exercise.sentence
    gap = result.here("followed") - result.here("spenders")
    alike = ALIKE * max(result.here("followed"), result.here("spenders"))
    start = {
        abs(gap) < alike: "Here it hardly matters",
        gap >= alike: "Treat the most followed",
        gap <= -alike: "Treat the biggest spenders",
    }[True]
    assert sentence.startswith(start)
    assert f"${result.here('followed'):,.0f}" in sentence
    assert f"${result.here('spenders'):,.0f}" in sentence
    assert max(map(max, result.brings.values())) < TOP * 1.02


def test_every_way_to_pick_has_its_line_and_its_amount():
    exercise = Followers()
    axes = exercise.shows(exercise.result).axes[0]
    texts = " ".join(text.get_text() for text in axes.texts)
    for way in ("spenders", "followed", "lot"):
        assert f"${exercise.result.here(way):,.0f}" in texts
