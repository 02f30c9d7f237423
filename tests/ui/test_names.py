"""Open to everybody: names, roles, sentences, a focus that is seen and never caught, everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.ui.actions import commands
from companion.ui.main_window import MainWindow
from tests.ui.changed import change_sample, talks
from tests.ui.conftest import NOW, OpenWindow, settle
from tests.ui.walk import faults

VIEWS = [command.name for command in commands() if command.name.startswith("show_")]
DIALOGS = [command.name for command in commands() if command.text.endswith("…")]
OTHERS = [
    *("form", "talk", "search", "first-run", "compare", "remote", "for-me"),
    *("message", "edition", "keys"),
]


@pytest.fixture
def full(open_window: OpenWindow, services: Companion, qtbot: QtBot) -> MainWindow:
    """A window with stars that overlap, changes and a message: something in every view."""
    later = {item.db_id: lambda same: same for item in talks(services)[:1]}
    change_sample(services, {**later, talks(services)[3].db_id: lambda _: None}, NOW)
    window = open_window()
    refs = [entry.ref for entry in window.library.entries if entry.is_contribution]
    window.library.set_star(refs[:6], Star.STARRED)
    settle(qtbot, window)
    return window


def shown(window: MainWindow, name: str) -> QWidget:
    """Show a place by the name of a command or view."""
    if name == "message":
        window.runner.failed.emit(RuntimeError("x"))
    elif name == "edition":
        window.shell.sidebar.edition_chosen.emit("qtml2024")
    elif name in VIEWS or name in DIALOGS or name in {"form", "keys"}:
        window.actions_[name].trigger()
    else:
        window.open_view(name, "quantum")
    return window


def in_front(window: MainWindow) -> QWidget:
    """The dialog or the palette that is open, else the window."""
    if window.hands.palette.isVisible():
        return window.hands.palette
    popup = QApplication.activePopupWidget()
    dialogs = [d for d in window.findChildren(QDialog) if d.isVisible()]
    return popup or (dialogs[-1] if dialogs else window)


def walked(window: MainWindow, qtbot: QtBot, names: list[str]) -> list[str]:
    found = []
    for name in names:
        shown(window, name)
        settle(qtbot, window)
        root = in_front(window)
        if not isinstance(root, QFileDialog):  # Qt's own
            found += [f"{name}: {fault}" for fault in faults(root)]
        if root is not window:
            root.close()
        settle(qtbot, window)
        window.shell.top_bar.search.clear()
    return found


def test_every_view_is_open_to_everybody(full: MainWindow, qtbot: QtBot) -> None:
    found = walked(full, qtbot, VIEWS)
    assert not found, "\n".join(found)


def test_every_dialog_is_open_to_everybody(full: MainWindow, qtbot: QtBot) -> None:
    found = walked(full, qtbot, DIALOGS)
    assert not found, "\n".join(found)


def test_every_other_place_is_open_to_everybody(full: MainWindow, qtbot: QtBot) -> None:
    found = walked(full, qtbot, OTHERS)
    assert not found, "\n".join(found)


def test_every_command_has_words_and_no_key_means_two(window: MainWindow, qtbot: QtBot) -> None:
    keys = [key for command in commands() for key in command.keys]
    assert len(keys) == len(set(keys))
    for command in commands():
        assert window.actions_[command.name].text()
    # A letter that is typed is no command.
    before = window.library.entries
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.shell.top_bar.search, "sntz")
    settle(qtbot, window)
    assert window.shell.top_bar.search.text() == "sntz"
    assert window.library.entries == before
    assert (window.library.zone_name, window.pages.form) == ("event", "programme")
