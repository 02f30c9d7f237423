"""Choosing a row by the program, not by the person's hand."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QAbstractItemView


def choose(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make a row the current one and the only one selected.

    `setCurrentIndex` asks the keyboard: while Ctrl or Shift is held down for the shortcut that led
    here, it would add to what is selected.
    """
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    view.selectionModel().setCurrentIndex(index, flag)
