"""Compile packages to bytecode inside Pyodide and put them into one archive (run by ``bake.mjs``).

Bytecode imports in half the time, and only the Python that will run it can make it. Docstrings are emptied:
nobody reads them in a page, and matplotlib spends most of its import on writing new ones from old ones;
emptied, not left out, because numpy and others go on to edit theirs.
"""

from __future__ import annotations

import ast
import marshal
import zipfile
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path

#: Folders that no reader's page needs.
LEFT_OUT = {"tests", "test", "testing", "__pycache__", "sample_data", "include"}
#: Except these, which are imported all the same.
KEPT = ("numpy/testing", "pandas/testing", "numpy/_core/tests", "numpy/_core/include")
#: Sources of what is compiled already, and what only a type checker reads.
UNUSED = {".pyi", ".pyx", ".pxd", ".c", ".h", ".a"}


def pack(folder: str, archive: str, home: str) -> list[str]:
    """Write all of `folder` into `archive` as it will stand below `home`; return the top-level modules."""
    top = Path(folder)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for source in sorted(top.rglob("*")):
            name = source.relative_to(top).as_posix()
            if source.is_dir() or source.suffix in UNUSED or not _wanted(name):
                continue
            if source.suffix == ".py":
                # Traceback lines name the file as it will be called.
                _add(packed, f"{name}c", _compiled(source.read_bytes(), f"{home}/{name}"))
            else:
                _add(packed, name, source.read_bytes())
        names = packed.namelist()
    return sorted({name.split("/")[0].split(".")[0] for name in names if "-info/" not in name})


def _wanted(name: str) -> bool:
    return name.startswith(KEPT) or not LEFT_OUT & set(name.split("/")[:-1])


def _compiled(source: bytes, name: str) -> bytes:
    """Return a module as a ``.pyc`` whose date nothing checks (PEP 552)."""
    tree = ast.parse(source, name)
    for node in ast.walk(tree):
        documented = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if documented and ast.get_docstring(node, clean=False):
            node.body[0].value.value = ""
    unchecked = (1).to_bytes(4, "little")
    return MAGIC_NUMBER + unchecked + source_hash(source) + marshal.dumps(compile(tree, name, "exec"))


def _add(packed: zipfile.ZipFile, name: str, contents: bytes) -> None:
    """Add a file with a fixed date: the same contents make the same archive."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, contents)
