"""Decisions, follows, members of the series: kept, replaced, taken back, closed to syncs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.event import SAMPLE_HOST, EventAddress, EventId
from companion.domain.series.decisions import (
    FollowUpDecision,
    PersonDecision,
    PersonKey,
    TalkKey,
)
from companion.domain.series.follows import Follow, FollowKind
from companion.errors import StorageError
from companion.storage.database import Database
from companion.storage.engine import SqliteFile
from tests.support.programmes import EVENT_ID, NOW, make_event, make_programme, make_update

LATER = NOW + timedelta(days=1)
OTHER = EventId("other.example.org", 8)
ADA = PersonKey(EVENT_ID, 1, "0" * 16)
BOHDAN = PersonKey(OTHER, None, "f" * 16)
TALKS = (TalkKey(EVENT_ID, 1), TalkKey(OTHER, 2))


def test_people_are_merged_parted_and_left_alone(database: Database) -> None:
    mine = database.series
    assert mine.person_decisions() == ()
    merged = PersonDecision(ADA, BOHDAN, same=True, decided_dt=LATER)
    older = PersonDecision(ADA, replace(BOHDAN, person_id=7), same=False, decided_dt=NOW)
    for decision in (merged, older):
        mine.set_person_decision(decision)
    assert mine.person_decisions() == (older, merged)
    parted = replace(merged, same=False, decided_dt=LATER + timedelta(seconds=1))
    mine.set_person_decision(parted)
    assert mine.person_decisions() == (older, parted)
    mine.remove_person_decision(BOHDAN, ADA)
    assert len(mine.person_decisions()) == 2
    mine.remove_person_decision(ADA, BOHDAN)
    assert mine.person_decisions() == (older,)


def test_follow_ups_are_confirmed_dismissed_and_forgotten(database: Database) -> None:
    mine = database.series
    confirmed = FollowUpDecision(*TALKS, confirmed=True, decided_dt=LATER)
    older = FollowUpDecision(TALKS[0], TalkKey(OTHER, 3), confirmed=False, decided_dt=NOW)
    for decision in (confirmed, older):
        mine.set_follow_up_decision(decision)
    assert mine.follow_up_decisions() == (older, confirmed)
    mine.set_follow_up_decision(replace(confirmed, confirmed=False))
    assert mine.follow_up_decisions() == (older, replace(confirmed, confirmed=False))
    mine.remove_follow_up_decision(*reversed(TALKS))
    mine.remove_follow_up_decision(*TALKS)
    assert mine.follow_up_decisions() == (older,)


def test_events_join_and_leave_by_hand(database: Database) -> None:
    mine = database.series
    mine.set_member(OTHER, True)
    mine.set_member(EVENT_ID, True)
    mine.set_member(EVENT_ID, False)
    assert mine.members() == {EVENT_ID: False, OTHER: True}
    mine.set_member(EVENT_ID, None)
    assert mine.members() == {OTHER: True}


def test_what_is_followed_already_stays_as_it_is(database: Database) -> None:
    mine = database.series
    topic = Follow(FollowKind.TOPIC, "Barren plateaus", LATER)
    person = Follow(FollowKind.PERSON, "Ada Sørensen", NOW)
    for follow in (topic, person, Follow(FollowKind.TOPIC, "barren  PLATEAUS", NOW)):
        mine.add_follow(follow)
    assert mine.follows() == (person, topic)
    mine.remove_follow(FollowKind.PERSON, topic.key)
    mine.remove_follow(FollowKind.PERSON, person.key)
    assert mine.follows() == (topic,)


def test_when_the_news_were_read(database: Database) -> None:
    assert database.series.looked_dt() is None
    for moment in (LATER, NOW):
        database.series.set_looked(moment)
        assert database.series.looked_dt() == moment


def _decide_all(database: Database, event_id: EventId) -> None:
    mine, key = database.series, PersonKey(event_id, 5, "a" * 16)
    mine.set_person_decision(PersonDecision.of(key, BOHDAN, True, NOW))
    mine.set_follow_up_decision(FollowUpDecision(TalkKey(event_id, 1), TALKS[1], True, NOW))
    mine.set_follow_up_decision(FollowUpDecision(TALKS[1], TalkKey(event_id, 1), True, NOW))
    mine.set_member(event_id, True)


def _decided(database: Database) -> tuple[int, int, int]:
    mine = database.series
    return len(mine.person_decisions()), len(mine.follow_up_decisions()), len(mine.members())


def test_an_edition_that_is_removed_leaves_the_decisions_about_it(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(2)))
    _decide_all(database, EVENT_ID)
    database.programmes.remove(EVENT_ID)
    assert _decided(database) == (1, 2, 1)


def test_a_sample_takes_the_decisions_about_it_away(database: Database) -> None:
    sample = EventId(SAMPLE_HOST, 1)
    event = make_event(event_id=sample)
    address = EventAddress(sample, f"https://{SAMPLE_HOST}")
    database.programmes.apply(make_update(make_programme(2, event=event), address=address))
    similar = EventId(SAMPLE_HOST, 10)
    for event_id in (sample, EVENT_ID, similar):
        _decide_all(database, event_id)
    database.programmes.remove(sample)
    assert _decided(database) == (2, 4, 2)
    assert set(database.series.members()) == {EVENT_ID, similar}


@pytest.mark.parametrize(
    "table",
    [
        "user_person_decision",
        "user_follow_up_decision",
        "user_series_member",
        "user_follow",
        "user_moment",
        "user_calendar_target",
    ],
)
def test_sqlite_itself_refuses_them_to_a_sync(database: Database, table: str) -> None:
    with (
        pytest.raises(StorageError, match="not authorized"),
        SqliteFile(database.path).writing(user_tables=False) as connection,
    ):
        connection.exec_driver_sql(f"DELETE FROM {table}")
