"""Tiles as the items of a list view: places, scrolling and selection, nothing painted yet.

The base class brings selection, current item and screen readers; its own layout is not used.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from companion.domain.entry import EntryRef
from companion.domain.grid import Tile, TileKind
from companion.ui.models.rows_model import Index
from companion.ui.timetable.metrics import GAP
from companion.ui.timetable.steps import first_tile
from companion.ui.timetable.tile_model import TileModel
from companion.ui.widgets.choosing import choose

if TYPE_CHECKING:
    from companion.ui.timetable.geometry import GridGeometry


class TileList(QListView):
    """See the module.

    Attributes:
        tiles: the model.
        places: where the tiles stand; None without a day.
    """

    # Qt asks for the layout while the view is being made.
    places: "GridGeometry | None" = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = TileModel(self)
        self.setModel(self.tiles)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAutoScroll(False)

    # --- current and selected ------------------------------------------------------------------

    def current_tile(self) -> Tile | None:
        """The tile that has the focus ring."""
        index = self.currentIndex()
        return self.tiles.tiles[index.row()] if index.isValid() else None

    def current_ref(self) -> EntryRef | None:
        """The talk that has the focus ring."""
        tile = self.current_tile()
        return tile.entry.ref if tile is not None and tile.kind is TileKind.TALK else None

    def selected_places(self) -> frozenset[int]:
        """The selected tiles."""
        return frozenset(index.row() for index in self.selectionModel().selectedIndexes())

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected talks in the order of time; of a poster session, none."""
        tiles = (self.tiles.tiles[place] for place in sorted(self.selected_places()))
        return tuple(tile.entry.ref for tile in tiles if tile.kind is TileKind.TALK)

    def select(self, ref: EntryRef, *, scroll: bool = True) -> bool:
        """Make the tile of a talk the current one, quietly."""
        place = self.tiles.place_of(ref)
        if place < 0:
            return False
        blocked = self.blockSignals(True)
        self.make_current(place, scroll=scroll)
        self.blockSignals(blocked)
        return True

    def select_first(self) -> None:
        """Give the keyboard a place to start from."""
        if self.places is not None and (place := first_tile(self.places.grid)) >= 0:
            self.make_current(place)

    def make_current(self, place: int, *, scroll: bool = True) -> None:
        """Choose one tile."""
        index = self.tiles.index(place)
        choose(self, index)
        if scroll:
            self.scrollTo(index)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the tiles that a rectangle of the view touches."""
        chosen = QItemSelection()
        if self.places is not None:
            area = rect.normalized().translated(self.horizontalOffset(), self.verticalOffset())
            for place, tile in enumerate(self.places.rects):
                if tile.intersects(area):
                    index = self.tiles.index(place)
                    chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region = region.united(self.in_view(index.row()))
        return region

    # --- places --------------------------------------------------------------------------------

    def sight(self) -> QRect:
        """The part of the content that is in sight."""
        return self.viewport().rect().translated(self.horizontalOffset(), self.verticalOffset())

    def in_view(self, place: int) -> QRect:
        """A tile with its outlines, in the view."""
        if self.places is None or not 0 <= place < len(self.places.rects):
            return QRect()
        rect = self.places.rects[place].adjusted(-GAP, -GAP, GAP, GAP)
        return rect.translated(-self.horizontalOffset(), -self.verticalOffset())

    def in_content(self, point: QPoint) -> QPoint:
        """A point of the view, in the content."""
        return point + QPoint(self.horizontalOffset(), self.verticalOffset())

    def place_at(self, point: QPoint) -> int:
        """The tile at a point of the view; -1 in between."""
        return -1 if self.places is None else self.places.tile_at(self.in_content(point))

    def horizontalOffset(self) -> int:
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def visualRect(self, index: Index) -> QRect:
        box = self.in_view(index.row()) if index.isValid() else QRect()
        return box.adjusted(GAP, GAP, -GAP, -GAP) if box.isValid() else box

    def indexAt(self, point: QPoint) -> QModelIndex:
        return self.tiles.index(self.place_at(point))

    def doItemsLayout(self) -> None:
        """The layout of a list is not wanted."""
        QAbstractItemView.doItemsLayout(self)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a tile in sight, its beginning first."""
        del hint
        if not index.isValid() or self.places is None:
            return
        rect, sight = self.places.rects[index.row()].adjusted(-8, -12, 8, 12), self.sight()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        if rect.bottom() > sight.bottom():
            vertical.setValue(rect.bottom() - sight.height())
        if rect.top() < self.verticalOffset():
            vertical.setValue(rect.top())
        if rect.width() > sight.width():
            return
        if rect.right() > sight.right():
            horizontal.setValue(rect.right() - sight.width())
        if rect.left() < self.horizontalOffset():
            horizontal.setValue(rect.left())
