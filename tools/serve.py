"""Serve the built book on this machine only."""

from __future__ import annotations

import functools
import http.server
import sys
from pathlib import Path
from typing import Any

from tools.steps import Failed, say

FIRST_PORT, LAST_PORT = 8000, 8099


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serve files with the types that browsers insist on, and keep quiet about each request."""

    # Windows takes these from its registry, where another program may have put something else.
    extensions_map = http.server.SimpleHTTPRequestHandler.extensions_map | {
        ".css": "text/css",
        ".html": "text/html",
        ".js": "text/javascript",
        ".json": "application/json",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing: the reader's terminal is no place for a log."""


class Server(http.server.ThreadingHTTPServer):
    """A page asks for dozens of files at once: more may wait for their turn than the usual five."""

    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Show what went wrong, unless a browser has only gone away in the middle of a file."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server_for(folder: Path) -> Server:
    """Return a server of a folder at the first free port of localhost.

    Raises
    ------
    Failed
        When every port that is tried is taken.
    """
    handler = functools.partial(Handler, directory=str(folder))
    for port in range(FIRST_PORT, LAST_PORT + 1):
        try:
            return Server(("127.0.0.1", port), handler)
        except OSError:
            continue
    raise Failed(f"Every port from {FIRST_PORT} to {LAST_PORT} is taken; stop a server on this machine.")


def forever(folder: Path) -> None:
    """Serve a folder until the reader presses Ctrl+C."""
    with server_for(folder) as server:
        say(f"The book is at http://localhost:{server.server_port}/ (Ctrl+C stops it).")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("\nStopped.")
