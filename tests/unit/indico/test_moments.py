from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.times import zone
from companion.indico.moments import Span, duration_of, first_instant, span_of
from companion.indico.payloads import MomentIn
from companion.indico.records import BadField
from tests.support.answers import (
    make_block,
    make_break,
    make_event_answer,
    make_scheduled,
    make_talk,
    make_timetable_answer,
    read_documents,
    talk,
)

ZONES = ("Europe/Zurich", "Australia/Melbourne", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC")


def at(text: str, tz: str = "Europe/Zurich") -> MomentIn:
    day, clock = text.split(" ")
    return MomentIn(day, clock, tz)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def clocks(instant: datetime, tz: str) -> MomentIn:
    """As Indico writes an instant."""
    local = instant.astimezone(zone(tz))
    return MomentIn(local.date().isoformat(), local.time().isoformat(), tz)


def stated(length: timedelta) -> float:
    """As Indico writes a duration: whole days are dropped."""
    return length.seconds / 60


@pytest.mark.parametrize(
    ("moment", "instant"),
    [
        (at("2024-11-25 09:00:00", "Australia/Melbourne"), utc(2024, 11, 24, 22)),
        (at("2024-11-25 09:00:00", "UTC"), utc(2024, 11, 25, 9)),
        (at("2024-11-25 09:00"), utc(2024, 11, 25, 8)),
        (at("2024-11-25 09:00:00.140945"), utc(2024, 11, 25, 8, 0, 0, 140945)),
        (at("2023-10-29 02:30:00"), utc(2023, 10, 29, 0, 30)),
        # Skipped by summer time: read with the offset before it, as clocks run on.
        (at("2023-03-26 02:30:00"), utc(2023, 3, 26, 1, 30)),
    ],
)
def test_local_times_are_instants(moment: MomentIn, instant: datetime) -> None:
    assert first_instant(moment, "startDate") == instant


@pytest.mark.parametrize(
    ("moment", "field"),
    [
        (at("2024-11-25 nine"), "startDate"),
        (at("yesterday 09:00:00"), "startDate"),
        (at("2024-13-25 09:00:00"), "startDate"),
        (at("2024-11-25 09:00:00+01:00"), "startDate"),
        (at("0001-01-01 00:00:00", "Asia/Kathmandu"), "startDate"),
        # Days of these cannot be told in every zone.
        (at("0001-01-01 00:30:00", "UTC"), "startDate"),
        (at("9999-12-31 23:30:00", "UTC"), "startDate"),
        (at("0204-11-25 09:00:00"), "startDate"),
        (at("2024-11-25 09:00:00", "Mars/Olympus"), "startDate.tz"),
        (at("2024-11-25 09:00:00", ""), "startDate.tz"),
        (at("2024-11-25 09:00:00", "../../etc/passwd"), "startDate.tz"),
        (at("2024-11-25 09:00:00", "Europe"), "startDate.tz"),
    ],
)
def test_what_is_no_time_is_named(moment: MomentIn, field: str) -> None:
    with pytest.raises(BadField) as caught:
        first_instant(moment, "startDate")
    assert caught.value.field == field


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(BadField, match="before it starts"):
        span_of(at("2024-11-25 09:00:00"), at("2024-11-25 08:59:00"), None)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(-1, "negative"), (-1e300, "negative"), (1e300, "too long"), (float("inf"), "too long")],
)
def test_impossible_durations_are_refused(minutes: float, words: str) -> None:
    with pytest.raises(BadField, match=words):
        duration_of(minutes)


@pytest.mark.parametrize(
    ("start", "end", "minutes", "hour", "length"),
    [
        ("02:30:00", "03:30:00", 60, 1, 60),
        ("02:30:00", "03:30:00", 120, 0, 120),
        ("01:30:00", "02:30:00", 60, -1, 60),
        ("01:30:00", "02:30:00", 120, -1, 120),
        ("02:15:00", "02:45:00", 90, 0, 90),
        ("02:15:00", "02:45:00", 30, 0, 30),
        ("02:15:00", "02:45:00", None, 0, 30),
        ("02:45:00", "02:15:00", 30, 0, 30),
    ],
)
def test_the_duration_decides_in_the_double_hour(
    start: str, end: str, minutes: float | None, hour: int, length: int
) -> None:
    first, last = span_of(at(f"2023-10-29 {start}"), at(f"2023-10-29 {end}"), minutes)
    assert last - first == timedelta(minutes=length)
    assert (first - utc(2023, 10, 29, 0)) // timedelta(hours=1) == hour


HALF_HOUR = (at("2023-10-29 02:15:00"), at("2023-10-29 02:45:00"))
EARLY: Span = (utc(2023, 10, 29, 0, 15), utc(2023, 10, 29, 0, 45))
LATE: Span = (utc(2023, 10, 29, 1, 15), utc(2023, 10, 29, 1, 45))


@pytest.mark.parametrize("span", [EARLY, LATE])
def test_what_it_holds_or_lies_in_decides_between_equal_lengths(span: Span) -> None:
    assert span_of(*HALF_HOUR, 30, holds=lambda: [span]) == span
    assert span_of(*HALF_HOUR, 30, within=lambda: [span]) == span


def test_a_block_in_the_double_hour_lies_where_its_talks_are() -> None:
    record = make_talk(1, "2023-10-29 01:20", "2023-10-29 01:40")
    poster = make_talk(2)
    entries = {
        "c1": make_scheduled(1, "2023-10-29 02:20", "2023-10-29 02:40", sessionSlotId=5),
        "c2": make_scheduled(2, "2023-10-29 02:20", "2023-10-29 02:40", sessionSlotId=5),
        "c3": make_scheduled(
            3, "2023-10-29 02:20", "2023-10-29 02:40", sessionSlotId=5, duration=20
        ),
        "b9": make_break(9, "2023-10-29 02:40", "2023-10-29 02:45", sessionSlotId=5, duration=5),
    }
    block = make_block(5, "2023-10-29 02:15", "2023-10-29 02:45", duration=30, entries=entries)
    programme = read_documents(
        make_event_answer(record, poster), make_timetable_answer({"20231029": {"s5": block}})
    ).programme
    only = programme.session_blocks[0]
    assert (only.start_dt, only.end_dt) == LATE
    assert programme.breaks[0].start_dt == utc(2023, 10, 29, 1, 40)
    # Known from the timetable alone, so its block says where it lies.
    assert talk(programme, 3).start_dt == utc(2023, 10, 29, 1, 20)
    assert talk(programme, 2).start_dt is None


@given(
    st.datetimes(datetime(2023, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    st.integers(0, 26 * 60),
    st.sampled_from(ZONES),
)
def test_every_span_comes_back(start: datetime, minutes: int, tz: str) -> None:
    length = timedelta(minutes=minutes)
    end = start + length
    span = (start, end)
    found = span_of(clocks(start, tz), clocks(end, tz), stated(length), holds=lambda: [span])
    assert found == span


@given(
    st.datetimes(datetime(2023, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    st.sampled_from(ZONES),
)
def test_without_hints_a_time_is_right_or_an_hour_early(start: datetime, tz: str) -> None:
    found = first_instant(clocks(start, tz), "startDate")
    assert found in (start, start - timedelta(hours=1), start - timedelta(minutes=30))
    assert clocks(found, tz) == clocks(start, tz)
