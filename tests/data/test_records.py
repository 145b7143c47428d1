"""FEBRL's pairs as they are unpacked, and the examples chosen from them."""

from collections import Counter

import numpy as np
import pytest
from fieldguide import data, measures


@pytest.fixture(scope="module")
def pairs():
    return data.febrl()


def test_every_true_pair_is_compared_or_lost(pairs):
    assert len(pairs) == 30_238
    assert pairs.similarity.shape == (30_238, 6)
    assert (pairs.same.sum(), pairs.lost) == (4_968, 32)


def test_similarities_are_whole_percents_or_missing(pairs):
    known = pairs.similarity[~np.isnan(pairs.similarity)]
    assert (known.min(), known.max()) == (0, 100)
    assert np.all(known == np.rint(known))
    assert 0.02 < np.mean(np.isnan(pairs.of("birth"))) < 0.10
    assert not np.isnan(pairs.of("place", "number")).any()


def test_every_pair_shares_what_let_it_through(pairs):
    # The same birth date, the same postcode (half of the place), or the same given name and surname.
    given, surname, birth, _, place, _ = pairs.similarity.T
    assert np.all((birth == 100) | (place >= 50) | ((given == 100) & (surname == 100)))


def test_fields_are_asked_for_by_name(pairs):
    np.testing.assert_array_equal(pairs.of("place", "surname"), pairs.similarity[:, [4, 1]])
    with pytest.raises(ValueError, match="shoe_size"):
        pairs.of("shoe_size")


def test_what_is_shared_cannot_be_changed(pairs):
    assert data.febrl() is pairs
    for array in (pairs.similarity, pairs.same):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_examples_are_of_every_kind_and_say_what_the_pairs_are(pairs):
    examples = data.febrl_examples()
    assert len({example.pair for example in examples}) == len(examples) >= 40
    kinds = Counter(example.kind for example in examples)
    assert set(kinds) == {"clear match", "clear strangers", "false friends", "hidden match", "borderline"}
    assert min(kinds.values()) >= 5
    same = {example.pair: bool(pairs.same[example.pair]) for example in examples}
    for example in examples:
        if example.kind != "borderline":
            assert same[example.pair] == (example.kind in {"clear match", "hidden match"})
    borderline = [same[example.pair] for example in examples if example.kind == "borderline"]
    assert 0.3 < np.mean(borderline) < 0.7


def test_examples_show_what_was_compared(pairs):
    for example in data.febrl_examples():
        assert set(example.left) == set(example.right) == set(pairs.fields)
        for field, similarity in zip(pairs.fields, pairs.similarity[example.pair], strict=True):
            left, right = example.left[field], example.right[field]
            if field == "place":  # two fields in one
                continue
            assert np.isnan(similarity) == (not left or not right)
            assert (similarity == 100) == (left == right != "")


def test_false_friends_look_more_alike_than_hidden_matches(pairs):
    scores = measures.match_scores(pairs.similarity[:, :5])
    by_kind = {
        kind: [scores[example.pair] for example in data.febrl_examples() if example.kind == kind]
        for kind in ("false friends", "hidden match")
    }
    assert min(by_kind["false friends"]) > max(by_kind["hidden match"])
