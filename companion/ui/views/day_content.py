"""What a view that shows a day at a time needs of the list or the timetable in it."""

from datetime import date, datetime
from typing import Protocol

from PySide6.QtWidgets import QWidget

from companion.domain.entry import Entry, EntryRef
from companion.ui.context import ViewContext


class DayContent(Protocol):
    """A programme, sorted into days, of which one is shown."""

    @property
    def widget(self) -> QWidget:
        """What is seen; it has the signals of `RowList`."""

    def sort(self, entries: tuple[Entry, ...], context: ViewContext) -> tuple[date | None, ...]:
        """Take another programme; returns the days with something to show, None last."""

    def show_day(self, day: date | None, context: ViewContext) -> None:
        """Show one of them, or what has no time; `context` is of the same entries."""

    def current_start(self) -> datetime | None:
        """When what is current begins; None if nothing is, or it has no time."""

    def scroll_to_start(self) -> None:
        """Another day is about to be shown."""

    def scroll_to_now(self) -> None:
        """Today is shown; bring the line of now in sight, in the upper third."""

    def select(self, ref: EntryRef) -> bool:
        """Select a talk of the day shown; False if it is not here."""
