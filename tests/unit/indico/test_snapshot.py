import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from companion.domain.event import EventAddress, EventId
from companion.errors import CannotReadFile, CannotWriteFile
from companion.indico import snapshot as module
from companion.indico.snapshot import SnapshotFiles, without_hashes
from companion.indico.source import read_answers
from tests.support.answers import address_of, read_recorded
from tests.support.recorded import CERN, MELBOURNE, body

SECRET = "0123456789abcdef0123456789abcdef"
FILES = SnapshotFiles()
MANIFEST = {
    "format": 1,
    "key": "qtml2024",
    "number": MELBOURNE,
    "base_url": "https://indico.example",
}


def make_folder(path: Path, **manifest: Any) -> Path:
    path.mkdir()
    (path / "manifest.json").write_text(json.dumps({**MANIFEST, **manifest}))
    for kind in ("event", "timetable"):
        (path / f"{kind}.json").write_bytes(body(MELBOURNE, kind))
    return path


def packed(path: Path, folder: Path, **replaced: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for source in folder.iterdir():
            file.writestr(source.name, replaced.get(source.stem, source.read_bytes()))
    return path


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    fetched = read_recorded(CERN)
    path = tmp_path / "qtml2023.snapshot"
    FILES.write(path, "qtml2023", fetched)
    again = FILES.read(path)
    assert again.key == "qtml2023"
    assert again.fetched.programme == fetched.programme
    assert again.fetched.address == fetched.address
    assert again.fetched.generated_dt == fetched.generated_dt
    assert not again.is_sample
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    with zipfile.ZipFile(path) as file:
        manifest = json.loads(file.read("manifest.json"))
    assert manifest == {
        "format": 1,
        "key": "qtml2023",
        "number": CERN,
        "base_url": "http://127.0.0.1:8000",
        "sample": False,
        "title": "Quantum Techniques in Machine Learning 2023",
        "timezone": "Europe/Zurich",
        "recorded": "2026-11-22T15:00:31+00:00",
        "note": "",
    }


def test_e_mail_hashes_stay_out(tmp_path: Path) -> None:
    event = body(CERN, "event").replace(b'"emailHash":null', b'"emailHash": "%b"' % SECRET.encode())
    assert SECRET.encode() in event
    path = tmp_path / "x.zip"
    FILES.write(path, "x", read_answers(address_of(CERN), event, body(CERN, "timetable")))
    with zipfile.ZipFile(path) as file:
        content = file.read("event.json")
    assert SECRET.encode() not in content
    assert json.loads(content) == json.loads(body(CERN, "event"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'{"emailHash":"a\\"b","x":1}', b'{"emailHash":null,"x":1}'),
        (b'{"email" : "a@b.c"}', b'{"email":null}'),
        (b'{"title":"\\"emailHash\\": \\"x\\""}', b'{"title":"\\"emailHash\\": \\"x\\""}'),
        (b'{"emailHash":null}', b'{"emailHash":null}'),
    ],
)
def test_hashes_are_found_as_keys_only(before: bytes, after: bytes) -> None:
    assert without_hashes(before) == after


def test_a_folder_is_read_too(tmp_path: Path) -> None:
    found = FILES.read(make_folder(tmp_path / "x"))
    assert found.fetched.address == EventAddress(
        EventId("indico.example", MELBOURNE), "https://indico.example"
    )
    assert len(found.fetched.programme.contributions) == 116


def test_a_sample_belongs_to_no_server(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "x", key="sample-2024", sample=True, note="Invented.")
    found = FILES.read(folder)
    assert found.is_sample
    assert found.notes == ("Invented.",)
    assert found.fetched.address.event_id == EventId("sample.invalid", MELBOURNE)
    again = tmp_path / "again.zip"
    FILES.write(again, found.key, found.fetched)
    assert FILES.read(again).fetched.programme == found.fetched.programme


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ({"format": 2}, "format 2"),
        ({"number": "five"}, "cannot be read"),
        ({"number": 5}, "instead of 5"),
        ({"number": -5}, "not the address"),
        ({"base_url": "http://indico.example"}, "uses http"),
        ({"base_url": "https://sample.invalid"}, "not the address of an Indico event"),
        ({"base_url": "https://indico.example/e/x#"}, "no Indico server"),
    ],
)
def test_manifests_are_checked(tmp_path: Path, manifest: Any, words: str) -> None:
    with pytest.raises(CannotReadFile, match=words):
        FILES.read(make_folder(tmp_path / "x", **manifest))


def test_a_manifest_must_be_json(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "x")
    for content in (b"", b"{", b"\xff", b'{"x":' + b"[" * 50_000):
        (folder / "manifest.json").write_bytes(content)
        with pytest.raises(CannotReadFile, match=r"manifest\.json"):
            FILES.read(folder)


def test_damaged_answers_are_told(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "x")
    (folder / "event.json").write_bytes(b"<html>")
    with pytest.raises(CannotReadFile, match="like an Indico"):
        FILES.read(folder)
    (folder / "event.json").unlink()
    with pytest.raises(CannotReadFile, match="No such file"):
        FILES.read(folder)


def test_what_is_no_snapshot_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotReadFile, match="No such file"):
        FILES.read(tmp_path / "missing.zip")
    for content in (b"", b"hello", b"PK\x03\x04" + bytes(100)):
        (tmp_path / "x.zip").write_bytes(content)
        with pytest.raises(CannotReadFile, match="no snapshot"):
            FILES.read(tmp_path / "x.zip")


def test_a_damaged_zip_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", make_folder(tmp_path / "x"))
    content = bytearray(path.read_bytes())
    content[5_000:5_400] = bytes(400)
    path.write_bytes(content)
    with pytest.raises(CannotReadFile, match="no snapshot"):
        FILES.read(path)


def test_a_zip_without_the_right_names_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("../manifest.json", json.dumps(MANIFEST))
    with pytest.raises(CannotReadFile, match=r"manifest\.json is missing"):
        FILES.read(path)
    assert [file.name for file in tmp_path.iterdir()] == ["x.zip"]


def test_names_that_lead_elsewhere_are_ignored(tmp_path: Path) -> None:
    path = packed(tmp_path / "x.zip", make_folder(tmp_path / "x"))
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("../../evil.txt", "x")
        file.writestr("/evil.txt", "x")
    assert FILES.read(path).key == "qtml2024"
    assert not list(tmp_path.rglob("evil.txt"))


@pytest.mark.parametrize("name", ["manifest", "event", "timetable"])
def test_bombs_are_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(module, "BODY_LIMIT", 1024 * 1024)
    bomb = {name: bytes(2 * 1024 * 1024)}
    folder = make_folder(tmp_path / "x")
    path = packed(tmp_path / "x.zip", folder, **bomb)
    with pytest.raises(CannotReadFile, match=rf"{name}\.json is larger than"):
        FILES.read(path)
    (folder / f"{name}.json").write_bytes(bomb[name])
    with pytest.raises(CannotReadFile, match=rf"{name}\.json is larger than"):
        FILES.read(folder)


def test_an_unwritable_place_is_told_and_the_old_file_stays(tmp_path: Path) -> None:
    fetched = read_recorded(CERN)
    with pytest.raises(CannotWriteFile, match="No such file"):
        FILES.write(tmp_path / "missing" / "x.zip", "x", fetched)
    (tmp_path / "file").write_text("x")
    with pytest.raises(CannotWriteFile, match="Not a directory"):
        FILES.write(tmp_path / "file" / "x.zip", "x", fetched)
    place = tmp_path / "taken"
    place.mkdir()
    with pytest.raises(CannotWriteFile):
        FILES.write(place, "x", fetched)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "taken"]


def test_the_bundled_samples_are_snapshots() -> None:
    samples = Path(__file__).parents[3] / "resources" / "sample"
    found = {FILES.read(samples / key).key: FILES.read(samples / key) for key in
             ("sample-2023", "sample-2024")}  # fmt: skip
    assert {key: len(item.fetched.programme.contributions) for key, item in found.items()} == {
        "sample-2023": 114,
        "sample-2024": 116,
    }
    assert all(item.is_sample and item.notes for item in found.values())


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotReadFile, match="it is not a file"):
        FILES.read(tmp_path / "pipe")


@pytest.mark.parametrize("wrong", [{"number": 7}, {"base_url": "ftp://a.org"}])
def test_a_refusal_is_one_sentence(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(CannotReadFile) as caught:
        FILES.read(make_folder(tmp_path / "wrong", **wrong))
    assert str(caught.value).endswith(".")
    assert ".." not in str(caught.value)
