"""What views that are mostly a list of talks have in common."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from companion.domain.entry import Entry, EntryRef
from companion.services.agenda import Row
from companion.ui.filters.words import nothing_matches
from companion.ui.theme import Look
from companion.ui.views.base import ProgrammeViewBase
from companion.ui.views.empty_words import EmptyWords
from companion.ui.widgets.labels import ElidedLabel
from companion.ui.widgets.row_list import RowList

_WORDS = 96
"""Pixels at a text size of 100 % that the words of a bar need at least."""


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
        self.summary = ElidedLabel("dim")
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
        look.changed.connect(self._fit_bar)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        """Controls that do not fit beside each other stand under each other."""
        row = self.bar_row
        edges, needed = row.contentsMargins(), 0
        for place in range(row.count()):
            item = row.itemAt(place)
            widget = item.widget() if item else None
            if widget is not None and not widget.isHidden():
                most = self.look.fonts.px(_WORDS) if widget is self.summary else self.width()
                needed += min(widget.sizeHint().width(), most) + row.spacing()
        needed += edges.left() + edges.right() - row.spacing()
        side, is_column = QBoxLayout.Direction, needed > self.width()
        row.setDirection(side.TopToBottom if is_column else side.LeftToRight)
        self._align_controls(is_column=is_column)

    def _align_controls(self, *, is_column: bool) -> None:
        """Under each other they stand at the left, as wide as they are; fields fill the row."""
        grows = Qt.Orientation.Horizontal
        for place in range(self.bar_row.count()):
            item = self.bar_row.itemAt(place)
            if item is None or (widget := item.widget()) is None or widget is self.summary:
                continue
            is_left = is_column and not item.expandingDirections() & grows
            self.bar_row.setAlignment(
                widget, Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag(0)
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
