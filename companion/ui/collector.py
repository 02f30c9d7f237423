"""Cyclic garbage, collected in the GUI thread only.

Python collects wherever the next object happens to be made. In a worker that would destroy Qt's
objects outside of their thread, with their timers and children, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 3_000


class Collector(QObject):
    """Takes the place of Python's own timing while it lives; `stop` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._has_settled = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collect the oldest generation that is due, as Python would have done by now."""
        for generation, due in reversed(tuple(enumerate(gc.get_threshold()))):
            if gc.get_count()[generation] > due:
                gc.collect(generation)
                break
        if not self._has_settled:
            # Modules and what else a start leaves behind stay for good: not to be searched again,
            # which would take longer than a window may stand still.
            gc.freeze()
            self._has_settled = True

    def stop(self) -> None:
        """Python's own timing again."""
        self._timer.stop()
        gc.enable()
