"""Backups: written whole, rotated, read back; a damaged one is passed over."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from companion.domain.backup import BackupReason
from companion.domain.bookmark import Bookmark, Star
from companion.domain.user_data import UserData
from companion.errors import CannotReadFile, DiskFull, ReadOnly, UsageError
from companion.storage import backups as module
from companion.storage.backups import DAYS, NEWEST, BackupFolder
from tests.support.programmes import EVENT_ID

NOON = datetime(2026, 11, 22, 12, 0, 0, 500, tzinfo=UTC)
DAY, CHANGE, HAND = BackupReason.DAY, BackupReason.CHANGE, BackupReason.HAND


def data(db_id: int = 1) -> UserData:
    return UserData((Bookmark(EVENT_ID, db_id, Star.STARRED, NOON),))


@pytest.fixture
def folder(tmp_path: Path) -> BackupFolder:
    return BackupFolder(tmp_path / "backups")


def test_what_is_written_is_listed_newest_first_and_read_back(folder: BackupFolder) -> None:
    assert folder.list() == ()
    assert folder.newest_readable() is None
    first = folder.write(data(1), NOON, DAY)
    second = folder.write(data(2), NOON + timedelta(minutes=6), CHANGE)
    assert folder.list() == (second, first)
    assert (first.name, first.made_dt) == (
        "20261122T120000Z-day.json",
        datetime(2026, 11, 22, 12, 0, tzinfo=UTC),
    )
    assert folder.read(first.name) == data(1)
    assert folder.newest_readable() == data(2)


def test_several_in_one_second_keep_their_order(folder: BackupFolder) -> None:
    names = [folder.write(data(n), NOON, CHANGE).name for n in range(1, 13)]
    names += [folder.write(data(99), NOON, HAND).name]
    assert [item.name for item in folder.list()] == names[:1:-1]
    assert folder.newest_readable() == data(99)


def test_the_newest_and_the_last_of_each_day_are_kept(folder: BackupFolder) -> None:
    mine = folder.write(data(), NOON - timedelta(days=99), HAND)
    for day in range(30):
        for minute in (0, 10, 20):
            folder.write(data(), NOON + timedelta(days=day, minutes=minute), CHANGE)
    kept = folder.list()
    assert kept[-1] == mine
    assert len({item.made_dt.date() for item in kept[:-1]}) == DAYS
    assert len(kept) - 1 == NEWEST + DAYS - 4
    assert all(item.made_dt.minute == 20 for item in kept[NEWEST:-1])


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=4000)])
def test_after_a_clock_was_set_back_the_last_one_is_still_the_newest(
    folder: BackupFolder, back: timedelta
) -> None:
    """It is what a damaged database is rescued from."""
    folder.write(data(1), NOON, CHANGE)
    for number in (2, 3):
        made = folder.write(data(number), NOON - back + timedelta(minutes=number), CHANGE)
        assert folder.list()[0] == made
        assert folder.newest_readable() == data(number)


def test_one_made_by_a_clock_set_back_is_not_removed_at_once(folder: BackupFolder) -> None:
    for day in range(20):
        folder.write(data(), NOON + timedelta(days=day), CHANGE)
    early = folder.write(data(7), NOON - timedelta(days=400), CHANGE)
    assert early in folder.list()


def test_damaged_ones_and_other_files_are_passed_over(folder: BackupFolder, tmp_path: Path) -> None:
    good = folder.write(data(), NOON, DAY)
    root = tmp_path / "backups"
    bad = folder.write(data(), NOON + timedelta(days=1), DAY)
    (root / bad.name).write_bytes(b"{")
    (root / "notes.txt").write_text("mine")
    (root / "20261399T120000Z-day.json").write_text("no such day")
    (root / "20261123T120000Z-change.json").mkdir()
    assert {item.name for item in folder.list()} == {
        bad.name,
        good.name,
        "20261123T120000Z-change.json",
    }
    assert folder.newest_readable() == data()
    with pytest.raises(CannotReadFile, match="not JSON"):
        folder.read(bad.name)
    with pytest.raises(CannotReadFile, match="directory"):
        folder.read("20261123T120000Z-change.json")


@pytest.mark.parametrize("name", ["x", "../companion.sqlite3", ""])
def test_an_unknown_name_is_answered_with_the_known_ones(folder: BackupFolder, name: str) -> None:
    with pytest.raises(UsageError, match="none"):
        folder.read(name)
    made = folder.write(data(), NOON, DAY)
    with pytest.raises(UsageError, match=made.name):
        folder.read(name)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("in the way")
    folder = BackupFolder(tmp_path / "backups")
    assert folder.list() == ()
    with pytest.raises(ReadOnly):
        folder.write(data(), NOON, DAY)


def test_a_full_disk_leaves_no_half_file(
    folder: BackupFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.write(data(), NOON, DAY)

    def full(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "replace_file", full)
    with pytest.raises(DiskFull):
        folder.write(data(2), NOON + timedelta(days=1), DAY)
    assert len(list((tmp_path / "backups").iterdir())) == 1
