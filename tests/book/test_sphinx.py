"""The book builds with plain Sphinx too, from the configuration that Jupyter Book writes out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.book.crawl import dangling, foreign, page
from tests.book.sources import BOOK, ROOT, contents

IGNORED = shutil.ignore_patterns("_build", "conf.py", ".ipynb_checkpoints", "__pycache__")


def run(arguments, folder, **environment):
    """Run a command; return what it said and whether it went well."""
    done = subprocess.run(
        arguments,
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout[-6000:]


@pytest.fixture
def output(site):
    """Return a folder beside the built book: both share what was executed and drawn for the same code."""
    folder = site.parent / "plain"
    shutil.rmtree(folder, ignore_errors=True)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_plain_sphinx_builds_the_same_pages_without_a_warning(site, output, tmp_path):
    book = tmp_path / "book"
    shutil.copytree(BOOK, book, ignore=IGNORED)
    shutil.copy(ROOT / "requirements.txt", tmp_path)

    code, said = run([Path(sys.executable).with_name("jupyter-book"), "config", "sphinx", "book"], tmp_path)
    assert code == 0, said
    assert (book / "conf.py").is_file()
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-b", "html", "-d", "doctrees"]
    command += ["-D", f"livepage_runtime={ROOT / 'build' / 'runtime'}", "book", output]
    search = os.pathsep.join(filter(None, [str(book / "_ext"), os.environ.get("PYTHONPATH")]))
    code, said = run(command, tmp_path, PYTHONPATH=search)
    assert code == 0, said

    for name in contents():
        ours = page(site / f"{name}.html").find("article").find("section")
        theirs = page(output / f"{name}.html").find("article").find("section")
        assert theirs.get_text(" ", strip=True) == ours.get_text(" ", strip=True)
        assert [str(part) for part in theirs.select("section.exercise")] == [
            str(part) for part in ours.select("section.exercise")
        ]
    assert dangling(output) == []
    assert foreign(output) == []
