from datetime import UTC, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.times import zone
from companion.ical import zones
from companion.ical.write import _timezone

NAMES = (
    "Europe/Zurich",
    "Europe/Dublin",
    "Australia/Melbourne",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Asia/Jerusalem",
    "America/New_York",
    "America/Havana",
    "Pacific/Auckland",
    "Atlantic/Azores",
)


def offset_by_rules(rules: zones.ZoneRules, moment: datetime) -> timedelta:
    """What a reader of the VTIMEZONE finds: the latest onset before an instant (RFC 5545 3.6.5)."""
    best, offset = datetime.min.replace(tzinfo=UTC), None
    for part in _timezone(rules).subcomponents:
        before, after = part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td
        start = part["DTSTART"].dt
        onsets = [start]
        if "RRULE" in part:
            until = moment.replace(tzinfo=None) + timedelta(days=2)
            text = part["RRULE"].to_ical().decode()
            onsets = list(rrulestr(text, dtstart=start).between(start, until, inc=True))
        for onset in onsets:
            instant = (onset - before).replace(tzinfo=UTC)
            if best < instant <= moment:
                best, offset = instant, after
    assert offset is not None
    return offset


@given(
    name=st.sampled_from(NAMES),
    moment=st.datetimes(datetime(2017, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
)
def test_rules_give_the_offset_of_every_instant(name, moment):
    rules = zones.describe(name, 2017, 2027)

    assert rules is not None
    assert offset_by_rules(rules, moment) == moment.astimezone(zone(name)).utcoffset()


@pytest.mark.parametrize("name", ["Europe/Zurich", "Australia/Melbourne", "Australia/Lord_Howe"])
@pytest.mark.parametrize("year", range(2023, 2028))
def test_rules_of_one_year_are_right_to_the_second_at_its_clock_changes(name, year):
    rules = zones.describe(name, year, year)
    assert rules is not None
    changes = 0
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        after = moment + timedelta(minutes=30)
        if moment.astimezone(zone(name)).utcoffset() != after.astimezone(zone(name)).utcoffset():
            changes += 1
            last = after - timedelta(seconds=1)
            assert offset_by_rules(rules, last) == moment.astimezone(zone(name)).utcoffset()
            assert offset_by_rules(rules, after) == after.astimezone(zone(name)).utcoffset()
        moment = after
    assert changes == 2


def test_onsets_are_on_the_clock_before_the_change():
    rules = zones.describe("Europe/Zurich", 2024, 2024)

    assert rules is not None
    assert [(c.onset, c.name, c.is_daylight) for c in rules.changes] == [
        (datetime(1996, 10, 27, 3), "CET", False),
        (datetime(1996, 3, 31, 2), "CEST", True),
    ]


@pytest.mark.parametrize("name", ["Asia/Kolkata", "Australia/Brisbane", "America/Sao_Paulo"])
def test_a_zone_without_changes_is_one_offset(name):
    rules = zones.describe(name, 2023, 2026)

    assert rules is not None
    assert rules.changes == ()


def test_rules_begin_where_the_last_other_one_ended():
    starts = {
        name: rules.since.year
        for name in ("Australia/Melbourne", "America/New_York", "America/Sao_Paulo")
        if (rules := zones.describe(name, 2025, 2026))
    }

    assert starts == {
        "Australia/Melbourne": 2008,
        "America/New_York": 2007,
        "America/Sao_Paulo": 2020,
    }


def test_years_before_all_rules_are_described_too():
    rules = zones.describe("Europe/Zurich", 1960, 1962)

    assert rules is not None
    assert (rules.changes, rules.offset) == ((), timedelta(hours=1))


def test_a_weekday_that_is_neither_nth_nor_last_is_found_by_days_of_the_month():
    rules = zones.describe("Asia/Jerusalem", 2023, 2024)

    assert rules is not None
    assert rules.changes[1].week == 0
    assert rules.changes[1].month_days == tuple(range(23, 30))


@pytest.mark.parametrize(
    "name",
    [
        "Africa/Casablanca",  # by the moon
        "Asia/Gaza",  # by decree
        "Africa/Cairo",  # summer time came back in 2023
        "America/Sao_Paulo",  # and went in 2019
        "Asia/Pyongyang",  # a step in 2018 without any in other years
        "UTC",
        "Etc/GMT-1",
        "Nowhere/Land",
    ],
)
def test_a_zone_that_no_yearly_rule_tells_is_not_described(name):
    assert zones.describe(name, 2017, 2024) is None


@pytest.mark.parametrize("name", ["UTC", "Etc/UTC", "GMT"])
def test_utc_has_many_names(name):
    assert zones.is_utc(name)


def test_london_is_not_utc():
    assert not zones.is_utc("Europe/London")
