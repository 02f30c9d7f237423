"""A damaged or lost file: set aside, the stars brought back, and life goes on."""

import random
import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from companion.domain.backup import BackupReason
from companion.domain.bookmark import Star
from companion.errors import (
    DamagedDatabase,
    DiskFull,
    NewerSchema,
    ReadOnly,
    StorageError,
)
from companion.storage import rescue
from companion.storage.backups import BackupFolder
from companion.storage.database import open_database
from companion.storage.names import BACKUPS_NAME, DATABASE_NAME, RESCUE_NAME
from companion.storage.rescue import Opened, damage_of, open_rescuing
from companion.storage.salvage import salvage
from companion.storage.suspicion import is_suspect, suspect
from tests.faults.counts import TRIED, times
from tests.support.programmes import EVENT_ID, NOW, make_programme, make_update, without_talks

LATER = datetime(2026, 11, 22, 17, 0, tzinfo=UTC)
ASIDE = f"{DATABASE_NAME}.damaged-20261122T170000Z"


def at_later() -> datetime:
    return LATER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three stars, one of them not in the backup; a programme in which a talk was withdrawn."""
    database = open_database(tmp_path)
    first = make_programme(30)
    second = without_talks(first, 3)
    database.programmes.apply(make_update(first))
    database.programmes.apply(make_update(second, before=first))
    database.user.set_star(EVENT_ID, [1, 3], Star.STARRED, NOW)
    BackupFolder(tmp_path / BACKUPS_NAME).write(database.owned.read(), NOW, BackupReason.DAY)
    database.user.set_star(EVENT_ID, [2], Star.TENTATIVE, NOW)
    database.close()
    with closing(sqlite3.connect(database.path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return tmp_path


def stars(opened: Opened) -> list[int]:
    return sorted(item.db_id for item in opened.database.user.bookmarks())


def page_of(path: Path, table: str) -> tuple[int, int]:
    """Where the root page of a table begins, and its length."""
    with closing(sqlite3.connect(path)) as file:
        size = file.execute("PRAGMA page_size").fetchone()[0]
        query = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        return (file.execute(query, (table,)).fetchone()[0] - 1) * size, size


def spoil(path: Path, table: str) -> None:
    """Overwrite the root page of a table."""
    start, size = page_of(path, table)
    with path.open("r+b") as file:
        file.seek(start)
        file.write(b"\xab" * size)


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        for statement in statements:
            file.execute(statement)


def test_a_sound_file_is_opened_without_a_word(folder: Path) -> None:
    opened = open_rescuing(folder, at_later)
    assert opened.notice == ""
    assert stars(opened) == [1, 2, 3]


def test_a_first_start_is_no_loss(tmp_path: Path) -> None:
    opened = open_rescuing(tmp_path / "new", at_later)
    assert (opened.notice, stars(opened)) == ("", [])


@pytest.mark.parametrize("damage", ["garbage", "emptied", "gone"])
def test_without_a_readable_file_the_newest_backup_is_taken(folder: Path, damage: str) -> None:
    path = folder / DATABASE_NAME
    if damage == "garbage":
        path.write_bytes(b"this is no database " * 500)
    elif damage == "emptied":
        path.write_bytes(b"")
    else:
        path.unlink()
    opened = open_rescuing(folder, at_later)
    assert stars(opened) == [1, 3]
    assert "2 stars were brought back" in opened.notice
    assert "newest backup" in opened.notice
    assert opened.database.programmes.editions() == ()
    assert (folder / ASIDE).exists() is (damage == "garbage")
    assert not (folder / RESCUE_NAME).exists()
    assert open_rescuing(folder, at_later).notice == ""


def test_without_backup_a_lost_file_is_a_first_start(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"")
    shutil.rmtree(folder / BACKUPS_NAME)
    assert open_rescuing(folder, at_later).notice == ""


@pytest.mark.parametrize(
    "table", ["programme_search_data", "programme_text", "programme_contribution"]
)
def test_damage_in_the_lists_costs_nothing_but_the_file(folder: Path, table: str) -> None:
    path = folder / DATABASE_NAME
    before = open_database(folder).programmes.entries(EVENT_ID)
    spoil(path, table)
    assert damage_of(path)
    opened = open_rescuing(folder, at_later)
    assert stars(opened) == [1, 2, 3]
    assert opened.database.programmes.entries(EVENT_ID) == before
    assert "programmes were rescued too" in opened.notice
    assert len(opened.database.programmes.changes()) > 0


@pytest.mark.parametrize("table", ["record_version", "record_sync"])
def test_damage_in_the_programme_keeps_stars_and_numbers(folder: Path, table: str) -> None:
    spoil(folder / DATABASE_NAME, table)
    opened = open_rescuing(folder, at_later)
    assert stars(opened) == [1, 2, 3]
    assert opened.database.programmes.editions() == ()
    assert "come back with the next sync" in opened.notice
    assert f"https://{EVENT_ID.host}/event/7/" in opened.notice
    assert len(opened.database.programmes.records(EVENT_ID)) == 30
    opened.database.programmes.apply(make_update(make_programme(30)))
    assert len(opened.database.programmes.entries(EVENT_ID)) == 30 + 5 + 1


def test_damage_in_the_stars_is_filled_from_the_backup(folder: Path) -> None:
    spoil(folder / DATABASE_NAME, "user_bookmark")
    opened = open_rescuing(folder, at_later)
    assert stars(opened) == [1, 3]
    assert "from it and from the newest backup" in opened.notice
    assert "programmes were rescued too" in opened.notice


def test_a_spoiled_star_is_left_out_and_the_rest_kept(folder: Path) -> None:
    path = folder / DATABASE_NAME
    sql(path, f"INSERT INTO user_bookmark VALUES ('{EVENT_ID.host}', 7, 9, 'starred', 'x')")
    found = salvage(path)
    assert sorted(item.db_id for item in found.user.stars) == [1, 2, 3]
    assert not found.is_user_whole


def test_both_ends_of_a_broken_table_are_read(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    database.user.set_star(EVENT_ID, range(1, 3001), Star.STARRED, NOW)
    database.close()
    sql(database.path, "PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(database.path.read_bytes())
    with closing(sqlite3.connect(database.path)) as file:
        pages = file.execute("PRAGMA page_count").fetchone()[0]
    middle = pages * 4096 * 3 // 4 // 4096 * 4096
    content[middle : middle + 4096] = b"\xab" * 4096
    database.path.write_bytes(content)
    found = {item.db_id for item in salvage(database.path).user.stars}
    assert {1, 3000} <= found
    assert 2000 < len(found) < 3000


def test_a_text_that_no_longer_fits_gives_no_half_programme(folder: Path) -> None:
    path = folder / DATABASE_NAME
    sql(path, "UPDATE record_version SET body = '{' WHERE kind = 'contribution' AND ident = 5")
    spoil(path, "programme_text")
    opened = open_rescuing(folder, at_later)
    assert opened.database.programmes.editions() == ()
    assert stars(opened) == [1, 2, 3]


def test_rows_that_refer_to_nothing_give_no_half_programme(folder: Path) -> None:
    path = folder / DATABASE_NAME
    sql(path, "PRAGMA foreign_keys = OFF", "DELETE FROM record_edition")
    spoil(path, "programme_text")
    opened = open_rescuing(folder, at_later)
    assert opened.database.programmes.editions() == ()
    assert stars(opened) == [1, 2, 3]


def test_a_missing_table_is_damage(folder: Path) -> None:
    path = folder / DATABASE_NAME
    sql(path, "DROP TABLE record_version")
    sql(path, "DELETE FROM programme_edition")
    opened = open_rescuing(folder, at_later)
    assert "was damaged" in opened.notice
    assert stars(opened) == [1, 2, 3]


def test_lists_that_cannot_be_counted_give_no_programme(folder: Path) -> None:
    path = folder / DATABASE_NAME
    sql(path, "DROP TABLE programme_break", "DELETE FROM programme_edition")
    opened = open_rescuing(folder, at_later)
    assert opened.database.programmes.editions() == ()
    assert stars(opened) == [1, 2, 3]


def test_a_head_that_sqlite_does_not_know_is_damage(folder: Path) -> None:
    path = folder / DATABASE_NAME
    content = bytearray(path.read_bytes())
    content[44:48] = b"\x00\x00\x00\x09"  # the format of the schema
    path.write_bytes(content)
    opened = open_rescuing(folder, at_later)
    assert "was damaged" in opened.notice
    assert {1, 3} <= set(stars(opened))


def test_a_name_that_is_no_text_is_damage(folder: Path) -> None:
    path = folder / DATABASE_NAME
    content = path.read_bytes()
    path.write_bytes(content.replace(b"user_moment", b"user_\xff\xfement"))
    assert {1, 3} <= set(stars(open_rescuing(folder, at_later)))


def test_two_damages_in_one_second_are_both_kept(folder: Path) -> None:
    path = folder / DATABASE_NAME
    for _ in range(3):
        path.write_bytes(b"this is no database " * 500)
        path.with_name(f"{DATABASE_NAME}-wal").write_bytes(b"")
        assert stars(open_rescuing(folder, at_later)) == [1, 3]
    kept = {item.name for item in folder.glob("*damaged*") if "wal" not in item.name}
    assert kept == {ASIDE, f"{ASIDE}-2", f"{ASIDE}-3"}


def test_a_file_of_another_program_is_not_touched(tmp_path: Path) -> None:
    sql(tmp_path / DATABASE_NAME, "CREATE TABLE theirs (id)")
    with pytest.raises(DamagedDatabase, match="another program"):
        open_rescuing(tmp_path, at_later)
    assert [item.name for item in tmp_path.glob("*damaged*")] == []


def test_a_newer_file_is_not_touched(folder: Path) -> None:
    sql(folder / DATABASE_NAME, "PRAGMA user_version = 99")
    with pytest.raises(NewerSchema):
        open_rescuing(folder, at_later)


def test_a_file_that_cannot_be_opened_is_not_called_damaged(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).mkdir()
    (tmp_path / DATABASE_NAME / "x").touch()
    with pytest.raises(ReadOnly):
        open_rescuing(tmp_path, at_later)


def test_several_processes_rescue_once(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"this is no database " * 500)
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _: open_rescuing(folder, at_later), range(4)))
    assert [stars(item) for item in opened] == [[1, 3]] * 4
    assert sum("set aside" in item.notice for item in opened) == 1
    assert len(list(folder.glob("*damaged*"))) == 1


def test_a_rescue_that_was_killed_is_taken_up(folder: Path) -> None:
    """After the damaged file was set aside, before the new one was in its place."""
    (folder / RESCUE_NAME).mkdir()
    (folder / DATABASE_NAME).replace(folder / RESCUE_NAME / DATABASE_NAME)
    opened = open_rescuing(folder, at_later)
    assert stars(opened) == [1, 2, 3]
    assert opened.notice == ""
    assert not (folder / RESCUE_NAME).exists()


def test_half_a_rescue_is_not_taken_up(folder: Path) -> None:
    (folder / RESCUE_NAME).mkdir()
    (folder / RESCUE_NAME / DATABASE_NAME).write_bytes(b"half")
    (folder / DATABASE_NAME).unlink()
    assert stars(open_rescuing(folder, at_later)) == [1, 3]


@pytest.mark.parametrize(
    ("error", "expected"),
    [(OSError(28, "full"), DiskFull), (sqlite3.OperationalError("x"), StorageError)],
)
def test_a_rescue_that_fails_leaves_the_damaged_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, expected: type[StorageError]
) -> None:
    path = folder / DATABASE_NAME
    path.write_bytes(b"this is no database " * 500)
    before = path.read_bytes()

    def fail(*_args: object) -> None:
        raise error

    monkeypatch.setattr(rescue, "_build", fail)
    with pytest.raises(expected):
        open_rescuing(folder, at_later)
    assert path.read_bytes() == before


def test_a_rescue_that_nothing_helps_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / DATABASE_NAME).write_bytes(b"this is no database " * 500)
    monkeypatch.setattr(rescue, "_fill", lambda *_args: False)
    with pytest.raises(DamagedDatabase, match="nothing"):
        open_rescuing(folder, at_later)


def test_one_star_is_one_star() -> None:
    assert rescue._counted(1) == "1 star was brought back"


def replace_bytes(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))


def test_names_that_are_no_unicode_are_damage(folder: Path) -> None:
    """SQLite quotes them in its error, which Python's driver then cannot read."""
    path = folder / DATABASE_NAME
    replace_bytes(path, b"CREATE TABLE programme_break", b"CREATE TABLE programme_brea\x8d")
    replace_bytes(path, b"CREATE INDEX", b"CREATE \x8dNDEX")
    assert damage_of(path)
    assert stars(open_rescuing(folder, at_later)) == [1, 3]  # those of the backup


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"starred", b"starre\x8d", [1, 2, 3]),  # no UTF-8: read as far as it is
        (b"starred", b"starreX", [1, 2, 3]),  # no kind of star
        (b"user_bookmark", b"user_bookmarX", [1, 3]),  # the table has another name
    ],
)
def test_stars_that_make_no_sense_are_damage(
    folder: Path, old: bytes, new: bytes, expected: list[int]
) -> None:
    replace_bytes(folder / DATABASE_NAME, old, new)
    opened = open_rescuing(folder, at_later)
    assert stars(opened) == expected
    assert (folder / ASIDE).exists()


@pytest.mark.parametrize("column", ["people", "start_dt"])
def test_rows_that_make_no_sense_are_mended_at_the_next_start(folder: Path, column: str) -> None:
    path = folder / DATABASE_NAME
    before = open_database(folder).programmes.entries(EVENT_ID)
    sql(path, f"UPDATE programme_contribution SET {column} = 'x' WHERE db_id = 5")
    opened = open_rescuing(folder, at_later)
    assert opened.notice == ""
    with pytest.raises(DamagedDatabase):
        opened.database.programmes.entries(EVENT_ID)
    opened.database.close()
    opened = open_rescuing(folder, at_later)
    assert opened.database.programmes.entries(EVENT_ID) == before
    assert stars(opened) == [1, 2, 3]
    assert "programmes were rescued too" in opened.notice
    assert open_rescuing(folder, at_later).notice == ""


def test_a_suspicion_that_was_wrong_is_dropped(folder: Path) -> None:
    suspect(folder / DATABASE_NAME)
    opened = open_rescuing(folder, at_later)
    assert (opened.notice, stars(opened)) == ("", [1, 2, 3])
    assert not is_suspect(folder / DATABASE_NAME)


MUTATIONS = times(12, 400)


def test_any_damage_anywhere_loses_no_star_of_the_backup(folder: Path) -> None:
    """Random bytes at random places; what the backup holds comes back whatever happened."""
    content = (folder / DATABASE_NAME).read_bytes()
    chance = random.Random(20231119)
    for _ in range(MUTATIONS):
        TRIED["damaged databases"] += 1
        broken = bytearray(content)
        start = chance.randrange(len(content))
        broken[start : start + chance.randrange(1, 9000)] = chance.randbytes(
            chance.randrange(1, 9000)
        )
        (folder / DATABASE_NAME).write_bytes(broken)
        for side in ("-wal", "-shm"):
            (folder / f"{DATABASE_NAME}{side}").unlink(missing_ok=True)
        try:
            found = stars(open_rescuing(folder, at_later))
        except NewerSchema:  # the damage happens to be a greater number, and nothing else
            assert start < 100
            continue
        assert {1, 3} <= set(found) <= {1, 2, 3}
