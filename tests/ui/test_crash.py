import sys
import threading

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.crash import CrashWatch


@pytest.fixture
def watch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CrashWatch:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = CrashWatch()
    made.install()
    return made


def test_an_error_in_a_thread_arrives_in_the_gui_thread(watch: CrashWatch, qtbot: QtBot) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(watch.crashed) as crashed:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert isinstance(crashed.args[0], ZeroDivisionError)


def test_an_error_in_a_slot_is_told_and_logged(
    watch: CrashWatch, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(watch.crashed):
        error = ValueError("x")
        sys.excepthook(ValueError, error, None)
    assert "uncaught" in caplog.text
    watch.uninstall()
    assert sys.excepthook is sys.__excepthook__
