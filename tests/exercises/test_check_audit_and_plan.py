"""The numbers that the explanations in the quiz of *Audit and plan* rely on."""

import pytest
from fieldguide import measures
from fieldguide.exercises.spend_100_points import Spend100Points


def test_all_on_wants_where_a_failure_spoils_all():
    for spoils, reached in ((100, (0, 0.05)), (0, (0.5, 1))):
        result = Spend100Points(company="provider", spoils=spoils, remembers=24, needs=0, wants=100).result
        assert reached[0] < result.share < reached[1]


def test_a_score_from_a_hundred_answers():
    score = measures.net_promoter_score(45, 39, 16, adjusted=True)
    assert score.value == pytest.approx(29)
    assert (score.high - score.low) / 2 == pytest.approx(15, abs=1)
    assert measures.nps_rise_by_luck(0.45, 0.20, 100, 4) > 0.3
