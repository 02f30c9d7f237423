"""The programme as a timetable: a day at a time, time down, rooms side by side."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.domain.day_grids import DayGrids, day_grids
from companion.domain.entry import Entry, EntryRef
from companion.services.agenda import Agenda, is_shown
from companion.ui.context import ViewContext
from companion.ui.theme import Look
from companion.ui.timetable.day_pane import DayPane
from companion.ui.timetable.zoom_buttons import ZoomButtons
from companion.ui.views.days_base import DaysView


class TimetableView(DaysView):
    """Days as chips, the grid of one day under them; what has no time yet as a list.

    With a filter the other tiles are greyed: when and where things are stays in sight.

    Signals:
        block_activated: show what is in a poster session or block (EntryRef of the block).
        zoom_changed: pixels an hour, or None for what fits (object).
    """

    block_activated = Signal(object)
    zoom_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.pane, self.zoom_buttons = DayPane(look), ZoomButtons(look)
        super().__init__(look, _DayTiles(self.pane, self.zoom_buttons), parent)
        self.grid = self.pane.grid
        self.day_bar.add_tool(self.zoom_buttons)
        self.zoom_buttons.zoomed.connect(self.grid.zoom_by)
        self.pane.block_activated.connect(self.block_activated)
        self.grid.zoom_changed.connect(self.zoom_changed)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected talks."""
        return self.pane.selected_refs()

    def focus_content(self) -> None:
        """The grid, at its current tile or its first."""
        self.pane.focus_content()


class _DayTiles:
    """The timetable as a `DayContent`."""

    def __init__(self, pane: DayPane, zoom_buttons: QWidget) -> None:
        self.widget = pane
        self._zoom_buttons = zoom_buttons
        self._entries: tuple[Entry, ...] = ()
        self._grids = DayGrids((), UTC)

    def sort(self, entries: tuple[Entry, ...], context: ViewContext) -> tuple[date | None, ...]:
        """All days; what has no time last."""
        self._entries, self._grids = entries, day_grids(entries, context.zone)
        is_waiting = any(
            entry.start_dt is None and is_shown(entry) and context.matches(entry)
            for entry in entries
        )
        days = tuple(day for day in self._grids.days if day is not None)
        return (*days, None) if is_waiting else days

    def show_day(self, day: date | None, context: ViewContext) -> None:
        """The grid of the day, or the rows of what has no time."""
        self._zoom_buttons.setVisible(day is not None)
        if day is None:
            waiting = Agenda(context.wanted(self._entries), context.zone).rows(None, context.now)
            self.widget.show_rows(waiting, context)
        else:
            lit = context.matches if context.chosen else None
            self.widget.show_grid(self._grids, day, context, lit=lit)

    def current_start(self) -> datetime | None:
        """Of the current tile."""
        tile = self.widget.grid.current_tile()
        return tile.start_dt if tile else None

    def scroll_to_start(self) -> None:
        """From the corner."""
        self.widget.scroll_to_start()

    def scroll_to_now(self) -> None:
        """The line of now in the upper third."""
        self.widget.grid.jump_to_now()

    def select(self, ref: EntryRef) -> bool:
        """The tile of a talk."""
        return self.widget.select(ref)
