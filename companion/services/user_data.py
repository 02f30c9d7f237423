"""What the person owns, for ever: backups, and files that carry it to another computer."""

import logging
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from companion.domain.backup import Backup, BackupReason
from companion.domain.bookmark import Star
from companion.domain.event import EventId
from companion.domain.user_data import (
    MAX_BYTES,
    BadUserData,
    UserData,
    read_user_data,
    write_user_data,
)
from companion.errors import CannotReadFile, CompanionError, UsageError
from companion.files import save_file
from companion.ports.calls import Clock
from companion.ports.programmes import ProgrammeStore
from companion.ports.user import BackupStore, UserDataStore

CHANGE_PAUSE = timedelta(minutes=5)
"""After a change a backup is made at most so often; what comes in between waits for the end."""
_Mark = tuple[EventId, int, Star]
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What came of a file of stars.

    Attributes:
        added: stars that are new here; `already`: those that were here, which stay as they were.
        unknown: events whose programme is not stored here, with how many stars wait for it.
        other: new decisions and follows.
    """

    added: int
    already: int
    unknown: tuple[tuple[EventId, int], ...]
    other: int


@dataclass(frozen=True, slots=True)
class BackupOffer:
    """A backup, and what restoring it would do.

    Attributes:
        stars: how many it holds; None if it is damaged.
        coming, going: stars that would come back, and that would be gone.
    """

    backup: Backup
    stars: int | None
    coming: int = 0
    going: int = 0


class BackupKeeper:
    """Makes backups by itself; one per process. It never fails the action that it follows."""

    def __init__(self, backups: BackupStore, clock: Clock) -> None:
        self._backups = backups
        self._clock = clock
        self._is_behind = False

    def begin(self, store: UserDataStore) -> None:
        """At a start: a first backup of the day."""
        newest = self._newest()
        now = self._clock()
        if newest is None or newest.made_dt.date() != now.date():
            self._make(store, BackupReason.DAY)

    def after_change(self, store: UserDataStore) -> None:
        """Something of the person's has changed."""
        self._is_behind = True
        newest = self._newest(BackupReason.CHANGE)
        age = None if newest is None else self._clock() - newest.made_dt
        if age is None or not timedelta(0) <= age < CHANGE_PAUSE:
            self._make(store, BackupReason.CHANGE)

    def end(self, store: UserDataStore) -> None:
        """At the end: what changed since the last one."""
        if self._is_behind:
            self._make(store, BackupReason.CHANGE)

    def _newest(self, reason: BackupReason | None = None) -> Backup | None:
        return next((b for b in self._backups.list() if reason in (None, b.reason)), None)

    def _make(self, store: UserDataStore, reason: BackupReason) -> None:
        """Unless there is nothing new to keep; an empty database never follows a full backup."""
        try:
            data = store.read()
            if not data.is_empty and data != self._backups.newest_readable():
                self._backups.write(data, self._clock(), reason)
        except CompanionError as error:
            _log.warning("no backup was made: %s", error)
        else:
            self._is_behind = False


class UserDataService:
    """Backups on demand, and the file of stars."""

    def __init__(
        self,
        store: UserDataStore,
        backups: BackupStore,
        programmes: ProgrammeStore,
        clock: Clock,
    ) -> None:
        self._store = store
        self._backups = backups
        self._programmes = programmes
        self._clock = clock

    def backups(self) -> tuple[Backup, ...]:
        """All of them, newest first."""
        return self._backups.list()

    def offers(self) -> tuple[BackupOffer, ...]:
        """All backups with what they would change, newest first."""
        here = _marks(self._store.read())
        return tuple(self._offer(item, here) for item in self._backups.list())

    def _offer(self, item: Backup, here: frozenset[_Mark]) -> BackupOffer:
        try:
            there = _marks(self._backups.read(item.name))
        except (CannotReadFile, UsageError):  # damaged, or removed in this moment
            return BackupOffer(item, None)
        return BackupOffer(item, len(there), len(there - here), len(here - there))

    def make_backup(self) -> Backup:
        """One more, which no rotation removes.

        Raises:
            StorageError: it could not be written.
        """
        return self._backups.write(self._store.read(), self._clock(), BackupReason.HAND)

    def restore(self, name: str) -> UserData:
        """Make everything as it is in a backup; what there is now is backed up before.

        The newest backup with the reason `restore` undoes it.

        Raises:
            UsageError: no backup of that name.
            CannotReadFile: it is damaged; nothing was changed.
            StorageError: nothing was changed.
        """
        data = self._backups.read(name)
        self._backups.write(self._store.read(), self._clock(), BackupReason.RESTORE)
        self._store.replace(data)
        return data

    def export_bytes(self) -> bytes:
        """The file of stars, as docs/user-data.md describes it."""
        return write_user_data(self._store.read().portable, self._clock())

    def export(self, target: Path) -> int:
        """Write it; returns how many stars are in it.

        Raises:
            CannotWriteFile: what was there is untouched.
        """
        data = self._store.read().portable
        save_file(target, write_user_data(data, self._clock()))
        return len(data.stars)

    def import_file(self, source: Path) -> ImportReport:
        """Add what a file of stars holds and is not here; stars here stay as they are.

        Stars on programmes that are not stored wait for them.

        Raises:
            CannotReadFile: it is no such file; nothing was changed.
        """
        try:
            with source.open("rb") as file:
                data = read_user_data(file.read(MAX_BYTES + 1)).portable
        except BadUserData as error:
            raise CannotReadFile(path=source, detail=error) from error
        except (OSError, ValueError) as error:
            raise CannotReadFile(path=source, detail=_reason(error)) from error
        before = {(mark.event_id, mark.db_id) for mark in self._store.read().stars}
        rows = self._store.merge(data)
        new = sum((mark.event_id, mark.db_id) not in before for mark in data.stars)
        return ImportReport(new, len(data.stars) - new, self._unknown(data), rows - new)

    def _unknown(self, data: UserData) -> tuple[tuple[EventId, int], ...]:
        known = {stored.address.event_id for stored in self._programmes.editions()}
        counts: dict[EventId, int] = {}
        for mark in data.stars:
            if mark.event_id not in known:
                counts[mark.event_id] = counts.get(mark.event_id, 0) + 1
        return tuple(sorted(counts.items()))


def _marks(data: UserData) -> frozenset[_Mark]:
    return frozenset((mark.event_id, mark.db_id, mark.star) for mark in data.stars)


def _reason(error: Exception) -> object:
    return getattr(error, "strerror", None) or error
