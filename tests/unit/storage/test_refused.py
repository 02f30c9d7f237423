"""Refused answers are kept for a report, a few of each edition."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.ports.fetching import RawAnswer
from companion.storage.refused import KEPT, RefusedFolder
from tests.support.programmes import KEY, NOW


def answer(body: bytes) -> RawAnswer:
    return RawAnswer("event/../x", "https://indico.example.org/export", body)


def test_answers_are_kept_without_hashes(tmp_path: Path) -> None:
    body = b'{"name": "Ada", "emailHash" : "0123456789abcdef"}'
    RefusedFolder(tmp_path).keep("host-../7", (answer(body),), NOW)
    (file,) = tmp_path.rglob("*.json")
    assert file.read_bytes() == b'{"name": "Ada", "emailHash" : null}'
    assert file.parent.parent == tmp_path


def test_the_oldest_make_room(tmp_path: Path) -> None:
    folder = RefusedFolder(tmp_path)
    for day in range(KEPT + 2):
        folder.keep(KEY, (answer(b"%d" % day),), NOW + timedelta(days=day))
    folder.keep("other", (answer(b"x"),), NOW)
    kept = sorted(path.read_bytes() for path in tmp_path.glob(f"{KEY}.*/*.json"))
    assert kept == [b"%d" % day for day in range(2, KEPT + 2)]


def test_a_folder_that_cannot_be_made_is_only_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    RefusedFolder(tmp_path / "file" / "refused").keep(KEY, (answer(b"x"),), NOW)
    assert "could not be kept" in caplog.text
