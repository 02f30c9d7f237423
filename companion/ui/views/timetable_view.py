"""The programme as a timetable: a day at a time, time down, rooms side by side."""

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companion.domain.day_grids import DayGrids
from companion.domain.entry import EntryRef
from companion.services.agenda import Agenda, is_shown
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
        self.pane = DayPane(look)
        super().__init__(look, self.pane, parent)
        self._grids = DayGrids((), self.context.zone)
        self.zoom_buttons = ZoomButtons(look)
        self.day_bar.add_tool(self.zoom_buttons)
        self.grid = self.pane.grid
        self.zoom_buttons.zoomed.connect(self.grid.zoom_by)
        self.pane.block_activated.connect(self.block_activated)
        self.grid.zoom_changed.connect(self.zoom_changed)

    def sort_days(self) -> tuple[date | None, ...]:
        """All days; what has no time last."""
        self._grids = DayGrids(self.entries, self.context.zone)
        is_waiting = any(
            entry.start_dt is None and is_shown(entry) and self.context.matches(entry)
            for entry in self.entries
        )
        days = tuple(day for day in self._grids.days if day is not None)
        return (*days, None) if is_waiting else days

    def show_content(self) -> None:
        """The grid of the day, or the rows of what has no time."""
        context = self.context
        self.zoom_buttons.setVisible(self.day is not None)
        if self.day is None:
            waiting = Agenda(context.wanted(self.entries), context.zone).rows(None, context.now)
            self.pane.show_rows(waiting, context)
        else:
            lit = context.matches if context.chosen else None
            self.pane.show_grid(self._grids, self.day, context, lit=lit)

    def current_start(self) -> datetime | None:
        """Of the current tile."""
        tile = self.grid.current_tile()
        return tile.start_dt if tile else None

    def scroll_to_start(self) -> None:
        """From the corner."""
        self.pane.scroll_to_start()

    def scroll_to_now(self) -> None:
        """The line of now in the upper third."""
        self.grid.jump_to_now()

    def select_in_day(self, ref: EntryRef) -> bool:
        """The tile of a talk."""
        return self.pane.select(ref)

    def empty_text(self) -> str:
        """A timetable in which every tile is greyed says why instead."""
        is_wanted = not self.context.chosen or any(
            entry.is_contribution and self.context.matches(entry) for entry in self.entries
        )
        return super().empty_text() or ("" if is_wanted else " ")

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected talks."""
        return self.pane.selected_refs()

    def focus_content(self) -> None:
        """The grid, at its current tile or its first."""
        self.pane.focus_content()
