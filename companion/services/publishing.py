"""Publishing an agenda into a calendar of the person's own on their server."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from companion.domain.calendar import (
    Action,
    CalendarEntry,
    CalendarPlan,
    EntryStatus,
    ExportedItem,
)
from companion.errors import CalendarChanged, CalendarConflict, CalendarRefused, PublishingStopped
from companion.ports.calendar import CalendarRequest, CalendarWriter, ExportLog
from companion.ports.calls import CancelCheck, Progress, never_cancelled, no_progress
from companion.ports.publishing import CalendarAccount, CalendarServers, RemoteCalendar, RemoteEntry
from companion.services.calendar_files import file_name
from companion.services.calendar_requests import CalendarRequests
from companion.services.scope import ExportSelection
from companion.text.plain import title_text

DEFAULT_NAME = "QTML agenda"
_TRIES = 3
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class PublishReport:
    """What was published.

    Attributes:
        url: of the collection.
        plan: what it holds now.
        written: entries that were sent.
    """

    url: str
    plan: CalendarPlan
    written: int


class PublishingService:
    """Creates, updates and cancels entries in one collection; nothing else on the server.

    An entry is sent when its talk changed or when it is missing there, always on the condition
    that it is still what was just read. So a run that broke off, a week offline, and a memory
    that was lost all end the same: the next run sends what is missing. What somebody changed in
    an entry by hand stays until its talk changes.
    """

    def __init__(
        self,
        requests: CalendarRequests,
        calendar: CalendarWriter,
        log: ExportLog,
        servers: CalendarServers,
    ) -> None:
        self._requests = requests
        self._calendar = calendar
        self._log = log
        self._servers = servers

    def plan(self, selection: ExportSelection, url: str) -> CalendarPlan:
        """What publishing into a known collection would change; asks no server.

        Args:
            selection: which talks.
            url: of the collection, as an earlier report told it; empty for a new one.
        """
        return self._calendar.plan(self._requests.make(selection, url))

    def publish(
        self,
        selection: ExportSelection,
        account: CalendarAccount,
        name: str = DEFAULT_NAME,
        *,
        progress: Progress = no_progress,
        cancelled: CancelCheck = never_cancelled,
    ) -> PublishReport:
        """Bring the collection of that name up to date.

        Raises:
            CalendarUnreachable, CalendarBusy: try again later; what was sent is remembered.
            CalendarLogin, CalendarForbidden, CalendarNotFound, CalendarElsewhere, CalendarRefused,
                CalendarConflict: as they say.
            PublishingStopped: the person stopped it.
            MissingPackage: the caldav library is not installed.
            UsageError: the address is none, or insecure; or the selection means nothing.
        """
        progress("connect", 0, None)
        with self._servers.open(account, name) as remote:
            request = self._requests.make(selection, remote.url)
            there = remote.entries()
            plan = self._calendar.plan(_aware_of(request, there))
            run = _Run(remote, there, self._calendar.resources(plan), progress, cancelled)
            try:
                run.send(plan)
            finally:
                self._remember(remote.url, request.written, plan, run.done)
        return PublishReport(remote.url, plan, run.written)

    def _remember(
        self, target: str, before: tuple[ExportedItem, ...], plan: CalendarPlan, done: set[str]
    ) -> None:
        """Of each entry what the server was told last."""
        old = {item.uid: item for item in before}
        items = [item if item.uid in done else old.get(item.uid) for item in plan.exported]
        told = tuple(item for item in items if item is not None)
        if told != before:
            self._log.write(target, told)


class _Run:
    """One round through all entries."""

    def __init__(
        self,
        remote: RemoteCalendar,
        there: Mapping[str, RemoteEntry],
        resources: Mapping[str, bytes],
        progress: Progress,
        cancelled: CancelCheck,
    ) -> None:
        self.done: set[str] = set()
        self.written = 0
        self._remote = remote
        self._there = there
        self._resources = resources
        self._progress = progress
        self._cancelled = cancelled

    def send(self, plan: CalendarPlan) -> None:
        total = len(plan.entries)
        for number, entry in enumerate(plan.entries):
            if self._cancelled():
                raise PublishingStopped(done=number, total=total)
            self._progress("publish", number, total)
            if self._is_due(entry):
                self._put(entry)
                self.written += 1
            self.done.add(entry.uid)
        self._progress("publish", total, total)

    def _is_due(self, entry: CalendarEntry) -> bool:
        if entry.uid not in self._there:
            return entry.status is not EntryStatus.CANCELLED
        return entry.action is not Action.SAME

    def _put(self, entry: CalendarEntry) -> None:
        data, title = self._resources[entry.uid], title_text(entry.title)
        for _ in range(_TRIES):
            try:
                return self._remote.put(file_name(entry.uid), data, self._there.get(entry.uid))
            except CalendarChanged:
                # Somebody was quicker: what they wrote is looked at, then ours is put upon it.
                self._there = self._remote.entries()
            except CalendarRefused as error:
                raise CalendarRefused(**{**error.params, "what": f"“{title}”"}) from error
        raise CalendarConflict(title=title)


def _aware_of(request: CalendarRequest, there: Mapping[str, RemoteEntry]) -> CalendarRequest:
    """With the numbers on the server, in case our own memory of them was lost."""
    elsewhere = dict(request.elsewhere)
    for uid, entry in there.items():
        known = elsewhere.get(uid)
        if known is None or known.sequence < entry.sequence:
            elsewhere[uid] = _unknown(entry)
    return replace(request, elsewhere=elsewhere)


def _unknown(entry: RemoteEntry) -> ExportedItem:
    """An entry of which only the number counts."""
    return ExportedItem(
        target="",
        uid=entry.uid,
        sequence=entry.sequence,
        fingerprint="",
        status=EntryStatus.CANCELLED,
        title="",
        start_dt=_NEVER,
        end_dt=_NEVER,
        location="",
        created_dt=_NEVER,
        modified_dt=_NEVER,
        written_dt=_NEVER,
    )
