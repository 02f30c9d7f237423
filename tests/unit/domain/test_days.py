from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.days import by_day, chosen_day
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.times import day_of

ZONES = [
    "Europe/Zurich",
    "Australia/Melbourne",
    "UTC",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
]
FIRST = datetime(2023, 1, 1, tzinfo=UTC)
MINUTES = st.integers(0, 5 * 366 * 24 * 60)


def entry(number: int, minutes: int | None) -> Entry:
    ref = EntryRef("k", EntryKind.CONTRIBUTION, number)
    if minutes is None:
        return Entry(ref, "Talk")
    start = FIRST + timedelta(minutes=minutes)
    return Entry(ref, "Talk", start, start + timedelta(minutes=20))


@given(starts=st.lists(st.none() | MINUTES, max_size=12), name=st.sampled_from(ZONES))
def test_every_entry_stands_once_under_the_day_of_its_start(
    starts: list[int | None], name: str
) -> None:
    tz = ZoneInfo(name)
    entries = [entry(number, minutes) for number, minutes in enumerate(starts)]
    days = by_day(entries, tz)
    shown = [item for items in days.values() for item in items]
    assert sorted(item.ref for item in shown) == [item.ref for item in entries]
    for day, items in days.items():
        assert {None if e.start_dt is None else day_of(e.start_dt, tz) for e in items} == {day}
    dated = [day for day in days if day is not None]
    assert dated == sorted(dated)
    assert None not in list(days)[:-1]


DAYS = (date(2024, 11, 25), date(2024, 11, 27), None)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2024, 11, 20, tzinfo=UTC), DAYS[0]),
        (datetime(2024, 11, 24, 22, tzinfo=UTC), DAYS[0]),
        (datetime(2024, 11, 26, 12, tzinfo=UTC), DAYS[1]),
        (datetime(2024, 11, 28, 12, tzinfo=UTC), DAYS[0]),
    ],
)
def test_today_is_chosen_else_the_next_day_else_the_first(now: datetime, day: date) -> None:
    assert chosen_day(DAYS, now, ZoneInfo("Australia/Melbourne")) == day


def test_without_any_date_no_day_is_chosen() -> None:
    assert chosen_day((None,), FIRST, UTC) is None
