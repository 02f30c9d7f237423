"""Tells when the window was painted for the first time: what is heavy begins then, not before.

A thread that imports modules and the painting of the window would take turns on one interpreter,
and the picture would come later.
"""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from companion.ui.one_shot import one_shot

_PATIENCE_MS = 1_000


class FirstPicture(QObject):
    """Looks at a window that is about to be shown.

    Signals:
        painted: once, after the first painting is done; or after a second, if nothing is painted
            (the window was opened into the task bar).
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self._patience = one_shot(self, self._tell, _PATIENCE_MS)
        self._patience.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            # The widgets in the window are painted next, in the same turn of the event loop.
            self._patience.start(0)
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._window.removeEventFilter(self)
        self.painted.emit()
