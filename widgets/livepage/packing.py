"""Compile packages to bytecode inside Pyodide and put them into one archive (run by ``bake.mjs``).

Bytecode imports in half the time, and only the Python that will run it can make it.
"""

from __future__ import annotations

import os
import py_compile
import zipfile

#: Folders that no reader's page needs.
LEFT_OUT = {"tests", "test", "testing", "__pycache__", "sample_data", "include"}
#: Except these, which are imported all the same.
KEPT = ("numpy/testing", "pandas/testing", "numpy/_core/tests", "numpy/_core/include", "pandas/_testing")


def pack(folder: str, archive: str, home: str) -> list[str]:
    """Write all of `folder` into `archive` as it will stand below `home`; return the top-level modules."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, folders, files in os.walk(folder):
            inside = os.path.relpath(path, folder)
            folders[:] = sorted(
                name
                for name in folders
                if name not in LEFT_OUT or os.path.normpath(os.path.join(inside, name)).startswith(KEPT)
            )
            for file in sorted(files):
                source = os.path.join(path, file)
                name = os.path.normpath(os.path.join(inside, file))
                if file.endswith(".py"):
                    # Traceback lines name the file as it will be called; nothing checks its date.
                    compiled = py_compile.compile(
                        source,
                        cfile="/tmp/compiled.pyc",
                        dfile=os.path.join(home, name),
                        doraise=True,
                        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
                    )
                    _add(packed, compiled, name + "c")
                elif not file.endswith((".pyi", ".pyx", ".pxd", ".c", ".h", ".a")):
                    _add(packed, source, name)
    tops = {name.split("/")[0].split(".")[0] for name in zipfile.ZipFile(archive).namelist() if "-info/" not in name}
    return sorted(tops)


def _add(packed: zipfile.ZipFile, source: str, name: str) -> None:
    """Add a file with a fixed date: the same contents make the same archive."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    with open(source, "rb") as file:
        packed.writestr(entry, file.read())
