"""What is applied is read back: programmes, talks, the event, the list of editions."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.changes import ProgrammeChanges
from companion.domain.entry import EntryKind
from companion.domain.event import EventAddress, EventId, EventLabel
from companion.errors import BugError, DamagedDatabase, StorageError
from companion.storage.database import Database
from companion.storage.engine import SqliteFile
from tests.support.programmes import (
    ADDRESS,
    EVENT_ID,
    KEY,
    NOW,
    make_break,
    make_event,
    make_programme,
    make_rich_contribution,
    make_session,
    make_update,
    with_talk,
    without_talks,
)


def test_a_programme_comes_back_as_it_went_in(database: Database) -> None:
    programme = make_programme(4, posters=2)
    programme = replace(
        programme, contributions=(*programme.contributions, make_rich_contribution(50))
    )
    database.programmes.apply(make_update(programme))
    assert database.programmes.programme(EVENT_ID) == programme
    assert database.programmes.event(EVENT_ID) == programme.event


def test_what_is_not_stored_is_none(database: Database) -> None:
    assert database.programmes.programme(EVENT_ID) is None
    assert database.programmes.event(EVENT_ID) is None
    assert database.programmes.contribution(EVENT_ID, 1) is None
    assert database.programmes.entries(EVENT_ID) == ()
    assert database.programmes.editions() == ()
    assert database.programmes.withdrawn(EVENT_ID) == ()
    assert database.programmes.records(EVENT_ID) == {}
    assert database.programmes.record(EVENT_ID, 1) is None
    assert database.programmes.entry(EVENT_ID, EntryKind.CONTRIBUTION, 1) is None


def test_one_entry_is_the_one_of_the_list(database: Database) -> None:
    store = database.programmes
    store.apply(make_update(make_programme(4, posters=2)))
    entries, records = store.entries(EVENT_ID), store.records(EVENT_ID)
    assert {entry.ref.kind for entry in entries} == set(EntryKind)
    for entry in entries:
        assert store.entry(EVENT_ID, entry.ref.kind, entry.ref.ident) == entry
    for db_id, record in records.items():
        assert store.record(EVENT_ID, db_id) == record
    assert store.entry(EVENT_ID, EntryKind.BREAK, 99) is None
    assert store.entry(replace(EVENT_ID, number=8), EntryKind.BLOCK, 1) is None


def test_the_same_number_on_another_host_is_another_event(database: Database) -> None:
    other = EventId("127.0.0.1:8000", EVENT_ID.number)
    database.programmes.apply(make_update(make_programme(3)))
    database.programmes.apply(
        make_update(make_programme(1, event=make_event(event_id=other)), key="other-7")
    )
    assert len(database.programmes.entries(EVENT_ID)) == 3 + 5 + 1
    assert {item.ref.edition_key for item in database.programmes.entries(other)} == {"other-7"}
    assert [item.address.event_id for item in database.programmes.editions()] == [other, EVENT_ID]


def test_talks_come_in_the_order_asked_for_and_unknown_ones_are_left_out(
    database: Database,
) -> None:
    programme = make_programme(600)
    database.programmes.apply(make_update(programme))
    wanted = [3, 999, 1, *range(600, 10, -1)]
    found = database.programmes.contributions(EVENT_ID, wanted)
    assert [item.db_id for item in found] == [db_id for db_id in wanted if db_id != 999]
    assert found[0] == programme.contributions[2]


def test_only_what_the_changes_name_is_touched(database: Database) -> None:
    before = make_programme(3)
    database.programmes.apply(make_update(before))
    after = with_talk(before, 2, title="Renamed")
    update = make_update(after, before=before, seen_dt=NOW + timedelta(hours=1))
    # A talk that differs in something nobody sees: not named, so it stays.
    hidden = with_talk(after, 3, speakers=(replace(after.contributions[2].speakers[0], link_id=1),))
    database.programmes.apply(replace(update, programme=hidden))
    assert database.programmes.programme(EVENT_ID) == after


def test_nothing_is_written_without_changes(database: Database) -> None:
    programme = make_programme(2)
    database.programmes.apply(make_update(programme))
    before = database.path.read_bytes()
    database.programmes.apply(make_update(programme, before=programme, seen_dt=NOW.replace(day=9)))
    assert database.path.read_bytes() == before
    assert database.programmes.editions()[0].synced_dt == NOW


def test_an_edition_says_what_is_stored_of_it(database: Database) -> None:
    programme = make_programme(3, event=make_event(label=EventLabel("postponed", True)))
    database.programmes.apply(make_update(programme))
    (edition,) = database.programmes.editions()
    assert (edition.key, edition.address, edition.title) == (KEY, ADDRESS, programme.event.title)
    assert (edition.timezone, edition.venue_name) == ("Europe/Zurich", "Lakeside Hall")
    assert (edition.start_dt, edition.end_dt) == (programme.event.start_dt, programme.event.end_dt)
    assert (edition.contributions, edition.label) == (3, "postponed")
    assert (edition.synced_dt, edition.generated_dt) == (NOW, NOW - timedelta(seconds=30))


def test_editions_come_latest_first_and_know_the_last_good_answer(database: Database) -> None:
    programme = make_programme(1)
    old = EventId("old.example.org", 1)
    event = make_event(event_id=old, start_dt=NOW.replace(year=2023), title="QTML 2023")
    database.programmes.apply(make_update(make_programme(1, event=event), key="qtml2023"))
    database.programmes.apply(make_update(programme))
    database.checks.note(old, checked=NOW + timedelta(days=2))
    database.checks.note(EVENT_ID, checked=NOW - timedelta(days=2))
    editions = database.programmes.editions()
    assert [(item.key, item.synced_dt) for item in editions] == [
        (KEY, NOW),
        ("qtml2023", NOW + timedelta(days=2)),
    ]


def test_an_event_that_changes_is_listed_anew(database: Database) -> None:
    before = make_programme(1)
    database.programmes.apply(make_update(before))
    after = replace(before, event=make_event(title="QTML 2099 in Graz", timezone="Europe/Vienna"))
    address = EventAddress(EVENT_ID, f"https://{EVENT_ID.host}/indico")
    database.programmes.apply(make_update(after, before=before, key="moved", address=address))
    (edition,) = database.programmes.editions()
    assert (edition.title, edition.timezone) == ("QTML 2099 in Graz", "Europe/Vienna")
    assert (edition.key, edition.address) == ("moved", address)
    assert database.programmes.event(EVENT_ID) == after.event


def test_parts_that_vanish_are_gone_from_the_lists(database: Database) -> None:
    before = make_programme(2, breaks=(make_break(1), make_break(2)))
    database.programmes.apply(make_update(before))
    after = replace(before, breaks=(), session_blocks=before.session_blocks[:1], sessions=())
    database.programmes.apply(make_update(after, before=before, seen_dt=NOW.replace(day=2)))
    assert database.programmes.programme(EVENT_ID) == after
    assert [str(item.ref) for item in database.programmes.entries(EVENT_ID)] == [
        f"{KEY}/block-1",
        f"{KEY}/1",
        f"{KEY}/2",
    ]


def test_a_stale_update_is_compared_anew(database: Database) -> None:
    """Two processes fetched at once; the second compared with what the first has replaced."""
    first = make_programme(3)
    database.programmes.apply(make_update(first))
    second = make_programme(4, sessions=(make_session(1, title="Renamed"),))
    database.programmes.apply(make_update(second, seen_dt=NOW + timedelta(seconds=1)))
    assert database.programmes.programme(EVENT_ID) == second
    assert database.programmes.records(EVENT_ID)[1].sequence == 0
    fields = [(seen.change.field, seen.change.ident) for seen in database.programmes.changes()]
    assert fields == [("title", 1), ("added", 4)]


@pytest.mark.parametrize("missing", ["added", "withdrawn"])
def test_an_update_that_does_not_fit_what_is_stored_does_no_harm(
    database: Database, missing: str
) -> None:
    full, less = make_programme(3), make_programme(2)
    database.programmes.apply(make_update(full))
    old, new = (less, full) if missing == "added" else (full, less)
    database.programmes.apply(make_update(new, before=old))
    database.programmes.apply(make_update(new, before=old))
    assert database.programmes.programme(EVENT_ID) == new
    assert database.programmes.editions()[0].contributions == len(new.contributions)


def test_removing_an_edition_keeps_stars_and_numbers(database: Database) -> None:
    first = make_programme(2)
    moved = with_talk(first, 1, room_name="Room B")
    database.programmes.apply(make_update(first))
    database.programmes.apply(make_update(moved, before=first))
    database.user.set_star(EVENT_ID, [1], Star.STARRED, NOW)
    database.checks.note(EVENT_ID, checked=NOW)
    database.programmes.remove(EVENT_ID)
    assert database.programmes.editions() == ()
    assert database.programmes.programme(EVENT_ID) is None
    assert database.programmes.changes() == ()
    assert database.checks.checked(EVENT_ID) is None
    assert [item.db_id for item in database.user.bookmarks()] == [1]
    database.programmes.apply(make_update(moved, seen_dt=NOW + timedelta(days=1)))
    assert database.programmes.records(EVENT_ID)[1].sequence == 2
    assert database.programmes.records(EVENT_ID)[1].first_seen_dt == NOW


def test_removing_a_sample_leaves_nothing_of_it(database: Database) -> None:
    sample = EventId("sample.invalid", EVENT_ID.number)
    event = make_event(event_id=sample)
    database.programmes.apply(make_update(make_programme(2, event=event), key="sample-2099"))
    database.programmes.apply(make_update(make_programme(1)))
    database.user.set_star(sample, [1, 2], Star.STARRED, NOW)
    database.user.set_star(EVENT_ID, [1], Star.TENTATIVE, NOW)
    database.programmes.remove(sample)
    assert [item.key for item in database.programmes.editions()] == [KEY]
    assert [item.event_id for item in database.user.bookmarks()] == [EVENT_ID]
    assert database.programmes.records(sample) == {}


def test_the_lists_can_be_built_anew_without_the_network(database: Database) -> None:
    programme = make_programme(4, posters=1)
    database.programmes.apply(make_update(programme))
    less = without_talks(programme, 2)
    database.programmes.apply(make_update(less, before=programme, seen_dt=NOW.replace(day=3)))
    entries, editions = database.programmes.entries(EVENT_ID), database.programmes.editions()
    with SqliteFile(database.path).writing(user_tables=False) as connection:
        connection.exec_driver_sql("DELETE FROM programme_contribution")
        connection.exec_driver_sql("DELETE FROM programme_edition")
    assert database.programmes.editions() == ()
    database.programmes.rebuild_if_needed()
    assert database.programmes.entries(EVENT_ID) == entries
    assert database.programmes.editions() == editions
    database.programmes.rebuild_if_needed()
    assert database.programmes.editions() == editions


def test_an_edition_without_any_version_is_not_rebuilt(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(1)))
    with SqliteFile(database.path).writing(user_tables=False) as connection:
        connection.exec_driver_sql("DELETE FROM record_version")
    database.programmes.rebuild()
    assert database.programmes.editions() == ()


@pytest.mark.parametrize(
    ("kind", "body"),
    [("contribution", "{"), ("contribution", '{"db_id": "x"}'), ("nonsense", "{}")],
)
def test_a_damaged_text_is_named(database: Database, kind: str, body: str) -> None:
    database.programmes.apply(make_update(make_programme(1)))
    with SqliteFile(database.path).writing(user_tables=False) as connection:
        connection.exec_driver_sql(
            "UPDATE record_version SET body = ?, kind = ? WHERE kind = 'contribution'", (body, kind)
        )
    with pytest.raises(DamagedDatabase):
        database.programmes.programme(EVENT_ID)


def test_a_programme_without_its_event_is_damaged(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(1)))
    with SqliteFile(database.path).writing(user_tables=False) as connection:
        connection.exec_driver_sql("DELETE FROM record_version WHERE kind = 'event'")
    with pytest.raises(DamagedDatabase, match="lost its event"):
        database.programmes.programme(EVENT_ID)


@pytest.mark.parametrize(
    "fields", [{"title": "lone \ud800 surrogate"}, {"friendly_id": 2**70}, {"db_id": 2**63}]
)
def test_what_sqlite_cannot_hold_changes_nothing(
    database: Database, fields: dict[str, object]
) -> None:
    before = make_programme(2)
    database.programmes.apply(make_update(before))
    with pytest.raises(StorageError):
        database.programmes.apply(make_update(with_talk(before, 1, **fields), before=before))
    assert database.programmes.programme(EVENT_ID) == before


def test_a_time_without_zone_is_our_own_mistake(database: Database) -> None:
    programme = make_programme(1)
    with pytest.raises(BugError, match="no time zone"):
        database.programmes.apply(make_update(programme, seen_dt=NOW.replace(tzinfo=None)))
    assert database.programmes.editions() == ()


def test_texts_with_nul_and_control_characters_survive(database: Database) -> None:
    programme = with_talk(make_programme(1), 1, title="a\x00b\x02c\x03", description="\x1b[31m\x00")
    database.programmes.apply(make_update(programme))
    assert database.programmes.programme(EVENT_ID) == programme
    assert programme.contributions[0].title in {
        entry.title for entry in database.programmes.entries(EVENT_ID)
    }


def test_no_change_at_all_may_be_applied_to_an_empty_store(database: Database) -> None:
    programme = make_programme(1)
    update = replace(make_update(programme), changes=ProgrammeChanges((), is_first=True))
    database.programmes.apply(update)
    assert database.programmes.editions() == ()
