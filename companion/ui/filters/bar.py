"""The row of what is filtered: one chip each, what matches, and one way to clear it all."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from companion.domain.entry import Entry
from companion.domain.filters import Filter, Part
from companion.ui.context import ViewContext
from companion.ui.filters.words import count_text, part_sentence, part_text
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import FlowLayout

_CHIP_ROOM = 90
"""Pixels of a row that are not words: its edges, a cross."""


class FilterBar(QFrame):
    """See the module.

    Attributes:
        chips: a button for each part; a click removes it.

    Signals:
        filter_chosen: another `Filter`.
    """

    filter_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._look = look
        self._chosen = Filter()
        self.chips: tuple[QPushButton, ...] = ()
        self._box = QWidget()
        self._flow = FlowLayout(self._box, spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 12, 7)
        column.addWidget(self._box)
        self.count = QLabel()
        self.count.setProperty("kind", "caption")
        self.clear = QPushButton(translate("Filters", "Clear"))
        self.clear.setProperty("kind", "link")
        self.clear.setAccessibleName(translate("Filters", "Clear the filters"))
        self._flow.addWidget(self.clear)
        self._flow.addWidget(self.count)
        self.clear.clicked.connect(self._on_clear_clicked)
        look.changed.connect(self._on_look_changed)

    def set_entries(self, entries: Sequence[Entry], context: ViewContext) -> None:
        """Show what is filtered, and how many talks of all match."""
        if context.chosen != self._chosen:
            self._chosen = context.chosen
            self._rebuild()
        self.count.setText(count_text(context, entries))

    def _rebuild(self) -> None:
        is_inside = any(chip.hasFocus() for chip in self.chips)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = tuple(self._chip(part) for part in self._chosen.parts())
        for chip in self.chips:
            chip.setParent(self._box)
            chip.show()
        # In the order of sight: chips, the way to clear them, what is left.
        for widget in (*self.chips, self.clear, self.count):
            self._flow.removeWidget(widget)
            self._flow.addWidget(widget)
        self._set_tab_order()
        if is_inside:
            (self.chips[0] if self.chips else self.clear).setFocus()
        self._on_look_changed()

    def _chip(self, part: Part) -> QPushButton:
        chip = QPushButton()
        chip.setProperty("kind", "filter")
        chip.setProperty("words", part_text(part))
        chip.setMinimumWidth(48)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross after the words
        name = translate("Filters", "Remove the filter {filter}").format(filter=part_sentence(part))
        chip.setAccessibleName(name)
        chip.setToolTip(name)
        chip.clicked.connect(lambda: self.filter_chosen.emit(self._chosen.lacking(part)))
        return chip

    def _on_clear_clicked(self) -> None:
        self.filter_chosen.emit(Filter())

    def _set_tab_order(self) -> None:
        for before, after in pairwise((*self.chips, self.clear)):
            self.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A chip is never wider than the row."""
        super().resizeEvent(event)
        self._write_chips()

    def _write_chips(self) -> None:
        room, end = self.width() - _CHIP_ROOM, Qt.TextElideMode.ElideRight
        for chip in self.chips:
            chip.setText(chip.fontMetrics().elidedText(chip.property("words"), end, room))

    def _on_look_changed(self) -> None:
        size = self._look.fonts.px(14)
        for chip in self.chips:
            chip.setIcon(self._look.icon("x", "accent", size))
            chip.setIconSize(QSize(size, size))
        self._write_chips()
