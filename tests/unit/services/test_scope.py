from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import vobject

from companion.domain.bookmark import Star
from companion.domain.calendar import Action, CalendarOptions, LeftOutReason, PosterForm
from companion.domain.entry import EntryKind, EntryRef
from companion.errors import CannotWriteFile, UsageError
from companion.files import save_file
from companion.services.calendar_files import is_calendar
from companion.services.export import ExportSelection, target_name
from tests.support.programmes import KEY, make_person, make_programme, make_session
from tests.unit.services.conftest import Desk

FULL = make_programme(talks=20, posters=1)
TALK_1 = FULL.contributions[0]


def ref(ident: int) -> EntryRef:
    return EntryRef(KEY, EntryKind.CONTRIBUTION, ident)


def uids(data: bytes) -> set[str]:
    calendar = vobject.readOne(data.decode())
    return {event.uid.value for event in calendar.contents.get("vevent", [])}


def uid(db_id: int) -> str:
    return f"indico-contribution-{db_id}@indico.example.org"


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    desk.publish(FULL)
    desk.sync.sync(KEY)
    return desk


# --- which talks ------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Bohdan Sørensen", "sorensen, bohdan"])
def test_a_person_is_found_however_the_name_is_typed(stocked: Desk, typed: str) -> None:
    chosen = stocked.export.resolve(ExportSelection(person=typed))
    assert chosen.person == "Bohdan Sørensen"
    expected = {
        uid(talk.db_id)
        for talk in FULL.contributions
        if any(link.name == "Bohdan Sørensen" for link in talk.people) and talk.start_dt
    }
    assert expected
    assert uids(stocked.export.text(chosen)) == expected
    assert stocked.export.plan(chosen).name.endswith("– Bohdan Sørensen")


def test_a_name_that_means_nobody_or_several_is_told(stocked: Desk) -> None:
    with pytest.raises(UsageError, match="“Nobody” is not in the stored programmes"):
        stocked.export.resolve(ExportSelection(person="Nobody"))
    with pytest.raises(UsageError, match="may mean several: Ada Okafor, Ada Weiß"):
        stocked.export.resolve(ExportSelection(KEY, person="Ada"))
    with pytest.raises(UsageError, match="is not in the stored programmes"):
        stocked.export.resolve(ExportSelection(KEY, session="!"))


def test_a_part_of_a_name_will_do_where_it_means_one_person(desk: Desk) -> None:
    desk.publish(make_programme(talks=6))
    desk.sync.sync(KEY)
    assert desk.export.resolve(ExportSelection(person="BOHDAN")).person == "Bohdan Sørensen"


def test_of_very_many_only_some_are_listed(desk: Desk) -> None:
    many = (make_person(n, first_name="Kim", last_name=f"Kim-{n}", person_id=n) for n in range(12))
    talk = replace(TALK_1, speakers=tuple(many))
    desk.publish(replace(FULL, contributions=(talk,)))
    desk.sync.sync(KEY)
    with pytest.raises(UsageError, match=" …") as told:
        desk.export.resolve(ExportSelection(person="Kim"))
    assert told.value.message.count("Kim Kim-") == 8


def test_a_session_and_a_session_whose_title_has_no_letters(desk: Desk) -> None:
    odd = replace(TALK_1, session_id=2, session_title="★ ★")
    alone = replace(FULL.contributions[1], session_id=None, session_title=None)
    sessions = (make_session(1), make_session(2, title="★ ★"))
    desk.publish(
        replace(FULL, sessions=sessions, contributions=(odd, alone, *FULL.contributions[2:]))
    )
    desk.sync.sync(KEY)
    first = desk.export.resolve(ExportSelection(session="session 1"))
    assert first.session == "Session 1"
    assert {uid(3)} <= uids(desk.export.text(first))
    assert not {uid(1), uid(2)} & uids(desk.export.text(first))
    assert uids(desk.export.text(desk.export.resolve(ExportSelection(session="★ ★")))) == {uid(1)}


def test_choices_hold_together(stocked: Desk) -> None:
    stocked.bookmarks.set_star([ref(1), ref(5)], Star.STARRED)
    both = ExportSelection(
        KEY, bookmarked=True, day=date(2099, 11, 23), session="Session 1", person="Bohdan Sørensen"
    )
    assert uids(stocked.export.text(both)) == {uid(1)}
    name = stocked.export.plan(both).name
    assert name.endswith("– Bohdan Sørensen – Session 1 – my agenda – 2099-11-23")
    some = ExportSelection(refs=frozenset({ref(1), ref(2)}))
    assert stocked.export.plan(some).name.endswith("– some talks")


def test_talks_that_are_left_out_are_named_with_their_event(stocked: Desk) -> None:
    plan = stocked.export.plan(ExportSelection(KEY))
    (left_out,) = plan.left_out
    assert (left_out.contribution.db_id, left_out.reason) == (21, LeftOutReason.UNSCHEDULED)
    assert stocked.editions.key_of(left_out.event_id) == KEY
    form = CalendarOptions(posters=PosterForm.NONE)
    (poster,) = stocked.export.plan(ExportSelection(KEY, options=form)).left_out
    assert poster.reason is LeftOutReason.POSTER


# --- which memory -----------------------------------------------------------------------------


def test_the_same_choice_has_the_same_name_and_another_has_another() -> None:
    one, two = ExportSelection(refs=frozenset({ref(1)})), ExportSelection(refs=frozenset({ref(2)}))
    choices = [
        ExportSelection(),
        ExportSelection(KEY),
        ExportSelection(bookmarked=True),
        ExportSelection(day=date(2099, 11, 23)),
        ExportSelection(person="Ada Kim"),
        ExportSelection(session="Ada Kim"),
        one,
        two,
    ]
    assert len({choice.scope for choice in choices}) == len(choices)
    assert ExportSelection(person="kim, ada").scope == ExportSelection(person="Ada Kim").scope
    assert replace(one, options=CalendarOptions(breaks=True), since_last=True).scope == one.scope


def test_another_choice_in_the_same_file_cancels_nothing(stocked: Desk, tmp_path: Path) -> None:
    target = tmp_path / "qtml.ics"
    stocked.export.export(ExportSelection(KEY), target)
    whole = target.read_bytes()
    one = ExportSelection(KEY, day=date(2099, 11, 23))
    plan = stocked.export.export(one, target).plan
    assert not plan.of(Action.CANCELLED)
    assert len(plan.of(Action.ADDED)) == 4
    stocked.wait(hours=1)
    stocked.export.export(ExportSelection(KEY), target)
    assert target.read_bytes() == whole


def test_another_form_of_the_same_choice_cancels_the_first(stocked: Desk, tmp_path: Path) -> None:
    target = tmp_path / "qtml.ics"
    stocked.export.export(ExportSelection(KEY, options=CalendarOptions(breaks=True)), target)
    plan = stocked.export.plan(ExportSelection(KEY), target)
    assert [entry.title for entry in plan.of(Action.CANCELLED)] == ["Coffee"]


def test_only_what_changed_and_nothing_where_nothing_did(stocked: Desk, tmp_path: Path) -> None:
    target = tmp_path / "mine.ics"
    stocked.bookmarks.set_star([ref(1), ref(2)], Star.STARRED)
    mine = ExportSelection(KEY, bookmarked=True)
    stocked.export.export(mine, target)
    before = target.read_bytes()
    report = stocked.export.export(replace(mine, since_last=True), target)
    assert (report.is_written, report.size, report.plan.entries) == (False, 0, ())
    assert target.read_bytes() == before
    stocked.wait(hours=1)
    stocked.bookmarks.set_star([ref(3)], Star.STARRED)
    stocked.bookmarks.set_star([ref(2)], Star.NONE)
    stocked.export.export(replace(mine, since_last=True), target)
    assert uids(target.read_bytes()) == {uid(2), uid(3)}
    assert target_name(target, mine) == f"{target}#edition={KEY};bookmarked=yes"


def test_an_unchanged_export_writes_no_row(stocked: Desk, tmp_path: Path) -> None:
    target = tmp_path / "all.ics"
    stocked.export.export(ExportSelection(KEY), target)
    log = stocked.database.exports
    seen = log.read(target_name(target, ExportSelection(KEY)))
    stocked.wait(days=1)
    before = stocked.database.path.read_bytes()
    stocked.export.export(ExportSelection(KEY), target)
    assert log.read(target_name(target, ExportSelection(KEY))) == seen
    assert stocked.database.path.read_bytes() == before


# --- folders ----------------------------------------------------------------------------------


def test_a_folder_holds_one_file_per_entry_and_only_changed_ones_are_written(
    stocked: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    foreign = folder / "dentist.ics"
    foreign.write_bytes(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    stocked.bookmarks.set_star([ref(1), ref(2), ref(3)], Star.STARRED)
    mine = ExportSelection(KEY, bookmarked=True)
    assert stocked.export.export(mine, folder).is_written
    ours = {path.name: path.stat().st_ino for path in folder.iterdir() if path != foreign}
    assert sorted(ours) == [f"indico-contribution-{n}_indico.example.org.ics" for n in (1, 2, 3)]
    stocked.wait(hours=1)
    assert not stocked.export.export(mine, folder).is_written
    edited = folder / "indico-contribution-3_indico.example.org.ics"
    edited.write_bytes(b"BEGIN:VCALENDAR\r\nX-ALARM:mine\r\nEND:VCALENDAR\r\n")
    (folder / "indico-contribution-1_indico.example.org.ics").unlink()
    stocked.bookmarks.set_star([ref(2)], Star.NONE)
    assert stocked.export.export(mine, folder).is_written
    second = (folder / "indico-contribution-2_indico.example.org.ics").read_bytes()
    assert b"STATUS:CANCELLED" in second
    assert b"METHOD" not in second
    assert b"X-ALARM" in edited.read_bytes()
    assert uids((folder / "indico-contribution-1_indico.example.org.ics").read_bytes()) == {uid(1)}
    assert foreign.read_bytes() == b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


def test_a_folder_is_the_calendar_so_another_choice_cancels_the_rest(
    stocked: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    stocked.export.export(ExportSelection(KEY, day=date(2099, 11, 23)), folder)
    second = ExportSelection(refs=frozenset({ref(1)}))
    assert len(stocked.export.export(second, folder).plan.of(Action.CANCELLED)) == 3
    first = folder / "indico-contribution-2_indico.example.org.ics"
    first.unlink()
    stocked.export.export(second, folder)
    assert not first.exists(), "an entry that is cancelled and gone stays gone"
    with pytest.raises(UsageError, match="folder"):
        stocked.export.export(replace(second, since_last=True), folder)


def test_an_entry_whose_memory_was_lost_is_not_written_again(stocked: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    folder.mkdir()
    one = ExportSelection(refs=frozenset({ref(1)}))
    stocked.export.export(one, folder)
    stocked.database.exports.write(str(folder), ())
    assert not stocked.export.export(one, folder).is_written


def test_what_is_in_the_way_is_named(stocked: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "vdir"
    blocked = folder / "indico-contribution-1_indico.example.org.ics"
    blocked.mkdir(parents=True)
    with pytest.raises(CannotWriteFile, match="indico-contribution-1"):
        stocked.export.export(ExportSelection(refs=frozenset({ref(1)})), folder)
    with pytest.raises(CannotWriteFile):
        is_calendar(blocked)
    with pytest.raises(CannotWriteFile):
        save_file(blocked, b"")
    assert list(folder.iterdir()) == [blocked]


def test_a_calendar_is_told_from_other_files(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert is_calendar(path)
    for start, expected in ((b"\xef\xbb\xbfbegin:vcalendar\r\n", True), (b"#!/bin/sh\n", False)):
        path.write_bytes(start)
        assert is_calendar(path) is expected
