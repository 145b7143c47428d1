"""The virtual environment in ``.venv``: made once, filled from the pinned and hashed requirements.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

from tools.steps import BUILD, ROOT, Failed, Stamp, fingerprint, run_quietly, say

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")

BOOK = ROOT / "requirements.txt"
#: Holds every line of ``requirements.txt`` too, so an environment for the tests is one for the book.
TEST = ROOT / "requirements-test.txt"
NODE = ROOT / "requirements-node.txt"
UV = ROOT / "requirements-uv.txt"
#: For an environment of its own: what `make bench` compares the book with.
VOICI = ROOT / "benchmarks" / "voici" / "requirements.txt"


def variables() -> dict[str, str]:
    """Return the environment variables for a command that runs inside ``.venv``."""
    env = dict(os.environ)
    env.pop("PYTHONHOME", None)
    env["VIRTUAL_ENV"] = str(VENV)
    env["PATH"] = os.pathsep.join([str(BIN), env.get("PATH", "")])
    env["PYTHONUTF8"] = "1"  # Windows would read the book in its own encoding
    env["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return env


def version() -> str:
    """Return the running Python's version as ``3.12``."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def version_in_venv() -> str | None:
    """Return the version of the Python in ``.venv``, or None when there is none that runs."""
    try:
        command = [PYTHON, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None


def create() -> None:
    """Make an empty ``.venv`` with pip in it."""
    say(f"Making a virtual environment in .venv with Python {version()}.")
    try:
        venv.EnvBuilder(with_pip=True, clear=VENV.exists(), symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failed(
            f"Python's venv module could not make {VENV.name} ({error}). "
            "On Debian and Ubuntu it is a package of its own: apt-get install python3-venv"
        ) from error


def install(requirements: Path, into: Path = PYTHON) -> None:
    """Install pinned packages, each checked against its hash, into ``.venv`` or another Python's environment.

    uv takes seconds where pip takes minutes, so pip installs uv, and uv the rest. Where uv cannot reach the
    packages (pip can be set up for a mirror that uv does not know), pip does it all.
    """
    env = variables()
    pip = [PYTHON, "-m", "pip", "--python", into, "install", "--quiet", "--require-hashes", "-r"]
    uv = [PYTHON, "-m", "uv", "pip", "install", "--python", into, "--require-hashes", "-r"]
    try:
        own = [PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
        run_quietly([*own, UV], env, "fetching the installer", "uv could not be installed.")
        run_quietly([*uv, requirements], env, "installing packages", "uv could not install the packages.")
    except Failed as failure:
        say(f"{failure} Trying pip alone, which takes a few minutes.")
        run_quietly(
            [*pip, requirements],
            env,
            "installing packages with pip",
            f"The packages of {requirements.name} could not be installed; is there a network?",
        )


def install_ourselves() -> None:
    """Install ``widgets/`` in place, so that a change there needs no second installation."""
    run_quietly(
        [PYTHON, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", ROOT],
        variables(),
        "installing the exercises",
        "The packages in widgets/ could not be installed.",
    )


def ready(requirements: Path) -> None:
    """See to it that ``.venv`` is there and holds the packages of a requirements file and the book's own.

    Raises
    ------
    Failed
        When the environment cannot be made or a package not be had.
    """
    made_with = version_in_venv()
    if made_with != version():
        if made_with:
            say(f"The environment in .venv is for Python {made_with}.")
        create()
    # The stamps lie in .venv and go with it.
    third_party = fingerprint([requirements, UV])
    stamp = Stamp(VENV / f"{requirements.stem}.stamp")
    larger = Stamp(VENV / f"{TEST.stem}.stamp")
    if not (stamp.holds(third_party) or larger.holds(fingerprint([TEST, UV]))):
        count = sum("==" in line for line in requirements.read_text(encoding="utf-8").splitlines())
        say(f"Installing {count} pinned packages into .venv (about 150 MB to fetch the first time).")
        install(requirements)
        stamp.set(third_party)
    ours = fingerprint([ROOT / "pyproject.toml"])
    own = Stamp(VENV / "fieldguide.stamp")
    if not own.holds(ours):
        install_ourselves()
        own.set(ours)
    BUILD.mkdir(exist_ok=True)
