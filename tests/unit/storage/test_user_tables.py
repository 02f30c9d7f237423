"""All tables of the person at once."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from companion.domain.bookmark import Bookmark, Star
from companion.domain.event import EventId
from companion.domain.series.follows import Follow, FollowKind
from companion.domain.user_data import UserData
from companion.errors import DamagedDatabase
from companion.storage.database import Database
from tests.support.programmes import EVENT_ID, NOW

FOLLOW = {
    "kind": "topic",
    "follow_key": "kernel",
    "name": "Kernels",
    "created_dt": "2099-11-01T12:00:00.000000Z",
}


def mark(db_id: int, star: Star = Star.STARRED) -> Bookmark:
    return Bookmark(EVENT_ID, db_id, star, NOW + timedelta(seconds=db_id))


def test_everything_is_read_and_taken_up_again(database: Database) -> None:
    database.user.set_star(EVENT_ID, [1, 2], Star.TENTATIVE, NOW)
    database.series.add_follow(Follow(FollowKind.TOPIC, "Kernels", NOW))
    before = database.owned.read()
    assert [item.db_id for item in before.stars] == [1, 2]
    assert len(before.more["user_follow"]) == 1
    database.owned.replace(UserData())
    assert database.owned.read().is_empty
    assert database.owned.merge(before) == 3
    assert database.owned.read() == before
    assert database.owned.merge(before) == 0


def test_what_is_there_stays_as_it_is(database: Database) -> None:
    database.user.set_star(EVENT_ID, [1], Star.TENTATIVE, NOW)
    elsewhere = Bookmark(EventId("other.example", 9), 5, Star.STARRED, NOW)
    assert database.owned.merge(UserData((mark(1), mark(2), elsewhere))) == 2
    assert {item.db_id: item.star for item in database.user.bookmarks()} == {
        1: Star.TENTATIVE,
        2: Star.STARRED,
        5: Star.STARRED,
    }


@pytest.mark.parametrize(
    "row",
    [
        {},
        {"unknown": 1},
        {**FOLLOW, "kind": "cat"},
        {**FOLLOW, "created_dt": "soon"},
        {**FOLLOW, "created_dt": "2099-11-01T12:00:00"},
        {**FOLLOW, "name": None},
    ],
)
def test_rows_that_could_not_be_read_again_are_left_out(
    database: Database, row: dict[str, str]
) -> None:
    more = {"user_follow": (row, FOLLOW), "user_of_the_future": ({"a": 1},)}
    assert database.owned.merge(UserData((), more)) == 1
    assert [item.name for item in database.series.follows()] == ["Kernels"]


def test_rows_of_every_table_pass(database: Database) -> None:
    key = f"{EVENT_ID.host}/7/-/0123456789abcdef"
    at = "2099-11-01T12:00:00.000000Z"
    decision = {"first_key": key, "second_key": key, "same": 1, "decided_dt": at}
    target = {"path": "a.ics", "kind": "file", "selection": "{}", "options": "{}", "added_dt": at}
    more = {
        "user_person_decision": (decision, {**decision, "first_key": "x"}),
        "user_calendar_target": (target,),
        "user_series_member": ({"host": "x", "event_id": "seven", "belongs": 1},),
    }
    assert database.owned.merge(UserData((), more)) == 2
    assert len(database.series.person_decisions()) == 1


def test_a_damaged_star_is_named(database: Database) -> None:
    with closing(sqlite3.connect(database.path)) as file:
        file.execute(f"INSERT INTO user_bookmark VALUES ('{EVENT_ID.host}', 7, 1, 'starred', 'x')")
        file.commit()
    with pytest.raises(DamagedDatabase):
        database.owned.read()
