"""What differs between two programmes of one event, entry by entry and field by field."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from companion.domain.event import Event
from companion.domain.materials import Material, Reference
from companion.domain.people import PersonLink
from companion.domain.times import iso
from companion.domain.timetable import (
    Break,
    Contribution,
    Programme,
    Session,
    SessionBlock,
    Subcontribution,
)

Value = object
"""A JSON value: what `Change.old` and `Change.new` hold."""


class ChangeKind(StrEnum):
    """What a change is about."""

    EVENT = "event"
    SESSION = "session"
    BLOCK = "block"
    CONTRIBUTION = "contribution"
    BREAK = "break"


ADDED, WITHDRAWN, RESTORED = "added", "withdrawn", "restored"
WHOLE = frozenset({ADDED, WITHDRAWN, RESTORED})
"""Fields that stand for an entry as a whole."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one entry, before and after.

    Attributes:
        ident: db_id, block id, entry id or session id; the event's own number for the event.
        field: its name as in `companion.domain`, without the `_dt` of times; or one of `WHOLE`.
        old, new: JSON values; times as ISO 8601 in UTC, people as “Name (affiliation)”.
    """

    kind: ChangeKind
    ident: int
    field: str
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class ProgrammeChanges:
    """All differences between what is stored and what was fetched.

    Attributes:
        changes: empty if and only if nothing needs to be written.
        is_first: there was nothing before; such changes are counted but not told as news.
    """

    changes: tuple[Change, ...]
    is_first: bool = False

    def __bool__(self) -> bool:
        return bool(self.changes)

    def idents(self, kind: ChangeKind, *fields: str) -> frozenset[int]:
        """Entries of a kind with a change in one of `fields` (in any field, if none is named)."""
        return frozenset(
            change.ident
            for change in self.changes
            if change.kind is kind and (not fields or change.field in fields)
        )

    @property
    def added(self) -> frozenset[int]:
        """db_ids of talks that are new or back again."""
        return self.idents(ChangeKind.CONTRIBUTION, ADDED, RESTORED)

    @property
    def removed(self) -> frozenset[int]:
        """db_ids of talks that the site no longer has."""
        return self.idents(ChangeKind.CONTRIBUTION, WITHDRAWN)

    @property
    def changed(self) -> frozenset[int]:
        """db_ids of talks that are still there, but different."""
        return self.idents(ChangeKind.CONTRIBUTION) - self.added - self.removed


def compare(
    old: Programme | None, new: Programme, *, withdrawn: Iterable[Contribution] = ()
) -> ProgrammeChanges:
    """What has to be written so that `new` replaces `old`.

    Args:
        old: the stored programme; None for a first sync.
        new: the fetched one.
        withdrawn: talks seen earlier and gone since, as they last were; one that comes back is
            `restored`, and what differs from then is told beside it.
    """
    changes: list[Change] = []
    if old is None or event_values(old.event) != event_values(new.event):
        changes += _event_changes(old.event if old else None, new.event)
    gone = {item.db_id: item for item in withdrawn}
    for kind, items, values in _PARTS:
        before = {} if old is None else items(old)
        changes += _part_changes(kind, before, items(new), values, gone)
    return ProgrammeChanges(tuple(changes), is_first=old is None)


def _event_changes(old: Event | None, new: Event) -> list[Change]:
    ident = new.event_id.number
    if old is None:
        return [Change(ChangeKind.EVENT, ident, ADDED, None, new.title)]
    return _field_changes(ChangeKind.EVENT, ident, event_values(old), event_values(new))


def _part_changes(
    kind: ChangeKind,
    old: Mapping[int, object],
    new: Mapping[int, object],
    values: Callable[[object], dict[str, Value]],
    gone: Mapping[int, object],
) -> list[Change]:
    changes: list[Change] = []
    is_talk = kind is ChangeKind.CONTRIBUTION
    for ident in sorted(old.keys() - new.keys()):
        title = values(old[ident]).get("title")
        changes.append(Change(kind, ident, WITHDRAWN, title, None))
    for ident in sorted(new):
        if ident in old:
            if old[ident] != new[ident]:
                changes += _field_changes(kind, ident, values(old[ident]), values(new[ident]))
            continue
        before = values(gone[ident]) if is_talk and ident in gone else None
        changes += _arrival(kind, ident, values(new[ident]), before)
    return changes


def _arrival(
    kind: ChangeKind, ident: int, now: dict[str, Value], before: dict[str, Value] | None
) -> list[Change]:
    """An entry that is new; or back again (`before`), perhaps elsewhere than it was."""
    if before is None:
        return [Change(kind, ident, ADDED, None, now.get("title"))]
    back = Change(kind, ident, RESTORED, None, now.get("title"))
    return [back, *_field_changes(kind, ident, before, now)]


def _field_changes(
    kind: ChangeKind, ident: int, old: dict[str, Value], new: dict[str, Value]
) -> list[Change]:
    return [
        Change(kind, ident, name, old[name], new[name]) for name in new if old[name] != new[name]
    ]


# --- what people see of each record: ids of links and the like are left out ---------------------


def event_values(event: Event) -> dict[str, Value]:
    """The event's fields as JSON values."""
    label = event.label
    return {
        "title": event.title,
        "start": iso(event.start_dt),
        "end": iso(event.end_dt),
        "timezone": event.timezone,
        "room": event.room_name,
        "venue": event.venue_name,
        "address": event.address,
        "description": event.description,
        "label": None
        if label is None
        else [label.title, label.message, label.is_event_not_happening],
        "chairs": _people(event.chairs),
        "organizer": event.organizer,
        "category": event.category,
        "url": event.url,
        "note": event.note,
        "keywords": list(event.keywords),
        "references": _references(event.references),
        "materials": _materials(event.materials),
    }


def contribution_values(item: Contribution) -> dict[str, Value]:
    """A contribution's fields as JSON values."""
    return {
        "title": item.title,
        "start": iso(item.start_dt),
        "end": iso(item.end_dt),
        "room": item.room_name,
        "venue": item.venue_name,
        "description": item.description,
        "speakers": _people(item.speakers),
        "primary_authors": _people(item.primary_authors),
        "coauthors": _people(item.coauthors),
        "session": item.session_title,
        "session_id": item.session_id,
        "block": item.block_id,
        "type": item.type,
        "track": item.track,
        "code": item.code,
        "board_number": item.board_number,
        "is_poster": item.is_poster,
        "keywords": list(item.keywords),
        "duration": None if item.duration is None else int(item.duration.total_seconds()),
        "friendly_id": item.friendly_id,
        "url": item.url,
        "note": item.note,
        "references": _references(item.references),
        "materials": _materials(item.materials),
        "subcontributions": [_subcontribution(sub) for sub in item.subcontributions],
    }


def _session_values(item: Session) -> dict[str, Value]:
    return {
        "title": item.title,
        "code": item.code,
        "description": item.description,
        "color": item.color,
        "text_color": item.text_color,
        "is_poster": item.is_poster,
        "url": item.url,
    }


def _block_values(item: SessionBlock) -> dict[str, Value]:
    return {
        "title": item.title,
        "session_id": item.session_id,
        "start": iso(item.start_dt),
        "end": iso(item.end_dt),
        "code": item.code,
        "room": item.room_name,
        "venue": item.venue_name,
        "conveners": _people(item.conveners),
    }


def _break_values(item: Break) -> dict[str, Value]:
    return {
        "title": item.title,
        "start": iso(item.start_dt),
        "end": iso(item.end_dt),
        "description": item.description,
        "room": item.room_name,
        "venue": item.venue_name,
        "color": item.color,
        "text_color": item.text_color,
        "session_id": item.session_id,
        "block": item.block_id,
    }


def _subcontribution(item: Subcontribution) -> Value:
    return {
        "db_id": item.db_id,
        "title": item.title,
        "code": item.code,
        "duration": None if item.duration is None else int(item.duration.total_seconds()),
        "speakers": _people(item.speakers),
        "references": _references(item.references),
        "materials": _materials(item.materials),
    }


def _people(links: tuple[PersonLink, ...]) -> list[Value]:
    return [
        f"{title} {name}".strip() + (f" ({link.affiliation})" if link.affiliation else "")
        for link in links
        for title, name in [(link.title, link.name)]
    ]


def _references(references: tuple[Reference, ...]) -> list[Value]:
    return [f"{ref.type}: {ref.value}" + (f" {ref.url}" if ref.url else "") for ref in references]


def _materials(materials: tuple[Material, ...]) -> list[Value]:
    """Without their times: a file that was only touched did not change for its readers."""
    return [
        {
            "id": item.attachment_id,
            "title": item.title,
            "folder": item.folder,
            "type": item.type.value,
            "url": item.url,
            "filename": item.filename,
            "size": item.size,
            "checksum": item.checksum,
            "description": item.description,
            "is_protected": item.is_protected,
        }
        for item in sorted(materials, key=lambda material: material.attachment_id)
    ]


_PARTS: tuple[
    tuple[ChangeKind, Callable[[Programme], Mapping[int, object]], Callable[..., dict[str, Value]]],
    ...,
] = (
    (ChangeKind.SESSION, lambda p: {i.session_id: i for i in p.sessions}, _session_values),
    (ChangeKind.BLOCK, lambda p: {i.block_id: i for i in p.session_blocks}, _block_values),
    (ChangeKind.CONTRIBUTION, lambda p: {i.db_id: i for i in p.contributions}, contribution_values),
    (ChangeKind.BREAK, lambda p: {i.entry_id: i for i in p.breaks}, _break_values),
)
