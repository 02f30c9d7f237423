"""A copy of what the person owns."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class BackupReason(StrEnum):
    """Why one was made."""

    DAY = "day"
    CHANGE = "change"
    HAND = "hand"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """One of them.

    Attributes:
        name: of its file.
        made_dt: in whole seconds, UTC.
        reason: `day` at the first start of a day, `change` after one, `hand` when asked for,
            `restore` before another one was restored.
    """

    name: str
    made_dt: datetime
    reason: BackupReason
