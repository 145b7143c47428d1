"""The benchmark's arithmetic: medians, percentiles, and what counts as met."""

import gzip
import io
import zipfile

import pytest

from benchmarks import host, table


def test_the_share_is_that_of_the_medians_and_the_limit_itself_is_met():
    row = table.share("controls", [100, 300, 200], [1000, 9000, 2000], 0.10)
    assert row.met
    assert row.figure == "0.100: 0.20 s (0.10 to 0.30), Voici 2.00 s (1.00 to 9.00)"
    assert not table.share("controls", [201], [2000], 0.10).met


def test_at_most():
    assert table.at_most("a step", 80, 80, " ms").met
    assert not table.at_most("a step", 80.4, 80, " ms").met
    assert str(table.at_most("shift", 0.0204, 0.02, "")) == "| shift | ≤ 0.02 | 0.0204 | **not met** |"


def test_a_fault_is_shown_and_not_met():
    assert str(table.must("a drag", "", "rests", "rests on its last value")).endswith("| rests | met |")
    row = table.must("a drag", "rests on 90", "rests", "rests on its last value")
    assert (row.met, row.figure) == (False, "rests on 90")


def test_what_has_no_goal_has_no_verdict():
    assert str(table.Row("memory", "1 MB")) == "| memory |  | 1 MB |  |"


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [([5], 95, 5), (range(1, 101), 95, 95), (range(1, 41), 95, 38), ([3, 1, 2], 0, 1), ([3, 1, 2], 100, 3)],
)
def test_percentiles_are_of_the_nearest_rank(values, percent, expected):
    assert table.percentile(list(values), percent) == expected


def test_a_percentile_of_nothing_is_refused():
    with pytest.raises(ValueError, match="nothing"):
        table.percentile([], 95)


def test_a_package_is_found_in_an_archive_whatever_the_archive_is_called(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("pandas/core/frame.py", "")
        archive.writestr("fieldguide/numpy_like.py", "import numpy")
    (tmp_path / "page.zip").write_bytes(packed.getvalue())
    (tmp_path / "page.zip.gz").write_bytes(gzip.compress(packed.getvalue()))
    (tmp_path / "numpy-2.0.2.whl").write_bytes(b"")
    (tmp_path / "page.html").write_text("pandas/__init__.py")
    assert host.holds(tmp_path / "page.zip", "pandas")
    assert host.holds(tmp_path / "page.zip.gz", "pandas")
    assert not host.holds(tmp_path / "page.zip", "numpy")
    assert host.holds(tmp_path / "numpy-2.0.2.whl", "numpy")
    assert not host.holds(tmp_path / "page.html", "pandas")


def test_weight_is_what_a_compressing_host_would_send(tmp_path):
    (tmp_path / "zeros").write_bytes(bytes(100_000))
    (tmp_path / "short").write_bytes(b"x")
    assert host.weight([tmp_path / "zeros"]) < 1000
    assert host.weight([tmp_path / "short"] * 2) == 2
