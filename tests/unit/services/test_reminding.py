from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.event import EventAddress, EventId
from companion.domain.timetable import Programme
from companion.services.reminding import Given, Upcoming, upcoming
from tests.support.programmes import KEY, START, make_event, make_programme, make_update
from tests.unit.services.conftest import Desk

MINUTE = timedelta(minutes=1)


def store(desk: Desk, programme: Programme, **fields: Any) -> None:
    desk.database.programmes.apply(make_update(programme, **fields))


def star(desk: Desk, *db_ids: int, key: str = KEY) -> None:
    refs = [EntryRef(key, EntryKind.CONTRIBUTION, ident) for ident in db_ids]
    desk.bookmarks.set_star(refs, Star.STARRED)


def ahead(desk: Desk, now: datetime, minutes: int = 10) -> list[tuple[int, datetime]]:
    found = upcoming(desk.editions, desk.programme, now, minutes)
    return [(item.reminder.entry.ref.ident, item.reminder.due_dt) for item in found]


def test_starred_talks_that_have_not_begun(desk: Desk) -> None:
    store(desk, make_programme(8))
    star(desk, 1, 2, 5)
    first, second = START, START + 20 * MINUTE
    assert ahead(desk, START - timedelta(hours=1)) == [
        (1, first - 10 * MINUTE),
        (2, second - 10 * MINUTE),
        (5, START + timedelta(days=1) - 10 * MINUTE),
    ]
    assert [ident for ident, _ in ahead(desk, START)] == [2, 5]
    assert ahead(desk, START, minutes=0) == []


def test_only_editions_that_are_on_or_about_to_begin(desk: Desk) -> None:
    store(desk, make_programme(4))
    star(desk, 1)
    assert ahead(desk, START - timedelta(days=4)) == []
    assert ahead(desk, START - timedelta(days=2)) != []
    assert ahead(desk, START + timedelta(days=30)) == []


def test_over_all_editions_each_in_its_zone(desk: Desk) -> None:
    store(desk, make_programme(4))
    there = EventAddress(EventId("indico.example.com", 9), "https://indico.example.com")
    event = make_event(event_id=there.event_id, timezone="Australia/Melbourne")
    store(desk, make_programme(4, event=event), key="other", address=there)
    star(desk, 1)
    star(desk, 2, key="other")
    found = upcoming(desk.editions, desk.programme, START - 30 * MINUTE, 10)
    assert [item.tz for item in found] == [
        ZoneInfo("Europe/Zurich"),
        ZoneInfo("Australia/Melbourne"),
    ]


def item(desk: Desk, ident: int = 1) -> Upcoming:
    star(desk, ident)
    (found,) = upcoming(desk.editions, desk.programme, START - 30 * MINUTE, 10)
    return found


def test_what_was_given_is_remembered_until_the_talk_begins(desk: Desk) -> None:
    store(desk, make_programme(4))
    one = item(desk)
    given = Given("")
    assert one not in given
    text = given.add([one], START - 10 * MINUTE)
    assert text == f"2099-11-23T08:00:00+00:00@{KEY}/1"
    assert one in Given(text)
    assert Given(text).add([], START - MINUTE) == text
    assert Given(text).add([], START) == ""


def test_a_damaged_memory_is_forgotten() -> None:
    assert Given("nonsense 2099-13-45@x").add([], datetime(2024, 1, 1, tzinfo=UTC)) == ""
