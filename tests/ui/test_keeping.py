"""Settings and the person's own data, through their dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from companion.app import Companion
from companion.domain.bookmark import Star
from companion.settings import (
    BACKGROUND_CHECKS,
    LANGUAGE,
    OFF,
    REMINDER_MINUTES,
    TEXT_SIZE,
    THEME,
    ZONE,
)
from companion.ui.dialogs.settings_dialog import SettingsDialog
from companion.ui.dialogs.your_data_dialog import YourDataDialog
from companion.ui.dialogs.zone_dialog import ZoneDialog
from companion.ui.main_window import MainWindow
from tests.ui.conftest import settle
from tests.ui.walk import faults


def choose(qtbot: QtBot, combo: QComboBox, data: object) -> None:
    """With the keyboard, as far as it takes."""
    combo.setFocus()
    step = 1 if combo.findData(data) > combo.currentIndex() else -1
    key = Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up
    while combo.currentData() != data:
        qtbot.keyClick(combo, key)


def settings_of(window: MainWindow) -> SettingsDialog:
    window.actions_["settings"].trigger()
    return window.findChildren(SettingsDialog)[-1]


def data_of(window: MainWindow, qtbot: QtBot) -> YourDataDialog:
    window.actions_["your_data"].trigger()
    settle(qtbot, window)
    return window.findChildren(YourDataDialog)[-1]


@pytest.mark.qt_log_ignore("does not support raise", "propagateSizeHints", extend=True)
def test_every_choice_holds_at_once_and_is_kept(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    dialog = settings_of(window)
    assert not dialog.isModal()
    with qtbot.waitSignals([window.settings_changed] * 2):
        choose(qtbot, dialog.reminder, 30)
        choose(qtbot, dialog.checks, OFF)
    choose(qtbot, dialog.theme, "dark")
    choose(qtbot, dialog.text_size, 125)
    choose(qtbot, dialog.language, "fr")
    choose(qtbot, dialog.zone, "local")
    kept = services.settings
    assert (kept.get(REMINDER_MINUTES), kept.get(BACKGROUND_CHECKS)) == (30, OFF)
    assert (kept.get(THEME), window.look.tokens.name) == ("dark", "dark")
    assert (kept.get(TEXT_SIZE), window.look.fonts.scale) == (125, 1.25)
    assert kept.get(LANGUAGE) == "fr"
    assert (kept.get(ZONE), window.library.zone_name) == ("local", "local")
    window.actions_["settings"].trigger()
    assert window.findChildren(SettingsDialog) == [dialog]
    dialog.close()


def test_any_zone_can_be_chosen_from_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    dialog = settings_of(window)
    choose(qtbot, dialog.zone, "other")
    assert window.findChildren(ZoneDialog)[-1].isVisible()


def test_stars_go_to_a_file_and_come_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = next(e for e in window.library.entries if e.is_contribution)
    window.library.set_star([talk.ref], Star.STARRED)
    file = tmp_path / "stars.json"
    where = "companion.ui.dialogs.your_data_dialog"
    monkeypatch.setattr(f"{where}.ask_save_name", lambda *words: words[-1](file))
    monkeypatch.setattr(f"{where}.ask_open_name", lambda *words: words[-1](file))
    dialog = data_of(window, qtbot)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert dialog.status.text() == f"1 star written to {file}."
    window.library.set_star([talk.ref], Star.NONE)
    qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert dialog.status.text().startswith("1 star came in; 0 here already.")
    entry = window.library.entry(talk.ref)
    assert entry is not None
    assert entry.star is Star.STARRED
    file.write_text("{}")
    qtbot.mouseClick(dialog.read, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "cannot be used" in dialog.status.text()


def test_a_backup_says_what_it_would_do_is_restored_and_undone(
    window: MainWindow, qtbot: QtBot
) -> None:
    one, two = [e.ref for e in window.library.entries if e.is_contribution][:2]
    window.library.set_star([one], Star.STARRED)
    dialog = data_of(window, qtbot)
    dialog.show_page("backups")
    page = dialog.backups
    assert "1 star" in page.list.item(0).text()
    assert not page.undo.isVisible()
    window.library.set_star([one], Star.NONE)
    window.library.set_star([two], Star.TENTATIVE)
    dialog.reload()
    settle(qtbot, window)
    assert page.effect.text().startswith("Restoring brings back 1 star and takes away 1.")
    qtbot.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    settle(qtbot, window)

    def stars() -> list[Star]:
        found = (window.library.entry(ref) for ref in (one, two))
        return [entry.star for entry in found if entry]

    assert stars() == [Star.STARRED, Star.NONE]
    assert dialog.status.text().startswith("Restored as of ")
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert stars() == [Star.NONE, Star.TENTATIVE]
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert page.list.item(0).text().endswith("1 star · made by you")


def test_a_damaged_backup_cannot_be_restored(
    window: MainWindow, services: Companion, qtbot: QtBot
) -> None:
    talk = next(e for e in window.library.entries if e.is_contribution)
    window.library.set_star([talk.ref], Star.STARRED)
    settle(qtbot, window)
    for file in (services.data_dir / "backups").iterdir():
        file.write_text("{")
    dialog = data_of(window, qtbot)
    dialog.show_page("backups")
    assert "damaged" in dialog.backups.list.item(0).text()
    assert not dialog.backups.restore.isEnabled()


def test_every_page_is_open_to_everybody(window: MainWindow, qtbot: QtBot) -> None:
    talk = next(e for e in window.library.entries if e.is_contribution)
    window.library.set_star([talk.ref], Star.STARRED)
    dialog = data_of(window, qtbot)
    found = []
    for page in ("backups", "checkup"):
        dialog.show_page(page)
        settle(qtbot, window)
        found += faults(dialog)
    assert not found, "\n".join(found)


def test_large_text_makes_large_dialogs(window: MainWindow, qtbot: QtBot) -> None:
    dialog = settings_of(window)
    before = dialog.size()
    choose(qtbot, dialog.text_size, 150)
    after = dialog.size()
    assert after.width() > before.width()
    assert after.height() > before.height()
    for child in (dialog.theme, dialog.checks):
        assert dialog.rect().contains(child.geometry())


def test_the_check_up_says_what_it_found_and_the_sample_goes(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = data_of(window, qtbot)
    dialog.show_page("checkup")
    settle(qtbot, window)
    assert dialog.checkup.summary.text() == "All is well."
    texts = [dialog.checkup.list.item(row).text() for row in range(dialog.checkup.list.count())]
    assert any("SQLite finds the database sound" in text for text in texts)
    dialog.show_page("carry")
    qtbot.mouseClick(dialog.sample, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not window.library.has_programmes
