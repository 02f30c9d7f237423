"""The talks that the person starred: day by day, or in the timetable among the others."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.bookmark import Star
from companion.domain.day_grids import DayGrids, day_grids
from companion.domain.days import chosen_day, stepped
from companion.domain.entry import Entry, EntryRef
from companion.domain.times import day_of
from companion.services.agenda import Agenda, DayRow, Row, TalkRow
from companion.services.starred import agenda_rows, starred_of
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.timetable.day_pane import DayPane
from companion.ui.timetable.zoom_buttons import ZoomButtons
from companion.ui.views.list_base import ListViewBase
from companion.ui.widgets.day_bar import DayBar
from companion.ui.widgets.segments import Segments

LIST, TIMETABLE = "list", "timetable"


class AgendaView(ListViewBase):
    """My agenda.

    Signals:
        block_activated: show what is in a poster session or block (EntryRef of the block).
        form_changed: `list` or `timetable` was chosen.
    """

    block_activated = Signal(object)
    form_changed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, translate("Agenda", "My agenda"), parent)
        self.form = LIST
        self.days: tuple[date | None, ...] = ()
        self.day: date | None = None
        self._grids = DayGrids((), self.context.zone)
        self.forms = Segments(translate("Agenda", "How to show my agenda"))
        self.forms.add(LIST, translate("Agenda", "List"))
        self.forms.add(TIMETABLE, translate("Agenda", "Timetable"))
        self.forms.set_value(LIST)
        self.forms.chosen.connect(self._on_forms_chosen)
        self.bar_row.addWidget(self.forms)
        self.timetable = QWidget()
        self.day_bar, self.pane = DayBar(look), DayPane(look)
        zoom = ZoomButtons(look)
        self.day_bar.add_tool(zoom)
        self._fill_timetable()
        self.column.addWidget(self.timetable, 1)
        self.day_bar.day_chosen.connect(self.show_day)
        self.day_bar.now_requested.connect(self.jump_to_now)
        zoom.zoomed.connect(self.pane.grid.zoom_by)
        for name in ("talk_activated", "talk_clicked", "talk_opened", "star_requested"):
            getattr(self.pane, name).connect(getattr(self, name))
        self.pane.block_activated.connect(self.block_activated)

    def _fill_timetable(self) -> None:
        layout = QVBoxLayout(self.timetable)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.day_bar)
        layout.addWidget(self.pane, 1)

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show an edition's stars."""
        is_same = entries is self.entries and context.zone == self.context.zone
        is_other = context.key != self.context.key or context.zone != self.context.zone
        super().set_entries(entries, context)
        if not is_same:
            self._grids = day_grids(self.entries, context.zone)
            waiting = any(entry.start_dt is None for entry in starred_of(self.entries))
            dated = tuple(day for day in self._grids.days if day is not None)
            self.days = (*dated, None) if waiting else dated
        if is_other or self.day not in self.days:
            self.day = self._first_day()
        self._fill()

    def _first_day(self) -> date | None:
        """The day to begin with: of the stars, as far as there are any."""
        mine = Agenda(starred_of(self.entries), self.context.zone).days
        days = [day for day in mine if day in self.days]
        return chosen_day(days or self.days, self.context.now, self.context.zone)

    def set_form(self, form: str) -> None:
        """Show the list or the timetable."""
        self.form = form
        self.forms.set_value(form)
        self._fill()

    def _on_forms_chosen(self, form: str) -> None:
        selected = self.selected_refs()
        self.set_form(form)
        if selected:
            self.select(selected[0])
        self.focus_content()
        self.form_changed.emit(form)

    # --- days ----------------------------------------------------------------------------------

    def show_day(self, day: date | None) -> None:
        """Another day of the timetable."""
        if day != self.day and day in self.days:
            self.day = day
            self.pane.scroll_to_start()
            self._fill()

    def step_day(self, step: int) -> None:
        """The next (+1) or previous (-1) day; in the list, its first talk."""
        if self.form == LIST:
            self._step_in_list(step)
        else:
            self.show_day(stepped(self.days, self.day, step))

    def _step_in_list(self, step: int) -> None:
        rows = self.list.row_model.rows
        current = max(0, self.list.currentIndex().row())
        days = [place for place, row in enumerate(rows) if isinstance(row, DayRow)]
        here = max((n for n, place in enumerate(days) if place <= current), default=0)
        wanted = here + step
        if 0 <= wanted < len(days):
            talk = next(row for row in rows[days[wanted] :] if isinstance(row, TalkRow))
            self.list.scrollToBottom()
            self.list.scrollTo(self.list.row_model.index(days[wanted]))
            self.list.select_and_tell(talk.entry.ref)

    def jump_to_now(self) -> None:
        """The line of now, if the conference is on."""
        if self.form == LIST:
            self.list.jump_to_now()
            return
        self.show_day(day_of(self.context.now, self.context.zone))
        self.pane.grid.jump_to_now()

    # --- talks ---------------------------------------------------------------------------------

    def select(self, ref: EntryRef) -> bool:
        """Bring a talk in sight, on whatever day it is."""
        if self.form == LIST:
            return self.list.select(ref)
        for entry in self.entries:
            if entry.ref == ref:
                start = entry.start_dt
                self.show_day(None if start is None else day_of(start, self.context.zone))
        return self.pane.select(ref)

    def select_here(self, ref: EntryRef) -> bool:
        return (self.list if self.form == LIST else self.pane).select(ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected talks of the form shown."""
        return (self.list if self.form == LIST else self.pane).selected_refs()

    def focus_content(self) -> None:
        """The list or the grid."""
        if self.form == LIST:
            super().focus_content()
        else:
            self.pane.focus_content()

    # --- filling -------------------------------------------------------------------------------

    def _fill(self) -> None:
        context = self.context
        mine = starred_of(context.wanted(self.entries))
        rows = agenda_rows(mine, context.zone, context.now, context.overlaps)
        self.summary.setText(summary_text(len(mine), len(context.overlaps)))
        self.show_rows(rows, empty_words(), starred_of(self.entries))
        is_list = self.form == LIST
        self.list.setVisible(is_list and bool(rows))
        self.timetable.setVisible(not is_list and bool(rows))
        self.bar.setVisible(bool(rows))
        if not is_list and rows:
            self._fill_day(rows)

    def _is_mine(self, entry: Entry) -> bool:
        return entry.star is not Star.NONE and self.context.matches(entry)

    def _fill_day(self, rows: tuple[Row, ...]) -> None:
        context = self.context
        self.day_bar.set_days(self.days, self.day, day_of(context.now, context.zone))
        if self.day is None:
            waiting = [r for r in rows if isinstance(r, TalkRow) and r.entry.start_dt is None]
            self.pane.show_rows(waiting, context)
        else:
            self.pane.show_grid(self._grids, self.day, context, lit=self._is_mine)


def summary_text(count: int, overlapping: int) -> str:
    """`9 starred talks, 2 of them overlap`."""
    text = translate("Agenda", "%n starred talk(s)", "", count)
    if not overlapping:
        return text
    return translate("Agenda", "{talks}, {count} of them overlap").format(
        talks=text, count=overlapping
    )


def empty_words() -> str:
    """What to do about an empty agenda."""
    return translate(
        "Agenda",
        "Nothing is starred yet.\n"
        "Press S, or the star beside a talk: it will stand here under its day, "
        "and you will be reminded before it begins.",
    )
