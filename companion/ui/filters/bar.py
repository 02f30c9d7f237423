"""The row of what is filtered: one chip each, what matches, and one way to clear it all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from companion.domain.entry import Entry
from companion.domain.filters import Filter, Part
from companion.ui.context import ViewContext
from companion.ui.filters.words import count_text, part_sentence, part_text
from companion.ui.i18n import translate
from companion.ui.theme import Look
from companion.ui.widgets.flow_layout import FlowLayout

_LETTERS = 36


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
        self.count = QLabel()
        self.count.setProperty("kind", "caption")
        self.clear = QPushButton(translate("Filters", "Clear"))
        self.clear.setProperty("kind", "link")
        self.clear.setAccessibleName(translate("Filters", "Clear the filters"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._box, 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
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
            self._flow.addWidget(chip)
            chip.show()
        if is_inside:
            (self.chips[0] if self.chips else self.clear).setFocus()
        self._on_look_changed()

    def _chip(self, part: Part) -> QPushButton:
        text = part_text(part)
        chip = QPushButton(text if len(text) <= _LETTERS else f"{text[: _LETTERS - 1]}…")
        chip.setProperty("kind", "filter")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross after the words
        name = translate("Filters", "Remove the filter {filter}").format(filter=part_sentence(part))
        chip.setAccessibleName(name)
        chip.setToolTip(name)
        chip.clicked.connect(lambda: self.filter_chosen.emit(self._chosen.lacking(part)))
        return chip

    def _on_clear_clicked(self) -> None:
        self.filter_chosen.emit(Filter())

    def _on_look_changed(self) -> None:
        for chip in self.chips:
            chip.setIcon(self._look.icon("x", "accent", self._look.fonts.px(14)))
        self._flow.invalidate()
