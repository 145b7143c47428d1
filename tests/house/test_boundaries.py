"""Who may import whom: exercises know worlds, worlds know measures, and nobody knows an exercise."""

from pathlib import Path

import pytest

from tests.house.tree import ROOT, imports, reaches

WIDGETS = ROOT / "widgets"

#: What shows something to a reader.
SHOWING = [
    "ipywidgets", "matplotlib", "livepage",
    "fieldguide.controls", "fieldguide.exercise", "fieldguide.exercises",
    "fieldguide.figures", "fieldguide.kinds",
]  # fmt: skip

#: A part of the house, and what nothing in it may import.
FORBIDDEN = {
    "livepage": ["fieldguide"],
    "fieldguide": ["livepage", "matplotlib.pyplot"],
    "fieldguide/measures": [*SHOWING, "fieldguide.worlds"],
    "fieldguide/worlds": SHOWING,
    "fieldguide/data": [*SHOWING, "fieldguide.worlds"],
    "fieldguide/figures": ["ipywidgets", "fieldguide.exercise", "fieldguide.exercises"],
}


def python_files(part: str, home: Path = WIDGETS) -> list[Path]:
    """Return the Python files of a part, which is a module or a package."""
    files = sorted((home / part).rglob("*.py")) or [home / f"{part}.py"]
    return [file for file in files if "node_modules" not in file.parts]


def trespasses(part: str, forbidden: list[str], home: Path = WIDGETS) -> list[str]:
    """Return a line for each import in a part that it may not have."""
    return [
        f"{file.relative_to(home).as_posix()} imports {name}"
        for file in python_files(part, home)
        for target in forbidden
        for name in sorted(reaches(imports(file, home), target))
    ]


@pytest.mark.parametrize("part", FORBIDDEN)
def test_a_part_imports_nothing_that_it_must_not_know(part):
    assert trespasses(part, FORBIDDEN[part]) == []


def test_nobody_imports_an_exercise_but_the_exercises():
    parts = [
        path for path in (WIDGETS / "fieldguide").iterdir() if path.name not in {"exercises", "__pycache__"}
    ]
    names = [f"fieldguide/{path.stem}" for path in parts if path.is_dir() or path.suffix == ".py"]
    assert "fieldguide/exercise" in names
    assert [line for name in names for line in trespasses(name, ["fieldguide.exercises"])] == []


def test_the_base_and_the_extension_name_no_exercise():
    slugs = [file.stem for file in (WIDGETS / "fieldguide" / "exercises").glob("[!_]*.py")]
    assert slugs
    files = [WIDGETS / "fieldguide" / "exercise.py", *python_files("livepage")]
    named = [
        f"{file.relative_to(WIDGETS).as_posix()} names {slug}"
        for file in files
        for slug in slugs
        if slug in (text := file.read_text(encoding="utf-8")) or slug.replace("_", "-") in text
    ]
    assert named == []


@pytest.mark.parametrize(
    "line",
    [
        "import matplotlib.figure",
        "from matplotlib import figure",
        "def draw():\n    from matplotlib import figure",
        "from .. import exercises",
        "from ..exercises.four_boxes import FourBoxes",
        "from fieldguide import exercises",
        "import_module('fieldguide.exercises.four_boxes')",
    ],
)
def test_a_trespass_is_found(tmp_path, line):
    package = tmp_path / "fieldguide" / "measures"
    package.mkdir(parents=True)
    (package / "retention.py").write_text(line + "\n", encoding="utf-8")
    assert len(trespasses("fieldguide/measures", ["matplotlib", "fieldguide.exercises"], tmp_path)) == 1


def test_a_neighbor_with_a_longer_name_is_no_trespass(tmp_path):
    (tmp_path / "house.py").write_text(
        "import matplotlib_inline\nfrom fieldguide import exercise\n", encoding="utf-8"
    )
    assert trespasses("house", ["matplotlib", "fieldguide.exercises"], tmp_path) == []
