"""What item models over a tuple of rows have in common."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from companion.ui.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
_ROOT = QModelIndex()


class RowsModel(QAbstractListModel, Generic[R]):
    """A list of rows; `Role.ROW` gives the row itself.

    Attributes:
        rows: what is shown.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[R, ...] = ()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        return row if role == Role.ROW else self.said(row, role)

    def said(self, row: R, role: int) -> Any:
        """What a row says in any other role; None where that means nothing here."""
        return str(row) if role == Qt.ItemDataRole.DisplayRole else None

    def reset(self, rows: tuple[R, ...]) -> None:
        """Show other rows; selection and place are lost."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
