from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.domain.edition import Edition
from companion.domain.event import EventAddress, EventId
from companion.domain.series.glance import (
    ITS_INDICO,
    SAMPLE_SOURCE,
    EditionGlance,
    Fact,
    OnDisk,
    SeriesState,
    glance,
)
from companion.domain.series.membership import is_of_series, year_of
from companion.domain.series.words_for import countdown_words, offset_words
from tests.unit.domain.make import event

ZURICH = ZoneInfo("Europe/Zurich")
CERN = Edition(
    key="qtml2023",
    title="QTML 2023",
    year=2023,
    number=7,
    city="Geneva",
    timezone="Europe/Zurich",
    start_day=date(2023, 11, 19),
    end_day=date(2023, 11, 24),
    website="https://qtml-2023.web.cern.ch/",
    programme_url="https://indico.cern.ch/event/1288979/",
    address=EventAddress(EventId("indico.cern.ch", 1288979), "https://indico.cern.ch"),
    unverified=frozenset({"timezone"}),
    sources={"number": "announcement", "website": "its own site"},
)
MELBOURNE = Edition(
    key="qtml2024",
    title="QTML 2024",
    year=2024,
    city="Melbourne",
    timezone="Australia/Melbourne",
    start_day=date(2024, 11, 25),
    end_day=date(2024, 11, 29),
)
SINGAPORE = Edition(key="qtml2025", title="QTML 2025", year=2025)
STORED = OnDisk(
    title="Quantum Techniques in Machine Learning 2024",
    timezone="Australia/Melbourne",
    start_dt=datetime(2024, 11, 24, 22, tzinfo=UTC),
    end_dt=datetime(2024, 11, 29, 6, tzinfo=UTC),
)


def seen(now: datetime, *editions: tuple[Edition, OnDisk | None]) -> dict[str, EditionGlance]:
    return {item.key: item for item in glance(editions, now, ZURICH)}


SERIES = ((SINGAPORE, None), (MELBOURNE, None), (CERN, None))


@pytest.mark.parametrize(
    ("now", "states"),
    [
        (datetime(2023, 11, 18, 22, 59, tzinfo=UTC), ("next", "known", "known")),
        (datetime(2023, 11, 18, 23, 0, tzinfo=UTC), ("running", "next", "known")),
        (datetime(2023, 11, 24, 22, 59, tzinfo=UTC), ("running", "next", "known")),
        (datetime(2023, 11, 24, 23, 0, tzinfo=UTC), ("past", "next", "known")),
        (datetime(2024, 11, 24, 13, 0, tzinfo=UTC), ("past", "running", "next")),
        (datetime(2024, 12, 24, tzinfo=UTC), ("past", "past", "next")),
        (datetime(2025, 6, 1, tzinfo=UTC), ("past", "past", "known")),
        (datetime(2026, 1, 1, tzinfo=UTC), ("past", "past", "past")),
    ],
)
def test_states_follow_the_clock(now: datetime, states: tuple[str, ...]) -> None:
    found = glance(SERIES, now, ZURICH)
    assert [item.key for item in found] == ["qtml2023", "qtml2024", "qtml2025"]
    assert tuple(item.state.value for item in found) == states


def test_facts_come_with_their_sources() -> None:
    found = seen(datetime(2024, 1, 1, tzinfo=UTC), *SERIES)["qtml2023"]
    assert found.number == Fact(7, "announcement", is_confirmed=True)
    assert found.timezone == Fact("Europe/Zurich", None, is_confirmed=False)
    assert found.country == Fact()
    assert not found.country.is_known
    assert [(link.title, link.source) for link in found.links] == [
        ("Website", "its own site"),
        ("Programme", ""),
        ("Indico", ""),
    ]


def test_what_is_stored_tells_better() -> None:
    now = datetime(2024, 11, 24, 21, tzinfo=UTC)
    found = seen(now, (MELBOURNE, replace(STORED, venue_name="Parkville")))["qtml2024"]
    assert found.title == STORED.title
    assert found.venue == Fact("Parkville", ITS_INDICO, is_confirmed=True)
    assert found.start_day == Fact(date(2024, 11, 25), ITS_INDICO, is_confirmed=True)
    assert found.starts_in == timedelta(hours=1)
    assert found.states == (SeriesState.NEXT, SeriesState.DOWNLOADED, SeriesState.KNOWN)
    assert found.offset_min == 600
    assert found.now_local
    assert f"{found.now_local:%a %H:%M}" == "Mon 08:00"
    without = seen(now, (replace(MELBOURNE, venue="Town hall"), STORED))["qtml2024"]
    assert without.venue.value == "Town hall"


def test_what_is_not_known_stays_so() -> None:
    found = seen(datetime(2024, 11, 24, tzinfo=UTC), *SERIES)["qtml2025"]
    assert (found.now_local, found.offset_min, found.starts_in) == (None, None, None)
    assert found.links == ()


def test_without_a_zone_days_are_those_of_utc() -> None:
    nowhere = replace(MELBOURNE, timezone=None)
    eve = datetime(2024, 11, 29, 23, 59, tzinfo=UTC)
    assert seen(eve, (nowhere, None))["qtml2024"].state is SeriesState.KNOWN
    assert seen(eve + timedelta(minutes=1), (nowhere, None))["qtml2024"].state is SeriesState.PAST


def test_an_edition_without_any_date() -> None:
    bare = Edition(key="x", title="X")
    assert seen(datetime(2024, 1, 1, tzinfo=UTC), (bare, None))["x"].states == (SeriesState.KNOWN,)


def test_samples_come_last_and_are_never_next() -> None:
    sample = replace(
        MELBOURNE,
        key="sample-2024",
        address=EventAddress(EventId("sample.invalid", 1), "https://sample.invalid"),
    )
    stored = replace(STORED, is_sample=True)
    found = glance([(sample, stored), (SINGAPORE, None)], datetime(2024, 1, 1, tzinfo=UTC), ZURICH)
    assert [(item.key, item.state.value) for item in found] == [
        ("qtml2025", "next"),
        ("sample-2024", "downloaded"),
    ]
    assert found[1].city.source == found[1].start_day.source == SAMPLE_SOURCE
    assert found[1].links == ()


def test_words_for_offsets_and_waiting() -> None:
    assert offset_words(600) == "10 h ahead of you"
    assert offset_words(-345) == "5 h 45 min behind you"
    assert offset_words(30) == "30 min ahead of you"
    assert offset_words(0) == "the same time as yours"
    assert countdown_words(timedelta(days=12, hours=3)) == "12 days"
    assert countdown_words(timedelta(days=1)) == "1 day"
    assert countdown_words(timedelta(hours=23, minutes=59)) == "23 h 59 min"
    assert countdown_words(timedelta(seconds=30)) == "0 min"


@pytest.mark.parametrize(
    ("title", "category", "belongs"),
    [
        ("QTML 2027", "", True),
        ("qtml2027 in Lund", "", True),
        ("Quantum Techniques in Machine Learning", "", True),
        ("The ninth meeting", "Physics / QTML", True),
        ("Quantum Machine Learning Day", "Physics", False),
        ("NOTQTML", "", False),
    ],
)
def test_which_events_belong_to_the_series(title: str, category: str, belongs: bool) -> None:
    assert is_of_series(event(title=title, category=category)) is belongs


def test_the_year_of_an_event() -> None:
    assert year_of(event(title="QTML 2027")) == 2027
    assert year_of(event(title="The ninth QTML, room 12024")) == 2024
