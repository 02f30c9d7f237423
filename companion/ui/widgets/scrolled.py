"""Scrolling up and down where the window is too low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QWidget


def scrolled(widget: QWidget, parent: QWidget | None = None) -> QScrollArea:
    """A widget in an area that scrolls.

    With a parent, give it an empty widget and fill that afterwards: a full one is dressed again at
    every parent.
    """
    made = QScrollArea(parent)
    made.setWidget(widget)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made


def keep_room_for_bar(area: QAbstractScrollArea) -> None:
    """The room of the vertical scroll bar is always kept; its handle is seen only with a use.

    So rows never change their width, and with it where their titles break.
    """
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar = area.verticalScrollBar()
    bar.setEnabled(bar.maximum() > bar.minimum())
    bar.rangeChanged.connect(lambda least, most: bar.setEnabled(most > least))
