from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import vobject

from companion.domain.bookmark import Star
from companion.domain.calendar import Action
from companion.domain.entry import EntryKind, EntryRef
from companion.errors import CannotWriteFile, NoProgramme
from companion.ical import describe
from companion.services.calendar_files import demand_file
from companion.services.export import ExportSelection
from tests.support.programmes import KEY, make_programme
from tests.unit.services.conftest import Desk

FULL = make_programme(talks=20)
DAYS = timedelta(days=1)


def ref(ident: int, key: str = KEY) -> EntryRef:
    return EntryRef(key, EntryKind.CONTRIBUTION, ident)


def uids(data: bytes) -> set[str]:
    calendar = vobject.readOne(data.decode())
    return {event.uid.value for event in calendar.contents.get("vevent", [])}


def uid(db_id: int) -> str:
    return f"indico-contribution-{db_id}@indico.example.org"


def test_starred_talks_of_all_editions_go_into_one_file(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.sync.sync("https://a.org/event/1")
    desk.bookmarks.set_star([ref(1), ref(2, "a.org-1")], Star.STARRED)
    data = desk.export.text(ExportSelection(bookmarked=True))
    assert uids(data) == {uid(1), "indico-contribution-2@a.org"}
    assert uids(desk.export.text(ExportSelection(KEY, bookmarked=True))) == {uid(1)}


def test_a_whole_programme_a_day_and_starred_talks_of_a_day(desk: Desk) -> None:
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([ref(1), ref(5)], Star.STARRED)
    scheduled = {uid(t.db_id) for t in FULL.contributions if t.start_dt and not t.is_poster}
    assert scheduled <= uids(desk.export.text(ExportSelection(KEY)))
    first = date(2099, 11, 23)
    day = uids(desk.export.text(ExportSelection(KEY, day=first)))
    assert {uid(n) for n in (1, 2, 3, 4)} <= day
    assert uid(5) not in day
    mine = ExportSelection(KEY, bookmarked=True, day=first)
    assert uids(desk.export.text(mine)) == {uid(1)}


def test_one_talk_alone(desk: Desk) -> None:
    desk.sync.sync(KEY)
    one = ExportSelection(refs=frozenset({ref(3)}))
    assert uids(desk.export.text(one)) == {uid(3)}
    assert "one talk" in desk.export.plan(one).name
    with pytest.raises(NoProgramme):
        desk.export.text(ExportSelection(refs=frozenset({ref(3, "qtml2022")})))


def test_a_file_is_replaced_and_remembered(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "agenda.ics"
    desk.sync.sync(KEY)
    desk.bookmarks.set_star([ref(1), ref(2)], Star.STARRED)
    mine = ExportSelection(KEY, bookmarked=True)
    report = desk.export.export(mine, target)
    assert report.size == target.stat().st_size
    assert uids(target.read_bytes()) == {uid(1), uid(2)}
    desk.wait(hours=1)
    desk.bookmarks.set_star([ref(2)], Star.NONE)
    again = desk.export.export(mine, target)
    assert [entry.uid for entry in again.plan.of(Action.CANCELLED)] == [uid(2)]
    assert not list(tmp_path.glob(".agenda*"))


def test_nothing_changed_gives_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    desk.sync.sync(KEY)
    target = tmp_path / "all.ics"
    desk.export.export(ExportSelection(KEY), target)
    before = target.read_bytes()
    desk.wait(days=3)
    desk.export.export(ExportSelection(KEY), target)
    assert target.read_bytes() == before


def test_a_moved_talk_rises_under_the_same_uid(desk: Desk, tmp_path: Path) -> None:
    desk.sync.sync(KEY)
    target = tmp_path / "all.ics"
    desk.export.export(ExportSelection(KEY), target)
    moved = replace(FULL.contributions[0], room_name="Aula")
    desk.publish(replace(FULL, contributions=(moved, *FULL.contributions[1:])))
    desk.wait(hours=1)
    desk.sync.sync(KEY)
    (entry,) = desk.export.plan(ExportSelection(KEY), target).of(Action.MOVED)
    assert (entry.uid, entry.sequence, entry.location) == (uid(1), 1, "Aula, Lakeside Hall")


def test_a_talk_moved_to_another_day_moves_in_the_file_of_its_day(
    desk: Desk, tmp_path: Path
) -> None:
    desk.publish(FULL)
    desk.sync.sync(KEY)
    target, folder = tmp_path / "day.ics", tmp_path / "vdir"
    folder.mkdir()
    first, *others = FULL.contributions
    assert first.start_dt
    day = ExportSelection(KEY, day=first.start_dt.date())
    mine = replace(day, bookmarked=True)
    desk.bookmarks.set_star([ref(1), ref(2)], Star.STARRED)
    for place, chosen in ((target, day), (tmp_path / "mine.ics", mine), (folder, mine)):
        assert desk.export.export(chosen, place).plan.of(Action.ADDED)
    later = replace(first, start_dt=first.start_dt + DAYS, end_dt=first.start_dt + DAYS)
    desk.publish(replace(FULL, contributions=(later, *others)))
    desk.wait(hours=1)
    desk.sync.sync(KEY)
    for place, chosen in ((target, day), (tmp_path / "mine.ics", mine)):
        plan = desk.export.export(chosen, place).plan
        assert [(e.uid, e.start_dt) for e in plan.of(Action.MOVED)] == [(uid(1), later.start_dt)]
        assert not plan.of(Action.CANCELLED)
        assert not desk.export.plan(chosen, place).is_news
    gone = desk.export.plan(mine, folder)
    assert [entry.uid for entry in gone.of(Action.CANCELLED)] == [uid(1)]
    assert uid(1) not in {e.uid for e in desk.export.plan(day, tmp_path / "new.ics").entries}
    desk.bookmarks.set_star([ref(1)], Star.NONE)
    gone = desk.export.plan(mine, tmp_path / "mine.ics")
    assert [entry.uid for entry in gone.of(Action.CANCELLED)] == [uid(1)]


def test_a_place_that_cannot_be_written_is_named_and_nothing_is_left(
    desk: Desk, tmp_path: Path
) -> None:
    desk.sync.sync(KEY)
    target = tmp_path / "missing" / "all.ics"
    with pytest.raises(CannotWriteFile, match="missing"):
        desk.export.export(ExportSelection(KEY), target)
    assert desk.database.exports.read(str(target)) == ()


def test_a_file_that_is_no_calendar_is_not_written_over(desk: Desk, tmp_path: Path) -> None:
    desk.sync.sync(KEY)
    thesis, fresh = tmp_path / "thesis.tex", tmp_path / "fresh.ics"
    thesis.write_bytes(b"\\documentclass{article}")
    fresh.touch()
    with pytest.raises(CannotWriteFile, match=r"thesis\.tex.*no calendar"):
        desk.export.export(ExportSelection(KEY), thesis)
    assert thesis.read_bytes() == b"\\documentclass{article}"
    desk.export.export(ExportSelection(KEY), fresh)
    assert fresh.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    demand_file(tmp_path / "new.ics")
    with pytest.raises(CannotWriteFile, match="it is a folder"):
        demand_file(tmp_path)


def test_a_name_that_no_disk_takes_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.sync.sync(KEY)
    with pytest.raises(CannotWriteFile, match="too long"):
        desk.export.export(ExportSelection(KEY), tmp_path / ("x" * 300))


def test_texts_prepared_ahead_change_nothing_in_the_file(desk: Desk) -> None:
    desk.publish(FULL)
    desk.sync.sync(KEY)
    before = desk.export.text(ExportSelection(KEY))
    plan = desk.export.plan(ExportSelection(KEY))
    describe._rendered.cache_clear()
    desk.export.prepare(plan, 0, 3)
    assert describe._rendered.cache_info().currsize > 0
    assert desk.export.text(ExportSelection(KEY)) == before
