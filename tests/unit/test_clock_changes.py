"""Every minute of every weekend on which clocks change, 2023 to 2027, in seven zones.

A talk begins in each minute. In every zone it has to stand exactly once in the list and in the
timetable (and every seventh in my agenda), on the right day, with the right time. What is right is
worked out here from the rules of the zones in whole minutes, without `zoneinfo`. Zones whose clocks
change are tried on every weekend, the others on one in five; `make test-faults` tries all on all.
"""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from companion.domain.bookmark import Star
from companion.domain.day_grids import DayGrids
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.grid import hour_marks
from companion.services.agenda import Agenda, DayRow, TalkRow
from companion.services.starred import agenda_rows
from companion.ui.format import long_day_text, time_text, weekday_text
from tests.faults.counts import FULL, times

HOUR, DAY = 60, 24 * 60
ONE = timedelta(minutes=1)
EPOCH = date(1970, 1, 1).toordinal()
YEARS = range(2023, 2028)
BEFORE, AFTER = times(0, 11 * HOUR), times(0, 8 * HOUR)
"""It begins first on Lord Howe and ends last in Los Angeles; the short form is that of UTC."""

Rule = Callable[[int], int]
"""Minutes since 1970 in UTC → minutes by which clocks are ahead of it."""


@cache
def sunday(year: int, month: int, number: int) -> int:
    """The minute (UTC) at which the first (1), second (2) or last (0) Sunday of a month begins."""
    if number == 0:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    first = date(year, month, 1).toordinal()
    first += (7 - first) % 7  # ordinal 7 was a Sunday
    return (first + 7 * (number - 1) - EPOCH) * DAY


def year_of(minute: int) -> int:
    return date_of(minute // DAY).year


def zurich(minute: int) -> int:
    year = year_of(minute)
    summer = sunday(year, 3, 0) + HOUR <= minute < sunday(year, 10, 0) + HOUR
    return (2 if summer else 1) * HOUR


def melbourne(minute: int) -> int:
    year = year_of(minute)
    winter = sunday(year, 4, 1) - 8 * HOUR <= minute < sunday(year, 10, 1) - 8 * HOUR
    return (10 if winter else 11) * HOUR


def lord_howe(minute: int) -> int:
    year = year_of(minute)
    winter = sunday(year, 4, 1) - 9 * HOUR <= minute < sunday(year, 10, 1) - 8 * HOUR - 30
    return 10 * HOUR + 30 if winter else 11 * HOUR


def los_angeles(minute: int) -> int:
    year = year_of(minute)
    summer = sunday(year, 3, 2) + 10 * HOUR <= minute < sunday(year, 11, 1) + 9 * HOUR
    return (-7 if summer else -8) * HOUR


RULES: dict[str, Rule] = {
    "Europe/Zurich": zurich,
    "Australia/Melbourne": melbourne,
    "UTC": lambda _: 0,
    "America/Los_Angeles": los_angeles,
    "Asia/Kolkata": lambda _: 5 * HOUR + 30,
    "Asia/Kathmandu": lambda _: 5 * HOUR + 45,
    "Australia/Lord_Howe": lord_howe,
}


def weekends(year: int) -> tuple[int, ...]:
    """The Sundays on which clocks change somewhere, as the minute at which they begin in UTC."""
    sundays = ((3, 0), (10, 0), (4, 1), (10, 1), (3, 2), (11, 1))
    return tuple(sunday(year, month, number) for month, number in sundays)


def moment(minute: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)


def programme(first: int, last: int) -> tuple[Entry, ...]:
    """A talk in each minute, in blocks of an hour that begin at a quarter past."""
    made: list[Entry] = []
    for start in range(first - 15, last, HOUR):
        block = EntryRef("k", EntryKind.BLOCK, start)
        made.append(Entry(block, "B", moment(start), moment(start + HOUR), block_id=start))
        for minute in range(max(start, first), min(start + HOUR, last)):
            ref = EntryRef("k", EntryKind.CONTRIBUTION, minute)
            begin = moment(minute)
            made.append(Entry(ref, "T", begin, begin + ONE, block_id=start, star=star(minute)))
    return tuple(made)


def star(minute: int) -> Star:
    """Every seventh talk is mine; over the years these are others."""
    return Star.STARRED if (minute + year_of(minute)) % 7 == 0 else Star.NONE


def listed(entries: tuple[Entry, ...], zone: ZoneInfo) -> Iterator[tuple[date | None, Entry]]:
    agenda = Agenda(entries, zone)
    for day in agenda.days:
        for row in agenda.rows(day, moment(0)):
            if isinstance(row, TalkRow):
                yield day, row.entry


def starred(entries: tuple[Entry, ...], zone: ZoneInfo) -> Iterator[tuple[date | None, Entry]]:
    day: date | None = None
    for row in agenda_rows(entries, zone, moment(0)):
        if isinstance(row, DayRow):
            day = row.day
        elif isinstance(row, TalkRow):
            yield day, row.entry


def gridded(entries: tuple[Entry, ...], zone: ZoneInfo) -> Iterator[tuple[date | None, Entry]]:
    grids = DayGrids(entries, zone)
    for day in grids.days:
        grid = grids.grid(day)
        assert grid is not None
        for tile in grid.tiles:
            assert grid.start_dt <= tile.start_dt < tile.end_dt <= grid.end_dt
            for entry in tile.talks:
                yield day, entry


@dataclass(frozen=True, slots=True)
class Right:
    """What a talk has to show."""

    talk: int
    day: date
    time: str


def right(minutes: range, rule: Rule) -> list[Right]:
    """What is right for each minute, in the order of time."""
    found: list[Right] = []
    for minute in minutes:
        day, clock = divmod(minute + rule(minute), DAY)
        found.append(Right(minute, date_of(day), CLOCK[clock]))
    return found


@cache
def date_of(day: int) -> date:
    return date.fromordinal(EPOCH + day)


CLOCK = [f"{clock // 60:02}:{clock % 60:02}" for clock in range(DAY)]


@pytest.fixture(autouse=True)
def _no_collection() -> Iterator[None]:
    """Half a million small values: the collector would look through them again and again."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.parametrize("first", [start for year in YEARS for start in weekends(year)])
def test_every_minute_of_a_clock_change_weekend(first: int) -> None:
    minutes = range(first - DAY - BEFORE, first + DAY + AFTER)
    entries = programme(minutes.start, minutes.stop)
    number = (first - sunday(YEARS[0], 1, 1)) // (7 * DAY)
    for place, (name, rule) in enumerate(RULES.items()):
        changes = rule(minutes.start) != rule(minutes.stop)
        if not (FULL or changes or (number + place) % 5 == 0):
            continue
        zone = ZoneInfo(name)
        expected = right(minutes, rule)
        days = [(item.talk, item.day) for item in expected]
        for view in (listed, gridded):
            found = list(view(entries, zone))
            assert [(entry.ref.ident, day) for day, entry in found] == days, (name, view.__name__)
        clocks = [time_text(entry.start_dt, zone) for _, entry in found if entry.start_dt]
        assert clocks == [item.time for item in expected], name
        mine = [item for item in days if star(item[0]) is Star.STARRED]
        assert [(e.ref.ident, day) for day, e in starred(entries, zone)] == mine, name


@pytest.mark.parametrize("name", RULES)
def test_hours_of_the_timetable_are_where_clocks_show_them(name: str) -> None:
    zone, rule = ZoneInfo(name), RULES[name]
    for first in (start for year in YEARS for start in weekends(year)):
        ends = EntryRef("k", EntryKind.CONTRIBUTION, 1)
        long = Entry(ends, "T", moment(first - DAY), moment(first + DAY))
        grids = DayGrids((long,), zone)
        grid = grids.grid(grids.days[0])
        assert grid is not None
        marks = [round(mark.timestamp()) // 60 for mark in hour_marks(grid, zone)]
        assert marks == [m for m in range(marks[0], marks[-1] + 1, 15) if (m + rule(m)) % 60 == 0]
        for mark in marks:
            clock = (mark + rule(mark)) % DAY
            assert time_text(moment(mark), zone) == f"{clock // 60:02}:00"


def test_days_are_named_rightly() -> None:
    names = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    for year in YEARS:
        for start in weekends(year):
            ordinal = EPOCH + start // DAY
            day = date.fromordinal(ordinal)
            assert weekday_text(day) == names[(ordinal - 1) % 7] == "Sun"
            assert long_day_text(day).startswith(f"Sunday {day.day} ")
            assert long_day_text(day).endswith(f" {year}")
