"""Everything going right: the product law, customers drawn one by one, and what cannot be."""

import numpy as np
import pytest
from fieldguide import measures


def test_ten_moments_at_99_are_not_99():
    assert measures.all_right([0.01] * 10) == pytest.approx(0.99**10)
    assert measures.all_right([0.01] * 10) == pytest.approx(0.904, abs=0.0005)
    assert measures.all_right([0.01] * 10, 26) == pytest.approx(0.0733, abs=0.00005)


def test_the_textbook_series_system():
    # Three parts of 95, 87 and 82 in 100 in a row work 67.8 times in 100.
    assert measures.all_right([0.05, 0.13, 0.18]) == pytest.approx(0.95 * 0.87 * 0.82)


@pytest.mark.parametrize("hit", [1.0, 0.5, 0.1])
@pytest.mark.parametrize("visits", [1, 6, 26])
def test_customers_drawn_one_by_one_agree(hit, visits):
    failures = np.array([0.04, 0.02, 0.01, 0.002])
    random = np.random.default_rng(3)
    customers = 20_000
    unlucky = random.random(customers) < hit
    years = np.ones(customers, dtype=bool)
    met = 0
    for _ in range(visits):
        fails = random.random((customers, len(failures))) < failures / hit
        fails &= unlucky[:, None]
        met += fails.sum()
        years &= ~fails.any(axis=1)
    assert years.mean() == pytest.approx(float(measures.all_right(failures, visits, hit)), abs=0.012)
    # Whoever they fall on, there are as many failures.
    assert met / customers == pytest.approx(visits * failures.sum(), rel=0.08)


@pytest.mark.parametrize("seed", range(30))
def test_the_fewer_customers_are_hit_the_more_have_a_good_year(seed):
    random = np.random.default_rng(seed)
    failures, visits = random.random(10) * 0.1, random.integers(1, 50)
    shares = [float(measures.all_right(failures, visits, hit)) for hit in (1, 0.7, 0.4, 0.1)]
    assert shares == sorted(shares)
    assert shares[-1] >= 0.9


def test_many_rates_at_once():
    rates = np.array([[[0.1, 0.2], [0.0, 0.0]], [[1.0, 0.0], [0.5, 0.5]]])
    assert measures.all_right(rates) == pytest.approx(np.array([[0.72, 1.0], [0.0, 0.25]]))


def test_the_rate_that_a_share_asks_for():
    rate = measures.failure_rate_for(0.9, 260)
    assert (1 - rate) ** 260 == pytest.approx(0.9)
    assert 1 / rate == pytest.approx(2_468, abs=1)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: measures.all_right([0.2], hit=0.1), "cannot hit only 10 of 100"),
        (lambda: measures.all_right([1.2]), "between 0 and 1"),
        (lambda: measures.all_right([0.1], hit=0), "above 0"),
        (lambda: measures.all_right([0.1], visits=-1), "0 times or more"),
        (lambda: measures.failure_rate_for(1, 10), "between none and all"),
        (lambda: measures.failure_rate_for(0.5, 0), "at least one"),
    ],
)
def test_what_cannot_be_is_said(call, said):
    with pytest.raises(ValueError, match=said):
        call()
