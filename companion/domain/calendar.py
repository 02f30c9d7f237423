"""Calendar entries before they become a file: options, what was written, what to write.

`companion.ical` fills these values and turns them into iCalendar (RFC 5545); nothing here knows
the format. All times are UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from companion.domain.event import EventId
from companion.domain.timetable import Contribution


class EntryStatus(StrEnum):
    """State of a calendar entry (RFC 5545 3.8.1.11)."""

    CONFIRMED = "CONFIRMED"
    TENTATIVE = "TENTATIVE"
    CANCELLED = "CANCELLED"


class ZoneForm(StrEnum):
    """How instants are written: UTC, which every calendar reads rightly, or the event's zone."""

    UTC = "utc"
    EVENT = "event"


class PosterForm(StrEnum):
    """One entry per poster session with the posters inside, one each, or none at all."""

    ONE = "one"
    EACH = "each"
    NONE = "none"


class Action(StrEnum):
    """What an entry does to a calendar that holds what was written last time."""

    ADDED = "added"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """What the person chose.

    Attributes:
        alarm_minutes: remind so long before each talk; None for no alarm, 0 at its start.
        breaks: also write coffee breaks and the like, on days from which anything else is written.
        unscheduled: also write posters without a time of their own, at the time of their session.
        cancelled: also list withdrawn talks as cancelled that this file never held.
    """

    zone: ZoneForm = ZoneForm.UTC
    posters: PosterForm = PosterForm.ONE
    alarm_minutes: int | None = None
    breaks: bool = False
    unscheduled: bool = False
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class ExportedItem:
    """One entry as it was last written to a target (a file, a folder, a collection).

    It is all that is needed to cancel the entry later, whatever became of the talk.

    Attributes:
        target: names what was written to; any string, chosen by the caller.
        fingerprint: of everything visible in the entry; a digest. Empty where nothing but the
            number is known.
        modified_dt: what its LAST-MODIFIED said.
        written_dt: when this state was written for the first time.
    """

    target: str
    uid: str
    sequence: int
    fingerprint: str
    status: EntryStatus
    title: str
    start_dt: datetime
    end_dt: datetime
    location: str
    created_dt: datetime
    modified_dt: datetime
    written_dt: datetime


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One VEVENT to be.

    Attributes:
        title: raw, as the site sends it.
        zone: IANA name in which to write its times; None for UTC.
        source: the talk it is of; None for breaks, poster sessions and cancelled entries.
        posters: inside a poster session, in the order of their boards.
        url: page for people; empty for samples.
        parent_uid: UID of the event; empty for cancelled entries.
        child_uids: UIDs of the posters inside.
        organizer: title of the event; empty for cancelled entries.
        text: raw text of entries without a `source`.
        before: as it was last written to this target, if it was.
    """

    uid: str
    status: EntryStatus
    sequence: int
    title: str
    start_dt: datetime
    end_dt: datetime
    created_dt: datetime
    modified_dt: datetime
    action: Action = Action.ADDED
    location: str = ""
    zone: str | None = None
    source: Contribution | None = None
    posters: tuple[Contribution, ...] = ()
    session_title: str = ""
    categories: tuple[str, ...] = ()
    url: str = ""
    parent_uid: str = ""
    child_uids: tuple[str, ...] = ()
    organizer: str = ""
    text: str = ""
    alarm_minutes: int | None = None
    before: ExportedItem | None = None


class LeftOutReason(StrEnum):
    """Why a chosen talk is not in the calendar."""

    UNSCHEDULED = "unscheduled"
    POSTER = "poster"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A chosen talk that has no entry."""

    contribution: Contribution
    reason: LeftOutReason
    event_id: EventId


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """A calendar file to be, and what to remember once it is written.

    Attributes:
        entries: to write, by start; only changed ones if that was asked for.
        exported: the new memory of the target, replacing the old; unchanged items are equal to
            the old ones.
        left_out: chosen talks without an entry.
        plain_zones: zones that cannot be described by yearly rules; their times stay UTC.
        modified_dt: latest change of any entry; None without entries.
    """

    name: str
    entries: tuple[CalendarEntry, ...]
    exported: tuple[ExportedItem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    plain_zones: tuple[str, ...] = ()
    url: str = ""
    source_url: str = ""
    modified_dt: datetime | None = None

    def of(self, action: Action) -> tuple[CalendarEntry, ...]:
        """The entries that do this to the calendar, for a preview."""
        return tuple(entry for entry in self.entries if entry.action is action)

    @property
    def is_news(self) -> bool:
        """Whether writing it changes anything for a calendar that holds the last file."""
        return any(entry.action is not Action.SAME for entry in self.entries)


class UidKind(StrEnum):
    """What Indico writes into calendars."""

    CONTRIBUTION = "contribution"
    FRIENDLY = "contribution by friendly id"
    BLOCK = "session block"


@dataclass(frozen=True, slots=True)
class IndicoUid:
    """What a UID written by Indico or by us names.

    Attributes:
        hostname: without port; lower case.
        ident: db_id, friendly (or legacy) id, or block id, by `kind`.
        event_number: known for `FRIENDLY` only.
    """

    kind: UidKind
    hostname: str
    ident: int
    event_number: int | None = None


@dataclass(frozen=True, slots=True)
class ReadEntry:
    """One entry of a foreign calendar.

    Attributes:
        start_dt: None if missing, unreadable, floating or a whole day.
        identity: None where the UID is neither Indico's nor ours.
        children: the posters inside a poster session of ours.
    """

    uid: str
    title: str
    start_dt: datetime | None = None
    status: EntryStatus = EntryStatus.CONFIRMED
    identity: IndicoUid | None = None
    children: tuple[IndicoUid, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    """A foreign calendar, as far as it could be read.

    Attributes:
        problems: one plain sentence for each entry that could not be read or was doubled.
    """

    entries: tuple[ReadEntry, ...]
    problems: tuple[str, ...] = field(default=())

    @property
    def known(self) -> tuple[ReadEntry, ...]:
        """Entries of Indico or of ours; cancelled ones too, which nobody should star."""
        return tuple(entry for entry in self.entries if entry.identity or entry.children)

    @property
    def unknown(self) -> tuple[ReadEntry, ...]:
        """All others."""
        return tuple(entry for entry in self.entries if not (entry.identity or entry.children))
