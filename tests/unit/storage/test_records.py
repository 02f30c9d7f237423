"""What only we know: first seen, sequence numbers, changes, past states."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.changes import Change, ChangeKind
from companion.domain.event import EventId
from companion.domain.timetable import Programme
from companion.ports.programmes import SeenChange, TalkRecord
from companion.storage.database import Database
from companion.storage.engine import SqliteFile
from tests.support.programmes import (
    EVENT_ID,
    KEY,
    NOW,
    START,
    make_event,
    make_material,
    make_programme,
    make_session,
    make_update,
    with_talk,
    without_talks,
)


class History:
    """Syncs one programme after the other, a day apart."""

    def __init__(self, database: Database) -> None:
        self.store = database.programmes
        self.now = NOW - timedelta(days=1)
        self.before: Programme | None = None

    def sync(self, programme: Programme) -> None:
        self.now += timedelta(days=1)
        gone = self.store.withdrawn(EVENT_ID)
        self.store.apply(
            make_update(programme, before=self.before, withdrawn=gone, seen_dt=self.now)
        )
        self.before = self.store.programme(EVENT_ID)

    def record(self, db_id: int = 1) -> TalkRecord:
        return self.store.records(EVENT_ID)[db_id]


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


def test_a_first_sync_starts_every_record_at_zero(history: History) -> None:
    history.sync(make_programme(2))
    assert history.store.records(EVENT_ID) == {
        1: TalkRecord(NOW, NOW, 0),
        2: TalkRecord(NOW, NOW, 0),
    }
    assert history.store.changes() == ()


@pytest.mark.parametrize(
    ("fields", "sequence"),
    [
        ({"start_dt": START + timedelta(minutes=5)}, 1),
        ({"end_dt": START + timedelta(hours=2)}, 1),
        ({"start_dt": None, "end_dt": None}, 1),
        ({"room_name": "Room B"}, 1),
        ({"venue_name": "Town Hall"}, 1),
        ({"title": "Renamed", "description": "New", "speakers": ()}, 0),
        ({"materials": (make_material(),)}, 0),
        ({"title": "Renamed", "room_name": "Room B", "venue_name": ""}, 1),
    ],
)
def test_time_and_place_raise_the_sequence_and_texts_do_not(
    history: History, fields: dict[str, object], sequence: int
) -> None:
    programme = make_programme(2)
    history.sync(programme)
    history.sync(with_talk(programme, 1, **fields))
    assert history.record(1) == TalkRecord(NOW, history.now, sequence)
    assert history.record(2) == TalkRecord(NOW, NOW, 0)


def test_a_talk_that_goes_and_comes_back_is_the_same_talk(history: History) -> None:
    programme = make_programme(3)
    history.sync(programme)
    history.sync(without_talks(programme, 1))
    gone_dt = history.now
    assert history.record(1) == TalkRecord(NOW, gone_dt, 1, withdrawn_dt=gone_dt)
    assert history.store.withdrawn(EVENT_ID) == programme.contributions[:1]
    assert history.store.contribution(EVENT_ID, 1) == programme.contributions[0]
    history.sync(with_talk(programme, 1, room_name="Room B"))
    assert history.record(1) == TalkRecord(NOW, history.now, 2)
    assert history.store.withdrawn(EVENT_ID) == ()
    fields = [(seen.change.field, seen.seen_dt) for seen in history.store.changes()]
    back = [(name, history.now) for name in ("restored", "room")]
    assert fields == [*back, ("withdrawn", gone_dt)]


def test_a_talk_added_later_is_news_but_has_not_changed(history: History) -> None:
    history.sync(make_programme(1))
    history.sync(make_programme(2))
    assert history.record(2) == TalkRecord(history.now, history.now, 0)
    assert [entry.changed_dt for entry in history.store.entries(EVENT_ID)] == [None] * 8
    (seen,) = history.store.changes()
    title = make_programme(2).contributions[1].title
    assert seen == SeenChange(
        KEY, Change(ChangeKind.CONTRIBUTION, 2, "added", None, title), history.now
    )


def test_changes_come_newest_first_and_tell_old_and_new(history: History) -> None:
    programme = make_programme(2)
    history.sync(programme)
    history.sync(with_talk(programme, 1, title="Neu", keywords=("a",)))
    first = history.now
    renamed = replace(
        with_talk(programme, 1, title="Neu", keywords=("a",)),
        sessions=(make_session(1, title="S"),),
    )
    history.sync(renamed)
    told = [
        (item.seen_dt, item.change.kind, item.change.field, item.change.old, item.change.new)
        for item in history.store.changes(EVENT_ID)
    ]
    old_title = programme.contributions[0].title
    assert told == [
        (history.now, ChangeKind.SESSION, "title", "Session 1", "S"),
        (first, ChangeKind.CONTRIBUTION, "title", old_title, "Neu"),
        (first, ChangeKind.CONTRIBUTION, "keywords", ["quantum", "learning"], ["a"]),
    ]


def test_changes_since_a_moment_and_of_one_event(history: History) -> None:
    programme = make_programme(1)
    history.sync(programme)
    history.sync(with_talk(programme, 1, title="A"))
    since = history.now
    history.sync(with_talk(programme, 1, title="B"))
    store = history.store
    assert [item.change.new for item in store.changes(EVENT_ID, since)] == ["B", "A"]
    assert [item.change.new for item in store.changes(since=history.now)] == ["B"]
    assert store.changes(since=history.now + timedelta(microseconds=1)) == ()
    assert store.changes(EventId("other.example.org", 7)) == ()


def test_the_programme_as_of_any_sync(history: History) -> None:
    states = [
        make_programme(3),
        without_talks(make_programme(3), 2),
        replace(make_programme(4), breaks=(), event=make_event(title="Renamed")),
        make_programme(0, session_blocks=()),
        make_programme(2),
    ]
    times = []
    for state in states:
        history.sync(state)
        times.append(history.now)
    for state, moment in zip(states, times, strict=True):
        assert history.store.programme_as_of(EVENT_ID, moment) == state
        assert history.store.programme_as_of(EVENT_ID, moment + timedelta(hours=1)) == state
    assert history.store.programme_as_of(EVENT_ID, NOW - timedelta(microseconds=1)) is None


def test_a_clock_set_back_mixes_nothing_up(history: History) -> None:
    first, second = make_programme(2), with_talk(make_programme(2), 1, title="Later")
    history.sync(first)
    history.now -= timedelta(days=1, hours=1)
    history.sync(second)
    assert history.now < NOW
    assert history.store.programme(EVENT_ID) == second
    assert history.store.programme_as_of(EVENT_ID, NOW) == second
    assert history.store.programme_as_of(EVENT_ID, history.now) == second


def test_two_syncs_in_one_moment_keep_the_last(history: History) -> None:
    first = make_programme(1)
    history.sync(first)
    history.now -= timedelta(days=1)
    history.sync(with_talk(first, 1, title="At once"))
    found = history.store.programme_as_of(EVENT_ID, NOW)
    assert found is not None
    assert found.contributions[0].title == "At once"


def test_a_damaged_change_is_named(history: History, database: Database) -> None:
    from companion.errors import DamagedDatabase

    history.sync(make_programme(1))
    history.sync(make_programme(2))
    with SqliteFile(database.path).writing(user_tables=False) as connection:
        connection.exec_driver_sql("UPDATE record_change SET new = '{'")
    with pytest.raises(DamagedDatabase):
        history.store.changes()


def test_syncs_count_what_they_did(history: History, database: Database) -> None:
    programme = make_programme(3)
    history.sync(programme)
    history.sync(with_talk(without_talks(programme, 1), 2, title="New"))
    with SqliteFile(database.path).reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT number, added, changed, removed FROM record_sync ORDER BY number"
        ).fetchall()
    assert [tuple(row) for row in rows] == [(1, 3, 0, 0), (2, 0, 1, 1)]


def test_talks_that_had_gone_by_then_are_told_with_their_date(history: History) -> None:
    full = make_programme(4)
    states = [
        full,
        without_talks(full, 1),
        without_talks(with_talk(full, 3, title="Renamed"), 1),
        without_talks(with_talk(full, 1, title="Back"), 3),
        without_talks(full, 1, 3),
        full,
    ]
    for state in states:
        history.sync(state)
    found = []
    for day in range(-1, len(states)):
        moment = NOW + timedelta(days=day, hours=1)
        gone = history.store.withdrawn_as_of(EVENT_ID, moment)
        found.append([(item.db_id, item.title, (when - NOW).days) for item, when in gone])
    first = full.contributions[0].title
    assert found == [
        [],
        [],
        [(1, first, 1)],
        [(1, first, 1)],
        [(3, "Renamed", 3)],
        [(1, "Back", 4), (3, "Renamed", 3)],
        [],
    ]
