"""Dependencies: named in pyproject.toml, pinned and hashed for readers, repeated in environment.yml."""

import re
import tomllib
from itertools import product

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT, tracked
from tools import lock, make

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DEPENDENCIES = PROJECT["project"]["dependencies"]
EXTRAS = PROJECT["project"]["optional-dependencies"]
GROUPS = PROJECT["dependency-groups"]
#: What livepage wants of the environment that it is installed into; here it is what builds the book.
LIVEPAGE = tomllib.loads((ROOT / "widgets/livepage/pyproject.toml").read_text(encoding="utf-8"))["project"][
    "dependencies"
]

#: What each requirements file is for.
COVERED = {
    "requirements.txt": [*DEPENDENCIES, *EXTRAS["book"], *EXTRAS["lab"], *LIVEPAGE],
    "requirements-test.txt": [*DEPENDENCIES, *EXTRAS["book"], *EXTRAS["lab"], *EXTRAS["test"]],
    "requirements-node.txt": GROUPS["node"],
    "requirements-uv.txt": GROUPS["dev"],
    "benchmarks/voici/requirements.txt": GROUPS["voici"],
}
SYSTEMS = [
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
]
PYTHONS = [f"3.{minor}" for minor in range(make.OLDEST[1], make.NEWEST[1] + 1)]
MACHINES = [
    {**system, "python_version": python, "python_full_version": f"{python}.1", "extra": ""}
    for system, python in product(SYSTEMS, PYTHONS)
]


def pins(text: str) -> list[tuple[Requirement, int]]:
    """Return each pinned requirement of a requirements file with the number of its hashes.

    Raises
    ------
    ValueError
        For a line that is neither a pin nor a hash nor a comment: an option, an address, a path.
    """
    found = []
    for line in re.sub(r"\s*\\\n\s*", " ", text).splitlines():
        line = line.partition("#")[0].strip()
        if not line:
            continue
        words, *hashes = re.split(r"\s+--hash=", line)
        if words.startswith("-") or "://" in words or not re.match(r"[\w.\-\[\]]+==[\w.+!]+( ;|$)", words):
            raise ValueError(f"not a pin: {line}")
        if not all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes):
            raise ValueError(f"not a sha256: {line}")
        found.append((Requirement(words), len(hashes)))
    return found


def versions(file: str, machine: dict[str, str]) -> dict[str, str]:
    """Return the versions that a requirements file installs on a machine."""
    chosen = [pin for pin, _ in pins((ROOT / file).read_text(encoding="utf-8"))]
    chosen = [pin for pin in chosen if pin.marker is None or pin.marker.evaluate(machine)]
    names = [canonicalize_name(pin.name) for pin in chosen]
    assert len(names) == len(set(names)), f"{file} pins a package twice"
    return {name: next(iter(pin.specifier)).version for name, pin in zip(names, chosen, strict=True)}


def test_the_lock_tool_writes_these_files():
    assert {file.relative_to(ROOT).as_posix() for file in lock.FILES} == set(COVERED)
    found = {file.relative_to(ROOT).as_posix() for file in tracked() if file.match("requirements*.txt")}
    assert found == set(COVERED)


@pytest.mark.parametrize("file", COVERED)
def test_every_pin_is_hashed(file):
    found = pins((ROOT / file).read_text(encoding="utf-8"))
    assert found
    assert [str(pin) for pin, hashes in found if not hashes] == []


@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda machine: f"{machine['sys_platform']}-{machine['python_version']}"
)
@pytest.mark.parametrize("file", COVERED)
def test_every_dependency_is_pinned_as_pyproject_wants_it(file, machine):
    pinned = versions(file, machine)
    for dependency in map(Requirement, COVERED[file]):
        name = canonicalize_name(dependency.name)
        assert name in pinned, f"{name} is not in {file}: run make lock"
        assert dependency.specifier.contains(pinned[name]), f"{name} {pinned[name]} in {file}: run make lock"


@pytest.mark.parametrize(
    "machine", MACHINES, ids=lambda machine: f"{machine['sys_platform']}-{machine['python_version']}"
)
def test_the_tests_run_on_what_the_book_is_built_with(machine):
    book = versions("requirements.txt", machine)
    assert book.items() <= versions("requirements-test.txt", machine).items()


@pytest.mark.parametrize(
    "line",
    [
        "numpy>=2",
        "numpy",
        "-e .",
        "--index-url somewhere",
        "numpy @ https://example.org/numpy.whl",
        "numpy==2.0 --hash=md5:0",
    ],
)
def test_a_line_that_pins_nothing_is_found(line):
    with pytest.raises(ValueError, match="not a"):
        pins(line + "\n")


def test_a_pin_without_a_hash_is_found():
    assert pins("numpy==2.0.2 \\\n    --hash=sha256:" + "0" * 64 + "\nscipy==1.13.0\n")[1][1] == 0


def test_environment_yml_repeats_pyproject():
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    (pip,) = (entry["pip"] for entry in conda if isinstance(entry, dict))
    assert "pip" in conda
    assert pip == [*DEPENDENCIES, *EXTRAS["lab"], "-e ."]


def test_environment_yml_has_a_python_and_a_node_that_serve():
    conda = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pinned = dict(entry.split("=") for entry in conda if isinstance(entry, str) and "=" in entry)
    assert pinned["python"] in PYTHONS
    assert int(pinned["nodejs"]) >= 18


def test_pyproject_and_the_commands_agree_on_python():
    assert PROJECT["project"]["requires-python"] == ">={}.{}".format(*make.OLDEST)
