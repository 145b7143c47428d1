"""What no tracked file may hold: a machine's registries and folders, a cell's output, a chapter's number."""

import json
import re

import pytest

from tests.house.tree import ROOT, tracked

# Written so that this file itself is clean.
HOSTS = re.compile(
    r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|anaconda|npmmirror)[.](?:org|com|io|net|python)\b",
    re.IGNORECASE,
)
FOLDERS = re.compile(r"(?<![\w.:/~*-])/(?:work|root|tmp|home)/[\w.]")
#: What runs in the page names folders of Pyodide's, which are in memory and the same everywhere.
PYODIDES = re.compile(r"/(?:tmp|home/pyodide)\b")
IN_THE_PAGE = ROOT / "widgets" / "livepage"
#: A chapter's number, which changes when one is put before it: `book/_toc.yml` alone has the order.
NUMBERED = re.compile(r"(?<!this )\bchapters? \d", re.IGNORECASE)


def offenses(text: str) -> list[str]:
    """Return the registry hosts and the folders of one machine that a text names."""
    return [match[0] for pattern in (HOSTS, FOLDERS) for match in pattern.finditer(text)]


def test_no_tracked_file_names_a_registry_or_a_folder_of_one_machine():
    found = {}
    for file in tracked():
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture or an array: nobody reads an address in it
        if IN_THE_PAGE in file.parents:
            text = PYODIDES.sub("", text)
        if offenses(text):
            found[file.relative_to(ROOT).as_posix()] = sorted(set(offenses(text)))
    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "see " + ".".join(["files", "pythonhosted", "org"]),
        "from " + "/".join(["https:", "", ".".join(["npmjs", "org"]), "esbuild"]),
        "in " + "/".join(["", "work", "main"]),
        "'" + "/".join(["", "root", ".cache"]) + "'",
    ],
)
def test_an_offense_is_found(text):
    assert len(offenses(text)) == 1


@pytest.mark.parametrize(
    "text", ["book/home/index.md", "https://example.org/tmp/a", "the network/work/life balance"]
)
def test_other_paths_are_none(text):
    assert offenses(text) == []


def test_the_code_names_chapters_by_their_titles():
    found = {
        file.relative_to(ROOT).as_posix(): numbers
        for file in tracked(".py", ".js", ".css", ".md", ".toml", ".ipynb")
        if (numbers := NUMBERED.findall(file.read_text(encoding="utf-8")))
    }
    assert found == {}


def test_a_number_of_a_chapter_is_found():
    assert NUMBERED.findall("see " + "Chapter " + "12")
    assert not NUMBERED.findall("the chapter *Needs* has 2 exercises")


def leftovers(notebook: dict) -> list[str]:
    """Return a line for each cell that keeps an output or a count of its runs and is not a checked cell."""
    return [
        f"cell {number} keeps {'outputs' if cell['outputs'] else 'its count'}"
        for number, cell in enumerate(notebook["cells"])
        if cell["cell_type"] == "code"
        and (cell["outputs"] or cell["execution_count"])
        and "nbval-check-output" not in cell["metadata"].get("tags", [])
    ]


def test_notebooks_keep_no_output_but_of_checked_cells():
    kept = {
        file.relative_to(ROOT).as_posix(): leftovers(json.loads(file.read_text(encoding="utf-8")))
        for file in tracked(".ipynb")
    }
    assert kept
    assert {file: lines for file, lines in kept.items() if lines} == {}


def test_an_output_that_was_left_is_found():
    code = {"cell_type": "code", "execution_count": None, "outputs": [], "metadata": {}}
    left = {**code, "outputs": [{"output_type": "stream"}]}
    checked = {**left, "metadata": {"tags": ["nbval-check-output"]}}
    counted = {**code, "execution_count": 3}
    assert leftovers({"cells": [code, checked, {"cell_type": "markdown"}]}) == []
    assert leftovers({"cells": [left, counted]}) == ["cell 0 keeps outputs", "cell 1 keeps its count"]
