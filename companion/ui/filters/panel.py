"""The panel that the filter button opens: every choice with its number of talks."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from companion.domain.entry import Entry
from companion.domain.filters import Filter
from companion.ui.context import ViewContext
from companion.ui.filters.option_list import OptionList
from companion.ui.filters.options import OptionRow, option_rows
from companion.ui.filters.words import count_text
from companion.ui.i18n import translate
from companion.ui.theme import Look

_WIDTH, _MARGIN = 340, 8


class FilterPanel(QFrame):
    """A popup; what is chosen holds at once, the programme beneath shows it.

    Attributes:
        options: the choices.
        clear: takes all of them back.

    Signals:
        filter_chosen: another `Filter`.
    """

    filter_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        # Else the click on the button that closes the panel would open it again.
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)
        self.setObjectName("pane")
        self.setProperty("kind", "popup")
        self.setAccessibleName(translate("Filters", "Filters"))
        self._look = look
        self._chosen = Filter()
        heading = QLabel(translate("Filters", "Show only …"))
        heading.setProperty("kind", "brand")
        self.count = QLabel()
        self.count.setProperty("kind", "caption")
        self.clear = QPushButton(translate("Filters", "Clear"))
        self.options = OptionList(look)
        hint = QLabel(translate("Filters", "Choose once for only these, twice for all but these."))
        hint.setProperty("kind", "caption")
        hint.setWordWrap(True)
        hint.setContentsMargins(16, 6, 16, 2)
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 12, 4)
        top.setSpacing(10)
        top.addWidget(heading)
        top.addWidget(self.count, 1)
        top.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 8, 1, 10)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.options, 1)
        column.addWidget(hint)
        self.options.toggled.connect(self._on_options_toggled)
        self.clear.clicked.connect(self._on_clear_clicked)

    def set_entries(
        self,
        entries: Sequence[Entry],
        context: ViewContext,
        counted: Sequence[Entry] | None = None,
    ) -> None:
        """Show the choices of a programme and what is chosen of them.

        Args:
            entries: the programme.
            context: what is chosen.
            counted: the talks to count, those found by a search; all of the programme if None.
        """
        self._chosen = context.chosen
        self.options.options.set_rows(option_rows(entries, context, counted))
        self.count.setText(count_text(context, entries if counted is None else counted))
        self.clear.setEnabled(bool(context.chosen))

    def open_under(self, button: QWidget) -> None:
        """Show it below a button, inside the window."""
        window = button.window()
        corner = button.mapTo(window, QPoint(0, button.height() + 4))
        room = QSize(window.width() - 2 * _MARGIN, window.height() - corner.y() - _MARGIN)
        height = self.options.content_height() + self.sizeHint().height()
        height -= self.options.sizeHint().height()
        size = QSize(self._look.fonts.px(_WIDTH), height).boundedTo(room)
        self.resize(size)
        corner.setX(max(_MARGIN, min(corner.x(), window.width() - _MARGIN - size.width())))
        self.move(window.mapToGlobal(corner))
        self.show()
        self.options.select_first()
        self.options.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_options_toggled(self, row: OptionRow) -> None:
        self.filter_chosen.emit(self._chosen.with_choice(row.of, row.value, row.next_wanted))

    def _on_clear_clicked(self) -> None:
        self.filter_chosen.emit(Filter())
        self.options.setFocus()
