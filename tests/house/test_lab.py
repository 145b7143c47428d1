"""JupyterLab, as `make lab` starts it, shows widgets and the book's Markdown."""

import re
import subprocess
import sys

WANTED = {"jupyterlab-myst", "@jupyter-widgets/jupyterlab-manager"}


def fit(listing: str) -> set[str]:
    """Return the extensions that ``jupyter labextension list`` calls enabled and OK."""
    plain = re.sub(r"\x1b\[\d*m", "", listing)
    return set(re.findall(r"^\s+(\S+) v\S+ enabled +OK\b", plain, re.MULTILINE))


def test_jupyterlab_loads_the_extensions():
    # An extension made for another JupyterLab is installed, enabled, and never loaded: only this tells.
    command = [sys.executable, "-m", "jupyter", "labextension", "list"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True)
    assert fit(listed.stdout + listed.stderr) >= WANTED


def test_an_extension_that_does_not_fit_is_found():
    line = "        jupyterlab-myst v2.7.0 \x1b[32menabled\x1b[0m {} (python, jupyterlab_myst)\n"
    assert fit(line.format("\x1b[31m X\x1b[0m")) == set()
    assert fit(line.format("\x1b[32mOK\x1b[0m")) == {"jupyterlab-myst"}
