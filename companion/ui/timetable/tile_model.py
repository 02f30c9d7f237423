"""The tiles of a day as an item model: selection, focus and screen readers come with it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Qt

from companion.domain.entry import Entry, EntryRef
from companion.domain.grid import Grid, Tile, TileKind
from companion.ui.context import ViewContext
from companion.ui.models.roles import Role
from companion.ui.models.rows_model import Index, RowsModel
from companion.ui.timetable.steps import reachable
from companion.ui.timetable.tile_words import tile_sentence
from companion.ui.words import title_of

_REACHABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
_TALK = _REACHABLE | Qt.ItemFlag.ItemIsDragEnabled


class TileModel(RowsModel[Tile]):
    """A tuple of tiles, in the order of `Grid.tiles`.

    Attributes:
        columns: their titles.
        context: zones and now.
        posters: of each poster session, by the place of its tile.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[str, ...] = ()
        self.context = ViewContext()
        self.posters: Mapping[int, tuple[Entry, ...]] = {}

    @property
    def tiles(self) -> tuple[Tile, ...]:
        """What is shown."""
        return self.rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is read out depends on the place too: the posters of a session."""
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            place = index.row()
            return tile_sentence(self.rows[place], self.posters_at(place), self.context)
        return super().data(index, role)

    def said(self, row: Tile, role: int) -> Any:
        if role == Role.REF:
            return row.entry.ref if row.kind is TileKind.TALK else None
        return title_of(row.entry.title) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Breaks cannot be chosen; only talks can be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not reachable(self.tiles[index.row()]):
            return Qt.ItemFlag.ItemNeverHasChildren
        return _TALK if self.tiles[index.row()].kind is TileKind.TALK else _REACHABLE

    def set_grid(
        self,
        grid: Grid | None,
        posters: Mapping[int, tuple[Entry, ...]],
        context: ViewContext,
    ) -> bool:
        """Show other tiles, or the same in another state; whether the model was reset."""
        fresh = grid.tiles if grid else ()
        self.columns = grid.columns if grid else ()
        self.posters, self.context = posters, context
        if fresh and [_place(t) for t in fresh] == [_place(t) for t in self.tiles]:
            if fresh != self.tiles:
                self.rows = fresh
                self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
            return False
        self.reset(fresh)
        return True

    def place_of(self, ref: EntryRef) -> int:
        """The tile of a talk or block, or of the poster session it belongs to; -1 if not here."""
        for place, tile in enumerate(self.tiles):
            if tile.entry.ref == ref or any(e.ref == ref for e in self.posters_at(place)):
                return place
        return -1

    def posters_at(self, place: int) -> tuple[Entry, ...]:
        """The posters of the tile at a place."""
        return self.posters.get(place, ())


def _place(tile: Tile) -> tuple[object, ...]:
    """What the layout depends on."""
    return (
        tile.entry.ref,
        tile.kind,
        tile.start_dt,
        tile.end_dt,
        tile.column,
        tile.span,
        tile.lane,
        tile.lanes,
    )
