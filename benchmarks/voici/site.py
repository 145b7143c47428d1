"""Build a Voici site as fast as its documentation lets one: local files only, and everything loaded ahead.

Of three ways that were tried this is the fastest: `%pip install` in the notebook, all packages preloaded, and
(this one) the kernel and ipywidgets preloaded while the other packages come when a cell imports them. The
slider stands in a cell of its own before the figure's, so that it need not wait for matplotlib.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import venv
from pathlib import Path
from typing import Any

import nbformat
from livepage import runtime
from livepage.baking import EMPTY_LOCK

from tools import environment
from tools.steps import BUILD, Stamp, fingerprint, run_quietly, say

HOME = BUILD / "bench"
VENV = HOME / "venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PYODIDE = HOME / "pyodide"
WHEELS = HOME / "wheels"
HTML = HOME / "voici"
PAGE = "voici/render/chart.html"

#: When the slider and the figure are there.
SLIDER, FIGURE = ".noUi-handle", ".widget-html svg"

#: What JupyterLite's kernel loads at every start, and what the chart imports.
PACKAGES = ("ssl", "sqlite3", "jedi", "ipython", "micropip", "numpy", "pandas", "matplotlib")

#: Wheels that Pyodide does not have, with what they need: the kernel's own, and the book's ipywidgets.
KERNEL = {
    "piplite": ("micropip",),
    "ipykernel": (),
    "pyodide_kernel": ("comm", "ipykernel", "ipython", "traitlets"),
    "widgetsnbextension": (),
}
WIDGETS = {
    "comm": ("traitlets",),
    "jupyterlab_widgets": (),
    "ipywidgets": ("comm", "ipython", "jupyterlab-widgets", "traitlets", "widgetsnbextension"),
}
PRELOADED = (
    "micropip", "piplite", "ssl", "sqlite3", "ipykernel", "comm", "pyodide_kernel",
    "jedi", "ipython", "ipywidgets",
)  # fmt: skip

CELLS = (
    """\
import ipywidgets

slider = ipywidgets.IntSlider(description="x", value=3, min=1, max=20)
figure = ipywidgets.HTML()
ipywidgets.VBox([slider, figure])""",
    """\
import io

import matplotlib

matplotlib.use("agg")
import matplotlib.pyplot as plt
import pandas as pd


def draw(*_):
    drawing, axes = plt.subplots(figsize=(4, 2.5))
    axes.bar(range(slider.value), pd.Series(range(slider.value)).cumsum())
    text = io.StringIO()
    drawing.savefig(text, format="svg")
    plt.close(drawing)
    figure.value = text.getvalue()


slider.observe(draw, "value")
draw()""",
)


def ready() -> Path:
    """Build the site where it is not yet built; return its folder.

    Raises
    ------
    Failed
        When a package cannot be had or Voici cannot build.
    """
    sources = fingerprint(
        [Path(__file__), environment.VOICI, Path(runtime.__file__).with_name("runtime.json")]
    )
    stamp = Stamp(HOME / "voici.stamp", made=[HTML / PAGE])
    if stamp.holds(sources):
        return HTML
    say("Building the Voici site to compare with (about 150 MB to fetch the first time).")
    install()
    runtime.fetch(PYODIDE, PACKAGES, say)
    fetch_widgets()
    build()
    stamp.set(sources)
    return HTML


def install() -> None:
    """Make Voici's own environment."""
    venv.EnvBuilder(clear=True, symlinks=os.name != "nt").create(VENV)
    environment.install(environment.VOICI, PYTHON)


def fetch_widgets() -> None:
    """Get the wheels of the same ipywidgets as the book's, which run in the browser."""
    text = environment.BOOK.read_text(encoding="utf-8")
    pins = [
        re.search(rf"^{name.replace('_', '-')}==(?:.*\\\n)*.*", text, re.MULTILINE)[0] for name in WIDGETS
    ]  # type: ignore[index]
    shutil.rmtree(WHEELS, ignore_errors=True)
    WHEELS.mkdir(parents=True)
    request = WHEELS / "request.txt"
    request.write_text("\n".join(pins) + "\n", encoding="utf-8")
    pip = [environment.PYTHON, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    run_quietly(
        [*pip, "--only-binary=:all:", "-r", request, "-d", WHEELS],
        environment.variables(),
        "fetching ipywidgets for the browser",
        "ipywidgets for the browser could not be had; is there a network?",
    )


def build() -> None:
    """Let Voici build the site, and put the Pyodide distribution beside it."""
    sources = HOME / "sources-of-voici"  # JupyterLite passes over what begins as its output folder does
    for folder in (sources, HTML):
        shutil.rmtree(folder, ignore_errors=True)
    (sources / "files").mkdir(parents=True)
    cells = [nbformat.v4.new_code_cell(cell) for cell in CELLS]
    kernel = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, sources / "files" / "chart.ipynb")
    settings = {
        # With an address from the host's top: a relative one is looked for below the notebook's page.
        "pyodideUrl": "/pyodide/pyodide.js",
        "loadPyodideOptions": {"packages": PRELOADED},
        "disablePyPIFallback": True,
    }
    config = {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": settings}
        },
    }
    (sources / "jupyter-lite.json").write_text(json.dumps(config), encoding="utf-8")
    env = environment.variables() | {"VIRTUAL_ENV": str(VENV)}
    env["PATH"] = os.pathsep.join([str(BIN), env["PATH"]])
    run_quietly(
        [
            BIN / "voici",
            "build",
            "--lite-dir",
            sources,
            "--contents",
            sources / "files",
            "--output-dir",
            HTML,
        ],
        env,
        "building the Voici site",
        "The Voici site could not be built.",
        inside=sources,  # where it leaves a file of its own
    )
    page = HTML / PAGE
    # Icons of another host's, which the notebook does not use: a page that waits for them would be slower.
    text = re.sub(r"^.*<link[^>]*fontawesome.*\n", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    page.write_text(text, encoding="utf-8")
    shutil.copytree(PYODIDE, HTML / "pyodide")
    kernel_wheels = next(HTML.glob("extensions/@jupyterlite/pyodide-kernel-extension/static/pypi"))
    packages = distribution(HTML / "pyodide", kernel_wheels)
    lock = EMPTY_LOCK | {"packages": packages}
    (HTML / "pyodide" / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def distribution(into: Path, kernel_wheels: Path) -> dict[str, Any]:
    """Complete the distribution in a folder with the wheels it lacks; return what its lock file lists."""
    found = {}
    for name in runtime.closure(PACKAGES):
        package = runtime.LOCK["packages"][name]
        found[name] = entry(name, into / package["file"], package["needs"], package["modules"])
    for folder, wheels in ((kernel_wheels, KERNEL), (WHEELS, WIDGETS)):
        for module, needs in wheels.items():
            # The last of several: the kernel brings stand-ins for an old widgetsnbextension and a new one.
            wheel = sorted(folder.glob(f"{module}-*.whl"))[-1]
            shutil.copyfile(wheel, into / wheel.name)
            name = module.replace("_", "-")
            found[name] = entry(name, into / wheel.name, needs, [module])
    return found


def entry(name: str, file: Path, needs: Any, modules: Any) -> dict[str, Any]:
    """Return what Pyodide's lock file says of a package."""
    shared = file.suffix == ".zip"
    return {
        "name": name,
        "version": file.stem.split("-")[1],
        "file_name": file.name,
        "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        "depends": list(needs),
        "imports": list(modules),
        "install_dir": "dynlib" if shared else "site",
        "package_type": "shared_library" if shared else "package",
        "unvendored_tests": False,
    }


def version() -> str:
    """Return which Voici, JupyterLite and kernel are pinned."""
    text = environment.VOICI.read_text(encoding="utf-8")
    names = ("voici-core", "jupyterlite-core", "jupyterlite-pyodide-kernel")
    pins = dict(re.findall(r"^([\w-]+)==(\S+)", text, re.MULTILINE))
    return ", ".join(f"{name} {pins[name]}" for name in names)
