"""Backups by themselves and by hand; the file of stars, and what may come in its place."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from companion.domain.backup import BackupReason
from companion.domain.bookmark import Star
from companion.domain.event import EventId
from companion.domain.series.decisions import (
    FollowUpDecision,
    PersonDecision,
    PersonKey,
    TalkKey,
)
from companion.domain.series.follows import Follow, FollowKind
from companion.errors import CannotReadFile, CannotWriteFile, DiskFull
from companion.ports.calendar import StoredTarget
from companion.services.user_data import BackupKeeper, UserDataService
from companion.storage.backups import BackupFolder
from tests.support.programmes import EVENT_ID, KEY
from tests.unit.services.conftest import Desk


class Shelf:
    """Everything about the person's data over one desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.folder = BackupFolder(desk.folder / "backups")
        self.owned = desk.database.owned
        self.keeper = BackupKeeper(self.folder, desk.clock)
        self.user = desk.database.user
        desk.database.after_user_write(lambda: self.keeper.after_change(self.owned))
        self.service = UserDataService(
            self.owned, self.folder, desk.database.programmes, desk.clock
        )

    def star(self, *db_ids: int, star: Star = Star.STARRED) -> None:
        self.user.set_star(EVENT_ID, db_ids, star, self.desk.now)

    def stars(self) -> dict[int, Star]:
        return {mark.db_id: mark.star for mark in self.user.bookmarks(EVENT_ID)}

    def reasons(self) -> list[BackupReason]:
        return [item.reason for item in self.service.backups()]


@pytest.fixture
def shelf(desk: Desk) -> Shelf:
    return Shelf(desk)


def test_nothing_is_not_backed_up(shelf: Shelf) -> None:
    shelf.keeper.begin(shelf.owned)
    shelf.keeper.end(shelf.owned)
    assert shelf.service.backups() == ()


def test_the_first_change_is_backed_up_at_once_the_next_after_a_while(shelf: Shelf) -> None:
    shelf.star(1)
    shelf.desk.wait(minutes=1)
    shelf.star(2)
    assert len(shelf.service.backups()) == 1
    shelf.keeper.end(shelf.owned)
    assert len(shelf.service.backups()) == 2
    shelf.keeper.end(shelf.owned)
    assert len(shelf.service.backups()) == 2
    shelf.desk.wait(minutes=6)
    shelf.star(3)
    assert shelf.reasons() == [BackupReason.CHANGE] * 3
    assert shelf.folder.newest_readable() == shelf.owned.read()


def _follow(desk: Desk) -> None:
    desk.database.series.add_follow(Follow(FollowKind.TOPIC, "Kernels", desk.now))


def _one_person(desk: Desk) -> None:
    ends = PersonKey(EVENT_ID, 1, "0" * 16), PersonKey(EVENT_ID, 2, "1" * 16)
    desk.database.series.set_person_decision(PersonDecision.of(*ends, True, desk.now))


def _follow_up(desk: Desk) -> None:
    ends = TalkKey(EventId("earlier.example", 1), 1), TalkKey(EVENT_ID, 1)
    desk.database.series.set_follow_up_decision(FollowUpDecision(*ends, True, desk.now))


def _member(desk: Desk) -> None:
    desk.database.series.set_member(EVENT_ID, True)


def _calendar(desk: Desk) -> None:
    target = StoredTarget("/home/ada/qtml.ics", "file", "{}", "{}", desk.now)
    desk.database.targets.set(target)


@pytest.mark.parametrize("write", [_follow, _one_person, _follow_up, _member, _calendar])
def test_whatever_the_person_decides_is_backed_up(
    shelf: Shelf, write: Callable[[Desk], None]
) -> None:
    write(shelf.desk)
    assert shelf.reasons() == [BackupReason.CHANGE]
    kept = shelf.folder.newest_readable()
    assert kept is not None
    assert kept.rows == 1
    assert kept == shelf.owned.read()


def test_a_sync_makes_no_backup(shelf: Shelf) -> None:
    shelf.star(1)
    shelf.desk.wait(minutes=6)
    shelf.desk.database.after_user_write(pytest.fail)
    shelf.desk.sync.sync(KEY)


def test_a_clock_set_back_does_not_stop_backups(shelf: Shelf) -> None:
    shelf.star(1)
    shelf.desk.wait(hours=-1)
    shelf.star(2)
    assert len(shelf.service.backups()) == 2


def test_each_day_begins_with_a_backup_if_something_is_new(shelf: Shelf) -> None:
    shelf.desk.database.after_user_write(lambda: None)  # as when another process writes
    shelf.star(1)
    shelf.keeper.begin(shelf.owned)
    shelf.keeper.begin(shelf.owned)
    shelf.desk.wait(days=1)
    shelf.keeper.begin(shelf.owned)
    assert shelf.reasons() == [BackupReason.DAY]
    shelf.star(2)
    shelf.keeper.begin(shelf.owned)
    assert shelf.reasons() == [BackupReason.DAY] * 2


def test_stars_that_vanished_never_push_a_backup_out(shelf: Shelf) -> None:
    shelf.star(1)
    shelf.star(1, star=Star.NONE)
    shelf.desk.wait(days=1)
    shelf.keeper.begin(shelf.owned)
    assert len(shelf.service.backups()) == 1


def test_a_backup_that_fails_does_not_fail_the_star(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    (shelf.desk.folder / "backups").write_text("in the way")
    shelf.star(1)
    assert shelf.stars() == {1: Star.STARRED}
    assert "no backup" in caplog.text
    (shelf.desk.folder / "backups").unlink()
    shelf.keeper.end(shelf.owned)
    assert len(shelf.service.backups()) == 1


def test_a_backup_made_by_hand_is_restored_exactly_and_can_be_undone(shelf: Shelf) -> None:
    shelf.star(1, 2)
    made = shelf.service.make_backup()
    shelf.desk.wait(minutes=1)
    shelf.star(2, star=Star.NONE)
    shelf.star(3, star=Star.TENTATIVE)
    assert len(shelf.service.restore(made.name).stars) == 2
    assert shelf.stars() == {1: Star.STARRED, 2: Star.STARRED}
    undo = shelf.service.backups()[0]
    assert undo.reason is BackupReason.RESTORE
    shelf.service.restore(undo.name)
    assert shelf.stars() == {1: Star.STARRED, 3: Star.TENTATIVE}


def test_each_backup_says_what_restoring_it_would_do(shelf: Shelf) -> None:
    shelf.star(1, 2)
    shelf.service.make_backup()
    shelf.star(1, star=Star.NONE)
    shelf.star(3, 4)
    newest, oldest = shelf.service.offers()
    assert (newest.stars, newest.coming, newest.going) == (2, 1, 2)
    assert oldest.backup.reason is BackupReason.CHANGE
    (shelf.desk.folder / "backups" / oldest.backup.name).write_text("{")
    assert [item.stars for item in shelf.service.offers()] == [2, None]


def test_a_damaged_backup_restores_nothing(shelf: Shelf) -> None:
    shelf.star(1)
    made = shelf.service.make_backup()
    (shelf.desk.folder / "backups" / made.name).write_text("{")
    with pytest.raises(CannotReadFile):
        shelf.service.restore(made.name)
    assert shelf.stars() == {1: Star.STARRED}


def test_without_a_backup_of_today_nothing_is_restored(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.star(1)
    made = shelf.service.make_backup()
    shelf.star(2)

    def full(*_args: object) -> None:
        raise DiskFull

    monkeypatch.setattr(shelf.folder, "write", full)
    with pytest.raises(DiskFull):
        shelf.service.restore(made.name)
    assert shelf.stars() == {1: Star.STARRED, 2: Star.STARRED}


def test_a_file_of_stars_merges(shelf: Shelf, tmp_path: Path) -> None:
    shelf.desk.sync.sync(KEY)
    shelf.star(1, 2)
    shelf.desk.database.series.add_follow(Follow(FollowKind.TOPIC, "Kernels", shelf.desk.now))
    other = EventId("elsewhere.example", 3)
    shelf.desk.database.user.set_star(other, [5, 6], Star.TENTATIVE, shelf.desk.now)
    target = tmp_path / "stars.json"
    assert shelf.service.export(target) == 4
    assert target.read_bytes() == shelf.service.export_bytes()
    shelf.star(2, star=Star.NONE)
    shelf.star(1, star=Star.TENTATIVE)
    shelf.desk.database.user.set_star(other, [5, 6], Star.NONE, shelf.desk.now)
    shelf.desk.database.series.remove_follow(FollowKind.TOPIC, "kernels")
    followed = len(shelf.desk.database.series.follows())
    report = shelf.service.import_file(target)
    assert (report.added, report.already) == (3, 1)
    assert report.unknown == ((other, 2),)
    assert report.other == 1 - followed
    assert shelf.stars() == {1: Star.TENTATIVE, 2: Star.STARRED}


def test_files_of_this_computer_are_not_taken_from_strangers(shelf: Shelf, tmp_path: Path) -> None:
    row = {
        "path": "/home/ada/.profile",
        "kind": "file",
        "selection": "{}",
        "options": "{}",
        "added_dt": "2099-01-01T00:00:00.000000Z",
    }
    document = {
        "format": "qtml-companion/user-data",
        "version": 1,
        "stars": [],
        "more": {"user_calendar_target": [row]},
    }
    source = tmp_path / "stars.json"
    source.write_text(json.dumps(document))
    assert shelf.service.import_file(source).other == 0
    assert shelf.owned.read().is_empty


@pytest.mark.parametrize("content", [b"", b"\xff", b'{"format": "x"}', b"[" * 50_000])
def test_a_foreign_file_changes_nothing(shelf: Shelf, tmp_path: Path, content: bytes) -> None:
    shelf.star(1)
    source = tmp_path / "stars.json"
    source.write_bytes(content)
    with pytest.raises(CannotReadFile, match="cannot be used"):
        shelf.service.import_file(source)
    assert shelf.stars() == {1: Star.STARRED}


@pytest.mark.parametrize("name", ["missing.json", "nul\0.json", "."])
def test_a_file_that_cannot_be_opened_is_named(shelf: Shelf, tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotReadFile):
        shelf.service.import_file(tmp_path / name)


def test_a_place_that_cannot_be_written_is_named(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteFile, match="no"):
        shelf.service.export(tmp_path / "no" / "stars.json")


def test_changes_on_one_day_and_another_make_each_a_backup(shelf: Shelf) -> None:
    for number in range(3):
        shelf.star(number + 1)
        shelf.desk.now += timedelta(days=1)
    assert len({item.made_dt.date() for item in shelf.service.backups()}) == 3
