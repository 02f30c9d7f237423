"""Which entries a part of a programme makes."""

from datetime import UTC, datetime, timedelta

import pytest

from companion.domain.bookmark import Star
from companion.domain.calendar import EntryStatus, LeftOutReason, PosterForm, ZoneForm
from companion.domain.event import EventAddress, EventId, EventLabel
from tests.support.programmes import HOST, START, make_contribution, make_event
from tests.unit.ical.make import (
    DAY,
    HOUR,
    NOW,
    SAMPLE,
    SEEN,
    edition,
    planned,
    poster,
    record,
    uid,
)

BLOCK_21 = f"indico-session-block-21@{HOST}"
BLOCK_22 = f"indico-session-block-22@{HOST}"


def only(plan):
    [entry] = plan.entries
    return entry


def test_a_talk_has_an_entry_with_all_that_is_known():
    entry = only(planned(edition(make_contribution(1), records={1: record(4)})))

    assert entry.uid == uid(1)
    assert (entry.start_dt, entry.end_dt) == (START, START + timedelta(minutes=20))
    assert entry.location == "Room A, Lakeside Hall"
    assert entry.categories == ("Theory", "Talk", "Session 1")
    assert entry.url == f"https://{HOST}/event/7/contributions/1/"
    assert entry.parent_uid == f"indico-event-7@{HOST}"
    assert (entry.sequence, entry.status) == (4, EntryStatus.CONFIRMED)
    assert entry.created_dt == entry.modified_dt == SEEN.replace(microsecond=0)


def test_entries_come_by_start():
    plan = planned(edition(make_contribution(2), make_contribution(1), make_contribution(5)))

    assert [entry.uid for entry in plan.entries] == [uid(1), uid(2), uid(5)]


def test_only_chosen_talks_have_entries():
    talks = [make_contribution(number) for number in (1, 2, 3)]

    assert [e.uid for e in planned(edition(*talks, chosen={2})).entries] == [uid(2)]
    assert planned(edition(*talks, chosen=())).entries == ()


def test_a_talk_that_no_record_knows_was_seen_now():
    entry = only(planned(edition(make_contribution(1), records={})))

    assert entry.sequence == 0
    assert entry.created_dt == entry.modified_dt == NOW.replace(microsecond=0)


@pytest.mark.parametrize(
    ("room", "venue", "location"),
    [("Room A", "", "Room A"), ("", "Hall", "Hall"), ("", "", ""), ("R", "V", "R, V")],
)
def test_the_place_is_what_is_known_of_it(room, venue, location):
    talk = make_contribution(1, room_name=room, venue_name=venue)

    assert only(planned(edition(talk))).location == location


def test_without_an_end_the_duration_counts():
    long = make_contribution(1, end_dt=None, duration=HOUR)
    unknown = make_contribution(1, end_dt=None, duration=None)

    assert only(planned(edition(long))).end_dt == START + HOUR
    assert only(planned(edition(unknown))).end_dt == START


def test_the_session_is_named_even_if_only_its_id_is_known():
    by_id = make_contribution(1, session_title=None, session_id=2)
    without = make_contribution(1, session_title=None, session_id=None)

    assert only(planned(edition(by_id))).session_title == "Posters"
    assert only(planned(edition(without))).session_title == ""


def test_a_half_star_makes_an_entry_tentative():
    talks = (make_contribution(1), make_contribution(2))
    plan = planned(edition(*talks, stars={1: Star.TENTATIVE, 2: Star.STARRED}))

    assert [e.status for e in plan.entries] == [EntryStatus.TENTATIVE, EntryStatus.CONFIRMED]


@pytest.mark.parametrize(("called_off", "status"), [(True, "CANCELLED"), (False, "CONFIRMED")])
def test_an_event_that_does_not_happen_cancels_its_talks(called_off, status):
    label = EventLabel("note", is_event_not_happening=called_off)

    entry = only(planned(edition(make_contribution(1), event=make_event(label=label))))

    assert entry.status.value == status


@pytest.mark.parametrize(
    "address",
    ["", "javascript:alert(1)", "https://h/\nX:1", "ftp://h/", "https://h/<b>", "https://h/\x9b",
     "https://h/\ud800", "http://[é/", f"https://{'é' * 64}.org/"],
)  # fmt: skip
def test_only_web_addresses_are_links_and_the_page_is_known_anyway(address):
    entry = only(planned(edition(make_contribution(9, url=address))))

    assert entry.url == f"https://{HOST}/event/7/contributions/9/"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://é.org:8080/ü?q=ß%20#漢", "https://xn--9ca.org:8080/%C3%BC?q=%C3%9F%20#%E6%BC%A2"),
        ("https://h/a;b,c?d=%C3%BC", "https://h/a;b,c?d=%C3%BC"),
    ],
)
def test_addresses_are_written_in_ascii(address, written):
    assert only(planned(edition(make_contribution(9, url=address)))).url == written


def test_a_sample_has_no_links_and_its_calendar_says_so():
    plan = planned(edition(make_contribution(1), poster(101), address=SAMPLE))

    assert plan.name == "SAMPLE QTML 2099"
    assert (plan.url, plan.source_url) == ("", "")
    assert {entry.url for entry in plan.entries} == {""}
    assert {entry.uid for entry in plan.entries} == {
        "indico-contribution-1@sample.invalid",
        "indico-session-block-21@sample.invalid",
    }


def test_a_name_that_says_sample_already_is_kept():
    plan = planned(edition(address=SAMPLE), name="SAMPLE QTML 2023")

    assert plan.name == "SAMPLE QTML 2023"


def test_the_source_of_a_whole_real_programme_is_indicos_own_file():
    whole, part = edition(make_contribution(1)), edition(make_contribution(1), chosen={1})

    page = f"https://{HOST}/event/7/"
    assert planned(whole).source_url == f"{page}event.ics?scope=contribution"
    assert (planned(part).url, planned(part).source_url) == (page, "")
    assert planned(part, source_url="https://h/me.ics").source_url == "https://h/me.ics"


def test_a_file_of_several_events_has_no_single_page():
    other = edition(address=EventAddress(EventId("h", 8), "https://h"))

    assert planned(edition(), other).url == ""
    assert planned().url == ""


# --- posters ---------------------------------------------------------------------------------


def test_posters_are_one_entry_per_sitting():
    numbered = [poster(110), poster(102), poster(103, block_id=22, start_dt=START + DAY)]
    plan = planned(edition(*numbered, poster(104, board_number="", code="P-4")))

    first, second = plan.entries
    assert (first.uid, second.uid) == (BLOCK_21, BLOCK_22)
    assert [item.db_id for item in first.posters] == [102, 110, 104]
    assert first.child_uids == (uid(102), uid(110), uid(104))
    assert (first.title, second.title) == ("Posters", "Posters: Second sitting")
    assert (first.start_dt, first.end_dt) == (START, START + HOUR)
    assert first.source is None


def test_a_poster_session_is_as_new_and_as_sure_as_its_posters():
    newer = record(3, first_seen_dt=SEEN + DAY, changed_dt=SEEN + 2 * DAY)
    posters = (poster(101), poster(102))
    stars = {101: Star.TENTATIVE, 102: Star.TENTATIVE}

    entry = only(planned(edition(*posters, records={101: record(1), 102: newer}, stars=stars)))
    surer = only(planned(edition(*posters, stars=stars | {102: Star.STARRED})))

    assert entry.sequence == 3
    assert entry.created_dt == SEEN.replace(microsecond=0)
    assert entry.modified_dt == (SEEN + 2 * DAY).replace(microsecond=0)
    assert entry.status is EntryStatus.TENTATIVE
    assert surer.status is EntryStatus.CONFIRMED


def test_posters_can_be_one_entry_each():
    plan = planned(edition(poster(101), poster(102)), posters=PosterForm.EACH)

    assert [entry.uid for entry in plan.entries] == [uid(101), uid(102)]


def test_posters_can_be_left_out():
    plan = planned(edition(poster(101), make_contribution(1)), posters=PosterForm.NONE)

    assert [entry.uid for entry in plan.entries] == [uid(1)]
    assert [(item.contribution.db_id, item.reason) for item in plan.left_out] == [
        (101, LeftOutReason.POSTER)
    ]


def test_a_scheduled_poster_without_a_block_stands_alone():
    plan = planned(edition(poster(101, block_id=None), poster(102, block_id=999)))

    assert {entry.uid for entry in plan.entries} == {uid(101), uid(102)}


def unscheduled(db_id, **fields):
    return poster(db_id, start_dt=None, end_dt=None, block_id=None, **fields)


def test_what_has_no_time_is_left_out_and_named():
    plan = planned(edition(unscheduled(101), make_contribution(1, start_dt=None, end_dt=None)))

    assert plan.entries == ()
    assert [(item.contribution.db_id, item.reason) for item in plan.left_out] == [
        (101, LeftOutReason.UNSCHEDULED),
        (1, LeftOutReason.UNSCHEDULED),
    ]


@pytest.mark.parametrize("by", [{"session_id": 2}, {"session_id": None}])
def test_unscheduled_posters_can_go_to_all_sittings_of_their_session(by):
    plan = planned(edition(poster(101), unscheduled(102, **by)), unscheduled=True)

    assert [(e.uid, [p.db_id for p in e.posters]) for e in plan.entries] == [
        (BLOCK_21, [101, 102]),
        (BLOCK_22, [102]),
    ]


def test_an_unscheduled_poster_of_its_own_is_at_the_first_sitting():
    plan = planned(edition(unscheduled(102)), unscheduled=True, posters=PosterForm.EACH)

    entry = only(plan)
    assert (entry.uid, entry.start_dt, entry.end_dt) == (uid(102), START, START + HOUR)


@pytest.mark.parametrize(
    "of",
    [
        {"session_id": 3, "session_title": "Posters"},
        {"session_id": None, "session_title": "Elsewhere"},
        {"session_id": None, "session_title": None},
    ],
)
def test_an_unscheduled_poster_without_a_sitting_is_left_out(of):
    plan = planned(edition(unscheduled(102, **of)), unscheduled=True)

    assert plan.entries == ()
    assert [item.reason for item in plan.left_out] == [LeftOutReason.UNSCHEDULED]


# --- breaks, withdrawn talks, zones ---------------------------------------------------------


def test_breaks_come_on_the_days_that_anything_is_written_for():
    talk = make_contribution(1)

    entries = planned(edition(talk), breaks=True).entries

    assert [entry.uid for entry in entries] == [uid(1), f"qtml-companion-break-1@{HOST}"]
    assert entries[1].title == "Coffee"
    assert entries[1].created_dt == entries[1].modified_dt == SEEN.replace(microsecond=0)
    assert planned(edition(make_contribution(1), chosen=()), breaks=True).entries == ()


def test_days_are_those_of_the_event_and_of_utc_where_its_zone_is_unknown():
    late = make_contribution(1, start_dt=START - timedelta(hours=9), end_dt=START)

    assert late.start_dt == datetime(2099, 11, 22, 23, tzinfo=UTC)
    there = planned(edition(late), breaks=True)
    unknown = planned(edition(late, event=make_event(timezone="Nowhere/Land")), breaks=True)

    assert len(there.entries) == 2
    assert len(unknown.entries) == 1


def test_withdrawn_talks_can_be_listed_as_cancelled():
    gone = make_contribution(1)
    records = {1: record(2, withdrawn_dt=SEEN + DAY), 101: record(), 3: record()}
    withdrawn = (gone, poster(101), make_contribution(3, start_dt=None))
    part = edition(records=records, withdrawn=withdrawn)

    entry = only(planned(part, cancelled=True))
    each = planned(part, cancelled=True, posters=PosterForm.EACH)

    assert (entry.uid, entry.status, entry.sequence) == (uid(1), EntryStatus.CANCELLED, 2)
    assert entry.modified_dt == (SEEN + DAY).replace(microsecond=0)
    assert entry.title == gone.title
    assert {item.uid for item in each.entries} == {uid(1), uid(101)}
    assert planned(part).entries == ()
    assert planned(edition(withdrawn=withdrawn, chosen={7}), cancelled=True).entries == ()


def test_a_withdrawn_talk_without_a_date_of_its_loss_has_that_of_its_change():
    entry = only(planned(edition(withdrawn=(make_contribution(1),)), cancelled=True))

    assert entry.modified_dt == SEEN.replace(microsecond=0)


def test_times_can_be_in_the_zone_of_the_event():
    plan = planned(edition(make_contribution(1)), zone=ZoneForm.EVENT)

    assert [entry.zone for entry in plan.entries] == ["Europe/Zurich"]
    assert plan.plain_zones == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [("Africa/Casablanca", ("Africa/Casablanca",)), ("UTC", ()), ("Nowhere/X", ("Nowhere/X",))],
)
def test_a_zone_that_rules_cannot_tell_stays_utc_and_is_named(name, said):
    event = make_event(timezone=name)
    talk = make_contribution(1, start_dt=datetime(2026, 1, 1, tzinfo=UTC), end_dt=None)

    plan = planned(edition(talk, event=event), zone=ZoneForm.EVENT)

    assert [entry.zone for entry in plan.entries] == [None]
    assert plan.plain_zones == said
