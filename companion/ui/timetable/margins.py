"""Hours and rooms: they stay in sight while the grid scrolls under them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from companion.ui.context import ViewContext
from companion.ui.delegates.ink import Ink
from companion.ui.format import time_text
from companion.ui.plain_tip import plain_tip
from companion.ui.timetable.geometry import GridGeometry
from companion.ui.timetable.metrics import PADDING, GridMetrics


@dataclass(frozen=True, slots=True)
class GridShown:
    """What the grid shows now, and with which pens."""

    ink: Ink
    metrics: GridMetrics
    geometry: GridGeometry
    context: ViewContext


class _Margin(QWidget):
    """What both share: they are only painted; what they say, the tiles say too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.shown: GridShown | None = None
        self.offset = 0

    def show_grid(self, shown: GridShown | None) -> None:
        """Other hours, rooms or colours; None without a day."""
        self.shown = shown
        self.update()

    def scroll_to(self, offset: int) -> None:
        """The grid was scrolled to here."""
        if offset != self.offset:
            self.offset = offset
            self.update()

    def cleared(self, area: QRect, ink: Ink) -> QPainter:
        """A painter for what is to be painted anew, over the bare ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, ink.color("pane"))
        return painter


class TimeGutter(_Margin):
    """The hours, each beside its line, and the present as a label at the line of now."""

    def __init__(self, parent: QWidget, now_y: Callable[[], int | None]) -> None:
        super().__init__(parent)
        self._now_y = now_y

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, now_y = self.shown, self._now_y()
        if shown is None:
            return
        painter, metrics = self.cleared(event.rect(), shown.ink), shown.metrics
        for moment, y in shown.geometry.hours:
            is_free = now_y is None or abs(now_y - y) > metrics.now.height
            if is_free and -metrics.hour.height < y - self.offset < self.height() + 20:
                self._paint_hour(painter, shown, moment, y - self.offset)
        if now_y is not None:
            self._paint_now(painter, shown, now_y - self.offset)
        painter.end()

    def _paint_hour(self, painter: QPainter, shown: GridShown, moment: datetime, y: int) -> None:
        text, measure = time_text(moment, shown.context.zone), shown.metrics.hour
        left = self.width() - 10 - measure.width(text)
        shown.ink.write(painter, measure, "faint", left, y - measure.height / 2, text)

    def _paint_now(self, painter: QPainter, shown: GridShown, y: int) -> None:
        ink, context, measure = shown.ink, shown.context, shown.metrics.now
        text = time_text(context.now, context.zone)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown
        if shown is None:
            return
        painter, ink, room = self.cleared(event.rect(), shown.ink), shown.ink, shown.metrics.room
        painter.setClipRect(self.gutter, 0, self.width() - self.gutter, self.height())
        top = (self.height() - room.height) / 2
        edges = shown.geometry.columns
        for place, name in enumerate(shown.geometry.grid.columns):
            left = self.gutter + edges[place] - self.offset + PADDING + 4
            width = edges[place + 1] - edges[place] - 2 * PADDING
            if left + width > self.gutter and left < self.width():
                ink.write(painter, room, "text", left, top, room.elided(name, width))
        painter.setClipping(False)
        painter.setPen(ink.color("hairline"))
        bottom = self.height() - 0.5
        painter.drawLine(QPointF(0, bottom), QPointF(self.width(), bottom))
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            room = self._room_at(event.pos().x())
            QToolTip.showText(event.globalPos(), plain_tip(room), self)
            return True
        return super().event(event)

    def _room_at(self, x: int) -> str:
        if self.shown is None:
            return ""
        geometry = self.shown.geometry
        edges, at = geometry.columns, x - self.gutter + self.offset
        for place, room in enumerate(geometry.grid.columns):
            if edges[place] <= at < edges[place + 1]:
                return room
        return ""
