"""What goes wrong with a database file, in words a person can act on, and nothing lost by it."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from companion.domain.bookmark import Star
from companion.errors import (
    DamagedDatabase,
    DatabaseBusy,
    DiskFull,
    NewerSchema,
    ReadOnly,
    StorageError,
)
from companion.ports.programmes import SearchQuery
from companion.storage import engine
from companion.storage.database import Database, open_database
from companion.storage.failures import known_error
from companion.storage.migrations import SCHEMA_VERSION
from companion.storage.names import DATABASE_NAME
from tests.support.programmes import EVENT_ID, NOW, make_programme, make_update

OPERATIONS: dict[str, Callable[[Database], object]] = {
    "editions": lambda d: d.programmes.editions(),
    "entries": lambda d: d.programmes.entries(EVENT_ID),
    "event": lambda d: d.programmes.event(EVENT_ID),
    "contribution": lambda d: d.programmes.contribution(EVENT_ID, 1),
    "programme": lambda d: d.programmes.programme(EVENT_ID),
    "withdrawn": lambda d: d.programmes.withdrawn(EVENT_ID),
    "search": lambda d: d.programmes.search(SearchQuery("quantum")),
    "changes": lambda d: d.programmes.changes(),
    "programme_as_of": lambda d: d.programmes.programme_as_of(EVENT_ID, NOW),
    "withdrawn_as_of": lambda d: d.programmes.withdrawn_as_of(EVENT_ID, NOW),
    "records": lambda d: d.programmes.records(EVENT_ID),
    "bookmarks": lambda d: d.user.bookmarks(),
    "exports": lambda d: d.exports.latest(),
    "apply": lambda d: d.programmes.apply(make_update(make_programme(1))),
    "remove": lambda d: d.programmes.remove(EVENT_ID),
    "rebuild": lambda d: d.programmes.rebuild(),
    "set_star": lambda d: d.user.set_star(EVENT_ID, [1], Star.STARRED, NOW),
    "export": lambda d: d.exports.write("file", ()),
}
WRITES = ("apply", "remove", "rebuild", "set_star", "export")


@pytest.fixture
def filled(database: Database) -> Database:
    database.programmes.apply(make_update(make_programme(3)))
    database.user.set_star(EVENT_ID, [2], Star.STARRED, NOW)
    return database


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_file_that_is_gone_is_noticed_and_not_made_anew(filled: Database, name: str) -> None:
    filled.path.unlink()
    with pytest.raises(DamagedDatabase, match="gone"):
        OPERATIONS[name](filled)
    assert not filled.path.exists()


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_file_that_is_overwritten_is_noticed(filled: Database, name: str) -> None:
    filled.path.write_bytes(b"this is no database " * 500)
    with pytest.raises(DamagedDatabase):
        OPERATIONS[name](filled)


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_file_that_is_emptied_is_noticed(filled: Database, name: str) -> None:
    filled.path.write_bytes(b"")
    with pytest.raises(DamagedDatabase, match="no such table"):
        OPERATIONS[name](filled)


@pytest.mark.parametrize("name", WRITES)
def test_another_writer_is_waited_for_and_then_named(
    filled: Database, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_S", 0.01)
    with closing(sqlite3.connect(filled.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy):
            OPERATIONS[name](filled)
        assert len(filled.programmes.entries(EVENT_ID)) == 3 + 5 + 1
    assert [item.db_id for item in filled.user.bookmarks()] == [2]


BIG: dict[str, Callable[[Database], object]] = {
    "apply": lambda d: d.programmes.apply(
        make_update(make_programme(300), before=make_programme(3))
    ),
    "set_star": lambda d: d.user.set_star(EVENT_ID, range(2000), Star.STARRED, NOW),
}


@pytest.mark.parametrize("name", BIG)
def test_a_full_disk_changes_nothing(filled: Database, name: str) -> None:
    """SQLite's own limit on pages gives the same error as a full disk."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(filled._file._engine, "connect", limit)
    with pytest.raises(DiskFull):
        BIG[name](filled)
    event.remove(filled._file._engine, "connect", limit)
    assert filled.programmes.programme(EVENT_ID) == make_programme(3)
    assert [item.db_id for item in filled.user.bookmarks()] == [2]


@pytest.mark.parametrize("name", WRITES)
def test_a_file_that_may_only_be_read_can_be_read(filled: Database, name: str) -> None:
    def protect(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    event.listen(filled._file._engine, "connect", protect)
    with pytest.raises(ReadOnly, match=filled.path.parent.name):
        OPERATIONS[name](filled)
    assert len(filled.programmes.entries(EVENT_ID)) == 3 + 5 + 1


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ReadOnly):
        open_database(tmp_path / "file" / "data")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).mkdir()
    with pytest.raises(ReadOnly):
        open_database(tmp_path)


def test_a_damaged_file_is_named_when_opened(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).write_bytes(b"this is no database " * 500)
    with pytest.raises(DamagedDatabase):
        open_database(tmp_path)


def test_a_newer_file_is_named_when_opened(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerSchema, match=f"schema 99, known {SCHEMA_VERSION}"):
        open_database(database.path.parent)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_BUSY, DatabaseBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, DatabaseBusy),
        (sqlite3.SQLITE_LOCKED, DatabaseBusy),
        (sqlite3.SQLITE_READONLY, ReadOnly),
        (sqlite3.SQLITE_READONLY_DBMOVED, ReadOnly),
        (sqlite3.SQLITE_CANTOPEN, ReadOnly),
        (sqlite3.SQLITE_PERM, ReadOnly),
        (sqlite3.SQLITE_CORRUPT, DamagedDatabase),
        (sqlite3.SQLITE_NOTADB, DamagedDatabase),
        (sqlite3.SQLITE_IOERR_READ, StorageError),
        (sqlite3.SQLITE_CONSTRAINT, StorageError),
    ],
)
def test_each_code_of_sqlite_has_its_error(
    tmp_path: Path, code: int, expected: type[StorageError]
) -> None:
    error = sqlite3.OperationalError("as SQLite says")
    error.sqlite_errorcode = code
    (tmp_path / "x").touch()
    assert type(known_error(error, tmp_path / "x")) is expected


def test_storage_without_full_text_search_says_so() -> None:
    error = sqlite3.OperationalError("no such module: fts5")
    assert "fts5" in known_error(error, Path("x")).message


def test_what_a_crash_left_beside_the_file_is_taken_up(filled: Database) -> None:
    """A process dies with a committed star that is still in the write-ahead log only."""
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA wal_autocheckpoint = 0')\n"
        "c.execute(\"INSERT INTO user_bookmark VALUES ('indico.example.org', 7, 3, 'starred',"
        " '2099-12-01T00:00:00.000000Z')\")\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(filled.path)], check=False)
    assert filled.path.with_name(f"{DATABASE_NAME}-wal").stat().st_size > 0
    assert [item.db_id for item in filled.user.bookmarks()] == [2, 3]
