"""Entries for tests of views: a small conference in Melbourne, and its parts."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.people import PersonLink
from companion.ui.context import ViewContext, colors_of, starred_overlaps

KEY = "qtml2024"
MELBOURNE = ZoneInfo("Australia/Melbourne")
ZURICH = ZoneInfo("Europe/Zurich")
NINE = datetime(2024, 11, 24, 22, tzinfo=UTC)
"""Nine in the morning of Monday 25 November 2024 in Melbourne."""


def entry(kind: EntryKind, ident: int, start: int | None, minutes: int, **fields: Any) -> Entry:
    """An entry that starts so many minutes after nine; None for no time."""
    begin = None if start is None else NINE + timedelta(minutes=start)
    end = None if begin is None else begin + timedelta(minutes=minutes)
    made = Entry(EntryRef(KEY, kind, ident), f"Entry {ident}", begin, end)
    return replace(made, **fields)


def talk(ident: int, start: int | None, minutes: int = 30, **fields: Any) -> Entry:
    """A talk."""
    return entry(
        EntryKind.CONTRIBUTION, ident, start, minutes, **{"title": f"Talk {ident}"} | fields
    )


def block(ident: int, start: int, minutes: int, **fields: Any) -> Entry:
    """A session block; its session has the same number."""
    known = {"title": f"Session {ident}", "block_id": ident, "session_id": ident}
    return entry(EntryKind.BLOCK, ident, start, minutes, **known | fields)


def pause(ident: int, start: int, minutes: int = 30, **fields: Any) -> Entry:
    """A break."""
    return entry(EntryKind.BREAK, ident, start, minutes, **{"title": "Coffee break"} | fields)


def person(first: str, last: str, place: str = "", **fields: Any) -> PersonLink:
    """Somebody."""
    return replace(PersonLink(first, last, place), **fields)


def context(entries: tuple[Entry, ...], **fields: Any) -> ViewContext:
    """What the window would say about these entries, a week before the conference."""
    made = ViewContext(
        key=KEY,
        title="QTML 2024",
        zone=MELBOURNE,
        event_zone=MELBOURNE,
        reader_zone=ZURICH,
        now=NINE - timedelta(days=7),
        colors=colors_of(entries),
        overlaps=starred_overlaps(entries),
    )
    return replace(made, **fields)


ADA = person("Ada", "Abel", "CERN")
BO = person("Bo", "Ødegaard", "ETH Zurich")


def conference() -> tuple[Entry, ...]:
    """Two days: rooms in parallel, a keynote for all, posters, a break, one talk without a time.

    Monday: rooms A and B from nine to ten with talks 11, 12 and 21; a break; keynote 31 at 10:30;
    at noon posters 51 and 52 beside talk 41. Tuesday at nine: talk 61.
    """
    day = 24 * 60
    return (
        block(1, 0, 60, room_name="Room A"),
        talk(11, 0, block_id=1, session_id=1, room_name="Room A", speakers=(ADA,)),
        talk(12, 30, block_id=1, session_id=1, room_name="Room A", speakers=(BO,), authors=(ADA,)),
        block(2, 0, 60, room_name="Room B"),
        talk(21, 0, 60, block_id=2, session_id=2, room_name="Room B", has_materials=True),
        pause(9, 60, 30, room_name="Foyer"),
        talk(31, 90, 60, title="Keynote of $|\\psi\\rangle$", room_name="Aula"),
        block(5, 180, 90, title="Posters", is_poster=True, room_name="Room B"),
        talk(51, 180, 90, block_id=5, session_id=5, is_poster=True, board_number="P-10"),
        talk(52, 180, 90, block_id=5, session_id=5, is_poster=True, board_number="P-2"),
        block(4, 180, 60, room_name="Room A"),
        talk(41, 180, 60, block_id=4, session_id=4, room_name="Room A"),
        talk(61, day, 45, room_name="Aula"),
        talk(71, None, is_poster=True, session_id=5, board_number="P-3", authors=(BO,)),
    )
