from pathlib import Path

import pytest

from companion.domain.bookmark import Star
from companion.domain.calendar import CalendarOptions, PosterForm
from companion.domain.entry import EntryKind, EntryRef
from companion.errors import CannotReadFile
from companion.services.export import ExportSelection
from tests.support.programmes import HOST, KEY, START, make_contribution, make_programme
from tests.unit.services.conftest import Desk

BASE = make_programme(talks=6, posters=3)


def ref(ident: int, key: str = KEY) -> EntryRef:
    return EntryRef(key, EntryKind.CONTRIBUTION, ident)


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    desk.publish(BASE)
    desk.sync.sync(KEY)
    return desk


def calendar(path: Path, *entries: str) -> Path:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for entry in entries:
        lines += ["BEGIN:VEVENT", f"DTSTART:{START:%Y%m%dT%H%M%SZ}", *entry.split("|")]
        lines += ["END:VEVENT"]
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8", newline="")
    return path


def stars(desk: Desk) -> dict[int, Star]:
    return {mark.db_id: mark.star for mark in desk.bookmarks.all()}


def test_stars_are_carried_to_another_computer(stocked: Desk, tmp_path: Path) -> None:
    stocked.bookmarks.set_star([ref(1), ref(2), ref(7), ref(8)], Star.STARRED)
    stocked.bookmarks.set_star([ref(3)], Star.TENTATIVE)
    before = stars(stocked)
    file = tmp_path / "mine.ics"
    options = CalendarOptions(posters=PosterForm.ONE, unscheduled=True)
    stocked.export.export(ExportSelection(bookmarked=True, options=options), file)
    stocked.bookmarks.set_star([ref(n) for n in before], Star.NONE)
    found = stocked.calendar_import.look(file)
    assert stars(stocked) == {}, "looking stars nothing"
    stocked.calendar_import.star(found)
    assert stars(stocked) == before
    assert (found.cancelled, found.unknown, found.problems) == ((), (), ())
    again = stocked.calendar_import.look(file)
    assert (again.new, len(again.talks)) == ((), len(before))


def test_a_talk_taken_out_of_the_agenda_is_not_starred(stocked: Desk, tmp_path: Path) -> None:
    file, mine = tmp_path / "mine.ics", ExportSelection(KEY, bookmarked=True)
    stocked.bookmarks.set_star([ref(1), ref(2)], Star.STARRED)
    stocked.export.export(mine, file)
    stocked.bookmarks.set_star([ref(2)], Star.NONE)
    stocked.export.export(mine, file)
    found = stocked.calendar_import.look(file)
    assert [talk.ref for talk in found.talks] == [ref(1)]
    assert [entry.uid for entry in found.cancelled] == ["indico-contribution-2@indico.example.org"]


def test_a_poster_session_called_off_is_no_stranger(stocked: Desk, tmp_path: Path) -> None:
    file = tmp_path / "block.ics"
    entry = "BEGIN:VEVENT\r\nUID:indico-session-block-21@%s\r\nSTATUS:%s\r\nEND:VEVENT\r\n"
    lines = entry % (HOST, "CANCELLED"), entry.replace("21", "22") % (HOST, "CONFIRMED")
    file.write_text("".join(lines))
    found = stocked.calendar_import.look(file)
    assert [item.uid for item in found.cancelled] == [f"indico-session-block-21@{HOST}"]
    assert [item.uid for item in found.unknown] == [f"indico-session-block-22@{HOST}"]


def test_indicos_own_file_and_its_api_are_understood(stocked: Desk, tmp_path: Path) -> None:
    other = make_contribution(51, friendly_id=6)
    stocked.publish(make_programme(talks=0, contributions=(other,)))
    stocked.sync.sync("https://indico.example.org/event/8")
    file = calendar(
        tmp_path / "indico.ics",
        "UID:indico-contribution-4@INDICO.example.org|SUMMARY:Ours",
        "UID:indico-contribution-7-5@indico.example.org|SUMMARY:By friendly id",
        "UID:indico-contribution-7-5@indico.example.org|SUMMARY:Again|SEQUENCE:1",
        "UID:indico-contribution-7-3@indico.example.org|SUMMARY:One more of the same event",
        "UID:indico-contribution-8-6@indico.example.org|SUMMARY:Of the other event",
    )
    found = stocked.calendar_import.look(file)
    other_talk = ref(51, "indico.example.org-8")
    assert {talk.ref for talk in found.talks} == {ref(3), ref(4), ref(5), other_talk}
    assert len(found.problems) == 1


def test_unknown_entries_are_listed_not_dropped(stocked: Desk, tmp_path: Path) -> None:
    file = calendar(
        tmp_path / "mixed.ics",
        "UID:dentist|SUMMARY:Dentist",
        "UID:indico-contribution-4@elsewhere.org|SUMMARY:Of a server not stored here",
        "UID:indico-contribution-999@indico.example.org|SUMMARY:Nobody knows it",
        "UID:indico-contribution-7-999@indico.example.org|SUMMARY:Nor that",
        "UID:indico-session-block-1@indico.example.org|SUMMARY:A whole session",
        "UID:indico-contribution-1@indico.example.org|SUMMARY:Known|STATUS:TENTATIVE",
        "UID:indico-session-block-2@indico.example.org|SUMMARY:Half known"
        "|RELATED-TO;RELTYPE=CHILD:indico-contribution-1@indico.example.org"
        "|RELATED-TO;RELTYPE=CHILD:indico-contribution-999@indico.example.org",
        "UID:indico-session-block-3@indico.example.org|SUMMARY:Perhaps|STATUS:TENTATIVE"
        "|RELATED-TO;RELTYPE=CHILD:indico-contribution-1@indico.example.org",
    )
    found = stocked.calendar_import.look(file)
    assert [entry.title for entry in found.unknown] == [
        "Dentist",
        "Of a server not stored here",
        "Nobody knows it",
        "Nor that",
        "A whole session",
        "Half known",
    ]
    (talk,) = found.talks
    assert (talk.ref, talk.star) == (ref(1), Star.STARRED)


def test_a_star_is_never_made_smaller(stocked: Desk, tmp_path: Path) -> None:
    stocked.bookmarks.set_star([ref(1)], Star.STARRED)
    stocked.bookmarks.set_star([ref(2)], Star.TENTATIVE)
    file = calendar(
        tmp_path / "stars.ics",
        "UID:indico-contribution-1@indico.example.org|STATUS:TENTATIVE",
        "UID:indico-contribution-2@indico.example.org|STATUS:CONFIRMED",
        "UID:indico-contribution-3@indico.example.org|STATUS:TENTATIVE",
    )
    stocked.calendar_import.star(stocked.calendar_import.look(file))
    assert stars(stocked) == {1: Star.STARRED, 2: Star.STARRED, 3: Star.TENTATIVE}


def test_what_is_no_calendar_is_named(stocked: Desk, tmp_path: Path) -> None:
    with pytest.raises(CannotReadFile, match=r"missing\.ics"):
        stocked.calendar_import.look(tmp_path / "missing.ics")
    other = tmp_path / "other.ics"
    other.write_bytes(b"hello")
    with pytest.raises(CannotReadFile, match="not a calendar"):
        stocked.calendar_import.look(other)
