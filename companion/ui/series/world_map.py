"""A small world map: land in one calm colour, the cities of the series joined in order.

Nothing is said by colour alone: each dot has its city and years beside it, and the line has
arrowheads. Labels look for a free place around their dot; one further away has a leader.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.series.map import ASPECT, Place, on_map, way
from companion.ui.delegates.text import Measure
from companion.ui.fonts import SMALL, STRONG
from companion.ui.i18n import place_name, translate
from companion.ui.theme import Look

_JUMP = 0.5  # of the width: the line crosses the edge of the map
_RADII = (10, 20, 32, 46, 62, 80)
_DIRECTIONS = ((1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.8), (0.8, 0.8), (-0.8, -0.8), (-0.8, 0.8))
_DOT, _DOT_CHOSEN = 4.0, 6.0
_LEADER_FROM = 16


@dataclass(frozen=True, slots=True)
class Stop:
    """A city with its years.

    Attributes:
        keys: of the editions held there.
        is_next: whether the next edition is held there.
    """

    city: str
    years: tuple[int, ...]
    place: Place
    keys: tuple[str, ...]
    is_next: bool = False

    @property
    def label(self) -> str:
        """`Melbourne 2024`."""
        return f"{place_name(self.city)} {', '.join(map(str, self.years))}"


def label_box(
    anchor: QPointF, size: QSize, taken: Sequence[QRectF], area: QRectF
) -> tuple[QRectF, int]:
    """A free place for a label near its dot, and how far it is from it.

    Args:
        anchor: the dot.
        size: of the label.
        taken: boxes that must stay free.
        area: where labels may stand.
    """
    width, height = size.width(), size.height()
    best: tuple[float, QRectF, int] | None = None
    for radius in _RADII:
        for dx, dy in _DIRECTIONS:
            x = anchor.x() + dx * radius - (width if dx < 0 else width / 2 if dx == 0 else 0)
            y = anchor.y() + dy * radius - (height if dy < 0 else height / 2 if dy == 0 else 0)
            box = QRectF(x, y, width, height)
            cost = sum(_overlap(box, other) for other in taken)
            cost += 0 if area.contains(box) else width * height
            if not cost:
                return box, radius
            if best is None or cost < best[0]:
                best = (cost, box, radius)
    assert best is not None  # noqa: S101 - there are candidates
    return best[1], best[2]


def _overlap(one: QRectF, other: QRectF) -> float:
    shared = one.intersected(other)
    return max(0.0, shared.width()) * max(0.0, shared.height())


def drawn_land(outlines: Iterable[Iterable[Place]]) -> tuple[QPolygonF, ...]:
    """Outlines on a map of width and height 1; thousands of points, so off the GUI thread."""
    return tuple(QPolygonF([QPointF(*on_map(place)) for place in ring]) for ring in outlines)


class WorldMap(QWidget):
    """The map. `set_land` and `set_stops` fill it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._land: tuple[QPolygonF, ...] = ()
        self.stops: tuple[Stop, ...] = ()
        self._chosen = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(260)
        self.setAccessibleName(translate("Series", "World map of the editions"))
        look.changed.connect(self.update)

    def set_land(self, land: tuple[QPolygonF, ...]) -> None:
        """The outlines that `drawn_land` made, once."""
        self._land = land
        self.update()

    def set_stops(self, stops: Sequence[Stop]) -> None:
        """The cities in the order of the first edition there."""
        self.stops = tuple(stops)
        way_words = ", ".join(stop.label for stop in self.stops)
        self.setAccessibleDescription(
            translate("Series", "The way of the series: {cities}").format(cities=way_words)
        )
        self.update()

    def choose(self, key: str) -> None:
        """Show where an edition is."""
        self._chosen = key
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / ASPECT)

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(640))

    def minimumSizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_land(painter)
        for start, end in zip(self.stops, self.stops[1:], strict=False):
            self._paint_way(painter, start.place, end.place)
        dots = [self._point(on_map(stop.place)) for stop in self.stops]
        self._paint_labels(painter, dots)
        for stop, dot in zip(self.stops, dots, strict=True):
            self._paint_dot(painter, stop, dot)
        painter.end()

    def _area(self) -> QRectF:
        """The map's own rectangle, as large as fits."""
        width = min(self.width(), self.height() * ASPECT)
        height = width / ASPECT
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _point(self, point: tuple[float, float]) -> QPointF:
        area = self._area()
        return QPointF(area.left() + point[0] * area.width(), area.top() + point[1] * area.height())

    def _paint_land(self, painter: QPainter) -> None:
        look, area = self._look, self._area()
        edge = QPen(look.color("pane"), 0.6)
        edge.setCosmetic(True)  # the map is scaled, its lines are not
        painter.save()
        painter.setPen(edge)
        painter.setBrush(look.color("chip_hover"))
        painter.translate(area.topLeft())
        painter.scale(area.width(), area.height())
        for ring in self._land:
            painter.drawPolygon(ring)
        painter.restore()

    def _paint_way(self, painter: QPainter, start: Place, end: Place) -> None:
        points = [on_map(place) for place in way(start, end)]
        path = QPainterPath()
        before = None
        for point in points:
            at = self._point(point)
            if before is None or abs(point[0] - before[0]) > _JUMP:
                path.moveTo(at)
            else:
                path.lineTo(at)
            before = point
        pen = QPen(self._look.color("accent"), 1.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        self._paint_arrow(painter, self._point(points[-2]), self._point(points[-1]))

    def _paint_arrow(self, painter: QPainter, before: QPointF, end: QPointF) -> None:
        """A head where the line arrives."""
        angle = math.atan2(end.y() - before.y(), end.x() - before.x())
        tip = QPointF(end.x() - 6 * math.cos(angle), end.y() - 6 * math.sin(angle))
        sides = [
            QPointF(tip.x() - 7 * math.cos(angle + turn), tip.y() - 7 * math.sin(angle + turn))
            for turn in (0.45, -0.45)
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent"))
        painter.drawPolygon(QPolygonF([tip, *sides]))

    def _paint_dot(self, painter: QPainter, stop: Stop, dot: QPointF) -> None:
        look = self._look
        is_chosen = self._chosen in stop.keys
        radius = _DOT_CHOSEN if is_chosen else _DOT
        painter.setPen(QPen(look.color("pane"), 1.5))
        painter.setBrush(look.color("accent"))
        painter.drawEllipse(dot, radius, radius)
        if is_chosen:
            painter.setPen(QPen(look.color("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot, radius + 4, radius + 4)

    def _paint_labels(self, painter: QPainter, dots: list[QPointF]) -> None:
        look = self._look
        plain = Measure(look.font(SMALL), look.fonts.px(15))
        strong = Measure(look.font(SMALL, STRONG), look.fonts.px(15))
        taken = [QRectF(dot.x() - 8, dot.y() - 8, 16, 16) for dot in dots]
        for stop, dot in zip(self.stops, dots, strict=True):
            measure = strong if self._chosen in stop.keys or stop.is_next else plain
            words = stop.label
            size = QSize(math.ceil(measure.width(words)) + 6, measure.height)
            box, radius = label_box(dot, size, taken, QRectF(self.rect()))
            taken.append(box)
            if radius > _LEADER_FROM:
                painter.setPen(QPen(look.color("outline"), 1))
                painter.drawLine(dot, _nearest(box, dot))
            ground = look.color("pane")
            ground.setAlpha(215)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(look.color("text"))
            painter.setFont(measure.font)
            painter.drawText(QPointF(box.left() + 3, box.top() + measure.ascent), words)


def _nearest(box: QRectF, point: QPointF) -> QPointF:
    """The point of a box that is nearest to another point."""
    return QPointF(
        min(max(point.x(), box.left()), box.right()), min(max(point.y(), box.top()), box.bottom())
    )
