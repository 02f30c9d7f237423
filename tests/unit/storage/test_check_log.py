"""When events were last asked for: in a file beside the database, which may be lost."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.event import EventId
from companion.errors import DiskFull, ReadOnly
from companion.storage.check_log import JsonCheckLog
from companion.storage.database import Database
from companion.storage.failures import file_error
from tests.support.programmes import EVENT_ID, NOW

OTHER = EventId("127.0.0.1:8000", 1)


@pytest.fixture
def log(tmp_path: Path) -> JsonCheckLog:
    return JsonCheckLog(tmp_path / "checked.json")


def test_nothing_is_known_before_the_first_note(log: JsonCheckLog) -> None:
    assert log.checked(EVENT_ID) is None
    assert log.refreshed(EVENT_ID) is None


def test_notes_are_kept_apart_and_survive(log: JsonCheckLog, tmp_path: Path) -> None:
    log.note(EVENT_ID, checked=NOW)
    log.note(EVENT_ID, refreshed=NOW + timedelta(minutes=1))
    log.note(OTHER, checked=NOW - timedelta(days=1), refreshed=NOW)
    again = JsonCheckLog(tmp_path / "checked.json")
    assert again.checked(EVENT_ID) == NOW
    assert again.refreshed(EVENT_ID) == NOW + timedelta(minutes=1)
    assert again.all_checked() == {EVENT_ID: NOW, OTHER: NOW - timedelta(days=1)}
    assert [path.name for path in tmp_path.iterdir()] == ["checked.json"]


def test_an_event_can_be_forgotten(log: JsonCheckLog) -> None:
    log.note(EVENT_ID, checked=NOW)
    log.note(OTHER, checked=NOW)
    log.forget(EVENT_ID)
    log.forget(EVENT_ID)
    assert log.all_checked() == {OTHER: NOW}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"indico.example.org/7": 3}',
        b'{"indico.example.org/7": {"checked": 3}}',
        b'{"indico.example.org/7": {"checked": "yesterday"}}',
        b'{"indico.example.org/7": {"checked": "2026-01-01T00:00:00"}}',
        b'{"indico.example.org/seven": {"checked": "2026-01-01T00:00:00Z"}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_counts_as_empty(log: JsonCheckLog, tmp_path: Path, body: bytes) -> None:
    (tmp_path / "checked.json").write_bytes(body)
    assert log.all_checked() == {}
    log.note(EVENT_ID, checked=NOW)
    assert log.checked(EVENT_ID) == NOW


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    log = JsonCheckLog(tmp_path / "gone" / "checked.json")
    with pytest.raises(ReadOnly):
        log.note(EVENT_ID, checked=NOW)


def test_a_full_disk_is_told_from_a_read_only_one(tmp_path: Path) -> None:
    assert isinstance(file_error(OSError(28, "No space left"), tmp_path), DiskFull)
    assert isinstance(file_error(OSError(13, "Permission denied"), tmp_path), ReadOnly)


def test_a_note_leaves_the_database_alone(database: Database) -> None:
    before = database.path.read_bytes()
    database.checks.note(EVENT_ID, checked=NOW)
    assert database.path.read_bytes() == before
