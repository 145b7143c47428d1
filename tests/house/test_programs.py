"""Finding Node and Chromium: the machine's own first, and nothing that only looks like one."""

import os
import sys
import urllib.request
from threading import Thread

import pytest

from tools import chromium, node, serve
from tools.steps import Failed


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """Return a function that puts a Node of some version, with or without npm, on an empty machine."""

    def has(version, npm=True):
        home = tmp_path / "node"
        program = home / "bin" / "node"
        script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
        for file in [program, script] if npm else [program]:
            file.parent.mkdir(parents=True)
            file.touch()
        monkeypatch.setattr(node.shutil, "which", lambda name: str(program) if name == "node" else None)
        monkeypatch.setattr(node, "major_version", lambda _: version)
        return program, script

    return has


def test_a_new_node_with_its_npm_serves(machine):
    program, script = machine(18)
    assert node.on_this_machine() == node.Node(program, script)


@pytest.mark.parametrize(("version", "npm"), [(16, True), (None, True), (20, False)])
def test_an_old_node_or_one_without_npm_does_not(machine, version, npm):
    machine(version, npm)
    assert node.on_this_machine() is None


def test_the_steps_are_told_where_node_is(machine):
    program, script = machine(22)
    env = node.on_this_machine().variables()
    assert env["NODE"] == str(program)
    assert env["NPM_CLI"] == str(script)
    assert env["PATH"].split(os.pathsep)[0] == str(program.parent)


def test_a_program_that_is_no_node_has_no_version():
    assert node.major_version(sys.executable) is None


def test_this_machine_has_a_node_or_one_in_its_environment():
    found = node.on_this_machine() or node.in_venv()
    assert found is not None
    assert node.major_version(found.program) >= node.OLDEST


def test_a_stand_in_is_no_chromium(tmp_path):
    assert not chromium.works(None)
    assert not chromium.works(str(tmp_path / "chromium"))
    assert not chromium.works(sys.executable)


def test_the_named_chromium_comes_first(monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/mine")
    monkeypatch.setattr(chromium.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(chromium, "works", lambda program: program in {"/mine", "/usr/bin/google-chrome"})
    assert chromium.on_this_machine() == "/mine"
    monkeypatch.delenv("CHROMIUM")
    assert chromium.on_this_machine() == "/usr/bin/google-chrome"


def test_without_any_chromium_there_is_one_sentence(monkeypatch):
    for way in ("on_this_machine", "from_debian", "from_playwright"):
        monkeypatch.setattr(chromium, way, lambda: None)
    with pytest.raises(Failed, match=r"install one, or name it in the variable CHROMIUM\."):
        chromium.ready()


def test_the_book_is_served_on_this_machine_with_the_types_browsers_insist_on(tmp_path):
    for name in ("index.html", "worker.mjs", "python.wasm"):
        (tmp_path / name).write_bytes(b"x")
    with serve.server_for(tmp_path) as first, serve.server_for(tmp_path) as second:
        assert first.server_address[0] == "127.0.0.1"
        assert first.server_port != second.server_port
        Thread(target=first.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{first.server_port}/"
        types = {}
        for name in ("", "worker.mjs", "python.wasm"):
            with urllib.request.urlopen(address + name, timeout=10) as answer:
                types[name] = answer.headers["Content-Type"]
        first.shutdown()
    assert types == {"": "text/html", "worker.mjs": "text/javascript", "python.wasm": "application/wasm"}


def test_no_free_port_is_a_sentence(tmp_path, monkeypatch):
    with serve.server_for(tmp_path) as taken:
        monkeypatch.setattr(serve, "FIRST_PORT", taken.server_port)
        monkeypatch.setattr(serve, "LAST_PORT", taken.server_port)
        with pytest.raises(Failed, match="is taken"):
            serve.server_for(tmp_path)


@pytest.mark.parametrize(("problem", "told"), [(BrokenPipeError("gone"), False), (ValueError("odd"), True)])
def test_a_browser_that_goes_away_fills_nobodys_terminal(tmp_path, capsys, problem, told):
    with serve.server_for(tmp_path) as server:
        try:
            raise problem
        except Exception:
            server.handle_error(None, ("127.0.0.1", 1))
    shown = capsys.readouterr().err
    assert "ValueError: odd" in shown if told else not shown
