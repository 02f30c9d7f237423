"""The view of changes and the history of a talk, over a real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.changes import Change, ChangeKind
from companion.domain.entry import EntryKind, EntryRef
from companion.domain.news import Edit, NewsKind, Run, news_kind
from companion.services.changes import News
from companion.ui.changes.groups import Wanted, grouped, rows
from companion.ui.changes.told import shortened, told
from companion.ui.context import ViewContext
from companion.ui.tasks import TaskRunner
from companion.ui.theme import Look
from companion.ui.views.changes_view import ALL, SINCE, ChangesView
from companion.ui.views.history_part import HistoryPart
from tests.ui.changed import change_sample, talks
from tests.ui.conftest import NOW

MELBOURNE, ZURICH = ZoneInfo("Australia/Melbourne"), ZoneInfo("Europe/Zurich")
CONTEXT = ViewContext(
    key="sample-2024", zone=MELBOURNE, event_zone=MELBOURNE, reader_zone=ZURICH, now=NOW
)
YESTERDAY = NOW - timedelta(days=1)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()


@pytest.fixture
def view(look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot) -> ChangesView:
    made = ChangesView(look, services, runner)
    qtbot.addWidget(made)
    made.set_context(CONTEXT)
    made.resize(480, 700)
    return made


def settle(qtbot: QtBot, runner: TaskRunner) -> None:
    for _ in range(3):
        qtbot.waitUntil(lambda: not runner.is_busy)
        qtbot.wait(1)


def shown(view: ChangesView) -> list[str]:
    return [row.sentence for row in view.list.rich_model.rows]


def ref(db_id: int) -> EntryRef:
    return EntryRef("sample-2024", EntryKind.CONTRIBUTION, db_id)


def edit_three(services: Companion) -> tuple[int, int, int]:
    """Move one talk by a day, rename another, withdraw a third."""
    moved, renamed, gone = talks(services)[7:10]
    assert moved.start_dt
    assert moved.end_dt
    later = timedelta(days=1)
    change_sample(
        services,
        {
            moved.db_id: lambda t: replace(
                t,
                start_dt=moved.start_dt + later,
                end_dt=moved.end_dt + later,
            ),
            renamed.db_id: lambda t: replace(t, title=t.title + " revisited", room_name="Attic"),
            gone.db_id: lambda _talk: None,
        },
        YESTERDAY,
    )
    return moved.db_id, renamed.db_id, gone.db_id


def test_without_changes_the_view_says_what_it_is_for(
    view: ChangesView, runner: TaskRunner, qtbot: QtBot
) -> None:
    view.show()
    settle(qtbot, runner)
    assert view.empty.isVisible()
    assert "No programme has changed" in view.empty.text()
    assert view.unseen == 0


def test_changes_are_told_by_sync_and_talk_in_words(
    view: ChangesView, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    edit_three(services)
    with qtbot.waitSignal(view.unseen_changed) as told_count:
        view.show()
    assert told_count.args == [3]
    QAbstractItemModelTester(view.list.rich_model)
    lines = shown(view)
    assert lines[0].startswith("Monday 25 November 2024, 00:38, ")
    assert "3 talks changed, not looked at yet" in lines[0]
    assert any("moved from " in line for line in lines)
    assert any("Title: " in line and "inserted “revisited”" in line for line in lines)
    assert any("Room: removed “" in line and "inserted “Attic”" in line for line in lines)
    assert any("No longer in the programme" in line for line in lines)
    html = "".join(row.html for row in view.list.rich_model.rows)
    assert '<span class="inserted">revisited</span>' in html


def test_only_talks_are_counted_as_talks() -> None:
    """Each once, however often it changed; the conference and a break are told, not counted."""
    dinner = EntryRef("sample-2024", EntryKind.BREAK, 9)
    items = [
        News("sample-2024", where, change, NewsKind.TITLE, "New", seen_dt, is_mine=True)
        for seen_dt in (NOW, YESTERDAY)
        for where, change in (
            (None, Change(ChangeKind.EVENT, 1, "title", "Old", "New")),
            (dinner, Change(ChangeKind.BREAK, 9, "title", "Old", "New")),
            (ref(7), Change(ChangeKind.CONTRIBUTION, 7, "title", "Old", "New")),
        )[: 3 if seen_dt == NOW else 2]
    ]
    found = rows(grouped(items, None, lambda _key: UTC, {}, str), Wanted(), UTC, NOW)
    assert [row.is_header for row in found] == [True, False, False, False, True, False, False]
    assert "1 talk changed" in found[0].sentence
    assert "changed" not in found[4].sentence
    assert "★\u00a0starred" in found[3].html


def test_filters_leave_what_was_asked_for(
    view: ChangesView, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    moved, _, _ = edit_three(services)
    services.bookmarks.set_star([ref(moved)], Star.STARRED)
    view.show()
    settle(qtbot, runner)
    assert view.kinds[NewsKind.MOVED].text() == "Moved 1"
    assert not view.kinds[NewsKind.SLIDES].isVisible()
    qtbot.mouseClick(view.kinds[NewsKind.ROOM], Qt.MouseButton.LeftButton)
    assert [row.is_header for row in view.list.rich_model.rows] == [True, False]
    assert "Title" not in shown(view)[1]
    qtbot.mouseClick(view.mine, Qt.MouseButton.LeftButton)
    assert "No change fits these filters" in view.empty.text()
    qtbot.mouseClick(view.kinds[NewsKind.ROOM], Qt.MouseButton.LeftButton)
    assert "starred" in shown(view)[1]
    view.clear_filters()
    assert len(shown(view)) == 4


def test_leaving_the_view_counts_as_having_looked(
    view: ChangesView, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    edit_three(services)
    view.show()
    settle(qtbot, runner)
    assert services.changes.last_look() is None
    with qtbot.waitSignal(view.unseen_changed) as told_count:
        view.hide()
    assert told_count.args == [0]
    assert services.changes.last_look() == NOW
    view.show()
    settle(qtbot, runner)
    assert view.wanted().only_unseen
    assert "Nothing has changed since you last looked" in view.empty.text()
    view.scope.chosen.emit(ALL)
    assert len(shown(view)) == 4
    assert "not looked at yet" not in shown(view)[0]
    view.scope.chosen.emit(SINCE)
    assert not view.list.isVisible()


def test_enter_opens_the_talk(
    view: ChangesView, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    moved, renamed, gone = edit_three(services)
    view.show()
    settle(qtbot, runner)
    view.focus_content()
    with qtbot.waitSignal(view.talk_opened) as opened:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert opened.args is not None
    assert opened.args[0] in {ref(moved), ref(renamed), ref(gone)}
    assert view.selected_refs() == (opened.args[0],)
    assert view.select(ref(renamed))
    assert not view.select(ref(0))


def test_times_follow_the_zone_of_the_window(
    view: ChangesView, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    edit_three(services)
    view.show()
    settle(qtbot, runner)
    before = shown(view)
    view.set_context(replace(CONTEXT, zone=ZURICH))
    settle(qtbot, runner)
    assert shown(view) != before


def test_a_change_of_theme_and_text_size_keeps_the_rows(
    view: ChangesView, services: Companion, look: Look, runner: TaskRunner, qtbot: QtBot
) -> None:
    edit_three(services)
    view.show()
    settle(qtbot, runner)
    high = view.list.sizeHintForRow(1)
    look.set_scale(2.0)
    look.set_theme("dark")
    assert view.list.sizeHintForRow(1) > high
    assert not view.grab().isNull()


def test_the_history_of_a_talk_stands_on_its_page(
    look: Look, services: Companion, runner: TaskRunner, qtbot: QtBot
) -> None:
    _, renamed, _ = edit_three(services)
    part = HistoryPart(look, services, runner)
    qtbot.addWidget(part)
    part.show_talk(ref(renamed), CONTEXT)
    settle(qtbot, runner)
    assert part.isVisible()
    assert len(part.items) == 1
    assert "inserted “revisited”" in part.items[0].accessibleName()
    part.show_talk(ref(talks(services)[0].db_id), CONTEXT)
    settle(qtbot, runner)
    assert not part.isVisible()
    part.show_talk(None, CONTEXT)
    assert not part.items


def news_of(field: str, old: object, new: object) -> News:
    change = Change(ChangeKind.CONTRIBUTION, 1, field, old, new)
    return News("sample-2024", ref(1), change, news_kind(change), "T", NOW, is_mine=False)


@pytest.mark.parametrize(
    ("field", "old", "new", "words"),
    [
        ("start", None, "2024-11-26T09:00:00+00:00", "now has a time: Tue 26 Nov 09:00"),
        (
            "start",
            "2024-11-26T09:00:00+00:00",
            None,
            "no longer has a time; it was Tue 26 Nov 09:00",
        ),
        (
            "end",
            "2024-11-26T09:00:00+00:00",
            "2024-11-26T09:30:00+00:00",
            "ends at 09:30 instead of Tue 26 Nov 09:00",
        ),
        (
            "speakers",
            ["A (X)", "B"],
            ["B", "C"],
            "Speakers: removed “A (X)” , inserted “C”",
        ),
        ("materials", [], [{"title": "Slides"}], "Materials: inserted “Slides”"),
        ("materials", [{"title": "S", "size": 1}], [{"title": "S", "size": 2}], "updated"),
        ("board_number", "", "P7", "Poster board: inserted “P7”"),
        ("type", "Talk", "", "Type: removed “Talk”"),
        ("duration", 1200, 2400, "Length: removed “20 min” → inserted “40 min”"),
        ("added", None, "T", "New talk"),
        ("restored", None, "T", "Back in the programme"),
        ("odd_field", False, True, "Odd field: removed “no” → inserted “yes”"),
    ],
)
def test_every_field_is_told_in_words(field: str, old: object, new: object, words: str) -> None:
    (line,) = told([news_of(field, old, new)], ZoneInfo("UTC"), str)
    assert words in line.sentence


def test_a_move_that_is_longer_says_so() -> None:
    start = news_of("start", "2024-11-26T11:50:00+00:00", "2024-11-26T10:30:00+00:00")
    end = news_of("end", "2024-11-26T12:10:00+00:00", "2024-11-26T11:10:00+00:00")
    (line,) = told([start, end], ZoneInfo("UTC"), str)
    assert line.sentence == "moved from Tue 26 Nov 11:50 to 10:30, 40 min instead of 20 min"
    assert line.kind is NewsKind.MOVED


def test_long_texts_are_cut_around_what_changed() -> None:
    same = " ".join(f"w{number}" for number in range(40)) + " "
    runs = shortened((Run(Edit.SAME, same), Run(Edit.INSERTED, "new"), Run(Edit.SAME, same)))
    assert runs[0].text.startswith("…")
    assert runs[0].text.endswith("w39 ")
    assert runs[1].text == "new"
    assert runs[2].text.endswith("…")
    assert shortened((Run(Edit.SAME, "all"),)) == ()


def test_marked_words_are_escaped() -> None:
    (line,) = told([news_of("title", "a", "a <script>")], ZoneInfo("UTC"), str)
    assert "<script>" not in line.html
    assert "&lt;script&gt;" in line.html
