"""A second start asks the first to come forward; what a killed one left behind is no obstacle."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.ui.single_instance import SingleInstance, raise_window

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from companion.ui.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[1]))
is_ours = instance.claim()
if is_ours:
    instance.listen()
print(is_ours, flush=True)
if len(sys.argv) > 2:
    sys.stdin.read()
"""


def start(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_process_raises_the_window_of_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path / "data")
    assert first.claim()
    first.listen()
    with qtbot.waitSignal(first.raise_requested, timeout=20_000):
        second = start(tmp_path / "data")
    out, _ = second.communicate(timeout=20)
    assert out == "False\n"
    other = SingleInstance(tmp_path / "other")
    assert other.claim()
    other.release()
    first.release()
    third = SingleInstance(tmp_path / "data")
    assert third.claim()
    third.release()


def test_what_a_killed_process_left_is_no_obstacle(qtbot: QtBot, tmp_path: Path) -> None:
    first = start(tmp_path, "stay")
    assert first.stdout is not None
    assert first.stdout.readline() == "True\n"
    first.kill()
    first.wait()
    first.communicate()
    mine = SingleInstance(tmp_path)
    assert mine.claim()
    mine.listen()
    with qtbot.waitSignal(mine.raise_requested, timeout=20_000):
        second = start(tmp_path)
    second.communicate(timeout=20)
    mine.release()


def test_one_that_does_not_answer_is_not_waited_for_long(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    started = time.monotonic()
    assert not SingleInstance(tmp_path).claim(wait_ms=200)
    assert time.monotonic() - started < 2
    first.release()


def test_a_folder_that_cannot_be_written_is_no_reason_to_end(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").touch()
    assert SingleInstance(tmp_path / "file" / "data").claim()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_window_in_the_task_bar_comes_forward(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    raise_window(window)
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    assert window.isVisible()
