"""Stars: set, changed, taken away, and out of a sync's reach."""

from datetime import timedelta

import pytest

from companion.domain.bookmark import Bookmark, Star
from companion.domain.event import EventId
from companion.errors import StorageError
from companion.storage.database import Database, open_database
from companion.storage.engine import SqliteFile
from tests.support.programmes import EVENT_ID, NOW, make_programme, make_update, without_talks

LATER = NOW + timedelta(days=1)


def test_stars_come_oldest_first(database: Database) -> None:
    other = EventId("other.example.org", 7)
    database.user.set_star(EVENT_ID, [5, 3], Star.STARRED, LATER)
    database.user.set_star(other, [9], Star.TENTATIVE, NOW)
    assert database.user.bookmarks() == (
        Bookmark(other, 9, Star.TENTATIVE, NOW),
        Bookmark(EVENT_ID, 3, Star.STARRED, LATER),
        Bookmark(EVENT_ID, 5, Star.STARRED, LATER),
    )
    assert [item.db_id for item in database.user.bookmarks(EVENT_ID)] == [3, 5]


def test_a_star_that_changes_keeps_its_date(database: Database) -> None:
    database.user.set_star(EVENT_ID, [1], Star.STARRED, NOW)
    database.user.set_star(EVENT_ID, [1, 2], Star.TENTATIVE, LATER)
    assert database.user.bookmarks() == (
        Bookmark(EVENT_ID, 1, Star.TENTATIVE, NOW),
        Bookmark(EVENT_ID, 2, Star.TENTATIVE, LATER),
    )


def test_stars_are_taken_away(database: Database) -> None:
    database.user.set_star(EVENT_ID, [1, 2, 3], Star.STARRED, NOW)
    database.user.set_star(EVENT_ID, [1, 3, 99], Star.NONE, LATER)
    assert [item.db_id for item in database.user.bookmarks()] == [2]


def test_nothing_to_star_writes_nothing(database: Database) -> None:
    before = database.path.read_bytes()
    database.user.set_star(EVENT_ID, [], Star.STARRED, NOW)
    assert database.path.read_bytes() == before


def test_a_star_may_come_before_its_talk_and_outlives_it(database: Database) -> None:
    database.user.set_star(EVENT_ID, [1], Star.STARRED, NOW)
    programme = make_programme(2)
    database.programmes.apply(make_update(programme))
    database.programmes.apply(make_update(without_talks(programme, 1), before=programme))
    database.programmes.rebuild()
    assert database.user.bookmarks() == (Bookmark(EVENT_ID, 1, Star.STARRED, NOW),)


def test_all_stars_or_none(database: Database) -> None:
    with pytest.raises(StorageError):
        database.user.set_star(EVENT_ID, [1, 2**64], Star.STARRED, NOW)
    assert database.user.bookmarks() == ()


def test_stars_are_still_there_when_opened_again(database: Database) -> None:
    database.user.set_star(EVENT_ID, [1], Star.STARRED, NOW)
    database.close()
    again = open_database(database.path.parent)
    assert [item.db_id for item in again.user.bookmarks()] == [1]
    again.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM user_bookmark",
        "UPDATE user_bookmark SET star = 'tentative'",
        "INSERT INTO user_bookmark VALUES ('h', 1, 1, 'starred', 'x')",
    ],
)
def test_sqlite_itself_refuses_a_sync_the_persons_tables(
    database: Database, statement: str
) -> None:
    database.user.set_star(EVENT_ID, [1], Star.STARRED, NOW)
    with (
        pytest.raises(StorageError, match="not authorized"),
        SqliteFile(database.path).writing(user_tables=False) as connection,
    ):
        connection.exec_driver_sql(statement)
    assert database.user.bookmarks() == (Bookmark(EVENT_ID, 1, Star.STARRED, NOW),)
