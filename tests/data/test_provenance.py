"""Each extract's origin is written down, its bytes are those, and anybody can make it again."""

import hashlib
import io
from importlib.resources import files
from zipfile import ZipFile

import numpy as np
import pytest
from fieldguide import data

from tools.extracts.__main__ import ALL
from tools.extracts.extract import PROVENANCE, packed, same_content

FOLDER = files("fieldguide.data")
CODE = {".py", ".pyc"}


def listed():
    return [file for record in data.provenance().values() for file in record["files"]]


def test_every_extract_has_an_origin():
    assert set(data.provenance()) == set(ALL)
    for record in data.provenance().values():
        for key in ("title", "about", "license", "reference", "requirement", "wheel_sha256", "changes"):
            assert record[key].strip()
        assert record["synthetic"] in (True, False)
        assert record["taken"]


def test_every_file_is_listed():
    there = {path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in CODE}
    assert there - {PROVENANCE, "LICENSES.txt"} == {file["name"] for file in listed()}


@pytest.mark.parametrize("file", listed(), ids=lambda file: file["name"])
def test_files_are_what_their_checksum_says(file):
    content = FOLDER.joinpath(file["name"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == file["sha256"]


def test_rows_are_counted_right():
    rows = {file["name"]: file["rows"] for file in listed()}
    assert rows["bank_calls.csv"] == len(data.bank_calls())
    assert rows["book_club.npz"] == len(data.book_club())
    assert rows["cdnow.npz"] == len(data.cdnow())
    assert rows["febrl.npz"] == len(data.febrl())
    assert rows["febrl_examples.csv"] == 2 * len(data.febrl_examples())
    assert rows["hair_care.npz"] == len(data.hair_care())
    assert rows["households.npz"] == len(data.households())
    assert rows["overlaps.npz"] == len(data.campaigns_sent())


def test_licenses_that_must_travel_with_the_data_do():
    text = FOLDER.joinpath("LICENSES.txt").read_text(encoding="utf-8")
    for name, record in data.provenance().items():
        if record["license"].startswith(("MIT", "BSD")):  # both ask for their full text
            package, version = record["requirement"].split("==")
            assert f"{name}: {package} {version}" in text


@pytest.mark.parametrize("name", ALL)
def test_the_command_makes_the_same_again(name, tmp_path):
    """Download the wheel and make the extract where nothing is; without the registry this fails."""
    ALL[name].write(tmp_path)
    for file in data.provenance()[name]["files"]:
        made, kept = (tmp_path / file["name"]).read_bytes(), FOLDER.joinpath(file["name"]).read_bytes()
        assert same_content(made, kept)


def test_a_second_writing_changes_no_byte(tmp_path, monkeypatch):
    extract = ALL["cdnow"]
    texts = {
        extract.taken[0]: " head\r\n 00001 19970101  1   11.77\r\n 00002 19970112  5   77.00\r\n",
        extract.taken[1]: " 00002 0001 19970112  5   77.00\r\n",
    }
    monkeypatch.setattr(type(extract), "fetch", lambda self: texts)
    extract.write(tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    extract.write(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    assert set(first) == {PROVENANCE, "cdnow.npz"}


def test_a_wrong_wheel_is_refused(monkeypatch):
    extract = ALL["cdnow"]
    object.__setattr__(wrong := type(extract)(**vars(extract)), "wheel_sha256", "0" * 64)
    with pytest.raises(RuntimeError, match=r"lifetimes==0\.11\.3 could not be downloaded"):
        wrong.fetch()


def test_content_is_compared_member_for_member():
    one, other = packed(a=np.arange(3), b=np.ones(2)), packed(a=np.arange(3), b=np.zeros(2))
    repacked = io.BytesIO()
    with ZipFile(io.BytesIO(one)) as source, ZipFile(repacked, "w") as stored:
        for name in source.namelist():
            stored.writestr(name, source.read(name))
    assert same_content(one, repacked.getvalue())
    assert not same_content(one, other)
    assert not same_content(one, packed(a=np.arange(3)))
    assert not same_content(b"a,b\n", b"a,c\n")
