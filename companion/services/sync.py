"""One sync: fetch, decide, write; a doubtful answer never replaces what is stored."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from time import monotonic

from companion.domain.decide import Decision, Doubt, decide
from companion.domain.edition import Edition
from companion.domain.event import EventAddress
from companion.errors import (
    FetchFailed,
    IsInvented,
    NotOnIndico,
    Refused,
    SuddenlyEmpty,
    TimetableGone,
    TooManyGone,
    UnknownEdition,
    Unreachable,
)
from companion.ports.answers import RefusedAnswers, SnapshotStore
from companion.ports.calls import CancelCheck, Clock, Progress, never_cancelled, no_progress
from companion.ports.fetching import (
    FetchedProgramme,
    ProgrammeSource,
    RawAnswer,
    Resolved,
)
from companion.ports.programmes import CheckLog, ProgrammeStore, ProgrammeUpdate
from companion.services.editions import EditionsService
from companion.services.sync_report import SyncReport, done_report, failed_report

REFRESH_PAUSE = timedelta(minutes=1)
"""`nc=yes` makes the server work for seconds, so it is sent at most so often per event."""


class SyncService:
    """Brings editions up to date; the person's stars are out of its reach."""

    def __init__(
        self,
        source: ProgrammeSource,
        store: ProgrammeStore,
        checks: CheckLog,
        refused: RefusedAnswers,
        editions: EditionsService,
        clock: Clock,
    ) -> None:
        self._source = source
        self._store = store
        self._checks = checks
        self._refused = refused
        self._editions = editions
        self._clock = clock

    def sync(
        self,
        target: str,
        *,
        refresh: bool = False,
        accept: bool = False,
        second_look: bool = True,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> SyncReport:
        """Sync one edition.

        Args:
            target: a key, or the address of an Indico event.
            refresh: pass by the server's cache (at most once a minute per event).
            accept: take an answer that would be refused as suspicious.
            second_look: ask for a doubtful answer once more past the cache before it is refused.
            progress: told of each step.
            cancelled: asked often; True stops it.

        Raises:
            UsageError: the target is neither; `NotOnIndico`: its programme is elsewhere;
                `IsInvented`: it has no site.
            Cancelled: stopped; nothing was changed.
            StorageError: the database failed; nothing was changed.
        """
        started = monotonic()
        try:
            found = self._resolved(target, progress, cancelled)
        except (Unreachable, Refused) as error:
            return failed_report(target, error, started)
        wish = _Wish(refresh, accept, second_look, progress, cancelled)
        report = self._run(found.address, wish, started)
        return replace(report, requests=report.requests + found.requests)

    def check(self, targets: Iterable[str]) -> None:
        """Whether all can be synced, as far as this computer knows; asks no network.

        Raises:
            UsageError, NotOnIndico, IsInvented: of the first that cannot, as in `sync`.
        """
        for target in targets:
            if self._known_address(target) is None:
                self._source.check(target)

    def sync_all(
        self,
        *,
        refresh: bool = False,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> tuple[SyncReport, ...]:
        """Sync every edition whose Indico event is known; one that fails does not stop the rest."""
        return tuple(
            self.sync(
                self._editions.key_of(address.event_id),
                refresh=refresh,
                progress=progress,
                cancelled=cancelled,
            )
            for address in self._editions.addresses()
        )

    def _resolved(self, target: str, progress: Progress, cancelled: CancelCheck) -> Resolved:
        known = self._known_address(target)
        if known is not None:
            return Resolved(known)
        return self._source.resolve(target, progress=progress, cancelled=cancelled)

    def _known_address(self, target: str) -> EventAddress | None:
        """Of an edition; None for what may be a pasted address."""
        try:
            info = self._editions.get(target)
        except UnknownEdition:
            if "/" not in target:
                raise
            return None
        address = info.stored.address if info.stored else info.edition.address
        if address is None:
            raise _elsewhere(info.edition)
        if address.event_id.is_sample:
            raise IsInvented(title=info.edition.title)
        return address

    def _run(self, address: EventAddress, wish: "_Wish", started: float) -> SyncReport:
        key = self._editions.key_of(address.event_id)
        try:
            fetched, decision = self._look_twice(address, wish)
            wish.progress("store", 0, None)
            self._store_decision(key, fetched, decision)
        except (Unreachable, Refused) as error:
            self._keep_doubtful(key, error)
            return failed_report(key, error, started)
        return done_report(key, decision, fetched, started)

    def _look_twice(
        self, address: EventAddress, wish: "_Wish"
    ) -> tuple[FetchedProgramme, Decision]:
        """What to store; a doubtful answer is asked for once more, past the server's cache."""
        refresh = wish.refresh and self._may_refresh(address)
        try:
            return self._look(address, wish, refresh=refresh)
        except Refused as first:
            may_ask_again = wish.second_look and not refresh and self._may_refresh(address)
            if not first.doubtful or not may_ask_again:
                raise
            earlier = first
        try:
            fetched, decision = self._look(address, wish, refresh=True)
        except FetchFailed as second:
            second.requests += earlier.requests
            second.size += earlier.size
            raise
        requests, size = fetched.requests + earlier.requests, fetched.size + earlier.size
        return replace(fetched, requests=requests, size=size), decision

    def _look(
        self, address: EventAddress, wish: "_Wish", *, refresh: bool
    ) -> tuple[FetchedProgramme, Decision]:
        fetched = self._fetch(address, wish, refresh=refresh)
        decision = self._decide(fetched)
        if decision.doubt and not wish.accept:
            raise self._refusal(decision, fetched)
        return fetched, decision

    def _keep_doubtful(self, key: str, error: FetchFailed) -> None:
        if error.doubtful and error.bodies:
            answers = (RawAnswer(name, "", body) for name, body in error.bodies.items())
            self._refused.keep(key, tuple(answers), self._clock())

    def _may_refresh(self, address: EventAddress) -> bool:
        last = self._checks.refreshed(address.event_id)
        return last is None or not timedelta(0) <= self._clock() - last < REFRESH_PAUSE

    def _fetch(self, address: EventAddress, wish: "_Wish", *, refresh: bool) -> FetchedProgramme:
        if refresh:
            self._checks.note(address.event_id, refreshed=self._clock())
        return self._source.fetch(
            address, refresh=refresh, progress=wish.progress, cancelled=wish.cancelled
        )

    def _decide(self, fetched: FetchedProgramme) -> Decision:
        event_id = fetched.address.event_id
        return decide(
            self._store.programme(event_id),
            fetched.programme,
            withdrawn=self._store.withdrawn(event_id),
            event_ids=fetched.event_ids,
            timetable_ids=fetched.timetable_ids,
        )

    def _store_decision(self, key: str, fetched: FetchedProgramme, decision: Decision) -> None:
        now = self._clock()
        if decision.changes:
            self._store.apply(
                ProgrammeUpdate(
                    key=key,
                    address=fetched.address,
                    programme=decision.programme,
                    changes=decision.changes,
                    seen_dt=now,
                    generated_dt=fetched.generated_dt,
                )
            )
        self._checks.note(fetched.address.event_id, checked=now)

    def _refusal(self, decision: Decision, fetched: FetchedProgramme) -> Refused:
        refusal = self._reason(decision, fetched)
        refusal.doubtful = True
        refusal.requests, refusal.size = fetched.requests, fetched.size
        refusal.bodies = {answer.name: answer.body for answer in fetched.answers}
        return refusal

    def _reason(self, decision: Decision, fetched: FetchedProgramme) -> Refused:
        host = fetched.address.event_id.host
        if decision.doubt is Doubt.EMPTY:
            title = decision.programme.event.title
            return SuddenlyEmpty(host=host, title=title, known=decision.known)
        if decision.doubt is Doubt.NO_TIMETABLE:
            return TimetableGone(host=host)
        return TooManyGone(host=host, gone=decision.gone, known=decision.known)

    def load_snapshot(self, path: Path, snapshots: SnapshotStore) -> SyncReport:
        """Take a recorded edition that comes with the program, whatever is stored of it.

        Raises:
            CannotReadFile: not a snapshot, damaged, or too large.
        """
        return self.take(snapshots.read(path).fetched, accept=True)

    def take(self, fetched: FetchedProgramme, *, accept: bool = False) -> SyncReport:
        """Take recorded answers as if their site had just given them.

        Args:
            fetched: what was recorded.
            accept: take it even if a sync would refuse it as suspicious.

        Raises:
            Refused: it looks suspicious; nothing was changed.
        """
        started = monotonic()
        key = self._editions.key_of(fetched.address.event_id)
        decision = self._decide(fetched)
        if decision.doubt and not accept:
            raise self._refusal(decision, fetched)
        self._store_decision(key, fetched, decision)
        return done_report(key, decision, fetched, started)

    def record_snapshot(
        self, target: str, path: Path, snapshots: SnapshotStore, *, refresh: bool = False
    ) -> str:
        """Fetch an edition anew and pack its answers into a file; returns its key.

        Raises:
            Unreachable, Refused, UsageError: as in `sync`; CannotWriteFile.
        """
        address = self._resolved(target, no_progress, never_cancelled).address
        fetched = self._source.fetch(address, refresh=refresh)
        key = self._editions.key_of(address.event_id)
        snapshots.write(path, key, fetched)
        return key


@dataclass(frozen=True, slots=True)
class _Wish:
    refresh: bool
    accept: bool
    second_look: bool
    progress: Progress
    cancelled: CancelCheck


def _elsewhere(edition: Edition) -> NotOnIndico:
    return NotOnIndico(title=edition.title, website=edition.website or "not known")
