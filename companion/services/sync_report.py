"""What a sync tells of itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from time import monotonic

from companion.domain.changes import ProgrammeChanges
from companion.domain.decide import Decision
from companion.errors import KnownError, Refused, Unreachable
from companion.ports.fetching import FetchedProgramme, Quarantined
from companion.services.sync_words import report_words


class SyncStatus(StrEnum):
    """How a sync ended."""

    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one sync did.

    Attributes:
        edition: the key to use afterwards.
        added, changed, removed: contributions.
        changes: all differences, also of breaks, blocks and the event.
        size: bytes of the answers, decompressed; `duration_s`: seconds in all.
        message: a sentence or two in plain words.
        error: why it was refused or unreachable.
        recorded_dt: when the site said what a file held that was opened; UTC.
    """

    edition: str
    status: SyncStatus
    message: str
    added: int = 0
    changed: int = 0
    removed: int = 0
    quarantined: tuple[Quarantined, ...] = ()
    requests: int = 0
    size: int = 0
    duration_s: float = 0.0
    changes: ProgrammeChanges | None = None
    error: KnownError | None = None
    recorded_dt: datetime | None = None

    @property
    def exit_code(self) -> int:
        """0 done, 3 unreachable, 4 refused."""
        return self.error.exit_code if self.error else 0


def done_report(
    key: str, decision: Decision, fetched: FetchedProgramme, started: float
) -> SyncReport:
    """Of answers that were taken; `started` by the monotonic clock."""
    changes = decision.changes
    return SyncReport(
        edition=key,
        status=SyncStatus.UPDATED if changes else SyncStatus.UNCHANGED,
        message=report_words(decision, fetched.quarantined),
        added=len(changes.added),
        changed=len(changes.changed),
        removed=len(changes.removed),
        quarantined=fetched.quarantined,
        requests=fetched.requests,
        size=fetched.size,
        duration_s=round(monotonic() - started, 3),
        changes=changes,
    )


def failed_report(key: str, error: Unreachable | Refused, started: float) -> SyncReport:
    """Of a site that gave no answer, or one that was refused; nothing was changed."""
    unreachable = isinstance(error, Unreachable)
    return SyncReport(
        edition=key,
        status=SyncStatus.UNREACHABLE if unreachable else SyncStatus.REFUSED,
        message=f"{error.message} {error.next_step}".strip(),
        requests=error.requests,
        size=error.size,
        duration_s=round(monotonic() - started, 3),
        error=error,
    )
