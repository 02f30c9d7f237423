"""What is heavy begins after the first picture; also in a window that is not painted at all."""

from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.first_picture import FirstPicture


def test_told_once_when_all_of_the_window_is_painted(qtbot: QtBot) -> None:
    seen: list[str] = []

    class Inside(QLabel):
        def paintEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
            del event
            seen.append("painted")

    window = QMainWindow()
    window.setCentralWidget(Inside())
    qtbot.addWidget(window)
    first = FirstPicture(window)
    first.painted.connect(lambda: seen.append("told"))
    with qtbot.waitSignal(first.painted):
        window.show()
    assert seen == ["painted", "told"]
    window.repaint()
    assert seen == ["painted", "told", "painted"]


def test_a_window_that_stays_hidden_begins_all_the_same(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first = FirstPicture(window)
    with qtbot.waitSignal(first.painted, timeout=5_000):
        pass
