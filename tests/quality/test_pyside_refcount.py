import sys

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot


def test_painting_keeps_the_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 loses one a call, and the program aborts within seconds."""
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    colour = QColor("black")
    painter.setPen(colour)
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.setPen(colour)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert abs(lost) < 20
