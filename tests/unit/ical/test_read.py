"""Calendar files from anywhere."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.bookmark import Star
from companion.domain.calendar import EntryStatus, IndicoUid, UidKind, ZoneForm
from companion.errors import CannotReadFile
from companion.ical import read as module
from companion.ical.read import IcalReader
from tests.support.programmes import HOST, START, make_contribution
from tests.unit.ical.make import again, edition, planned, poster, uid, written

SCHEDULES = Path(__file__).parents[4] / "shared" / "schedules"


def read(data):
    return IcalReader().read(data if isinstance(data, bytes) else data.encode(), name="x.ics")


def only(calendar):
    [entry] = calendar.entries
    return entry


def calendar(*lines, end="\r\n"):
    return end.join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""))


def event(*lines):
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


def talk(number):
    return IndicoUid(UidKind.CONTRIBUTION, HOST, number)


# --- our own files ----------------------------------------------------------------------------


@pytest.mark.parametrize("zone", list(ZoneForm))
def test_our_own_files_read_back(zone):
    part = edition(make_contribution(1), make_contribution(2), stars={2: Star.TENTATIVE})
    found = read(written(part, zone=zone))

    assert [(entry.identity, entry.status) for entry in found.known] == [
        (talk(1), EntryStatus.CONFIRMED),
        (talk(2), EntryStatus.TENTATIVE),
    ]
    assert found.entries[0].start_dt == START
    assert found.entries[0].title == make_contribution(1).title
    assert found.unknown == ()
    assert found.problems == ()


def test_a_poster_session_brings_the_posters_inside():
    entry = only(read(written(edition(poster(101), poster(102)))))

    assert entry.identity == IndicoUid(UidKind.BLOCK, HOST, 21)
    assert entry.children == (talk(101), talk(102))


def test_cancelled_entries_read_as_cancelled():
    from companion.ical.write import IcalWriter

    gone = again(planned(edition(make_contribution(1))), edition())

    assert only(read(IcalWriter().write(gone))).status is EntryStatus.CANCELLED


@pytest.mark.parametrize("where", ["file", "entry"])
def test_a_file_that_takes_entries_back_cancels_them(where):
    entry = event(f"UID:{uid(1)}", *(["METHOD:CANCEL"] if where == "entry" else []))
    head = ["METHOD:CANCEL"] if where == "file" else []

    assert only(read(calendar(*head, *entry))).status is EntryStatus.CANCELLED


# --- the wild ---------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_lines_end_in_whatever(end):
    data = calendar(*event("UID:1", "SUMMARY:One", " two", "\tthree"), end=end)

    assert only(read(data)).title == "Onetwothree"


def test_folds_inside_characters_are_undone():
    data = calendar(*event("UID:1", "SUMMARY:caf@")).encode().replace(b"@", b"\xc3\r\n \xa9")

    assert only(read(data)).title == "café"


def test_a_byte_order_mark_and_latin_1_are_no_obstacle():
    data = b"\xef\xbb\xbf" + calendar(*event("UID:1", "SUMMARY:@")).encode().replace(b"@", b"\xe9")

    assert only(read(data)).title == "é"


def test_overlong_raw_and_foreign_lines_cost_nothing():
    data = calendar(
        *event(
            "UID:1",
            "DESCRIPTION:first",
            "raw text: of a description; unfolded",
            "X-LONG:" + "x" * 10_000,
            "=?",
            "SUMMARY;CHARSET=UTF-8;ENCODING=8BIT:Title",
            "METHOD:PUBLISH",
        )
    )

    assert only(read(data)).title == "Title"


def test_a_zone_without_a_definition_is_known_by_its_name():
    data = calendar(*event("UID:1", "DTSTART;TZID=Europe/Zurich:20240701T090000"))

    assert only(read(data)).start_dt == datetime(2024, 7, 1, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART:20240701T090000",
        "DTSTART;VALUE=DATE:20240701",
        "DTSTART;TZID=Nowhere/Land:20240701T090000",
        "X-NO-START:1",
    ],
)
def test_a_start_that_is_no_instant_is_unknown(start):
    assert only(read(calendar(*event("UID:1", start)))).start_dt is None


def test_what_is_inside_an_entry_does_not_speak_for_it():
    data = calendar(
        *event("UID:1", "BEGIN:VALARM", "SUMMARY:Ring", "UID:2", "END:VALARM", "SUMMARY:Talk")
    )

    assert (only(read(data)).uid, only(read(data)).title) == ("1", "Talk")


def test_an_end_that_nothing_began_is_passed_over():
    assert only(read(calendar(*event("END:VALARM", "UID:1")))).uid == "1"


def test_entries_without_an_end_end_where_the_next_begins():
    data = calendar("BEGIN:VEVENT", "UID:1", "BEGIN:VEVENT", "UID:2")
    cut = "BEGIN:VEVENT\r\nUID:1\r\nBEGIN:VEVENT\r\nUID:2"

    assert [entry.uid for entry in read(data).entries] == ["1", "2"]
    assert [entry.uid for entry in read(cut).entries] == ["1", "2"]


def test_a_broken_entry_costs_only_itself():
    good = event(f"UID:{uid(1)}")
    broken = event("UID:2", "DTSTART;TZID=UTC;VALUE=DATE-TIME:00010101T000000", "DTSTART:x")
    early = event("UID:3", "DTSTART;TZID=Asia/Tokyo:00010101T000000")
    found = read(calendar(*broken, *early, *good))

    assert talk(1) in [entry.identity for entry in found.known]
    assert len(found.entries) + len(found.problems) == 3
    assert any("cannot be read" in problem for problem in found.problems)


def test_entries_without_a_uid_are_listed_as_strangers():
    found = read(calendar(*event("SUMMARY:One"), *event("SUMMARY:Two")))

    assert [entry.title for entry in found.unknown] == ["One", "Two"]
    assert found.problems == ()


def test_strangers_that_share_a_uid_are_all_listed():
    found = read(calendar(*event("UID:9", "SUMMARY:A"), *event("UID:9", "SUMMARY:B")))

    assert [entry.title for entry in found.unknown] == ["A", "B"]
    assert found.problems == ("2 entries have the same UID 9.",)


@pytest.mark.parametrize(
    ("first", "second", "title"),
    [("1", "0", "A"), ("0", "1", "B"), ("1", "1", "B"), ("many", "-3", "B")],
)
def test_of_one_talk_the_newest_entry_counts(first, second, title):
    found = read(
        calendar(
            *event(f"UID:{uid(1)}", f"SEQUENCE:{first}", "SUMMARY:A"),
            *event(f"UID:{uid(1)}", f"SEQUENCE:{second}", "SUMMARY:B"),
        )
    )

    assert [entry.title for entry in found.known] == [title]


def test_both_routes_of_indico_are_known_and_others_are_not():
    found = read(
        calendar(
            *event("UID:indico-contribution-7-3@indico.example.org"),
            *event("UID:indico-event-7@indico.example.org"),
            *event("UID:1", "UID:2", "RELATED-TO:3", "RELATED-TO;RELTYPE=CHILD:4"),
        )
    )

    assert [entry.identity for entry in found.known] == [
        IndicoUid(UidKind.FRIENDLY, HOST, 3, event_number=7)
    ]
    assert [entry.uid for entry in found.unknown] == [f"indico-event-7@{HOST}", "1"]


@pytest.mark.parametrize("data", [b"", b"<!DOCTYPE html><title>Login</title>", b"\x00\xff" * 99])
def test_what_is_no_calendar_is_refused(data):
    with pytest.raises(CannotReadFile, match="not a calendar"):
        read(data)


def test_what_is_larger_than_any_agenda_is_refused(monkeypatch):
    monkeypatch.setattr(module, "SIZE_LIMIT", 2**20)

    with pytest.raises(CannotReadFile, match="larger than 1 MiB"):
        read(calendar("X:" + "x" * 2**20))


LINES = st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "UID:1", "RELATED-TO;RELTYPE=:x"]
) | st.builds(
    "{}{}{}".format,
    st.sampled_from(["UID", "SUMMARY", "DTSTART", "SEQUENCE", "STATUS", "RELATED-TO;X", ""]),
    st.sampled_from([":", ";", ";TZID=", ";TZID=Europe/Zurich:", ";VALUE=DATE:", '="', ";A=:"]),
    st.text(max_size=20) | st.sampled_from(["20240101T000000", "99991231T235959Z", "00010101"]),
)


@given(st.lists(LINES, max_size=15))
def test_nothing_in_a_calendar_can_stop_the_reading(lines):
    found = read(calendar(*lines).encode("utf-8", "surrogatepass"))

    begun = [line for line in lines if line == "BEGIN:VEVENT"]
    assert len(found.entries) + len(found.problems) >= min(len(begun), 1)


def test_real_files_are_read_to_the_last_entry():
    """They belong to others and do not come with the project; what they show is tested above."""
    expected = {
        "emf2024.ics": (482, 0),
        "jres2022_nonstandard.ics": (120, 0),
        "kielux2020.ics": (24, 0),
        "lca2020_symposion.ics": (262, 0),
        "moca2024.ics": (88, 4),
    }
    for path in sorted(SCHEDULES.glob("*.ics")):
        found = read(path.read_bytes())
        assert (len(found.unknown), len(found.problems)) == expected[path.name]
        assert all(entry.start_dt and entry.uid for entry in found.unknown)
