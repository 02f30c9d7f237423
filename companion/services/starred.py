"""The person's own agenda and the posters as the rows of a list."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo

from companion.domain.bookmark import Star
from companion.domain.conflicts import Overlap
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.times import day_of
from companion.services.agenda import (
    NO_OVERLAPS,
    Agenda,
    DayRow,
    HeaderRow,
    Row,
    TalkRow,
    is_shown,
    natural,
    phase_of,
)


def starred_of(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The talks with a star, also those that the site no longer has."""
    return tuple(entry for entry in entries if entry.star is not Star.NONE)


def agenda_rows(
    entries: Iterable[Entry],
    tz: tzinfo,
    now: datetime,
    overlaps: Mapping[EntryRef, tuple[Overlap, ...]] = NO_OVERLAPS,
) -> tuple[Row, ...]:
    """Starred talks under the days of a zone, with the line of now; unscheduled ones last."""
    agenda = Agenda(starred_of(entries), tz)
    rows: list[Row] = []
    for day in agenda.days:
        rows.append(DayRow(day))
        rows += (r for r in agenda.rows(day, now, overlaps) if not isinstance(r, HeaderRow))
    return tuple(rows)


def posters_of(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """All posters, with and without a time; withdrawn ones only if they have a star."""
    return tuple(e for e in entries if e.is_contribution and e.is_poster and is_shown(e))


def posters_by_board(posters: Iterable[Entry], tz: tzinfo, now: datetime) -> tuple[TalkRow, ...]:
    """Posters in the order in which people walk past them; those without a board last."""
    return tuple(on_its_day(entry, tz, now) for entry in sorted(posters, key=_by_board))


def on_its_day(entry: Entry, tz: tzinfo, now: datetime) -> TalkRow:
    """A row for lists of several days."""
    day = day_of(entry.start_dt, tz) if entry.start_dt else None
    return TalkRow(entry, phase_of(entry, now), day=day)


def posters_by_session(
    posters: Sequence[Entry], entries: Iterable[Entry], now: datetime
) -> tuple[Row, ...]:
    """Posters under the block in which they stand, else under their session.

    Args:
        posters: those to show.
        entries: the whole programme, for the blocks.
        now: the present.
    """
    blocks = {e.ref.ident: e for e in entries if e.kind is EntryKind.BLOCK}
    groups: dict[tuple[bool, float, str, int], list[Entry]] = {}
    for poster in posters:
        block = blocks.get(poster.block_id or 0)
        groups.setdefault(_group(poster, block), []).append(poster)
    rows: list[Row] = []
    for key in sorted(groups):
        held = groups[key]
        block = blocks.get(held[0].block_id or 0)
        title = (block.block_title or block.title) if block else held[0].session_title or ""
        rows.append(HeaderRow(title, block))
        rows += (TalkRow(e, phase_of(e, now)) for e in sorted(held, key=_by_board))
    return tuple(rows)


def _group(poster: Entry, block: Entry | None) -> tuple[bool, float, str, int]:
    """Blocks by start, then sessions without a time by title."""
    if block is not None and block.start_dt is not None:
        return (False, block.start_dt.timestamp(), "", block.ref.ident)
    return (True, 0.0, (poster.session_title or "\uffff").casefold(), poster.session_id or 0)


def _by_board(poster: Entry) -> tuple[bool, list[tuple[bool, int, str]], float, int]:
    start = poster.start_dt.timestamp() if poster.start_dt else float("inf")
    board = poster.board_number
    return (not board, natural(board), start, poster.friendly_id or poster.ref.ident)
