"""Whatever is imported is named in pyproject.toml, or comes with what is named there."""

import sys
from functools import cache
from importlib.metadata import distribution, packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.test_requirements import DEPENDENCIES, EXTRAS, LIVEPAGE
from tests.house.tree import ROOT, imports, tracked

OURS = {"fieldguide", "livepage", "tools", "tests", "book", "benchmarks"}
#: The book's extensions import each other as Sphinx finds them, from their own folder; so do their tests.
OURS |= {file.stem for file in (ROOT / "book" / "_ext").glob("*.py")}
#: What a page's own Python offers to what runs in it.
IN_THE_PAGE = {"js", "pyodide", "pyodide_js"}
EVERYTHING = [*DEPENDENCIES, *(line for extra in EXTRAS.values() for line in extra)]

#: A part of the house, and the dependencies that it may lean on.
LEANS_ON = {
    "widgets/fieldguide/": DEPENDENCIES,
    "widgets/livepage/": [*LIVEPAGE, "setuptools"],
    "book/": [*DEPENDENCIES, *EXTRAS["book"]],
    "tests/": EVERYTHING,
    "tools/": EVERYTHING,
    "benchmarks/": EVERYTHING,
}


distributions = cache(packages_distributions)


def named(dependencies: list[str]) -> set[str]:
    """Return the distributions that are named, and those that they name in turn."""
    direct = {canonicalize_name(Requirement(line).name) for line in dependencies}
    second = {
        canonicalize_name(Requirement(line).name)
        for name in direct
        for line in distribution(name).requires or []
        if "extra ==" not in line
    }
    return direct | second


def unnamed(names: set[str], dependencies: list[str]) -> set[str]:
    """Return the imported top-level modules that no named dependency brings."""
    allowed = named(dependencies)
    brings = distributions()
    return {
        top
        for top in {name.split(".")[0] for name in names}
        if top not in sys.stdlib_module_names
        and top not in OURS
        and top not in IN_THE_PAGE
        and allowed.isdisjoint(map(canonicalize_name, brings.get(top, [])))
    }


@pytest.mark.parametrize("part", LEANS_ON)
def test_every_import_is_named_in_pyproject(part):
    home = ROOT / "book" / "_ext" if part == "book/" else ROOT
    found = {}
    for file in tracked(".py"):
        name = file.relative_to(ROOT).as_posix()
        siblings = {path.stem for path in file.parent.glob("*.py")}
        if name.startswith(part) and (
            missing := unnamed(imports(file, home, strings=False), LEANS_ON[part]) - siblings
        ):
            found[name] = missing
    assert found == {}


def test_the_commands_need_nothing_but_python():
    # They run before anything is installed; tidy alone runs inside the environment.
    for file in ROOT.glob("tools/*.py"):
        tops = {name.split(".")[0] for name in imports(file, ROOT, strings=False)}
        if file.name != "tidy.py":
            assert tops <= {*sys.stdlib_module_names, "tools"}, file.name


def test_an_import_that_is_named_nowhere_is_found():
    assert unnamed({"numpy.linalg", "json", "fieldguide.data", "js.document"}, ["numpy"]) == set()
    assert unnamed({"scipy.stats", "nowhere"}, ["numpy"]) == {"scipy", "nowhere"}
