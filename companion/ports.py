"""What the services need from the outside world, as protocols and the values that pass.

Adapters implement them, `companion.app` hands them in; nothing here does I/O. Unless a docstring
says otherwise, every method may raise `companion.errors.StorageError` (stores) or
`Unreachable`, `Refused` and `Cancelled` (sources), and is to be called off the GUI thread.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from companion.domain.backup import Backup, BackupReason
from companion.domain.bookmark import Bookmark, Star
from companion.domain.calendar import (
    CalendarEntry,
    CalendarOptions,
    CalendarPlan,
    ExportedItem,
    ReadCalendar,
)
from companion.domain.changes import Change, ProgrammeChanges
from companion.domain.edition import Edition, StoredEdition
from companion.domain.entry import Entry, EntryRef
from companion.domain.event import Event, EventAddress, EventId
from companion.domain.timetable import Contribution, Programme
from companion.domain.user_data import UserData

if TYPE_CHECKING:  # not for the first paint, which imports this module
    from contextlib import AbstractContextManager

    from companion.domain.series.decisions import (
        FollowUpDecision,
        PersonDecision,
        PersonKey,
        TalkKey,
    )
    from companion.domain.series.follows import Follow, FollowKind

Progress = Callable[[str, int, int | None], None]
"""Called with a step (`connect`, `event`, `timetable`, `read`, `store`), units done, units in all
(bytes for downloads; None if not known). May be called from any thread."""

CancelCheck = Callable[[], bool]
"""True once the person wants to stop; asked often."""

Clock = Callable[[], datetime]
"""The present instant, aware, UTC."""


def no_progress(_step: str, _done: int, _total: int | None) -> None:
    """For callers that do not watch."""


def never_cancelled() -> bool:
    """For callers that cannot stop."""
    return False


# --- fetching ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One record that could not be read; the rest of the answer was.

    Attributes:
        path: where it stands, such as `event.contributions[12].duration` (with the db_id if known).
        reason: in plain words.
    """

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """One answer as it came, for snapshots and for reports of refused ones."""

    name: str
    url: str
    body: bytes


@dataclass(frozen=True, slots=True)
class FetchedProgramme:
    """What one sync brought.

    Attributes:
        generated_dt: when the server made the older of the answers (they may be cached there).
        requests: HTTP requests made, redirects and retries included.
        size: bytes of bodies after decompression.
        timetable_ids: db_ids that the timetable answer holds; a talk in only one answer stays.
    """

    address: EventAddress
    programme: Programme
    generated_dt: datetime
    quarantined: tuple[Quarantined, ...] = ()
    requests: int = 0
    size: int = 0
    answers: tuple[RawAnswer, ...] = ()
    event_ids: frozenset[int] = frozenset()
    timetable_ids: frozenset[int] = frozenset()


class ProgrammeSource(Protocol):
    """Where programmes come from: an Indico server, the sample, or a snapshot file."""

    def resolve(
        self, text: str, *, progress: Progress = ..., cancelled: CancelCheck = ...
    ) -> EventAddress:
        """The event that a pasted address means; asks the network only for short addresses.

        Raises:
            NotAnAddress, InsecureAddress: and whatever `fetch` raises.
        """

    def check(self, text: str) -> None:
        """Whether a pasted text can be an event's address; asks no network.

        Raises:
            NotAnAddress, InsecureAddress: it cannot.
        """

    def fetch(
        self,
        address: EventAddress,
        *,
        refresh: bool = ...,
        progress: Progress = ...,
        cancelled: CancelCheck = ...,
    ) -> FetchedProgramme:
        """Ask for a whole programme; `refresh` passes by the server's own cache (`nc=yes`)."""


class Downloader(Protocol):
    """Brings one small file over https."""

    def download(
        self, url: str, *, progress: Progress = ..., cancelled: CancelCheck = ...
    ) -> bytes:
        """The whole file.

        Raises:
            InsecureAddress, UsageError: the address is not https, or none at all.
            Unreachable: no usable answer.
            Refused: led to another host; too large; not there.
        """


@dataclass(frozen=True, slots=True)
class CatalogueInUse:
    """The list of editions that the program goes by.

    Attributes:
        editions: by year.
        own: keys of the editions that are not as the bundled list has them.
        updated: when the facts of the update were gathered; None without one, or if it is silent.
        notice: why a stored update cannot be used; empty if all is well.
    """

    editions: tuple[Edition, ...]
    own: tuple[str, ...] = ()
    updated: date | None = None
    notice: str = ""


class CatalogueStore(Protocol):
    """The list of editions: the bundled one, and an update that the person accepted."""

    def in_use(self) -> CatalogueInUse:
        """Both together. Never raises: without a readable update it is the bundled list."""

    def read(self, path: Path) -> bytes:
        """A list from a file.

        Raises:
            CannotReadFile: not a file, not to be read, or larger than any list.
        """

    def accept(self, data: bytes, name: str) -> CatalogueInUse:
        """Check a list completely, and go by it from now on.

        Raises:
            CannotReadFile: something in it cannot be accepted; the list in use stays.
            CannotWriteFile: the list in use stays.
        """

    def reset(self) -> None:
        """Go by the bundled list again.

        Raises:
            CannotWriteFile: the list in use stays.
        """


# --- storing -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ProgrammeUpdate:
    """What one sync decided to write, all in one transaction.

    Attributes:
        changes: what to touch; rows of entries not named there stay as they are.
        programme: the new programme.
        seen_dt: when we saw it, UTC.
    """

    key: str
    address: EventAddress
    programme: Programme
    changes: ProgrammeChanges
    seen_dt: datetime
    generated_dt: datetime


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One talk that matches.

    Attributes:
        snippet: the words around the match; matched words between U+0002 and U+0003.
        field: where the best match stands: `title`, `people`, `text`, `session` or `keywords`.
    """

    ref: EntryRef
    title: str
    snippet: str
    field: str
    start_dt: datetime | None
    star: Star = Star.NONE
    speakers: str = ""


@dataclass(frozen=True, slots=True)
class SeenChange:
    """A change with the time when we saw it."""

    edition_key: str
    change: Change
    seen_dt: datetime


@dataclass(frozen=True, slots=True)
class TalkRecord:
    """What only we know of a talk.

    Attributes:
        sequence: raised by every change of time, place or state; never lowered (RFC 5545 3.8.7.4).
    """

    first_seen_dt: datetime
    changed_dt: datetime
    sequence: int
    withdrawn_dt: datetime | None = None


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """What to look for, already parsed; `words` match as prefixes, all of them."""

    text: str
    event_ids: tuple[EventId, ...] = ()
    limit: int = 50


class ProgrammeStore(Protocol):
    """The programmes on this computer, with what only we know of them."""

    def editions(self) -> tuple[StoredEdition, ...]:
        """All stored editions, latest start first."""

    def entries(self, event_id: EventId) -> tuple[Entry, ...]:
        """Every block, break and contribution once, withdrawn contributions too, by start."""

    def event(self, event_id: EventId) -> Event | None:
        """The event itself."""

    def contribution(self, event_id: EventId, db_id: int) -> Contribution | None:
        """One talk with all its texts; a withdrawn one as it last was."""

    def contributions(self, event_id: EventId, db_ids: Iterable[int]) -> tuple[Contribution, ...]:
        """Several of them, in the order asked for; unknown ones are left out."""

    def programme(self, event_id: EventId) -> Programme | None:
        """The whole present programme with its texts."""

    def withdrawn(self, event_id: EventId) -> tuple[Contribution, ...]:
        """Talks that the site no longer has, as they last were."""

    def apply(self, update: ProgrammeUpdate) -> None:
        """Write one sync in one transaction: all of it or nothing."""

    def rename(self, event_id: EventId, key: str) -> None:
        """Give an edition another key; nothing else changes."""

    def remove(self, event_id: EventId) -> None:
        """Forget an edition with its records and stars (for the sample)."""

    def search(self, query: SearchQuery) -> tuple[SearchHit, ...]:
        """Full-text search, best first; any text is safe."""

    def changes(
        self, event_id: EventId | None = ..., since: datetime | None = ...
    ) -> tuple[SeenChange, ...]:
        """What syncs changed (the first sync records none), newest first."""

    def programme_as_of(self, event_id: EventId, moment: datetime) -> Programme | None:
        """The programme as it was after the last sync at or before `moment`."""

    def records(self, event_id: EventId) -> Mapping[int, TalkRecord]:
        """What we know of each talk ever seen, by db_id."""


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


class CheckLog(Protocol):
    """When each event was last asked for.

    Kept outside the database, which an unchanged answer must not touch.
    """

    def checked(self, event_id: EventId) -> datetime | None:
        """When its site last gave a good answer."""

    def refreshed(self, event_id: EventId) -> datetime | None:
        """When `nc=yes` was last sent."""

    def note(
        self, event_id: EventId, *, checked: datetime | None = ..., refreshed: datetime | None = ...
    ) -> None:
        """Remember one or both."""


# --- calendar ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CalendarEdition:
    """One edition's share of a calendar file.

    Attributes:
        programme: the present programme, with its texts.
        records: by db_id, withdrawn talks too.
        withdrawn: talks that the site no longer has, as they last were.
        stars: by db_id; `TENTATIVE` makes an entry tentative.
        chosen: db_ids of the talks to write; None for the whole programme.
    """

    address: EventAddress
    programme: Programme
    records: Mapping[int, TalkRecord]
    withdrawn: tuple[Contribution, ...] = ()
    stars: Mapping[int, Star] = field(default_factory=dict)
    chosen: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class CalendarRequest:
    """What a calendar file shall hold.

    Attributes:
        name: shown by calendar programs; with a sample inside, it is made to begin with SAMPLE.
        made_dt: now; used only for changes that no sync saw, such as a star taken away.
        target: what is written to (see `ExportLog`); empty if that shall not be remembered.
        written: what `ExportLog.read(target)` says.
        elsewhere: what `ExportLog.latest()` says; keeps numbers rising from file to file.
        since_last: only what is new, changed or cancelled since `written`.
        source_url: where the file itself can be fetched again, if it is published.
    """

    name: str
    editions: tuple[CalendarEdition, ...]
    made_dt: datetime
    options: CalendarOptions = field(default_factory=CalendarOptions)
    target: str = ""
    written: tuple[ExportedItem, ...] = ()
    elsewhere: Mapping[str, ExportedItem] = field(default_factory=dict)
    since_last: bool = False
    source_url: str = ""


class ExportLog(Protocol):
    """What was written into which file, folder or collection; kept with the records."""

    def read(self, target: str) -> tuple[ExportedItem, ...]:
        """What a target holds, cancelled entries included; empty for an unknown one."""

    def latest(self) -> Mapping[str, ExportedItem]:
        """By UID: the item with the highest sequence that was ever written to any target."""

    def write(self, target: str, items: Collection[ExportedItem]) -> None:
        """Replace the memory of a target, in one transaction; after the file itself is in place."""


@dataclass(frozen=True, slots=True)
class StoredTarget:
    """A calendar file or folder to be kept up to date; the person's own.

    Attributes:
        path: absolute.
        kind: `file`, or `vdir` for a folder with one file per entry.
        selection, options: JSON, as `companion.services.calendar_targets` writes it.
    """

    path: str
    kind: str
    selection: str
    options: str
    added_dt: datetime


class CalendarTargetStore(Protocol):
    """Which of them there are. No sync writes here."""

    def all(self) -> tuple[StoredTarget, ...]:
        """All of them, oldest first."""

    def set(self, target: StoredTarget) -> None:
        """Remember one; an earlier one of the same path is replaced but keeps its date."""

    def remove(self, path: str) -> None:
        """Forget one; nothing happens if it is not there."""


class CalendarWriter(Protocol):
    """Turns talks into an iCalendar file (RFC 5545, RFC 7986)."""

    def plan(self, request: CalendarRequest) -> CalendarPlan:
        """Decide what to write; also the preview. Pure: asks nothing, remembers nothing."""

    def prepare(self, entries: Iterable[CalendarEntry]) -> None:
        """Render their texts, which takes longest, and keep them for `write`."""

    def write(self, plan: CalendarPlan) -> bytes:
        """One file: UTF-8, CRLF, folded at 75 octets; the same bytes for the same plan."""

    def resources(self, plan: CalendarPlan) -> Mapping[str, bytes]:
        """By UID, one calendar without METHOD per entry, for folders and CalDAV (RFC 4791 4.1)."""


@dataclass(frozen=True, slots=True)
class CalendarAccount:
    """A person's account on a CalDAV server; the password shows up in no log."""

    url: str
    user: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RemoteEntry:
    """An entry on a server.

    Attributes:
        etag: as the server writes it, quotes included; empty if it has none.
    """

    uid: str
    url: str
    etag: str
    sequence: int


class RemoteCalendar(Protocol):
    """A collection of ours on a server; every method may raise `PublishingFailed`."""

    url: str

    def entries(self) -> Mapping[str, RemoteEntry]:
        """By UID, all entries in it, whoever wrote them."""

    def put(self, name: str, data: bytes, before: RemoteEntry | None) -> None:
        """Write an entry: a new one as a file of that name, else in the place of `before`.

        Raises:
            CalendarChanged: it is there already, or no longer what was read.
        """


class CalendarServers(Protocol):
    """CalDAV servers (RFC 4791)."""

    def open(self, account: CalendarAccount, name: str) -> "AbstractContextManager[RemoteCalendar]":
        """Our own collection of that name; made if it is missing.

        Raises:
            PublishingFailed: in one of its kinds.
            UsageError: the address is none; `MissingPackage`: no library for it.
        """


class PasswordStore(Protocol):
    """The system's keyring."""

    def get(self, url: str, user: str) -> str | None:
        """The password kept for this user there; None without one."""

    def set(self, url: str, user: str, password: str) -> None:
        """Keep it.

        Raises:
            MissingPackage, KeyringFailed: it was not kept.
        """


class CalendarReader(Protocol):
    """Reads calendar files from anywhere."""

    def read(self, data: bytes, *, name: str) -> ReadCalendar:
        """All entries that can be read.

        Raises:
            CannotReadFile: `name` is no calendar file, or larger than any agenda.
        """


class RefusedAnswers(Protocol):
    """Keeps the last refused answers of each edition, for a report."""

    def keep(self, key: str, answers: tuple[RawAnswer, ...], now: datetime) -> None:
        """Keep them; older ones of the edition make room. Never raises."""


class SnapshotStore(Protocol):
    """Recorded answers of one edition in one file or folder."""

    def write(self, path: Path, key: str, fetched: FetchedProgramme) -> None:
        """Pack the answers that `fetched` holds."""

    def read(self, path: Path) -> "Snapshot":
        """The answers and what they are of.

        Raises:
            CannotReadFile: not a snapshot, damaged, or too large.
        """


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A recorded edition, read through the same code path as a sync."""

    key: str
    fetched: FetchedProgramme
    is_sample: bool = False
    notes: tuple[str, ...] = field(default=())


# --- series ------------------------------------------------------------------------------------


class SeriesUserStore(Protocol):
    """What the person decided about the series and follows in it. No sync writes here."""

    def person_decisions(self) -> "tuple[PersonDecision, ...]":
        """All merges and splits, oldest first."""

    def set_person_decision(self, decision: "PersonDecision") -> None:
        """Remember one; an earlier one about the same two entries is replaced."""

    def remove_person_decision(self, first: "PersonKey", second: "PersonKey") -> None:
        """Forget one, named in its own order; nothing happens if there is none."""

    def follow_up_decisions(self) -> "tuple[FollowUpDecision, ...]":
        """All confirmed and dismissed follow-ups, oldest first."""

    def set_follow_up_decision(self, decision: "FollowUpDecision") -> None:
        """Remember one; an earlier one about the same two talks is replaced."""

    def remove_follow_up_decision(self, older: "TalkKey", newer: "TalkKey") -> None:
        """Forget one; nothing happens if there is none."""

    def members(self) -> Mapping[EventId, bool]:
        """Events that the person put into the series (True) or took out of it, by hand."""

    def set_member(self, event_id: EventId, belongs: bool | None) -> None:
        """Put an event into the series or take it out; None leaves it to its title again."""

    def follows(self) -> "tuple[Follow, ...]":
        """All that is followed, oldest first."""

    def add_follow(self, follow: "Follow") -> None:
        """Follow something; what is followed already (same kind and key) stays as it is."""

    def remove_follow(self, kind: "FollowKind", key: str) -> None:
        """No longer follow it; nothing happens if it is not followed."""

    def looked_dt(self) -> datetime | None:
        """When the person last looked at the list of what is new for them."""

    def set_looked(self, now: datetime) -> None:
        """They look at it now."""
