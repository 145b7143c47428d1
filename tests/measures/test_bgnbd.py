"""BG/NBD: the published example, scipy's hypergeometric function, and a simulation of the model's story."""

import numpy as np
import pytest
from fieldguide import data
from fieldguide.measures import BgNbd, bgnbd_log_likelihood, buying_history, fit_bgnbd
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import hyp2f1

#: Fader, Hardie and Lee 2005, table 2.
PUBLISHED = BgNbd(r=0.2426, alpha=4.4135, a=0.7929, b=2.4258)
#: The paper's calibration ends on 1997-09-30.
END = 272

positive = st.floats(0.05, 8)


@pytest.fixture(scope="module")
def tenth():
    purchases = data.cdnow().tenth()
    return buying_history(purchases.customer, purchases.day, END)


def test_the_published_tenth_gives_the_published_numbers(tenth):
    model = fit_bgnbd(tenth.x, tenth.t_x, tenth.T)
    assert len(tenth.x) == 2_357
    assert (model.r, model.alpha) == pytest.approx((0.2426, 4.4135), abs=1.5e-4)
    assert (model.a, model.b) == pytest.approx((0.7929, 2.4258), abs=2e-4)
    # The paper rounds times to hundredths of a week, which moves the sum by less than 0.01.
    assert bgnbd_log_likelihood(model, tenth.x, tenth.t_x, tenth.T) == pytest.approx(-9582.43, abs=0.01)


def test_the_first_customer_is_the_papers(tenth):
    assert tenth.customer[0] == 4
    assert tenth.x[0] == 2
    assert tenth.t_x[0] == pytest.approx(30.43, abs=0.005)
    assert tenth.T[0] == pytest.approx(38.86, abs=0.005)


def test_the_published_expectations():
    assert PUBLISHED.expected(39) == pytest.approx(1.195, abs=5e-4)
    assert PUBLISHED.expected_from(2, 30.43, 38.86, 39) == pytest.approx(1.226, abs=5e-4)
    assert PUBLISHED.p_alive(2, 30.43, 38.86) == pytest.approx(0.7266, abs=5e-5)


def test_who_bought_once_is_taken_for_alive_whatever_the_silence():
    assert list(PUBLISHED.p_alive([0, 0], [0, 0], [1, 500])) == [1, 1]
    assert PUBLISHED.p_alive(1, 5, 500) < 0.1


def test_no_neighbor_is_likelier_than_the_fit(tenth):
    model = fit_bgnbd(tenth.x, tenth.t_x, tenth.T)
    summit = bgnbd_log_likelihood(model, tenth.x, tenth.t_x, tenth.T)
    for name in ("r", "alpha", "a", "b"):
        for factor in (0.98, 1.02):
            moved = BgNbd(**{**vars(model), name: getattr(model, name) * factor})
            assert bgnbd_log_likelihood(moved, tenth.x, tenth.t_x, tenth.T) < summit


def as_published(model, x, t_x, T, t):
    """Equation 10 of the paper as it is printed, with scipy's function."""
    r, alpha, a, b = model.r, model.alpha, model.a, model.b
    decay = ((alpha + T) / (alpha + T + t)) ** (r + x)
    ahead = 1 - decay * hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + T + t))
    odds = a / (b + x - 1) * ((alpha + T) / (alpha + t_x)) ** (r + x) if x else 0
    return (a + b + x - 1) / (a - 1) * ahead / (1 + odds)


@given(
    positive,
    positive,
    positive,
    positive,
    st.integers(0, 30),
    st.floats(0, 1),
    st.floats(0, 80),
    st.floats(0, 80),
)
def test_scipys_function_gives_the_same_expectations(r, alpha, a, b, x, part, T, t):
    if abs(a - 1) < 0.02 or abs(a + b + x - 1) < 0.02:
        return  # next to a pole the printed formula loses its digits
    model, t_x = BgNbd(r, alpha, a, b), part * T if x else 0.0
    ours = model.expected_from(x, t_x, T, t)
    assert ours == pytest.approx(as_published(model, x, t_x, T, t), rel=1e-5, abs=1e-7)


def test_what_the_model_tells_happens_in_its_own_world():
    """Play the story of the model many times over: steady buying, and a coin after each repeat purchase."""
    model, weeks, rng = BgNbd(r=1.2, alpha=6.0, a=1.6, b=2.5), 39.0, np.random.default_rng(5)
    counts = []
    for _ in range(20_000):
        rate, leaving = rng.gamma(model.r, 1 / model.alpha), rng.beta(model.a, model.b)
        now, bought = rng.exponential(1 / rate), 0
        while now <= weeks:
            bought += 1
            if rng.random() < leaving:
                break
            now += rng.exponential(1 / rate)
        counts.append(bought)
    error = np.std(counts) / np.sqrt(len(counts))
    assert model.expected(weeks) == pytest.approx(np.mean(counts), abs=4 * error)


def test_a_fit_finds_the_model_that_made_the_histories():
    truth, rng = BgNbd(r=0.8, alpha=5.0, a=0.9, b=2.6), np.random.default_rng(11)
    customers, T = 8_000, 50.0
    x, t_x = np.zeros(customers), np.zeros(customers)
    for i in range(customers):
        rate, leaving = rng.gamma(truth.r, 1 / truth.alpha), rng.beta(truth.a, truth.b)
        now = rng.exponential(1 / rate)
        while now <= T:
            x[i], t_x[i] = x[i] + 1, now
            if rng.random() < leaving:
                break
            now += rng.exponential(1 / rate)
    model = fit_bgnbd(x, t_x, T)
    assert model.r / model.alpha == pytest.approx(truth.r / truth.alpha, rel=0.08)
    assert model.a / (model.a + model.b) == pytest.approx(truth.a / (truth.a + truth.b), rel=0.08)


@given(positive, positive, positive, positive, st.integers(1, 20), st.floats(0, 50), st.floats(0, 50))
def test_longer_silence_makes_life_less_likely(r, alpha, a, b, x, t_x, silence):
    model = BgNbd(r, alpha, a, b)
    now, later = model.p_alive(x, t_x, t_x + silence), model.p_alive(x, t_x, t_x + silence + 10)
    assert 0 <= later <= now <= 1


def test_a_history_merges_days_and_leaves_out_what_comes_later():
    history = buying_history([7, 7, 7, 7, 9, 8], [10, 0, 10, 99, 60, 14], end=49)
    assert list(history.customer) == [7, 8]
    assert list(history.x) == [1, 0]
    assert list(history.t_x) == pytest.approx([10 / 7, 0])
    assert list(history.T) == [7, 5]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([], [], 5), "no purchases"),
        (([1], [9], 5), "Nobody has bought"),
        (([1, 2], [3], 5), "differ in length"),
        (([1], [np.nan], 5), "whole days"),
        (([1], [3], np.inf), "last day"),
        (([1], [3], 5, 0), "more than 0 days"),
    ],
)
def test_a_history_refuses_the_impossible(arguments, words):
    with pytest.raises(ValueError, match=words):
        buying_history(*arguments)


@pytest.mark.parametrize(
    ("history", "words"),
    [
        (([], [], []), "no customers"),
        (([1, 2], [1, 1, 1], [5]), "differ in length"),
        (([np.nan], [1], [5]), "known for every customer"),
        (([-1], [1], [5]), "fewer than no"),
        (([1], [6], [5]), "between the first and the end"),
        (([0], [2], [5]), "bought only once"),
    ],
)
def test_the_model_refuses_impossible_customers(history, words):
    for ask in (PUBLISHED.p_alive, fit_bgnbd, lambda *h: bgnbd_log_likelihood(PUBLISHED, *h)):
        with pytest.raises(ValueError, match=words):
            ask(*history)


def test_the_model_refuses_impossible_numbers():
    for numbers in ((0, 1, 1, 1), (1, -1, 1, 1), (1, 1, np.nan, 1), (1, 1, 1, np.inf)):
        with pytest.raises(ValueError, match="positive"):
            BgNbd(*numbers)
    for t in (-1, np.nan):
        with pytest.raises(ValueError, match="look ahead"):
            PUBLISHED.expected(t)
    with pytest.raises(ValueError, match="too long"):
        PUBLISHED.expected(1e9)
    with pytest.raises(ValueError, match="a = 1"):
        BgNbd(1, 1, 1, 1).expected(5)


def test_a_fit_needs_somebody_who_came_back():
    with pytest.raises(ValueError, match="Nobody came back"):
        fit_bgnbd([0, 0], [0, 0], [5, 6])
    with pytest.raises(ValueError, match="too few or too alike"):  # nobody ever left
        fit_bgnbd([5, 4, 6, 5] * 50, [9.9, 9.5, 9.8, 9.9] * 50, [10] * 200)
