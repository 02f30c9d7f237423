"""Copies of what the person owns, as small JSON files beside the database."""

import re
from datetime import UTC, datetime
from pathlib import Path

from companion.domain.backup import Backup, BackupReason
from companion.domain.user_data import (
    MAX_BYTES,
    BadUserData,
    UserData,
    read_user_data,
    write_user_data,
)
from companion.errors import CannotReadFile, Said, UsageError
from companion.files import replace_file
from companion.storage.failures import file_error

NEWEST, DAYS = 10, 14
"""Kept: the newest ones, and the last of each of so many days. What was made by hand stays."""

_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-(\d+))?-(day|change|hand|restore)\.json")
_STAMP = "%Y%m%dT%H%M%SZ"


class BackupFolder:
    """Implements `companion.ports.user.BackupStore`; a folder that is missing holds no backup."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def list(self) -> tuple[Backup, ...]:
        """All of them, newest first; other files are passed over."""
        try:
            names = sorted((path.name for path in self._root.iterdir()), key=_order, reverse=True)
        except OSError:
            return ()
        return tuple(item for item in map(_backup, names) if item is not None)

    def write(self, data: UserData, now: datetime, reason: BackupReason) -> Backup:
        """Add one, then remove those that are no longer kept.

        Raises:
            DiskFull, ReadOnly: nothing was changed.
        """
        name = self._free_name(now, reason)
        path = self._root / name
        try:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(path, write_user_data(data, now))
            self._rotate(name)
        except OSError as error:
            raise file_error(error, path) from error
        return Backup(name, _made(name), reason)

    def read(self, name: str) -> UserData:
        """What is in one.

        Raises:
            UsageError: there is no backup of that name.
            CannotReadFile: it is damaged.
        """
        known = [item.name for item in self.list()]
        if name not in known:
            raise UsageError(
                detail=Said(
                    "There is no backup “{name}”; there are: {known}",
                    name=name,
                    known=", ".join(known) or Said("none"),
                )
            )
        path = self._root / name
        try:
            with path.open("rb") as file:
                return read_user_data(file.read(MAX_BYTES + 1))
        except BadUserData as error:
            raise CannotReadFile(path=path, detail=error) from error
        except OSError as error:
            raise CannotReadFile(path=path, detail=error.strerror or error) from error

    def newest_readable(self) -> UserData | None:
        """What the newest one holds that is not damaged."""
        for item in self.list():
            try:
                return self.read(item.name)
            except (CannotReadFile, UsageError):
                continue
        return None

    def _free_name(self, now: datetime, reason: BackupReason) -> str:
        """Behind the newest one, also where the clock was set back: what is newest is restored."""
        stamp = now.astimezone(UTC).strftime(_STAMP)
        newest, number = max((_order(item.name) for item in self.list()), default=("", 0))
        if stamp > newest:
            return f"{stamp}-{reason.value}.json"
        return f"{newest}-{number + 1}-{reason.value}.json"

    def _rotate(self, just_made: str) -> None:
        items = [item for item in self.list() if item.reason is not BackupReason.HAND]
        last_of_day = {item.made_dt.date(): item.name for item in reversed(items)}
        days = sorted(last_of_day, reverse=True)[:DAYS]
        kept = {item.name for item in items[:NEWEST]} | {last_of_day[day] for day in days}
        for item in items:
            if item.name not in kept | {just_made}:
                (self._root / item.name).unlink(missing_ok=True)


def _order(name: str) -> tuple[str, int]:
    match = _NAME.fullmatch(name)
    return (match[1], int(match[2] or 1)) if match else ("", 0)


def _backup(name: str) -> Backup | None:
    match = _NAME.fullmatch(name)
    try:
        return Backup(name, _made(name), BackupReason(match[3])) if match else None
    except ValueError:  # such as the 99th of a month
        return None


def _made(name: str) -> datetime:
    return datetime.strptime(name.split("-", maxsplit=1)[0], _STAMP).replace(tzinfo=UTC)
