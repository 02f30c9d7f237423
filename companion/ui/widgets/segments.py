"""A switch of a few choices side by side; the chosen one is raised."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QToolButton, QWidget


class Segments(QFrame):
    """One of several choices.

    Signals:
        chosen: a person chose another one; holds its value.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_group_clicked)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(3, 3, 3, 3)
        self._layout.setSpacing(2)

    def add(self, value: str, text: str, tip: str = "") -> QToolButton:
        """One more choice."""
        button = QToolButton()
        button.setProperty("kind", "segment")
        button.setProperty("value", value)
        button.setCheckable(True)
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolTip(tip)
        self._group.addButton(button)
        self._layout.addWidget(button)
        return button

    def set_icons(self, icons: Mapping[str, QIcon], size: int) -> None:
        """Pictures of the choices, to be shown instead of words where there is little room."""
        for button in self._group.buttons():
            button.setIcon(icons[button.property("value")])
            button.setIconSize(QSize(size, size))

    def set_compact(self, *, is_compact: bool) -> None:
        """Icons instead of words, if there are icons; the words are in the tool tips then."""
        style = Qt.ToolButtonStyle
        for button in self.findChildren(QToolButton):
            has_icon = is_compact and not button.icon().isNull()
            button.setToolButtonStyle(
                style.ToolButtonIconOnly if has_icon else style.ToolButtonTextOnly
            )

    def set_value(self, value: str) -> None:
        """Show which one holds; none of them if the value is not a choice."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(button.property("value") == value)
        self._group.setExclusive(True)

    def _on_group_clicked(self, button: QToolButton) -> None:
        self.chosen.emit(button.property("value"))
