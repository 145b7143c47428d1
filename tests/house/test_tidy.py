"""Tidying runs a chapter and keeps of its outputs only what is checked."""

import json

import nbformat
import pytest
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from tests.house.test_tree import leftovers
from tools import tidy


def chapter(*cells):
    return new_notebook(
        cells=list(cells), metadata={"widgets": {"state": "much"}, "language_info": {"name": "perl"}}
    )


def checked(source, **given):
    return new_code_cell(source, metadata={"tags": [tidy.CHECKED], "proves": ["2"]}, **given)


def test_only_what_a_checked_cell_prints_is_kept(tmp_path):
    file = tmp_path / "chapter.ipynb"
    old = [new_output("stream", name="stdout", text="3\n")]
    cells = [
        new_markdown_cell("# One and one"),
        new_code_cell("a = 1\na"),
        checked("print(a + a)", outputs=old),
    ]
    nbformat.write(chapter(*cells), file)

    assert tidy.main([str(file)]) == 0
    tidied = json.loads(file.read_text(encoding="utf-8"))
    assert leftovers(tidied) == []
    assert tidied["cells"][2]["outputs"] == [{"name": "stdout", "output_type": "stream", "text": ["2\n"]}]
    assert tidied["cells"][2]["execution_count"] == 1, (
        "nbval takes a cell without a count for one that never ran"
    )
    assert tidied["cells"][2]["metadata"]["proves"] == ["2"]
    assert set(tidied["metadata"]) == {"kernelspec", "language_info"}
    assert not tidy.tidy(file), "what is tidy stays as it is"


def test_what_the_page_folds_jupyterlab_folds_too(tmp_path):
    hidden = new_code_cell("print(2)", metadata={"tags": [tidy.CHECKED, "hide-cell"]})
    live = new_code_cell("1", metadata={"tags": ["live"]})
    shown = new_code_cell("1", metadata={"jupyter": {"source_hidden": True}})
    notebook = chapter(hidden, live, shown)
    tidy.strip(notebook)
    folds = [cell.metadata.get("jupyter") for cell in notebook.cells]
    assert folds == [{"source_hidden": True, "outputs_hidden": True}, {"source_hidden": True}, None]


def test_a_chapter_that_fails_is_left_as_it_was(tmp_path):
    file = tmp_path / "chapter.ipynb"
    nbformat.write(chapter(new_code_cell("1 / 0")), file)
    before = file.read_bytes()
    with pytest.raises(CellExecutionError, match="ZeroDivisionError"):
        tidy.tidy(file)
    assert file.read_bytes() == before
