"""Live, night or later: every instant of five years, seven zones, all kinds of waking hours."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState
from companion.domain.series.remote import (
    RemoteTalk,
    Verdict,
    WakingHours,
    jet_lag,
    remote_plan,
    verdict,
)
from companion.errors import UsageError

ZURICH = ZoneInfo("Europe/Zurich")
MELBOURNE = ZoneInfo("Australia/Melbourne")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
ZONES = (
    *(ZURICH, MELBOURNE, LORD_HOWE, ZoneInfo("UTC"), ZoneInfo("America/Los_Angeles")),
    *(ZoneInfo("Asia/Kolkata"), ZoneInfo("Asia/Kathmandu")),
)
DAY = WakingHours.parse("07:00-23:00")
NIGHT_OWL = WakingHours.parse("20:00-04:00")
CHANGES = tuple(
    datetime(*moment, tzinfo=UTC)
    for moment in (
        *((2023, 3, 26, 1), (2023, 10, 29, 1), (2024, 3, 31, 1), (2024, 10, 27, 1)),
        *((2025, 3, 30, 1), (2026, 10, 25, 1), (2027, 3, 28, 1), (2027, 10, 31, 1)),
        *((2023, 4, 1, 16), (2024, 10, 5, 16), (2025, 4, 5, 15), (2026, 10, 3, 15, 30)),
        *((2023, 3, 12, 10), (2024, 11, 3, 9), (2027, 4, 3, 15), (2027, 11, 7, 9)),
    )
)
"""Instants when clocks change in Zurich, Melbourne, Lord Howe or Los Angeles."""

START = datetime(2023, 1, 1, tzinfo=UTC)
MINUTES = int((datetime(2028, 1, 1, tzinfo=UTC) - START) / timedelta(minutes=1))
ANY_TIME = st.integers(0, MINUTES).map(lambda minutes: START + timedelta(minutes=minutes))
NEAR_CHANGES = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-180, 180),
)
INSTANTS = ANY_TIME | NEAR_CHANGES
HOURS = st.builds(WakingHours, st.integers(0, 1439), st.integers(0, 1440)).filter(
    lambda hours: hours.start != hours.end
)


def wall_minute(moment: datetime, tz: tzinfo) -> int:
    """What a clock on the wall shows, worked out from the offset alone."""
    offset = moment.astimezone(tz).utcoffset()
    assert offset is not None
    shown = moment + offset
    return shown.hour * 60 + shown.minute


def is_awake(minute: int, hours: WakingHours) -> bool:
    """Judged by counting on from when the reader gets up."""
    return (minute - hours.start) % 1440 < ((hours.end - hours.start) % 1440 or 1440)


@given(INSTANTS, st.integers(0, 200), st.sampled_from(ZONES), HOURS)
@example(CHANGES[0] - timedelta(minutes=10), 30, ZURICH, WakingHours.parse("02:30-23:00"))
@example(CHANGES[1], 90, ZURICH, WakingHours.parse("02:30-10:00"))
@example(CHANGES[11], 45, LORD_HOWE, NIGHT_OWL)
def test_verdicts_agree_with_the_clock_on_the_wall(
    start: datetime, minutes: int, tz: tzinfo, hours: WakingHours
) -> None:
    awake = {
        is_awake(wall_minute(start + timedelta(minutes=number), tz), hours)
        for number in range(max(1, minutes))
    }
    expected = {(True,): Verdict.LIVE, (False,): Verdict.NIGHT}.get(tuple(awake), Verdict.LATER)
    assert verdict(start, start + timedelta(minutes=minutes), tz, hours) is expected


@given(INSTANTS, st.integers(1, 300), st.sampled_from(ZONES), st.sampled_from(ZONES), HOURS)
def test_the_zone_of_the_programme_does_not_matter(
    start: datetime, minutes: int, programme: tzinfo, home: tzinfo, hours: WakingHours
) -> None:
    end = start + timedelta(minutes=minutes)
    shown = (start.astimezone(programme), end.astimezone(programme))
    assert verdict(*shown, home, hours) is verdict(start, end, home, hours)


@given(INSTANTS, st.integers(1, 300), st.sampled_from(ZONES), HOURS)
def test_waking_and_sleeping_are_opposites(
    start: datetime, minutes: int, tz: tzinfo, hours: WakingHours
) -> None:
    end = start + timedelta(minutes=minutes)
    asleep = WakingHours(hours.end % 1440, hours.start)
    whole_day = (hours.start - hours.end) % 1440 == 0
    opposite = {
        Verdict.LIVE: Verdict.NIGHT,
        Verdict.NIGHT: Verdict.LIVE,
        Verdict.LATER: Verdict.LATER,
    }
    if not whole_day:
        assert verdict(start, end, tz, asleep) is opposite[verdict(start, end, tz, hours)]


@pytest.mark.parametrize(
    ("month", "hours_apart"), [((2024, 1, 15), 10), ((2024, 7, 15), 8), ((2024, 10, 15), 9)]
)
def test_melbourne_from_zurich_in_the_course_of_2024(
    month: tuple[int, int, int], hours_apart: int
) -> None:
    nine = datetime(*month, 9, tzinfo=MELBOURNE)
    home = nine.astimezone(ZURICH)
    assert (nine.utcoffset() or timedelta()) - (home.utcoffset() or timedelta()) == timedelta(
        hours=hours_apart
    )
    up_early = WakingHours(home.hour * 60, 1439)
    assert verdict(nine, nine + timedelta(hours=1), ZURICH, DAY) is Verdict.NIGHT or home.hour >= 23
    assert verdict(nine, nine + timedelta(minutes=30), ZURICH, up_early) is Verdict.LIVE


def test_waking_hours_are_read() -> None:
    assert WakingHours.parse(" 7:00 – 23:00 ") == DAY
    assert str(DAY) == "07:00-23:00"
    assert WakingHours.parse("00:00-24:00").holds(time(23, 59))
    assert NIGHT_OWL.holds(time(3, 59))
    assert not NIGHT_OWL.holds(time(4))


@pytest.mark.parametrize(
    "text", ["", "7-23", "07:00", "25:00-26:00", "07:60-08:00", "07:00-07:00", "24:00-08:00"]
)
def test_other_hours_are_refused(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        WakingHours.parse(text)
    assert f"“{text}”" in caught.value.message


# --- plans ---------------------------------------------------------------------------------------


def entry(ident: int, start: datetime | None, minutes: int = 30, **values: object) -> Entry:
    end = start + timedelta(minutes=minutes) if start else None
    ref = EntryRef("k", EntryKind.CONTRIBUTION, ident)
    return Entry(ref, f"Talk {ident}", start, end, **values)  # type: ignore[arg-type]  # real fields


def test_a_plan_has_every_talk_once_by_start() -> None:
    nine = datetime(2024, 11, 25, 9, tzinfo=MELBOURNE)
    block = Entry(EntryRef("k", EntryKind.BLOCK, 1), "Block", nine, nine + timedelta(hours=8))
    entries = [
        entry(1, None),
        entry(2, nine + timedelta(hours=9)),  # 18:00 there, 08:00 in Zurich
        entry(3, nine),  # 23:00 the day before
        entry(4, nine - timedelta(minutes=15)),
        entry(5, nine, state=EntryState.WITHDRAWN),
        block,
    ]
    plan = remote_plan(entries, ZURICH, DAY)
    assert [(item.ref.ident, item.verdict, item.awake_minutes) for item in plan] == [
        (4, Verdict.LATER, 15),
        (3, Verdict.NIGHT, 0),
        (2, Verdict.LIVE, 30),
        (1, Verdict.LATER, 0),
    ]
    assert plan[-1] == RemoteTalk(entries[0].ref, Verdict.LATER)


@given(st.lists(INSTANTS, max_size=8), st.sampled_from(ZONES), HOURS)
def test_plans_lose_and_double_nothing(
    starts: list[datetime], tz: tzinfo, hours: WakingHours
) -> None:
    entries = [entry(number, start) for number, start in enumerate(starts)]
    plan = remote_plan(entries, tz, hours)
    assert sorted(item.ref.ident for item in plan) == list(range(len(starts)))
    assert [item.start_dt for item in plan] == sorted(starts)


@pytest.mark.parametrize(
    ("hours", "expected"), [(DAY, Verdict.LATER), (WakingHours(0, 1440), Verdict.LIVE)]
)
def test_a_year_typed_wrong_takes_no_longer(hours: WakingHours, expected: Verdict) -> None:
    """Minute by minute, 7,000 years would hold up everything else for hours."""
    nine = datetime(2024, 11, 25, 9, tzinfo=MELBOURNE)
    endless = replace(entry(1, nine), end_dt=datetime(9999, 1, 1, tzinfo=UTC))
    (found,) = remote_plan([endless], ZURICH, hours)
    assert found.verdict is expected
    (day,) = jet_lag([endless], MELBOURNE, ZURICH, hours)
    assert day.minutes == 2 * 24 * 60


# --- jet lag -------------------------------------------------------------------------------------


def test_the_first_days_by_the_clock_at_home() -> None:
    monday = datetime(2024, 11, 25, 9, tzinfo=MELBOURNE)
    entries = [
        entry(1, monday, 60),
        entry(2, monday + timedelta(minutes=30), 60),  # half of it beside the first
        entry(3, monday + timedelta(hours=8), 60),
        entry(4, monday + timedelta(days=1), 60),
        entry(5, monday + timedelta(days=3), 60),
        entry(6, monday + timedelta(days=4), 60),
        entry(7, None),
    ]
    days = jet_lag(entries, MELBOURNE, ZURICH, DAY)
    assert [item.day for item in days] == [
        date(2024, 11, 25),
        date(2024, 11, 26),
        date(2024, 11, 28),
    ]
    first = days[0]
    assert first.offset_min == 600
    assert first.first_home == datetime(2024, 11, 24, 23, tzinfo=ZURICH)
    assert first.last_home == datetime(2024, 11, 25, 8, tzinfo=ZURICH)
    assert (first.minutes, first.night_minutes) == (150, 90)
    assert [item.adapted_night_minutes for item in days] == [90, 60, 60]


def test_the_body_follows_the_short_way_round() -> None:
    morning = datetime(2024, 7, 1, 9, tzinfo=ZoneInfo("America/Los_Angeles"))
    days = jet_lag(
        [entry(n, morning + timedelta(days=n), 60) for n in range(9)],
        morning.tzinfo or UTC,
        MELBOURNE,
        DAY,
        9,
    )
    assert {item.offset_min for item in days} == {-1020}
    assert [item.night_minutes for item in days] == [60] * 9  # two in the morning
    assert [item.adapted_night_minutes for item in days][-4:] == [0] * 4  # 17 behind is 7 ahead
    assert jet_lag([], ZURICH, ZURICH, DAY) == ()
