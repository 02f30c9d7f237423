"""The programme as a timetable: a day at a time, time down, rooms side by side."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.day_grids import DayGrids
from companion.domain.days import chosen_day
from companion.domain.entry import Entry, EntryRef
from companion.domain.times import day_of
from companion.services.agenda import Agenda, is_shown
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.timetable.day_pane import DayPane
from companion.ui.timetable.zoom_buttons import ZoomButtons
from companion.ui.views.base import ProgrammeViewBase
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.day_bar import DayBar


class TimetableView(ProgrammeViewBase):
    """Days as chips, the grid of one day under them; what has no time yet as a list.

    Signals:
        talk_clicked, talk_opened: see `RowList`.
        block_activated: show what is in a poster session or block (EntryRef of the block).
        day_changed: another day is shown (date or None).
        zoom_changed: pixels an hour, or None for what fits (object).
    """

    talk_clicked = Signal(object)
    talk_opened = Signal(object)
    block_activated = Signal(object)
    day_changed = Signal(object)
    zoom_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.days: tuple[date | None, ...] = ()
        self.day: date | None = None
        self._grids = DayGrids((), self.context.zone)
        self.day_bar = DayBar(look)
        self.zoom_buttons = ZoomButtons(look)
        self.day_bar.add_tool(self.zoom_buttons)
        self.pane = DayPane(look)
        self.grid = self.pane.grid
        self._empty = EmptyWords()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.day_bar)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.pane, 1)
        self.day_bar.day_chosen.connect(self.show_day)
        self.day_bar.now_requested.connect(self.jump_to_now)
        self.zoom_buttons.zoomed.connect(self.grid.zoom_by)
        for name in ("talk_activated", "talk_clicked", "talk_opened", "star_requested"):
            getattr(self.pane, name).connect(getattr(self, name))
        self.pane.block_activated.connect(self.block_activated)
        self.grid.zoom_changed.connect(self.zoom_changed)

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show an edition; the day stays unless the edition or the zone is another."""
        is_same = entries is self.entries and context.zone == self.context.zone
        is_other_edition = context.key != self.context.key
        is_other = is_other_edition or context.zone != self.context.zone
        super().set_entries(entries, context)
        if not is_same:
            self._sort()
        if is_other or self.day not in self.days:
            self.day = self._day_after_change(is_same_edition=not is_other_edition)
        self._fill()

    def _sort(self) -> None:
        self._grids = DayGrids(self.entries, self.context.zone)
        waiting = (None,) if any(e.start_dt is None and is_shown(e) for e in self.entries) else ()
        self.days = (*(day for day in self._grids.days if day is not None), *waiting)

    def _day_after_change(self, *, is_same_edition: bool) -> date | None:
        """In another zone, the day on which the current tile now falls."""
        tile = self.grid.current_tile() if is_same_edition else None
        if tile is not None:
            day = day_of(tile.start_dt, self.context.zone)
            if day in self.days:
                return day
        return chosen_day(self.days, self.context.now, self.context.zone)

    def show_day(self, day: date | None) -> None:
        """Another day of the same programme, from its beginning."""
        if day == self.day or day not in self.days:
            return
        self.day = day
        self.pane.scroll_to_start()
        self._fill()
        self.day_changed.emit(day)

    def step_day(self, step: int) -> None:
        """The next (+1) or previous (-1) day, if there is one."""
        if self.day in self.days:
            place = self.days.index(self.day) + step
            if 0 <= place < len(self.days):
                self.show_day(self.days[place])

    def jump_to_now(self) -> None:
        """Today, with the line of now in sight."""
        today = day_of(self.context.now, self.context.zone)
        if today in self.days:
            self.show_day(today)
            self.grid.jump_to_now()

    def select(self, ref: EntryRef) -> bool:
        """Bring a talk in sight, on whatever day it is."""
        for entry in self.entries:
            if entry.ref == ref:
                start = entry.start_dt
                self.show_day(None if start is None else day_of(start, self.context.zone))
                return self.pane.select(ref)
        return False

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected talks."""
        return self.pane.selected_refs()

    def focus_content(self) -> None:
        """The grid, at its current tile or its first."""
        self.pane.focus_content()

    def _fill(self) -> None:
        context = self.context
        today = day_of(context.now, context.zone)
        self.day_bar.set_days(self.days, self.day, today)
        self.day_bar.setVisible(bool(self.days))
        self.zoom_buttons.setVisible(self.day is not None)
        if self.day is None:
            waiting = Agenda(self.entries, context.zone).rows(None, context.now)
            self.pane.show_rows(waiting, context)
        else:
            self.pane.show_grid(self._grids, self.day, context)
        words = "" if self.days else _empty_words(context)
        self._empty.show_instead(self.pane, words=words)


def _empty_words(context: ViewContext) -> str:
    return translate(
        "Programme",
        "{title} has no programme here yet.\n"
        "Press Sync to look whether the organisers have published it.",
    ).format(title=context.title)
