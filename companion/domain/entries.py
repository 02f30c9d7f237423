"""A whole programme as entries for lists, computed without a database."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState, by_start
from companion.domain.timetable import Break, Contribution, Programme, Session, SessionBlock


def entries_of(
    key: str,
    programme: Programme,
    stars: Mapping[int, Star],
    gone: Iterable[tuple[Contribution, datetime]] = (),
) -> tuple[Entry, ...]:
    """Every block, break and contribution of a programme once, by start, unscheduled last.

    Args:
        key: of the edition, for the references.
        programme: any state of it.
        stars: by db_id.
        gone: withdrawn talks as they last were, and since when; UTC.
    """
    sessions = {session.session_id: session for session in programme.sessions}
    blocks = {block.block_id: block for block in programme.session_blocks}
    found = [_block(key, block, sessions.get(block.session_id)) for block in blocks.values()]
    found += [_break(key, item, blocks, sessions) for item in programme.breaks]

    def talk(item: Contribution) -> Entry:
        session = sessions.get(item.session_id) if item.session_id is not None else None
        block = blocks.get(item.block_id) if item.block_id is not None else None
        return _talk(key, item, session, block, stars.get(item.db_id, Star.NONE))

    found += [talk(item) for item in programme.contributions]
    for item, since_dt in gone:
        found.append(replace(talk(item), state=EntryState.WITHDRAWN, withdrawn_dt=since_dt))
    return tuple(sorted(found, key=by_start))


def _block(key: str, block: SessionBlock, session: Session | None) -> Entry:
    title = session.title if session else block.title
    return Entry(
        ref=EntryRef(key, EntryKind.BLOCK, block.block_id),
        title=title,
        start_dt=block.start_dt,
        end_dt=block.end_dt,
        session_id=block.session_id,
        session_title=title,
        block_id=block.block_id,
        block_title=block.title,
        room_name=block.room_name,
        venue_name=block.venue_name,
        code=block.code,
        is_poster=session.is_poster if session else False,
        color=session.color if session else "",
        text_color=session.text_color if session else "",
        conveners=block.conveners,
    )


def _break(
    key: str, item: Break, blocks: Mapping[int, SessionBlock], sessions: Mapping[int, Session]
) -> Entry:
    block = blocks.get(item.block_id) if item.block_id is not None else None
    session = sessions.get(item.session_id) if item.session_id is not None else None
    return Entry(
        ref=EntryRef(key, EntryKind.BREAK, item.entry_id),
        title=item.title,
        start_dt=item.start_dt,
        end_dt=item.end_dt,
        session_id=item.session_id,
        session_title=session.title if session else None,
        block_id=item.block_id,
        block_title=block.title if block else None,
        room_name=item.room_name,
        venue_name=item.venue_name,
        color=item.color,
        text_color=item.text_color,
    )


def _talk(
    key: str,
    item: Contribution,
    session: Session | None,
    block: SessionBlock | None,
    star: Star,
) -> Entry:
    return Entry(
        ref=EntryRef(key, EntryKind.CONTRIBUTION, item.db_id),
        title=item.title,
        start_dt=item.start_dt,
        end_dt=item.end_dt,
        friendly_id=item.friendly_id,
        session_id=item.session_id,
        session_title=item.session_title,
        block_id=item.block_id,
        block_title=block.title if block else None,
        room_name=item.room_name,
        venue_name=item.venue_name,
        type=item.type,
        track=item.track,
        code=item.code,
        board_number=item.board_number,
        is_poster=item.is_poster,
        color=session.color if session else "",
        text_color=session.text_color if session else "",
        speakers=item.speakers,
        authors=item.authors,
        has_materials=bool(item.materials),
        star=star,
    )
