"""Every control that can be reached has a name, and Tab never gets stuck."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.actions import commands
from companion.ui.dialogs.export_dialog import ExportDialog, ExportOffer
from companion.ui.dialogs.zone_dialog import ZoneDialog
from companion.ui.main_window import MainWindow
from tests.ui.conftest import settle

Show = Callable[[MainWindow, QtBot], QWidget]


def programme(window: MainWindow, qtbot: QtBot) -> QWidget:
    return window


def search(window: MainWindow, qtbot: QtBot) -> QWidget:
    window.shell.top_bar.search.setText("quantum")
    settle(qtbot, window)
    return window


def message(window: MainWindow, qtbot: QtBot) -> QWidget:
    window.runner.failed.emit(RuntimeError("x"))
    return window


def first_run(window: MainWindow, qtbot: QtBot) -> QWidget:
    window.open_view("first-run")
    return window


def edition(window: MainWindow, qtbot: QtBot) -> QWidget:
    window.shell.sidebar.edition_chosen.emit("qtml2024")
    settle(qtbot, window)
    return window


def export(window: MainWindow, qtbot: QtBot) -> QWidget:
    dialog = ExportDialog(ExportOffer("k", "QTML", 1, 2), window)
    dialog.open()
    return dialog


def zones(window: MainWindow, qtbot: QtBot) -> QWidget:
    dialog = ZoneDialog("UTC", window)
    dialog.open()
    return dialog


PLACES = pytest.mark.parametrize(
    "show", [programme, search, message, first_run, edition, export, zones]
)


def reachable(root: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root)
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


@PLACES
def test_every_control_has_a_name_and_tab_goes_round(
    window: MainWindow, qtbot: QtBot, show: Show
) -> None:
    root = show(window, qtbot)
    controls = reachable(root)
    assert controls
    nameless = [f"{type(w).__name__} {w.objectName()}" for w in controls if not name_of(w).strip()]
    assert not nameless
    root.activateWindow()
    qtbot.waitUntil(root.isActiveWindow)
    seen: list[QWidget] = []
    controls[0].setFocus()
    for _ in range(4 * len(controls) + 4):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in seen:
            break
        seen.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    # Radio buttons of one group are one stop.
    stops = {type(widget).__name__ for widget in controls}
    assert {type(widget).__name__ for widget in seen} >= stops - {"QRadioButton"}
    assert QApplication.focusWidget() in seen


def test_every_command_has_words_and_no_key_means_two(window: MainWindow) -> None:
    keys = [key for command in commands() for key in command.keys]
    assert len(keys) == len(set(keys))
    for command in commands():
        assert window.actions_[command.name].text()
