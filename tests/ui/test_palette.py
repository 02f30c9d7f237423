"""The palette and the list of keys: both made from the one table of commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.domain.bookmark import Star
from companion.ui.actions import commands, gestures, groups, key_texts
from companion.ui.hands.matching import mismatch, searchable, shown_ranges
from companion.ui.hands.palette import Palette
from companion.ui.main_window import MainWindow
from tests.ui.conftest import settle

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, qtbot: QtBot, text: str = "") -> Palette:
    qtbot.keyClick(window, KEY.Key_K, CTRL)
    palette = window.hands.palette
    assert palette.isVisible()
    assert QApplication.focusWidget() is palette.edit
    qtbot.keyClicks(palette.edit, text)
    return palette


def titles(palette: Palette) -> list[str]:
    return [choice.title for choice in palette.model.rows]


@pytest.mark.parametrize(
    ("typed", "text", "also"),
    [
        ("prog", "Programme", ""),
        ("time zone", "Another time zone …", ""),
        ("zone time", "Another time zone …", ""),
        ("metable", "List or timetable", ""),
        ("lot", "List or timetable", ""),
        ("tmtbl", "List or timetable", ""),
        ("edwin", "Reservoirs", "Kjær, Edwin"),
        ("schrodinger", "On Schrödinger's map", ""),
    ],
)
def test_a_few_letters_find_a_line(typed: str, text: str, also: str) -> None:
    words = tuple(searchable(typed).split())
    assert mismatch(words, searchable(text), searchable(also)) is not None


def test_what_fits_better_comes_first_and_what_does_not_fit_not_at_all() -> None:
    texts = ["Time zone", "Next time zone", "Overtime", "The item"]
    found = [mismatch(("time",), searchable(text)) for text in texts]
    assert found[3] is None
    assert [f for f in found[:3] if f is not None] == sorted(f for f in found[:3] if f is not None)
    assert mismatch(("zzz",), searchable("Time zone")) is None
    assert shown_ranges("Next time zone", ("tim",)) == ((5, 3),)
    assert shown_ranges("Overtime", ("time",)) == ((4, 4),)


def test_the_palette_is_as_high_as_what_was_found(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    for text in ("kern", "zzzz", "logical qubits meet", ""):
        palette.edit.setText(text)
        settle(qtbot, window)
        rows = palette.list.height() if palette.model.rows else 0
        others = palette.edit.height() + palette.hint.sizeHint().height()
        spare = palette.frame.height() - rows - others
        assert 0 < spare < 40, text


def test_every_command_stands_there_with_its_key(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    shown = {choice.title: choice.keys for choice in palette.model.rows}
    for command in commands():
        if command.is_listed and window.actions_[command.name].isEnabled():
            assert (command.text in shown) is (command.name != "palette")
    assert shown["Search"] == "Ctrl+F"
    assert {"QTML 2026", "Sample: QTML 2023"} <= shown.keys()
    qtbot.keyClick(palette.edit, KEY.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is window.shell.programme.list


def test_a_command_is_found_and_done(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot, "post")
    assert titles(palette)[0] == "Posters"
    assert all(entry.star is Star.NONE for entry in window.library.entries)  # no letter was an S
    qtbot.keyClick(palette.edit, KEY.Key_Return)
    settle(qtbot, window)
    assert not palette.isVisible()
    assert window.shell.front == "posters"


def test_arrows_choose_and_a_click_does_it(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot, "colours")
    assert len(titles(palette)) >= 3
    qtbot.keyClick(palette.edit, KEY.Key_Up)
    assert palette.list.currentIndex().row() == len(titles(palette)) - 1
    qtbot.keyClick(palette.edit, KEY.Key_Tab)
    assert palette.list.currentIndex().row() == 0
    index = palette.model.index(titles(palette).index("Dark colours"))
    point = palette.list.visualRect(index).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert window.look.tokens.is_dark
    assert not palette.isVisible()


def test_talks_and_editions_are_found_too(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot, "welcome addr")
    settle(qtbot, window)
    assert titles(palette)[0] == "Welcome address"
    qtbot.keyClick(palette.edit, KEY.Key_Return)
    settle(qtbot, window)
    assert window.shell.talk.entry is not None
    assert window.shell.talk.entry.title == "Welcome address"
    palette = opened(window, qtbot, "sample 2023")
    qtbot.keyClick(palette.edit, KEY.Key_Return)
    settle(qtbot, window)
    assert window.library.key == "sample-2023"
    palette = opened(window, qtbot, "qqqq")
    assert titles(palette) == []
    assert "Nothing fits" in palette.hint.text()
    qtbot.keyClick(palette.edit, KEY.Key_Return)
    assert palette.isVisible()


def test_the_list_of_keys_names_every_key_and_leaves_the_window_usable(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, KEY.Key_F1)
    panel = window.hands.key_list
    assert panel.isVisible()
    assert not panel.isModal()
    shown = [part.text() for part in panel.findChildren(QLabel)]
    for command in (*commands(), *gestures()):
        assert (command.text.removesuffix(" …") in shown) is bool(command.keys)
        for keys in key_texts(command.keys):
            assert keys in shown
    window.activateWindow()
    qtbot.keyClick(window, KEY.Key_2, CTRL)
    assert window.shell.front == "now"
    assert panel.isVisible()
    window.look.set_scale(2.0)
    qtbot.keyClick(panel, KEY.Key_F1)
    assert not panel.isVisible()


def test_the_menu_shows_every_command_in_its_group_with_its_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    menu = window.actions_.menu
    menu.aboutToShow.emit()
    groups_ = {action.text(): action.menu() for action in menu.actions() if action.menu()}
    assert [g.text for g in groups() if g.text] == list(groups_)
    assert len(menu.actions()) < 16
    shown = [*menu.actions(), *(a for sub in groups_.values() for a in sub.actions())]
    for command in commands():
        action = window.actions_[command.name]
        assert (action in shown) is command.is_listed
        assert [key.toString() for key in action.shortcuts()] == list(command.keys)
    menu.aboutToShow.emit()
    assert len(menu.actions()) < 16
