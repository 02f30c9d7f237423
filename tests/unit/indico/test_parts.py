"""People, links, materials and records, each by itself."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from companion.domain.materials import MaterialType
from companion.indico.links import Links, site_of
from companion.indico.materials import materials, references
from companion.indico.payloads import (
    AttachmentIn,
    ContributionIn,
    FolderIn,
    PersonIn,
    ReferenceIn,
    TimetablePersonIn,
)
from companion.indico.people import people, timetable_people
from companion.indico.records import BadField, Quarantine, explained
from tests.support.answers import (
    changed,
    make_block,
    make_break,
    make_event_answer,
    make_scheduled,
    make_talk,
    make_timetable_answer,
    moment,
    read_documents,
    talk,
)

LINKS = Links("https://indico.example/prefix")


@pytest.mark.parametrize(
    ("record", "title", "first", "last"),
    [
        (PersonIn("Marta", "Lindholm", "Dr Lindholm, Marta"), "Dr", "Marta", "Lindholm"),
        (PersonIn("Marta", "Lindholm", "Lindholm, Marta"), "", "Marta", "Lindholm"),
        (PersonIn("Marta", "Lindholm", "Somebody Else"), "", "Marta", "Lindholm"),
        (PersonIn("", "Plato", "Prof. Plato"), "Prof.", "", "Plato"),
        (PersonIn(None, None, "Byron, Ada"), "", "Ada", "Byron"),
        (PersonIn(None, None, "Plato"), "", "", "Plato"),
        (PersonIn(), "", "", ""),
    ],
)
def test_names_of_the_event_answer(record: PersonIn, title: str, first: str, last: str) -> None:
    (person,) = people([record])
    assert (person.title, person.first_name, person.last_name) == (title, first, last)


@pytest.mark.parametrize(
    ("record", "title", "name"),
    [
        (TimetablePersonIn("Ines", "Adeyemi", "Ines Adeyemi"), "", "Ines Adeyemi"),
        (TimetablePersonIn("Ines", "Adeyemi", "Dr Ines Adeyemi"), "Dr", "Ines Adeyemi"),
        (TimetablePersonIn(None, "Plato", "Plato"), "", "Plato"),
        (TimetablePersonIn(name="Ines Adeyemi"), "", "Ines Adeyemi"),
        (TimetablePersonIn(), "", ""),
    ],
)
def test_names_of_the_timetable(record: TimetablePersonIn, title: str, name: str) -> None:
    (person,) = timetable_people([record])
    assert (person.title, person.name) == (title, name)


def test_nobody_is_nobody() -> None:
    assert people(None) == timetable_people(None) == ()


@pytest.mark.parametrize(
    ("url", "absolute"),
    [
        ("/event/1/", "https://indico.example/event/1/"),
        ("event/1/", "https://indico.example/prefix/event/1/"),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("https://doi.org/10.1", "https://doi.org/10.1"),
        ("http://arxiv.org/abs/1", "http://arxiv.org/abs/1"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("data:text/html,x", ""),
        ("http:relative", ""),
        ("//[broken", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_addresses_are_absolute_and_harmless(url: str | None, absolute: str) -> None:
    assert LINKS.absolute(url) == absolute


def test_dead_sites_are_not_linked() -> None:
    links = Links("https://sample.invalid", ("https://sample.invalid", "http://127.0.0.1:8000"))
    assert links.absolute("/event/1/") == ""
    assert links.absolute("http://127.0.0.1:8000/event/1/") == ""
    assert links.absolute("http://127.0.0.1:80001/event/1/") == "http://127.0.0.1:80001/event/1/"
    assert links.absolute("https://arxiv.org/abs/1") == "https://arxiv.org/abs/1"
    assert links.absolute("http://[broken") == "http://[broken"


@pytest.mark.parametrize(
    ("url", "site"),
    [("http://a:1/x?y", "http://a:1"), ("/x", ""), ("http://[broken", ""), ("", "")],
)
def test_site_of(url: str, site: str) -> None:
    assert site_of(url) == site


def test_a_link_leads_where_it_says() -> None:
    record = AttachmentIn(
        id=3,
        title="arXiv",
        type="link",
        download_url="https://indico.example/event/1/attachments/1/3/go",
        link_url="https://arxiv.org/abs/1",
        modified_dt="2026-11-22T14:59:42.070012+01:00",
    )
    (item,) = materials([FolderIn(attachments=[record])], LINKS)
    assert (item.type, item.url) == (MaterialType.LINK, "https://arxiv.org/abs/1")
    assert item.modified_dt == datetime(2026, 11, 22, 13, 59, 42, 70012, UTC)


@pytest.mark.parametrize("text", [None, "", "yesterday", "2026-11-22T14:59:42"])
def test_a_time_of_change_that_says_nothing_is_none(text: str | None) -> None:
    (item,) = materials([FolderIn(attachments=[AttachmentIn(1, modified_dt=text)])], LINKS)
    assert item.modified_dt is None


def test_missing_folders_and_references_are_none() -> None:
    assert materials(None, LINKS) == references(None, LINKS) == ()
    assert materials([FolderIn()], LINKS) == ()


def test_references_are_checked_too() -> None:
    (item,) = references([ReferenceIn("DOI", "10.1", "javascript:x")], LINKS)
    assert (item.type, item.value, item.url, item.urn) == ("DOI", "10.1", "", "")


@pytest.mark.parametrize(
    ("record", "path", "reason"),
    [
        ({"db_id": 1, "title": 5}, "x.title (db_id 1)", "expected a text or nothing, got a number"),
        (
            {"db_id": 1, "speakers": [{}, {"db_id": "q"}]},
            "x.speakers[1].db_id (db_id 1)",
            "expected a number or nothing, got a text",
        ),
        ({"title": "no key"}, "x", "object missing required field db_id"),
        ([], "x", "expected a record, got a list"),
        ({"db_id": 2**63}, "x.db_id", "expected a number <= 9223372036854775807"),
        ({"db_id": 0}, "x.db_id", "expected a number >= 1"),
    ],
)
def test_faults_are_told_in_plain_words(record: Any, path: str, reason: str) -> None:
    quarantine = Quarantine()
    raw = msgspec.Raw(json.dumps(record).encode())
    decoder = msgspec.json.Decoder(ContributionIn)
    assert list(quarantine.decode_each([("x", raw)], decoder)) == []
    (item,) = quarantine.items
    assert (item.path, item.reason) == (path, reason)


@pytest.mark.parametrize(
    "record",
    [
        rb'{"db_id":1,"title":"\ud800"}',
        b'{"title":"\xff"}',
        b'{"new":' + b"[" * 5000 + b"]" * 5000,
    ],
)
def test_what_is_no_text_is_set_aside(record: bytes) -> None:
    quarantine = Quarantine()
    decoder = msgspec.json.Decoder(ContributionIn)
    assert list(quarantine.decode_each([("x", msgspec.Raw(record))], decoder)) == []
    assert quarantine.items[0].path == "x"


def test_depth_is_told() -> None:
    assert explained(RecursionError("x")) == ("", "it is nested too deeply")


def test_reports_stay_short() -> None:
    quarantine = Quarantine()
    quarantine.add("x" * 5000, "y" * 5000)
    assert len(quarantine.items[0].path) == len(quarantine.items[0].reason) == 200


def test_bad_fields_say_which() -> None:
    assert str(BadField("duration", "it is negative")) == "duration: it is negative"


# --- through both answers ----------------------------------------------------------------------


def paths(event: Any, timetable: Any) -> list[str]:
    return [item.path for item in read_documents(event, timetable).quarantined]


def test_a_start_without_end_lasts_as_long_as_stated() -> None:
    records = (
        make_talk(1, "2023-10-28 10:00", duration=45),
        make_talk(2, "2023-10-28 10:00", duration=None),
    )
    programme = read_documents(make_event_answer(*records), make_timetable_answer({})).programme
    assert talk(programme, 1).duration == timedelta(minutes=45)
    assert talk(programme, 1).end_dt == datetime(2023, 10, 28, 10, 45, tzinfo=UTC)
    assert talk(programme, 2).end_dt == talk(programme, 2).start_dt


@pytest.mark.parametrize(
    ("record", "path"),
    [
        (make_talk(1, "2023-10-28 10:00", "2023-10-28 09:00"), "endDate"),
        (make_talk(1, "2023-10-28 10:00", duration=1e9), "duration"),
        (make_talk(1, duration=-5), "duration"),
        (make_talk(1, subContributions=[{"db_id": 1, "duration": -5}]), "duration"),
    ],
)
def test_talks_with_impossible_times_are_set_aside(record: Any, path: str) -> None:
    fetched = read_documents(make_event_answer(make_talk(2), record), make_timetable_answer({}))
    assert [item.path for item in fetched.quarantined] == [f"event.contributions[1].{path}"]
    assert [item.db_id for item in fetched.programme.contributions] == [2]
    assert fetched.timetable_ids == {1}


def test_of_two_with_one_db_id_the_same_is_kept_in_any_order() -> None:
    one, other = make_talk(1, title="A"), make_talk(1, title="B")
    first = read_documents(make_event_answer(one, other), make_timetable_answer({}))
    second = read_documents(make_event_answer(other, one), make_timetable_answer({}))
    assert first.programme == second.programme
    assert len(first.programme.contributions) == 1
    assert first.quarantined[0].reason == "db_id 1 stands there twice"


def test_repeated_subcontributions_are_kept_once() -> None:
    record = make_talk(1, subContributions=[{"db_id": 4}, {"db_id": 4}])
    programme = read_documents(make_event_answer(record), make_timetable_answer({})).programme
    assert [sub.db_id for sub in talk(programme, 1).subcontributions] == [4]
    assert talk(programme, 1).subcontributions[0].friendly_id == 4


def test_a_talk_of_the_timetable_alone_arrives_poorer() -> None:
    block = make_block(
        5,
        "2023-10-28 10:00",
        "2023-10-28 11:00",
        session_id=3,
        title="Keynotes",
        isPoster=True,
        entries={
            "c9": make_scheduled(
                9,
                "2023-10-28 10:00",
                "2023-10-28 10:20",
                sessionId=3,
                sessionSlotId=5,
                presenters=[{"firstName": "Ada", "familyName": "Byron"}],
                authors=[{"firstName": "Mary", "familyName": "Somerville"}],
                url="/event/7/contributions/9/",
                friendlyId=None,
            )
        },
    )
    free = make_scheduled(8, "2023-10-28 12:00", "2023-10-28 12:20")
    fetched = read_documents(
        make_event_answer(make_talk(1)),
        make_timetable_answer({"20231028": {"s5": block, "c8": free}}),
    )
    found = talk(fetched.programme, 9)
    assert (found.session_title, found.session_id, found.block_id) == ("Keynotes", 3, 5)
    assert found.is_poster
    assert found.friendly_id == 9
    assert [person.name for person in found.people] == ["Ada Byron", "Mary Somerville"]
    assert talk(fetched.programme, 8).session_title is None
    assert (fetched.event_ids, fetched.timetable_ids) == ({1}, {8, 9})


def test_an_unscheduled_talk_stands_in_no_block() -> None:
    block = make_block(
        5,
        "2023-10-28 10:00",
        "2023-10-28 11:00",
        entries={"c1": make_scheduled(1, "2023-10-28 10:00", "2023-10-28 10:20", sessionId=1,
                                      sessionSlotId=5)},
    )  # fmt: skip
    fetched = read_documents(
        make_event_answer(make_talk(1)), make_timetable_answer({"20231028": {"s5": block}})
    )
    assert talk(fetched.programme, 1).session_id == 1
    assert talk(fetched.programme, 1).block_id is None


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        (make_break(0, "2023-10-28 10:00", "2023-10-28 11:00"), "timetable.20231028.x.id"),
        (
            make_break(1, "2023-10-28 10:00", "2023-10-28 09:00"),
            "timetable.20231028.x.endDate",
        ),
        (
            make_block(1, "2023-10-28 10:00", "2023-10-28 09:00"),
            "timetable.20231028.x.endDate",
        ),
        (
            make_block(1, "2023-10-28 10:00", "2023-10-28 11:00", sessionId=None),
            "timetable.20231028.x.sessionId",
        ),
        (
            make_block(1, "2023-10-28 10:00", "2023-10-28 11:00", entries={"c1": 5}),
            "timetable.20231028.x.entries.c1",
        ),
        (
            make_block(1, "2023-10-28 10:00", "2023-10-28 11:00", entries=[{}]),
            "timetable.20231028.x.entries.0",
        ),
        (
            make_scheduled(1, "2023-10-28 10:00", "2023-10-28 09:00"),
            "timetable.20231028.x.endDate",
        ),
        ({"entryType": "Surprise"}, "timetable.20231028.x.entryType"),
        ({}, "timetable.20231028.x"),
        (None, "timetable.20231028.x"),
    ],
)
def test_bad_timetable_entries_are_set_aside(entry: Any, path: str) -> None:
    good = make_break(77, "2023-10-28 10:00", "2023-10-28 11:00")
    timetable = make_timetable_answer({"20231028": {"x": entry, "b77": good}})
    fetched = read_documents(make_event_answer(make_talk(2)), timetable)
    assert [item.path for item in fetched.quarantined] == [path]
    assert [item.entry_id for item in fetched.programme.breaks] == [77]


def test_a_day_that_is_none_is_set_aside() -> None:
    assert paths(make_event_answer(), make_timetable_answer({"20231028": "closed"})) == [
        "timetable.20231028"
    ]


@pytest.mark.parametrize("color", ["red; background: url(http://x)", "#12", None, "#1234567"])
def test_colours_are_colours(color: str | None) -> None:
    entry = make_block(1, "2023-10-28 10:00", "2023-10-28 11:00", color=color, textColor="#abc")
    fetched = read_documents(make_event_answer(), make_timetable_answer({"20231028": {"s": entry}}))
    (session,) = fetched.programme.sessions
    assert (session.color, session.text_color) == ("", "#abc")


# --- the event itself --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [
        ("title", 5, "event.title"),
        ("chairs", [{"db_id": "x"}], "event.chairs[0].db_id"),
        ("label", "Cancelled", "event.label"),
        ("keywords", "a, b", "event.keywords"),
        ("timezone", "Mars/Olympus", "event.timezone"),
    ],
)
def test_a_bad_field_of_the_event_is_set_aside(field: str, value: Any, path: str) -> None:
    event = make_event_answer(make_talk(1), **{field: value, "address": 5})
    fetched = read_documents(event, make_timetable_answer({}))
    assert sorted(item.path for item in fetched.quarantined) == sorted([path, "event.address"])
    assert len(fetched.programme.contributions) == 1


def test_an_event_in_an_unknown_zone_is_shown_in_utc() -> None:
    event = make_event_answer(timezone=None)
    fetched = read_documents(event, make_timetable_answer({}))
    assert fetched.programme.event.timezone == "UTC"


def test_an_event_that_ends_before_it_starts_ends_at_its_start() -> None:
    event = changed(make_event_answer(), ("results", 0, "endDate"), moment("2020-01-01 00:00"))
    found = read_documents(event, make_timetable_answer({})).programme.event
    assert found.start_dt == found.end_dt
