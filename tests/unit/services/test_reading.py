"""Editions, programmes, stars and search over a stored programme."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.edition import EditionState, StoredEdition
from companion.domain.entry import EntryKind, EntryRef, EntryState
from companion.domain.event import EventId
from companion.errors import NoProgramme, UnknownEdition, UnknownReference, UsageError
from companion.ical.write import IcalWriter
from companion.services import zones
from companion.services.editions import EditionsService
from companion.services.export import ExportSelection, ExportService
from companion.services.programme import ProgrammeService
from tests.support.programmes import EVENT_ID, KEY, START, make_programme
from tests.unit.services.conftest import Desk

FULL = make_programme(talks=20)


def ref(ident: int, kind: EntryKind = EntryKind.CONTRIBUTION, key: str = KEY) -> EntryRef:
    return EntryRef(key, kind, ident)


def test_editions_stand_latest_first_with_what_is_stored(desk: Desk) -> None:
    assert [info.key for info in desk.editions.list()] == ["qtml2100", KEY, "qtml2022"]
    desk.sync.sync(KEY)
    info = desk.editions.get(KEY)
    assert (info.state, info.timezone) == (EditionState.DOWNLOADED, "Europe/Zurich")
    assert info.title == FULL.event.title
    assert info.days == (date(2099, 11, 23), date(2099, 11, 27))
    assert desk.editions.get("qtml2022").days is None
    assert desk.editions.get("qtml2100").days == (date(2100, 5, 1), date(2100, 5, 4))
    assert desk.editions.get("qtml2100").state is EditionState.CATALOGUE
    assert not info.is_sample


def test_the_default_is_running_then_next_then_latest(desk: Desk) -> None:
    assert desk.editions.default_key(desk.now) is None
    desk.sync.sync("https://a.org/event/1")
    early = replace(
        FULL.event,
        start_dt=START - timedelta(days=400),
        end_dt=START - timedelta(days=396),
    )
    desk.publish(replace(FULL, event=early))
    desk.sync.sync("https://b.org/event/1")
    assert desk.editions.default_key(START - timedelta(days=399)) == "b.org-1"
    assert desk.editions.default_key(START - timedelta(days=100)) == "a.org-1"
    assert desk.editions.default_key(START + timedelta(days=100)) == "a.org-1"


def test_a_sample_never_stands_before_what_was_downloaded(desk: Desk) -> None:
    desk.sync.sync("https://sample.invalid/event/1")
    assert desk.editions.default_key(START) == "sample-2024"
    early = replace(
        FULL.event, start_dt=START - timedelta(days=9), end_dt=START - timedelta(days=8)
    )
    desk.publish(replace(FULL, event=early))
    desk.sync.sync("https://b.org/event/1")
    assert desk.editions.default_key(START) == "b.org-1"


def test_an_edition_without_talks_is_shown_only_if_there_is_no_other(desk: Desk) -> None:
    empty = make_programme(talks=0, sessions=(), session_blocks=(), breaks=())
    desk.publish(empty)
    desk.sync.sync(KEY)
    assert desk.editions.default_key(desk.now) == KEY


def test_unknown_or_missing_programmes_are_named(desk: Desk) -> None:
    with pytest.raises(UnknownEdition, match="qtml1999"):
        desk.programme.entries("qtml1999")
    with pytest.raises(NoProgramme, match="QTML 2099"):
        desk.programme.entries(KEY)


def test_one_talk_comes_with_its_texts_and_page(desk: Desk) -> None:
    desk.sync.sync(KEY)
    detail = desk.programme.talk(ref(1))
    assert detail.contribution.description == FULL.contributions[0].description
    assert detail.entry.title == detail.contribution.title
    assert detail.url.endswith("/contributions/1/")
    assert detail.record is not None
    assert detail.record.first_seen_dt == desk.now
    assert desk.programme.event(KEY).title == FULL.event.title


def test_a_talk_without_address_has_the_page_that_indico_gives_it(desk: Desk) -> None:
    bare = replace(FULL, contributions=(replace(FULL.contributions[0], url=""),))
    desk.publish(bare)
    desk.sync.sync(KEY)
    assert desk.programme.talk(ref(1)).url == "https://indico.example.org/event/7/contributions/1/"
    assert desk.programme.page_url(ref(1)) == desk.programme.talk(ref(1)).url


@pytest.mark.parametrize(
    "wrong", [ref(999), ref(1, key="qtml1999"), ref(1, EntryKind.BLOCK), ref(77, EntryKind.BREAK)]
)
def test_a_reference_to_nothing_is_named(desk: Desk, wrong: EntryRef) -> None:
    desk.sync.sync(KEY)
    for read in (desk.programme.talk, desk.programme.page_url):
        with pytest.raises(UnknownReference, match=str(wrong)):
            read(wrong)


def test_blocks_and_breaks_have_the_texts_of_their_session_or_their_own(desk: Desk) -> None:
    session = replace(FULL.sessions[0], description="About it")
    pause = replace(FULL.breaks[0], description="With cake")
    desk.publish(replace(FULL, sessions=(session,), breaks=(pause,)))
    desk.sync.sync(KEY)
    block = next(b for b in FULL.session_blocks if b.session_id == session.session_id)
    assert desk.programme.description(ref(block.block_id, EntryKind.BLOCK)) == "About it"
    assert desk.programme.description(ref(pause.entry_id, EntryKind.BREAK)) == "With cake"


def test_stars_are_set_halved_and_taken_away(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([ref(1), ref(2)], Star.STARRED)
    desk.bookmarks.set_star([ref(2)], Star.TENTATIVE)
    entries = desk.programme.entries(KEY)
    stars = {entry.ref.ident: entry.star for entry in entries if entry.is_contribution}
    assert (stars[1], stars[2], stars[3]) == (Star.STARRED, Star.TENTATIVE, Star.NONE)
    desk.bookmarks.set_star([ref(1)], Star.NONE)
    assert [mark.db_id for mark in desk.bookmarks.all(EVENT_ID)] == [2]
    assert desk.bookmarks.all(EventId("other.org", 7)) == ()


@pytest.mark.parametrize("wrong", [ref(999), ref(1, key="qtml1999"), ref(1, EntryKind.BLOCK)])
def test_with_one_wrong_reference_no_star_is_set(desk: Desk, wrong: EntryRef) -> None:
    desk.sync.sync(KEY)
    with pytest.raises(UnknownReference):
        desk.bookmarks.set_star([ref(1), wrong], Star.STARRED)
    assert desk.bookmarks.all() == ()


def test_a_withdrawn_talk_keeps_its_star_and_its_text(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([ref(1)], Star.STARRED)
    desk.publish(replace(FULL, contributions=FULL.contributions[1:]))
    desk.wait(days=1)
    desk.sync.sync(KEY)
    detail = desk.programme.talk(ref(1))
    assert (detail.entry.state, detail.entry.star) == (EntryState.WITHDRAWN, Star.STARRED)
    assert detail.entry.withdrawn_dt == desk.now
    assert detail.contribution.description == FULL.contributions[0].description


def test_search_finds_talks_in_one_edition_or_all(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.sync.sync("https://a.org/event/1")
    title = FULL.contributions[0].title.split()[0]
    everywhere = desk.search.search(title)
    here = desk.search.search(title, KEY)
    assert len(everywhere) == 2 * len(here) > 0
    assert {hit.ref.edition_key for hit in here} == {KEY}
    assert desk.search.search("   ") == ()
    assert len(desk.search.search(title, limit=1)) == 1
    with pytest.raises(UnknownEdition):
        desk.search.search("x", "nothing")


def test_the_sample_is_removed_in_one_action_and_the_rest_stays(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.sync.sync("https://sample.invalid/event/1")
    info = desk.editions.get("sample-2024")
    assert (info.state, info.is_sample) == (EditionState.SAMPLE, True)
    assert desk.programme.talk(ref(1, key="sample-2024")).url == ""
    assert desk.editions.remove_samples() == 1
    assert [e.key for e in desk.database.programmes.editions()] == [KEY]
    assert [info.key for info in desk.editions.list()] == ["qtml2100", KEY, "qtml2022"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("event", "Europe/Zurich"), ("local", "Asia/Kolkata"), ("Asia/Tokyo", "Asia/Tokyo")],
)
def test_zones_are_the_events_the_readers_or_named(name: str, expected: str) -> None:
    assert str(zones.shown_zone(name, "Europe/Zurich", lambda: "Asia/Kolkata")) == expected


def test_an_unusable_local_zone_is_utc_and_an_unknown_name_is_refused() -> None:
    assert zones.shown_zone("local", "Europe/Zurich", lambda: "Nowhere/None") is UTC
    with pytest.raises(UsageError, match="event, local or a name like Europe/Zurich"):
        zones.shown_zone("Moon", "Europe/Zurich")


def test_the_readers_zone_has_a_name() -> None:
    name = zones.reader_zone_name()
    assert datetime.now(zones.shown_zone(name, "UTC")).utcoffset() is not None


def test_a_computer_that_does_not_know_its_zone_counts_as_utc(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def lost() -> str:
        raise LookupError("conflicting settings of the system")

    monkeypatch.setattr("tzlocal.get_localzone_name", lost)
    assert zones.reader_zone_name() == "UTC"


def test_an_edition_removed_by_another_window_is_named_not_half_read(desk: Desk) -> None:
    desk.sync.sync(KEY)
    stored = desk.editions.stored(KEY)

    class Stale(EditionsService):
        def stored(self, key: str) -> StoredEdition:
            assert key == KEY
            return stored

    stale = Stale(tuple, tuple, desk.database.programmes)
    desk.database.programmes.remove(EVENT_ID)
    with pytest.raises(NoProgramme):
        ProgrammeService(desk.database.programmes, stale).event(KEY)
    calendar = ExportService(
        desk.database.programmes,
        desk.database.user,
        stale,
        IcalWriter(),
        desk.database.exports,
        desk.clock,
    )
    assert calendar.plan(ExportSelection(KEY)).entries == ()


def test_a_break_that_another_sync_removed_has_no_text(desk: Desk) -> None:
    desk.sync.sync(KEY)
    block = next(iter(FULL.session_blocks))
    desk.publish(replace(FULL, sessions=()))
    desk.sync.sync(KEY)
    assert desk.programme.description(ref(block.block_id, EntryKind.BLOCK)) == ""


def test_contributions_come_with_their_texts_by_number(desk: Desk) -> None:
    desk.sync.sync(KEY)
    found = desk.programme.contributions(KEY)
    wanted = sorted(FULL.contributions, key=lambda item: item.db_id)
    assert [item.db_id for item in found] == [item.db_id for item in wanted]
    assert found[3].description == wanted[3].description
