"""The search field: a glass, what can be looked for, and the keys that lead here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from companion.ui.fonts import CAPTION
from companion.ui.i18n import translate
from companion.ui.theme import Look

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_ICON_ROOM, _HINT_ROOM = 50, 110


class SearchEdit(QLineEdit):
    """Text to look for.

    Signals:
        results_requested: the arrow down: into the results.
        first_requested: Enter: open the best result.
    """

    results_requested = Signal()
    first_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(translate("Search", "Search"))
        self.setToolTip(translate("Search", "Search (Ctrl+F)"))
        self.setMinimumWidth(80)
        self.setMaximumWidth(460)
        self._glass = QAction(self)
        self._clear = QAction(translate("Search", "Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_text_changed)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _DOWN:
            self.results_requested.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.first_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The keys that lead here, at the right, while the field is empty."""
        super().paintEvent(event)
        if self.text() or self.hasFocus() or not self._has_room_for_hint():
            return
        painter = QPainter(self)
        painter.setFont(self._look.font(CAPTION))
        painter.setPen(self._look.color("faint"))
        box = self.rect().adjusted(0, 0, -14, 0)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side, translate("Search", "Ctrl F"))
        painter.end()

    def _has_room_for_hint(self) -> bool:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return self.width() > words + _HINT_ROOM

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorter words in a narrow window."""
        super().resizeEvent(event)
        long = translate("Search", "Search talks, people, texts in all editions")
        is_roomy = self.width() > self.fontMetrics().horizontalAdvance(long) + _ICON_ROOM
        self.setPlaceholderText(long if is_roomy else translate("Search", "Search"))

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))

    def _on_look_changed(self) -> None:
        size = self._look.fonts.px(16)
        self._glass.setIcon(self._look.icon("search", size=size))
        self._clear.setIcon(self._look.icon("x", size=size))
