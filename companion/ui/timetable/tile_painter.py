"""How tiles look. Grounds are painted first, then the line of now, then the words."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from companion.domain.bookmark import Star
from companion.domain.grid import TileKind
from companion.ui.delegates.ink import Ink
from companion.ui.timetable.metrics import BAR, RADIUS, GridMetrics
from companion.ui.timetable.tile_words import Line

_STRONG = {"title": "text", "words": "dim", "link": "accent", "warning": "warning"}
_FAINT = {"title": "dim", "words": "faint", "link": "dim", "warning": "warning"}
HATCH = 9
"""Pixels between the lines that hatch a break."""


@dataclass(frozen=True, slots=True)
class TileState:
    """What a tile looks like now.

    Attributes:
        star: of its talk, or starred if one of its posters is.
        is_greyed: it is not what the view is about.
    """

    kind: TileKind
    color: str
    star: Star = Star.NONE
    is_past: bool = False
    is_selected: bool = False
    is_focused: bool = False
    is_hovered: bool = False
    is_greyed: bool = False


class TilePainter:
    """Paints tiles on one painter, whose origin is that of the content."""

    def __init__(self, ink: Ink, metrics: GridMetrics, painter: QPainter, area: QRect) -> None:
        """`area` is what is to be painted."""
        self._ink, self._metrics, self._painter, self._area = ink, metrics, painter, area

    def ground(self, rect: QRect, state: TileState) -> None:
        """Everything of a tile that lies under its words."""
        if state.kind is TileKind.BREAK:
            self._break(rect)
            return
        ink, painter, box = self._ink, self._painter, QRectF(rect)
        if state.is_greyed and not state.is_selected:
            painter.setPen(QPen(ink.color("hairline"), 1))
            painter.setBrush(ink.color("hover" if state.is_hovered else "pane"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        else:
            ink.plate(painter, box, ink.color(ground_name(state)), RADIUS)
            self._bar(box, ink.session_color(state.color))
        if state.star is not Star.NONE:
            pen = QPen(ink.color("star"), 2)
            if state.star is Star.TENTATIVE:
                pen.setStyle(Qt.PenStyle.DashLine)
            self._outline(box.adjusted(1, 1, -1, -1), pen)
        if state.is_focused:
            self._outline(box.adjusted(-1.5, -1.5, 1.5, 1.5), QPen(ink.color("accent"), 2))

    def words(
        self, origin: QPointF, lines: tuple[Line, ...], state: TileState, now_y: float | None
    ) -> None:
        """The lines of a tile; the line of now is taken away from behind them."""
        names = _FAINT if is_faint(state) else _STRONG
        if now_y is not None:
            self._clear_line(origin, lines, state, now_y)
        for line in lines:
            left, top = origin.x() + line.left, origin.y() + line.top
            self._ink.write(self._painter, line.measure, names[line.ink], left, top, line.text)

    def star(self, at: QPointF, star: Star, ground: str, *, is_lit: bool) -> None:
        """The star of a talk; one that is not set covers what is written there."""
        look, size = self._ink.look, self._metrics.star
        if star is Star.NONE:
            box = QRectF(at.x() - 3, at.y() - 1, size + 6, size + 2)
            self._ink.plate(self._painter, box, self._ink.color(ground))
        ratio = self._painter.device().devicePixelRatioF()
        color = look.tokens.star if is_lit or star is not Star.NONE else look.tokens.outline
        fill = look.tokens.star_fill if star is Star.STARRED else "none"
        self._painter.drawPixmap(at, look.icons.pixmap("star", color, size, ratio, fill=fill))
        if star is Star.TENTATIVE:
            half = look.icons.pixmap("star-half", color, size, ratio, fill=look.tokens.star_fill)
            self._painter.drawPixmap(at, half)

    def now_line(self, left: int, right: int, y: int) -> None:
        """The line of now, across all columns."""
        self._painter.setPen(QPen(self._ink.color("now"), 2))
        self._painter.drawLine(left, y, right, y)

    def _break(self, rect: QRect) -> None:
        painter = self._painter
        painter.save()
        path = QPainterPath()
        path.addRoundedRect(QRectF(rect), RADIUS, RADIUS)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._ink.color("hairline"), 1))
        height = rect.height()
        first = rect.left() - height
        first += max(0, self._area.left() - height - first) // HATCH * HATCH
        for left in range(first, min(rect.right(), self._area.right()) + 1, HATCH):
            painter.drawLine(left, rect.top() + height, left + height, rect.top())
        painter.restore()

    def _bar(self, box: QRectF, color: QColor) -> None:
        painter = self._painter
        painter.save()
        painter.setClipRect(
            QRectF(box.left(), box.top(), BAR, box.height()), Qt.ClipOperation.IntersectClip
        )
        self._ink.plate(painter, box, color, RADIUS)
        painter.restore()

    def _outline(self, box: QRectF, pen: QPen) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _clear_line(
        self, origin: QPointF, lines: tuple[Line, ...], state: TileState, now_y: float
    ) -> None:
        crossed = [
            line
            for line in lines
            if -2 < now_y - origin.y() - line.top < line.measure.height + 2 and line.text
        ]
        if not crossed:
            return
        left = min(line.left for line in crossed) - 5
        right = max(line.left + line.measure.width(line.text) for line in crossed) + 5
        name = ground_name(state)
        if state.kind is TileKind.BREAK or (state.is_greyed and not state.is_selected):
            name = "pane"
        box = QRectF(origin.x() + left, now_y - 2, right - left, 4)
        self._painter.fillRect(box, QBrush(self._ink.color(name)))


def is_faint(state: TileState) -> bool:
    """Whether a tile stands back behind the others."""
    return state.is_past or state.is_greyed or state.kind is TileKind.BREAK


def ground_name(state: TileState) -> str:
    """The token of a tile's ground."""
    if state.is_selected:
        return "tint"
    if state.is_hovered:
        return "chip" if is_faint(state) else "chip_hover"
    return "hover" if state.is_past else "chip"
