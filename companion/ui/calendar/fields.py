"""Small parts that the pages of the calendar window share."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from companion.domain.entry import EntryRef
from companion.ui.widgets.labels import label

T = TypeVar("T")
TitleOf = Callable[[EntryRef], str]
"""The title of a talk, or its reference where it is of another edition."""


def combo(name: str) -> QComboBox:
    """A list to choose from that never makes its column wider."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(10)
    made.setMaxVisibleItems(14)
    return made


def field(name: str, placeholder: str = "") -> QLineEdit:
    """A line to type into."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(placeholder)
    return made


def section(words: str) -> QLabel:
    """Heads a group of choices."""
    return label("section", text=words.upper())


def form() -> QFormLayout:
    """Names at the left, choices at the right; in one line."""
    made = QFormLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setHorizontalSpacing(12)
    made.setVerticalSpacing(6)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
    made.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made


def add_row(rows: QFormLayout, box: QWidget) -> None:
    """A choice with its name before it, on one middle line."""
    name = QLabel(box.accessibleName())
    name.setBuddy(box)
    name.setMinimumHeight(box.sizeHint().height())
    rows.addRow(name, box)


def while_alive(owner: QWidget, call: Callable[[T], None]) -> Callable[[T], None]:
    """A callback of a job that is ignored once its widget was closed and deleted."""

    def guarded(value: T) -> None:
        if isValid(owner):
            call(value)

    return guarded
