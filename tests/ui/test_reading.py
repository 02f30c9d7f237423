"""The talk beside a list, or in its place: which one is read, and where the keyboard is."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.domain.entry import EntryRef
from companion.ui.main_window import MainWindow
from companion.ui.models.row_model import ref_of
from companion.ui.views.talk_parts import TalkLine
from companion.ui.widgets.row_list import RowList
from tests.ui.conftest import OpenWindow, settle

if TYPE_CHECKING:
    from companion.ui.views.talk_page import TalkPage

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def talks_of(rows: RowList) -> list[EntryRef]:
    return [ref for row in rows.row_model.rows if (ref := ref_of(row))]


def starred(window: MainWindow) -> set[EntryRef]:
    return {entry.ref for entry in window.library.entries if entry.star is not Star.NONE}


def press(
    window: MainWindow,
    qtbot: QtBot,
    key: Qt.Key,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(window.focusWidget() or window, key, keys)
    settle(qtbot, window)


def page_of(window: MainWindow) -> "TalkPage":
    page = window.shell.talk.page
    assert page is not None
    return page


def related(window: MainWindow, *, here: bool = True) -> TalkLine:
    """A talk that the page leads to, of the edition shown."""
    key = window.library.key
    lines = page_of(window).findChildren(TalkLine)
    return next(made for made in lines if (made.entry.ref.edition_key == key) is here)


# --- one talk -------------------------------------------------------------------------------------


def test_a_view_that_comes_back_and_the_talk_beside_it_are_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    shell = window.shell
    mine = talks_of(shell.programme.list)[-3:]
    window.library.set_star(mine[:1], Star.STARRED)
    press(window, qtbot, KEY.Key_3, CTRL)
    assert (shell.agenda.selected_refs(), shell.talk.ref) == ((mine[0],), mine[0])
    press(window, qtbot, KEY.Key_1, CTRL)
    # It stands on the day shown: the list goes there.
    assert (shell.programme.selected_refs(), shell.talk.ref) == ((mine[0],), mine[0])
    press(window, qtbot, KEY.Key_2, CTRL)
    assert shell.now.selected_refs() == (shell.talk.ref,)
    press(window, qtbot, KEY.Key_3, CTRL)
    # What runs now is not starred: beside the agenda stands what is selected there.
    assert (shell.agenda.selected_refs(), shell.talk.ref) == ((mine[0],), mine[0])


def test_the_end_of_a_search_shows_what_is_selected_in_the_list(
    window: MainWindow, qtbot: QtBot
) -> None:
    shell = window.shell
    before = shell.programme.selected_refs()
    assert before == (shell.talk.ref,)
    shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    other = next(r for r in talks_of(shell.search.list) if r.edition_key == "sample-2023")
    shell.search.list.select_and_tell(other)
    settle(qtbot, window)
    assert shell.talk.ref == other
    press(window, qtbot, KEY.Key_Escape)
    assert (shell.front, shell.programme.selected_refs()) == ("programme", before)
    assert shell.talk.ref == before[0]


def test_s_means_the_talk_that_is_read(window: MainWindow, qtbot: QtBot) -> None:
    shell = window.shell
    (first,) = shell.programme.selected_refs()
    window.library.set_star([first], Star.STARRED)
    press(window, qtbot, KEY.Key_3, CTRL)
    line = related(window)
    qtbot.mouseClick(line, LEFT)
    settle(qtbot, window)
    read = shell.talk.ref
    assert read is not None
    assert read != first  # not in the agenda, where the other one stays selected
    assert shell.agenda.selected_refs() == (first,)
    assert window.focusWidget() is page_of(window)
    press(window, qtbot, KEY.Key_S)
    assert starred(window) == {first, read}


def test_a_related_talk_leaves_the_keyboard_in_the_page(window: MainWindow, qtbot: QtBot) -> None:
    line = related(window)
    line.setFocus(Qt.FocusReason.TabFocusReason)
    press(window, qtbot, KEY.Key_Return)
    assert window.shell.talk.ref == line.entry.ref
    assert window.focusWidget() is page_of(window)
    assert window.shell.top_bar.search.text() == ""


# --- the keyboard in a view -----------------------------------------------------------------------


def test_a_page_gives_the_keyboard_to_what_people_came_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    shell = window.shell
    window.pages.open("timetable")
    for number, wanted in (
        (KEY.Key_4, lambda: shell.posters.list),
        (KEY.Key_1, lambda: shell.timetable.grid),
        (KEY.Key_5, lambda: shell.people.field),
        (KEY.Key_2, lambda: shell.now.list),
        (KEY.Key_5, lambda: shell.people.field),
    ):
        press(window, qtbot, number, CTRL)
        assert window.focusWidget() is wanted()


def test_the_tile_of_a_talk_opened_beside_the_timetable_stays_in_sight(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window((900, 600))
    press(window, qtbot, KEY.Key_T)
    grid = window.shell.timetable.grid
    for _ in range(3):
        press(window, qtbot, KEY.Key_Down)
    press(window, qtbot, KEY.Key_Return)
    assert window.shell.talk.isVisible()
    tile = grid.in_view(grid.currentIndex().row())
    assert grid.viewport().rect().contains(tile.center())


@pytest.mark.parametrize("part", ["series", "compare", "remote-plan"])
def test_pages_turn_in_the_series_too(open_window: OpenWindow, qtbot: QtBot, part: str) -> None:
    window = open_window((900, 480))
    window.pages.open_series(part)
    settle(qtbot, window)
    window.shell.focus_view()
    view = window.shell.middle.currentWidget()
    for turn, key in ((1, KEY.Key_PageDown), (-1, KEY.Key_PageUp)):
        areas = [a for a in view.findChildren(QAbstractScrollArea) if a.isVisible()]
        before = [area.verticalScrollBar().value() for area in areas]
        press(window, qtbot, key)
        after = [area.verticalScrollBar().value() for area in areas]
        moves = [new - old for new, old in zip(after, before, strict=True)]
        assert any(move * turn > 0 for move in moves)


# --- one pane -------------------------------------------------------------------------------------


def test_back_from_a_talk_gives_the_keyboard_to_the_list(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window((480, 700))
    shell = window.shell
    rows = shell.programme.list
    rows.setFocus()
    press(window, qtbot, KEY.Key_Down)
    for way in ("history", "button", "escape"):
        rows.setFocus()
        press(window, qtbot, KEY.Key_Return)
        assert shell.talk.isVisible()
        if way == "history":
            press(window, qtbot, KEY.Key_Left, ALT)
        elif way == "button":
            page_of(window).back.click()
        else:
            press(window, qtbot, KEY.Key_Escape)
        assert not shell.talk.isVisible(), way
        assert window.focusWidget() is rows, way


@pytest.mark.parametrize("width", [480, 900])
def test_escape_closes_the_left_column_and_returns_to_the_list(
    open_window: OpenWindow, qtbot: QtBot, width: int
) -> None:
    window = open_window((width, 700))
    shell = window.shell
    shell.top_bar.sidebar_button.click()
    assert window.focusWidget() is shell.sidebar.pages
    press(window, qtbot, KEY.Key_Escape)
    assert not shell.sidebar.isVisible()
    assert window.focusWidget() is shell.programme.list


def test_escape_leads_from_a_result_back_to_the_results(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window((480, 700))
    shell = window.shell
    shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    shell.search.focus_content()
    press(window, qtbot, KEY.Key_Return)
    assert shell.talk.isVisible()
    press(window, qtbot, KEY.Key_Escape)
    assert (shell.front, shell.middle.isVisible()) == ("search", True)
    assert window.focusWidget() is shell.search.list
    press(window, qtbot, KEY.Key_Escape)
    assert (shell.front, shell.top_bar.search.text()) == ("programme", "")


def test_s_does_not_reach_a_list_that_is_out_of_sight(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window((480, 700))
    rows = window.shell.programme.list
    first, second = talks_of(rows)[:2]
    rows.select(first)
    window.open_talk(second)
    settle(qtbot, window)
    press(window, qtbot, KEY.Key_S)
    assert starred(window) == {second}
