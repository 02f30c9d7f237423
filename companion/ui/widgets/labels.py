"""Labels that never guess: plain text, unless a caller made its markup itself."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from companion.ui.plain_tip import plain_tip


class ElidedLabel(QLabel):
    """One line of plain text, cut with an ellipsis where it is too long; its tip says the rest."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setMinimumWidth(1)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )
        painter.end()

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _tell(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self._shown() != self.text() else "")


def label(
    kind: str = "", parent: QWidget | None = None, *, text: str = "", selectable: bool = False
) -> QLabel:
    """Plain text, broken where it must.

    Args:
        kind: see `companion.ui.style`.
        parent: given where many are made: a widget is dressed again at every new parent.
        text: foreign or ours.
        selectable: by mouse.
    """
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("kind", kind)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def line(parent: QWidget | None = None) -> QFrame:
    """A hairline."""
    made = QFrame(parent)
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made
