"""Run a target with a Python that the book supports: ``python tools/make.py book``.

Whatever Python a machine calls ``python3`` can read this file, old ones too, so that a reader gets a sentence
and no traceback. The targets themselves stand in ``tools/targets.py``.
"""

import os
import runpy
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OLDEST, NEWEST = (3, 11), (3, 13)


def version_of(program: str) -> "tuple[int, int] | None":
    """Return the version of a Python program as a pair, or None where it does not answer."""
    command = [program, "-c", "import sys; print(sys.version_info[0], sys.version_info[1])"]
    try:
        major, minor = subprocess.check_output(command, stderr=subprocess.DEVNULL).split()
        return int(major), int(minor)
    except (OSError, ValueError, subprocess.CalledProcessError):
        return None


def another_python() -> "str | None":
    """Return the path of a supported Python on this machine, the newest first, or None."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        program = shutil.which(f"python3.{minor}")
        # A name on the PATH may be a shim for a version that is not there: only an answer counts.
        if program and version_of(program) == (3, minor):
            return program
    return None


def main() -> int:
    """Run the target named on the command line and return its exit code."""
    os.chdir(ROOT)
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.path.insert(0, ROOT)
        runpy.run_module("tools.targets", run_name="__main__", alter_sys=True)
        return 0
    program = another_python()
    if program is None:
        sys.stderr.write(
            f"The book is built with Python 3.{OLDEST[1]} to 3.{NEWEST[1]}; this is Python "
            f"{sys.version_info[0]}.{sys.version_info[1]}, and no other was found on the PATH. Install one "
            "of those, or name it: make book PYTHON=/path/to/python3.12\n"
        )
        return 1
    return subprocess.call([program, "-m", "tools.targets", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
