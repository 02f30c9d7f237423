"""Fills the `programme_*` tables, which lists and search read, from entries."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, delete, func, select

from companion.domain.changes import ChangeKind
from companion.domain.event import EventId
from companion.domain.timetable import Break, Contribution, Session, SessionBlock
from companion.storage.bodies import Item
from companion.storage.bulk import Row, insert_rows
from companion.storage.instants import programme_text as time_text
from companion.storage.people_json import people_text
from companion.storage.search.rows import search_rows
from companion.storage.tables import (
    programme_block,
    programme_break,
    programme_contribution,
    programme_search,
    programme_session,
    programme_text,
)
from companion.storage.versions import of_event


def project(
    connection: Connection,
    event_id: EventId,
    touched: Iterable[tuple[ChangeKind, int]],
    items: Mapping[ChangeKind, Mapping[int, Item]],
) -> None:
    """Bring the rows of touched entries up to date; talks that have gone keep theirs."""
    idents: dict[ChangeKind, list[int]] = {kind: [] for kind in ChangeKind}
    for kind, ident in sorted(touched):
        idents[kind].append(ident)
    for kind, (table, key, to_row) in _SIMPLE.items():
        present = [ident for ident in idents[kind] if ident in items[kind]]
        rows = [to_row(event_id, items[kind][ident]) for ident in present]
        _replace(connection, event_id, key, idents[kind])
        insert_rows(connection, table, rows)
    talks = items[ChangeKind.CONTRIBUTION]
    present = [ident for ident in idents[ChangeKind.CONTRIBUTION] if ident in talks]
    project_contributions(connection, event_id, [talks[ident] for ident in present])


def _replace(
    connection: Connection, event_id: EventId, key: Column[int], idents: Sequence[int]
) -> None:
    if idents:
        where = of_event(key.table.c, event_id) & (key == bindparam("at_ident"))
        connection.execute(delete(key.table).where(where), [{"at_ident": i} for i in idents])


def project_contributions(connection: Connection, event_id: EventId, items: Sequence[Any]) -> None:
    """Write list rows and search texts of talks, in the order of their row ids.

    FTS5 appends rows that come in order in less than half the time of shuffled ones.
    """
    row_ids, old = _row_ids(connection, event_id, items)
    if old:
        where = programme_contribution.c.row_id == bindparam("at_row")
        one = delete(programme_contribution).where(where)
        connection.execute(one, [{"at_row": row_id} for row_id in old])
    rows, texts, folded = [], [], []
    for item in sorted(items, key=lambda item: row_ids[item.db_id]):
        row_id = row_ids[item.db_id]
        rows.append(_contribution_row(row_id, event_id, item))
        shown, searched = search_rows(row_id, item)
        texts.append(shown)
        folded.append(searched)
    insert_rows(connection, programme_contribution, rows)
    insert_rows(connection, programme_text, texts)
    insert_rows(connection, programme_search, folded)


def _row_ids(
    connection: Connection, event_id: EventId, items: Sequence[Contribution]
) -> tuple[dict[int, int], list[int]]:
    """The row id of each talk, kept or new, and those of them that are in use."""
    c = programme_contribution.c
    query = select(c.db_id, c.row_id).where(of_event(c, event_id))
    known = {row[0]: row[1] for row in connection.execute(query)}
    free = (connection.scalar(select(func.max(c.row_id))) or 0) + 1
    new = [item.db_id for item in items if item.db_id not in known]
    old = [known[item.db_id] for item in items if item.db_id in known]
    return known | {db_id: free + place for place, db_id in enumerate(new)}, sorted(old)


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else time_text(moment)


def _session_row(event_id: EventId, item: Session) -> Row:
    return (
        event_id.host,
        event_id.number,
        item.session_id,
        item.title,
        item.color,
        item.text_color,
        int(item.is_poster),
    )


def _block_row(event_id: EventId, item: SessionBlock) -> Row:
    return (
        event_id.host,
        event_id.number,
        item.block_id,
        item.session_id,
        item.title,
        time_text(item.start_dt),
        time_text(item.end_dt),
        item.code,
        item.room_name,
        item.venue_name,
        people_text(item.conveners),
    )


def _break_row(event_id: EventId, item: Break) -> Row:
    return (
        event_id.host,
        event_id.number,
        item.entry_id,
        item.title,
        time_text(item.start_dt),
        time_text(item.end_dt),
        item.room_name,
        item.venue_name,
        item.color,
        item.text_color,
        item.session_id,
        item.block_id,
    )


def _contribution_row(row_id: int, event_id: EventId, item: Contribution) -> Row:
    return (
        row_id,
        event_id.host,
        event_id.number,
        item.db_id,
        item.friendly_id,
        item.title,
        _time(item.start_dt),
        _time(item.end_dt),
        item.session_id,
        item.session_title,
        item.block_id,
        item.room_name,
        item.venue_name,
        item.type,
        item.track,
        item.code,
        item.board_number,
        int(item.is_poster),
        int(bool(item.materials)),
        people_text(item.speakers, item.authors),
    )


_ToRow = Callable[[EventId, Any], Row]

_SIMPLE: dict[ChangeKind, tuple[Table, Column[int], _ToRow]] = {
    ChangeKind.SESSION: (programme_session, programme_session.c.session_id, _session_row),
    ChangeKind.BLOCK: (programme_block, programme_block.c.block_id, _block_row),
    ChangeKind.BREAK: (programme_break, programme_break.c.entry_id, _break_row),
}
