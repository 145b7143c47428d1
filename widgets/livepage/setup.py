"""See to it that a wheel carries the page's JavaScript; all else of the package stands in pyproject.toml."""

import subprocess
import sys
import tempfile
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent

#: Built elsewhere, or what an older build left here would get into the wheel.
ELSEWHERE = tempfile.TemporaryDirectory()


class Bundled(build_py):
    """What is Python, after what is JavaScript."""

    def run(self) -> None:
        """Bundle where nobody has yet, and build."""
        if not (HERE / "static" / "page.js").is_file():
            subprocess.run([sys.executable, "-m", "livepage.bundle"], cwd=HERE.parent, check=True)
        super().run()

    def find_package_modules(self, package: str, package_dir: str) -> list[tuple[str, str, str]]:
        """Leave this file out: the package's folder is the project's."""
        return [one for one in super().find_package_modules(package, package_dir) if one[1] != "setup"]


setup(
    cmdclass={"build_py": Bundled},
    options={"build": {"build_base": ELSEWHERE.name}, "egg_info": {"egg_base": ELSEWHERE.name}},
)
