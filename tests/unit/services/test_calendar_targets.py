from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from companion.domain.bookmark import Star
from companion.domain.calendar import CalendarOptions, PosterForm, ZoneForm
from companion.domain.entry import EntryKind, EntryRef
from companion.errors import UsageError
from companion.ports.calendar import StoredTarget
from companion.services.calendar_targets import TargetKind
from companion.services.export import ExportSelection
from tests.support.programmes import KEY, NOW, make_programme
from tests.unit.services.conftest import Desk

FULL = make_programme(talks=20)
MINE = ExportSelection(KEY, bookmarked=True)
EVERYTHING = ExportSelection(
    key=KEY,
    bookmarked=True,
    day=date(2099, 11, 23),
    refs=frozenset({EntryRef(KEY, EntryKind.CONTRIBUTION, n) for n in (1, 2)}),
    options=CalendarOptions(
        zone=ZoneForm.EVENT,
        posters=PosterForm.EACH,
        alarm_minutes=15,
        breaks=True,
        unscheduled=True,
        cancelled=True,
    ),
    person="Ada Sørensen",
    session="Posters",
)


def ref(ident: int) -> EntryRef:
    return EntryRef(KEY, EntryKind.CONTRIBUTION, ident)


@pytest.fixture
def stocked(desk: Desk) -> Desk:
    desk.publish(FULL)
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([ref(1), ref(2)], Star.STARRED)
    return desk


@pytest.mark.parametrize("selection", [ExportSelection(), MINE, EVERYTHING])
def test_every_choice_comes_back_as_it_was(
    desk: Desk, tmp_path: Path, selection: ExportSelection
) -> None:
    desk.calendar_targets.keep(tmp_path / "a.ics", selection)
    (target,) = desk.calendar_targets.all()
    assert (target.path, target.kind, target.added_dt) == (
        tmp_path / "a.ics",
        TargetKind.FILE,
        NOW,
    )
    assert target.selection == selection


def test_a_place_is_kept_once_with_its_last_choice(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "vdir").mkdir()
    desk.calendar_targets.keep(tmp_path / "vdir", MINE)
    desk.wait(hours=1)
    desk.calendar_targets.keep(tmp_path / "a.ics", MINE)
    desk.calendar_targets.keep(tmp_path / "vdir", EVERYTHING)
    first, second = desk.calendar_targets.all()
    assert (first.kind, first.selection) == (TargetKind.FOLDER, EVERYTHING)
    assert second.path == tmp_path / "a.ics"
    desk.calendar_targets.forget(tmp_path / "vdir")
    assert desk.calendar_targets.all() == (second,)
    with pytest.raises(UsageError, match="not kept"):
        desk.calendar_targets.forget(tmp_path / "vdir")


def test_a_sync_that_moves_a_talk_reaches_file_and_folder(stocked: Desk, tmp_path: Path) -> None:
    file, folder = tmp_path / "mine.ics", tmp_path / "vdir"
    folder.mkdir()
    stocked.calendar_targets.keep(file, MINE)
    stocked.calendar_targets.keep(folder, MINE)
    assert all(item.report.is_written for item in stocked.calendar_targets.refresh() if item.report)
    moved = replace(FULL.contributions[0], room_name="Aula")
    stocked.publish(replace(FULL, contributions=(moved, *FULL.contributions[1:])))
    stocked.wait(hours=1)
    stocked.sync.sync(KEY)
    assert [item.error for item in stocked.calendar_targets.refresh()] == [None, None]
    assert b"LOCATION:Aula" in file.read_bytes()
    entry = folder / "indico-contribution-1_indico.example.org.ics"
    assert b"SEQUENCE:1\r\n" in entry.read_bytes()


def test_nothing_is_touched_where_nothing_changed(stocked: Desk, tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    stocked.calendar_targets.keep(file, MINE)
    stocked.calendar_targets.refresh()
    before = file.stat()
    stocked.wait(hours=1)
    (item,) = stocked.calendar_targets.refresh()
    assert item.report is not None
    assert not item.report.is_written
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    file.unlink()
    stocked.calendar_targets.refresh()
    assert file.exists()


def test_one_that_fails_does_not_stop_the_others(stocked: Desk, tmp_path: Path) -> None:
    gone, script, file = tmp_path / "gone", tmp_path / "script.ics", tmp_path / "mine.ics"
    gone.mkdir()
    for path in (gone, script, tmp_path / "odd.ics", file):
        stocked.calendar_targets.keep(path, MINE)
        stocked.wait(hours=1)
    gone.rmdir()
    script.write_bytes(b"#!/bin/sh\n")
    [sound, *_] = [(kept.selection, kept.options) for kept in stocked.database.targets.all()]
    odd = StoredTarget(str(tmp_path / "odd.ics"), "file", '{"talks": 5}', "{}", NOW)
    stocked.database.targets.set(odd)
    stocked.database.targets.set(replace(odd, path="https://dav.example.org/", kind="caldav"))
    lost = StoredTarget(str(tmp_path / ("x" * 300)), "vdir", *sound, NOW)
    stocked.database.targets.set(lost)
    reports = {item.target.path.name: item for item in stocked.calendar_targets.refresh()}
    told = {name: item.error.message for name, item in reports.items() if item.error}
    assert set(told) == {"gone", "script.ics", "odd.ics", "x" * 300}
    assert "the folder is gone" in told["gone"]
    assert "no longer a calendar" in told["script.ics"]
    assert "cannot be read" in told["odd.ics"]
    assert script.read_bytes() == b"#!/bin/sh\n"
    assert file.exists()


def test_a_look_tells_what_waits_and_writes_nothing(stocked: Desk, tmp_path: Path) -> None:
    file, gone = tmp_path / "mine.ics", tmp_path / "gone"
    gone.mkdir()
    targets = stocked.calendar_targets
    targets.keep(file, MINE)
    targets.keep(gone, MINE)
    gone.rmdir()
    reports = {item.target.path: item for item in targets.look()}
    assert reports[file].report is not None
    assert reports[file].report.plan.is_news
    assert "the folder is gone" in str(reports[gone].error)
    assert not file.exists()
    assert targets.refresh_one(file).error is None
    assert file.exists()
    with pytest.raises(UsageError, match="not kept"):
        targets.refresh_one(tmp_path / "other.ics")
