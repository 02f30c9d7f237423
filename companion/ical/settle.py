"""Weighing an entry against what was written before: number, times and what it does.

SEQUENCE rises with every change of time, place or state (RFC 5546 2.1.4) and never falls, neither
in one file nor from file to file, for a person may import both into one calendar.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import blake2b

from companion.domain.calendar import Action, CalendarEntry, EntryStatus, ExportedItem
from companion.domain.people import PersonLink
from companion.domain.timetable import Contribution


@dataclass(frozen=True, slots=True)
class Writing:
    """One export: what is written to, and when (to the second)."""

    target: str
    now: datetime


def settle(
    draft: CalendarEntry, own: ExportedItem | None, latest: ExportedItem | None, writing: Writing
) -> tuple[CalendarEntry, ExportedItem]:
    """The entry to write, and what to remember of it then.

    Args:
        draft: as if written for the first time.
        own: as last written to this target.
        latest: the item with the highest sequence written to any target.
        writing: which target, and when; the time dates only changes that no sync saw.
    """
    digest = fingerprint(draft)
    sequence = _sequence(draft, digest, own, latest)
    is_same = own is not None and (own.fingerprint, own.sequence) == (digest, sequence)
    entry = replace(
        draft,
        sequence=sequence,
        created_dt=draft.created_dt if own is None else own.created_dt,
        modified_dt=_modified(draft, own, is_same, writing.now),
        action=Action.SAME if is_same else _action(draft, own),
        before=own,
    )
    written_dt = own.written_dt if own is not None and is_same else writing.now
    return entry, _item(entry, writing.target, digest, written_dt)


def tombstone(item: ExportedItem) -> CalendarEntry:
    """A cancelled entry made of nothing but what was written."""
    return CalendarEntry(
        uid=item.uid,
        status=EntryStatus.CANCELLED,
        sequence=item.sequence,
        title=item.title,
        start_dt=item.start_dt,
        end_dt=item.end_dt,
        created_dt=item.created_dt,
        modified_dt=item.modified_dt,
        location=item.location,
    )


def fingerprint(entry: CalendarEntry) -> str:
    """Digest of all that people see of an entry; not of numbers and stamps."""
    seen = (
        entry.status.value,
        entry.title,
        entry.start_dt.isoformat(),
        entry.end_dt.isoformat(),
        entry.location,
        entry.zone,
        entry.session_title,
        entry.categories,
        entry.url,
        entry.text,
        entry.alarm_minutes,
        None if entry.source is None else _talk(entry.source),
        [(*_talk(item), uid) for item, uid in zip(entry.posters, entry.child_uids, strict=True)],
    )
    return blake2b(repr(seen).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _talk(item: Contribution) -> tuple[object, ...]:
    return (
        item.title,
        item.description,
        item.code,
        item.board_number,
        _people(item.speakers),
        _people(item.authors),
    )


def _people(links: tuple[PersonLink, ...]) -> list[tuple[str, ...]]:
    return [link.content for link in links]


def _schedule(item: CalendarEntry | ExportedItem) -> tuple[object, ...]:
    return (item.status, item.start_dt, item.end_dt, item.location)


def _sequence(
    draft: CalendarEntry, digest: str, own: ExportedItem | None, latest: ExportedItem | None
) -> int:
    floors = [draft.sequence]
    if own is not None:
        floors.append(own.sequence + _is_rescheduled(own, draft))
    if latest is not None and (own is None or _is_rescheduled(own, draft)):
        floors.append(latest.sequence + _is_rescheduled(latest, draft))
    elif latest is not None and own is not None and _is_overruled(draft, digest, own, latest):
        is_message = latest.status is EntryStatus.CANCELLED or not draft.posters
        floors.append(latest.sequence + (is_message and _is_rescheduled(latest, draft)))
    return max(floors)


def _is_rescheduled(item: ExportedItem, draft: CalendarEntry) -> bool:
    return _schedule(item) != _schedule(draft)


def _is_overruled(
    draft: CalendarEntry, digest: str, own: ExportedItem, latest: ExportedItem
) -> bool:
    """Whether a calendar that took another file since would pass over what this one says again.

    Only what is on rises to the others: if a cancellation did, too, two files would for ever
    outbid each other. So would two with different posters of a session: they may end equal.
    """
    if latest.sequence <= own.sequence:
        return False
    if own.fingerprint != digest:
        return True
    is_on = draft.status is not EntryStatus.CANCELLED
    return is_on and latest.fingerprint not in {"", digest}


def _modified(
    draft: CalendarEntry, own: ExportedItem | None, is_same: bool, now: datetime
) -> datetime:
    if own is None or draft.modified_dt > own.modified_dt:
        return draft.modified_dt
    return own.modified_dt if is_same else max(now, own.modified_dt)


def _item(entry: CalendarEntry, target: str, digest: str, written_dt: datetime) -> ExportedItem:
    return ExportedItem(
        target=target,
        uid=entry.uid,
        sequence=entry.sequence,
        fingerprint=digest,
        status=entry.status,
        title=entry.title,
        start_dt=entry.start_dt,
        end_dt=entry.end_dt,
        location=entry.location,
        created_dt=entry.created_dt,
        modified_dt=entry.modified_dt,
        written_dt=written_dt,
    )


def _action(draft: CalendarEntry, own: ExportedItem | None) -> Action:
    if draft.status is EntryStatus.CANCELLED:
        return Action.CANCELLED
    if own is None or own.status is EntryStatus.CANCELLED:
        return Action.ADDED
    moved = _schedule(own)[1:] != _schedule(draft)[1:]
    return Action.MOVED if moved else Action.CHANGED
