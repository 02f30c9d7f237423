"""Each trap of Indico's export API that a reader of its answers can fall into, by number.

The numbers are those of the list in the design notes on the API. Traps 11, 12, 25, 26, 28 and 29
have a second half in the services, in storage or in the text pipeline, tested there.
"""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from companion.domain.changes import compare
from companion.domain.decide import Doubt, decide
from companion.domain.event import EventAddress, EventId
from companion.domain.materials import MaterialType
from companion.errors import (
    DamagedAnswer,
    LoginNeeded,
    NotAnIndico,
    NotFound,
    Refused,
    ServerBusy,
)
from companion.fetch.client import HttpClient
from companion.fetch.limits import Limits
from companion.indico.source import IndicoSource, read_answers
from companion.ports.fetching import Resolved
from tests.support.answers import (
    BASE_URL,
    address_of,
    changed,
    documents,
    make_block,
    make_break,
    make_event_answer,
    make_scheduled,
    make_talk,
    make_timetable_answer,
    moment,
    read_documents,
    read_recorded,
    talk,
)
from tests.support.recorded import (
    ACCESS_KEY,
    CANCELLED,
    CERN,
    MEETING,
    MELBOURNE,
    MISSING,
    ODD_TIMES,
    PROTECTED,
    UNPUBLISHED,
    document,
    recorded,
)
from tests.support.replay_server import Answer, ReplayServer


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


def source() -> IndicoSource:
    return IndicoSource(lambda: HttpClient(Limits(read_s=5), wait=lambda _seconds: None))


def here(replay: ReplayServer, number: int) -> EventAddress:
    return EventAddress(EventId(replay.host, number), replay.base_url)


def test_trap_01_the_key_is_db_id() -> None:
    programme = read_recorded(MELBOURNE).programme
    found = talk(programme, 116)
    assert found.friendly_id == 1
    records = document(MELBOURNE, "event")["results"][0]["contributions"]
    assert next(item for item in records if item["db_id"] == 116)["id"] == "1"
    assert 1 not in {item.db_id for item in programme.contributions}


def test_trap_02_times_are_asked_for_in_utc_and_each_zone_is_honoured(
    replay: ReplayServer,
) -> None:
    replay.serve_event(MELBOURNE)
    fetched = source().fetch(here(replay, MELBOURNE))
    assert "tz=UTC" in replay.seen[0].query
    event = fetched.programme.event
    assert event.start_dt == utc(2024, 11, 24, 21)
    assert event.start_dt.astimezone(ZoneInfo("Australia/Melbourne")).hour == 8
    # A server that ignores tz= answers in its own zone, and says so.
    swiss = make_event_answer(
        startDate=moment("2024-11-24 22:00", "Europe/Zurich"), timezone="Australia/Melbourne"
    )
    again = read_documents(swiss, make_timetable_answer({})).programme.event
    assert again.start_dt == event.start_dt


@pytest.mark.parametrize("number", [MELBOURNE, CERN, ODD_TIMES, MEETING, CANCELLED])
def test_trap_03_both_answers_agree_on_every_instant(number: int) -> None:
    event, timetable = documents(number)
    programme = read_recorded(number).programme
    # Without contributions of its own the event answer, all times come from the timetable.
    stub = changed(event, ("results", 0, "contributions"), [make_talk(2**40)])
    by_timetable = {
        item.db_id: (item.start_dt, item.end_dt)
        for item in read_documents(stub, timetable, number).programme.contributions
        if item.is_scheduled
    }
    by_event = {
        item.db_id: (item.start_dt, item.end_dt)
        for item in programme.contributions
        if item.is_scheduled
    }
    assert by_event
    assert by_event == by_timetable


def test_trap_04_an_item_of_26_hours_lasts_26_hours() -> None:
    long = talk(read_recorded(ODD_TIMES).programme, 242)
    assert long.start_dt is not None
    assert long.end_dt is not None
    assert long.end_dt - long.start_dt == long.duration == timedelta(hours=26)


def test_trap_05_a_block_over_the_end_of_summer_time_lasts_360_minutes() -> None:
    blocks = read_recorded(ODD_TIMES).programme.session_blocks
    night = next(block for block in blocks if block.title == "Overnight")
    assert night.start_dt == utc(2023, 10, 28, 20)
    assert night.end_dt - night.start_dt == timedelta(minutes=360)


def test_trap_06_a_block_over_midnight_is_stored_once() -> None:
    event, timetable = documents(ODD_TIMES)
    days = timetable["results"][str(ODD_TIMES)]
    assert "s251" in days["20231028"]
    assert "s251" in days["20231029"]
    programme = read_documents(event, timetable, ODD_TIMES).programme
    assert sorted(block.block_id for block in programme.session_blocks) == sorted(
        {block.block_id for block in programme.session_blocks}
    )
    assert len(programme.session_blocks) == 3
    assert len([item for item in programme.contributions if item.block_id == night_id(days)]) == 2


def night_id(days: Any) -> int:
    return int(days["20231028"]["s251"]["sessionSlotId"])


def test_trap_07_a_talk_over_midnight_ends_on_the_next_day() -> None:
    late = talk(read_recorded(ODD_TIMES).programme, 238)
    zurich = ZoneInfo("Europe/Zurich")
    assert late.start_dt is not None
    assert late.end_dt is not None
    assert late.start_dt.astimezone(zurich).isoformat() == "2023-10-29T23:00:00+01:00"
    assert late.end_dt.astimezone(zurich).isoformat() == "2023-10-30T01:00:00+01:00"


def test_trap_08_order_means_nothing() -> None:
    event, timetable = documents(CERN)
    event["results"][0]["contributions"].reverse()
    days = timetable["results"][str(CERN)]
    for day, entries in list(days.items()):
        del days[day]
        days[day] = dict(reversed(entries.items()))
    programme = read_recorded(CERN).programme
    again = read_documents(event, timetable, CERN).programme
    assert again == programme
    assert not compare(programme, again)


def test_trap_09_another_ts_alone_is_no_change() -> None:
    event, timetable = documents(CERN)
    before = read_documents(event, timetable, CERN)
    after = read_documents({**event, "ts": 1}, {**timetable, "ts": 1}, CERN)
    assert after.programme == before.programme
    assert after.generated_dt < before.generated_dt


def test_trap_10_unscheduled_posters_are_stored_with_their_session() -> None:
    programme = read_recorded(CERN).programme
    posters = [item for item in programme.contributions if item.is_poster and not item.is_scheduled]
    assert len(posters) == 25
    assert {item.session_title for item in posters} == {"Poster session II"}
    assert {item.session_id for item in posters} == {9}
    assert {item.block_id for item in posters} == {None}


def test_trap_11_scheduled_posters_share_their_blocks_time() -> None:
    programme = read_recorded(MELBOURNE).programme
    block = next(block for block in programme.session_blocks if block.code == "P1")
    posters = [item for item in programme.contributions if item.block_id == block.block_id]
    assert len(posters) == 30
    assert all(item.is_poster for item in posters)
    assert {(item.start_dt, item.end_dt) for item in posters} == {(block.start_dt, block.end_dt)}


@pytest.mark.parametrize("days", [{}, {"20231028": {}}, []])
def test_trap_12_an_answer_without_talks_never_empties_a_programme(days: Any) -> None:
    event, timetable = documents(CERN)
    stored = read_documents(event, timetable, CERN).programme
    bare = changed(event, ("results", 0, "contributions"), [])
    for table in (changed(timetable, ("results", str(CERN)), days), timetable):
        fetched = read_documents(bare, table, CERN)
        assert fetched.programme.contributions == ()
        decision = decide(
            stored,
            fetched.programme,
            event_ids=fetched.event_ids,
            timetable_ids=fetched.timetable_ids,
        )
        assert decision.doubt is Doubt.EMPTY


def test_trap_12_an_unpublished_programme_is_an_event_without_talks() -> None:
    fetched = read_recorded(UNPUBLISHED)
    assert fetched.programme.is_empty
    assert fetched.programme.event.title == "QTML 2025 (programme not published)"
    assert fetched.programme.event.timezone == "Asia/Singapore"


@pytest.mark.parametrize(
    ("number", "error"), [(MISSING, NotFound), (PROTECTED, LoginNeeded), (ACCESS_KEY, LoginNeeded)]
)
def test_trap_13_missing_and_protected_are_told_apart(
    number: int, error: type[Refused], replay: ReplayServer
) -> None:
    replay.serve_event(number)
    with pytest.raises(error, match=str(number)):
        source().fetch(here(replay, number))


@pytest.mark.parametrize("kind", ["event", "timetable"])
@pytest.mark.parametrize(
    ("page", "error"), [("login.html", LoginNeeded), ("404.html.gz", NotAnIndico)]
)
def test_trap_14_web_pages_with_status_200_are_reported(
    kind: str, page: str, error: type[Refused], replay: ReplayServer
) -> None:
    replay.serve_event(CERN)
    replay.script(f"/export/{kind}/", Answer.redirect("/welcome"))
    replay.script(f"/export/{kind}/{CERN}.json", Answer.redirect("/welcome"))
    replay.script("/welcome", Answer.html(recorded(page)))
    with pytest.raises(error):
        source().fetch(here(replay, CERN))


@pytest.mark.parametrize("status", [400, 405, 418])
def test_trap_15_a_long_error_page_gives_a_short_message(status: int, replay: ReplayServer) -> None:
    page = recorded("404.html.gz")
    assert len(page) > 85_000
    replay.script("/export/", Answer.html(page, status))
    with pytest.raises(Refused) as caught:
        source().fetch(here(replay, CERN))
    assert len(caught.value.message) < 120
    assert str(status) in caught.value.message


def test_trap_16_materials_come_from_the_event_answer_only() -> None:
    programme = read_recorded(MELBOURNE).programme
    assert talk(programme, 127).materials == ()
    leaked = json.dumps(document(MELBOURNE, "timetable"))
    assert "/event/1/contributions/127/attachments/" in leaked
    code, slides = talk(programme, 126).materials
    assert (slides.title, slides.folder, slides.filename) == ("Slides.pdf", "Slides", "slides.pdf")
    assert slides.url == f"{BASE_URL}/event/1/contributions/126/attachments/26/28/slides.pdf"
    assert (slides.type, slides.size, slides.content_type) == (
        MaterialType.FILE, 193, "application/pdf",
    )  # fmt: skip
    assert code.folder == "Code & data"


def test_trap_16_protected_materials_have_no_address() -> None:
    attachment = {"id": 1, "title": "Minutes", "type": "file", "download_url": "/secret.pdf"}
    folders = [
        {"title": "Committee", "is_protected": True, "attachments": [attachment]},
        {"attachments": [{**attachment, "id": 2, "is_protected": True}]},
    ]
    found = read_documents(
        make_event_answer(make_talk(1, folders=folders)), make_timetable_answer({})
    )
    assert [(item.is_protected, item.url) for item in talk(found.programme, 1).materials] == [
        (True, ""),
        (True, ""),
    ]


@pytest.mark.parametrize("files", [None, [], [{"id": 1}]])
def test_trap_17_attachments_of_the_timetable_may_have_any_form(files: Any) -> None:
    entry = make_scheduled(
        1, "2023-10-28 10:00", "2023-10-28 10:20", attachments={"files": files, "folders": []}
    )
    fetched = read_documents(
        make_event_answer(make_talk(1, "2023-10-28 08:00", "2023-10-28 08:20")),
        make_timetable_answer({"20231028": {"c1": entry}}),
    )
    assert fetched.quarantined == ()


def test_trap_18_relative_addresses_become_absolute() -> None:
    programme = read_recorded(MELBOURNE).programme
    assert programme.sessions[0].url == f"{BASE_URL}/event/1/sessions/11/"
    assert all(item.url.startswith(BASE_URL) for item in programme.contributions)


def test_trap_19_a_talk_without_colour_or_session_loads() -> None:
    dinner = talk(read_recorded(MELBOURNE).programme, 226)
    assert (dinner.title, dinner.room_name, dinner.venue_name) == (
        "Conference dinner", "Riverside Hall", "Melbourne",
    )  # fmt: skip
    assert dinner.session_id is dinner.block_id is dinner.session_title is None
    assert not dinner.is_poster


def test_trap_20_empty_forms_load() -> None:
    folder = {"title": None, "attachments": [{"id": 1, "filename": "a.pdf"}]}
    record = make_talk(1, note={}, folders=[folder])
    assert "subContributions" not in record
    found = talk(read_documents(make_event_answer(record), make_timetable_answer({})).programme, 1)
    assert (found.note, found.subcontributions) == ("", ())
    assert (found.materials[0].folder, found.materials[0].title) == ("", "a.pdf")


def test_trap_20_minutes_and_subcontributions_arrive() -> None:
    programme = read_recorded(MELBOURNE).programme
    assert talk(programme, 125).note == "<p>Minutes: <strong>good</strong> questions.</p>"
    first, second = talk(programme, 129).subcontributions
    assert (first.title, second.title) == ("Part 1: lower bounds", "Part 2: upper bounds")
    assert first.duration == timedelta(minutes=20)
    assert first.speakers[0].name == "Priya Baranowski"


def test_trap_21_deprecated_material_is_ignored() -> None:
    event, timetable = documents(MELBOURNE)
    assert event["results"][0]["material"]
    event["results"][0]["material"] = "anything"
    for item in event["results"][0]["contributions"]:
        item["material"] = [{"resources": 5}]
    fetched = read_documents(event, timetable, MELBOURNE)
    assert fetched.quarantined == ()
    assert fetched.programme == read_recorded(MELBOURNE).programme


def test_trap_22_a_speaker_who_is_author_appears_once() -> None:
    found = talk(read_recorded(MELBOURNE).programme, 133)
    assert found.speakers[0].identity == found.primary_authors[0].identity
    assert [person.name for person in found.people] == [
        "Joao Okafor", "Rana Petrescu", "Selma Takahashi",
    ]  # fmt: skip
    only = make_talk(1, speakers=[{"first_name": "Ada", "last_name": "Byron"}])
    alone = read_documents(make_event_answer(only), make_timetable_answer({})).programme
    assert [person.name for person in talk(alone, 1).people] == ["Ada Byron"]


def test_trap_23_persons_are_matched_by_person_id() -> None:
    programme = read_recorded(MELBOURNE).programme
    speaker = talk(programme, 133).speakers[0]
    assert (speaker.person_id, speaker.link_id) == (319, 368)
    convener = next(
        block for block in programme.session_blocks if block.title == "Keynote 1"
    ).conveners[0]
    assert (convener.name, convener.affiliation) == ("Tomas Rasmussen", "ETH Zurich")
    assert convener.person_id is None


def test_trap_24_a_replaced_speaker_is_a_change() -> None:
    before, after = read_recorded(CERN).programme, read_recorded(CERN, "after").programme
    old, new = talk(before, 43).speakers[0], talk(after, 43).speakers[0]
    assert (old.person_id, old.link_id) == (new.person_id, new.link_id)
    assert new.name == "Replacement Speaker"
    assert 43 in compare(before, after).changed


def test_trap_25_rescheduling_at_the_same_time_is_no_change() -> None:
    before, after = read_recorded(CERN).programme, read_recorded(CERN, "after").programme
    assert talk(after, 27) == talk(before, 27)


def test_trap_26_a_replaced_file_is_another_file() -> None:
    def file_9(folder: str) -> Any:
        return next(
            material
            for item in read_recorded(CERN, folder).programme.contributions
            for material in item.materials
            if material.attachment_id == 9
        )

    old, new = file_9("before"), file_9("after")
    assert old.checksum != new.checksum
    assert (old.filename, new.filename) == ("slides.pdf", "slides_v2.pdf")


def test_trap_27_age_is_told_and_refresh_passes_the_cache(replay: ReplayServer) -> None:
    replay.serve(7, "event", make_event_answer(ts=1700000600))
    replay.serve(7, "timetable", make_timetable_answer({}, ts=1700000000))
    fetched = source().fetch(here(replay, 7), refresh=True)
    assert fetched.generated_dt == datetime.fromtimestamp(1700000000, UTC)
    assert replay.targets == [
        "/export/event/7.json?detail=subcontributions&tz=UTC&nc=yes",
        "/export/timetable/7.json?nc=yes",
    ]
    replay.forget()
    source().fetch(here(replay, 7))
    assert replay.targets == [
        "/export/event/7.json?detail=subcontributions&tz=UTC",
        "/export/timetable/7.json",
    ]


def test_trap_28_titles_are_kept_as_they_are() -> None:
    found = talk(read_recorded(MELBOURNE).programme, 131)
    assert found.title == (
        r'Is $\mathsf{BQP}$-hardness <enough> for learning? "Quotes" & ampersands'
    )


def test_trap_29_texts_are_kept_raw() -> None:
    programme = read_recorded(MELBOURNE).programme
    assert "We compare A < B and C > D" in talk(programme, 129).description
    assert talk(programme, 130).description.startswith("<p>")


def test_trap_30_short_names_are_resolved_by_their_redirect(replay: ReplayServer) -> None:
    replay.script("/e/QTML2024", Answer.redirect("/event/1/"))
    found = source().resolve(f"{replay.base_url}/e/QTML2024")
    assert found == Resolved(here(replay, 1), requests=1)
    assert replay.targets == ["/e/QTML2024"]


def test_trap_31_the_owner_is_read_from_the_final_address(replay: ReplayServer) -> None:
    replay.script("/e/talk", Answer.redirect("/elsewhere"))
    replay.script("/elsewhere", Answer.redirect("/event/1288979/contributions/12.json"))
    found = source().resolve(f"{replay.base_url}/e/talk")
    assert found == Resolved(here(replay, 1288979), requests=2)


def test_trap_32_hashes_are_not_read() -> None:
    event, timetable = documents(CERN)
    secret = "0123456789abcdef0123456789abcdef"
    people = [
        person
        for item in event["results"][0]["contributions"]
        for person in item["speakers"] + item["primaryauthors"] + item["coauthors"]
    ]
    for person in people:
        person["emailHash"] = secret
    assert people
    assert secret not in repr(read_documents(event, timetable, CERN).programme)


def test_trap_33_escapes_decode() -> None:
    title = rb'"title":"a\/b \u00e9 \ud83d\udc31 \"q\""'
    answer = json.dumps(make_event_answer(make_talk(1))).encode()
    answer = answer.replace(b'"title": "Talk 1"', title)
    fetched = read_answers(address_of(7), answer, json.dumps(make_timetable_answer({})).encode())
    assert talk(fetched.programme, 1).title == 'a/b é 🐱 "q"'


def test_trap_34_blocks_keep_their_rooms_and_sessions_their_ids() -> None:
    programme = read_recorded(MELBOURNE).programme
    tutorials = [block for block in programme.session_blocks if block.session_id == 11]
    assert len({block.room_name for block in tutorials}) > 1
    assert len([item for item in programme.sessions if item.title == "Tutorials"]) == 1
    day = {
        "s1": make_block(1, "2023-10-28 10:00", "2023-10-28 11:00", 1, title="Posters"),
        "s2": make_block(2, "2023-10-28 10:00", "2023-10-28 11:00", 2, title="Posters"),
    }
    answers = make_event_answer(make_talk(1, session="Posters"))
    fetched = read_documents(answers, make_timetable_answer({"20231028": day}))
    assert [item.session_id for item in fetched.programme.sessions] == [1, 2]
    # Which of the two an unscheduled talk belongs to cannot be told.
    assert talk(fetched.programme, 1).session_id is None
    assert talk(fetched.programme, 1).session_title == "Posters"


def test_trap_35_unknown_fields_are_ignored_and_a_bad_record_is_set_aside() -> None:
    event, timetable = documents(MELBOURNE)
    contributions = event["results"][0]["contributions"]
    event["new"] = event["results"][0]["new"] = contributions[0]["new"] = {"x": [1]}
    contributions[12]["duration"] = "an hour"
    bad = contributions[12]["db_id"]
    fetched = read_documents(event, timetable, MELBOURNE)
    assert [(item.path, item.reason) for item in fetched.quarantined] == [
        (
            f"event.contributions[12].duration (db_id {bad})",
            "expected a number or nothing, got a text",
        )
    ]
    ids = {item.db_id for item in fetched.programme.contributions}
    whole = {item.db_id for item in read_recorded(MELBOURNE).programme.contributions}
    assert ids == whole - {bad}
    # It came, though it cannot be read: where it is known, it stays.
    assert bad not in fetched.event_ids
    assert bad in fetched.timetable_ids


def test_trap_36_an_empty_day_is_no_fault() -> None:
    event, timetable = documents(CERN)
    timetable["results"][str(CERN)]["20231126"] = {}
    timetable["results"][str(CERN)]["20231127"] = []
    fetched = read_documents(event, timetable, CERN)
    assert fetched.quarantined == ()
    assert fetched.programme == read_recorded(CERN).programme


def test_trap_37_a_failing_timetable_fails_the_sync(replay: ReplayServer) -> None:
    replay.serve_event(CERN)
    replay.script(f"/export/timetable/{CERN}.json", Answer.html("<h1>Oops</h1>", 500))
    with pytest.raises(ServerBusy, match="500"):
        source().fetch(here(replay, CERN))


def test_trap_37_items_that_the_timetable_leaves_out_stay() -> None:
    event, timetable = documents(CERN)
    days = timetable["results"][str(CERN)]
    last = max(days)
    days[last] = {}
    fetched = read_documents(event, timetable, CERN)
    assert fetched.event_ids == read_recorded(CERN).event_ids
    scheduled = [item for item in fetched.programme.contributions if item.is_scheduled]
    assert len(scheduled) == 83


def test_the_label_of_a_cancelled_event_arrives() -> None:
    label = read_recorded(CANCELLED).programme.event.label
    assert label is not None
    assert (label.title, label.is_event_not_happening) == ("Cancelled", True)
    assert label.message == "Cancelled for lack of participants"


def test_breaks_within_blocks_know_them() -> None:
    programme = read_recorded(MELBOURNE).programme
    inner = next(item for item in programme.breaks if item.title == "Coffee (in session)")
    assert (inner.entry_id, inner.block_id, inner.session_id) == (194, 43, 17)
    outer = next(item for item in programme.breaks if item.title == "Welcome reception")
    assert (outer.block_id, outer.color) == (None, "#90c0f0")
    assert outer.description == "Drinks and *finger food*. Please bring your badge."


def test_titles_of_chairs_are_told_from_their_names() -> None:
    chairs = read_recorded(MELBOURNE).programme.event.chairs
    assert [(chair.title, chair.name) for chair in chairs] == [
        ("Dr", "Marta Lindholm"),
        ("Prof.", "Andrew Pell"),
    ]


def test_every_recorded_edition_arrives_whole() -> None:
    counts = {}
    for number in (MELBOURNE, CERN):
        fetched = read_recorded(number)
        programme = fetched.programme
        assert fetched.quarantined == ()
        counts[number] = (
            len(programme.contributions),
            sum(item.is_scheduled for item in programme.contributions),
            len(programme.session_blocks),
            len(programme.breaks),
            len(programme.sessions),
        )
    assert counts == {MELBOURNE: (116, 80, 24, 15, 10), CERN: (114, 83, 25, 18, 10)}


def test_what_organisers_did_is_what_changed() -> None:
    before, after = read_recorded(CERN).programme, read_recorded(CERN, "after").programme
    changes = compare(before, after)
    done = json.loads(recorded("changes.json", "after"))
    by_op = {item["op"]: item.get("db_id") for item in done}
    assert changes.added == {by_op["added"]} == {244}
    assert changes.removed == {by_op["delete"], by_op["made protected"]} == {14, 32}
    named = {item["db_id"] for item in done if "db_id" in item}
    quiet = {by_op["unschedule + reschedule at the same time"], 244, 14, 32}
    # Talks of the shifted block and of the block with another room change with it.
    assert named - quiet <= changes.changed


def test_a_damaged_answer_is_told(replay: ReplayServer) -> None:
    replay.serve_event(CERN, cut_at=100_000, length=-1)
    with pytest.raises(DamagedAnswer, match="JSON"):
        source().fetch(here(replay, CERN))


def test_breaks_survive_in_any_order() -> None:
    day = {
        f"b{number}": make_break(number, "2023-10-28 10:00", "2023-10-28 10:30")
        for number in (30, 4, 17)
    }
    fetched = read_documents(make_event_answer(), make_timetable_answer({"20231028": day}))
    assert [item.entry_id for item in fetched.programme.breaks] == [4, 17, 30]
