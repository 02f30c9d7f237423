"""Rows of a day: headers, breaks, talks, and where the line of now stands."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.ports.programmes import SearchHit
from companion.services.agenda import (
    Agenda,
    DayRow,
    HeaderRow,
    NowRow,
    Phase,
    ResultRow,
    Row,
    SlimRow,
    TalkRow,
    TitleRow,
    natural,
    phase_of,
    related,
    row_key,
    talk_rows,
    with_star,
)
from tests.unit.domain.make import NINE

MELBOURNE, ZURICH = ZoneInfo("Australia/Melbourne"), ZoneInfo("Europe/Zurich")
MONDAY = date(2024, 11, 25)


def made(kind: EntryKind, ident: int, start: int | None, length: int, **values: object) -> Entry:
    ref = EntryRef("k", kind, ident)
    start_dt = None if start is None else NINE + timedelta(minutes=start)
    end_dt = None if start_dt is None else start_dt + timedelta(minutes=length)
    entry = Entry(ref, f"{kind.value} {ident}", start_dt, end_dt)
    return replace(entry, **values)  # type: ignore[arg-type]  # tests name real fields


def talk(ident: int, start: int | None = 0, length: int = 20, **values: object) -> Entry:
    return made(EntryKind.CONTRIBUTION, ident, start, length, **values)


def block(ident: int, start: int = 0, length: int = 60, **values: object) -> Entry:
    values = {"block_id": ident, "session_title": f"Session {ident}", **values}
    return made(EntryKind.BLOCK, ident, start, length, **values)


def pause(ident: int, start: int, length: int = 30, **values: object) -> Entry:
    return made(EntryKind.BREAK, ident, start, length, **values)


def shape(rows: Sequence[Row]) -> list[str]:
    """Rows in short: `H1` a header, `t2` a talk, `-3` a break, `now`."""
    words = []
    for row in rows:
        match row:
            case HeaderRow():
                tail = "…" if row.is_continued else ""
                words.append(f"H{row.block.ref.ident}{tail}" if row.block else f"H“{row.title}”")
            case TalkRow():
                words.append(f"t{row.entry.ref.ident}")
            case SlimRow():
                words.append(f"-{row.entry.ref.ident}")
            case _:
                words.append("now")
    return words


def rows(
    entries: Sequence[Entry], now: int = -6000, tz: ZoneInfo = MELBOURNE, day: date | None = MONDAY
) -> list[str]:
    return shape(Agenda(entries, tz).rows(day, NINE + timedelta(minutes=now)))


def test_talks_stand_under_their_block_and_breaks_between() -> None:
    entries = [
        pause(9, 60),
        block(1),
        talk(2, 20, block_id=1),
        talk(1, 0, block_id=1),
        block(2, 90),
        talk(3, 90, block_id=2),
        block(5, 200, 120),
    ]
    assert rows(entries) == ["H1", "t1", "t2", "-9", "H2", "t3", "-5"]


def test_parallel_blocks_stand_one_after_the_other() -> None:
    entries = [block(1), block(2), *(talk(n, 20 * (n // 2), block_id=1 + n % 2) for n in range(4))]
    assert rows(entries) == ["H1", "t0", "t2", "H2", "t1", "t3"]


def test_a_break_inside_a_block_stays_there_and_a_talk_without_a_block_stands_alone() -> None:
    entries = [
        block(1, 0, 120),
        talk(1, 0, block_id=1),
        pause(8, 20, 20, block_id=1),
        talk(2, 40, block_id=1),
        talk(7, 150),
        talk(6, 180, block_id=99),
    ]
    assert rows(entries) == ["H1", "t1", "-8", "t2", "t7", "t6"]


def test_over_midnight_the_header_is_repeated_as_continued() -> None:
    entries = [block(1, 0, 120), talk(1, 0, block_id=1), talk(2, 60, block_id=1)]
    sunday = date(2024, 11, 24)
    assert rows(entries, tz=ZURICH, day=sunday) == ["H1", "t1"]
    assert rows(entries, tz=ZURICH, day=MONDAY) == ["H1…", "t2"]


def test_unscheduled_talks_stand_by_session_and_board() -> None:
    entries = [
        talk(1, None, session_title="B", board_number="10"),
        talk(2, None, session_title="B", board_number="9"),
        talk(3, None, session_title="A"),
        talk(4, None),
        talk(5, 0),
    ]
    assert rows(entries, day=None) == ["H“A”", "t3", "H“B”", "t2", "t1", "H“”", "t4"]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (-30, ["now", "H1", "t1", "t2", "-9", "t3"]),
        (0, ["H1", "t1", "now", "t2", "-9", "t3"]),
        (30, ["H1", "t1", "t2", "now", "-9", "t3"]),
        (50, ["H1", "t1", "t2", "-9", "now", "t3"]),
        (65, ["H1", "t1", "t2", "-9", "now", "t3"]),
        (100, ["H1", "t1", "t2", "-9", "t3", "now"]),
        (6000, ["H1", "t1", "t2", "-9", "t3"]),
    ],
)
def test_the_line_of_now_stands_after_what_has_begun(now: int, expected: list[str]) -> None:
    entries = [
        block(1, 0, 40),
        talk(1, 0, block_id=1),
        talk(2, 20, block_id=1),
        pause(9, 40, 20),
        talk(3, 70),
    ]
    assert rows(entries, now) == expected


def test_in_parallel_blocks_each_has_the_line() -> None:
    entries = [block(1), block(2), *(talk(n, 20 * (n // 2), block_id=1 + n % 2) for n in range(4))]
    assert rows(entries, 10) == ["H1", "t0", "now", "t2", "H2", "t1", "now", "t3"]


def test_an_empty_day_has_no_rows() -> None:
    assert Agenda([talk(1)], MELBOURNE).rows(date(2024, 12, 1), NINE) == ()
    assert Agenda([], MELBOURNE).rows(MONDAY, NINE) == ()


def test_withdrawn_talks_are_shown_to_those_who_starred_them() -> None:
    gone = {"state": EntryState.WITHDRAWN}
    entries = [talk(1, **gone), talk(2, star=Star.STARRED, **gone), talk(3)]
    assert rows(entries) == ["t2", "t3"]


@given(
    starts=st.lists(st.none() | st.integers(-3000, 3000), max_size=14),
    blocks=st.lists(st.integers(-3000, 3000), max_size=4),
    zone=st.sampled_from([MELBOURNE, ZURICH, ZoneInfo("America/Los_Angeles")]),
    now=st.integers(-3000, 3000),
)
def test_every_talk_stands_exactly_once(
    starts: list[int | None], blocks: list[int], zone: ZoneInfo, now: int
) -> None:
    entries = [block(n, start) for n, start in enumerate(blocks)]
    entries += [talk(100 + n, start, block_id=n % 5) for n, start in enumerate(starts)]
    agenda = Agenda(entries, zone)
    found = [
        row.entry.ref.ident
        for day in agenda.days
        for row in agenda.rows(day, NINE + timedelta(minutes=now))
        if isinstance(row, TalkRow)
    ]
    assert sorted(found) == [100 + n for n in range(len(starts))]


def test_an_end_belongs_to_what_comes_after() -> None:
    entry = talk(1, 0, 20)
    phases = [phase_of(entry, NINE + timedelta(minutes=m)) for m in (-1, 0, 19, 20)]
    assert phases == [Phase.COMING, Phase.RUNNING, Phase.RUNNING, Phase.PAST]
    assert phase_of(talk(1, None), NINE) is Phase.UNSCHEDULED


def test_rows_are_the_same_line_whatever_changed_in_them() -> None:
    hit = SearchHit(EntryRef("k", EntryKind.CONTRIBUTION, 1), "T", "", "title", None)
    same: list[tuple[Row, Row]] = [
        (TalkRow(talk(1), Phase.PAST), TalkRow(talk(1, title="New"), Phase.COMING)),
        (HeaderRow("A", block(1)), HeaderRow("B", block(1))),
        (HeaderRow("A"), HeaderRow("A")),
        (DayRow(MONDAY), DayRow(MONDAY)),
        (NowRow(NINE), NowRow(NINE + timedelta(minutes=1))),
        (TitleRow("A", "1"), TitleRow("A", "2")),
        (ResultRow(hit, ("a",), ZURICH), ResultRow(replace(hit, snippet="x"), (), ZURICH)),
    ]
    for one, other in same:
        assert row_key(one) == row_key(other)
    keys = {row_key(one) for one, _ in same}
    assert len(keys) == len(same)


def test_talks_without_headers_carry_their_phase() -> None:
    assert [row.phase for row in talk_rows([talk(1), talk(2, 60)], now=NINE)] == [
        Phase.RUNNING,
        Phase.COMING,
    ]


def test_no_board_is_too_odd_to_sort() -> None:
    odd = ["²", "①", "٣", "9" * 5000, "P" + "1" * 5000]
    assert sorted([*odd, "7"], key=natural)[0] == "7"


def test_boards_sort_as_people_count() -> None:
    assert sorted(["P-10", "P-2", "", "10", "9", "P²"], key=natural) == [
        "",
        "9",
        "10",
        "P-2",
        "P-10",
        "P²",
    ]


def test_around_a_talk_stand_its_neighbours_and_what_runs_beside_it() -> None:
    one, two, three = (talk(n, 20 * n, block_id=1) for n in (1, 2, 3))
    beside, later = talk(7, 45, block_id=2), talk(8, 200, block_id=2)
    near = related([block(1), one, two, three, beside, later, talk(9, None)], two)
    assert (near.previous, near.next, near.same_time) == (one, three, (beside,))


def test_posters_without_a_time_have_neighbours_in_their_session() -> None:
    one, two = (talk(n, None, session_title="Posters", friendly_id=n) for n in (1, 2))
    other = talk(3, None, session_title="Other")
    near = related([one, two, other], one)
    assert (near.previous, near.next, near.same_time) == (None, two, ())


def test_a_talk_without_a_session_stands_alone() -> None:
    near = related([talk(1), talk(2, 60)], talk(1))
    assert (near.previous, near.next) == (None, None)
    assert related([], talk(1)).previous is None


def test_stars_can_be_shown_before_they_are_stored() -> None:
    entries = with_star([talk(1), talk(2)], frozenset({talk(2).ref}), Star.TENTATIVE)
    assert [entry.star for entry in entries] == [Star.NONE, Star.TENTATIVE]
