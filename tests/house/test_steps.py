"""Steps are done again when what they read has changed, and only then."""

import sys

import pytest

from tools import steps
from tools.steps import Failed, Stamp, fingerprint, run_quietly


@pytest.fixture
def root(monkeypatch, tmp_path):
    """Return a small repository of its own."""
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "BUILD", tmp_path / "build")
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "intro.md").write_text("Hello", encoding="utf-8")
    return tmp_path


def test_the_same_files_have_the_same_fingerprint(root):
    assert fingerprint([root / "book"]) == fingerprint([root / "book"])


@pytest.mark.parametrize(
    ("name", "text"), [("intro.md", "Hello again"), ("glossary.md", ""), ("chapters/four-boxes.ipynb", "{}")]
)
def test_a_new_text_or_file_changes_the_fingerprint(root, name, text):
    before = fingerprint([root / "book"])
    (root / "book" / name).parent.mkdir(exist_ok=True)
    (root / "book" / name).write_text(text, encoding="utf-8")
    assert fingerprint([root / "book"]) != before


def test_a_new_name_or_setting_changes_the_fingerprint(root):
    before = fingerprint([root / "book"], "3.12")
    assert fingerprint([root / "book"], "3.13") != before
    (root / "book" / "intro.md").rename(root / "book" / "index.md")
    assert fingerprint([root / "book"], "3.12") != before


@pytest.mark.parametrize(
    "folder", ["__pycache__", "node_modules", ".ipynb_checkpoints", "fieldguide.egg-info"]
)
def test_what_tools_leave_behind_does_not_count(root, folder):
    before = fingerprint([root / "book"])
    (root / "book" / folder).mkdir()
    (root / "book" / folder / "left.txt").write_text("behind", encoding="utf-8")
    assert fingerprint([root / "book"]) == before


def test_a_missing_source_is_named(root):
    with pytest.raises(Failed, match=r"requirements\.txt is missing"):
        fingerprint([root / "requirements.txt"])


def test_a_stamp_holds_while_print_and_product_are_there(root):
    product = root / "index.html"
    stamp = Stamp(root / "build" / "stamps" / "book", made=[product])
    assert not stamp.holds("a")
    product.touch()
    stamp.set("a")
    assert stamp.holds("a")
    assert not stamp.holds("b")
    product.unlink()
    assert not stamp.holds("a")


def test_a_quiet_command_keeps_what_it_prints(root, capsys):
    run_quietly([sys.executable, "-c", "print('page 1')"], {}, "printing a page", "It failed.")
    assert (root / "build" / "logs" / "printing-a-page.txt").read_text(encoding="utf-8").strip() == "page 1"
    assert capsys.readouterr().out == ""


def test_a_quiet_command_that_fails_shows_what_it_printed(root, capsys):
    code = "import sys; print('out of paper'); sys.exit(3)"
    with pytest.raises(Failed, match=r"It failed. .* build/logs/printing-a-page.txt"):
        run_quietly([sys.executable, "-c", code], {}, "printing a page", "It failed.")
    assert "out of paper" in capsys.readouterr().err


def test_a_long_command_says_that_it_is_still_at_work(root, capsys, monkeypatch):
    monkeypatch.setattr(steps, "PATIENCE", 0.05)
    waits_for_a_word = "import pathlib, time\nwhile not pathlib.Path('go').exists(): time.sleep(0.01)"
    says = []

    def let_it_end(sentence):
        says.append(sentence)
        (root / "go").touch()

    monkeypatch.setattr(steps, "say", let_it_end)
    run_quietly([sys.executable, "-c", waits_for_a_word], {}, "waiting", "It failed.")
    assert says
    assert all(sentence.startswith("  still waiting, ") for sentence in says)


@pytest.mark.parametrize(
    "command", [steps.run, lambda *given: run_quietly(given[0], given[1], "trying", given[2])]
)
def test_a_program_that_is_not_there_is_a_failure(root, command):
    with pytest.raises(Failed, match="It failed"):
        command(["no-such-program"], {}, "It failed.")
