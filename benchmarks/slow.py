"""A slower machine: the processes of a page may run only a part of the time.

The browser's own throttling slows the page's thread and not its workers, and Python runs in a worker.
Stopping the whole process in turn slows both alike. It needs /proc and
signals, so Linux.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

#: Whether this system lets a process be slowed.
POSSIBLE = Path("/proc/self/stat").exists()

#: One turn of running and standing still, in seconds: shorter than a frame of the screen.
TURN = 0.012


class Slowed:
    """While the context lasts, each process that `processes` lists runs one `factor`-th of the time.

    Parameters
    ----------
    processes
        Asked again and again, because a navigation may start a new process.
    factor
        How many times slower; 1 is as fast as the machine.
    """

    def __init__(self, processes: Callable[[], list[int]], factor: float) -> None:
        self._processes = processes
        self._share = 1 / factor
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Slowed:
        if self._share < 1:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        pids, asked = self._processes(), time.monotonic()
        while not self._over.is_set():
            send(pids, signal.SIGSTOP)
            time.sleep(TURN * (1 - self._share))
            send(pids, signal.SIGCONT)
            if time.monotonic() - asked > 0.25:
                pids, asked = self._processes(), time.monotonic()
            else:
                time.sleep(TURN * self._share)


def send(pids: list[int], number: signal.Signals) -> None:
    """Send a signal to each process that still is there."""
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            continue
