"""The programme as a list: a day at a time, talks under the block they belong to."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QWidget

from companion.domain.days import by_day
from companion.domain.entry import Entry, EntryRef
from companion.services.agenda import Agenda, Phase, TalkRow
from companion.ui.context import ViewContext
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
        self.list.setAccessibleName(translate("Programme", "Programme of the day"))
        self._rows = _DayRows(self.list)
        super().__init__(look, self._rows, parent)

    def take_sorted(self, agenda: Agenda | None) -> None:
        """The programme that `set_entries` brings next, sorted already; used if it fits."""
        self._rows.ready = agenda

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


class _DayRows:
    """The programme as a `DayContent`.

    Attributes:
        ready: what `sort` would make, if it was made before.
    """

    def __init__(self, rows: RowList) -> None:
        self.widget = rows
        self.ready: Agenda | None = None
        self._entries: tuple[Entry, ...] = ()
        self._agenda = Agenda((), UTC)

    def sort(self, entries: tuple[Entry, ...], context: ViewContext) -> tuple[date | None, ...]:
        """Days of all entries, or of the talks that match."""
        wanted, ready = context.wanted(entries), self.ready
        if ready is None or ready.entries is not wanted or ready.tz is not context.zone:
            ready = Agenda(wanted, context.zone)
        self._entries, self._agenda = entries, ready
        if not context.chosen:
            return ready.days
        return tuple(by_day((entry for entry in wanted if entry.is_contribution), context.zone))

    def show_day(self, day: date | None, context: ViewContext) -> None:
        """The rows of the day."""
        self.widget.set_rows(self._agenda.rows(day, context.now, context.overlaps), context)

    def current_start(self) -> datetime | None:
        """Of the current talk."""
        current = self.widget.current_ref()
        return next((entry.start_dt for entry in self._entries if entry.ref == current), None)

    def scroll_to_start(self) -> None:
        """From the top."""
        self.widget.scrollToTop()

    def scroll_to_now(self) -> None:
        """The line of now in the upper third."""
        self.widget.jump_to_now()

    def select(self, ref: EntryRef) -> bool:
        """The row of a talk."""
        return self.widget.select(ref)
