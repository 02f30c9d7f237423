"""My agenda through its widget, as a list and as a timetable."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind
from companion.services.agenda import with_star
from companion.ui.theme import Look
from companion.ui.views.agenda_view import LIST, TIMETABLE, AgendaView
from companion.ui.words import badges
from tests.support.entries import NINE, ZURICH, conference, context
from tests.ui.showing import lines, ref, show

MONDAY, TUESDAY = date(2024, 11, 25), date(2024, 11, 26)
MINE = with_star(conference(), frozenset(ref(n) for n in (12, 21, 52, 61, 71)), Star.STARRED)


@pytest.fixture
def view(look: Look, qtbot: QtBot) -> AgendaView:
    return show(AgendaView(look), qtbot, MINE)


def press(view: AgendaView, form: str, qtbot: QtBot) -> None:
    for button in view.forms.findChildren(QToolButton):
        if button.property("value") == form:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_starred_talks_by_day_with_their_overlaps(view: AgendaView) -> None:
    rows = view.list.row_model.rows
    assert lines(rows) == [MONDAY, 21, 12, 52, TUESDAY, 61, None, 71]
    assert view.summary.text() == "5 starred talks, 2 of them overlap"
    said = [text for text, warns in badges(rows[2], view.context) if warns]  # type: ignore[arg-type]  # a talk
    assert said == ["overlaps 30 min with “Talk 21”"]


def test_a_star_taken_away_leaves_the_agenda(view: AgendaView, qtbot: QtBot) -> None:
    rect = view.list.visualRect(view.list.row_model.index(2))
    star = QPoint(rect.right() - 20, rect.top() + 16)
    with qtbot.waitSignal(view.star_requested) as asked:
        qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=star)
    assert asked.args == [(ref(12),), Star.NONE]
    rest = with_star(MINE, frozenset({ref(12)}), Star.NONE)
    view.set_entries(rest, context(rest))
    assert lines(view.list.row_model.rows)[:3] == [MONDAY, 21, 52]
    assert view.summary.text() == "4 starred talks"


def test_without_stars_it_says_how_to_set_one(look: Look, qtbot: QtBot) -> None:
    view = show(AgendaView(look), qtbot)
    assert view.empty.isVisible()
    assert view.list.isHidden()
    assert view.bar.isHidden()
    assert "Press S" in view.empty.text()
    view.set_form(TIMETABLE)
    assert view.timetable.isHidden()
    assert view.empty.isVisible()


def test_as_a_timetable_the_others_are_greyed(view: AgendaView, look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.form_changed) as changed:
        press(view, TIMETABLE, qtbot)
    assert changed.args == [TIMETABLE]
    assert view.list.isHidden()
    assert view.day == MONDAY
    grid = view.pane.grid
    image, port = grid.grab().toImage(), grid.viewport().pos()

    def ground(ident: int) -> str:
        rect = grid.visualRect(grid.tiles.index(grid.tiles.place_of(ref(ident))))
        return image.pixelColor(rect.bottomLeft() + QPoint(60, -8) + port).name()

    tokens = look.tokens
    assert [ground(n) for n in (41, 21, 52)] == [tokens.pane, tokens.chip, tokens.chip]


def test_the_selected_talk_stays_when_the_form_changes(view: AgendaView, qtbot: QtBot) -> None:
    view.select(ref(61))
    press(view, TIMETABLE, qtbot)
    assert view.day == TUESDAY
    assert view.selected_refs() == (ref(61),)
    press(view, LIST, qtbot)
    assert view.selected_refs() == (ref(61),)
    assert view.list.hasFocus()


def test_days_of_the_timetable(view: AgendaView, qtbot: QtBot) -> None:
    view.set_form(TIMETABLE)
    assert view.days == (MONDAY, TUESDAY, None)
    view.step_day(1)
    assert view.day == TUESDAY
    view.day_bar.day_chosen.emit(None)
    assert view.day is None
    assert lines(view.pane.list.row_model.rows) == [71]
    view.step_day(1)
    assert view.day is None
    assert view.select(ref(12))
    assert view.day == MONDAY
    with qtbot.waitSignal(view.block_activated) as opened:
        view.pane.grid.select(ref(52))
        qtbot.keyClick(view.pane.grid, Qt.Key.Key_Return)
    assert opened.args == [ref(5, EntryKind.BLOCK)]


def test_days_of_the_list(view: AgendaView) -> None:
    view.focus_content()
    assert view.selected_refs() == (ref(21),)
    view.step_day(1)
    assert view.selected_refs() == (ref(61),)
    view.step_day(1)
    view.step_day(1)
    assert view.selected_refs() == (ref(71),)
    view.step_day(-1)
    assert view.selected_refs() == (ref(61),)


def test_now_in_both_forms(look: Look, qtbot: QtBot) -> None:
    now = NINE + timedelta(minutes=100)
    view = show(AgendaView(look), qtbot, MINE, now=now)
    assert lines(view.list.row_model.rows)[:5] == [MONDAY, 21, 12, "now", 52]
    view.jump_to_now()
    view.set_form(TIMETABLE)
    view.show_day(TUESDAY)
    view.jump_to_now()
    assert view.day == MONDAY
    assert view.pane.grid.now_y() is not None


def test_another_zone_regroups(view: AgendaView) -> None:
    view.set_entries(MINE, replace(view.context, zone=ZURICH))
    assert lines(view.list.row_model.rows)[:3] == [date(2024, 11, 24), 21, 12]
    assert view.day == date(2024, 11, 24)


def test_all_stars_gone_from_the_day_without_times(view: AgendaView) -> None:
    view.set_form(TIMETABLE)
    view.show_day(None)
    rest = with_star(MINE, frozenset({ref(71)}), Star.NONE)
    view.set_entries(rest, context(rest))
    assert view.days == (MONDAY, TUESDAY)
    assert view.day == MONDAY
