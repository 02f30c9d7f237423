"""A layout that breaks a row of controls where it is too narrow for them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items from left to right, then in further rows."""

    def __init__(
        self, parent: QWidget | None = None, *, spacing: int = 8, wants_one_row: bool = False
    ) -> None:
        """With `wants_one_row` it asks for the width of all items; it makes do with one's."""
        super().__init__(parent)
        self._wants_one_row = wants_one_row
        self._items: list[QLayoutItem] = []
        self._space = spacing
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), is_trial=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        least, hints = self.minimumSize(), [item.sizeHint() for item in self._shown()]
        if not self._wants_one_row or not hints:
            return least
        row = sum(hint.width() for hint in hints) + self._space * (len(hints) - 1)
        return least.expandedTo(QSize(row, max(hint.height() for hint in hints)))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.sizeHint() if self._wants_one_row else item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if not is_trial:
                self._place(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self._space
        return max(0, top - self._space - rect.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = width + 1
        for item in self._shown():
            needed = item.sizeHint().width()
            if left + needed > width:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += needed + self._space
        return lines

    def _place(self, line: list[QLayoutItem], rect: QRect) -> None:
        """Each in the middle of the line's height."""
        left = rect.left()
        for item in line:
            hint = item.sizeHint()
            top = rect.top() + (rect.height() - hint.height()) // 2
            item.setGeometry(
                QRect(left, top, min(hint.width(), max(rect.width(), 1)), hint.height())
            )
            left += hint.width() + self._space


def flowing(*widgets: QWidget) -> QWidget:
    """Widgets from left to right, in further rows where they do not fit."""
    made = QWidget()
    flow = FlowLayout(made)
    for widget in widgets:
        flow.addWidget(widget)
    return made
