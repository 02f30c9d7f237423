from dataclasses import replace
from datetime import timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.news import NewsKind
from companion.settings import CHANGES_SEEN, CHANGES_SEEN_PARTS
from tests.support.programmes import KEY, make_event, make_programme
from tests.unit.services.conftest import Desk

FULL = make_programme(talks=20)
FIRST = EntryRef(KEY, EntryKind.CONTRIBUTION, 1)


def edit(desk: Desk, **changes: object) -> None:
    """The organisers change the first talk, and an hour later we sync."""
    first = replace(FULL.contributions[0], **changes)  # type: ignore[arg-type]  # real fields
    desk.publish(replace(FULL, contributions=(first, *FULL.contributions[1:])))
    desk.wait(hours=1)
    desk.sync.sync(KEY)


def test_a_first_sync_is_no_news(desk: Desk) -> None:
    desk.sync.sync(KEY)
    assert desk.changes.news() == ()


def test_what_changed_is_told_newest_first_with_old_and_new(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([FIRST], Star.STARRED)
    edit(desk, room_name="Aula")
    edit(desk, room_name="Aula", title="Renamed")
    title, room = desk.changes.news(KEY)
    assert (title.kind, title.change.new, title.ref_text) == (NewsKind.TITLE, "Renamed", str(FIRST))
    assert (room.kind, room.change.old, room.change.new) == (NewsKind.ROOM, "Room A", "Aula")
    assert room.title == "Renamed"
    assert room.seen_dt == title.seen_dt - timedelta(hours=1)
    assert desk.changes.of_talk(FIRST) == (title, room)


def test_only_mine_and_only_since(desk: Desk) -> None:
    desk.sync.sync(KEY)
    edit(desk, title="Renamed")
    since = desk.now
    assert desk.changes.news(mine=True) == ()
    desk.bookmarks.set_star([FIRST], Star.TENTATIVE)
    assert len(desk.changes.news(mine=True)) == 1
    assert desk.changes.news(KEY, since) == ()


def test_the_event_is_told_under_the_key_of_its_edition(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.publish(replace(FULL, event=make_event(title="Renamed")))
    desk.wait(hours=1)
    desk.sync.sync(KEY)
    (item,) = desk.changes.news()
    assert (item.ref_text, item.change.field, item.is_mine) == (KEY, "title", False)
    assert item.title == "Renamed"


def test_a_break_that_is_gone_keeps_its_title(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.publish(replace(FULL, breaks=FULL.breaks[1:]))
    desk.wait(hours=1)
    desk.sync.sync(KEY)
    (item,) = desk.changes.news()
    assert (item.change.field, item.title) == ("withdrawn", FULL.breaks[0].title)


def test_the_programme_can_be_seen_as_it_was(desk: Desk) -> None:
    desk.sync.sync(KEY)
    before = desk.now
    desk.bookmarks.set_star([FIRST], Star.STARRED)
    edit(desk, title="Renamed")
    then = {entry.ref: entry for entry in desk.changes.entries_as_of(KEY, before)}
    now = {entry.ref: entry for entry in desk.programme.entries(KEY)}
    assert then[FIRST].title == FULL.contributions[0].title
    assert then[FIRST].star is Star.STARRED
    assert now[FIRST].title == "Renamed"
    assert then.keys() == now.keys()
    assert desk.changes.entries_as_of(KEY, before - timedelta(days=1)) == ()


def test_a_look_is_remembered(desk: Desk) -> None:
    assert desk.changes.last_look() is None
    desk.changes.note_look()
    assert desk.changes.last_look() == desk.now
    desk.settings.set(CHANGES_SEEN, "2024-01-01T00:00:00")
    assert desk.changes.last_look() is None


def test_looking_at_a_part_leaves_the_rest_unseen(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([FIRST], Star.STARRED)
    edit(desk, title="Renamed")
    first, second = FULL.contributions[:2]
    both = (replace(first, title="Renamed"), replace(second, title="Renamed too"))
    desk.publish(replace(FULL, contributions=(*both, *FULL.contributions[2:])))
    desk.sync.sync(KEY)
    titles = ["Renamed", "Renamed too"]
    assert sorted(item.title for item in desk.changes.unseen()) == titles
    desk.changes.note_look(mine=True)
    assert desk.changes.unseen(KEY, mine=True) == ()
    assert [item.title for item in desk.changes.unseen(KEY)] == ["Renamed too"]
    assert desk.changes.last_look() is None
    desk.changes.note_look(KEY)
    assert desk.changes.unseen() == ()
    edit(desk, title="Once more")
    assert {item.title for item in desk.changes.unseen(mine=True)} == {"Once more"}
    desk.changes.note_look()
    assert desk.changes.unseen() == ()
    assert desk.settings.get(CHANGES_SEEN_PARTS) == ""


def test_a_look_before_the_clock_was_set_back_hides_nothing(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.wait(hours=5)
    desk.changes.note_look()
    desk.changes.note_look(KEY)
    desk.wait(hours=-3)
    edit(desk, title="Renamed")
    assert [item.title for item in desk.changes.unseen()] == ["Renamed"]
    desk.changes.note_look()
    assert desk.changes.unseen() == ()


@pytest.mark.parametrize("kept", ["{", "[1]", '{"qtml2099": 7, "*": "9999-12-31T23:59:59-23:59"}'])
def test_notes_of_looks_that_cannot_be_read_count_as_none(desk: Desk, kept: str) -> None:
    desk.sync.sync(KEY)
    desk.settings.set(CHANGES_SEEN_PARTS, kept)
    desk.bookmarks.set_star([FIRST], Star.STARRED)
    edit(desk, title="Renamed")
    assert len(desk.changes.unseen(mine=True)) == 1
    desk.changes.note_look(mine=True)
    assert desk.changes.unseen() == ()
