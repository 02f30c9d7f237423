"""The bytes of a calendar file, judged by vobject."""

import re
import zoneinfo
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from companion.domain.bookmark import Star
from companion.domain.calendar import CalendarEntry, CalendarPlan, EntryStatus, ZoneForm
from companion.ical.lines import clean
from companion.ical.write import IcalWriter
from companion.text.plain import title_text
from tests.faults.counts import times
from tests.support.programmes import HOST, START, make_contribution, make_event, make_programme
from tests.unit.ical.make import (
    DAY,
    HOUR,
    NOW,
    SAMPLE,
    again,
    edition,
    judged,
    planned,
    poster,
    record,
    request,
    uid,
    written,
)

TALK = make_contribution(1)


def lines_of(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def test_the_header_says_what_calendar_programs_look_for():
    lines = lines_of(written(edition(TALK)))

    assert lines[:3] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//QTML Companion//QTML Companion//EN",
    ]
    head = lines[: lines.index("BEGIN:VEVENT")]
    assert set(head[3:]) == {
        "METHOD:PUBLISH",
        "NAME:QTML 2099",
        "X-WR-CALNAME:QTML 2099",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "COLOR:teal",
        f"URL:https://{HOST}/event/7/",
        f"SOURCE;VALUE=URI:https://{HOST}/event/7/event.ics?scope=contribution",
        "LAST-MODIFIED:20990102T030405Z",
    }


def test_a_talk_says_all_that_an_update_safe_file_needs():
    [talk] = judged(written(edition(TALK, records={1: record(3)}))).values()

    values = {name: items[0].value for name, items in talk.contents.items()}
    assert values.pop("description").startswith("Speaker: Bohdan Sørensen")
    assert "<em>case 1</em>" in values.pop("x-alt-desc")
    assert values == {
        "uid": uid(1),
        "dtstamp": datetime(2099, 1, 2, 3, 4, 5, tzinfo=UTC),
        "last-modified": datetime(2099, 1, 2, 3, 4, 5, tzinfo=UTC),
        "created": datetime(2099, 1, 2, 3, 4, 5, tzinfo=UTC),
        "sequence": "3",
        "status": "CONFIRMED",
        "transp": "OPAQUE",
        "dtstart": START,
        "dtend": START + timedelta(minutes=20),
        "summary": TALK.title,
        "location": "Room A, Lakeside Hall",
        "categories": ["Theory", "Talk", "Session 1"],
        "url": f"https://{HOST}/event/7/contributions/1/",
        "related-to": f"indico-event-7@{HOST}",
        "organizer": "invalid:nomail",
    }
    assert talk.organizer.params == {"CN": ["Quantum Techniques in Machine Learning 2099"]}
    assert talk.x_alt_desc.params == {"FMTTYPE": ["text/html"]}


def test_a_title_is_plain_text_with_formulas_in_unicode():
    talk = make_contribution(1, title="On  $|\\psi\\rangle$ & <b>")
    [entry] = judged(written(edition(talk))).values()

    assert entry.summary.value == title_text(talk.title)
    assert "$" not in entry.summary.value


def test_what_is_not_known_is_not_written():
    bare = make_contribution(
        1, description="", speakers=(), primary_authors=(), coauthors=(), session_id=None,
        session_title=None, room_name="", venue_name="", type=None, track=None, url="",
    )  # fmt: skip
    [entry] = judged(written(edition(bare, address=SAMPLE))).values()

    names = {"location", "description", "x-alt-desc", "categories", "url", "geo", "conference"}
    assert not names & set(entry.contents)


def test_a_talk_without_length_has_no_end():
    [entry] = judged(written(edition(make_contribution(1, end_dt=START)))).values()

    assert "dtend" not in entry.contents


def test_tentative_and_cancelled_entries_say_so():
    first = planned(edition(TALK, make_contribution(2), stars={1: Star.TENTATIVE}))
    found = judged(IcalWriter().write(again(first, edition(TALK, stars={1: Star.TENTATIVE}))))

    assert (found[uid(1)].status.value, found[uid(1)].transp.value) == ("TENTATIVE", "OPAQUE")
    gone = found[uid(2)]
    assert (gone.status.value, gone.transp.value) == ("CANCELLED", "TRANSPARENT")
    assert (gone.sequence.value, gone.summary.value) == ("1", make_contribution(2).title)
    assert (gone.organizer.value, gone.organizer.params) == ("invalid:nomail", {})


def test_an_alarm_rings_before_living_talks():
    first = planned(edition(TALK, make_contribution(2)), alarm_minutes=15)
    found = judged(IcalWriter().write(again(first, edition(TALK), alarm_minutes=15)))

    [alarm] = found[uid(1)].contents["valarm"]
    assert alarm.action.value == "DISPLAY"
    assert alarm.trigger.value == timedelta(minutes=-15)
    assert alarm.description.value == TALK.title
    assert "valarm" not in found[uid(2)].contents


def test_a_talk_without_a_title_is_called_something():
    [entry] = judged(written(edition(make_contribution(1, title=" ")), alarm_minutes=1)).values()

    assert entry.summary.value == entry.valarm.description.value == "Untitled"


def test_an_alarm_can_ring_at_the_start():
    [entry] = judged(written(edition(TALK), alarm_minutes=0)).values()

    assert entry.valarm.trigger.value == timedelta(0)


def test_a_poster_session_names_its_posters_and_is_related_to_each():
    [entry] = judged(written(edition(poster(101), poster(102)))).values()

    assert [(item.value, item.params) for item in entry.contents["related-to"]] == [
        (f"indico-event-7@{HOST}", {}),
        (uid(101), {"RELTYPE": ["CHILD"]}),
        (uid(102), {"RELTYPE": ["CHILD"]}),
    ]
    assert "1: Poster 101\n" in entry.description.value
    assert "x-alt-desc" not in entry.contents


def test_a_sample_is_named_so_and_has_no_links():
    data = written(edition(TALK, address=SAMPLE))

    assert b"NAME:SAMPLE QTML 2099\r\n" in data
    assert b"http" not in data.replace(b"xhtml", b"")
    assert b"UID:indico-contribution-1@sample.invalid\r\n" in data


def test_one_resource_per_entry_without_a_method():
    plan = planned(edition(TALK, make_contribution(2)), zone=ZoneForm.EVENT)
    resources = IcalWriter().resources(plan)

    assert list(resources) == [uid(1), uid(2)]
    for name, data in resources.items():
        assert b"METHOD" not in data
        assert b"ORGANIZER" not in data
        assert b"BEGIN:VTIMEZONE" in data
        assert list(judged(data)) == [name]


def test_the_organiser_is_named_whatever_the_event_is_called():
    event = make_event(title='A "B"; C: \n\x00 D, é' + "é" * 50)
    data = written(edition(TALK, event=event))
    [entry] = judged(data).values()

    assert entry.organizer.params == {"CN": ["A 'B'; C: D, é" + "é" * 50]}
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    nameless = judged(written(edition(TALK, event=make_event(title="\x00"))))
    assert nameless[uid(1)].organizer.params == {}


def test_a_calendar_without_entries_is_still_one():
    assert vobject.readOne(written(edition()).decode()).contents["name"][0].value == "QTML 2099"


# --- bytes ----------------------------------------------------------------------------------


@given(
    title=st.text(st.characters(), max_size=80),
    room=st.text(st.characters(), max_size=40),
    name=st.text(st.characters(), max_size=40),
    description=st.text(st.characters(), max_size=200),
)
@settings(max_examples=times(30, 1000))
def test_any_text_of_a_programme_makes_a_sound_file(title, room, name, description):
    talk = make_contribution(1, title=title, room_name=room, description=description, track=name)
    data = written(edition(talk), name=name)

    assert data == written(edition(talk), name=name)
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    [entry] = judged(data).values()
    shown = clean(title_text(title)).strip() or "Untitled"
    place = f"{room}, Lakeside Hall" if room else "Lakeside Hall"
    assert entry.summary.value == shown
    assert entry.location.value == clean(place).strip()
    [again_] = Calendar.from_ical(data).events
    assert str(again_["SUMMARY"]) == shown


def test_the_same_request_makes_the_same_bytes():
    programme = make_programme(talks=30)
    part = edition(*programme.contributions)
    shuffled = edition(*reversed(programme.contributions))

    assert written(part) == written(shuffled)
    assert written(part, zone=ZoneForm.EVENT) == written(shuffled, zone=ZoneForm.EVENT)


# --- instants -------------------------------------------------------------------------------

CHANGES = {
    "Europe/Zurich": (3, 10),
    "Australia/Melbourne": (4, 10),
    "Australia/Lord_Howe": (4, 10),
}
"""Months in which clocks change."""


def change_of(name: str, year: int, month: int) -> datetime:
    """The instant at which clocks change, found without our own rules."""
    tz = zoneinfo.ZoneInfo(name)
    moment = datetime(year, month, 1, tzinfo=UTC) - DAY
    step = timedelta(minutes=30)
    while moment.astimezone(tz).utcoffset() == (moment + step).astimezone(tz).utcoffset():
        moment += step
    return moment + step


@pytest.mark.parametrize("form", list(ZoneForm))
@pytest.mark.parametrize("name", CHANGES)
def test_talks_around_clock_changes_are_at_their_instants(name, form):
    starts = [
        change_of(name, year, month) + timedelta(minutes=minutes)
        for year in range(2023, 2028)
        for month in CHANGES[name]
        for minutes in range(-90, 120, 30)
    ]
    talks = [
        make_contribution(n, start_dt=start, end_dt=start + timedelta(minutes=25))
        for n, start in enumerate(starts, start=1)
    ]
    data = written(edition(*talks, event=make_event(timezone=name)), zone=form)

    found = judged(data)
    assert len(found) == len(talks) == 70
    for talk in talks:
        entry = found[uid(talk.db_id)]
        # in UTC, for Python calls no time equal to one that another offset could make
        times = [moment.value.astimezone(UTC) for moment in (entry.dtstart, entry.dtend)]
        assert times == [talk.start_dt, talk.end_dt]
    assert (b"BEGIN:VTIMEZONE" in data) == (form is ZoneForm.EVENT)
    assert (f"DTSTART;TZID={name}:".encode() in data) == (form is ZoneForm.EVENT)


def test_a_time_that_comes_twice_is_written_in_utc():
    start = change_of("Europe/Zurich", 2024, 10) - timedelta(minutes=75)
    talk = make_contribution(1, start_dt=start, end_dt=start + timedelta(minutes=25))
    lines = lines_of(written(edition(talk), zone=ZoneForm.EVENT))

    assert "DTSTART:20241026T234500Z" in lines
    assert "DTEND:20241027T001000Z" in lines


def test_a_zone_is_told_by_short_rules():
    data = written(edition(TALK), zone=ZoneForm.EVENT)
    lines = lines_of(data)
    zone = lines[lines.index("BEGIN:VTIMEZONE") : lines.index("END:VTIMEZONE") + 1]

    assert zone == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Zurich",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    ]


def test_a_weekday_between_two_days_of_the_month_is_told_by_both():
    talks = [
        make_contribution(n, start_dt=datetime(2014 + n, 5, 1, 9, tzinfo=UTC), end_dt=None)
        for n in range(1, 12)
    ]
    part = edition(*talks, event=make_event(timezone="Asia/Jerusalem"))
    data = written(part, zone=ZoneForm.EVENT)

    assert "RRULE:FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3" in lines_of(data)
    found = judged(data)
    assert all(found[uid(talk.db_id)].dtstart.value == talk.start_dt for talk in talks)


def test_a_zone_without_changes_has_one_offset():
    event = make_event(timezone="Asia/Kolkata")
    data = written(edition(TALK, event=event), zone=ZoneForm.EVENT)
    lines = lines_of(data)

    assert "RRULE" not in data.decode()
    assert {"TZOFFSETFROM:+0530", "TZOFFSETTO:+0530", "TZNAME:IST"} <= set(lines)
    assert judged(data)[uid(1)].dtstart.value == START


def test_a_plan_with_a_zone_that_cannot_be_told_is_written_in_utc():
    entry = CalendarEntry(
        uid="1",
        status=EntryStatus.CONFIRMED,
        sequence=0,
        title="Talk",
        start_dt=datetime(2026, 1, 1, tzinfo=UTC),
        end_dt=datetime(2026, 1, 2, tzinfo=UTC),
        created_dt=START,
        modified_dt=START,
        zone="Africa/Casablanca",
    )
    data = IcalWriter().write(CalendarPlan(name="x", entries=(entry,)))

    assert b"DTSTART:20260101T000000Z\r\n" in data
    assert b"TZID" not in data


def test_two_zones_stand_side_by_side():
    other = edition(make_contribution(2), event=make_event(timezone="Australia/Melbourne"))
    data = written(edition(TALK), other, zone=ZoneForm.EVENT)

    assert re.findall(rb"\r\nTZID:(.*)\r\n", data) == [b"Australia/Melbourne", b"Europe/Zurich"]
    found = judged(data)
    assert found[uid(1)].dtstart.value == found[uid(2)].dtstart.value - timedelta(minutes=20)


def test_the_writer_plans_too():
    asked = request(edition(TALK), made_dt=NOW)

    assert IcalWriter().plan(asked) == planned(edition(TALK))
    assert replace(asked, made_dt=NOW + HOUR) != asked
