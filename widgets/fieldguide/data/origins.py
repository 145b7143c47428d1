"""Where the extracts lie, and where each comes from."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, BinaryIO


def open_extract(name: str) -> BinaryIO:
    """Open one file of this package for reading."""
    return files("fieldguide.data").joinpath(name).open("rb")


@cache
def provenance() -> dict[str, dict[str, Any]]:
    """Return, by data set, its source, license and reference, and the rows and checksum of each file."""
    with open_extract("PROVENANCE.toml") as file:
        return tomllib.load(file)
