"""Stored editions and list rows: one SQL for the first paint and for everything after it.

Knows neither SQLAlchemy nor msgspec, so that a window can paint before they are imported.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from companion.domain.bookmark import Star
from companion.domain.edition import StoredEdition
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState, by_start
from companion.domain.event import EventAddress, EventId
from companion.frozen import frozen
from companion.storage.instants import parse, parse_or_none, programme_text
from companion.storage.people_json import read_people

Execute = Callable[[str, tuple[object, ...]], Iterable[Sequence[Any]]]
"""Runs one statement with its parameters (`?`) and gives its rows."""


@frozen
class Wanted:
    """Which contributions are to be read.

    Attributes:
        start_dt, end_dt: they start at or after the one and before the other.
        block_ids: only those of these blocks, and those without a block; None for all.
    """

    start_dt: datetime
    end_dt: datetime
    block_ids: tuple[int, ...] | None = None


ChooseWanted = Callable[[tuple[Entry, ...]], Wanted | None]
"""From all blocks and breaks to what is wanted; None for everything."""

_EDITIONS = """
SELECT e.host, e.event_id, e.edition_key, e.base_url, p.title, p.timezone, p.start_dt, p.end_dt,
    p.venue_name, p.synced_dt, p.generated_dt, p.contributions, p.label
FROM programme_edition p JOIN record_edition e USING (host, event_id)
ORDER BY p.start_dt DESC, e.edition_key
"""

_KEY = "SELECT edition_key FROM record_edition WHERE host = ? AND event_id = ?"

_BLOCKS = """
SELECT b.block_id, b.title, b.start_dt, b.end_dt, b.session_id, s.title, b.room_name,
    b.venue_name, b.code, coalesce(s.is_poster, 0), coalesce(s.color, ''),
    coalesce(s.text_color, ''), b.conveners
FROM programme_block b LEFT JOIN programme_session s USING (host, event_id, session_id)
WHERE b.host = ? AND b.event_id = ?
"""

_BREAKS = """
SELECT b.entry_id, b.title, b.start_dt, b.end_dt, b.session_id, s.title, b.block_id, k.title,
    b.room_name, b.venue_name, b.color, b.text_color
FROM programme_break b LEFT JOIN programme_session s USING (host, event_id, session_id)
    LEFT JOIN programme_block k USING (host, event_id, block_id)
WHERE b.host = ? AND b.event_id = ?
"""

_CONTRIBUTIONS = """
SELECT c.db_id, c.title, c.start_dt, c.end_dt, c.friendly_id, c.session_id,
    coalesce(c.session_title, s.title), c.block_id, k.title, c.room_name, c.venue_name, c.type,
    c.track, c.code, c.board_number, c.is_poster, coalesce(s.color, ''),
    coalesce(s.text_color, ''), c.people, c.has_materials, u.star, t.changed_dt,
    t.withdrawn_dt
FROM programme_contribution c
    LEFT JOIN programme_session s USING (host, event_id, session_id)
    LEFT JOIN programme_block k USING (host, event_id, block_id)
    LEFT JOIN record_talk t USING (host, event_id, db_id)
    LEFT JOIN user_bookmark u USING (host, event_id, db_id)
WHERE c.host = ? AND c.event_id = ?
"""

_WITHIN = "AND c.start_dt >= ? AND c.start_dt < ? "


def read_editions(
    execute: Execute, checked: Mapping[EventId, datetime]
) -> tuple[StoredEdition, ...]:
    """All stored editions, latest start first.

    Args:
        execute: runs a statement.
        checked: when each site last gave a good answer, unchanged ones too.
    """
    return tuple(_edition(row, checked) for row in execute(_EDITIONS, ()))


def _edition(row: Sequence[Any], checked: Mapping[EventId, datetime]) -> StoredEdition:
    host, number, key, base_url, title, timezone, start, end, venue, synced, generated, *rest = row
    event_id = EventId(host, number)
    synced_dt = parse(synced)
    return StoredEdition(
        key=key,
        address=EventAddress(event_id, base_url),
        title=title,
        timezone=timezone,
        start_dt=parse(start),
        end_dt=parse(end),
        venue_name=venue,
        synced_dt=max(synced_dt, checked.get(event_id, synced_dt)),
        generated_dt=parse(generated),
        contributions=rest[0],
        label=rest[1],
    )


def read_entries(
    execute: Execute, event_id: EventId, choose: ChooseWanted | None = None
) -> tuple[Entry, ...]:
    """Every block, break and contribution of an event, withdrawn ones too, by start.

    Args:
        execute: runs a statement.
        event_id: of the event.
        choose: gets all blocks and breaks, and says which contributions are read; without it all
            are, also those without a time.
    """
    where = (event_id.host, event_id.number)
    keys = [str(row[0]) for row in execute(_KEY, where)]
    if not keys:
        return ()
    entries = [_block(keys[0], row) for row in execute(_BLOCKS, where)]
    entries += [_break(keys[0], row) for row in execute(_BREAKS, where)]
    wanted = choose(tuple(entries)) if choose else None
    entries += [_contribution(keys[0], row) for row in _contributions(execute, where, wanted)]
    return tuple(sorted(entries, key=by_start))


def read_entry(execute: Execute, event_id: EventId, kind: EntryKind, ident: int) -> Entry | None:
    """One of them, by the number of its kind (`EntryRef`); None if it is not stored."""
    where = (event_id.host, event_id.number)
    sql, column, make = _BY_KIND[kind]
    for (key,) in execute(_KEY, where):
        for row in execute(f"{sql} AND {column} = ?", (*where, ident)):
            return make(str(key), row)
    return None


def _contributions(
    execute: Execute, where: tuple[object, ...], wanted: Wanted | None
) -> Iterable[Sequence[Any]]:
    if wanted is None:
        return execute(_CONTRIBUTIONS, where)
    span = (programme_text(wanted.start_dt), programme_text(wanted.end_dt))
    if wanted.block_ids is None:
        return execute(_CONTRIBUTIONS + _WITHIN, (*where, *span))
    marks = ", ".join("?" * len(wanted.block_ids))
    in_blocks = f"AND (c.block_id IS NULL OR c.block_id IN ({marks}))"
    return execute(_CONTRIBUTIONS + _WITHIN + in_blocks, (*where, *span, *wanted.block_ids))


def _block(key: str, row: Sequence[Any]) -> Entry:
    ident, title, start, end, session, session_title, room, venue, code, poster, *rest = row
    color, text_color, conveners = rest
    return Entry(
        ref=EntryRef(key, EntryKind.BLOCK, ident),
        title=session_title or title,
        start_dt=parse(start),
        end_dt=parse(end),
        session_id=session,
        session_title=session_title,
        block_id=ident,
        block_title=title,
        room_name=room,
        venue_name=venue,
        code=code,
        is_poster=bool(poster),
        color=color,
        text_color=text_color,
        conveners=read_people(conveners)[0],
    )


def _break(key: str, row: Sequence[Any]) -> Entry:
    ident, title, start, end, session, session_title, block, block_title, room, venue, *rest = row
    return Entry(
        ref=EntryRef(key, EntryKind.BREAK, ident),
        title=title,
        start_dt=parse(start),
        end_dt=parse(end),
        session_id=session,
        session_title=session_title,
        block_id=block,
        block_title=block_title,
        room_name=room,
        venue_name=venue,
        color=rest[0],
        text_color=rest[1],
    )


def _contribution(key: str, row: Sequence[Any]) -> Entry:
    ident, title, start, end, friendly, session, session_title, block, block_title, *rest = row
    room, venue, type_, track, code, board, poster, color, text_color, *rest = rest
    people, materials, star, changed, withdrawn = rest
    speakers, authors = read_people(people)
    return Entry(
        ref=EntryRef(key, EntryKind.CONTRIBUTION, ident),
        title=title,
        start_dt=parse_or_none(start),
        end_dt=parse_or_none(end),
        friendly_id=friendly,
        session_id=session,
        session_title=session_title,
        block_id=block,
        block_title=block_title,
        room_name=room,
        venue_name=venue,
        type=type_,
        track=track,
        code=code,
        board_number=board,
        is_poster=bool(poster),
        color=color,
        text_color=text_color,
        speakers=speakers,
        authors=authors,
        has_materials=bool(materials),
        star=_STARS[star],
        state=EntryState.PRESENT if withdrawn is None else EntryState.WITHDRAWN,
        changed_dt=parse_or_none(changed),
        withdrawn_dt=parse_or_none(withdrawn),
    )


_STARS = {None: Star.NONE, Star.TENTATIVE.value: Star.TENTATIVE, Star.STARRED.value: Star.STARRED}


_BY_KIND: Mapping[EntryKind, tuple[str, str, Callable[[str, Sequence[Any]], Entry]]] = {
    EntryKind.BLOCK: (_BLOCKS, "b.block_id", _block),
    EntryKind.BREAK: (_BREAKS, "b.entry_id", _break),
    EntryKind.CONTRIBUTION: (_CONTRIBUTIONS, "c.db_id", _contribution),
}
