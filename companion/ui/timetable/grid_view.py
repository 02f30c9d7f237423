"""The grid of one day: scrolls, zooms, and is used with mouse, keys and screen readers.

It is a list view in all but its looks, so that Qt names every tile to screen readers as an item of
a list, in the order of time.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from companion.domain.entry import Entry
from companion.domain.grid import Grid
from companion.ui.context import ViewContext
from companion.ui.delegates.ink import Ink
from companion.ui.i18n import translate
from companion.ui.plain_tip import plain_tip
from companion.ui.theme import Look
from companion.ui.timetable.content import Content, Marks
from companion.ui.timetable.geometry import (
    GridGeometry,
    bounded,
    calm_scale,
    content_height,
    least_width,
)
from companion.ui.timetable.margins import GridShown, RoomHeader, TimeGutter
from companion.ui.timetable.metrics import GridMetrics
from companion.ui.timetable.tile_hands import TileHands
from companion.ui.timetable.tile_words import Lit, TileText, tool_tip

_FACTOR = 1.2


class TimetableGrid(TileHands):
    """One day as tiles.

    Signals:
        zoom_changed: pixels an hour, or None for what fits (object).
    """

    zoom_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._grid: Grid | None = None
        self._zoom: float | None = None
        self._lit: Lit | None = None
        self._room: QSize | None = None
        self._is_placing = False
        self._gutter = TimeGutter(self, self.now_y)
        self._header = RoomHeader(self)
        self._content = Content(Ink(look), GridMetrics(look.fonts), self.tiles)
        self.setAccessibleName(translate("Timetable", "Timetable of the day"))
        self.setAccessibleDescription(
            translate("Timetable", "Up and down lead through time, left and right between rooms.")
        )
        self.setCornerWidget(QWidget())
        look.changed.connect(self._on_look_changed)

    # --- what is shown -------------------------------------------------------------------------

    def set_day(
        self,
        grid: Grid | None,
        posters: Mapping[int, tuple[Entry, ...]],
        context: ViewContext,
        *,
        lit: Lit | None = None,
    ) -> None:
        """Show a day; the current tile stays current, and the time at the top stays there.

        Args:
            grid: of the day.
            posters: of its poster sessions, by the place of their tile.
            context: zones, now, colours.
            lit: which talks the view is about, the others are greyed; None for all of them.
        """
        current = self.current_tile()
        is_other_zone = context.zone != self.tiles.context.zone
        self._grid, self._lit = grid, lit
        self._content.forget_words()
        is_reset = self.tiles.set_grid(grid, posters, context)
        if is_reset or is_other_zone or self.places is None:
            self.hovered = -1
            self._lay_out()
        if is_reset and current is not None:
            self.select(current.entry.ref, scroll=False)
        self._show_margins()
        self.viewport().update()

    def now_y(self) -> int | None:
        """The height of the line of now in the content; None if it is not on this day."""
        grid, now = self._grid, self.tiles.context.now
        if grid is None or self.places is None or not grid.start_dt <= now <= grid.end_dt:
            return None
        return self.places.y_of(now)

    def forget_place(self) -> None:
        """Another day is about to be shown, from its beginning and with nothing selected."""
        self.selectionModel().clear()
        self.places = None
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)

    def jump_to_now(self) -> bool:
        """Bring the line of now to the upper third; False if it is not on this day."""
        y = self.now_y()
        if y is None:
            return False
        self.verticalScrollBar().setValue(y - self.viewport().height() // 3)
        return True

    # --- zoom ----------------------------------------------------------------------------------

    @property
    def zoom(self) -> float | None:
        """Pixels an hour that the person chose; None for what fits the day."""
        return self._zoom

    def set_zoom(self, scale: float | None, anchor: int | None = None) -> None:
        """Another scale; the time at `anchor` (height in the view, else its middle) stays."""
        if scale is not None:
            scale = bounded(scale, self._content.metrics)
        if scale == self._zoom:
            return
        self._zoom = scale
        self._lay_out(self.viewport().height() // 2 if anchor is None else anchor)
        self._show_margins()
        self.viewport().update()
        self.zoom_changed.emit(scale)

    def zoom_by(self, steps: float, anchor: int | None = None) -> None:
        """Closer (positive) or farther away (negative)."""
        if self.places is not None:
            self.set_zoom(self.places.scale * _FACTOR**steps, anchor)

    # --- layout --------------------------------------------------------------------------------

    def _lay_out(self, anchor: int = 0) -> None:
        """Place the tiles anew; the time at a height of the view stays there."""
        before, bar = self.places, self.verticalScrollBar()
        moment = before.moment_at(bar.value() + anchor) if before else None
        self._content.forget_places()
        metrics, grid = self._content.metrics, self._grid
        has_rooms = grid is not None and any(grid.columns)
        # Margins resize the view, for which it would be laid out once more.
        self._is_placing = True
        self.setViewportMargins(metrics.gutter, metrics.header if has_rooms else 0, 0, 0)
        self._is_placing = False
        self._room = self.maximumViewportSize()
        self.places = None if grid is None else self._placed(grid)
        self.updateGeometries()
        self._place_margins()
        if self.places is not None and moment is not None and (anchor or bar.value()):
            bar.setValue(self.places.y_of(moment) - anchor)

    def _placed(self, grid: Grid) -> GridGeometry:
        """The layout for the room there is, scroll bars taken off."""
        metrics, tz, room = (
            self._content.metrics,
            self.tiles.context.zone,
            self.maximumViewportSize(),
        )
        across, down = self._bar_sizes()
        height = room.height() - (across if least_width(grid, metrics) > room.width() else 0)
        scale = self._zoom or calm_scale(grid, metrics, QSize(room.width(), height))
        width = room.width() - (down if content_height(grid, metrics, scale) > height else 0)
        return GridGeometry(grid, tz, metrics, scale, width)

    def _bar_sizes(self) -> tuple[int, int]:
        """Height of the lower and width of the right scroll bar."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        return across.sizeHint().height(), down.sizeHint().width()

    def updateGeometries(self) -> None:
        """Scroll bars fit content and view; worked out for both at once, so that they rest."""
        room = self.maximumViewportSize()
        content = self.places.size if self.places else QSize(0, 0)
        across, down = self._bar_sizes()
        has_down = content.height() > room.height()
        has_across = content.width() > room.width() - has_down * down
        has_down = has_down or content.height() > room.height() - has_across * across
        for bar, whole, part in (
            (self.verticalScrollBar(), content.height(), room.height() - has_across * across),
            (self.horizontalScrollBar(), content.width(), room.width() - has_down * down),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
            bar.setSingleStep(24)

    def _place_margins(self) -> None:
        box = self.viewport().geometry()
        self._gutter.setGeometry(0, box.top(), box.left(), box.height())
        self._header.gutter = box.left()
        self._header.setGeometry(0, 0, box.right() + 1, box.top())
        self._header.setVisible(box.top() > 0)

    def _show_margins(self) -> None:
        content, context, shown = self._content, self.tiles.context, None
        if self.places is not None:
            shown = GridShown(content.ink, content.metrics, self.places, context)
        for margin in (self._gutter, self._header):
            margin.show_grid(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self._place_margins()
        if not self._is_placing and self._room != self.maximumViewportSize():
            current = self.currentIndex()
            before = QRect(QPoint(0, 0), event.oldSize())
            is_seen = current.isValid() and before.intersects(self.in_view(current.row()))
            self._lay_out()
            if is_seen:  # a talk opened beside the grid makes it narrower, and with it higher
                self.scrollTo(current)
            self._show_margins()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move the pixels; repaint what comes in sight, and words that stay at the edge."""
        self._gutter.scroll_to(self.verticalOffset())
        self._header.scroll_to(self.horizontalOffset())
        if dx or self.places is None:
            self.viewport().update()
            return
        self.viewport().scroll(0, dy)
        edge = self.sight().adjusted(0, -abs(dy), 0, 0)
        edge.setHeight(2 * abs(dy))
        for place in self.places.tiles_in(edge):
            self.viewport().update(self.in_view(place))

    def is_star(self, place: int, point: QPoint) -> bool:
        if self.places is None:
            return False
        rect = self._content.star_rect(place, self.places, self.sight())
        return rect.contains(self.in_content(point))

    def tile_text(self, place: int) -> TileText:
        """The words of a tile."""
        return self._content.text(place)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        if self.places is None:
            painter.fillRect(event.rect(), self._content.ink.color("pane"))
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across, down = self.horizontalOffset(), self.verticalOffset()
        painter.translate(-across, -down)
        marks, sight = self.marks(), self.sight()
        area = event.rect().translated(across, down)
        self._content.paint(painter, self.places, (area, sight), self.now_y(), marks)
        painter.end()

    def marks(self) -> Marks:
        """What the person does with the tiles."""
        return Marks(
            selected=self.selected_places(),
            focused=self.currentIndex().row() if self.shows_focus and self.hasFocus() else -1,
            hovered=self.hovered,
            hovers_star=self.hovers_star,
            lit=self._lit,
        )

    def viewportEvent(self, event: QEvent) -> bool:
        """The whole of what a tile says, where the mouse rests."""
        if event.type() == QEvent.Type.Leave:
            self.hover(-1, on_star=False)
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        place, words = self.place_at(event.pos()), ""
        if place >= 0:
            words = plain_tip(tool_tip(self.tiles.tiles[place], self.tile_text(place)))
        QToolTip.showText(event.globalPos(), words, self.viewport(), self.in_view(place))
        return True

    def _on_look_changed(self) -> None:
        self._content = Content(Ink(self._look), GridMetrics(self._look.fonts), self.tiles)
        self._lay_out()
        self._show_margins()
        self.viewport().update()
