"""Closer, farther, and what fits: the zoom of the grid by mouse and Tab key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from companion.ui.i18n import translate
from companion.ui.theme import Look


class ZoomButtons(QWidget):
    """Two buttons.

    Signals:
        zoomed: closer (1) or farther away (-1).
    """

    zoomed = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.out = self._button(translate("Timetable", "Smaller (−)"))
        self.closer = self._button(translate("Timetable", "Larger (+)"))
        self.out.clicked.connect(self._on_out_clicked)
        self.closer.clicked.connect(self._on_closer_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.out)
        row.addWidget(self.closer)
        look.changed.connect(self._refresh)
        self._refresh()

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def _refresh(self) -> None:
        self._look.dress(self.out, "minus", "dim")
        self._look.dress(self.closer, "plus", "dim")

    def _on_out_clicked(self) -> None:
        self.zoomed.emit(-1)

    def _on_closer_clicked(self) -> None:
        self.zoomed.emit(1)
