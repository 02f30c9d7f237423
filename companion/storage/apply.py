"""Writes one sync, all of it or nothing."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update
from sqlalchemy.dialects.sqlite import insert as upsert

from companion.domain.changes import (
    ADDED,
    RESTORED,
    WITHDRAWN,
    Change,
    ChangeKind,
    ProgrammeChanges,
    compare,
)
from companion.domain.event import EventId
from companion.ports.programmes import ProgrammeUpdate
from companion.storage.bodies import items_by_kind, write_value
from companion.storage.instants import record_text
from companion.storage.projection import project
from companion.storage.tables import (
    programme_edition,
    record_change,
    record_edition,
    record_sync,
    record_talk,
)
from companion.storage.versions import (
    last_sync,
    present_programme,
    withdrawn,
    write_versions,
)

_MOVES = frozenset({"start", "end", "room", "venue", ADDED, RESTORED, WITHDRAWN})
"""Fields whose change raises a talk's sequence number."""

_t = record_talk.c


def apply_update(connection: Connection, sync: ProgrammeUpdate) -> None:
    """Write versions, records and lists of what changed; nothing at all if nothing did.

    The caller compared with what it had read; another process may have written since, so that
    the comparison is made anew here, under the lock, unless nothing was stored then and now.
    """
    event_id = sync.address.event_id
    changes = _valid_changes(connection, sync)
    if not changes:
        return
    number = last_sync(connection, event_id) + 1
    _write_edition(connection, sync)
    _write_sync(connection, sync, changes, number)
    items = items_by_kind(sync.programme)
    touched = {(change.kind, change.ident) for change in changes.changes}
    write_versions(connection, event_id, number, touched, items)
    _write_talks(connection, event_id, changes.changes, sync.seen_dt)
    if not changes.is_first:
        _write_changes(connection, event_id, changes.changes, number)
    project(connection, event_id, touched, items)
    project_edition(connection, sync)


def _valid_changes(connection: Connection, sync: ProgrammeUpdate) -> ProgrammeChanges:
    event_id = sync.address.event_id
    if sync.changes.is_first and not last_sync(connection, event_id):
        return sync.changes
    stored = present_programme(connection, event_id)
    gone = withdrawn(connection, event_id)
    return compare(stored, sync.programme, withdrawn=gone)


def _key(event_id: EventId) -> dict[str, Any]:
    return {"host": event_id.host, "event_id": event_id.number}


def _write_edition(connection: Connection, sync: ProgrammeUpdate) -> None:
    values = {"edition_key": sync.key, "base_url": sync.address.base_url}
    row = upsert(record_edition).values(**_key(sync.address.event_id), **values)
    connection.execute(row.on_conflict_do_update(set_=values))


def _write_sync(
    connection: Connection, sync: ProgrammeUpdate, changes: ProgrammeChanges, number: int
) -> None:
    connection.execute(
        insert(record_sync).values(
            **_key(sync.address.event_id),
            number=number,
            seen_dt=sync.seen_dt,
            generated_dt=sync.generated_dt,
            added=len(changes.added),
            changed=len(changes.changed),
            removed=len(changes.removed),
        )
    )


def project_edition(connection: Connection, sync: ProgrammeUpdate) -> None:
    """The row of the list of editions."""
    event = sync.programme.event
    values = {
        "title": event.title,
        "timezone": event.timezone,
        "start_dt": event.start_dt,
        "end_dt": event.end_dt,
        "venue_name": event.venue_name,
        "label": "" if event.label is None else event.label.title,
        "contributions": len(sync.programme.contributions),
        "synced_dt": sync.seen_dt,
        "generated_dt": sync.generated_dt,
    }
    row = upsert(programme_edition).values(**_key(sync.address.event_id), **values)
    connection.execute(row.on_conflict_do_update(set_=values))


# A talk may be known from before its edition was removed: its number then goes on, never back.
_NEW_TALK = """
INSERT INTO record_talk (host, event_id, db_id, first_seen_dt, sequence) VALUES (?, ?, ?, ?, 0)
ON CONFLICT (host, event_id, db_id) DO UPDATE
SET changed_dt = excluded.first_seen_dt, sequence = sequence + 1, withdrawn_dt = NULL
"""

_CHANGED_TALK = (
    update(record_talk)
    .where(
        (_t.host == bindparam("at_host"))
        & (_t.event_id == bindparam("at_event"))
        & (_t.db_id == bindparam("at_talk"))
    )
    .values(
        changed_dt=bindparam("seen"),
        sequence=_t.sequence + bindparam("moved"),
        withdrawn_dt=bindparam("gone"),
    )
)


def _write_talks(
    connection: Connection, event_id: EventId, changes: Sequence[Change], seen_dt: datetime
) -> None:
    fields: dict[int, set[str]] = {}
    for change in changes:
        if change.kind is ChangeKind.CONTRIBUTION:
            fields.setdefault(change.ident, set()).add(change.field)
    seen = record_text(seen_dt)
    new = [
        (event_id.host, event_id.number, talk, seen)
        for talk, names in fields.items()
        if names & {ADDED, RESTORED}
    ]
    old = [
        {
            "at_host": event_id.host,
            "at_event": event_id.number,
            "at_talk": talk,
            "seen": seen_dt,
            "moved": int(bool(names & _MOVES)),
            "gone": seen_dt if WITHDRAWN in names else None,
        }
        for talk, names in fields.items()
        if not names & {ADDED, RESTORED}
    ]
    if new:
        connection.exec_driver_sql(_NEW_TALK, new)
    if old:
        connection.execute(_CHANGED_TALK, old)


def _write_changes(
    connection: Connection, event_id: EventId, changes: Sequence[Change], number: int
) -> None:
    key = _key(event_id) | {"sync_number": number}
    rows = [
        key
        | {
            "kind": change.kind.value,
            "ident": change.ident,
            "field": change.field,
            "old": write_value(change.old),
            "new": write_value(change.new),
        }
        for change in changes
    ]
    connection.execute(insert(record_change), rows)
