"""A day as a time grid: which column each entry stands in, without any drawing.

A day without parallel blocks is one wide column. Otherwise each room in which something runs in
parallel has a column of its own all day long, and what runs alone spans them all, so that a room
never changes its place. Breaks span what is free.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState, by_start
from companion.domain.times import local

HOUR = timedelta(hours=1)
_QUARTER = timedelta(minutes=15)
"""Offsets of zones are multiples of it."""
_LONGEST = timedelta(hours=48)
"""What begins on a day is drawn to the end of the next at most: nobody scrolls through a year."""
_MOST_DIGITS = 18


class TileKind(StrEnum):
    """What a tile shows."""

    TALK = "talk"
    POSTERS = "posters"
    BLOCK = "block"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Tile:
    """One entry in the grid.

    Attributes:
        column: its first column; span: how many it covers.
        lane, lanes: its place where talks of one block overlap (side by side in the column).
        talks: of a poster session or a block; one for a talk.
    """

    entry: Entry
    kind: TileKind
    start_dt: datetime
    end_dt: datetime
    column: int = 0
    span: int = 1
    lane: int = 0
    lanes: int = 1
    talks: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """One day.

    Attributes:
        columns: their titles (rooms); one empty title for a single-track day.
        start_dt, end_dt: full hours around everything shown, UTC.
        tiles: by start, then column.
    """

    columns: tuple[str, ...]
    start_dt: datetime
    end_dt: datetime
    tiles: tuple[Tile, ...]

    @property
    def hours(self) -> float:
        """Real hours from start to end, also over a clock change."""
        return (self.end_dt - self.start_dt) / HOUR


@dataclass(slots=True)
class _Unit:
    """What occupies a room for a while: a block with its talks, or something outside of blocks."""

    entry: Entry
    start_dt: datetime
    end_dt: datetime
    talks: list[Entry]
    breaks: list[Entry]

    def add(self, entry: Entry) -> None:
        """A talk or a break of the block, which may begin before it or end after it."""
        (self.talks if entry.is_contribution else self.breaks).append(entry)
        self.start_dt = min(self.start_dt, _start(entry))
        self.end_dt = max(self.end_dt, _end(entry))


def day_grid(entries: Iterable[Entry], tz: tzinfo) -> Grid | None:
    """The grid of the entries of one day; None if none of them has a time."""
    shown = sorted((e for e in entries if _is_shown(e)), key=by_start)
    if not shown:
        return None
    units = _units(shown)
    columns, places = _places(units)
    tiles = [tile for unit in units for tile in _tiles(unit, *places[unit.entry.ref])]
    tiles.sort(key=lambda tile: (tile.start_dt, tile.column, tile.lane))
    tiles = _cut_off(tiles, tiles[0].start_dt + _LONGEST)
    start_dt = _full_hour(tiles[0].start_dt, tz)
    end_dt = max(tile.end_dt for tile in tiles)
    last = _full_hour(end_dt, tz)
    return Grid(columns, start_dt, last if last == end_dt else last + HOUR, tuple(tiles))


def hour_marks(grid: Grid, tz: tzinfo) -> tuple[datetime, ...]:
    """Every instant of the grid at which clocks in `tz` show a full hour."""
    steps = int((grid.end_dt - grid.start_dt) / _QUARTER) + 1
    moments = (grid.start_dt + number * _QUARTER for number in range(steps))
    return tuple(moment for moment in moments if local(moment, tz).minute == 0)


def _cut_off(tiles: Iterable[Tile], limit: datetime) -> list[Tile]:
    return [tile if tile.end_dt <= limit else replace(tile, end_dt=limit) for tile in tiles]


def _full_hour(moment: datetime, tz: tzinfo) -> datetime:
    """The last full hour of clocks in `tz` at or before an instant, as an instant."""
    shown = local(moment, tz)
    return moment - timedelta(
        minutes=shown.minute, seconds=shown.second, microseconds=shown.microsecond
    )


def _is_shown(entry: Entry) -> bool:
    return (
        entry.state is EntryState.PRESENT
        and entry.start_dt is not None
        and entry.end_dt is not None
        and entry.start_dt < entry.end_dt
    )


def _units(entries: Sequence[Entry]) -> list[_Unit]:
    blocks: dict[int | None, _Unit] = {}
    units: list[_Unit] = []
    for entry in sorted(entries, key=lambda entry: entry.kind is not EntryKind.BLOCK):
        if entry.kind is not EntryKind.BLOCK and entry.block_id in blocks:
            blocks[entry.block_id].add(entry)
            continue
        units.append(_Unit(entry, _start(entry), _end(entry), [], []))
        if entry.kind is EntryKind.BLOCK:
            blocks[entry.block_id] = units[-1]
    return sorted(units, key=lambda unit: by_start(unit.entry))


def _places(units: Sequence[_Unit]) -> tuple[tuple[str, ...], dict[EntryRef, tuple[int, int]]]:
    """Column titles, and for each unit its first column and how many it covers.

    A break covers the columns that are free while it lasts: it paces the day. Where there are none
    (a bus that leaves before the posters end), or shorter breaks within it (a registration desk),
    it is one more thing that runs in parallel.
    """
    breaks = [unit for unit in units if unit.entry.kind is EntryKind.BREAK]
    others = [
        unit
        for unit in units
        if unit.entry.kind is not EntryKind.BREAK or _holds_another(unit, breaks)
    ]
    columns, places = _columns(others)
    spans = _spans(breaks, others, places, len(columns))
    if not all(span for _, span in spans.values()):
        others += [unit for unit in breaks if spans.get(unit.entry.ref) == (0, 0)]
        columns, places = _columns(others)
        spans = _spans(breaks, others, places, len(columns))
    return columns, {**spans, **places}


def _holds_another(unit: _Unit, breaks: Sequence[_Unit]) -> bool:
    length = unit.end_dt - unit.start_dt
    return any(
        other is not unit and _overlap(unit, other) and other.end_dt - other.start_dt <= length
        for other in breaks
    )


def _spans(
    breaks: Sequence[_Unit],
    others: Sequence[_Unit],
    places: dict[EntryRef, tuple[int, int]],
    count: int,
) -> dict[EntryRef, tuple[int, int]]:
    """The columns of the breaks that have no place yet; (0, 0) where none is free."""
    return {
        unit.entry.ref: _free_run(unit, others, places, count)
        for unit in breaks
        if unit.entry.ref not in places
    }


def _free_run(
    unit: _Unit,
    others: Sequence[_Unit],
    places: dict[EntryRef, tuple[int, int]],
    count: int,
) -> tuple[int, int]:
    """The longest run of columns in which none of the others overlaps a unit: first, how many."""
    taken: set[int] = set()
    for other in others:
        if _overlap(unit, other):
            first, span = places[other.entry.ref]
            taken.update(range(first, first + span))
    best, start = (0, 0), 0
    for column in range(count + 1):
        if column == count or column in taken:
            best = max(best, (column - start, -start))
            start = column + 1
    return -best[1], best[0]


def _columns(units: Sequence[_Unit]) -> tuple[tuple[str, ...], dict[EntryRef, tuple[int, int]]]:
    """The same for what is no break: one wide column, or one for each room used in parallel."""
    parallel = [
        unit for unit in units if any(_overlap(unit, other) for other in units if other is not unit)
    ]
    if not parallel:
        return ("",), {unit.entry.ref: (0, 1) for unit in units}
    lanes: dict[tuple[str, int], list[_Unit]] = {}
    for unit in parallel:
        _free_lane(lanes, unit).append(unit)
    order = sorted(lanes, key=lambda lane: (_natural(lane[0]), lane[1]))
    places = {
        unit.entry.ref: (number, 1) for number, lane in enumerate(order) for unit in lanes[lane]
    }
    alone = {u.entry.ref: (0, len(order)) for u in units if u.entry.ref not in places}
    return tuple(room for room, _ in order), {**alone, **places}


def _free_lane(lanes: dict[tuple[str, int], list[_Unit]], unit: _Unit) -> list[_Unit]:
    """A column of the unit's room in which nothing overlaps it."""
    number = 0
    while True:
        held = lanes.setdefault((unit.entry.room_name, number), [])
        if not any(_overlap(unit, other) for other in held):
            return held
        number += 1


def _overlap(one: _Unit, other: _Unit) -> bool:
    return one.start_dt < other.end_dt and other.start_dt < one.end_dt


def _natural(text: str) -> tuple[tuple[int, int | str], ...]:
    """Room 2 before Room 10; rooms without a name last."""
    if not text:
        return ((2, ""),)
    parts = re.findall(r"\d+|\D+", text.casefold())
    return tuple(
        (0, int(part)) if part.isdecimal() and len(part) <= _MOST_DIGITS else (1, part)
        for part in parts
    )


def _tiles(unit: _Unit, column: int, span: int) -> Iterator[Tile]:
    entry = unit.entry
    if entry.kind is EntryKind.BREAK:
        yield Tile(entry, TileKind.BREAK, _start(entry), _end(entry), column, span)
    elif entry.kind is EntryKind.CONTRIBUTION:
        yield _talk(entry, column, span)
    elif entry.is_poster or not unit.talks:
        kind = TileKind.POSTERS if entry.is_poster else TileKind.BLOCK
        yield Tile(entry, kind, unit.start_dt, unit.end_dt, column, span, talks=tuple(unit.talks))
    else:
        yield from _side_by_side(unit.talks, column, span)
    for break_ in unit.breaks:
        yield Tile(break_, TileKind.BREAK, _start(break_), _end(break_), column, span)


def _talk(entry: Entry, column: int, span: int, lane: int = 0, lanes: int = 1) -> Tile:
    return Tile(
        entry, TileKind.TALK, _start(entry), _end(entry), column, span, lane, lanes, (entry,)
    )


def _side_by_side(talks: Sequence[Entry], column: int, span: int) -> Iterator[Tile]:
    """Talks of one block; those that overlap share the width of the column."""
    lanes: list[datetime] = []
    placed: list[tuple[Entry, int]] = []
    for talk in talks:
        free = (number for number, end_dt in enumerate(lanes) if end_dt <= _start(talk))
        lane = next(free, len(lanes))
        lanes[lane : lane + 1] = [_end(talk)]
        placed.append((talk, lane))
    for talk, lane in placed:
        yield _talk(talk, column, span, lane, len(lanes))


def _start(entry: Entry) -> datetime:
    assert entry.start_dt is not None  # noqa: S101 - `_is_shown` left out what has no time
    return entry.start_dt


def _end(entry: Entry) -> datetime:
    assert entry.end_dt is not None  # noqa: S101 - as above
    return entry.end_dt
