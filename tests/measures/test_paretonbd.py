"""Pareto/NBD: a fit to the published customers, a documented probability, quadrature, and its own story."""

import numpy as np
import pytest
from fieldguide import data
from fieldguide.measures import BgNbd, ParetoNbd, buying_history
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import minimize
from scipy.special import gammaln

#: Fitted to the first 39 weeks of the published tenth of CDNOW; the first chapter uses them.
CDNOW = ParetoNbd(r=0.553, alpha=10.578, s=0.606, beta=11.669)
END = 272

positive = st.floats(0.05, 20)


@pytest.fixture(scope="module")
def tenth():
    purchases = data.cdnow().tenth()
    return buying_history(purchases.customer, purchases.day, END)


def log_likelihood(model, x, t_x, T):
    """The chance of the history without leaving, times one and the odds of having left."""
    buying = gammaln(model.r + x) - gammaln(model.r) + model.r * np.log(model.alpha)
    stayed = model.s * np.log(model.beta / (model.beta + T)) - (model.r + x) * np.log(model.alpha + T)
    return np.sum(buying + stayed + np.log1p(model.odds_of_having_left(x, t_x, T)))


def test_no_four_numbers_make_the_tenth_likelier(tenth):
    history = tenth.x, tenth.t_x, tenth.T
    found = minimize(
        lambda logs: -log_likelihood(ParetoNbd(*np.exp(logs)), *history), np.log([0.6, 10, 0.6, 10])
    )
    assert np.exp(found.x) == pytest.approx(list(vars(CDNOW).values()), rel=1e-3)


def test_the_documented_probability_of_who_bought_once():
    # The R package BTYD fits the same customers and prints this on its page on P(alive).
    assert CDNOW.p_alive(0, 0, 39) == pytest.approx(0.2941633, abs=5e-4)
    assert CDNOW.p_alive(23, 39, 39) == 1


def test_silence_counts_here_against_who_bought_once_and_in_bg_nbd_it_does_not():
    weeks = np.arange(0, 200, 10)
    once = np.zeros(len(weeks))
    assert np.all(np.diff(CDNOW.p_alive(once, once, weeks)) < 0)
    assert np.all(BgNbd(r=0.2426, alpha=4.4135, a=0.7929, b=2.4258).p_alive(once, once, weeks) == 1)


@given(positive, positive, positive, positive, st.integers(0, 25), st.floats(0, 1), st.floats(0.1, 80))
def test_adding_up_all_moments_by_another_rule_gives_the_same(r, alpha, s, beta, x, part, T):
    t_x = part * T if x else 0.0

    def likelier(moment):
        silence = ((alpha + T) / (alpha + moment)) ** (r + x)
        return silence * s / (beta + moment) * ((beta + T) / (beta + moment)) ** s

    odds, _ = quad(likelier, t_x, T, limit=500)
    assert ParetoNbd(r, alpha, s, beta).p_alive(x, t_x, T) == pytest.approx(1 / (1 + odds), abs=1e-6)


def test_customers_who_live_by_the_models_story_are_alive_as_often_as_it_says():
    rng, people, T = np.random.default_rng(1987), 40_000, 40.0
    buys = rng.gamma(CDNOW.r, 1 / CDNOW.alpha, people)
    leaves = rng.exponential(1 / rng.gamma(CDNOW.s, 1 / CDNOW.beta, people))
    x = rng.poisson(buys * np.minimum(leaves, T))
    # Purchases of a steady rate are scattered evenly: the last of x stands at the largest of x lots.
    t_x = np.where(x > 0, np.minimum(leaves, T) * rng.random(people) ** (1 / np.maximum(x, 1)), 0)
    said, alive = CDNOW.p_alive(x, t_x, np.full(people, T)), leaves > T
    for low in np.arange(0, 1, 0.2):
        part = (said >= low) & (said <= low + 0.2)
        error = 4 * np.sqrt(0.25 / part.sum())
        assert alive[part].mean() == pytest.approx(said[part].mean(), abs=error)


def test_impossible_numbers_and_histories_are_refused():
    with pytest.raises(ValueError, match="positive"):
        ParetoNbd(r=0.5, alpha=10, s=0, beta=10)
    with pytest.raises(ValueError, match="first and the end"):
        CDNOW.p_alive(1, 9, 8)
