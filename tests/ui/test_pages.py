"""Every view through the real window: opened by click and key, filled, named, and in step."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.cli.render import VIEWS, Picture
from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.ui.main_window import MainWindow
from companion.ui.render import render
from companion.ui.series.followups_part import FollowUpsPart
from companion.ui.theme import Look
from companion.ui.views.history_part import HistoryPart
from tests.ui.changed import change_sample, talks
from tests.ui.conftest import NOW, OpenWindow, settle

PAGES = ("programme", "now", "agenda", "posters", "people", "changes", "series")
CTRL = Qt.KeyboardModifier.ControlModifier


def click_page(window: MainWindow, qtbot: QtBot, name: str) -> None:
    pages = window.shell.sidebar.pages
    box = pages.visualRect(pages.side_model.index(pages.side_model.place_of(name)))
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    settle(qtbot, window)


def chosen_page(window: MainWindow) -> str:
    pages = window.shell.sidebar.pages
    return str(pages.side_model.rows[pages.currentIndex().row()].value)


def note_of(window: MainWindow, name: str) -> str:
    model = window.shell.sidebar.pages.side_model
    return str(model.rows[model.place_of(name)].note)


def first_talk(window: MainWindow) -> EntryRef:
    ref = window.shell.talk.ref
    assert ref is not None
    return ref


def shown_lists(view: QWidget) -> list[QAbstractItemView]:
    lists = view.findChildren(QAbstractItemView)
    return [item for item in lists if item.isVisible() and item.model().rowCount()]


# --- going there ----------------------------------------------------------------------------------


def test_each_page_opens_by_click_and_by_key_and_its_controls_have_names(
    services: Companion, open_window: OpenWindow, qtbot: QtBot
) -> None:
    rename(services, talks(services)[0].db_id)
    window = open_window()
    window.library.set_star([first_talk(window)], Star.STARRED)
    for name in PAGES:
        a_page_opens_by_click_and_by_key(window, qtbot, name)


def a_page_opens_by_click_and_by_key(window: MainWindow, qtbot: QtBot, name: str) -> None:
    other = "now" if name == "programme" else "programme"
    click_page(window, qtbot, other)
    assert window.shell.front == other
    click_page(window, qtbot, name)
    view = window.shell.middle.currentWidget()
    assert (window.shell.front, chosen_page(window)) == (name, name)
    click_page(window, qtbot, other)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_1 + PAGES.index(name)), CTRL)
    settle(qtbot, window)
    assert window.shell.middle.currentWidget() is view
    assert chosen_page(window) == name
    assert view is not None
    assert view.isVisible()
    focus = window.focusWidget()
    assert focus is not None
    assert view.isAncestorOf(focus)
    assert shown_lists(view) or name in {"changes", "series"}
    every_control_has_a_name(view)


def every_control_has_a_name(view: QWidget) -> None:
    controls = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert controls
    for widget in controls:
        interface = QAccessible.queryAccessibleInterface(widget.focusProxy() or widget)
        assert interface.text(QAccessible.Text.Name).strip(), widget


def test_nothing_of_a_page_is_made_before_it_is_opened(window: MainWindow) -> None:
    for name in ("timetable", *PAGES[1:]):
        assert not window.shell.has_view(name)


def test_the_counts_stand_beside_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    assert [note_of(window, name) for name in PAGES] == ["116", "10:38", "", "60", "231", "", ""]
    window.library.set_star([first_talk(window)], Star.STARRED)
    settle(qtbot, window)
    assert note_of(window, "agenda") == "★ 1"


# --- list and timetable ---------------------------------------------------------------------------


def test_t_shows_the_same_day_and_talk_as_a_timetable_and_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    shell, ref = window.shell, first_talk(window)
    qtbot.keyClick(window, Qt.Key.Key_T)
    assert shell.front == "timetable"
    assert chosen_page(window) == "programme"
    assert not shell.talk.isVisible()
    assert shell.timetable.day == shell.programme.day
    assert shell.timetable.selected_refs() == (ref,)
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert shell.timetable.day != shell.programme.day
    qtbot.keyClick(window, Qt.Key.Key_T)
    assert shell.front == "programme"
    assert shell.programme.day == shell.timetable.day
    assert shell.talk.isVisible()


def test_the_switch_says_which_form_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    def checked(view: QWidget) -> list[str]:
        return [b.text() for b in view.findChildren(QToolButton) if b.isChecked()]

    button = next(
        b for b in window.shell.programme.findChildren(QToolButton) if b.text() == "Timetable"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.shell.front == "timetable"
    assert checked(window.shell.timetable) == ["Timetable"]
    click_page(window, qtbot, "people")
    click_page(window, qtbot, "programme")
    assert window.shell.front == "timetable"


def test_a_talk_of_the_timetable_opens_beside_it_and_escape_closes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    ref = first_talk(window)
    qtbot.keyClick(window, Qt.Key.Key_T)
    window.shell.timetable.talk_activated.emit(ref)
    window.shell.timetable.talk_clicked.emit(ref)
    assert window.shell.talk.isVisible()
    assert window.shell.middle.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.shell.talk.isVisible()


def test_a_poster_session_of_the_timetable_shows_its_posters(
    window: MainWindow, qtbot: QtBot
) -> None:
    blocks = [e for e in window.library.entries if e.ref.kind is EntryKind.BLOCK]
    posters = next(e for e in blocks if "Poster" in e.title)
    other = next(e for e in blocks if "Poster" not in e.title)
    qtbot.keyClick(window, Qt.Key.Key_T)
    window.shell.timetable.block_activated.emit(posters.ref)
    assert window.shell.front == "posters"
    window.pages.show_form("timetable")
    window.shell.timetable.block_activated.emit(other.ref)
    assert window.shell.front == "programme"


def test_a_search_returns_to_the_page_it_came_from(window: MainWindow, qtbot: QtBot) -> None:
    click_page(window, qtbot, "posters")
    window.shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    assert window.shell.front == "search"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.shell.front == "posters"


# --- stars ----------------------------------------------------------------------------------------


def test_a_star_of_one_view_is_shown_in_the_others(window: MainWindow, qtbot: QtBot) -> None:
    ref = first_talk(window)
    qtbot.keyClick(window, Qt.Key.Key_T)
    window.shell.timetable.star_requested.emit((ref,), Star.STARRED)
    settle(qtbot, window)

    def star_in(name: str) -> list[Star]:
        entries = getattr(window.shell, name).entries
        return [entry.star for entry in entries if entry.ref == ref]

    for name in ("timetable", "programme", "now", "agenda", "posters", "people"):
        if name != "timetable":
            click_page(window, qtbot, name)
        assert star_in(name) == [Star.STARRED], name
    assert ref in [row.entry.ref for row in talk_rows(window.shell.agenda)]
    qtbot.keyClick(window, Qt.Key.Key_3, CTRL)
    assert window.shell.front == "agenda"
    assert window.shell.agenda.select(ref)
    assert window.selected_refs() == (ref,)
    window.actions_["star"].trigger()
    settle(qtbot, window)
    assert not talk_rows(window.shell.agenda)
    assert star_in("programme") == [Star.NONE]


def talk_rows(view: QWidget) -> list:  # type: ignore[type-arg]
    return [row for row in view.list.row_model.rows if hasattr(row, "entry")]  # type: ignore[attr-defined]


# --- changes and series ---------------------------------------------------------------------------


def rename(services: Companion, db_id: int) -> None:
    edits = {db_id: lambda talk: replace(talk, title="Another title")}
    change_sample(services, edits, NOW - timedelta(hours=1))


def test_changes_have_a_badge_that_goes_when_they_were_seen(
    services: Companion, open_window: OpenWindow, qtbot: QtBot
) -> None:
    changed = talks(services)[0]
    rename(services, changed.db_id)
    window = open_window()
    assert note_of(window, "changes") == "1"
    click_page(window, qtbot, "changes")
    assert window.shell.page_view.list.model().rowCount() == 2
    click_page(window, qtbot, "programme")
    settle(qtbot, window)
    assert note_of(window, "changes") == ""


def test_the_page_of_a_changed_talk_tells_its_history(
    services: Companion, open_window: OpenWindow, qtbot: QtBot
) -> None:
    changed = talks(services)[0]
    rename(services, changed.db_id)
    window = open_window()
    entry = next(e for e in window.library.entries if e.title == "Another title")
    window.open_talk(entry.ref)
    settle(qtbot, window)
    part = window.findChild(HistoryPart)
    assert part is not None
    assert part.isVisible()


def test_the_page_of_a_talk_tells_what_it_carries_on(window: MainWindow, qtbot: QtBot) -> None:
    found = window.services.follow_ups.between("sample-2023", "sample-2024")
    window.open_talk(found[0].newer.ref)
    settle(qtbot, window)
    part = window.findChild(FollowUpsPart)
    assert part is not None
    assert part.isVisible()
    part.talk_requested.emit(found[0].older.ref)
    settle(qtbot, window)
    assert window.shell.talk.ref == found[0].older.ref


def test_the_series_opens_an_edition_and_a_plan_sets_stars(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_view("remote")
    settle(qtbot, window)
    view = window.shell.page_view
    assert view.page == "remote-plan"
    view.remote.apply()
    settle(qtbot, window)
    assert any(entry.star is not Star.NONE for entry in window.library.entries)
    view.edition_chosen.emit("sample-2023")
    settle(qtbot, window)
    assert window.library.key == "sample-2023"
    assert window.shell.front == "programme"


def test_what_is_of_all_editions_is_shown_without_a_programme_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.shell.sidebar.edition_chosen.emit("qtml2026")
    settle(qtbot, window)
    assert window.shell.front == "edition"
    click_page(window, qtbot, "series")
    assert window.shell.front == "series"
    click_page(window, qtbot, "people")
    assert window.shell.front == "edition"


# --- pictures -------------------------------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_can_be_drawn(services: Companion, look: Look, tmp_path: Path, view: str) -> None:
    output = tmp_path / "view.png"
    theme = ("light", "dark")[VIEWS.index(view) % 2]
    render(Picture(view, output, size=(900, 600), theme=theme), services)
    image = QImage(str(output))
    assert (image.width(), image.height()) == (900, 600)
    seen = {image.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 600, 7)}
    assert len(seen) > 20
