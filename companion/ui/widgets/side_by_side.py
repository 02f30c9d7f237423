"""Two parts beside each other; under each other where there is no room for that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from companion.ui.theme import Look

_WIDE = 720
"""Pixels at a text size of 100 % from which both stand side by side."""


class SideBySide(QSplitter):
    """Both can be made larger, but not away."""

    def __init__(self, look: Look, parts: tuple[QWidget, QWidget], sizes: tuple[int, int]) -> None:
        """`sizes` are their widths, of which the proportion counts."""
        super().__init__()
        self._look = look
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for part in parts:
            self.addWidget(part)
        self.setSizes(list(sizes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = event.size().width() >= _WIDE * self._look.fonts.scale
        side = Qt.Orientation
        self.setOrientation(side.Horizontal if is_wide else side.Vertical)
        super().resizeEvent(event)
