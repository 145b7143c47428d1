"""Run the chapters and keep, of what their cells print, what is committed: the checked cells' text.

What the page folds, JupyterLab folds too: in front of a room a checked cell would give the answer away.

::

    python -m tools.tidy [CHAPTER ...]

Runs inside ``.venv``. Git then shows which checked numbers have changed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from tools.steps import ROOT

CHAPTERS = ROOT / "book" / "chapters"
CHECKED = "nbval-check-output"
#: What a notebook says about itself; the rest is one machine's.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def strip(notebook: nbformat.NotebookNode) -> None:
    """Take away every output but the checked cells', and every count of runs but theirs.

    nbval takes a cell with an output and no count for one that never ran, so the checked cells are counted,
    from 1 in their own order: a cell that is added elsewhere changes no line of theirs.
    """
    notebook.metadata = nbformat.from_dict(METADATA)
    count = 0
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        cell.metadata.pop("execution", None)
        _fold(cell)
        cell.execution_count = None
        if CHECKED in cell.metadata.get("tags", []):
            count += 1
            cell.execution_count = count
        else:
            cell.outputs = []
        for output in cell.outputs:
            if "execution_count" in output:
                output.execution_count = cell.execution_count


def _fold(cell: nbformat.NotebookNode) -> None:
    """Have JupyterLab fold what the page folds: the code of a live cell, and all of a hidden one."""
    tags = cell.metadata.get("tags", [])
    folded = {"hide-cell": ("source_hidden", "outputs_hidden"), "live": ("source_hidden",)}
    parts = [part for tag in tags for part in folded.get(tag, ())]
    if parts:
        cell.metadata["jupyter"] = dict.fromkeys(parts, True)
    else:
        cell.metadata.pop("jupyter", None)


def tidy(file: Path) -> bool:
    """Run a notebook and write it back tidily; return whether that changed it.

    Raises
    ------
    nbclient.exceptions.CellExecutionError
        When a cell fails; the file is left as it was.
    """
    before = file.read_text(encoding="utf-8")
    notebook = nbformat.reads(before, as_version=4)
    # On a busy machine a cell's text comes in pieces; it is kept as one.
    options = {"timeout": 600, "store_widget_state": False, "coalesce_streams": True}
    NotebookClient(notebook, kernel_name="python3", **options).execute(cwd=file.parent)
    strip(notebook)
    after = nbformat.writes(notebook) + "\n"
    if after != before:
        file.write_text(after, encoding="utf-8", newline="\n")
    return after != before


def main(arguments: list[str]) -> int:
    """Tidy the notebooks that are named, or all chapters; return the exit code."""
    os.environ["FIELDGUIDE_ANSWERS"] = "off"  # nobody's answers belong in the book
    for file in [Path(name).resolve() for name in arguments] or sorted(CHAPTERS.glob("*.ipynb")):
        try:
            changed = tidy(file)
        except CellExecutionError as error:
            sys.stderr.write(f"{error}\n{file.name} cannot be run to its end; it is left as it was.\n")
            return 1
        print(f"{file.name} {'tidied' if changed else 'was tidy'}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
