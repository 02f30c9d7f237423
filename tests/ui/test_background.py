"""What the window does unasked: reminders, checks, and a word about how the start went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

import companion.fetch.polite
from companion import paths
from companion.app import Companion
from companion.domain.bookmark import Star
from companion.domain.entry import EntryKind, EntryRef
from companion.settings import BACKGROUND_CHECKS, OFF, ON
from companion.ui.background import Background
from companion.ui.main_window import MainWindow
from companion.ui.messages import MessageBar
from tests.support.recorded import CERN
from tests.support.replay_server import ReplayServer
from tests.ui.conftest import OpenWindow, settle

MORNING = datetime(2023, 11, 20, 6, 0, tzinfo=UTC)
MOVED, SHOWN = 10, "Efficient learning of t-doped stabiliser states"
"""One of the talks that the organisers move in the answers `after`."""


@dataclass
class Desk:
    """The programme of CERN from a server whose answers the test decides, and a clock."""

    services: Companion
    server: ReplayServer
    key: str
    clock: list[datetime]
    open_window: OpenWindow
    qtbot: QtBot

    def open(self) -> MainWindow:
        """The window with all that it does unasked."""
        window = self.open_window(of=self.services)
        self.background = Background(window, line_allows=lambda: True)
        window.library.reload()
        self.qtbot.waitUntil(lambda: self.background.watcher is not None)
        settle(self.qtbot, window)
        return window

    def star(self, window: MainWindow, db_id: int) -> EntryRef:
        ref = EntryRef(self.key, EntryKind.CONTRIBUTION, db_id)
        window.library.set_star([ref], Star.STARRED)
        settle(self.qtbot, window)
        return ref

    def look_later(self, window: MainWindow) -> None:
        """Half an hour passes, and the clock is looked at."""
        self.clock[0] += timedelta(hours=1)
        assert self.background.watcher is not None
        self.background.watcher.look()
        settle(self.qtbot, window)

    def press(self, bar: MessageBar) -> None:
        button = next(b for b in bar.findChildren(QPushButton) if b.isVisible())
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(
    replay: ReplayServer,
    tmp_path: Path,
    open_window: OpenWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    monkeypatch.setattr(companion.fetch.polite, "CRAWL_DELAY_S", 0.01)
    replay.serve_event(CERN)
    clock = [MORNING]
    services = Companion(paths.locate(tmp_path / "cern"), lambda: clock[0])
    report = services.sync.sync(replay.url(CERN))
    replay.forget()
    yield Desk(services, replay, report.edition, clock, open_window, qtbot)
    services.close()


def test_a_starred_talk_is_announced_and_can_be_opened(desk: Desk) -> None:
    window = desk.open()
    ref = desk.star(window, MOVED)
    entry = window.library.entry(ref)
    assert entry is not None
    assert entry.start_dt is not None
    reminding = desk.background.reminding
    assert reminding is not None
    desk.clock[0] = entry.start_dt - timedelta(minutes=11)
    reminding.look()
    settle(desk.qtbot, window)
    assert window.shell.message_bar.text == ""
    desk.clock[0] += timedelta(minutes=1)
    reminding.look()
    assert window.shell.message_bar.text.startswith(f"In 10 min: {SHOWN}")
    desk.press(window.shell.message_bar)
    settle(desk.qtbot, window)
    assert window.shell.talk.ref == ref
    assert window.shell.talk.isVisible()
    window.close()
    assert reminding.waiting_ms == -1


def test_a_change_of_my_talk_is_told_in_words_and_shown(desk: Desk) -> None:
    window = desk.open()
    ref = desk.star(window, MOVED)
    before = window.library.entry(ref)
    desk.server.serve_event(CERN, folder="after")
    desk.look_later(window)
    bar = window.shell.message_bar
    assert bar.text == (f"1 starred talk changed. “{SHOWN}”: moved from Mon 20 Nov 11:10 to 11:30.")
    after = window.library.entry(ref)
    assert before is not None
    assert after is not None
    assert after.start_dt != before.start_dt
    desk.press(bar)
    settle(desk.qtbot, window)
    assert window.shell.front == "changes"


def test_changes_of_other_talks_are_taken_over_without_a_word(desk: Desk) -> None:
    window = desk.open()
    desk.server.serve_event(CERN, folder="after")
    desk.look_later(window)
    entry = window.library.entry(EntryRef(desk.key, EntryKind.CONTRIBUTION, 30))
    assert entry is not None
    assert entry.title.endswith("(revised)")
    assert window.shell.message_bar.text == ""


def test_no_server_is_asked_where_checks_are_off(desk: Desk) -> None:
    desk.services.settings.set(BACKGROUND_CHECKS, OFF)
    window = desk.open()
    desk.look_later(window)
    assert desk.server.targets == []
    assert desk.background.watcher is not None
    assert desk.background.watcher.waiting_ms == -1
    desk.services.settings.set(BACKGROUND_CHECKS, ON)
    window.settings_changed.emit()
    settle(desk.qtbot, window)
    assert desk.server.targets


def test_a_damaged_database_is_told_once_at_the_start(desk: Desk) -> None:
    desk.star(desk.open(), MOVED)
    desk.services.close()
    desk.services.folders.database.write_bytes(b"not a database" * 500)
    window = desk.open()
    assert "damaged" in window.shell.message_bar.text
    assert "1 star" in window.shell.message_bar.text
    window.shell.message_bar.clear()
    window.library.reload()
    settle(desk.qtbot, window)
    assert window.shell.message_bar.text == ""
