"""Compile packages to bytecode inside Pyodide and put them into one archive (run by ``bake.mjs``).

Bytecode imports in half the time, and only the Python that will run it can make it.
"""

from __future__ import annotations

import py_compile
import zipfile
from pathlib import Path

#: Folders that no reader's page needs.
LEFT_OUT = {"tests", "test", "testing", "__pycache__", "sample_data", "include"}
#: Except these, which are imported all the same.
KEPT = ("numpy/testing", "pandas/testing", "numpy/_core/tests", "numpy/_core/include")
#: Sources of what is compiled already, and what only a type checker reads.
UNUSED = {".pyi", ".pyx", ".pxd", ".c", ".h", ".a"}


def pack(folder: str, archive: str, home: str) -> list[str]:
    """Write all of `folder` into `archive` as it will stand below `home`; return the top-level modules."""
    top, compiled = Path(folder), Path(archive).with_suffix(".pyc")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for source in sorted(top.rglob("*")):
            name = source.relative_to(top).as_posix()
            if source.is_dir() or source.suffix in UNUSED or not _wanted(name):
                continue
            if source.suffix == ".py":
                # Traceback lines name the file as it will be called; nothing checks its date.
                py_compile.compile(
                    str(source),
                    cfile=str(compiled),
                    dfile=f"{home}/{name}",
                    doraise=True,
                    invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
                )
                _add(packed, compiled, f"{name}c")
            else:
                _add(packed, source, name)
        names = packed.namelist()
    return sorted({name.split("/")[0].split(".")[0] for name in names if "-info/" not in name})


def _wanted(name: str) -> bool:
    return name.startswith(KEPT) or not LEFT_OUT & set(name.split("/")[:-1])


def _add(packed: zipfile.ZipFile, source: Path, name: str) -> None:
    """Add a file with a fixed date: the same contents make the same archive."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, source.read_bytes())
