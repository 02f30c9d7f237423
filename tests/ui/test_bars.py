"""Bars that fit: what there is no room for becomes shorter, and nothing leads nowhere."""

from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.filters import Filter, Flag
from companion.services.agenda import HeaderRow, TalkRow
from companion.settings import VIEW, ZONE
from companion.storage.first_paint import FirstPaint
from companion.ui.main_window import MainWindow
from companion.ui.theme import Look
from companion.ui.widgets.day_bar import DayBar, DayChip
from tests.ui.conftest import OpenWindow, settle

WIDTHS = [(1280, 1.0), (900, 1.0), (640, 1.0), (400, 1.0), (1280, 2.0), (400, 2.0)]


def inside(widget: QWidget, holder: QWidget) -> QRect:
    return QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())


def is_in_sight(chip: QWidget, bar: DayBar) -> bool:
    area = bar._scroll.viewport()
    return area.rect().contains(inside(chip, area))


def test_nothing_of_the_bars_is_squeezed_and_the_zone_is_always_there(
    open_window: OpenWindow, look: Look, qtbot: QtBot
) -> None:
    window = open_window()
    window.library.set_filter(Filter().with_flag(Flag.POSTER, wanted=False))
    for width, scale in WIDTHS:
        window.resize(width, 700)
        look.set_scale(scale)
        settle(qtbot, window)
        nothing_is_squeezed(window)
    look.set_scale(1.0)


def nothing_is_squeezed(window: MainWindow) -> None:
    bar = window.shell.top_bar
    shown = [w for w in bar.findChildren(QWidget) if w.parent() is bar and w.isVisible()]
    places = sorted((inside(w, bar) for w in shown), key=QRect.left)
    assert all(one.right() < two.left() for one, two in pairwise(places))
    assert all(bar.rect().contains(place) for place in places)
    for widget in shown:
        least = 80 if widget is bar.search else widget.sizeHint().width()
        assert widget.width() >= least, widget
    assert bar.zones.isVisible() != bar.zone_menu.isVisible()
    days = window.shell.programme.day_bar
    chosen = next(chip for chip in days.chips if chip.isChecked())
    assert is_in_sight(chosen, days)


def test_the_day_chosen_is_brought_in_sight_in_a_narrow_window(
    open_window: OpenWindow, look: Look, qtbot: QtBot
) -> None:
    window = open_window((400, 700))
    look.set_scale(1.5)
    days = window.shell.programme.day_bar
    for _ in days.chips:
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
    last = days.chips[-1]
    assert last.isChecked()
    assert is_in_sight(last, days)
    look.set_scale(1.0)


def test_days_out_of_sight_are_announced_and_a_click_shows_them(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window((640, 600))
    days = window.shell.programme.day_bar
    last, more = days.chips[-1], days.more
    assert not is_in_sight(last, days)
    assert more.before is None
    assert more.behind is not None
    assert more.behind.accessibleName() == "Later days"
    for _ in days.chips:
        qtbot.mouseClick(more.behind, Qt.MouseButton.LeftButton)
    assert is_in_sight(last, days)
    assert not more.behind.isVisible()
    assert more.before is not None
    assert more.before.isVisible()
    window.resize(1280, 800)
    settle(qtbot, window)
    assert not more.before.isVisible()
    assert not more.behind.isVisible()


def test_the_zone_changes_by_its_menu_where_the_window_is_narrow(
    open_window: OpenWindow, services: Companion
) -> None:
    bar = open_window((400, 700)).shell.top_bar
    assert bar.zone_menu.text().strip() == "Melbourne"
    menu = bar.zone_menu.menu()
    menu.aboutToShow.emit()
    actions = menu.actions()
    assert [action.text() for action in actions] == ["Melbourne time", "My time", "Other …"]
    assert [action.isChecked() for action in actions] == [True, False, False]
    actions[1].trigger()
    assert bar.zone_menu.accessibleName() == "Time zone: Zurich"
    assert services.settings.get(ZONE) == "local"


def test_chips_say_weekday_and_date_and_which_is_today(window: MainWindow) -> None:
    chips = window.shell.programme.day_bar.chips
    assert [chip.words() for chip in chips] == [
        ("Mon", "25"),
        ("Today", "Tue 26"),
        ("Wed", "27"),
        ("Thu", "28"),
        ("Fri", "29"),
        ("Without", "time"),
    ]
    assert chips[1].accessibleName() == "Tuesday 26 November 2024, today"
    assert chips[5].accessibleName() == "Not yet scheduled"


def test_arrows_lead_from_chip_to_chip(window: MainWindow, qtbot: QtBot) -> None:
    programme = window.shell.programme
    chips = programme.day_bar.chips
    chips[1].setFocus()
    qtbot.keyClick(chips[1], Qt.Key.Key_Right)
    assert programme.day == date(2024, 11, 27)
    focus = window.focusWidget()
    assert isinstance(focus, DayChip)
    assert focus.day == programme.day
    qtbot.keyClick(focus, Qt.Key.Key_Left)
    assert programme.day == date(2024, 11, 26)


def test_what_has_no_time_stands_after_the_last_day(window: MainWindow, qtbot: QtBot) -> None:
    programme = window.shell.programme
    for _ in programme.days:
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert programme.day is None
    rows = programme.list.row_model.rows
    waiting = [row.entry for row in rows if isinstance(row, TalkRow)]
    assert len(waiting) == 36
    assert all(entry.start_dt is None for entry in waiting)
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert programme.day == date(2024, 11, 29)


def test_the_stuck_header_names_room_and_chair(window: MainWindow) -> None:
    programme = window.shell.programme
    rows = programme.list
    place = next(
        place
        for place, row in enumerate(rows.row_model.rows)
        if isinstance(row, HeaderRow) and row.title.startswith("Theory of learning")
    )
    hint = rows.ScrollHint.PositionAtTop
    rows.scrollTo(rows.row_model.index(place + 2), hint)
    stuck = rows.stuck_header()
    assert stuck is not None
    said = rows.row_model.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    assert stuck[0] is rows.row_model.rows[place]
    assert "Copland Theatre" in said
    assert "Luca Okada" in said


def test_the_button_jumps_to_now(window: MainWindow, qtbot: QtBot) -> None:
    programme = window.shell.programme
    programme.show_day(date(2024, 11, 28))
    qtbot.mouseClick(programme.day_bar._now, Qt.MouseButton.LeftButton)
    assert programme.day == date(2024, 11, 26)
    rows = programme.list
    line = rows.visualRect(rows.row_model.index(rows.row_model.now_row()))
    assert rows.viewport().rect().contains(line.center())


def test_the_time_stands_beside_now_and_next(window: MainWindow) -> None:
    rows = window.shell.sidebar.pages.side_model.rows
    assert next(row.note for row in rows if row.value == "now") == "10:38"


# --- between starts -------------------------------------------------------------------------------


def test_the_window_opens_with_what_was_shown_last(
    open_window: OpenWindow, services: Companion, qtbot: QtBot
) -> None:
    window = open_window()
    window.pages.go("agenda")
    window.shell.agenda.set_form("timetable")
    window.pages.show_form("timetable")
    window.shell.timetable.grid.set_zoom(200.0)
    window.shell.splitter.setSizes([250, 400, 630])
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.shell.front == "timetable")
    settle(qtbot, again)
    assert again.shell.timetable.grid.zoom == 200
    assert abs(again.shell.splitter.sizes()[0] - 250) < 4
    again.pages.go("agenda")
    assert again.shell.agenda.form == "timetable"
    again.close()
    assert services.settings.get(VIEW) == "agenda"
    third = open_window()
    qtbot.waitUntil(lambda: third.shell.front == "agenda")
    third.pages.go("programme")
    assert third.shell.front == "timetable"


def test_the_last_view_waits_for_the_first_picture(
    services: Companion, look: Look, qtbot: QtBot
) -> None:
    services.settings.set(VIEW, "posters")
    stored = services.editions.stored("sample-2024")
    first = FirstPaint((stored,), stored, services.programme.entries("sample-2024"))
    window = MainWindow(services, look, first=first, is_online=False)
    qtbot.addWidget(window)
    window.show()
    assert window.shell.front == "programme"
    assert not window.shell.has_view("posters")
    window.start()
    qtbot.waitUntil(lambda: window.shell.front == "posters")
    settle(qtbot, window)
    assert window.shell.talk.entry is not None
    assert window.shell.posters.list.hasFocus()
    window.discard()
