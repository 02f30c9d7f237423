"""What views that are mostly a list of talks have in common."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.domain.entry import Entry, EntryRef
from companion.services.agenda import Row
from companion.ui.filters.words import nothing_matches
from companion.ui.theme import Look
from companion.ui.views.base import ProgrammeViewBase
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.row_list import RowList


class ListViewBase(ProgrammeViewBase):
    """A bar that sums up, a list of rows, and words in its place while there are none.

    Signals:
        talk_clicked, talk_opened: see `RowList`.
    """

    talk_clicked = Signal(object)
    talk_opened = Signal(object)

    def __init__(
        self, look: Look, name: str, parent: QWidget | None = None, rows: RowList | None = None
    ) -> None:
        """`name` is what screen readers call the list."""
        super().__init__(look, parent)
        self.summary = QLabel()
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("kind", "dim")
        self.summary.setMinimumWidth(1)
        self.bar = QFrame()
        self.bar.setObjectName("dayBar")
        self.bar_row = QHBoxLayout(self.bar)
        self.bar_row.setContentsMargins(16, 10, 12, 10)
        self.bar_row.setSpacing(8)
        self.bar_row.addWidget(self.summary, 1)
        self.list = rows or RowList(look)
        self.list.setAccessibleName(name)
        self.empty = EmptyWords()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for widget in (self.bar, self.empty, self.list):
            self.column.addWidget(widget, 0 if widget is self.bar else 1)
        for signal in ("talk_activated", "talk_clicked", "talk_opened", "star_requested"):
            getattr(self.list, signal).connect(getattr(self, signal))
        self.empty.cleared.connect(self.filters_cleared)

    def show_rows(self, rows: Sequence[Row], words: str, offered: Sequence[Entry] = ()) -> None:
        """Show rows; words in their place if there are none.

        Args:
            rows: what to show.
            words: why there is nothing, unless filters hide it.
            offered: the talks that the filters chose from.
        """
        self.list.set_rows(rows, self.context)
        hidden = "" if rows else nothing_matches(self.context, offered)
        self.empty.show_instead(
            self.list, words="" if rows else hidden or words, is_filtered=bool(hidden)
        )

    def select(self, ref: EntryRef) -> bool:
        """Bring a talk in sight and select it."""
        return self.list.select(ref)

    def selected_refs(self) -> tuple[EntryRef, ...]:
        """The selected rows."""
        return self.list.selected_refs()

    def focus_content(self) -> None:
        """The list, at its current talk or its first."""
        current = self.list.current_ref()
        if current is None:
            self.list.select_first()
        elif not self.list.selected_refs():  # Qt makes a row current without selecting it
            self.list.select(current)
        self.list.setFocus()
