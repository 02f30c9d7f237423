"""Colours and text for hand-painted rows, looked up once per look."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from companion.ui.delegates.row_metrics import RowMetrics
from companion.ui.delegates.text import Measure
from companion.ui.theme import Look


class Ink:
    """What all parts of a row are painted with.

    Attributes:
        look: theme and icons.
        metrics: fonts and columns at the text size of the look.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self.metrics = RowMetrics(look.fonts)
        self._colors: dict[str, QColor] = {}

    def color(self, name: str) -> QColor:
        """The colour of a token."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = self.look.color(name)
        return found

    def session_color(self, given: str) -> QColor:
        """A session's colour, fitted to the theme."""
        found = self._colors.get(given)
        if found is None:
            found = self._colors[given] = self.look.session_color(given)
        return found

    def write(
        self, painter: QPainter, measure: Measure, color: str, left: float, top: float, text: str
    ) -> None:
        """One line of text, its upper left corner at `left`, `top`."""
        measure.write(painter, self.color(color), left, top, text)

    def plate(self, painter: QPainter, box: QRectF, color: QColor, radius: float = 4) -> None:
        """A filled rounded rectangle without a border."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, radius, radius)
