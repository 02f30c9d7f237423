from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.grid import Grid, TileKind, day_grid, hour_marks
from tests.unit.domain.make import NINE

MELBOURNE = ZoneInfo("Australia/Melbourne")
MINUTE = timedelta(minutes=1)


def entry(kind: EntryKind, ident: int, start: int, length: int, **values: object) -> Entry:
    start_dt = NINE + start * MINUTE
    made = Entry(EntryRef("k", kind, ident), f"E{ident}", start_dt, start_dt + length * MINUTE)
    return replace(made, **values)  # type: ignore[arg-type]  # tests name real fields


def block(ident: int, start: int, length: int, room: str = "", **values: object) -> Entry:
    return entry(EntryKind.BLOCK, ident, start, length, block_id=ident, room_name=room, **values)


def talk(ident: int, start: int, length: int, block_id: int | None = None, **v: object) -> Entry:
    return entry(EntryKind.CONTRIBUTION, ident, start, length, block_id=block_id, **v)


def pause(ident: int, start: int, length: int, block_id: int | None = None) -> Entry:
    return entry(EntryKind.BREAK, ident, start, length, block_id=block_id)


def grid(*entries: Entry) -> Grid:
    made = day_grid(entries, MELBOURNE)
    assert made is not None
    return made


def test_a_day_without_times_has_no_grid() -> None:
    unscheduled = replace(talk(1, 0, 10), start_dt=None, end_dt=None)
    gone = talk(2, 0, 10, state=EntryState.WITHDRAWN)
    assert day_grid([unscheduled, gone, talk(3, 0, 0)], MELBOURNE) is None


def test_a_single_track_day_is_one_wide_column() -> None:
    made = grid(
        block(1, 0, 60, "Aula"),
        talk(11, 0, 30, 1),
        talk(12, 30, 30, 1),
        pause(5, 60, 30),
        talk(13, 90, 60),
    )
    assert made.columns == ("",)
    assert [(t.kind, t.column, t.span) for t in made.tiles] == [
        (TileKind.TALK, 0, 1),
        (TileKind.TALK, 0, 1),
        (TileKind.BREAK, 0, 1),
        (TileKind.TALK, 0, 1),
    ]
    assert made.hours == 3


def test_parallel_blocks_have_a_column_per_room_all_day() -> None:
    made = grid(
        block(1, 0, 60, "Room 10"),
        block(2, 0, 60, "Room 2"),
        block(3, 60, 30, "Aula"),
        block(4, 120, 60, "Room 10"),
        block(5, 120, 60, "Room 2"),
        block(6, 150, 60, "Room 2"),
        block(7, 120, 30),
    )
    assert made.columns == ("Room 2", "Room 2", "Room 10", "")
    places = {tile.entry.ref.ident: (tile.column, tile.span) for tile in made.tiles}
    assert places == {1: (2, 1), 2: (0, 1), 3: (0, 4), 4: (2, 1), 5: (0, 1), 6: (1, 1), 7: (3, 1)}


def test_a_poster_session_is_one_tile_with_its_posters() -> None:
    posters = [talk(20 + n, 0, 120, 1, is_poster=True) for n in range(3)]
    (tile,) = grid(block(1, 0, 120, is_poster=True), *posters).tiles
    assert (tile.kind, len(tile.talks)) == (TileKind.POSTERS, 3)


def test_a_block_without_talks_is_a_tile_of_its_own() -> None:
    (tile,) = grid(block(1, 0, 60)).tiles
    assert (tile.kind, tile.talks) == (TileKind.BLOCK, ())


def test_a_break_inside_a_block_stays_in_its_column() -> None:
    made = grid(block(1, 0, 90, "A"), block(2, 0, 90, "B"), pause(9, 30, 15, 2), talk(11, 0, 30, 2))
    inside = next(tile for tile in made.tiles if tile.kind is TileKind.BREAK)
    assert (made.columns[inside.column], inside.span) == ("B", 1)


def test_talks_of_one_block_that_overlap_stand_side_by_side() -> None:
    made = grid(block(1, 0, 60), talk(11, 0, 40, 1), talk(12, 20, 40, 1), talk(13, 40, 20, 1))
    assert [(t.lane, t.lanes) for t in made.tiles] == [(0, 2), (1, 2), (0, 2)]


def test_hours_begin_where_clocks_show_them() -> None:
    tz = ZoneInfo("Asia/Kathmandu")
    made = day_grid([talk(1, 0, 30)], tz)
    assert made is not None
    assert [mark.astimezone(tz).strftime("%H:%M") for mark in hour_marks(made, tz)] == [
        "03:00",
        "04:00",
        "05:00",
    ]


def test_the_hour_that_clocks_show_twice_is_marked_twice() -> None:
    tz = ZoneInfo("Europe/Zurich")
    start = datetime(2023, 10, 28, 22, tzinfo=UTC)
    night = Entry(EntryRef("k", EntryKind.BLOCK, 1), "N", start, start + timedelta(hours=6))
    made = day_grid([night], tz)
    assert made is not None
    shown = [mark.astimezone(tz).hour for mark in hour_marks(made, tz)]
    assert shown == [0, 1, 2, 2, 3, 4, 5]


def test_what_lasts_for_years_is_drawn_to_the_end_of_the_next_day() -> None:
    made = grid(talk(1, 0, 60), talk(2, 30, 5 * 366 * 24 * 60))
    assert made.hours == 48
    assert len(hour_marks(made, MELBOURNE)) == 49


def test_rooms_named_by_endless_numbers_are_in_some_order() -> None:
    rooms = ("9" * 5000, "8" * 5000, "Room 2")
    made = grid(*(block(number, 0, 60, room) for number, room in enumerate(rooms)))
    assert set(made.columns) == set(rooms)


def test_a_break_while_one_room_goes_on_spans_the_others() -> None:
    made = grid(
        block(1, 0, 60, "A"),
        block(2, 0, 60, "B"),
        block(3, 0, 90, "C"),
        pause(9, 60, 30),
    )
    assert [(t.column, t.span) for t in made.tiles if t.kind is TileKind.BREAK] == [(0, 2)]


def test_a_break_with_nowhere_to_go_has_a_column_of_its_own() -> None:
    made = grid(block(1, 0, 90, "Foyer"), pause(9, 60, 60), block(2, 150, 30, "Aula"))
    places = {tile.entry.ref.ident: (tile.column, tile.span) for tile in made.tiles}
    assert made.columns == ("Foyer", "")
    assert places == {1: (0, 1), 9: (1, 1), 2: (0, 2)}


def test_a_desk_open_all_day_stands_beside_the_coffee() -> None:
    made = grid(pause(8, 0, 240), block(1, 0, 60, "A"), pause(9, 60, 30), block(2, 90, 60, "A"))
    places = {tile.entry.ref.ident: (tile.column, tile.span) for tile in made.tiles}
    assert places == {1: (0, 1), 9: (0, 1), 2: (0, 1), 8: (1, 1)}


def test_two_breaks_at_once_stand_side_by_side() -> None:
    made = grid(pause(8, 0, 60), pause(9, 0, 30))
    assert sorted((t.column, t.span) for t in made.tiles) == [(0, 1), (1, 1)]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 600),
            st.integers(1, 180),
            st.sampled_from(["A", "B", ""]),
            st.booleans(),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_tiles_never_cover_each_other(spans: list[tuple[int, int, str, bool]]) -> None:
    things = [
        pause(n, start, length) if is_break else block(n, start, length, room)
        for n, (start, length, room, is_break) in enumerate(spans)
    ]
    tiles = grid(*things).tiles
    assert sorted(tile.entry.ref.ident for tile in tiles) == list(range(len(spans)))
    for one in tiles:
        assert one.span >= 1
        for other in tiles:
            apart = one.end_dt <= other.start_dt or other.end_dt <= one.start_dt
            beside = (
                one.column + one.span <= other.column or other.column + other.span <= one.column
            )
            assert one is other or apart or beside
