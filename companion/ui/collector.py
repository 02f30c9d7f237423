"""Cyclic garbage, collected in the GUI thread only.

Python collects wherever the next object happens to be made. In a worker that would destroy Qt's
objects outside of their thread, with their timers and children, which Qt does not survive.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS = 3_000
BULK = 20_000
"""So many objects at once are a programme, or a start. They live; to search them for garbage takes
longer than a window may stand still."""


def is_attended() -> bool:
    """Whether somebody works in the program."""
    return QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive


class Collector(QObject):
    """Takes the place of Python's own timing while it lives; `stop` gives it back."""

    def __init__(
        self, parent: QObject | None = None, *, attended: Callable[[], bool] = is_attended
    ) -> None:
        super().__init__(parent)
        self._attended = attended
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Search what is young for garbage, what is old only while the window may stand still."""
        young, middle, old = gc.get_count()
        young_from, middle_from, old_from = gc.get_threshold()
        if young > BULK:
            gc.freeze()
        elif young > young_from:
            gc.collect(1 if middle > middle_from else 0)
        elif old > old_from and not self._attended():
            gc.collect()

    def stop(self) -> None:
        """Python's own timing again."""
        self._timer.stop()
        gc.enable()


@contextmanager
def garbage_kept() -> Iterator[None]:
    """Collect nothing while a window lives without a `Collector`, and all of it afterwards, here.

    A worker of the next window would else end the objects of this one. Where Python collects
    nothing by itself, somebody else sees to it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.enable()
