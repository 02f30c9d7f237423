"""Signs at the ends of what scrolls sideways without a bar: there is more, and a click shows it."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea

from companion.ui.theme import Look

_WIDTH, _ICON = 28, 16
"""Pixels at a text size of 100 %."""


class MoreBeside(QObject):
    """See the module. Keys need no such thing: what is chosen by them comes in sight by itself.

    Attributes:
        before, behind: the sign at the left, the one at the right; None before the first use.
    """

    def __init__(self, look: Look, area: QScrollArea, before: str, behind: str) -> None:
        """`before` and `behind` say what is out of sight."""
        super().__init__(area)
        self._look, self._area = look, area
        self._names = (before, behind)
        self.before: QAbstractButton | None = None
        self.behind: QAbstractButton | None = None
        bar = area.horizontalScrollBar()
        bar.valueChanged.connect(self.fit)
        bar.rangeChanged.connect(self.fit)

    def fit(self) -> None:
        """The area may have another size."""
        bar, box = self._area.horizontalScrollBar(), self._area.rect()
        width = self._look.fonts.px(_WIDTH)
        if bar.value() > bar.minimum():
            self.before = self.before or self._sign("chevron-left", self._names[0], -1)
        if bar.value() < bar.maximum():
            self.behind = self.behind or self._sign("chevron-right", self._names[1], 1)
        if self.before:
            self.before.setGeometry(0, 0, width, box.height())
            self.before.setVisible(bar.value() > bar.minimum())
        if self.behind:
            self.behind.setGeometry(box.width() - width, 0, width, box.height())
            self.behind.setVisible(bar.value() < bar.maximum())

    def _sign(self, icon: str, name: str, step: int) -> QAbstractButton:
        made = _Sign(self._look, self._area, icon, name)
        made.clicked.connect(lambda: self._turn(step))
        return made

    def _turn(self, step: int) -> None:
        bar = self._area.horizontalScrollBar()
        room = self._area.width() - 2 * self._look.fonts.px(_WIDTH)
        bar.setValue(bar.value() + step * room)


class _Sign(QAbstractButton):
    """Fades out what lies under it."""

    def __init__(self, look: Look, area: QScrollArea, icon: str, name: str) -> None:
        super().__init__(area)
        self._look, self._icon = look, icon
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setToolTip(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        look, box = self._look, self.rect()
        ground, clear = look.color("pane"), QColor(look.color("pane"))
        clear.setAlpha(0)
        is_left = self._icon == "chevron-left"
        fade = QLinearGradient(box.topLeft(), box.topRight())
        fade.setColorAt(0.0, ground if is_left else clear)
        fade.setColorAt(0.5, ground)
        fade.setColorAt(1.0, clear if is_left else ground)
        painter = QPainter(self)
        painter.fillRect(box, fade)
        size = look.fonts.px(_ICON)
        left = 0 if is_left else box.width() - size
        picture = look.icon(self._icon, "text" if self.underMouse() else "dim", size)
        picture.paint(painter, left, (box.height() - size) // 2, size, size)
        painter.end()
