"""Measuring, breaking and writing text in hand-painted rows; everything measured is remembered."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

_LIMIT = 20_000


class Measure:
    """Widths and line breaks in one font.

    Attributes:
        font: the font itself.
        height: of a line, whole pixels.
        ascent: from the top of a line to its baseline.
    """

    def __init__(self, font: QFont, height: int) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self.height = max(height, round(self._metrics.height()))
        self.ascent = round((self.height + self._metrics.ascent() - self._metrics.descent()) / 2)
        self._widths: dict[str, float] = {}
        self._elided: dict[tuple[str, int], str] = {}
        self._lines: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def write(self, painter: QPainter, color: QColor, left: float, top: float, text: str) -> None:
        """One line of text, its upper left corner at `left`, `top`."""
        painter.setPen(color)
        painter.setFont(self.font)
        painter.drawText(QPointF(left, top + self.ascent), text)

    def width(self, text: str) -> float:
        """Logical pixels."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > _LIMIT:
                self._widths.clear()
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    def elided(self, text: str, width: int) -> str:
        """The text, cut with an ellipsis where it is too long."""
        if self.width(text) <= width:
            return text
        key = (text, width)
        found = self._elided.get(key)
        if found is None:
            if len(self._elided) > _LIMIT:
                self._elided.clear()
            found = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._elided[key] = found
        return found

    def line_count(self, text: str, width: int, most: int = 2) -> int:
        """How many lines the text takes; broken only where that is not plain from its width."""
        if self.width(text) <= width:
            return 1
        return 2 if most == 2 else len(self.lines(text, width, most))

    def lines(self, text: str, width: int, most: int = 2) -> tuple[str, ...]:
        """The text broken at words, its last line cut with an ellipsis."""
        if self.width(text) <= width:
            return (text,)
        key = (text, width, most)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > _LIMIT:
                self._lines.clear()
            found = self._lines[key] = self._broken(text, width, most)
        return found

    def _broken(self, text: str, width: int, most: int) -> tuple[str, ...]:
        layout = QTextLayout(text, self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        starts: list[int] = []
        while len(starts) <= most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
            starts.append(line.textStart())
        layout.endLayout()
        # Qt counts UTF-16 units: an emoji is two of them.
        units = text.encode("utf-16-le")
        ends = [*starts[1:], len(units) // 2]
        parts = [
            units[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(starts, ends, strict=True)
        ]
        if len(parts) <= most:
            return tuple(part.rstrip() for part in parts)
        head = parts[: most - 1]
        rest = units[2 * starts[most - 1] :].decode("utf-16-le")
        return (*(part.rstrip() for part in head), self.elided(rest, width))
