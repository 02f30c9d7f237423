from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.day_grids import DayGrids, day_grids
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.grid import TileKind

MONDAY, TUESDAY = date(2024, 11, 25), date(2024, 11, 26)
LATE = datetime(2024, 11, 25, 23, tzinfo=UTC)


def entry(kind: EntryKind, ident: int, start: datetime | None, minutes: int, **v: object) -> Entry:
    end = None if start is None else start + timedelta(minutes=minutes)
    return replace(Entry(EntryRef("k", kind, ident), f"E{ident}", start, end), **v)  # type: ignore[arg-type]  # tests name real fields


def block(ident: int, start: datetime, minutes: int, **v: object) -> Entry:
    return entry(EntryKind.BLOCK, ident, start, minutes, block_id=ident, **v)


def talk(ident: int, start: datetime | None, minutes: int = 30, **v: object) -> Entry:
    return entry(EntryKind.CONTRIBUTION, ident, start, minutes, **v)


def test_a_block_over_midnight_stands_on_both_days_with_the_talks_of_each() -> None:
    late = block(1, LATE, 120)
    talks = [talk(10 + n, LATE + n * timedelta(minutes=30), block_id=1) for n in range(4)]
    grids = DayGrids([late, *talks], UTC)
    assert grids.days == (MONDAY, TUESDAY)
    first, second = grids.grid(MONDAY), grids.grid(TUESDAY)
    assert first is not None
    assert second is not None
    assert [tile.entry.ref.ident for tile in first.tiles] == [10, 11]
    assert [tile.entry.ref.ident for tile in second.tiles] == [12, 13]
    assert second.start_dt == LATE + timedelta(hours=1)


def test_posters_after_midnight_stay_one_tile() -> None:
    posters = [
        talk(10 + n, LATE + timedelta(hours=2), 60, block_id=1, is_poster=True) for n in (0, 1)
    ]
    grids = DayGrids([block(1, LATE, 240, is_poster=True), *posters], UTC)
    assert grids.days == (TUESDAY,)
    grid = grids.grid(TUESDAY)
    assert grid is not None
    (tile,) = grid.tiles
    assert (tile.kind, len(tile.talks)) == (TileKind.POSTERS, 2)
    assert tile.start_dt == LATE + timedelta(hours=2)
    assert grids.posters_of(tile) == tuple(posters)


def test_a_poster_session_counts_the_posters_of_its_session_that_have_no_time() -> None:
    session = block(1, LATE, 90, is_poster=True, session_id=7)
    waiting = [talk(20 + n, None, is_poster=True, session_id=7) for n in range(3)]
    others = [talk(30, None, is_poster=True, session_id=8), talk(31, None, session_id=7)]
    grids = DayGrids([session, *waiting, *others], UTC)
    grid = grids.grid(MONDAY)
    assert grid is not None
    assert grids.posters_of(grid.tiles[0]) == tuple(waiting)
    assert grids.days == (MONDAY, None)
    assert grids.unscheduled == (*waiting, *others)


def test_what_is_no_poster_session_has_its_own_talks() -> None:
    grids = DayGrids([talk(1, LATE)], UTC)
    grid = grids.grid(MONDAY)
    assert grid is not None
    assert [e.ref.ident for e in grids.posters_of(grid.tiles[0])] == [1]


def test_days_without_a_grid() -> None:
    gone = talk(1, LATE, state=EntryState.WITHDRAWN)
    grids = DayGrids([gone, talk(2, None)], UTC)
    assert grids.days == (None,)
    assert grids.grid(None) is None
    assert grids.grid(MONDAY) is None


@given(st.lists(st.tuples(st.integers(0, 96), st.integers(1, 12)), min_size=1, max_size=20))
def test_every_talk_stands_on_one_day(spans: list[tuple[int, int]]) -> None:
    start = datetime(2024, 10, 4, 20, tzinfo=UTC)
    quarter = timedelta(minutes=15)
    blocks = [block(n, start + n * 8 * quarter, 120) for n in range(13)]
    talks = [
        talk(100 + n, start + at * quarter, length * 5, block_id=at // 8)
        for n, (at, length) in enumerate(spans)
    ]
    zone = ZoneInfo("Australia/Lord_Howe")
    grids = DayGrids([*blocks, *talks], zone)
    found = [
        entry.ref.ident
        for day in grids.days
        if (grid := grids.grid(day))
        for tile in grid.tiles
        for entry in tile.talks
    ]
    assert sorted(found) == list(range(100, 100 + len(spans)))


def test_the_last_programme_is_sorted_once_for_a_zone() -> None:
    one, other = (talk(1, LATE),), (talk(2, LATE),)
    made = day_grids(one, UTC)
    day = made.days[0]
    assert day_grids(one, UTC) is made
    assert made.grid(day) is made.grid(day)
    assert day_grids(one, ZoneInfo("Asia/Kolkata")) is not made
    assert day_grids(other, UTC).grid(day) != made.grid(day)
