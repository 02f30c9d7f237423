"""The list of choices in the panel: a click or Space goes from off to only to without."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from companion.ui.filters.option_delegate import OptionDelegate
from companion.ui.filters.options import OptionRow, PanelRow, option_sentence
from companion.ui.i18n import translate
from companion.ui.models.rows_model import Index, RowsModel
from companion.ui.plain_tip import plain_tip
from companion.ui.theme import Look

_TOGGLES = frozenset((Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter))


class OptionModel(RowsModel[PanelRow]):
    """Headings and choices."""

    def said(self, row: PanelRow, role: int) -> Any:
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, OptionRow):
            return option_sentence(row)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.text)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and isinstance(self.rows[index.row()], OptionRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def set_rows(self, rows: tuple[PanelRow, ...]) -> None:
        """Show other rows; the same ones in another state keep the place."""
        if [_place(row) for row in rows] == [_place(row) for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.reset(rows)


def _place(row: PanelRow) -> tuple[object, str]:
    return (row.of, row.value) if isinstance(row, OptionRow) else (None, row.text)


class OptionList(QListView):
    """See the module.

    Signals:
        toggled: a choice was made; holds its `OptionRow` as it was.
    """

    toggled = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = OptionModel(self)
        self.setModel(self.options)
        self.setItemDelegate(OptionDelegate(look, self))
        self.setAccessibleName(translate("Filters", "Filters"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.clicked.connect(self._toggle)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def select_first(self) -> None:
        """Give the keyboard a place to start from."""
        if not self.currentIndex().isValid() and len(self.options.rows) > 1:
            self.setCurrentIndex(self.options.index(1))

    def content_height(self) -> int:
        """What it needs to show everything."""
        return sum(self.sizeHintForRow(place) for place in range(len(self.options.rows)))

    def sizeHint(self) -> QSize:
        return QSize(320, self.content_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TOGGLES:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: Index) -> None:
        row = self.options.rows[index.row()] if index.isValid() else None
        if isinstance(row, OptionRow):
            self.toggled.emit(row)
