"""What a measure or a world refuses is told where its function is described."""

import ast

import pytest

from tests.house.tree import ROOT

FUNCTIONS = [
    pytest.param(node, id=f"{part}/{file.stem}.{node.name}")
    for part in ("measures", "worlds")
    for file in sorted((ROOT / "widgets" / "fieldguide" / part).glob("*.py"))
    for node in ast.parse(file.read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_what_it_refuses_and_what_it_takes_are_told(function):
    told = ast.get_docstring(function) or ""
    if any(isinstance(inside, ast.Raise) for inside in ast.walk(function)):
        assert "\nRaises\n------\nValueError\n" in told
    _, titled, after = told.partition("\nParameters\n----------\n")
    if titled:
        takes = (one.arg for one in (*function.args.args, *function.args.kwonlyargs))
        assert [name for name in takes if name not in after.partition("\n\n")[0]] == []
