"""Two wheels, each whole: the exercises with their data, livepage with the page's built JavaScript."""

import shutil
import subprocess
import sys
import zipfile
from email import message_from_bytes

import pytest
from livepage import __version__

from tests.house.tree import ROOT, tracked

#: What a wheel is made from, and the one package in it.
WHEELS = {".": "fieldguide", "widgets/livepage": "livepage"}

#: Sources of what livepage's wheel carries built, and what only builds it.
ONLY_SOURCE = ("widgets/livepage/js/", "widgets/livepage/setup.py", "widgets/livepage/pyproject.toml")


@pytest.fixture(scope="module", params=WHEELS)
def wheel(request, tmp_path_factory):
    """Return a package's name and what is in its wheel, by name, built from a copy of the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    shutil.copytree(
        ROOT / "widgets",
        folder / "widgets",
        ignore=shutil.ignore_patterns("node_modules", "__pycache__", "*.egg-info"),
    )
    sources = {file.relative_to(folder) for file in folder.rglob("*")}
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", "."]
    subprocess.run([*command, f"./{request.param}"], cwd=folder, check=True, capture_output=True)
    if request.param != ".":
        made = {file.relative_to(folder) for file in folder.rglob("*")} - sources
        assert [file.suffix for file in made] == [".whl"], "building leaves nothing among the sources"
    (file,) = folder.glob("*.whl")
    with zipfile.ZipFile(file) as archive:
        return WHEELS[request.param], {name: archive.read(name) for name in archive.namelist()}


def test_a_wheel_carries_every_tracked_file_of_its_package_and_no_other_package(wheel):
    package, contents = wheel
    names = [file.relative_to(ROOT).as_posix() for file in tracked()]
    wanted = [
        name.removeprefix("widgets/")
        for name in names
        if name.startswith(f"widgets/{package}/") and not name.startswith(ONLY_SOURCE)
    ]
    kept = {name.replace(f"{package}-{__version__}.dist-info/licenses/", f"{package}/") for name in contents}
    assert wanted
    assert [name for name in wanted if name not in kept] == []
    assert {name.split("/")[0].split("-")[0] for name in contents} == {package}


def test_the_built_javascript_goes_with_livepage_and_its_sources_with_nobody(wheel):
    package, contents = wheel
    static = ROOT / "widgets" / "livepage" / "static"
    built = [f"livepage/static/{file.relative_to(static).as_posix()}" for file in static.rglob("*.*")]
    assert "livepage/static/page.js" in built
    assert [name for name in built if name in contents] == (built if package == "livepage" else [])
    sources = [name.removeprefix("widgets/") for name in ONLY_SOURCE]
    assert [name for name in contents if "node_modules" in name or name.startswith(tuple(sources))] == []


def test_the_licenses_of_what_is_bundled_come_along(wheel):
    package, contents = wheel
    if package == "livepage":
        told = contents["livepage/static/LICENSES.txt"].decode()
        for name in ("@jupyter-widgets/controls", "@lumino/widgets", "backbone", "jquery", "nouislider"):
            _, _, text = told.partition(f"\n{name} ")
            assert "Copyright" in text.split("-" * 100)[0], name


def test_a_wheel_says_what_it_is_and_under_which_license(wheel):
    package, contents = wheel
    (about,) = (contents[name] for name in contents if name.endswith(".dist-info/METADATA"))
    said = message_from_bytes(about)
    assert said["Name"] == package
    assert said["License-Expression"] == "BSD-3-Clause"
    assert len(said.get_payload()) > 1000, "its README"
    if package == "livepage":
        assert said["Version"] == __version__
    (license_,) = (contents[name] for name in contents if name.endswith("licenses/LICENSE"))
    ours = (ROOT / "widgets" / "livepage" / "LICENSE").read_bytes()
    assert license_.endswith(ours), "both stand under the same words"
