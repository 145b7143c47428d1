"""Cells, points, the best part, and whether a division comes out alike twice; beside scikit-learn's."""

import numpy as np
import pytest
from fieldguide import measures
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score
from sklearn.naive_bayes import BernoulliNB

groups = st.lists(st.integers(0, 3), min_size=2, max_size=40)


def test_people_who_are_alike_in_everything_share_a_cell():
    cell = measures.cross([1, 1, 2, 2, 1], [5, 9, 5, 5, 5])
    assert cell.tolist() == [0, 1, 2, 2, 0]


def test_cells_are_numbered_without_gaps_whatever_the_traits():
    random = np.random.default_rng(3)
    traits = [random.integers(0, 1_000, 300) for _ in range(30)]  # far more combinations than 64 bits hold
    cell = measures.cross(*traits)
    assert sorted(cell) == list(range(300))
    again = measures.cross(*[np.concatenate([trait, trait[:1]]) for trait in traits])
    assert again[-1] == again[0]


@given(data=st.data())
def test_crossing_is_what_a_dictionary_would_do(data):
    count = data.draw(st.integers(1, 30))
    traits = data.draw(
        st.lists(st.lists(st.integers(-3, 3), min_size=count, max_size=count), min_size=1, max_size=4)
    )
    cell = measures.cross(*traits)
    people = list(zip(*traits, strict=True))
    for one in range(count):
        for other in range(count):
            assert (cell[one] == cell[other]) == (people[one] == people[other])


def test_the_best_part_by_hand():
    order = np.array([2, 0, 1])
    people, buyers = [10, 20, 5], [3, 2, 4]
    # Cell 2 gives 5 of 7 people and its 4 buyers; of cell 0 two in ten are taken, with 0.6 of its buyers.
    assert measures.best_part(order, people, buyers, 0.2) == pytest.approx((4 + 0.6) / 7)
    assert measures.best_part(order, people, buyers, 1) == pytest.approx(9 / 35)


@given(data=st.data())
def test_the_best_part_is_what_a_loop_over_people_finds(data):
    cells = data.draw(st.integers(1, 6))
    people = data.draw(st.lists(st.integers(0, 9), min_size=cells, max_size=cells).filter(sum))
    buyers = [data.draw(st.integers(0, count)) for count in people]
    order = data.draw(st.permutations(range(cells)))
    wanted = data.draw(st.integers(1, sum(people)))
    share = wanted / sum(people)
    line = [buyers[cell] / people[cell] for cell in order for _ in range(people[cell])]
    found = measures.best_part(np.array(order), people, buyers, share)
    assert found == pytest.approx(np.mean(line[:wanted]))


def test_points_add_up_and_are_naive_bayes():
    """Ranks by points are the ranks by scikit-learn's naive Bayes, for an event that is rare."""
    random = np.random.default_rng(5)
    traits = random.random((20_000, 3)) < 0.4
    chance = 0.01 * np.prod(np.where(traits, [2.0, 1.5, 0.7], 1.0), axis=1)
    bought = random.random(20_000) < chance
    levels = [(np.arange(8) >> bit) & 1 for bit in range(3)]
    people = [np.bincount(trait, minlength=2) for trait in traits.T]
    buyers = [np.bincount(trait, bought, minlength=2) for trait in traits.T]
    ours = measures.points(levels, people, buyers)
    cells = np.array(levels).T
    theirs = BernoulliNB(alpha=1e-9).fit(traits, bought).predict_log_proba(cells)
    assert np.exp(ours) == pytest.approx(np.exp(theirs[:, 1]) / bought.mean(), rel=0.03)


def test_a_level_without_buyers_has_points_and_an_average_one_none():
    level = measures.points([[0, 1, 2]], [[100, 100, 100]], [[0, 10, 20]])
    assert level[1] == pytest.approx(0)
    assert np.isfinite(level).all()
    assert level[0] < level[1] < level[2]


@given(one=groups, data=st.data())
def test_agreement_is_that_of_scikit_learn(one, data):
    other = data.draw(st.lists(st.integers(0, 3), min_size=len(one), max_size=len(one)))
    assert measures.adjusted_rand(one, other) == pytest.approx(adjusted_rand_score(one, other))


def test_agreement_at_its_ends():
    assert measures.adjusted_rand([1, 1, 2, 2], ["b", "b", "a", "a"]) == 1
    random = np.random.default_rng(1)
    chance = [measures.adjusted_rand(*random.integers(0, 4, (2, 1_000))) for _ in range(40)]
    assert abs(np.mean(chance)) < 0.001
    # Hubert and Arabie's worked table is scikit-learn's business; a partition against singletons is 0.
    assert measures.adjusted_rand([0, 0, 1, 1], [0, 1, 2, 3]) == 0


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 1_000), k=st.integers(1, 5))
def test_clusters_are_as_tight_as_those_of_scikit_learn(seed, k):
    random = np.random.default_rng(seed)
    places = random.normal(size=(200, 2)) + 6 * random.integers(0, 2, (200, 2))
    centers = measures.k_means(places, k, seed=seed, starts=10)
    off = ((places[:, None] - centers[None]) ** 2).sum(axis=2).min(axis=1).sum()
    theirs = KMeans(k, n_init=10, random_state=seed).fit(places).inertia_
    assert off < 1.02 * theirs


def test_clusters_are_the_same_for_the_same_seed_and_found_where_they_are():
    random = np.random.default_rng(2)
    middles = np.array([[0, 0], [9, 0], [0, 9.0]])
    places = np.repeat(middles, 50, axis=0) + random.normal(size=(150, 2))
    centers = measures.k_means(places, 3, seed=4)
    assert (centers == measures.k_means(places, 3, seed=4)).all()
    found = centers[np.lexsort(centers.T.round())]
    assert found == pytest.approx(middles[np.lexsort(middles.T)], abs=0.6)


@pytest.mark.parametrize(
    "impossible",
    [
        lambda: measures.cross(),
        lambda: measures.cross([1, 2], [1]),
        lambda: measures.best_part([0], [1], [1], 0),
        lambda: measures.best_part([0], [1], [1], 1.1),
        lambda: measures.points([], [], []),
        lambda: measures.points([[0, 1]], [[5, 5]], [[0, 0]]),
        lambda: measures.adjusted_rand([1, 2], [1]),
        lambda: measures.adjusted_rand([1], [1]),
        lambda: measures.k_means([[1, 1], [1, 1]], 2, seed=1),
        lambda: measures.k_means([1, 2], 1, seed=1),
    ],
)
def test_the_impossible_is_refused_in_words(impossible):
    with pytest.raises(ValueError, match=r"\.$"):
        impossible()
