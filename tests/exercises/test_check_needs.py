"""The numbers that the explanations in the quiz of *Needs* rely on."""

import numpy as np
import pytest
from fieldguide import measures
from scipy import stats


def test_the_parcels():
    assert measures.all_right([0.005] * 12, 10) == pytest.approx(0.55, abs=0.005)
    assert measures.all_right([0.005] * 12) == pytest.approx(0.94, abs=0.005)
    assert measures.all_right([0.05] * 12, 10) < 0.01


def test_the_clinics():
    # Ten failures in a hundred visits, one moment; on everybody, and on twelve or so of a hundred.
    assert measures.all_right([0.1], 12) == pytest.approx(0.28, abs=0.005)
    shares = [float(measures.all_right([0.1], 12, hit)) for hit in np.linspace(0.1, 1, 200)]
    assert min(shares) < 0.3
    assert max(shares) > 0.88


def test_the_months():
    counts, chances = measures.likely_counts(100, 0.9)
    rise = sum(
        chances[(counts >= count + 4)].sum() * chance for count, chance in zip(counts, chances, strict=True)
    )
    assert rise == pytest.approx(0.2, abs=0.01)
    assert stats.norm.sf((0.09 - 0.005) / np.sqrt(2 * 0.09 / 100)) < 0.03
