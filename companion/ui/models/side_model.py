"""Rows of the left column: editions and views."""

from typing import Any

from PySide6.QtCore import Qt

from companion.frozen import frozen
from companion.ui.models.rows_model import RowsModel


@frozen
class SideRow:
    """One line.

    Attributes:
        value: what choosing it means.
        title: in strong type.
        subtitle: under it, or empty.
        state: under that, or empty.
        note: at the right, such as a count.
        icon: name of an icon, or empty.
        is_dim: there is nothing to read in it yet.
        is_edition: drawn as a card of two lines.
        is_badge: the note stands on a filled ground.
    """

    value: str
    title: str
    subtitle: str = ""
    state: str = ""
    note: str = ""
    icon: str = ""
    is_dim: bool = False
    is_edition: bool = False
    is_badge: bool = False


class SideModel(RowsModel[SideRow]):
    """The rows of one list."""

    def said(self, row: SideRow, role: int) -> Any:
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return ", ".join(
                part for part in (row.title, row.subtitle, row.state, row.note) if part
            )
        return row.title if role == Qt.ItemDataRole.DisplayRole else None

    def set_rows(self, rows: tuple[SideRow, ...]) -> bool:
        """Show other rows; False if they are the same."""
        if rows == self.rows:
            return False
        if [row.value for row in rows] == [row.value for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return True
        self.reset(rows)
        return True

    def place_of(self, value: str) -> int:
        """The row that means `value`; -1 without one."""
        return next((i for i, row in enumerate(self.rows) if row.value == value), -1)
