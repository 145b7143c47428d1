"""Put files into one gzipped parcel that a page unpacks in a single pass (``js/src/parcel.js`` reads it).

A parcel is one line of JSON, then the files one after the other. The line has ``files``, a list of
``[absolute path, size]`` in the order in which they follow, and ``rest``, the paths of what the whole package
has besides.

Why not a zip: an interpreter in a page needs a millisecond for every file that it unpacks itself; here the
page's JavaScript hands slices of one array to the file system, and the whole is compressed at once.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping


def parcel(files: Mapping[str, bytes], rest: Iterable[str] = ()) -> bytes:
    """Return the parcel of `files` (contents by absolute path); the same files make the same bytes."""
    order = sorted(files)
    line = json.dumps({"files": [[path, len(files[path])] for path in order], "rest": sorted(rest)})
    contents = b"".join([line.encode(), b"\n", *(files[path] for path in order)])
    return gzip.compress(contents, compresslevel=9, mtime=0)
