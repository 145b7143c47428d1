"""The runner of the chapters fails when it should: a cell that raises, and a number that is no longer so."""

import subprocess
import sys

import nbformat
import pytest


def run(folder, cell):
    """Run one cell as the chapters are run; return pytest's exit code and what it printed."""
    notebook = nbformat.v4.new_notebook(cells=[cell])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / "chapter.ipynb")
    options = ["--nbval-lax", "--nbval-current-env", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *options, "chapter.ipynb"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def checked(code, output):
    cell = nbformat.v4.new_code_cell(code)
    cell.metadata["tags"] = ["nbval-check-output"]
    cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=output)]
    cell.execution_count = 1
    return cell


@pytest.mark.parametrize(
    ("cell", "code", "printed"),
    [
        (checked("print('22.4%')", "22.4%\n"), 0, "1 passed"),
        (checked("print('22.3%')", "22.4%\n"), 1, "22.3%"),
        (nbformat.v4.new_code_cell("raise ValueError('oh')"), 1, "ValueError"),
        (nbformat.v4.new_code_cell("import no_such_package"), 1, "ModuleNotFoundError"),
    ],
)
def test_a_chapter_fails_when_it_should(tmp_path, cell, code, printed):
    left, said = run(tmp_path, cell)
    assert left == code
    assert printed in said
