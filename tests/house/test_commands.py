"""The commands: each make target is one line that calls Python, and a reader gets sentences."""

import ast
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from tests.house.tree import ROOT
from tools import make, targets
from tools.steps import Failed

MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
COMMAND = [sys.executable, str(ROOT / "tools" / "make.py")]


def rules(makefile: str) -> dict[str, list[str]]:
    """Return the recipe lines of each target of a Makefile."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in makefile.splitlines():
        if line.startswith("\t"):
            for name in current:
                found[name].append(line.strip())
        elif match := re.match(r"([\w ]+):", line):
            current = match[1].split()
            found.update({name: [] for name in current})
        elif line.strip():
            current = []
    return found


def test_every_target_is_one_line_that_calls_python():
    assert rules(MAKEFILE)
    for name, recipe in rules(MAKEFILE).items():
        assert recipe == ["@$(PYTHON) tools/make.py $@"], name


def test_make_and_python_know_the_same_targets():
    assert set(rules(MAKEFILE)) == set(targets.TARGETS)
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert set(phony[1].split()) == set(targets.TARGETS)


def test_help_lists_every_target_with_what_it_does(tmp_path):
    answer = subprocess.run(
        [*COMMAND, "help"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    for name in targets.TARGETS:
        assert re.search(rf"^  {name} +\w.*\.$", answer, re.MULTILINE), name


def test_an_unknown_target_is_answered_with_the_known_ones(tmp_path):
    answer = subprocess.run([*COMMAND, "bok"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "no target 'bok'" in answer.stdout
    assert "book" in answer.stdout


def test_a_failure_is_one_sentence_and_an_exit_code(monkeypatch, capsys):
    def fail():
        raise Failed("There is no network.")

    monkeypatch.setitem(targets.TARGETS, "book", fail)
    assert targets.main(["book"]) == 1
    assert capsys.readouterr().err == "There is no network.\n"


def test_an_old_python_can_read_the_first_file():
    ast.parse((ROOT / "tools" / "make.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_a_python_that_is_not_supported_gets_a_sentence(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(sys, "version_info", (3, 8, 18, "final", 0))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert make.main() == 1
    said = capsys.readouterr().err
    assert "Python 3.11 to 3.13; this is Python 3.8" in said
    assert "make book PYTHON=" in said


def test_another_python_must_answer_with_its_version(monkeypatch):
    # A version manager's shim: the name is there, the version is not.
    monkeypatch.setattr(shutil, "which", lambda name: f"/shims/{name}")
    answers = {"/shims/python3.13": None, "/shims/python3.12": (3, 9), "/shims/python3.11": (3, 11)}
    monkeypatch.setattr(make, "version_of", answers.__getitem__)
    assert make.another_python() == "/shims/python3.11"


def test_the_version_of_a_program():
    assert make.version_of(sys.executable) == sys.version_info[:2]
    assert make.version_of("no-such-python") is None


def test_ci_runs_what_a_reader_is_told_to_run():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == ["set -eu", "make test"]


def test_publishing_tests_first_and_pins_what_it_uses():
    workflow = ROOT / ".github" / "workflows" / "publish.yml"
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert [name for name in used if not re.fullmatch(r"actions/[\w-]+@v\d+\.\d+\.\d+", name)] == []
    assert [step["run"] for step in steps if "run" in step] == ["make test"]
    assert jobs["publish"]["needs"] == "test"
    assert jobs["test"]["env"]["BOOK_REPOSITORY"] == "https://github.com/${{ github.repository }}"
    (book,) = (step for step in steps if "upload-pages-artifact" in step.get("uses", ""))
    assert ROOT / book["with"]["path"] == targets.HTML


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", "book/run-it-yourself.md"])
def test_the_commands_that_are_told_are_there(file):
    text = (ROOT / file).read_text(encoding="utf-8")
    told = re.findall(r"(?:^|`)(?:make|py tools/make\.py|python tools/make\.py) (\w+)", text, re.MULTILINE)
    assert told
    assert set(told) <= set(targets.TARGETS)
