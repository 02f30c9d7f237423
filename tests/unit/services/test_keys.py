"""The key of an edition follows the catalogue; what was stored under the old one goes on."""

from pathlib import Path

import pytest

from companion.domain.bookmark import Star
from companion.domain.edition import Edition
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.event import EventAddress, EventId
from companion.domain.series.edition import prepare
from companion.services.bookmarks import BookmarksService
from companion.services.editions import EditionsService
from companion.services.programme import ProgrammeService
from companion.services.scope import ExportSelection
from tests.support.programmes import EVENT_ID, make_programme, with_talk
from tests.unit.services.conftest import SAMPLE, Desk

EVENT = EventId("indico.other.org", 5)
PASTED = "https://indico.other.org/event/5"
OLD_KEY = EVENT.key


def listed(desk: Desk, *keys: str) -> EditionsService:
    """A catalogue in which the event has these keys (the first one counts)."""
    address = EventAddress(EVENT, "https://indico.other.org")
    known = tuple(Edition(key=key, title=key.upper(), year=2098, address=address) for key in keys)
    return EditionsService(lambda: known, lambda: (SAMPLE,), desk.database.programmes)


def test_an_event_that_joins_the_catalogue_keeps_everything(desk: Desk) -> None:
    before = make_programme(talks=20)
    desk.publish(before)
    assert desk.sync.sync(PASTED).edition == OLD_KEY
    old_ref = EntryRef(OLD_KEY, EntryKind.CONTRIBUTION, 3)
    desk.bookmarks.set_star([old_ref], Star.STARRED)
    desk.publish(with_talk(before, 4, room_name="Room B"))
    desk.sync.sync(OLD_KEY)

    editions = listed(desk, "qtml2098")
    editions.adopt_keys()
    store, user = desk.database.programmes, desk.database.user
    assert [item.key for item in store.editions()] == ["qtml2098"]
    assert {entry.ref.edition_key for entry in store.entries(EVENT)} == {"qtml2098"}
    assert [item.edition_key for item in store.changes()] == ["qtml2098"]
    assert store.records(EVENT)[4].sequence == 1
    assert [(mark.event_id, mark.db_id) for mark in user.bookmarks()] == [(EVENT, 3)]
    programme = store.programme(EVENT)
    assert programme is not None
    assert prepare("qtml2098", programme).talks

    assert editions.get(OLD_KEY).key == "qtml2098"
    assert editions.stored(OLD_KEY) == editions.stored("qtml2098")
    talk = ProgrammeService(store, editions).talk(old_ref)
    assert (talk.entry.ref.edition_key, talk.entry.star) == ("qtml2098", Star.STARRED)
    BookmarksService(store, user, desk.clock).set_star([old_ref], Star.NONE)
    assert user.bookmarks() == ()


def test_an_event_that_leaves_the_catalogue_gets_its_own_key_back(desk: Desk) -> None:
    desk.sync.sync(PASTED)
    listed(desk, "qtml2098").adopt_keys()
    listed(desk).adopt_keys()
    assert [item.key for item in desk.database.programmes.editions()] == [OLD_KEY]


@pytest.mark.parametrize("host", ["sample", "sample-lab.example.org"])
def test_only_invented_programmes_are_samples(desk: Desk, host: str) -> None:
    desk.sync.sync(f"https://{host}/event/5")
    infos = {info.key: info for info in desk.editions.list()}
    key = EventId(host, 5).key
    assert not infos[key].is_sample
    assert key not in {"sample-5", SAMPLE.key}
    assert infos[key].is_by_address


def test_keys_that_are_right_write_nothing(desk: Desk) -> None:
    desk.sync.sync("qtml2099")
    before = desk.database.path.read_bytes()
    desk.editions.adopt_keys()
    assert desk.database.path.read_bytes() == before
    assert desk.editions.get(EVENT_ID.key).key == "qtml2099"


def test_a_kept_choice_of_talks_goes_on_to_mean_them(desk: Desk, tmp_path: Path) -> None:
    desk.sync.sync(PASTED)
    refs = (EntryRef(OLD_KEY, EntryKind.CONTRIBUTION, db_id) for db_id in (3, 4))
    selection = ExportSelection(refs=frozenset(refs))
    before = desk.export.export(selection, tmp_path / "a.ics")
    listed(desk, "qtml2098").adopt_keys()
    after = desk.export.export(selection, tmp_path / "b.ics")
    assert len(before.plan.entries) == len(after.plan.entries) == 2
    mixed = ExportSelection(refs=selection.refs | {EntryRef("qtml2098", EntryKind.CONTRIBUTION, 5)})
    assert len(desk.export.export(mixed, tmp_path / "c.ics").plan.entries) == 3
