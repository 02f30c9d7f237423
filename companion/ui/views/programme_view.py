"""The programme as a list: a day at a time, talks under the block they belong to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from companion.domain.days import chosen_day
from companion.domain.entry import Entry, EntryRef
from companion.domain.times import day_of
from companion.services.agenda import Agenda, Phase, TalkRow
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.views.base import ProgrammeViewBase
from companion.ui.widgets.day_bar import DayBar
from companion.ui.widgets.row_list import RowList


class ProgrammeView(ProgrammeViewBase):
    """Days as chips, the rows of one day under them.

    Signals:
        talk_clicked, talk_opened: see `RowList`.
        day_changed: another day is shown (date or None).
    """

    talk_clicked = Signal(object)
    talk_opened = Signal(object)
    day_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.days: tuple[date | None, ...] = ()
        self.day: date | None = None
        self._key: str | None = None
        self._agenda = Agenda((), self.context.zone)
        self.day_bar = DayBar(look)
        self.list = RowList(look)
        self.list.setAccessibleName(translate("Programme", "Programme of the day"))
        self._empty = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("kind", "dim")
        self._empty.setMargin(32)
        self._empty.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.day_bar)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.list, 1)
        self.day_bar.day_chosen.connect(self.show_day)
        self.day_bar.now_requested.connect(self.jump_to_now)
        self.list.talk_activated.connect(self.talk_activated)
        self.list.talk_clicked.connect(self.talk_clicked)
        self.list.talk_opened.connect(self.talk_opened)
        self.list.star_requested.connect(self.star_requested)

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show an edition; the day stays unless the edition or the zone is another."""
        is_other = context.key != self._key or context.zone != self.context.zone
        super().set_entries(entries, context)
        self._agenda = Agenda(self.entries, context.zone)
        self.days = self._agenda.days
        if is_other or self.day not in self.days:
            self.day = self._day_after_change(is_same_edition=context.key == self._key)
        self._key = context.key
        self._fill()

    def _day_after_change(self, *, is_same_edition: bool) -> date | None:
        """In another zone, the day on which the current talk now falls."""
        current = self.list.current_ref() if is_same_edition else None
        for entry in self.entries:
            if entry.ref == current and entry.start_dt:
                return day_of(entry.start_dt, self.context.zone)
        return chosen_day(self.days, self.context.now, self.context.zone)

    def show_day(self, day: date | None) -> None:
        """Another day of the same programme, from its top."""
        if day == self.day or day not in self.days:
            return
        self.day = day
        self._fill()
        self.list.scrollToTop()
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
            self.list.jump_to_now()

    def select(self, ref: EntryRef) -> bool:
        """Bring a talk in sight, on whatever day it is."""
        for entry in self.entries:
            if entry.ref == ref:
                start = entry.start_dt
                self.show_day(None if start is None else day_of(start, self.context.zone))
                return self.list.select(ref)
        return False

    def select_default(self) -> None:
        """What runs now, else what comes next, else the first talk of the day."""
        rows = [r for r in self.list.row_model.rows if isinstance(r, TalkRow)]
        for phase in (Phase.RUNNING, Phase.COMING):
            for row in rows:
                if row.phase is phase:
                    self.list.select_and_tell(row.entry.ref)
                    return
        if rows:
            self.list.select_and_tell(rows[0].entry.ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected rows."""
        return self.list.selected_refs()

    def focus_content(self) -> None:
        """The list, at its current talk or its first."""
        if self.list.current_ref() is None:
            self.list.select_first()
        self.list.setFocus()

    def _fill(self) -> None:
        context = self.context
        rows = self._agenda.rows(self.day, context.now, context.overlaps)
        today = day_of(context.now, context.zone)
        self.day_bar.set_days(self.days, self.day, today)
        self.day_bar.setVisible(bool(self.days))
        self.list.set_rows(rows, context)
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if not rows:
            self._empty.setText(_empty_words(context))


def _empty_words(context: ViewContext) -> str:
    return translate(
        "Programme",
        "{title} has no programme here yet.\n"
        "Press Sync to look whether the organisers have published it.",
    ).format(title=context.title)
