"""Looks for changes by itself, politely, while the program is open."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.domain.edition import StoredEdition
from companion.domain.schedule import EAGER, Watched, next_check
from companion.errors import Cancelled
from companion.ports.calls import CancelCheck, Clock, Progress, never_cancelled, no_progress
from companion.ports.programmes import CheckLog, ProgrammeStore
from companion.services.changes import ChangesService, News
from companion.services.sync import SyncService
from companion.services.sync_report import SyncReport, SyncStatus

CRAWL_DELAY = timedelta(seconds=10)
"""Between two requests to one host, as robots.txt of Indico servers asks for."""
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Due:
    """The next check: of which edition, and when (UTC; not in the past)."""

    key: str
    at_dt: datetime


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What one check brought.

    Attributes:
        mine: changes of starred talks, newest first; a person is told of nothing else.
    """

    report: SyncReport
    mine: tuple[News, ...] = ()


class WatchService:
    """Decides what to check when; one per process, as it remembers what failed."""

    def __init__(
        self,
        store: ProgrammeStore,
        checks: CheckLog,
        sync: SyncService,
        changes: ChangesService,
        clock: Clock,
        spread: Callable[[], float],
    ) -> None:
        """Prepare it.

        Args:
            store: the stored editions; others are not watched.
            checks: when each last answered.
            sync: over a source that keeps `CRAWL_DELAY` between the two requests of a sync.
            changes: for what touches starred talks.
            clock: the present.
            spread: a number from 0 to 1 per edition, so that not all readers ask at once.
        """
        self._store = store
        self._checks = checks
        self._sync = sync
        self._changes = changes
        self._clock = clock
        self._spread = spread
        self._spreads: dict[str, float] = {}
        self._tried: dict[str, datetime] = {}
        self._asked: dict[str, datetime] = {}

    def next_due(self) -> Due | None:
        """The next check; None if nothing stored is to come. Samples are never checked."""
        now = self._clock()
        found = [due for stored in self._store.editions() if (due := self._due(stored, now))]
        return min(found, key=lambda due: (due.at_dt, due.key), default=None)

    def _due(self, stored: StoredEdition, now: datetime) -> Due | None:
        event_id = stored.address.event_id
        if event_id.is_sample:
            return None
        checked = self._checks.checked(event_id) or stored.synced_dt
        watched = Watched(stored.start_dt, stored.end_dt, checked)
        at = next_check(watched, now, self._spread_of(stored.key))
        if at is None:
            return None
        waits = [at, _after(self._tried.get(stored.key), EAGER, now)]
        waits.append(_after(self._asked.get(event_id.host), CRAWL_DELAY, now))
        return Due(stored.key, max(waits))

    def _spread_of(self, key: str) -> float:
        return self._spreads.setdefault(key, self._spread())

    def run_check(
        self,
        key: str,
        *,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> CheckOutcome:
        """Sync one edition through the server's cache; a doubtful answer waits for the next check.

        Raises:
            UsageError: the edition is not there any more.
            Cancelled: nothing was changed; it is due as before.
            StorageError: nothing was changed.
        """
        started = self._clock()
        self._tried[key] = started
        self._spreads.pop(key, None)
        try:
            report = self._sync.sync(key, second_look=False, progress=progress, cancelled=cancelled)
        except Cancelled:
            del self._tried[key]
            raise
        finally:
            self._note_host(key)
        if report.status is not SyncStatus.UPDATED:
            return CheckOutcome(report)
        return CheckOutcome(report, self._changes.news(key, started - _TICK, mine=True))

    def _note_host(self, key: str) -> None:
        for stored in self._store.editions():
            if stored.key == key:
                self._asked[stored.address.event_id.host] = self._clock()


def _after(moment: datetime | None, pause: timedelta, now: datetime) -> datetime:
    """When a pause is over; a moment in the future is of a clock that was set back."""
    return now if moment is None or moment > now else max(now, moment + pause)
