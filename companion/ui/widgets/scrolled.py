"""Scrolling up and down where the window is too low."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


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
