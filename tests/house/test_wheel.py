"""The wheel carries all that the packages need: data, styles, and the page's built JavaScript."""

import shutil
import subprocess
import sys
import zipfile

import pytest

from tests.house.tree import ROOT, tracked

#: Sources of what the wheel carries built.
ONLY_SOURCE = ("widgets/livepage/js/",)


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    """Return the names in a wheel built from a copy, so that nothing of an earlier build gets into it."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(
        ROOT / "widgets",
        folder / "widgets",
        ignore=shutil.ignore_patterns("node_modules", "__pycache__", "*.egg-info"),
    )
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", ".", "."],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_carries_every_tracked_file(contents):
    names = [file.relative_to(ROOT).as_posix() for file in tracked()]
    wanted = [name for name in names if name.startswith("widgets/") and not name.startswith(ONLY_SOURCE)]
    assert wanted
    assert [name for name in wanted if name.removeprefix("widgets/") not in contents] == []


def test_the_wheel_carries_the_built_javascript(contents):
    static = ROOT / "widgets" / "livepage" / "static"
    built = [file for file in static.rglob("*") if file.is_file()]
    assert any(file.suffix in {".js", ".mjs"} for file in built)
    assert [file for file in built if file.relative_to(ROOT / "widgets").as_posix() not in contents] == []


def test_the_wheel_carries_no_sources_of_the_javascript(contents):
    assert [name for name in contents if "node_modules" in name or name.startswith("livepage/js/")] == []
