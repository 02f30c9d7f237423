"""The programme as a list: a day at a time, talks under the block they belong to."""

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from companion.domain.days import by_day
from companion.domain.entry import EntryRef
from companion.services.agenda import Agenda, Phase, TalkRow
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.views.days_base import DaysView
from companion.ui.widgets.row_list import RowList


class ProgrammeView(DaysView):
    """Days as chips, the rows of one day under them.

    With a filter: the days on which something matches, of each only that.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        self.list = RowList(look)
        super().__init__(look, self.list, parent)
        self._agenda = Agenda((), self.context.zone)
        self._sorted: Agenda | None = None
        self.list.setAccessibleName(translate("Programme", "Programme of the day"))

    def take_sorted(self, agenda: Agenda | None) -> None:
        """The programme that `set_entries` brings next, sorted already; used if it fits."""
        self._sorted = agenda

    def sort_days(self) -> tuple[date | None, ...]:
        """Days of all entries, or of the talks that match."""
        context, wanted = self.context, self.context.wanted(self.entries)
        ready = self._sorted
        if ready is None or ready.entries is not wanted or ready.tz is not context.zone:
            ready = Agenda(wanted, context.zone)
        self._agenda = ready
        if not context.chosen:
            return self._agenda.days
        return tuple(by_day((entry for entry in wanted if entry.is_contribution), context.zone))

    def show_content(self) -> None:
        """The rows of the day."""
        context = self.context
        self.list.set_rows(self._agenda.rows(self.day, context.now, context.overlaps), context)

    def current_start(self) -> datetime | None:
        """Of the current talk."""
        current = self.list.current_ref()
        return next((entry.start_dt for entry in self.entries if entry.ref == current), None)

    def scroll_to_start(self) -> None:
        """From the top."""
        self.list.scrollToTop()

    def scroll_to_now(self) -> None:
        """The line of now in the upper third."""
        self.list.jump_to_now()

    def select_in_day(self, ref: EntryRef) -> bool:
        """The row of a talk."""
        return self.list.select(ref)

    def default_ref(self) -> EntryRef | None:
        """What runs now, else what comes next, else the first talk of the day."""
        rows = [r for r in self.list.row_model.rows if isinstance(r, TalkRow)]
        for phase in (Phase.RUNNING, Phase.COMING):
            for row in rows:
                if row.phase is phase:
                    return row.entry.ref
        return rows[0].entry.ref if rows else None

    def select_default(self) -> None:
        """Choose that talk, as if it had been clicked."""
        if ref := self.default_ref():
            self.list.select_and_tell(ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected rows."""
        return self.list.selected_refs()

    def focus_content(self) -> None:
        """The list, at its current talk or its first."""
        if self.list.current_ref() is None:
            self.list.select_first()
        self.list.setFocus()
