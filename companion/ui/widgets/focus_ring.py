"""A ring around what has the keyboard, for widgets whose style leaves no room for one."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from companion.ui.theme import Look

_MOVES = {QEvent.Type.Move, QEvent.Type.Resize}
_ENDS = {QEvent.Type.FocusOut, QEvent.Type.Hide}
_RADIUS, _WIDTH = 6, 2


class FocusRing(QObject):
    """Shown while the target has the keyboard by keys; a click needs no ring."""

    def __init__(self, look: Look, target: QWidget, outset: int = -1) -> None:
        """`outset` is how far outside of the target the ring lies; negative is inside."""
        super().__init__(target)
        self._look, self._target, self._outset = look, target, outset
        self._frame: _Frame | None = None
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target."""
        kind = event.type()
        if isinstance(event, QFocusEvent) and event.gotFocus():
            is_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
            is_held = QApplication.mouseButtons() != Qt.MouseButton.NoButton
            self._set_shown(is_shown=not is_by_mouse and not is_held)
        elif kind in _ENDS:
            self._set_shown(is_shown=False)
        elif kind in _MOVES and self._frame is not None:
            self._place(self._frame)
        return super().eventFilter(watched, event)

    def _set_shown(self, *, is_shown: bool) -> None:
        if self._frame is None and is_shown:
            self._frame = _Frame(self._look, self._host())
        if self._frame is not None:
            self._place(self._frame)
            self._frame.setVisible(is_shown)

    def _host(self) -> QWidget | None:
        """The nearest widget around the target that has room for the ring; it scrolls along."""
        host = self._target.parentWidget()
        while host is not None and not host.rect().contains(self._box(host)):
            above = host.parentWidget()
            if above is None or isinstance(above.parentWidget(), QAbstractScrollArea):
                break
            host = above
        return host

    def _box(self, host: QWidget) -> QRect:
        by = self._outset
        box = QRect(self._target.mapTo(host, QPoint(0, 0)), self._target.size())
        return box.adjusted(-by, -by, by, by)

    def _place(self, frame: QWidget) -> None:
        host = frame.parentWidget()
        if host is not None:
            frame.setGeometry(self._box(host))
            frame.raise_()


class _Frame(QWidget):
    """The ring itself; the mouse goes through it."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("accent"), _WIDTH))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()
