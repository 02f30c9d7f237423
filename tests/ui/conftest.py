"""A real window over a real database, without a display; and nothing of one test in the next."""

import gc
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from companion import paths
from companion.app import Companion
from companion.services.series_cache import SeriesCache
from companion.ui.main_window import MainWindow
from companion.ui.one_shot import is_waiting
from companion.ui.style import style_sheet
from companion.ui.theme import Look

NOW = datetime(2024, 11, 25, 23, 38, tzinfo=UTC)
"""Tuesday 10:38 in Melbourne, 00:38 in Zurich: a talk of the sample is running."""

OpenWindow = Callable[..., MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without a display the platform plugin says this of smallest sizes and of popups."""
    for item in items:
        if "tests/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """No garbage collection inside event dispatch; afterwards every window is really gone."""
    if "qapp" not in request.fixturenames:
        yield
        return
    qapp: QApplication = request.getfixturevalue("qapp")
    gc.disable()
    yield
    _let_go()
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.enable()
    gc.collect()
    gc.freeze()  # what is left are modules; half a million objects less to look through next time


def _let_go() -> None:
    """Qt remembers the buttons and the modifiers of the last event, also that of a test."""
    QTest.mouseRelease(QWidget(), Qt.MouseButton.LeftButton)
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton
    assert QApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def _no_nested_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for an answer would wait for ever."""

    def refuse(dialog: QDialog) -> int:
        raise AssertionError(f"{type(dialog).__name__}.exec() blocks; use open()")

    monkeypatch.setattr(QDialog, "exec", refuse)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light theme; put on only where the test before took it off, for that takes a while."""
    made = Look("light")
    if qapp.styleSheet() != style_sheet(made.tokens, made.fonts):
        made.apply()
    return made


@pytest.fixture(scope="session")
def _compared(_sample_folder: Path) -> Iterator[SeriesCache]:
    """What the program keeps in memory once it has compared both samples."""
    companion = Companion(paths.locate(_sample_folder), lambda: NOW)
    cache = companion._series_cache
    cache.follow_ups("sample-2023", "sample-2024")
    yield cache
    companion.close()


@pytest.fixture
def services(sample_data: Path, _compared: SeriesCache) -> Iterator[Companion]:
    """Services over a copy of the samples, a while after the start."""
    companion = Companion(paths.locate(sample_data), lambda: NOW)
    companion._series_cache._prepared.update(_compared._prepared)
    companion._series_cache._pairings.update(_compared._pairings)
    companion._series_cache._follow_ups.update(_compared._follow_ups)
    yield companion
    companion.close()


@pytest.fixture
def empty_services(tmp_path: Path) -> Iterator[Companion]:
    """Services of a first start."""
    companion = Companion(paths.locate(tmp_path / "empty"), lambda: NOW)
    yield companion
    companion.close()


@pytest.fixture
def open_window(services: Companion, look: Look, qtbot: QtBot) -> Iterator[OpenWindow]:
    """Opens windows that show the sample of 2024, and closes them."""
    opened: list[MainWindow] = []

    def open_one(
        size: tuple[int, int] = (1280, 800),
        of: Companion = services,
        *,
        is_online: bool = False,
        zone_name: str = "event",
    ) -> MainWindow:
        window = MainWindow(
            of,
            look,
            reader_zone=ZoneInfo("Europe/Zurich"),
            zone_name=zone_name,
            is_online=is_online,
        )
        opened.append(window)
        window.resize(*size)
        window.show()
        window.start()
        qtbot.waitUntil(lambda: window.library.is_loaded)
        settle(qtbot, window)
        return window

    yield open_one
    for window in opened:
        window.discard()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way; work may start further work in the next turn."""
    for _ in range(3):
        QCoreApplication.processEvents()
        qtbot.waitUntil(lambda: not window.runner.is_busy and not is_waiting(window))


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The window at its usual size."""
    return open_window()
