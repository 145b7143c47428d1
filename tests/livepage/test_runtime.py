"""No file of the runtime is used unless it is the one that runtime.json names."""

import hashlib
import urllib.error

import pytest
from livepage import runtime


@pytest.fixture
def small(monkeypatch):
    """A lock of two small files, and where they come from."""
    contents = {"core.js": b"core", "numbers.whl": b"numbers"}
    sums = {name: hashlib.sha256(bytes_).hexdigest() for name, bytes_ in contents.items()}
    lock = {
        "pyodide": "0",
        "core": {"core.js": sums["core.js"]},
        "packages": {
            "numbers": {
                "file": "numbers.whl",
                "sha256": sums["numbers.whl"],
                "needs": [],
                "modules": ["numbers"],
            }
        },
    }
    monkeypatch.setattr(runtime, "LOCK", lock)
    monkeypatch.setattr(runtime, "from_cdn", lambda name: contents[name])
    monkeypatch.setattr(runtime, "from_registry", lambda folder: lambda name: contents[name])
    return contents


def quietly(sentence):
    pass


def test_files_are_fetched_once(small, tmp_path, monkeypatch):
    runtime.fetch(tmp_path, ["numbers"], quietly)
    assert (tmp_path / "core.js").read_bytes() == b"core"
    monkeypatch.setattr(runtime, "from_cdn", lambda name: pytest.fail(f"{name} was fetched again"))
    runtime.fetch(tmp_path, ["numbers"], quietly)


def test_a_damaged_file_is_fetched_again(small, tmp_path):
    runtime.fetch(tmp_path, ["numbers"], quietly)
    (tmp_path / "numbers.whl").write_bytes(b"damaged")
    runtime.fetch(tmp_path, ["numbers"], quietly)
    assert (tmp_path / "numbers.whl").read_bytes() == b"numbers"


@pytest.mark.parametrize("trouble", [urllib.error.URLError("no network"), TimeoutError(), None])
def test_where_the_cdn_fails_or_differs_the_registry_is_asked(small, tmp_path, monkeypatch, trouble):
    def cdn(name):
        if trouble:
            raise trouble
        return b"something else"

    monkeypatch.setattr(runtime, "from_cdn", cdn)
    runtime.fetch(tmp_path, ["numbers"], quietly)
    assert (tmp_path / "numbers.whl").read_bytes() == b"numbers"


def test_a_wrong_file_is_not_used_whoever_offers_it(small, tmp_path, monkeypatch):
    monkeypatch.setattr(runtime, "from_cdn", lambda name: b"evil")
    monkeypatch.setattr(runtime, "from_registry", lambda folder: lambda name: b"evil")
    with pytest.raises(runtime.RuntimeFilesError, match=r"is not the file that runtime\.json names"):
        runtime.fetch(tmp_path, ["numbers"], quietly)
    assert not list(tmp_path.iterdir())


def test_an_unknown_package_is_named(small, tmp_path):
    with pytest.raises(runtime.RuntimeFilesError, match="no letters"):
        runtime.fetch(tmp_path, ["letters"], quietly)


def test_the_lock_names_what_pages_need():
    files = runtime.wanted(runtime.USUAL)
    assert {"pyodide.asm.wasm", "python_stdlib.zip"} <= set(files)
    assert all(len(sha256) == 64 for sha256 in files.values())
    assert "six" in runtime.closure(["pandas"]), "what a package needs comes along"
