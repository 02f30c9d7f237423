"""The outline of a formula as Qt fills it: no size, no colour, sharp on every screen."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

if TYPE_CHECKING:
    from companion.text.outline import Outline


@dataclass(frozen=True, slots=True)
class Ink:
    """What to fill; lengths are in units of the size of the letters.

    Attributes:
        width, ascent, depth: of the whole; depth is below the baseline.
        glyphs: from the left end of the baseline.
        rules: bars of fractions and roots; apart, since they overlap glyphs that run round the
            other way.
    """

    width: float
    ascent: float
    depth: float
    glyphs: QPainterPath
    rules: tuple[QRectF, ...]


def ink_of(outline: "Outline") -> Ink:
    """The outline as a path; in any thread."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    rules: list[QRectF] = []
    for name, values in outline.strokes:
        if name == "M":
            path.moveTo(*values)
        elif name == "L":
            path.lineTo(*values)
        elif name == "Q":
            path.quadTo(*values)
        elif name == "Z":
            path.closeSubpath()
        else:
            rules.append(QRectF(*values))
    return Ink(outline.width, outline.ascent, outline.depth, path, tuple(rules))


def fill(painter: QPainter, ink: Ink, at: QPointF, size: float, color: QColor) -> None:
    """Draw a formula.

    Args:
        painter: of any device.
        ink: the formula.
        at: left end of its baseline.
        size: of its letters, in the painter's units.
        color: of all of it.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.translate(at)
    painter.scale(size, size)
    painter.drawPath(ink.glyphs)
    for rule in ink.rules:
        painter.drawRect(rule)
    painter.restore()
