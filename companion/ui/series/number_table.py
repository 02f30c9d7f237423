"""The numbers of a plot as a table, for reading, sorting by eye and screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from companion.ui.i18n import labelled
from companion.ui.models.rows_model import Index
from companion.ui.theme import Look

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line: its cells as text, and what it stands for."""

    cells: tuple[str, ...]
    value: object = None


class TableModel(QAbstractTableModel):
    """Cells as text; the first column is the name of its row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headers: tuple[str, ...] = ()
        self.rows: tuple[TableRow, ...] = ()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self.rows[index.row()].cells[index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(self.headers[index.column()], text)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation == Qt.Orientation.Horizontal:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.headers[section]

    def set_rows(self, headers: Sequence[str], rows: Sequence[TableRow]) -> None:
        """Show another table."""
        self.beginResetModel()
        self.headers, self.rows = tuple(headers), tuple(rows)
        self.endResetModel()


class NumberTable(QTableView):
    """The table.

    Signals:
        row_chosen: the value of the row that became the current one.
    """

    row_chosen = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.table_model = TableModel(self)
        self.setModel(self.table_model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.StyledPanel)  # room for the frame of the focus
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def set_rows(self, headers: Sequence[str], rows: Sequence[TableRow]) -> None:
        """Show another table; the first column takes what room there is."""
        self.table_model.set_rows(headers, rows)
        header = self.horizontalHeader()
        for column in range(len(self.table_model.headers)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(column, mode.ResizeToContents if column else mode.Stretch)
        self.setMinimumHeight(self.sizeHint().height())

    def select_first(self) -> None:
        """Choose the first row, unless one is chosen."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.table_model.index(0, 0))

    def current_value(self) -> object:
        """The value of the row that is chosen; None without one."""
        index = self.currentIndex()
        return self.table_model.rows[index.row()].value if index.isValid() else None

    def sizeHint(self) -> QSize:
        rows = min(len(self.table_model.rows), 12)
        return QSize(320, (rows + 1) * self._look.fonts.px(28) + 8)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.row_chosen.emit(self.table_model.rows[current.row()].value)

    def _on_look_changed(self) -> None:
        tokens, px = self._look.tokens, self._look.fonts.px
        self.verticalHeader().setDefaultSectionSize(px(28))
        self.setStyleSheet(
            f"QTableView {{ background: {tokens.pane}; outline: none;"
            " border: 2px solid transparent;"
            f" selection-background-color: {tokens.tint}; selection-color: {tokens.text}; }}"
            f" QTableView:focus {{ border-color: {tokens.accent}; }}"
            f" QTableView::item {{ padding: 2px 8px; border-bottom: 1px solid {tokens.hairline}; }}"
            f" QTableView::item:selected {{ background: {tokens.tint}; color: {tokens.text}; }}"
            f" QHeaderView {{ background: {tokens.pane}; }}"
            f" QHeaderView::section {{ background: {tokens.pane}; color: {tokens.dim};"
            f" border: none; border-bottom: 1px solid {tokens.outline}; padding: 4px 8px;"
            f" font-weight: 600; font-size: {px(12)}px; }}"
        )
