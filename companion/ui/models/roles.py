"""Roles of the item models beyond Qt's own."""

from enum import IntEnum

from PySide6.QtCore import Qt


class Role(IntEnum):
    """`ROW` gives the row object itself; `REF` the reference of its talk, or None."""

    ROW = Qt.ItemDataRole.UserRole + 1
    REF = Qt.ItemDataRole.UserRole + 2
