"""The numbers that the explanations in the quiz of *Segment until it breaks* rely on."""

from fieldguide import worlds
from fieldguide.exercises.too_many_to_tell import TooManyToTell


def test_the_third_trait_does_harm_and_gender_helps():
    other = [worlds.best_by_halves(worlds.TRAITS[:count]).other.mean() for count in (2, 3, 4)]
    assert worlds.TRAITS[2:4] == ("spend", "gender")
    assert other[1] < other[0]
    assert other[1] < other[2]


def test_the_chain_that_grows():
    small, large = (TooManyToTell(customers=size).result for size in (20_000, 1_000_000))
    assert 2**small.best == 8
    assert 8 < 2**large.best < 400
    assert TooManyToTell(customers=1_000_000, hold=7).result.best == 3
