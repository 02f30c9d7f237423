"""Small parts that the pages of the calendar window share."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)
from shiboken6 import isValid

from companion.domain.entry import EntryRef
from companion.ui.widgets.labels import label

_AIR = 4
"""Pixels that the style leaves free around the words of a list."""

T = TypeVar("T")
TitleOf = Callable[[EntryRef], str]
"""The title of a talk, or its reference where it is of another edition."""


class ElidingCombo(QComboBox):
    """Ends what does not fit with an ellipsis, where Qt cuts it off in the middle of a letter.

    The whole of it is the tip then.
    """

    def fitting(self) -> str:
        """As much of the chosen words as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width() - _AIR
        return option.fontMetrics.elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.fitting()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self.currentText()
            tip = words if words != self.fitting() else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)


def combo(name: str) -> ElidingCombo:
    """A list to choose from that never makes its column wider."""
    made = ElidingCombo()
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
