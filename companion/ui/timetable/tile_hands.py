"""What mouse and keys do to tiles."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from companion.domain.bookmark import Star
from companion.domain.grid import TileKind
from companion.ui.models.rows_model import Index
from companion.ui.timetable.steps import Step, first_tile, last_tile, next_tile
from companion.ui.timetable.tile_list import TileList
from companion.ui.widgets.row_list import THUMBS, toggled

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Left: Step.LEFT,
    Qt.Key.Key_Right: Step.RIGHT,
}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_NOTCH = 120
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


class TileHands(TileList):
    """Tiles that can be used.

    Attributes:
        hovered: the tile under the mouse; -1 for none.
        shows_focus: whether the current tile has a ring: while people use the keyboard.

    Signals:
        talk_activated: a talk (EntryRef) became the current tile.
        talk_clicked: a talk was clicked, which opens it where there is no room beside the grid.
        talk_opened: Enter or a double click on a talk.
        block_activated: a click or Enter on a poster session or a block without talks (EntryRef).
        star_requested: set the stars of talks (tuple of EntryRef) to this (Star).
        drag_started: the selected talks are dragged away.
    """

    talk_activated = Signal(object)
    talk_clicked = Signal(object)
    talk_opened = Signal(object)
    block_activated = Signal(object)
    star_requested = Signal(object, object)
    drag_started = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.hovers_star = False
        self.shows_focus = False
        self.setDragEnabled(True)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)

    def is_star(self, place: int, point: QPoint) -> bool:
        """Whether a point of the view is on the star of a tile; without painting there is none."""
        del place, point
        return False

    def zoom_by(self, steps: float, anchor: int | None = None) -> None:
        """Closer or farther away; only what is painted has a scale."""

    def set_zoom(self, scale: float | None, anchor: int | None = None) -> None:
        """The same to a scale, or to what fits."""

    # --- mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the star sets it and leaves the selection alone."""
        self._show_focus(is_shown=False)
        if event.button() in THUMBS:
            event.ignore()
            return
        place = self._star_place(event)
        if place < 0:
            super().mousePressEvent(event)
            return
        entry = self.tiles.tiles[place].entry
        self.star_requested.emit((entry.ref,), toggled(entry.star))

    def startDrag(self, actions: Qt.DropAction) -> None:
        """What is dragged is made elsewhere, and takes its time."""
        del actions
        self.drag_started.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._star_place(event) < 0:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on a star are two clicks."""
        if self._star_place(event) < 0:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        point = event.position().toPoint()
        place = self.place_at(point)
        self.hover(place, on_star=place >= 0 and self.is_star(place, point))

    def hover(self, place: int, *, on_star: bool) -> None:
        """The mouse is on this tile; -1 for none."""
        if (place, on_star) == (self.hovered, self.hovers_star):
            return
        for changed in {place, self.hovered} - {-1}:
            self.viewport().update(self.in_view(changed))
        self.hovered, self.hovers_star = place, on_star

    def _star_place(self, event: QMouseEvent) -> int:
        """The talk whose star is under the mouse; -1 elsewhere."""
        point = event.position().toPoint()
        place = self.place_at(point)
        is_left = event.button() is Qt.MouseButton.LeftButton
        return place if place >= 0 and is_left and self.is_star(place, point) else -1

    def _on_clicked(self, index: QModelIndex) -> None:
        tile = self.tiles.tiles[index.row()]
        if tile.kind is TileKind.TALK:
            self.talk_clicked.emit(tile.entry.ref)
        elif tile.kind is not TileKind.BREAK:
            self.block_activated.emit(tile.entry.ref)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        tile = self.tiles.tiles[index.row()]
        if tile.kind is TileKind.TALK:
            self.talk_opened.emit(tile.entry.ref)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl it zooms at the mouse, with Shift it goes sideways."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(turned / _NOTCH, round(event.position().y()))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
        else:
            super().wheelEvent(event)
            return
        event.accept()

    # --- keys ----------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.in_view(index.row()))
        ref = self.current_ref()
        if ref is not None:
            self.talk_activated.emit(ref)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to tiles, Enter opens, S sets the star, + and - zoom.

        Other letters and the pages are left to the shortcuts of the window.
        """
        self._show_focus(is_shown=True)
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key], event.modifiers())
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._to_edge(key)
        elif key in _ENTER:
            self._open_current()
        elif key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key == Qt.Key.Key_0:
            self.set_zoom(None)
        elif key == Qt.Key.Key_S and not event.modifiers():
            self._star_selected()
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.selectAll()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEY:
            self._show_focus(is_shown=True)
        super().focusInEvent(event)

    def _show_focus(self, *, is_shown: bool) -> None:
        if self.shows_focus != is_shown:
            self.shows_focus = is_shown
            self.viewport().update()

    def _step(self, step: Step, modifiers: Qt.KeyboardModifier) -> None:
        current = self.currentIndex()
        if not current.isValid() or self.places is None:
            self.select_first()
            return
        place = next_tile(self.places, current.row(), step)
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            index = self.tiles.index(place)
            flag = QItemSelectionModel.SelectionFlag.Select
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)
        elif place != current.row():
            self.make_current(place)

    def _to_edge(self, key: Qt.Key) -> None:
        if self.places is None:
            return
        grid = self.places.grid
        place = first_tile(grid) if key == Qt.Key.Key_Home else last_tile(grid)
        if place >= 0:
            self.make_current(place)

    def _open_current(self) -> None:
        tile = self.current_tile()
        if tile is not None:
            is_talk = tile.kind is TileKind.TALK
            (self.talk_opened if is_talk else self.block_activated).emit(tile.entry.ref)

    def _star_selected(self) -> None:
        refs = self.selected_refs()
        stars = [self.tiles.tiles[self.tiles.place_of(ref)].entry.star for ref in refs]
        if refs:
            is_all_set = all(star is not Star.NONE for star in stars)
            self.star_requested.emit(refs, Star.NONE if is_all_set else Star.STARRED)
