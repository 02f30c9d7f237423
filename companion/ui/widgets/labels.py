"""Labels that never guess: plain text, unless a caller made its markup itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel


def label(kind: str = "", *, text: str = "", selectable: bool = False) -> QLabel:
    """Plain text, broken where it must.

    Args:
        kind: see `companion.ui.style`.
        text: foreign or ours.
        selectable: by mouse.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("kind", kind)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def line() -> QFrame:
    """A hairline."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made
