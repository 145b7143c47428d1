"""A ridge is told from a summit wherever on it a search stops: where it does differs between machines."""

import numpy as np
import pytest
from fieldguide.measures import fit_bgnbd, fit_sbg
from fieldguide.measures._summit import FLAT, is_summit


@pytest.mark.parametrize("at", [(0.0, 0.0), (3.0, -2.0)])
def test_a_bowl_has_a_summit_and_a_valley_has_none(at):
    at = np.array(at)
    assert is_summit(lambda logs: (logs - at) @ (logs - at), at, 100)
    assert not is_summit(lambda logs: (logs.sum() - at.sum()) ** 2, at, 100)


def test_how_flat_is_flat_is_a_standard_error():
    for error, told in ((FLAT * 0.9, True), (FLAT * 1.1, False)):
        assert is_summit(lambda logs, e=error: logs @ logs / (2 * e**2), np.zeros(2), 1) is told


@pytest.mark.parametrize("copies", [1, 3, 10, 50, 400])
def test_customers_alike_tell_nothing_however_many_there_are(copies):
    with pytest.raises(ValueError, match="too few or too alike"):
        fit_bgnbd([5, 4, 6, 5] * copies, [9.9, 9.5, 9.8, 9.9] * copies, [10] * 4 * copies)
    with pytest.raises(ValueError, match="told apart"):
        fit_sbg([800 * copies, 400 * copies, 200 * copies, 100 * copies])
