"""Hours and rooms: they stay in sight while the grid scrolls under them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from companion.ui.context import ViewContext
from companion.ui.delegates.ink import Ink
from companion.ui.format import time_text
from companion.ui.plain_tip import plain_tip
from companion.ui.timetable.geometry import GridGeometry
from companion.ui.timetable.metrics import PADDING, GridMetrics


class _Margin(QWidget):
    """What both share: it is only painted; what it says, the tiles say too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._ink: Ink | None = None
        self._metrics: GridMetrics | None = None
        self._geometry: GridGeometry | None = None
        self._context = ViewContext()
        self.offset = 0

    def show_grid(
        self, ink: Ink, metrics: GridMetrics, geometry: GridGeometry | None, context: ViewContext
    ) -> None:
        """Other hours, rooms or colours."""
        self._ink, self._metrics, self._geometry = ink, metrics, geometry
        self._context = context
        self.update()

    def scroll_to(self, offset: int) -> None:
        """The grid was scrolled to here."""
        if offset != self.offset:
            self.offset = offset
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ink is None or self._metrics is None or self._geometry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._ink.color("pane"))
        self._paint(painter, self._ink, self._metrics, self._geometry)
        painter.end()

    def _paint(
        self, painter: QPainter, ink: Ink, metrics: GridMetrics, geometry: GridGeometry
    ) -> None:
        raise NotImplementedError


class TimeGutter(_Margin):
    """The hours, each beside its line, and the present as a label at the line of now."""

    def __init__(self, parent: QWidget, now_y: Callable[[], int | None]) -> None:
        super().__init__(parent)
        self._now_y = now_y

    def _paint(
        self, painter: QPainter, ink: Ink, metrics: GridMetrics, geometry: GridGeometry
    ) -> None:
        now_y = self._now_y()
        for moment, y in geometry.hours:
            is_free = now_y is None or abs(now_y - y) > metrics.now.height
            if is_free and -metrics.hour.height < y - self.offset < self.height() + 20:
                self._hour(painter, ink, metrics, (moment, y - self.offset))
        if now_y is not None:
            self._now(painter, ink, metrics, now_y - self.offset)

    def _hour(
        self, painter: QPainter, ink: Ink, metrics: GridMetrics, at: tuple[datetime, int]
    ) -> None:
        moment, y = at
        text = time_text(moment, self._context.zone)
        left = self.width() - 10 - metrics.hour.width(text)
        ink.write(painter, metrics.hour, "faint", left, y - metrics.hour.height / 2, text)

    def _now(self, painter: QPainter, ink: Ink, metrics: GridMetrics, y: int) -> None:
        text, measure = time_text(self._context.now, self._context.zone), metrics.now
        width = measure.width(text) + 12
        box = QRectF(self.width() - width - 3, y - measure.height / 2, width, measure.height)
        ink.plate(painter, box, ink.color("now"))
        painter.fillRect(
            QRectF(box.right() - 1, y - 1, self.width() - box.right() + 1, 2), ink.color("now")
        )
        ink.write(painter, measure, "now_text", box.left() + 6, box.top(), text)


class RoomHeader(_Margin):
    """The rooms, each over its column."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.gutter = 0

    def sizeHint(self) -> QSize:
        return QSize(0, self._metrics.header if self._metrics else 0)

    def _paint(
        self, painter: QPainter, ink: Ink, metrics: GridMetrics, geometry: GridGeometry
    ) -> None:
        painter.setClipRect(self.gutter, 0, self.width() - self.gutter, self.height())
        top = (self.height() - metrics.room.height) / 2
        edges = geometry.columns
        for place, room in enumerate(geometry.grid.columns):
            left = self.gutter + edges[place] - self.offset + PADDING + 4
            width = edges[place + 1] - edges[place] - 2 * PADDING
            if left + width > self.gutter and left < self.width():
                ink.write(
                    painter, metrics.room, "text", left, top, metrics.room.elided(room, width)
                )
        painter.setClipping(False)
        painter.setPen(ink.color("hairline"))
        bottom = self.height() - 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            room = self._room_at(event.pos().x())
            QToolTip.showText(event.globalPos(), plain_tip(room), self)
            return True
        return super().event(event)

    def _room_at(self, x: int) -> str:
        if self._geometry is None:
            return ""
        edges, at = self._geometry.columns, x - self.gutter + self.offset
        for place, room in enumerate(self._geometry.grid.columns):
            if edges[place] <= at < edges[place + 1]:
                return room
        return ""
