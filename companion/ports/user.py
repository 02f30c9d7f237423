"""What the person owns: stars, all their data at once, and copies of it."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from companion.domain.backup import Backup, BackupReason
from companion.domain.bookmark import Bookmark, Star
from companion.domain.event import EventId
from companion.domain.user_data import UserData


class UserStore(Protocol):
    """What the person owns. No sync writes here."""

    def bookmarks(self, event_id: EventId | None = ...) -> tuple[Bookmark, ...]:
        """All stars, oldest first."""

    def set_star(
        self, event_id: EventId, db_ids: Collection[int], star: Star, now: datetime
    ) -> None:
        """Set or (with `Star.NONE`) remove stars, in one transaction."""


class UserDataStore(Protocol):
    """All that the person owns at once."""

    def read(self) -> UserData:
        """Everything, as of one moment."""

    def merge(self, data: UserData) -> int:
        """Add what is missing; what is there stays as it is. Returns how many rows were new."""

    def replace(self, data: UserData) -> None:
        """Make it exactly this, all or nothing."""


class BackupStore(Protocol):
    """Copies of what the person owns, beside the database."""

    def list(self) -> tuple[Backup, ...]:
        """All of them, newest first."""

    def write(self, data: UserData, now: datetime, reason: BackupReason) -> Backup:
        """Add one; older ones make room."""

    def read(self, name: str) -> UserData:
        """What is in one.

        Raises:
            UsageError: there is none of that name.
            CannotReadFile: it is damaged.
        """

    def newest_readable(self) -> UserData | None:
        """What the newest one holds that is not damaged."""
