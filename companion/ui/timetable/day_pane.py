"""One day as a grid, or as rows where its talks have no time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from companion.domain.day_grids import DayGrids
from companion.domain.entry import EntryRef
from companion.domain.grid import TileKind
from companion.services.agenda import Row
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.timetable.grid_view import TimetableGrid
from companion.ui.timetable.tile_words import Lit
from companion.ui.widgets.row_list import RowList


class DayPane(QStackedWidget):
    """The grid and, behind it, a list.

    Signals:
        talk_activated, talk_clicked, talk_opened, star_requested: of the one in front.
        block_activated: of the grid.
    """

    talk_activated = Signal(object)
    talk_clicked = Signal(object)
    talk_opened = Signal(object)
    block_activated = Signal(object)
    star_requested = Signal(object, object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = TimetableGrid(look)
        self.list = RowList(look)
        self.list.setAccessibleName(translate("Timetable", "Not yet scheduled"))
        for part in (self.grid, self.list):
            self.addWidget(part)
            part.talk_activated.connect(self.talk_activated)
            part.talk_clicked.connect(self.talk_clicked)
            part.talk_opened.connect(self.talk_opened)
            part.star_requested.connect(self.star_requested)
        self.grid.block_activated.connect(self.block_activated)

    @property
    def _front(self) -> TimetableGrid | RowList:
        return self.grid if self.currentWidget() is self.grid else self.list

    def show_grid(
        self, grids: DayGrids, day: date, context: ViewContext, *, lit: Lit | None = None
    ) -> None:
        """Show a day with times; talks that are not `lit` are greyed."""
        grid = grids.grid(day)
        posters = {
            place: grids.posters_of(tile)
            for place, tile in enumerate(grid.tiles if grid else ())
            if tile.kind is TileKind.POSTERS
        }
        self.grid.set_day(grid, posters, context, lit=lit)
        self.setCurrentWidget(self.grid)

    def show_rows(self, rows: Sequence[Row], context: ViewContext) -> None:
        """Show what has no time."""
        self.list.set_rows(rows, context)
        self.setCurrentWidget(self.list)

    def scroll_to_start(self) -> None:
        """Another day is about to be shown."""
        self.grid.forget_place()
        self.list.scrollToTop()

    def select(self, ref: EntryRef) -> bool:
        """Make a talk the current one of what is shown, quietly."""
        return self._front.select(ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected talks of what is shown."""
        return self._front.selected_refs()

    def focus_content(self) -> None:
        """The keyboard goes to the current talk or the first."""
        front = self._front
        if not front.currentIndex().isValid():
            front.select_first()
        elif not front.selectionModel().hasSelection():  # Qt makes one current without selecting
            front.setCurrentIndex(front.currentIndex())
        front.setFocus()
