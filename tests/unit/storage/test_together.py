"""Several threads and processes over one file."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from companion.domain.bookmark import Star
from companion.ports.programmes import SearchQuery
from companion.storage.database import Database, open_database
from tests.support.programmes import EVENT_ID, NOW, make_programme, make_update, with_talk


def test_two_that_sync_the_same_edition_at_once_end_with_one_programme(
    database: Database,
) -> None:
    """Each opens the file for itself, as two processes do."""
    programme = make_programme(30)
    others = [open_database(database.path.parent) for _ in range(3)]
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda other: other.programmes.apply(make_update(programme)), others))
    assert database.programmes.programme(EVENT_ID) == programme
    assert database.programmes.changes() == ()
    assert {it.sequence for it in database.programmes.records(EVENT_ID).values()} == {0}
    for other in others:
        other.close()


def test_the_same_news_from_two_at_once_is_one_change(database: Database) -> None:
    old, new = make_programme(3), with_talk(make_programme(3), 1, title="Renamed")
    database.programmes.apply(make_update(old))
    for number in range(2):
        seen_dt = NOW + timedelta(seconds=number)
        database.programmes.apply(make_update(new, before=old, seen_dt=seen_dt))
    assert [(it.change.field, it.seen_dt) for it in database.programmes.changes()] == [
        ("title", NOW)
    ]


def test_stars_and_searches_go_on_while_a_sync_writes(database: Database) -> None:
    states = [make_programme(20), with_talk(make_programme(20), 1, title="Quantum renamed")]
    database.programmes.apply(make_update(states[0]))

    def sync(_: int) -> None:
        for number in range(10):
            old, new = states[number % 2], states[(number + 1) % 2]
            seen_dt = NOW + timedelta(seconds=number)
            database.programmes.apply(make_update(new, before=old, seen_dt=seen_dt))

    def star(first: int) -> None:
        for db_id in range(first, first + 10):
            database.user.set_star(EVENT_ID, [db_id], Star.STARRED, NOW)

    def look(_: int) -> None:
        for _number in range(10):
            assert len(database.programmes.search(SearchQuery("case"))) == 20
            assert len(database.programmes.entries(EVENT_ID)) == 20 + 5 + 1

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(work, 1) for work in (sync, star, look, look)]:
            done.result()
    assert [item.db_id for item in database.user.bookmarks()] == list(range(1, 11))
    assert database.programmes.programme(EVENT_ID) == states[0]


def test_a_view_shows_one_state_whatever_is_written_meanwhile(database: Database) -> None:
    old, new = make_programme(3), with_talk(make_programme(3), 1, title="Renamed")
    database.programmes.apply(make_update(old))
    with ThreadPoolExecutor(1) as other, database.programmes.view():
        assert database.programmes.programme(EVENT_ID) == old
        other.submit(database.programmes.apply, make_update(new, before=old)).result()
        other.submit(database.user.set_star, EVENT_ID, [1], Star.STARRED, NOW).result()
        with database.programmes.view():
            assert database.programmes.programme(EVENT_ID) == old
        assert database.user.bookmarks() == ()
        assert other.submit(database.programmes.programme, EVENT_ID).result() == new
    assert database.programmes.programme(EVENT_ID) == new
    assert [item.db_id for item in database.user.bookmarks()] == [1]


def test_a_view_that_ends_with_an_error_is_over(database: Database) -> None:
    programme = make_programme(3)
    with pytest.raises(ZeroDivisionError), database.programmes.view():
        raise ZeroDivisionError
    database.programmes.apply(make_update(programme))
    assert database.programmes.programme(EVENT_ID) == programme
