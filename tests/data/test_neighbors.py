"""Tenants as arrays: the same counts as the table that chapters read."""

import numpy as np
import pytest
from fieldguide import data


def test_the_arrays_are_the_table():
    table, homes = data.tenants(), data.homes()
    assert homes.asked.sum() == table.tenants.sum() == 1_681
    for axis, (name, levels) in enumerate(data.LEVELS.items()):
        assert set(table[name]) == set(levels)
        others = tuple(other for other in range(3) if other != axis)
        for counts, rows in ((homes.asked, table), (homes.happy, table[table.satisfaction == "High"])):
            plain = rows.groupby(name).tenants.sum()
            assert counts.sum(axis=others).tolist() == [plain[level] for level in levels]


def test_the_first_and_the_last_cells_of_the_published_table():
    homes = data.homes()
    assert (homes.happy[0, 0, 0], homes.asked[0, 0, 0]) == (28, 70)
    assert (homes.happy[2, 3, 1], homes.asked[2, 3, 1]) == (13, 24)


def test_nobody_can_change_them():
    homes = data.homes()
    assert np.all(homes.happy <= homes.asked)
    with pytest.raises(ValueError, match="read-only"):
        homes.asked[0, 0, 0] = 1
