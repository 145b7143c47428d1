"""*Guess the weights*: derived as the measure has it, and what is the same for all weighs nothing."""

import re

import pytest
from fieldguide import data, measures
from fieldguide.exercises.guess_the_weights import NAMES, GuessTheWeights


def told(**given):
    return GuessTheWeights(committed=True, **given)


def test_nothing_is_told_before_the_weights_are_committed():
    exercise = GuessTheWeights()
    assert not re.search(r"\d", exercise.sentence)
    assert "answers" not in exercise.alt(exercise.result).replace("answers’", "")
    assert exercise.locks(exercise.result) == set()


def test_the_sentence_once_they_are():
    assert told().sentence == (
        "Among all tenants (1,681), the answers weigh: say in running the place 52% (a gap of 30 points); "
        "kind of building 43% (a gap of 25 points); contact with other tenants 4% (a gap of 3 points). You "
        "put none first; they put say in running the place first, in 86 of 100 drawings of as many tenants."
    )
    assert told().locks(told().result) == set(NAMES)


@pytest.mark.parametrize(
    ("weights", "verdict"),
    [
        ({"say": 9}, "Like you, they put say in running the place first"),
        ({"contact": 9}, "You put contact with other tenants first; they put say"),
        ({"home": 9, "say": 9}, "You put none first"),
    ],
)
def test_the_reader_is_told_how_they_differ(weights, verdict):
    assert verdict in told(**weights).sentence


@pytest.mark.parametrize("way", measures.importance.WAYS)
def test_the_numbers_are_the_measures(way):
    homes = data.homes()
    points = measures.derived_importance(homes.happy, homes.asked, 3, way)
    result = told(way=way).result
    assert result.derived == pytest.approx(100 * points / points.sum())
    assert (result.low <= result.derived).all()
    assert (result.derived <= result.high).all()


@pytest.mark.parametrize("way", measures.importance.WAYS)
def test_say_weighs_most_until_all_have_the_same(way):
    assert told(way=way).result.heaviest == 0
    medium, towers = told(way=way, who="medium").result, told(way=way, who="towers").result
    assert medium.derived[0] == 0
    assert towers.derived[1] == 0
    assert "cannot weigh anything here" in told(way=way, who="medium").sentence


def test_without_those_of_low_say_the_order_hangs_on_the_way():
    firsts = {way: told(who="heard", way=way).result.heaviest for way in measures.importance.WAYS}
    assert firsts == {"gap": 1, "alike": 1, "spread": 0}
    assert told(who="heard").result.holds < 90


def test_only_proportions_count():
    one, other = (GuessTheWeights(say=s, home=h, contact=c).result for s, h, c in ((1, 2, 2), (2, 4, 4)))
    assert one.yours == pytest.approx(other.yours)
    assert sum(one.yours) == pytest.approx(100)


def test_no_weight_at_all_is_refused():
    with pytest.raises(ValueError, match="at least one"):
        _ = GuessTheWeights(say=0, home=0, contact=0).result
