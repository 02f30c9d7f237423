from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain import times
from companion.errors import UsageError

ZONES = [
    "Europe/Zurich",
    "Australia/Melbourne",
    "UTC",
    "America/Los_Angeles",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
]
moments = st.datetimes(
    min_value=datetime(2023, 1, 1), max_value=datetime(2027, 12, 31), timezones=st.just(UTC)
)
zones = st.sampled_from(ZONES).map(ZoneInfo)


@given(moments, zones)
def test_a_moment_lies_within_the_bounds_of_its_day(moment: datetime, tz: ZoneInfo) -> None:
    first, after = times.day_bounds(times.day_of(moment, tz), tz)
    assert first <= moment < after


@given(st.dates(date(2023, 1, 1), date(2027, 12, 31)), zones)
def test_days_follow_each_other_without_gap(day: date, tz: ZoneInfo) -> None:
    assert times.day_bounds(day, tz)[1] == times.day_bounds(day + timedelta(days=1), tz)[0]


@given(moments, zones)
def test_iso_keeps_the_instant(moment: datetime, tz: ZoneInfo) -> None:
    text = times.iso(moment, tz)
    assert text is not None
    assert datetime.fromisoformat(text) == moment


@pytest.mark.parametrize(
    ("day", "zone_name", "hours"),
    [
        (date(2024, 3, 31), "Europe/Zurich", 23),
        (date(2024, 10, 27), "Europe/Zurich", 25),
        (date(2024, 4, 7), "Australia/Lord_Howe", 24.5),
        (date(2024, 10, 6), "Australia/Lord_Howe", 23.5),
        (date(2024, 11, 25), "Australia/Melbourne", 24),
    ],
)
def test_days_of_clock_changes_have_their_own_length(
    day: date, zone_name: str, hours: float
) -> None:
    first, after = times.day_bounds(day, ZoneInfo(zone_name))
    assert after - first == timedelta(hours=hours)


def test_elapsed_counts_real_time_over_a_clock_change() -> None:
    tz = ZoneInfo("Europe/Zurich")
    start = datetime(2023, 10, 28, 22, tzinfo=tz)
    end = datetime(2023, 10, 29, 3, tzinfo=tz)
    assert times.elapsed(start, end) == timedelta(hours=6)


def test_melbourne_monday_morning_is_sunday_night_in_zurich() -> None:
    start = datetime(2024, 11, 25, 9, tzinfo=ZoneInfo("Australia/Melbourne"))
    assert times.iso(start, ZoneInfo("Europe/Zurich")) == "2024-11-24T23:00:00+01:00"
    assert times.day_of(start, ZoneInfo("Europe/Zurich")) == date(2024, 11, 24)
    assert times.offset_minutes(start, ZoneInfo("Australia/Melbourne")) == 660


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        times.as_utc(datetime(2024, 1, 1))


@pytest.mark.parametrize("name", ["Mars/Olympus", "", "../etc/passwd", "Europe/Zurich\0"])
def test_an_unknown_zone_is_named(name: str) -> None:
    with pytest.raises(UsageError, match="is not a time zone"):
        times.zone(name)


def test_nothing_stays_nothing() -> None:
    assert times.iso(None) is None
