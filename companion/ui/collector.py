"""Cyclic garbage, collected in the GUI thread only.

Python collects wherever the next object happens to be made. In a worker that would destroy Qt's
objects outside of their thread, with their timers and children, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS = 3_000
BULK = 20_000
"""So many objects at once are a programme, or a start. They live; to search them for garbage takes
longer than a window may stand still."""


class Collector(QObject):
    """Takes the place of Python's own timing while it lives; `stop` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Search what is young for garbage; what came in bulk is set aside."""
        young, middle, _ = gc.get_count()
        if young > BULK:
            gc.freeze()
        elif young > gc.get_threshold()[0]:
            gc.collect(1 if middle > gc.get_threshold()[1] else 0)
        elif _is_unattended():
            gc.collect()

    def stop(self) -> None:
        """Python's own timing again."""
        self._timer.stop()
        gc.enable()


def _is_unattended() -> bool:
    """Nobody works in the window, so that it may stand still for a moment."""
    active = Qt.ApplicationState.ApplicationActive
    return (
        QGuiApplication.applicationState() != active and gc.get_count()[2] > gc.get_threshold()[2]
    )
