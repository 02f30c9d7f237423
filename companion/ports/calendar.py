"""Calendar files: what they shall hold, who writes and reads them, where they are kept."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from companion.domain.bookmark import Star
from companion.domain.calendar import (
    CalendarEntry,
    CalendarOptions,
    CalendarPlan,
    ExportedItem,
    ReadCalendar,
)
from companion.domain.event import EventAddress
from companion.domain.timetable import Contribution, Programme
from companion.ports.programmes import TalkRecord


@dataclass(frozen=True, slots=True)
class CalendarEdition:
    """One edition's share of a calendar file.

    Attributes:
        programme: the present programme, with its texts.
        records: by db_id, withdrawn talks too.
        withdrawn: talks that the site no longer has, as they last were.
        stars: by db_id; `TENTATIVE` makes an entry tentative.
        chosen: db_ids of the talks to write; None for the whole programme.
        followed: db_ids that are written, too, if the target holds them: talks of a chosen day that
            were moved to another one have moved, and are not cancelled.
    """

    address: EventAddress
    programme: Programme
    records: Mapping[int, TalkRecord]
    withdrawn: tuple[Contribution, ...] = ()
    stars: Mapping[int, Star] = field(default_factory=dict)
    chosen: frozenset[int] | None = None
    followed: frozenset[int] = frozenset()


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


class CalendarReader(Protocol):
    """Reads calendar files from anywhere."""

    def read(self, data: bytes, *, name: str) -> ReadCalendar:
        """All entries that can be read.

        Raises:
            CannotReadFile: `name` is no calendar file, or larger than any agenda.
        """


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
