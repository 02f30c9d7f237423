"""The timetable through its widget: places, keys, mouse, zoom, words, screen readers, pixels."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.domain.entry import Entry, EntryKind, EntryRef
from companion.domain.grid import TileKind, day_grid
from companion.domain.times import day_bounds
from companion.services.agenda import with_star
from companion.ui.theme import Look
from companion.ui.timetable.grid_view import TimetableGrid
from companion.ui.timetable.margins import RoomHeader
from companion.ui.timetable.metrics import GridMetrics
from companion.ui.timetable.tile_model import TileModel
from companion.ui.timetable.tile_words import TileText, tile_lines, tool_tip
from companion.ui.views.timetable_view import TimetableView
from tests.support.entries import KEY, MELBOURNE, NINE, ZURICH, block, conference, context, talk

MONDAY, TUESDAY = date(2024, 11, 25), date(2024, 11, 26)
ELEVEN = NINE + timedelta(hours=2)
Show = Callable[..., TimetableView]


def ref(ident: int, kind: EntryKind = EntryKind.CONTRIBUTION) -> EntryRef:
    return EntryRef(KEY, kind, ident)


@pytest.fixture
def show(look: Look, qtbot: QtBot) -> Show:
    """Shows entries in a timetable of this size."""

    made: list[TimetableView] = []

    def make(
        entries: tuple[Entry, ...] = conference(),
        size: tuple[int, int] = (900, 700),
        **fields: Any,
    ) -> TimetableView:
        view = TimetableView(look)
        made.append(view)
        qtbot.addWidget(view)
        view.resize(*size)
        view.set_entries(entries, context(entries, **fields))
        view.show()
        qtbot.waitExposed(view)
        view.focus_content()
        QApplication.processEvents()
        return view

    return make


def place_of(grid: TimetableGrid, ident: int) -> int:
    return grid.tiles.place_of(ref(ident))


def middle(grid: TimetableGrid, ident: int) -> QPoint:
    return grid.visualRect(grid.tiles.index(place_of(grid, ident))).center()


def current(view: TimetableView) -> int | None:
    tile = view.grid.current_tile()
    return tile.entry.ref.ident if tile else None


def picture(view: TimetableView) -> QImage:
    return view.grid.grab().toImage()


# --- places ------------------------------------------------------------------------------------


def test_tiles_are_as_high_as_they_are_long_and_rooms_are_columns(show: Show) -> None:
    grid = show().grid
    places = grid.places
    assert places is not None
    assert places.grid.columns == ("Room A", "Room B")
    rects = {grid.tiles.tiles[n].entry.ref: rect for n, rect in enumerate(places.rects)}
    half, hour = rects[ref(11)].height() + 2, rects[ref(21)].height() + 2
    assert abs(hour - 2 * half) <= 1
    assert rects[ref(11)].left() < rects[ref(21)].left()
    assert rects[ref(31)].width() > rects[ref(11)].width() + rects[ref(21)].width()
    assert rects[ref(11)].top() == places.y_of(NINE)
    assert places.moment_at(places.y_of(ELEVEN)) - ELEVEN < timedelta(minutes=1)


def test_posters_are_one_tile_with_their_number(show: Show) -> None:
    grid = show().grid
    place = place_of(grid, 51)
    assert place == place_of(grid, 52)
    words = grid.tiles.data(grid.tiles.index(place), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "12:00\u2009–\u200913:30, Posters, Room B, 2 posters"


def test_a_day_of_twenty_rooms_scrolls_sideways_and_keeps_the_hours(show: Show) -> None:
    rooms = tuple(
        entry
        for n in range(20)
        for entry in (
            block(n + 1, 0, 60, room_name=f"Room {n}"),
            talk(100 + n, 0, 60, block_id=n + 1, room_name=f"Room {n}"),
        )
    )
    grid = show(rooms).grid
    bar = grid.horizontalScrollBar()
    assert bar.maximum() > 20 * 180 - 900
    hours = grid.grab().toImage().copy(0, 0, 50, 600)
    bar.setValue(bar.maximum())
    moved = grid.grab().toImage().copy(0, 0, 50, 600)
    assert hours == moved
    assert middle(grid, 119).x() < grid.viewport().width()
    assert middle(grid, 100).x() < 0


def test_scroll_bars_come_only_where_something_is_out_of_sight(show: Show) -> None:
    grid = show(size=(900, 700)).grid
    assert grid.horizontalScrollBar().maximum() == 0
    assert grid.verticalScrollBar().maximum() == 0
    grid.set_zoom(200)
    assert grid.verticalScrollBar().maximum() > 0
    assert grid.horizontalScrollBar().maximum() == 0


# --- keys --------------------------------------------------------------------------------------


def test_arrows_lead_through_time_and_between_rooms(show: Show, qtbot: QtBot) -> None:
    view = show()
    steps = (
        (Qt.Key.Key_Home, 11),
        (Qt.Key.Key_Right, 21),
        (Qt.Key.Key_Right, 21),
        (Qt.Key.Key_Left, 11),
        (Qt.Key.Key_Down, 12),
        (Qt.Key.Key_Down, 31),
        (Qt.Key.Key_Down, 41),
        (Qt.Key.Key_Right, 5),
        (Qt.Key.Key_Up, 31),
        (Qt.Key.Key_Up, 12),
        (Qt.Key.Key_End, 5),
    )
    for key, expected in steps:
        qtbot.keyClick(view.grid, key)
        assert current(view) == expected, key


def test_the_first_arrow_begins_at_the_first_talk(show: Show, qtbot: QtBot) -> None:
    view = show()
    view.grid.selectionModel().clear()
    qtbot.keyClick(view.grid, Qt.Key.Key_Down)
    assert current(view) == 11


def test_moving_shows_the_talk_and_enter_opens_it(show: Show, qtbot: QtBot) -> None:
    view = show()
    with qtbot.waitSignal(view.talk_activated) as shown:
        qtbot.keyClick(view.grid, Qt.Key.Key_Down)
    assert shown.args == [ref(12)]
    with qtbot.waitSignal(view.talk_opened) as opened:
        qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    assert opened.args == [ref(12)]


def test_enter_on_posters_asks_for_their_list(show: Show, qtbot: QtBot) -> None:
    view = show()
    view.select(ref(51))
    with qtbot.waitSignal(view.block_activated) as opened:
        qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    assert opened.args == [ref(5, EntryKind.BLOCK)]


def test_shift_and_ctrl_select_several_talks_and_s_stars_them(show: Show, qtbot: QtBot) -> None:
    view = show()
    qtbot.keyClick(view.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_refs() == (ref(11), ref(12))
    with qtbot.waitSignal(view.star_requested) as asked:
        qtbot.keyClick(view.grid, Qt.Key.Key_S)
    assert asked.args == [(ref(11), ref(12)), Star.STARRED]
    qtbot.keyClick(view.grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_refs() == (ref(11), ref(21), ref(12), ref(31), ref(41))


def test_s_takes_stars_away_where_all_have_one(show: Show, qtbot: QtBot) -> None:
    view = show(with_star(conference(), frozenset({ref(11)}), Star.STARRED))
    with qtbot.waitSignal(view.star_requested) as asked:
        qtbot.keyClick(view.grid, Qt.Key.Key_S)
    assert asked.args == [(ref(11),), Star.NONE]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_N, Qt.Key.Key_Escape])
def test_other_keys_are_left_to_the_window(show: Show, key: Qt.Key) -> None:
    view = show()
    seen: list[int] = []
    view.keyPressEvent = lambda event: seen.append(event.key())  # type: ignore[method-assign]  # watched
    QTest.keyClick(view.grid, key)
    assert seen == [key]


# --- mouse -------------------------------------------------------------------------------------


def test_a_click_selects_and_tells_so_does_a_double_click(show: Show, qtbot: QtBot) -> None:
    view = show()
    port = view.grid.viewport()
    with qtbot.waitSignals([view.talk_activated, view.talk_clicked]):
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=middle(view.grid, 21))
    assert view.selected_refs() == (ref(21),)
    with qtbot.waitSignal(view.talk_opened) as opened:
        double_click(port, middle(view.grid, 21))
    assert opened.args == [ref(21)]


def test_a_click_on_posters_asks_for_their_list(show: Show, qtbot: QtBot) -> None:
    view = show()
    with qtbot.waitSignal(view.block_activated) as opened:
        qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=middle(view.grid, 51))
    assert opened.args == [ref(5, EntryKind.BLOCK)]


def test_a_click_on_a_break_or_beside_tiles_does_nothing(show: Show, qtbot: QtBot) -> None:
    view = show()
    before = view.selected_refs()
    place = view.grid.tiles.place_of(ref(9, EntryKind.BREAK))
    at = view.grid.visualRect(view.grid.tiles.index(place)).center()
    with qtbot.assertNotEmitted(view.block_activated), qtbot.assertNotEmitted(view.talk_clicked):
        qtbot.mouseClick(view.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert current(view) == 11
    assert set(view.selected_refs()) <= set(before)


def test_a_click_on_the_star_sets_it_and_keeps_the_selection(show: Show, qtbot: QtBot) -> None:
    view = show()
    rect = view.grid.visualRect(view.grid.tiles.index(place_of(view.grid, 21)))
    star = QPoint(rect.right() - 14, rect.top() + 14)
    port = view.grid.viewport()
    with qtbot.waitSignal(view.star_requested) as asked:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=star)
    assert asked.args == [(ref(21),), Star.STARRED]
    assert view.selected_refs() == (ref(11),)
    with qtbot.assertNotEmitted(view.talk_opened), qtbot.waitSignal(view.star_requested):
        double_click(port, star)


def double_click(port: QWidget, at: QPoint) -> None:
    """Qt's own ends with the button held down, for every test after this one too."""
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at)


def move(grid: TimetableGrid, at: QPoint) -> None:
    none = Qt.MouseButton.NoButton
    there = QPointF(grid.viewport().mapToGlobal(at))
    keys = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), there, none, none, keys)
    QApplication.sendEvent(grid.viewport(), event)


def test_hovering_shows_the_star(show: Show) -> None:
    view = show()
    before = picture(view)
    move(view.grid, middle(view.grid, 21))
    hovered = picture(view)
    assert hovered != before
    QApplication.sendEvent(view.grid.viewport(), QEvent(QEvent.Type.Leave))
    assert picture(view) == before


@pytest.mark.qt_log_ignore("raise", "propagateSizeHints", extend=True)
def test_the_tip_is_the_whole_title_as_plain_text(show: Show, qtbot: QtBot) -> None:
    entries = (talk(1, 0, title="On <b>bold</b> claims", room_name="Aula"),)
    grid = show(entries).grid
    at = middle(grid, 1)
    event = QHelpEvent(QEvent.Type.ToolTip, at, grid.viewport().mapToGlobal(at))
    QApplication.sendEvent(grid.viewport(), event)
    assert "On &lt;b&gt;bold&lt;/b&gt; claims<br>09:00" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.qt_log_ignore("raise", "propagateSizeHints", extend=True)
def test_the_tip_of_a_column_is_its_room(show: Show) -> None:
    grid = show().grid
    header = grid.findChild(RoomHeader)
    assert isinstance(header, RoomHeader)
    for x, words in ((grid.viewport().x() + 30, "Room A"), (5, "")):
        at = QPoint(x, 10)
        event = QHelpEvent(QEvent.Type.ToolTip, at, header.mapToGlobal(at))
        QApplication.sendEvent(header, event)
        assert words in QToolTip.text()
        QToolTip.hideText()
    QApplication.sendEvent(header, QEvent(QEvent.Type.Leave))


# --- zoom --------------------------------------------------------------------------------------


def wheel(grid: TimetableGrid, at: QPoint, turned: int, keys: Qt.KeyboardModifier) -> None:
    port = grid.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(port.mapToGlobal(at)),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def test_ctrl_and_the_wheel_zoom_at_the_mouse(show: Show, qtbot: QtBot) -> None:
    grid = show().grid
    at = middle(grid, 31)
    for _ in range(4):
        with qtbot.waitSignal(grid.zoom_changed):
            wheel(grid, at, 120, Qt.KeyboardModifier.ControlModifier)
    assert grid.place_at(at) == place_of(grid, 31)
    assert grid.zoom is not None
    assert grid.verticalScrollBar().value() > 0


def test_the_wheel_scrolls_and_shift_makes_it_go_sideways(show: Show) -> None:
    grid = show(size=(330, 300)).grid
    at = QPoint(20, 20)
    wheel(grid, at, -120, Qt.KeyboardModifier.NoModifier)
    assert grid.verticalScrollBar().value() > 0
    wheel(grid, at, -120, Qt.KeyboardModifier.ShiftModifier)
    assert grid.horizontalScrollBar().value() > 0
    assert grid.zoom is None


def test_keys_and_buttons_zoom_within_bounds(show: Show, qtbot: QtBot) -> None:
    view = show()
    grid = view.grid
    places = grid.places
    assert places is not None
    fitting = places.scale
    qtbot.keyClick(grid, Qt.Key.Key_Plus)
    assert grid.zoom == pytest.approx(min(240, fitting * 1.2))
    qtbot.mouseClick(view.zoom_buttons.out, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.zoom_buttons.out, Qt.MouseButton.LeftButton)
    assert grid.zoom == pytest.approx(max(40, fitting / 1.2))
    for _ in range(12):
        qtbot.keyClick(grid, Qt.Key.Key_Minus)
    assert grid.zoom == 40
    for _ in range(20):
        qtbot.mouseClick(view.zoom_buttons.closer, Qt.MouseButton.LeftButton)
    assert grid.zoom == 240
    qtbot.keyClick(grid, Qt.Key.Key_0)
    assert grid.zoom is None
    assert grid.places is not None
    assert grid.places.scale == fitting


# --- what is shown -----------------------------------------------------------------------------


def test_a_star_and_a_minute_keep_selection_and_place(show: Show) -> None:
    view = show(size=(900, 400))
    view.grid.set_zoom(200)
    view.select(ref(41))
    before = view.grid.verticalScrollBar().value()
    starred = with_star(conference(), frozenset({ref(41)}), Star.STARRED)
    view.set_entries(starred, context(starred, now=NINE))
    assert view.selected_refs() == (ref(41),)
    assert view.grid.verticalScrollBar().value() == before > 0
    moved = tuple(
        replace(e, end_dt=e.end_dt + timedelta(minutes=30)) if e.ref == ref(61) and e.end_dt else e
        for e in starred
    )
    view.set_entries(moved, context(moved))
    assert view.selected_refs() == (ref(41),)


def test_a_talk_that_is_gone_leaves_nothing_selected(show: Show) -> None:
    view = show()
    view.select(ref(12))
    rest = tuple(e for e in conference() if e.ref != ref(12))
    view.set_entries(rest, context(rest))
    assert view.selected_refs() == ()
    assert not view.select(ref(12))


def test_another_zone_shows_the_day_of_the_current_talk(show: Show) -> None:
    view = show()
    view.select(ref(41))
    assert view.days == (MONDAY, TUESDAY, None)
    view.set_entries(view.entries, replace(view.context, zone=ZURICH))
    assert view.day == MONDAY
    view.select(ref(11))
    assert view.day == date(2024, 11, 24)
    assert view.selected_refs() == (ref(11),)
    shown = [e.ref.ident for tile in view.grid.tiles.tiles for e in tile.talks]
    assert shown == [11, 21, 12]


def test_days_change_by_chip_and_by_step(show: Show, qtbot: QtBot) -> None:
    view = show()
    with qtbot.waitSignal(view.day_changed) as changed:
        view.day_bar.day_chosen.emit(TUESDAY)
    assert changed.args == [TUESDAY]
    assert [tile.entry.ref for tile in view.grid.tiles.tiles] == [ref(61)]
    assert view.selected_refs() == ()
    view.step_day(1)
    assert view.day is None
    view.step_day(1)
    assert view.day is None
    view.step_day(-1)
    assert view.day == TUESDAY


def test_what_has_no_time_is_a_list(show: Show, qtbot: QtBot) -> None:
    view = show()
    assert view.select(ref(71))
    assert view.day is None
    assert view.zoom_buttons.isHidden()
    view.focus_content()
    assert view.selected_refs() == (ref(71),)
    with qtbot.waitSignal(view.talk_opened) as opened:
        qtbot.keyClick(view.pane.list, Qt.Key.Key_Return)
    assert opened.args == [ref(71)]


def test_an_empty_programme_says_what_to_do(show: Show) -> None:
    view = show(())
    labels = [label for label in view.children() if hasattr(label, "text") and label.isVisible()]
    assert ["Press Sync" in label.text() for label in labels] == [True]
    assert view.selected_refs() == ()
    view.step_day(1)
    view.jump_to_now()
    assert view.day is None


def test_an_unknown_talk_is_not_here(show: Show) -> None:
    assert not show().select(ref(999))


# --- now ---------------------------------------------------------------------------------------


def test_today_comes_first_with_now_in_sight(show: Show) -> None:
    view = show(size=(900, 300), now=NINE + timedelta(minutes=225))
    view.grid.set_zoom(240)
    view.step_day(1)
    view.jump_to_now()
    assert view.day == MONDAY
    y = view.grid.now_y()
    assert y is not None
    assert view.grid.places is not None
    assert view.grid.places.moment_at(y) - view.context.now < timedelta(minutes=1)
    assert 0 < y - view.grid.verticalOffset() < 150


def test_there_is_no_now_on_other_days(show: Show) -> None:
    view = show()
    assert view.grid.now_y() is None
    assert not view.grid.jump_to_now()


def test_the_line_of_now_does_not_run_over_words(show: Show, look: Look) -> None:
    entries = (talk(1, 0, 60, title="M" * 30), talk(2, 90, 30))
    view = show(entries, now=NINE + timedelta(minutes=5))
    grid = view.grid
    y = grid.now_y()
    assert y is not None
    now = QColor(look.tokens.now)
    image, top, gutter = picture(view), y + grid.viewport().y(), grid.viewport().x()
    assert image.pixelColor(grid.viewport().width() + gutter - 200, top) == now
    words = [image.pixelColor(x, top) for x in range(gutter + 20, gutter + 220)]
    assert now not in words
    assert QColor(look.tokens.text) in words


def test_the_label_of_now_takes_the_place_of_the_hour_beside_it(show: Show, look: Look) -> None:
    """Ten is written faintly, unless now stands there."""

    def ink(view: TimetableView) -> set[str]:
        places = view.grid.places
        assert places is not None
        y = places.y_of(NINE + timedelta(hours=1)) + view.grid.viewport().y()
        image = picture(view)
        return {image.pixelColor(x, y).name() for x in range(view.grid.viewport().x() - 2)}

    view = show()
    assert look.tokens.now not in ink(view)
    view.set_entries(view.entries, replace(view.context, now=NINE + timedelta(minutes=61)))
    assert {look.tokens.now, look.tokens.now_text} <= ink(view)


# --- words in tiles ----------------------------------------------------------------------------


def said(text: TileText, width: int, height: int, look: Look) -> list[str]:
    lines = tile_lines(text, GridMetrics(look.fonts), (width, height))
    return [line.text for line in lines]


def test_a_tile_says_as_much_as_fits(look: Look) -> None:
    text = TileText(
        TileKind.TALK, "Kernels", "09:00", "09:00 – 10:00", people="Ada Abel", place="Aula"
    )
    assert said(text, 300, 10, look) == []
    assert said(text, 180, 20, look) == ["Kernels", "Ada Abel · Aula"]
    assert said(text, 400, 16, look) == ["09:00", "Kernels", "Ada Abel · Aula"]
    assert said(text, 400, 44, look) == ["Kernels", "09:00 – 10:00 · Ada Abel"]
    assert said(text, 180, 44, look) == ["Kernels", "Ada Abel"]
    assert said(text, 180, 70, look) == ["Kernels", "Ada Abel", "09:00 – 10:00 · Aula"]
    long = replace(text, title="Provable advantages of quantum kernels for graphs")
    assert len(said(long, 180, 44, look)) == 2
    assert said(long, 180, 70, look)[-1] == "Ada Abel"
    alone = replace(text, people="", place="")
    assert said(alone, 180, 44, look) == ["Kernels", "09:00 – 10:00"]


def test_an_overlap_is_said_in_words(look: Look, show: Show) -> None:
    both = with_star(conference(), frozenset({ref(12), ref(21)}), Star.STARRED)
    grid = show(both).grid
    assert grid.places is not None
    text = grid.tile_text(place_of(grid, 12))
    assert text.warning == "overlaps 30 min with “Talk 21”"
    for width, height in ((300, 44), (300, 100), (500, 20)):
        assert any("overlaps" in line for line in said(text, width, height, look))
    tip = tool_tip(grid.tiles.tiles[place_of(grid, 12)], text)
    assert tip.splitlines()[-1] == text.warning


# --- looks -------------------------------------------------------------------------------------


def test_starred_tiles_are_outlined(show: Show, look: Look) -> None:
    def amber(view: TimetableView, ident: int) -> bool:
        rect = view.grid.visualRect(view.grid.tiles.index(place_of(view.grid, ident)))
        at = QPoint(rect.center().x(), rect.bottom()) + view.grid.viewport().pos()
        return picture(view).pixelColor(at) == QColor(look.tokens.star)

    view = show(with_star(conference(), frozenset({ref(21), ref(52)}), Star.STARRED))
    assert [amber(view, ident) for ident in (12, 21, 52)] == [False, True, True]
    half = with_star(conference(), frozenset({ref(21)}), Star.TENTATIVE)
    view.set_entries(half, context(half))
    assert "tentative" in view.grid.tiles.data(
        view.grid.tiles.index(place_of(view.grid, 21)), Qt.ItemDataRole.AccessibleTextRole
    )


def test_past_talks_are_dimmed_selected_ones_tinted(show: Show, look: Look) -> None:
    view = show(now=NINE + timedelta(minutes=59))
    view.select(ref(21))
    image, port = picture(view), view.grid.viewport().pos()
    grounds = [
        image.pixelColor(middle(view.grid, n) + QPoint(60, 0) + port).name() for n in (11, 31, 21)
    ]
    tokens = look.tokens
    assert grounds == [tokens.hover, tokens.chip, tokens.tint]


def test_scrolled_pixels_are_those_of_a_whole_repaint(show: Show, qtbot: QtBot) -> None:
    """Only what comes in sight is painted; nothing stale may stay."""
    view = show(size=(640, 320), now=NINE + timedelta(minutes=100))
    view.grid.set_zoom(240)
    bar = view.grid.verticalScrollBar()
    for value in (24, 48, 300, 290, 100, 103, 0, 500):
        bar.setValue(value)
        QApplication.processEvents()
        screen = view.screen().grabWindow(view.winId()).toImage()
        assert screen.convertToFormat(
            QImage.Format.Format_RGB32
        ) == view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32), value


def test_another_theme_and_text_size_are_taken_over(show: Show, look: Look) -> None:
    view = show()
    gutter = view.grid.viewport().x()
    look.set_theme("dark")
    corner = QPoint(view.grid.width() - 30, view.grid.height() - 30)
    assert picture(view).pixelColor(corner).name() == look.tokens.pane
    look.set_scale(2.0)
    assert view.grid.viewport().x() > gutter
    look.set_scale(1.0)
    look.set_theme("light")


# --- screen readers ----------------------------------------------------------------------------


def test_screen_readers_find_every_tile_with_its_words_and_place(show: Show) -> None:
    view = show()
    QAccessible.setActive(True)
    face = QAccessible.queryAccessibleInterface(view.grid)
    assert face.role() == QAccessible.Role.List
    assert face.text(QAccessible.Text.Name) == "Timetable of the day"
    names = [face.child(n).text(QAccessible.Text.Name) for n in range(face.childCount())]
    assert names == [
        "09:00\u2009–\u200909:30, Talk 11, by Ada Abel · CERN, Room A",
        "09:00\u2009–\u200910:00, Talk 21, Room B, materials",
        "09:30\u2009–\u200910:00, Talk 12, by Bo Ødegaard · ETH Zurich, Room A",
        "10:00\u2009–\u200910:30, Coffee break, Foyer",
        "10:30\u2009–\u200911:30, Keynote of |ψ⟩, Aula",
        "12:00\u2009–\u200913:00, Talk 41, Room A",
        "12:00\u2009–\u200913:30, Posters, Room B, 2 posters",
    ]
    tile = face.child(2)
    port = view.grid.viewport()
    box = view.grid.visualRect(view.grid.tiles.index(2))
    assert tile.rect().topLeft() == port.mapToGlobal(box.topLeft())
    assert tile.rect().size() == box.size()
    view.select(ref(12))
    assert face.focusChild().text(QAccessible.Text.Name) == names[2]
    assert face.child(2).state().focused
    assert face.child(2).state().selected


# --- the model ---------------------------------------------------------------------------------


def test_the_model_keeps_the_rules(qtbot: QtBot) -> None:
    del qtbot
    model = TileModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    entries = conference()
    start, end = day_bounds(MONDAY, MELBOURNE)
    today = [e for e in entries if e.start_dt and start <= e.start_dt.astimezone(UTC) < end]
    for shown in (today, today[:4], [replace(e, title="x") for e in today[:4]], []):
        grid = day_grid(shown, MELBOURNE)
        model.set_grid(grid, {}, context(entries))
        assert model.rowCount() == len(grid.tiles if grid else ())
    tester.deleteLater()
