"""What only we know: changes seen, sequence numbers, what was exported."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from companion.domain.calendar import EntryStatus, ExportedItem
from companion.domain.changes import Change, ChangeKind
from companion.domain.event import EventId
from companion.ports.programmes import SeenChange, TalkRecord
from companion.storage.bodies import read_value
from companion.storage.engine import SqliteFile
from companion.storage.tables import (
    record_change,
    record_edition,
    record_export,
    record_sync,
    record_talk,
)
from companion.storage.versions import of_event


def read_changes(
    connection: Connection, event_id: EventId | None, since: datetime | None
) -> tuple[SeenChange, ...]:
    """Changes seen at or after `since`, newest first; those of one sync in their own order."""
    c, s = record_change.c, record_sync.c
    query = (
        select(record_edition.c.edition_key, s.seen_dt, c.kind, c.ident, c.field, c.old, c.new)
        .join_from(
            record_sync,
            record_change,
            (c.host == s.host) & (c.event_id == s.event_id) & (c.sync_number == s.number),
        )
        .join(
            record_edition,
            (record_edition.c.host == s.host) & (record_edition.c.event_id == s.event_id),
        )
        .order_by(s.seen_dt.desc(), s.number.desc(), c.change_id)
    )
    if event_id is not None:
        query = query.where(of_event(s, event_id))
    if since is not None:
        query = query.where(s.seen_dt >= since)
    return tuple(_seen_change(row) for row in connection.execute(query))


def _seen_change(row: Sequence[Any]) -> SeenChange:
    key, seen_dt, kind, ident, field, old, new = row
    change = Change(ChangeKind(kind), ident, field, read_value(old), read_value(new))
    return SeenChange(key, change, seen_dt)


def read_talks(
    connection: Connection, event_id: EventId, db_id: int | None = None
) -> Mapping[int, TalkRecord]:
    """What we know of each talk ever seen (or only of one), by db_id."""
    t = record_talk.c
    query = select(t.db_id, t.first_seen_dt, t.changed_dt, t.sequence, t.withdrawn_dt)
    query = query.where(of_event(t, event_id))
    rows = connection.execute(query if db_id is None else query.where(t.db_id == db_id))
    return {
        db_id: TalkRecord(first_seen, changed or first_seen, sequence, withdrawn)
        for db_id, first_seen, changed, sequence, withdrawn in rows
    }


_EXPORT_FIELDS = [record_export.c[field.name] for field in fields(ExportedItem)]


class SqlExportLog:
    """Implements `companion.ports.calendar.ExportLog`."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    def read(self, target: str) -> tuple[ExportedItem, ...]:
        """What a target holds, by start."""
        e = record_export.c
        query = select(*_EXPORT_FIELDS).where(e.target == target).order_by(e.start_dt, e.uid)
        with self._file.reading() as connection:
            return tuple(_exported(row) for row in connection.execute(query))

    def latest(self) -> Mapping[str, ExportedItem]:
        """By UID: the item with the highest sequence ever written; of equals the last written."""
        e = record_export.c
        query = select(*_EXPORT_FIELDS).order_by(e.sequence, e.written_dt, e.target)
        with self._file.reading() as connection:
            items = (_exported(row) for row in connection.execute(query))
            return {item.uid: item for item in items}

    def write(self, target: str, items: Collection[ExportedItem]) -> None:
        """Replace the memory of a target, in one transaction."""
        rows = [asdict(item) | {"target": target, "status": item.status.value} for item in items]
        with self._file.writing(user_tables=False) as connection:
            connection.execute(delete(record_export).where(record_export.c.target == target))
            if rows:
                connection.execute(insert(record_export), rows)


def _exported(row: Row[tuple[object, ...]]) -> ExportedItem:
    values = dict(row._mapping)  # noqa: SLF001  # the documented way to a mapping
    return ExportedItem(**values | {"status": EntryStatus(str(values["status"]))})
