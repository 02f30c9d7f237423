"""List rows: what each says, and that nothing is missing or doubled."""

from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind, EntryRef, EntryState, by_start
from companion.storage.database import Database
from companion.storage.people_json import people_text, read_people
from tests.support.programmes import (
    EVENT_ID,
    KEY,
    NOW,
    START,
    make_block,
    make_break,
    make_contribution,
    make_event,
    make_person,
    make_poster,
    make_programme,
    make_rich_contribution,
    make_session,
    make_update,
    with_talk,
    without_talks,
)


def entry_of(database: Database, ident: int, kind: EntryKind = EntryKind.CONTRIBUTION) -> Entry:
    ref = EntryRef(KEY, kind, ident)
    (found,) = [item for item in database.programmes.entries(EVENT_ID) if item.ref == ref]
    return found


def test_every_entry_once_by_start_unscheduled_last(database: Database) -> None:
    database.programmes.apply(make_update(make_programme(8, posters=2)))
    entries = database.programmes.entries(EVENT_ID)
    assert len(entries) == len({item.ref for item in entries}) == 8 + 2 + 5 + 1
    assert list(entries) == sorted(entries, key=by_start)
    assert [item.start_dt for item in entries[-2:]] == [None, None]
    assert entries[0].kind is EntryKind.BLOCK


def test_a_talk_says_all_that_a_list_shows(database: Database) -> None:
    talk = make_rich_contribution(3)
    database.programmes.apply(make_update(make_programme(0, contributions=(talk,))))
    assert entry_of(database, 3) == Entry(
        ref=EntryRef(KEY, EntryKind.CONTRIBUTION, 3),
        title=talk.title,
        start_dt=talk.start_dt,
        end_dt=talk.end_dt,
        friendly_id=3,
        session_id=1,
        session_title="Session 1",
        block_id=1,
        block_title="Part 1",
        room_name="Room A",
        venue_name="Lakeside Hall",
        type="Talk",
        track="Theory",
        code="C-1",
        board_number="B7",
        color="#1f5f99",
        text_color="#ffffff",
        speakers=talk.speakers,
        authors=talk.authors,
        has_materials=True,
    )


def test_a_poster_without_time_and_session_has_empty_places(database: Database) -> None:
    poster = make_poster(9, session_id=None, session_title=None, track=None, speakers=())
    database.programmes.apply(make_update(make_programme(0, contributions=(poster,))))
    entry = entry_of(database, 9)
    assert (entry.start_dt, entry.end_dt, entry.session_title, entry.block_title) == (None,) * 4
    assert (entry.color, entry.text_color, entry.room_name) == ("", "", "")
    assert entry.is_poster
    assert not entry.has_materials
    assert entry.speakers == ()
    assert entry.authors == poster.authors


def test_a_session_known_by_title_only_keeps_it(database: Database) -> None:
    poster = make_poster(9, session_id=None, session_title="Posters")
    database.programmes.apply(make_update(make_programme(0, contributions=(poster,))))
    assert entry_of(database, 9).session_title == "Posters"


def test_a_block_has_the_title_of_its_session_and_its_own(database: Database) -> None:
    blocks = (make_block(1), make_block(2, session_id=77, title="Alone"))
    sessions = (make_session(1, is_poster=True),)
    database.programmes.apply(
        make_update(make_programme(0, session_blocks=blocks, sessions=sessions))
    )
    block = entry_of(database, 1, EntryKind.BLOCK)
    assert (block.title, block.session_title, block.block_title) == ("Session 1",) * 2 + ("Part 1",)
    assert (block.color, block.text_color, block.is_poster) == ("#1f5f99", "#ffffff", True)
    assert block.conveners == (make_person(1),)
    assert (block.room_name, block.venue_name, block.block_id) == ("Room A", "Lakeside Hall", 1)
    alone = entry_of(database, 2, EntryKind.BLOCK)
    assert (alone.title, alone.session_title, alone.is_poster) == ("Alone", None, False)


def test_a_break_inside_a_block(database: Database) -> None:
    coffee = make_break(4, session_id=1, block_id=2, color="#ffeeaa", text_color="#000000")
    database.programmes.apply(make_update(make_programme(1, breaks=(coffee,))))
    entry = entry_of(database, 4, EntryKind.BREAK)
    assert (entry.title, entry.start_dt, entry.end_dt) == ("Coffee", coffee.start_dt, coffee.end_dt)
    assert (entry.session_title, entry.block_id, entry.block_title) == ("Session 1", 2, "Part 2")
    assert (entry.color, entry.text_color, entry.room_name) == ("#ffeeaa", "#000000", "Foyer")


def test_a_new_colour_of_a_session_reaches_its_talks_and_blocks(database: Database) -> None:
    before = make_programme(1)
    database.programmes.apply(make_update(before))
    after = replace(
        before, sessions=(make_session(1, title="Kernels", color="#aa0000", is_poster=True),)
    )
    database.programmes.apply(make_update(after, before=before))
    assert entry_of(database, 1).color == "#aa0000"
    assert entry_of(database, 1).changed_dt is None
    block = entry_of(database, 1, EntryKind.BLOCK)
    assert (block.color, block.title, block.is_poster) == ("#aa0000", "Kernels", True)


@pytest.mark.parametrize("star", [Star.STARRED, Star.TENTATIVE])
def test_stars_show_on_their_talks(database: Database, star: Star) -> None:
    database.programmes.apply(make_update(make_programme(2)))
    database.user.set_star(EVENT_ID, [2], star, NOW)
    assert [entry_of(database, 1).star, entry_of(database, 2).star] == [Star.NONE, star]


def test_a_withdrawn_talk_stays_in_sight(database: Database) -> None:
    before = make_programme(3)
    database.programmes.apply(make_update(before))
    gone_dt = NOW + timedelta(days=1)
    database.programmes.apply(make_update(without_talks(before, 2), before=before, seen_dt=gone_dt))
    entry = entry_of(database, 2)
    assert (entry.state, entry.withdrawn_dt, entry.changed_dt) == (
        EntryState.WITHDRAWN,
        gone_dt,
        gone_dt,
    )
    assert entry.title == before.contributions[1].title
    assert database.programmes.editions()[0].contributions == 2


def test_a_talk_that_changes_says_when(database: Database) -> None:
    before = make_programme(2)
    database.programmes.apply(make_update(before))
    later = NOW + timedelta(days=1)
    database.programmes.apply(
        make_update(with_talk(before, 1, title="Renamed"), before=before, seen_dt=later)
    )
    entries = [entry_of(database, 1), entry_of(database, 2)]
    assert [item.changed_dt for item in entries] == [later, None]
    assert entries[0].title == "Renamed"


def test_a_conference_across_the_change_of_clocks_keeps_instants(database: Database) -> None:
    """Read back equal to the second, whatever zone the times came in."""
    start = START.replace(month=10, day=25, hour=0, minute=59, second=59)
    talk = make_contribution(1, start_dt=start, end_dt=start + timedelta(hours=25))
    event = make_event(start_dt=start - timedelta(days=1))
    database.programmes.apply(make_update(make_programme(0, event=event, contributions=(talk,))))
    assert (entry_of(database, 1).start_dt, entry_of(database, 1).end_dt) == (
        talk.start_dt,
        talk.end_dt,
    )


def test_people_are_stored_once_and_come_back_in_order() -> None:
    ada, bohdan = make_person(0), make_person(1, person_id=None, link_id=None, title="Dr")
    text = people_text((bohdan, ada), (ada,), ())
    assert text.count("Ada") == 1
    assert read_people(text) == [(bohdan, ada), (ada,), ()]
