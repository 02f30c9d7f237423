"""A day of a programme as the rows of a list: headers, breaks, talks and the line of now.

Pure functions over values; the words and colours of rows belong to the user interface.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from companion.domain.bookmark import Star
from companion.domain.conflicts import Overlap
from companion.domain.days import by_day
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState, starred
from companion.domain.times import day_of
from companion.frozen import frozen

if TYPE_CHECKING:
    from companion.ports.programmes import SearchHit


class Phase(StrEnum):
    """Where now stands to an entry."""

    PAST = "past"
    RUNNING = "running"
    COMING = "coming"
    UNSCHEDULED = "unscheduled"


@frozen
class DayRow:
    """Begins a day in a list of several; None: not yet scheduled."""

    day: date | None


@frozen
class HeaderRow:
    """Begins the talks of a session block, or of a session that has no times.

    Attributes:
        block: the block itself; None where only the session's title is known.
        is_continued: it began on an earlier day.
    """

    title: str
    block: Entry | None = None
    is_continued: bool = False


@frozen
class SlimRow:
    """A break, or a block without talks (a reception, a dinner)."""

    entry: Entry
    phase: Phase


@frozen
class TalkRow:
    """A talk.

    Attributes:
        overlaps: starred talks that this starred one meets.
        day: shown in lists of several days without their own separators; else None.
    """

    entry: Entry
    phase: Phase
    overlaps: tuple[Overlap, ...] = ()
    day: date | None = None


@frozen
class NowRow:
    """The line of now, between what has begun and what has not."""

    moment: datetime


@frozen
class TitleRow:
    """Begins a group in a list of results; `note` stands at its right."""

    title: str
    note: str = ""


@frozen
class ResultRow:
    """A talk that was found.

    Attributes:
        words: what was looked for, to be marked.
        tz: the zone of its time.
    """

    hit: "SearchHit"
    words: tuple[str, ...]
    tz: tzinfo


Row = DayRow | HeaderRow | SlimRow | TalkRow | NowRow | TitleRow | ResultRow
RowKey = tuple[str, object]
NO_OVERLAPS: Mapping[EntryRef, tuple[Overlap, ...]] = {}


def row_key(row: Row) -> RowKey:
    """What makes two rows the same line of a list, whatever changed in it."""
    if isinstance(row, TalkRow | SlimRow):
        return ("entry", row.entry.ref)
    if isinstance(row, HeaderRow):
        return ("header", row.block.ref if row.block else row.title)
    if isinstance(row, DayRow):
        return ("day", row.day)
    if isinstance(row, ResultRow):
        return ("result", row.hit.ref)
    return ("now", None) if isinstance(row, NowRow) else ("title", row.title)


def phase_of(entry: Entry, now: datetime) -> Phase:
    """Where `now` stands to an entry; an end belongs to what comes after it."""
    if entry.start_dt is None or entry.end_dt is None:
        return Phase.UNSCHEDULED
    if now < entry.start_dt:
        return Phase.COMING
    return Phase.RUNNING if now < entry.end_dt else Phase.PAST


def is_shown(entry: Entry) -> bool:
    """Withdrawn talks stay in sight only for those who starred them."""
    return entry.state is EntryState.PRESENT or entry.star is not Star.NONE


class Agenda:
    """A whole programme, sorted into the days of a zone once, then made into rows day by day.

    Attributes:
        entries: of what it was made.
        tz: the zone of the days.
        days: those on which something starts, in order; None last, if something has no time.
    """

    def __init__(self, entries: Sequence[Entry], tz: tzinfo) -> None:
        shown = [entry for entry in entries if is_shown(entry)]
        self.entries, self.tz = entries, tz
        # Made anew for each star, from thousands of entries: one walk, no properties.
        self._blocks: dict[int | None, Entry] = {}
        self._used: set[int | None] = set()
        for entry in shown:
            kind = entry.ref.kind
            if kind is EntryKind.CONTRIBUTION:
                self._used.add(entry.block_id)
            elif kind is EntryKind.BLOCK:
                self._blocks[entry.ref.ident] = entry
        self._entries = by_day(shown, tz)
        self.days = tuple(self._entries)

    def rows(
        self,
        day: date | None,
        now: datetime,
        overlaps: Mapping[EntryRef, tuple[Overlap, ...]] = NO_OVERLAPS,
    ) -> tuple[Row, ...]:
        """The rows of one day in the order of time, talks under the block they belong to.

        Args:
            day: in `tz`; None for what is not scheduled.
            now: the present instant; its line appears on today only.
            overlaps: what to show on talks that meet others.
        """
        groups: dict[object, list[Entry]] = {}
        for entry in self._entries.get(day, ()):
            if entry.kind is not EntryKind.BLOCK or entry.ref.ident not in self._used:
                groups.setdefault(self._group(entry), []).append(entry)
        ordered = sorted(groups.values(), key=_group_order)
        return _Builder(day, self.tz, now, overlaps, self._blocks).rows(ordered)

    def _group(self, entry: Entry) -> object:
        if entry.block_id in self._blocks and entry.block_id in self._used:
            return entry.block_id
        return entry.ref if entry.start_dt else entry.session_title or ""


def talk_rows(
    entries: Iterable[Entry],
    *,
    now: datetime,
    overlaps: Mapping[EntryRef, tuple[Overlap, ...]] = NO_OVERLAPS,
) -> tuple[TalkRow, ...]:
    """Talks one after the other, for lists without headers."""
    return tuple(TalkRow(e, phase_of(e, now), overlaps.get(e.ref, ())) for e in entries)


def _day(entry: Entry, tz: tzinfo) -> date | None:
    return None if entry.start_dt is None else day_of(entry.start_dt, tz)


def _group_order(group: list[Entry]) -> tuple[float, float, str, int]:
    first = group[0]
    starts = [e.start_dt.timestamp() for e in group if e.start_dt]
    ends = [e.end_dt.timestamp() for e in group if e.end_dt]
    if not starts:
        return (0.0, 0.0, (first.session_title or "\uffff").casefold(), 0)
    return (min(starts), -max(ends), "", first.block_id or first.ref.ident)


def _within(entry: Entry) -> tuple[float, list[tuple[bool, int, str]], int]:
    start = entry.start_dt.timestamp() if entry.start_dt else 0.0
    return (start, natural(entry.board_number), entry.friendly_id or entry.ref.ident)


def natural(text: str) -> list[tuple[bool, int, str]]:
    """Sort key that puts `P-2` before `P-10`."""
    if not text:
        return []
    # Longer numbers, such as no board has, are words: Python reads no endless ones.
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", text)
    return [(False, int(p), p) if p[0] in "0123456789" else (True, 0, p) for p in parts]


@frozen
class _Builder:
    day: date | None
    tz: tzinfo
    now: datetime
    overlaps: Mapping[EntryRef, tuple[Overlap, ...]]
    blocks: Mapping[int | None, Entry]

    def rows(self, groups: list[list[Entry]]) -> tuple[Row, ...]:
        is_today = self.day == day_of(self.now, self.tz)
        running = is_today and any(self._is_running(group) for group in groups)
        rows: list[Row] = []
        is_drawn = not is_today or running
        for group in groups:
            if not is_drawn and self._starts_later(group):
                rows.append(NowRow(self.now))
                is_drawn = True
            rows += self._group_rows(group, has_line=running and self._is_running(group))
        if not is_drawn and groups:
            rows.append(NowRow(self.now))
        return tuple(rows)

    def _group_rows(self, group: list[Entry], *, has_line: bool) -> list[Row]:
        rows = self._header(group)
        for entry in sorted(group, key=_within):
            if has_line and entry.start_dt is not None and entry.start_dt > self.now:
                rows.append(NowRow(self.now))
                has_line = False
            rows.append(self._row(entry))
        return [*rows, NowRow(self.now)] if has_line else rows

    def _header(self, group: list[Entry]) -> list[Row]:
        first = group[0]
        block = self.blocks.get(first.block_id) if first.block_id is not None else None
        if block is not None and first.ref != block.ref and self.day is not None:
            continued = _day(block, self.tz) != self.day
            return [HeaderRow(block.block_title or block.title, block, continued)]
        if first.start_dt is None:
            return [HeaderRow(first.session_title or "")]
        return []

    def _row(self, entry: Entry) -> Row:
        phase = phase_of(entry, self.now)
        if entry.kind is not EntryKind.CONTRIBUTION:
            return SlimRow(entry, phase)
        return TalkRow(entry, phase, self.overlaps.get(entry.ref, ()))

    def _is_running(self, group: list[Entry]) -> bool:
        spans = [(e.start_dt, e.end_dt) for e in group if e.start_dt and e.end_dt]
        return min(s for s, _ in spans) <= self.now < max(e for _, e in spans)

    def _starts_later(self, group: list[Entry]) -> bool:
        return min(e.start_dt for e in group if e.start_dt) > self.now


def with_star(entries: Iterable[Entry], refs: frozenset[EntryRef], star: Star) -> tuple[Entry, ...]:
    """The entries with the star of some of them set, for showing it before it is stored."""
    return tuple(starred(e, star) if e.ref in refs else e for e in entries)


@frozen
class Related:
    """Talks around one.

    Attributes:
        previous, next: before and after it in its block (or session, where nothing is scheduled).
        same_time: elsewhere, while it runs.
    """

    previous: Entry | None = None
    next: Entry | None = None
    same_time: tuple[Entry, ...] = ()


def related(entries: Sequence[Entry], entry: Entry) -> Related:
    """What stands around a talk in its programme."""
    talks = [e for e in entries if e.is_contribution and is_shown(e)]
    mates = sorted((e for e in talks if _are_mates(e, entry)), key=_within)
    place = next((i for i, mate in enumerate(mates) if mate.ref == entry.ref), None)
    if place is None:
        return Related(same_time=_same_time(talks, entry))
    before = mates[place - 1] if place else None
    after = mates[place + 1] if place + 1 < len(mates) else None
    return Related(before, after, _same_time(talks, entry))


def _are_mates(one: Entry, other: Entry) -> bool:
    if other.block_id is not None:
        return one.block_id == other.block_id
    is_apart = other.session_title is None and one.ref != other.ref
    return one.block_id is None and one.session_title == other.session_title and not is_apart


def _same_time(talks: Iterable[Entry], entry: Entry) -> tuple[Entry, ...]:
    start, end = entry.start_dt, entry.end_dt
    if start is None or end is None:
        return ()
    return tuple(
        e
        for e in talks
        if e.ref != entry.ref
        and (e.block_id is None or e.block_id != entry.block_id)
        and e.start_dt is not None
        and e.end_dt is not None
        and e.start_dt < end
        and start < e.end_dt
    )
