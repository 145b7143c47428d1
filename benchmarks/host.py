"""A static host as plain as they come, which remembers what it gave and can be as slow as a phone's line.

Bytes are counted here and not in the browser: whatever asked for a file (the page, a worker, a service
worker), it came from here.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import io
import threading
import time
import zipfile
from pathlib import Path
from typing import Any, BinaryIO

from tools import serve

#: Half of this passes before an answer sets out on a slow line, in seconds.
ROUND_TRIP = 0.04
PIECE = 16 * 1024


class _Handler(serve.Handler):
    """No header of its own beyond those that every host sets, no compression, connections stay open."""

    protocol_version = "HTTP/1.1"
    server: Host

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        if int(code) == 200:
            self.server.given.append(Path(self.translate_path(self.path)))

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        if not self.server.bytes_per_second:
            super().copyfile(source, outputfile)
            return
        time.sleep(ROUND_TRIP)
        while piece := source.read(PIECE):
            self.server.wait_for_turn(len(piece))
            outputfile.write(piece)


class Host(http.server.ThreadingHTTPServer):
    """Serve a folder at a free port of this machine; ends with its context.

    Attributes
    ----------
    given
        The files sent in full since this list was last cleared, without those that the browser had kept.
    bytes_per_second
        The speed of the line, shared by all connections; None is as fast as it goes.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        self.given: list[Path] = []
        self.bytes_per_second: float | None = None
        self._turn = threading.Lock()
        self._free_at = 0.0

    @property
    def address(self) -> str:
        """Where the folder's top is, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> Host:
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that leaves in the middle of an answer is no news."""

    def wait_for_turn(self, count: int) -> None:
        """Wait until the slow line has carried what was sent before, and take the time for `count` bytes."""
        with self._turn:
            now = time.monotonic()
            self._free_at = max(self._free_at, now) + count / (self.bytes_per_second or count)
            wait = self._free_at - now
        time.sleep(max(wait, 0))

    def quiet(self, for_: float = 1.5, at_most: float = 60) -> list[Path]:
        """Wait until nothing was asked for `for_` seconds; return what was given, and forget it."""
        end = time.monotonic() + at_most
        count, since = len(self.given), time.monotonic()
        while time.monotonic() - since < for_ and time.monotonic() < end:
            time.sleep(0.05)
            if len(self.given) != count:
                count, since = len(self.given), time.monotonic()
        files, self.given = self.given, []
        return files


@functools.cache
def gzipped(file: Path) -> int:
    """Return how many bytes a host that compresses would send for a file."""
    return len(gzip.compress(file.read_bytes(), 6, mtime=0))


def weight(files: list[Path]) -> int:
    """Return the bytes of files as a host that compresses would send them; a file sent twice counts twice."""
    return sum(min(gzipped(file), file.stat().st_size) for file in files)


def holds(file: Path, package: str) -> bool:
    """Whether a served file brings a Python package: by its name, or inside it, packed or not."""
    if file.suffix in {".html", ".css", ".js", ".svg", ".json"}:
        return False  # these may name a package without bringing it
    if package in file.name:
        return True
    contents = file.read_bytes()
    if contents[:2] == b"\x1f\x8b":
        contents = gzip.decompress(contents)
    if zipfile.is_zipfile(io.BytesIO(contents)):
        names = zipfile.ZipFile(io.BytesIO(contents)).namelist()
        return any(name.removeprefix("/").startswith(f"{package}/") for name in names)
    return f"{package}/__init__.py".encode() in contents
