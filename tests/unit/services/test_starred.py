from datetime import UTC, date, timedelta

from companion.domain.bookmark import Star
from companion.domain.conflicts import overlaps
from companion.domain.entry import Entry, EntryState
from companion.services.agenda import DayRow, HeaderRow, NowRow, Row, TalkRow
from companion.services.starred import (
    agenda_rows,
    posters_by_board,
    posters_by_session,
    posters_of,
    starred_of,
)
from tests.support.entries import MELBOURNE, NINE, ZURICH, block, conference, talk

MONDAY, TUESDAY = date(2024, 11, 25), date(2024, 11, 26)


def short(rows: tuple[Row, ...]) -> list[object]:
    found: list[object] = []
    for row in rows:
        match row:
            case TalkRow():
                found.append(row.entry.ref.ident)
            case DayRow():
                found.append(row.day)
            case HeaderRow():
                found.append(row.title)
            case NowRow():
                found.append("now")
    return found


def mine() -> tuple[Entry, ...]:
    return (
        block(1, 0, 60),
        talk(11, 0, 60, block_id=1, star=Star.STARRED),
        talk(12, 30, 60, star=Star.TENTATIVE),
        talk(13, 30, 60),
        talk(14, 24 * 60, star=Star.STARRED, state=EntryState.WITHDRAWN),
        talk(15, None, star=Star.STARRED, session_title="Late"),
    )


def test_my_agenda_is_sorted_by_day_and_keeps_what_is_gone() -> None:
    rows = agenda_rows(mine(), MELBOURNE, NINE - timedelta(days=3))
    assert short(rows) == [MONDAY, 11, 12, TUESDAY, 14, None, 15]


def test_my_agenda_has_the_line_of_now_and_names_overlaps() -> None:
    entries = mine()
    rows = agenda_rows(
        entries, MELBOURNE, NINE + timedelta(minutes=10), overlaps(starred_of(entries))
    )
    assert short(rows)[:5] == [MONDAY, 11, "now", 12, TUESDAY]
    first = rows[1]
    assert isinstance(first, TalkRow)
    assert [(o.other.ref.ident, o.minutes) for o in first.overlaps] == [(12, 30)]


def test_another_zone_regroups_my_agenda() -> None:
    rows = agenda_rows(mine(), ZURICH, NINE - timedelta(days=3))
    assert short(rows)[:3] == [date(2024, 11, 24), 11, 12]


def test_posters_are_all_of_them_without_those_that_are_gone() -> None:
    gone = talk(53, 180, is_poster=True, state=EntryState.WITHDRAWN)
    kept = talk(54, 180, is_poster=True, state=EntryState.WITHDRAWN, star=Star.STARRED)
    found = posters_of((*conference(), gone, kept))
    assert [entry.ref.ident for entry in found] == [51, 52, 71, 54]


def test_posters_in_the_order_of_their_boards() -> None:
    boardless = talk(55, None, is_poster=True)
    rows = posters_by_board((*posters_of(conference()), boardless), MELBOURNE, NINE)
    assert [(r.entry.board_number, r.day) for r in rows] == [
        ("P-2", MONDAY),
        ("P-3", None),
        ("P-10", MONDAY),
        ("", None),
    ]


def test_posters_under_their_sessions() -> None:
    titled = talk(72, None, is_poster=True, session_id=8, session_title="More posters")
    bare = talk(73, None, is_poster=True)
    entries = (*conference(), titled, bare)
    rows = posters_by_session(posters_of(entries), entries, NINE)
    assert short(rows) == ["Posters", 52, 51, "More posters", 72, "", 73, "", 71]
    header = rows[0]
    assert isinstance(header, HeaderRow)
    assert header.block is not None
    assert header.block.room_name == "Room B"


def test_the_title_of_a_block_wins_over_that_of_its_session() -> None:
    entries = (
        block(1, 0, 60, block_title="Evening", is_poster=True),
        talk(2, 0, 60, block_id=1, is_poster=True),
    )
    assert short(posters_by_session(entries[1:], entries, NINE.astimezone(UTC))) == ["Evening", 2]
