"""Fills the `programme_*` tables, which lists and search read, from entries."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, func, insert, select

from companion.domain.changes import ChangeKind
from companion.domain.event import EventId
from companion.domain.timetable import Break, Contribution, Session, SessionBlock
from companion.storage.bodies import Item
from companion.storage.people_json import people_text
from companion.storage.search_text import folded_row, search_text
from companion.storage.tables import (
    programme_block,
    programme_break,
    programme_contribution,
    programme_search,
    programme_session,
    programme_text,
)
from companion.storage.versions import of_event

Row = dict[str, Any]


def project(
    connection: Connection,
    event_id: EventId,
    touched: Iterable[tuple[ChangeKind, int]],
    items: Mapping[ChangeKind, Mapping[int, Item]],
) -> None:
    """Bring the rows of touched entries up to date; talks that have gone keep theirs."""
    idents: dict[ChangeKind, list[int]] = {kind: [] for kind in ChangeKind}
    for kind, ident in touched:
        idents[kind].append(ident)
    for kind, (table, key, to_row) in _SIMPLE.items():
        present = [ident for ident in sorted(idents[kind]) if ident in items[kind]]
        rows = [to_row(items[kind][ident]) for ident in present]
        _replace(connection, event_id, table, key, idents[kind], rows)
    talks = items[ChangeKind.CONTRIBUTION]
    project_contributions(
        connection,
        event_id,
        [talks[ident] for ident in sorted(idents[ChangeKind.CONTRIBUTION]) if ident in talks],
    )


def _replace(
    connection: Connection,
    event_id: EventId,
    table: Table,
    key: Column[int],
    idents: Sequence[int],
    rows: Sequence[Row],
) -> None:
    if idents:
        one = delete(table).where(of_event(table.c, event_id) & (key == bindparam("at_ident")))
        connection.execute(one, [{"at_ident": ident} for ident in idents])
    if rows:
        where = {"host": event_id.host, "event_id": event_id.number}
        connection.execute(insert(table), [where | row for row in rows])


def project_contributions(connection: Connection, event_id: EventId, items: Sequence[Any]) -> None:
    """Write list rows and search texts of talks, in the order of their row ids.

    FTS5 appends rows that come in order in less than half the time of shuffled ones.
    """
    if not items:
        return
    row_ids = _row_ids(connection, event_id, items)
    old = [{"at_row": row_id} for row_id, is_new in row_ids.values() if not is_new]
    if old:
        one = delete(programme_contribution)
        connection.execute(one.where(programme_contribution.c.row_id == bindparam("at_row")), old)
    where = {"host": event_id.host, "event_id": event_id.number}
    rows, texts, folded = [], [], []
    for item in sorted(items, key=lambda item: row_ids[item.db_id]):
        row_id = row_ids[item.db_id][0]
        text = search_text(item)
        rows.append({"row_id": row_id} | where | _contribution_row(item))
        texts.append({"row_id": row_id} | asdict(text))
        folded.append({"rowid": row_id} | folded_row(item, text))
    connection.execute(insert(programme_contribution), rows)
    connection.execute(insert(programme_text), texts)
    connection.execute(insert(programme_search), folded)


def _row_ids(
    connection: Connection, event_id: EventId, items: Sequence[Contribution]
) -> dict[int, tuple[int, bool]]:
    """For each talk its row id, and whether that is a new one."""
    c = programme_contribution.c
    query = select(c.db_id, c.row_id).where(of_event(c, event_id))
    known = dict(connection.execute(query).tuples())
    free = (connection.scalar(select(func.max(c.row_id))) or 0) + 1
    row_ids = {}
    for item in items:
        if item.db_id in known:
            row_ids[item.db_id] = (known[item.db_id], False)
        else:
            row_ids[item.db_id] = (free, True)
            free += 1
    return row_ids


def _session_row(item: Session) -> Row:
    return {
        "session_id": item.session_id,
        "title": item.title,
        "color": item.color,
        "text_color": item.text_color,
        "is_poster": int(item.is_poster),
    }


def _block_row(item: SessionBlock) -> Row:
    return {
        "block_id": item.block_id,
        "session_id": item.session_id,
        "title": item.title,
        "start_dt": item.start_dt,
        "end_dt": item.end_dt,
        "code": item.code,
        "room_name": item.room_name,
        "venue_name": item.venue_name,
        "conveners": people_text(item.conveners),
    }


def _break_row(item: Break) -> Row:
    return {
        "entry_id": item.entry_id,
        "title": item.title,
        "start_dt": item.start_dt,
        "end_dt": item.end_dt,
        "room_name": item.room_name,
        "venue_name": item.venue_name,
        "color": item.color,
        "text_color": item.text_color,
        "session_id": item.session_id,
        "block_id": item.block_id,
    }


def _contribution_row(item: Contribution) -> Row:
    return {
        "db_id": item.db_id,
        "friendly_id": item.friendly_id,
        "title": item.title,
        "start_dt": item.start_dt,
        "end_dt": item.end_dt,
        "session_id": item.session_id,
        "session_title": item.session_title,
        "block_id": item.block_id,
        "room_name": item.room_name,
        "venue_name": item.venue_name,
        "type": item.type,
        "track": item.track,
        "code": item.code,
        "board_number": item.board_number,
        "is_poster": int(item.is_poster),
        "has_materials": int(bool(item.materials)),
        "speakers": people_text(item.speakers),
        "authors": people_text(item.authors),
    }


_SIMPLE: dict[ChangeKind, tuple[Table, Column[int], Any]] = {
    ChangeKind.SESSION: (programme_session, programme_session.c.session_id, _session_row),
    ChangeKind.BLOCK: (programme_block, programme_block.c.block_id, _block_row),
    ChangeKind.BREAK: (programme_break, programme_break.c.entry_id, _break_row),
}
