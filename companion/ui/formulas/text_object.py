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
class _Box:
    """A formula in pixels; without ink its Unicode form stands there."""

    width: float
    ascent: float
    depth: float
    size: float
    ink: Ink | None


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

    def formula(self, text_format: QTextFormat) -> "Formula | None":
        """Which formula stands in a place with this format."""
        name = text_format.toImageFormat().name()
        number = name.removeprefix(MARK)
        if number == name or not number.isdecimal() or int(number) >= len(self.formulas):
            return None
        return self.formulas[int(number)]

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
        formula = self.formula(text_format)
        if formula is None:
            return QSizeF()
        box = self._box(formula, document)
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
        formula = self.formula(text_format)
        if formula is None:
            return
        box = self._box(formula, document)
        rect = QRectF(rect)
        is_middle = text_format.toCharFormat().verticalAlignment() == _MIDDLE
        base = rect.bottom() - (_half(box, text_format) if is_middle else 0)
        brush = text_format.toCharFormat().foreground()
        color = self.color if brush.style() == Qt.BrushStyle.NoBrush else brush.color()
        at = QPointF(rect.left(), base)
        if box.ink is not None:
            fill(painter, box.ink, at, box.size, color)
            return
        painter.setFont(self.font)
        painter.setPen(color)
        painter.drawText(at, _words(formula))

    # --- measures ------------------------------------------------------------------------------

    @property
    def _size(self) -> float:
        return self.font.pixelSize() * _RATIO

    def _box(self, formula: "Formula", document: QTextDocument) -> _Box:
        ink = self.inks.get(formula)
        if ink is None:
            metrics = QFontMetricsF(self.font)
            width = metrics.horizontalAdvance(_words(formula))
            return _Box(width, metrics.ascent(), metrics.descent(), self._size, None)
        size = self._size
        room = document.textWidth()
        if room > 0 and ink.width * size > room:
            size *= max(_SMALLEST, room / (ink.width * size))
        return _Box(ink.width * size, ink.ascent * size, ink.depth * size, size, ink)


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
