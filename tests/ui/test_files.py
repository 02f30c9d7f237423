"""Editions by address, files opened and dropped, another list of editions: through the widgets."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from companion import paths
from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.entry import EntryState
from companion.ui.dialogs.add_edition_dialog import AddEditionDialog
from companion.ui.dialogs.catalogue_dialog import CatalogueDialog
from companion.ui.main_window import MainWindow
from companion.ui.views.sidebar import ADD
from tests.support.recorded import CERN, ODD_TIMES, document
from tests.support.replay_server import ReplayServer
from tests.ui.conftest import NOW, settle

if TYPE_CHECKING:
    from companion.ui.series.series_view import SeriesView


def press_action(window: MainWindow, qtbot: QtBot) -> None:
    """The button in the message bar."""
    bar = window.shell.message_bar
    button = next(b for b in bar.findChildren(QPushButton) if b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)


def open_add_dialog(window: MainWindow, qtbot: QtBot) -> AddEditionDialog:
    """By the last line of the list of editions."""
    editions = window.shell.sidebar.editions
    place = editions.side_model.place_of(ADD)
    rect = editions.visualRect(editions.side_model.index(place))
    qtbot.mouseClick(editions.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    return window.findChildren(AddEditionDialog)[-1]


def drop(window: MainWindow, qtbot: QtBot, *files: Path) -> None:
    """As a file manager does it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(200, 200), action, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), action, data, buttons, keys))
    settle(qtbot, window)


@pytest.fixture
def recorded(replay: ReplayServer, tmp_path: Path) -> Path:
    """The CERN programme in a file, recorded by somebody else."""
    replay.serve_event(CERN)
    other = Companion(paths.locate(tmp_path / "other"), lambda: NOW)
    path = tmp_path / "cern.zip"
    other.sync.record_snapshot(replay.url(CERN), path, other.snapshots)
    other.close()
    return path


def test_an_edition_is_added_by_its_address(
    window: MainWindow, replay: ReplayServer, qtbot: QtBot
) -> None:
    replay.serve_event(ODD_TIMES)
    elsewhere = document(ODD_TIMES, "event")
    elsewhere["results"][0]["category"] = "Workshops"
    replay.serve(ODD_TIMES, "event", elsewhere)
    dialog = open_add_dialog(window, qtbot)
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.field, f"{replay.base_url}/category/7/")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "is not the address of an Indico event" in dialog.status.text()
    dialog.field.setText(f"{replay.base_url}/event/404404/")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "has no event 404404" in dialog.status.text()
    assert dialog.isVisible()
    assert dialog.field.selectedText()
    dialog.field.setText(replay.url(ODD_TIMES))
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    info = window.library.info
    assert info is not None
    assert info.key.endswith(str(ODD_TIMES))
    bar = window.shell.message_bar
    assert "Neither title nor category" in bar.text
    press_action(window, qtbot)
    assert "now belongs to the series" in bar.text
    assert window.services.series.is_member(info.key)
    press_action(window, qtbot)  # Undo
    assert "does not belong to the series any more" in bar.text
    assert not window.services.series.is_member(info.key)
    assert edition_menu(window, qtbot, "sample-2024") == {"Show": False}
    assert "Belongs to the series" not in edition_menu(window, qtbot, "qtml2025")
    words = edition_menu(window, qtbot, info.key)
    assert list(words) == ["Show", "Sync", "Open its website", "Belongs to the series"]
    assert not words["Belongs to the series"]
    assert window.editions.menu is not None
    window.editions.menu.actions()[-1].trigger()
    settle(qtbot, window)
    assert window.services.series.is_member(info.key)
    assert edition_menu(window, qtbot, info.key)["Belongs to the series"]
    leave_in_the_series_view(window, qtbot, info.key)


def leave_in_the_series_view(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.pages.go("series")
    settle(qtbot, window)
    view: SeriesView = window.shell.page_view.glance
    view.choose("qtml2025")
    assert not view.facts.leave.isVisible()
    view.choose(key)
    qtbot.mouseClick(view.facts.leave, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert key not in {stop.item.key for stop in view.line.stops}
    press_action(window, qtbot)  # Undo
    assert key in {stop.item.key for stop in view.line.stops}


def edition_menu(window: MainWindow, qtbot: QtBot, key: str) -> dict[str, bool]:
    """The words of the menu of an edition by the keyboard, and which of them are ticked."""
    editions = window.shell.sidebar.editions
    editions.set_value(key)
    editions.setFocus()
    window.hands.reach.open_here()
    settle(qtbot, window)
    menu = window.editions.menu
    assert menu is not None
    menu.close()
    return {a.text(): a.isChecked() for a in menu.actions() if not a.isSeparator()}


def test_a_recorded_edition_is_dropped_and_an_older_one_only_taken_by_hand(
    window: MainWindow, recorded: Path, replay: ReplayServer, tmp_path: Path, qtbot: QtBot
) -> None:
    services = window.services
    newer = tmp_path / "newer.zip"
    replay.serve_event(CERN, folder="after")
    services.sync.record_snapshot(replay.url(CERN), newer, services.snapshots)
    replay.stop()
    drop(window, qtbot, newer)
    info = window.library.info
    assert info is not None
    assert info.edition.address is not None
    assert "The file was recorded" in window.shell.message_bar.text
    title = next(e.title for e in window.library.entries if e.ref.ident == 30)
    assert title.endswith("(revised)")
    drop(window, qtbot, recorded)
    assert "before what is stored" in window.shell.message_bar.text
    press_action(window, qtbot)
    title = next(e.title for e in window.library.entries if e.ref.ident == 30)
    assert not title.endswith("(revised)")


def test_stars_come_from_a_dropped_calendar_and_unknown_ones_are_named(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    talk = next(e for e in window.library.entries if e.is_contribution)
    calendar = tmp_path / "agenda.ics"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN"]
    mine = f"indico-contribution-{talk.ref.ident}@sample.invalid"
    for uid, title in ((mine, "Mine"), ("42@elsewhere.example", "Dentist")):
        lines += ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20241125T000000Z", f"SUMMARY:{title}"]
        lines += ["DTSTART:20241126T000000Z", "END:VEVENT"]
    calendar.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), newline="")
    drop(window, qtbot, calendar)
    text = window.shell.message_bar.text
    assert text.startswith("1 talk starred from agenda.ics; 0 starred already.")
    assert "No talk on this computer: “Dentist”." in text
    entry_now = window.library.entry(talk.ref)
    assert entry_now is not None
    assert entry_now.star is Star.STARRED


def test_what_is_none_of_these_is_refused_in_words(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG")
    drop(window, qtbot, picture)
    assert "picture.png cannot be used" in window.shell.message_bar.text


def test_text_held_over_the_window_is_left_to_others(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("not a file")
    assert not window.files.hover(data)


def test_another_list_of_editions_is_taken_and_given_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    bundled = paths.resource("editions.toml").read_text("utf-8")
    window.actions_["update_catalogue"].trigger()
    dialog = window.findChildren(CatalogueDialog)[-1]
    settle(qtbot, window)
    assert dialog.in_use.text() == "10 editions known."
    broken = tmp_path / "broken.toml"
    broken.write_text("[[edition]]\nkey = 3\n")
    dialog.field.setText(str(broken))
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "cannot be used" in dialog.status.text()
    good = tmp_path / "editions.toml"
    good.write_text(bundled.replace('"Stellenbosch"', '"Cape Town"'))
    dialog.field.setText(str(good))
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.shell.message_bar.text == "The list of editions is updated; changed: qtml2026."
    assert any(info.edition.city == "Cape Town" for info in window.library.editions)
    window.actions_["update_catalogue"].trigger()
    dialog = window.findChildren(CatalogueDialog)[-1]
    settle(qtbot, window)
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not any(info.edition.city == "Cape Town" for info in window.library.editions)


def test_the_edition_shown_is_recorded_the_sample_is_not(
    window: MainWindow, replay: ReplayServer, tmp_path: Path, qtbot: QtBot, monkeypatch
) -> None:
    window.actions_["save_snapshot"].trigger()
    assert "can be recorded" in window.shell.message_bar.text
    replay.serve_event(CERN)
    window.syncing.sync(replay.url(CERN), "CERN")
    settle(qtbot, window)
    info = window.library.info
    assert info is not None
    target = tmp_path / "made.zip"
    monkeypatch.setattr(
        "companion.ui.dialogs.files.ask_save_name", lambda *words: words[-1](target)
    )
    window.actions_["save_snapshot"].trigger()
    settle(qtbot, window)
    assert "was recorded in" in window.shell.message_bar.text
    assert target.read_bytes().startswith(b"PK")


def test_a_doubtful_answer_is_refused_kept_and_can_be_taken(
    window: MainWindow, services: Companion, replay: ReplayServer, qtbot: QtBot
) -> None:
    replay.serve_event(CERN)
    window.syncing.sync(replay.url(CERN), "CERN")
    settle(qtbot, window)
    known = len(window.library.entries)
    assert known > 100
    event = document(CERN, "event")
    event["results"][0]["contributions"] = []
    replay.serve(CERN, "event", event)
    replay.serve(CERN, "timetable", {"results": {str(CERN): {}}})
    qtbot.keyClick(window, Qt.Key.Key_F5)
    settle(qtbot, window)
    assert "now shows no programme" in window.shell.message_bar.text
    assert len(window.library.entries) == known
    assert list((services.data_dir / "refused").iterdir())
    press_action(window, qtbot)
    talks = [e for e in window.library.entries if e.is_contribution]
    assert talks
    assert all(e.state is EntryState.WITHDRAWN for e in talks)
