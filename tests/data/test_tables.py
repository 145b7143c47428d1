"""The small tables: sizes and figures as published."""

import pytest
from fieldguide import data


def test_day_care_centers_as_published():
    weeks = data.daycare()
    assert (len(weeks), weeks.center.nunique(), weeks.week.nunique()) == (200, 10, 20)
    assert weeks[weeks.fined == 1].center.nunique() == 6
    late = weeks.groupby(["fined", weeks.week.le(4)]).late.mean()
    assert late[1, True] == pytest.approx(8.0, abs=0.05)
    assert late[0, True] == pytest.approx(10.0, abs=0.05)
    after = weeks[weeks.week > 16].groupby("fined").late.mean()
    assert after[1] > 2 * late[1, True]
    assert after[0] < late[0, True]


def test_tenants_as_published():
    tenants = data.tenants()
    assert tenants.tenants.sum() == 1_681
    counts = tenants.pivot_table("tenants", "say", "satisfaction", aggfunc="sum")
    high = (counts.High / counts.sum(axis=1)).round(2)
    assert (high.Low, high.High) == (0.28, 0.58)
