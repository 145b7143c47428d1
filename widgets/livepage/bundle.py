"""Bundle the page's JavaScript and styles into ``static/``, for the site and for the wheel.

::

    python -m livepage.bundle
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from livepage.node import node, npm

SOURCE = Path(__file__).with_name("js")
STATIC = Path(__file__).with_name("static")


def bundle() -> None:
    """Install what is locked in ``js/package-lock.json`` and bundle.

    Raises
    ------
    subprocess.CalledProcessError
        When npm or esbuild fails; what they said stands above.
    """
    # The widgets' packages name peers that nobody needs here.
    install = [*npm(), "ci", "--legacy-peer-deps", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(install, cwd=SOURCE, check=True)
    subprocess.run([node(), "bundle.mjs", str(STATIC)], cwd=SOURCE, check=True)


if __name__ == "__main__":
    try:
        bundle()
    except (RuntimeError, subprocess.CalledProcessError) as problem:
        sys.exit(str(problem))
