"""What the list and the timetable of a programme have in common: a day at a time."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.domain.days import chosen_day, nearest_day, stepped
from companion.domain.entry import Entry, EntryRef
from companion.domain.times import day_of
from companion.ui.context import ViewContext
from companion.ui.i18n import translate
from companion.ui.one_shot import TURN_MS, one_shot
from companion.ui.theme import Look
from companion.ui.views.base import ProgrammeViewBase
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.day_bar import DayBar

if TYPE_CHECKING:  # not for the first paint
    from companion.ui.views.day_content import DayContent


class DaysView(ProgrammeViewBase):
    """Days as chips, what is on one day under them.

    Attributes:
        days: those with something to show, in order; None last, for what has no time.
        day: the one shown.

    Signals:
        talk_clicked, talk_opened: see `RowList`.
        day_changed: another day is shown (date or None).
    """

    talk_clicked = Signal(object)
    talk_opened = Signal(object)
    day_changed = Signal(object)

    def __init__(self, look: Look, content: "DayContent", parent: QWidget | None = None) -> None:
        """`content` sorts the programme and shows a day of it."""
        super().__init__(look, parent)
        self.days: tuple[date | None, ...] = ()
        self.day: date | None = None
        self._key: str | None = None
        self._content = content
        self._later = one_shot(self, self._fill, TURN_MS)
        self.day_bar = DayBar(look)
        self.empty = EmptyWords()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.day_bar)
        layout.addWidget(self.empty, 1)
        layout.addWidget(content.widget, 1)
        self.day_bar.day_chosen.connect(self.show_day)
        self.day_bar.now_requested.connect(self.jump_to_now)
        self.empty.cleared.connect(self.filters_cleared)
        for name in ("talk_activated", "talk_clicked", "talk_opened", "star_requested"):
            getattr(content.widget, name).connect(getattr(self, name))

    # --- what is shown -------------------------------------------------------------------------

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show an edition; the day stays unless the edition or the zone is another."""
        before, is_other_edition = self.context, context.key != self._key
        is_other_zone = context.zone != before.zone
        is_filtered_anew = context.chosen != before.chosen
        is_same = entries is self.entries and not is_other_zone and not is_filtered_anew
        start = None if is_other_edition else self._content.current_start()
        super().set_entries(entries, context)
        self._key = context.key
        if not is_same or is_other_edition:
            self.days = self._content.sort(self.entries, context)
        if is_other_edition or is_other_zone:
            self.day = self._natural_day(start)
        elif self.day not in self.days:
            self.day = nearest_day(self.days, self.day, context.now, context.zone)
        is_the_same = not (is_other_edition or is_other_zone or is_filtered_anew)
        if is_the_same and not self.isVisible() and self.window().isVisible():
            # A star, or a minute: the view in front comes first, this one a turn later.
            self._later.start()
        else:
            self._fill()

    def _natural_day(self, start: datetime | None) -> date | None:
        """The day on which what is current now falls, else today, else the next."""
        if start is not None and (day := day_of(start, self.context.zone)) in self.days:
            return day
        return chosen_day(self.days, self.context.now, self.context.zone)

    def show_day(self, day: date | None) -> None:
        """Another day of the same programme, from its beginning."""
        if day == self.day or day not in self.days:
            return
        self.day = day
        self._content.scroll_to_start()
        self._fill()
        self.day_changed.emit(day)

    def step_day(self, step: int) -> None:
        """The next (+1) or previous (-1) day, if there is one."""
        self.show_day(stepped(self.days, self.day, step))

    def jump_to_now(self) -> None:
        """Today, with the line of now in sight."""
        today = day_of(self.context.now, self.context.zone)
        if today in self.days:
            self.show_day(today)
            self._content.scroll_to_now()

    def select(self, ref: EntryRef) -> bool:
        """Bring a talk in sight, on whatever day it is."""
        if self._later.isActive():
            self._fill()
        for entry in self.entries:
            if entry.ref == ref:
                start = entry.start_dt
                self.show_day(None if start is None else day_of(start, self.context.zone))
                return self._content.select(ref)
        return False

    def select_here(self, ref: EntryRef) -> bool:
        return self._content.select(ref)

    def showEvent(self, event: QShowEvent) -> None:
        if self._later.isActive():
            self._fill()
        super().showEvent(event)

    def _fill(self) -> None:
        self._later.stop()
        context = self.context
        self.day_bar.set_days(self.days, self.day, day_of(context.now, context.zone))
        self.day_bar.setVisible(bool(self.days))
        self._content.show_day(self.day, context)
        self._show_words()

    def _show_words(self) -> None:
        """Why there is nothing to see: no programme, or filters that hide all of it."""
        context = self.context
        words, is_filtered = "" if self.days else no_programme(context), False
        if context.chosen and not any(
            e.is_contribution and context.matches(e) for e in self.entries
        ):
            from companion.ui.filters.words import nothing_matches  # noqa: PLC0415 - seldom

            hidden = nothing_matches(context, self.entries)
            words, is_filtered = hidden or words, bool(hidden)
        self.empty.show_instead(self._content.widget, words=words, is_filtered=is_filtered)


def no_programme(context: ViewContext) -> str:
    """What to do about an edition without talks."""
    return translate(
        "Programme",
        "{title} has no programme here yet.\n"
        "Press Sync to look whether the organisers have published it.",
    ).format(title=context.title)
