"""Files that hold a recorded edition, as `snapshot` makes them; the network is not needed."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from companion.domain.event import EventId
from companion.errors import OlderSnapshot
from companion.ports.answers import SnapshotStore
from companion.ports.fetching import FetchedProgramme
from companion.ports.programmes import ProgrammeStore
from companion.services.sync import SyncService
from companion.services.sync_report import SyncReport


class OpeningService:
    """Takes what others recorded; never silently over what is newer."""

    def __init__(self, store: ProgrammeStore, sync: SyncService, snapshots: SnapshotStore) -> None:
        self._store = store
        self._sync = sync
        self._snapshots = snapshots

    def open(self, path: Path, *, accept: bool = False) -> SyncReport:
        """Store the edition in a file; its talks keep their stars.

        Args:
            path: a snapshot.
            accept: also one that is older than what is stored, or that looks suspicious.

        Raises:
            CannotReadFile: not a snapshot, damaged, or too large.
            OlderSnapshot: it would replace something newer.
            Refused: it looks suspicious, as an answer of the site would.
        """
        fetched = self._snapshots.read(path).fetched
        if not accept:
            self._refuse_older(path, fetched)
        report = self._sync.take(fetched, accept=accept)
        recorded = f"The file was recorded {_words(fetched.generated_dt)} (UTC)."
        message = f"{report.message} {recorded}"
        return replace(report, message=message, recorded_dt=fetched.generated_dt)

    def _refuse_older(self, path: Path, fetched: FetchedProgramme) -> None:
        stored = self._generated(fetched.address.event_id)
        if stored is not None and fetched.generated_dt < stored:
            raise OlderSnapshot(
                path=path, recorded=_words(fetched.generated_dt), stored=_words(stored)
            )

    def _generated(self, event_id: EventId) -> datetime | None:
        found = (i.generated_dt for i in self._store.editions() if i.address.event_id == event_id)
        return next(found, None)


def _words(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S}"
