"""Formulas as inline objects of a text document, on the baseline of the words around them.

Qt knows two places for an inline object: its bottom on the baseline, or its middle at half the
x-height. What hangs no lower than letters do is placed by the first and painted over the bottom
edge, so that the line gets no higher; the rest is placed by the second, in a box that is as deep
below the baseline as it must be (docs/formulas.md).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from companion.text.marked import MARK
from companion.ui.formulas.ink import Ink, fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.text.formulas import Formula

_RATIO = 1.14
"""Letters of the mathematical font are that much smaller than Inter's of one size."""

_SMALLEST = 0.6
"""A wide formula shrinks to this; a wider one is scrolled."""

_MIDDLE = QTextCharFormat.VerticalAlignment.AlignMiddle
_BASELINE = QTextCharFormat.VerticalAlignment.AlignNormal


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in one place: a formula, and the signs that touch it."""

    formula: "Formula"
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Box:
    """A formula with its signs in pixels; without ink its Unicode form stands there."""

    left: float
    middle: float
    right: float
    ascent: float
    depth: float
    size: float
    ink: Ink | None

    @property
    def width(self) -> float:
        return self.left + self.middle + self.right


class FormulaObjects(QPyTextObject):
    """Sizes and paints the marks of a `PageText`; every other image is nothing.

    Attributes:
        formulas: by the numbers of their marks.
        inks: those drawn so far.
        font, color: of the words around.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.formulas: tuple[Formula, ...] = ()
        self.inks: Mapping[Formula, Ink | None] = {}
        self.font = QFont()
        self.color = QColor()

    def mark(self, text_format: QTextFormat) -> Mark | None:
        """What stands in a place with this format."""
        name = text_format.toImageFormat().name()
        number, _bar, signs = name.removeprefix(MARK).partition("|")
        if not name.startswith(MARK) or not number.isdecimal() or int(number) >= len(self.formulas):
            return None
        before, _bar, after = signs.partition("|")
        return Mark(self.formulas[int(number)], before, after)

    def alignment(self, formula: "Formula") -> QTextCharFormat.VerticalAlignment:
        """How a drawn formula must be aligned; see the module."""
        ink = self.inks.get(formula)
        if ink is None:
            return _BASELINE
        metrics = QFontMetricsF(self.font)
        is_deep = ink.depth * self._size > metrics.descent() + 1
        return _MIDDLE if is_deep else _BASELINE

    # --- QTextObjectInterface ------------------------------------------------------------------

    def intrinsicSize(
        self, document: QTextDocument, position: int, text_format: QTextFormat
    ) -> QSizeF:
        del position
        mark = self.mark(text_format)
        if mark is None:
            return QSizeF()
        box = self._box(mark, document)
        if text_format.toCharFormat().verticalAlignment() != _MIDDLE:
            return QSizeF(box.width, box.ascent)
        return QSizeF(box.width, 2 * _half(box, text_format) + _x_height(text_format) / 2)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        text_format: QTextFormat,
    ) -> None:
        del position
        mark = self.mark(text_format)
        if mark is None:
            return
        box = self._box(mark, document)
        rect = QRectF(rect)
        is_middle = text_format.toCharFormat().verticalAlignment() == _MIDDLE
        base = rect.bottom() - (_half(box, text_format) if is_middle else 0)
        brush = text_format.toCharFormat().foreground()
        color = self.color if brush.style() == Qt.BrushStyle.NoBrush else brush.color()
        self._paint(painter, QPointF(rect.left(), base), mark, box, color)

    def _paint(self, painter: QPainter, at: QPointF, mark: Mark, box: _Box, color: QColor) -> None:
        painter.setFont(self.font)
        painter.setPen(color)
        middle = QPointF(at.x() + box.left, at.y())
        if box.ink is None:
            painter.drawText(middle, _words(mark.formula))
        else:
            fill(painter, box.ink, middle, box.size, color)
        painter.drawText(at, mark.before)
        painter.drawText(QPointF(middle.x() + box.middle, at.y()), mark.after)

    # --- measures ------------------------------------------------------------------------------

    @property
    def _size(self) -> float:
        return self.font.pixelSize() * _RATIO

    def _box(self, mark: Mark, document: QTextDocument) -> _Box:
        metrics, size = QFontMetricsF(self.font), self._size
        ascent, descent = metrics.ascent(), metrics.descent()
        left, right = map(metrics.horizontalAdvance, (mark.before, mark.after))
        ink = self.inks.get(mark.formula)
        if ink is None:
            middle = metrics.horizontalAdvance(_words(mark.formula))
            return _Box(left, middle, right, ascent, descent, size, None)
        room = document.textWidth() - left - right
        if room > 0 and ink.width * size > room:
            size *= max(_SMALLEST, room / (ink.width * size))
        return _Box(left, ink.width * size, right, ink.ascent * size, ink.depth * size, size, ink)


def _words(formula: "Formula") -> str:
    # By now the text was read, which imported this off the GUI thread.
    from companion.text.unicode_math import to_unicode  # noqa: PLC0415

    return to_unicode(formula.source)


def _x_height(text_format: QTextFormat) -> int:
    """As Qt's layout takes it where it aligns the middle of an object."""
    return QFontMetrics(text_format.toCharFormat().font()).xHeight()


def _half(box: _Box, text_format: QTextFormat) -> float:
    """How far a box reaches below the baseline, where its middle is at half the x-height."""
    return max(box.depth, box.ascent - _x_height(text_format) / 2)
