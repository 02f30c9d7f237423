"""Menus of talks and people, and talks dragged out of the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import vobject
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.ui.calendar.calendar_dialog import CalendarDialog
from companion.ui.main_window import MainWindow
from companion.ui.models.roles import Role
from companion.ui.theme import Look
from companion.ui.views.chosen_page import ChosenPage
from tests.support.entries import MELBOURNE, context, talk
from tests.support.programmes import make_programme, make_update
from tests.ui.conftest import settle
from tests.ui.test_hands import SHIFT, click, star, talks_of

KEY = Qt.Key


def texts(menu: QMenu) -> list[str]:
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


def menu_of(window: MainWindow) -> QMenu:
    menu = window.hands.reach.menus.menu
    assert menu is not None
    return menu


def choose(window: MainWindow, words: str) -> None:
    menu = menu_of(window)
    action = next(a for a in menu.actions() if a.text().partition("\t")[0] == words)
    assert action.isEnabled()
    menu.close()
    action.trigger()


class Browser(QObject):
    """Takes the links that would go to the real one."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[str] = []

    @Slot(QUrl)
    def opened(self, url: QUrl) -> None:
        self.urls.append(url.toString())


# --- menus ----------------------------------------------------------------------------------------


def test_a_talk_has_a_menu_where_it_stands(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.shell.programme.list
    first, second = talks_of(rows)[:2]
    click(rows, second)
    index = rows.row_model.index(rows.row_model.row_of(first))
    rows.customContextMenuRequested.emit(rows.visualRect(index).topLeft() + QPoint(120, 24))
    entry = window.library.entry(first)
    assert entry is not None
    people = [f"Talks of {person.name}" for person in entry.people]
    assert texts(menu_of(window)) == [
        *("Read", "Star", "Maybe: half a star", "Add to calendar …", "Copy title and time"),
        *("Copy link", "Open page", *people),
    ]
    enabled = {a.text(): a.isEnabled() for a in menu_of(window).actions()}
    assert not enabled["Copy link"]  # an invented talk has no page
    choose(window, "Maybe: half a star")
    assert star(window, first) is Star.TENTATIVE
    rows.setFocus()
    rows.select(first)
    qtbot.keyClick(rows, KEY.Key_Menu)
    assert "No longer maybe" in texts(menu_of(window))
    choose(window, "Copy title and time")
    settle(qtbot, window)
    assert QGuiApplication.clipboard().text().splitlines()[:2] == [
        entry.title,
        "Tuesday 26 November 2024, 08:45\u2009–\u200909:00, Melbourne time",
    ]
    rows.setFocus()
    qtbot.keyClick(rows, KEY.Key_F10, SHIFT)
    choose(window, "Read")
    assert window.shell.talk.ref == first


def test_several_talks_have_one_menu(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.shell.programme.list
    refs = tuple(talks_of(rows)[:3])
    rows.select(refs[0])
    rows.setFocus()
    while len(rows.selected_refs()) < 3:
        qtbot.keyClick(rows, KEY.Key_Down, SHIFT)
    qtbot.keyClick(rows, KEY.Key_Menu)
    assert texts(menu_of(window))[0] == "3 talks selected"
    choose(window, "Star")
    assert {star(window, ref) for ref in refs} == {Star.STARRED}
    qtbot.keyClick(rows, KEY.Key_Menu)
    choose(window, "Copy title and time")
    settle(qtbot, window)
    assert QGuiApplication.clipboard().text().count("Melbourne time") == 3
    assert window.shell.message_bar.text == "3 talks copied."
    qtbot.keyClick(rows, KEY.Key_Menu)
    choose(window, "Add to calendar …")
    dialog = next(d for d in window.findChildren(CalendarDialog) if d.isVisible())
    assert dialog.export.order().selection.refs == frozenset(refs)


def test_of_several_talks_the_pane_says_which_and_of_one_what_it_is(
    window: MainWindow, qtbot: QtBot
) -> None:
    rows, talk, chosen = window.shell.programme.list, window.shell.talk, window.hands.reach.chosen
    refs = tuple(talks_of(rows)[:3])
    rows.select(refs[0])
    rows.setFocus()
    while len(rows.selected_refs()) < 3:
        qtbot.keyClick(rows, KEY.Key_Down, SHIFT)
    settle(qtbot, window)
    page = chosen.page
    assert page is not None
    assert page.isVisible()
    assert page.title.text() == "3 talks selected"
    entries = [entry for ref in refs if (entry := window.library.entry(ref))]
    assert [made.entry.ref for made in page.lines] == list(refs)
    assert page.lines[0].accessibleName().startswith("Tue 26 Nov, 08:45")
    assert "in all." in page.words.text()
    assert "None of them overlap." in page.words.text()
    qtbot.mouseClick(page.star, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert {star(window, ref) for ref in refs} == {Star.STARRED}
    assert page.star.text() == "Take the stars away"
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert all(entry.title in QGuiApplication.clipboard().text() for entry in entries)
    qtbot.mouseClick(page.calendar, Qt.MouseButton.LeftButton)
    assert window.calendars.dialog is not None
    assert window.calendars.dialog.export.order().selection.refs == frozenset(refs)
    window.calendars.dialog.close()
    qtbot.mouseClick(page.lines[1], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not page.isVisible()
    assert (talk.ref, rows.selected_refs()) == (refs[1], (refs[1],))


def test_the_pane_returns_to_the_talk_with_the_selection(window: MainWindow, qtbot: QtBot) -> None:
    rows, talk, chosen = window.shell.programme.list, window.shell.talk, window.hands.reach.chosen
    refs = talks_of(rows)[:3]
    click(rows, refs[0])
    for ref in refs[1:]:
        click(rows, ref, keys=Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert chosen.is_shown
    click(rows, refs[2])  # the current one: only the selection changes
    settle(qtbot, window)
    assert not chosen.is_shown
    assert talk.ref == refs[2]
    qtbot.keyClick(rows, KEY.Key_Up, SHIFT)
    assert chosen.is_shown
    window.pages.go("people")
    settle(qtbot, window)
    assert not chosen.is_shown
    window.pages.go("programme")
    settle(qtbot, window)
    assert chosen.is_shown == (len(rows.selected_refs()) > 1)


def test_talks_at_the_same_time_are_counted(look: Look, qtbot: QtBot) -> None:
    page = ChosenPage(look)
    qtbot.addWidget(page)
    entries = (talk(1, 0, 60), talk(2, 30, 60), talk(3, 45, 30), talk(4, None))
    page.show_talks(entries, MELBOURNE, context(entries))
    assert page.words.text() == "2 h 30 min in all. 3 overlaps, 1 h 15 min at the same time."
    many = tuple(talk(number, number * 30) for number in range(50))
    page.show_talks(many, MELBOURNE, context(many))
    assert len(page.lines) == 40
    assert page.more.text() == "and 10 more"


def test_a_real_talk_has_a_link_to_copy_and_a_page_to_open(
    window: MainWindow, qtbot: QtBot, services: Companion
) -> None:
    update = make_update(make_programme())
    services.database.programmes.apply(update)
    window.library.reload(update.key)
    settle(qtbot, window)
    rows = window.shell.programme.list
    rows.select(talks_of(rows)[0])
    rows.setFocus()
    browser = Browser()
    QDesktopServices.setUrlHandler("https", browser, "opened")
    try:
        for words in ("Copy link", "Open page"):
            qtbot.keyClick(rows, KEY.Key_Menu)
            choose(window, words)
            settle(qtbot, window)
    finally:
        QDesktopServices.unsetUrlHandler("https")
    assert browser.urls == [QGuiApplication.clipboard().text()]
    assert browser.urls[0].startswith("https://")
    assert "/contributions/" in browser.urls[0]


@pytest.mark.parametrize("page", ["timetable", "agenda", "posters", "search", "people", "changes"])
def test_lists_of_every_view_have_menus(window: MainWindow, qtbot: QtBot, page: str) -> None:
    if page == "agenda":
        window.library.set_star(talks_of(window.shell.programme.list)[:2], Star.STARRED)
    window.open_view(page, "quantum")
    settle(qtbot, window)
    view = window.shell.search if page == "search" else window.shell.page_view
    if page == "people":
        view.people.select_first()
        view.people.setFocus()
        qtbot.keyClick(view.people, KEY.Key_Menu)
        assert texts(menu_of(window))[0] == "Show their talks"
        choose(window, "Show their talks")
        view.people.setCurrentIndex(view.people.row_model.index(2))
    lists = [v for v in view.findChildren(QAbstractItemView) if hasattr(v, "drag_started")]
    assert lists
    for rows in lists:
        assert rows.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu
        assert rows.dragEnabled()
    shown = next((rows for rows in lists if rows.isVisible()), None)
    if shown is None:
        assert page == "changes"  # nothing has changed in the sample
        return
    if not shown.currentIndex().isValid():
        shown.select_first()
    shown.setFocus()
    assert shown.currentIndex().data(Role.REF) is not None
    qtbot.keyClick(shown, KEY.Key_Menu)
    assert texts(menu_of(window))[0] == "Read"


def test_the_menu_leads_to_the_other_talks_of_a_person(window: MainWindow, qtbot: QtBot) -> None:
    rows = window.shell.programme.list
    ref = next(r for r in talks_of(rows) if (e := window.library.entry(r)) and e.people)
    entry = window.library.entry(ref)
    assert entry is not None
    rows.select(ref)
    rows.setFocus()
    qtbot.keyClick(rows, KEY.Key_Menu)
    choose(window, f"Talks of {entry.people[0].name}")
    people = window.shell.people
    assert window.shell.front == "people"
    person = people.people.current_person()
    assert person is not None
    assert (person.parts.person.name, person.is_open) == (entry.people[0].name, True)


# --- drags ----------------------------------------------------------------------------------------


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> list[QMimeData]:
    """What drags would carry; nobody is there to drop it."""
    carried: list[QMimeData] = []

    def carry(drag: QDrag, *_actions: Qt.DropAction) -> Qt.DropAction:
        copy = QMimeData()
        for form in drag.mimeData().formats():
            copy.setData(form, drag.mimeData().data(form))
        carried.append(copy)
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", carry)
    return carried


@contextmanager
def pulled(rows: QAbstractItemView, at: QPoint) -> Iterator[None]:
    """The button goes down and the mouse away; at the end it is let go."""
    view, left = rows.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, at)
    for step in (8, 30, 60):
        QTest.mouseMove(view, at + QPoint(0, step))
    yield
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, at)


def test_talks_are_dragged_away_as_a_calendar_file(
    window: MainWindow, qtbot: QtBot, dragged: list[QMimeData]
) -> None:
    rows = window.shell.programme.list
    refs = talks_of(rows)[:2]
    click(rows, refs[0])
    rows.setFocus()
    at = rows.visualRect(rows.currentIndex()).topLeft() + QPoint(120, 24)
    with pulled(rows, at):
        settle(qtbot, window)
    (load,) = dragged
    files = [Path(url.toLocalFile()) for url in load.urls()]
    assert [file.name for file in files] == ["Welcome address.ics"]
    data = bytes(load.data("text/calendar").data())
    assert files[0].read_bytes() == data
    (event,) = vobject.readOne(data.decode()).vevent_list
    entry = window.library.entry(refs[0])
    assert entry is not None
    assert event.summary.value == entry.title
    assert event.dtstart.value == entry.start_dt
    assert load.text().splitlines()[0] == entry.title
    while len(rows.selected_refs()) < 2:
        qtbot.keyClick(rows, KEY.Key_Down, SHIFT)
    with pulled(rows, at):
        settle(qtbot, window)
    calendar = vobject.readOne(bytes(dragged[1].data("text/calendar").data()).decode())
    assert len(calendar.vevent_list) == 2
    assert Path(dragged[1].urls()[0].toLocalFile()).name == "2 talks.ics"


def test_a_drag_that_ended_before_it_began_is_none(
    window: MainWindow, qtbot: QtBot, dragged: list[QMimeData]
) -> None:
    rows = window.shell.programme.list
    click(rows, talks_of(rows)[0])
    at = rows.visualRect(rows.currentIndex()).topLeft() + QPoint(120, 24)
    with pulled(rows, at):
        pass
    settle(qtbot, window)
    assert dragged == []
