"""Every state that every entry ever had: present, past, and last of what has gone."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, update
from sqlalchemy.sql.elements import ColumnElement

from companion.domain.changes import ChangeKind
from companion.domain.event import Event, EventId
from companion.domain.timetable import Contribution, Programme
from companion.storage.bodies import Item, read_body, read_programme, write_body
from companion.storage.bulk import insert_rows
from companion.storage.tables import record_sync, record_talk, record_version

_v = record_version.c
_BATCH = 500  # SQLite allows 32,766 parameters, older ones 999.


def of_event(table: Any, event_id: EventId) -> ColumnElement[bool]:
    """Rows of one event, in any table that has its two columns."""
    where: ColumnElement[bool] = (table.host == event_id.host) & (table.event_id == event_id.number)
    return where


def last_sync(connection: Connection, event_id: EventId) -> int:
    """The number of the last sync that changed something; 0 before the first."""
    query = select(func.max(record_sync.c.number)).where(of_event(record_sync.c, event_id))
    return connection.scalar(query) or 0


def present_programme(connection: Connection, event_id: EventId) -> Programme | None:
    """The programme as the site last had it."""
    return read_programme(connection.execute(_present(event_id, _v.kind, _v.body)))


def present_event(connection: Connection, event_id: EventId) -> Event | None:
    """The event itself."""
    query = _present(event_id, _v.body).where(_v.kind == ChangeKind.EVENT.value)
    body = connection.scalar(query)
    return None if body is None else read_body(ChangeKind.EVENT, body)


def _present(event_id: EventId, *columns: Any) -> Select[Any]:
    where = of_event(_v, event_id) & _v.until_sync.is_(None)
    return select(*columns).where(where).order_by(_v.kind, _v.ident)


def programme_as_of(
    connection: Connection, event_id: EventId, moment: datetime
) -> Programme | None:
    """The programme after the last sync at or before a moment; None before the first.

    Syncs are ordered by their number. Where a clock was set back, the one that ran last counts.
    """
    number = _sync_at(connection, event_id, moment)
    if number is None:
        return None
    valid = (_v.since_sync <= number) & (_v.until_sync.is_(None) | (_v.until_sync > number))
    query = select(_v.kind, _v.body).where(of_event(_v, event_id) & valid)
    return read_programme(connection.execute(query.order_by(_v.kind, _v.ident)))


def withdrawn_as_of(
    connection: Connection, event_id: EventId, moment: datetime
) -> tuple[tuple[Contribution, datetime], ...]:
    """Talks that had gone by then, as they last were, and when they were seen to be gone."""
    number = _sync_at(connection, event_id, moment) or 0
    later, s = record_version.alias("later"), record_sync.c
    same = of_event(later.c, event_id) & (later.c.kind == _v.kind) & (later.c.ident == _v.ident)
    again = same & later.c.since_sync.between(_v.until_sync, number)
    ended = of_event(s, event_id) & (s.number == _v.until_sync)
    query = (
        select(_v.body, s.seen_dt)
        .join_from(record_version, record_sync, ended)
        .where(of_event(_v, event_id) & (_v.kind == ChangeKind.CONTRIBUTION.value))
        .where((_v.until_sync <= number) & ~select(later.c.ident).where(again).exists())
        .order_by(_v.ident)
    )
    rows = connection.execute(query)
    return tuple((read_body(ChangeKind.CONTRIBUTION, row[0]), row[1]) for row in rows)


def _sync_at(connection: Connection, event_id: EventId, moment: datetime) -> int | None:
    seen = of_event(record_sync.c, event_id) & (record_sync.c.seen_dt <= moment)
    number: int | None = connection.scalar(select(func.max(record_sync.c.number)).where(seen))
    return number


def contributions(
    connection: Connection, event_id: EventId, db_ids: Sequence[int]
) -> tuple[Contribution, ...]:
    """Talks as they are or last were, in the order asked for; unknown ones are left out."""
    found: dict[int, str] = {}
    for start in range(0, len(db_ids), _BATCH):
        query = _latest(event_id).where(_v.ident.in_(db_ids[start : start + _BATCH]))
        found |= {row[0]: row[1] for row in connection.execute(query)}
    return tuple(
        read_body(ChangeKind.CONTRIBUTION, found[db_id]) for db_id in db_ids if db_id in found
    )


def withdrawn(connection: Connection, event_id: EventId) -> tuple[Contribution, ...]:
    """Talks that the site no longer has, as they last were, by db_id."""
    talk = record_talk.c
    gone = select(talk.db_id).where(of_event(talk, event_id) & talk.withdrawn_dt.is_not(None))
    query = _latest(event_id).where(_v.ident.in_(gone)).order_by(_v.ident)
    rows = connection.execute(query)
    return tuple(read_body(ChangeKind.CONTRIBUTION, row[1]) for row in rows)


def _latest(event_id: EventId) -> Select[Any]:
    """(db_id, body) of the last version of talks; the index has their versions in order."""
    later = record_version.alias("later")
    newest = (
        select(func.max(later.c.since_sync))
        .where(
            of_event(later.c, event_id)
            & (later.c.kind == ChangeKind.CONTRIBUTION.value)
            & (later.c.ident == _v.ident)
        )
        .scalar_subquery()
    )
    where = of_event(_v, event_id) & (_v.kind == ChangeKind.CONTRIBUTION.value)
    return select(_v.ident, _v.body).where(where & (_v.since_sync == newest))


_CLOSE = (
    update(record_version)
    .where(
        (_v.host == bindparam("at_host"))
        & (_v.event_id == bindparam("at_event"))
        & (_v.kind == bindparam("at_kind"))
        & (_v.ident == bindparam("at_ident"))
        & _v.until_sync.is_(None)
    )
    .values(until_sync=bindparam("now_until"))
)


def write_versions(
    connection: Connection,
    event_id: EventId,
    sync: int,
    touched: Iterable[tuple[ChangeKind, int]],
    items: Mapping[ChangeKind, Mapping[int, Item]],
) -> None:
    """End the present version of each touched entry and begin the next, if it has one."""
    ordered = sorted(touched, key=lambda pair: (_ORDER[pair[0]], pair[1]))
    key = {"at_host": event_id.host, "at_event": event_id.number, "now_until": sync}
    closed = [key | {"at_kind": kind.value, "at_ident": ident} for kind, ident in ordered]
    if closed and sync > 1:
        connection.execute(_CLOSE, closed)
    host, number = event_id.host, event_id.number
    rows = [
        (None, host, number, kind.value, ident, sync, None, write_body(items[kind][ident]))
        for kind, ident in ordered
        if ident in items[kind]
    ]
    insert_rows(connection, record_version, rows)


_ORDER = {kind: place for place, kind in enumerate(ChangeKind)}
